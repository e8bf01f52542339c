//! The lines around a place, also where one line is the whole file.

use std::fmt::Write as _;

use oneauth::document::{Document, Pointer};
use oneauth::error::Error;
use oneauth::finding::{Finding, Label, On, SecretSpan, Severity};
use oneauth::report::{Detail, FileReport, Format, RenderOptions, Report, Run, emit, error};
use oneauth::text::{SourceFile, Span, visible};
use proptest::prelude::*;

fn shown(document: &Document, pointers: &[&str], width: usize) -> String {
    let mut labels = pointers.iter().map(|pointer| {
        let node = document.find(&Pointer::parse(pointer).expect("it is a pointer"));
        Label::value(node.expect("the document has it"), format!("at {pointer}"))
    });
    let primary = labels.next().expect("at least one");
    let mut finding = Finding::new("some-rule", Severity::Error, "it is wrong", primary);
    finding.related = labels.collect();
    let detail = Detail {
        width,
        ..Detail::default()
    };
    let name = document.source().name();
    let report = Report {
        files: vec![FileReport::new(name, vec![finding], &[], &detail)],
        run: Run::default(),
    };
    let options = RenderOptions {
        width,
        ..RenderOptions::default()
    };
    let mut out = Vec::new();
    emit(Format::Human, &report, &options, &mut out).expect("a vector takes everything");
    String::from_utf8(out).expect("reports are UTF-8")
}

/// A document of one line.
fn one_line(members: usize) -> Document {
    let mut text = String::from("{\"swagger\":\"2.0\",\"définitions\":{");
    for index in 0..members {
        let _ = write!(text, "\"Größe{index}\":{{\"type\":\"string\"}},");
    }
    text.push_str("\"last\":{\"type\":\"object\"}},\"host\":\"a.example\"}");
    Document::of_text("api.json", text).expect("it is well formed")
}

#[test]
fn a_file_of_one_line_shows_windows() {
    let document = one_line(9000);
    assert!(document.text().len() > 200_000);
    let pointers = ["/définitions/Größe5000/type", "/swagger", "/host"];
    let text = shown(&document, &pointers, 80);
    assert!(text.len() < 3000, "{}", text.len());
    insta::assert_snapshot!(text);
}

#[test]
fn the_column_in_a_long_line_is_the_true_one() {
    let document = one_line(9000);
    for pointer in [
        "/swagger",
        "/définitions/Größe17",
        "/définitions/Größe4999",
        "/host",
    ] {
        let node = document
            .find(&Pointer::parse(pointer).expect("a pointer"))
            .expect("there");
        let place = document.source().place(node.span().start);
        let text = shown(&document, &[pointer], 100);
        let head = format!("[api.json:1:{}]", place.column);
        assert!(text.contains(&head), "{head} is not in\n{text}");
    }
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    let document = one_line(100);
    for width in [40, 60, 80, 200] {
        let text = shown(&document, &["/définitions/Größe50"], width);
        let widest = text.lines().map(|line| line.chars().count()).max();
        assert!(widest <= Some(width), "{widest:?} at {width}:\n{text}");
    }
}

#[test]
fn labels_far_apart_and_on_one_line() {
    let text = "swagger: '2.0'\ninfo: {title: Parcels, version: '1'}\nhost: a\nbasePath: /\nschemes: [http]\nconsumes: []\nproduces: []\ntags: []\n";
    let document = Document::of_text("api.yaml", text).expect("it is well formed");
    let pointers = ["/info/version", "/info/title", "/schemes/0", "/tags"];
    insta::assert_snapshot!(shown(&document, &pointers, 80));
}

#[test]
fn tabs_crlf_bom_and_the_end_of_the_file() {
    let text = "\u{feff}{\r\n\t\"swagger\":\t\"2.0\",\r\n\t\"host\": \"a\u{85}b\"\r\n}";
    let document = Document::of_text("api.json", text).expect("it is well formed");
    insta::assert_snapshot!(shown(&document, &["", "/host"], 80));
    for text in ["", "{", "{\"a\": ", "a: [", "\u{feff}", "{\"a\": 1}\n]"] {
        let Err(refusal) = Document::of_text("a.json", text) else {
            continue;
        };
        let mut out = Vec::new();
        error(&refusal, &RenderOptions::default(), &mut out).expect("a vector");
        let shown = String::from_utf8(out).expect("reports are UTF-8");
        assert!(shown.contains("[a.json:"), "{shown}");
    }
}

#[test]
fn a_value_of_many_lines_is_marked_on_its_first() {
    let text = "info:\n  title: |\n    one\n    two\n    three\nhost: a\n";
    let document = Document::of_text("api.yaml", text).expect("it is well formed");
    insta::assert_snapshot!(shown(&document, &["/info/title"], 80));
}

#[test]
fn errors_without_a_place() {
    let usage = Error::usage_with_help("`--to` and `--keep` exclude each other", "give one");
    let mut out = Vec::new();
    error(&usage, &RenderOptions::default(), &mut out).expect("a vector");
    insta::assert_snapshot!(String::from_utf8(out).expect("UTF-8"), @r"
    error

      × `--to` and `--keep` exclude each other
      help: give one
    ");
}

/// Any text, any three spans in it, any width: an excerpt is made, no wider than asked for, and
/// nothing in it can move a cursor.
fn any_excerpt(text: &str, spans: &[(usize, usize)], width: usize) -> String {
    let source = std::sync::Arc::new(SourceFile::new("any.json", text));
    let boundary = |at: usize| {
        (0..=at % (text.len() + 1))
            .rev()
            .find(|at| text.is_char_boundary(*at))
    };
    let label = |&(a, b): &(usize, usize)| {
        let (a, b) = (boundary(a).unwrap_or(0), boundary(b).unwrap_or(0));
        Label {
            source: source.clone(),
            pointer: Pointer::root(),
            span: Span::new(a.min(b) as u32, a.max(b) as u32),
            on: On::Value,
            text: "here".into(),
        }
    };
    let mut labels = spans.iter().map(label);
    let primary = labels.next().expect("at least one");
    let mut finding = Finding::new("some-rule", Severity::Error, "it is wrong", primary);
    let secret = finding.primary.span;
    finding.related = labels.collect();
    finding.secrets = vec![SecretSpan {
        source: source.clone(),
        span: secret,
    }];
    let detail = Detail {
        width,
        ..Detail::default()
    };
    let report = Report {
        files: vec![FileReport::new("any.json", vec![finding], &[], &detail)],
        run: Run::default(),
    };
    let options = RenderOptions {
        width,
        ..RenderOptions::default()
    };
    let mut out = Vec::new();
    emit(Format::Human, &report, &options, &mut out).expect("a vector takes everything");
    String::from_utf8(out).expect("reports are UTF-8")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn any_text_can_be_shown(
        text in "([a-z\u{e9}\u{8377}\u{1b}\u{202e}#\\[\"{}: \t\r\u{feff}]{0,60}\n?){0,8}[ -~]{0,300}",
        spans in proptest::collection::vec((any::<usize>(), any::<usize>()), 1..4),
        width in 0_usize..200,
    ) {
        let shown = any_excerpt(&text, &spans, width);
        prop_assert!(shown.contains("[any.json:"), "{shown}");
        let bad = shown.chars().find(|c| *c != '\n' && visible::is_unsafe(*c));
        prop_assert_eq!(bad, None);
        let widest = shown.lines().map(|line| line.chars().count()).max().unwrap_or(0);
        prop_assert!(widest <= width.max(50) + 8, "{widest} at {width}:\n{shown}");
    }
}
