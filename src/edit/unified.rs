//! A unified diff straight from the edits: no diff algorithm runs over the document.

use std::fmt::Write as _;

use super::TextEdit;
use crate::document::Document;

/// The edits as a unified diff that `patch` understands, with `context` unchanged lines around
/// each change; empty when nothing changes. `name` stands behind `a/` and `b/`.
pub fn unified(document: &Document, edits: &[TextEdit], name: &str, context: usize) -> String {
    let lines = Lines(document.text());
    let blocks = lines.blocks(edits);
    if blocks.is_empty() {
        return String::new();
    }
    let mut out = format!("--- a/{name}\n+++ b/{name}\n");
    let mut line = Counter::default();
    let mut first = 0;
    while first < blocks.len() {
        let mut last = first;
        while last + 1 < blocks.len()
            && lines.forward(blocks[last].end, 2 * context) >= blocks[last + 1].start
        {
            last += 1;
        }
        lines.hunk(&mut out, &blocks[first..=last], context, &mut line);
        first = last + 1;
    }
    out
}

/// Whole lines that become other lines.
struct Block {
    start: usize,
    end: usize,
    text: String,
}

/// Where the last hunk started, and how many lines came before it.
#[derive(Default)]
struct Counter {
    at: usize,
    lines: usize,
    /// Lines the new text is ahead.
    shift: isize,
}

struct Lines<'t>(&'t str);

impl Lines<'_> {
    fn start(&self, at: usize) -> usize {
        memchr::memrchr(b'\n', &self.0.as_bytes()[..at]).map_or(0, |found| found + 1)
    }

    fn end(&self, at: usize) -> usize {
        let bytes = self.0.as_bytes();
        memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |found| at + found + 1)
    }

    fn back(&self, mut at: usize, lines: usize) -> usize {
        for _ in 0..lines {
            if at == 0 {
                break;
            }
            at = self.start(at - 1);
        }
        at
    }

    fn forward(&self, mut at: usize, lines: usize) -> usize {
        for _ in 0..lines {
            at = self.end(at);
        }
        at
    }

    /// Edits that share lines or stand on neighbouring ones, together, as whole lines; equal lines
    /// at both ends are cut off.
    fn blocks(&self, edits: &[TextEdit]) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut first = 0;
        while first < edits.len() {
            let start = self.start(edits[first].span.start as usize);
            let mut end = self.end(edits[first].span.end as usize);
            let mut last = first + 1;
            while last < edits.len() && self.start(edits[last].span.start as usize) <= end {
                end = end.max(self.end(edits[last].span.end as usize));
                last += 1;
            }
            let mut text = String::new();
            let mut at = start;
            for edit in &edits[first..last] {
                text.push_str(&self.0[at..edit.span.start as usize]);
                text.push_str(&edit.text);
                at = edit.span.end as usize;
            }
            text.push_str(&self.0[at..end]);
            blocks.extend(trimmed(&self.0[start..end], &text, start));
            first = last;
        }
        blocks
    }

    fn hunk(&self, out: &mut String, blocks: &[Block], context: usize, counter: &mut Counter) {
        let start = self.back(blocks[0].start, context);
        let end = self.forward(blocks[blocks.len() - 1].end, context);
        counter.lines += count(&self.0[counter.at..start]);
        counter.at = start;
        let old = count(&self.0[start..end]);
        let grown = |block: &Block| {
            count(&block.text).cast_signed() - count(&self.0[block.start..block.end]).cast_signed()
        };
        let growth: isize = blocks.iter().map(grown).sum();
        let new = old.saturating_add_signed(growth);
        let new_line = counter.lines.saturating_add_signed(counter.shift);
        let _ = writeln!(
            out,
            "@@ -{},{old} +{},{new} @@",
            counter.lines + usize::from(old > 0),
            new_line + usize::from(new > 0),
        );
        let mut at = start;
        for block in blocks {
            put(out, ' ', &self.0[at..block.start]);
            put(out, '-', &self.0[block.start..block.end]);
            put(out, '+', &block.text);
            at = block.end;
        }
        put(out, ' ', &self.0[at..end]);
        counter.shift += growth;
    }
}

/// The lines that differ between `old` (which starts at `start`) and `new`.
fn trimmed(old: &str, new: &str, start: usize) -> Option<Block> {
    let old_lines: Vec<&str> = old.split_inclusive('\n').collect();
    let new_lines: Vec<&str> = new.split_inclusive('\n').collect();
    let pairs = old_lines.iter().zip(&new_lines);
    let head = pairs.take_while(|(a, b)| a == b).count();
    let rest = old_lines[head..].iter().rev();
    let pairs = rest.zip(new_lines[head..].iter().rev());
    let tail = pairs.take_while(|(a, b)| a == b).count();
    let length = |lines: &[&str]| lines.iter().map(|line| line.len()).sum::<usize>();
    let block = Block {
        start: start + length(&old_lines[..head]),
        end: start + old.len() - length(&old_lines[old_lines.len() - tail..]),
        text: new_lines[head..new_lines.len() - tail].concat(),
    };
    (block.start < block.end || !block.text.is_empty()).then_some(block)
}

fn count(text: &str) -> usize {
    let bytes = text.as_bytes();
    let open = bytes.last().is_some_and(|byte| *byte != b'\n');
    memchr::memchr_iter(b'\n', bytes).count() + usize::from(open)
}

fn put(out: &mut String, sign: char, text: &str) {
    for line in text.split_inclusive('\n') {
        out.push(sign);
        out.push_str(line);
        if !line.ends_with('\n') {
            out.push_str("\n\\ No newline at end of file\n");
        }
    }
}
