//! `connector-combined-auth`

use super::{beside, gateway};
use crate::connector::AuthType;
use crate::declare_rule;
use crate::edit::Change;
use crate::finding::{File, Fix, Label, Safety, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta, Site};
use crate::spec::{SchemeUse, SecurityRequirement, SecurityScheme, Version};

fn message(requirement: &SecurityRequirement<'_>) -> String {
    let names: Vec<&str> = requirement.schemes.iter().map(|used| used.name).collect();
    format!("a call must carry `{}` at once", names.join("` and `"))
}

declare_rule! {
    /// A requirement asks for several schemes at once.
    ///
    /// A connector sends one credential. Of a requirement that names two schemes together the platform
    /// uses one and calls fail with 401, unless a gateway policy adds the other. API Management exports
    /// its key together with OAuth 2.0 in this way.
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
    ///   parcelKey: {type: apiKey, in: header, name: X-Parcel-Key}
    /// security:
    ///   - signIn: [parcels.read]
    ///     parcelKey: []
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,fixed
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
    ///   parcelKey: {type: apiKey, in: header, name: X-Parcel-Key}
    /// security:
    ///   - signIn: [parcels.read]
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ConnectorCombinedAuth = "connector-combined-auth" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Error),
        fix: Some(Safety::Unsafe),
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Requirement],
        references: [
            "Swagger 2.0, Security Requirement Object" => "https://spec.openapis.org/oas/v2.0.html#security-requirement-object",
            "Microsoft, create a custom connector from an OpenAPI definition" => "https://learn.microsoft.com/connectors/custom-connectors/define-openapi-definition",
            "Microsoft, connection parameters of a custom connector" => "https://learn.microsoft.com/connectors/custom-connectors/connection-parameters",
        ],
    }
}

impl Rule for ConnectorCombinedAuth {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_requirement(
        &self,
        cx: &mut Context<'_, '_>,
        requirement: &SecurityRequirement<'_>,
        _: Site<'_, '_>,
    ) {
        let target = cx.target();
        let [first, others @ ..] = requirement.schemes.as_slice() else {
            return;
        };
        if target.constraints.combines || others.is_empty() {
            return;
        }
        let mut draft = Draft::key(first.entry, message(requirement))
            .label("this one")
            .note(format!("a {} sends one credential", target.title))
            .help("keep one and let a policy of the connector or the gateway send the other")
            .fix_if(keep_one(cx, requirement));
        for other in others {
            draft = draft.related(Label::key(other.entry, "together with this one"));
        }
        for label in beside::sends(cx, requirement) {
            draft = draft.related(label);
        }
        cx.report(draft);
    }
}

/// Keep the scheme whose credential the connection has anyway.
fn keep_one(cx: &Context<'_, '_>, requirement: &SecurityRequirement<'_>) -> Option<Fix> {
    if !cx.target().constraints.takes_first {
        return None;
    }
    let wanted = gateway::chosen(cx)?;
    let kept = requirement.schemes.iter().find(|used| {
        let scheme = cx.spec().scheme(used.name);
        scheme.and_then(type_of) == Some(wanted)
    })?;
    let goes = |used: &&SchemeUse<'_>| used.name != kept.name;
    let changes = requirement.schemes.iter().filter(goes).map(|used| {
        let entry = used.entry.id();
        Change::RemoveEntry { entry }
    });
    Some(Fix {
        title: format!(
            "keep `{}`, which is what the connection asks for",
            kept.name
        ),
        safety: Safety::Unsafe,
        file: File::Document,
        changes: changes.collect(),
    })
}

fn type_of(scheme: &SecurityScheme<'_>) -> Option<AuthType> {
    scheme.auth_kind().and_then(AuthType::of)
}
