//! Completions and the man page are what the binary prints, and shells can use them.

use std::process::Command;

use crate::support::command::{oneauth, repository};
use crate::support::repository_text::expect;

/// Each shell with the file its completions live in.
const SHELLS: &[(&str, &str)] = &[
    ("bash", "completions/oneauth.bash"),
    ("zsh", "completions/_oneauth"),
    ("fish", "completions/oneauth.fish"),
    ("powershell", "completions/_oneauth.ps1"),
    ("elvish", "completions/oneauth.elv"),
];

#[test]
fn completions_are_fresh() {
    for (shell, path) in SHELLS {
        let ran = oneauth(["completions", shell]).run().expect_exit(0);
        assert_eq!(ran.stderr, "");
        expect(path, &ran.stdout);
    }
}

#[test]
fn the_man_page_is_fresh() {
    let ran = oneauth(["man"]).run().expect_exit(0);
    assert_eq!(ran.stderr, "");
    expect("completions/oneauth.1", &ran.stdout);
}

#[test]
fn an_unknown_shell_is_bad_usage() {
    let ran = oneauth(["completions", "tcl"]).run().expect_exit(2);
    assert_eq!(ran.stdout, "");
    assert!(ran.stderr.contains("powershell"), "{}", ran.stderr);
}

#[test]
fn bash_completes_commands_and_options() {
    let script = r#"
        source completions/oneauth.bash
        COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
        _oneauth oneauth "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
        echo "${COMPREPLY[@]}"
    "#;
    let complete = |words: &[&str]| {
        let mut bash = Command::new("bash");
        bash.args(["--norc", "-c", script, "bash"])
            .args(words)
            .current_dir(repository());
        let output = bash.output().ok()?;
        Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    };
    let Some(commands) = complete(&["oneauth", "rew"]) else {
        eprintln!("skipped: there is no bash");
        return;
    };
    assert_eq!(commands, "rewrite");
    let colors = complete(&["oneauth", "rewrite", "--color", "ne"]);
    assert_eq!(colors.as_deref(), Some("never"));
    let targets = complete(&["oneauth", "check", "--target", "power-p"]);
    assert_eq!(targets.as_deref(), Some("power-platform"));
}
