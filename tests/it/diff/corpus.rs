//! Every published connector against itself.

use std::time::Instant;

use oneauth::diff::text_diff;
use oneauth::document::Document;
use oneauth::edit::to_yaml;
use oneauth::spec::detect;

use super::support::{compared, parsed, shown};
use crate::support::corpus;

/// The documents of the connectors that can be read, with their names.
pub(super) fn connectors() -> Vec<(String, Document)> {
    let Some(folder) = corpus::part("corpus") else {
        return Vec::new();
    };
    let mut out = Vec::new();
    for path in corpus::files_named(&folder, &[".json"]) {
        let Ok(text) = std::fs::read_to_string(&path) else {
            continue;
        };
        let name = path.display().to_string();
        if let Ok(document) = Document::of_text(&name, text)
            && detect(&document).is_ok()
        {
            out.push((name, document));
        }
    }
    out
}

#[test]
fn a_connector_and_its_twin_mean_the_same() {
    let start = Instant::now();
    let all = connectors();
    let mut twins = 0;
    for (name, document) in &all {
        let found = compared(document, document);
        assert!(found.is_empty(), "{name}:\n{}", shown(&found));
        let Ok(value) = document.value() else {
            continue;
        };
        let twin = Document::of_text("twin.yaml", to_yaml(&value));
        let twin = twin.unwrap_or_else(|e| panic!("{name}: {e}"));
        let found = compared(document, &twin);
        assert!(found.is_empty(), "{name} and its twin:\n{}", shown(&found));
        twins += 1;
    }
    eprintln!(
        "{} connectors, {twins} twins, {:?}",
        all.len(),
        start.elapsed()
    );
}

/// The largest description at hand, twice, one of them with one operation gone.
#[test]
fn ten_megabytes_take_little_longer_than_reading_them() {
    let Some(folder) = corpus::part("specs") else {
        return;
    };
    let files = corpus::files_named(&folder, &[".json"]);
    let size = |path: &std::path::PathBuf| std::fs::metadata(path).map_or(0, |meta| meta.len());
    let Some(path) = files.into_iter().max_by_key(size) else {
        return;
    };
    let text = std::fs::read_to_string(&path).expect("it is UTF-8");
    let start = Instant::now();
    let old = parsed("old.json", &text);
    let new = parsed("new.json", &text.replacen("\"get\"", "\"x-get\"", 1));
    let reading = start.elapsed();
    let start = Instant::now();
    let found = compared(&old, &new);
    let comparing = start.elapsed();
    let start = Instant::now();
    let lines = text_diff(old.source(), new.source(), 3);
    let texts = start.elapsed();
    eprintln!(
        "{} bytes: read both {reading:?}, compared {comparing:?}, texts {texts:?} (exact: {})",
        text.len(),
        lines.exact
    );
    assert!(
        !found.differences.is_empty() && found.complete,
        "{}",
        shown(&found)
    );
    // the limit is three times; this binary is not optimized and shares its processor
    assert!(comparing < reading * 6, "{comparing:?} after {reading:?}");
    assert!(texts.as_secs() < 10, "{texts:?}");
}
