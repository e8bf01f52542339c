//! One snapshot per format.

use oneauth::report::{Format, RenderOptions};

use super::canonical::{report, written};

fn plain(format: Format) -> String {
    written(format, &RenderOptions::default())
}

fn human(width: usize, color: bool) -> String {
    let options = RenderOptions {
        width,
        color,
        ..RenderOptions::default()
    };
    written(Format::Human, &options)
}

#[test]
fn human_80_columns() {
    insta::assert_snapshot!("human_80", human(80, false));
}

#[test]
fn human_40_columns() {
    insta::assert_snapshot!("human_40", human(40, false));
}

#[test]
fn human_with_colour() {
    let shown = human(80, true).replace('\u{1b}', "ESC");
    insta::assert_snapshot!("human_colour", shown);
    let narrow = human(40, true).replace('\u{1b}', "ESC");
    insta::assert_snapshot!("human_40_colour", narrow);
}

#[test]
fn human_without_more_than_ascii() {
    let options = RenderOptions {
        unicode: false,
        width: 80,
        ..RenderOptions::default()
    };
    let text = written(Format::Human, &options);
    let frame: String = text.chars().filter(|c| "│╭╰─▲┬×⚠☞".contains(*c)).collect();
    assert_eq!(frame, "", "{text}");
}

#[test]
fn a_limit_of_findings_is_counted() {
    let options = RenderOptions {
        limit: 1,
        ..RenderOptions::default()
    };
    let text = written(Format::Human, &options);
    assert!(text.contains("4 more findings are not shown"), "{text}");
}

#[test]
fn concise() {
    insta::assert_snapshot!("concise", plain(Format::Concise));
}

#[test]
fn json() {
    insta::assert_snapshot!("json", plain(Format::Json));
}

#[test]
fn jsonl() {
    insta::assert_snapshot!("jsonl", plain(Format::Jsonl));
}

#[test]
fn sarif() {
    insta::assert_snapshot!("sarif", plain(Format::Sarif));
}

#[test]
fn github() {
    insta::assert_snapshot!("github", plain(Format::Github));
}

#[test]
fn gitlab() {
    insta::assert_snapshot!("gitlab", plain(Format::Gitlab));
}

#[test]
fn junit() {
    insta::assert_snapshot!("junit", plain(Format::Junit));
}

#[test]
fn checkstyle() {
    insta::assert_snapshot!("checkstyle", plain(Format::Checkstyle));
}

#[test]
fn markdown() {
    insta::assert_snapshot!("markdown", plain(Format::Markdown));
}

#[test]
fn the_counts_leave_out_what_is_suppressed() {
    let summary = report(80).tally().summary;
    let counts = [
        summary.errors,
        summary.warnings,
        summary.infos,
        summary.hints,
    ];
    assert_eq!(counts, [2, 1, 1, 1]);
    assert_eq!(
        [summary.suppressed, summary.known, summary.fixable],
        [1, 1, 1]
    );
    assert_eq!([summary.files, summary.unreadable], [2, 1]);
}

#[test]
fn a_format_is_found_by_its_name() {
    for format in Format::ALL {
        assert_eq!(format.name().parse(), Ok(format));
    }
    let error = "serif".parse::<Format>().expect_err("there is none");
    assert_eq!(error, "`serif` is not a format; did you mean `sarif`?");
}
