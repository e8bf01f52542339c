//! One walk of the document for all rules.

use std::ops::Range;

use super::by_member::{Beginning, ByMember};
use super::context::Shared;
use super::rule_set::{Active, Sorted};
use super::{Address, Context, Family, Hook, Rule, RuleSet, RuleSettings, Site, address};
use crate::document::{Document, NodeId, NodeRef, PICK, key, picked};
use crate::finding::Finding;
use crate::secrets::Secrets;
use crate::spec::{Parameter, Protection, Requirements, Role, Server, Spec};
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
    RuleSet::new(rules, settings.clone()).run(input)
}

pub(super) fn order(finding: &Finding) -> (u32, u32, &str, &str) {
    let span = finding.primary.span;
    (span.start, span.end, finding.rule, &finding.message)
}

/// A part of the walk. Parts can be walked in any order, side by side.
pub(super) enum Part {
    /// The search for secrets, which rules of the whole document wait for.
    Secrets,
    /// Schemes and their flows.
    Schemes,
    Requirements,
    /// Some of the operations.
    Operations(Range<usize>),
    Addresses,
    /// Some of the nodes, for rules that look at what stands anywhere.
    Nodes(Range<u32>),
    /// One of the rules that look at the document as a whole.
    Whole(usize),
}

/// The rules by the kind of place they asked for.
struct Hooks<'r> {
    by_hook: [Vec<Active<'r>>; Hook::COUNT],
}

impl<'r> Hooks<'r> {
    /// Those that a document has the members for.
    fn new(sorted: &Sorted<'r>, document: &Document) -> Self {
        let has = |name: &&str| match name.strip_suffix('*') {
            Some(beginning) => document
                .symbols()
                .beginning_with(beginning)
                .next()
                .is_some(),
            None => document.has_key(name),
        };
        let by_hook = sorted.by_hook.each_ref().map(|rules| {
            let mut met = Vec::with_capacity(rules.len());
            for (rule, members) in rules {
                if members.is_empty() || members.iter().any(has) {
                    met.push(*rule);
                }
            }
            met
        });
        Self { by_hook }
    }

    fn wants(&self, hook: Hook) -> bool {
        !self.by_hook[hook as usize].is_empty()
    }
}

/// The rules of a run, and what they look at.
pub(super) struct Walk<'r, 'a, 'd> {
    pub(super) shared: &'a Shared<'a, 'd>,
    hooks: Hooks<'r>,
    parameters: ByMember<'r, 'r>,
    schemas: ByMember<'r, 'r>,
    members: ByMember<'r, 'r>,
    /// By symbol: true for the keys whose values rules ask for, whatever these are.
    called: Vec<bool>,
}

impl<'r, 'a, 'd> Walk<'r, 'a, 'd> {
    pub(super) fn new(shared: &'a Shared<'a, 'd>, sorted: &'r Sorted<'r>) -> Self {
        let document = shared.input.spec.document();
        let mut known = Beginning::default();
        let mut by_member = |asking| ByMember::new(asking, document, &mut known);
        let (parameters, schemas) = (by_member(&sorted.parameters), by_member(&sorted.schemas));
        let members = by_member(&sorted.members);
        let mut called = members.called();
        if let Some(references) = called.get_mut(key::REF.index()) {
            *references = true;
        }
        Self {
            shared,
            hooks: Hooks::new(sorted, document),
            parameters,
            schemas,
            members,
            called,
        }
    }

    /// How many rules look at the document as a whole.
    pub(super) fn count_whole(&self) -> usize {
        self.hooks.by_hook[Hook::Spec as usize].len()
    }

    /// True when one of them looks at what was found in all texts.
    pub(super) fn waits_for_secrets(&self, at: usize) -> bool {
        let active = self.hooks.by_hook[Hook::Spec as usize][at];
        active.meta.family == Family::Secrets
    }

    /// Walk a part.
    pub(super) fn part(&self, part: &Part, cx: &mut Context<'a, 'd>) {
        match part {
            Part::Secrets => _ = self.shared.secrets(),
            Part::Schemes => self.schemes(cx),
            Part::Requirements => self.requirements(cx),
            Part::Operations(some) => self.operations(cx, some.clone()),
            Part::Addresses => self.addresses(cx),
            Part::Nodes(some) => self.nodes(cx, some.clone()),
            Part::Whole(at) => {
                let active = self.hooks.by_hook[Hook::Spec as usize][*at];
                cx.at_work(active.meta);
                active.rule.check_spec(cx);
            }
        }
    }

    fn each(
        &self,
        cx: &mut Context<'a, 'd>,
        hook: Hook,
        mut check: impl FnMut(&dyn Rule, &mut Context<'a, 'd>),
    ) {
        for Active { rule, meta } in &self.hooks.by_hook[hook as usize] {
            cx.at_work(meta);
            check(*rule, cx);
        }
    }

    fn schemes(&self, cx: &mut Context<'a, 'd>) {
        let spec = cx.spec();
        for scheme in spec.distinct_schemes() {
            self.each(cx, Hook::Scheme, |rule, cx| rule.check_scheme(cx, scheme));
            for flow in scheme.flows() {
                self.each(cx, Hook::Flow, |rule, cx| rule.check_flow(cx, scheme, flow));
            }
        }
    }

    fn requirements(&self, cx: &mut Context<'a, 'd>) {
        if !self.hooks.wants(Hook::Requirement) {
            return;
        }
        if let Some(root) = cx.spec().requirements() {
            self.alternatives(cx, root, Site::Root);
        }
        for facts in cx.operations() {
            if let Protection::Own(requirements) = &facts.protection {
                self.alternatives(cx, requirements, Site::Operation(&facts.operation));
            }
        }
    }

    fn alternatives(
        &self,
        cx: &mut Context<'a, 'd>,
        requirements: &Requirements<'d>,
        site: Site<'_, 'd>,
    ) {
        for requirement in requirements.alternatives.iter() {
            self.each(cx, Hook::Requirement, |rule, cx| {
                rule.check_requirement(cx, requirement, site);
            });
        }
    }

    fn operations(&self, cx: &mut Context<'a, 'd>, some: Range<usize>) {
        // path items used twice leave fewer facts than there are operations
        for facts in cx.operations().iter().take(some.end).skip(some.start) {
            self.each(cx, Hook::Operation, |rule, cx| {
                rule.check_operation(cx, facts);
            });
        }
    }

    fn addresses(&self, cx: &mut Context<'a, 'd>) {
        if !self.hooks.wants(Hook::Address) {
            return;
        }
        for address in address::addresses(cx.spec()) {
            self.address(cx, &address);
        }
    }

    fn address(&self, cx: &mut Context<'a, 'd>, address: &Address<'d>) {
        self.each(cx, Hook::Address, |rule, cx| {
            rule.check_address(cx, address);
        });
    }

    fn nodes(&self, cx: &mut Context<'a, 'd>, some: Range<u32>) {
        for first in some.clone().step_by(PICK) {
            let last = some.end.min(first + PICK as u32);
            for id in self.with_rules(cx.spec(), first..last) {
                self.node(cx, cx.document().at(id));
            }
        }
    }

    fn node(&self, cx: &mut Context<'a, 'd>, node: NodeRef<'d>) {
        self.member(cx, node);
        if node.key_symbol() == key::REF {
            self.reference(cx, node);
        }
        match cx.spec().role(node.id()) {
            Role::Parameter => self.parameter(cx, node),
            Role::Server => self.server(cx, node),
            Role::Schema => self.schema(cx, node),
            Role::Requirements => self.callback(cx, node),
            _ => {}
        }
    }

    fn reference(&self, cx: &mut Context<'a, 'd>, node: NodeRef<'d>) {
        if node.is_string() && self.hooks.wants(Hook::Reference) {
            self.each(cx, Hook::Reference, |rule, cx| {
                rule.check_reference(cx, node);
            });
        }
    }

    /// The `security` of an operation that stands in a callback: those are no operations of the API.
    fn callback(&self, cx: &mut Context<'a, 'd>, node: NodeRef<'d>) {
        let spec = cx.spec();
        let mut around = std::iter::successors(node.parent(), |inner| inner.parent());
        let inside = around.nth(2).map(|outer| spec.role(outer.id()));
        if inside == Some(Role::Callback) && self.hooks.wants(Hook::Requirement) {
            self.alternatives(cx, &spec.requirements_at(node), Site::Callback);
        }
    }

    fn parameter(&self, cx: &mut Context<'a, 'd>, node: NodeRef<'d>) {
        if node.is_alias() || !node.is_object() || node.member(key::REF).is_some() {
            return;
        }
        let parameter = Parameter::new(node, node);
        let described = std::iter::once(node).chain(node.member(key::SCHEMA));
        for active in self.parameters.of(described) {
            cx.at_work(active.meta);
            active.rule.check_parameter(cx, &parameter);
        }
    }

    fn server(&self, cx: &mut Context<'a, 'd>, node: NodeRef<'d>) {
        if let Some(address) = address::of_server(node) {
            self.address(cx, &address);
        }
        if !node.is_alias() && node.is_object() {
            let server = Server { node };
            self.each(cx, Hook::Server, |rule, cx| rule.check_server(cx, &server));
        }
    }

    fn schema(&self, cx: &mut Context<'a, 'd>, node: NodeRef<'d>) {
        if node.is_alias() || !node.is_object() {
            return;
        }
        for active in self.schemas.of([node]) {
            cx.at_work(active.meta);
            active.rule.check_schema(cx, node);
        }
    }

    fn member(&self, cx: &mut Context<'a, 'd>, node: NodeRef<'d>) {
        for active in self.members.of_key(node.key_symbol()) {
            cx.at_work(active.meta);
            active.rule.check_member(cx, node);
        }
    }

    /// The nodes that rules may look at.
    fn with_rules(&self, spec: &Spec<'_>, some: Range<u32>) -> impl Iterator<Item = NodeId> {
        let range = some.start as usize..some.end as usize;
        let nodes = spec.document().nodes()[range.clone()].iter();
        let wanted = nodes.zip(&spec.roles()[range]).map(|(node, role)| {
            let called = self.called.get(node.key.index());
            let called = called.map_or(0, |one| u64::from(*one));
            (called | WITH_RULES >> *role as u8) & 1 == 1
        });
        picked(NodeId(some.start), wanted)
    }
}

/// A bit for each role that rules ask for.
const WITH_RULES: u64 = 1 << Role::Parameter as u8
    | 1 << Role::Server as u8
    | 1 << Role::Schema as u8
    | 1 << Role::Requirements as u8;
