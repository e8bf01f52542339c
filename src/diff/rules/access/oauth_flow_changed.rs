//! `diff:oauth-flow-changed`

use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::Level;
use crate::spec::Version;

declare_rule! {
    /// An OAuth 2.0 scheme offers other flows.
    ///
    /// Clients that use the flow which went can no longer sign in. The implicit flow and the password
    /// flow give tokens and passwords away that the authorization code flow keeps.
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
    ///     authorizationUrl: https://login.example-post.net/authorize
    ///     tokenUrl: https://login.example-post.net/token
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
    ///     flow: implicit
    ///     authorizationUrl: https://login.example-post.net/authorize
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
    OauthFlowChanged = "diff:oauth-flow-changed" {
        family: Diff,
        api: Level::On(Severity::Warning),
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "RFC 9700: best current practice for OAuth 2.0 security" => "https://www.rfc-editor.org/rfc/rfc9700.html",
        ],
    }
}
