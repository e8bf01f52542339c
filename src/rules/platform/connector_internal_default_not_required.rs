//! `connector-internal-default-not-required`

use super::validator;
use crate::declare_rule;
use crate::document::{NodeRef, Value, key};
use crate::edit::{Change, Position};
use crate::finding::{File, Fix, Safety, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{Parameter, Version};

fn message(name: &str) -> String {
    format!("`{name}` is hidden and not required: its default is never sent")
}

declare_rule! {
    /// A hidden default is never sent.
    ///
    /// `x-ms-visibility: internal` hides a parameter, and the platform sends the default of a
    /// hidden one only when it is required. A constant API version or channel that is not required
    /// never reaches the API.
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
    ///         - name: channel
    ///           in: query
    ///           type: string
    ///           default: desk
    ///           x-ms-visibility: internal
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
    ///         - name: channel
    ///           in: query
    ///           required: true
    ///           type: string
    ///           default: desk
    ///           x-ms-visibility: internal
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ConnectorInternalDefaultNotRequired = "connector-internal-default-not-required" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Warning),
        fix: Some(Safety::Unsafe),
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Parameter("default"), Schema("default")],
        references: [
            "Microsoft, Swagger validator rules: InternalPropertyWithDefaultOptional, PropertyMustBeRequired" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ConnectorInternalDefaultNotRequired {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_parameter(&self, cx: &mut Context<'_, '_>, parameter: &Parameter<'_>) {
        let node = parameter.node;
        let required = node.member(key::REQUIRED);
        let valued = parameter.schema_member(key::DEFAULT).is_some();
        let says = required.and_then(NodeRef::as_bool) == Some(true);
        if says || !valued || !validator::is_internal(node) || !validator::is_asked(cx) {
            return;
        }
        let name = parameter.name.as_deref().unwrap_or_default();
        let draft = Draft::value(node, message(name)).label("not sent");
        cx.report(draft.fix(fix(node, required)));
    }

    fn check_schema(&self, cx: &mut Context<'_, '_>, schema: NodeRef<'_>) {
        let properties = schema.parent();
        let Some(properties) = properties.filter(|map| map.key_symbol() == key::PROPERTIES) else {
            return;
        };
        if schema.member(key::DEFAULT).is_none()
            || !validator::is_internal(schema)
            || !validator::is_asked(cx)
        {
            return;
        }
        let required = properties
            .parent()
            .and_then(|object| object.member(key::REQUIRED));
        if !required.is_some_and(|all| all.items().any(|one| one.is_str(schema.key()))) {
            let draft = Draft::key(schema, message(schema.key()))
                .label("not sent")
                .help("list it under `required` of its object");
            cx.report(draft);
        }
    }
}

fn fix(parameter: NodeRef<'_>, required: Option<NodeRef<'_>>) -> Fix {
    let value = Value::Bool(true);
    let change = match required {
        Some(node) => Change::Replace {
            node: node.id(),
            value,
        },
        None => Change::InsertEntry {
            object: parameter.id(),
            position: parameter
                .member(key::IN)
                .map_or(Position::Last, |place| Position::After(place.id())),
            key: "required".to_owned(),
            value,
        },
    };
    Fix {
        title: "require it".to_owned(),
        safety: Safety::Unsafe,
        file: File::Document,
        changes: vec![change],
    }
}
