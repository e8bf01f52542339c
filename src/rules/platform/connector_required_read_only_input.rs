//! `connector-required-read-only-input`

use super::{reach::Marks, validator};
use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft, Level, OperationFacts, Rule, RuleMeta};
use crate::spec::Version;

fn message(name: &str) -> String {
    format!("`{name}` must be sent and may not be set")
}

declare_rule! {
    /// A call must send a member that nobody may set.
    ///
    /// A member that is `readOnly` is the server's to fill. Where a body requires it, no call can be made
    /// that fits the document.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// paths:
    ///   /parcels:
    ///     post:
    ///       operationId: SendParcel
    ///       parameters:
    ///         - name: body
    ///           in: body
    ///           schema:
    ///             type: object
    ///             required: [number]
    ///             properties:
    ///               number: {type: string, readOnly: true}
    ///       responses: {"200": {description: Sent}}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,silent
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// paths:
    ///   /parcels:
    ///     post:
    ///       operationId: SendParcel
    ///       parameters:
    ///         - name: body
    ///           in: body
    ///           schema:
    ///             type: object
    ///             required: [number]
    ///             properties:
    ///               number: {type: string}
    ///       responses: {"200": {description: Sent}}
    /// ```
    ConnectorRequiredReadOnlyInput = "connector-required-read-only-input" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &[Version::Swagger2],
        since: "0.1.0",
        hooks: [Operation("readOnly")],
        references: [
            "Swagger 2.0, Schema Object" => "https://spec.openapis.org/oas/v2.0.html#schema-object",
            "Microsoft, Swagger validator rules: RequiredReadOnlyPropertyNotAllowedAsInput" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ConnectorRequiredReadOnlyInput {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_operation(&self, cx: &mut Context<'_, '_>, facts: &OperationFacts<'_>) {
        let marks = Marks::new(cx, &["readOnly"]);
        if marks.is_empty() || !validator::is_asked(cx) {
            return;
        }
        let mut found = Vec::new();
        for parameter in &facts.parameters {
            let marks = marks.below(parameter.node).into_iter();
            found.extend(marks.filter_map(contradiction));
        }
        for (member, name) in found {
            let draft = Draft::key(member, message(member.key()))
                .label("read only")
                .related(Label::value(name, "required here"));
            cx.report(draft.help("do not require it, or let callers set it"));
        }
    }
}

/// The member of a schema that is marked read only, with its name among the required ones.
fn contradiction(mark: NodeRef<'_>) -> Option<(NodeRef<'_>, NodeRef<'_>)> {
    let member = mark.parent().filter(|_| mark.text() == "true")?;
    let members = member.parent()?;
    if members.key_symbol() != key::PROPERTIES {
        return None;
    }
    let mut names = members.parent()?.member(key::REQUIRED)?.items();
    let name = names.find(|name| name.is_str(member.key()))?;
    Some((member, name))
}
