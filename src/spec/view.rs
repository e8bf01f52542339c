//! The document as a whole.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    DistinctParameters, EffectiveTransport, Method, Operation, Origin, Parameter, Protection,
    References, Requirements, Role, SecurityScheme, Version, detect, walk,
};
use crate::document::{Document, NodeId, NodeRef, key};
use crate::error::Result;

/// An OpenAPI document: the tree with its vocabulary.
pub struct Spec<'d> {
    document: &'d Document,
    version: Version,
    /// Told when first asked: who only wants to know the operations asks for none.
    places: OnceLock<Places>,
    schemes: Vec<SecurityScheme<'d>>,
    /// Where the scheme of a name stands; of duplicates the last, as JSON readers take it.
    by_name: FxHashMap<&'d str, usize>,
    requirements: Option<Requirements<'d>>,
    operations: Vec<Operation<'d>>,
    /// The transport of the whole document.
    transport: Option<EffectiveTransport<'d>>,
}

/// What the nodes are, and where the references among them lead.
struct Places {
    roles: Vec<Role>,
    references: References,
}

impl<'d> Spec<'d> {
    /// View a document. The error says what the document is instead.
    pub fn new(document: &'d Document) -> Result<Self> {
        let version = detect(document)?;
        let mut spec = Self {
            document,
            version,
            places: OnceLock::new(),
            schemes: Vec::new(),
            by_name: FxHashMap::default(),
            requirements: None,
            operations: Vec::new(),
            transport: None,
        };
        spec.schemes = spec.read_schemes();
        let names = spec.schemes.iter().enumerate();
        spec.by_name = names.map(|(at, scheme)| (scheme.name, at)).collect();
        spec.requirements = spec.root_security().map(Requirements::new);
        spec.operations = spec.read_operations();
        spec.transport = Some(spec.root_transport());
        Ok(spec)
    }

    /// The tree.
    pub fn document(&self) -> &'d Document {
        self.document
    }

    /// The version.
    pub fn version(&self) -> Version {
        self.version
    }

    /// The root object.
    pub fn root(&self) -> NodeRef<'d> {
        self.document.root()
    }

    fn places(&self) -> &Places {
        self.places.get_or_init(|| {
            let (roles, references) = walk::roles(self.document, self.version);
            let references = References::new(references);
            Places { roles, references }
        })
    }

    /// The role of a node.
    pub fn role(&self, id: NodeId) -> Role {
        self.roles()[id.index()]
    }

    /// The roles of all nodes, in their order.
    pub(crate) fn roles(&self) -> &[Role] {
        &self.places().roles
    }

    /// How many nodes have a role.
    pub fn count_of(&self, role: Role) -> u64 {
        self.roles().iter().filter(|one| **one == role).count() as u64
    }

    /// Reference resolution.
    pub fn references(&self) -> &References {
        &self.places().references
    }

    /// What a node stands for, references followed; `None` when a reference leads nowhere here.
    pub fn follow(&self, node: NodeRef<'d>) -> Option<NodeRef<'d>> {
        if References::reference(node).is_none() {
            return Some(node);
        }
        self.references().follow(node)
    }

    /// A node and what its references lead to in turn.
    fn chain(&self, node: NodeRef<'d>) -> Vec<NodeRef<'d>> {
        if References::reference(node).is_none() {
            return vec![node];
        }
        self.references().chain(node)
    }

    /// The object that defines the schemes: `securityDefinitions` or
    /// `components.securitySchemes`.
    pub fn scheme_container(&self) -> Option<NodeRef<'d>> {
        if self.version == Version::Swagger2 {
            self.root().member(key::SECURITY_DEFINITIONS)
        } else {
            let components = self.root().member(key::COMPONENTS)?;
            components.member(key::SECURITY_SCHEMES)
        }
    }

    /// The schemes, in the document's order; of duplicate names each one.
    pub fn schemes(&self) -> &[SecurityScheme<'d>] {
        &self.schemes
    }

    /// The schemes without those that are a reference to another one of them: what that one is,
    /// is said once.
    pub fn distinct_schemes(&self) -> impl Iterator<Item = &SecurityScheme<'d>> {
        let refers = |one: &SecurityScheme<'d>| {
            one.node != one.entry && self.role(one.node.id()) == Role::SecurityScheme
        };
        self.schemes.iter().filter(move |one| !refers(one))
    }

    /// The scheme a requirement names; of duplicates the last, as JSON readers take it. Since
    /// OpenAPI 3.2 it may be named by URI: `#/components/securitySchemes/key`.
    pub fn scheme(&self, name: &str) -> Option<&SecurityScheme<'d>> {
        let named = self.by_name.get(name).map(|at| &self.schemes[*at]);
        if named.is_some() || self.version < Version::OpenApi32 {
            return named;
        }
        let node = self.references().search(self.document, name)?;
        self.schemes.iter().rev().find(|one| one.entry == node)
    }

    /// The root `security` member; `null` counts as absent.
    pub fn root_security(&self) -> Option<NodeRef<'d>> {
        present(self.root().member(key::SECURITY))
    }

    /// The document's requirements.
    pub fn requirements(&self) -> Option<&Requirements<'d>> {
        self.requirements.as_ref()
    }

    /// The operations, in the document's order: `paths`, then `webhooks`; of duplicates each one.
    pub fn operations(&self) -> &[Operation<'d>] {
        &self.operations
    }

    /// The operations that [`Self::operations`] leaves out, in the document's order: those of
    /// callbacks, and of shared path items that nothing uses.
    pub fn other_operations(&self) -> Vec<Operation<'d>> {
        if !self.version.is_3() {
            return Vec::new();
        }
        let known: FxHashSet<NodeId> = self.operations.iter().map(|one| one.node.id()).collect();
        let all = self.roles().iter().enumerate();
        let others = all.filter(|(_, role)| **role == Role::Operation);
        others
            .map(|(at, _)| NodeId(u32::try_from(at).expect("a node's index fits in its id")))
            .filter(|id| !known.contains(id))
            .filter_map(|id| self.operation_at(self.document.at(id)))
            .collect()
    }

    fn operation_at(&self, node: NodeRef<'d>) -> Option<Operation<'d>> {
        let mut around = node.parent()?;
        let named = Method::of_version(node.key_symbol(), self.version);
        if named.is_none() {
            // it stands among additional operations
            around = around.parent()?;
        }
        Some(Operation {
            path: around.key(),
            method: named.unwrap_or(Method::Additional),
            node,
            path_item: around,
            entry: around,
            origin: Origin::Elsewhere,
        })
    }

    /// The transport of the whole document: its root `schemes` or `servers`.
    pub fn root_transport(&self) -> EffectiveTransport<'d> {
        let read = || self.judged(self.declared([self.root()]));
        self.transport.clone().unwrap_or_else(read)
    }

    /// How an operation is protected after inheritance. `security: null` says nothing.
    pub fn protection(&self, operation: &Operation<'d>) -> Protection<'d> {
        match present(operation.security()) {
            Some(own) => {
                let requirements = Requirements::new(own);
                if requirements.alternatives.is_empty() {
                    Protection::OptedOut(requirements)
                } else {
                    Protection::Own(requirements)
                }
            }
            None => match &self.requirements {
                Some(root) => Protection::Inherited(root.clone()),
                None => Protection::Undeclared,
            },
        }
    }

    /// True when a call to an operation without any credential gets in.
    pub fn is_public(&self, operation: &Operation<'d>) -> bool {
        if let Some(own) = present(operation.security()) {
            return Requirements::new(own).allows_anonymous();
        }
        let root = self.requirements.as_ref();
        root.is_none_or(Requirements::allows_anonymous)
    }

    /// The requirements of one `security` member.
    pub fn requirements_at(&self, security: NodeRef<'d>) -> Requirements<'d> {
        Requirements::new(security)
    }

    /// The parameters of an operation, references followed: its own, then those of its path item
    /// that it does not redefine. What cannot be followed is left out.
    pub fn parameters(&self, operation: &Operation<'d>) -> Vec<Parameter<'d>> {
        let mut out = DistinctParameters::default();
        let around = self.path_items(operation);
        for list in std::iter::once(operation.node).chain(around) {
            let items = list.member(key::PARAMETERS).into_iter();
            for entry in items.flat_map(NodeRef::items) {
                if let Some(node) = self.follow(entry) {
                    out.add(Parameter::new(entry, node));
                }
            }
        }
        out.into_list()
    }

    /// The Path Item Objects that hold for an operation: the one it stands in, then the others
    /// on the way from its entry, whose members stand beside a `$ref` or behind it.
    pub fn path_items(&self, operation: &Operation<'d>) -> impl Iterator<Item = NodeRef<'d>> {
        let own = operation.path_item;
        let is_entry = operation.entry == own && References::reference(own).is_none();
        let chain = (!is_entry).then(|| self.chain(operation.entry));
        let others = chain.into_iter().flatten().filter(move |item| *item != own);
        std::iter::once(own).chain(others)
    }

    fn read_schemes(&self) -> Vec<SecurityScheme<'d>> {
        let entries = self.scheme_container().into_iter();
        entries
            .flat_map(NodeRef::entries)
            .filter(|entry| !entry.key().starts_with("x-") || entry.member(key::TYPE).is_some())
            .map(|entry| {
                let node = self.follow(entry).unwrap_or(entry);
                SecurityScheme::new(entry, node, self.version)
            })
            .collect()
    }

    fn read_operations(&self) -> Vec<Operation<'d>> {
        let mut out = Vec::new();
        let places = [
            (key::PATHS, Origin::Paths),
            (key::WEBHOOKS, Origin::Webhooks),
        ];
        for (symbol, origin) in places {
            if origin == Origin::Webhooks && self.version < Version::OpenApi31 {
                continue;
            }
            let entries = self.root().member(symbol).into_iter();
            for entry in entries.flat_map(NodeRef::entries) {
                if !entry.key().starts_with("x-") {
                    self.path_operations(entry, origin, &mut out);
                }
            }
        }
        out
    }

    /// The operations of one path: those of the object itself, then those its `$ref` adds.
    fn path_operations(&self, entry: NodeRef<'d>, origin: Origin, out: &mut Vec<Operation<'d>>) {
        let first = out.len();
        for path_item in self.chain(entry) {
            let nearer = out.len();
            for (node, method) in self.methods(path_item) {
                let known = out[first..nearer]
                    .iter()
                    .any(|one| one.node.key() == node.key());
                if !known {
                    out.push(Operation {
                        path: entry.key(),
                        method,
                        node,
                        path_item,
                        entry,
                        origin,
                    });
                }
            }
        }
    }

    /// The Operation Objects of one Path Item Object.
    fn methods(&self, path_item: NodeRef<'d>) -> Vec<(NodeRef<'d>, Method)> {
        let mut out = Vec::new();
        for member in path_item.entries() {
            let symbol = member.key_symbol();
            if let Some(method) = Method::of_version(symbol, self.version) {
                // `get: null` is an operation that says nothing
                if member.is_object() || member.is_null() {
                    out.push((member, method));
                }
            } else if symbol == key::ADDITIONAL_OPERATIONS && self.version >= Version::OpenApi32 {
                let nodes = member.entries().filter(|node| node.is_object());
                out.extend(nodes.map(|node| (node, Method::Additional)));
            }
        }
        out
    }
}

fn present(node: Option<NodeRef<'_>>) -> Option<NodeRef<'_>> {
    node.filter(|node| !node.is_null())
}
