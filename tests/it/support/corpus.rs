//! Real documents, when the environment names a folder that holds them.

use std::path::{Path, PathBuf};

/// The folder that holds `corpus/`, `specs/`, `suites/` and `vectors/`; says that the test was
/// skipped when `ONEAUTH_CORPUS` names none.
pub(crate) fn folder() -> Option<PathBuf> {
    let Some(folder) = std::env::var_os("ONEAUTH_CORPUS").filter(|value| !value.is_empty()) else {
        eprintln!("skipped: ONEAUTH_CORPUS is not set");
        return None;
    };
    let folder = PathBuf::from(folder);
    assert!(
        folder.is_dir(),
        "ONEAUTH_CORPUS is not a folder: {}",
        folder.display()
    );
    Some(folder)
}

/// A folder of the corpus.
pub(crate) fn part(name: &str) -> Option<PathBuf> {
    let part = folder()?.join(name);
    assert!(part.is_dir(), "the corpus has no {name}/");
    Some(part)
}

/// Every file below a folder, sorted; symbolic links are not followed.
pub(crate) fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        let entries =
            std::fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
        for entry in entries {
            let entry = entry.expect("the folder can be read");
            let kind = entry.file_type().expect("the entry has a type");
            if kind.is_dir() {
                open.push(entry.path());
            } else if kind.is_file() {
                files.push(entry.path());
            }
        }
    }
    files.sort();
    files
}

/// Every file below a folder whose name ends with one of these.
pub(crate) fn files_named(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let mut files = files_below(folder);
    files.retain(|path| {
        let name = path.to_string_lossy();
        endings.iter().any(|ending| name.ends_with(ending))
    });
    files
}

/// Every JSON and YAML document of `corpus/`, `specs/` and `vectors/`.
pub(crate) fn documents() -> Vec<PathBuf> {
    let Some(folder) = folder() else {
        return Vec::new();
    };
    let endings = [".json", ".yaml", ".yml"];
    ["corpus", "specs", "vectors"]
        .iter()
        .flat_map(|part| files_named(&folder.join(part), &endings))
        .collect()
}
