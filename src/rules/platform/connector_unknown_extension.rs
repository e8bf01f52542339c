//! `connector-unknown-extension`

use super::{extension, validator};
use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::edit::Change;
use crate::finding::{File, Fix, Safety, Severity};
use crate::rule::{Context, Draft, Level, OperationFacts, Rule, RuleMeta};
use crate::spec::{Parameter, Version};

fn message(name: &str) -> String {
    format!("the platform knows no `{name}`")
}

declare_rule! {
    /// An extension is misspelled.
    ///
    /// The platform passes over extensions that it does not know. A misspelled one does nothing:
    /// the label is not shown, the parameter not hidden, the list not filled.
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
    ///     get:
    ///       operationId: ListParcels
    ///       parameters:
    ///         - name: state
    ///           in: query
    ///           type: string
    ///           x-ms-visibilty: internal
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
    /// paths:
    ///   /parcels:
    ///     get:
    ///       operationId: ListParcels
    ///       parameters:
    ///         - name: state
    ///           in: query
    ///           type: string
    ///           x-ms-visibility: internal
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ConnectorUnknownExtension = "connector-unknown-extension" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Warning),
        fix: Some(Safety::Unsafe),
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec, Operation, Parameter("x-ms-*"), Schema("x-ms-*")],
        references: [
            "Microsoft, OpenAPI extensions for connectors" => "https://learn.microsoft.com/connectors/custom-connectors/openapi-extensions",
            "Microsoft, Swagger validator rules: ExtensionNameNotValid" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ConnectorUnknownExtension {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        members(cx, cx.spec().root());
        let paths = cx.spec().root().member(key::PATHS).into_iter();
        for path in paths
            .flat_map(NodeRef::entries)
            .filter(|one| one.is_object())
        {
            members(cx, path);
        }
    }

    fn check_operation(&self, cx: &mut Context<'_, '_>, facts: &OperationFacts<'_>) {
        members(cx, facts.operation.node);
    }

    fn check_parameter(&self, cx: &mut Context<'_, '_>, parameter: &Parameter<'_>) {
        members(cx, parameter.node);
    }

    fn check_schema(&self, cx: &mut Context<'_, '_>, schema: NodeRef<'_>) {
        members(cx, schema);
    }
}

fn members(cx: &mut Context<'_, '_>, node: NodeRef<'_>) {
    let unusual = |member: &NodeRef<'_>| !member.key_symbol().is_well_known();
    for member in node.entries().filter(unusual) {
        let Some(meant) = extension::meant(member.key()) else {
            continue;
        };
        if !validator::is_asked(cx) {
            return;
        }
        let free = node.get(meant).is_none();
        let draft = Draft::key(member, message(member.key()))
            .label("passed over")
            .help(format!("did you mean `{meant}`?"));
        cx.report(draft.fix_if(free.then(|| fix(member, meant))));
    }
}

fn fix(member: NodeRef<'_>, name: &str) -> Fix {
    Fix {
        title: format!("rename it to `{name}`"),
        safety: Safety::Unsafe,
        file: File::Document,
        changes: vec![Change::RenameKey {
            entry: member.id(),
            key: name.to_owned(),
        }],
    }
}
