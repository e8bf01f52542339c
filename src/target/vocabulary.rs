//! The words constraints are made of.

/// A version of the specification.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Version {
    /// Swagger 2.0
    Swagger2,
    /// OpenAPI 3.0.x
    OpenApi30,
    /// OpenAPI 3.1.x
    OpenApi31,
    /// OpenAPI 3.2.x
    OpenApi32,
}

/// How a caller shows who it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum AuthKind {
    /// A key in a header.
    ApiKeyHeader,
    /// A key in the query.
    ApiKeyQuery,
    /// A key in a cookie.
    ApiKeyCookie,
    /// HTTP Basic, RFC 7617.
    Basic,
    /// HTTP Bearer, RFC 6750.
    Bearer,
    /// Any other HTTP authentication scheme.
    HttpOther,
    /// OAuth 2, RFC 6749.
    OAuth2,
    /// OpenID Connect Discovery.
    OpenIdConnect,
    /// A client certificate.
    MutualTls,
}

/// A grant of OAuth 2.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum FlowKind {
    /// RFC 6749 section 4.1
    AuthorizationCode,
    /// RFC 6749 section 4.2
    Implicit,
    /// RFC 6749 section 4.3
    Password,
    /// RFC 6749 section 4.4
    ClientCredentials,
    /// RFC 8628
    DeviceAuthorization,
}
