//! One walk of the document for all rules.

use std::sync::OnceLock;
use std::thread::{self, Scope};

use super::by_member::ByMember;
use super::{Address, Context, Hook, OperationFacts, Rule, RuleSettings, Site, address};
use crate::document::{Document, NodeId, NodeRef, key};
use crate::finding::Finding;
use crate::secrets::Secrets;
use crate::spec::{Parameter, Requirements, Role, Server, Spec};
use crate::target::Profile;

/// What a run looks at.
#[derive(Clone, Copy)]
pub struct Input<'a, 'd> {
    /// The document in its vocabulary.
    pub spec: &'a Spec<'d>,
    /// The platform it is meant for.
    pub target: &'static Profile,
    /// The `apiProperties.json` beside it.
    pub companion: Option<&'a Document>,
    /// The secrets of both, when they are known; else they are searched for when a rule asks.
    pub secrets: Option<&'a Secrets>,
}

/// Run rules over a document. Findings come in source order, of one place by rule id.
pub fn run(input: Input<'_, '_>, rules: &[&dyn Rule], settings: &RuleSettings) -> Vec<Finding> {
    let version = input.spec.version();
    let mut active = settings.active(rules);
    active.retain(|rule| rule.meta().versions.contains(&version));
    let secrets = input
        .secrets
        .map_or_else(OnceLock::new, |known| known.clone().into());
    let mut findings = thread::scope(|scope| {
        search_beside(scope, input, &secrets);
        walk(input, &active, settings, &secrets)
    });
    findings.sort_by(|a, b| order(a).cmp(&order(b)));
    findings
}

/// From which length of a document on its secrets are searched for on another core.
const LARGE: usize = 1 << 20;

/// Search for the secrets of a large document while the rules walk over it. Whoever asks for them
/// waits, or searches itself when no thread could be had. The thread is none of the pool that works
/// on many files: who waits there takes up another file meanwhile, one inside the other.
fn search_beside<'s>(
    scope: &'s Scope<'s, '_>,
    input: Input<'s, '_>,
    secrets: &'s OnceLock<Secrets>,
) {
    let (document, companion) = (input.spec.document(), input.companion);
    if document.text().len() >= LARGE {
        let search = move || _ = secrets.get_or_init(|| Secrets::of(document, companion));
        _ = thread::Builder::new().spawn_scoped(scope, search);
    }
}

fn walk(
    input: Input<'_, '_>,
    active: &[&dyn Rule],
    settings: &RuleSettings,
    secrets: &OnceLock<Secrets>,
) -> Vec<Finding> {
    let operations = operation_facts(input.spec);
    let document = input.spec.document();
    let mut walk = Walk {
        hooks: Hooks::new(active),
        parameters: ByMember::new(active, Hook::Parameter, document),
        schemas: ByMember::new(active, Hook::Schema, document),
        cx: Context::new(input, settings, &operations, secrets),
    };
    walk.schemes();
    walk.requirements();
    walk.operations(&operations);
    walk.addresses();
    walk.nodes();
    // last, as some of its rules wait for the secrets
    walk.whole();
    walk.cx.into_findings()
}

fn order(finding: &Finding) -> (u32, u32, &str, &str) {
    let span = finding.primary.span;
    (span.start, span.end, finding.rule, &finding.message)
}

fn operation_facts<'d>(spec: &Spec<'d>) -> Vec<OperationFacts<'d>> {
    let mut seen = rustc_hash::FxHashSet::default();
    spec.operations()
        .iter()
        // a path item used by two paths is judged once, where it stands
        .filter(|operation| seen.insert(operation.node.id()))
        .map(|operation| OperationFacts::new(spec, operation))
        .collect()
}

/// The rules by the kind of place they asked for.
struct Hooks<'r> {
    by_hook: [Vec<&'r dyn Rule>; Hook::COUNT],
}

impl<'r> Hooks<'r> {
    fn new(rules: &[&'r dyn Rule]) -> Self {
        let mut by_hook: [Vec<&'r dyn Rule>; Hook::COUNT] = Default::default();
        for rule in rules {
            for asked in rule.meta().hooks {
                by_hook[asked.hook as usize].push(*rule);
            }
        }
        Self { by_hook }
    }

    fn wants(&self, hook: Hook) -> bool {
        !self.by_hook[hook as usize].is_empty()
    }
}

struct Walk<'r, 'a, 'd> {
    hooks: Hooks<'r>,
    parameters: ByMember<'r>,
    schemas: ByMember<'r>,
    cx: Context<'a, 'd>,
}

impl<'a, 'd> Walk<'_, 'a, 'd> {
    fn each(&mut self, hook: Hook, mut check: impl FnMut(&dyn Rule, &mut Context<'a, 'd>)) {
        for rule in &self.hooks.by_hook[hook as usize] {
            self.cx.at_work(*rule);
            check(*rule, &mut self.cx);
        }
    }

    fn whole(&mut self) {
        self.each(Hook::Spec, |rule, cx| rule.check_spec(cx));
    }

    fn schemes(&mut self) {
        let spec = self.cx.spec();
        for scheme in spec.distinct_schemes() {
            self.each(Hook::Scheme, |rule, cx| rule.check_scheme(cx, scheme));
            for flow in scheme.flows() {
                self.each(Hook::Flow, |rule, cx| rule.check_flow(cx, scheme, flow));
            }
        }
    }

    fn requirements(&mut self) {
        if !self.hooks.wants(Hook::Requirement) {
            return;
        }
        if let Some(root) = self.cx.spec().requirements() {
            self.alternatives(root, Site::Root);
        }
        for facts in self.cx.operations {
            let own = facts.operation.node.member(key::SECURITY);
            if let (Some(_), Some(requirements)) = (own, facts.protection.requirements()) {
                self.alternatives(requirements, Site::Operation(&facts.operation));
            }
        }
    }

    fn alternatives(&mut self, requirements: &Requirements<'d>, site: Site<'_, 'd>) {
        for requirement in requirements.alternatives.iter() {
            self.each(Hook::Requirement, |rule, cx| {
                rule.check_requirement(cx, requirement, site);
            });
        }
    }

    fn operations(&mut self, operations: &[OperationFacts<'d>]) {
        for facts in operations {
            self.each(Hook::Operation, |rule, cx| rule.check_operation(cx, facts));
        }
    }

    fn addresses(&mut self) {
        if !self.hooks.wants(Hook::Address) {
            return;
        }
        let all: Vec<Address<'d>> = address::addresses(self.cx.spec());
        for address in &all {
            self.each(Hook::Address, |rule, cx| rule.check_address(cx, address));
        }
    }

    /// The one linear walk over all nodes, for rules that look at what stands anywhere.
    fn nodes(&mut self) {
        let document = self.cx.document();
        let wants_references = self.hooks.wants(Hook::Reference);
        for id in (0..document.nodes().len() as u32).map(NodeId) {
            let node = document.node(id);
            if wants_references && node.key == key::REF {
                self.reference(document.at(id));
            }
            match self.cx.spec().role(id) {
                Role::Parameter => self.parameter(document.at(id)),
                Role::Server => self.server(document.at(id)),
                Role::Schema => self.schema(document.at(id)),
                Role::Requirements => self.callback(document.at(id)),
                _ => {}
            }
        }
    }

    fn reference(&mut self, node: NodeRef<'d>) {
        if node.is_string() {
            self.each(Hook::Reference, |rule, cx| rule.check_reference(cx, node));
        }
    }

    /// The `security` of an operation that stands in a callback: those are no operations of the API.
    fn callback(&mut self, node: NodeRef<'d>) {
        let spec = self.cx.spec();
        let mut around = std::iter::successors(node.parent(), |inner| inner.parent());
        let inside = around.nth(2).map(|outer| spec.role(outer.id()));
        if inside == Some(Role::Callback) && self.hooks.wants(Hook::Requirement) {
            self.alternatives(&spec.requirements_at(node), Site::Callback);
        }
    }

    fn parameter(&mut self, node: NodeRef<'d>) {
        if node.is_alias() || !node.is_object() || node.member(key::REF).is_some() {
            return;
        }
        let parameter = Parameter::new(node, node);
        let described = std::iter::once(node).chain(node.member(key::SCHEMA));
        for rule in self.parameters.of(described) {
            self.cx.at_work(rule);
            rule.check_parameter(&mut self.cx, &parameter);
        }
    }

    fn server(&mut self, node: NodeRef<'d>) {
        if !node.is_alias() && node.is_object() {
            let server = Server { node };
            self.each(Hook::Server, |rule, cx| rule.check_server(cx, &server));
        }
    }

    fn schema(&mut self, node: NodeRef<'d>) {
        if node.is_alias() || !node.is_object() {
            return;
        }
        for rule in self.schemas.of([node]) {
            self.cx.at_work(rule);
            rule.check_schema(&mut self.cx, node);
        }
    }
}
