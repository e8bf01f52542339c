//! Commands in documentation take the options they are shown with.

use regex::Regex;

use crate::support::command::{oneauth, repository};

/// Texts that tell a reader what to run.
const TEXTS: [&str; 8] = [
    "README.md",
    "CONTRIBUTING.md",
    "ARCHITECTURE.md",
    "SECURITY.md",
    "action.yml",
    ".pre-commit-hooks.yaml",
    "docs/ci.md",
    "docs/exit-codes.md",
];

fn help(command: &str) -> String {
    let ran = oneauth([command, "--help"]).run();
    assert_eq!(ran.code, Some(0), "there is no command `{command}`");
    ran.stdout
}

/// The pieces of a text that are code, each a line.
fn code(path: &str, text: &str) -> Vec<String> {
    let mut out = Vec::new();
    if !path.ends_with(".md") {
        out.extend(text.lines().map(str::to_owned));
        return out;
    }
    for (at, part) in text.split("```").enumerate() {
        if at % 2 == 1 {
            out.extend(part.lines().map(str::to_owned));
        } else {
            let spans = part.split('`').skip(1).step_by(2);
            out.extend(spans.map(|span| span.replace('\n', " ")));
        }
    }
    out
}

#[test]
fn options_shown_exist() {
    let command = Regex::new(
        r"^\s*(?:\$ |- |- script: |entry: )?(?:oneauth|cargo run --) ([a-z]+)(?: ([^|;]*))?$",
    );
    let command = command.expect("a pattern");
    let option = Regex::new(r"^(--[a-z][a-z-]*|-[a-z])$").expect("a pattern");
    let mut seen = 0;
    for path in TEXTS {
        let text = std::fs::read_to_string(repository().join(path));
        let text = text.unwrap_or_else(|e| panic!("{path}: {e}"));
        for line in code(path, &text) {
            let Some(shown) = command.captures(&line) else {
                continue;
            };
            let help = help(&shown[1]);
            let known: Vec<&str> = help.split([' ', ',', '\n']).collect();
            let words = shown.get(2).map_or("", |words| words.as_str());
            for word in words.split(' ').filter(|word| option.is_match(word)) {
                assert!(known.contains(&word), "{path}: {line}: no {word}");
            }
            seen += 1;
        }
    }
    assert!(seen > 15, "only {seen} commands were found");
}
