//! `diff:transport-downgrade`

use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::Level;
use crate::spec::Version;

declare_rule! {
    /// Calls are no longer encrypted, or go to another host.
    ///
    /// Over plain http everyone on the way reads and changes calls, credentials included. Another host
    /// receives every credential from now on. A document that stopped saying how it is reached leaves
    /// the choice to the importing tool.
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
    /// schemes: [http]
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
    TransportDowngrade = "diff:transport-downgrade" {
        family: Diff,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "CWE-319: cleartext transmission of sensitive information" => "https://cwe.mitre.org/data/definitions/319.html",
        ],
    }
}
