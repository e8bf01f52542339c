//! What is checked, in which order, and how a run ends.

use super::{OPEN, rules, sound};
use crate::support::sandbox::Sandbox;

#[test]
fn the_three_ways_to_end() {
    let sandbox = Sandbox::with([
        ("open.json", OPEN),
        ("sound.json", &sound()),
        ("bad.json", "{"),
    ]);
    sandbox
        .oneauth(["check", "sound.json"])
        .run()
        .expect_exit(0);
    sandbox.oneauth(["check", "open.json"]).run().expect_exit(1);
    sandbox.oneauth(["check", "bad.json"]).run().expect_exit(2);
    sandbox.oneauth(["check", "gone.json"]).run().expect_exit(2);
    sandbox.oneauth(["check", "--no-such"]).run().expect_exit(2);
}

#[test]
fn a_bad_file_hides_nothing_of_the_others() {
    let sandbox = Sandbox::with([
        ("a.json", OPEN),
        ("b.json", "{\"swagger\": "),
        ("c.yaml", "swagger: '2.0'\n\thost: x\n"),
        ("d.json", OPEN),
    ]);
    let arguments = [
        "check",
        "--format",
        "concise",
        "a.json",
        "b.json",
        "gone.json",
        "c.yaml",
        "d.json",
    ];
    let ran = sandbox.oneauth(arguments).run().expect_exit(2);
    let found = rules(&ran.stdout);
    let both = |file: &str| found.iter().filter(|one| one.starts_with(file)).count();
    assert_eq!(both("a.json"), 2, "{}", ran.stdout);
    assert_eq!(both("d.json"), 2, "{}", ran.stdout);
    for told in [
        "b.json connector-file-not-strict-json",
        "gone.json unreadable",
        "c.yaml unreadable",
    ] {
        assert!(found.contains(&told.to_owned()), "{}", ran.stdout);
    }
}

#[test]
fn a_folder_is_searched_and_what_git_ignores_left_out() {
    let sandbox = Sandbox::with([
        ("api/open.json", OPEN),
        ("api/deep/er/open.yml", OPEN),
        ("api/notes.yaml", "name: no document\n"),
        ("api/readme.md", "swagger"),
        ("api/build/open.json", OPEN),
        ("api/.gitignore", "build/\n"),
        ("api/.git/HEAD", "ref: refs/heads/main\n"),
    ]);
    let ran = sandbox
        .oneauth(["check", "--format", "concise", "api"])
        .run()
        .expect_exit(1);
    let mut files: Vec<_> = ran
        .stdout
        .lines()
        .filter_map(|l| l.split(':').next())
        .collect();
    files.dedup();
    assert_eq!(files, ["api/deep/er/open.yml", "api/open.json"]);
    // who names a file means it
    sandbox
        .oneauth(["check", "api/build/open.json"])
        .run()
        .expect_exit(1);
    sandbox
        .oneauth(["check", "api/notes.yaml"])
        .run()
        .expect_exit(2);
}

#[test]
fn no_path_is_this_folder_and_nothing_found_is_no_success() {
    let sandbox = Sandbox::with([("open.json", OPEN), ("empty/readme.md", "")]);
    let ran = sandbox
        .oneauth(["check", "--format", "concise"])
        .run()
        .expect_exit(1);
    assert!(ran.stdout.starts_with("open.json:"), "{}", ran.stdout);
    let ran = sandbox.oneauth(["check", "empty"]).run().expect_exit(2);
    insta::assert_snapshot!(ran.snapshot());
}

#[test]
fn a_file_given_twice_is_checked_once() {
    let sandbox = Sandbox::with([("api/open.json", OPEN)]);
    let once = sandbox
        .oneauth(["check", "--format", "concise", "api/open.json"])
        .run();
    let twice = [
        "check",
        "--format",
        "concise",
        "api/open.json",
        "api",
        "./api/open.json",
    ];
    let ran = sandbox.oneauth(twice).run().expect_exit(1);
    assert_eq!(ran.stdout, once.stdout);
}

#[test]
fn standard_input_is_a_document() {
    let sandbox = Sandbox::new();
    let check = ["check", "--format", "concise", "-"];
    let ran = sandbox.oneauth(check).input(OPEN).run().expect_exit(1);
    assert!(ran.stdout.starts_with("<stdin>:5:15: "), "{}", ran.stdout);
    let yaml = "swagger: '2.0'\nschemes: [http]\n";
    let ran = sandbox.oneauth(check).input(yaml).run().expect_exit(1);
    assert!(ran.stdout.contains("<stdin>:2:11: "), "{}", ran.stdout);
    sandbox.oneauth(check).input("").run().expect_exit(2);
    sandbox
        .oneauth(check)
        .input([0xff, 0xfe, 0x00])
        .run()
        .expect_exit(2);
}

#[test]
fn paths_from_a_list() {
    let sandbox = Sandbox::with([
        ("a.json", OPEN),
        ("b b.json", OPEN),
        ("list", "b b.json\r\n\na.json\n"),
    ]);
    let ran = sandbox
        .oneauth(["check", "--format", "concise", "--files-from", "list"])
        .run();
    let expected = rules(&ran.stdout);
    assert_eq!(expected.len(), 4, "{}", ran.stdout);
    assert!(
        expected[0].starts_with("b b.json"),
        "the order of the list: {expected:?}"
    );
    let stdin = sandbox.oneauth(["check", "--format", "concise", "--files-from", "-"]);
    let ran = stdin.input("b b.json\na.json\n").run().expect_exit(1);
    assert_eq!(rules(&ran.stdout), expected);
    let null = ["check", "--format", "concise", "--files-from", "-", "-0"];
    let ran = sandbox.oneauth(null).input("b b.json\0a.json\0").run();
    assert_eq!(rules(&ran.stdout), expected);
    sandbox.oneauth(["check", "--null"]).run().expect_exit(2);
    sandbox
        .oneauth(["check", "--files-from", "gone"])
        .run()
        .expect_exit(2);
    // an empty list is a hook without files to look at
    sandbox
        .oneauth(["check", "--files-from", "-"])
        .input("")
        .run()
        .expect_exit(0);
}

#[test]
fn the_order_is_the_same_with_any_number_of_threads() {
    let sandbox = Sandbox::new();
    for n in 0..60 {
        sandbox.file(
            &format!("api/{n}.json"),
            if n % 7 == 0 { "{\"swagger\": " } else { OPEN },
        );
    }
    let run = |jobs: &str| {
        let ran = sandbox
            .oneauth(["check", "--format", "concise", "-j", jobs, "api"])
            .run();
        ran.expect_exit(2).stdout
    };
    let one = run("1");
    assert!(one.lines().count() > 100);
    for jobs in ["2", "3", "8"] {
        assert_eq!(run(jobs), one);
    }
}

#[test]
fn strict_refuses_json_that_is_not() {
    let lax = OPEN
        .replacen("\"2.0\",", "\"2.0\", // a comment", 1)
        .replace("\"}}}\n    }\n  }", "\"}}}\n    },\n  },");
    let sandbox = Sandbox::with([("lax.json", &*lax), ("open.json", OPEN)]);
    let select = ["--select", "transport-http-global"];
    let lenient = ["check", "lax.json"].into_iter().chain(select);
    sandbox.oneauth(lenient).run().expect_exit(1);
    let strict = ["check", "--strict", "lax.json"].into_iter().chain(select);
    sandbox.oneauth(strict).run().expect_exit(2);
    let strict = ["check", "--strict", "open.json"].into_iter().chain(select);
    sandbox.oneauth(strict).run().expect_exit(1);
}

#[test]
fn what_lies_beside_a_connector_and_cannot_be_read_is_named() {
    let sandbox = Sandbox::with([
        ("parcels/apiDefinition.swagger.json", OPEN),
        ("parcels/apiProperties.json", "{\n  \"properties\": {bad\n"),
    ]);
    let ran = sandbox
        .oneauth(["check", "--format", "concise", "parcels"])
        .run()
        .expect_exit(2);
    let found = rules(&ran.stdout);
    assert!(
        found.contains(&"parcels/apiProperties.json connector-file-not-strict-json".to_owned()),
        "{}",
        ran.stdout
    );
    assert!(
        ran.stdout.contains("parcels/apiProperties.json:2:18: "),
        "{}",
        ran.stdout
    );
    let definition = "parcels/apiDefinition.swagger.json transport-http-global";
    assert!(found.contains(&definition.to_owned()), "{}", ran.stdout);
    assert!(!ran.stdout.contains("swagger.json:2:18"), "{}", ran.stdout);
}
