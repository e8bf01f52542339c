//! Independent readers of what goes in and what comes out.

use std::path::PathBuf;
use std::process::Command;

use openapiv3::{OpenAPI, ReferenceOr};
use serde_json::Value;

use super::fixtures::{cases, converted, input};

/// Cases whose source breaks the specification, which the reader refuses.
fn read_3_0(case: &std::path::Path) -> Option<OpenAPI> {
    let path = input(case);
    let text = std::fs::read_to_string(&path).unwrap();
    if !text.starts_with("openapi: 3.0") {
        return None;
    }
    serde_yaml::from_str(&text).ok()
}

#[test]
fn an_independent_reader_of_3_0_counts_the_same_parts() {
    let mut read = 0;
    for case in cases() {
        let name = case.file_name().unwrap().to_string_lossy().into_owned();
        let odd = [
            "paths-malformed",
            "path-item-reference",
            "references-to-files",
        ];
        let Some(source) = read_3_0(&case).filter(|_| !odd.contains(&name.as_str())) else {
            continue;
        };
        read += 1;
        let conversion = converted(&case);
        let result: Value = serde_json::from_str(conversion.text.text()).unwrap();
        let mut operations = 0;
        for (path, item) in &source.paths.paths {
            let ReferenceOr::Item(item) = item else {
                continue;
            };
            for (method, operation) in item.iter().filter(|(method, _)| *method != "trace") {
                operations += 1;
                let after = &result["paths"][path][method];
                assert_eq!(
                    after["operationId"].as_str(),
                    operation.operation_id.as_deref(),
                    "{name}"
                );
                let codes = after["responses"].as_object().unwrap();
                assert!(
                    codes.len() >= operation.responses.responses.len().min(1),
                    "{name} {path}"
                );
            }
        }
        let written = result["paths"].as_object().unwrap().values();
        let written: usize = written
            .filter_map(Value::as_object)
            .flat_map(|item| item.values().filter(|v| v.get("responses").is_some()))
            .count();
        assert_eq!(written, operations, "{name}");
        let schemas = source.components.as_ref().map_or(0, |c| c.schemas.len());
        let definitions = result["definitions"]
            .as_object()
            .map_or(0, serde_json::Map::len);
        let pruned = name.ends_with("-pruned");
        assert!(
            definitions >= schemas || pruned,
            "{name}: {definitions} of {schemas} schemas"
        );
    }
    assert!(read >= 25, "{read} cases read");
}

/// The npm package is fetched by `.ci/npm.sh`; `ONEAUTH_NPM` names another folder.
fn npm() -> Option<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let folder = std::env::var_os("ONEAUTH_NPM").map_or(root.join("target/npm"), PathBuf::from);
    let parser = folder.join("node_modules/@apidevtools/swagger-parser");
    let node = Command::new("node").arg("--version").output();
    (parser.exists() && node.is_ok()).then_some(folder)
}

#[test]
fn an_independent_validator_accepts_every_result() {
    let Some(folder) = npm() else {
        println!("skipped: node or @apidevtools/swagger-parser is not installed (.ci/npm.sh)");
        return;
    };
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    // its host holds a placeholder that later steps fill in
    let open = ["power-platform-servers-placeholder"];
    let results = cases()
        .into_iter()
        .filter(|case| !open.contains(&&*case.file_name().unwrap().to_string_lossy()))
        .map(|case| case.join("output.json"));
    let output = Command::new("node")
        .arg(root.join(".ci/validate-swagger.mjs"))
        .args(results)
        .env("ONEAUTH_NPM", folder)
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let bad: Vec<_> = text
        .lines()
        .filter(|line| !line.contains("\"ok\":true"))
        .collect();
    assert!(
        output.status.success() && bad.is_empty(),
        "{}",
        bad.join("\n")
    );
    assert!(text.lines().count() + open.len() == cases().len());
}
