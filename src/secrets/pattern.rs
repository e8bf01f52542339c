//! What a known form of secret is: data.

/// What a pattern recognises.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PatternKind {
    /// A value that is a secret wherever it stands.
    Token,
    /// The value of an `Authorization` header.
    Authorization,
    /// A credential in the query or the path of a URL.
    Query,
    /// A user and a password before the host of a URL (RFC 3986 section 3.2.1).
    UserPart,
}

/// The characters that must not stand directly before or after a match.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Edge {
    /// Any may.
    Free,
    /// Letters and digits.
    Word,
    /// Letters, digits, `_` and `-`.
    Name,
    /// Letters, digits, `+`, `/` and `=`.
    Base64,
}

impl Edge {
    /// True when `c` would continue the match.
    pub const fn continues(self, c: char) -> bool {
        match self {
            Self::Free => false,
            Self::Word => c.is_ascii_alphanumeric(),
            Self::Name => c.is_ascii_alphanumeric() || matches!(c, '_' | '-'),
            Self::Base64 => c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '='),
        }
    }
}

/// What a match must stand up to beside its form.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Guard {
    /// Nothing but not being a placeholder.
    Plain,
    /// The first two parts must be JSON; `exp` in the past makes it old.
    Jwt,
    /// Must decode to `user:password`.
    Basic,
    /// Needs a digit, like every random value of that length.
    Digit,
    /// A signature beside the other members of a shared access signature; `se` makes it old.
    SharedAccess,
    /// A one-letter-case code or key: only long and even ones.
    LongAndEven,
    /// A user and a password that are no words of an instruction.
    UserPart,
    /// A key of a vendor's test mode.
    TestMode,
    /// Several lines, of which each is a word.
    Lines,
}

/// A known form of secret.
#[derive(Debug)]
pub struct Pattern {
    /// Its id: kebab-case.
    pub id: &'static str,
    /// What it is, with its article, for messages: `a GitHub token`.
    pub title: &'static str,
    /// What it recognises.
    pub kind: PatternKind,
    /// Texts of which one stands in every match; three bytes or more each. Empty for what is found
    /// by its `@`.
    pub literals: &'static [&'static str],
    /// Its form. Group 1 is the secret; without groups all of it.
    pub regex: &'static str,
    /// What may not stand beside it.
    pub edge: Edge,
    /// Least entropy in bits per character; 0 when its form is proof enough.
    pub entropy: f64,
    /// What else it must stand up to.
    pub guard: Guard,
    /// The release that brought it.
    pub since: &'static str,
}

impl Pattern {
    pub(super) const fn new(
        id: &'static str,
        title: &'static str,
        literals: &'static [&'static str],
        regex: &'static str,
    ) -> Self {
        Self {
            id,
            title,
            kind: PatternKind::Token,
            literals,
            regex,
            edge: Edge::Word,
            entropy: 0.0,
            guard: Guard::Plain,
            since: "0.1.0",
        }
    }

    pub(super) const fn kind(self, kind: PatternKind) -> Self {
        Self { kind, ..self }
    }

    pub(super) const fn edge(self, edge: Edge) -> Self {
        Self { edge, ..self }
    }

    pub(super) const fn entropy(self, entropy: f64) -> Self {
        Self { entropy, ..self }
    }

    pub(super) const fn guard(self, guard: Guard) -> Self {
        Self { guard, ..self }
    }
}
