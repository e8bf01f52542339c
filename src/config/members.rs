//! Reading members, each mistake with its place.

use std::borrow::Cow;
use std::fmt::Display;
use std::str::FromStr;
use std::sync::Arc;

use crate::document::NodeRef;
use crate::error::{Error, Misfit, Result};
use crate::text::{Span, suggest};

/// A mistake at a node's value.
pub(super) fn wrong(node: NodeRef<'_>, message: String, help: Option<String>) -> Error {
    misfit(node, first_line(node), message, help)
}

/// A mistake at a member's key.
pub(super) fn wrong_key(node: NodeRef<'_>, message: String, help: Option<String>) -> Error {
    let span = node.key_span().unwrap_or_else(|| first_line(node));
    misfit(node, span, message, help)
}

fn misfit(node: NodeRef<'_>, span: Span, message: String, help: Option<String>) -> Error {
    Error::Place(Box::new(Misfit {
        source: Arc::clone(node.document().source()),
        span,
        message,
        label: "here".into(),
        help,
    }))
}

fn first_line(node: NodeRef<'_>) -> Span {
    let Span { start, end } = node.span();
    let line = node.raw().find(['\n', '\r']).map(|at| start + at as u32);
    Span::new(start, line.unwrap_or(end))
}

/// The members of an object all of whose keys are known.
pub(super) fn members<'d>(node: NodeRef<'d>, known: &[&str]) -> Result<Vec<NodeRef<'d>>> {
    let members: Vec<NodeRef<'d>> = object(node)?.entries().collect();
    for member in &members {
        if !known.contains(&member.key()) {
            let help = suggest::help(member.key(), known.iter().copied());
            let message = format!("`{}` is not a setting", member.key());
            return Err(wrong_key(*member, message, help));
        }
    }
    Ok(members)
}

/// The node, when it is an object.
pub(super) fn object(node: NodeRef<'_>) -> Result<NodeRef<'_>> {
    expected(node, node.is_object(), "an object")
}

/// The items of an array.
pub(super) fn items(node: NodeRef<'_>) -> Result<impl Iterator<Item = NodeRef<'_>>> {
    Ok(expected(node, node.is_array(), "a list")?.items())
}

/// A string.
pub(super) fn text(node: NodeRef<'_>) -> Result<Cow<'_, str>> {
    node.as_str().ok_or_else(|| not(node, "a string"))
}

/// A string with something in it.
pub(super) fn words(node: NodeRef<'_>) -> Result<String> {
    let text = text(node)?.trim().to_owned();
    if text.is_empty() {
        return Err(wrong(node, "this is empty".into(), None));
    }
    Ok(text)
}

/// A string that names one of a few values; the error is the value's own.
pub(super) fn named<T: FromStr<Err: Display>>(node: NodeRef<'_>, known: &[&str]) -> Result<T> {
    let text = text(node)?;
    text.parse().map_err(|error: T::Err| {
        let help = suggest::help(&text, known.iter().copied());
        wrong(node, error.to_string(), help)
    })
}

/// A member that must be there.
pub(super) fn required<'d>(node: NodeRef<'d>, key: &str) -> Result<NodeRef<'d>> {
    node.get(key)
        .ok_or_else(|| wrong(node, format!("`{key}` is missing here"), None))
}

fn expected<'d>(node: NodeRef<'d>, is: bool, kind: &str) -> Result<NodeRef<'d>> {
    if is { Ok(node) } else { Err(not(node, kind)) }
}

fn not(node: NodeRef<'_>, kind: &str) -> Error {
    let found = node.kind().name();
    wrong(
        node,
        format!("{kind} is expected here, this is {found}"),
        None,
    )
}
