//! Schemes added, removed, of another type, sent elsewhere.

use rustc_hash::FxHashSet;

use super::pairs::{SchemePairs, key_name, type_name};
use super::{flows, scopes};
use crate::diff::Posture;
use crate::diff::rules::access as rules;
use crate::diff::sides::{Draft, Sides};
use crate::document::NodeRef;
use crate::finding::Severity;
use crate::spec::{KeyPlace, Operation, SchemeKind, SecurityScheme, Spec};

/// Report what changed in the schemes.
pub(super) fn report<'d>(sides: &mut Sides<'_, 'd>, schemes: &SchemePairs<'_, 'd>) {
    let gone = schemes.only_old();
    let used = if gone.is_empty() {
        FxHashSet::default()
    } else {
        used(sides.old)
    };
    for scheme in gone {
        removed(sides, scheme, used.contains(scheme.name));
    }
    for scheme in schemes.only_new() {
        added(sides, scheme);
    }
    for (old, new) in schemes.both() {
        changed(sides, old, new);
    }
}

fn removed(sides: &mut Sides<'_, '_>, scheme: &SecurityScheme<'_>, is_used: bool) {
    let what = scheme.describe(sides.old.version());
    let message = format!("the security scheme `{}` ({what}) was removed", scheme.name);
    let draft = Draft::new(&rules::SecuritySchemeRemoved::META, message).old(Some(scheme.entry));
    sides.report(if is_used {
        draft.may_break()
    } else {
        draft.severity(Severity::Info)
    });
}

fn added(sides: &mut Sides<'_, '_>, scheme: &SecurityScheme<'_>) {
    let what = scheme.describe(sides.new.version());
    let message = format!("the security scheme `{}` ({what}) was added", scheme.name);
    sides.report(Draft::new(&rules::SecuritySchemeAdded::META, message).new_at(Some(scheme.entry)));
}

/// The names that requirements use.
fn used<'d>(spec: &Spec<'d>) -> FxHashSet<&'d str> {
    let own = spec.operations().iter();
    let own = own.filter_map(Operation::security);
    let own = own.map(|own| spec.requirements_at(own));
    let all = spec.requirements().cloned().into_iter().chain(own);
    let mut names = FxHashSet::default();
    for requirements in all {
        names.extend(requirements.uses().map(|used| used.name));
    }
    names
}

fn changed<'d>(sides: &mut Sides<'_, 'd>, old: &SecurityScheme<'d>, new: &SecurityScheme<'d>) {
    match (&old.kind, &new.kind) {
        (SchemeKind::ApiKey { .. }, SchemeKind::ApiKey { .. }) => key(sides, old, new),
        (SchemeKind::OAuth2 { .. }, SchemeKind::OAuth2 { .. }) => {
            flows::report(sides, old, new);
            scopes::report(sides, old, new);
        }
        (SchemeKind::OpenIdConnect, SchemeKind::OpenIdConnect) => {
            flows::url(sides, old.node, new.node, "openIdConnectUrl");
        }
        (SchemeKind::Http { scheme: a }, SchemeKind::Http { scheme: b })
            if folded(a.as_deref()) != folded(b.as_deref()) =>
        {
            other_type(sides, old, new);
        }
        _ if type_name(old) != type_name(new) => other_type(sides, old, new),
        _ => {}
    }
}

/// Names of HTTP schemes have no case (RFC 9110 section 11.1).
fn folded(name: Option<&str>) -> Option<String> {
    name.map(str::to_ascii_lowercase)
}

fn other_type<'d>(sides: &mut Sides<'_, 'd>, old: &SecurityScheme<'d>, new: &SecurityScheme<'d>) {
    let (was, is) = (
        old.describe(sides.old.version()),
        new.describe(sides.new.version()),
    );
    let message = format!(
        "the security scheme `{}` changed from {was} to {is}: existing connections have to be made \
         anew",
        new.name
    );
    let draft = Draft::new(&rules::AuthTypeChanged::META, message);
    sides.report(draft.breaks().old(Some(old.entry)).new_at(Some(new.entry)));
}

fn key<'d>(sides: &mut Sides<'_, 'd>, old: &SecurityScheme<'d>, new: &SecurityScheme<'d>) {
    let (was, is) = (place(old), place(new));
    let name = |scheme: &SecurityScheme<'d>| -> String {
        let place = place(scheme);
        let name = scheme.node.get("name");
        key_name(place, &name.map(NodeRef::text).unwrap_or_default())
    };
    if was == is && name(old) == name(new) {
        return;
    }
    let rank = |place: &str| u8::from(place != KeyPlace::Query.name());
    let posture = Posture::of_ranks(rank(was), rank(is));
    let message = format!(
        "the key of `{}` is sent in {is} `{}`, and was sent in {was} `{}`",
        new.name,
        shown_name(new),
        shown_name(old)
    );
    let mut draft = Draft::new(&rules::ApikeyLocationChanged::META, message);
    if posture == Posture::Weaker {
        draft = draft.severity(Severity::Error);
    }
    let member = if was == is { "name" } else { "in" };
    sides.report(
        draft
            .breaks()
            .posture(posture)
            .old(old.node.get(member).or(Some(old.entry)))
            .new_at(new.node.get(member).or(Some(new.entry))),
    );
}

fn place(scheme: &SecurityScheme<'_>) -> &'static str {
    match &scheme.kind {
        SchemeKind::ApiKey {
            place: Some(place), ..
        } => place.name(),
        _ => "an unknown place",
    }
}

fn shown_name(scheme: &SecurityScheme<'_>) -> String {
    let name = scheme.node.get("name");
    name.map(|name| name.text().into_owned())
        .unwrap_or_default()
}
