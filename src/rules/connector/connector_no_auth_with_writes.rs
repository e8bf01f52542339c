//! `connector-no-auth-with-writes`

use crate::connector::{ApiProperties, Credentials};
use crate::declare_rule;
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::rules::{elsewhere, place, words};
use crate::spec::{Origin, Version};

fn message(count: usize, first: &str) -> String {
    match count {
        1 => format!("no credential is asked for, and {first} writes"),
        _ => format!("no credential is asked for, and {count} operations write"),
    }
}

declare_rule! {
    /// An API without authentication lets anyone change things.
    ///
    /// The document declares no security scheme and the connection asks for nothing, yet some
    /// operations write. Everyone who can reach the host can call them. If that is meant, as for a
    /// converter that stores nothing, suppress this finding with the reason.
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
    ///       responses: {"200": {description: Parcels}}
    ///     post:
    ///       responses: {"201": {description: Announced}}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,silent
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   parcelKey: {type: apiKey, in: header, name: X-Parcel-Key}
    /// security:
    ///   - parcelKey: []
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    ///     post:
    ///       responses: {"201": {description: Announced}}
    /// ```
    ConnectorNoAuthWithWrites = "connector-no-auth-with-writes" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "Microsoft, connection parameters of a custom connector" => "https://learn.microsoft.com/connectors/custom-connectors/connection-parameters",
            "CWE-306: Missing Authentication for Critical Function" => "https://cwe.mitre.org/data/definitions/306.html",
            "RFC 9110 section 9.2.1: safe methods" => "https://www.rfc-editor.org/rfc/rfc9110.html#section-9.2.1",
        ],
    }
}

impl Rule for ConnectorNoAuthWithWrites {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        let spec = cx.spec();
        if !spec.schemes().is_empty() || elsewhere::schemes(spec) || sends_credential(cx) {
            return;
        }
        let all = cx.operations().iter().map(|facts| &facts.operation);
        let mut writes = all.filter(|one| one.origin == Origin::Paths && !one.method.is_safe());
        let Some(first) = writes.next() else { return };
        let others: Vec<_> = writes.collect();
        let mut draft = Draft::key(first.node, message(others.len() + 1, &first.title()))
            .label("open to everyone")
            .help("ask for a credential, or say in a suppression why none is needed")
            .related(place::schemes(spec, "no scheme is declared"));
        for other in others.iter().take(SHOWN) {
            draft = draft.related(Label::key(other.node, "this one too"));
        }
        cx.report(draft);
    }
}

/// Most further operations a finding points at.
const SHOWN: usize = 4;

/// True when the connection asks for a credential, or a policy or a script may send one.
fn sends_credential(cx: &Context<'_, '_>) -> bool {
    let Some(companion) = cx.companion() else {
        return false;
    };
    let properties = ApiProperties::new(companion);
    let asks = Credentials::of(&properties.all_parameters()).auth.is_some();
    let sends = properties.policies().into_iter().any(|policy| {
        let set = policy.sets();
        set.is_some_and(|(name, _)| words::credential_name(&name).is_some())
    });
    asks || sends || properties.has_script()
}
