//! A finding in the making: a rule says what is wrong and where, the run adds the rest.

use crate::document::NodeRef;
use crate::finding::{Fix, Label, On, SecretSpan, Severity};

/// A finding before it has a rule and a severity.
#[derive(Clone, Debug)]
pub struct Draft {
    pub(super) message: String,
    pub(super) note: Option<String>,
    pub(super) help: Option<String>,
    pub(super) primary: Label,
    pub(super) related: Vec<Label>,
    pub(super) arguments: Vec<String>,
    pub(super) severity: Option<Severity>,
    pub(super) fix: Option<Fix>,
    pub(super) secrets: Vec<SecretSpan>,
}

impl Draft {
    /// A finding at a place.
    pub fn new(primary: Label, message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            note: None,
            help: None,
            primary,
            related: Vec::new(),
            arguments: Vec::new(),
            severity: None,
            fix: None,
            secrets: Vec::new(),
        }
    }

    /// A finding on a member's key (on the value for an item).
    pub fn key(node: NodeRef<'_>, message: impl Into<String>) -> Self {
        Self::new(Label::new(node, On::Key, ""), message)
    }

    /// A finding on a value.
    pub fn value(node: NodeRef<'_>, message: impl Into<String>) -> Self {
        Self::new(Label::new(node, On::Value, ""), message)
    }

    /// The words at the caret.
    #[must_use]
    pub fn label(mut self, text: impl Into<String>) -> Self {
        self.primary.text = text.into();
        self
    }

    /// Why it matters.
    #[must_use]
    pub fn note(mut self, text: impl Into<String>) -> Self {
        self.note = Some(text.into());
        self
    }

    /// What to do.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(text.into());
        self
    }

    /// One more place that belongs to it.
    #[must_use]
    pub fn related(mut self, label: Label) -> Self {
        self.related.push(label);
        self
    }

    /// One more place that belongs to it, when there is one.
    #[must_use]
    pub fn related_if(self, label: Option<Label>) -> Self {
        match label {
            Some(label) => self.related(label),
            None => self,
        }
    }

    /// What tells it from others of its rule at its pointer; never a secret's text.
    #[must_use]
    pub fn argument(mut self, text: impl Into<String>) -> Self {
        self.arguments.push(text.into());
        self
    }

    /// A severity milder or stronger than the rule's own; a configured level wins over it.
    #[must_use]
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = Some(severity);
        self
    }

    /// How to mend it.
    #[must_use]
    pub fn fix(mut self, fix: Fix) -> Self {
        self.fix = Some(fix);
        self
    }

    /// How to mend it, when that is known.
    #[must_use]
    pub fn fix_if(mut self, fix: Option<Fix>) -> Self {
        self.fix = fix;
        self
    }

    /// A secret value this finding knows of: every output masks it.
    #[must_use]
    pub fn secret(mut self, secret: SecretSpan) -> Self {
        self.secrets.push(secret);
        self
    }
}
