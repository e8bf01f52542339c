//! What a connection asks its user for: `apiProperties.json` before and after.

use std::collections::BTreeMap;

use super::Difference;
use super::rules::access as rules;
use super::sides::Draft;
use crate::connector::{ApiProperties, ConnectionParameter};
use crate::document::{Document, NodeRef};
use crate::rule::SeverityProfile;

type Parameters<'d> = BTreeMap<&'d str, ConnectionParameter<'d>>;

/// Connection parameters that came, went, or became others. `profile` sets the severities.
pub fn connection(old: &Document, new: &Document, profile: SeverityProfile) -> Vec<Difference> {
    let (before, after) = (parameters(old), parameters(new));
    let stayed_or_went = before.iter().filter_map(|(name, was)| {
        let Some(is) = after.get(name) else {
            let message = format!("the connection no longer asks for `{name}`");
            return Some(draft(message, (Some(was.entry()), None)));
        };
        changed(name, *was, *is)
    });
    let mut drafts: Vec<Draft> = stayed_or_went.collect();
    for (name, is) in after.iter().filter(|(name, _)| !before.contains_key(*name)) {
        let message = format!("the connection asks for `{name}`, which existing ones do not have");
        drafts.push(draft(message, (None, Some(is.entry()))));
    }
    let judged = drafts.into_iter().filter_map(|one| one.judged(profile));
    judged.collect()
}

fn parameters(document: &Document) -> Parameters<'_> {
    let all = ApiProperties::new(document).all_parameters();
    all.into_iter().map(|one| (one.name(), one)).collect()
}

fn changed(name: &str, was: ConnectionParameter<'_>, is: ConnectionParameter<'_>) -> Option<Draft> {
    let both = (Some(was.entry()), Some(is.entry()));
    if was.kind() != is.kind() {
        let message = format!(
            "the connection's `{name}` is of type `{}`, and was of type `{}`",
            text(is.entry().get("type")),
            text(was.entry().get("type"))
        );
        return Some(draft(message, both));
    }
    let provider = |one: ConnectionParameter<'_>| {
        let settings = one.entry().get("oAuthSettings");
        text(settings.and_then(|settings| settings.get("identityProvider")))
    };
    let (before, after) = (provider(was), provider(is));
    (before != after).then(|| {
        let message = format!("`{name}` signs in with `{after}`, and did with `{before}`");
        draft(message, both)
    })
}

fn text(node: Option<NodeRef<'_>>) -> String {
    node.map(|node| node.text().into_owned())
        .unwrap_or_default()
}

fn draft(message: String, (old, new): (Option<NodeRef<'_>>, Option<NodeRef<'_>>)) -> Draft {
    let draft = Draft::new(&rules::ConnectionParameterChanged::META, message);
    draft.breaks().old(old).new_at(new)
}
