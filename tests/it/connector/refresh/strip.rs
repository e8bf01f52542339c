//! A document after a round trip through API Management: no extensions, no texts, other ids.

use std::collections::BTreeSet;

use oneauth::connector::refresh::normalized;
use oneauth::document::{Document, Pointer, Value};
use oneauth::edit::{JsonStyle, to_json};

/// How the keys of an object are to be read.
#[derive(Clone, Copy, PartialEq)]
enum Keys {
    /// Words of the specification.
    Words,
    /// Names that people chose; what they hold has words again.
    Names,
    /// The paths: names, and what they hold are path items.
    Paths,
}

/// What was taken out: where, and what it was.
pub(super) struct Stripped {
    pub(super) text: String,
    pub(super) taken: Vec<(Pointer, Value)>,
}

struct Strip {
    taken: Vec<(Pointer, Value)>,
    ids: BTreeSet<String>,
}

pub(super) fn strip(document: &Document) -> Stripped {
    let value = document.value().unwrap();
    let mut strip = Strip {
        taken: Vec::new(),
        ids: BTreeSet::new(),
    };
    let value = strip.value(&value, &Pointer::root(), Keys::Words);
    Stripped {
        text: to_json(&value, &JsonStyle::default()),
        taken: strip.taken,
    }
}

fn is_text(key: &str) -> bool {
    matches!(key, "description" | "summary")
}

/// How the keys below a key are to be read; `None` for values that are data.
fn below(key: &str, keys: Keys) -> Option<Keys> {
    match (keys, key) {
        (Keys::Names | Keys::Paths, _) => Some(Keys::Words),
        (_, "paths") => Some(Keys::Paths),
        (_, "properties" | "definitions" | "responses" | "headers" | "patternProperties") => {
            Some(Keys::Names)
        }
        (_, "example" | "examples" | "default" | "enum" | "securityDefinitions" | "security") => {
            None
        }
        _ => Some(Keys::Words),
    }
}

impl Strip {
    fn value(&mut self, value: &Value, at: &Pointer, keys: Keys) -> Value {
        match value {
            Value::Object(members) => self.object(members, at, keys),
            Value::Array(items) => Value::array(
                items
                    .iter()
                    .enumerate()
                    .map(|(index, item)| self.value(item, &at.item(index), Keys::Words)),
            ),
            scalar => scalar.clone(),
        }
    }

    fn object(&mut self, members: &[(String, Value)], at: &Pointer, keys: Keys) -> Value {
        let mut out = Vec::new();
        for (key, member) in members {
            let here = at.member(key);
            // a shared parameter's name is a name too, which the words below do not know apart
            let named = keys != Keys::Words;
            if key.starts_with("x-") && keys != Keys::Names
                || !named && is_text(key) && matches!(member, Value::String(_))
            {
                self.taken.push((here, member.clone()));
                continue;
            }
            let kept = match (key.as_str(), member) {
                ("operationId", Value::String(id)) if !named => {
                    self.taken.push((here, member.clone()));
                    Value::from(self.renamed(id))
                }
                _ => match below(key, keys) {
                    Some(keys) => self.value(member, &here, keys),
                    None => member.clone(),
                },
            };
            out.push((key.clone(), kept));
        }
        Value::Object(out)
    }

    /// The id as an export writes it, with a number when it is taken.
    fn renamed(&mut self, id: &str) -> String {
        let base = normalized(id);
        let mut name = base.clone();
        let mut number = 1;
        while !self.ids.insert(name.clone()) {
            number += 1;
            name = format!("{base}-{number}");
        }
        name
    }
}
