//! The Components Object.
//!
//! | source | decision |
//! |---|---|
//! | `schemas` | `definitions` |
//! | `parameters` | `parameters`; one that is sent as none or several is written in place |
//! | `requestBodies` | `parameters`, forms are written in place |
//! | `responses` | `responses` |
//! | `securitySchemes` | `securityDefinitions` |
//! | `headers`, `examples`, `links`, `callbacks`, `pathItems`, `mediaTypes` | written in place where they are used; one nothing refers to is reported |
//! | schemas that stand elsewhere and are referred to | `definitions`, after the others |
//! | with `prune` | shared parts nothing refers to are left out |

use std::borrow::Cow;
use std::sync::Arc;

use super::draft::Draft;
use rustc_hash::{FxHashMap, FxHashSet};

use super::converter::Converter;
use super::loss::LossKind;
use super::members::Members;
use crate::document::NodeRef;

/// Shared parts, as they will be written.
#[derive(Default)]
pub(super) struct Shared<'d> {
    parameters: Members<'d>,
}

impl<'d> Converter<'d> {
    /// Give every component its name, before anything refers to it.
    pub(super) fn name_components(&mut self, components: NodeRef<'d>) {
        for schema in legal_first(components.get("schemas")) {
            let place = self.place(schema);
            let name = self.definitions.give(place, schema.key());
            self.note_name(schema, &name);
        }
        for response in legal_first(components.get("responses")) {
            let place = self.place(response);
            let name = Arc::make_mut(&mut self.responses).give(place, response.key());
            self.note_name(response, &name);
        }
    }

    fn note_name(&mut self, component: NodeRef<'d>, name: &str) {
        if name != component.key() {
            let what = format!("the name `{}` is not legal or not free", component.key());
            self.lose(LossKind::NameChanged, component, what, format!("`{name}`"));
        }
    }

    /// Write the parameters and bodies that can be shared.
    pub(super) fn shared_parts(&mut self, components: NodeRef<'d>) -> Shared<'d> {
        let mut shared = Shared::default();
        for entry in components
            .get("parameters")
            .into_iter()
            .flat_map(NodeRef::entries)
        {
            let Some(target) = self.resolved(entry) else {
                continue;
            };
            let sent = self.parameter(target);
            if let [only] = &sent[..] {
                let place = self.place(target);
                let name = Arc::make_mut(&mut self.parameters).give(place, entry.key());
                self.note_name(entry, &name);
                shared.parameters.put(name, only.value.clone());
            }
        }
        for entry in components
            .get("requestBodies")
            .into_iter()
            .flat_map(NodeRef::entries)
        {
            let Some(target) = self.resolved(entry) else {
                continue;
            };
            if self.is_plain_body(target) {
                let place = self.place(target);
                let request = self.request(target);
                let name = Arc::make_mut(&mut self.parameters).give(place, entry.key());
                self.note_name(entry, &name);
                if let Some(only) = request.sent.into_iter().next() {
                    shared.parameters.put(name, only.value);
                }
            }
        }
        shared
    }

    /// Write the components in their order.
    pub(super) fn components(
        &mut self,
        components: NodeRef<'d>,
        shared: &Shared<'d>,
        out: &mut Members<'d>,
    ) {
        for kind in components.entries() {
            if !kind.is_object() && !kind.key().starts_with("x-") {
                self.lose_invalid(kind);
                continue;
            }
            match kind.key() {
                "schemas" => self.definitions(kind, out),
                "parameters" | "requestBodies" => {
                    if !shared.parameters.is_empty() {
                        out.put_new("parameters", shared.parameters.clone());
                    }
                }
                "responses" => self.shared_responses(kind, out),
                "securitySchemes" => {
                    let schemes = self.schemes.definitions.clone();
                    if !schemes.is_empty() {
                        out.put("securityDefinitions", schemes);
                    }
                }
                "headers" | "examples" | "links" | "callbacks" | "pathItems" | "mediaTypes" => {}
                _ => self.extension_or_loss(kind, out),
            }
        }
    }

    fn definitions(&mut self, schemas: NodeRef<'d>, out: &mut Members<'d>) {
        let mut definitions = Members::new();
        let all: Vec<_> = schemas.entries().collect();
        for (schema, value) in all.iter().zip(self.each(&all, Self::schema)) {
            let name = self.definitions.get(self.place(*schema));
            match name.filter(|name| schema.is_duplicate() || *name != schema.key()) {
                Some(name) => definitions.put(name.clone(), value),
                None => definitions.put_entry(*schema, value),
            }
        }
        if !definitions.is_empty() {
            out.put("definitions", definitions.into_value());
        }
    }

    /// Write the schemas that were named on the way.
    pub(super) fn hoisted_definitions(&mut self, out: &mut Members<'d>) {
        let mut definitions = Members::from(out.take("definitions"));
        while let Some(schema) = self.hoisted.pop_front() {
            if self.is_stopped() {
                return;
            }
            let place = self.place(schema);
            let Some(name) = self.definitions.get(place).cloned() else {
                continue;
            };
            let value = self.schema(schema);
            definitions.push_new(name, value);
        }
        if !definitions.is_empty() {
            out.put("definitions", definitions.into_value());
        }
    }

    fn shared_responses(&mut self, responses: NodeRef<'d>, out: &mut Members<'d>) {
        let mut shared = Members::new();
        for entry in responses.entries() {
            let place = self.place(entry);
            let name = self.responses.get(place).cloned();
            let value = match self.resolved(entry) {
                Some(target) => self.response(target),
                None => Draft::object([("description", Draft::from(""))]),
            };
            shared.put(name.unwrap_or(entry.key().into()), value);
        }
        if !shared.is_empty() {
            out.put("responses", shared.into_value());
        }
    }

    /// Report the shared parts that were left out because nothing refers to them.
    pub(super) fn report_pruned(&mut self, components: Option<NodeRef<'d>>, out: &Members<'d>) {
        for kind in components.into_iter().flat_map(NodeRef::entries) {
            for part in kind.entries() {
                let Some(target) = self.resolved(part) else {
                    continue;
                };
                let (own, place) = (self.place(part), self.place(target));
                let (written, name) = match kind.key() {
                    "schemas" => ("definitions", self.definitions.get(own)),
                    "responses" => ("responses", self.responses.get(own)),
                    "parameters" | "requestBodies" => ("parameters", self.parameters.get(place)),
                    _ => continue,
                };
                let kept =
                    |name: &Cow<'d, str>| out.get(written).is_some_and(|w| w.get(name).is_some());
                if !name.is_none_or(kept) {
                    let what = format!("nothing refers to `{}`", part.key());
                    self.lose(LossKind::ComponentUnused, part, what, "left out");
                }
            }
        }
    }

    /// Report the components that are written in place and that nothing refers to.
    pub(super) fn unused_components(&mut self, components: NodeRef<'d>) {
        let used: FxHashSet<_> = self
            .located
            .iter()
            .flat_map(FxHashMap::values)
            .flatten()
            .copied()
            .collect::<Vec<_>>()
            .into_iter()
            .map(|target| self.place(target))
            .collect();
        let in_place = [
            "headers",
            "examples",
            "links",
            "callbacks",
            "pathItems",
            "mediaTypes",
        ];
        for kind in components.entries() {
            for part in kind.entries() {
                let inline = match kind.key() {
                    "parameters" | "requestBodies" => self
                        .resolved(part)
                        .is_none_or(|target| self.parameters.get(self.place(target)).is_none()),
                    key => in_place.contains(&key),
                };
                if inline && !used.contains(&self.place(part)) {
                    let what = format!("nothing refers to `{}`", part.key());
                    self.lose(LossKind::ComponentUnused, part, what, "left out");
                }
            }
        }
    }
}

/// The members of an object, those with a legal name first: they keep it.
fn legal_first(parts: Option<NodeRef<'_>>) -> Vec<NodeRef<'_>> {
    let mut all: Vec<_> = parts.into_iter().flat_map(NodeRef::entries).collect();
    all.sort_by_key(|part| !super::names::is_legal(part.key()));
    all
}
