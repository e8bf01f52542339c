//! `diff:operation-moved`

use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::Level;
use crate::spec::Version;

declare_rule! {
    /// The path template or the method of an operation has been changed.
    ///
    /// It is still the same operation by its `operationId`, but clients call it where it no longer is.
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
    ///   parcelKey: {type: apiKey, in: header, name: X-Parcel-Key}
    /// security: [{parcelKey: []}]
    /// paths:
    ///   /shipments:
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
    OperationMoved = "diff:operation-moved" {
        family: Diff,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "Power Platform: versioning of operations" => "https://learn.microsoft.com/connectors/custom-connectors/operational-versioning",
        ],
    }
}
