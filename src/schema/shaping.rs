//! From a schema to its shapes. A keyword that is not known here is left to the validator.

use regex::Regex;
use rustc_hash::{FxHashMap, FxHashSet};
use serde_json::{Map, Value};

use super::asked::{member_asked, names, one_of, text_asked};
use super::format;
use super::shape::{
    ANY, Array, Bound, Id, Kinds, More, NEVER, Named, Object, Pattern, Shape, Shapes, Slot, Table,
    Text, UNKNOWN,
};
use crate::document::{Kind, Symbol, Symbols, WELL_KNOWN_COUNT};

/// Keywords that ask nothing.
const SILENT: [&str; 7] = [
    "$schema",
    "$comment",
    "$defs",
    "title",
    "description",
    "says",
    "dialect",
];

/// Keywords about the members of an object.
const OF_OBJECTS: [&str; 7] = [
    "properties",
    "required",
    "patternProperties",
    "additionalProperties",
    "minProperties",
    "maxProperties",
    "propertyNames",
];

/// From how many members on a table is faster than looking each up.
const FEW: usize = 3;

/// The shapes of a schema.
pub(super) fn shapes(schema: &Value) -> Shapes {
    let any = || Shape {
        kinds: Kinds::ALL,
        ..Shape::default()
    };
    let mut maker = Maker {
        schema,
        symbols: Symbols::default(),
        shapes: Shapes {
            all: vec![
                Shape {
                    is_plain: true,
                    ..any()
                },
                Shape::default(),
                Shape {
                    more: vec![More::Unknown],
                    ..any()
                },
            ],
            root: ANY,
        },
        known: FxHashMap::default(),
    };
    maker.shapes.root = maker.id(schema);
    maker.shapes
}

struct Maker<'v> {
    schema: &'v Value,
    symbols: Symbols,
    shapes: Shapes,
    /// The shapes of what is referred to.
    known: FxHashMap<&'v str, Id>,
}

impl<'v> Maker<'v> {
    /// The shape of a schema.
    fn id(&mut self, schema: &'v Value) -> Id {
        match schema {
            Value::Bool(true) => ANY,
            Value::Bool(false) => NEVER,
            Value::Object(members) => match (members.len(), members.get("$ref")) {
                (0, _) => ANY,
                (1, Some(Value::String(to))) => self.referred(to),
                _ => {
                    let id = self.reserve();
                    self.shapes.all[usize::from(id)] = self.shape(members);
                    id
                }
            },
            _ => UNKNOWN,
        }
    }

    fn ids(&mut self, list: &'v Value) -> Vec<Id> {
        let all = list.as_array().into_iter().flatten();
        all.map(|schema| self.id(schema)).collect()
    }

    fn reserve(&mut self) -> Id {
        self.shapes.all.push(Shape::default());
        Id::try_from(self.shapes.all.len() - 1).expect("our schemas have a few hundred parts")
    }

    fn referred(&mut self, to: &'v str) -> Id {
        if let Some(known) = self.known.get(to) {
            return *known;
        }
        let target = to.strip_prefix('#').and_then(|to| self.schema.pointer(to));
        let Some(Value::Object(members)) = target else {
            return UNKNOWN;
        };
        // it may refer to itself
        let id = self.reserve();
        self.known.insert(to, id);
        self.shapes.all[usize::from(id)] = self.shape(members);
        id
    }

    fn shape(&mut self, members: &'v Map<String, Value>) -> Shape {
        let mut shape = Shape {
            kinds: Kinds::ALL,
            ..Shape::default()
        };
        for (keyword, value) in members {
            let is_known = self.keyword(&mut shape, keyword, value)
                || SILENT.contains(&keyword.as_str())
                || OF_OBJECTS.contains(&keyword.as_str());
            if !is_known {
                shape.more.push(More::Unknown);
            }
        }
        if let Some(when) = members.get("if") {
            let parts = [members.get("then"), members.get("else")];
            let [then, otherwise] = parts.map(|part| part.map_or(ANY, |part| self.id(part)));
            shape.more.push(
                match member_asked(when).and_then(|it| self.symbols.lookup(it)) {
                    Some(key) => More::IfMember(key, [then, otherwise]),
                    None => More::If([self.id(when), then, otherwise]),
                },
            );
        }
        if OF_OBJECTS
            .iter()
            .any(|keyword| members.contains_key(*keyword))
        {
            match self.object(members) {
                Some(object) => shape.object = Some(object),
                None => shape.more.push(More::Unknown),
            }
        }
        shape.is_plain = !shape.is_whole
            && shape.object.is_none()
            && shape.array.is_none()
            && shape.text.is_empty()
            && shape.bound.is_none()
            && shape.more.is_empty();
        shape
    }

    /// Take a keyword that stands for itself; false when there is no such.
    fn keyword(&mut self, shape: &mut Shape, keyword: &str, value: &'v Value) -> bool {
        let number = || value.as_u64().and_then(|it| usize::try_from(it).ok());
        match keyword {
            "type" => return types(shape, value),
            "enum" => shape.more.extend(value.as_array().map(|it| one_of(it))),
            "const" => shape.more.push(one_of(std::slice::from_ref(value))),
            "$ref" => {
                let all = value.as_str().map(|to| self.referred(to));
                shape
                    .more
                    .push(all.map_or(More::Unknown, |id| More::All(vec![id])));
            }
            "allOf" => {
                let more = self.by_text(value);
                shape
                    .more
                    .push(more.unwrap_or_else(|| More::All(self.ids(value))));
            }
            "anyOf" => shape.more.push(More::Any(self.ids(value))),
            "not" => shape.more.push(More::Not(self.id(value))),
            "if" | "then" | "else" => {}
            "items" => array(shape).each = self.id(value),
            "minItems" => match number() {
                Some(least) => array(shape).least = least,
                None => return false,
            },
            "uniqueItems" => array(shape).is_unique = value.as_bool() == Some(true),
            "format" | "pattern" => {
                let text = value.as_str().and_then(|it| text(keyword, it));
                shape.more.extend(text.is_none().then_some(More::Unknown));
                shape.text.extend(text);
            }
            "minimum" | "exclusiveMinimum" => match value.as_f64() {
                Some(limit) if shape.bound.is_none() => {
                    let is_excluded = keyword != "minimum";
                    shape.bound = Some(Bound { limit, is_excluded });
                }
                _ => return false,
            },
            _ => return false,
        }
        true
    }

    /// Conditions that ask for the same member and differ in its text: one look tells which holds.
    fn by_text(&mut self, list: &'v Value) -> Option<More> {
        let list = list.as_array()?;
        let conditions: Option<Vec<_>> = list.iter().map(text_asked).collect();
        let conditions = conditions?;
        let key = conditions.first()?.0;
        let texts: FxHashSet<&str> = conditions.iter().map(|it| it.1).collect();
        let differ = texts.len() == conditions.len();
        if !differ || conditions.iter().any(|it| it.0 != key) {
            return None;
        }
        let key = self.symbols.lookup(key)?;
        let cases = conditions.into_iter();
        let cases = cases.map(|(_, text, then)| (text.to_owned(), self.id(then)));
        Some(More::ByText(key, cases.collect()))
    }

    fn object(&mut self, members: &'v Map<String, Value>) -> Option<Object> {
        let required = names(members.get("required"))?;
        let properties: FxHashMap<&str, Id> = members
            .get("properties")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
            .map(|(name, schema)| (name.as_str(), self.id(schema)))
            .collect();
        let others = OF_OBJECTS[2..].iter();
        let others: Vec<&str> = others
            .copied()
            .filter(|it| members.contains_key(*it))
            .collect();
        let mut all: Vec<&str> = properties.keys().chain(&required).copied().collect();
        all.sort_unstable();
        all.dedup();
        let other = members
            .get("additionalProperties")
            .map_or(ANY, |it| self.id(it));
        if all.is_empty() && others == ["additionalProperties"] {
            return Some(Object::Each(other));
        }
        let symbols: Option<Vec<Symbol>> = all.iter().map(|it| self.symbols.lookup(it)).collect();
        if let Some(symbols) = symbols.filter(|it| others.is_empty() && it.len() <= FEW) {
            let named = symbols.into_iter().zip(&all).map(|(key, name)| Named {
                key,
                shape: properties.get(name).copied().unwrap_or(ANY),
                required: required.contains(name),
            });
            return Some(Object::Few(named.collect()));
        }
        let table = Table {
            by_symbol: Box::default(),
            unusual: Vec::new(),
            patterns: self.patterns(members.get("patternProperties"))?,
            other,
            required: bit(required.len()).checked_sub(1)?,
            counts: count(members.get("minProperties"), 0)?
                ..=count(members.get("maxProperties"), usize::MAX)?,
            names: members.get("propertyNames").map_or(ANY, |it| self.id(it)),
        };
        Some(Object::Table(Box::new(self.filled(
            table,
            &properties,
            &required,
        ))))
    }

    /// The table with a slot for each key that is known.
    fn filled(
        &self,
        mut table: Table,
        properties: &FxHashMap<&str, Id>,
        required: &[&str],
    ) -> Table {
        let slot = |name: &str| {
            let own = properties.get(name).copied();
            let like = table
                .patterns
                .iter()
                .filter(|(it, _)| it.fits(name))
                .map(|(_, id)| *id);
            let fitting: Vec<Id> = own.into_iter().chain(like).collect();
            let at = required.iter().position(|it| *it == name);
            Slot {
                shape: match fitting.as_slice() {
                    [] => table.other,
                    [one] => *one,
                    _ => UNKNOWN,
                },
                bit: at.map_or(0, bit),
            }
        };
        let known = (0..WELL_KNOWN_COUNT as u32).map(|at| self.symbols.text(Symbol(at)));
        let by_symbol = known.map(slot).collect();
        let named = properties.keys().chain(required);
        let unusual = named.filter(|name| self.symbols.lookup(name).is_none());
        let unusual = unusual
            .map(|name| ((*name).to_owned(), slot(name)))
            .collect();
        (table.by_symbol, table.unusual) = (by_symbol, unusual);
        table
    }

    fn patterns(&mut self, patterns: Option<&'v Value>) -> Option<Vec<(Pattern, Id)>> {
        let all = patterns.and_then(Value::as_object).into_iter().flatten();
        all.map(|(pattern, schema)| Some((Pattern::of(pattern)?, self.id(schema))))
            .collect()
    }
}

fn types(shape: &mut Shape, value: &Value) -> bool {
    let one = std::slice::from_ref(value);
    let mut kinds = Kinds::default();
    for name in value.as_array().map_or(one, Vec::as_slice) {
        match name.as_str() {
            Some("null") => kinds.add(&[Kind::Null, Kind::Alias]),
            Some("boolean") => kinds.add(&[Kind::True, Kind::False]),
            Some("integer") => {
                shape.is_whole = true;
                kinds.add(&[Kind::Integer, Kind::Float]);
            }
            Some("number") if !shape.is_whole => kinds.add(&[Kind::Integer, Kind::Float]),
            Some("string") => kinds.add(&[Kind::String]),
            Some("array") => kinds.add(&[Kind::Array]),
            Some("object") => kinds.add(&[Kind::Object]),
            _ => return false,
        }
    }
    shape.kinds = kinds;
    true
}

fn array(shape: &mut Shape) -> &mut Array {
    shape.array.get_or_insert(Array {
        each: ANY,
        least: 0,
        is_unique: false,
    })
}

fn text(keyword: &str, value: &str) -> Option<Text> {
    if keyword == "pattern" {
        return Regex::new(value).ok().map(Text::Pattern);
    }
    if value == "regex" {
        // what the validator itself asks
        return Some(Text::Format(jsonschema_regex::is_valid_ecma_regex));
    }
    let own = format::ALL.iter().find(|(name, _)| *name == value);
    own.map(|(_, is_one)| Text::Format(*is_one))
}

fn count(value: Option<&Value>, usual: usize) -> Option<usize> {
    match value {
        None => Some(usual),
        Some(value) => usize::try_from(value.as_u64()?).ok(),
    }
}

/// The bit of the required member at a place; 0 past the last one.
fn bit(at: usize) -> u16 {
    u32::try_from(at)
        .ok()
        .and_then(|at| 1_u16.checked_shl(at))
        .unwrap_or(0)
}
