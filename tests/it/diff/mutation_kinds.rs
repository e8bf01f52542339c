//! The edits, each with the rule that must speak.

use oneauth::document::Value;

use super::properties::Dice;
use super::values::{METHODS, entries, member, operations, picked, remove, set};

/// An edit: what it is called, the rule that must speak, and how it is made. False when the
/// document has no place for it.
pub(super) type Mutation = (
    &'static str,
    &'static str,
    fn(&mut Value, &mut Dice) -> bool,
);

pub(super) const MUTATIONS: &[Mutation] = &[
    (
        "drop the requirements",
        "diff:operation-became-public",
        drop_requirements,
    ),
    (
        "opt an operation out",
        "diff:operation-became-public",
        opt_out,
    ),
    (
        "header to query",
        "diff:apikey-location-changed",
        header_to_query,
    ),
    (
        "rename the header",
        "diff:apikey-location-changed",
        rename_header,
    ),
    ("key to basic", "diff:auth-type-changed", key_to_basic),
    ("https to http", "diff:transport-downgrade", to_http),
    ("another host", "diff:transport-downgrade", other_host),
    (
        "another base path",
        "diff:base-path-changed",
        other_base_path,
    ),
    (
        "another token URL",
        "diff:oauth-url-changed",
        other_token_url,
    ),
    ("add a scope", "diff:defined-scope-changed", add_scope),
    (
        "rename an operationId",
        "diff:operation-id-renamed",
        rename_id,
    ),
    (
        "remove an operation",
        "diff:operation-removed",
        remove_operation,
    ),
    ("hide an operation", "diff:operation-hidden", hide),
    ("remove a parameter", "diff:input-removed", remove_parameter),
    (
        "add a required parameter",
        "diff:required-input-added",
        add_required,
    ),
    ("require a parameter", "diff:input-became-required", require),
    ("retype a parameter", "diff:input-type-changed", retype),
    ("move a parameter", "diff:input-location-changed", relocate),
    ("narrow an enum", "diff:input-enum-value-removed", narrow),
    ("remove an output", "diff:output-removed", remove_output),
];

/// The document protects its operations, some of them by inheritance, none of them optionally.
fn protects(document: &Value) -> bool {
    let Some(Value::Array(all)) = document.get("security") else {
        return false;
    };
    !all.is_empty() && all.iter().all(Value::has_members)
}

fn drop_requirements(document: &mut Value, _: &mut Dice) -> bool {
    let inherits = |one: &&mut Value| one.get("security").is_none();
    protects(document) && operations(document).iter().any(inherits) && remove(document, "security")
}

fn opt_out(document: &mut Value, dice: &mut Dice) -> bool {
    if !protects(document) {
        return false;
    }
    let mut all = operations(document);
    all.retain(|one| one.get("security").is_none());
    let Some(one) = picked(all, dice) else {
        return false;
    };
    set(one, "security", Value::array([]));
    true
}

fn scheme<'v>(document: &'v mut Value, kind: &str, dice: &mut Dice) -> Option<&'v mut Value> {
    let mut all = entries(member(document, "securityDefinitions"));
    // with several one edit can make one scheme the other
    if all.len() != 1 {
        return None;
    }
    all.retain(|(_, one)| one.get("type").and_then(Value::as_str) == Some(kind));
    picked(all, dice).map(|(_, one)| one)
}

fn header_to_query(document: &mut Value, dice: &mut Dice) -> bool {
    let Some(one) = scheme(document, "apiKey", dice) else {
        return false;
    };
    let is_header = one.get("in").and_then(Value::as_str) == Some("header");
    set(one, "in", Value::from("query"));
    is_header
}

fn rename_header(document: &mut Value, dice: &mut Dice) -> bool {
    let Some(one) = scheme(document, "apiKey", dice) else {
        return false;
    };
    set(one, "name", Value::from("X-Renamed-By-Test"));
    true
}

fn key_to_basic(document: &mut Value, dice: &mut Dice) -> bool {
    let Some(one) = scheme(document, "apiKey", dice) else {
        return false;
    };
    *one = Value::object([("type", Value::from("basic"))]);
    true
}

fn to_http(document: &mut Value, _: &mut Dice) -> bool {
    let https = Value::array([Value::from("https")]);
    let plain = document.get("schemes") == Some(&https);
    let own = operations(document)
        .iter()
        .all(|one| one.get("schemes").is_none());
    set(document, "schemes", Value::array([Value::from("http")]));
    plain && own
}

fn other_host(document: &mut Value, _: &mut Dice) -> bool {
    let there = document.get("host").is_some();
    set(document, "host", Value::from("other.example-post.net"));
    there
}

fn other_base_path(document: &mut Value, _: &mut Dice) -> bool {
    set(document, "basePath", Value::from("/moved-by-test"));
    true
}

fn other_token_url(document: &mut Value, dice: &mut Dice) -> bool {
    let Some(one) = scheme(document, "oauth2", dice) else {
        return false;
    };
    let there = one.get("tokenUrl").is_some();
    set(
        one,
        "tokenUrl",
        Value::from("https://other.example-post.net/token"),
    );
    there
}

fn add_scope(document: &mut Value, dice: &mut Dice) -> bool {
    let Some(one) = scheme(document, "oauth2", dice) else {
        return false;
    };
    let Some(scopes @ Value::Object(_)) = member(one, "scopes") else {
        return false;
    };
    set(scopes, "added.by.test", Value::from("Added"));
    true
}

fn rename_id(document: &mut Value, dice: &mut Dice) -> bool {
    let mut all = operations(document);
    all.retain(|one| one.get("operationId").is_some());
    let Some(one) = picked(all, dice) else {
        return false;
    };
    set(one, "operationId", Value::from("RenamedByTest"));
    true
}

fn remove_operation(document: &mut Value, dice: &mut Dice) -> bool {
    let paths = entries(member(document, "paths"));
    let Some((_, item)) = picked(paths, dice) else {
        return false;
    };
    let methods = METHODS
        .into_iter()
        .filter(|method| item.get(method).is_some());
    let Some(method) = picked(methods.collect(), dice) else {
        return false;
    };
    remove(item, method)
}

fn hide(document: &mut Value, dice: &mut Dice) -> bool {
    let mut all = operations(document);
    let is_internal =
        |one: &Value| one.get("x-ms-visibility").and_then(Value::as_str) == Some("internal");
    all.retain(|one| !is_internal(one));
    let Some(one) = picked(all, dice) else {
        return false;
    };
    set(one, "x-ms-visibility", Value::from("internal"));
    true
}

/// The own query parameters of operations: each list, and an index into it.
pub(super) fn parameters<'v>(
    document: &'v mut Value,
    dice: &mut Dice,
    test: fn(&Value) -> bool,
) -> Option<(&'v mut Vec<Value>, usize)> {
    let mut lists = Vec::new();
    for operation in operations(document) {
        if let Some(Value::Array(items)) = member(operation, "parameters") {
            let fits = |at: &usize| {
                let one = &items[*at];
                let name = one.get("name").and_then(Value::as_str);
                let same = items
                    .iter()
                    .filter(|o| o.get("name").and_then(Value::as_str) == name);
                one.get("in").and_then(Value::as_str) == Some("query")
                    && name.is_some()
                    && same.count() == 1
                    && test(one)
            };
            let all: Vec<usize> = (0..items.len()).filter(fits).collect();
            if let Some(at) = picked(all, dice) {
                lists.push((items, at));
            }
        }
    }
    picked(lists, dice)
}

fn remove_parameter(document: &mut Value, dice: &mut Dice) -> bool {
    let Some((list, at)) = parameters(document, dice, |_| true) else {
        return false;
    };
    list.remove(at);
    true
}

fn add_required(document: &mut Value, dice: &mut Dice) -> bool {
    let Some((list, _)) = parameters(document, dice, |_| true) else {
        return false;
    };
    list.push(Value::object([
        ("name", Value::from("addedByTest")),
        ("in", Value::from("query")),
        ("required", Value::from(true)),
        ("type", Value::from("string")),
    ]));
    true
}

fn require(document: &mut Value, dice: &mut Dice) -> bool {
    let optional = |one: &Value| !matches!(one.get("required"), Some(Value::Bool(true)));
    let Some((list, at)) = parameters(document, dice, optional) else {
        return false;
    };
    set(&mut list[at], "required", Value::from(true));
    true
}

fn retype(document: &mut Value, dice: &mut Dice) -> bool {
    let is_text = |one: &Value| one.get("type").and_then(Value::as_str) == Some("string");
    let Some((list, at)) = parameters(document, dice, is_text) else {
        return false;
    };
    set(&mut list[at], "type", Value::from("boolean"));
    true
}

fn relocate(document: &mut Value, dice: &mut Dice) -> bool {
    let Some((list, at)) = parameters(document, dice, |_| true) else {
        return false;
    };
    set(&mut list[at], "in", Value::from("header"));
    true
}

fn narrow(document: &mut Value, dice: &mut Dice) -> bool {
    let has_list = |one: &Value| {
        let Some(Value::Array(items)) = one.get("enum") else {
            return false;
        };
        let last = items.last();
        items.len() > 1
            && last.is_some_and(|last| last != &Value::Null)
            && items.iter().filter(|one| Some(*one) == last).count() == 1
    };
    let Some((list, at)) = parameters(document, dice, has_list) else {
        return false;
    };
    let Some(Value::Array(items)) = member(&mut list[at], "enum") else {
        return false;
    };
    items.pop();
    true
}

fn remove_output(document: &mut Value, dice: &mut Dice) -> bool {
    let mut all = Vec::new();
    for operation in operations(document) {
        let answer = member(operation, "responses").and_then(|all| member(all, "200"));
        let schema = answer.and_then(|answer| member(answer, "schema"));
        let fields = schema.and_then(|schema| member(schema, "properties"));
        if let Some(Value::Object(fields)) = fields
            && fields.len() > 1
            && fields.iter().all(|(_, field)| field.has_members())
        {
            all.push(fields);
        }
    }
    let Some(fields) = picked(all, dice) else {
        return false;
    };
    let at = dice.below(fields.len());
    fields.remove(at);
    true
}
