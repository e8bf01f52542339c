//! A plain value as a whole new document.

use super::lower::{Flow, Quote, Strings, Style, block_text, flow_text};
use crate::document::{Document, Format, Value};
use crate::text::Newline;

/// How a new JSON document is written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct JsonStyle {
    /// One level of indentation; `None` writes everything on one line without blanks.
    pub indent: Option<String>,
    /// The line end.
    pub newline: Newline,
    /// The text ends with a line end.
    pub final_newline: bool,
}

impl Default for JsonStyle {
    /// Two spaces, `\n`, a final line end.
    fn default() -> Self {
        Self {
            indent: Some("  ".to_owned()),
            newline: Newline::Lf,
            final_newline: true,
        }
    }
}

impl JsonStyle {
    /// The style of a JSON document; the usual one with its line ends for YAML.
    pub fn of(document: &Document) -> Self {
        let text = document.text();
        let style = Style::of(document);
        let json = document.format() == Format::Json;
        Self {
            indent: (!json || style.multiline).then_some(if json {
                style.unit
            } else {
                "  ".into()
            }),
            newline: Newline::of(text),
            final_newline: text.ends_with('\n'),
        }
    }
}

/// `value` as a JSON text (RFC 8259). Characters outside ASCII are written as they are.
pub fn to_json(value: &Value, style: &JsonStyle) -> String {
    let how = Flow {
        newline: style.newline.as_str(),
        unit: style.indent.as_deref().unwrap_or_default(),
        multiline: style.indent.is_some(),
        colon: if style.indent.is_some() { ": " } else { ":" },
        strings: Strings::Json,
    };
    let mut out = String::new();
    flow_text(&mut out, value, "", how);
    if style.final_newline {
        out.push_str(style.newline.as_str());
    }
    out
}

/// `value` as block YAML. A string is quoted wherever a YAML 1.1 or 1.2 reader could take it for
/// something else.
pub fn to_yaml(value: &Value) -> String {
    let style = Style {
        newline: "\n",
        unit: "  ".to_owned(),
        multiline: true,
        colon: ": ".to_owned(),
        dash: 2,
        quote: Quote::Single,
    };
    let mut out = block_text(value, 0, &style);
    out.push('\n');
    out
}
