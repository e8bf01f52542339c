//! The role a node plays in an OpenAPI document.

use super::{Method, Version};
use crate::document::{Symbol, key};

/// What a node is in the specification's terms. [`Role::Other`] ends the walk of a subtree:
/// examples, extensions, unknown members.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum Role {
    Other,
    Root,
    Info,
    Paths,
    Webhooks,
    PathItem,
    Operation,
    AdditionalOperations,
    Parameters,
    Parameter,
    Responses,
    Response,
    SecuritySchemes,
    SecurityScheme,
    Flows,
    Flow,
    Requirements,
    Requirement,
    Schema,
    SchemaMap,
    SchemaList,
    Servers,
    Server,
    Components,
    ParameterMap,
    ResponseMap,
    BodyMap,
    Body,
    Content,
    MediaType,
    Headers,
    Header,
    Schemes,
    Tags,
    Callbacks,
    Callback,
    Links,
    Link,
    Examples,
    EncodingMap,
    Encoding,
}

use Role as R;

impl Role {
    /// The role of a member from its parent's role and its key (for items: their array's role).
    #[inline]
    #[must_use]
    pub fn of_child(self, symbol: Symbol, version: Version) -> Self {
        match self {
            R::Root => root(symbol, version),
            R::Components => components(symbol),
            R::Paths | R::Webhooks | R::Callback => R::PathItem,
            R::PathItem => path_item(symbol, version),
            R::Operation => operation(symbol),
            R::AdditionalOperations => R::Operation,
            R::Parameters | R::ParameterMap => R::Parameter,
            R::Parameter | R::Header => parameter(symbol, version),
            R::Responses | R::ResponseMap => R::Response,
            R::Response => response(symbol),
            R::Headers => R::Header,
            R::BodyMap => R::Body,
            R::Body if symbol == key::CONTENT => R::Content,
            R::Content => R::MediaType,
            R::MediaType => media_type(symbol),
            R::EncodingMap => R::Encoding,
            R::Encoding if symbol == key::HEADERS => R::Headers,
            R::SecuritySchemes => R::SecurityScheme,
            R::SecurityScheme if symbol == key::FLOWS => R::Flows,
            R::Flows => R::Flow,
            R::Requirements => R::Requirement,
            R::SchemaMap | R::SchemaList => R::Schema,
            R::Schema => schema(symbol),
            R::Servers => R::Server,
            R::Callbacks => R::Callback,
            R::Links => R::Link,
            R::Link if symbol == key::SERVER => R::Server,
            _ => R::Other,
        }
    }
}

fn root(symbol: Symbol, version: Version) -> Role {
    match (symbol, version.is_3()) {
        (key::INFO, _) => R::Info,
        (key::PATHS, _) => R::Paths,
        (key::SECURITY, _) => R::Requirements,
        (key::TAGS, _) => R::Tags,
        (key::DEFINITIONS, false) => R::SchemaMap,
        (key::PARAMETERS, false) => R::ParameterMap,
        (key::RESPONSES, false) => R::ResponseMap,
        (key::SECURITY_DEFINITIONS, false) => R::SecuritySchemes,
        (key::SCHEMES, false) => R::Schemes,
        (key::WEBHOOKS, true) if version >= Version::OpenApi31 => R::Webhooks,
        (key::COMPONENTS, true) => R::Components,
        (key::SERVERS, true) => R::Servers,
        _ => R::Other,
    }
}

fn components(symbol: Symbol) -> Role {
    match symbol {
        key::SCHEMAS => R::SchemaMap,
        key::PARAMETERS => R::ParameterMap,
        key::RESPONSES => R::ResponseMap,
        key::SECURITY_SCHEMES => R::SecuritySchemes,
        key::REQUEST_BODIES => R::BodyMap,
        key::HEADERS => R::Headers,
        key::PATH_ITEMS => R::Paths,
        key::CALLBACKS => R::Callbacks,
        key::LINKS => R::Links,
        _ => R::Other,
    }
}

fn path_item(symbol: Symbol, version: Version) -> Role {
    if Method::of_version(symbol, version).is_some() {
        return R::Operation;
    }
    match symbol {
        key::ADDITIONAL_OPERATIONS if version >= Version::OpenApi32 => R::AdditionalOperations,
        key::PARAMETERS => R::Parameters,
        key::SERVERS => R::Servers,
        _ => R::Other,
    }
}

fn operation(symbol: Symbol) -> Role {
    match symbol {
        key::PARAMETERS => R::Parameters,
        key::RESPONSES => R::Responses,
        key::SECURITY => R::Requirements,
        key::REQUEST_BODY => R::Body,
        key::SERVERS => R::Servers,
        key::SCHEMES => R::Schemes,
        key::CALLBACKS => R::Callbacks,
        _ => R::Other,
    }
}

fn parameter(symbol: Symbol, version: Version) -> Role {
    match symbol {
        key::SCHEMA => R::Schema,
        key::CONTENT => R::Content,
        key::ITEMS if !version.is_3() => R::Schema,
        _ => R::Other,
    }
}

fn response(symbol: Symbol) -> Role {
    match symbol {
        key::SCHEMA => R::Schema,
        key::CONTENT => R::Content,
        key::HEADERS => R::Headers,
        key::LINKS => R::Links,
        key::EXAMPLES => R::Examples,
        _ => R::Other,
    }
}

fn media_type(symbol: Symbol) -> Role {
    match symbol {
        key::SCHEMA | key::ITEM_SCHEMA => R::Schema,
        key::ENCODING => R::EncodingMap,
        _ => R::Other,
    }
}

fn schema(symbol: Symbol) -> Role {
    match symbol {
        key::PROPERTIES | key::PATTERN_PROPERTIES | key::DEFS | key::DEPENDENT_SCHEMAS => {
            R::SchemaMap
        }
        key::ITEMS
        | key::ADDITIONAL_PROPERTIES
        | key::NOT
        | key::IF
        | key::THEN
        | key::ELSE
        | key::CONTAINS
        | key::PROPERTY_NAMES
        | key::ADDITIONAL_ITEMS
        | key::UNEVALUATED_PROPERTIES
        | key::UNEVALUATED_ITEMS => R::Schema,
        key::ALL_OF | key::ONE_OF | key::ANY_OF | key::PREFIX_ITEMS => R::SchemaList,
        _ => R::Other,
    }
}
