//! `connector-conversion-loss`

use crate::convert::{ConvertTarget, Loss, LossKind, Options, losses};
use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::error::Error;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::Version;
use crate::target::{Limit, LimitKind};

declare_rule! {
    /// Converting the document to Swagger 2.0 loses something that callers depend on.
    ///
    /// The platform reads Swagger 2.0, so the document is converted first, and what Swagger 2.0 or
    /// the platform has no place for is gone afterwards: a way to sign in, a method, a parameter in a
    /// cookie, a server of one operation. This rule converts the document, writes nothing, and reports
    /// each loss where it stands. Losses that change what a caller sends, or who may call, are errors;
    /// those that describe less than the source did are warnings. What only moves to an extension or
    /// concerns documentation is not reported here; `oneauth convert` tells it.
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
    ///       parameters:
    ///         - {name: depot, in: cookie, schema: {type: string}}
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,silent
    /// openapi: 3.0.3
    /// info: {title: Parcels, version: "1"}
    /// servers: [{url: https://parcels.example-post.net}]
    /// paths:
    ///   /parcels:
    ///     get:
    ///       parameters:
    ///         - {name: depot, in: query, schema: {type: string}}
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ConnectorConversionLoss = "connector-conversion-loss" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &[Version::OpenApi30, Version::OpenApi31, Version::OpenApi32],
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "OpenAPI Specification, versions and what they changed" => "https://spec.openapis.org/",
            "Microsoft, create a custom connector from an OpenAPI definition" => "https://learn.microsoft.com/connectors/custom-connectors/define-openapi-definition",
        ],
    }
}

impl Rule for ConnectorConversionLoss {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        let takes = |version| cx.target().constraints.takes_version(version);
        if takes(cx.spec().version()) || !takes(Version::Swagger2) {
            return;
        }
        let options = Options::for_target(ConvertTarget::of(cx.target()));
        let losses = match losses(cx.document(), &options) {
            Ok(losses) => losses,
            Err(error) => return stopped(cx, &error),
        };
        let told =
            |loss: &&Loss| loss.severity >= Severity::Warning && !is_said_elsewhere(cx, loss);
        let losses: Vec<&Loss> = losses.iter().filter(told).collect();
        for alike in Loss::by_kind(&losses) {
            cx.report(draft(cx, &alike));
        }
    }
}

fn draft(cx: &Context<'_, '_>, alike: &[&Loss]) -> Draft {
    let loss = alike[0];
    let message = format!("lost in conversion: {}", loss.what);
    let draft = match loss.node {
        Some(node) => Draft::key(cx.document().at(node), message),
        None => elsewhere(cx, message, loss),
    };
    let draft = draft.label(&*loss.instead).severity(loss.severity);
    let draft = draft.argument(loss.kind.id()).argument(&*loss.what);
    match alike.len() - 1 {
        0 => draft,
        more => draft.help(format!(
            "{more} more of this kind: `oneauth convert` tells each with its place"
        )),
    }
}

/// A loss in a file the document refers to: a finding stands in the document itself.
fn elsewhere(cx: &Context<'_, '_>, message: String, loss: &Loss) -> Draft {
    let place = loss.source.place(loss.span.start);
    let (name, line, column) = (loss.source.name(), place.line, place.column);
    Draft::value(version(cx), message).note(format!("it stands at {name}:{line}:{column}"))
}

/// The conversion came to no end.
fn stopped(cx: &mut Context<'_, '_>, error: &Error) {
    let at = version(cx);
    let draft = Draft::value(at, format!("the document cannot be converted: {error}"));
    cx.report(draft.label("not converted"));
}

fn version<'d>(cx: &Context<'_, 'd>) -> NodeRef<'d> {
    let root = cx.document().root();
    root.member(key::OPENAPI).unwrap_or(root)
}

/// Other rules say it of the source, with what to do about it there.
fn is_said_elsewhere(cx: &Context<'_, '_>, loss: &Loss) -> bool {
    match loss.kind {
        // of schemes, flows and what names them
        LossKind::SchemeChanged
        | LossKind::SchemeDropped
        | LossKind::FlowDropped
        | LossKind::FlowUnsupported
        | LossKind::ScopesDropped
        // of the document, whatever its version
        | LossKind::BodyDropped
        | LossKind::InvalidMember
        | LossKind::OperationIdRenamed
        | LossKind::PathMalformed
        | LossKind::ReferenceUnresolved
        | LossKind::ReferenceRemote => true,
        // a document that grows beyond the limit is this rule's own
        LossKind::LimitExceeded => {
            let limit = cx.target().constraints.limit(LimitKind::DocumentBytes);
            let is_small = |most: &Limit| cx.document().text().len() as u64 <= most.max;
            !(loss.pointer.as_str().is_empty() && limit.is_some_and(is_small))
        }
        _ => false,
    }
}
