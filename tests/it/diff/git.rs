//! The lines of `docs/git-diff.md`, as a shell and git run them.

use std::path::Path;
use std::process::Command;

use super::command::read;
use crate::support::command::repository;
use crate::support::sandbox::Sandbox;

/// Run a line of a shell in a repository; the program is on its path, its home is the sandbox.
fn shell(sandbox: &Sandbox, line: &str) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_oneauth"));
    let folder = program.parent().expect("a program is in a folder");
    let path = std::env::var("PATH").unwrap_or_default();
    let run = Command::new("sh")
        .args(["-c", line])
        .current_dir(sandbox.path())
        .env("PATH", format!("{}:{path}", folder.display()))
        .env("HOME", sandbox.path())
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_PAGER", "cat")
        .output()
        .expect("a shell runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(run.status.success(), "{line}\n{}", text(&run.stderr));
    text(&run.stdout)
}

/// Lines of the page that start so.
fn lines(start: &str) -> Vec<String> {
    let page = std::fs::read_to_string(repository().join("docs/git-diff.md")).expect("the page");
    let all = page.lines().filter(|line| line.starts_with(start));
    all.map(str::to_owned).collect()
}

/// A repository in which a document became public, and another came, in its second commit.
fn changed() -> Sandbox {
    let sandbox = Sandbox::new();
    let commit = |message: &str| {
        let identity = "git -c user.name=T -c user.email=t@example.net";
        shell(
            &sandbox,
            &format!("git add . && {identity} commit -qm {message}"),
        );
    };
    shell(&sandbox, "git init -q");
    sandbox.file("openapi.yaml", read("global-security-removed", "old"));
    sandbox.file(
        ".gitattributes",
        lines("openapi.yaml").join("\n") + "\nnew.yaml diff=oneauth\n",
    );
    commit("one");
    sandbox.file("openapi.yaml", read("global-security-removed", "new"));
    sandbox.file("new.yaml", read("key-to-basic", "new"));
    commit("two");
    sandbox
}

#[test]
#[cfg(unix)]
fn the_lines_of_the_page_do_what_it_says() {
    let sandbox = changed();
    let [conversion] = lines("git config diff.oneauth.textconv")
        .try_into()
        .expect("one line");
    shell(&sandbox, &conversion);
    let log = shell(&sandbox, "git log -p -1");
    assert!(
        log.contains("+Required by the document: nothing is said"),
        "{log}"
    );
    assert!(
        !log.contains("git-blob"),
        "temporary names differ every time:\n{log}"
    );
    shell(&sandbox, "git config --unset diff.oneauth.textconv");
    let [driver] = lines("git config diff.oneauth.command")
        .try_into()
        .expect("one line");
    shell(&sandbox, &driver);
    let diff = shell(&sandbox, "git diff HEAD~1");
    for word in [
        "now public",
        "(not there)",
        "--- /dev/null",
        "diff:operation-became-public",
    ] {
        assert!(diff.contains(word), "no {word} in\n{diff}");
    }
    for line in lines("git config --global difftool") {
        shell(&sandbox, &line);
    }
    let shown = shell(&sandbox, "git difftool -t oneauth HEAD~1 -- openapi.yaml");
    assert!(shown.contains("now public"), "{shown}");
}

#[test]
#[cfg(unix)]
fn annotations_name_the_files_of_the_pull_request() {
    let sandbox = changed();
    let lines = shell(
        &sandbox,
        "oneauth diff --git $(git rev-parse HEAD~1)..HEAD --format github",
    );
    let files = lines.split(" file=").skip(1);
    let files: Vec<&str> = files.filter_map(|rest| rest.split(',').next()).collect();
    assert!(files.len() >= 2, "{lines}");
    assert!(
        files
            .iter()
            .all(|file| ["openapi.yaml", "new.yaml"].contains(file)),
        "{lines}"
    );
}

#[test]
#[cfg(unix)]
fn renamed_files_branches_and_templates_of_something_else() {
    let sandbox = Sandbox::new();
    let commit = |message: &str| {
        let identity = "git -c user.name=T -c user.email=t@example.net";
        let line = format!("git add -A . && {identity} commit -qm {message}");
        shell(&sandbox, &line);
    };
    shell(&sandbox, "git init -q -b main");
    sandbox.file("a.yaml", read("global-security-removed", "old"));
    sandbox.file("chart.yaml", "a: {{ .Values.a }}\n");
    commit("one");
    shell(&sandbox, "git checkout -q -b work && git mv a.yaml b.yaml");
    sandbox.file("b.yaml", read("global-security-removed", "new"));
    sandbox.file("chart.yaml", "a: {{ .Values.b }}\n");
    commit("two");
    shell(&sandbox, "git checkout -q main");
    sandbox.file("c.yaml", read("key-to-basic", "new"));
    commit("three");
    let seen = |line: &str| shell(&sandbox, line);
    let renamed = seen("oneauth diff --git main~1..work --format github");
    assert!(renamed.contains("file=b.yaml"), "{renamed}");
    assert!(renamed.contains("operation-became-public"), "{renamed}");
    let branch = seen("oneauth diff --git main...work --format github");
    assert_eq!(branch, renamed, "what main made since is not of the branch");
    let both = seen("oneauth diff --git main..work --format github");
    assert!(both.contains("c.yaml"), "{both}");
}
