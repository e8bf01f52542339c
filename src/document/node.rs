//! One node of the tree: 32 bytes, no text of its own.

use super::Symbol;
use crate::text::Span;

/// Index of a node in its document; the root is [`NodeId::ROOT`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct NodeId(pub u32);

impl NodeId {
    /// The root of every document.
    pub const ROOT: Self = Self(0);
    /// No node: the parent of the root.
    pub const NONE: Self = Self(u32::MAX);

    /// As an index.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// What a node is, after core-schema typing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[repr(u8)]
pub enum Kind {
    /// `null`, `~`, or nothing where YAML allows nothing.
    Null,
    /// `true`
    True,
    /// `false`
    False,
    /// A number without fraction or exponent.
    Integer,
    /// Any other number.
    Float,
    /// A string.
    String,
    /// A list.
    Array,
    /// A mapping.
    Object,
    /// A YAML alias; [`super::NodeRef`] looks through it.
    Alias,
}

impl Kind {
    /// The word for it in messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::True | Self::False => "a boolean",
            Self::Integer | Self::Float => "a number",
            Self::String => "a string",
            Self::Array => "an array",
            Self::Object => "an object",
            Self::Alias => "an alias",
        }
    }
}

/// Facts about a node, one bit each.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Flags(pub u8);

impl Flags {
    /// The scalar's text must be decoded from its source.
    pub const ESCAPED: Self = Self(1);
    /// The scalar's decoded text is in the document's side table.
    pub const DECODED: Self = Self(2);
    /// The key is quoted in the source.
    pub const KEY_QUOTED: Self = Self(4);
    /// A YAML flow collection (`[ ]`, `{ }`).
    pub const FLOW: Self = Self(8);
    /// The value carries a YAML anchor.
    pub const ANCHOR: Self = Self(16);
    /// The value carries a YAML tag.
    pub const TAGGED: Self = Self(32);
    /// A later member with a key its object already had.
    pub const DUPLICATE: Self = Self(64);
    /// A plain scalar that a YAML 1.1 reader types differently.
    pub const YAML_1_1: Self = Self(128);

    /// True when every bit of `other` is set.
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// True when some bit of `other` is set.
    pub const fn has_any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Set the bits of `other`.
    pub const fn set(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// The bits of both.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The bits of `other` when `yes`.
    #[must_use]
    pub const fn with_if(self, other: Self, yes: bool) -> Self {
        if yes { self.with(other) } else { self }
    }
}

/// How a scalar is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Style {
    /// Without quotes.
    Plain,
    /// `'…'`
    Single,
    /// `"…"`
    Double,
    /// `|`
    Literal,
    /// `>`
    Folded,
    /// Not a scalar, or a JSON literal.
    None,
}

/// A node. Children of node `i` start at `i + 1`; the sibling after `c` is at `c.next`; the whole
/// subtree of `i` is the slice `i..i.next`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Node {
    /// First byte of the value.
    pub start: u32,
    /// After the last byte of the value.
    pub end: u32,
    /// First byte of the key, its quote included; 0 without a key.
    pub key_start: u32,
    /// After the last byte of the key; 0 without a key.
    pub key_end: u32,
    /// The interned key; [`Symbol::NONE`] without a key.
    pub key: Symbol,
    /// The containing node.
    pub parent: NodeId,
    /// The index after this node's subtree.
    pub next: NodeId,
    /// What it is.
    pub kind: Kind,
    /// Facts about it.
    pub flags: Flags,
    /// How it is written.
    pub style: Style,
    /// Content indent of a block scalar that is decoded on demand.
    pub indent: u8,
}

const _: () = assert!(size_of::<Node>() == 32);

impl Node {
    /// The value's bytes.
    pub const fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }

    /// The key's bytes, quotes included.
    pub const fn key_span(&self) -> Option<Span> {
        if self.has_key() {
            Some(Span::new(self.key_start, self.key_end))
        } else {
            None
        }
    }

    /// True for a member of an object.
    pub const fn has_key(&self) -> bool {
        self.key.0 != Symbol::NONE.0
    }

    /// True for an array or an object.
    pub const fn is_container(&self) -> bool {
        matches!(self.kind, Kind::Array | Kind::Object)
    }
}
