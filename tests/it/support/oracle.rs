//! What must hold for every rewrite, found out without the code that makes it.
#![allow(
    clippy::unwrap_used,
    clippy::too_many_lines,
    clippy::format_push_string,
    clippy::struct_excessive_bools,
    reason = "tables and writers of tests"
)]

use std::process::{Command, Stdio};
use std::sync::Arc;

use oneauth::document::{Document, ReadOptions, Style, Value};
use oneauth::edit::{LowerError, Rewrite, Thoroughness, unified};
use oneauth::text::SourceFile;

use super::model::{Step, apply_steps};

/// Read a text under a name.
pub(crate) fn document(name: &str, text: &str) -> Document {
    let source = Arc::new(SourceFile::new(name, text));
    Document::parse(source, ReadOptions::default()).unwrap_or_else(|e| panic!("{e}\n{text}"))
}

/// Make the steps and check everything; the new text, or why it cannot be.
pub(crate) fn rewrite(name: &str, text: &str, steps: &[Step]) -> Result<String, LowerError> {
    let old = document(name, text);
    let changes: Vec<_> = steps.iter().map(|step| step.change(&old)).collect();
    let rewrite = Rewrite::new(&old, &changes)?;
    let after = rewrite.text.clone();
    let shown = || format!("\n{steps:?}\n--- before\n{text}\n--- after\n{after}");
    let new = document(name, &after);
    // what is removed uncovers what is merged; the verifier compares such trees as written
    let merges = text.contains("<<:");
    let value = old.value().unwrap();
    let expected = if merges {
        new.value().unwrap()
    } else {
        apply_steps(&value, steps)
    };
    assert!(new.value().unwrap() == expected, "another value{}", shown());
    if let Some(before) = foreign(name, text).filter(|_| !merges)
        && before == plain(&value)
    {
        let theirs = foreign(name, &after).unwrap_or_else(|| panic!("not read{}", shown()));
        assert!(
            theirs == plain(&expected),
            "another value for serde{}",
            shown()
        );
    }
    outside(text, &rewrite, &shown());
    // a block scalar that comes last keeps the line end it had
    let scalar = new
        .nodes()
        .last()
        .is_some_and(|n| matches!(n.style, Style::Literal | Style::Folded));
    assert!(
        scalar || text.ends_with('\n') == after.ends_with('\n'),
        "the final line end{}",
        shown()
    );
    let diff = unified(&old, &rewrite.edits, "parcels", 3);
    assert!(
        patched(text, &diff) == after,
        "the diff says something else\n{diff}{}",
        shown()
    );
    let verified = rewrite.verify(Thoroughness::Full, |_| Ok(()));
    verified.unwrap_or_else(|e| panic!("{e}{}", shown()));
    Ok(after)
}

/// Bytes outside the edits, line ends, the final line end, the byte order mark.
fn outside(text: &str, rewrite: &Rewrite<'_>, shown: &str) {
    let after = &rewrite.text;
    let (mut old, mut new) = (0, 0);
    for edit in &rewrite.edits {
        let length = edit.span.start as usize - old;
        assert!(
            text[old..old + length] == after[new..new + length],
            "moved bytes{shown}"
        );
        old = edit.span.end as usize;
        new += length + edit.text.len();
    }
    assert!(text[old..] == after[new..], "moved bytes{shown}");
    let kinds = |text: &str| (text.matches("\r\n").count(), text.matches('\n').count());
    let (pairs, all) = kinds(text);
    let (new_pairs, new_all) = kinds(after);
    assert!(
        all == 0 || pairs > 0 || new_pairs == 0,
        "mixed line ends{shown}"
    );
    assert!(
        all == 0 || pairs < all || new_pairs == new_all,
        "mixed line ends{shown}"
    );
    assert!(
        text.starts_with('\u{feff}') == after.starts_with('\u{feff}'),
        "the mark{shown}"
    );
}

/// What serde reads.
fn foreign(name: &str, text: &str) -> Option<serde_json::Value> {
    let text = text.trim_start_matches('\u{feff}');
    let value = if name.ends_with("json") {
        serde_json::from_str(text).ok()?
    } else {
        let value: serde_yaml::Value = serde_yaml::from_str(text).ok()?;
        serde_json::to_value(value).ok()?
    };
    Some(rounded(value))
}

/// Numbers as floats: `serde_yaml` does not keep their text.
fn rounded(value: serde_json::Value) -> serde_json::Value {
    match value {
        serde_json::Value::Number(n) => n.to_string().parse::<f64>().unwrap().into(),
        serde_json::Value::Array(items) => items.into_iter().map(rounded).collect(),
        serde_json::Value::Object(members) => {
            let members = members
                .into_iter()
                .map(|(key, value)| (key, rounded(value)));
            serde_json::Value::Object(members.collect())
        }
        other => other,
    }
}

/// A value as serde has it.
fn plain(value: &Value) -> serde_json::Value {
    match value {
        Value::Null => serde_json::Value::Null,
        Value::Bool(yes) => (*yes).into(),
        Value::Number(text) => text.parse::<f64>().unwrap().into(),
        Value::String(text) => text.as_str().into(),
        Value::Array(items) => items.iter().map(plain).collect(),
        Value::Object(members) => {
            let members = members
                .iter()
                .map(|(key, value)| (key.clone(), plain(value)));
            serde_json::Value::Object(members.collect())
        }
    }
}

/// `text` with a unified diff applied, strictly.
pub(crate) fn patched(text: &str, diff: &str) -> String {
    let old: Vec<&str> = text.split_inclusive('\n').collect();
    let mut out = String::new();
    let mut at = 0;
    let mut lines = diff.split_inclusive('\n').skip(2).peekable();
    while let Some(line) = lines.next() {
        if let Some(range) = line.strip_prefix("@@ -") {
            let (start, rest) = range.split_once(',').unwrap();
            let empty = rest.starts_with("0 ");
            let start = start.parse::<usize>().unwrap() - usize::from(!empty);
            out.push_str(&old[at..start].concat());
            at = start;
            continue;
        }
        let open = lines.next_if(|next| next.starts_with('\\')).is_some();
        let body = if open {
            line[1..].trim_end_matches('\n')
        } else {
            &line[1..]
        };
        if !line.starts_with('+') {
            assert_eq!(old[at], body, "the diff does not fit\n{diff}");
            at += 1;
        }
        if !line.starts_with('-') {
            out.push_str(body);
        }
    }
    out.push_str(&old[at..].concat());
    out
}

/// The program `patch` makes the same of a diff; true when there is none.
pub(crate) fn patch_agrees(text: &str, diff: &str, after: &str) -> bool {
    if diff.is_empty()
        || Command::new("patch")
            .arg("--version")
            .stdout(Stdio::null())
            .status()
            .is_err()
    {
        return true;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    put(&path("old"), text);
    put(&path("diff"), diff);
    let status = Command::new("patch")
        .args(["--binary", "-s", "-o"])
        .args([path("new"), path("old"), path("diff")])
        .status()
        .unwrap();
    status.success() && std::fs::read(path("new")).unwrap() == after.as_bytes()
}

#[expect(clippy::disallowed_methods, reason = "a scratch file of a test")]
fn put(path: &std::path::Path, text: &str) {
    std::fs::write(path, text).unwrap();
}
