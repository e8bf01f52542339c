//! The YAML test suite (`github.com/yaml/yaml-test-suite`).

use std::path::Path;

use oneauth::document::YamlReader;
use serde_json::Value as Json;

use super::{corpus, oracle, read_with};

/// One case of the suite.
pub(super) struct Case {
    pub(super) id: String,
    pub(super) text: String,
    /// The documents as JSON, where the suite gives them.
    json: Option<Vec<Json>>,
    valid: bool,
}

/// All cases, in the order of their names.
pub(super) fn cases(corpus: &Path) -> Vec<Case> {
    let root = corpus.join("suites/yaml-test-suite");
    let files = super::files_below(&root, &["yaml"]);
    let inputs = files.into_iter().filter(|path| path.ends_with("in.yaml"));
    let inputs = inputs.filter(|path| !path.starts_with(root.join("tags")));
    inputs.map(|path| case(&root, &path)).collect()
}

fn case(root: &Path, path: &Path) -> Case {
    let folder = path.parent().expect("a file is in a folder");
    let id = folder
        .strip_prefix(root)
        .expect("below the root")
        .display()
        .to_string();
    let json = std::fs::read_to_string(folder.join("in.json")).ok();
    let json = json.and_then(|text| {
        let documents = serde_json::Deserializer::from_str(&text).into_iter();
        documents.collect::<Result<Vec<Json>, _>>().ok()
    });
    Case {
        id,
        text: std::fs::read_to_string(path).expect("a case is text"),
        json,
        valid: !folder.join("error").exists(),
    }
}

#[test]
fn explore() {
    let Some(corpus) = corpus() else { return };
    let (mut valid, mut invalid) = (0, 0);
    for case in cases(&corpus) {
        let read = read_with(&case.text, YamlReader::Either);
        if case.valid {
            valid += 1
        } else {
            invalid += 1
        }
        match (&read, case.valid) {
            (Ok(_), false) => println!("ACCEPTED INVALID {} {:?}", case.id, case.text),
            (Err(e), true) => println!("REFUSED VALID {} {e} {:?}", case.id, case.text),
            (Ok(d), true) => {
                if let Some(json) = case.json.as_ref().and_then(|j| j.first()) {
                    let ours = oracle::to_serde(&d.value().unwrap());
                    let json = &oracle::plain(json);
                    if ours != *json {
                        println!("VALUE {} {ours} / {json} {:?}", case.id, case.text);
                    }
                }
            }
            _ => {}
        }
    }
    println!("{valid} valid {invalid} invalid");
}
