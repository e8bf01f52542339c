//! What is to be pasted into pipelines, and the hooks.

use regex::Regex;

use super::action::yaml;
use crate::support::command::{oneauth, repository};
use crate::support::sandbox::Sandbox;

/// The bodies of the fences with this language in a text of the repository.
fn fenced(path: &str, language: &str) -> Vec<String> {
    let text = std::fs::read_to_string(repository().join(path));
    let text = text.unwrap_or_else(|e| panic!("{path}: {e}"));
    let opening = format!("```{language}\n");
    let after = text.split(opening.as_str()).skip(1);
    let body = |rest: &str| rest.split("```").next().unwrap_or_default().to_owned();
    after.map(body).collect()
}

#[test]
fn what_is_to_be_pasted_is_yaml() {
    let all = fenced("docs/ci.md", "yaml");
    assert_eq!(all.len(), 4);
    for text in all.iter().chain(&fenced("README.md", "yaml")) {
        let read: Result<serde_yaml::Value, _> = serde_yaml::from_str(text);
        assert!(read.is_ok_and(|value| !value.is_null()), "{text}");
    }
}

#[test]
fn the_version_to_be_pasted_is_this_one() {
    let version = env!("CARGO_PKG_VERSION");
    let tag = Regex::new(r"\bv\d+\.\d+\.\d+").expect("a pattern");
    for text in fenced("docs/ci.md", "yaml")
        .iter()
        .chain(&fenced("README.md", "yaml"))
    {
        for found in tag.find_iter(text) {
            assert_eq!(found.as_str(), format!("v{version}"));
        }
    }
}

#[test]
fn hooks_take_the_names_of_connectors_and_descriptions() {
    let hooks = yaml(".pre-commit-hooks.yaml");
    let hooks = hooks.as_sequence().expect("a list");
    let ids: Vec<_> = hooks
        .iter()
        .filter_map(|hook| hook["id"].as_str())
        .collect();
    assert_eq!(ids, ["oneauth-check", "oneauth-fix"]);
    for hook in hooks {
        let files = Regex::new(hook["files"].as_str().expect("a pattern")).expect("a pattern");
        for name in [
            "apiDefinition.swagger.json",
            "connectors/parcels/apiDefinition.json",
            "connectors/parcels/apiProperties.json",
            "openapi.yaml",
            "api/parcels-openapi.v2.yml",
            "Parcels.OpenAPI.json",
            "swagger/parcels.swagger.json",
        ] {
            assert!(files.is_match(name), "{name} is passed over");
        }
        for name in [
            "package.json",
            "openapi.md",
            "swagger/notes.json",
            "src/openapi.rs",
        ] {
            assert!(!files.is_match(name), "{name} is taken");
        }
    }
}

#[test]
fn properties_stand_for_the_definition_beside_them() {
    let folder = repository().join("fixtures/scenarios/bff-basic/connector/2.0");
    let copy = |name: &str| std::fs::read_to_string(folder.join(name)).expect("it is there");
    let definition = copy("apiDefinition.swagger.json");
    let properties = copy("apiProperties.json");
    let sandbox = Sandbox::with([
        ("apiDefinition.swagger.json", definition.as_str()),
        ("apiProperties.json", properties.as_str()),
    ]);
    let check = |names: &[&str]| {
        let arguments = ["check", "--format", "concise"].iter().chain(names);
        let ran = oneauth(arguments.copied()).within(sandbox.path()).run();
        (ran.code, ran.stdout)
    };
    let whole = check(&["apiDefinition.swagger.json"]);
    assert_eq!(whole.0, Some(0), "{}", whole.1);
    assert_eq!(check(&["apiProperties.json"]), whole);
    assert_eq!(
        check(&["apiProperties.json", "apiDefinition.swagger.json"]),
        whole
    );
}
