//! The catalogue as a report describes it.

use crate::report::RuleFacts;
use crate::rule::{Level, RuleMeta, SeverityProfile};
use crate::rules;

/// Facts of every rule, with the severity it has in a profile.
pub(super) fn of(profile: SeverityProfile) -> Vec<RuleFacts> {
    rules::metas().map(|meta| one(meta, profile)).collect()
}

fn one(meta: &'static RuleMeta, profile: SeverityProfile) -> RuleFacts {
    RuleFacts {
        id: meta.id,
        summary: meta.summary(),
        family: meta.family.name(),
        severity: match meta.severity.of(profile) {
            Level::Off => None,
            Level::On(severity) => Some(severity),
        },
        markdown: meta.docs,
        url: meta.references.first().map(|one| one.url.to_owned()),
        formerly: meta.formerly,
        tags: vec!["security".to_owned(), meta.family.name().to_owned()],
    }
}
