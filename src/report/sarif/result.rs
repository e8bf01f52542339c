//! A finding as SARIF describes it (section 3.27, `result`).

use rustc_hash::FxHashMap;

use super::uri::Uris;
use super::wire::{
    ArtifactChange, Content, Fix, Location, LogicalLocation, PartialFingerprints, PhysicalLocation,
    Region, ReplacementWire, ResultWire, Suppression, Text,
};
use crate::finding::{Severity, SuppressionKind};
use crate::report::model::{self, FixReport, Reported, Run, SuppressionReport};
use crate::report::shown;

/// Makes the results of a run.
pub(super) struct Results {
    pub(super) uris: Uris,
    /// The place of each rule in the catalogue.
    rules: FxHashMap<&'static str, usize>,
}

impl Results {
    pub(super) fn new(run: &Run) -> Self {
        let rules = run.rules.iter().enumerate();
        Self {
            uris: Uris::new(run.base.as_deref()),
            rules: rules.map(|(at, rule)| (rule.id, at)).collect(),
        }
    }

    /// The result of a finding.
    pub(super) fn result<'f>(&self, finding: &'f Reported) -> ResultWire<'f> {
        let related = finding.related.iter().enumerate();
        ResultWire {
            rule_id: finding.rule,
            rule_index: self.rules.get(finding.rule).copied(),
            level: level(finding.severity),
            message: Text {
                text: message(finding),
            },
            locations: [self.location(&finding.place, None)],
            related_locations: related
                .map(|(at, l)| self.location(l, Some(at + 1)))
                .collect(),
            partial_fingerprints: PartialFingerprints {
                oneauth: finding.fingerprint.to_string(),
            },
            fixes: finding.fix.iter().filter_map(|fix| self.fix(fix)).collect(),
            suppressions: finding.suppression.as_ref().map(|s| [self.suppression(s)]),
        }
    }

    fn location<'f>(&self, place: &'f model::Location, id: Option<usize>) -> Location<'f> {
        let logical = LogicalLocation {
            fully_qualified_name: &place.pointer,
        };
        let words = (!place.text.is_empty()).then(|| Text {
            text: shown(&place.text).into_owned(),
        });
        Location {
            id,
            physical_location: self.physical(place),
            logical_locations: (!place.pointer.is_empty())
                .then_some(logical)
                .into_iter()
                .collect(),
            message: words,
        }
    }

    fn physical<'f>(&self, place: &'f model::Location) -> PhysicalLocation<'f> {
        PhysicalLocation {
            artifact_location: self.uris.artifact(&place.file),
            region: Some(Region::of(place)),
        }
    }

    /// A fix whose edits are known.
    fn fix<'f>(&self, fix: &'f FixReport) -> Option<Fix<'f>> {
        let first = fix.edits.first()?;
        let replacements = fix.edits.iter().map(|edit| ReplacementWire {
            deleted_region: Region::between(edit.start, edit.end),
            inserted_content: Content { text: &edit.insert },
        });
        Some(Fix {
            description: Text {
                text: shown(&fix.title).into_owned(),
            },
            artifact_changes: [ArtifactChange {
                artifact_location: self.uris.artifact(&first.file),
                replacements: replacements.collect(),
            }],
        })
    }

    fn suppression<'f>(&self, suppression: &'f SuppressionReport) -> Suppression<'f> {
        Suppression {
            kind: match suppression.kind {
                SuppressionKind::Comment | SuppressionKind::Member => "inSource",
                SuppressionKind::Config | SuppressionKind::Baseline => "external",
            },
            status: "accepted",
            justification: shown(&suppression.reason).into_owned(),
            location: suppression
                .place
                .as_ref()
                .map(|place| self.location(place, None)),
        }
    }
}

/// The message, then note and help as further sentences.
fn message(finding: &Reported) -> String {
    let text = finding.words();
    // `[words](1)` would be read as a link to a related location (section 3.11.6)
    if text.contains("](") {
        return text.replace('[', "\\[").replace(']', "\\]");
    }
    text
}

/// SARIF knows three levels besides none.
pub(super) const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info | Severity::Hint => "note",
    }
}
