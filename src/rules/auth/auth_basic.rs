//! `auth-basic`

use crate::declare_rule;
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{Requirements, SchemeKind, SecurityScheme, Version};

fn message(name: &str) -> String {
    format!("`{name}` is basic authentication")
}

declare_rule! {
    /// A security scheme is basic authentication.
    ///
    /// User name and password travel with every call, only encoded, and cannot be limited to a scope or
    /// a lifetime. Where a key or a token is possible it is the better choice. In a connector basic is
    /// one of the types the platform offers, so it is no more than a remark there.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   login: {type: basic}
    /// security: [{login: []}]
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
    /// securityDefinitions:
    ///   parcelKey: {type: apiKey, in: header, name: X-Parcel-Key}
    /// security: [{parcelKey: []}]
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    /// ```
    AuthBasic = "auth-basic" {
        family: Auth,
        api: Level::On(Severity::Warning),
        connector: Level::On(Severity::Info),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Scheme],
        references: [
            "RFC 7617 section 4: security considerations of basic authentication" => "https://www.rfc-editor.org/rfc/rfc7617.html#section-4",
            "RFC 9700 section 2.4: resource owner password credentials grant" => "https://www.rfc-editor.org/rfc/rfc9700.html#section-2.4",
            "OWASP API2:2023 Broken Authentication" => "https://owasp.org/API-Security/editions/2023/en/0xa2-broken-authentication/",
            "CWE-522: Insufficiently Protected Credentials" => "https://cwe.mitre.org/data/definitions/522.html",
        ],
    }
}

/// How far the first use of a scheme is looked for.
const MOST_USES: usize = 2000;

impl Rule for AuthBasic {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_scheme(&self, cx: &mut Context<'_, '_>, scheme: &SecurityScheme<'_>) {
        if !matches!(scheme.kind, SchemeKind::Basic) {
            return;
        }
        let mut draft = Draft::key(scheme.entry, message(scheme.name))
            .label("user name and password with every call")
            .help("use a key or OAuth 2.0, if the API offers one");
        let root = cx.spec().requirements().into_iter();
        let own = cx
            .operations()
            .iter()
            .filter_map(|facts| facts.protection.requirements());
        let uses = root.chain(own).flat_map(Requirements::uses);
        let mut uses = uses.take(MOST_USES);
        if let Some(first) = uses.find(|used| used.name == scheme.name) {
            draft = draft.related(Label::key(first.entry, "required here"));
        }
        cx.report(draft);
    }
}
