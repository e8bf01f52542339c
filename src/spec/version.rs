//! The versions of the specification.

use std::fmt;

/// A version of the specification, as far as documents of it differ.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Version {
    /// Swagger 2.0.
    Swagger2,
    /// OpenAPI 3.0.x.
    OpenApi30,
    /// OpenAPI 3.1.x.
    OpenApi31,
    /// OpenAPI 3.2.x.
    OpenApi32,
}

impl Version {
    /// Every version, oldest first.
    pub const ALL: [Self; 4] = [
        Self::Swagger2,
        Self::OpenApi30,
        Self::OpenApi31,
        Self::OpenApi32,
    ];

    /// Its name in messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Swagger2 => "Swagger 2.0",
            Self::OpenApi30 => "OpenAPI 3.0",
            Self::OpenApi31 => "OpenAPI 3.1",
            Self::OpenApi32 => "OpenAPI 3.2",
        }
    }

    /// Its number: `2.0`, `3.0`, `3.1`, `3.2`.
    pub const fn number(self) -> &'static str {
        match self {
            Self::Swagger2 => "2.0",
            Self::OpenApi30 => "3.0",
            Self::OpenApi31 => "3.1",
            Self::OpenApi32 => "3.2",
        }
    }

    /// True for a version and all later ones.
    pub const fn is_since(self, first: Self) -> bool {
        self as u8 >= first as u8
    }

    /// True for OpenAPI 3.x.
    pub const fn is_3(self) -> bool {
        !matches!(self, Self::Swagger2)
    }

    /// The version a `swagger` member's text means.
    pub fn of_swagger(text: &str) -> Option<Self> {
        matches!(text, "2.0" | "2").then_some(Self::Swagger2)
    }

    /// The version an `openapi` member's text means: `3.0`, `3.0.3`, `3.1.0-rc1`.
    pub fn of_openapi(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '.');
        match (parts.next()?, parts.next()?) {
            ("3", "0") => Some(Self::OpenApi30),
            ("3", "1") => Some(Self::OpenApi31),
            ("3", "2") => Some(Self::OpenApi32),
            _ => None,
        }
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
