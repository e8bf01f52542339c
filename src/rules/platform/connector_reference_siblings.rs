//! `connector-reference-siblings`

use super::validator;
use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::Version;

fn message(name: &str) -> String {
    format!("`{name}` stands beside a reference")
}

declare_rule! {
    /// Members beside a reference are not read.
    ///
    /// In Swagger 2.0 an object with `$ref` is a reference and nothing else: a description or a
    /// `readOnly` beside it is lost, and the platform's validator refuses it.
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
    ///   Parcel:
    ///     type: object
    ///     properties:
    ///       sender: {$ref: '#/definitions/Person', description: Who sends it}
    ///   Person: {type: object}
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
    ///   Parcel:
    ///     type: object
    ///     properties:
    ///       sender: {$ref: '#/definitions/Person'}
    ///   Person: {type: object}
    /// ```
    ConnectorReferenceSiblings = "connector-reference-siblings" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Info),
        fix: None,
        versions: &[Version::Swagger2],
        since: "0.1.0",
        hooks: [Schema("$ref")],
        references: [
            "JSON Reference, section 3" => "https://datatracker.ietf.org/doc/html/draft-pbryan-zyp-json-ref-03#section-3",
            "Microsoft, Swagger validator rules: AdditionalPropertyNotAllowedAdjacentToRef" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ConnectorReferenceSiblings {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_schema(&self, cx: &mut Context<'_, '_>, schema: NodeRef<'_>) {
        let Some(reference) = schema.member(key::REF).filter(|one| one.is_string()) else {
            return;
        };
        let mut others = schema.entries().filter(|one| one.key() != "$ref");
        let Some(other) = others.next().filter(|_| validator::is_asked(cx)) else {
            return;
        };
        let draft = Draft::key(other, message(other.key()))
            .label("not read")
            .related(Label::key(reference, "the reference"));
        cx.report(draft.help("move it to what is referred to, or remove it"));
    }
}
