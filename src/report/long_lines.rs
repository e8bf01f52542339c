//! A diff for a person: of lines too long to read only what differs is shown, where it differs. The
//! rest of a line is not there, so that this is no input for patch(1).

use std::io::{self, Write};

use super::RenderOptions;
use super::diff_text::{colored, paint};
use crate::diff::text_diff;
use crate::text::{SourceFile, boundary, visible};

/// Longest line that is shown whole, in bytes.
const LONG: usize = 500;
/// How many characters are shown before and behind what differs.
const AROUND: usize = 40;
/// What stands for the part of a line that is not shown.
const CUT: &str = "…";

/// Write a unified diff, long lines cut to what differs in them.
pub fn readable(diff: &str, options: &RenderOptions, out: &mut dyn Write) -> io::Result<()> {
    if diff.lines().all(|line| line.len() <= LONG) {
        return colored(diff, options, out);
    }
    let lines: Vec<&str> = diff.lines().collect();
    let mut at = 0;
    while at < lines.len() {
        let run = Run::of(&lines[at..]);
        if run
            .removed
            .iter()
            .chain(&run.added)
            .any(|line| line.len() > LONG)
        {
            run.write(options, out)?;
            at += run.count;
        } else {
            let end = at + run.count.max(1);
            for line in &lines[at..end] {
                colored(&cut(line), options, out)?;
            }
            at = end;
        }
    }
    Ok(())
}

/// Lines that went, and those behind them that came.
struct Run<'t> {
    removed: Vec<&'t str>,
    added: Vec<&'t str>,
    /// How many lines of the diff that is, remarks about missing line ends included.
    count: usize,
}

impl<'t> Run<'t> {
    fn of(lines: &[&'t str]) -> Self {
        let (removed, first) = signed(lines, '-');
        let (added, second) = signed(&lines[first..], '+');
        Self {
            removed,
            added,
            count: first + second,
        }
    }

    fn write(&self, options: &RenderOptions, out: &mut dyn Write) -> io::Result<()> {
        for at in 0..self.removed.len().max(self.added.len()) {
            match (self.removed.get(at), self.added.get(at)) {
                (Some(was), Some(is)) if was.len().min(is.len()) > LONG => {
                    windows([was, is], options, out)?;
                }
                (was, is) => {
                    for (sign, line) in [('-', was), ('+', is)] {
                        let Some(line) = line else { continue };
                        let line = cut(line);
                        colored(&format!("{sign}{line}"), options, out)?;
                    }
                }
            }
        }
        Ok(())
    }
}

/// The lines with a sign at the head of a list, without it, and how many lines that is.
fn signed<'t>(lines: &[&'t str], sign: char) -> (Vec<&'t str>, usize) {
    let mut out: Vec<&str> = Vec::new();
    let mut count = 0;
    for line in lines {
        match line.strip_prefix(sign) {
            Some(text) => out.push(text),
            None if line.starts_with('\\') && !out.is_empty() => {}
            None => break,
        }
        count += 1;
    }
    (out, count)
}

/// Write what differs in two long lines, piece by piece.
fn windows(lines: [&str; 2], options: &RenderOptions, out: &mut dyn Write) -> io::Result<()> {
    let [was, is] = lines.map(|line| SourceFile::new("", pieces(line)));
    let diff = text_diff(&was, &is, 2).unified;
    let mut column = Columns {
        rest: was.text().lines(),
        piece: 1,
        column: 1,
    };
    for hunk in diff.split("\n@@ ").skip(1) {
        let mut parts = hunk.lines();
        let head = parts.next().unwrap_or_default();
        let piece = head.trim_start_matches('-').split(',').next();
        let start = column.of(piece.and_then(|piece| piece.parse().ok()).unwrap_or(1));
        let (mut old, mut new) = (String::new(), String::new());
        for part in parts {
            let (sign, text) = part.split_at(1);
            if sign != "+" {
                old.push_str(text);
            }
            if sign != "-" {
                new.push_str(text);
            }
        }
        window(start, [&old, &new], options, out)?;
    }
    Ok(())
}

/// A long line in pieces, each on a line of its own: JSON may be cut at these characters, and
/// what is a text in it is no worse for it.
fn pieces(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + line.len() / 8);
    for piece in line.split_inclusive(['{', '[', ',']) {
        out.push_str(piece);
        out.push('\n');
    }
    out
}

/// Columns of the pieces of a line, asked for in order.
struct Columns<'t> {
    rest: std::str::Lines<'t>,
    piece: usize,
    column: usize,
}

impl Columns<'_> {
    fn of(&mut self, piece: usize) -> usize {
        while self.piece < piece
            && let Some(text) = self.rest.next()
        {
            self.column += text.chars().count();
            self.piece += 1;
        }
        self.column
    }
}

/// Write the part of two texts that differs; they start at a column.
fn window(
    start: usize,
    texts: [&str; 2],
    options: &RenderOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let [old, new] = texts.map(|text| text.chars().collect::<Vec<char>>());
    let same = |(a, b): &(&char, &char)| a == b;
    let head = old.iter().zip(&new).take_while(same).count();
    let ends = old[head..].iter().rev().zip(new[head..].iter().rev());
    let tail = ends.take_while(same).count();
    let title = format!("@@ column {} @@", start + head);
    writeln!(out, "{}", paint(&title, "36", options))?;
    for (sign, text, style) in [('-', old, "31"), ('+', new, "32")] {
        let from = head.saturating_sub(AROUND);
        let to = (text.len() - tail + AROUND)
            .min(from + LONG)
            .min(text.len());
        let shown: String = text[from..to].iter().collect();
        let before = if start + from > 1 { CUT } else { "" };
        let line = format!("{sign}{before}{}{CUT}", visible::one_line(&shown));
        writeln!(out, "{}", paint(&line, style, options))?;
    }
    Ok(())
}

/// The head of a line, and a mark where more of it follows.
fn cut(line: &str) -> String {
    let end = boundary::before(line, LONG);
    let mark = if end < line.len() { CUT } else { "" };
    format!("{}{mark}", &line[..end])
}
