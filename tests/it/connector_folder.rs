//! `oneauth connector` and `rewrite` in folders as people have them: links, line ends, names.

use std::path::Path;

use crate::support::command::Ran;
use crate::support::corpus::files_below;
use crate::support::sandbox::Sandbox;

const EXPORT: &str = "scenarios/apim-basic/2.0.before.json";

fn with_export() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.fixture(EXPORT, "export.json");
    sandbox
}

fn build(sandbox: &Sandbox, folder: &str, more: &[&str]) -> Ran {
    let mut arguments = vec!["connector", "export.json", "-o", folder, "--to", "basic"];
    arguments.extend(more);
    sandbox.oneauth(arguments).run()
}

fn refused(ran: &Ran, says: &str) {
    assert_eq!(ran.code, Some(2), "{}", ran.snapshot());
    assert!(ran.stderr.contains(says), "{}", ran.snapshot());
}

fn texts(folder: &Path) -> Vec<String> {
    let files = files_below(folder);
    let read = |path| std::fs::read_to_string(path).expect("it can be read");
    files.iter().map(read).collect()
}

#[cfg(unix)]
#[test]
fn links_out_of_the_folder_are_not_followed() {
    use std::os::unix::fs::symlink;
    let sandbox = with_export();
    sandbox.file("elsewhere/keep.txt", "mine");
    sandbox.file("Parcels/keep", "");
    symlink("../elsewhere", sandbox.join("Parcels/policies")).expect("linked");
    let ran = build(&sandbox, "Parcels", &[]);
    refused(&ran, "policies/api.xml is reached by a link out of Parcels");
    assert_eq!(files_below(&sandbox.join("elsewhere")).len(), 1);
    assert!(!sandbox.join("Parcels/apiProperties.json").exists());

    let foreign = r#"{"properties": {"connectionParameters": {}}}"#;
    sandbox.file("elsewhere/other.json", foreign);
    sandbox.file("Other/keep", "");
    let link = sandbox.join("Other/apiProperties.json");
    symlink("../elsewhere/other.json", link).expect("linked");
    refused(&build(&sandbox, "Other", &[]), "by a link out of Other");
    assert_eq!(sandbox.read("elsewhere/other.json"), foreign);

    sandbox.file("real/keep", "");
    symlink("real", sandbox.join("Linked")).expect("linked");
    let ran = build(&sandbox, "Linked", &[]);
    assert!(matches!(ran.code, Some(0 | 1)), "{}", ran.snapshot());
    assert!(sandbox.join("real/policies/api.xml").is_file());
}

#[test]
fn all_files_are_written_or_none() {
    let sandbox = with_export();
    sandbox.file("Parcels/apiProperties.json/keep", "");
    refused(
        &build(&sandbox, "Parcels", &[]),
        "a folder of this name is there",
    );
    assert!(!sandbox.join("Parcels/apiDefinition.swagger.json").exists());

    sandbox.file("Half/policies", "a file where a folder should be");
    assert_eq!(build(&sandbox, "Half", &[]).code, Some(2));
    assert_eq!(files_below(&sandbox.join("Half")).len(), 1);
}

#[test]
fn line_ends_of_version_control_are_no_change() {
    let sandbox = with_export();
    build(&sandbox, "Parcels", &[]);
    let files = files_below(&sandbox.join("Parcels"));
    for file in &files {
        let text = std::fs::read_to_string(file).expect("readable");
        std::fs::write(file, text.replace("\r\n", "\n").replace('\n', "\r\n")).expect("written");
    }
    let before = texts(&sandbox.join("Parcels"));
    let ran = build(&sandbox, "Parcels", &[]);
    assert!(matches!(ran.code, Some(0 | 1)), "{}", ran.snapshot());
    assert!(!ran.stdout.contains("updated"), "{}", ran.snapshot());
    assert_eq!(texts(&sandbox.join("Parcels")), before);
}

#[test]
fn names_are_quoted_in_the_commands_that_follow() {
    let sandbox = with_export();
    let ran = build(&sandbox, "Päckchen & Co", &[]);
    assert!(sandbox.join("Päckchen & Co/policies/api.xml").is_file());
    let wanted = "--api-def 'Päckchen & Co/apiDefinition.swagger.json' --api-prop \
                  'Päckchen & Co/apiProperties.json'";
    assert!(ran.stdout.contains(wanted), "{}", ran.snapshot());
}

#[test]
fn the_definition_of_another_api_stays() {
    let sandbox = with_export();
    let other = r#"{"swagger": "2.0", "info": {"title": "Meters", "version": "1"},
        "host": "meters.example-post.net", "schemes": ["https"], "paths": {"/meters": {"get":
        {"operationId": "ListMeters", "responses": {"200": {"description": "Meters"}}}}}}"#;
    sandbox.file("Meters/apiDefinition.swagger.json", other);
    refused(&build(&sandbox, "Meters", &[]), "describes another API");
    assert_eq!(sandbox.read("Meters/apiDefinition.swagger.json"), other);
    let ran = build(&sandbox, "Meters", &["--overwrite"]);
    assert!(matches!(ran.code, Some(0 | 1)), "{}", ran.snapshot());
    assert_ne!(sandbox.read("Meters/apiDefinition.swagger.json"), other);
}

#[test]
fn a_policy_without_a_plan_is_left_to_the_user() {
    let sandbox = with_export();
    build(&sandbox, "Parcels", &[]);
    let arguments = [
        "connector",
        "export.json",
        "-o",
        "Parcels",
        "--to",
        "api-key",
    ];
    let ran = sandbox.oneauth(arguments).run();
    let told = ran
        .stdout
        .lines()
        .any(|line| line.contains("take this policy away") && line.contains("policies/api.xml"));
    assert!(told || cfg!(windows), "{}", ran.snapshot());
    assert!(sandbox.join("Parcels/policies/api.xml").is_file());
}

#[test]
fn a_diff_shows_every_file_and_writes_none() {
    let sandbox = with_export();
    let ran = build(&sandbox, "Parcels", &["--diff"]);
    assert!(!sandbox.join("Parcels").exists());
    for file in [
        "apiDefinition.swagger.json",
        "apiProperties.json",
        "policies/api.xml",
    ] {
        let heading = format!("+++ b/Parcels/{file}");
        let shown = ran
            .stdout
            .lines()
            .any(|line| line.replace('\\', "/") == heading);
        assert!(shown, "{file}: {}", ran.snapshot());
    }
}

#[cfg(target_os = "linux")]
#[test]
fn other_letter_case_is_the_same_file() {
    let sandbox = with_export();
    build(&sandbox, "Parcels", &[]);
    let rename = |from: &str, to: &str| {
        std::fs::rename(sandbox.join(from), sandbox.join(to)).expect("renamed");
    };
    rename("Parcels/apiProperties.json", "Parcels/ApiProperties.json");
    rename(
        "Parcels/apiDefinition.swagger.json",
        "Parcels/apidefinition.swagger.json",
    );
    build(&sandbox, "Parcels", &[]);
    assert_eq!(files_below(&sandbox.join("Parcels")).len(), 3);
    let arguments = [
        "rewrite", "Parcels", "--to", "api-key", "--header", "X-Key", "--write",
    ];
    let ran = sandbox.oneauth(arguments).run();
    assert_eq!(ran.code, Some(0), "{}", ran.snapshot());
    assert!(
        sandbox
            .read("Parcels/ApiProperties.json")
            .contains("\"api_key\"")
    );
    sandbox.file("Parcels/ApiProperties.json", r#"{"properties": {}}"#);
    let ran = sandbox.oneauth(["check", "Parcels"]).run();
    assert!(
        ran.stdout.contains("connector-auth-mismatch"),
        "{}",
        ran.snapshot()
    );
}

#[test]
fn unreadable_properties_stop_only_what_would_change_them() {
    let sandbox = with_export();
    let broken = r#"{"properties": {"#;
    sandbox.file("apiProperties.json", broken);
    let before = sandbox.read("export.json");
    let to = |more: &[&str]| {
        let mut arguments = vec!["rewrite", "export.json", "--to", "basic"];
        arguments.extend(more);
        sandbox.oneauth(arguments).run()
    };
    for more in [["-o", "-"], ["-o", "result.json"]] {
        let ran = to(&more);
        assert_eq!(ran.code, Some(0), "{}", ran.snapshot());
        let told = format!("{}{}", ran.stdout, ran.stderr);
        assert!(
            told.contains("apiProperties.json was not looked at"),
            "{}",
            ran.snapshot()
        );
    }
    assert!(sandbox.read("result.json").contains("\"basic\""));
    let ran = to(&["--write"]);
    refused(&ran, "apiProperties.json");
    assert_eq!(sandbox.read("export.json"), before);
    assert_eq!(sandbox.read("apiProperties.json"), broken);
}

#[test]
fn a_list_rebuilds_the_same_from_anywhere() {
    let config = "connectors:\n  - {export: in/export.json, out: made/Parcels, to: basic}\n  \
                  - {export: in/export.json, out: made/Keys, to: api-key, gateway: none}\n";
    let sandbox = Sandbox::with([("team/oneauth.yaml", config), ("elsewhere/keep", "")]);
    sandbox.fixture(EXPORT, "team/in/export.json");
    let run = |folder: &str, list: &str| {
        let command = sandbox.oneauth(["connector", "--from", list]);
        let ran = command.within(&sandbox.join(folder)).run();
        assert!(matches!(ran.code, Some(0 | 1)), "{}", ran.snapshot());
        (ran.stdout, texts(&sandbox.join("team/made")))
    };
    let (_, first) = run("team", "oneauth.yaml");
    assert_eq!(first.len(), 5);
    let (told, second) = run("elsewhere", "../team/oneauth.yaml");
    assert_eq!(first, second);
    assert!(
        !told.contains("updated") && !told.contains("written"),
        "{told}"
    );
}
