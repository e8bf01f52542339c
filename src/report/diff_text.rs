//! A unified diff on a terminal.

use std::io::{self, Write};

use super::RenderOptions;
use crate::text::visible;

/// Write a unified diff, line by line in colour when there is any; document text is made safe.
pub fn colored(diff: &str, options: &RenderOptions, out: &mut dyn Write) -> io::Result<()> {
    for line in diff.lines() {
        let style = match line.as_bytes() {
            [b'+', b'+', b'+', ..] | [b'-', b'-', b'-', ..] => "1",
            [b'+', ..] => "32",
            [b'-', ..] => "31",
            [b'@', ..] => "36",
            _ => "",
        };
        let safe = visible::lines(line.strip_suffix('\r').unwrap_or(line));
        writeln!(out, "{}", paint(&safe, style, options))?;
    }
    Ok(())
}

/// `text` in a style (SGR parameters), when there is colour.
pub(super) fn paint(text: &str, style: &str, options: &RenderOptions) -> String {
    if options.color && !style.is_empty() {
        format!("\u{1b}[{style}m{text}\u{1b}[0m")
    } else {
        text.to_owned()
    }
}
