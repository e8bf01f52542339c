//! `diff:scope-removed`

use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::Level;
use crate::spec::Version;

declare_rule! {
    /// An operation no longer requires a scope.
    ///
    /// Tokens with fewer rights are enough now.
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
    ///     scopes: {parcels.read: Read parcels, parcels.write: Change parcels}
    /// security: [{signIn: [parcels.read, parcels.write]}]
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
    ///     tokenUrl: https://login.example-post.net/token
    ///     scopes: {parcels.read: Read parcels, parcels.write: Change parcels}
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
    ScopeRemoved = "diff:scope-removed" {
        family: Diff,
        api: Level::On(Severity::Info),
        connector: Level::On(Severity::Info),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "OpenAPI 3.0.3: security requirement object" => "https://spec.openapis.org/oas/v3.0.3.html#security-requirement-object",
        ],
    }
}
