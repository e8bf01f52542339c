//! Alternatives of a schema: `oneOf`, `anyOf`, and what tells them apart.

use std::hash::{Hash, Hasher as _};

use rustc_hash::FxHasher;

use super::facts;
use super::walk::{Direction, Field, Walk, type_changed};
use crate::diff::matched::matched;
use crate::diff::sides::Draft;
use crate::document::{Kind, NodeRef, key};
use crate::finding::Severity;
use crate::spec::Spec;

type Parts<'p, 'd> = (&'p [NodeRef<'d>], &'p [NodeRef<'d>]);
type Lists<'d> = (Vec<NodeRef<'d>>, Vec<NodeRef<'d>>);

/// Report alternatives that came and went; compare those that stayed, in whatever order. An only
/// one is compared as a part of the schema, unless the other side has `several`.
pub(super) fn compare<'d>(
    walk: &mut Walk<'_, '_, 'd>,
    parts: Parts<'_, 'd>,
    several: bool,
    field: &Field,
) {
    let least = if several { 1 } else { 2 };
    discriminator(walk, parts, field);
    let below = Field {
        depth: field.depth + 1,
        ..field.clone()
    };
    for name in ["oneOf", "anyOf"] {
        let mut left = (
            facts::alternatives(parts.0, name, least),
            facts::alternatives(parts.1, name, least),
        );
        let counts = (left.0.len(), left.1.len());
        for (was, is) in paired(walk, &mut left) {
            walk.schemas(was, is, &below);
        }
        if counts.0 == counts.1 {
            for (was, is) in left.0.into_iter().zip(left.1) {
                walk.schemas(was, is, &below);
            }
            continue;
        }
        let message = format!(
            "the type has been changed for {}: one of {} schemas now, and of {} before",
            field.title(),
            counts.1,
            counts.0
        );
        let draft = Draft::new(type_changed(field.direction), message);
        let draft = judged(draft, field.direction, (&left, counts));
        let places = (facts::member(parts.0, name), facts::member(parts.1, name));
        walk.report(draft, field, places);
    }
}

fn judged(
    draft: Draft,
    direction: Direction,
    (left, counts): (&Lists<'_>, (usize, usize)),
) -> Draft {
    if counts.0 == 0 || counts.1 == 0 {
        // what was one schema is several, or the other way round
        return draft.may_break();
    }
    match (direction, left.0.is_empty(), left.1.is_empty()) {
        (Direction::Input, false, _) => draft.breaks(),
        (Direction::Output, _, false) => draft.may_break(),
        _ => draft.severity(Severity::Info),
    }
}

/// Take out of both lists what belongs together: by the name it is referred to, then by what it
/// says, then by its types.
fn paired<'d>(walk: &Walk<'_, '_, 'd>, left: &mut Lists<'d>) -> Vec<(NodeRef<'d>, NodeRef<'d>)> {
    let name = |one: &NodeRef<'d>| {
        let reference = one.member(key::REF)?.as_str()?;
        Some(reference.rsplit('/').next()?.to_owned())
    };
    let says = |one: &NodeRef<'d>| Some(digest(*one));
    let types = |spec: &Spec<'d>, one: &NodeRef<'d>| Some(facts::types(&facts::parts(spec, *one)));
    let (old, new) = (walk.sides.old, walk.sides.new);
    let mut out = matched((&mut left.0, &mut left.1), name, name);
    out.extend(matched((&mut left.0, &mut left.1), says, says));
    let types = matched(
        (&mut left.0, &mut left.1),
        |one| types(old, one),
        |one| types(new, one),
    );
    out.extend(types);
    out
}

/// The same for values that are the same, whatever the order of their members and the format.
fn digest(node: NodeRef<'_>) -> u64 {
    let mut hasher = FxHasher::default();
    let kind = node.kind();
    std::mem::discriminant(&kind).hash(&mut hasher);
    match kind {
        Kind::Object => {
            let members = node.entries().map(|entry| {
                let mut member = FxHasher::default();
                (entry.key(), digest(entry)).hash(&mut member);
                member.finish()
            });
            members.fold(0, u64::wrapping_add).hash(&mut hasher);
        }
        Kind::Array => node.items().for_each(|item| digest(item).hash(&mut hasher)),
        _ => node.text().hash(&mut hasher),
    }
    hasher.finish()
}

/// Report another member that tells the alternatives apart.
fn discriminator<'d>(walk: &mut Walk<'_, '_, 'd>, (old, new): Parts<'_, 'd>, field: &Field) {
    let said = |parts: &[NodeRef<'d>]| {
        let member = facts::member(parts, "discriminator")?;
        member.get("propertyName").or(Some(member))
    };
    let (Some(was), Some(is)) = (said(old), said(new)) else {
        return;
    };
    if was.text() == is.text() {
        return;
    }
    let message = format!(
        "the type has been changed for {}: `{}` tells what it is now, and `{}` did before",
        field.title(),
        is.text(),
        was.text()
    );
    let draft = Draft::new(type_changed(field.direction), message).breaks();
    walk.report(draft, field, (Some(was), Some(is)));
}
