//! What a command makes of a document, by the comparison of before and after.

use super::{Comparison, Compatibility, Difference, Posture, SecurityChange};
use crate::finding::Severity;
use crate::finding::mask::Finder;

/// A comparison without its places: it outlives the documents, and a text diff shows the places.
#[derive(Clone, Debug, Default)]
pub struct Effect {
    /// Operations whose effective protection differs.
    pub security: Vec<SecurityChange>,
    /// What follows, the worst first.
    pub consequences: Vec<Consequence>,
}

/// A difference without its place.
#[derive(Clone, Debug)]
pub struct Consequence {
    /// The rule's id.
    pub rule: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What it means for clients and connections.
    pub compatibility: Compatibility,
    /// What it means for those who should not get in.
    pub posture: Posture,
    /// What differs, in words.
    pub message: String,
    /// The operations it concerns; empty when it concerns the document.
    pub operations: Vec<String>,
}

impl From<Comparison> for Effect {
    fn from(comparison: Comparison) -> Self {
        let mut effect = Self {
            security: comparison.security,
            consequences: Vec::new(),
        };
        effect.add(comparison.differences);
        effect
    }
}

impl Effect {
    /// Add differences that were found besides.
    pub fn add(&mut self, differences: impl IntoIterator<Item = Difference>) {
        let all = differences.into_iter().map(|one| Consequence {
            rule: one.finding.rule,
            severity: one.finding.severity,
            compatibility: one.compatibility,
            posture: one.posture,
            message: one.finding.message,
            operations: one.operations,
        });
        self.consequences.extend(all);
        let worst = |one: &Consequence| std::cmp::Reverse((one.severity, one.compatibility));
        self.consequences.sort_by_key(worst);
    }

    /// True when nothing differs in meaning.
    pub fn is_empty(&self) -> bool {
        self.security.is_empty() && self.consequences.is_empty()
    }

    /// The operations that let everyone in and did not.
    pub fn opened(&self) -> Vec<&str> {
        let opened = self.security.iter().filter(|row| {
            let stayed = row.before.is_some() && row.after.is_some();
            stayed && row.is_public && !row.was_public
        });
        opened.map(|row| row.operation.as_str()).collect()
    }

    /// The same with the secrets that `finder` knows masked.
    #[must_use]
    pub fn masked(mut self, finder: Option<&Finder>) -> Self {
        let Some(finder) = finder else {
            return self;
        };
        for row in &mut self.security {
            for text in [&mut row.before, &mut row.after].into_iter().flatten() {
                *text = finder.masked(text);
            }
        }
        for one in &mut self.consequences {
            one.message = finder.masked(&one.message);
        }
        self
    }

    /// The first thing to know about it, in words.
    pub fn headline(&self) -> String {
        let has = |test: &dyn Fn(&Consequence) -> bool| self.consequences.iter().any(test);
        let breaks = |one: &Consequence| one.compatibility == Compatibility::Breaks;
        let clients = if has(&|one| one.rule == "diff:auth-type-changed") {
            "connections must be created again: the authentication type changed"
        } else if has(&|one| one.rule == "diff:connection-parameter-changed") {
            "connections must be created again: they ask for something else"
        } else if has(&breaks) {
            "breaks clients"
        } else if has(&|one| one.compatibility == Compatibility::May) {
            "may break clients"
        } else {
            "breaks nothing"
        };
        let weaker = has(&|one| one.posture == Posture::Weaker);
        let stronger = has(&|one| one.posture == Posture::Stronger);
        let security = match (weaker, stronger) {
            (true, true) => "; security is weaker here and stronger there",
            (true, false) => "; security is weaker",
            (false, true) => "; security is stronger",
            (false, false) => "",
        };
        if self.is_empty() {
            return "nothing changes in meaning".into();
        }
        format!("{clients}{security}")
    }
}
