//! `connector-openapi3`

use crate::declare_rule;
use crate::document::key;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::Version;

fn message(version: Version, platform: &str) -> String {
    format!("a {platform} does not read {}", version.name())
}

declare_rule! {
    /// A document is OpenAPI 3 where the platform reads Swagger 2.0.
    ///
    /// The connector platform reads Swagger 2.0. It converts an OpenAPI 3 document on import without
    /// telling what got lost: schemas, servers and security schemes among it. Convert it yourself and
    /// read what could not be carried over.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// openapi: 3.0.3
    /// info: {title: Parcels, version: "1"}
    /// servers: [{url: https://parcels.example-post.net}]
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels}}
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
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ConnectorOpenapi3 = "connector-openapi3" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &[Version::OpenApi30, Version::OpenApi31, Version::OpenApi32],
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "Microsoft, create a custom connector from an OpenAPI definition" => "https://learn.microsoft.com/connectors/custom-connectors/define-openapi-definition",
            "Microsoft, custom connectors: frequently asked questions" => "https://learn.microsoft.com/connectors/custom-connectors/faq",
            "Microsoft, Swagger validator rules: SpecificationVersionIncorrect" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ConnectorOpenapi3 {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        let version = cx.spec().version();
        let target = cx.target();
        if target.constraints.takes_version(version) {
            return;
        }
        let Some(member) = cx.spec().root().member(key::OPENAPI) else {
            return;
        };
        let mut draft = Draft::value(member, message(version, target.title)).label("not taken");
        if target.constraints.takes_version(Version::Swagger2) {
            draft = draft.help("convert it: `oneauth convert`");
        }
        cx.report(draft);
    }
}
