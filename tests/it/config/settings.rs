//! What follows from a configuration for a file.

use std::path::Path;

use oneauth::config::{CommandLine, Config, Origin, Settings, print, selected};
use oneauth::finding::suppress::KnownRules as _;
use oneauth::finding::{FailLevel, Severity};
use oneauth::rule::{Configured, Level, SeverityProfile};
use oneauth::text::SourceFile;

use super::{RULES, TUNED};
use crate::support::command::repository;

/// A fixture, read as if it lay in `/repo`.
fn config(name: &str) -> Config {
    let path = repository().join("fixtures/configs/good").join(name);
    let text = std::fs::read_to_string(path).expect("it is there");
    parse(name, &text)
}

fn parse(name: &str, text: &str) -> Config {
    let path = Path::new("/repo").join(name);
    let config = Config::parse(SourceFile::new(name, text), &path, &RULES);
    config.unwrap_or_else(|error| panic!("{error}"))
}

fn settings(config: &Config, file: &str) -> Settings {
    Settings::resolve(
        Some(config),
        Path::new(file),
        &CommandLine::default(),
        &RULES,
    )
}

fn printed(config: &Config, file: &str) -> String {
    let text = print(file, &settings(config, file), Some(config));
    text.replace(&config.path.display().to_string(), "whole.yaml")
}

#[test]
fn everything_is_printed_with_its_origin() {
    let config = config("whole.yaml");
    let files = [
        "/repo/api.json",
        "/repo/legacy/worse/api.json",
        "/repo/sub/a.old.json",
    ];
    let all: Vec<String> = files.map(|file| printed(&config, file)).into();
    insta::assert_snapshot!(all.join("\n"));
}

#[test]
fn nothing_decided_is_the_default() {
    let bare = Settings::resolve(None, Path::new("a.json"), &CommandLine::default(), &RULES);
    let empty = settings(&config("empty.yaml"), "/repo/a.json");
    let text = |settings| print("a.json", settings, None);
    assert_eq!(text(&bare), text(&empty));
    insta::assert_snapshot!(print("a.json", &bare, None));
}

#[test]
fn the_command_line_wins() {
    let config = config("whole.yaml");
    let command_line = CommandLine {
        target: oneauth::target::find("openapi"),
        profile: Some(SeverityProfile::Connector),
        fail_level: Some(FailLevel::Never),
        select: vec!["tuned-rule", "renamed-rule"],
        ignore: vec!["renamed-rule"],
        judged: None,
    };
    let file = Path::new("/repo/api.json");
    let settings = Settings::resolve(Some(&config), file, &command_line, &RULES);
    assert_eq!(settings.target.origin, Origin::CommandLine);
    assert_eq!(settings.fail_level.value, FailLevel::Never);
    assert_eq!(settings.levels["loud-rule"].value, Level::Off);
    assert_eq!(settings.levels["renamed-rule"].value, Level::Off);
    assert_eq!(settings.levels["renamed-rule"].origin, Origin::CommandLine);
    assert_eq!(
        settings.levels["tuned-rule"].value,
        Level::On(Severity::Error)
    );
}

#[test]
fn a_selected_rule_runs_where_its_profile_has_it_off() {
    let command_line = CommandLine {
        select: vec!["tuned-rule"],
        ..CommandLine::default()
    };
    let settings = Settings::resolve(None, Path::new("a.json"), &command_line, &RULES);
    assert_eq!(settings.profile.value, SeverityProfile::Connector);
    assert_eq!(
        settings.levels["tuned-rule"].value,
        Level::On(Severity::Info)
    );
    assert_eq!(
        settings.rule_settings().level(&TUNED).0,
        Level::On(Severity::Info)
    );
}

#[test]
fn the_profile_follows_the_target() {
    let text = "target: openapi\n";
    let settings = settings(&parse("oneauth.yaml", text), "/repo/a.json");
    assert_eq!(settings.profile.value, SeverityProfile::Api);
    assert_eq!(settings.profile.origin, Origin::Target);
    assert_eq!(settings.severity("tuned-rule"), Some(Severity::Info));
    assert_eq!(settings.severity("nothing"), None);
}

#[test]
fn options_reach_the_run() {
    let config = config("whole.yaml");
    let run = settings(&config, "/repo/api.json").rule_settings();
    assert_eq!(run.options.number(&TUNED, "most"), 3);
    assert!(run.options.switch(&TUNED, "strict"));
    assert!(run.options.list_has(&TUNED, "words", "TWO"));
    let run = settings(&config, "/repo/legacy/api.json").rule_settings();
    assert_eq!(run.options.number(&TUNED, "most"), 9);
    let value = settings(&config, "/repo/api.json").options[&("tuned-rule", "prefix")].clone();
    assert_eq!(value.value, Configured::Text("x-".into()));
}

#[test]
fn former_ids_stand_for_the_present_one() {
    let config = config("whole.yaml");
    assert_eq!(config.ignores[1].ignore.rule, "renamed-rule");
    let settings = settings(&config, "/repo/api.json");
    assert_eq!(settings.resolve("former-rule"), Some("renamed-rule"));
    assert_eq!(
        settings.levels["renamed-rule"].value,
        Level::On(Severity::Hint)
    );
    let error = selected(&RULES, "tuned-rul").expect_err("there is none");
    assert_eq!(error.help(), Some("did you mean `tuned-rule`?"));
}

#[test]
fn ignores_and_excludes_go_by_path() {
    let config = config("whole.yaml");
    assert_eq!(settings(&config, "/repo/legacy/a.json").ignores, [0, 1]);
    assert_eq!(settings(&config, "/repo/new/a.json").ignores, [1]);
    assert!(config.excludes(Path::new("/repo/a/node_modules/b/c.json")));
    assert!(config.excludes(Path::new("/repo/dist/a.json")));
    assert!(!config.excludes(Path::new("/repo/sub/dist/a.json")));
    assert!(!config.excludes(Path::new("/repo/a.json")));
}

#[test]
fn connectors_keep_their_parameters() {
    let config = config("whole.yaml");
    let [first, second] = &config.connectors[..] else {
        panic!("there are two");
    };
    assert_eq!(first.export, Path::new("/repo/exports/parcels.json"));
    assert_eq!(
        first.get("to").and_then(|value| value.as_str()),
        Some("oauth2")
    );
    let tenant = first.get("set").and_then(|value| value.get("TENANT_ID"));
    assert_eq!(tenant.and_then(|value| value.as_str()), Some("contoso"));
    assert_eq!(second.out, Path::new("/repo/connectors/depots"));
    assert_eq!(second.get("to"), None);
    assert_eq!(second.parameters.len(), 2);
}

#[test]
fn a_family_stands_for_its_rules_and_a_rule_for_itself() {
    let rules = "rules:\n  loud-rule: warning\n  auth: {level: info}\n  transport: off\n";
    let settings = settings(&parse("oneauth.yaml", rules), "api.json");
    let level = |id: &str| settings.levels[id].value;
    assert_eq!(level("loud-rule"), Level::On(Severity::Warning));
    assert_eq!(level("renamed-rule"), Level::On(Severity::Info));
    assert_eq!(level("tuned-rule"), Level::On(Severity::Info));
}
