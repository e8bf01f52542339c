//! `connector-exclusive-bound-alone`

use super::validator;
use crate::declare_rule;
use crate::document::NodeRef;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{Parameter, Version};

declare_rule! {
    /// A bound is excluded that is not given.
    ///
    /// In Swagger 2.0 `exclusiveMaximum` and `exclusiveMinimum` say whether `maximum` and `minimum` are
    /// excluded themselves. Without these they say nothing, and the validator refuses them.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// paths: {}
    /// definitions:
    ///   Weight: {type: number, exclusiveMaximum: true}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,silent
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// paths: {}
    /// definitions:
    ///   Weight: {type: number, exclusiveMaximum: true, maximum: 30}
    /// ```
    ConnectorExclusiveBoundAlone = "connector-exclusive-bound-alone" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &[Version::Swagger2],
        since: "0.1.0",
        hooks: [Parameter("exclusiveMaximum", "exclusiveMinimum"), Schema("exclusiveMaximum", "exclusiveMinimum")],
        references: [
            "JSON Schema Validation draft 4, section 5.1.2" => "https://datatracker.ietf.org/doc/html/draft-fge-json-schema-validation-00#section-5.1.2",
            "Microsoft, Swagger validator rules: ExclusiveMaximumRequiresMaximum, ExclusiveMinimumRequiresMinimum" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ConnectorExclusiveBoundAlone {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_schema(&self, cx: &mut Context<'_, '_>, schema: NodeRef<'_>) {
        bounds(cx, schema);
    }

    fn check_parameter(&self, cx: &mut Context<'_, '_>, parameter: &Parameter<'_>) {
        bounds(cx, parameter.node);
    }
}

const BOUNDS: [(&str, &str); 2] = [
    ("exclusiveMaximum", "maximum"),
    ("exclusiveMinimum", "minimum"),
];

fn bounds(cx: &mut Context<'_, '_>, node: NodeRef<'_>) {
    for (excluded, bound) in BOUNDS {
        let Some(alone) = node.get(excluded).filter(|_| node.get(bound).is_none()) else {
            continue;
        };
        if validator::is_asked(cx) {
            let draft = Draft::key(alone, format!("there is no `{bound}` to exclude"));
            cx.report(draft.help(format!("give `{bound}`, or remove `{excluded}`")));
        }
    }
}
