//! The whole comparison.

use super::operations::{self, Pairing};
use super::sides::Sides;
use super::{Difference, SecurityChange, access, connection, contract};
use crate::document::Document;
use crate::finding::SecretSpan;
use crate::rule::SeverityProfile;
use crate::spec::Spec;

/// What differs between two documents.
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    /// Operations whose effective protection differs, in the old document's order, new ones last.
    pub security: Vec<SecurityChange>,
    /// The differences: who gets in first, then what is called, sent and received.
    pub differences: Vec<Difference>,
    /// The secrets of all files that were compared, to be masked.
    pub secrets: Vec<SecretSpan>,
    /// False when the schemas were too entangled to be compared to the end.
    pub complete: bool,
}

/// Compare two documents by what they mean. Versions, formats, layout and order do not matter.
/// `beside` are the `apiProperties.json` of each, when there is one.
pub fn compare<'d>(
    old: &Spec<'d>,
    new: &Spec<'d>,
    beside: (Option<&Document>, Option<&Document>),
    profile: SeverityProfile,
) -> Comparison {
    let mut sides = Sides::new(old, new, profile);
    let pairing: Pairing<'_> = operations::pair(old, new);
    let security = access::compare(&mut sides, &pairing);
    if let (Some(old), Some(new)) = beside {
        sides.found.extend(connection(old, new, profile));
    }
    let secrets = access::secrets(&mut sides, beside);
    let complete = contract::compare(&mut sides, &pairing);
    Comparison {
        security,
        differences: sides.found,
        secrets,
        complete,
    }
}

/// Compare who gets in alone, for documents that differ in nothing else.
pub fn compare_security<'d>(
    old: &Spec<'d>,
    new: &Spec<'d>,
    profile: SeverityProfile,
) -> Comparison {
    let mut sides = Sides::new(old, new, profile);
    let pairing: Pairing<'_> = operations::pair(old, new);
    Comparison {
        security: access::compare(&mut sides, &pairing),
        differences: sides.found,
        secrets: Vec::new(),
        complete: true,
    }
}

impl Comparison {
    /// True when the documents mean the same.
    pub fn is_empty(&self) -> bool {
        self.differences.is_empty() && self.security.is_empty()
    }
}
