//! What is generated, against the grammar that the files' publisher gives out.
//!
//! `fixtures/connectors/properties.schema.json` says the published constraints again; the few
//! keywords it uses are judged here, by code that shares nothing with the product's own.

use oneauth::connector::{Auth, NewProperties};
use serde_json::{Map, Value};

use super::corpus::connectors;
use super::generating::{all, multi};
use crate::support::command::repository;

/// Where the published schema knows less than the platform, and why what is generated is right.
const OUTDATED: &[(&str, &str)] = &[
    // 15 published settings of `aad` have it; the documentation of the platform names it
    (
        "/customParameters/enableOnbehalfOfLogin",
        "additionalProperties",
    ),
    // the wizard offers providers by name; two published connectors are made so
    ("/oAuthSettings/identityProvider", "enum"),
    // in a set the user types the tenant of an application: training material on service principals
    ("/parameters/token:TenantId", "required"),
    (
        "/token:TenantId/uiDefinition/tooltip",
        "additionalProperties",
    ),
    (
        "/token:TenantId/uiDefinition/schema",
        "additionalProperties",
    ),
    ("/token:TenantId/uiDefinition/constraints", "enum"),
];

struct Grammar {
    root: Value,
}

type Faults = Vec<(String, &'static str)>;

impl Grammar {
    fn read() -> Self {
        let path = repository().join("fixtures/connectors/properties.schema.json");
        let root = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        Self { root }
    }

    fn faults(&self, value: &Value) -> Faults {
        let mut out = Faults::new();
        self.judge(&self.root, value, "", &mut out);
        out
    }

    fn judge(&self, schema: &Value, value: &Value, at: &str, out: &mut Faults) {
        if let Some(target) = schema["$ref"].as_str() {
            let target = self.root.pointer(target.trim_start_matches('#')).unwrap();
            self.judge(target, value, at, out);
        }
        let mut fails = |fails: bool, keyword| {
            if fails {
                out.push((at.to_owned(), keyword));
            }
        };
        let types = &schema["type"];
        let is_typed = |name: &Value| name.as_str() == Some(kind(value));
        let fits = types.is_null()
            || is_typed(types)
            || types.as_array().is_some_and(|all| all.iter().any(is_typed));
        fails(!fits, "type");
        let allowed = schema["enum"].as_array();
        fails(allowed.is_some_and(|all| !all.contains(value)), "enum");
        let least = schema["minLength"].as_u64().unwrap_or(0);
        fails(
            value
                .as_str()
                .is_some_and(|text| (text.len() as u64) < least),
            "minLength",
        );
        if let Value::Object(members) = value {
            let needed = schema["required"].as_array().into_iter().flatten();
            let needed: Vec<&str> = needed.filter_map(Value::as_str).collect();
            fails(
                !needed.iter().all(|name| members.contains_key(*name)),
                "required",
            );
            self.members(schema, members, at, out);
        }
        for (index, item) in value.as_array().into_iter().flatten().enumerate() {
            self.judge(&schema["items"], item, &format!("{at}/{index}"), out);
        }
        for one in schema["allOf"].as_array().into_iter().flatten() {
            self.judge(one, value, at, out);
        }
        if !schema["if"].is_null() {
            let mut probe = Faults::new();
            self.judge(&schema["if"], value, at, &mut probe);
            let next = if probe.is_empty() { "then" } else { "else" };
            self.judge(&schema[next], value, at, out);
        }
    }

    fn members(&self, schema: &Value, members: &Map<String, Value>, at: &str, out: &mut Faults) {
        for (name, member) in members {
            let at = format!("{at}/{name}");
            let named = schema["properties"].get(name);
            let patterns = schema["patternProperties"]
                .as_object()
                .into_iter()
                .flatten();
            let mut rules: Vec<&Value> = named.into_iter().collect();
            rules.extend(
                patterns
                    .filter(|(one, _)| fits(one, name))
                    .map(|(_, rule)| rule),
            );
            match &schema["additionalProperties"] {
                Value::Bool(false) if rules.is_empty() => {
                    out.push((at.clone(), "additionalProperties"));
                }
                other if rules.is_empty() => rules.push(other),
                _ => {}
            }
            for rule in rules {
                self.judge(rule, member, &at, out);
            }
        }
    }
}

fn fits(pattern: &str, name: &str) -> bool {
    regex::Regex::new(pattern).unwrap().is_match(name)
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

fn is((at, keyword): &(String, &str), (end, of): &(&str, &str)) -> bool {
    at.ends_with(end) && keyword == of
}

fn is_outdated(fault: &(String, &'static str)) -> bool {
    OUTDATED.iter().any(|one| is(fault, one))
}

#[test]
fn what_is_generated_obeys_the_published_grammar() {
    let grammar = Grammar::read();
    let provided = oneauth::connector::providers::all().map(|provider| {
        let resolved = provider.resolve(&[]).unwrap();
        Auth::OAuth2(resolved.sign_in(None, &[]))
    });
    let alone = all().into_iter().map(|(_, auth)| auth).chain(provided);
    let files: Vec<_> = alone.map(NewProperties::new).chain([multi()]).collect();
    assert!(files.len() > 25, "{} files", files.len());
    let mut known = Faults::new();
    for file in &files {
        let value: Value = serde_json::from_str(&file.text()).unwrap();
        let (old, faults): (Faults, Faults) =
            grammar.faults(&value).into_iter().partition(is_outdated);
        assert_eq!(faults, Faults::new(), "{}", file.text());
        known.extend(old);
    }
    for one in OUTDATED {
        assert!(
            known.iter().any(|fault| is(fault, one)),
            "{one:?} is not needed"
        );
    }
}

#[test]
fn the_grammar_refuses_what_is_wrong() {
    let grammar = Grammar::read();
    for (at, value) in [
        ("/properties/iconBrandColor", "1"),
        ("/properties/connectionParameters/bad-name", "{}"),
        ("/properties/connectionParameters/key/type", "\"secret\""),
        (
            "/properties/connectionParameters/key/uiDefinition/constraints/required",
            "true",
        ),
        ("/properties/connectionParameters/key/oAuthSettings", "{}"),
        (
            "/properties/connectionParameters/token/oAuthSettings/redirectMode",
            "\"global\"",
        ),
        (
            "/properties/connectionParameters/token/oAuthSettings/customParameters/x",
            "{}",
        ),
        ("/properties/connectionParameterSets/values/0/name", "\"\""),
        ("/properties/unheard", "1"),
    ] {
        let mut file = serde_json::json!({"properties": {"iconBrandColor": "#112233",
            "connectionParameters": {
                "key": {"type": "string", "uiDefinition": {"constraints": {}}},
                "token": {"type": "oauthSetting", "oAuthSettings":
                    {"identityProvider": "oauth2", "customParameters": {}}}},
            "connectionParameterSets": {"values": [{"name": "a", "parameters": {}}]}}});
        assert_eq!(grammar.faults(&file), Faults::new());
        let (parent, name) = at.rsplit_once('/').unwrap();
        let parent = file.pointer_mut(parent).unwrap();
        parent[name] = serde_json::from_str(value).unwrap();
        let faults = grammar.faults(&file);
        assert!(
            faults.iter().any(|(place, _)| place == at),
            "{at}: {faults:?}"
        );
    }
}

/// The grammar is no stranger to what people publish: most files pass, as they do the original.
#[test]
fn published_files_pass_the_grammar_but_for_what_is_known() {
    let grammar = Grammar::read();
    let (mut all, mut passed) = (0, 0);
    for (folder, _) in connectors() {
        let text = folder.properties.as_deref().map(std::fs::read_to_string);
        let text = text.and_then(Result::ok).unwrap_or_default();
        let Ok(value) = serde_json::from_str::<Value>(text.trim_start_matches('\u{feff}')) else {
            continue;
        };
        all += 1;
        passed += usize::from(grammar.faults(&value).is_empty());
    }
    eprintln!("{passed} of {all} published files pass the grammar");
    assert!(passed * 100 >= all * 85, "{passed} of {all}");
}
