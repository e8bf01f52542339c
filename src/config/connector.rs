//! `connectors:` of a configuration: what `connector --from` builds.

use std::path::PathBuf;

use super::members::{items, members, required, text, words, wrong, wrong_key};
use crate::document::{NodeRef, Value};
use crate::error::Result;
use crate::finding::Label;

/// The shape of a parameter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shape {
    /// A text.
    Text,
    /// `true` or `false`.
    Switch,
    /// A list of texts, or an object from names to texts.
    Texts,
}

/// A parameter of `rewrite` and `connector`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Parameter {
    /// Its name, as on the command line without `--`.
    pub name: &'static str,
    /// Its shape.
    pub shape: Shape,
    /// What it does.
    pub help: &'static str,
}

const fn parameter(name: &'static str, shape: Shape, help: &'static str) -> Parameter {
    Parameter { name, shape, help }
}

/// The parameters an entry may have beside `export` and `out`.
pub const PARAMETERS: &[Parameter] = &[
    parameter(
        "to",
        Shape::Text,
        "the authentication type the document shall use",
    ),
    parameter("keep", Shape::Text, "the security scheme to keep"),
    parameter("target", Shape::Text, "the platform the connector is for"),
    parameter("name", Shape::Text, "the name of the security scheme"),
    parameter("header", Shape::Text, "the header an API key is sent in"),
    parameter(
        "query",
        Shape::Text,
        "the query parameter an API key is sent in",
    ),
    parameter("authorization-url", Shape::Text, "where the user signs in"),
    parameter("token-url", Shape::Text, "where the code is exchanged"),
    parameter("refresh-url", Shape::Text, "where the token is renewed"),
    parameter(
        "scope",
        Shape::Texts,
        "scopes, or scopes with their descriptions",
    ),
    parameter("provider", Shape::Text, "the provider preset for OAuth 2"),
    parameter("tenant-id", Shape::Text, "the tenant of the provider"),
    parameter("set", Shape::Texts, "values for placeholders, by name"),
    parameter(
        "multi-auth",
        Shape::Switch,
        "offer several types as parameter sets",
    ),
    parameter(
        "accept-public",
        Shape::Switch,
        "let operations become less protected",
    ),
    parameter("unsafe-fixes", Shape::Switch, "apply unsafe fixes too"),
    parameter(
        "gateway",
        Shape::Text,
        "the gateway policies are written for",
    ),
];

/// A connector to build.
#[derive(Clone, Debug)]
pub struct ConnectorEntry {
    /// The exported document; below the configuration's folder unless absolute.
    pub export: PathBuf,
    /// The folder to write; likewise.
    pub out: PathBuf,
    /// Its parameters, each with its place.
    pub parameters: Vec<(&'static Parameter, Value, Label)>,
    /// Where the entry stands.
    pub place: Label,
}

impl ConnectorEntry {
    /// The value of a parameter.
    pub fn get(&self, name: &str) -> Option<&Value> {
        let found = self
            .parameters
            .iter()
            .find(|(parameter, ..)| parameter.name == name);
        found.map(|(_, value, _)| value)
    }
}

/// Read `connectors`; paths are relative to `folder`.
pub(super) fn read(node: NodeRef<'_>, folder: &std::path::Path) -> Result<Vec<ConnectorEntry>> {
    items(node)?.map(|item| entry(item, folder)).collect()
}

fn entry(node: NodeRef<'_>, folder: &std::path::Path) -> Result<ConnectorEntry> {
    let names = PARAMETERS.iter().map(|parameter| parameter.name);
    let names: Vec<&str> = ["export", "out"].into_iter().chain(names).collect();
    let mut parameters = Vec::new();
    for member in members(node, &names)? {
        let known = PARAMETERS.iter().find(|p| p.name == member.key());
        if let Some(parameter) = known {
            let value = value(member, parameter.shape)?;
            parameters.push((parameter, value, Label::value(member, "")));
        }
    }
    if let (Some(_), Some(keep)) = (node.get("to"), node.get("keep")) {
        let message = "`to` and `keep` exclude each other".into();
        return Err(wrong_key(keep, message, Some("leave one out".into())));
    }
    let path = |key| -> Result<PathBuf> { Ok(folder.join(words(required(node, key)?)?)) };
    Ok(ConnectorEntry {
        export: path("export")?,
        out: path("out")?,
        parameters,
        place: Label::value(node, ""),
    })
}

fn value(node: NodeRef<'_>, shape: Shape) -> Result<Value> {
    match shape {
        Shape::Text => Ok(words(node)?.into()),
        Shape::Switch => {
            let refuse = || wrong(node, "`true` or `false` is expected here".into(), None);
            Ok(Value::Bool(node.as_bool().ok_or_else(refuse)?))
        }
        Shape::Texts if node.is_object() => {
            let pair = |entry: NodeRef<'_>| -> Result<(String, Value)> {
                Ok((entry.key().to_owned(), text(entry)?.into_owned().into()))
            };
            let pairs: Result<Vec<_>> = node.entries().map(pair).collect();
            Ok(Value::Object(pairs?))
        }
        Shape::Texts => {
            let texts: Result<Vec<String>> = items(node)?.map(words).collect();
            Ok(Value::array(texts?.into_iter().map(Value::from)))
        }
    }
}
