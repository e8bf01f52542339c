//! `connector-host-missing`

use crate::declare_rule;
use crate::document::key;
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::rules::place;
use crate::spec::Version;
use crate::target::Required;

const MESSAGE: &str = "the document names no host to call";

declare_rule! {
    /// A document names no host.
    ///
    /// The platform calls the host that the document names; without one it has nowhere to go. A policy
    /// that sets the host per connection still needs one here, and any will do.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
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
    ConnectorHostMissing = "connector-host-missing" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &[Version::Swagger2],
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "Microsoft, Swagger validator rules: RequiredPropertyMissing" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
            "Microsoft, create a custom connector from an OpenAPI definition" => "https://learn.microsoft.com/connectors/custom-connectors/define-openapi-definition",
            "Swagger 2.0, Swagger Object" => "https://spec.openapis.org/oas/v2.0.html#swagger-object",
        ],
    }
}

impl Rule for ConnectorHostMissing {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        let spec = cx.spec();
        // a document without operations is a part of another one
        if !cx.target().constraints.requires(Required::Server) || spec.operations().is_empty() {
            return;
        }
        let start = match spec.root().member(key::HOST) {
            None => place::whole(spec.document(), "no `host`"),
            Some(host) if host.is_null() => Label::key(host, "no host"),
            Some(_) => return,
        };
        let draft = Draft::new(start, MESSAGE)
            .help("add `host`; when a policy sets it per connection, any host will do");
        cx.report(draft);
    }
}
