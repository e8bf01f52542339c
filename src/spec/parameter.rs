//! Parameters.

use std::borrow::Cow;

use crate::document::{NodeRef, key};

/// Where a parameter is sent.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ParameterPlace {
    /// In the query.
    Query,
    /// In a header.
    Header,
    /// In the path.
    Path,
    /// In a cookie (3.x).
    Cookie,
    /// In a form (2.0).
    FormData,
    /// The body (2.0).
    Body,
    /// The whole query string as one value (3.2).
    QueryString,
}

impl ParameterPlace {
    /// The place an `in` member names.
    pub fn of_name(name: &str) -> Option<Self> {
        Some(match name {
            "query" => Self::Query,
            "header" => Self::Header,
            "path" => Self::Path,
            "cookie" => Self::Cookie,
            "formData" => Self::FormData,
            "body" => Self::Body,
            "querystring" => Self::QueryString,
            _ => return None,
        })
    }
}

/// A Parameter Object.
#[derive(Clone, Debug)]
pub struct Parameter<'d> {
    /// Where it is listed: the object itself or a `$ref` to it.
    pub entry: NodeRef<'d>,
    /// The object, references followed.
    pub node: NodeRef<'d>,
    /// Its name.
    pub name: Option<Cow<'d, str>>,
    /// Where it is sent.
    pub place: Option<ParameterPlace>,
}

impl<'d> Parameter<'d> {
    /// View a Parameter Object. `entry` is where it is listed.
    pub fn new(entry: NodeRef<'d>, node: NodeRef<'d>) -> Self {
        let place = node.member(key::IN).and_then(NodeRef::as_str);
        Self {
            entry,
            node,
            name: node.member(key::NAME).and_then(NodeRef::as_str),
            place: place.and_then(|place| ParameterPlace::of_name(&place)),
        }
    }

    /// A member of its type description: beside the name in 2.0, under `schema` in 3.x.
    pub fn schema_member(&self, member: &str) -> Option<NodeRef<'d>> {
        let symbol = self.node.document().symbols().lookup(member)?;
        let schema = || self.node.member(key::SCHEMA)?.member(symbol);
        self.node.member(symbol).or_else(schema)
    }

    /// True when an operation that lists it does not take `other` of its path item too.
    pub(super) fn replaces(&self, other: &Self) -> bool {
        match (other.place, &other.name) {
            (Some(place), Some(name)) => self.is(place, name),
            _ => false,
        }
    }

    /// True when it has this place and name. Header names have no case (RFC 9110 section 5.1).
    pub fn is(&self, place: ParameterPlace, name: &str) -> bool {
        let Some(own) = &self.name else { return false };
        self.place == Some(place)
            && if place == ParameterPlace::Header {
                own.eq_ignore_ascii_case(name)
            } else {
                own == name
            }
    }
}
