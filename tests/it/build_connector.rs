//! `oneauth connector`, through the binary: every file as expected, a second run changes nothing.

use std::path::{Path, PathBuf};

use crate::support::command::{oneauth, repository};
use crate::support::corpus::files_below;
use crate::support::sandbox::Sandbox;

const SCENARIOS: [&str; 5] = [
    "apim-api-key",
    "apim-basic",
    "apim-oauth",
    "bff-key",
    "bff-basic",
];
const EXPORTS: [&str; 3] = ["2.0.before.json", "3.0.before.json", "3.0.before.yaml"];

fn scenario(name: &str) -> PathBuf {
    repository().join("fixtures/scenarios").join(name)
}

fn arguments(name: &str) -> Vec<String> {
    let text = std::fs::read_to_string(scenario(name).join("arguments.txt"));
    text.expect("it has arguments")
        .lines()
        .map(str::to_owned)
        .collect()
}

fn build(name: &str, export: &str, folder: &Path, more: &[&str]) -> crate::support::command::Ran {
    let export = scenario(name).join(export).display().to_string();
    let mut all = vec!["connector".to_owned(), export, "-o".to_owned()];
    all.push(folder.display().to_string());
    all.extend(arguments(name));
    all.extend(more.iter().map(|one| (*one).to_owned()));
    oneauth(all).run()
}

fn files(folder: &Path) -> Vec<(String, String)> {
    let below = |path: &PathBuf| {
        let name = path
            .strip_prefix(folder)
            .expect("it is below")
            .display()
            .to_string();
        (name, std::fs::read_to_string(path).expect("it can be read"))
    };
    files_below(folder).iter().map(below).collect()
}

#[test]
fn every_scenario_makes_its_connector_byte_for_byte() {
    for name in SCENARIOS {
        for export in EXPORTS {
            let sandbox = Sandbox::new();
            let made = sandbox.join("made");
            let ran = build(name, export, &made, &[]);
            assert!(matches!(ran.code, Some(0 | 1)), "{}", ran.snapshot());
            let version = export.split(".before").next().expect("a version");
            let wanted = scenario(name).join("connector").join(version);
            if std::env::var_os("ONEAUTH_REFRESH").is_some() && export.ends_with("json") {
                for (file, text) in files(&made) {
                    let path = wanted.join(file);
                    std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
                    std::fs::write(path, text).expect("written");
                }
            }
            assert_eq!(files(&made), files(&wanted), "{name} {export}");
            let again = build(name, export, &made, &[]);
            assert!(!again.stdout.contains("updated"), "{}", again.snapshot());
            assert_eq!(
                files(&made),
                files(&wanted),
                "{name} {export}: a second run"
            );
        }
    }
}

#[test]
fn the_report_tells_what_was_decided_and_what_is_left() {
    let sandbox = Sandbox::new();
    sandbox.fixture("scenarios/apim-oauth/3.0.before.yaml", "export.yaml");
    let arguments = [
        "connector",
        "export.yaml",
        "-o",
        "Parcels",
        "--to",
        "oauth2",
    ];
    insta::assert_snapshot!(sandbox.oneauth(arguments).run().snapshot());
}

#[test]
fn what_somebody_made_by_hand_stays() {
    let sandbox = Sandbox::new();
    sandbox.fixture("scenarios/apim-basic/2.0.before.json", "export.json");
    let arguments = ["connector", "export.json", "-o", "Parcels", "--to", "basic"];
    sandbox.oneauth(arguments).run();
    let definition = sandbox.read("Parcels/apiDefinition.swagger.json");
    let by_hand = definition.replacen(
        r#""operationId": "list-parcels","#,
        "\"operationId\": \"ListParcels\",\r\n                \"x-ms-visibility\": \"important\",",
        1,
    );
    assert_ne!(definition, by_hand);
    sandbox.file("Parcels/apiDefinition.swagger.json", &by_hand);
    let properties = sandbox
        .read("Parcels/apiProperties.json")
        .replace("#5B5FC7", "#112233");
    sandbox.file("Parcels/apiProperties.json", &properties);
    let ran = sandbox.oneauth(arguments).run();
    let after = sandbox.read("Parcels/apiDefinition.swagger.json");
    assert!(
        after.contains("ListParcels") && after.contains("x-ms-visibility"),
        "{}",
        ran.snapshot()
    );
    assert_eq!(sandbox.read("Parcels/apiProperties.json"), properties);
    sandbox.file("Parcels/policies/api.xml", "<policies/>");
    let refused = sandbox.oneauth(arguments).run();
    assert_eq!(refused.code, Some(2), "{}", refused.snapshot());
    assert_eq!(sandbox.read("Parcels/policies/api.xml"), "<policies/>");
}

#[test]
fn a_configuration_lists_connectors() {
    let config = "connectors:\n  - export: export.json\n    out: Parcels\n    to: basic\n";
    let sandbox = Sandbox::with([("oneauth.yaml", config)]);
    sandbox.fixture("scenarios/apim-basic/2.0.before.json", "export.json");
    let ran = sandbox
        .oneauth(["connector", "--from", "oneauth.yaml"])
        .run();
    assert!(matches!(ran.code, Some(0 | 1)), "{}", ran.snapshot());
    assert!(
        sandbox
            .read("Parcels/apiProperties.json")
            .contains("\"password\"")
    );
}

#[test]
fn rewriting_in_place_keeps_both_files_in_step() {
    let sandbox = Sandbox::new();
    sandbox.fixture("scenarios/apim-api-key/2.0.before.json", "export.json");
    sandbox
        .oneauth([
            "connector",
            "export.json",
            "-o",
            "Parcels",
            "--to",
            "api-key",
        ])
        .run();
    assert!(
        sandbox
            .read("Parcels/apiProperties.json")
            .contains("\"api_key\"")
    );
    let ran = sandbox
        .oneauth(["rewrite", "Parcels", "--to", "basic", "--write"])
        .run();
    assert_eq!(ran.code, Some(0), "{}", ran.snapshot());
    let properties = sandbox.read("Parcels/apiProperties.json");
    assert!(properties.contains("\"password\"") && !properties.contains("\"api_key\""));
    let again = sandbox
        .oneauth(["rewrite", "Parcels", "--to", "basic", "--check"])
        .run();
    assert_eq!(again.code, Some(0), "{}", again.snapshot());
    insta::assert_snapshot!(ran.snapshot());
}

#[test]
fn a_policy_that_is_no_text_is_not_written_over() {
    let sandbox = Sandbox::new();
    sandbox.fixture("scenarios/apim-basic/2.0.before.json", "export.json");
    let by_hand = b"\xff\xfe<policies/>";
    sandbox.file("Parcels/policies/keep", "");
    let policy = sandbox.join("Parcels/policies/api.xml");
    std::fs::write(&policy, by_hand).expect("written");
    let arguments = ["connector", "export.json", "-o", "Parcels", "--to", "basic"];
    let ran = sandbox.oneauth(arguments).run();
    assert_eq!(ran.code, Some(2), "{}", ran.snapshot());
    assert_eq!(std::fs::read(&policy).expect("it is there"), by_hand);
    assert_eq!(
        sandbox.files(),
        [
            "Parcels/policies/api.xml",
            "Parcels/policies/keep",
            "export.json"
        ]
    );
}

#[test]
fn a_mistake_in_the_list_names_the_entry() {
    for (line, says) in [
        ("to: kerberos", "`to: kerberos` is no type"),
        ("gateway: kong", "`gateway: kong` is no gateway"),
    ] {
        let config =
            format!("connectors:\n  - export: export.json\n    out: Parcels\n    {line}\n");
        let sandbox = Sandbox::with([("oneauth.yaml", config.as_str())]);
        sandbox.fixture("scenarios/apim-basic/2.0.before.json", "export.json");
        let ran = sandbox
            .oneauth(["connector", "--from", "oneauth.yaml"])
            .run();
        assert_eq!(ran.code, Some(2), "{}", ran.snapshot());
        assert!(ran.stderr.contains(says), "{}", ran.snapshot());
        assert!(ran.stderr.contains("export.json"), "{}", ran.snapshot());
    }
}

#[test]
fn commands_that_choose_are_those_of_the_connector() {
    let sandbox = Sandbox::new();
    sandbox.fixture("scenarios/or-of-three/2.0.before.json", "export.json");
    let ran = sandbox
        .oneauth(["connector", "export.json", "-o", "Parcels"])
        .run();
    let wanted = "oneauth connector export.json -o Parcels --keep ";
    assert!(ran.stderr.contains(wanted), "{}", ran.snapshot());
}
