//! JSON that is safe to print: unsafe characters are written as `\u` escapes.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter, Serializer};

use super::escape;
use crate::text::visible;

/// Write a value as indented JSON and a line feed.
pub(super) fn pretty(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    write(value, Safe(PrettyFormatter::new()), out)
}

/// Indented JSON whose last empty array is to be filled: what stands before that array, and after.
pub(super) fn around(value: &impl Serialize) -> io::Result<(String, String)> {
    let mut bytes = Vec::new();
    pretty(value, &mut bytes)?;
    let text = String::from_utf8(bytes).map_err(io::Error::other)?;
    let (before, after) = text.rsplit_once("[]").unwrap_or((&text, ""));
    Ok((before.to_owned(), after.to_owned()))
}

/// An array of indented JSON, written item after item.
#[derive(Default)]
pub(super) struct Items {
    /// How many arrays and objects are around it.
    depth: usize,
    any: bool,
}

impl Items {
    /// An array with this many arrays and objects around it.
    pub(super) const fn within(depth: usize) -> Self {
        Self { depth, any: false }
    }

    /// Write the next item.
    pub(super) fn push(&mut self, item: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
        let mut form = Safe(PrettyFormatter::new());
        // the formatter learns how deep it is
        for _ in 0..=self.depth {
            form.begin_array(&mut io::sink())?;
        }
        if !self.any {
            out.write_all(b"[")?;
        }
        form.begin_array_value(&mut *out, !self.any)?;
        self.any = true;
        item.serialize(&mut Serializer::with_formatter(out, form))
            .map_err(io::Error::from)
    }

    /// Write the end of the array.
    pub(super) fn end(&self, out: &mut dyn Write) -> io::Result<()> {
        if !self.any {
            return out.write_all(b"[]");
        }
        write!(out, "\n{:width$}]", "", width = 2 * self.depth)
    }
}

/// Write a value as one line of JSON.
pub(super) fn line(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    write(value, Safe(CompactFormatter), out)
}

fn write(value: &impl Serialize, form: impl Formatter, out: &mut dyn Write) -> io::Result<()> {
    value.serialize(&mut Serializer::with_formatter(&mut *out, form))?;
    out.write_all(b"\n")
}

/// A formatter that escapes more than JSON asks for, also the marks of build agents' commands.
struct Safe<F>(F);

macro_rules! forward {
    ($($name:ident($($argument:ident: $type:ty),*);)*) => {$(
        fn $name<W: ?Sized + Write>(&mut self, writer: &mut W $(, $argument: $type)*) -> io::Result<()> {
            self.0.$name(writer $(, $argument)*)
        }
    )*};
}

impl<F: Formatter> Formatter for Safe<F> {
    forward! {
        begin_array();
        end_array();
        begin_array_value(first: bool);
        end_array_value();
        begin_object();
        end_object();
        begin_object_key(first: bool);
        begin_object_value();
        end_object_value();
    }

    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        if visible::is_plain(fragment) && !fragment.contains("##") {
            return writer.write_all(fragment.as_bytes());
        }
        let mut start = 0;
        for (at, c) in fragment.char_indices() {
            if visible::is_unsafe(c) || escape::is_command(fragment, at) {
                writer.write_all(&fragment.as_bytes()[start..at])?;
                for unit in c.encode_utf16(&mut [0; 2]) {
                    write!(writer, "\\u{unit:04x}")?;
                }
                start = at + c.len_utf8();
            }
        }
        writer.write_all(&fragment.as_bytes()[start..])
    }
}
