//! One suppression of one rule, as the document declares it.

use super::{INVALID, KnownRules, UNUSED};
use crate::document::Pointer;
use crate::finding::{Finding, Label, Suppression, SuppressionKind};
use crate::text::{suggest, visible};

/// What a suppression covers.
pub(super) enum Reach {
    /// The findings of one line; `None` when no line follows.
    Line(Option<u32>),
    /// The findings at this pointer and below.
    Below(Pointer),
}

/// One suppression of one rule.
pub(super) struct Declaration {
    pub(super) rule: &'static str,
    pub(super) reason: String,
    pub(super) kind: SuppressionKind,
    pub(super) reach: Reach,
    pub(super) place: Label,
    pub(super) used: bool,
}

impl Declaration {
    pub(super) fn covers(&self, finding: &Finding) -> bool {
        let source = &finding.primary.source;
        let is_here = std::sync::Arc::ptr_eq(source, &self.place.source);
        is_here
            && self.rule == finding.rule
            && match &self.reach {
                Reach::Line(line) => *line == Some(source.lines().line(finding.primary.span.start)),
                Reach::Below(pointer) => pointer.contains(&finding.primary.pointer),
            }
    }

    pub(super) fn suppression(&self) -> Suppression {
        Suppression {
            kind: self.kind,
            reason: self.reason.clone(),
            place: Some(Box::new(self.place.clone())),
        }
    }

    /// The finding that says that nothing is suppressed by it; `None` when its rule did not run.
    pub(super) fn unused(&self, rules: &dyn KnownRules) -> Option<Finding> {
        rules.severity(self.rule)?;
        unused(self.rule, self.place.clone(), rules)
    }
}

/// The finding that a suppression of `rule` at `place` suppresses nothing.
pub(super) fn unused(rule: &str, place: Label, rules: &dyn KnownRules) -> Option<Finding> {
    let message = format!("no `{rule}` finding is suppressed here");
    let mut finding = Finding::new(UNUSED, rules.severity(UNUSED)?, message, place);
    finding.note = Some("a suppression without a finding would hide a later one".into());
    finding.help = Some("remove it".into());
    finding.arguments = vec![rule.to_owned()];
    Some(finding)
}

/// Collects declarations, and findings for what is none.
pub(super) struct Declared<'r> {
    pub(super) rules: &'r dyn KnownRules,
    pub(super) list: Vec<Declaration>,
    pub(super) invalid: Vec<Finding>,
}

impl<'r> Declared<'r> {
    pub(super) fn new(rules: &'r dyn KnownRules) -> Self {
        Self {
            rules,
            list: Vec::new(),
            invalid: Vec::new(),
        }
    }

    /// The rule an id names; else a finding at `place`.
    pub(super) fn rule(&mut self, id: &str, place: &Label) -> Option<&'static str> {
        let rule = self.rules.resolve(id);
        if rule.is_none() {
            let shown = visible::one_line(id);
            let help = suggest::help(id, self.rules.ids());
            self.refuse(place.clone(), format!("no rule is called `{shown}`"), help);
        }
        rule
    }

    /// Note a suppression that cannot be understood.
    pub(super) fn refuse(&mut self, place: Label, message: String, help: Option<String>) {
        let Some(severity) = self.rules.severity(INVALID) else {
            return;
        };
        let mut finding = Finding::new(INVALID, severity, message, place);
        finding.note = Some("a suppression that is not understood suppresses nothing".into());
        finding.help = help;
        self.invalid.push(finding);
    }
}
