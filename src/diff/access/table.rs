//! The protection of each operation in words, side by side.

use crate::diff::SecurityChange;
use crate::diff::operations::Pairing;
use crate::diff::sides::Sides;
use crate::spec::{KeyPlace, Operation, Origin, SecurityRequirement, Spec, Version};

/// The operations whose protection reads otherwise now; gone ones and new ones included.
pub(super) fn rows(sides: &Sides<'_, '_>, pairing: &Pairing<'_>) -> Vec<SecurityChange> {
    let mut out = Vec::new();
    for (old, new) in pairing.pairs() {
        let is_changed = words(sides.old, old, true) != words(sides.new, new, true);
        if is_changed {
            let (before, after) = (words(sides.old, old, false), words(sides.new, new, false));
            out.push(row(sides, Some((old, before)), Some((new, after))));
        }
    }
    for old in &pairing.gone {
        out.push(row(sides, Some((old, words(sides.old, old, false))), None));
    }
    for new in &pairing.added {
        out.push(row(sides, None, Some((new, words(sides.new, new, false)))));
    }
    out
}

fn row(
    sides: &Sides<'_, '_>,
    old: Option<(&Operation<'_>, String)>,
    new: Option<(&Operation<'_>, String)>,
) -> SecurityChange {
    let public = |spec: &Spec<'_>, one: &Option<(&Operation<'_>, String)>| {
        one.as_ref()
            .is_some_and(|(operation, _)| spec.protection(operation).is_public())
    };
    let title = new.as_ref().or(old.as_ref()).map(|(one, _)| one.title());
    SecurityChange {
        operation: title.unwrap_or_default(),
        was_public: public(sides.old, &old),
        is_public: public(sides.new, &new),
        before: old.map(|(_, words)| words),
        after: new.map(|(_, words)| words),
    }
}

/// `fold` takes the letter case out of what has none.
fn words(spec: &Spec<'_>, operation: &Operation<'_>, fold: bool) -> String {
    let protection = spec.protection(operation);
    let asked = if protection.is_public() {
        "nothing".to_owned()
    } else {
        let requirements = protection.requirements().into_iter();
        let all = requirements.flat_map(|one| &one.alternatives);
        let mut all: Vec<String> = all.map(|one| alternative(spec, one, fold)).collect();
        all.sort();
        all.dedup();
        all.join(" OR ")
    };
    if operation.origin != Origin::Paths {
        return asked;
    }
    format!("{asked}, {}", spec.transport(operation).state.name())
}

fn alternative(spec: &Spec<'_>, requirement: &SecurityRequirement<'_>, fold: bool) -> String {
    let mut all: Vec<String> = Vec::new();
    for used in &requirement.schemes {
        let what = spec.scheme(used.name).map_or_else(
            || format!("{} (not defined)", used.name),
            |scheme| {
                // one set of names for the flows of all versions
                let what = scheme.describe(Version::OpenApi31);
                match scheme.key() {
                    Some((KeyPlace::Header, _)) if fold => what.to_ascii_lowercase(),
                    _ => what,
                }
            },
        );
        let mut scopes: Vec<String> = used.scopes.iter().map(|s| s.text().into_owned()).collect();
        scopes.sort();
        all.push(if scopes.is_empty() {
            what
        } else {
            format!("{what} [{}]", scopes.join(", "))
        });
    }
    all.sort();
    all.join(" AND ")
}
