//! Our tree as the validator sees it: no copy is made, JSON and YAML alike.

use std::borrow::Cow;
use std::sync::OnceLock;

use jsonschema::JsonType;
use jsonschema::json::{Array, Json, JsonNumber, Node, NodeIdentity, Object};
use serde_json::{Number, Value};

use super::unique::first_repeated;
use crate::document::{self, Children, Entries, Format, Kind, NodeRef, Symbol, Symbols};

/// Our tree as a representation of JSON.
pub(super) struct Tree;

/// A node, or a key that is looked at like one.
#[derive(Clone, Copy)]
pub(super) enum View<'d> {
    /// A node of the document.
    Node(NodeRef<'d>),
    /// The text of a key.
    Text(&'d str),
}

/// A member's name in a schema, and its symbol when every document has it.
pub(super) struct Key {
    symbol: Option<Symbol>,
    text: String,
}

impl Json for Tree {
    type Node<'a> = View<'a>;
    type PreparedKey = Key;
    type StringBuffer = String;

    const KEYS_PER_LOOKUP: usize = 32;
    // endless documents are refused before they get here
    const ACYCLIC: bool = true;

    fn prepare_key(key: &str) -> Key {
        static WELL_KNOWN: OnceLock<Symbols> = OnceLock::new();
        Key {
            symbol: WELL_KNOWN.get_or_init(Symbols::default).lookup(key),
            text: key.to_owned(),
        }
    }

    fn with_string_node<T>(buffer: &mut String, string: &str, f: impl FnOnce(View<'_>) -> T) -> T {
        buffer.clear();
        buffer.push_str(string);
        f(View::Text(buffer))
    }
}

impl<'d> View<'d> {
    fn node(self) -> Option<NodeRef<'d>> {
        match self {
            Self::Node(node) => Some(node),
            Self::Text(_) => None,
        }
    }

    fn kind(self) -> Kind {
        self.node().map_or(Kind::String, NodeRef::kind)
    }
}

impl<'d> Node<'d, Tree> for View<'d> {
    type Object = Members<'d>;
    type Array = Items<'d>;
    type Number = NumberText<'d>;

    fn as_object(&self) -> Option<Members<'d>> {
        self.node().filter(|node| node.is_object()).map(Members)
    }

    fn as_array(&self) -> Option<Items<'d>> {
        self.node().filter(|node| node.is_array()).map(Items)
    }

    fn as_string(&self) -> Option<Cow<'d, str>> {
        match *self {
            Self::Node(node) => node.as_str(),
            Self::Text(text) => Some(Cow::Borrowed(text)),
        }
    }

    fn as_number(&self) -> Option<NumberText<'d>> {
        matches!(self.kind(), Kind::Integer | Kind::Float)
            .then(|| self.node().map(NumberText::of))
            .flatten()
    }

    fn as_boolean(&self) -> Option<bool> {
        self.node()?.as_bool()
    }

    fn is_null(&self) -> bool {
        self.json_type() == JsonType::Null
    }

    fn is_number(&self) -> bool {
        matches!(self.kind(), Kind::Integer | Kind::Float)
    }

    fn json_type(&self) -> JsonType {
        match self.kind() {
            Kind::Null | Kind::Alias => JsonType::Null,
            Kind::True | Kind::False => JsonType::Boolean,
            Kind::Integer | Kind::Float => JsonType::Number,
            Kind::String => JsonType::String,
            Kind::Array => JsonType::Array,
            Kind::Object => JsonType::Object,
        }
    }

    /// No schema of ours compares with an array or an object.
    fn equals_value(&self, expected: &Value) -> bool {
        match expected {
            Value::String(text) => match *self {
                Self::Node(node) => node.is_str(text),
                Self::Text(own) => own == text,
            },
            Value::Bool(yes) => self.as_boolean() == Some(*yes),
            Value::Null => self.is_null(),
            Value::Number(number) => {
                let own = self.as_number().and_then(|own| own.as_f64());
                own.is_some() && own == number.as_f64()
            }
            _ => false,
        }
    }

    /// For errors only, which take their words from the document: containers are not copied.
    fn to_value(&self) -> Cow<'d, Value> {
        Cow::Owned(match *self {
            Self::Text(text) => Value::String(text.to_owned()),
            Self::Node(node) => node.as_bool().map_or(Value::Null, Value::Bool),
        })
    }

    fn identity(&self) -> Option<NodeIdentity> {
        let node = self.node()?.target();
        let document = std::ptr::from_ref(node.document()) as usize;
        Some(NodeIdentity::tagged(document, node.id().0))
    }
}

/// A number by its JSON text.
pub(super) struct NumberText<'d>(Cow<'d, str>);

impl<'d> NumberText<'d> {
    pub(super) fn of(node: NodeRef<'d>) -> Self {
        if node.document().format() == Format::Json {
            return Self(Cow::Borrowed(node.raw()));
        }
        match document::Value::of(node, 1) {
            Ok(document::Value::Number(text)) => Self(Cow::Owned(text)),
            // YAML's infinities: larger than any limit of a schema
            _ => Self(Cow::Borrowed("1e308")),
        }
    }
}

impl JsonNumber for NumberText<'_> {
    fn as_u64(&self) -> Option<u64> {
        self.0.parse().ok()
    }

    fn as_i64(&self) -> Option<i64> {
        self.0.parse().ok()
    }

    fn as_f64(&self) -> Option<f64> {
        self.0.parse().ok()
    }

    fn as_str(&self) -> Cow<'_, str> {
        Cow::Borrowed(&self.0)
    }

    fn to_number(&self) -> Cow<'_, Number> {
        Cow::Owned(serde_json::from_str(&self.0).unwrap_or_else(|_| 0.into()))
    }

    fn is_integer(&self) -> bool {
        let digits = self.0.strip_prefix('-').unwrap_or(&self.0);
        digits.bytes().all(|byte| byte.is_ascii_digit())
            || self.as_f64().is_some_and(|value| value.fract() == 0.0)
    }
}

/// An object.
#[derive(Clone, Copy)]
pub(super) struct Members<'d>(NodeRef<'d>);

impl<'d> Object<'d, Tree> for Members<'d> {
    type Node = View<'d>;
    type MemberName = &'d str;
    type MembersIter = Named<'d>;

    fn len(&self) -> usize {
        self.0.entries().count()
    }

    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn get(&self, key: &Key) -> Option<View<'d>> {
        let symbols = self.0.document().symbols();
        let symbol = key.symbol.or_else(|| symbols.lookup(&key.text))?;
        self.0.member(symbol).map(View::Node)
    }

    fn members(&self) -> Named<'d> {
        Named(self.0.entries())
    }
}

/// The members of an object with their names.
pub(super) struct Named<'d>(Entries<'d>);

impl<'d> Iterator for Named<'d> {
    type Item = (&'d str, View<'d>);

    fn next(&mut self) -> Option<Self::Item> {
        let entry = self.0.next()?;
        Some((entry.key(), View::Node(entry)))
    }
}

/// An array.
#[derive(Clone, Copy)]
pub(super) struct Items<'d>(NodeRef<'d>);

impl<'d> Array<'d, Tree> for Items<'d> {
    type Node = View<'d>;
    type ElementsIter = Elements<'d>;

    fn len(&self) -> usize {
        self.0.items().count()
    }

    fn elements(&self) -> Elements<'d> {
        Elements(self.0.items())
    }

    fn is_unique(&self) -> bool {
        first_repeated(self.0).is_none()
    }
}

/// The items of an array.
pub(super) struct Elements<'d>(Children<'d>);

impl<'d> Iterator for Elements<'d> {
    type Item = View<'d>;

    fn next(&mut self) -> Option<View<'d>> {
        self.0.next().map(View::Node)
    }
}
