//! Taking the unencrypted way out of a list that offers the encrypted one too.

use crate::document::{NodeRef, Value, key};
use crate::edit::Change;
use crate::finding::{File, Fix, Safety};
use crate::spec::EffectiveTransport;

/// The fix for a transport that allows cleartext and offers the encrypted way too: remove what is
/// unencrypted. `None` unless every such item has its encrypted twin in the same list.
pub fn drop_all(transport: &EffectiveTransport<'_>) -> Option<Fix> {
    let list = transport.declared?;
    let removal = |allows: &NodeRef<'_>| {
        let item = item_of(*allows).id();
        has_twin(list, *allows).then_some(Change::RemoveItem { item })
    };
    let changes: Option<Vec<Change>> = transport.cleartext.iter().map(removal).collect();
    Some(fix("remove the unencrypted way", Safety::Safe, changes?))
}

/// The fix for one item of `schemes` or one server's `url`: remove it when its encrypted twin is
/// in the list, else offer to encrypt it, which only its owner knows to be right.
pub fn encrypt(list: Option<NodeRef<'_>>, allows: NodeRef<'_>) -> Option<Fix> {
    let text = allows.text();
    if list.is_some_and(|list| has_twin(list, allows)) {
        let item = item_of(allows).id();
        let title = format!("remove `{text}`");
        return Some(fix(&title, Safety::Safe, vec![Change::RemoveItem { item }]));
    }
    let value = Value::from(encrypted(&text)?);
    let title = format!("replace it by `{}`", value.as_str().unwrap_or_default());
    let node = allows.id();
    Some(fix(
        &title,
        Safety::Unsafe,
        vec![Change::Replace { node, value }],
    ))
}

fn fix(title: &str, safety: Safety, changes: Vec<Change>) -> Fix {
    Fix {
        title: title.to_owned(),
        safety,
        file: File::Document,
        changes,
    }
}

/// The item of the list: the text itself in `schemes`, the server of a `url`.
fn item_of(allows: NodeRef<'_>) -> NodeRef<'_> {
    match allows.parent() {
        Some(server) if server.is_object() => server,
        _ => allows,
    }
}

fn has_twin(list: NodeRef<'_>, allows: NodeRef<'_>) -> bool {
    let Some(twin) = encrypted(&allows.text()) else {
        return false;
    };
    list.items().any(|item| {
        let text = item.member(key::URL).unwrap_or(item).text();
        same(&text, &twin)
    })
}

/// Texts of an address are equal when they differ in letter case or in a final slash only.
fn same(one: &str, other: &str) -> bool {
    one.trim_end_matches('/')
        .eq_ignore_ascii_case(other.trim_end_matches('/'))
}

/// The text with its scheme encrypted: `http` → `https`, `ws://a` → `wss://a`.
fn encrypted(text: &str) -> Option<String> {
    let (scheme, rest) = match text.find("://") {
        Some(at) => text.split_at(at),
        None => (text, ""),
    };
    let secure = match scheme.to_ascii_lowercase().as_str() {
        "http" => "https",
        "ws" => "wss",
        _ => return None,
    };
    Some(format!("{secure}{rest}"))
}
