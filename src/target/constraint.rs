//! What a platform takes. Every member starts as "no limit known".

use super::{AuthKind, FlowKind, Version};
use crate::document::Format;

/// What a platform takes. [`Constraints::NONE`] limits nothing; a profile names only what its
/// evidence backs.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own, said by a page of its own"
)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Constraints {
    /// Versions of the specification it takes; `None` when no limit is known.
    pub versions: Option<&'static [Version]>,
    /// Syntaxes it takes; `None` when no limit is known.
    pub formats: Option<&'static [Format]>,
    /// The most security schemes a document may declare.
    pub max_schemes: Option<usize>,
    /// Kinds of security scheme it can use; an empty list refuses every scheme.
    pub kinds: Option<&'static [AuthKind]>,
    /// OAuth 2 flows it can use.
    pub flows: Option<&'static [FlowKind]>,
    /// Where it reads `security`.
    pub security: SecurityLevel,
    /// Of several schemes it silently takes the first.
    pub takes_first: bool,
    /// A requirement may name several schemes together.
    pub combines: bool,
    /// Several requirements may stand side by side as alternatives.
    pub alternates: bool,
    /// It calls encrypted servers only.
    pub https_only: bool,
    /// Members it demands although the specification does not.
    pub required: &'static [Required],
    /// Members of the specification it refuses or drops.
    pub unsupported: &'static [&'static str],
    /// Sizes and counts.
    pub limits: &'static [Limit],
    /// What it has to do with Microsoft's custom connectors.
    pub connectors: Connectors,
}

impl Constraints {
    /// No limit known.
    pub const NONE: Self = Self {
        versions: None,
        formats: None,
        max_schemes: None,
        kinds: None,
        flows: None,
        security: SecurityLevel::Operations,
        takes_first: false,
        combines: true,
        alternates: true,
        https_only: false,
        required: &[],
        unsupported: &[],
        limits: &[],
        connectors: Connectors::None,
    };

    /// True when it takes documents of this version.
    pub fn takes_version(&self, version: Version) -> bool {
        self.versions.is_none_or(|known| known.contains(&version))
    }

    /// True when it can use schemes of this kind.
    pub fn takes_kind(&self, kind: AuthKind) -> bool {
        self.kinds.is_none_or(|known| known.contains(&kind))
    }

    /// True when it can use this OAuth 2 flow.
    pub fn takes_flow(&self, flow: FlowKind) -> bool {
        self.flows.is_none_or(|known| known.contains(&flow))
    }

    /// True when it takes documents of this syntax.
    pub fn takes_format(&self, format: Format) -> bool {
        self.formats.is_none_or(|known| known.contains(&format))
    }

    /// The limit on this size or count, when one is known.
    pub fn limit(&self, what: LimitKind) -> Option<&'static Limit> {
        self.limits.iter().find(|limit| limit.what == what)
    }

    /// True when it demands this member.
    pub fn requires(&self, what: Required) -> bool {
        self.required.contains(&what)
    }
}

/// What a platform has to do with Microsoft's custom connectors, from least to most; each includes
/// what stands before it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Connectors {
    /// Nothing that is known.
    None,
    /// It runs them, so their validator sees the document.
    Runs,
    /// It makes one of the document, which must be as a connector's.
    Makes,
    /// It keeps their properties in a file beside the document, parameter sets included.
    Keeps,
}

impl Connectors {
    /// The words for it in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "nothing known",
            Self::Runs => "runs them",
            Self::Makes => "makes one of the document",
            Self::Keeps => "makes one of the document, its properties in a file beside it",
        }
    }
}

/// Where a platform reads `security`, from most to least.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum SecurityLevel {
    /// At the root and on operations, as the specification says; also where nothing is known.
    Operations,
    /// At the root only: one credential serves every operation.
    RootOnly,
    /// Nowhere: security is set up apart from the document.
    Ignored,
    /// A document that has it is refused.
    Refused,
}

impl SecurityLevel {
    /// The word for it in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Operations => "root and operations",
            Self::RootOnly => "root only",
            Self::Ignored => "ignored",
            Self::Refused => "refused",
        }
    }
}

/// A size or count, and its bounds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limit {
    /// What is measured.
    pub what: LimitKind,
    /// The least allowed.
    pub min: u64,
    /// The most allowed.
    pub max: u64,
}

impl Limit {
    /// At most `max`.
    pub const fn at_most(what: LimitKind, max: u64) -> Self {
        Self { what, min: 0, max }
    }

    /// At least `min`, at most `max`.
    pub const fn between(what: LimitKind, min: u64, max: u64) -> Self {
        Self { what, min, max }
    }
}

/// What a limit measures.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum LimitKind {
    /// Bytes of the document.
    DocumentBytes,
    /// Characters of the document.
    DocumentChars,
    /// Characters of the document when it is YAML and that limit differs.
    YamlChars,
    /// Operations in the document.
    Operations,
    /// Schemas that one body refers to, itself and nested ones counted.
    SchemasPerBody,
    /// Schemas that one operation refers to.
    SchemasPerOperation,
    /// Characters of `info.title`.
    TitleChars,
    /// Characters of `info.description`.
    DescriptionChars,
    /// Characters of an operation's `summary`.
    SummaryChars,
    /// Characters of an operation's `description`.
    OperationDescriptionChars,
    /// Characters of a parameter's `description`.
    ParameterDescriptionChars,
    /// Characters of `x-ms-summary`.
    LabelChars,
    /// Categories in `x-ms-connector-metadata`.
    Categories,
    /// Characters of a server URL with its path.
    ServerUrlChars,
    /// Bytes of the script beside the document.
    ScriptBytes,
}

impl LimitKind {
    /// The words for it in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::DocumentBytes => "bytes of the document",
            Self::DocumentChars => "characters of the document",
            Self::YamlChars => "characters of a YAML document",
            Self::Operations => "operations",
            Self::SchemasPerBody => "schemas per body",
            Self::SchemasPerOperation => "schemas per operation",
            Self::TitleChars => "characters of the title",
            Self::DescriptionChars => "characters of the description",
            Self::SummaryChars => "characters of an operation's summary",
            Self::OperationDescriptionChars => "characters of an operation's description",
            Self::ParameterDescriptionChars => "characters of a parameter's description",
            Self::LabelChars => "characters of `x-ms-summary`",
            Self::Categories => "categories",
            Self::ServerUrlChars => "characters of the server's URL",
            Self::ScriptBytes => "bytes of the script",
        }
    }
}

/// A member a platform demands although the specification does not.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Required {
    /// `operationId` on every operation.
    OperationId,
    /// `description` on every operation.
    OperationDescription,
    /// `host` (Swagger 2.0) or one server (3.x).
    Server,
}

impl Required {
    /// The words for it in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::OperationId => "`operationId` on every operation",
            Self::OperationDescription => "`description` on every operation",
            Self::Server => "a host or server",
        }
    }
}
