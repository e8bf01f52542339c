//! The facts of a rule: static, listed without running anything.

use std::fmt;

use crate::finding::{Safety, Severity};
use crate::spec::Version;

/// Static facts of a rule.
#[derive(Debug)]
pub struct RuleMeta {
    /// Its id: kebab-case, names the problem.
    pub id: &'static str,
    /// The family it belongs to.
    pub family: Family,
    /// How bad its findings are by default.
    pub severity: Severities,
    /// The best fix it can offer; `None` when it offers none.
    pub fix: Option<Safety>,
    /// The versions of the specification it applies to.
    pub versions: &'static [Version],
    /// The release that brought it.
    pub since: &'static str,
    /// Ids it had before; still accepted in configuration.
    pub formerly: &'static [&'static str],
    /// Where to read more.
    pub references: &'static [Reference],
    /// The options it takes.
    pub options: &'static [OptionMeta],
    /// The kinds of place it wants to see.
    pub hooks: &'static [Asked],
    /// The only copy of its words: summary line, why, examples. Markdown.
    pub docs: &'static str,
}

impl RuleMeta {
    /// One line: what it finds.
    pub fn summary(&self) -> &'static str {
        self.docs
            .lines()
            .map(str::trim)
            .find(|line| !line.is_empty())
            .unwrap_or_default()
    }

    /// True when `name` is its id or was.
    pub fn answers_to(&self, name: &str) -> bool {
        self.id == name || self.formerly.contains(&name)
    }

    /// True when its id or the name of its family is among these.
    pub fn is_among(&self, names: &[&str]) -> bool {
        names.contains(&self.id) || names.contains(&self.family.name())
    }
}

/// A page to read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reference {
    /// What it is: `RFC 7617 section 4`.
    pub title: &'static str,
    /// Where it is.
    pub url: &'static str,
}

/// An option of a rule.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OptionMeta {
    /// Its name in the configuration.
    pub name: &'static str,
    /// Its value unless configured.
    pub default: super::OptionValue,
    /// What it does.
    pub help: &'static str,
}

/// The families of rules.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs)]
pub enum Family {
    Structure,
    Auth,
    Transport,
    OAuth,
    Scope,
    Secrets,
    Placeholders,
    Connector,
    Exposure,
    Abuse,
    Diff,
}

impl Family {
    /// Every family, in the order of the catalogue.
    pub const ALL: [Self; 11] = [
        Self::Structure,
        Self::Auth,
        Self::Transport,
        Self::OAuth,
        Self::Scope,
        Self::Secrets,
        Self::Placeholders,
        Self::Connector,
        Self::Exposure,
        Self::Abuse,
        Self::Diff,
    ];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Structure => "structure",
            Self::Auth => "auth",
            Self::Transport => "transport",
            Self::OAuth => "oauth",
            Self::Scope => "scope",
            Self::Secrets => "secrets",
            Self::Placeholders => "placeholders",
            Self::Connector => "connector",
            Self::Exposure => "exposure",
            Self::Abuse => "abuse",
            Self::Diff => "diff",
        }
    }
}

impl fmt::Display for Family {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Off, or a severity.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Level {
    /// Not run.
    Off,
    /// Run; findings have this severity unless the rule says milder.
    On(Severity),
}

impl Level {
    /// Its name in the configuration.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::On(severity) => severity.name(),
        }
    }
}

/// Whose eyes a document is judged with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SeverityProfile {
    /// Any OpenAPI document: requirements are the contract.
    Api,
    /// A connector: the platform reads the schemes, requirements are documentation.
    Connector,
}

impl SeverityProfile {
    /// Its name in the configuration.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Api => "api",
            Self::Connector => "connector",
        }
    }
}

/// The level of a rule in each profile.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Severities {
    /// In profile `api`.
    pub api: Level,
    /// In profile `connector`.
    pub connector: Level,
}

impl Severities {
    /// The level in a profile.
    pub const fn of(self, profile: SeverityProfile) -> Level {
        match profile {
            SeverityProfile::Api => self.api,
            SeverityProfile::Connector => self.connector,
        }
    }
}

/// A kind of place that a rule asked to see.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Asked {
    /// The kind.
    pub hook: Hook,
    /// For parameters and schemas: only those with one of these members, a parameter's `schema`
    /// included. For other kinds: only of a document that has one of these members somewhere.
    /// `x-ms-*` is every member that begins so. Empty: all of them.
    pub members: &'static [&'static str],
}

/// A kind of place a rule can ask to see.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs)]
pub enum Hook {
    Spec,
    Scheme,
    Flow,
    Requirement,
    Operation,
    Parameter,
    Server,
    Address,
    Schema,
    Reference,
    Member,
}

impl Hook {
    /// Number of kinds.
    pub const COUNT: usize = 11;
}
