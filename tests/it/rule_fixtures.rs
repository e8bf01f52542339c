//! `fixtures/rules/<id>/{fires,silent}-<case>.{yaml,json}`: what each rule finds, and nothing else.
//!
//! Beside each file its snapshot: the findings of that rule alone, then what its fixes change. `<file>.properties.json` is the
//! apiProperties.json beside it. A case whose name holds `-api` is judged in profile `api`; one whose
//! name holds `-padded` is made larger than platforms take.
//!
//! `fixtures/rules/<id>/edges.md` has the cases too small for a file: fences that say `fires` or
//! `silent`, and after `fires` what they say about the finding: its severity, `fix` or `nofix`, its
//! pointer, and words of its message or help. `filled` ones are as large as platforms take.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use oneauth::document::Document;
use oneauth::finding::{File, Finding};

use crate::support::fences::{Fence, fences, pad};
use crate::support::mend::{Case, mended};

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut out: Vec<PathBuf> = std::fs::read_dir(folder)
        .map(|entries| entries.flatten().map(|entry| entry.path()).collect())
        .unwrap_or_default();
    out.sort();
    out
}

fn is_case(path: &Path) -> bool {
    let name = path.file_name().unwrap().to_string_lossy();
    let document = name.ends_with(".yaml") || name.ends_with(".json");
    document && !name.ends_with(".properties.json")
}

fn case(id: &str, path: &Path) -> Case {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let mut text = std::fs::read_to_string(path).unwrap();
    if name.contains("-padded") {
        pad(&mut text);
    }
    let document = Document::of_text(&name, text).unwrap_or_else(|e| panic!("{e}"));
    let beside = path.with_extension("properties.json");
    let companion = std::fs::read_to_string(beside)
        .ok()
        .map(|text| Document::of_text("apiProperties.json", text).unwrap());
    Case {
        rule: oneauth::rules::find(id).unwrap_or_else(|| panic!("{id}: no such rule")),
        document,
        companion,
        api: name.contains("-api"),
    }
}

fn show(findings: &[Finding]) -> String {
    let mut out = String::new();
    for finding in findings {
        let at = &finding.primary;
        let place = at.source.place(at.span.start);
        let (severity, message) = (finding.severity, &finding.message);
        let _ = writeln!(out, "{}:{} {severity}: {message}", place.line, place.column);
        let _ = writeln!(out, "  at {} {:?} `{}`", at.pointer, at.on, at.text);
        for label in &finding.related {
            let place = label.source.place(label.span.start);
            let (name, line, column) = (label.source.name(), place.line, place.column);
            let _ = writeln!(out, "  also {name}:{line}:{column} `{}`", label.text);
        }
        for (word, text) in [("note", &finding.note), ("help", &finding.help)] {
            if let Some(text) = text {
                let _ = writeln!(out, "  {word}: {text}");
            }
        }
        if let Some(fix) = &finding.fix {
            let _ = writeln!(out, "  fix ({:?}): {}", fix.safety, fix.title);
        }
    }
    out
}

/// What all fixes together change, after checking that they mend and converge.
fn changed(case: &Case, found: &[Finding]) -> String {
    let mut out = String::new();
    for file in [File::Document, File::Properties] {
        if let Some(mended) = mended(case, found, file) {
            out.push_str(&mended.diff);
        }
    }
    out
}

#[test]
fn every_case_does_what_its_name_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/rules");
    for folder in files_below(&root) {
        let id = folder.file_name().unwrap().to_string_lossy().into_owned();
        for path in files_below(&folder).into_iter().filter(|p| is_case(p)) {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let case = case(&id, &path);
            let found = case.check();
            if name.starts_with("silent-") {
                assert!(found.is_empty(), "{id}/{name}:\n{}", show(&found));
                continue;
            }
            assert!(
                name.starts_with("fires-"),
                "{id}/{name}: fires-… or silent-…"
            );
            assert!(!found.is_empty(), "{id}/{name}: found nothing");
            let mut settings = insta::Settings::clone_current();
            settings.set_snapshot_path(&folder);
            settings.set_prepend_module_to_snapshot(false);
            settings.set_omit_expression(true);
            let shown = show(&found) + &changed(&case, &found);
            settings.bind(|| insta::assert_snapshot!(name.clone(), shown));
        }
    }
}

/// What does not hold of a fence; `None` when all it says does.
fn broken(id: &str, fence: &Fence) -> Option<String> {
    let name = format!("edge.{}", fence.language);
    let companion = fence.properties.as_ref();
    let mut text = fence.text.clone();
    if fence.has("filled") {
        text += &"\n".repeat((1 << 20) - text.len());
    }
    let case = Case {
        rule: oneauth::rules::find(id).unwrap_or_else(|| panic!("{id}: no such rule")),
        document: Document::of_text(&name, text).unwrap_or_else(|e| panic!("{id}: {e}")),
        companion: companion.map(|text| Document::of_text("apiProperties.json", &**text).unwrap()),
        api: fence.has("api"),
    };
    let found = case.check();
    let shown = show(&found);
    let holds = |word: &String| match word.as_str() {
        "api" | "padded" | "filled" => true,
        "silent" => found.is_empty(),
        "fires" => found.len() == 1,
        "fix" => found.iter().all(|one| one.fix.is_some()),
        "nofix" => found.iter().all(|one| one.fix.is_none()),
        pointer if pointer.starts_with('/') => shown.contains(&format!("  at {pointer} ")),
        text => shown.contains(text),
    };
    let word = fence.words.iter().find(|word| !holds(word))?;
    Some(format!("{id}: not `{word}`\n{}{shown}\n", fence.text))
}

#[test]
fn every_edge_is_where_it_is_said_to_be() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/rules");
    let mut out = String::new();
    for folder in files_below(&root) {
        let id = folder.file_name().unwrap().to_string_lossy().into_owned();
        let Ok(text) = std::fs::read_to_string(folder.join("edges.md")) else {
            continue;
        };
        let all = fences(&text);
        assert!(!all.is_empty(), "{id}: edges.md has no fence");
        out.extend(all.iter().filter_map(|fence| broken(&id, fence)));
    }
    assert!(out.is_empty(), "{out}");
}

#[test]
fn every_rule_has_cases_of_both_kinds() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/rules");
    for meta in oneauth::rules::metas() {
        let cases = files_below(&root.join(meta.id));
        for kind in ["fires-", "silent-"] {
            let has = |path: &&PathBuf| {
                path.file_name()
                    .unwrap()
                    .to_string_lossy()
                    .starts_with(kind)
                    && is_case(path)
            };
            assert!(cases.iter().any(|p| has(&p)), "{}: no {kind} case", meta.id);
        }
    }
}

/// Noise is what makes people leave a linter.
#[test]
fn a_well_made_document_gives_no_finding() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/clean");
    let mut noise = String::new();
    for path in files_below(&root).into_iter().filter(|p| is_case(p)) {
        for rule in oneauth::rules::ALL {
            let found = case(rule.meta().id, &path).check_as_usual();
            let _ = write!(noise, "{}", show(&found));
        }
    }
    assert!(noise.is_empty(), "{noise}");
}
