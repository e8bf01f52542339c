//! What must never reach an output, in any format.

use oneauth::document::Document;
use oneauth::finding::{Finding, Label, SecretSpan, Severity, mask};
use oneauth::report::{Detail, FileReport, Format, RenderOptions, Report, Run, emit, shown};
use oneauth::text::{Span, visible};

use super::canonical::written;

fn every_format() -> Vec<(Format, String)> {
    let options = RenderOptions::default();
    let formats = Format::ALL.into_iter();
    formats
        .map(|format| (format, written(format, &options)))
        .collect()
}

#[test]
fn no_secret() {
    for (format, text) in every_format() {
        assert!(
            !text.contains("9f8e7d6c"),
            "{format} shows a secret:\n{text}"
        );
    }
}

#[test]
fn no_control_or_bidi_character() {
    for (format, text) in every_format() {
        let bad = text.chars().find(|c| *c != '\n' && visible::is_unsafe(*c));
        assert_eq!(bad, None, "{format} writes it");
    }
}

#[test]
fn no_command_for_a_build_agent() {
    for (format, text) in every_format() {
        assert!(!text.contains("##vso["), "{format}:\n{text}");
        assert!(!text.contains("##["), "{format}:\n{text}");
        if format != Format::Github {
            let command = text
                .lines()
                .find(|line| line.trim_start().starts_with("::"));
            assert_eq!(command, None, "{format}");
        }
    }
}

#[test]
fn github_gets_one_command_a_finding() {
    let text = written(Format::Github, &RenderOptions::default());
    assert_eq!(text.lines().count(), 6);
    for line in text.lines() {
        let known = ["::error ", "::warning ", "::notice "];
        assert!(known.iter().any(|head| line.starts_with(head)), "{line}");
    }
}

/// Names and messages of one kind of poison, in every format.
fn poisoned(poison: &str) -> Report {
    let document = Document::of_text(poison, "{\"a\": 1}").expect("it is well formed");
    let mut finding = Finding::new(
        "some-rule",
        Severity::Error,
        format!("{poison}`{poison}`"),
        Label::value(document.root(), poison),
    );
    finding.note = Some(poison.to_owned());
    finding.help = Some(poison.to_owned());
    Report {
        files: vec![FileReport::new(
            poison,
            vec![finding],
            &[],
            &Detail::default(),
        )],
        run: Run::default(),
    }
}

fn in_format(format: Format, report: &Report) -> String {
    let mut out = Vec::new();
    emit(format, report, &RenderOptions::default(), &mut out).expect("a vector takes everything");
    String::from_utf8(out).expect("reports are UTF-8")
}

const POISONS: [&str; 12] = [
    "::error::x",
    "  ::error file=a::x",
    "]]> <!-- & \" ' -->",
    "%0A%25\r\n::error::x",
    "| a ` b \\ * _ [x](y) <script> #1 @me",
    "\u{1b}]8;;x\u{7}\u{9b}31m\u{0}\u{8}",
    "\u{202e}\u{2066}\u{200b}\u{feff}\u{e0041}",
    "##[error]x ##vso[task.setvariable variable=a]b ##VSO[x]",
    "\u{fffe}\u{ffff}\u{d7ff}\u{10ffff}",
    "a:1:2,b=c;d",
    "\u{2028}\u{2029}\u{85}\u{c}",
    "{{x}} ${y} $(z) %PATH%",
];

#[test]
fn poison_keeps_every_format_well_formed() {
    for poison in POISONS {
        let report = poisoned(poison);
        for format in [Format::Json, Format::Sarif, Format::Gitlab] {
            let text = in_format(format, &report);
            serde_json::from_str::<serde_json::Value>(&text).expect("it is JSON");
        }
        for line in in_format(Format::Jsonl, &report).lines() {
            serde_json::from_str::<serde_json::Value>(line).expect("each line is JSON");
        }
        for format in [Format::Junit, Format::Checkstyle] {
            let text = in_format(format, &report);
            roxmltree::Document::parse(&text).expect("it is XML");
        }
        assert_eq!(
            in_format(Format::Github, &report).lines().count(),
            1,
            "{poison:?}"
        );
        assert_eq!(
            in_format(Format::Concise, &report).lines().count(),
            1,
            "{poison:?}"
        );
        let table = in_format(Format::Markdown, &report);
        let row = table.lines().last().expect("a row");
        assert_eq!(row.matches('|').count(), 5, "{row}");
        for mark in ["`", "](", "<script", "<!--", "@", "*"] {
            assert!(!row.contains(mark), "{row}");
        }
        for format in Format::ALL {
            let text = in_format(format, &report);
            let bad = text.chars().find(|c| *c != '\n' && visible::is_unsafe(*c));
            assert_eq!(bad, None, "{format} for {poison:?}");
            assert!(
                !text.to_lowercase().contains("##vso["),
                "{format} for {poison:?}"
            );
            let is_command = |line: &str| line.trim_start().starts_with("::");
            let expected = usize::from(format == Format::Github);
            let commands = text.lines().filter(|line| is_command(line)).count();
            assert_eq!(commands, expected, "{format} for {poison:?}:\n{text}");
        }
    }
}

#[test]
fn json_keeps_the_text_itself() {
    let text = in_format(Format::Json, &poisoned("\u{202e}##[x]\u{e0041}"));
    let value: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
    assert_eq!(value["files"][0]["path"], "\u{202e}##[x]\u{e0041}");
}

#[test]
fn xml_keeps_the_text_itself_where_it_can() {
    let poison = "]]> <a b='c'> & \"q\"";
    let text = in_format(Format::Checkstyle, &poisoned(poison));
    let document = roxmltree::Document::parse(&text).expect("it is XML");
    let file = document
        .descendants()
        .find(|node| node.has_tag_name("file"));
    assert_eq!(file.and_then(|node| node.attribute("name")), Some(poison));
}

#[test]
fn headings_stay_readable() {
    assert_eq!(shown("## Parcels ##"), "## Parcels ##");
    assert_eq!(shown("###[x]"), "##\\u{23}[x]");
}

#[test]
fn masks_show_four_characters_at_most_and_none_of_a_short_secret() {
    assert_eq!(
        mask::secret("AKIAABCDEFGHIJKLMNOP"),
        "AKIA… (20 characters)"
    );
    assert_eq!(mask::secret("hunter2"), "… (7 characters)");
    assert_eq!(mask::secret(""), "… (0 characters)");
    assert_eq!(mask::secret("é"), "… (1 character)");
}

#[test]
fn covering_keeps_columns_and_lines() {
    let text = "key: sécret\nnext: secret";
    let secrets = [Span::new(105, 112), Span::new(119, 200)];
    assert_eq!(
        mask::cover(text, 100, &secrets),
        "key: ******\nnext: ******"
    );
    assert_eq!(mask::cover(text, 0, &[]), text);
}

#[test]
fn a_secret_another_finding_knows_is_masked_everywhere() {
    let text = "{\"a\": \"0123456789abcdef\", \"b\": 1}";
    let document = Document::of_text("a.json", text).expect("it is well formed");
    let root = Label::value(document.root(), "0123456789abcdef");
    let mut other = Finding::new("other-rule", Severity::Error, "0123456789abcdef", root);
    other.help = Some("not 0123456789abcdef".into());
    let secrets = [SecretSpan {
        source: document.source().clone(),
        span: Span::new(7, 23),
    }];
    let file = FileReport::new("a.json", vec![other], &secrets, &Detail::default());
    let report = Report {
        files: vec![file],
        run: Run::default(),
    };
    for format in Format::ALL {
        let text = in_format(format, &report);
        assert!(!text.contains("456789"), "{format}:\n{text}");
    }
    assert!(in_format(Format::Human, &report).contains("\"0123************\""));
}
