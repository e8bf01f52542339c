//! Values and the types they are said to have.

use crate::document::{Kind, NodeRef};

/// True when a value is of a type, or the type is none that is known. A number with nothing but
/// zeros behind its point is an integer (JSON Schema validation, section 6.1.1).
pub(super) fn fits(value: NodeRef<'_>, kind: &str) -> bool {
    match kind {
        "string" => value.is_string(),
        "boolean" => matches!(value.kind(), Kind::True | Kind::False),
        "integer" => value.kind() == Kind::Integer || is_whole(value),
        "number" => matches!(value.kind(), Kind::Integer | Kind::Float),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => true,
    }
}

fn is_whole(value: NodeRef<'_>) -> bool {
    let number = (value.kind() == Kind::Float).then(|| value.text().parse::<f64>());
    number.is_some_and(|number| number.is_ok_and(|number| number.fract() == 0.0))
}
