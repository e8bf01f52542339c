//! The README shows what the binary really prints, and says what the code says.

use oneauth::outcome::Outcome;
use oneauth::report::catalogue;
use oneauth::rule::Family;

use crate::support::command::{oneauth, repository};
use crate::support::repository_text::expect;

/// A text with the output of every `$ oneauth …` in its `console` blocks put in anew.
fn with_real_output(text: &str) -> String {
    let mut out = String::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        out.push_str(line);
        out.push('\n');
        if line != "```console" {
            continue;
        }
        for line in lines.by_ref().take_while(|line| *line != "```") {
            if let Some(command) = line.strip_prefix("$ oneauth ") {
                out.push_str(line);
                out.push('\n');
                let ran = oneauth(command.split_whitespace()).run();
                out.push_str(&ran.stdout);
                out.push_str(&ran.stderr);
            }
        }
        out.push_str("```\n");
    }
    out
}

/// A text with the line below the mark `<!-- rules -->` counting the rules.
fn with_the_count(text: &str) -> String {
    let in_family = |family| {
        catalogue::every()
            .filter(move |meta| meta.family == family)
            .count()
    };
    let families = Family::ALL.map(|family| (family, in_family(family)));
    let parts: Vec<String> = families
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(family, count)| format!("{family} ({count})"))
        .collect();
    let line = format!(
        "{} rules: {}.",
        catalogue::every().count(),
        parts.join(", ")
    );
    let (before, after) = text
        .split_once("<!-- rules -->\n")
        .expect("the README has the mark");
    let (_, rest) = after.split_once('\n').expect("a line follows the mark");
    format!("{before}<!-- rules -->\n{line}\n{rest}")
}

#[test]
fn what_it_shows_and_counts_is_real() {
    let text = std::fs::read_to_string(repository().join("README.md"));
    let text = text.expect("there is a README");
    expect("README.md", &with_the_count(&with_real_output(&text)));
}

#[test]
fn exit_codes_are_those_of_the_code() {
    let text = std::fs::read_to_string(repository().join("README.md"));
    let text = text.expect("there is a README");
    for outcome in Outcome::ALL {
        let row = format!("| {} | {} |", outcome.code(), outcome.meaning());
        assert!(text.contains(&row), "the README lacks: {row}");
    }
}

#[test]
fn links_lead_somewhere() {
    for name in [
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "SECURITY.md",
        "docs/ci.md",
        "docs/rules/README.md",
    ] {
        let folder = std::path::Path::new(name).parent().expect("it is a file");
        let text = std::fs::read_to_string(repository().join(name));
        let text = text.unwrap_or_else(|e| panic!("{name}: {e}"));
        for (at, _) in text.match_indices("](") {
            let target = text[at + 2..].split([')', '#']).next().unwrap_or_default();
            let local = !target.is_empty() && !target.contains("://");
            let exists = repository().join(folder).join(target).exists();
            assert!(
                !local || exists,
                "{name} links to {target}, which is not there"
            );
        }
    }
}
