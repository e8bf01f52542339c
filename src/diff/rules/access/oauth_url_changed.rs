//! `diff:oauth-url-changed`

use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::Level;
use crate::spec::Version;

declare_rule! {
    /// A URL of an OAuth 2.0 flow or of OpenID Connect changed.
    ///
    /// Whoever answers at the token URL receives authorization codes, refresh tokens and the client's
    /// secret. Another host is an error until someone has looked at it; plain http gives all of it to
    /// everyone on the way.
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
    ///     flow: accessCode
    ///     authorizationUrl: https://login.example-post.net/authorize
    ///     tokenUrl: https://login.example-post.net/oauth2/token
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
    OauthUrlChanged = "diff:oauth-url-changed" {
        family: Diff,
        api: Level::On(Severity::Warning),
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "RFC 9700: best current practice for OAuth 2.0 security" => "https://www.rfc-editor.org/rfc/rfc9700.html",
            "CWE-319: cleartext transmission of sensitive information" => "https://cwe.mitre.org/data/definitions/319.html",
        ],
    }
}
