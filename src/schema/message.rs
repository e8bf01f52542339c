//! From the validator's errors to failures a person understands, each at its node.

use jsonschema::error::{TypeKind, ValidationErrorKind as Wrong};
use jsonschema::{JsonType, ValidationError};
use serde_json::Value;

use super::failure::Failure;
use super::unique::first_repeated;
use super::words::{format_name, name_of, one_of, shown, wanted};
use crate::document::{Document, Kind, NodeRef, Pointer};
use crate::finding::On;
use crate::text::suggest::nearest;

/// The failures an error amounts to: one for each unknown member, else one.
pub(super) fn failures_of(
    error: &ValidationError<'_>,
    document: &Document,
    schema: &Value,
) -> Vec<Failure> {
    let place = Pointer::parse(error.instance_path().as_str());
    let node = place.and_then(|place| document.find(&place));
    let context = Context {
        node: node.unwrap_or_else(|| document.root()),
        schema,
        path: error.schema_path().as_str(),
        dialect: is_of_dialect(error.evaluation_path().as_str(), schema),
    };
    match error.kind() {
        Wrong::AdditionalProperties { unexpected } => unexpected
            .iter()
            .map(|name| context.unknown(name))
            .collect(),
        Wrong::PropertyNames { error: inner } => vec![context.bad_name(inner)],
        kind => vec![context.failure(kind)],
    }
}

/// A node, and the keyword it fails.
struct Context<'d, 's> {
    node: NodeRef<'d>,
    schema: &'s Value,
    /// Pointer to the keyword in the schema.
    path: &'s str,
    /// See [`Failure::dialect`].
    dialect: bool,
}

/// True when the way to a failing keyword enters a schema that leaves its members to a dialect; that
/// schemas are objects or true or false, the specification says itself.
fn is_of_dialect(evaluation: &str, schema: &Value) -> bool {
    let mut at = schema;
    let mut inside = false;
    for segment in evaluation.split('/').skip(1) {
        if inside && segment != "type" {
            return true;
        }
        let next = at.get(segment.replace("~1", "/").replace("~0", "~"));
        let Some(next) = next.or_else(|| at.get(segment.parse::<usize>().ok()?)) else {
            return false;
        };
        let referred = next.as_str().filter(|_| segment == "$ref");
        at = referred.map_or(next, |to| {
            let to = to.trim_start_matches('#');
            schema.pointer(to).unwrap_or(&Value::Null)
        });
        inside = at.get("dialect").is_some();
    }
    false
}

impl Context<'_, '_> {
    fn failure(&self, kind: &Wrong) -> Failure {
        let thing = name_of(self.node);
        let (on, message) = match kind {
            Wrong::Required { property } => {
                let member = property.as_str().unwrap_or_default();
                (On::Key, format!("{} needs `{member}`", self.title()))
            }
            Wrong::Type {
                kind: TypeKind::Single(JsonType::Integer),
            } if is_number(self.node) => (On::Value, format!("{thing} must be a whole number")),
            Wrong::Type { kind } => {
                let found = self.node.kind().name();
                (
                    On::Value,
                    format!("{thing} must be {}, not {found}", wanted(kind)),
                )
            }
            Wrong::Enum { options } => (On::Value, format!("{thing} must be {}", one_of(options))),
            Wrong::Constant { expected_value } => (
                On::Value,
                format!("{thing} must be {}", shown(expected_value)),
            ),
            Wrong::Format { format } => (
                On::Value,
                format!("{thing} must be {}", format_name(format)),
            ),
            Wrong::UniqueItems => return self.repeated(),
            Wrong::MinItems { limit } => {
                (On::Value, format!("{thing} needs at least {limit} item"))
            }
            Wrong::Minimum { limit } => (On::Value, format!("{thing} must be at least {limit}")),
            Wrong::ExclusiveMinimum { limit } => {
                (On::Value, format!("{thing} must be greater than {limit}"))
            }
            _ => (On::Value, format!("{thing} is not what stands here")),
        };
        Failure {
            node: self.node.id(),
            on,
            message: self.says(kind).map_or(message, str::to_owned),
            help: self.help(kind),
            dialect: self.dialect,
        }
    }

    /// The words the schema has for what is wrong: for a missing member it may have some for each.
    fn says(&self, kind: &Wrong) -> Option<&str> {
        let words = self.words()?;
        match kind {
            Wrong::Required { property } if words.is_object() => {
                words.get(property.as_str()?)?.as_str()
            }
            _ => words.as_str(),
        }
    }

    /// What `says` of the schema holds for the keyword.
    fn words(&self) -> Option<&Value> {
        let (parent, keyword) = self.path.rsplit_once('/')?;
        self.schema.pointer(parent)?.get("says")?.get(keyword)
    }

    /// What the nearest schema around the keyword calls the thing it describes.
    fn title(&self) -> &str {
        let mut path = self.path;
        while let Some((parent, _)) = path.rsplit_once('/') {
            let title = self
                .schema
                .pointer(parent)
                .and_then(|s| s.get("title")?.as_str());
            if let Some(title) = title {
                return title;
            }
            path = parent;
        }
        "this"
    }

    fn help(&self, kind: &Wrong) -> Option<String> {
        let Wrong::Enum { options } = kind else {
            return None;
        };
        let found = self.node.as_str()?;
        let near = nearest(&found, options.as_array()?.iter().filter_map(Value::as_str))?;
        Some(format!("did you mean `{near}`?"))
    }

    /// A member that the object does not know.
    fn unknown(&self, name: &str) -> Failure {
        let member = self.node.get(name).unwrap_or(self.node);
        let schema = self
            .path
            .rsplit_once('/')
            .and_then(|(parent, _)| self.schema.pointer(parent));
        let known = schema.and_then(|schema| schema.get("properties")?.as_object());
        let free = known.into_iter().flat_map(serde_json::Map::keys);
        let free = free
            .map(String::as_str)
            .filter(|key| self.node.get(key).is_none());
        let near = nearest(name, free).map(|near| format!("did you mean `{near}`?"));
        let (message, help) = match self.words().and_then(Value::as_str) {
            Some(says) => (format!("`{name}` does not belong here: {says}"), near),
            None => (
                format!("{} has no member `{name}`", self.title()),
                near.or_else(|| self.extension_help()),
            ),
        };
        Failure {
            node: member.id(),
            on: On::Key,
            message,
            help,
            dialect: self.dialect,
        }
    }

    fn extension_help(&self) -> Option<String> {
        let parent = self.path.rsplit_once('/')?.0;
        let extensible = self.schema.pointer(parent)?.get("patternProperties")?;
        extensible.get("^x-")?;
        Some("members of your own start with `x-`".to_owned())
    }

    /// A member whose name is not one that may stand here.
    fn bad_name(&self, inner: &ValidationError<'_>) -> Failure {
        let name = inner.instance().as_str().unwrap_or_default().to_owned();
        let member = self.node.get(&name).unwrap_or(self.node);
        let says = self.words().and_then(Value::as_str);
        let says = says.unwrap_or("it does not have the form of a name");
        Failure {
            node: member.id(),
            on: On::Key,
            message: format!("`{name}` cannot be a name here: {says}"),
            help: None,
            dialect: self.dialect,
        }
    }

    /// The second of two equal items.
    fn repeated(&self) -> Failure {
        let item = first_repeated(self.node).unwrap_or(self.node);
        Failure {
            node: item.id(),
            on: On::Value,
            message: format!("{} has the same item twice", name_of(self.node)),
            help: Some("remove one of them".to_owned()),
            dialect: self.dialect,
        }
    }
}

fn is_number(node: NodeRef<'_>) -> bool {
    matches!(node.kind(), Kind::Integer | Kind::Float)
}
