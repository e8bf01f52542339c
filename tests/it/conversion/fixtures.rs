//! Every case of `fixtures/converts`: `input.yaml` or `input.json`, the Swagger 2.0 document it
//! becomes, and the losses on the way.
//!
//! A case whose name begins with `power-platform-` is converted for that target; `options.txt` may
//! hold further options, one `name=value` a line. With `ONEAUTH_REFRESH=1` the expected files are
//! written anew.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use oneauth::convert::{Conversion, ConvertTarget, OAuthUrls, Options, convert};
use oneauth::document::{Document, ReadOptions};
use oneauth::text::SourceFile;

/// The folders with a case each, by name.
pub(super) fn cases() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/converts");
    let entries = std::fs::read_dir(root).unwrap();
    let mut cases: Vec<_> = entries
        .map(|e| e.unwrap().path())
        .filter(|p| p.is_dir())
        .collect();
    cases.sort();
    cases
}

/// The input of a case.
pub(super) fn input(case: &Path) -> PathBuf {
    let named = ["input.yaml", "input.json"].map(|name| case.join(name));
    named.into_iter().find(|path| path.exists()).unwrap()
}

fn options(case: &Path) -> Options {
    let name = case.file_name().unwrap().to_string_lossy().into_owned();
    let target = if name.starts_with("power-platform-") {
        ConvertTarget::PowerPlatform
    } else {
        ConvertTarget::Generic
    };
    let mut options = Options::for_target(target);
    let text = std::fs::read_to_string(case.join("options.txt")).unwrap_or_default();
    for (key, value) in text.lines().filter_map(|line| line.split_once('=')) {
        match key {
            "flatten-all-of" => options.flatten_all_of = value == "true",
            "prune" => options.prune = value == "true",
            "prefer" => options.prefer_media_type.push(value.into()),
            "authorization-url" => {
                options
                    .oauth
                    .get_or_insert_with(OAuthUrls::default)
                    .authorization_url = value.into();
            }
            "token-url" => {
                options
                    .oauth
                    .get_or_insert_with(OAuthUrls::default)
                    .token_url = value.into();
            }
            set => {
                let name = set.strip_prefix("set ").unwrap();
                options.variables.insert(name.into(), value.into());
            }
        }
    }
    options
}

/// Convert a case.
pub(super) fn converted(case: &Path) -> Conversion {
    let source = SourceFile::read(&input(case)).unwrap();
    let document = Document::parse(Arc::new(source), ReadOptions::default()).unwrap();
    convert(&document, &options(case)).unwrap()
}

/// The losses as a text, one a line, without the folder.
fn losses(conversion: &Conversion, case: &Path) -> String {
    let mut text = String::new();
    let folder = format!("{}/", case.display());
    for loss in &conversion.losses {
        let _ = writeln!(text, "{}", loss.to_string().replace(&folder, ""));
    }
    text
}

fn compare(path: &Path, given: &str, wrong: &mut Vec<String>) {
    if std::env::var_os("ONEAUTH_REFRESH").is_some() {
        std::fs::write(path, given).unwrap();
        return;
    }
    let expected = std::fs::read_to_string(path)
        .unwrap_or_default()
        .replace("\r\n", "\n");
    if expected != given {
        wrong.push(format!(
            "{}\n{}",
            path.display(),
            similar::TextDiff::from_lines(expected.as_str(), given,).unified_diff()
        ));
    }
}

#[test]
fn every_case_gives_its_document_and_its_losses() {
    let cases = cases();
    let mut wrong = Vec::new();
    for case in &cases {
        let conversion = converted(case);
        let json = conversion.text.text();
        compare(&case.join("output.json"), json, &mut wrong);
        compare(
            &case.join("losses.txt"),
            &losses(&conversion, case),
            &mut wrong,
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_kind_of_loss_is_seen() {
    let mut seen: Vec<_> = cases()
        .iter()
        .flat_map(|case| converted(case).losses.into_iter().map(|loss| loss.kind))
        .collect();
    seen.sort_unstable();
    seen.dedup();
    let missing: Vec<_> = oneauth::convert::LossKind::ALL
        .iter()
        .filter(|kind| !seen.contains(kind))
        .map(|kind| kind.id())
        .collect();
    assert!(missing.is_empty(), "no case shows: {}", missing.join(", "));
}
