//! Security requirements: alternatives (OR) of schemes that are all needed (AND).

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::document::NodeRef;

/// A `security` member: any one of its alternatives lets a call in.
#[derive(Clone, Debug)]
pub struct Requirements<'d> {
    /// The `security` member.
    pub node: NodeRef<'d>,
    /// Its alternatives, in order. Entries that are no objects are left out. Shared: each operation
    /// without any of its own has those of the document.
    pub alternatives: Arc<[SecurityRequirement<'d>]>,
}

/// One alternative: all its schemes together. Without schemes it lets anyone in.
#[derive(Clone, Debug)]
pub struct SecurityRequirement<'d> {
    /// The requirement object.
    pub node: NodeRef<'d>,
    /// The schemes it needs, in order.
    pub schemes: Vec<SchemeUse<'d>>,
}

/// A scheme named by a requirement, with the scopes asked for.
#[derive(Clone, Debug)]
pub struct SchemeUse<'d> {
    /// The member of the requirement object.
    pub entry: NodeRef<'d>,
    /// The scheme's name.
    pub name: &'d str,
    /// The scopes, in order; items that are no strings are left out.
    pub scopes: Vec<NodeRef<'d>>,
}

impl<'d> Requirements<'d> {
    /// Read a `security` member. A lone object is read as the one alternative it seems to mean.
    pub(super) fn new(node: NodeRef<'d>) -> Self {
        let alternatives: Arc<[_]> = if node.is_object() {
            Arc::new([SecurityRequirement::new(node)])
        } else {
            let objects = node.items().filter(|item| item.is_object());
            objects.map(SecurityRequirement::new).collect()
        };
        Self { node, alternatives }
    }

    /// True when a call without any credential satisfies it.
    pub fn allows_anonymous(&self) -> bool {
        self.alternatives.is_empty() || self.alternatives.iter().any(|one| one.schemes.is_empty())
    }

    /// Every scheme named by any alternative, in order.
    pub fn uses(&self) -> impl Iterator<Item = &SchemeUse<'d>> {
        self.alternatives.iter().flat_map(|one| &one.schemes)
    }

    /// The alternatives in words: `key AND oauth [read] OR key`; `nobody is asked` when empty.
    pub fn describe(&self) -> String {
        if self.alternatives.is_empty() {
            return "none".into();
        }
        let alternatives: Vec<String> = self
            .alternatives
            .iter()
            .map(SecurityRequirement::describe)
            .collect();
        alternatives.join(" OR ")
    }
}

impl<'d> SecurityRequirement<'d> {
    fn new(node: NodeRef<'d>) -> Self {
        let mut at = FxHashMap::default();
        let mut schemes: Vec<SchemeUse<'d>> = Vec::new();
        for entry in node.entries() {
            // of duplicates the last, as JSON readers take it
            let index = *at.entry(entry.key_symbol()).or_insert(schemes.len());
            match schemes.get_mut(index) {
                Some(one) => *one = SchemeUse::new(entry),
                None => schemes.push(SchemeUse::new(entry)),
            }
        }
        Self { node, schemes }
    }

    /// The schemes in words: `key AND oauth [read, write]`, `anonymous`.
    pub fn describe(&self) -> String {
        if self.schemes.is_empty() {
            return "anonymous".into();
        }
        let uses: Vec<String> = self.schemes.iter().map(SchemeUse::describe).collect();
        uses.join(" AND ")
    }
}

impl<'d> SchemeUse<'d> {
    fn new(entry: NodeRef<'d>) -> Self {
        Self {
            entry,
            name: entry.key(),
            scopes: entry.items().filter(|item| item.is_string()).collect(),
        }
    }

    fn describe(&self) -> String {
        if self.scopes.is_empty() {
            return self.name.to_owned();
        }
        let scopes: Vec<_> = self.scopes.iter().map(|scope| scope.text()).collect();
        format!("{} [{}]", self.name, scopes.join(", "))
    }
}
