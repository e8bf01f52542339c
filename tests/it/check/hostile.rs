//! Text of a document or a path never reaches a terminal or a log as it is.

use super::OPEN;
use crate::support::sandbox::Sandbox;

const FORMATS: [&str; 10] = [
    "human",
    "concise",
    "json",
    "jsonl",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "checkstyle",
    "markdown",
];

#[test]
fn control_and_direction_characters_are_made_visible() {
    let path = r#""/parcels\u001b[31m\u202e\u0000\r\n::error::taken\u0085""#;
    let text = OPEN.replace(r#""/parcels""#, path).replace(
        r#""get": {"#,
        r#""get": {"security": [{"\u001b]0;x\u0007\u2066": []}], "#,
    );
    let sandbox = Sandbox::with([("a\u{1b}[31m\u{202e}b/open.json", &*text)]);
    let folder = "a\u{1b}[31m\u{202e}b";
    for format in FORMATS {
        let ran = sandbox
            .oneauth(["check", "--format", format, folder])
            .run()
            .expect_exit(1);
        for stream in [&ran.stdout, &ran.stderr] {
            let raw = stream.chars().find(|c| {
                let direction = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
                direction || (c.is_control() && *c != '\n')
            });
            assert_eq!(raw, None, "{format}: {stream:?}");
            assert!(
                !stream
                    .lines()
                    .any(|line| line.starts_with("::error::taken")),
                "{format}"
            );
        }
    }
}

#[test]
fn colour_is_asked_for() {
    let sandbox = Sandbox::with([("open.json", OPEN)]);
    let run = |color: &str| sandbox.oneauth(["check", "--color", color, "open.json"]);
    assert!(run("always").run().stdout.contains("\u{1b}["));
    assert!(!run("never").run().stdout.contains('\u{1b}'));
    assert!(
        !run("auto").run().stdout.contains('\u{1b}'),
        "it is no terminal"
    );
    assert!(
        !run("auto")
            .variable("NO_COLOR", "1")
            .run()
            .stdout
            .contains('\u{1b}')
    );
}

#[cfg(unix)]
#[test]
fn a_reader_that_leaves_is_no_mistake() {
    use std::process::{Command, Stdio};
    let sandbox = Sandbox::new();
    for n in 0..300 {
        sandbox.file(&format!("{n}.json"), OPEN);
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_oneauth"));
    command
        .args(["check", "--fail-on", "never"])
        .current_dir(sandbox.path());
    let piped = command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = piped.spawn().expect("the binary was built");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the binary ends");
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!((output.status.code(), &*stderr), (Some(0), ""));
}

#[cfg(unix)]
#[test]
fn a_link_in_circles_is_no_endless_folder() {
    let sandbox = Sandbox::with([("api/open.json", OPEN)]);
    std::os::unix::fs::symlink(sandbox.join("api"), sandbox.join("api/again"))
        .expect("it can be made");
    let ran = sandbox
        .oneauth(["check", "--format", "concise", "api"])
        .run()
        .expect_exit(1);
    assert_eq!(ran.stdout.lines().count(), 2, "{}", ran.stdout);
}
