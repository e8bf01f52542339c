//! SARIF, JUnit, Checkstyle and our own JSON against their schemas.

use std::path::PathBuf;
use std::process::Command;

use oneauth::config::all_rules;
use oneauth::report::{Format, RenderOptions, RuleFacts, emit};
use oneauth::rule::RuleMeta;
use serde_json::Value;

use super::canonical::{report, written};
use crate::support::command::repository;

fn output(format: Format) -> String {
    written(format, &RenderOptions::default())
}

fn value(format: Format) -> Value {
    serde_json::from_str(&output(format)).expect("it is JSON")
}

/// Fails with every place where `instance` is not what `schema` asks for.
fn assert_valid(schema: &Value, instance: &Value) {
    let validator = jsonschema::validator_for(schema).expect("the schema is one");
    let errors: Vec<String> = validator
        .iter_errors(instance)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}

/// A schema that `.ci/schemas.sh` has fetched.
fn fetched(name: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("ONEAUTH_SCHEMAS").map(PathBuf::from);
    let target = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    let target = target.unwrap_or_else(|| repository().join("target"));
    let path = folder.unwrap_or_else(|| target.join("schemas")).join(name);
    if path.exists() {
        return Some(path);
    }
    println!("skipped: run .ci/schemas.sh to fetch {name}");
    None
}

/// The official schema of SARIF.
fn official() -> Option<Value> {
    let text = std::fs::read_to_string(fetched("sarif-2.1.0.json")?).expect("it can be read");
    let mut schema: Value = serde_json::from_str(&text).expect("the schema is JSON");
    // its pattern for a language has a bracket too many, which strict readers refuse; we write none
    for part in ["run", "toolComponent"] {
        let language = &mut schema["definitions"][part]["properties"]["language"];
        let language = language.as_object_mut().expect("it is an object");
        language.remove("pattern");
    }
    Some(schema)
}

/// Jenkins' XML schema, by a validator that is not ours.
#[test]
fn junit_is_valid() {
    let Some(schema) = fetched("junit-10.xsd") else {
        return;
    };
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let file = folder.path().join("junit.xml");
    std::fs::write(&file, output(Format::Junit)).expect("the report can be written");
    let xmllint = Command::new("xmllint")
        .args(["--noout", "--nonet", "--schema"])
        .args([schema, file])
        .output();
    match xmllint {
        Ok(ran) => assert!(
            ran.status.success(),
            "{}",
            String::from_utf8_lossy(&ran.stderr)
        ),
        Err(_) => println!("skipped: xmllint (libxml2-utils) is not installed"),
    }
}

#[test]
fn sarif_is_valid() {
    if let Some(schema) = official() {
        assert_valid(&schema, &value(Format::Sarif));
    }
}

/// The catalogue as it is: every rule has a descriptor that the schema takes.
#[test]
fn sarif_of_the_real_catalogue_is_valid() {
    let rules = all_rules();
    let mut report = report(80);
    let of = |rule: &&'static RuleMeta| RuleFacts::of(rule, rule.severity.api);
    report.run.rules = rules.iter().map(of).collect();
    let mut out = Vec::new();
    emit(Format::Sarif, &report, &RenderOptions::default(), &mut out).expect("a vector");
    let log: Value = serde_json::from_slice(&out).expect("it is JSON");
    let descriptors = log["runs"][0]["tool"]["driver"]["rules"].as_array();
    let descriptors = descriptors.expect("it is a list");
    assert_eq!(descriptors.len(), rules.len());
    for descriptor in descriptors {
        let words = [
            &descriptor["shortDescription"]["text"],
            &descriptor["help"]["markdown"],
        ];
        assert!(
            words
                .iter()
                .all(|text| text.as_str().is_some_and(|text| !text.is_empty()))
        );
    }
    if let Some(schema) = official() {
        assert_valid(&schema, &log);
    }
}

#[test]
fn no_two_rules_answer_to_one_name() {
    let rules = all_rules();
    let names = rules
        .iter()
        .flat_map(|rule| std::iter::once(&rule.id).chain(rule.formerly));
    let mut names: Vec<&str> = names.copied().collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count);
}

/// What the schema does not say: indices, places, relative references.
#[test]
fn sarif_holds_together() {
    let log = value(Format::Sarif);
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    for result in run["results"].as_array().expect("results") {
        if let Some(index) = result["ruleIndex"].as_u64() {
            assert_eq!(rules[index as usize]["id"], result["ruleId"]);
        }
        let place = &result["locations"][0]["physicalLocation"];
        let region = &place["region"];
        let at = |name: &str| region[name].as_u64().expect("a number");
        assert!(at("startLine") >= 1 && at("startColumn") >= 1);
        let (start, end) = ("startLine", "endLine");
        let columns = ("startColumn", "endColumn");
        assert!((at(start), at(columns.0)) <= (at(end), at(columns.1)));
        let uri = place["artifactLocation"]["uri"]
            .as_str()
            .expect("a reference");
        assert!(uri.is_ascii() && !uri.contains(' '), "{uri}");
        assert_eq!(place["artifactLocation"]["uriBaseId"], "%SRCROOT%");
        let print = &result["partialFingerprints"]["oneauth/v1"];
        assert_eq!(print.as_str().map(str::len), Some(64));
    }
    let base = run["originalUriBaseIds"]["%SRCROOT%"]["uri"].as_str();
    assert!(base.is_some_and(|uri| uri.starts_with("file:///") && uri.ends_with('/')));
}

#[test]
fn sarif_columns_are_code_points() {
    let log = value(Format::Sarif);
    let results = log["runs"][0]["results"].as_array().expect("results");
    let result = results.iter().find(|r| r["ruleId"] == "text-direction");
    let region = &result.expect("it is there")["locations"][0]["physicalLocation"]["region"];
    // 22 characters with both quotes, of which three take more than one byte
    let width = |name: &str| region[name].as_u64().expect("a number");
    assert_eq!(width("endColumn") - width("startColumn"), 22);
}

#[test]
fn json_is_what_its_schema_says() {
    let path = repository().join("docs/report.schema.json");
    let text = std::fs::read_to_string(path).expect("the schema is in the repository");
    let schema = serde_json::from_str(&text).expect("the schema is JSON");
    assert_valid(&schema, &value(Format::Json));
    let mut wrong = value(Format::Json);
    wrong["files"][0]["findings"][0]["severity"] = "fatal".into();
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    assert!(!validator.is_valid(&wrong));
    wrong = value(Format::Json);
    wrong["surprise"] = true.into();
    assert!(!validator.is_valid(&wrong));
}

#[test]
fn each_line_of_jsonl_is_what_the_schema_says() {
    let path = repository().join("docs/report.schema.json");
    let text = std::fs::read_to_string(path).expect("the schema is in the repository");
    let mut schema: Value = serde_json::from_str(&text).expect("the schema is JSON");
    let part = |name: &str| Value::from(format!("#/$defs/{name}"));
    for line in output(Format::Jsonl).lines() {
        let mut value: Value = serde_json::from_str(line).expect("it is JSON");
        let object = value.as_object_mut().expect("it is an object");
        let kind = object.remove("type").expect("it says what it is");
        let name = match kind.as_str() {
            Some("summary") => "ending",
            Some("finding") => "finding",
            _ => "failure",
        };
        if name != "ending" {
            object.remove("path").expect("it names its file");
        }
        let keep = ["$schema", "$defs"];
        let root = schema.as_object_mut().expect("it is an object");
        root.retain(|key, _| keep.contains(&key.as_str()));
        root.insert("$ref".into(), part(name));
        assert_valid(&schema, &value);
    }
}

/// The grammar JUnit readers share: suites of cases, counts that are true.
#[test]
fn junit_counts_its_cases() {
    let text = output(Format::Junit);
    let document = roxmltree::Document::parse(&text).expect("it is XML");
    let root = document.root_element();
    assert_eq!(root.tag_name().name(), "testsuites");
    let number = |node: roxmltree::Node<'_, '_>, name: &str| -> usize {
        node.attribute(name)
            .expect("it is there")
            .parse()
            .expect("a number")
    };
    let suites: Vec<_> = root
        .children()
        .filter(roxmltree::Node::is_element)
        .collect();
    for suite in &suites {
        assert_eq!(suite.tag_name().name(), "testsuite");
        let cases: Vec<_> = suite
            .children()
            .filter(roxmltree::Node::is_element)
            .collect();
        assert_eq!(cases.len(), number(*suite, "tests"));
        assert!(cases.iter().all(|case| case.has_tag_name("testcase")));
        let of = |name: &str| suite.descendants().filter(|n| n.has_tag_name(name)).count();
        assert_eq!(of("failure"), number(*suite, "failures"));
        assert_eq!(of("error"), number(*suite, "errors"));
    }
    let sum: usize = suites.iter().map(|suite| number(*suite, "tests")).sum();
    assert_eq!(sum, number(root, "tests"));
    for node in root.descendants().filter(roxmltree::Node::is_element) {
        let known: &[&str] = match node.tag_name().name() {
            "testsuites" => &["name", "tests", "skipped", "failures", "errors"],
            "testsuite" => &["name", "tests", "skipped", "errors", "failures"],
            "testcase" => &["name", "classname"],
            "failure" | "error" => &["message", "type"],
            "system-out" => &[],
            other => panic!("`{other}` is no element of JUnit"),
        };
        assert!(
            node.attributes().all(|a| known.contains(&a.name())),
            "{node:?}"
        );
    }
}

#[test]
fn gitlab_has_no_fingerprint_twice() {
    let entries = value(Format::Gitlab);
    let entries = entries.as_array().expect("a list");
    let prints = entries.iter().map(|entry| entry["fingerprint"].to_string());
    let unique: std::collections::BTreeSet<String> = prints.collect();
    assert_eq!(unique.len(), entries.len());
}
