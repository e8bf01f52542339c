//! What a rule sees, and where its findings go.

use std::borrow::Cow;
use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::members::Members;
use super::{Draft, Input, Level, RuleMeta, RuleSettings, SeverityProfile};
use crate::document::{Document, NodeId, NodeRef};
use crate::finding::{Finding, Severity};
use crate::schema::{Failure, validate};
use crate::secrets::Secrets;
use crate::spec::{EffectiveTransport, Operation, Parameter, Protection, Role, Spec};
use crate::target::Profile;

/// An operation with what is in force for it.
#[derive(Debug)]
pub struct OperationFacts<'d> {
    /// The operation.
    pub operation: Operation<'d>,
    /// Its protection after inheritance.
    pub protection: Protection<'d>,
    /// Its transport after inheritance.
    pub transport: EffectiveTransport<'d>,
    /// Its parameters with those of its path item.
    pub parameters: Vec<Parameter<'d>>,
}

impl<'d> OperationFacts<'d> {
    fn new(spec: &Spec<'d>, operation: &Operation<'d>) -> Self {
        Self {
            operation: *operation,
            protection: spec.protection(operation),
            transport: spec.transport(operation),
            parameters: spec.parameters(operation),
        }
    }
}

/// Where a requirement stands.
#[derive(Clone, Copy, Debug)]
pub enum Site<'a, 'd> {
    /// In the document's `security`.
    Root,
    /// In an operation's.
    Operation(&'a Operation<'d>),
    /// In that of an operation of a callback.
    Callback,
}

/// What all rules of a run share: what it looks at, and what is looked up there once.
pub(super) struct Shared<'a, 'd> {
    pub(super) input: Input<'a, 'd>,
    settings: &'a RuleSettings,
    secrets: OnceLock<Secrets>,
    operations: OnceLock<Vec<OperationFacts<'d>>>,
    operation_ids: OnceLock<FxHashMap<Cow<'d, str>, usize>>,
    schema_count: OnceLock<u64>,
    /// How many schemas stand before each node, and before the end.
    schemas_before: OnceLock<Box<[u32]>>,
    failures: OnceLock<Vec<Failure>>,
    members: Members,
}

impl<'a, 'd> Shared<'a, 'd> {
    pub(super) fn new(input: Input<'a, 'd>, settings: &'a RuleSettings) -> Self {
        Self {
            input,
            settings,
            secrets: OnceLock::new(),
            operations: OnceLock::new(),
            operation_ids: OnceLock::new(),
            schema_count: OnceLock::new(),
            schemas_before: OnceLock::new(),
            failures: OnceLock::new(),
            members: Members::default(),
        }
    }

    /// The secret values in the document and its companion, searched for when first asked.
    pub(super) fn secrets(&self) -> &Secrets {
        let (document, companion) = (self.input.spec.document(), self.input.companion);
        let search = || {
            self.secrets
                .get_or_init(|| Secrets::of(document, companion))
        };
        self.input.secrets.unwrap_or_else(search)
    }

    /// Every operation with what is in force for it. A path item used by two paths is judged once,
    /// where it stands.
    pub(super) fn operations(&self) -> &[OperationFacts<'d>] {
        self.operations.get_or_init(|| {
            let spec = self.input.spec;
            let mut seen = FxHashSet::default();
            let all = spec.operations().iter();
            all.filter(|operation| seen.insert(operation.node.id()))
                .map(|operation| OperationFacts::new(spec, operation))
                .collect()
        })
    }

    fn operation_ids(&self) -> &FxHashMap<Cow<'d, str>, usize> {
        self.operation_ids.get_or_init(|| {
            let mut known = FxHashMap::default();
            for (at, facts) in self.operations().iter().enumerate() {
                if let Some(id) = facts.operation.operation_id() {
                    known.entry(id.text()).or_insert(at);
                }
            }
            known
        })
    }

    fn members(&self, name: &str) -> &[NodeId] {
        let document = self.input.spec.document();
        let symbol = document.symbols().lookup(name);
        symbol.map_or(&[], |symbol| self.members.of(document, symbol))
    }

    fn schema_count(&self) -> u64 {
        let count = || self.input.spec.count_of(Role::Schema);
        *self.schema_count.get_or_init(count)
    }

    fn schemas_below(&self, node: NodeRef<'_>) -> u64 {
        let before = self.schemas_before.get_or_init(|| {
            let mut count = 0;
            let counts = self.input.spec.roles().iter().map(|role| {
                count += u32::from(*role == Role::Schema);
                count
            });
            std::iter::once(0).chain(counts).collect()
        });
        let (from, to) = (node.id().index(), node.node().next.index());
        u64::from(before[to] - before[from])
    }

    fn failures(&self) -> &[Failure] {
        let spec = self.input.spec;
        let validate = || validate(spec.document(), spec.version());
        self.failures.get_or_init(validate)
    }
}

/// What a rule sees while it checks one document.
pub struct Context<'a, 'd> {
    shared: &'a Shared<'a, 'd>,
    rule: &'static RuleMeta,
    findings: Vec<Finding>,
}

impl<'a, 'd> Context<'a, 'd> {
    pub(super) fn new(shared: &'a Shared<'a, 'd>) -> Self {
        Self {
            shared,
            rule: &NO_RULE,
            findings: Vec::new(),
        }
    }

    /// The document in its vocabulary.
    pub fn spec(&self) -> &'a Spec<'d> {
        self.shared.input.spec
    }

    /// The document.
    pub fn document(&self) -> &'d Document {
        self.spec().document()
    }

    /// The platform the document is meant for.
    pub fn target(&self) -> &'static Profile {
        self.shared.input.target
    }

    /// Whose eyes it is judged with.
    pub fn profile(&self) -> SeverityProfile {
        self.shared.settings.profile
    }

    /// True in profile `connector`.
    pub fn is_connector(&self) -> bool {
        self.profile() == SeverityProfile::Connector
    }

    /// The `apiProperties.json` beside the document, when it is there and can be read.
    pub fn companion(&self) -> Option<&'a Document> {
        self.shared.input.companion
    }

    /// The secret values in the document and its companion, searched for when first asked.
    pub fn secrets(&self) -> &'a Secrets {
        self.shared.secrets()
    }

    /// Every operation with what is in force for it.
    pub fn operations(&self) -> &'a [OperationFacts<'d>] {
        self.shared.operations()
    }

    /// Where among [`Self::operations`] each `operationId` stands, of equal ones the first;
    /// gathered when first asked.
    pub fn operation_ids(&self) -> &'a FxHashMap<Cow<'d, str>, usize> {
        self.shared.operation_ids()
    }

    /// Every member of this name, wherever it stands, in document order; gathered when first asked.
    pub fn members(&self, name: &str) -> &'a [NodeId] {
        self.shared.members(name)
    }

    /// How many schemas the document has, nested ones included, counted when first asked.
    pub fn schema_count(&self) -> u64 {
        self.shared.schema_count()
    }

    /// How many schemas stand below a node, or in it, references not followed.
    pub fn schemas_below(&self, node: NodeRef<'_>) -> u64 {
        self.shared.schemas_below(node)
    }

    /// What the document does that its version does not allow, looked for when first asked.
    pub fn failures(&self) -> &'a [Failure] {
        self.shared.failures()
    }

    /// A number option of the rule at work.
    pub fn number(&self, name: &'static str) -> u64 {
        self.shared.settings.options.number(self.rule, name)
    }

    /// A switch of the rule at work.
    pub fn switch(&self, name: &'static str) -> bool {
        self.shared.settings.options.switch(self.rule, name)
    }

    /// True when a list option of the rule at work holds `text`, case aside.
    pub fn list_has(&self, name: &'static str, text: &str) -> bool {
        self.shared.settings.options.list_has(self.rule, name, text)
    }

    /// Report a finding of the rule at work.
    pub fn report(&mut self, draft: Draft) {
        let (level, configured) = self.shared.settings.level(self.rule);
        let Level::On(usual) = level else { return };
        let severity = match draft.severity {
            Some(own) if !configured => own,
            _ => usual,
        };
        self.findings.push(draft.finish(self.rule.id, severity));
    }

    /// Report on a value: message and the words at the caret.
    pub fn report_value(
        &mut self,
        node: NodeRef<'_>,
        message: impl Into<String>,
        label: impl Into<String>,
    ) {
        self.report(Draft::value(node, message).label(label));
    }

    pub(super) fn at_work(&mut self, rule: &'static RuleMeta) {
        self.rule = rule;
    }

    /// The findings since the last call.
    pub(super) fn take_findings(&mut self) -> Vec<Finding> {
        std::mem::take(&mut self.findings)
    }
}

impl Draft {
    fn finish(self, rule: &'static str, severity: Severity) -> Finding {
        let mut finding = Finding::new(rule, severity, self.message, self.primary);
        finding.note = self.note;
        finding.help = self.help;
        finding.related = self.related;
        finding.arguments = self.arguments;
        finding.fix = self.fix;
        finding.secrets = self.secrets;
        finding
    }
}

/// Stands in before the first rule is at work.
static NO_RULE: RuleMeta = RuleMeta {
    id: "",
    family: super::Family::Structure,
    severity: super::Severities {
        api: Level::Off,
        connector: Level::Off,
    },
    fix: None,
    versions: &[],
    since: "",
    formerly: &[],
    references: &[],
    options: &[],
    hooks: &[],
    docs: "",
};
