//! A mistake in a configuration has a place and a way out.

use std::fmt::Write as _;
use std::path::Path;

use oneauth::config::Config;
use oneauth::report::{RenderOptions, error};
use oneauth::text::SourceFile;

use super::RULES;
use crate::support::command::repository;

fn bad_files() -> Vec<std::path::PathBuf> {
    let folder = repository().join("fixtures/configs/bad");
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    let mut files: Vec<_> = entries
        .map(|entry| entry.expect("readable").path())
        .collect();
    files.sort();
    files
}

#[test]
fn each_mistake_has_a_place_and_a_way_out() {
    let mut all = String::new();
    let files = bad_files();
    assert!(files.len() >= 20);
    for path in files {
        let name = path
            .file_name()
            .expect("a file")
            .to_string_lossy()
            .into_owned();
        let text = std::fs::read_to_string(&path).expect("it is text");
        let source = SourceFile::new(name.clone(), text);
        let refusal = Config::parse(source, Path::new(&name), &RULES);
        let refusal = refusal
            .err()
            .unwrap_or_else(|| panic!("{name} is accepted"));
        assert_eq!(refusal.outcome().code(), 2, "{name}");
        let mut out = Vec::new();
        error(&refusal, &RenderOptions::default(), &mut out).expect("a vector");
        let shown = String::from_utf8(out).expect("reports are UTF-8");
        assert!(shown.contains(&format!("[{name}:")), "{shown}");
        let _ = writeln!(all, "{}", shown.trim_start_matches("error\n\n"));
    }
    insta::assert_snapshot!(all);
}
