//! `diff:requirement-added`

use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::Level;
use crate::spec::Version;

declare_rule! {
    /// A security requirement was added.
    ///
    /// Requirements are alternatives: one more alternative is one more way in, and one more scheme
    /// inside an alternative is one more credential every client needs. The note says which of the two
    /// it is.
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
    ///   login: {type: basic}
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
    ///   login: {type: basic}
    /// security: [{parcelKey: [], login: []}]
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
    RequirementAdded = "diff:requirement-added" {
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
