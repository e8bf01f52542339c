//! Several authentication types to choose from: `connectionParameterSets`.

use super::ConnectionParameter;
use crate::document::{NodeRef, key};

/// `connectionParameterSets`: one connection, several ways to sign in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ParameterSets<'d> {
    node: NodeRef<'d>,
}

/// One item of `values`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ParameterSet<'d> {
    node: NodeRef<'d>,
}

impl<'d> ParameterSets<'d> {
    pub(super) const fn new(node: NodeRef<'d>) -> Self {
        Self { node }
    }

    /// Its node in the document.
    pub const fn node(self) -> NodeRef<'d> {
        self.node
    }

    /// The sets, in the order they are offered.
    pub fn sets(self) -> impl Iterator<Item = ParameterSet<'d>> {
        let values = self.node.get("values");
        values
            .into_iter()
            .flat_map(NodeRef::items)
            .map(|node| ParameterSet { node })
    }
}

impl<'d> ParameterSet<'d> {
    /// Its node in the document.
    pub const fn node(self) -> NodeRef<'d> {
        self.node
    }

    /// `name`.
    pub fn name(self) -> Option<NodeRef<'d>> {
        self.node.member(key::NAME)
    }

    /// Its parameters.
    pub fn parameters(self) -> Vec<ConnectionParameter<'d>> {
        let parameters = self.node.member(key::PARAMETERS);
        let entries = parameters.into_iter().flat_map(NodeRef::entries);
        entries.map(ConnectionParameter::new).collect()
    }
}
