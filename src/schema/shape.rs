//! A schema as tables by key symbol.

use std::ops::RangeInclusive;

use regex::Regex;
use serde_json::Value;

use super::format::IsOne;
use crate::document::{Kind, Symbol};

/// A shape's number.
pub(super) type Id = u16;

/// The shape that everything has.
pub(super) const ANY: Id = 0;
/// The shape that nothing has.
pub(super) const NEVER: Id = 1;
/// The shape of which only the validator knows whether something has it.
pub(super) const UNKNOWN: Id = 2;

/// All shapes of a schema.
pub(super) struct Shapes {
    pub(super) all: Vec<Shape>,
    /// What a document should be.
    pub(super) root: Id,
}

impl Shapes {
    #[inline]
    pub(super) fn at(&self, id: Id) -> &Shape {
        &self.all[usize::from(id)]
    }
}

/// Kinds of nodes, a bit each.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Kinds(u16);

impl Kinds {
    pub(super) const ALL: Self = Self(u16::MAX);

    #[inline]
    pub(super) const fn has(self, kind: Kind) -> bool {
        self.0 & (1 << kind as u16) != 0
    }

    pub(super) fn add(&mut self, kinds: &[Kind]) {
        for kind in kinds {
            self.0 |= 1 << *kind as u16;
        }
    }
}

/// What a schema asks of a value: each part of the values it is about.
#[derive(Default)]
pub(super) struct Shape {
    pub(super) kinds: Kinds,
    /// True when the kind is all that is asked.
    pub(super) is_plain: bool,
    /// A number has no fraction.
    pub(super) is_whole: bool,
    pub(super) object: Option<Object>,
    pub(super) array: Option<Array>,
    pub(super) text: Vec<Text>,
    pub(super) bound: Option<Bound>,
    pub(super) more: Vec<More>,
}

/// What is asked of an object.
pub(super) enum Object {
    /// Each member has this shape.
    Each(Id),
    /// A few members only are asked about.
    Few(Vec<Named>),
    /// Every member is looked up.
    Table(Box<Table>),
}

/// A member that is asked about.
pub(super) struct Named {
    pub(super) key: Symbol,
    pub(super) shape: Id,
    pub(super) required: bool,
}

/// What is asked of the members of an object, by key.
pub(super) struct Table {
    /// By symbol, for the keys that every document knows.
    pub(super) by_symbol: Box<[Slot]>,
    /// Other keys that the schema names.
    pub(super) unusual: Vec<(String, Slot)>,
    /// By what a key is like.
    pub(super) patterns: Vec<(Pattern, Id)>,
    /// Of all other members.
    pub(super) other: Id,
    /// A bit for each required member.
    pub(super) required: u16,
    /// How many members there may be.
    pub(super) counts: RangeInclusive<usize>,
    /// What is asked of each key.
    pub(super) names: Id,
}

/// What is asked of a member, and its bit when it is required.
#[derive(Clone, Copy)]
pub(super) struct Slot {
    pub(super) shape: Id,
    pub(super) bit: u16,
}

/// What a key is like.
pub(super) enum Pattern {
    /// It begins so.
    Prefix(String),
    /// It matches.
    Expression(Regex),
}

impl Pattern {
    /// What a pattern asks; `None` for an expression that is none here.
    pub(super) fn of(text: &str) -> Option<Self> {
        let prefix = text.strip_prefix('^');
        let is_literal = |it: &&str| {
            it.bytes()
                .all(|byte| b"/-_".contains(&byte) || byte.is_ascii_alphanumeric())
        };
        match prefix.filter(is_literal) {
            Some(prefix) => Some(Self::Prefix(prefix.to_owned())),
            None => Regex::new(text).ok().map(Self::Expression),
        }
    }

    /// True when a key that every document knows is like this.
    pub(super) fn fits(&self, name: &str) -> bool {
        match self {
            Self::Prefix(prefix) => name.starts_with(&**prefix),
            Self::Expression(expression) => expression.is_match(name),
        }
    }
}

/// What is asked of an array.
pub(super) struct Array {
    pub(super) each: Id,
    pub(super) least: usize,
    pub(super) is_unique: bool,
}

/// What is asked of a string.
pub(super) enum Text {
    /// It is of one of our formats.
    Format(IsOne),
    /// It matches.
    Pattern(Regex),
}

/// The least a number may be.
pub(super) struct Bound {
    pub(super) limit: f64,
    /// It must be more than that.
    pub(super) is_excluded: bool,
}

/// What is asked of a value of any kind.
pub(super) enum More {
    /// It is one of these texts.
    OneText(Vec<String>),
    /// It equals one of these.
    OneOf(Vec<Value>),
    /// It has all of these shapes.
    All(Vec<Id>),
    /// It has one of these shapes.
    Any(Vec<Id>),
    /// It does not have this shape.
    Not(Id),
    /// If it has the first shape, it has the second one, else the third.
    If([Id; 3]),
    /// If it is an object with this member, it has the first shape, else the second.
    IfMember(Symbol, [Id; 2]),
    /// If this member is one of these texts, it has the shape beside it.
    ByText(Symbol, Vec<(String, Id)>),
    /// Only the validator knows.
    Unknown,
}
