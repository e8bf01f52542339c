//! What a rule sees, and where its findings go.

use std::cell::OnceCell;
use std::rc::Rc;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::{Draft, Input, Level, Rule, RuleMeta, RuleSettings, SeverityProfile};
use crate::document::{Document, NodeId, NodeRef, key};
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
    pub(super) fn new(spec: &Spec<'d>, operation: &Operation<'d>) -> Self {
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

/// What a rule sees while it checks one document.
pub struct Context<'a, 'd> {
    spec: &'a Spec<'d>,
    target: &'static Profile,
    settings: &'a RuleSettings,
    companion: Option<&'a Document>,
    pub(super) operations: &'a [OperationFacts<'d>],
    rule: &'static RuleMeta,
    findings: Vec<Finding>,
    secrets: &'a OnceLock<Secrets>,
    operation_ids: OnceCell<Rc<FxHashMap<String, usize>>>,
    schema_count: OnceCell<u64>,
    failures: OnceCell<Rc<Vec<Failure>>>,
    references: OnceCell<Rc<[NodeId]>>,
}

impl<'a, 'd> Context<'a, 'd> {
    pub(super) fn new(
        input: Input<'a, 'd>,
        settings: &'a RuleSettings,
        operations: &'a [OperationFacts<'d>],
        secrets: &'a OnceLock<Secrets>,
    ) -> Self {
        Self {
            spec: input.spec,
            target: input.target,
            settings,
            companion: input.companion,
            operations,
            rule: &NO_RULE,
            findings: Vec::new(),
            secrets,
            operation_ids: OnceCell::new(),
            schema_count: OnceCell::new(),
            failures: OnceCell::new(),
            references: OnceCell::new(),
        }
    }

    /// The document in its vocabulary.
    pub fn spec(&self) -> &'a Spec<'d> {
        self.spec
    }

    /// The document.
    pub fn document(&self) -> &'d Document {
        self.spec.document()
    }

    /// The platform the document is meant for.
    pub fn target(&self) -> &'static Profile {
        self.target
    }

    /// Whose eyes it is judged with.
    pub fn profile(&self) -> SeverityProfile {
        self.settings.profile
    }

    /// True in profile `connector`.
    pub fn is_connector(&self) -> bool {
        self.settings.profile == SeverityProfile::Connector
    }

    /// The `apiProperties.json` beside the document, when it is there and can be read.
    pub fn companion(&self) -> Option<&'a Document> {
        self.companion
    }

    /// The secret values in the document and its companion, searched for when first asked.
    pub fn secrets(&self) -> &'a Secrets {
        let search = || Secrets::of(self.document(), self.companion);
        self.secrets.get_or_init(search)
    }

    /// Every operation with what is in force for it.
    pub fn operations(&self) -> &'a [OperationFacts<'d>] {
        self.operations
    }

    /// Where in the document's operations each `operationId` stands, of equal ones the first;
    /// gathered when first asked.
    pub fn operation_ids(&self) -> Rc<FxHashMap<String, usize>> {
        let gather = || {
            let mut known = FxHashMap::default();
            for (at, operation) in self.spec.operations().iter().enumerate() {
                if let Some(id) = operation.operation_id() {
                    let id = id.text().into_owned();
                    known.entry(id).or_insert(at);
                }
            }
            Rc::new(known)
        };
        Rc::clone(self.operation_ids.get_or_init(gather))
    }

    /// How many schemas the document has, nested ones included, counted when first asked.
    pub fn schema_count(&self) -> u64 {
        *self
            .schema_count
            .get_or_init(|| self.spec.count_of(Role::Schema))
    }

    /// What the document does that its version does not allow, looked for when first asked.
    pub fn failures(&self) -> Rc<Vec<Failure>> {
        let validate = || Rc::new(validate(self.document(), self.spec.version()));
        Rc::clone(self.failures.get_or_init(validate))
    }

    /// Every member `$ref`, in document order, gathered when first asked.
    pub fn references(&self) -> Rc<[NodeId]> {
        let nodes = self.document().nodes().iter().zip(0..);
        let gather = || {
            let references = nodes.filter(|(node, _)| node.key == key::REF);
            references.map(|(_, id)| NodeId(id)).collect()
        };
        Rc::clone(self.references.get_or_init(gather))
    }

    /// A number option of the rule at work.
    pub fn number(&self, name: &'static str) -> u64 {
        self.settings.options.number(self.rule, name)
    }

    /// A switch of the rule at work.
    pub fn switch(&self, name: &'static str) -> bool {
        self.settings.options.switch(self.rule, name)
    }

    /// True when a list option of the rule at work holds `text`, case aside.
    pub fn list_has(&self, name: &'static str, text: &str) -> bool {
        self.settings.options.list_has(self.rule, name, text)
    }

    /// Report a finding of the rule at work.
    pub fn report(&mut self, draft: Draft) {
        let (level, configured) = self.settings.level(self.rule);
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

    pub(super) fn at_work(&mut self, rule: &dyn Rule) {
        self.rule = rule.meta();
    }

    pub(super) fn into_findings(self) -> Vec<Finding> {
        self.findings
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
