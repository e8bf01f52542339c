//! A rule of the catalogue as SARIF describes it (section 3.49, `reportingDescriptor`).

use super::wire::{Configuration, Descriptor, Help, Properties, Text};
use crate::finding::Severity;
use crate::report::RuleFacts;

/// The descriptor of a rule.
pub(super) fn descriptor(rule: &RuleFacts) -> Descriptor<'_> {
    let level = rule.severity.unwrap_or(Severity::Warning);
    let family = std::iter::once(rule.family);
    Descriptor {
        id: rule.id,
        deprecated_ids: rule.formerly,
        short_description: Text {
            text: rule.summary.to_owned(),
        },
        full_description: Text {
            text: rule.summary.to_owned(),
        },
        help: Help {
            text: rule.markdown,
            markdown: rule.markdown,
        },
        help_uri: rule.url.as_deref(),
        default_configuration: Configuration {
            enabled: rule.severity.is_some(),
            level: super::result::level(level),
        },
        properties: Properties {
            tags: family.chain(rule.tags.iter().map(String::as_str)).collect(),
            problem_severity: problem_severity(level),
        },
    }
}

/// GitHub's own word for the level of a query that is not a security alert.
const fn problem_severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info | Severity::Hint => "recommendation",
    }
}
