//! `transport-scheme-unsupported`

use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, OperationFacts, Rule, RuleMeta};
use crate::spec::Version;

fn message(scheme: &str) -> String {
    format!("the platform does not call over `{scheme}`")
}

declare_rule! {
    /// The platform does not speak a listed transport.
    ///
    /// The connector platform calls `http` and `https` only. A document that lists web sockets is
    /// refused.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https, wss]
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
    TransportSchemeUnsupported = "transport-scheme-unsupported" {
        family: Transport,
        api: Level::Off,
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &[Version::Swagger2],
        since: "0.1.0",
        hooks: [Spec, Operation],
        references: [
            "Swagger 2.0, Swagger Object" => "https://spec.openapis.org/oas/v2.0.html#swagger-object",
            "Microsoft, Swagger validator rules: SchemeNotSupported, SchemeNotValid" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for TransportSchemeUnsupported {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        listed(cx, cx.spec().root());
    }

    fn check_operation(&self, cx: &mut Context<'_, '_>, facts: &OperationFacts<'_>) {
        listed(cx, facts.operation.node);
    }
}

fn listed(cx: &mut Context<'_, '_>, object: NodeRef<'_>) {
    let schemes = object.member(key::SCHEMES).into_iter();
    for scheme in schemes.flat_map(NodeRef::items) {
        let text = scheme.text();
        let spoken = text.eq_ignore_ascii_case("https") || text.eq_ignore_ascii_case("http");
        if scheme.is_string() && !spoken {
            let draft = Draft::value(scheme, message(&text))
                .label("not spoken")
                .help("list `https` alone");
            cx.report(draft);
        }
    }
}
