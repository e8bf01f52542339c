//! `diff:apikey-location-changed`

use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::Level;
use crate::spec::Version;

declare_rule! {
    /// An API key is sent elsewhere, or under another name.
    ///
    /// Clients that send the key in the old place are refused. A key in the query ends up in logs,
    /// histories and referrers.
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
    ///   parcelKey: {type: apiKey, in: header, name: X-Parcel-Key}
    /// security: [{parcelKey: []}]
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
    ///   parcelKey: {type: apiKey, in: query, name: X-Parcel-Key}
    /// security: [{parcelKey: []}]
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
    ApikeyLocationChanged = "diff:apikey-location-changed" {
        family: Diff,
        api: Level::On(Severity::Warning),
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "CWE-598: use of GET request method with sensitive query strings" => "https://cwe.mitre.org/data/definitions/598.html",
            "OpenAPI 3.0.3: security scheme object" => "https://spec.openapis.org/oas/v3.0.3.html#security-scheme-object",
        ],
    }
}
