//! `transport-http-server`

use super::cleartext_item::finish;
use crate::declare_rule;
use crate::document::NodeRef;
use crate::finding::{Label, Safety, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::rules::cleartext;
use crate::spec::{Server, Version};

fn message(url: &str, reached: &str) -> String {
    if url == reached {
        format!("the server `{url}` is not encrypted")
    } else {
        format!("the server `{url}` may become `{reached}`, which is not encrypted")
    }
}

declare_rule! {
    /// A server URL starts with `http` or `ws`.
    ///
    /// Everything sent is readable and can be changed on the way, credentials first. Servers count
    /// wherever they stand, at the root, a path, an operation or a link, and every value of their
    /// variables counts.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// openapi: 3.1.0
    /// info: {title: Parcels, version: "1"}
    /// servers:
    ///   - url: http://parcels.example-post.net
    ///   - url: https://parcels.example-post.net
    /// components:
    ///   securitySchemes:
    ///     parcelKey: {type: apiKey, in: header, name: X-Parcel-Key}
    /// security: [{parcelKey: []}]
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,fixed
    /// openapi: 3.1.0
    /// info: {title: Parcels, version: "1"}
    /// servers:
    ///   - url: https://parcels.example-post.net
    /// components:
    ///   securitySchemes:
    ///     parcelKey: {type: apiKey, in: header, name: X-Parcel-Key}
    /// security: [{parcelKey: []}]
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    /// ```
    TransportHttpServer = "transport-http-server" {
        family: Transport,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: Some(Safety::Safe),
        versions: &[Version::OpenApi30, Version::OpenApi31, Version::OpenApi32],
        since: "0.1.0",
        hooks: [Server],
        references: [
            "OpenAPI 3.1.1, Server Object" => "https://spec.openapis.org/oas/v3.1.1.html#server-object",
            "RFC 9700 section 2.6: other recommendations" => "https://www.rfc-editor.org/rfc/rfc9700.html#section-2.6",
            "CWE-319: Cleartext Transmission of Sensitive Information" => "https://cwe.mitre.org/data/definitions/319.html",
            "OWASP API8:2023 Security Misconfiguration" => "https://owasp.org/API-Security/editions/2023/en/0xa8-security-misconfiguration/",
        ],
    }
}

impl Rule for TransportHttpServer {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_server(&self, cx: &mut Context<'_, '_>, server: &Server<'_>) {
        let Some(url) = server.url().filter(|url| url.is_string()) else {
            return;
        };
        let Some(reached) = server.urls().into_iter().find(|url| is_cleartext(url)) else {
            return;
        };
        let mut draft = Draft::value(url, message(&url.text(), &reached));
        if let Some(variable) = deciding_variable(server, &url.text()) {
            draft = draft.related(Label::key(variable, "this variable decides"));
        }
        let list = server.node.parent().filter(|list| list.is_array());
        let draft = finish(cx, draft, url);
        cx.report(draft.fix_if(cleartext::encrypt(list, url)));
    }
}

fn is_cleartext(url: &str) -> bool {
    let scheme = url.split_once("://").map_or("", |(scheme, _)| scheme);
    ["http", "ws"]
        .iter()
        .any(|name| scheme.eq_ignore_ascii_case(name))
}

/// The variable a URL starts with: `{scheme}://host`, `{base}/v1`.
fn deciding_variable<'d>(server: &Server<'d>, url: &str) -> Option<NodeRef<'d>> {
    let (name, _) = url.strip_prefix('{')?.split_once('}')?;
    server.variable(name)
}
