//! The steps of `action.yml`, run by a shell as a runner would.

use std::path::Path;
use std::process::{Command, Output};

use serde_yaml::Value;

use crate::support::command::repository;
use crate::support::sandbox::Sandbox;

/// A file of the repository, read as YAML.
pub(super) fn yaml(path: &str) -> Value {
    let text = std::fs::read_to_string(repository().join(path));
    let text = text.unwrap_or_else(|e| panic!("{path}: {e}"));
    serde_yaml::from_str(&text).unwrap_or_else(|e| panic!("{path}: {e}"))
}

fn steps(action: &Value) -> &[Value] {
    let steps = action["runs"]["steps"].as_sequence();
    steps.expect("a composite action has steps")
}

fn script(name: &str) -> String {
    let action = yaml("action.yml");
    let mut all = steps(&action).iter();
    let step = all.find(|step| step["name"].as_str() == Some(name));
    let text = step.and_then(|step| step["run"].as_str());
    text.expect("the step runs a script").to_owned()
}

/// Run a script as runners do, in a folder that also takes what it writes.
fn run(script: &str, folder: &Path, variables: &[(&str, &str)]) -> Option<Output> {
    let binary = Path::new(env!("CARGO_BIN_EXE_oneauth"));
    let own = binary.parent().expect("it lies in a folder").to_owned();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(own).chain(std::env::split_paths(&path));
    let mut bash = Command::new("bash");
    bash.args(["--noprofile", "--norc", "-eo", "pipefail", "-c", script])
        .current_dir(folder)
        .env("PATH", std::env::join_paths(folders).expect("plain paths"))
        .env("RUNNER_TEMP", folder)
        .env("GITHUB_ACTION_PATH", repository())
        .env("GITHUB_OUTPUT", folder.join("output"))
        .env("GITHUB_STEP_SUMMARY", folder.join("summary"))
        .envs(variables.iter().copied());
    let output = bash.output().ok();
    if output.is_none() {
        eprintln!("skipped: there is no bash");
    }
    output
}

/// The inputs of the check step, as their defaults are.
const DEFAULTS: [(&str, &str); 5] = [
    ("INPUT_PATHS", "."),
    ("INPUT_TARGET", ""),
    ("INPUT_FAIL_ON", ""),
    ("INPUT_CONFIG", ""),
    ("INPUT_SUMMARY", "true"),
];

/// An export with a key in the URL.
fn export() -> Sandbox {
    let path = repository().join("fixtures/scenarios/apim-api-key/2.0.before.json");
    let text = std::fs::read_to_string(path).expect("the fixture is there");
    Sandbox::with([("export.json", text.as_str())])
}

fn read(sandbox: &Sandbox, name: &str) -> String {
    std::fs::read_to_string(sandbox.join(name)).unwrap_or_default()
}

#[test]
fn the_check_step_annotates_and_leaves_reports() {
    let sandbox = export();
    let Some(output) = run(&script("Check"), sandbox.path(), &DEFAULTS) else {
        return;
    };
    let shown = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{output:?}");
    assert!(shown.contains("::warning file=export.json,"), "{shown}");
    let outputs = read(&sandbox, "output");
    assert!(outputs.contains("exit-code=1\n"), "{outputs}");
    assert!(outputs.contains("oneauth.sarif\n"), "{outputs}");
    assert!(read(&sandbox, "oneauth.sarif").contains("\"2.1.0\""));
    assert!(read(&sandbox, "summary").contains("auth-apikey-in-query"));
}

#[test]
fn inputs_reach_the_command_line_and_are_never_code() {
    let sandbox = export();
    let mut variables = DEFAULTS;
    variables[0].1 = "export.json\n$(touch ran).json";
    variables[2].1 = "never";
    variables[4].1 = "false";
    let Some(output) = run(&script("Check"), sandbox.path(), &variables) else {
        return;
    };
    assert!(output.status.success(), "{output:?}");
    assert!(read(&sandbox, "output").contains("exit-code=2\n"));
    assert!(!sandbox.join("ran").exists());
    assert!(!sandbox.join("summary").exists());
}

#[test]
fn the_last_step_ends_with_the_exit_code() {
    let sandbox = Sandbox::new();
    let run = run(
        &script("Pass or fail"),
        sandbox.path(),
        &[("EXIT_CODE", "70")],
    );
    let Some(output) = run else { return };
    assert_eq!(output.status.code(), Some(70));
}

#[test]
fn the_cache_is_named_for_the_sources() {
    let sandbox = Sandbox::new();
    let Some(output) = run(&script("Name the sources"), sandbox.path(), &[]) else {
        return;
    };
    assert!(output.status.success(), "{output:?}");
    let key = read(&sandbox, "output");
    assert!(key.starts_with("key=") && key.trim().len() == 44, "{key}");
}

#[test]
fn no_script_holds_an_expression() {
    let action = yaml("action.yml");
    for step in steps(&action) {
        let script = step["run"].as_str().unwrap_or_default();
        assert!(!script.contains("${{"), "{script}");
        let inputs = step["env"].as_mapping().into_iter().flatten();
        for (_, value) in inputs {
            let value = value.as_str().unwrap_or_default();
            let name = value.split_once("inputs.").map(|(_, name)| name);
            let name = name.map(|name| name.trim_end_matches([' ', '}']));
            let declared = name.is_none_or(|name| !action["inputs"][name].is_null());
            assert!(declared, "{value}: there is no such input");
        }
    }
}
