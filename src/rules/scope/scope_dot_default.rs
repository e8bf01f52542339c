//! `scope-dot-default`

use crate::connector::ApiProperties;
use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta, Site};
use crate::spec::{FlowKind, SecurityRequirement, SecurityScheme, Version};

fn message(scope: &str) -> String {
    format!("`{scope}` takes every permission there is consent for")
}

declare_rule! {
    /// A scope takes every permission an application has consent for.
    ///
    /// `/.default` is not one permission but all of them. In a sign-in of users it defeats asking for
    /// as little as possible and asking step by step. For a service that signs in without a user it is
    /// the only way, and nothing is reported.
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
    ///     scopes: {"https://parcels.example-post.net/.default": All}
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
    ///     scopes: {"https://parcels.example-post.net/Parcels.Read": Read parcels}
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ScopeDotDefault = "scope-dot-default" {
        family: Scope,
        api: Level::On(Severity::Info),
        connector: Level::On(Severity::Info),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec, Requirement],
        references: [
            "Microsoft identity platform: scopes and the .default scope" => "https://learn.microsoft.com/entra/identity-platform/scopes-oidc#the-default-scope",
            "RFC 9700 section 2.3: access token privilege restriction" => "https://www.rfc-editor.org/rfc/rfc9700.html#section-2.3",
        ],
    }
}

impl Rule for ScopeDotDefault {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        let mut found = false;
        for scheme in cx.spec().schemes() {
            for flow in scheme
                .flows()
                .iter()
                .filter(|f| f.kind != Some(FlowKind::ClientCredentials))
            {
                for entry in flow.scope_entries().filter(|entry| takes_all(entry.key())) {
                    found = true;
                    cx.report(finish(Draft::key(entry, message(entry.key()))));
                }
            }
        }
        let Some(companion) = cx.companion().filter(|_| !found) else {
            return;
        };
        let parameters = ApiProperties::new(companion).all_parameters();
        for settings in parameters.iter().filter_map(|one| one.oauth()) {
            for scope in settings
                .scope_items()
                .filter(|scope| takes_all(&scope.text()))
            {
                cx.report(finish(Draft::value(scope, message(&scope.text()))));
            }
        }
    }

    fn check_requirement(
        &self,
        cx: &mut Context<'_, '_>,
        requirement: &SecurityRequirement<'_>,
        _: Site<'_, '_>,
    ) {
        for used in &requirement.schemes {
            let Some(scheme) = cx
                .spec()
                .scheme(used.name)
                .filter(|scheme| !scheme.flows().is_empty())
            else {
                continue;
            };
            for scope in used.scopes.iter().filter(|scope| takes_all(&scope.text())) {
                if !is_defined(scheme, &scope.text()) {
                    cx.report(finish(Draft::value(*scope, message(&scope.text()))));
                }
            }
        }
    }
}

fn finish(draft: Draft) -> Draft {
    draft
        .label("all of them")
        .help("name the permissions that the operations need")
}

/// True when one of the scopes in a text is `.default` of a resource.
fn takes_all(text: &str) -> bool {
    let mut scopes = text.split([' ', ',']);
    scopes.any(|scope| scope == ".default" || scope.ends_with("/.default"))
}

/// What is defined is reported there.
fn is_defined(scheme: &SecurityScheme<'_>, scope: &str) -> bool {
    scheme.flows().iter().any(|flow| flow.defines(scope))
}
