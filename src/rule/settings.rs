//! Which rules run, and how loud.

use rustc_hash::FxHashMap;

use super::{Level, Rule, RuleMeta, RuleOptions, SeverityProfile};

/// What a run is told about rules.
#[derive(Clone, Debug)]
pub struct RuleSettings {
    /// Whose eyes the document is judged with.
    pub profile: SeverityProfile,
    /// Levels that replace the profile's, by rule id.
    pub levels: FxHashMap<&'static str, Level>,
    /// Only these rules run, when not empty: their ids, and names of families.
    pub select: Vec<&'static str>,
    /// These rules do not run: their ids, and names of families.
    pub ignore: Vec<&'static str>,
    /// Options of rules.
    pub options: RuleOptions,
}

impl RuleSettings {
    /// The settings of a profile without configuration.
    pub fn new(profile: SeverityProfile) -> Self {
        Self {
            profile,
            levels: FxHashMap::default(),
            select: Vec::new(),
            ignore: Vec::new(),
            options: RuleOptions::default(),
        }
    }

    /// The level of a rule, and whether the configuration chose it. A rule that is selected by
    /// its own name runs even where its profile has it off.
    pub fn level(&self, rule: &RuleMeta) -> (Level, bool) {
        if rule.is_among(&self.ignore) {
            return (Level::Off, true);
        }
        if !self.select.is_empty() && !rule.is_among(&self.select) {
            return (Level::Off, true);
        }
        if let Some(level) = self.levels.get(rule.id) {
            return (*level, true);
        }
        match rule.severity.of(self.profile) {
            Level::Off if self.select.contains(&rule.id) => {
                let other = rule.severity.api.max(rule.severity.connector);
                (other.max(Level::On(crate::finding::Severity::Hint)), false)
            }
            level => (level, false),
        }
    }

    /// The rules of a list that run.
    pub fn active<'r>(&self, rules: &[&'r dyn Rule]) -> Vec<&'r dyn Rule> {
        let runs = |rule: &&&dyn Rule| self.level(rule.meta()).0 != Level::Off;
        rules.iter().filter(runs).copied().collect()
    }
}
