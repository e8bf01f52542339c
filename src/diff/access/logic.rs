//! Requirements as logic: alternatives of schemes with scopes, compared by what they let in.

use std::collections::{BTreeMap, BTreeSet};

use super::pairs::Atom;
use crate::diff::{Compatibility, Posture};
use crate::spec::{Protection, SecurityRequirement};

/// What one alternative asks for: the scopes of each scheme.
pub(super) type Alternative = BTreeMap<Atom, BTreeSet<String>>;

/// More alternatives than this are compared as they are written: each with each would take too long.
pub(super) const MANY: usize = 256;

/// Alternatives, none of which another makes needless.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Formula {
    pub(super) alternatives: BTreeSet<Alternative>,
    /// As written, needless ones included.
    written: BTreeSet<Alternative>,
}

impl Formula {
    /// What is in force; nothing declared lets everyone in.
    pub(super) fn of(protection: &Protection<'_>, atom: impl Fn(&str) -> Atom) -> Self {
        let requirements = protection.requirements();
        let all = requirements.map_or(&[][..], |one| &one.alternatives);
        let mut written: BTreeSet<Alternative> =
            all.iter().map(|one| alternative(one, &atom)).collect();
        if written.is_empty() {
            written.insert(Alternative::new());
        }
        let needed = |one: &&Alternative| {
            let mut others = written.iter();
            !others.any(|other| other != *one && asks_no_more(other, one))
        };
        let alternatives = if written.len() > MANY {
            written.clone()
        } else {
            written.iter().filter(needed).cloned().collect()
        };
        Self {
            alternatives,
            written,
        }
    }

    /// True when a call without any credential gets in.
    pub(super) fn is_public(&self) -> bool {
        // the empty one comes before all others
        self.alternatives.first().is_some_and(BTreeMap::is_empty)
    }

    /// True when what fulfils an alternative fulfils this.
    fn lets_in(&self, one: &Alternative) -> bool {
        let mut own = self.alternatives.iter();
        self.is_public()
            || self.alternatives.contains(one)
            || own.len() <= MANY && own.any(|other| asks_no_more(other, one))
    }

    /// True when whoever satisfies this satisfies `other`.
    fn implies(&self, other: &Self) -> bool {
        self.alternatives.iter().all(|one| other.lets_in(one))
    }

    /// What becoming `new` means for those who should not get in.
    pub(super) fn posture(&self, new: &Self) -> Posture {
        match (self.implies(new), new.implies(self)) {
            (true, false) => Posture::Weaker,
            (false, true) => Posture::Stronger,
            _ => Posture::Neutral,
        }
    }

    /// What becoming `new` means for clients.
    pub(super) fn compatibility(&self, new: &Self) -> Compatibility {
        let goes_on = self.alternatives.iter().filter(|one| new.lets_in(one));
        match goes_on.count() {
            0 => Compatibility::Breaks,
            count if count < self.alternatives.len() => Compatibility::May,
            _ => Compatibility::No,
        }
    }

    /// The schemes of each alternative with their scopes, when no two alternatives have the same
    /// schemes.
    pub(super) fn by_schemes(&self) -> Option<BTreeMap<BTreeSet<Atom>, &Alternative>> {
        let pairs = self.alternatives.iter();
        let map: BTreeMap<BTreeSet<Atom>, &Alternative> =
            pairs.map(|one| (schemes(one), one)).collect();
        (map.len() == self.alternatives.len()).then_some(map)
    }
}

/// The schemes of an alternative.
pub(super) fn schemes(alternative: &Alternative) -> BTreeSet<Atom> {
    alternative.keys().cloned().collect()
}

/// True when whoever satisfies `other` satisfies `one`.
fn asks_no_more(one: &Alternative, other: &Alternative) -> bool {
    one.iter().all(|(atom, scopes)| {
        other
            .get(atom)
            .is_some_and(|others| scopes.is_subset(others))
    })
}

fn alternative(requirement: &SecurityRequirement<'_>, atom: impl Fn(&str) -> Atom) -> Alternative {
    let mut out = Alternative::new();
    for used in &requirement.schemes {
        let scopes = used.scopes.iter().map(|scope| scope.text().into_owned());
        out.entry(atom(used.name)).or_default().extend(scopes);
    }
    out
}
