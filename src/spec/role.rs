//! The role a node plays in an OpenAPI document.

use super::{Method, Version};
use crate::document::{Symbol, WELL_KNOWN_COUNT, key};

macro_rules! roles {
    ($($name:ident,)*) => {
        /// What a node is in the specification's terms. [`Role::Other`] ends the walk of a subtree:
        /// examples, extensions, unknown members.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(u8)]
        #[allow(missing_docs)]
        pub enum Role { $($name),* }

        const ALL: &[Role] = &[$(Role::$name),*];
    };
}

roles! {
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

const ROLES: usize = ALL.len();

use Role as R;

impl Role {
    /// The role of a member from its parent's role and its key (for items: their array's role).
    #[inline]
    #[must_use]
    pub fn of_child(self, symbol: Symbol, version: Version) -> Self {
        let column = symbol.index().min(WELL_KNOWN_COUNT);
        CHILDREN[version as usize][self as usize][column]
    }
}

/// The roles of children by version, the parent's role and the key; the last column is for all
/// other keys, and for items. Which case comes next is what a processor guesses badly: so it is
/// looked up.
static CHILDREN: [[[Role; WELL_KNOWN_COUNT + 1]; ROLES]; VERSIONS] = {
    let mut table = [[[R::Other; WELL_KNOWN_COUNT + 1]; ROLES]; VERSIONS];
    let mut version = 0;
    while version < VERSIONS {
        let mut role = 0;
        while role < ROLES {
            table[version][role] = row(ALL[role], Version::ALL[version]);
            role += 1;
        }
        version += 1;
    }
    table
};

const VERSIONS: usize = Version::ALL.len();

const fn row(parent: Role, version: Version) -> [Role; WELL_KNOWN_COUNT + 1] {
    let mut row = [R::Other; WELL_KNOWN_COUNT + 1];
    let mut symbol = 0;
    while symbol <= WELL_KNOWN_COUNT {
        row[symbol] = child(parent, Symbol(symbol as u32), version);
        symbol += 1;
    }
    row
}

const fn child(parent: Role, symbol: Symbol, version: Version) -> Role {
    match parent {
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
        R::Body => only(key::CONTENT, symbol, R::Content),
        R::Content => R::MediaType,
        R::MediaType => media_type(symbol),
        R::EncodingMap => R::Encoding,
        R::Encoding => only(key::HEADERS, symbol, R::Headers),
        R::SecuritySchemes => R::SecurityScheme,
        R::SecurityScheme => only(key::FLOWS, symbol, R::Flows),
        R::Flows => R::Flow,
        R::Requirements => R::Requirement,
        R::SchemaMap | R::SchemaList => R::Schema,
        R::Schema => schema(symbol),
        R::Servers => R::Server,
        R::Callbacks => R::Callback,
        R::Links => R::Link,
        R::Link => only(key::SERVER, symbol, R::Server),
        _ => R::Other,
    }
}

const fn only(named: Symbol, symbol: Symbol, role: Role) -> Role {
    if symbol.0 == named.0 { role } else { R::Other }
}

const fn root(symbol: Symbol, version: Version) -> Role {
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
        (key::WEBHOOKS, true) if version.is_since(Version::OpenApi31) => R::Webhooks,
        (key::COMPONENTS, true) => R::Components,
        (key::SERVERS, true) => R::Servers,
        _ => R::Other,
    }
}

const fn components(symbol: Symbol) -> Role {
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

const fn path_item(symbol: Symbol, version: Version) -> Role {
    if Method::of_version(symbol, version).is_some() {
        return R::Operation;
    }
    match symbol {
        key::ADDITIONAL_OPERATIONS if version.is_since(Version::OpenApi32) => {
            R::AdditionalOperations
        }
        key::PARAMETERS => R::Parameters,
        key::SERVERS => R::Servers,
        _ => R::Other,
    }
}

const fn operation(symbol: Symbol) -> Role {
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

const fn parameter(symbol: Symbol, version: Version) -> Role {
    match symbol {
        key::SCHEMA => R::Schema,
        key::CONTENT => R::Content,
        key::ITEMS if !version.is_3() => R::Schema,
        _ => R::Other,
    }
}

const fn response(symbol: Symbol) -> Role {
    match symbol {
        key::SCHEMA => R::Schema,
        key::CONTENT => R::Content,
        key::HEADERS => R::Headers,
        key::LINKS => R::Links,
        key::EXAMPLES => R::Examples,
        _ => R::Other,
    }
}

const fn media_type(symbol: Symbol) -> Role {
    match symbol {
        key::SCHEMA | key::ITEM_SCHEMA => R::Schema,
        key::ENCODING => R::EncodingMap,
        _ => R::Other,
    }
}

const fn schema(symbol: Symbol) -> Role {
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
