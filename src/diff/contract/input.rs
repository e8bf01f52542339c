//! What an operation takes: parameters, form fields, the body. The same for all versions.

use super::facts;
use super::media;
use crate::document::{NodeRef, key};
use crate::spec::{Operation, Parameter, ParameterPlace, Spec};

/// Something an operation takes.
#[derive(Clone, Debug)]
pub(super) struct Input<'d> {
    pub(super) place: &'static str,
    pub(super) name: String,
    pub(super) required: bool,
    /// Where it is listed.
    pub(super) entry: NodeRef<'d>,
    /// The object that describes it.
    pub(super) node: NodeRef<'d>,
    /// Its type.
    pub(super) schema: Option<NodeRef<'d>>,
    /// Of a form's field in 3.x: its Encoding Object.
    pub(super) encoding: Option<NodeRef<'d>>,
    /// A field of a multipart form.
    pub(super) is_multipart: bool,
}

impl Input<'_> {
    /// What tells it from the others of its operation. Headers have no case.
    pub(super) fn key(&self) -> (&'static str, String) {
        let name = if self.place == "header" {
            self.name.to_ascii_lowercase()
        } else {
            self.name.clone()
        };
        (self.place, name)
    }

    /// Its name in messages.
    pub(super) fn title(&self) -> String {
        if self.place == "body" {
            "the body".into()
        } else {
            format!("`{}`", self.name)
        }
    }
}

/// Everything an operation takes.
pub(super) fn of<'d>(spec: &Spec<'d>, operation: &Operation<'d>) -> Vec<Input<'d>> {
    let parameters = spec.parameters(operation);
    let mut out: Vec<Input<'d>> = parameters.iter().filter_map(parameter).collect();
    if let Some(entry) = operation.node.member(key::REQUEST_BODY)
        && let Some(body) = spec.follow(entry)
    {
        request_body(spec, (entry, body), &mut out);
    }
    out
}

fn parameter<'d>(parameter: &Parameter<'d>) -> Option<Input<'d>> {
    let place = parameter.place?;
    let name = match place {
        ParameterPlace::Body | ParameterPlace::QueryString => String::new(),
        _ => parameter.name.clone()?.into_owned(),
    };
    let node = parameter.node;
    let own = (place != ParameterPlace::Body).then_some(node);
    Some(Input {
        place: name_of(place),
        name,
        required: place == ParameterPlace::Path || is_true(node.member(key::REQUIRED)),
        entry: parameter.entry,
        node,
        schema: media::schema(node).or(own),
        encoding: None,
        is_multipart: false,
    })
}

const fn name_of(place: ParameterPlace) -> &'static str {
    match place {
        ParameterPlace::Query => "query",
        ParameterPlace::Header => "header",
        ParameterPlace::Path => "path",
        ParameterPlace::Cookie => "cookie",
        ParameterPlace::FormData => "form",
        ParameterPlace::Body => "body",
        ParameterPlace::QueryString => "query string",
    }
}

fn is_true(node: Option<NodeRef<'_>>) -> bool {
    node.and_then(NodeRef::as_bool) == Some(true)
}

fn request_body<'d>(
    spec: &Spec<'d>,
    (entry, body): (NodeRef<'d>, NodeRef<'d>),
    out: &mut Vec<Input<'d>>,
) {
    let media = body.member(key::CONTENT).and_then(media::chosen);
    let schema = media.and_then(|media| media.member(key::SCHEMA));
    if media.is_some_and(media::is_form)
        && let Some(schema) = schema
    {
        let object = facts::object(spec, schema);
        for (name, field) in object.properties {
            out.push(Input {
                place: "form",
                required: object.required.contains(name),
                name: name.to_owned(),
                entry: field,
                node: field,
                schema: Some(field),
                encoding: media.and_then(|media| media.member(key::ENCODING)?.get(name)),
                is_multipart: media.is_some_and(media::is_multipart),
            });
        }
        return;
    }
    out.push(Input {
        place: "body",
        name: String::new(),
        required: is_true(body.member(key::REQUIRED)),
        entry,
        node: body,
        schema,
        encoding: None,
        is_multipart: false,
    });
}
