//! Marking the findings that do not count.

use super::declaration::{self, Declared};
use super::{KnownRules, PointerGlob, comment, member};
use crate::document::Document;
use crate::finding::{Finding, Label, Suppression, SuppressionKind};

/// An `ignore` entry of the configuration, for the files it is about.
#[derive(Clone, Debug)]
pub struct Ignore {
    /// The rule.
    pub rule: &'static str,
    /// The findings of that rule it is about.
    pub pointer: PointerGlob,
    /// Why they do not count.
    pub reason: String,
    /// Where the configuration says so.
    pub place: Label,
}

/// Mark the findings that `document` or `ignores` suppress, and add those about suppressions
/// themselves. Gives back, for each entry of `ignores`, whether it suppressed something.
pub fn apply(
    document: &Document,
    ignores: &[&Ignore],
    rules: &dyn KnownRules,
    findings: &mut Vec<Finding>,
) -> Vec<bool> {
    let mut declared = Declared::new(rules);
    comment::collect(document, &mut declared);
    member::collect(document, &mut declared);
    for finding in findings.iter_mut() {
        let hit = declared.list.iter_mut().find(|d| d.covers(finding));
        if let Some(declaration) = hit {
            declaration.used = true;
            finding.suppression = Some(declaration.suppression());
        }
    }
    let unused = declared.list.iter().filter(|d| !d.used);
    findings.extend(unused.filter_map(|d| d.unused(rules)));
    findings.append(&mut declared.invalid);
    apply_ignores(ignores, findings)
}

fn apply_ignores(ignores: &[&Ignore], findings: &mut [Finding]) -> Vec<bool> {
    let mut used = vec![false; ignores.len()];
    for finding in findings.iter_mut().filter(|finding| finding.is_active()) {
        let hit = ignores.iter().position(|ignore| ignore.covers(finding));
        if let Some(at) = hit {
            used[at] = true;
            finding.suppression = Some(Suppression {
                kind: SuppressionKind::Config,
                reason: ignores[at].reason.clone(),
                place: Some(Box::new(ignores[at].place.clone())),
            });
        }
    }
    used
}

/// The findings about entries of the configuration that suppressed nothing in a whole run. `used`
/// is what [`apply`] gave for each file, united. Only a run over everything can say this: the entry
/// may be for a file that was not looked at.
pub fn unused_ignores(ignores: &[Ignore], used: &[bool], rules: &dyn KnownRules) -> Vec<Finding> {
    let unused = ignores.iter().zip(used).filter(|(_, used)| !**used);
    unused
        .filter(|(ignore, _)| rules.severity(ignore.rule).is_some())
        .filter_map(|(ignore, _)| declaration::unused(ignore.rule, ignore.place.clone(), rules))
        .collect()
}

impl Ignore {
    fn covers(&self, finding: &Finding) -> bool {
        self.rule == finding.rule && self.pointer.matches(&finding.primary.pointer)
    }
}
