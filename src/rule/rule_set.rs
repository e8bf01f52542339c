//! The rules of a run, sorted once by what they want to see, for all documents of the run.

use std::fmt;
use std::sync::OnceLock;

use super::by_member::Asking;
use super::context::Shared;
use super::run::{Walk, order};
use super::{Hook, Input, Rule, RuleMeta, RuleSettings, parts};
use crate::finding::Finding;
use crate::spec::Version;

/// Rules and what they are told.
pub struct RuleSet<'r> {
    rules: &'r [&'r dyn Rule],
    settings: RuleSettings,
    of_version: [OnceLock<Sorted<'r>>; Version::ALL.len()],
}

impl<'r> RuleSet<'r> {
    /// The rules that these settings leave.
    pub fn new(rules: &'r [&'r dyn Rule], settings: RuleSettings) -> Self {
        Self {
            rules,
            settings,
            of_version: [const { OnceLock::new() }; Version::ALL.len()],
        }
    }

    /// Run them over a document. Findings come in source order, of one place by rule id.
    pub fn run(&self, input: Input<'_, '_>) -> Vec<Finding> {
        let shared = Shared::new(input, &self.settings);
        let sorted = self.of(input.spec.version());
        let mut findings = parts::walk(&Walk::new(&shared, sorted));
        findings.sort_by(|a, b| order(a).cmp(&order(b)));
        findings
    }

    fn of(&self, version: Version) -> &Sorted<'r> {
        let place = Version::ALL.iter().position(|one| *one == version);
        let place = place.expect("every version is one of all");
        self.of_version[place].get_or_init(|| {
            let mut active = self.settings.active(self.rules);
            active.retain(|rule| rule.meta().versions.contains(&version));
            Sorted::new(&active)
        })
    }
}

impl fmt::Debug for RuleSet<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("RuleSet");
        shown.field("settings", &self.settings);
        shown.finish_non_exhaustive()
    }
}

/// A rule with its facts at hand.
#[derive(Clone, Copy)]
pub(super) struct Active<'r> {
    pub(super) rule: &'r dyn Rule,
    pub(super) meta: &'static RuleMeta,
}

/// A rule, and the members that a document must have somewhere for it, if it named any.
pub(super) type Conditional<'r> = (Active<'r>, &'static [&'static str]);

/// The rules of one version by what they want to see.
pub(super) struct Sorted<'r> {
    /// By kind of place, for all kinds that are not shown by their members.
    pub(super) by_hook: [Vec<Conditional<'r>>; Hook::COUNT],
    pub(super) parameters: Asking<'r>,
    pub(super) schemas: Asking<'r>,
    pub(super) members: Asking<'r>,
}

impl<'r> Sorted<'r> {
    fn new(rules: &[&'r dyn Rule]) -> Self {
        let mut by_hook: [Vec<Conditional<'r>>; Hook::COUNT] = Default::default();
        for rule in rules {
            let meta = rule.meta();
            for asked in meta.hooks {
                by_hook[asked.hook as usize].push((Active { rule: *rule, meta }, asked.members));
            }
        }
        let mut by_member = |hook| Asking::new(std::mem::take(&mut by_hook[hook as usize]));
        Self {
            parameters: by_member(Hook::Parameter),
            schemas: by_member(Hook::Schema),
            members: by_member(Hook::Member),
            by_hook,
        }
    }
}
