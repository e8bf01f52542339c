//! Findings that were there before.

use super::{OPEN, rules};
use crate::support::sandbox::Sandbox;

#[test]
fn what_was_there_does_not_count() {
    let sandbox = Sandbox::with([("api/open.json", OPEN)]);
    let write = ["check", "--write-baseline", "known.json", "api"];
    sandbox.oneauth(write).run().expect_exit(0);
    let check = [
        "check",
        "--format",
        "concise",
        "--baseline",
        "known.json",
        "api",
    ];
    assert_eq!(sandbox.oneauth(check).run().expect_exit(0).stdout, "");
    // the same file said otherwise
    let named = [
        "check",
        "--format",
        "concise",
        "--baseline",
        "known.json",
        "./api/open.json",
    ];
    assert_eq!(sandbox.oneauth(named).run().expect_exit(0).stdout, "");
}

#[test]
fn a_baseline_survives_moved_lines_and_reordered_members() {
    let sandbox = Sandbox::with([("open.json", OPEN)]);
    sandbox
        .oneauth(["check", "--write-baseline", "known.json", "open.json"])
        .run()
        .expect_exit(0);
    let check = [
        "check",
        "--format",
        "concise",
        "--baseline",
        "known.json",
        "open.json",
    ];
    let schemes = "  \"schemes\": [\"http\", \"https\"],\n";
    let moved = OPEN
        .replace(schemes, "")
        .replacen("{\n", &format!("{{\n\n\n{schemes}"), 1);
    sandbox.file("open.json", moved);
    assert_eq!(sandbox.oneauth(check).run().expect_exit(0).stdout, "");
    let worse = OPEN.replace(r#""responses""#, r#""schemes": ["http"], "responses""#);
    sandbox.file("open.json", worse);
    let ran = sandbox.oneauth(check).run().expect_exit(1);
    assert!(
        !rules(&ran.stdout).contains(&"open.json transport-http-global".to_owned()),
        "{}",
        ran.stdout
    );
}

#[test]
fn a_baseline_is_the_same_for_the_same_findings() {
    let sandbox = Sandbox::with([("b.json", OPEN), ("a.json", OPEN)]);
    sandbox
        .oneauth([
            "check",
            "-j",
            "4",
            "--write-baseline",
            "one.json",
            "b.json",
            "a.json",
        ])
        .run()
        .expect_exit(0);
    sandbox
        .oneauth([
            "check",
            "-j",
            "1",
            "--write-baseline",
            "two.json",
            "a.json",
            "b.json",
        ])
        .run()
        .expect_exit(0);
    assert_eq!(sandbox.read("one.json"), sandbox.read("two.json"));
}

#[test]
fn a_baseline_that_cannot_be_read_is_a_mistake() {
    let sandbox = Sandbox::with([("open.json", OPEN), ("known.json", "{\"files\": []}")]);
    sandbox
        .oneauth(["check", "--baseline", "gone.json", "open.json"])
        .run()
        .expect_exit(2);
    let ran = sandbox
        .oneauth(["check", "--baseline", "known.json", "open.json"])
        .run();
    assert!(ran.expect_exit(2).stderr.contains("known.json:1:1"));
}
