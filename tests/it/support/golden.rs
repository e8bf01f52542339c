//! Files that are generated and committed: a test compares them, and writes them when told.

use super::command::repository;

/// Compare a committed file with what it should hold; write it where `ONEAUTH_REFRESH` is set.
#[track_caller]
pub(crate) fn check(path: &str, text: &str) {
    let file = repository().join(path);
    if std::env::var_os("ONEAUTH_REFRESH").is_some() {
        let folder = file.parent().expect("it lies in a folder");
        std::fs::create_dir_all(folder).expect("the folder can be made");
        oneauth::text::write::write_report(&file, text).expect("it can be written");
        return;
    }
    let committed = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        committed == text,
        "{path} is not what it should be{}\nrefresh it: ONEAUTH_REFRESH=1 cargo test --test it",
        first_difference(&committed, text)
    );
}

fn first_difference(old: &str, new: &str) -> String {
    let both = old.lines().zip(new.lines()).enumerate();
    let mut different = both.filter(|(_, (old, new))| old != new);
    match different.next() {
        Some((at, (old, new))) => format!(":\nline {}\n- {old}\n+ {new}", at + 1),
        None => format!(
            ": {} lines, not {}",
            old.lines().count(),
            new.lines().count()
        ),
    }
}
