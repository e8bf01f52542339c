//! The Responses and Response Objects.
//!
//! | source | decision |
//! |---|---|
//! | a status code, `default` | kept |
//! | `4XX`, the only range and no `default` | `default`, reported |
//! | any other range | the first code of the range that is free (`400`, `401`, …), reported |
//! | no responses | `default` with an empty description, reported |
//! | a component | kept as a reference |
//! | the schema of the media type kept (order of `media_type`) | `schema`; other schemas are reported |
//! | every media type | `produces` of the operation |
//! | bytes | `type: file` |
//! | a response that is no object | one without description, reported |
//! | `headers`, `examples` | kept, see there |
//! | `links` | reported |
//! | `summary` (3.2) | the description where there is none, otherwise `x-summary` |

use super::converter::Converter;
use super::draft::{Draft, Shelf};
use super::loss::LossKind;
use super::members::Members;
use super::names::Name;
use super::plain::Keep;
use crate::document::NodeRef;

const PLAIN: &[(&str, Keep)] = &[
    ("description", Keep::Text),
    ("headers", Keep::Elsewhere),
    ("content", Keep::Elsewhere),
    ("links", Keep::Elsewhere),
    ("summary", Keep::Elsewhere),
];

impl<'d> Converter<'d> {
    /// The responses of an operation; adds what they produce.
    pub(super) fn responses(
        &mut self,
        list: NodeRef<'d>,
        produces: &mut Vec<&'d str>,
    ) -> Draft<'d> {
        let mut out = Members::new();
        for entry in list.entries() {
            if entry.key().starts_with("x-") {
                self.extension_or_loss(entry, &mut out);
                continue;
            }
            let Some(code) = self.code(list, entry, &out) else {
                continue;
            };
            let value = self.response_use(entry, produces);
            out.put(code, value);
        }
        if out.keys().all(|key| key.starts_with("x-")) {
            self.response_needed(list, &mut out);
        }
        out.into_value()
    }

    pub(super) fn response_needed(&mut self, at: NodeRef<'d>, out: &mut Members<'d>) {
        let what = "an operation without responses";
        self.lose(
            LossKind::ResponseAdded,
            at,
            what,
            "`default` without description",
        );
        out.put("default", Draft::object([("description", Draft::from(""))]));
    }

    fn code(&mut self, list: NodeRef<'d>, entry: NodeRef<'d>, out: &Members<'d>) -> Option<String> {
        let key = entry.key();
        let number = key.parse::<u16>().ok().filter(|_| key.len() == 3);
        if key == "default" || number.is_some_and(|code| (100..600).contains(&code)) {
            return Some(key.to_owned());
        }
        let Some(hundred) = range(key) else {
            let what = format!("`{key}` is no status code");
            self.lose(LossKind::InvalidMember, entry, what, "left out");
            return None;
        };
        let ranges = list.entries().filter(|e| range(e.key()).is_some()).count();
        let code = if ranges == 1 && hundred != 2 && list.get("default").is_none() {
            Some("default".to_owned())
        } else {
            let free = |code: &String| list.get(code).is_none() && !out.has(code);
            (0..100).map(|n| format!("{hundred}{n:02}")).find(free)
        };
        let what = format!("the range `{key}` of status codes");
        let instead = code
            .as_ref()
            .map_or("left out".into(), |code| format!("`{code}`"));
        self.lose(LossKind::StatusRange, entry, what, instead);
        code
    }

    fn response_use(&mut self, entry: NodeRef<'d>, produces: &mut Vec<&'d str>) -> Draft<'d> {
        let Some(target) = self.resolved(entry) else {
            return Draft::object([("description", Draft::from(""))]);
        };
        Self::note_produced(target, produces);
        let place = self.place(target);
        if let Some(name) = self
            .responses
            .get(place)
            .filter(|_| target != entry.target())
        {
            return Draft::Reference(Shelf::Responses, Name::Given(name.clone()));
        }
        self.response(target)
    }

    fn note_produced(response: NodeRef<'d>, produces: &mut Vec<&'d str>) {
        let content = response
            .get("content")
            .into_iter()
            .flat_map(NodeRef::entries);
        for media in content.filter(|m| !m.key().starts_with("x-")) {
            if !produces.contains(&media.key()) {
                produces.push(media.key());
            }
        }
    }

    /// A response that is no reference.
    pub(super) fn response(&mut self, node: NodeRef<'d>) -> Draft<'d> {
        if !node.is_object() {
            self.lose_invalid(node);
        }
        let mut out = Members::new();
        for entry in node.entries() {
            match entry.key() {
                "content" => self.response_content(entry, &mut out),
                "headers" if !(entry.is_object() && entry.is_empty()) => {
                    let headers = self.headers(entry);
                    out.put_entry(entry, headers);
                }
                "links" => self.lose_links(entry),
                _ => self.plain_member(entry, PLAIN, &mut out),
            }
        }
        if let Some(summary) = node.get("summary") {
            let text = summary.text().into_owned();
            let key = if out.has("description") {
                "x-summary"
            } else {
                "description"
            };
            let what = "`summary` of a response has no counterpart";
            self.lose(
                LossKind::ExtensionCarried,
                summary,
                what,
                format!("kept as `{key}`"),
            );
            out.put(key, text);
        }
        out.put_new("description", "");
        out.into_value()
    }

    fn lose_links(&mut self, links: NodeRef<'d>) {
        self.lose_unless_object(links);
        for link in links.entries() {
            let what = format!("the link `{}`", link.key());
            self.lose(LossKind::LinkDropped, link, what, "left out");
        }
    }

    fn response_content(&mut self, content: NodeRef<'d>, out: &mut Members<'d>) {
        self.lose_odd_media(Some(content));
        let Some(media) = self.preferred(content) else {
            return;
        };
        for other in content.entries() {
            if other.key().starts_with("x-") {
                self.lose_member(other);
            } else if !self.same_schema(media, other) {
                let what = format!("the schema of the response media type `{}`", other.key());
                let instead = format!("the schema of `{}`", media.key());
                self.lose(LossKind::MediaTypeDropped, other, what, instead);
            }
            for entry in other.entries() {
                let known = ["schema", "itemSchema", "example", "examples"];
                if !known.contains(&entry.key()) {
                    self.lose_member(entry);
                }
            }
        }
        if self.is_bytes(media) {
            self.lose_file_words(Self::media_schema(media));
            out.put("schema", Draft::object([("type", Draft::from("file"))]));
        } else if Self::media_schema(media).is_some() {
            let schema = self.body_schema(media);
            out.put("schema", schema);
        }
        let examples = self.examples_by_type(content);
        if !examples.is_empty() {
            out.put("examples", examples.into_value());
        }
    }
}

/// The hundred a range of status codes stands for.
fn range(key: &str) -> Option<u8> {
    let hundred = key.strip_suffix("XX").or_else(|| key.strip_suffix("xx"))?;
    hundred.parse().ok().filter(|n| (1..6).contains(n))
}
