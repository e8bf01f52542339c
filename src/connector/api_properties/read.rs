//! The file as a whole.

use super::{ConnectionParameter, ParameterSets, PolicyTemplate};
use crate::document::{Document, NodeRef, key};

/// A view of `apiProperties.json`. Whatever is missing or odd reads as absent; nothing is lost,
/// because nothing is copied.
#[derive(Clone, Copy, Debug)]
pub struct ApiProperties<'d> {
    document: &'d Document,
}

impl<'d> ApiProperties<'d> {
    /// View a document as a properties file.
    pub const fn new(document: &'d Document) -> Self {
        Self { document }
    }

    /// The document.
    pub const fn document(self) -> &'d Document {
        self.document
    }

    /// `properties`, which holds everything.
    pub fn properties(self) -> Option<NodeRef<'d>> {
        self.document.root().member(key::PROPERTIES)
    }

    /// A member of `properties`.
    pub fn member(self, name: &str) -> Option<NodeRef<'d>> {
        self.properties()?.get(name)
    }

    /// `connectionParameters`.
    pub fn parameters_node(self) -> Option<NodeRef<'d>> {
        self.member("connectionParameters")
    }

    /// What a connection asks for.
    pub fn parameters(self) -> Vec<ConnectionParameter<'d>> {
        let entries = self
            .parameters_node()
            .into_iter()
            .flat_map(NodeRef::entries);
        entries.map(ConnectionParameter::new).collect()
    }

    /// A connection parameter by name.
    pub fn parameter(self, name: &str) -> Option<ConnectionParameter<'d>> {
        let entry = self.parameters_node()?.get(name)?;
        Some(ConnectionParameter::new(entry))
    }

    /// `connectionParameterSets`, when the connection offers several types.
    pub fn parameter_sets(self) -> Option<ParameterSets<'d>> {
        let node = self.member("connectionParameterSets")?;
        (node.is_object() && !node.is_empty()).then_some(ParameterSets::new(node))
    }

    /// Every parameter there is, those of sets included.
    pub fn all_parameters(self) -> Vec<ConnectionParameter<'d>> {
        let mut all = self.parameters();
        for set in self.parameter_sets().iter().flat_map(|sets| sets.sets()) {
            all.extend(set.parameters());
        }
        all
    }

    /// `policyTemplateInstances`.
    pub fn policies(self) -> Vec<PolicyTemplate<'d>> {
        let items = self.member("policyTemplateInstances");
        let items = items.into_iter().flat_map(NodeRef::items);
        items.map(PolicyTemplate::new).collect()
    }

    /// `capabilities`, in order.
    pub fn capabilities(self) -> Vec<NodeRef<'d>> {
        let items = self.member("capabilities");
        items.into_iter().flat_map(NodeRef::items).collect()
    }

    /// True when calls pass a script: `scriptOperations` or `script`.
    pub fn has_script(self) -> bool {
        let filled = |name| self.member(name).is_some_and(|node| !node.is_null());
        filled("scriptOperations") || filled("script")
    }

    /// `iconBrandColor`.
    pub fn brand_color(self) -> Option<NodeRef<'d>> {
        self.member("iconBrandColor")
    }
}
