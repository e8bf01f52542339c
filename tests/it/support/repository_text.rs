//! Files of the repository that must equal what the code makes of them.

use super::command::repository;

/// Compare a file with what it should hold; with `ONEAUTH_REFRESH` set, write it.
pub(crate) fn expect(path: &str, text: &str) {
    let full = repository().join(path);
    if std::env::var_os("ONEAUTH_REFRESH").is_some() {
        if let Some(folder) = full.parent() {
            std::fs::create_dir_all(folder).expect("the folder can be made");
        }
        oneauth::text::write::write_report(&full, text).expect("the file can be written");
    }
    let found = std::fs::read_to_string(&full).unwrap_or_default();
    assert!(
        found == text,
        "{path} is stale: look at the change, then run the tests once with ONEAUTH_REFRESH=1\n{}",
        similar::TextDiff::from_lines(&found, text).unified_diff()
    );
}
