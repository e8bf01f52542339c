//! `diff:operation-removed`

use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::Level;
use crate::spec::Version;

declare_rule! {
    /// An operation has been deleted.
    ///
    /// Every client and every flow that calls it breaks. Keep it, mark it deprecated, and offer the new
    /// one beside it.
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
    ///   /drafts:
    ///     get:
    ///       operationId: ListDrafts
    ///       responses: {"200": {description: Drafts}}
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
    OperationRemoved = "diff:operation-removed" {
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
