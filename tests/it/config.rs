//! The configuration: what it may say, where it is found, what follows from it.

mod discovery;
mod mistakes;
mod schema;
mod settings;

use oneauth::finding::Severity;
use oneauth::rule::{Family, Level, OptionMeta, OptionValue, RuleMeta, Severities};
use oneauth::spec::Version;

const fn rule(id: &'static str, api: Level, connector: Level) -> RuleMeta {
    RuleMeta {
        id,
        family: Family::Auth,
        severity: Severities { api, connector },
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        formerly: &[],
        references: &[],
        options: &[],
        hooks: &[],
        docs: "Something is wrong\n\n## Why\n\nIt is.\n",
    }
}

const ERROR: Level = Level::On(Severity::Error);

const fn option(name: &'static str, default: OptionValue) -> OptionMeta {
    OptionMeta {
        name,
        default,
        help: "What it does.",
    }
}

static LOUD: RuleMeta = rule("loud-rule", ERROR, Level::On(Severity::Hint));

static RENAMED: RuleMeta = RuleMeta {
    formerly: &["former-rule"],
    ..rule("renamed-rule", ERROR, ERROR)
};

static TUNED: RuleMeta = RuleMeta {
    options: &[
        option("most", OptionValue::Number(5)),
        option("strict", OptionValue::Bool(false)),
        option("prefix", OptionValue::Text("")),
        option("words", OptionValue::List(&["a"])),
    ],
    ..rule("tuned-rule", Level::On(Severity::Info), Level::Off)
};

/// A small catalogue, so that these tests do not change with the real one.
const RULES: [&RuleMeta; 3] = [&LOUD, &RENAMED, &TUNED];
