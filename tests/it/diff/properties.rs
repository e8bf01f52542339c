//! What holds for any two documents.

use std::collections::BTreeMap;

use oneauth::diff::Comparison;
use oneauth::document::Value;
use oneauth::edit::{JsonStyle, to_json, to_yaml};
use proptest::prelude::*;

use super::support::{compared, parsed, shown};

/// Numbers that follow from a seed.
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % (limit.max(1) as u64)).expect("it is below a usize")
    }

    fn one(&mut self, of: usize) -> bool {
        self.below(of) == 0
    }

    fn pick<'t>(&mut self, words: &[&'t str]) -> &'t str {
        words[self.below(words.len())]
    }
}

fn text(text: &str) -> Value {
    Value::from(text)
}

fn scheme(dice: &mut Dice, order: usize) -> Value {
    match dice.below(4) {
        0 => Value::object([("type", text("basic"))]),
        1 => Value::object([
            ("type", text("oauth2")),
            ("flow", text("accessCode")),
            (
                "authorizationUrl",
                text(dice.pick(&["https://a.example/x", "https://b.example/x"])),
            ),
            (
                "tokenUrl",
                text(dice.pick(&["https://a.example/t", "http://a.example/t"])),
            ),
            (
                "scopes",
                Value::object([("r", text("Read")), ("w", text(dice.pick(&["W", "V"])))]),
            ),
        ]),
        _ => Value::object([
            ("type", text("apiKey")),
            ("in", text(dice.pick(&["header", "query"]))),
            ("name", Value::from(format!("X-{order}{}", dice.below(2)))),
        ]),
    }
}

fn security(dice: &mut Dice) -> Value {
    let count = dice.below(3);
    Value::array((0..count).map(|_| {
        let mut members: BTreeMap<&str, Value> = BTreeMap::new();
        for _ in 0..dice.below(3) {
            members.insert(dice.pick(&["a", "b", "c"]), Value::array([]));
        }
        Value::object(members)
    }))
}

fn shape(dice: &mut Dice) -> Value {
    let mut members = vec![("type", text(dice.pick(&["string", "integer"])))];
    if dice.one(3) {
        members.push(("format", text(dice.pick(&["date", "uuid"]))));
    }
    for (key, value) in [
        ("maxLength", Value::Number((1 + dice.below(3)).to_string())),
        ("pattern", text(dice.pick(&["^a", "^b"]))),
        ("default", text(dice.pick(&["x", "y"]))),
        ("x-nullable", Value::from(true)),
    ] {
        if dice.one(4) {
            members.push((key, value));
        }
    }
    if dice.one(3) {
        let count = 1 + dice.below(3);
        members.push((
            "enum",
            Value::array(["x", "y", "z"][..count].iter().map(|v| text(v))),
        ));
    }
    Value::object(members)
}

fn fields(dice: &mut Dice) -> Value {
    let mut properties = vec![(
        "self",
        Value::object([("$ref", text("#/definitions/Thing"))]),
    )];
    for name in ["one", "two", "three"] {
        if !dice.one(3) {
            properties.push((name, shape(dice)));
        }
    }
    let mut members = vec![
        ("type", text("object")),
        ("properties", Value::object(properties)),
    ];
    if dice.one(2) {
        members.push(("required", Value::array([text(dice.pick(&["one", "two"]))])));
    }
    if dice.one(3) {
        members.push(("additionalProperties", Value::from(dice.one(2))));
    }
    Value::object(members)
}

fn operation(dice: &mut Dice, order: usize) -> Value {
    let mut parameters = Vec::new();
    for name in ["p", "q"] {
        if dice.one(2) {
            let Value::Object(mut members) = shape(dice) else {
                continue;
            };
            members.push(("name".into(), text(name)));
            members.push(("in".into(), text(dice.pick(&["query", "header"]))));
            members.push(("required".into(), Value::from(dice.one(2))));
            parameters.push(Value::Object(members));
        }
    }
    let schema = Value::object([("$ref", text("#/definitions/Thing"))]);
    let mut ok = vec![("description", text("Ok")), ("schema", schema)];
    if dice.one(2) {
        let name = dice.pick(&["X-A", "x-a", "X-B"]);
        ok.push(("headers", Value::object([(name, shape(dice))])));
    }
    let ok = Value::object(ok);
    let mut members = vec![
        (
            "operationId",
            Value::from(format!("Do{order}{}", dice.below(2))),
        ),
        ("parameters", Value::Array(parameters)),
        ("responses", Value::object([("200", ok)])),
    ];
    if dice.one(2) {
        members.push(("security", security(dice)));
    }
    if dice.one(3) {
        members.push(("produces", media_types(dice)));
    }
    if dice.one(3) {
        members.push(("deprecated", Value::from(dice.one(2))));
    }
    Value::object(members)
}

fn media_types(dice: &mut Dice) -> Value {
    let all = ["application/json", "Application/JSON", "text/*", "text/csv"];
    Value::array([text(dice.pick(&all)), text(dice.pick(&all))])
}

/// A document that follows from a seed.
fn api(seed: u64) -> Value {
    let dice = &mut Dice(seed | 1);
    for _ in 0..8 {
        dice.below(2);
    }
    let mut schemes = Vec::new();
    for (order, name) in ["a", "b", "c"].into_iter().enumerate() {
        schemes.push((name, scheme(dice, order)));
    }
    let mut paths = Vec::new();
    for order in 0..4 {
        if !dice.one(4) {
            let method = dice.pick(&["get", "post"]);
            let one = Value::object([(method, operation(dice, order))]);
            paths.push((format!("/things/{order}"), one));
        }
    }
    let mut members = vec![
        ("swagger", text("2.0")),
        (
            "info",
            Value::object([("title", text("Things")), ("version", text("1"))]),
        ),
        ("host", text(dice.pick(&["a.example", "b.example"]))),
        (
            "schemes",
            Value::array([text(dice.pick(&["https", "http"]))]),
        ),
        ("securityDefinitions", Value::object(schemes)),
        ("definitions", Value::object([("Thing", fields(dice))])),
        ("paths", Value::object(paths)),
    ];
    if !dice.one(3) {
        members.push(("security", security(dice)));
    }
    if dice.one(2) {
        members.push(("produces", media_types(dice)));
    }
    Value::object(members)
}

/// The same value with the members of every object in another order.
pub(super) fn shuffled(value: &Value, dice: &mut Dice) -> Value {
    match value {
        Value::Object(members) => {
            let mut out: Vec<(String, Value)> = Vec::new();
            for (key, value) in members {
                let at = dice.below(out.len() + 1);
                out.insert(at, (key.clone(), shuffled(value, dice)));
            }
            Value::Object(out)
        }
        Value::Array(items) => Value::Array(items.iter().map(|v| shuffled(v, dice)).collect()),
        other => other.clone(),
    }
}

pub(super) fn json(value: &Value) -> String {
    to_json(value, &JsonStyle::default())
}

/// What a rule is about, whichever way it went.
fn subject(rule: &str) -> &str {
    match rule.trim_start_matches("diff:") {
        "requirement-added" | "requirement-removed" | "operation-became-public" => "requirement",
        "operation-added" | "operation-added-public" | "operation-removed" => "operation",
        "input-added" | "required-input-added" | "input-removed" => "input",
        "scope-added" | "scope-removed" => "scope",
        "security-scheme-added" | "security-scheme-removed" => "scheme",
        "transport-downgrade" | "transport-upgraded" => "transport",
        "input-became-required" | "input-became-optional" => "presence",
        "input-enum-added" | "input-enum-removed" => "input list",
        "input-enum-value-added" | "input-enum-value-removed" => "input value",
        "output-enum-added" | "output-enum-removed" => "output list",
        "output-enum-value-added" | "output-enum-value-removed" => "output value",
        "output-added" | "output-removed" => "output",
        "response-added" | "response-removed" => "response",
        "input-bounds-narrowed" | "input-bounds-widened" => "input bounds",
        "output-bounds-narrowed" | "output-bounds-widened" => "output bounds",
        "input-null-refused" | "input-null-accepted" => "input null",
        "output-null-gone" | "output-became-nullable" => "output null",
        "output-became-optional" | "output-became-required" => "output presence",
        "input-closed" | "input-opened" => "members besides",
        "input-media-type-removed" | "input-media-type-added" => "input media type",
        "output-media-type-removed" | "output-media-type-added" => "output media type",
        "operation-deprecated" | "operation-restored" => "deprecation",
        "operation-hidden" | "operation-shown" => "visibility",
        "response-header-removed" | "response-header-added" => "header",
        other => other,
    }
}

pub(super) fn seen(
    comparison: &Comparison,
    mirrored: bool,
) -> BTreeMap<(String, &'static str), usize> {
    let mut out = BTreeMap::new();
    for one in &comparison.differences {
        let posture = if mirrored {
            one.posture.mirrored()
        } else {
            one.posture
        };
        let key = (subject(one.finding.rule).to_owned(), posture.name());
        *out.entry(key).or_default() += 1;
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn a_document_means_what_it_means_in_every_dress(seed in any::<u64>()) {
        let value = api(seed);
        let plain = parsed("a.json", &json(&value));
        for other in [
            parsed("b.json", &json(&value)),
            parsed("b.json", &json(&shuffled(&value, &mut Dice(seed | 1)))),
            parsed("b.yaml", &to_yaml(&value)),
        ] {
            let found = compared(&plain, &other);
            prop_assert!(found.is_empty(), "{}", shown(&found));
        }
    }

    #[test]
    fn there_and_back_are_mirror_images(one in any::<u64>(), other in any::<u64>()) {
        let a = parsed("a.json", &json(&api(one)));
        let b = parsed("b.json", &json(&api(other)));
        let (there, back) = (compared(&a, &b), compared(&b, &a));
        prop_assert_eq!(
            seen(&there, false),
            seen(&back, true),
            "there:\n{}\nback:\n{}",
            shown(&there),
            shown(&back)
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn a_text_diff_makes_the_new_text_of_the_old(
        old in proptest::collection::vec("[ab]{0,2}", 0..14),
        new in proptest::collection::vec("[ab]{0,2}", 0..14),
        (ended, context) in (any::<bool>(), 0_usize..5),
    ) {
        let text = |lines: &[String]| lines.join("\n") + if ended { "\n" } else { "" };
        let (old, new) = (text(&old), text(&new));
        let source = |text: &str| oneauth::text::SourceFile::new("x.yaml", text);
        let diff = oneauth::diff::text_diff(&source(&old), &source(&new), context);
        if old == new {
            prop_assert!(diff.unified.is_empty());
        } else if context > 0 {
            let patched = crate::support::oracle::patched(&old, &diff.unified);
            prop_assert_eq!(patched, new, "{}", diff.unified);
        }
    }
}

#[test]
fn lines_with_nothing_in_common_are_counted_for_people() {
    let side = |word: &str| {
        let lines: Vec<String> = (0..12_000).map(|at| format!("{word} {at}\n")).collect();
        oneauth::text::SourceFile::new("x.yaml", format!("same\n{}", lines.concat()))
    };
    let (old, new) = (side("old"), side("new"));
    let short = oneauth::diff::text_diff_in_short(&old, &new, 3);
    assert_eq!(short.left_out, Some([12_000, 12_000]));
    assert_eq!(short.unified, "");
    let whole = oneauth::diff::text_diff(&old, &new, 3);
    assert_eq!(whole.left_out, None);
    let patched = crate::support::oracle::patched(old.text(), &whole.unified);
    assert_eq!(patched, new.text());
}
