//! Members whose value is fixed: `default`, `const`, an `enum` of one value.

use crate::document::{Document, NodeRef, Symbol, key};
use crate::rules::words::{Credential, credential_name};
use crate::secrets::is_opaque;
use crate::spec::{Parameter, ParameterPlace};

/// The text a schema or parameter fixes: its `default`, its `const`, the only value of its `enum`.
pub(super) fn fixed_value<'d>(
    member: impl Fn(Symbol) -> Option<NodeRef<'d>>,
) -> Option<NodeRef<'d>> {
    let only = member(key::ENUM).and_then(|allowed| {
        let mut items = allowed.items();
        items.next().filter(|_| items.next().is_none())
    });
    let fixed = member(key::DEFAULT)
        .or_else(|| member(key::CONST))
        .or(only)?;
    fixed.is_string().then_some(fixed)
}

/// The value of a parameter that is sent as it stands with every call, when it is a secret: the
/// name says what it is, the value alone would say nothing.
pub(super) fn constant_secret<'d>(parameter: &Parameter<'d>) -> Option<NodeRef<'d>> {
    let name = parameter.name.as_deref()?;
    if parameter.place == Some(ParameterPlace::Body) {
        return None;
    }
    let value = fixed_value(|member| parameter.schema_member(member))?;
    let text = value.text();
    let secret = match name.to_ascii_lowercase().as_str() {
        "sig" => is_opaque(&text, 30, 3.5),
        "code" => is_opaque(&text, 30, 3.7),
        "key" => is_opaque(&text, 20, 3.3),
        _ => credential_name(name).is_some() && is_opaque(unprefixed(&text), 12, 3.0),
    };
    secret.then_some(value)
}

/// The credential of an `Authorization` value.
fn unprefixed(text: &str) -> &str {
    let prefixes = ["Bearer ", "bearer ", "Basic ", "basic ", "Token ", "token "];
    let found = prefixes.iter().find_map(|prefix| text.strip_prefix(prefix));
    found.unwrap_or(text).trim()
}

/// True for a value that is fixed under a parameter or property with a credential's name.
pub(super) fn holder_is_credential(value: NodeRef<'_>) -> bool {
    let fixed = match value.key_symbol() {
        key::DEFAULT | key::CONST => value.parent(),
        _ => value
            .parent()
            .filter(|list| list.key_symbol() == key::ENUM)
            .and_then(NodeRef::parent),
    };
    let Some(schema) = fixed else { return false };
    let holder = match schema.key_symbol() {
        key::SCHEMA => schema.parent().unwrap_or(schema),
        _ => schema,
    };
    let name = holder.member(key::NAME).and_then(NodeRef::as_str);
    name.is_some_and(|name| is_credential(&name)) || is_credential(schema.key())
}

fn is_credential(name: &str) -> bool {
    credential_name(name).is_some()
}

/// Spellings of the member that holds a client's secret.
pub(super) const CLIENT_SECRET: [&str; 9] = [
    "clientSecret",
    "client_secret",
    "ClientSecret",
    "client-secret",
    "clientsecret",
    "CLIENT_SECRET",
    "x-client-secret",
    "x-clientSecret",
    "x-client_secret",
];

/// Members of an object of that name that hold the secret itself.
pub(super) const WRAPPERS: [&str; 2] = ["value", "defaultValue"];

/// True for a string that a client's secret is written in: a member of that name, or the value or
/// default of an object of that name (`token:clientSecret`).
pub(super) fn is_client_secret(node: NodeRef<'_>) -> bool {
    if !node.is_string() {
        return false;
    }
    if CLIENT_SECRET.contains(&node.key()) {
        return true;
    }
    let holder = WRAPPERS
        .contains(&node.key())
        .then(|| node.parent())
        .flatten();
    holder.is_some_and(|holder| {
        let name = holder.key().rsplit(':').next().unwrap_or_default();
        CLIENT_SECRET.contains(&name)
    })
}

/// The name a client's secret stands under: its own key, or that of the object that wraps it.
pub(super) fn secret_name(node: NodeRef<'_>) -> &str {
    let wrapped = !CLIENT_SECRET.contains(&node.key());
    let holder = node.parent().filter(|_| wrapped).unwrap_or(node);
    holder.key()
}

/// Keys of members that could hold a client's secret; none when the document has no name for one.
pub(super) fn client_secret_keys(document: &Document) -> Vec<Symbol> {
    let symbols = document.symbols();
    let known = |names: &[&str]| -> Vec<Symbol> {
        let found = names.iter().filter_map(|name| symbols.lookup(name));
        found.collect()
    };
    let mut keys = known(&CLIENT_SECRET);
    if !keys.is_empty() || symbols.lookup("token:clientSecret").is_some() {
        keys.extend(known(&WRAPPERS));
    }
    keys
}

/// The word for a credential's name in messages.
pub(super) fn noun(name: &str) -> &'static str {
    match credential_name(name) {
        Some(Credential::Password) => "a password",
        Some(Credential::Secret) => "a secret",
        Some(Credential::Token) => "a token",
        Some(Credential::Signature) => "a signature",
        Some(Credential::Authorization) => "a credential",
        _ => "a key",
    }
}
