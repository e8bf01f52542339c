//! `connector-gateway-oauth`

use crate::connector::{ApiProperties, ConnectionParameter};
use crate::declare_rule;
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::Version;

const MESSAGE: &str = "a connector through a gateway cannot sign in with OAuth 2.0";

declare_rule! {
    /// The connector goes through an on-premises gateway and signs in with OAuth 2.0.
    ///
    /// The platform offers OAuth 2.0 for APIs on the internet only. Through an on-premises data gateway a
    /// connection takes a key, a user name and password, or Windows sign-in; this one cannot be made.
    ///
    /// # Example
    ///
    /// ```json,properties
    /// {
    ///   "properties": {
    ///     "connectionParameters": {
    ///       "token": {"type": "oauthSetting", "oAuthSettings": {"identityProvider": "oauth2"}}
    ///     },
    ///     "capabilities": ["actions", "gateway"]
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
    ///   login:
    ///     type: oauth2
    ///     flow: accessCode
    ///     authorizationUrl: https://id.example-post.net/authorize
    ///     tokenUrl: https://id.example-post.net/token
    ///     scopes: {read: Read parcels}
    /// security: [{login: [read]}]
    /// paths: {}
    /// ```
    ///
    /// # Instead
    ///
    /// ```json,properties
    /// {
    ///   "properties": {
    ///     "connectionParameters": {
    ///       "token": {"type": "oauthSetting", "oAuthSettings": {"identityProvider": "oauth2"}}
    ///     },
    ///     "capabilities": ["actions"]
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
    ///   login:
    ///     type: oauth2
    ///     flow: accessCode
    ///     authorizationUrl: https://id.example-post.net/authorize
    ///     tokenUrl: https://id.example-post.net/token
    ///     scopes: {read: Read parcels}
    /// security: [{login: [read]}]
    /// paths: {}
    /// ```
    ConnectorGatewayOauth = "connector-gateway-oauth" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "Microsoft, connect to on-premises APIs with a data gateway" => "https://learn.microsoft.com/connectors/custom-connectors/data-gateway",
            "Microsoft, configure custom connectors with authenticated APIs" => "https://learn.microsoft.com/training/modules/configure-custom-connectors-api/",
        ],
    }
}

impl Rule for ConnectorGatewayOauth {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        let Some(properties) = cx.companion().map(ApiProperties::new) else {
            return;
        };
        let mut capabilities = properties.capabilities().into_iter();
        let gateway = capabilities.find(|one| one.text().eq_ignore_ascii_case("gateway"));
        let parameters = properties.all_parameters().into_iter();
        let mut sign_ins = parameters.filter(|one| one.oauth().is_some());
        let sign_in = sign_ins.next().map(ConnectionParameter::entry);
        if let (Some(gateway), Some(sign_in)) = (gateway, sign_in) {
            let draft = Draft::value(gateway, MESSAGE).related(Label::key(sign_in, "OAuth 2.0"));
            cx.report(draft.help("take a key or a password, or call the API on the internet"));
        }
    }
}
