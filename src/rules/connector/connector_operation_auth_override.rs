//! `connector-operation-auth-override`

use super::lift::{lift, own, same};
use crate::declare_rule;
use crate::finding::{Label, Safety, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{Requirements, Version};
use crate::target::SecurityLevel;

fn message(title: &str, own: &Requirements<'_>, root: Option<&Requirements<'_>>) -> String {
    let root = root.map_or_else(|| "nothing".to_owned(), words);
    format!("{title} asks for {}, the document for {root}", words(own))
}

fn words(requirements: &Requirements<'_>) -> String {
    if requirements.alternatives.is_empty() {
        return "nothing".to_owned();
    }
    format!("`{}`", requirements.describe())
}

declare_rule! {
    /// An operation asks for something else than the document.
    ///
    /// A connection has one credential and sends it with every operation. What an operation says about
    /// itself alone changes nothing: it is no more and no less protected than the others. When every
    /// operation asks for the same, say it once for the document.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   parcelKey: {type: apiKey, in: header, name: X-Parcel-Key}
    /// paths:
    ///   /parcels:
    ///     get:
    ///       security:
    ///         - parcelKey: []
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,fixed
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   parcelKey: {type: apiKey, in: header, name: X-Parcel-Key}
    /// security:
    ///   - parcelKey: []
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ConnectorOperationAuthOverride = "connector-operation-auth-override" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Warning),
        fix: Some(Safety::Unsafe),
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "Swagger 2.0, Security Requirement Object" => "https://spec.openapis.org/oas/v2.0.html#security-requirement-object",
            "Microsoft, connection parameters of a custom connector" => "https://learn.microsoft.com/connectors/custom-connectors/connection-parameters",
        ],
    }
}

impl Rule for ConnectorOperationAuthOverride {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        if cx.target().constraints.security != SecurityLevel::RootOnly {
            return;
        }
        let spec = cx.spec();
        let root = spec.requirements();
        let mut lift = lift(cx);
        for facts in cx.operations() {
            let Some(security) = own(facts.operation.node) else {
                continue;
            };
            let requirements = spec.requirements_at(security);
            if root.is_some_and(|root| same(root, &requirements)) {
                continue;
            }
            let text = message(&facts.operation.title(), &requirements, root);
            let mut draft = Draft::key(security, text)
                .label("not enforced")
                .note("one connection serves all operations of a connector")
                .help("ask for the same everywhere, or make another connector")
                .fix_if(lift.take());
            if let Some(root) = root {
                draft = draft.related(Label::key(root.node, "the document's"));
            }
            cx.report(draft);
        }
    }
}
