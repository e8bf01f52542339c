//! `scope-unused`

use super::asked::{Asked, defined};
use crate::declare_rule;
use crate::document::NodeRef;
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::rules::named;
use crate::spec::{SchemeUse, Version};

fn message(scope: &str, more: usize) -> String {
    match more {
        0 => format!("no requirement asks for the scope `{scope}`"),
        1 => format!("no requirement asks for the scope `{scope}`, nor for another one"),
        more => format!("no requirement asks for the scope `{scope}`, nor for {more} others"),
    }
}

declare_rule! {
    /// A scheme defines scopes that no requirement asks for.
    ///
    /// The requirements say which scopes the operations need, and these are needed for none. An
    /// application that asks for all that is defined gets a token that may do more than it ever
    /// does. Nothing is said where a requirement names the scheme without scopes, for then callers
    /// choose them; nor of scopes with wildcards, and of those about the sign-in itself (`openid`,
    /// `offline_access`, …).
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   signIn:
    ///     type: oauth2
    ///     flow: accessCode
    ///     authorizationUrl: https://id.example-post.net/authorize
    ///     tokenUrl: https://id.example-post.net/token
    ///     scopes: {parcels.read: Read parcels, parcels.purge: Forget all parcels}
    /// security:
    ///   - signIn: [parcels.read]
    /// paths: {}
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
    ///   signIn:
    ///     type: oauth2
    ///     flow: accessCode
    ///     authorizationUrl: https://id.example-post.net/authorize
    ///     tokenUrl: https://id.example-post.net/token
    ///     scopes: {parcels.read: Read parcels}
    /// security:
    ///   - signIn: [parcels.read]
    /// paths: {}
    /// ```
    ScopeUnused = "scope-unused" {
        family: Scope,
        api: Level::On(Severity::Info),
        connector: Level::On(Severity::Info),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "RFC 9700 section 2.3: access token privilege restriction" => "https://www.rfc-editor.org/rfc/rfc9700.html#section-2.3",
            "OpenID Connect Core section 5.4: requesting claims using scope values" => "https://openid.net/specs/openid-connect-core-1_0.html#ScopeClaims",
            "CWE-250: Execution with Unnecessary Privileges" => "https://cwe.mitre.org/data/definitions/250.html",
        ],
    }
}

/// How many of the others are pointed at.
const SHOWN: usize = 5;

impl Rule for ScopeUnused {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        let spec = cx.spec();
        let mut has_scopes = spec.schemes().iter().flat_map(defined);
        if has_scopes.next().is_none() {
            return;
        }
        let mut asked = Asked::default();
        let mut note = |one: &SchemeUse<'_>| {
            if let Some(scheme) = spec.scheme(one.name) {
                let scopes = one.scopes.iter().map(|scope| scope.text().into_owned());
                asked.note(scheme.node.id(), scopes);
            }
        };
        named::each(cx, &mut note);
        named::each_other(spec, &mut note);
        if asked.is_empty() || named::elsewhere(spec) {
            return;
        }
        for scheme in spec.distinct_schemes() {
            let unused = asked.unused(scheme);
            if let Some(draft) = draft(&unused) {
                cx.report(draft);
            }
        }
    }
}

fn draft(unused: &[NodeRef<'_>]) -> Option<Draft> {
    let (first, others) = unused.split_first()?;
    let mut draft = Draft::key(*first, message(first.key(), others.len()))
        .label("needed by no operation")
        .help("remove it, or ask for it where it is needed");
    for other in others.iter().take(SHOWN) {
        draft = draft.related(Label::key(*other, "nor this one"));
    }
    Some(draft)
}
