//! Which version a document is of, or what it is instead.

use std::sync::Arc;

use super::Version;
use crate::document::{Document, NodeRef, key};
use crate::error::{Error, Misfit, Result};
use crate::text::Span;

/// The version of a document. The error says what the document is instead, where that shows, and
/// the way out.
pub fn detect(document: &Document) -> Result<Version> {
    let root = document.root();
    if !root.is_object() {
        return Err(not_an_object(root));
    }
    let swagger = root.member(key::SWAGGER);
    let openapi = root.member(key::OPENAPI);
    match (swagger, openapi) {
        (Some(swagger), Some(_)) => Err(refuse(
            swagger,
            "the document says both `swagger` and `openapi`",
            "one of the two is too many",
            "remove the member that does not fit the rest of the document",
        )),
        (Some(swagger), None) => Version::of_swagger(&swagger.text()).ok_or_else(|| {
            let text = swagger.text();
            refuse(
                swagger,
                &format!("Swagger {text} is not supported"),
                "expected \"2.0\"",
                "oneauth reads Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2",
            )
        }),
        (None, Some(openapi)) => Version::of_openapi(&openapi.text()).ok_or_else(|| {
            let text = openapi.text();
            refuse(
                openapi,
                &format!("OpenAPI {text} is not supported"),
                "expected 3.0, 3.1 or 3.2",
                "oneauth reads Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2",
            )
        }),
        (None, None) => Err(unknown(root)),
    }
}

fn refuse(node: NodeRef<'_>, message: &str, label: &str, help: &str) -> Error {
    Error::Place(Box::new(Misfit {
        source: Arc::clone(node.document().source()),
        span: node.span(),
        message: message.to_owned(),
        label: label.to_owned(),
        help: Some(help.to_owned()),
    }))
}

fn not_an_object(root: NodeRef<'_>) -> Error {
    let text = root.document().text().trim_start_matches('\u{feff}');
    let (message, help) = if text.starts_with("#%RAML") {
        (
            "this is a RAML document",
            "convert it to OpenAPI first, for example with MuleSoft's `api-spec-transformer`",
        )
    } else {
        (
            "this is not an OpenAPI document: its root is not an object",
            "an OpenAPI document starts with a `swagger` or `openapi` member",
        )
    };
    let end = root.span().end.min(root.span().start + 1);
    let mut error = refuse(root, message, root.kind().name(), help);
    if let Error::Place(misfit) = &mut error {
        misfit.span = Span::new(root.span().start, end);
    }
    error
}

/// Members that tell what a document is instead: member, what it is, the way out.
const KNOWN: [(&str, &str, &str); 6] = [
    (
        "swaggerVersion",
        "this is a Swagger 1.x document",
        "convert it to Swagger 2.0 first; version 1.2 split an API over many files",
    ),
    (
        "asyncapi",
        "this is an AsyncAPI document",
        "oneauth reads HTTP APIs: Swagger 2.0 and OpenAPI 3.x",
    ),
    (
        "arazzo",
        "this is an Arazzo document",
        "give the OpenAPI documents it names",
    ),
    (
        "overlay",
        "this is an OpenAPI overlay",
        "apply it to its document first",
    ),
    (
        "$schema",
        "this is a JSON Schema or a template, not an OpenAPI document",
        "an OpenAPI document has a `swagger` or `openapi` member at its root",
    ),
    (
        "log",
        "this is a recording of traffic (HAR), not an OpenAPI document",
        "make an OpenAPI document from it first",
    ),
];

/// A document without `swagger` and `openapi`: name what it is, when its members tell.
fn unknown(root: NodeRef<'_>) -> Error {
    if root
        .document()
        .text()
        .trim_start_matches('\u{feff}')
        .starts_with("#%RAML")
    {
        return refuse(
            root,
            "this is a RAML document",
            "RAML",
            "convert it to OpenAPI first",
        );
    }
    if let Some(error) = postman(root).or_else(|| properties(root)) {
        return error;
    }
    for (member, message, help) in KNOWN {
        if let Some(node) = root.get(member) {
            return refuse(node, message, "this member says so", help);
        }
    }
    let mut error = refuse(
        root,
        "this is not an OpenAPI document: it has neither `swagger` nor `openapi`",
        "the document starts here",
        "Swagger 2.0 starts with `\"swagger\": \"2.0\"`, OpenAPI with `openapi: 3.0.3`",
    );
    if let Error::Place(misfit) = &mut error {
        misfit.span.end = misfit.span.end.min(misfit.span.start + 1);
    }
    error
}

fn postman(root: NodeRef<'_>) -> Option<Error> {
    let info = root.member(key::INFO)?;
    let sign = info.get("_postman_id").or_else(|| {
        let schema = info.member(key::SCHEMA)?;
        schema.text().contains("getpostman").then_some(schema)
    })?;
    Some(refuse(
        sign,
        "this is a Postman collection",
        "this member says so",
        "export it as OpenAPI first; the platforms read Postman, oneauth does not",
    ))
}

fn properties(root: NodeRef<'_>) -> Option<Error> {
    let sign = root.member(key::PROPERTIES)?.get("connectionParameters")?;
    Some(refuse(
        sign,
        "this is a connector's apiProperties.json, not an OpenAPI document",
        "this member says so",
        "give apiDefinition.swagger.json or the folder; oneauth reads the properties beside it",
    ))
}
