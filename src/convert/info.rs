//! Info, Contact, Licence, Tag and External Documentation Objects.
//!
//! | source | decision |
//! |---|---|
//! | `info.title`, `version`, `description`, `termsOfService`, `contact` | kept; `title` and `version` are demanded, an absent one is empty and reported |
//! | `info.summary` (3.1) | `x-summary` |
//! | `license.identifier` (3.1) | `license.url` of the SPDX list |
//! | `tags[].summary`, `parent`, `kind` (3.2) | `x-summary`, `x-parent`, `x-kind` |
//! | relative addresses of contact, licence, documentation | see `url` |
//! | `externalDocs` without `url` | left out, reported |

use super::converter::Converter;
use super::draft::Draft;
use super::loss::LossKind;
use super::members::Members;
use super::once::Once;
use super::plain::Keep;
use crate::document::NodeRef;

const INFO: &[(&str, Keep)] = &[
    ("title", Keep::Text),
    ("version", Keep::Text),
    ("description", Keep::Text),
    ("termsOfService", Keep::Text),
    ("summary", Keep::As("x-summary")),
];
const CONTACT: &[(&str, Keep)] = &[
    ("name", Keep::Text),
    ("url", Keep::Url),
    ("email", Keep::Text),
];
const LICENCE: &[(&str, Keep)] = &[
    ("name", Keep::Text),
    ("url", Keep::Url),
    ("identifier", Keep::Elsewhere),
];
const DOCS: &[(&str, Keep)] = &[("description", Keep::Text), ("url", Keep::Url)];
const TAG: &[(&str, Keep)] = &[
    ("name", Keep::Text),
    ("description", Keep::Text),
    ("externalDocs", Keep::Elsewhere),
    ("summary", Keep::As("x-summary")),
    ("parent", Keep::As("x-parent")),
    ("kind", Keep::As("x-kind")),
];

impl<'d> Converter<'d> {
    pub(super) fn info(&mut self, node: Option<NodeRef<'d>>) -> Draft<'d> {
        let mut out = Members::new();
        for entry in node.into_iter().flat_map(NodeRef::entries) {
            match entry.key() {
                "contact" if entry.is_object() => {
                    let contact = self.plain(entry, CONTACT);
                    out.put_entry(entry, contact.into_value());
                }
                "license" if entry.is_object() => self.licence(entry, &mut out),
                _ => self.plain_member(entry, INFO, &mut out),
            }
        }
        for key in ["title", "version"] {
            if !out.has(key) {
                let at = node.unwrap_or(self.root());
                let what = format!("`info.{key}` is missing");
                self.lose(LossKind::InvalidMember, at, what, "an empty text");
                out.put(key, "");
            }
        }
        out.into_value()
    }

    fn licence(&mut self, entry: NodeRef<'d>, out: &mut Members<'d>) {
        let mut licence = self.plain(entry, LICENCE);
        if let Some(odd) = entry.get("identifier").filter(|id| !id.is_string()) {
            self.lose_invalid(odd);
        }
        let identifier = entry.get("identifier").and_then(NodeRef::as_str);
        if let Some(id) = identifier {
            let url = format!("https://spdx.org/licenses/{id}.html");
            licence.put_new("name", id);
            licence.put_new("url", url);
        }
        if licence.has("name") {
            out.put_entry(entry, licence.into_value());
        } else {
            self.lose(
                LossKind::InvalidMember,
                entry,
                "a licence without `name`",
                "left out",
            );
        }
    }

    /// Write `externalDocs` into the object that has it.
    pub(super) fn external_docs(&mut self, entry: NodeRef<'d>, out: &mut Members<'d>) {
        let docs = self.plain(entry, DOCS);
        if docs.has("url") {
            out.put_entry(entry, docs.into_value());
        } else {
            self.lose(
                LossKind::InvalidMember,
                entry,
                "`externalDocs` without `url`",
                "left out",
            );
        }
    }

    pub(super) fn tags(&mut self, list: NodeRef<'d>) -> Draft<'d> {
        if !list.is_array() {
            self.lose_invalid(list);
        }
        let mut tags = Once::default();
        for node in list.items() {
            let mut tag = self.plain(node, TAG);
            if let Some(docs) = node.get("externalDocs") {
                self.external_docs(docs, &mut tag);
            }
            let tag_has_name = tag.has("name");
            let tag = tag.into_value();
            if tag_has_name {
                tags.add(tag);
            } else {
                let what = "a tag without `name`";
                self.lose(LossKind::InvalidMember, node, what, "left out");
            }
        }
        Draft::Array(tags.into_values())
    }

    /// A list of texts, each once.
    pub(super) fn texts(&mut self, entry: NodeRef<'d>) -> Draft<'d> {
        if !entry.is_array() {
            self.lose_invalid(entry);
        }
        let mut texts = Once::default();
        for item in entry.items() {
            let text = Draft::from(item.text());
            if !item.is_string() {
                self.lose(
                    LossKind::InvalidMember,
                    item,
                    "not a text",
                    "written as text",
                );
            }
            texts.add(text);
        }
        Draft::Array(texts.into_values())
    }
}
