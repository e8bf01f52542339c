//! Why a profile claims what it claims.

use super::{Connectors, Constraints, LimitKind, SecurityLevel};

/// A page, what it says, and when it was read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Evidence {
    /// A URL, or a path in a named repository.
    pub page: &'static str,
    /// What it says, in our words.
    pub says: &'static str,
    /// When it was read, or the date of the copy that was read: a day or a month, ISO 8601.
    pub read_on: &'static str,
    /// What it backs; nothing when it is only worth knowing.
    pub backs: &'static [Topic],
}

/// One thing a profile can claim.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Topic {
    /// [`Constraints::versions`]
    Versions,
    /// [`Constraints::formats`]
    Formats,
    /// [`Constraints::max_schemes`]
    MaxSchemes,
    /// [`Constraints::kinds`]
    Kinds,
    /// [`Constraints::flows`]
    Flows,
    /// [`Constraints::security`]
    Security,
    /// [`Constraints::takes_first`]
    TakesFirst,
    /// [`Constraints::combines`]
    Combines,
    /// [`Constraints::alternates`]
    Alternates,
    /// [`Constraints::https_only`]
    HttpsOnly,
    /// [`Constraints::required`]
    Required,
    /// [`Constraints::unsupported`]
    Unsupported,
    /// [`Constraints::connectors`]
    Connectors,
    /// One of [`Constraints::limits`]
    Limit(LimitKind),
}

impl Constraints {
    /// What these constraints claim, each of which needs evidence.
    pub fn claims(&self) -> Vec<Topic> {
        let plain = [
            (self.versions.is_some(), Topic::Versions),
            (self.formats.is_some(), Topic::Formats),
            (self.max_schemes.is_some(), Topic::MaxSchemes),
            (self.kinds.is_some(), Topic::Kinds),
            (self.flows.is_some(), Topic::Flows),
            (self.security != SecurityLevel::Operations, Topic::Security),
            (self.takes_first, Topic::TakesFirst),
            (!self.combines, Topic::Combines),
            (!self.alternates, Topic::Alternates),
            (self.https_only, Topic::HttpsOnly),
            (!self.required.is_empty(), Topic::Required),
            (!self.unsupported.is_empty(), Topic::Unsupported),
            (self.connectors != Connectors::None, Topic::Connectors),
        ];
        let limits = self.limits.iter().map(|limit| Topic::Limit(limit.what));
        plain
            .into_iter()
            .filter_map(|(claimed, topic)| claimed.then_some(topic))
            .chain(limits)
            .collect()
    }
}
