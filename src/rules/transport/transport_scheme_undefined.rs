//! `transport-scheme-undefined`

use crate::declare_rule;
use crate::document::{NodeRef, Value, key};
use crate::edit::{Change, Position};
use crate::finding::{File, Fix, Label, Safety, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::rules::place;
use crate::spec::{Spec, Version};

fn message(member: &str) -> String {
    format!("the document has no `{member}`: calls travel the way it was fetched")
}

declare_rule! {
    /// The document does not say how calls travel.
    ///
    /// Without `schemes` or `servers` a call goes the way the document was fetched: over `http` when
    /// someone opens it over `http`. The connector platform assumes `https`, so it is no more than a
    /// remark there.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// securityDefinitions:
    ///   parcelKey: {type: apiKey, in: header, name: X-Parcel-Key}
    /// security: [{parcelKey: []}]
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,fixed
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes:
    ///   - https
    /// securityDefinitions:
    ///   parcelKey: {type: apiKey, in: header, name: X-Parcel-Key}
    /// security: [{parcelKey: []}]
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    /// ```
    TransportSchemeUndefined = "transport-scheme-undefined" {
        family: Transport,
        api: Level::On(Severity::Warning),
        connector: Level::On(Severity::Info),
        fix: Some(Safety::Safe),
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "Swagger 2.0, Swagger Object" => "https://spec.openapis.org/oas/v2.0.html#swagger-object",
            "OpenAPI 3.1.1, Server Object" => "https://spec.openapis.org/oas/v3.1.1.html#server-object",
            "Microsoft, Swagger validator rules: SchemesArrayEmpty" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
            "CWE-319: Cleartext Transmission of Sensitive Information" => "https://cwe.mitre.org/data/definitions/319.html",
        ],
    }
}

impl Rule for TransportSchemeUndefined {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        let spec = cx.spec();
        let member = member_of(spec.version());
        let declared = spec.root().get(member);
        let says = declared.is_some_and(|node| {
            !(node.is_null() || (node.is_array() || node.is_object()) && node.is_empty())
        });
        // a document without paths is a part of another one
        if says || spec.root().member(key::PATHS).is_none() || every_operation_says(cx) {
            return;
        }
        let place = match declared {
            Some(node) => Label::key(node, "says nothing"),
            None => place::whole(spec.document(), format!("no `{member}`")),
        };
        let draft = Draft::new(place, message(member)).help(format!("add `{member}` with `https`"));
        let fix = (spec.version() == Version::Swagger2).then(|| fix(spec, declared));
        cx.report(draft.fix_if(fix));
    }
}

fn member_of(version: Version) -> &'static str {
    if version.is_3() { "servers" } else { "schemes" }
}

fn every_operation_says(cx: &Context<'_, '_>) -> bool {
    let operations = cx.operations();
    !operations.is_empty()
        && operations
            .iter()
            .all(|facts| facts.transport.declared.is_some())
}

fn fix(spec: &Spec<'_>, declared: Option<NodeRef<'_>>) -> Fix {
    let value = Value::array([Value::from("https")]);
    let change = match declared {
        Some(node) => Change::Replace {
            node: node.id(),
            value,
        },
        None => Change::InsertEntry {
            object: spec.root().id(),
            position: after(spec),
            key: "schemes".to_owned(),
            value,
        },
    };
    Fix {
        title: "add `schemes` with `https`".to_owned(),
        safety: Safety::Safe,
        file: File::Document,
        changes: vec![change],
    }
}

/// Where readers look for it: after `basePath`, `host` or `info`.
fn after(spec: &Spec<'_>) -> Position {
    let root = spec.root();
    let before = ["basePath", "host", "info"]
        .iter()
        .find_map(|name| root.get(name));
    before.map_or(Position::Last, |node| Position::After(node.id()))
}
