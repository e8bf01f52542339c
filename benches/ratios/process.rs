//! Whole processes: what a person at a terminal waits for.

use std::hint::black_box;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use oneauth::document::Format;
use oneauth::text::SourceFile;

use crate::contest::{Table, fastest};
use crate::inputs::Inputs;
use crate::plain::Plain;
use crate::reading::read;

/// Add the rows about whole processes.
pub(crate) fn rows(inputs: &Inputs, table: &mut Table) {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let small = file(folder.path(), "small.json", &inputs.small);
    let large = file(folder.path(), "large.json", &inputs.json);
    if let Some(empty) = empty_program(folder.path()) {
        start(&empty, &small, table);
    }
    let source = Arc::new(SourceFile::new("large.json", inputs.json.as_str()));
    large_runs(inputs, &large, &source, table);
    twin(inputs, folder.path(), table);
    if let Some(connectors) = &inputs.connectors {
        many(connectors, table);
    }
}

/// The YAML twin of the large document, against reading the JSON as a value.
fn twin(inputs: &Inputs, folder: &Path, table: &mut Table) {
    let yaml = file(folder, "large.yaml", &inputs.block_yaml);
    let mut check = || {
        run(
            oneauth(),
            &["check", "--no-config", "--target", "openapi", &yaml],
        );
    };
    let mut serde = || drop(black_box(Plain::read(&inputs.json)));
    let times = fastest(5, [&mut check, &mut serde]);
    let what = "check of the YAML twin, whole process : serde_json value";
    table.ratio(what, times, 1.8);
}

/// Every connector of a folder in one call.
fn many(folder: &Path, table: &mut Table) {
    let path = folder.display().to_string();
    let mut check = || run(oneauth(), &["check", "--no-config", "--quiet", &path]);
    let [time] = fastest(60, [&mut check]);
    let files = ignore::Walk::new(folder).flatten();
    let sizes = files.filter_map(|file| {
        Some(
            file.metadata()
                .ok()
                .filter(std::fs::Metadata::is_file)?
                .len(),
        )
    });
    let what = "check of all connectors in one call";
    table.rate(what, sizes.sum(), time, 400.0);
}

/// What large documents take.
fn large_runs(inputs: &Inputs, large: &str, source: &Arc<SourceFile>, table: &mut Table) {
    let mut reading = || drop(read(source, Format::Json));
    let mut serde = || drop(black_box(Plain::read(&inputs.json)));
    let mut inspect = || run(oneauth(), &["inspect", large]);
    let mut check = || {
        run(
            oneauth(),
            &["check", "--no-config", "--target", "openapi", large],
        );
    };
    let mut rewrite = || {
        let options = [
            "--to",
            "basic",
            "--target",
            "openapi",
            "--accept-public",
            "-o",
            "-",
        ];
        run(oneauth(), &[&["rewrite", large], &options[..]].concat());
    };
    let [inspect, check, rewrite, reading, value] = fastest(
        5,
        [
            &mut inspect,
            &mut check,
            &mut rewrite,
            &mut reading,
            &mut serde,
        ],
    );
    table.ratio(
        "inspect, whole process : serde_json value",
        [inspect, value],
        1.0,
    );
    table.ratio(
        "check, whole process : serde_json value",
        [check, value],
        1.5,
    );
    table.ratio(
        "rewrite with verification, whole process : read",
        [rewrite, reading],
        4.0,
    );
}

/// What starting costs above a program that does nothing.
fn start(empty: &str, small: &str, table: &mut Table) {
    let mut nothing = || run(empty, &[]);
    let mut version = || run(oneauth(), &["--version"]);
    let mut inspect = || run(oneauth(), &["inspect", small]);
    let mut check = || run(oneauth(), &["check", "--no-config", small]);
    let [nothing, version, inspect, check]: [Duration; 4] =
        fastest(200, [&mut nothing, &mut version, &mut inspect, &mut check]);
    table.difference("--version above an empty program", [version, nothing], 1.0);
    table.difference(
        "inspect 10 KB above an empty program",
        [inspect, nothing],
        2.0,
    );
    table.difference("check 10 KB above an empty program", [check, nothing], 6.0);
}

/// The binary under measurement.
pub(crate) fn oneauth() -> &'static str {
    env!("CARGO_BIN_EXE_oneauth")
}

/// Write an input to a file.
#[allow(clippy::disallowed_methods, reason = "nobody else sees this folder")]
pub(crate) fn file(folder: &Path, name: &str, text: &str) -> String {
    let path = folder.join(name);
    std::fs::write(&path, text).expect("the input can be written");
    path.display().to_string()
}

/// Run a program to its end, its output thrown away. Findings end it with 1, which is no failure;
/// files that cannot be read, with 2.
fn run(program: &str, arguments: &[&str]) {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null());
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let status = command.status().expect("the program starts");
    let ended = status.code().is_some_and(|code| code <= 2);
    assert!(ended, "{program} {arguments:?} ended with {status}");
}

/// A program that does nothing, compiled on the spot.
fn empty_program(folder: &Path) -> Option<String> {
    let source = file(folder, "empty.rs", "fn main() {}\n");
    let program = folder.join("empty").display().to_string();
    let compiled = Command::new("rustc")
        .args(["-O", "-o", &program, &source])
        .status();
    compiled
        .is_ok_and(|status| status.success())
        .then_some(program)
}
