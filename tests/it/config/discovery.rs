//! Where a configuration is found.

use std::path::Path;

use oneauth::config::Configs;

use super::RULES;

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("it can be made");
        oneauth::text::write::write_report(&path, text).expect("it can be written");
    }
    folder
}

/// The target each file's configuration names; `-` without a configuration.
fn targets(folder: &Path, files: &[&str]) -> Vec<String> {
    let mut configs = Configs::discovered(&RULES);
    let target = |file: &&str| {
        let config = configs.of(&folder.join(file)).expect("it is well formed");
        let target = config.and_then(|config| config.root.target.clone());
        target.map_or_else(|| "-".to_owned(), |target| target.value.id.to_owned())
    };
    files.iter().map(target).collect()
}

#[test]
fn the_nearest_one_above_counts() {
    let folder = folder(&[
        ("oneauth.yaml", "target: openapi\n"),
        ("a/b/oneauth.json", "{\"target\": \"logic-apps\"}"),
    ]);
    let files = ["x.json", "a/x.json", "a/b/x.json", "a/b/c/d/x.json"];
    let found = targets(folder.path(), &files);
    assert_eq!(found, ["openapi", "openapi", "logic-apps", "logic-apps"]);
}

#[test]
fn a_repository_ends_the_search() {
    let folder = folder(&[
        ("oneauth.yaml", "target: openapi\n"),
        ("a/.git/HEAD", "ref: refs/heads/main\n"),
        ("b/.git", "gitdir: ../a/.git\n"),
        ("c/.git/HEAD", "ref: refs/heads/main\n"),
        ("c/oneauth.yaml", "target: logic-apps\n"),
    ]);
    let files = ["a/x.json", "a/deep/x.json", "b/x.json", "c/x.json"];
    assert_eq!(
        targets(folder.path(), &files),
        ["-", "-", "-", "logic-apps"]
    );
}

#[test]
fn two_in_one_folder_are_a_mistake() {
    let folder = folder(&[("oneauth.yaml", ""), ("oneauth.json", "{}")]);
    let error = Configs::discovered(&RULES).of(&folder.path().join("x.json"));
    let error = error.expect_err("one of them must go");
    assert_eq!(
        error.help(),
        Some("keep one of `oneauth.yaml` and `oneauth.json`")
    );
}

#[test]
fn a_given_one_counts_for_every_file_and_none_for_none() {
    let folder = folder(&[
        ("oneauth.yaml", "target: openapi\n"),
        ("own.yaml", "target: logic-apps\n"),
    ]);
    let own = folder.path().join("own.yaml");
    let mut given = Configs::given(Some(&own), &RULES).expect("it is well formed");
    let config = given
        .of(Path::new("/elsewhere/x.json"))
        .expect("it is read already");
    let target = config.and_then(|config| config.root.target.clone());
    assert_eq!(target.map(|target| target.value.id), Some("logic-apps"));
    assert_eq!(given.met().len(), 1);
    let mut none = Configs::given(None, &RULES).expect("there is nothing to read");
    let config = none
        .of(&folder.path().join("x.json"))
        .expect("there is nothing to read");
    assert!(config.is_none());
}

#[test]
fn each_is_read_once() {
    let folder = folder(&[("oneauth.yaml", "target: openapi\n")]);
    let mut configs = Configs::discovered(&RULES);
    for file in ["a/x.json", "a/b/y.json", "z.json"] {
        configs
            .of(&folder.path().join(file))
            .expect("it is well formed");
    }
    assert_eq!(configs.met().len(), 1);
}
