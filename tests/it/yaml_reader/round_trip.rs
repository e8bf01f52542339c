//! Leaf spans plus the gaps between them give back the source, and no content is in a gap.

use oneauth::document::{Document, Node, NodeId, YamlReader};
use oneauth::text::Span;
use proptest::prelude::*;

use super::generate::{Layout, document};
use super::{corpus, fixtures, json, oracle, read, read_with};

/// Keys and scalars in document order.
fn leaves(document: &Document) -> Vec<Span> {
    let mut leaves = Vec::new();
    for node in document.nodes() {
        leaves.extend(node.key_span());
        if !node.is_container() {
            leaves.push(node.span());
        }
    }
    leaves
}

/// Join leaves and gaps; panics where a leaf starts before the one before it ends.
fn joined(document: &Document, mut gap: impl FnMut(&str)) -> String {
    let mut text = String::new();
    let mut at = 0;
    for leaf in leaves(document) {
        assert!(
            at <= leaf.start && leaf.start <= leaf.end,
            "{leaf:?} after {at}:\n{}",
            document.text()
        );
        gap(&document.text()[at as usize..leaf.start as usize]);
        text.push_str(&document.text()[at as usize..leaf.end as usize]);
        at = leaf.end;
    }
    gap(&document.text()[at as usize..]);
    text + &document.text()[at as usize..]
}

/// Only white space, comments, indicators, properties, markers and directives are between leaves.
fn assert_gap(gap: &str, text: &str) {
    // a byte order mark may stand before a document, comments before it
    for line in gap.replace('\u{feff}', "").lines() {
        let code = line.find('#').map_or(line, |at| &line[..at]);
        if code.starts_with('%') || matches!(code.trim(), "---" | "...") {
            continue;
        }
        let code = code
            .split("!<")
            .enumerate()
            .map(|(order, part)| match part.split_once('>') {
                // the inside of a verbatim tag
                Some((_, rest)) if order > 0 => rest,
                _ => part,
            });
        let code: String = code.collect();
        let code = code.trim().strip_prefix("---").unwrap_or(code.trim());
        let words = code.split([' ', '\t', ',', '[', ']', '{', '}']);
        for word in words.filter(|word| !word.is_empty()) {
            // behind a quoted key, properties may follow the colon at once
            let property = word.strip_prefix(':').unwrap_or(word);
            let fits = property.starts_with(['&', '!']) || matches!(word, "-" | "?" | ":");
            assert!(fits, "{word:?} is between the leaves of\n{text}");
        }
    }
}

fn assert_nested(document: &Document) {
    for (index, node) in document.nodes().iter().enumerate() {
        let span = whole(node);
        if node.parent == NodeId::NONE {
            assert_eq!(index, 0);
            continue;
        }
        let parent = document.node(node.parent);
        assert!(
            parent.span().contains(span),
            "{:?} holds {span:?}?\n{}",
            parent.span(),
            document.text()
        );
        assert!(node.parent.index() < index && index < parent.next.index());
        assert!(index < node.next.index() && node.next <= parent.next);
    }
}

fn whole(node: &Node) -> Span {
    node.key_span()
        .map_or(node.span(), |key| key.cover(node.span()))
}

fn check(document: &Document) {
    assert_nested(document);
    let text = joined(document, |gap| assert_gap(gap, document.text()));
    assert_eq!(text, document.text());
}

#[test]
fn fixtures_are_whole() {
    for (path, text) in fixtures() {
        if path
            .components()
            .any(|part| part.as_os_str() == "malformed")
        {
            continue;
        }
        if text
            .lines()
            .all(|line| line.trim().is_empty() || line.starts_with('#'))
        {
            continue;
        }
        check(&read(&text));
        check(&read(&text.replace('\n', "\r\n")));
    }
}

#[test]
fn the_suite_is_whole() {
    let Some(corpus) = corpus() else { return };
    for case in super::suite::cases(&corpus) {
        if let Ok(document) = read_with(&case.text, YamlReader::General) {
            check(&document);
        }
    }
}

#[test]
fn mutations_are_whole() {
    let seeds: Vec<String> = fixtures().into_iter().map(|(_, text)| text).collect();
    let mut random = super::mutate::Random::new(7);
    for round in 0..1_500 {
        let text = super::mutate::mutate(&seeds[round % seeds.len()], &mut random);
        if let Ok(document) = read_with(&text, YamlReader::Either) {
            check(&document);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// A random document in a random layout has the value it was made from, in every reader.
    #[test]
    fn random_documents_are_whole(seed: u64, flow: bool, crlf: bool, comments: bool) {
        let layout = Layout { flow, comments };
        let (text, value) = document(seed, layout);
        let text = if crlf { text.replace('\n', "\r\n") } else { text };
        let read = read(&text);
        check(&read);
        let expected = oracle::plain(&value).to_string();
        prop_assert_eq!(json(&read), expected.clone(), "{}", text);
        if let Some(theirs) = oracle::serde_yaml(&text) {
            prop_assert_eq!(theirs.to_string(), expected, "serde_yaml reads\n{}", text);
        }
    }
}
