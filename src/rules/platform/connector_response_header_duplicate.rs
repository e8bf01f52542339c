//! `connector-response-header-duplicate`

use super::validator;
use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft, Level, OperationFacts, Rule, RuleMeta};
use crate::spec::Version;

fn message(name: &str) -> String {
    format!("the header `{name}` is described twice")
}

declare_rule! {
    /// A response has one header twice.
    ///
    /// Names of headers are compared without regard to letter case (RFC 9110). Two that differ in case
    /// alone are one header, described in two ways.
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
    ///       responses:
    ///         "200":
    ///           description: Parcels
    ///           headers: {Next-Page: {type: string}, next-page: {type: string}}
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
    ///       operationId: ListParcels
    ///       responses:
    ///         "200":
    ///           description: Parcels
    ///           headers: {Next-Page: {type: string}, Total: {type: string}}
    /// ```
    ConnectorResponseHeaderDuplicate = "connector-response-header-duplicate" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &[Version::Swagger2],
        since: "0.1.0",
        hooks: [Operation("headers")],
        references: [
            "RFC 9110 section 5.1: field names" => "https://www.rfc-editor.org/rfc/rfc9110.html#section-5.1",
            "Microsoft, Swagger validator rules: ResponseHeadersAreNotUnique" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ConnectorResponseHeaderDuplicate {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_operation(&self, cx: &mut Context<'_, '_>, facts: &OperationFacts<'_>) {
        let Some(responses) = facts.operation.node.member(key::RESPONSES) else {
            return;
        };
        if !validator::is_asked(cx) {
            return;
        }
        let references = cx.spec().references();
        let all: Vec<_> = responses
            .entries()
            .filter_map(|one| references.follow(one))
            .collect();
        for headers in all.into_iter().filter_map(|one| one.member(key::HEADERS)) {
            let named: Vec<NodeRef<'_>> = headers.entries().collect();
            for (index, header) in named.iter().enumerate() {
                let same = |one: &&NodeRef<'_>| one.key().eq_ignore_ascii_case(header.key());
                if let Some(first) = named[..index].iter().find(same) {
                    let draft = Draft::key(*header, message(header.key()))
                        .related(Label::key(*first, "the same header"));
                    cx.report(draft.help("describe it once"));
                }
            }
        }
    }
}
