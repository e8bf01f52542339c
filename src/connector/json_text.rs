//! A value as the text of a new JSON file.

use crate::document::{Value, quote};

/// The text of a value: two spaces a level, LF, a final newline.
pub fn json_text(value: &Value) -> String {
    let mut out = String::new();
    write(&mut out, value, 0);
    out.push('\n');
    out
}

fn write(out: &mut String, value: &Value, depth: usize) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(yes) => out.push_str(if *yes { "true" } else { "false" }),
        Value::Number(text) => out.push_str(text),
        Value::String(text) => out.push_str(&quote(text)),
        Value::Array(items) if items.is_empty() => out.push_str("[]"),
        Value::Object(members) if members.is_empty() => out.push_str("{}"),
        Value::Array(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                line(out, at, depth);
                write(out, item, depth + 1);
            }
            close(out, ']', depth);
        }
        Value::Object(members) => {
            out.push('{');
            for (at, (key, member)) in members.iter().enumerate() {
                line(out, at, depth);
                out.push_str(&quote(key));
                out.push_str(": ");
                write(out, member, depth + 1);
            }
            close(out, '}', depth);
        }
    }
}

fn line(out: &mut String, at: usize, depth: usize) {
    out.push_str(if at > 0 { ",\n" } else { "\n" });
    indent(out, depth + 1);
}

fn close(out: &mut String, bracket: char, depth: usize) {
    out.push('\n');
    indent(out, depth);
    out.push(bracket);
}

fn indent(out: &mut String, depth: usize) {
    for _ in 0..depth {
        out.push_str("  ");
    }
}
