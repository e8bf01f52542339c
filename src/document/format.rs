//! The two syntaxes.

use std::path::Path;

/// The syntax of a document.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// RFC 8259.
    Json,
    /// YAML 1.2, core schema.
    Yaml,
}

impl Format {
    /// The syntax a file name promises, when it promises one.
    pub fn of_name(name: &str) -> Option<Self> {
        let extension = Path::new(name).extension()?.to_str()?;
        match extension.to_ascii_lowercase().as_str() {
            "json" => Some(Self::Json),
            "yaml" | "yml" => Some(Self::Yaml),
            _ => None,
        }
    }

    /// The syntax a text looks like: JSON starts with a bracket.
    pub fn of_text(text: &str) -> Self {
        match text.trim_start_matches('\u{feff}').trim_start().as_bytes() {
            [b'{' | b'[', ..] => Self::Json,
            _ => Self::Yaml,
        }
    }

    /// Its name in messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Json => "JSON",
            Self::Yaml => "YAML",
        }
    }
}
