//! The YAML test suite (`github.com/yaml/yaml-test-suite`).

use std::path::Path;

use oneauth::document::YamlReader;
use oneauth::error::Error;
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

/// Valid cases that are no single document of string keys, and are refused as such.
const SEVERAL_DOCUMENTS: &[&str] = &[
    "35KP", "5TYM", "6WLZ", "6ZKB", "7Z25", "9DXL", "9KAX", "9WXW", "JHB9", "KSS4", "L383", "M7A3",
    "NKF9", "RZT7", "U9NS",
];
const COMPLEX_KEYS: &[&str] = &[
    "4FJ6", "6BFJ", "6PBE", "9MMW", "KK5P", "LX3P", "M2N8/00", "M2N8/01", "M5DY", "Q9WF", "RZP5",
    "SBG9", "V9D5", "X38W", "XW4D",
];
/// Streams without any document.
const EMPTY: &[&str] = &["8G76", "98YD", "AVM7", "HWV9", "QT73"];

/// Invalid, and read all the same: lines of a flow collection are indented no deeper than the key
/// before it. Real files close their brackets so, and other readers take it.
const ACCEPTED: &[&str] = &["9C9N"];

/// The refusal that a valid case gets by design.
fn refused_by_design(id: &str) -> Option<&'static str> {
    let reasons = [
        (SEVERAL_DOCUMENTS, "a second document in the file"),
        (COMPLEX_KEYS, "as a key"),
        (EMPTY, "the document is empty"),
    ];
    let reason = reasons.into_iter().find(|(ids, _)| ids.contains(&id));
    reason.map(|(_, message)| message)
}

/// Read a valid case and compare its value. Of several documents the first is read.
fn check_valid(case: &Case) -> Result<(), String> {
    let document = match (
        read_with(&case.text, YamlReader::Either),
        refused_by_design(&case.id),
    ) {
        (Ok(document), None) => document,
        (Err(Error::Place(misfit)), Some(reason)) if misfit.message.contains(reason) => {
            if !SEVERAL_DOCUMENTS.contains(&case.id.as_str()) {
                return Ok(());
            }
            let first = &case.text[..misfit.span.start as usize];
            let first = first.find("\n...").map_or(first, |end| &first[..=end]);
            read_with(first, YamlReader::Either).map_err(|e| e.to_string())?
        }
        (Ok(_), Some(_)) => return Err("is read, but listed as refused".into()),
        (Err(error), _) => return Err(error.to_string()),
    };
    let Some(expected) = case.json.as_ref().and_then(|documents| documents.first()) else {
        return Ok(());
    };
    let ours = oracle::to_serde(&document.value().map_err(|_| "too large")?);
    let expected = oracle::plain(expected);
    if ours == expected {
        Ok(())
    } else {
        Err(format!("{ours} instead of {expected}"))
    }
}

#[test]
fn valid_cases_are_read_with_their_values() {
    let Some(corpus) = corpus() else { return };
    let cases: Vec<Case> = cases(&corpus)
        .into_iter()
        .filter(|case| case.valid)
        .collect();
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|case| Some(format!("{}: {}", case.id, check_valid(case).err()?)))
        .collect();
    let several = SEVERAL_DOCUMENTS.len();
    let refused = several + COMPLEX_KEYS.len() + EMPTY.len();
    eprintln!(
        "{} valid cases: {} read whole, {several} to the end of their first document, {} complex keys and {} empty streams refused",
        cases.len(),
        cases.len() - refused,
        COMPLEX_KEYS.len(),
        EMPTY.len(),
    );
    assert_eq!(cases.len(), 308);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn invalid_cases_are_refused() {
    let Some(corpus) = corpus() else { return };
    let cases: Vec<Case> = cases(&corpus)
        .into_iter()
        .filter(|case| !case.valid)
        .collect();
    let read = cases
        .iter()
        .filter(|case| read_with(&case.text, YamlReader::Either).is_ok());
    let read: Vec<&str> = read.map(|case| case.id.as_str()).collect();
    eprintln!(
        "{} invalid cases, {} refused",
        cases.len(),
        cases.len() - read.len()
    );
    assert_eq!(cases.len(), 94);
    assert_eq!(read, ACCEPTED);
}

/// Where the successor of `serde_yaml` reads another value than the suite gives, and we the suite's:
/// `?` before a text in flow layout, blanks at the end of the input, a colon in an anchor's name.
const THEIRS_DIFFER: &[&str] = &["652Z", "HM87/01", "JEF9/02", "L24T/01", "Y2GN"];

#[test]
fn an_independent_reader_agrees() {
    let Some(corpus) = corpus() else { return };
    let mut compared = 0;
    let mut differ = Vec::new();
    for case in cases(&corpus).into_iter().filter(|case| case.valid) {
        let ours = read_with(&case.text, YamlReader::Either);
        if let (Ok(ours), Some(theirs)) = (ours, oracle::serde_yaml(&case.text)) {
            compared += 1;
            if oracle::to_serde(&ours.value().expect("small")) != theirs {
                differ.push(case.id);
            }
        }
    }
    eprintln!("{compared} cases compared");
    assert!(compared > 200);
    assert_eq!(differ, THEIRS_DIFFER);
}
