//! `scope-undefined`

use rustc_hash::FxHashSet;

use super::pattern::fits;
use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta, Site};
use crate::spec::{Flow, SchemeKind, SecurityRequirement, SecurityScheme, Version};
use crate::text::suggest;

fn message(scope: &str, scheme: &str) -> String {
    format!("`{scheme}` does not define the scope `{scope}`")
}

declare_rule! {
    /// A requirement asks for a scope that the scheme does not define.
    ///
    /// Whoever builds the sign-in from the document asks for the wrong permissions: the call is
    /// refused, or the scope is silently dropped. Scopes with a wildcard or a parameter count as
    /// defined when they fit.
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
    ///     scopes: {parcels.read: Read parcels}
    /// security:
    ///   - signIn: [parcels.read, parcels.write]
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
    ///   signIn:
    ///     type: oauth2
    ///     flow: accessCode
    ///     authorizationUrl: https://id.example-post.net/authorize
    ///     tokenUrl: https://id.example-post.net/token
    ///     scopes: {parcels.read: Read parcels}
    /// security:
    ///   - signIn: [parcels.read]
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ScopeUndefined = "scope-undefined" {
        family: Scope,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Requirement],
        references: [
            "Swagger 2.0, Security Requirement Object" => "https://spec.openapis.org/oas/v2.0.html#security-requirement-object",
            "OpenAPI 3.1.1, Security Requirement Object" => "https://spec.openapis.org/oas/v3.1.1.html#security-requirement-object",
            "RFC 6749 section 3.3: access token scope" => "https://www.rfc-editor.org/rfc/rfc6749.html#section-3.3",
            "Microsoft, Swagger validator rules: OAuthSecurityRequirementValueMustBeScopeName" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ScopeUndefined {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_requirement(
        &self,
        cx: &mut Context<'_, '_>,
        requirement: &SecurityRequirement<'_>,
        _: Site<'_, '_>,
    ) {
        for used in &requirement.schemes {
            let Some(scheme) = cx.spec().scheme(used.name) else {
                continue;
            };
            if !matches!(scheme.kind, SchemeKind::OAuth2 { .. }) {
                continue;
            }
            // a set is worth its making when more than a few are looked up
            let names: FxHashSet<&str> = if used.scopes.len() > FEW {
                defined(scheme).collect()
            } else {
                FxHashSet::default()
            };
            for scope in &used.scopes {
                let text = scope.text();
                if !names.contains(&*text) && !is_defined(scheme, &text) {
                    let help = suggest::nearest(&text, defined(scheme).take(MOST_COMPARED));
                    let help = help.map(|near| format!("did you mean `{near}`?"));
                    let draft = Draft::value(*scope, message(&text, scheme.name))
                        .label("not defined")
                        .argument(text.as_ref())
                        .related(Label::key(scheme.entry, "the scheme"))
                        .help(help.unwrap_or_else(|| "define it in the scheme's `scopes`".into()));
                    cx.report(draft);
                }
            }
        }
    }
}

/// So many scopes are looked for one by one.
const FEW: usize = 8;
/// How many scopes an undefined one is compared with: nobody has more.
const MOST_COMPARED: usize = 200;

/// The scopes of all flows, and of a Swagger 2.0 scheme that does not name its flow.
fn defined<'s, 'd>(scheme: &'s SecurityScheme<'d>) -> impl Iterator<Item = &'d str> + use<'s, 'd> {
    let stray = scheme
        .node
        .member(key::SCOPES)
        .filter(|_| scheme.flows().is_empty());
    let stray = stray.into_iter().flat_map(NodeRef::entries);
    let flows = scheme.flows().iter().flat_map(Flow::scope_entries);
    flows.chain(stray).map(NodeRef::key)
}

/// True when a flow defines the scope: by its name, among several written as one text, or by a
/// pattern that fits.
fn is_defined(scheme: &SecurityScheme<'_>, scope: &str) -> bool {
    defined(scheme).any(|defined| {
        defined == scope
            || defined.split([' ', ',']).any(|one| one == scope)
            || fits(defined, scope)
            || fits(scope, defined)
    })
}
