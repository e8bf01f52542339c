//! Every rule there is, and how to find one.

use crate::rule::{Rule, RuleMeta};

macro_rules! catalogue {
    ($($family:ident::$rule:ident),* $(,)?) => {
        /// Every rule, by family.
        pub static ALL: &[&dyn Rule] = &[$(&super::$family::$rule),*];
    };
}

catalogue! {
    auth::AuthApikeyInQuery,
    auth::AuthApikeyOverHttp,
    auth::AuthBasic,
    auth::AuthBasicOverHttp,
    auth::AuthHeaderAsParameter,
    auth::AuthSchemeInvalid,
    auth::AuthTokenOverHttp,
    auth::CredentialInUrlParameter,
    auth::OperationWithoutAuth,
    auth::SecurityDefinitionsMissing,
    auth::SecurityEmptyArrayGlobal,
    auth::SecurityEmptyArrayOperation,
    auth::SecurityOptionalGlobal,
    auth::SecurityOptionalOperation,
    auth::SecurityRequirementMalformed,
    auth::SecurityRequirementScopesOnNonOauth,
    auth::SecurityRequirementUndefinedScheme,
    transport::HostInvalid,
    transport::TransportHttpGlobal,
    transport::TransportHttpOperation,
    transport::TransportHttpServer,
    transport::TransportSchemeUndefined,
    oauth::OauthAuthorizationUrlInvalid,
    oauth::OauthClientCredentialsFlow,
    oauth::OauthEntraMultiTenant,
    oauth::OauthFlowFieldMissing,
    oauth::OauthImplicitFlow,
    oauth::OauthPasswordFlow,
    oauth::OauthTenantMismatch,
    oauth::OauthTokenUrlInvalid,
    oauth::OauthUrlNotHttps,
    scope::ScopeDotDefault,
    scope::ScopeUndefined,
    connector::ConnectorApimKeyLeftover,
    connector::ConnectorApimTwinKey,
    connector::ConnectorAuthMismatch,
    connector::ConnectorCombinedAuth,
    connector::ConnectorDocumentTooLarge,
    connector::ConnectorDynamicHostHttp,
    connector::ConnectorFileNotStrictJson,
    connector::ConnectorHostMissing,
    connector::ConnectorNoAuthWithWrites,
    connector::ConnectorOneAuthType,
    connector::ConnectorOpenapi3,
    connector::ConnectorOperationAuthOverride,
    connector::ConnectorPublicAfterKeyRemoval,
    connector::ConnectorSecretParameterClearText,
    connector::ConnectorSecretParameterNotSecured,
    connector::ConnectorUnsupportedAuth,
    connector::ConnectorUnsupportedOauthFlow,
    structure::InvalidDocument,
    structure::RefRemote,
    placeholders::ExampleHost,
    placeholders::LocalhostUrl,
    placeholders::PlaceholderNullUrl,
    placeholders::PlaceholderUnresolved,
    secrets::ClientSecretInDocument,
    secrets::ConstantParameterSecret,
    secrets::CredentialDefaultValue,
    secrets::HardcodedSecret,
    secrets::PolicyLiteralCredential,
    secrets::SecretInDescription,
    secrets::ServerUrlCredentials,
    secrets::UrlEmbeddedCredential,
}

/// The rule of an id; of a former id too.
pub fn find(id: &str) -> Option<&'static dyn Rule> {
    ALL.iter().copied().find(|rule| rule.meta().answers_to(id))
}

/// The facts of every rule.
pub fn metas() -> impl Iterator<Item = &'static RuleMeta> {
    ALL.iter().map(|rule| rule.meta())
}
