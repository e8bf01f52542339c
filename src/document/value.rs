//! A plain owned value: what edits insert, and what two documents are compared by.

use rustc_hash::FxHashMap;

use super::{Document, Format, Kind, NodeRef, Symbol};

/// A value without a place. Numbers keep their text; objects keep their order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Value {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as JSON text.
    Number(String),
    /// A string.
    String(String),
    /// A list.
    Array(Vec<Value>),
    /// A mapping, in order, keys unique.
    Object(Vec<(String, Value)>),
}

/// The tree expands to more nodes than allowed: aliases can make a small text very large.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TooLarge;

impl Value {
    /// An object from its members.
    pub fn object<K: Into<String>>(members: impl IntoIterator<Item = (K, Self)>) -> Self {
        Self::Object(members.into_iter().map(|(k, v)| (k.into(), v)).collect())
    }

    /// An array from its items.
    pub fn array(items: impl IntoIterator<Item = Self>) -> Self {
        Self::Array(items.into_iter().collect())
    }

    /// True for an array or object with members.
    pub fn has_members(&self) -> bool {
        match self {
            Self::Array(items) => !items.is_empty(),
            Self::Object(members) => !members.is_empty(),
            _ => false,
        }
    }

    /// The member with this key.
    pub fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Object(members) => members.iter().find(|(k, _)| k == key).map(|(_, v)| v),
            _ => None,
        }
    }

    /// The text, when it is a string.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// The plain value of a node: aliases followed, merge keys applied, of duplicate keys the last
    /// at the place of the first. At most `budget` nodes are made.
    pub fn of(node: NodeRef<'_>, budget: usize) -> Result<Self, TooLarge> {
        let mut left = budget;
        copy(node, &mut left)
    }
}

impl Value {
    /// True when this is the plain value of a node; nothing is made to tell.
    pub fn is_of(&self, node: NodeRef<'_>) -> bool {
        match (self, node.kind()) {
            (Self::Null, Kind::Null | Kind::Alias)
            | (Self::Bool(true), Kind::True)
            | (Self::Bool(false), Kind::False) => true,
            (Self::String(text), Kind::String) => *text == node.text(),
            (_, Kind::Integer | Kind::Float) => *self == number(node),
            (Self::Array(own), Kind::Array) => {
                let mut items = node.items();
                own.iter()
                    .all(|value| items.next().is_some_and(|item| value.is_of(item)))
                    && items.next().is_none()
            }
            (Self::Object(own), Kind::Object) => self.has_members_of(own, node),
            _ => false,
        }
    }

    fn has_members_of(&self, own: &[(String, Self)], node: NodeRef<'_>) -> bool {
        if node.children().any(NodeRef::is_duplicate) {
            let budget = node.document().nodes().len();
            return Self::of(node, budget).as_ref() == Ok(self);
        }
        let mut entries = node.entries();
        let mut is_next = |key: &str, value: &Self| {
            let entry = entries.next();
            entry.is_some_and(|entry| entry.key() == key && value.is_of(entry))
        };
        own.iter().all(|(key, value)| is_next(key, value)) && entries.next().is_none()
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::String(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::String(text)
    }
}

impl From<bool> for Value {
    fn from(yes: bool) -> Self {
        Self::Bool(yes)
    }
}

impl Document {
    /// The plain value of the whole document. An expansion by aliases to more than a hundred times
    /// its nodes is refused.
    pub fn value(&self) -> Result<Value, TooLarge> {
        Value::of(self.root(), self.nodes().len().saturating_mul(100) + 10_000)
    }
}

fn copy(node: NodeRef<'_>, left: &mut usize) -> Result<Value, TooLarge> {
    *left = left.checked_sub(1).ok_or(TooLarge)?;
    Ok(match node.kind() {
        // an alias that names nothing reads as null
        Kind::Null | Kind::Alias => Value::Null,
        Kind::True => Value::Bool(true),
        Kind::False => Value::Bool(false),
        Kind::Integer | Kind::Float => number(node),
        Kind::String => Value::String(node.text().into_owned()),
        Kind::Array => Value::Array(
            node.items()
                .map(|item| copy(item, left))
                .collect::<Result<_, _>>()?,
        ),
        Kind::Object => Value::Object(members(node, left)?),
    })
}

fn members(node: NodeRef<'_>, left: &mut usize) -> Result<Vec<(String, Value)>, TooLarge> {
    let mut out: Vec<(String, Value)> = Vec::new();
    let repeats = node.children().any(NodeRef::is_duplicate);
    let mut places: FxHashMap<Symbol, usize> = FxHashMap::default();
    for entry in node.entries() {
        let value = copy(entry, left)?;
        if repeats && let Some(place) = places.insert(entry.key_symbol(), out.len()) {
            out[place].1 = value;
            places.insert(entry.key_symbol(), place);
        } else {
            out.push((entry.key().to_owned(), value));
        }
    }
    Ok(out)
}

/// A number as JSON text: YAML's bases, signs and leading zeros are taken out of it.
fn number(node: NodeRef<'_>) -> Value {
    let raw = node.text();
    if node.document().format() == Format::Json {
        return Value::Number(raw.into_owned());
    }
    let (sign, digits) = match raw.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", raw.strip_prefix('+').unwrap_or(&raw)),
    };
    if let Some(value) = radix(digits) {
        return Value::Number(format!("{sign}{value}"));
    }
    if node.kind() == Kind::Integer {
        let digits = digits.trim_start_matches('0');
        let digits = if digits.is_empty() { "0" } else { digits };
        return Value::Number(format!("{sign}{digits}"));
    }
    match digits.parse::<f64>() {
        Ok(value) if value.is_finite() => Value::Number(decimal(sign, digits)),
        // JSON has no infinity and no NaN; the text is all there is to compare
        _ => Value::String(raw.into_owned()),
    }
}

fn radix(digits: &str) -> Option<u128> {
    if let Some(hex) = digits.strip_prefix("0x") {
        return u128::from_str_radix(hex, 16).ok();
    }
    u128::from_str_radix(digits.strip_prefix("0o")?, 8).ok()
}

/// A YAML float as JSON text: `.5` gets its zero, `5.` loses its point, `007.5` its zeros.
fn decimal(sign: &str, digits: &str) -> String {
    let cut = digits.find(['e', 'E']).unwrap_or(digits.len());
    let (mantissa, exponent) = digits.split_at(cut);
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{whole}{point}{fraction}{exponent}")
}
