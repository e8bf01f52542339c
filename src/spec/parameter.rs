//! Parameters.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::document::{NodeRef, Symbol, key};

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
    pub fn schema_member(&self, symbol: Symbol) -> Option<NodeRef<'d>> {
        let schema = || self.node.member(key::SCHEMA)?.member(symbol);
        self.node.member(symbol).or_else(schema)
    }

    /// Its place and name, as no other parameter beside it may have them.
    fn identity(&self) -> Option<(ParameterPlace, Cow<'d, str>)> {
        let (place, name) = (self.place?, self.name.clone()?);
        let lowered =
            place == ParameterPlace::Header && name.bytes().any(|b| b.is_ascii_uppercase());
        let name = if lowered {
            Cow::Owned(name.to_ascii_lowercase())
        } else {
            name
        };
        Some((place, name))
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

/// From how many parameters on they are looked up instead of compared one by one.
const MANY: usize = 16;

/// Parameters, each place and name once: the first stands for those that follow.
#[derive(Default)]
pub struct DistinctParameters<'d> {
    list: Vec<Parameter<'d>>,
    /// Where each stands in the list, once there are many. The names are a stranger's: the map's hash
    /// is one that nobody can foresee.
    known: HashMap<(ParameterPlace, Cow<'d, str>), usize>,
}

impl<'d> DistinctParameters<'d> {
    /// Add a parameter, or give back the one that has its place and name already. What lacks either
    /// is like no other.
    pub fn add(&mut self, parameter: Parameter<'d>) -> Option<&Parameter<'d>> {
        let earlier = self.position(&parameter);
        if earlier.is_none() {
            self.list.push(parameter);
        }
        earlier.map(|at| &self.list[at])
    }

    /// All of them, in the order they were added.
    pub fn into_list(self) -> Vec<Parameter<'d>> {
        self.list
    }

    fn position(&mut self, parameter: &Parameter<'d>) -> Option<usize> {
        let (place, name) = parameter.identity()?;
        if self.list.len() < MANY {
            return self.list.iter().position(|one| one.is(place, &name));
        }
        if self.known.is_empty() {
            let known = self.list.iter().enumerate().rev();
            self.known = known
                .filter_map(|(at, one)| Some((one.identity()?, at)))
                .collect();
        }
        let at = *self.known.entry((place, name)).or_insert(self.list.len());
        (at < self.list.len()).then_some(at)
    }
}
