//! `diff:oauth-tenant-changed`

use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::Level;
use crate::spec::Version;

declare_rule! {
    /// A sign-in URL of Microsoft Entra ID names another tenant.
    ///
    /// Other accounts can sign in: those of another organization, or of every one.
    ///
    /// # Example
    ///
    /// The document as it was:
    ///
    /// ```yaml,old
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// basePath: /v1
    /// schemes: [https]
    /// securityDefinitions:
    ///   signIn:
    ///     type: oauth2
    ///     flow: accessCode
    ///     authorizationUrl: https://login.microsoftonline.com/fabrikam.onmicrosoft.com/oauth2/v2.0/authorize
    ///     tokenUrl: https://login.microsoftonline.com/fabrikam.onmicrosoft.com/oauth2/v2.0/token
    ///     scopes: {parcels.read: Read parcels}
    /// security: [{signIn: [parcels.read]}]
    /// paths:
    ///   /parcels:
    ///     get:
    ///       operationId: ListParcels
    ///       parameters:
    ///         - {name: status, in: query, type: string}
    ///       responses:
    ///         "200":
    ///           description: Parcels
    ///           schema:
    ///             type: object
    ///             properties:
    ///               weight: {type: number, format: double}
    /// ```
    ///
    /// The document as it is:
    ///
    /// ```yaml,new
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// basePath: /v1
    /// schemes: [https]
    /// securityDefinitions:
    ///   signIn:
    ///     type: oauth2
    ///     flow: accessCode
    ///     authorizationUrl: https://login.microsoftonline.com/fabrikam.onmicrosoft.com/oauth2/v2.0/authorize
    ///     tokenUrl: https://login.microsoftonline.com/organizations/oauth2/v2.0/token
    ///     scopes: {parcels.read: Read parcels}
    /// security: [{signIn: [parcels.read]}]
    /// paths:
    ///   /parcels:
    ///     get:
    ///       operationId: ListParcels
    ///       parameters:
    ///         - {name: status, in: query, type: string}
    ///       responses:
    ///         "200":
    ///           description: Parcels
    ///           schema:
    ///             type: object
    ///             properties:
    ///               weight: {type: number, format: double}
    /// ```
    OauthTenantChanged = "diff:oauth-tenant-changed" {
        family: Diff,
        api: Level::On(Severity::Warning),
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "Microsoft identity platform: application types and tenants" => "https://learn.microsoft.com/entra/identity-platform/v2-protocols",
        ],
    }
}
