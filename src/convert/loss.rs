//! The loss report: everything that could not be carried over, with its place in the source.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

use crate::document::{NodeId, Pointer};
use crate::finding::Severity;
use crate::text::{SourceFile, Span};

/// One thing Swagger 2.0, or the target, has no place for.
#[derive(Clone, Debug)]
pub struct Loss {
    /// What sort of loss it is.
    pub kind: LossKind,
    /// The file it stands in: the input, or a file the input refers to.
    pub source: Arc<SourceFile>,
    /// The node, when it stands in the input itself.
    pub node: Option<NodeId>,
    /// Where in that file.
    pub pointer: Pointer,
    /// The bytes there.
    pub span: Span,
    /// What cannot be carried over.
    pub what: Cow<'static, str>,
    /// What stands in the result instead.
    pub instead: Cow<'static, str>,
    /// How bad it is.
    pub severity: Severity,
}

impl Loss {
    /// Losses of one kind and severity together, in the order of their first ones: a document that
    /// uses a construct uses it often, and what is to be decided is the same everywhere.
    pub fn by_kind<'l>(losses: &[&'l Self]) -> Vec<Vec<&'l Self>> {
        let mut out: Vec<Vec<&Self>> = Vec::new();
        for loss in losses {
            let same = |alike: &&mut Vec<&Self>| {
                alike[0].kind == loss.kind && alike[0].severity == loss.severity
            };
            match out.iter_mut().find(same) {
                Some(alike) => alike.push(loss),
                None => out.push(vec![loss]),
            }
        }
        out
    }

    /// Source order: by file as they were read, then by place, then by kind.
    fn order(&self, other: &Self) -> Ordering {
        (self.span.start, self.kind, &self.what).cmp(&(other.span.start, other.kind, &other.what))
    }

    /// True when both say the same about the same place.
    fn same(&self, other: &Self) -> bool {
        self.order(other) == Ordering::Equal && Arc::ptr_eq(&self.source, &other.source)
    }
}

/// Losses as they were come upon, each with the index of its file.
#[derive(Default)]
pub(super) struct Losses(Vec<(usize, Loss)>);

impl Losses {
    pub(super) fn add(&mut self, file: usize, loss: Loss) {
        self.0.push((file, loss));
    }

    pub(super) fn append(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// In source order, each once.
    pub(super) fn in_order(self) -> Vec<Loss> {
        let mut losses = self.0;
        losses.sort_by(|(a, x), (b, y)| a.cmp(b).then_with(|| x.order(y)));
        losses.dedup_by(|(_, x), (_, y)| x.same(y));
        losses.into_iter().map(|(_, loss)| loss).collect()
    }
}

impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = self.source.place(self.span.start);
        write!(
            f,
            "{}:{}:{} {} {} {}: {}; {}",
            self.source.name(),
            place.line,
            place.column,
            self.severity,
            self.kind,
            self.pointer,
            self.what,
            self.instead
        )
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $id:literal, $severity:ident;)*) => {
        /// The sorts of loss. Each has a stable name and one severity.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum LossKind {
            $($(#[$doc])* $name,)*
        }

        impl LossKind {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// Its stable name.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)* }
            }

            /// How bad it is: an error changes what a client must send or who may call, a warning
            /// describes less than the source did, information concerns documentation or names, and
            /// a hint says that something moved to an extension or was made explicit.
            pub const fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)* }
            }
        }
    };
}

kinds! {
    /// A second server, or one for a part of the document only.
    ServerDropped = "server-dropped", Warning;
    /// A server of one path or operation: calls would go to another address.
    ServerOverride = "server-override", Error;
    /// A server template was filled with a value.
    ServerVariable = "server-variable", Info;
    /// A server address that still holds a placeholder, or is no address.
    ServerPlaceholder = "server-placeholder", Error;
    /// A relative address, where only an absolute one may stand.
    UrlResolved = "url-resolved", Info;
    /// A path that does not begin with a slash, or stands twice.
    PathMalformed = "path-malformed", Warning;
    /// A path template names a parameter nobody declares.
    PathParameterAdded = "path-parameter-added", Info;
    /// A path parameter that no template names.
    PathParameterDropped = "path-parameter-dropped", Info;
    /// A method Swagger 2.0 does not know.
    MethodDropped = "method-dropped", Error;
    /// A webhook.
    WebhookDropped = "webhook-dropped", Warning;
    /// A callback.
    CallbackDropped = "callback-dropped", Warning;
    /// A callback that became a notification of the target.
    CallbackCarried = "callback-carried", Info;
    /// A link between operations.
    LinkDropped = "link-dropped", Info;
    /// An operation whose id another one has already.
    OperationIdRenamed = "operation-id-renamed", Warning;
    /// A parameter that cannot be sent.
    ParameterDropped = "parameter-dropped", Error;
    /// A parameter whose way of writing its value has no name in Swagger 2.0.
    ParameterStyle = "parameter-style", Warning;
    /// A parameter, header or form field whose value is described more loosely.
    ParameterType = "parameter-type", Warning;
    /// An object that is sent as several parameters.
    ParameterExpanded = "parameter-expanded", Info;
    /// A media type beside the one kept.
    MediaTypeDropped = "media-type-dropped", Warning;
    /// A header that the target sends itself.
    HeaderReserved = "header-reserved", Info;
    /// A request body that cannot be sent.
    BodyDropped = "body-dropped", Error;
    /// How a part of a form is written.
    EncodingDropped = "encoding-dropped", Warning;
    /// A form whose fields are not known.
    FormOpen = "form-open", Warning;
    /// A body that may be left out, whose form fields are required.
    FormOptional = "form-optional", Info;
    /// A range of status codes.
    StatusRange = "status-range", Warning;
    /// A response Swagger 2.0 demands and the source does not have.
    ResponseAdded = "response-added", Info;
    /// An example beside the one kept, or one that is elsewhere.
    ExampleDropped = "example-dropped", Hint;
    /// Something kept in an extension.
    ExtensionCarried = "extension-carried", Hint;
    /// `null` as a value, kept in an extension.
    NullableCarried = "nullable-carried", Hint;
    /// Several types for one value.
    TypeUnion = "type-union", Warning;
    /// Alternatives that became one schema.
    UnionMerged = "union-merged", Warning;
    /// An inheritance that became one schema.
    AllOfFlattened = "all-of-flattened", Info;
    /// A rule of a schema.
    KeywordDropped = "keyword-dropped", Warning;
    /// An annotation of a schema.
    AnnotationDropped = "annotation-dropped", Hint;
    /// A format the target does not know.
    FormatDropped = "format-dropped", Info;
    /// How a discriminator chooses.
    DiscriminatorDropped = "discriminator-dropped", Warning;
    /// What stands beside a `$ref`.
    RefSiblings = "ref-siblings", Hint;
    /// A list whose items differ by position.
    TupleMerged = "tuple-merged", Warning;
    /// A schema that allows nothing.
    NothingSchema = "nothing-schema", Warning;
    /// A required property that is not declared.
    PropertyAdded = "property-added", Hint;
    /// A member the specification does not know, or that Swagger 2.0 does not.
    MemberDropped = "member-dropped", Info;
    /// A member that is not what the specification says it is.
    InvalidMember = "invalid-member", Warning;
    /// A component whose name was changed.
    NameChanged = "name-changed", Info;
    /// A component nothing refers to.
    ComponentUnused = "component-unused", Info;
    /// A reference to nothing.
    ReferenceUnresolved = "reference-unresolved", Error;
    /// A reference to a place that is not read.
    ReferenceRemote = "reference-remote", Error;
    /// A security scheme that became one of another kind.
    SchemeChanged = "scheme-changed", Warning;
    /// A security scheme that cannot be expressed.
    SchemeDropped = "scheme-dropped", Error;
    /// An OAuth flow that became a scheme of its own.
    FlowSplit = "flow-split", Info;
    /// An OAuth flow that cannot be expressed.
    FlowDropped = "flow-dropped", Warning;
    /// An OAuth flow the target cannot run.
    FlowUnsupported = "flow-unsupported", Error;
    /// A security requirement that asks for less than it did.
    RequirementWeakened = "requirement-weakened", Error;
    /// Scopes of a scheme that has none in Swagger 2.0.
    ScopesDropped = "scopes-dropped", Warning;
    /// A limit of the target.
    LimitExceeded = "limit-exceeded", Error;
    /// Something the target refuses.
    TargetUnsupported = "target-unsupported", Warning;
}

impl fmt::Display for LossKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}
