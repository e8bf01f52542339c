//! Policies of the connector itself: what happens to a call on its way to the API.

use std::borrow::Cow;

use crate::document::{NodeRef, key};

/// An item of `policyTemplateInstances`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PolicyTemplate<'d> {
    node: NodeRef<'d>,
}

impl<'d> PolicyTemplate<'d> {
    pub(super) const fn new(node: NodeRef<'d>) -> Self {
        Self { node }
    }

    /// Its node in the document.
    pub const fn node(self) -> NodeRef<'d> {
        self.node
    }

    /// `templateId` in lower case, which is how the platform compares it: `setheader`,
    /// `dynamichosturl`, …
    pub fn template(self) -> String {
        self.node
            .get("templateId")
            .map(|id| id.text().to_ascii_lowercase())
            .unwrap_or_default()
    }

    /// The parameters of the policy.
    pub fn parameters(self) -> impl Iterator<Item = NodeRef<'d>> {
        let parameters = self.node.member(key::PARAMETERS);
        parameters.into_iter().flat_map(NodeRef::entries)
    }

    /// A parameter by the last part of its name: `value` for `x-ms-apimTemplateParameter.value`.
    pub fn parameter(self, name: &str) -> Option<NodeRef<'d>> {
        self.parameters()
            .find(|entry| entry.key().rsplit('.').next() == Some(name))
    }

    /// The header or query member it sets, with the value.
    pub fn sets(self) -> Option<(Cow<'d, str>, NodeRef<'d>)> {
        let template = self.template();
        if !matches!(template.as_str(), "setheader" | "setqueryparameter") {
            return None;
        }
        Some((self.parameter("name")?.text(), self.parameter("value")?))
    }

    /// True when some parameter of it reads this connection parameter, by an expression
    /// (`@connectionParameters('x', '')`) or by name in braces.
    pub fn reads(self, parameter: &str) -> bool {
        self.parameters().any(|entry| {
            let text = entry.text();
            mentions(&text, parameter)
        })
    }
}

fn mentions(text: &str, parameter: &str) -> bool {
    let quoted = ['\'', '"'].map(|quote| format!("{quote}{parameter}{quote}"));
    text.match_indices("connectionParameters(")
        .any(|(at, open)| {
            let argument = text[at + open.len()..].trim_start();
            quoted
                .iter()
                .any(|name| argument.starts_with(name.as_str()))
        })
}
