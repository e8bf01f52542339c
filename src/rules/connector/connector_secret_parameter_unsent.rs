//! `connector-secret-parameter-unsent`

use super::beside;
use crate::connector::{ApiProperties, ConnectionParameter};
use crate::declare_rule;
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{AuthKind, SecurityScheme, Version};

fn message(name: &str) -> String {
    format!("the connection asks for `{name}`, and nothing sends it")
}

declare_rule! {
    /// A connection asks for a second secret that nothing sends.
    ///
    /// The platform sends the one credential of the security scheme. Whatever else a connection asks for
    /// goes out only by a policy that reads it with `@connectionParameters('name')`, or by a script.
    ///
    /// # Example
    ///
    /// ```json,properties
    /// {
    ///   "properties": {
    ///     "connectionParameters": {
    ///       "api_key": {"type": "securestring"},
    ///       "account_token": {"type": "securestring"}
    ///     }
    ///   }
    /// }
    /// ```
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   parcelKey: {type: apiKey, in: header, name: X-Parcel-Key}
    /// security: [{parcelKey: []}]
    /// paths: {}
    /// ```
    ///
    /// # Instead
    ///
    /// ```json,properties
    /// {
    ///   "properties": {
    ///     "connectionParameters": {
    ///       "api_key": {"type": "securestring"}
    ///     }
    ///   }
    /// }
    /// ```
    ///
    /// ```yaml,silent
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   parcelKey: {type: apiKey, in: header, name: X-Parcel-Key}
    /// security: [{parcelKey: []}]
    /// paths: {}
    /// ```
    ConnectorSecretParameterUnsent = "connector-secret-parameter-unsent" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "Microsoft, connection parameters of a custom connector" => "https://learn.microsoft.com/connectors/custom-connectors/connection-parameters",
            "Microsoft, policy templates of a custom connector" => "https://learn.microsoft.com/connectors/custom-connectors/policy-templates",
        ],
    }
}

impl Rule for ConnectorSecretParameterUnsent {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        let Some(companion) = cx.companion() else {
            return;
        };
        let file = ApiProperties::new(companion);
        if file.has_script() || file.parameter_sets().is_some() || !sends_one_key(cx) {
            return;
        }
        let policies = file.policies();
        let is_free = |one: &ConnectionParameter<'_>| {
            one.belongs_to().is_none() && !policies.iter().any(|policy| policy.reads(one.name()))
        };
        let free: Vec<_> = beside::secrets(cx).into_iter().filter(is_free).collect();
        let Some((sent, others)) = free.split_first() else {
            return;
        };
        for parameter in others {
            let draft = Draft::key(parameter.entry(), message(parameter.name()))
                .label("asked for in vain")
                .related(Label::key(sent.entry(), "this one is sent"))
                .help("send it with a `setheader` policy, or do not ask for it");
            cx.report(draft);
        }
    }
}

/// True when the schemes are keys: of several, one is sent.
fn sends_one_key(cx: &Context<'_, '_>) -> bool {
    let kinds = cx.spec().schemes().iter().map(SecurityScheme::auth_kind);
    let is_key = |kind| matches!(kind, Some(AuthKind::ApiKeyHeader | AuthKind::ApiKeyQuery));
    let kinds: Vec<_> = kinds.collect();
    !kinds.is_empty() && kinds.into_iter().all(is_key)
}
