//! What a tag makes of a node (YAML 1.2.2 sections 10.1 to 10.3).

use granit_parser::Tag;

use crate::document::Kind;
use crate::document::yaml::plain_kind;

/// A node cannot be what its tag says: what was expected.
pub(super) struct Mismatch(pub(super) &'static str);

/// The kind of a tagged scalar.
///
/// The core types need a text of theirs. Every other tag (`!!binary`, `!!timestamp`, `!`, `!own`)
/// leaves the text a string: what else it could be only its author knows.
pub(super) fn scalar_kind(tag: &Tag, text: &str) -> Result<Kind, Mismatch> {
    let Some(name) = tag.core_suffix() else {
        return Ok(Kind::String);
    };
    let kind = plain_kind(text).0;
    match (name, kind) {
        ("null", Kind::Null)
        | ("bool", Kind::True | Kind::False)
        | ("int", Kind::Integer)
        | ("float", Kind::Float) => Ok(kind),
        ("float", Kind::Integer) => Ok(Kind::Float),
        ("null", _) => Err(Mismatch("`null`, `~` or nothing")),
        ("bool", _) => Err(Mismatch("`true` or `false`")),
        ("int", _) => Err(Mismatch("an integer like 12, 0o14 or 0xC")),
        ("float", _) => Err(Mismatch("a number like 1.5, 1e9 or .inf")),
        ("seq", _) => Err(Mismatch("a list")),
        ("map", _) => Err(Mismatch("a mapping")),
        _ => Ok(Kind::String),
    }
}

/// Whether a collection may carry a tag.
pub(super) fn check_collection(tag: &Tag, kind: Kind) -> Result<(), Mismatch> {
    match (tag.core_suffix(), kind) {
        (Some("seq"), Kind::Object) => Err(Mismatch("a list")),
        (Some("map"), Kind::Array) => Err(Mismatch("a mapping")),
        (Some("str" | "int" | "float" | "bool" | "null"), _) => Err(Mismatch("a scalar")),
        _ => Ok(()),
    }
}
