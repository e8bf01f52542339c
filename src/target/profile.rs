//! A platform.

use super::{Constraints, Evidence, Topic};

/// A platform that takes OpenAPI documents, as data.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Profile {
    /// The name on the command line.
    pub id: &'static str,
    /// Other names it is found by.
    pub aliases: &'static [&'static str],
    /// The platform's own name.
    pub title: &'static str,
    /// What it does with a document's security, in one sentence.
    pub summary: &'static str,
    /// What it takes.
    pub constraints: Constraints,
    /// Why that is claimed.
    pub evidence: &'static [Evidence],
}

impl Profile {
    /// The evidence for one claim, in the profile's order.
    pub fn evidence_for(&self, topic: Topic) -> impl Iterator<Item = &'static Evidence> + use<> {
        self.evidence
            .iter()
            .filter(move |evidence| evidence.backs.contains(&topic))
    }

    /// Claims that no evidence backs: none, in a sound profile.
    pub fn unbacked(&self) -> Vec<Topic> {
        let mut claims = self.constraints.claims();
        claims.retain(|topic| self.evidence_for(*topic).next().is_none());
        claims
    }

    /// True when it limits nothing: whoever follows the specification.
    pub fn is_unlimited(&self) -> bool {
        self.constraints == Constraints::NONE
    }

    /// True when this is one of its names.
    pub fn is_named(&self, name: &str) -> bool {
        let name = name.trim();
        std::iter::once(&self.id)
            .chain(self.aliases)
            .any(|known| known.eq_ignore_ascii_case(name))
    }
}
