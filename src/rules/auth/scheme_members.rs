//! The members that security schemes have by their type.

use crate::spec::Version;

/// The types of Swagger 2.0.
pub(super) const TYPES_2: &[&str] = &["basic", "apiKey", "oauth2"];

/// Members that say what a scheme is, with the type they belong to. `scopes`, `bearerFormat` and
/// the like are left over in many documents and mislead nobody.
pub(super) const MISPLACED: &[(&str, &str)] = &[
    ("in", "apiKey"),
    ("flow", "oauth2"),
    ("flows", "oauth2"),
    ("authorizationUrl", "oauth2"),
    ("tokenUrl", "oauth2"),
    ("openIdConnectUrl", "openIdConnect"),
    ("scheme", "http"),
];

/// The types a version knows.
pub(super) const fn types_of(version: Version) -> &'static [&'static str] {
    match version {
        Version::Swagger2 => TYPES_2,
        Version::OpenApi30 => &["apiKey", "http", "oauth2", "openIdConnect"],
        Version::OpenApi31 | Version::OpenApi32 => {
            &["apiKey", "http", "mutualTLS", "oauth2", "openIdConnect"]
        }
    }
}
