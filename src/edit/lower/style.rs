//! How a document is written, read off the document itself.

use super::lines::{column, indent, own_line};
use crate::document::{Document, Format, Kind, Node, NodeId};
use crate::text::Newline;

/// How many nodes are looked at.
const SAMPLE: usize = 4000;

/// The quote YAML strings are written in when they need one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::edit) enum Quote {
    /// `'…'`
    Single,
    /// `"…"`
    Double,
}

/// How a document is written.
#[derive(Clone, Debug)]
pub(in crate::edit) struct Style {
    /// The line end.
    pub(in crate::edit) newline: &'static str,
    /// One level of indentation.
    pub(in crate::edit) unit: String,
    /// Members stand on lines of their own.
    pub(in crate::edit) multiline: bool,
    /// What stands between a key and its value.
    pub(in crate::edit) colon: String,
    /// How far a YAML dash is indented below its key.
    pub(in crate::edit) dash: usize,
    /// The quote for YAML strings.
    pub(in crate::edit) quote: Quote,
}

impl Style {
    /// Read the style off the first nodes of a document.
    pub(in crate::edit) fn of(document: &Document) -> Self {
        let text = document.text();
        let sample = document.nodes().iter().skip(1).take(SAMPLE);
        let unit = sample.clone().find_map(|node| unit(document, node));
        let yaml = document.format() == Format::Yaml;
        Self {
            newline: Newline::of(text).as_str(),
            multiline: yaml || unit.is_some(),
            unit: unit.unwrap_or_else(|| "  ".to_owned()),
            colon: sample
                .clone()
                .find_map(|node| colon(text, node))
                .unwrap_or(": ")
                .to_owned(),
            dash: sample
                .clone()
                .find_map(|node| dash(document, node))
                .unwrap_or(2),
            quote: sample
                .clone()
                .find_map(|node| quote(text, node))
                .unwrap_or(Quote::Double),
        }
    }
}

/// The indentation that a node on its own line has beyond its container's line.
fn unit(document: &Document, node: &Node) -> Option<String> {
    if !node.has_key() || node.parent == NodeId::NONE {
        return None;
    }
    let text = document.text();
    let container = document.node(node.parent);
    let inner = own_line(text, node.key_start as usize)?;
    let outer = if document.format() == Format::Json {
        indent(text, first_byte(container))
    } else if container.has_key() {
        own_line(text, container.key_start as usize)?
    } else {
        return None;
    };
    let unit = inner.strip_prefix(outer)?;
    (!unit.is_empty()).then(|| unit.to_owned())
}

/// The first byte of a member: its key's, or an item's value's.
fn first_byte(node: &Node) -> usize {
    node.key_span().map_or(node.start, |key| key.start) as usize
}

/// The colon and what surrounds it, when key and scalar share a line.
fn colon<'t>(text: &'t str, node: &Node) -> Option<&'t str> {
    if !node.has_key() || node.start == node.end || node.is_container() {
        return None;
    }
    let between = &text[node.key_end as usize..node.start as usize];
    spelling(between)
}

/// The text between key and value, when it is a colon and blanks.
pub(super) fn spelling(between: &str) -> Option<&str> {
    let rest = between.trim_matches([' ', '\t']);
    (rest == ":").then_some(between)
}

fn dash(document: &Document, node: &Node) -> Option<usize> {
    let block = !node.flags.has(crate::document::Flags::FLOW);
    if document.format() == Format::Json || node.kind != Kind::Array || !block || !node.has_key() {
        return None;
    }
    let text = document.text();
    own_line(text, node.start as usize)?;
    column(text, node.start as usize).checked_sub(column(text, node.key_start as usize))
}

fn quote(text: &str, node: &Node) -> Option<Quote> {
    match text.as_bytes().get(node.start as usize) {
        Some(b'\'') if node.kind == Kind::String => Some(Quote::Single),
        Some(b'"') if node.kind == Kind::String => Some(Quote::Double),
        _ => None,
    }
}
