//! The catalogue as a report describes it.

use crate::report::RuleFacts;
use crate::rule::SeverityProfile;
use crate::rules;

/// Facts of every rule, with the severity it has in a profile.
pub(super) fn of(profile: SeverityProfile) -> Vec<RuleFacts> {
    let one = |meta| RuleFacts::of(meta, meta.severity.of(profile));
    rules::metas().map(one).collect()
}
