//! The rules of the house, read off the files themselves: sizes, layers, who may print and write.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use crate::support::command::repository;
use crate::support::corpus::files_named;

/// Each module of the library and its layer; a module uses its own layer and those below.
const LAYERS: &[(&str, u8)] = &[
    ("text", 0),
    ("error", 0),
    ("outcome", 0),
    ("document", 1),
    ("spec", 2),
    ("edit", 2),
    ("finding", 3),
    ("rule", 4),
    ("secrets", 4),
    ("target", 4),
    ("schema", 4),
    ("rules", 5),
    ("rewrite", 5),
    ("convert", 5),
    ("connector", 5),
    ("diff", 5),
    ("config", 6),
    ("report", 6),
    ("cli", 7),
];

/// Who may say that a text was verified: the verifiers, and where the type lives.
const MAY_ATTEST: &[&str] = &["src/text/write.rs", "src/edit/verify"];

/// A Rust file of the repository: its path from the root, `/` between the parts, and its text.
struct File {
    name: String,
    text: String,
}

impl File {
    fn read(path: &Path) -> Self {
        let below = path
            .strip_prefix(repository())
            .expect("it is below the root");
        Self {
            name: below.to_string_lossy().replace('\\', "/"),
            text: std::fs::read_to_string(path).expect("the file can be read"),
        }
    }

    /// The first part of its path below `src/`, `.rs` taken off.
    fn module(&self) -> &str {
        let below = self.name.strip_prefix("src/").unwrap_or(&self.name);
        let first = below.split('/').next().unwrap_or(below);
        first.trim_end_matches(".rs")
    }

    /// Its lines that are code, with their 1-based numbers.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate();
        let code = lines.filter(|(_, line)| !line.trim_start().starts_with("//"));
        code.map(|(index, line)| (index + 1, line))
    }

    fn is_one_of(&self, prefixes: &[&str]) -> bool {
        prefixes.iter().any(|prefix| self.name.starts_with(prefix))
    }
}

fn rust_files(folders: &[&str]) -> Vec<File> {
    let roots: Vec<PathBuf> = folders.iter().map(|f| repository().join(f)).collect();
    let existing = roots.iter().filter(|root| root.is_dir());
    existing
        .flat_map(|root| files_named(root, &[".rs"]))
        .map(|path| File::read(&path))
        .collect()
}

/// Fails with one line per offence.
#[track_caller]
fn none(offences: &str) {
    assert!(offences.is_empty(), "\n{offences}");
}

#[test]
fn files_are_short() {
    let mut offences = String::new();
    for file in rust_files(&["src", "tests", "benches"]) {
        let lines = file.text.lines().count();
        if lines > 400 {
            let _ = writeln!(offences, "{}: {lines} lines, at most 400", file.name);
        }
    }
    none(&offences);
}

#[test]
fn lower_layers_do_not_know_upper_ones() {
    let layer_of = |module: &str| LAYERS.iter().find(|(name, _)| *name == module).map(|l| l.1);
    let mut offences = String::new();
    for file in rust_files(&["src"]) {
        if matches!(file.name.as_str(), "src/lib.rs" | "src/main.rs") {
            continue;
        }
        let Some(own) = layer_of(file.module()) else {
            let _ = writeln!(offences, "{}: `{}` has no layer", file.name, file.module());
            continue;
        };
        let code: Vec<&str> = file.code().map(|(_, line)| line).collect();
        let code = code.join("\n");
        for used in used_modules(&code) {
            if layer_of(&used).is_some_and(|layer| layer > own) {
                let _ = writeln!(offences, "{}: uses `{used}`, a layer above", file.name);
            }
        }
    }
    none(&offences);
}

/// The modules a text reaches through `crate::name` or `crate::{name::…, name}`.
fn used_modules(code: &str) -> Vec<String> {
    let mut used = Vec::new();
    for (at, start) in code.match_indices("crate::") {
        let rest = &code[at + start.len()..];
        match rest.strip_prefix('{') {
            Some(group) => used.extend(group_heads(group)),
            None => used.push(identifier(rest)),
        }
    }
    used
}

/// The first name of each member of a `use` group, from after its `{`.
fn group_heads(group: &str) -> Vec<String> {
    let mut heads = vec![identifier(group.trim_start())];
    let mut depth = 0;
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => heads.push(identifier(group[at + 1..].trim_start())),
            _ => {}
        }
    }
    heads
}

fn identifier(text: &str) -> String {
    let word = |c: &char| c.is_ascii_alphanumeric() || *c == '_';
    text.chars().take_while(word).collect()
}

#[test]
fn the_layer_test_sees_groups() {
    let code = "use crate::document::{key, Kind};\nuse crate::{text::Span, cli, edit::{a, b}};";
    assert_eq!(used_modules(code), ["document", "text", "cli", "edit"]);
}

#[test]
fn module_files_hold_no_functions() {
    let mut offences = String::new();
    for file in rust_files(&["src"]) {
        // the program's entry is what `cli` shows the world
        if !file.name.ends_with("/mod.rs") || file.name == "src/cli/mod.rs" {
            continue;
        }
        for (number, line) in file.code() {
            let line = line
                .trim_start_matches("pub ")
                .trim_start_matches("pub(crate) ");
            if line.starts_with("fn ") || line.starts_with("const fn ") {
                let _ = writeln!(offences, "{}:{number}: {line}", file.name);
            }
        }
    }
    none(&offences);
}

#[test]
fn nothing_prints_but_reports_and_commands() {
    let may_print = ["src/report/", "src/cli/"];
    let prints = [
        "println!",
        "print!(",
        "dbg!(",
        "io::stdout()",
        "io::stderr()",
    ];
    none(&occurrences(&prints, &may_print));
}

#[test]
fn nothing_writes_files_but_one_module() {
    let writes = [
        "fs::write(",
        "File::create",
        "OpenOptions",
        "fs::rename(",
        "fs::remove_",
    ];
    none(&occurrences(&writes, &["src/text/write.rs"]));
}

#[test]
fn only_verifiers_attest() {
    none(&occurrences(&["::attest("], MAY_ATTEST));
}

#[test]
fn targets_are_known_by_their_data() {
    // these two are also a member of documents and a gateway
    let names = ["openapi", "apigee"];
    let ids = oneauth::target::all().iter().map(|one| one.id);
    let quoted: Vec<String> = ids
        .filter(|id| !names.contains(id))
        .map(|id| format!("\"{id}\""))
        .collect();
    let quoted: Vec<&str> = quoted.iter().map(String::as_str).collect();
    none(&occurrences(&quoted, &["src/target/profiles/"]));
}

#[test]
fn nothing_but_main_exits() {
    none(&occurrences(
        &["process::exit", "process::abort"],
        &["src/main.rs"],
    ));
}

/// Places in code outside `allowed` that hold one of `texts`, one a line.
fn occurrences(texts: &[&str], allowed: &[&str]) -> String {
    let mut found = String::new();
    for file in rust_files(&["src"]) {
        if file.is_one_of(allowed) {
            continue;
        }
        for (number, line) in file.code() {
            if texts.iter().any(|text| line.contains(text)) {
                let _ = writeln!(found, "{}:{number}: {}", file.name, line.trim());
            }
        }
    }
    found
}

#[test]
fn every_rule_file_is_registered_and_short() {
    let mut offences = String::new();
    let mut files = 0;
    for file in rust_files(&["src/rules"]) {
        if !file.text.contains("declare_rule! {") {
            continue;
        }
        files += 1;
        let stem = file.name.rsplit('/').next().unwrap_or_default();
        let id = stem.trim_end_matches(".rs").replace('_', "-");
        if oneauth::rules::find(&id).is_none() {
            let _ = writeln!(offences, "{}: `{id}` is not in the catalogue", file.name);
        }
        let lines = file.text.lines().count();
        if lines > 160 {
            let _ = writeln!(
                offences,
                "{}: {lines} lines, a rule has at most 160",
                file.name
            );
        }
    }
    none(&offences);
    assert_eq!(files, oneauth::rules::ALL.len(), "one file per rule");
}

#[test]
fn texts_speak_of_the_product_only() {
    let mut files = rust_files(&["src"]);
    let docs = repository().join("docs");
    if docs.is_dir() {
        let texts = files_named(&docs, &[".md", ".json"]);
        files.extend(texts.iter().map(|path| File::read(path)));
    }
    for name in [
        "README.md",
        "CHANGELOG.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
    ] {
        let path = repository().join(name);
        files.extend(path.is_file().then(|| File::read(&path)));
    }
    let mut offences = String::new();
    for file in &files {
        for (number, line) in file.text.lines().enumerate() {
            if let Some(word) = forbidden(line) {
                let _ = writeln!(offences, "{}:{}: `{word}`", file.name, number + 1);
            }
        }
    }
    none(&offences);
}

/// A word that says how the text came about, or that it is not finished.
fn forbidden(line: &str) -> Option<&'static str> {
    if line.contains("TODO") {
        return Some("TODO");
    }
    let line = line.to_ascii_lowercase();
    let words = [
        "this session",
        "earlier session",
        "previous session",
        "next session",
        "issue #",
        "/work/",
        "fixme",
        "xxx:",
        "todo:",
        "todo!",
        "prototype",
    ];
    words.into_iter().find(|word| line.contains(word))
}
