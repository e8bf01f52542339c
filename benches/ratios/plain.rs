//! The value that `serde_json` builds without its features `preserve_order` and
//! `arbitrary_precision`, which oneauth turns on and which slow its own `Value` down.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// A JSON value as most programs hold it.
#[allow(dead_code, reason = "built to be measured, never read")]
pub(crate) enum Plain {
    Null,
    Bool(bool),
    Number(f64),
    String(String),
    Array(Vec<Plain>),
    Object(BTreeMap<String, Plain>),
}

impl Plain {
    /// Read a text with `serde_json`.
    pub(crate) fn read(text: &str) -> Self {
        serde_json::from_slice(text.as_bytes()).expect("the input is JSON")
    }
}

impl<'de> Deserialize<'de> for Plain {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Builder)
    }
}

struct Builder;

impl<'de> Visitor<'de> for Builder {
    type Value = Plain;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Plain, E> {
        Ok(Plain::Null)
    }

    fn visit_bool<E>(self, yes: bool) -> Result<Plain, E> {
        Ok(Plain::Bool(yes))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Plain, E> {
        Ok(Plain::Number(number as f64))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Plain, E> {
        Ok(Plain::Number(number as f64))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Plain, E> {
        Ok(Plain::Number(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Plain, E> {
        Ok(Plain::String(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Plain, E> {
        Ok(Plain::String(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Plain, A::Error> {
        let mut out = Vec::new();
        while let Some(item) = items.next_element()? {
            out.push(item);
        }
        Ok(Plain::Array(out))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Plain, A::Error> {
        let mut out = BTreeMap::new();
        while let Some((key, value)) = members.next_entry()? {
            out.insert(key, value);
        }
        Ok(Plain::Object(out))
    }
}
