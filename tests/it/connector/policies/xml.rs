//! Whatever goes in, a reader gets it back.

use oneauth::connector::policies::Element;
use proptest::prelude::*;

/// What XML 1.0 cannot hold is shown as U+FFFD; every other text survives.
fn expected(text: &str) -> String {
    let survives = |c: char| {
        c == '\t' || c == '\n' || c == '\r' || (c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}'))
    };
    text.chars()
        .map(|c| if survives(c) { c } else { '\u{fffd}' })
        .collect()
}

proptest! {
    #[test]
    fn texts_and_attributes_survive(text in "\\PC*|[\\x00-\\x7f]*", value in "\\PC*|[\\x00-\\x7f]*") {
        let written = Element::new("value").with("name", value.as_str()).text(text.as_str()).to_text();
        let read = roxmltree::Document::parse(&written).unwrap();
        let root = read.root_element();
        prop_assert_eq!(root.attribute("name").unwrap(), expected(&value));
        prop_assert_eq!(root.text().unwrap_or_default(), expected(&text));
    }

    #[test]
    fn comments_do_not_break_out(text in "[-<>!a ]*") {
        let written = Element::new("policies").comment(text).child(Element::new("base")).to_text();
        let read = roxmltree::Document::parse(&written).unwrap();
        prop_assert_eq!(read.root_element().children().filter(roxmltree::Node::is_element).count(), 1);
    }
}
