//! What a rewrite of security must not touch.

use super::rules::access as rules;
use super::sides::{Draft, Sides};
use super::{Difference, Posture};
use crate::document::{Kind, NodeRef, key};
use crate::rule::SeverityProfile;
use crate::spec::Spec;

/// Most differences reported.
const MOST: usize = 100;

/// Everything that differs outside schemes, requirements and parameters that were taken away: where
/// a rewrite of security went astray. For two documents of one version.
pub fn unrelated<'d>(old: &Spec<'d>, new: &Spec<'d>, profile: SeverityProfile) -> Vec<Difference> {
    let mut sides = Sides::new(old, new, profile);
    object(&mut sides, old.root(), new.root());
    sides.found
}

fn value<'d>(sides: &mut Sides<'_, 'd>, old: NodeRef<'d>, new: NodeRef<'d>) {
    if sides.found.len() >= MOST {
        return;
    }
    match (old.kind(), new.kind()) {
        (Kind::Object, Kind::Object) => object(sides, old, new),
        (Kind::Array, Kind::Array) => array(sides, old, new),
        _ if is_same(old, new) => {}
        _ => report(sides, Some(old), Some(new)),
    }
}

fn object<'d>(sides: &mut Sides<'_, 'd>, old: NodeRef<'d>, new: NodeRef<'d>) {
    // a shared parameter that nothing uses any more may go
    let may_go = old.key_symbol() == key::PARAMETERS;
    for was in old.entries().filter(|entry| !is_security(*entry)) {
        match new.get(was.key()) {
            Some(is) => value(sides, was, is),
            None if may_go || was.key_symbol() == key::PARAMETERS => {}
            None => report(sides, Some(was), None),
        }
    }
    for is in new.entries().filter(|entry| !is_security(*entry)) {
        if old.get(is.key()).is_none() {
            report(sides, None, Some(is));
        }
    }
}

fn array<'d>(sides: &mut Sides<'_, 'd>, old: NodeRef<'d>, new: NodeRef<'d>) {
    if old.key_symbol() == key::PARAMETERS {
        // some may go; those that stay, stay as they were
        let mut left = old.items();
        for is in new.items() {
            if !left.any(|was| is_same(was, is)) {
                report(sides, None, Some(is));
            }
        }
        return;
    }
    if old.items().count() != new.items().count() {
        return report(sides, Some(old), Some(new));
    }
    for (was, is) in old.items().zip(new.items()) {
        value(sides, was, is);
    }
}

fn is_security(entry: NodeRef<'_>) -> bool {
    matches!(
        entry.key_symbol(),
        key::SECURITY | key::SECURITY_DEFINITIONS | key::SECURITY_SCHEMES
    )
}

pub(super) fn is_same(a: NodeRef<'_>, b: NodeRef<'_>) -> bool {
    match (a.kind(), b.kind()) {
        (Kind::Object, Kind::Object) => {
            let same = |one: NodeRef<'_>| b.get(one.key()).is_some_and(|other| is_same(one, other));
            a.entries().count() == b.entries().count() && a.entries().all(same)
        }
        (Kind::Array, Kind::Array) => {
            a.items().count() == b.items().count()
                && a.items().zip(b.items()).all(|(a, b)| is_same(a, b))
        }
        (kind, other) => kind == other && a.text() == b.text(),
    }
}

fn report<'d>(sides: &mut Sides<'_, 'd>, old: Option<NodeRef<'d>>, new: Option<NodeRef<'d>>) {
    let what = match (old, new) {
        (Some(_), Some(_)) => "changed",
        (Some(_), None) => "was removed",
        _ => "was added",
    };
    let Some(node) = new.or(old) else { return };
    let message = format!("`{}` {what}, and is not about security", node.pointer());
    let draft = Draft::new(&rules::UnrelatedChange::META, message);
    sides.report(
        draft
            .posture(Posture::Neutral)
            .may_break()
            .old(old)
            .new_at(new),
    );
}
