//! The scenarios end to end, through the binary: every byte of the result is as expected.

mod hostile;

use std::path::{Path, PathBuf};

use crate::support::command::oneauth;
use crate::support::sandbox::Sandbox;

fn scenarios() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/scenarios")
}

fn below(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

/// The arguments of a scenario, one a line.
fn arguments(folder: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(folder.join("arguments.txt")).expect("it has arguments");
    text.lines().map(str::to_owned).collect()
}

/// Every `<version>.before.<format>` of every scenario, with the folder it is in.
fn befores() -> Vec<(PathBuf, PathBuf)> {
    let folders = below(&scenarios());
    let all = folders.iter().flat_map(|folder| {
        let files = below(folder).into_iter();
        files.map(|file| (folder.clone(), file))
    });
    all.filter(|(_, file)| name(file).contains(".before."))
        .collect()
}

fn name(path: &Path) -> String {
    let name = path.file_name().expect("it is a file");
    name.to_string_lossy().into_owned()
}

fn rewrite(file: &Path, folder: &Path, more: &[&str]) -> crate::support::command::Ran {
    let mut all = vec!["rewrite".to_owned(), file.display().to_string()];
    all.extend(arguments(folder));
    all.extend(more.iter().map(|one| (*one).to_owned()));
    oneauth(all).run()
}

#[test]
fn every_scenario_comes_out_byte_for_byte() {
    let all = befores();
    assert_eq!(all.len(), 30, "ten scenarios in three forms");
    for (folder, before) in all {
        let after = folder.join(name(&before).replace(".before.", ".after."));
        let wanted = std::fs::read_to_string(&after).expect("the result is there");
        let ran = rewrite(&before, &folder, &["-o", "-", "--verify", "full"]);
        assert_eq!(ran.code, Some(0), "{}", ran.snapshot());
        assert!(ran.stdout == wanted, "{}:\n{}", after.display(), ran.stdout);
    }
}

#[test]
fn a_second_run_changes_nothing() {
    for (folder, before) in befores() {
        let after = folder.join(name(&before).replace(".before.", ".after."));
        let ran = rewrite(&after, &folder, &["--check"]);
        assert_eq!(ran.code, Some(0), "{}", ran.snapshot());
        assert!(
            ran.stdout.contains("Nothing to change"),
            "{}",
            ran.snapshot()
        );
    }
}

#[test]
fn the_result_has_one_scheme_and_the_input_had_not() {
    for (folder, before) in befores() {
        let after = folder.join(name(&before).replace(".before.", ".after."));
        let run = oneauth(["inspect", &after.display().to_string(), "--format", "json"]).run();
        let found: serde_json::Value = serde_json::from_str(&run.stdout).expect("it is JSON");
        assert_eq!(
            found["schemes"].as_array().map(Vec::len),
            Some(1),
            "{}",
            after.display()
        );
        let ran = rewrite(&before, &folder, &["--check"]);
        assert_eq!(ran.code, Some(1), "{}", ran.snapshot());
    }
}

#[test]
fn json_and_yaml_get_the_same_plan() {
    for (folder, before) in befores() {
        if !name(&before).starts_with("3.0.before.json") {
            continue;
        }
        let plan = |file: &Path| {
            let ran = rewrite(file, &folder, &["--format", "json"]);
            let mut wire: serde_json::Value = serde_json::from_str(&ran.stdout).expect("JSON");
            for member in ["file", "diff"] {
                wire.as_object_mut().expect("an object").remove(member);
            }
            wire
        };
        assert_eq!(plan(&before), plan(&before.with_extension("yaml")));
    }
}

#[test]
fn a_plan_is_shown_and_nothing_written() {
    let sandbox = Sandbox::new();
    sandbox.fixture("scenarios/apim-basic/2.0.before.json", "export.json");
    let before = sandbox.read("export.json");
    let ran = sandbox
        .oneauth(["rewrite", "export.json", "--to", "basic"])
        .run();
    insta::assert_snapshot!(ran.snapshot());
    assert_eq!(sandbox.read("export.json"), before);
    assert_eq!(sandbox.files(), ["export.json"]);
}

#[test]
fn written_in_place_the_rest_stays() {
    let sandbox = Sandbox::new();
    sandbox.fixture("scenarios/apim-oauth/3.0.before.yaml", "export.yaml");
    let arguments = [
        "rewrite",
        "export.yaml",
        "--to",
        "oauth2",
        "--set",
        "TENANT_ID=11111111-2222-3333-4444-555555555555",
        "--write",
    ];
    let ran = sandbox.oneauth(arguments).run();
    assert_eq!(ran.code, Some(0), "{}", ran.snapshot());
    let wanted = std::fs::read_to_string(scenarios().join("apim-oauth/3.0.after.yaml"));
    assert_eq!(
        sandbox.read("export.yaml"),
        wanted.expect("the result is there")
    );
    assert_eq!(
        sandbox.files(),
        ["export.yaml"],
        "no temporary file is left"
    );
}

#[test]
fn what_only_a_person_can_choose_is_asked() {
    let sandbox = Sandbox::new();
    sandbox.fixture("scenarios/or-of-three/2.0.before.json", "export.json");
    let ran = sandbox.oneauth(["rewrite", "export.json"]).run();
    insta::assert_snapshot!(ran.snapshot());
}

#[test]
fn an_unfilled_placeholder_is_named_with_its_place() {
    let sandbox = Sandbox::new();
    sandbox.fixture("scenarios/apim-oauth/3.0.before.json", "export.json");
    let ran = sandbox
        .oneauth(["rewrite", "export.json", "--to", "oauth2"])
        .run();
    insta::assert_snapshot!(ran.snapshot());
}

#[test]
fn nobody_becomes_public_without_a_word() {
    let sandbox = Sandbox::new();
    sandbox.fixture("scenarios/apim-basic/2.0.before.json", "export.json");
    let ran = sandbox
        .oneauth(["rewrite", "export.json", "--to", "none"])
        .run();
    insta::assert_snapshot!(ran.snapshot());
    let accepted = [
        "rewrite",
        "export.json",
        "--to",
        "none",
        "--accept-public",
        "-o",
        "-",
    ];
    let ran = sandbox.oneauth(accepted).run();
    assert_eq!(ran.code, Some(0), "{}", ran.snapshot());
    assert!(
        ran.stdout.contains(r#""securityDefinitions": {},"#),
        "{}",
        ran.stdout
    );
    assert!(ran.stdout.contains(r#""security": [],"#), "{}", ran.stdout);
}

#[test]
fn what_cannot_be_done_says_why_and_how_else() {
    let sandbox = Sandbox::new();
    sandbox.fixture("scenarios/apim-basic/2.0.before.json", "export.json");
    let mut shown = String::new();
    for arguments in [
        vec!["rewrite", "export.json", "--keep", "apiKeyheader"],
        vec!["rewrite", "export.json", "--to", "oauth2"],
        vec!["rewrite", "export.json", "--to", "basic", "--set", "TENANT"],
        vec!["rewrite", "export.json", "--to", "kerberos"],
        vec!["rewrite", "nowhere.json", "--to", "basic"],
        vec!["rewrite", "-", "--to", "basic", "--write"],
    ] {
        let input = sandbox.read("export.json");
        shown.push_str(&sandbox.oneauth(arguments).input(input).run().snapshot());
        shown.push('\n');
    }
    insta::assert_snapshot!(shown);
}

#[test]
fn a_duplicate_inside_security_is_refused() {
    let text = r#"{"swagger":"2.0","info":{"title":"P","version":"1"},"paths":{},
"securityDefinitions":{"a":{"type":"basic"}},
"securityDefinitions":{"b":{"type":"basic"}}}"#;
    let sandbox = Sandbox::with([("twice.json", text)]);
    let ran = sandbox
        .oneauth(["rewrite", "twice.json", "--to", "basic"])
        .run();
    insta::assert_snapshot!(ran.snapshot());
}
