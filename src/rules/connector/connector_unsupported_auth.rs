//! `connector-unsupported-auth`

use crate::declare_rule;
use crate::document::{NodeRef, Value};
use crate::edit::{Change, Position};
use crate::finding::{File, Fix, Safety, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{AuthKind, SecurityScheme, Version};
use crate::target::Constraints;

fn message(name: &str, kind: AuthKind, platform: &str) -> String {
    let kind = kind.name();
    format!("`{name}` is of a kind a {platform} cannot use: {kind}")
}

declare_rule! {
    /// A security scheme is of a kind the platform cannot use.
    ///
    /// A connector knows keys in a header or the query, basic, and OAuth 2.0. Bearer tokens, other HTTP
    /// schemes, OpenID Connect, client certificates and keys in a cookie have no counterpart: the
    /// import drops the scheme and calls go out without it. A bearer token can be typed in as a key in
    /// the `Authorization` header.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// openapi: 3.0.3
    /// info: {title: Parcels, version: "1"}
    /// servers: [{url: https://parcels.example-post.net}]
    /// components:
    ///   securitySchemes:
    ///     token:
    ///       type: http
    ///       scheme: bearer
    /// security:
    ///   - token: []
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,fixed
    /// openapi: 3.0.3
    /// info: {title: Parcels, version: "1"}
    /// servers: [{url: https://parcels.example-post.net}]
    /// components:
    ///   securitySchemes:
    ///     token:
    ///       type: apiKey
    ///       in: header
    ///       name: Authorization
    /// security:
    ///   - token: []
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ConnectorUnsupportedAuth = "connector-unsupported-auth" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Error),
        fix: Some(Safety::Unsafe),
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Scheme],
        references: [
            "Microsoft, connection parameters of a custom connector" => "https://learn.microsoft.com/connectors/custom-connectors/connection-parameters",
            "Microsoft, create a custom connector from an OpenAPI definition" => "https://learn.microsoft.com/connectors/custom-connectors/define-openapi-definition",
        ],
    }
}

impl Rule for ConnectorUnsupportedAuth {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_scheme(&self, cx: &mut Context<'_, '_>, scheme: &SecurityScheme<'_>) {
        let target = cx.target();
        let Some(kind) = scheme.auth_kind() else {
            return;
        };
        if target.constraints.takes_kind(kind) {
            return;
        }
        let draft = Draft::key(scheme.entry, message(scheme.name, kind, target.title))
            .label(scheme.describe(cx.spec().version()))
            .help(way_out(kind))
            .fix_if(as_key(scheme, kind, &target.constraints));
        cx.report(draft);
    }
}

const fn way_out(kind: AuthKind) -> &'static str {
    match kind {
        AuthKind::Bearer => "use OAuth 2.0, or a key in the `Authorization` header",
        AuthKind::OpenIdConnect => "use OAuth 2.0 with the URLs of the discovery document",
        AuthKind::ApiKeyCookie => "send the key in a header",
        _ => "let a gateway ask for it, and use one of the platform's kinds in front of it",
    }
}

/// A bearer token as a key that the user types with its `Bearer ` before it.
fn as_key(scheme: &SecurityScheme<'_>, kind: AuthKind, takes: &Constraints) -> Option<Fix> {
    let here = scheme.entry == scheme.node && !scheme.entry.is_alias();
    if kind != AuthKind::Bearer || !takes.takes_kind(AuthKind::ApiKeyHeader) || !here {
        return None;
    }
    let member = |name: &str| scheme.node.get(name).map(NodeRef::id);
    let insert = |key: &str, value: &str, position| Change::InsertEntry {
        object: scheme.node.id(),
        position,
        key: key.to_owned(),
        value: Value::from(value),
    };
    let kind = member("type")?;
    let mut changes = vec![
        Change::Replace {
            node: kind,
            value: Value::from("apiKey"),
        },
        insert("in", "header", Position::After(kind)),
        insert("name", "Authorization", Position::After(kind)),
    ];
    for entry in [member("scheme"), member("bearerFormat")] {
        changes.extend(entry.map(|entry| Change::RemoveEntry { entry }));
    }
    Some(Fix {
        title: "ask for the token as a key in the `Authorization` header".to_owned(),
        safety: Safety::Unsafe,
        file: File::Document,
        changes,
    })
}
