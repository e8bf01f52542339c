//! Operations: a method at a path.

use super::Version;
use crate::document::{NodeRef, Symbol, key};

/// An HTTP method of a path item.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs)]
pub enum Method {
    Get,
    Put,
    Post,
    Delete,
    Options,
    Head,
    Patch,
    /// OpenAPI 3.x.
    Trace,
    /// OpenAPI 3.2.
    Query,
    /// A member of `additionalOperations` (OpenAPI 3.2).
    Additional,
}

impl Method {
    /// The method a path item's key names in a version: `trace` is OpenAPI 3.0's, `query` 3.2's.
    pub const fn of_version(symbol: Symbol, version: Version) -> Option<Self> {
        let Some(method) = Self::of_key(symbol) else {
            return None;
        };
        let since = match method {
            Self::Trace => Version::OpenApi30,
            Self::Query | Self::Additional => Version::OpenApi32,
            _ => Version::Swagger2,
        };
        if version.is_since(since) {
            Some(method)
        } else {
            None
        }
    }

    /// The method a path item's key names in any version.
    pub const fn of_key(symbol: Symbol) -> Option<Self> {
        Some(match symbol {
            key::GET => Self::Get,
            key::PUT => Self::Put,
            key::POST => Self::Post,
            key::DELETE => Self::Delete,
            key::OPTIONS => Self::Options,
            key::HEAD => Self::Head,
            key::PATCH => Self::Patch,
            key::TRACE => Self::Trace,
            key::QUERY => Self::Query,
            _ => return None,
        })
    }

    /// True for methods that are not meant to change anything (RFC 9110 section 9.2.1).
    pub const fn is_safe(self) -> bool {
        matches!(
            self,
            Self::Get | Self::Head | Self::Options | Self::Trace | Self::Query
        )
    }
}

/// Where an operation stands.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Origin {
    /// Under `paths`: the API is called.
    Paths,
    /// Under `webhooks` (3.1): the API calls.
    Webhooks,
    /// In a callback, or in a shared path item that no path uses.
    Elsewhere,
}

/// An operation.
#[derive(Clone, Copy, Debug)]
pub struct Operation<'d> {
    /// The path template, or the webhook's name.
    pub path: &'d str,
    /// The method.
    pub method: Method,
    /// The Operation Object; its key is the method as written.
    pub node: NodeRef<'d>,
    /// The Path Item Object it stands in, references followed.
    pub path_item: NodeRef<'d>,
    /// The member of `paths` or `webhooks`: the path item, or a reference that leads to it.
    pub entry: NodeRef<'d>,
    /// Under `paths` or `webhooks`.
    pub origin: Origin,
}

impl<'d> Operation<'d> {
    /// The method in capitals: `GET`; additional methods as the document writes them.
    pub fn method_name(&self) -> String {
        if self.method == Method::Additional {
            self.node.key().to_owned()
        } else {
            self.node.key().to_ascii_uppercase()
        }
    }

    /// `GET /pets/{id}`
    pub fn title(&self) -> String {
        let mut title = self.method_name();
        title.reserve_exact(1 + self.path.len());
        title.push(' ');
        title.push_str(self.path);
        title
    }

    /// The `operationId` member.
    pub fn operation_id(&self) -> Option<NodeRef<'d>> {
        self.node.member(key::OPERATION_ID)
    }

    /// The `security` member.
    pub fn security(&self) -> Option<NodeRef<'d>> {
        self.node.member(key::SECURITY)
    }
}
