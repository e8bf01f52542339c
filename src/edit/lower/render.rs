//! Plain values as text: flow (JSON, and YAML between brackets) and block.

use super::scalar::{Within, quoted, yaml_string};
use super::{Quote, Style};
use crate::document::{Value, quote, quote_into};

/// How strings are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::edit) enum Strings {
    /// As JSON.
    Json,
    /// In double quotes, as YAML.
    Double,
    /// Plain where that is safe, else quoted.
    Yaml(Quote),
}

impl Strings {
    /// Write a string.
    fn write(self, out: &mut String, text: &str) {
        match self {
            Self::Json => quote_into(out, text),
            _ => out.push_str(&self.text(text)),
        }
    }

    pub(in crate::edit) fn text(self, text: &str) -> String {
        match self {
            Self::Json => quote(text),
            Self::Double => quoted(text, Quote::Double),
            Self::Yaml(quote) => yaml_string(text, quote, Within::Flow),
        }
    }
}

/// How a flow collection is written.
#[derive(Clone, Copy, Debug)]
pub(in crate::edit) struct Flow<'s> {
    /// The line end.
    pub(in crate::edit) newline: &'s str,
    /// One level of indentation.
    pub(in crate::edit) unit: &'s str,
    /// Members stand on lines of their own.
    pub(in crate::edit) multiline: bool,
    /// What stands between a key and its value.
    pub(in crate::edit) colon: &'s str,
    /// How strings are written.
    pub(in crate::edit) strings: Strings,
}

impl<'s> Flow<'s> {
    pub(super) fn of(style: &'s Style, strings: Strings) -> Self {
        Self {
            newline: style.newline,
            unit: &style.unit,
            multiline: style.multiline,
            colon: match strings {
                Strings::Json => &style.colon,
                _ => ": ",
            },
            strings,
        }
    }

    pub(super) const fn multiline(self, multiline: bool) -> Self {
        Self { multiline, ..self }
    }

    /// What stands after a comma between members of one line.
    pub(super) fn space(&self) -> &'static str {
        if self.colon.ends_with(' ') { " " } else { "" }
    }
}

/// Write a value in flow style; `indent` is that of the line it starts on.
pub(in crate::edit) fn flow_text(out: &mut String, value: &Value, indent: &str, how: Flow<'_>) {
    match value {
        Value::Array(items) => {
            let write = |out: &mut String, item: &Value, inner: &str| {
                flow_text(out, item, inner, how);
            };
            members(out, (items.as_slice(), indent), ['[', ']'], how, write);
        }
        Value::Object(entries) => {
            let write = |out: &mut String, (key, value): &(String, Value), inner: &str| {
                flow_entry(out, (key, value), inner, how);
            };
            members(out, (entries.as_slice(), indent), ['{', '}'], how, write);
        }
        Value::String(text) => how.strings.write(out, text),
        Value::Number(text) => out.push_str(text),
        scalar => out.push_str(&scalar_text(scalar, how.strings)),
    }
}

/// Write `key: value` in flow style.
pub(super) fn flow_entry(out: &mut String, entry: (&str, &Value), indent: &str, how: Flow<'_>) {
    how.strings.write(out, entry.0);
    out.push_str(how.colon);
    flow_text(out, entry.1, indent, how);
}

fn members<T>(
    out: &mut String,
    (members, indent): (&[T], &str),
    [open, close]: [char; 2],
    how: Flow<'_>,
    write: impl Fn(&mut String, &T, &str),
) {
    out.push(open);
    let mut inner = String::with_capacity(indent.len() + how.unit.len());
    inner.push_str(indent);
    inner.push_str(how.unit);
    for (order, member) in members.iter().enumerate() {
        if order > 0 {
            out.push(',');
        }
        if how.multiline {
            out.push_str(how.newline);
            out.push_str(&inner);
        } else if order > 0 {
            out.push_str(how.space());
        }
        write(out, member, &inner);
    }
    if how.multiline && !members.is_empty() {
        out.push_str(how.newline);
        out.push_str(indent);
    }
    out.push(close);
}

/// A value without members as text.
fn scalar_text(value: &Value, strings: Strings) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(true) => "true".to_owned(),
        Value::Bool(false) => "false".to_owned(),
        Value::Number(text) => text.clone(),
        Value::String(text) => strings.text(text),
        Value::Array(_) => "[]".to_owned(),
        Value::Object(_) => "{}".to_owned(),
    }
}

/// A value that needs no line of its own, as block YAML.
pub(super) fn inline_text(value: &Value, style: &Style) -> String {
    match value {
        Value::String(text) => yaml_string(text, style.quote, Within::Block),
        other => scalar_text(other, Strings::Yaml(style.quote)),
    }
}

/// The lines of a value with members, the first one without its indentation: the pen stands at
/// `column` already.
pub(in crate::edit) fn block_text(value: &Value, column: usize, style: &Style) -> String {
    let mut out = String::new();
    block(&mut out, value, column, style);
    out
}

/// `key: value` as the lines of a block mapping whose keys stand at `column`.
pub(super) fn block_entry(key: &str, value: &Value, column: usize, style: &Style) -> String {
    let mut out = String::new();
    entry(&mut out, (key, value), column, style);
    out
}

/// `- value` as the lines of a block sequence whose dashes stand at `column`.
pub(super) fn block_item(value: &Value, column: usize, style: &Style) -> String {
    let mut out = String::new();
    item(&mut out, value, column, style);
    out
}

fn block(out: &mut String, value: &Value, column: usize, style: &Style) {
    match value {
        Value::Array(items) if !items.is_empty() => {
            for (order, value) in items.iter().enumerate() {
                next_line(out, order, column, style);
                item(out, value, column, style);
            }
        }
        Value::Object(entries) if !entries.is_empty() => {
            for (order, (key, value)) in entries.iter().enumerate() {
                next_line(out, order, column, style);
                entry(out, (key, value), column, style);
            }
        }
        scalar => out.push_str(&inline_text(scalar, style)),
    }
}

fn next_line(out: &mut String, order: usize, column: usize, style: &Style) {
    if order > 0 {
        break_line(out, column, style);
    }
}

fn break_line(out: &mut String, column: usize, style: &Style) {
    out.push_str(style.newline);
    out.extend(std::iter::repeat_n(' ', column));
}

fn entry(out: &mut String, (key, value): (&str, &Value), column: usize, style: &Style) {
    out.push_str(&yaml_string(key, style.quote, Within::Block));
    out.push(':');
    if value.has_members() {
        let column = column + step(value, style);
        break_line(out, column, style);
        block(out, value, column, style);
    } else {
        out.push(' ');
        out.push_str(&inline_text(value, style));
    }
}

fn item(out: &mut String, value: &Value, column: usize, style: &Style) {
    out.push_str("- ");
    block(out, value, column + 2, style);
}

/// How far a collection is indented below its key.
pub(super) fn step(value: &Value, style: &Style) -> usize {
    match value {
        Value::Array(_) => style.dash,
        _ => style.unit.len(),
    }
}
