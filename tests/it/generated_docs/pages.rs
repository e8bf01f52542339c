//! Pages made from declarations: one for each rule, their index, the exit codes.

use std::collections::BTreeSet;

use oneauth::outcome::Outcome;
use oneauth::report::catalogue;
use oneauth::rules;

use crate::support::command::{oneauth, repository};
use crate::support::repository_text::expect;

fn written(write: impl FnOnce(&mut dyn std::io::Write) -> std::io::Result<()>) -> String {
    let mut bytes = Vec::new();
    write(&mut bytes).expect("memory takes everything");
    String::from_utf8(bytes).expect("pages are text")
}

#[test]
fn each_rule_has_its_page() {
    for meta in catalogue::every() {
        let path = format!("docs/rules/{}", catalogue::page_name(meta.id));
        expect(&path, &written(|out| catalogue::page(meta, out)));
    }
}

#[test]
fn the_index_is_the_catalogue() {
    expect("docs/rules/README.md", &written(catalogue::index));
}

#[test]
fn no_page_is_left_over() {
    let known: BTreeSet<String> = catalogue::every()
        .map(|meta| catalogue::page_name(meta.id))
        .chain(["README.md".to_owned()])
        .collect();
    let folder = repository().join("docs/rules");
    for entry in std::fs::read_dir(folder).expect("the folder is there") {
        let name = entry.expect("readable").file_name();
        let name = name.to_string_lossy();
        // a refresh writes beside the page, then renames
        let refreshing = std::env::var_os("ONEAUTH_REFRESH").is_some();
        assert!(
            refreshing || known.contains(&*name),
            "docs/rules/{name}: no such rule"
        );
    }
}

#[test]
fn explain_prints_the_page() {
    let first = rules::metas().next().expect("there are rules");
    let ran = oneauth(["explain", first.id]).run().expect_exit(0);
    assert_eq!(ran.stdout, written(|out| catalogue::page(first, out)));
}

#[test]
fn the_exit_codes_are_those_of_the_code() {
    let mut text = String::from(
        "# Exit codes\n\nThe same for every command and in every output format.\n\n\
         | code | meaning |\n|---:|---|\n",
    );
    for outcome in Outcome::ALL {
        text += &format!("| {} | {} |\n", outcome.code(), outcome.meaning());
    }
    text += "\nA run over several files ends with the highest code of any of them. `--fail-on LEVEL` \
             moves the\nfail level (default `warning`); `--fail-on never` leaves 0, 2 and 70.\n";
    expect("docs/exit-codes.md", &text);
}
