//! The OpenAPI Object.
//!
//! | source | decision |
//! |---|---|
//! | `openapi` | `swagger: "2.0"` |
//! | `info`, `paths`, `tags`, `externalDocs`, `security`, extensions | kept in their order |
//! | `servers` | `host`, `basePath`, `schemes` |
//! | `components` | `definitions`, `parameters`, `responses`, `securityDefinitions` |
//! | `webhooks` (3.1) | reported |
//! | `jsonSchemaDialect`, `$self` | left out, reported |
//! | `servers`, `paths`, `components` of another kind | nothing, reported |
//! | no `paths` | empty `paths`: Swagger 2.0 demands them |

use super::components::Shared;
use super::converter::{Converter, Version};
use super::draft::Draft;
use super::loss::LossKind;
use super::members::Members;
use crate::document::{Document, NodeRef};
use crate::error::{Error, Misfit, Result};

impl<'d> Converter<'d> {
    /// The whole document.
    pub(super) fn document(&mut self) -> Draft<'d> {
        let root = self.root();
        let components = root.get("components").filter(|c| c.is_object());
        let mut shared = Shared::default();
        if let Some(components) = components {
            self.name_components(components);
            if let Some(schemes) = components.get("securitySchemes") {
                self.security_schemes(schemes);
            }
            self.note_notifications();
            shared = self.shared_parts(components);
        }
        let mut out = Members::new();
        out.put("swagger", "2.0");
        for entry in root.entries() {
            self.root_member(entry, &shared, &mut out);
        }
        self.complete(root, &mut out);
        if let Some(components) = components {
            self.unused_components(components);
        }
        if self.options.prune {
            super::prune::prune(&mut out);
            self.report_pruned(components, &out);
        }
        self.check_limits(&out);
        out.into_value()
    }

    fn root_member(&mut self, entry: NodeRef<'d>, shared: &Shared<'d>, out: &mut Members<'d>) {
        match entry.key() {
            "openapi" => {}
            "info" => {
                let info = self.info(Some(entry));
                out.put("info", info);
            }
            "servers" => self.servers(entry, out),
            "paths" => {
                let paths = self.paths(entry);
                out.put("paths", paths);
            }
            "components" if entry.is_object() => self.components(entry, shared, out),
            "components" => self.lose_invalid(entry),
            "security" => self.security_member(entry, out),
            "tags" => {
                let tags = self.tags(entry);
                out.put("tags", tags);
            }
            "externalDocs" => self.external_docs(entry, out),
            "webhooks" => self.lose_webhooks(entry),
            _ => self.extension_or_loss(entry, out),
        }
    }

    fn complete(&mut self, root: NodeRef<'d>, out: &mut Members<'d>) {
        if root.get("servers").is_none_or(NodeRef::is_empty)
            && let Some(servers) = self.root_servers()
        {
            self.servers(servers, out);
        }
        if !out.has("info") {
            let info = self.info(None);
            out.put("info", info);
        }
        out.put_new("paths", Draft::Object(Vec::new()));
        self.hoisted_definitions(out);
    }
}

/// The version of the specification a document follows; an error when it is none of 3.0 to 3.2.
pub(super) fn version(document: &Document) -> Result<Version> {
    let root = document.root();
    let text = root.get("openapi").map(|v| v.text().into_owned());
    let text = text.unwrap_or_default();
    let known = [
        ("3.0", Version::V30),
        ("3.1", Version::V31),
        ("3.2", Version::V32),
    ];
    let fits = |prefix: &str| {
        text.strip_prefix(prefix)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    if let Some((_, version)) = known.into_iter().find(|(prefix, _)| fits(prefix)) {
        return Ok(version);
    }
    let at = root
        .get("openapi")
        .or_else(|| root.get("swagger"))
        .unwrap_or(root);
    let message = match root.get("swagger") {
        Some(_) => "the document is Swagger 2.0 already",
        None if text.is_empty() => "the document has no `openapi` version",
        None => "only OpenAPI 3.0, 3.1 and 3.2 can be converted",
    };
    let help = root.get("swagger").map(|_| {
        "nothing is to be converted: `oneauth rewrite` and `oneauth connector` take it as it is"
    });
    Err(Error::Place(Box::new(Misfit {
        source: document.source().clone(),
        span: at.entry_span(),
        message: message.into(),
        label: "the version is read here".into(),
        help: help.map(str::to_owned),
    })))
}

/// Report that a version was read loosely.
pub(super) fn note_version(converter: &mut Converter<'_>) {
    let root = converter.root();
    if let Some(version) = root.get("openapi").filter(|v| !v.is_string()) {
        let what = "the version is no text";
        converter.lose(LossKind::InvalidMember, version, what, "read as text");
    }
}
