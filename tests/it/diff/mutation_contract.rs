//! Edits of what is sent and received, each with the rule that must speak.

use oneauth::document::Value;

use super::mutation_kinds::{Mutation, parameters};
use super::properties::Dice;
use super::values::{entries, member, operations, picked, remove, set};

pub(super) const MORE: &[Mutation] = &[
    ("bound a parameter", "diff:input-bounds-narrowed", bound),
    ("loosen a bound", "diff:input-bounds-widened", unbound),
    (
        "another default",
        "diff:input-default-changed",
        other_default,
    ),
    (
        "let a parameter be null",
        "diff:input-null-accepted",
        allow_null,
    ),
    (
        "deprecate an operation",
        "diff:operation-deprecated",
        deprecate,
    ),
    (
        "bound an output",
        "diff:output-bounds-narrowed",
        bound_output,
    ),
    (
        "let an output be null",
        "diff:output-became-nullable",
        null_output,
    ),
    ("promise an output", "diff:output-became-required", promise),
    (
        "describe a header",
        "diff:response-header-added",
        add_header,
    ),
    (
        "give another media type",
        "diff:output-media-type-added",
        give_more,
    ),
    (
        "take another media type",
        "diff:input-media-type-added",
        take_more,
    ),
    ("refuse more members", "diff:input-closed", close),
];

fn is_text(one: &Value) -> bool {
    one.get("type").and_then(Value::as_str) == Some("string") && one.get("maxLength").is_none()
}

/// Set a member of a text parameter that does not have it.
fn set_parameter(document: &mut Value, dice: &mut Dice, key: &str, value: Value) -> bool {
    let Some((list, at)) = parameters(document, dice, is_text) else {
        return false;
    };
    let is_new = list[at].get(key).is_none();
    set(&mut list[at], key, value);
    is_new
}

fn bound(document: &mut Value, dice: &mut Dice) -> bool {
    set_parameter(document, dice, "maxLength", Value::Number("7".into()))
}

fn unbound(document: &mut Value, dice: &mut Dice) -> bool {
    let is_bound = |one: &Value| one.get("maximum").is_some() || one.get("maxLength").is_some();
    let Some((list, at)) = parameters(document, dice, is_bound) else {
        return false;
    };
    let one = &mut list[at];
    // with both gone there are two differences
    remove(one, "maximum") != remove(one, "maxLength")
}

fn other_default(document: &mut Value, dice: &mut Dice) -> bool {
    let Some((list, at)) = parameters(document, dice, |one| one.get("default").is_some()) else {
        return false;
    };
    set(&mut list[at], "default", Value::from("changedByTest"));
    true
}

fn allow_null(document: &mut Value, dice: &mut Dice) -> bool {
    set_parameter(document, dice, "x-nullable", Value::from(true))
}

fn deprecate(document: &mut Value, dice: &mut Dice) -> bool {
    let Some(one) = picked(operations(document), dice) else {
        return false;
    };
    let is_new = one.get("deprecated").is_none();
    set(one, "deprecated", Value::from(true));
    is_new
}

/// The answers `200` of operations that describe an object in place, with its fields.
fn answers(document: &mut Value) -> Vec<&mut Value> {
    let all = operations(document).into_iter();
    let answers = all.filter_map(|one| member(member(one, "responses")?, "200"));
    let object = |answer: &&mut Value| {
        let properties = answer.get("schema").and_then(|one| one.get("properties"));
        properties.is_some_and(Value::has_members)
    };
    answers.filter(object).collect()
}

fn text_fields(document: &mut Value) -> Vec<&mut Value> {
    let schemas = answers(document).into_iter();
    let schemas = schemas.filter_map(|answer| member(answer, "schema"));
    let fields = schemas.flat_map(|schema| entries(member(schema, "properties")));
    fields
        .map(|(_, field)| field)
        .filter(|field| is_text(field) && field.get("x-nullable").is_none())
        .collect()
}

fn set_output(document: &mut Value, dice: &mut Dice, key: &str, value: Value) -> bool {
    let Some(field) = picked(text_fields(document), dice) else {
        return false;
    };
    set(field, key, value);
    true
}

fn bound_output(document: &mut Value, dice: &mut Dice) -> bool {
    set_output(document, dice, "maxLength", Value::Number("7".into()))
}

fn null_output(document: &mut Value, dice: &mut Dice) -> bool {
    set_output(document, dice, "x-nullable", Value::from(true))
}

fn promise(document: &mut Value, dice: &mut Dice) -> bool {
    let Some(answer) = picked(answers(document), dice) else {
        return false;
    };
    let Some(schema) = member(answer, "schema") else {
        return false;
    };
    let fields = entries(member(schema, "properties"));
    let names: Vec<String> = fields.into_iter().map(|(name, _)| name).collect();
    let is_new = schema.get("required").is_none() && schema.get("allOf").is_none();
    let name = names[dice.below(names.len())].as_str();
    set(schema, "required", Value::array([Value::from(name)]));
    is_new
}

fn add_header(document: &mut Value, dice: &mut Dice) -> bool {
    let Some(answer) = picked(answers(document), dice) else {
        return false;
    };
    let is_new = answer.get("headers").is_none();
    let text = Value::object([("type", Value::from("string"))]);
    set(answer, "headers", Value::object([("X-Added", text)]));
    is_new
}

fn list_more(document: &mut Value, key: &str) -> bool {
    let Some(Value::Array(list)) = member(document, key) else {
        return false;
    };
    let is_exact = |one: &Value| one.as_str().is_some_and(|name| !name.contains('*'));
    list.push(Value::from("application/x-added"));
    list.len() > 1 && list.iter().all(is_exact)
}

fn give_more(document: &mut Value, _: &mut Dice) -> bool {
    list_more(document, "produces")
}

fn take_more(document: &mut Value, _: &mut Dice) -> bool {
    list_more(document, "consumes")
}

fn close(document: &mut Value, dice: &mut Dice) -> bool {
    let all = operations(document).into_iter();
    let lists = all.flat_map(|one| match member(one, "parameters") {
        Some(Value::Array(items)) => items.iter_mut().collect::<Vec<_>>(),
        _ => Vec::new(),
    });
    let schemas = lists.filter_map(|one| member(one, "schema"));
    let open = |one: &&mut Value| {
        let plain = ["additionalProperties", "allOf", "$ref"];
        one.get("properties").is_some() && plain.iter().all(|name| one.get(name).is_none())
    };
    let Some(schema) = picked(schemas.filter(open).collect(), dice) else {
        return false;
    };
    set(schema, "additionalProperties", Value::from(false));
    true
}
