//! What a connection asks its user for: `apiProperties.json` before and after.

use std::collections::BTreeMap;

use super::rules::access as rules;
use super::sides::{Draft, Sides};
use crate::connector::{ApiProperties, ConnectionParameter};
use crate::document::{Document, NodeRef};

type Parameters<'d> = BTreeMap<&'d str, ConnectionParameter<'d>>;

/// Report connection parameters that came, went, or became others.
pub(super) fn compare(sides: &mut Sides<'_, '_>, beside: (Option<&Document>, Option<&Document>)) {
    let (Some(old), Some(new)) = beside else {
        return;
    };
    let (before, after) = (parameters(old), parameters(new));
    for (name, was) in &before {
        match after.get(name) {
            None => report(
                sides,
                format!("the connection no longer asks for `{name}`"),
                (Some(was.entry()), None),
            ),
            Some(is) => changed(sides, name, *was, *is),
        }
    }
    for (name, is) in after.iter().filter(|(name, _)| !before.contains_key(*name)) {
        let message = format!("the connection asks for `{name}`, which existing ones do not have");
        report(sides, message, (None, Some(is.entry())));
    }
}

fn parameters(document: &Document) -> Parameters<'_> {
    let all = ApiProperties::new(document).all_parameters();
    all.into_iter().map(|one| (one.name(), one)).collect()
}

fn changed(
    sides: &mut Sides<'_, '_>,
    name: &str,
    was: ConnectionParameter<'_>,
    is: ConnectionParameter<'_>,
) {
    if was.kind() != is.kind() {
        let message = format!(
            "the connection's `{name}` is of type `{}`, and was of type `{}`",
            text(is.entry().get("type")),
            text(was.entry().get("type"))
        );
        report(sides, message, (Some(was.entry()), Some(is.entry())));
        return;
    }
    let provider = |one: ConnectionParameter<'_>| {
        let settings = one.entry().get("oAuthSettings");
        text(settings.and_then(|settings| settings.get("identityProvider")))
    };
    let (before, after) = (provider(was), provider(is));
    if before != after {
        let message = format!("`{name}` signs in with `{after}`, and did with `{before}`");
        report(sides, message, (Some(was.entry()), Some(is.entry())));
    }
}

fn text(node: Option<NodeRef<'_>>) -> String {
    node.map(|node| node.text().into_owned())
        .unwrap_or_default()
}

fn report(
    sides: &mut Sides<'_, '_>,
    message: String,
    (old, new): (Option<NodeRef<'_>>, Option<NodeRef<'_>>),
) {
    let draft = Draft::new(&rules::ConnectionParameterChanged::META, message);
    sides.report(draft.breaks().old(old).new_at(new));
}
