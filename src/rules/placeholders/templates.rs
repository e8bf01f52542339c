//! Where placeholders stand that no rule about URLs sees.

use crate::document::{NodeRef, key};
use crate::finding::{On, Severity};
use crate::rule::{Address, AddressKind, Context};
use crate::secrets::placeholder::{Placeholder, Syntax, is_upper, marked, worded};
use crate::secrets::{Site, string_at};
use crate::spec::{Role, Server};

/// The first placeholder of an address that nothing fills in. A variable that its server defines
/// is filled in; nothing else of the specification has templating.
pub(super) fn in_address(address: &Address<'_>) -> Option<String> {
    let server = (address.kind == AddressKind::Server)
        .then(|| address.node.parent())
        .flatten()
        .map(|node| Server { node });
    let filled = |one: &Placeholder<'_>| {
        let variable = |server: &Server<'_>| server.variable(one.name).is_some();
        one.syntax == Syntax::Braces && server.as_ref().is_some_and(variable)
    };
    let marks = marked(&address.text);
    let open = marks.iter().find(|one| !filled(one));
    let range = open
        .map(|one| one.range.clone())
        .or_else(|| worded(&address.text).map(|one| one.range))?;
    Some(address.text[range].to_owned())
}

/// The first placeholder of a URL in `apiProperties.json`, whose braces and expressions the
/// platform fills in.
pub(super) fn in_companion_url(text: &str) -> Option<String> {
    let marks = marked(text);
    let open = marks.iter().find(|one| one.syntax != Syntax::Braces);
    let range = open
        .map(|one| one.range.clone())
        .or_else(|| worded(text).map(|one| one.range))?;
    Some(text[range].to_owned())
}

/// The placeholder that a default is, or has in it with a name in capitals.
pub(super) fn in_default(text: &str) -> Option<String> {
    let whole = |one: &Placeholder<'_>| one.range.len() == text.trim().len();
    let named = |one: &Placeholder<'_>| match one.syntax {
        Syntax::Braces | Syntax::Brackets | Syntax::DoubleBraces => false,
        Syntax::Angles | Syntax::DoubleBrackets => whole(one),
        Syntax::Percent => whole(one) && is_upper(one.name),
        _ => is_upper(one.name),
    };
    let marks = marked(text);
    let range = marks
        .iter()
        .find(|one| named(one))
        .map(|one| one.range.clone());
    let range = range.or_else(|| {
        let word = worded(text).filter(|one| whole(one))?;
        let plain = word.name.chars().all(char::is_lowercase);
        (!plain).then_some(word.range)
    })?;
    Some(text[range].to_owned())
}

/// A `{{NAME}}` somewhere in a document.
pub(super) struct Template<'d> {
    pub(super) node: NodeRef<'d>,
    pub(super) on: On,
    pub(super) text: String,
    pub(super) severity: Severity,
}

/// Every `{{NAME}}` that stands where it means something, one a string: in a security scheme, a
/// default, a text. One search over the source.
pub(super) fn double_braces<'d>(cx: &Context<'_, 'd>) -> Vec<Template<'d>> {
    let document = cx.document();
    let mut out: Vec<Template<'d>> = Vec::new();
    let mut judged = None;
    for at in memchr::memmem::find_iter(document.text().as_bytes(), "{{") {
        let Some((node, on)) = string_at(document, at as u32) else {
            continue;
        };
        if judged.replace((node, on)) == Some((node, on)) {
            continue;
        }
        let (found, severity) = (capitals(node, on), severity(cx, node, on));
        if let (Some(text), Some(severity)) = (found, severity) {
            out.push(Template {
                node,
                on,
                text,
                severity,
            });
        }
    }
    out
}

fn capitals(node: NodeRef<'_>, on: On) -> Option<String> {
    let text = if on == On::Key {
        node.key().into()
    } else {
        node.text()
    };
    let marks = marked(&text);
    let named = |one: &&Placeholder<'_>| one.syntax == Syntax::DoubleBraces && is_upper(one.name);
    let one = marks.iter().find(named)?;
    Some(text[one.range.clone()].to_owned())
}

/// How bad a placeholder is there; `None` where it is not judged, or judged as an address.
fn severity(cx: &Context<'_, '_>, node: NodeRef<'_>, on: On) -> Option<Severity> {
    match Site::of(node) {
        Site::Prose => return Some(Severity::Hint),
        Site::Example => return None,
        Site::Value => {}
    }
    let container = cx.spec().scheme_container();
    let mut at = node;
    while let Some(parent) = at.parent() {
        if container == Some(parent) {
            let url = on == On::Value && is_url_member(node.key());
            return (!url).then_some(Severity::Error);
        }
        if cx.spec().role(parent.id()) == Role::Server {
            return (node.key_symbol() == key::DEFAULT).then_some(Severity::Error);
        }
        at = parent;
    }
    (on == On::Value && node.key_symbol() == key::DEFAULT).then_some(Severity::Warning)
}

/// True for the URLs of a scheme that are judged as addresses.
fn is_url_member(name: &str) -> bool {
    matches!(
        name,
        "authorizationUrl"
            | "tokenUrl"
            | "refreshUrl"
            | "openIdConnectUrl"
            | "deviceAuthorizationUrl"
    )
}
