//! What is plainly as it should be is seen at a glance.
//!
//! Nearly every document is valid, and the validator takes most of its time to find every key anew
//! by its text. This look goes by the keys' symbols. It answers one question only, whether a
//! document is surely valid: of one that is not, or that it is unsure of, the validator judges.

use std::cell::Cell;

use jsonschema::json::{JsonNumber as _, Node as _};
use regex::Regex;

use super::shape::{ANY, Array, Id, More, Object, Pattern, Shape, Shapes, Slot, Table, Text};
use super::tree::{NumberText, View};
use super::unique::first_repeated;
use crate::document::{Document, Kind, NodeRef, Symbol};

/// What a look at a document tells.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sight {
    /// It is surely valid.
    Valid,
    /// It is surely not.
    Invalid,
    /// The validator has to say.
    Unsure,
}

/// Look at a document.
pub(super) fn glance(shapes: &Shapes, document: &Document) -> Sight {
    // which one of two equal keys counts is the validator's to say
    if !document.problems().is_empty() {
        return Sight::Unsure;
    }
    let look = Look {
        shapes,
        document,
        unsure: Cell::new(false),
    };
    let fits = look.fits(shapes.root, document.root());
    match (look.unsure.get(), fits) {
        (true, _) => Sight::Unsure,
        (false, true) => Sight::Valid,
        (false, false) => Sight::Invalid,
    }
}

struct Look<'g, 'd> {
    shapes: &'g Shapes,
    document: &'d Document,
    unsure: Cell<bool>,
}

impl<'d> Look<'_, 'd> {
    #[inline]
    fn fits(&self, id: Id, node: NodeRef<'d>) -> bool {
        if id == ANY {
            return true;
        }
        let shape = self.shapes.at(id);
        let node = node.target();
        let kind = node.node().kind;
        if !shape.kinds.has(kind) {
            return false;
        }
        shape.is_plain || self.fits_closely(shape, node, kind)
    }

    // far from `fits`, which is small enough to stand where it is asked
    #[inline(never)]
    fn fits_closely(&self, shape: &Shape, node: NodeRef<'d>, kind: Kind) -> bool {
        let own = match kind {
            Kind::Object => match &shape.object {
                Some(object) => self.members(object, node),
                None => true,
            },
            Kind::Array => shape.array.as_ref().is_none_or(|it| self.items(it, node)),
            Kind::String => shape.text.iter().all(|it| self.text(it, &node.text())),
            Kind::Integer | Kind::Float => self.number(shape, node, kind),
            _ => true,
        };
        own && shape.more.iter().all(|it| self.more(it, node))
    }

    fn members(&self, object: &Object, node: NodeRef<'d>) -> bool {
        match object {
            Object::Each(id) if self.document.has_merges() => {
                node.entries().all(|entry| self.fits(*id, entry))
            }
            Object::Each(id) => node.children().all(|entry| self.fits(*id, entry)),
            Object::Few(names) => names.iter().all(|name| match node.member(name.key) {
                Some(member) => self.fits(name.shape, member),
                None => !name.required,
            }),
            Object::Table(table) => self.table(table, node),
        }
    }

    fn table(&self, table: &Table, node: NodeRef<'d>) -> bool {
        if self.document.has_merges() {
            self.entries(table, node.entries())
        } else {
            self.entries(table, node.children())
        }
    }

    fn entries(&self, table: &Table, entries: impl Iterator<Item = NodeRef<'d>>) -> bool {
        let (mut count, mut seen) = (0, 0);
        for entry in entries {
            let symbol = entry.key_symbol();
            let slot = match table.by_symbol.get(symbol.index()) {
                Some(slot) => *slot,
                None => self.unusual(table, symbol),
            };
            let has_name = table.names == ANY || self.name(table.names, symbol);
            if !has_name || !self.fits(slot.shape, entry) {
                return false;
            }
            seen |= slot.bit;
            count += 1;
        }
        seen == table.required && table.counts.contains(&count)
    }

    /// What is asked of a member whose key is not among those that every document knows.
    fn unusual(&self, table: &Table, symbol: Symbol) -> Slot {
        let text = self.document.symbols().text(symbol);
        if let Some((_, slot)) = table.unusual.iter().find(|(name, _)| name == text) {
            return *slot;
        }
        let mut fitting = table
            .patterns
            .iter()
            .filter(|(it, _)| self.matches(it, text));
        let shape = match (fitting.next(), fitting.next()) {
            (None, _) => table.other,
            (Some((_, shape)), None) => *shape,
            (Some(_), Some(_)) => {
                self.unsure.set(true);
                ANY
            }
        };
        Slot { shape, bit: 0 }
    }

    fn matches(&self, pattern: &Pattern, text: &str) -> bool {
        match pattern {
            Pattern::Prefix(prefix) => text.starts_with(&**prefix),
            Pattern::Expression(expression) => self.is_match(expression, text),
        }
    }

    /// Expressions mean the same here and in ECMA-262 as long as the text is plain.
    fn is_match(&self, expression: &Regex, text: &str) -> bool {
        if !text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
            self.unsure.set(true);
        }
        expression.is_match(text)
    }

    #[inline(never)]
    fn name(&self, id: Id, symbol: Symbol) -> bool {
        let shape = self.shapes.at(id);
        let text = self.document.symbols().text(symbol);
        if !shape.more.is_empty() {
            self.unsure.set(true);
        }
        shape.kinds.has(Kind::String) && shape.text.iter().all(|it| self.text(it, text))
    }

    fn items(&self, array: &Array, node: NodeRef<'d>) -> bool {
        let enough = array.least == 0 || node.items().nth(array.least - 1).is_some();
        enough
            && (array.each == ANY || node.items().all(|item| self.fits(array.each, item)))
            && (!array.is_unique || first_repeated(node).is_none())
    }

    fn text(&self, asked: &Text, text: &str) -> bool {
        match asked {
            Text::Format(is_one) => is_one(text),
            Text::Pattern(expression) => self.is_match(expression, text),
        }
    }

    fn number(&self, shape: &Shape, node: NodeRef<'d>, kind: Kind) -> bool {
        if shape.is_whole && kind == Kind::Float && !NumberText::of(node).is_integer() {
            return false;
        }
        let Some(bound) = &shape.bound else {
            return true;
        };
        let value = NumberText::of(node).as_f64().unwrap_or(f64::NAN);
        if value.is_sign_negative() {
            self.unsure.set(true);
        }
        value > bound.limit || (!bound.is_excluded && value >= bound.limit)
    }

    fn more(&self, more: &More, node: NodeRef<'d>) -> bool {
        match more {
            More::OneText(texts) => {
                let text = (node.kind() == Kind::String).then(|| node.text());
                text.is_some_and(|text| texts.iter().any(|it| *it == text))
            }
            More::ByText(key, cases) => {
                let text = node.member(*key).filter(|it| it.is_string());
                let text = text.map(NodeRef::text);
                let mut cases = cases.iter();
                let case = cases.find(|(one, _)| text.as_deref() == Some(one));
                case.is_none_or(|(_, id)| self.fits(*id, node))
            }
            More::OneOf(values) => values.iter().any(|it| View::Node(node).equals_value(it)),
            More::All(all) => all.iter().all(|id| self.fits(*id, node)),
            More::Any(any) => any.iter().any(|id| self.fits(*id, node)),
            More::Not(id) => !self.fits(*id, node),
            More::If([when, then, otherwise]) => {
                let next = if self.fits(*when, node) {
                    then
                } else {
                    otherwise
                };
                self.fits(*next, node)
            }
            More::IfMember(key, [then, otherwise]) => {
                let next = if node.member(*key).is_some() {
                    then
                } else {
                    otherwise
                };
                self.fits(*next, node)
            }
            More::Unknown => {
                self.unsure.set(true);
                true
            }
        }
    }
}
