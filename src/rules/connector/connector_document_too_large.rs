//! `connector-document-too-large`

use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::rules::place;
use crate::spec::Version;
use crate::target::LimitKind;

fn message(bytes: u64, platform: &str, most: u64) -> String {
    format!("the document has {bytes} bytes, a {platform} takes {most}")
}

declare_rule! {
    /// A document is larger than the platform takes.
    ///
    /// The platform refuses a document of more than 1 MB. Definitions that nothing uses, long examples
    /// and indentation are the usual weight.
    ///
    /// # Example
    ///
    /// ```yaml,fires,padded
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
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
    ConnectorDocumentTooLarge = "connector-document-too-large" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "Microsoft, create a custom connector from an OpenAPI definition" => "https://learn.microsoft.com/connectors/custom-connectors/define-openapi-definition",
            "Microsoft, custom connectors: frequently asked questions" => "https://learn.microsoft.com/connectors/custom-connectors/faq",
        ],
    }
}

impl Rule for ConnectorDocumentTooLarge {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        let target = cx.target();
        let Some(limit) = target.constraints.limit(LimitKind::DocumentBytes) else {
            return;
        };
        let bytes = cx.document().text().len() as u64;
        if bytes <= limit.max {
            return;
        }
        let start = place::whole(cx.document(), "too large");
        let draft = Draft::new(start, message(bytes, target.title, limit.max))
            .help("remove unused definitions and examples, write it without indentation, or split the API");
        cx.report(draft);
    }
}
