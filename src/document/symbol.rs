//! Keys interned per document: rules compare 32-bit symbols instead of text.

use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::sync::LazyLock;

/// An interned key. Well-known keys have the same symbol in every document.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Symbol(pub u32);

impl Symbol {
    /// No key: items and the root.
    pub const NONE: Self = Self(u32::MAX);

    /// As an index.
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// True for the keys that every document knows.
    pub const fn is_well_known(self) -> bool {
        self.index() < WELL_KNOWN_COUNT
    }
}

macro_rules! well_known {
    ($($name:ident = $text:literal,)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Order { $($name),* }

        /// Symbols of the keys that OpenAPI documents are made of.
        #[allow(missing_docs)]
        pub mod key {
            use super::{Order, Symbol};
            $(pub const $name: Symbol = Symbol(Order::$name as u32);)*
        }

        const WELL_KNOWN: &[&str] = &[$($text),*];
    };
}

well_known! {
    SWAGGER = "swagger",
    OPENAPI = "openapi",
    INFO = "info",
    PATHS = "paths",
    HOST = "host",
    BASE_PATH = "basePath",
    SCHEMES = "schemes",
    CONSUMES = "consumes",
    PRODUCES = "produces",
    DEFINITIONS = "definitions",
    PARAMETERS = "parameters",
    RESPONSES = "responses",
    SECURITY_DEFINITIONS = "securityDefinitions",
    SECURITY = "security",
    TAGS = "tags",
    EXTERNAL_DOCS = "externalDocs",
    COMPONENTS = "components",
    SERVERS = "servers",
    WEBHOOKS = "webhooks",
    SCHEMAS = "schemas",
    SECURITY_SCHEMES = "securitySchemes",
    REQUEST_BODIES = "requestBodies",
    REQUEST_BODY = "requestBody",
    HEADERS = "headers",
    EXAMPLES = "examples",
    LINKS = "links",
    CALLBACKS = "callbacks",
    PATH_ITEMS = "pathItems",
    GET = "get",
    PUT = "put",
    POST = "post",
    DELETE = "delete",
    OPTIONS = "options",
    HEAD = "head",
    PATCH = "patch",
    TRACE = "trace",
    QUERY = "query",
    ADDITIONAL_OPERATIONS = "additionalOperations",
    OPERATION_ID = "operationId",
    SUMMARY = "summary",
    DESCRIPTION = "description",
    DEPRECATED = "deprecated",
    NAME = "name",
    IN = "in",
    REQUIRED = "required",
    SCHEMA = "schema",
    TYPE = "type",
    FORMAT = "format",
    ITEMS = "items",
    PROPERTIES = "properties",
    ADDITIONAL_PROPERTIES = "additionalProperties",
    ALL_OF = "allOf",
    ONE_OF = "oneOf",
    ANY_OF = "anyOf",
    NOT = "not",
    ENUM = "enum",
    DEFAULT = "default",
    EXAMPLE = "example",
    CONTENT = "content",
    URL = "url",
    VARIABLES = "variables",
    FLOW = "flow",
    FLOWS = "flows",
    SCOPES = "scopes",
    AUTHORIZATION_URL = "authorizationUrl",
    TOKEN_URL = "tokenUrl",
    REFRESH_URL = "refreshUrl",
    IMPLICIT = "implicit",
    PASSWORD = "password",
    CLIENT_CREDENTIALS = "clientCredentials",
    AUTHORIZATION_CODE = "authorizationCode",
    APPLICATION = "application",
    ACCESS_CODE = "accessCode",
    SCHEME = "scheme",
    BEARER_FORMAT = "bearerFormat",
    OPEN_ID_CONNECT_URL = "openIdConnectUrl",
    REF = "$ref",
    TITLE = "title",
    VERSION = "version",
    MAX_LENGTH = "maxLength",
    MIN_LENGTH = "minLength",
    PATTERN = "pattern",
    MAXIMUM = "maximum",
    MINIMUM = "minimum",
    MAX_ITEMS = "maxItems",
    MIN_ITEMS = "minItems",
    READ_ONLY = "readOnly",
    WRITE_ONLY = "writeOnly",
    MERGE = "<<",
    CONST = "const",
    DEFS = "$defs",
    IF = "if",
    THEN = "then",
    ELSE = "else",
    PREFIX_ITEMS = "prefixItems",
    PATTERN_PROPERTIES = "patternProperties",
    PROPERTY_NAMES = "propertyNames",
    CONTAINS = "contains",
    DEPENDENT_SCHEMAS = "dependentSchemas",
    UNEVALUATED_PROPERTIES = "unevaluatedProperties",
    UNEVALUATED_ITEMS = "unevaluatedItems",
    DISCRIMINATOR = "discriminator",
    XML = "xml",
    NULLABLE = "nullable",
    MEDIA_TYPE = "mediaType",
    ENCODING = "encoding",
    STYLE = "style",
    EXPLODE = "explode",
    ALLOW_EMPTY_VALUE = "allowEmptyValue",
    ALLOW_RESERVED = "allowReserved",
    COLLECTION_FORMAT = "collectionFormat",
    SERVER = "server",
    LICENSE = "license",
    CONTACT = "contact",
    TERMS_OF_SERVICE = "termsOfService",
    DEVICE_AUTHORIZATION = "deviceAuthorization",
    DEVICE_AUTHORIZATION_URL = "deviceAuthorizationUrl",
    OPEN_ID_CONNECT = "openIdConnect",
    HTTP = "http",
    API_KEY = "apiKey",
    BASIC = "basic",
    OAUTH2 = "oauth2",
    X_MS_VISIBILITY = "x-ms-visibility",
    X_MS_SUMMARY = "x-ms-summary",
    ID = "id",
    DOLLAR_ID = "$id",
    DOLLAR_SCHEMA = "$schema",
    ADDITIONAL_ITEMS = "additionalItems",
    X_NULLABLE = "x-nullable",
    EMAIL = "email",
    ITEM_SCHEMA = "itemSchema",
    MAPPING = "mapping",
    PROPERTY_NAME = "propertyName",
    OPERATION_REF = "operationRef",
}

/// Number of well-known keys; their symbols are `0..WELL_KNOWN_COUNT`.
pub const WELL_KNOWN_COUNT: usize = WELL_KNOWN.len();

/// The keys of one document: open addressing over symbols, each text kept once in one arena.
#[derive(Clone, Debug)]
pub struct Symbols {
    /// Symbol + 1 at its hash's slot; 0 is free.
    slots: Vec<u32>,
    /// By symbol.
    keys: Vec<Interned>,
    arena: String,
    /// The hash that nobody can foresee, once keys have piled up under the fast one.
    keyed: Option<RandomState>,
}

/// A key: its hash, and where its text is in the arena.
#[derive(Clone, Copy, Debug)]
struct Interned {
    hash: u32,
    start: u32,
    end: u32,
}

impl Interned {
    const fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// How far from its place a key may stand in the table. Honest keys stay far below; a text made to
/// pile its keys up in one place would be read in quadratic time.
const MAX_DISPLACEMENT: usize = 256;

/// A table of the well-known keys, which each document starts with a copy of.
static ONLY_WELL_KNOWN: LazyLock<Symbols> = LazyLock::new(Symbols::well_known);

impl Default for Symbols {
    fn default() -> Self {
        ONLY_WELL_KNOWN.clone()
    }
}

impl Symbols {
    fn well_known() -> Self {
        let mut symbols = Self {
            slots: vec![0; 1024],
            keys: Vec::with_capacity(512),
            arena: String::with_capacity(8 << 10),
            keyed: None,
        };
        for (order, text) in WELL_KNOWN.iter().enumerate() {
            let symbol = symbols.intern(text);
            debug_assert_eq!(symbol.index(), order, "well-known keys are distinct");
        }
        symbols
    }

    /// Number of distinct keys.
    pub fn count(&self) -> usize {
        self.keys.len()
    }

    /// The text of a symbol; empty for [`Symbol::NONE`].
    #[inline]
    pub fn text(&self, symbol: Symbol) -> &str {
        if symbol == Symbol::NONE {
            return "";
        }
        &self.arena[self.keys[symbol.index()].range()]
    }

    /// The symbol of a text that some key has.
    pub fn lookup(&self, text: &str) -> Option<Symbol> {
        self.search(text, self.hash(text)).ok()
    }

    /// Every key that begins so.
    pub fn beginning_with(&self, beginning: &str) -> impl Iterator<Item = Symbol> {
        let texts = self
            .keys
            .iter()
            .map(|key| &self.arena.as_bytes()[key.range()]);
        let begins = move |(text, _): &(&[u8], u32)| text.starts_with(beginning.as_bytes());
        texts
            .zip(0..)
            .filter(begins)
            .map(|(_, order)| Symbol(order))
    }

    /// The symbol of a text, a new one if need be.
    #[inline]
    pub fn intern(&mut self, text: &str) -> Symbol {
        let hash = self.hash(text);
        match self.search(text, hash) {
            Ok(symbol) => symbol,
            Err(slot) => self.insert(text, hash, slot),
        }
    }

    /// Bytes the table takes.
    pub fn bytes(&self) -> usize {
        size_of::<u32>() * self.slots.capacity()
            + size_of::<Interned>() * self.keys.capacity()
            + self.arena.capacity()
    }

    /// The symbol of `text`, or the free slot where it belongs.
    #[allow(clippy::inline_always, reason = "a few steps, for every key")]
    #[inline(always)]
    fn search(&self, text: &str, hash: u32) -> Result<Symbol, usize> {
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        loop {
            let entry = self.slots[slot];
            if entry == 0 {
                return Err(slot);
            }
            let key = self.keys[entry as usize - 1];
            if key.hash == hash && same(&self.arena.as_bytes()[key.range()], text.as_bytes()) {
                return Ok(Symbol(entry - 1));
            }
            slot = (slot + 1) & mask;
        }
    }

    #[cold]
    fn insert(&mut self, text: &str, hash: u32, slot: usize) -> Symbol {
        let symbol = Symbol(self.keys.len() as u32);
        let start = self.arena.len() as u32;
        self.arena.push_str(text);
        let end = self.arena.len() as u32;
        self.keys.push(Interned { hash, start, end });
        self.slots[slot] = symbol.0 + 1;
        let displacement = slot.wrapping_sub(hash as usize) & (self.slots.len() - 1);
        if displacement > MAX_DISPLACEMENT && self.keyed.is_none() {
            self.key();
        }
        if self.keys.len() * 2 > self.slots.len() {
            self.place_all(self.slots.len() * 2);
        }
        symbol
    }

    #[inline]
    fn hash(&self, text: &str) -> u32 {
        match &self.keyed {
            None => fast_hash(text.as_bytes()),
            Some(keyed) => keyed.hash_one(text) as u32,
        }
    }

    /// Hash all keys anew by a hash that the text cannot have been made for.
    fn key(&mut self) {
        let keyed = RandomState::new();
        for key in &mut self.keys {
            key.hash = keyed.hash_one(&self.arena[key.range()]) as u32;
        }
        self.keyed = Some(keyed);
        self.place_all(self.slots.len());
    }

    /// Put every symbol into a table of this size.
    fn place_all(&mut self, size: usize) {
        let mut slots = vec![0; size];
        for (order, key) in self.keys.iter().enumerate() {
            let mut slot = key.hash as usize & (size - 1);
            while slots[slot] != 0 {
                slot = (slot + 1) & (size - 1);
            }
            slots[slot] = order as u32 + 1;
        }
        self.slots = slots;
    }
}

/// Equality of short texts, a few bytes a step: keys are short.
#[inline]
fn same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    match a.len() {
        0..4 => a.iter().eq(b),
        4..8 => ends::<4>(a) == ends::<4>(b),
        8..=16 => ends::<8>(a) == ends::<8>(b),
        _ => a == b,
    }
}

/// The first bytes of a text and its last ones.
#[inline]
fn ends<const N: usize>(text: &[u8]) -> (Option<&[u8; N]>, Option<&[u8; N]>) {
    (text.first_chunk(), text.last_chunk())
}

#[inline]
fn fast_hash(bytes: &[u8]) -> u32 {
    let mut hasher = rustc_hash::FxHasher::default();
    hasher.write(bytes);
    let wide = hasher.finish();
    (wide ^ (wide >> 32)) as u32
}
