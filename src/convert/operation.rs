//! The Operation Object.
//!
//! | source | decision |
//! |---|---|
//! | `tags`, `summary`, `description`, `externalDocs`, `deprecated` | kept |
//! | `operationId` | kept; one that another operation has gets a number, reported |
//! | `parameters`, `requestBody` | `parameters`, `consumes` |
//! | `responses` | `responses`, `produces`; demanded in Swagger 2.0 |
//! | `security` | kept |
//! | `servers` | `schemes` or reported, see `server` |
//! | `callbacks` | see `callback` |
//! | a path parameter of the template that nobody declares | declared as a string, reported |
//! | a declared path parameter that the template does not name | left out, reported |

use super::converter::Converter;
use super::draft::Draft;
use super::loss::LossKind;
use super::members::Members;
use super::parameter::Sent;
use super::plain::Keep;
use crate::document::NodeRef;

const PLAIN: &[(&str, Keep)] = &[
    ("summary", Keep::Text),
    ("description", Keep::Text),
    ("deprecated", Keep::Flag),
];

/// What an operation needs to know of where it stands.
pub(super) struct Surroundings<'p, 'd> {
    /// Names in the path template.
    pub(super) placeholders: &'p [String],
    /// Parameters of the path item, as sent.
    pub(super) shared: &'p [Sent<'d>],
    /// Path parameters the path item declares and the template does not name.
    pub(super) path_item: NodeRef<'d>,
    /// The path item's own servers.
    pub(super) servers: Option<NodeRef<'d>>,
    /// What the operation adds to its path item.
    pub(super) beside: &'p mut Members<'d>,
}

impl<'d> Converter<'d> {
    pub(super) fn operation(
        &mut self,
        node: NodeRef<'d>,
        around: &mut Surroundings<'_, 'd>,
    ) -> Draft<'d> {
        let mut out = Members::new();
        let mut declared = Vec::new();
        for entry in node.entries() {
            match entry.key() {
                "tags" => {
                    let tags = self.texts(entry);
                    out.put_entry(entry, tags);
                }
                "externalDocs" => self.external_docs(entry, &mut out),
                "operationId" => self.operation_id(entry, &mut out),
                "parameters" => {
                    let sent = self.parameters(entry);
                    let sent = self.fit_path(sent, entry, around.placeholders);
                    declared = path_names(&sent);
                    put_parameters(sent, &mut out);
                }
                "requestBody" => self.operation_body(node, entry, &mut out),
                "responses" => self.operation_responses(entry, &mut out),
                "security" => self.security_member(entry, &mut out),
                "servers" => self.own_servers(entry, &mut out),
                "callbacks" => self.callbacks(entry, node, around.beside),
                _ => self.plain_member(entry, PLAIN, &mut out),
            }
        }
        if node.get("servers").is_none()
            && let Some(servers) = around.servers
        {
            self.own_servers(servers, &mut out);
        }
        declared.extend(path_names(around.shared));
        self.add_placeholders(node, around, &declared, &mut out);
        if !out.has("responses") {
            let mut responses = Members::new();
            self.response_needed(node, &mut responses);
            out.put("responses", responses.into_value());
        }
        out.into_value()
    }

    fn operation_id(&mut self, entry: NodeRef<'d>, out: &mut Members<'d>) {
        let id = entry.text().into_owned();
        let Some(mut count) = self.operation_ids.get(&id).copied() else {
            self.operation_ids.insert(id.clone(), 1);
            out.put("operationId", id);
            return;
        };
        let fresh = loop {
            count += 1;
            let fresh = format!("{id}_{count}");
            if !self.operation_ids.contains_key(&fresh) {
                break fresh;
            }
        };
        self.operation_ids.insert(fresh.clone(), 1);
        // the next one of this id need not try these numbers again
        self.operation_ids.insert(id.clone(), count);
        let what = format!("another operation has the id `{id}`");
        self.lose(
            LossKind::OperationIdRenamed,
            entry,
            what,
            format!("`{fresh}`"),
        );
        out.put("operationId", fresh);
    }

    fn operation_body(&mut self, node: NodeRef<'d>, body: NodeRef<'d>, out: &mut Members<'d>) {
        if !self.limits.body_on_get && matches!(node.key(), "get" | "head") {
            let what = format!(
                "the target refuses a body with {}",
                node.key().to_uppercase()
            );
            self.lose(LossKind::BodyDropped, body, what, "left out");
            return;
        }
        let request = self.request_body(body);
        if !request.consumes.is_empty() {
            let types = request.consumes.into_iter().map(Draft::from);
            out.put("consumes", Draft::array(types));
        }
        put_parameters(request.sent, out);
    }

    fn operation_responses(&mut self, entry: NodeRef<'d>, out: &mut Members<'d>) {
        let mut produces = Vec::new();
        let responses = self.responses(entry, &mut produces);
        if !produces.is_empty() {
            out.put(
                "produces",
                Draft::array(produces.into_iter().map(Draft::from)),
            );
        }
        out.put_entry(entry, responses);
    }

    /// Leave out path parameters the template does not name.
    pub(super) fn fit_path(
        &mut self,
        sent: Vec<Sent<'d>>,
        at: NodeRef<'d>,
        placeholders: &[String],
    ) -> Vec<Sent<'d>> {
        let (kept, lost): (Vec<_>, Vec<_>) = sent
            .into_iter()
            .partition(|p| p.place != "path" || placeholders.iter().any(|name| *name == p.name));
        for parameter in lost {
            let what = format!("the path does not name the parameter `{}`", parameter.name);
            self.lose(LossKind::PathParameterDropped, at, what, "left out");
        }
        kept
    }

    /// Declare what the template names and nobody declares.
    fn add_placeholders(
        &mut self,
        node: NodeRef<'d>,
        around: &Surroundings<'_, 'd>,
        declared: &[String],
        out: &mut Members<'d>,
    ) {
        let names = around.placeholders.iter();
        let missing: Vec<_> = names
            .filter(|name| !declared.contains(name))
            .cloned()
            .collect();
        for name in missing {
            let what = format!("nobody declares the path parameter `{name}`");
            let at = if node.get("parameters").is_some() {
                node
            } else {
                around.path_item
            };
            self.lose(
                LossKind::PathParameterAdded,
                at,
                what,
                "declared as a string",
            );
            let value = Draft::object([
                ("name", Draft::from(name.clone())),
                ("in", Draft::from("path")),
                ("required", Draft::Bool(true)),
                ("type", Draft::from("string")),
            ]);
            put_parameters(
                vec![Sent {
                    name: name.into(),
                    place: "path".into(),
                    value,
                }],
                out,
            );
        }
    }
}

/// The path parameters among some.
fn path_names(sent: &[Sent<'_>]) -> Vec<String> {
    let path = sent.iter().filter(|parameter| parameter.place == "path");
    path.map(|parameter| parameter.name.clone().into_owned())
        .collect()
}

/// Add parameters to those an operation has.
fn put_parameters<'d>(sent: Vec<Sent<'d>>, out: &mut Members<'d>) {
    if sent.is_empty() {
        return;
    }
    let values = sent.into_iter().map(|parameter| parameter.value);
    match out.get_mut("parameters") {
        Some(Draft::Array(known)) => known.extend(values),
        _ => out.put("parameters", Draft::Array(values.collect())),
    }
}
