//! The protection of each operation in words, side by side.

use rustc_hash::FxHashMap;

use crate::diff::SecurityChange;
use crate::diff::operations::Pairing;
use crate::diff::sides::Sides;
use crate::document::{NodeId, NodeRef};
use crate::spec::{KeyPlace, Operation, Origin, SecurityRequirement, Spec, Version};

/// The operations whose protection reads otherwise now; gone ones and new ones included.
pub(super) fn rows(sides: &Sides<'_, '_>, pairing: &Pairing<'_>) -> Vec<SecurityChange> {
    let mut folded = [sides.old, sides.new].map(|spec| Words::new(spec, true));
    let mut words = [sides.old, sides.new].map(|spec| Words::new(spec, false));
    let mut out = Vec::new();
    for (old, new) in pairing.pairs() {
        if folded[0].of(old) != folded[1].of(new) {
            let (before, after) = (words[0].of(old), words[1].of(new));
            let public = [sides.old.is_public(old), sides.new.is_public(new)];
            out.push(row(Some((old, before)), Some((new, after)), public));
        }
    }
    for old in &pairing.gone {
        let public = [sides.old.is_public(old), false];
        out.push(row(Some((old, words[0].of(old))), None, public));
    }
    for (new, is_public) in pairing.added() {
        let words = words[1].of(new);
        out.push(row(None, Some((new, words)), [false, is_public]));
    }
    out
}

fn row(
    old: Option<(&Operation<'_>, String)>,
    new: Option<(&Operation<'_>, String)>,
    [was_public, is_public]: [bool; 2],
) -> SecurityChange {
    let title = new.as_ref().or(old.as_ref()).map(|(one, _)| one.title());
    SecurityChange {
        operation: title.unwrap_or_default(),
        was_public,
        is_public,
        before: old.map(|(_, words)| words),
        after: new.map(|(_, words)| words),
    }
}

/// The words for the protection of the operations of one document.
struct Words<'w, 'd> {
    spec: &'w Spec<'d>,
    /// The letter case is taken out of what has none.
    fold: bool,
    /// The words for each `security` member; `None` for the document's.
    asked: FxHashMap<Option<NodeId>, String>,
}

impl<'w, 'd> Words<'w, 'd> {
    fn new(spec: &'w Spec<'d>, fold: bool) -> Self {
        Self {
            spec,
            fold,
            asked: FxHashMap::default(),
        }
    }

    fn of(&mut self, operation: &Operation<'d>) -> String {
        let own = operation.security().map(NodeRef::id);
        let (spec, fold) = (self.spec, self.fold);
        let known = self.asked.entry(own);
        let asked = known.or_insert_with(|| asked(spec, operation, fold));
        if operation.origin != Origin::Paths {
            return asked.clone();
        }
        format!("{asked}, {}", spec.transport(operation).state.name())
    }
}

fn asked(spec: &Spec<'_>, operation: &Operation<'_>, fold: bool) -> String {
    let protection = spec.protection(operation);
    if protection.is_public() {
        return "nothing".to_owned();
    }
    let requirements = protection.requirements().into_iter();
    let all = requirements.flat_map(|one| one.alternatives.iter());
    let mut all: Vec<String> = all.map(|one| alternative(spec, one, fold)).collect();
    all.sort();
    all.dedup();
    all.join(" OR ")
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
