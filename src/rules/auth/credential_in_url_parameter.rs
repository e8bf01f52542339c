//! `credential-in-url-parameter`

use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::rules::words::{Credential, credential_name};
use crate::spec::{Parameter, ParameterPlace, Version};

fn message(name: &str, credential: Credential, place: &str) -> String {
    format!("`{name}` sends a {} in the {place}", credential.name())
}

declare_rule! {
    /// A query or path parameter takes a credential.
    ///
    /// URLs end up in logs, browser histories and referrer headers; the credential with them. Names
    /// that only speak about one, such as `pageToken`, `secret-name` or `password_policy`, are left
    /// alone, and so is the name of a secret in its own collection.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   parcelKey: {type: apiKey, in: header, name: X-Parcel-Key}
    /// security: [{parcelKey: []}]
    /// paths:
    ///   /labels:
    ///     post:
    ///       parameters:
    ///         - {name: client_secret, in: query, type: string}
    ///         - {name: pageToken, in: query, type: string}
    ///       responses: {"201": {description: Label}}
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
    /// security: [{parcelKey: []}]
    /// paths:
    ///   /labels:
    ///     post:
    ///       parameters:
    ///         - {name: carrier, in: query, type: string}
    ///         - {name: pageToken, in: query, type: string}
    ///       responses: {"201": {description: Label}}
    /// ```
    CredentialInUrlParameter = "credential-in-url-parameter" {
        family: Auth,
        api: Level::On(Severity::Warning),
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Parameter],
        references: [
            "RFC 6750 section 5.3: recommendations" => "https://www.rfc-editor.org/rfc/rfc6750.html#section-5.3",
            "RFC 9700 section 4.3.2: access tokens in browser history" => "https://www.rfc-editor.org/rfc/rfc9700.html#section-4.3.2",
            "CWE-598: Use of GET Request Method With Sensitive Query Strings" => "https://cwe.mitre.org/data/definitions/598.html",
            "OWASP API2:2023 Broken Authentication" => "https://owasp.org/API-Security/editions/2023/en/0xa2-broken-authentication/",
        ],
    }
}

impl Rule for CredentialInUrlParameter {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_parameter(&self, cx: &mut Context<'_, '_>, parameter: &Parameter<'_>) {
        let place = match parameter.place {
            Some(ParameterPlace::Query) => "query",
            Some(ParameterPlace::Path) => "path",
            _ => return,
        };
        let Some(name) = parameter
            .node
            .member(key::NAME)
            .filter(|name| name.is_string())
        else {
            return;
        };
        let text = name.text();
        let Some(credential) = credential(&text, place) else {
            return;
        };
        if is_switch(parameter) || (place == "path" && names_a_member(parameter.node, &text)) {
            return;
        }
        let draft = Draft::value(name, message(&text, credential, place))
            .label("ends up in logs")
            .related_if(
                parameter
                    .node
                    .member(key::IN)
                    .map(|node| Label::value(node, "part of the URL")),
            )
            .help("send it in a header or in the body, or make it a security scheme");
        cx.report(draft);
    }
}

/// The credential a parameter's name stands for. `token` alone counts in the query; in a path it is
/// the one-time part of a link.
fn credential(name: &str, place: &str) -> Option<Credential> {
    let bare = place == "query" && name.eq_ignore_ascii_case("token");
    credential_name(name).or_else(|| bare.then_some(Credential::Token))
}

fn is_switch(parameter: &Parameter<'_>) -> bool {
    parameter
        .schema_member(key::TYPE)
        .is_some_and(|kind| kind.is_str("boolean"))
}

/// True for `{secret}` in `/secrets/{secret}`: the name of a thing in its collection.
fn names_a_member(parameter: NodeRef<'_>, name: &str) -> bool {
    let above = std::iter::successors(parameter.parent(), |node| node.parent());
    let Some(path) = above
        .take(4)
        .map(NodeRef::key)
        .find(|key| key.starts_with('/'))
    else {
        return false;
    };
    let Some((before, _)) = path.split_once(&format!("/{{{name}}}")) else {
        return false;
    };
    let flat = |text: &str| text.to_ascii_lowercase().replace(['-', '_'], "");
    let collection = flat(before.rsplit('/').next().unwrap_or_default());
    collection.strip_suffix('s') == Some(flat(name).as_str())
}
