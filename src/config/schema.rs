//! The JSON Schema of the configuration, for editors.

use serde_json::{Map, Value, json};

use super::connector::{PARAMETERS, Shape};
use super::levels::LEVELS;
use super::{Rules, file, ignores, section};
use crate::finding::FailLevel;
use crate::rule::{Family, OptionMeta, OptionValue, RuleMeta, SeverityProfile};
use crate::target;

/// The JSON Schema of a configuration that may speak of `rules`, as text.
pub fn schema(rules: Rules<'_>) -> String {
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "oneauth configuration",
        "description": "oneauth.yaml or oneauth.json, found upwards from each file.",
        "type": "object",
        "additionalProperties": false,
        "properties": root(),
        "$defs": {
            "level": { "enum": LEVELS },
            "paths": paths(),
            "text": { "type": "string", "minLength": 1 },
            "rule": { "enum": ids(rules) },
            "rules": rule_members(rules),
            "override": over(),
            "ignore": ignore(),
            "connector": connector(),
        },
    });
    let mut text = serde_json::to_string_pretty(&schema).expect("plain values");
    text.push('\n');
    text
}

fn root() -> Map<String, Value> {
    let mut members = section_members();
    let list = |name: &str, help: &str| {
        let items = json!({ "$ref": format!("#/$defs/{name}") });
        json!({ "description": help, "type": "array", "items": items })
    };
    let paths = json!({
        "description": "Files not looked at when a folder is.",
        "$ref": "#/$defs/paths",
    });
    let own = [
        ("$schema", json!({ "type": "string" })),
        (
            "overrides",
            list("override", "Settings for some files; later ones win."),
        ),
        ("ignore", list("ignore", "Findings that do not count.")),
        ("exclude", paths),
        (
            "connectors",
            list(
                "connector",
                "Connectors that `oneauth connector --from` builds.",
            ),
        ),
    ];
    debug_assert!(own.iter().map(|(name, _)| *name).eq(file::MEMBERS));
    members.extend(own.map(|(name, value)| (name.to_owned(), value)));
    members
}

fn section_members() -> Map<String, Value> {
    let targets: Vec<&str> = target::all().iter().map(|profile| profile.id).collect();
    let profiles = [SeverityProfile::Api, SeverityProfile::Connector].map(SeverityProfile::name);
    let levels = FailLevel::ALL.map(FailLevel::name);
    let members = [
        (
            "target",
            json!({ "description": "The platform the documents are meant for.", "enum": targets }),
        ),
        (
            "profile",
            json!({ "description": "Whose eyes they are judged with.", "enum": profiles }),
        ),
        (
            "fail-on",
            json!({ "description": "The mildest severity that fails a run.", "enum": levels }),
        ),
        (
            "rules",
            json!({ "description": "Levels and options of rules.", "$ref": "#/$defs/rules" }),
        ),
    ];
    debug_assert!(members.iter().map(|(name, _)| *name).eq(section::MEMBERS));
    members
        .map(|(name, value)| (name.to_owned(), value))
        .into_iter()
        .collect()
}

fn paths() -> Value {
    json!({
        "description": "Patterns as in .gitignore, relative to the folder of this file.",
        "type": "array",
        "items": { "type": "string", "pattern": "^[^!]" },
    })
}

fn ids(rules: Rules<'_>) -> Vec<&'static str> {
    rules.iter().flat_map(|rule| names(rule)).collect()
}

fn names(rule: &'static RuleMeta) -> impl Iterator<Item = &'static str> {
    std::iter::once(rule.id).chain(rule.formerly.iter().copied())
}

fn rule_members(rules: Rules<'_>) -> Value {
    let mut members = Map::new();
    for rule in rules {
        for name in names(rule) {
            members.insert(name.to_owned(), rule_member(rule, name));
        }
    }
    for family in Family::ALL {
        members.insert(family.name().to_owned(), family_member(family));
    }
    json!({ "type": "object", "additionalProperties": false, "properties": members })
}

fn family_member(family: Family) -> Value {
    let level = json!({ "$ref": "#/$defs/level" });
    let long = json!({ "type": "object", "additionalProperties": false, "properties": { "level": level } });
    let name = family.name();
    let description = format!("The rules of family {name} of which nothing else is said.");
    json!({ "description": description, "anyOf": [level, long] })
}

fn rule_member(rule: &'static RuleMeta, name: &str) -> Value {
    let level = json!({ "$ref": "#/$defs/level" });
    let mut options = Map::new();
    options.insert("level".to_owned(), level.clone());
    for option in rule.options {
        options.insert(option.name.to_owned(), option_schema(option));
    }
    let long = json!({ "type": "object", "additionalProperties": false, "properties": options });
    let severity = rule.severity;
    let (api, connector) = (severity.api.name(), severity.connector.name());
    let usual = if severity.api == severity.connector {
        api.to_owned()
    } else {
        format!("{api}, for connectors {connector}")
    };
    let mut member = json!({
        "description": format!("{} Default: {usual}.", sentence(rule.summary())),
        "anyOf": [level, long],
    });
    if name != rule.id {
        member["deprecated"] = true.into();
    }
    member
}

fn sentence(text: &str) -> String {
    format!("{}.", text.trim_end_matches('.'))
}

fn option_schema(option: &OptionMeta) -> Value {
    let mut schema = match option.default {
        OptionValue::Bool(default) => json!({ "type": "boolean", "default": default }),
        OptionValue::Number(default) => {
            json!({ "type": "integer", "minimum": 0, "default": default })
        }
        OptionValue::Text(default) => json!({ "type": "string", "default": default }),
        OptionValue::List(default) => {
            json!({ "type": "array", "items": { "$ref": "#/$defs/text" }, "default": default })
        }
    };
    schema["description"] = option.help.into();
    schema
}

fn over() -> Value {
    let mut members = section_members();
    members.insert("paths".to_owned(), json!({ "$ref": "#/$defs/paths" }));
    json!({
        "type": "object",
        "required": ["paths"],
        "additionalProperties": false,
        "properties": members,
    })
}

fn ignore() -> Value {
    let members = json!({
        "rule": { "$ref": "#/$defs/rule" },
        "pointer": {
            "description": "A pattern over JSON pointers: `*` within a segment, `**` for any number of segments. Everything when left out.",
            "type": "string",
            "pattern": "^(/|$)",
        },
        "paths": { "$ref": "#/$defs/paths" },
        "reason": { "description": "Why the findings do not count.", "$ref": "#/$defs/text" },
    });
    let names = members
        .as_object()
        .map(|members| members.keys().map(String::as_str));
    debug_assert!(names.is_some_and(|names| names.eq(ignores::MEMBERS)));
    json!({
        "type": "object",
        "required": ["rule", "reason"],
        "additionalProperties": false,
        "properties": members,
    })
}

fn connector() -> Value {
    let mut members = Map::new();
    let path = |help: &str| json!({ "description": help, "$ref": "#/$defs/text" });
    members.insert("export".to_owned(), path("The exported document."));
    members.insert("out".to_owned(), path("The folder to write."));
    for parameter in PARAMETERS {
        let mut schema = match parameter.shape {
            Shape::Text => json!({ "$ref": "#/$defs/text" }),
            Shape::Switch => json!({ "type": "boolean" }),
            Shape::Texts => json!({
                "anyOf": [
                    { "type": "array", "items": { "$ref": "#/$defs/text" } },
                    { "type": "object", "additionalProperties": { "type": "string" } },
                ],
            }),
        };
        schema["description"] = parameter.help.into();
        members.insert(parameter.name.to_owned(), schema);
    }
    json!({
        "type": "object",
        "required": ["export", "out"],
        "additionalProperties": false,
        "properties": members,
        "not": { "required": ["to", "keep"] },
    })
}
