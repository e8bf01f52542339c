//! The whole comparison.

use super::operations::{self, Pairing};
use super::sides::Sides;
use super::{Difference, SecurityChange, access, connection, contract};
use crate::document::Document;
use crate::finding::SecretSpan;
use crate::rule::SeverityProfile;
use crate::secrets::Secrets;
use crate::spec::Spec;
use crate::text::aside;

/// The `apiProperties.json` of each side, when there is one.
pub type Beside<'d> = (Option<&'d Document>, Option<&'d Document>);

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
    beside: Beside<'_>,
    profile: SeverityProfile,
) -> Comparison {
    let documents = (old.document(), new.document());
    compare_scanned((old, new), beside, profile, || {
        let old = Secrets::of(documents.0, beside.0);
        [old, Secrets::of(documents.1, beside.1)]
    })
}

/// As [`compare`]; `scan` gives the secrets of the old files and of the new ones.
pub fn compare_scanned<'d>(
    (old, new): (&Spec<'d>, &Spec<'d>),
    beside: Beside<'_>,
    profile: SeverityProfile,
    scan: impl FnOnce() -> [Secrets; 2] + Send,
) -> Comparison {
    let bytes = |spec: &Spec<'_>| spec.document().source().text().len();
    let (scanned, meaning) = aside(bytes(old) + bytes(new), scan, || {
        let pairing: Pairing<'_> = operations::pair(old, new);
        let contract = || {
            let mut sides = Sides::new(old, new, profile);
            let complete = contract::compare(&mut sides, &pairing);
            (sides.found, complete)
        };
        let access = || {
            let mut sides = Sides::new(old, new, profile);
            let security = access::compare(&mut sides, &pairing);
            if let (Some(old), Some(new)) = beside {
                sides.found.extend(connection(old, new, profile));
            }
            (security, sides.found)
        };
        aside(bytes(old) + bytes(new), contract, access)
    });
    let ((contract, complete), (security, access)) = meaning;
    let mut sides = Sides::new(old, new, profile);
    sides.found = access;
    let secrets = access::secrets(&mut sides, beside, &scanned);
    sides.found.extend(contract);
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
