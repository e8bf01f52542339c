//! The two documents under comparison, and what was found so far.

use super::difference::{Compatibility, Difference, Places, Posture, Verdict};
use crate::document::NodeRef;
use crate::finding::{Label, On, Severity};
use crate::rule::{Level, RuleMeta, SeverityProfile};
use crate::spec::Spec;

/// The two documents, and the differences so far.
pub(super) struct Sides<'s, 'd> {
    pub(super) old: &'s Spec<'d>,
    pub(super) new: &'s Spec<'d>,
    pub(super) profile: SeverityProfile,
    pub(super) found: Vec<Difference>,
}

impl<'s, 'd> Sides<'s, 'd> {
    /// Nothing was found yet.
    pub(super) fn new(old: &'s Spec<'d>, new: &'s Spec<'d>, profile: SeverityProfile) -> Self {
        Self {
            old,
            new,
            profile,
            found: Vec::new(),
        }
    }
}

/// A difference on its way: facts first, then [`Sides::report`].
pub(super) struct Draft {
    meta: &'static RuleMeta,
    severity: Option<Severity>,
    compatibility: Compatibility,
    posture: Posture,
    message: String,
    places: Places,
    operations: Vec<String>,
    arguments: Vec<String>,
}

impl Draft {
    pub(super) fn new(meta: &'static RuleMeta, message: impl Into<String>) -> Self {
        Self {
            meta,
            severity: None,
            compatibility: Compatibility::No,
            posture: Posture::Neutral,
            message: message.into(),
            places: Places {
                old: None,
                new: None,
            },
            operations: Vec::new(),
            arguments: Vec::new(),
        }
    }

    pub(super) fn severity(mut self, severity: Severity) -> Self {
        self.severity = Some(severity);
        self
    }

    pub(super) fn breaks(self) -> Self {
        self.compatibility(Compatibility::Breaks)
    }

    pub(super) fn may_break(self) -> Self {
        self.compatibility(Compatibility::May)
    }

    pub(super) fn compatibility(mut self, compatibility: Compatibility) -> Self {
        self.compatibility = compatibility;
        self
    }

    pub(super) fn posture(mut self, posture: Posture) -> Self {
        self.posture = posture;
        self
    }

    /// Where it was.
    pub(super) fn old(mut self, node: Option<NodeRef<'_>>) -> Self {
        self.places.old = node.map(|node| label(node, "it was so here"));
        self
    }

    /// Where it is.
    pub(super) fn new_at(mut self, node: Option<NodeRef<'_>>) -> Self {
        self.places.new = node.map(|node| label(node, ""));
        self
    }

    pub(super) fn operations(mut self, operations: Vec<String>) -> Self {
        self.operations = operations;
        self
    }

    /// Name the operation it concerns at the end of the message.
    pub(super) fn within(mut self, operation: &str) -> Self {
        self.message = format!("{} in `{operation}`", self.message);
        self.operations = vec![operation.to_owned()];
        self
    }

    /// What tells it from others of its rule at its place.
    pub(super) fn argument(mut self, argument: impl Into<String>) -> Self {
        self.arguments.push(argument.into());
        self
    }
}

impl Draft {
    /// The difference, unless its rule is off in the profile.
    pub(super) fn judged(self, profile: SeverityProfile) -> Option<Difference> {
        let own = match self.meta.severity.of(profile) {
            Level::On(severity) => severity,
            Level::Off => return None,
        };
        let verdict = Verdict {
            severity: self.severity.unwrap_or(own),
            compatibility: self.compatibility,
            posture: self.posture,
        };
        let mut one = Difference::new(self.meta.id, verdict, self.message, self.places);
        one.operations = self.operations;
        one.finding.arguments = self.arguments;
        Some(one)
    }
}

impl Sides<'_, '_> {
    pub(super) fn report(&mut self, draft: Draft) {
        self.found.extend(draft.judged(self.profile));
    }
}

/// A member by its key; a scalar item or value by itself.
fn label(node: NodeRef<'_>, text: &str) -> Label {
    let is_leaf = !node.is_object() && !node.is_array();
    let on = if node.key_span().is_none() || is_leaf {
        On::Value
    } else {
        On::Key
    };
    Label::new(node, on, text)
}
