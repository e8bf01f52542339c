//! `schema-bounds-contradict`

use crate::declare_rule;
use crate::document::NodeRef;
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{Parameter, Version};

/// Lower bounds, each with its upper one.
const BOUNDS: [(&str, &str); 4] = [
    ("minimum", "maximum"),
    ("minLength", "maxLength"),
    ("minItems", "maxItems"),
    ("minProperties", "maxProperties"),
];

fn message(low: &str, high: &str) -> String {
    format!("`{low}` is above `{high}`: no value fits")
}

declare_rule! {
    /// A lower bound is above the upper one: no value fits.
    ///
    /// `minLength: 9` beside `maxLength: 5` refuses every text. Callers that check what they send can
    /// send nothing, and the connector platform refuses the document.
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
    ///   Parcel: {type: string, minLength: 9, maxLength: 5}
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
    ///   Parcel: {type: string, minLength: 5, maxLength: 9}
    /// ```
    SchemaBoundsContradict = "schema-bounds-contradict" {
        family: Structure,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Schema("minimum", "minLength", "minItems", "minProperties"), Parameter("minimum", "minLength", "minItems", "minProperties")],
        references: [
            "JSON Schema validation, section 6" => "https://json-schema.org/draft/2020-12/json-schema-validation#section-6",
            "Microsoft, Swagger validator rules: MinimumShouldBeLessThanOrEqualToMaximum, MinItemsShouldBeLessThanOrEqualToMaxItems, MinLengthShouldBeLessThanOrEqualToMaxLength" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for SchemaBoundsContradict {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_schema(&self, cx: &mut Context<'_, '_>, schema: NodeRef<'_>) {
        bounds(cx, schema);
    }

    fn check_parameter(&self, cx: &mut Context<'_, '_>, parameter: &Parameter<'_>) {
        if cx.spec().version() == Version::Swagger2 {
            bounds(cx, parameter.node);
        }
    }
}

fn bounds(cx: &mut Context<'_, '_>, node: NodeRef<'_>) {
    for (low, high) in BOUNDS {
        let (Some(least), Some(most)) = (node.get(low), node.get(high)) else {
            continue;
        };
        let (Some(a), Some(b)) = (number(least), number(most)) else {
            continue;
        };
        if a > b {
            let draft = Draft::value(least, message(low, high))
                .label("more than the most")
                .related(Label::key(most, "the most"))
                .help("exchange the two, or leave one out");
            cx.report(draft);
        }
    }
}

fn number(node: NodeRef<'_>) -> Option<f64> {
    let is_text = node.is_string();
    node.text().parse().ok().filter(|_| !is_text)
}
