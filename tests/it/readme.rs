//! The README shows what the binary really prints, and says what the code says.

use oneauth::outcome::Outcome;

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

#[test]
fn terminal_sessions_are_real() {
    let text = std::fs::read_to_string(repository().join("README.md"));
    let text = text.expect("there is a README");
    expect("README.md", &with_real_output(&text));
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
    ] {
        let text = std::fs::read_to_string(repository().join(name));
        let text = text.unwrap_or_else(|e| panic!("{name}: {e}"));
        for (at, _) in text.match_indices("](") {
            let target = text[at + 2..].split([')', '#']).next().unwrap_or_default();
            let local = !target.is_empty() && !target.contains("://");
            let exists = repository().join(target).exists();
            assert!(
                !local || exists,
                "{name} links to {target}, which is not there"
            );
        }
    }
}
