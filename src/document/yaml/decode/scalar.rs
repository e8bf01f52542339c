//! A scalar of any style.

use super::{block, double, flow};
use crate::document::{Node, Style};

/// The text of a scalar that is not simply a part of its source.
pub(in crate::document) fn decode(text: &str, node: &Node) -> String {
    let raw = &text[node.start as usize..node.end as usize];
    match node.style {
        Style::Plain => flow::plain(raw),
        Style::Single => flow::single(&raw[1..raw.len() - 1]),
        Style::Double => double::double(&raw[1..raw.len() - 1]),
        Style::Literal | Style::Folded => block::block(&text[node.start as usize..], node),
        Style::None => raw.to_owned(),
    }
}
