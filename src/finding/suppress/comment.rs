//! `# oneauth: ignore[rule-id] reason` in YAML.

use std::sync::Arc;

use super::declaration::{Declaration, Declared, Reach};
use crate::document::{Document, Format, Pointer};
use crate::finding::{Label, On, SuppressionKind};
use crate::text::{SourceFile, Span};

/// What our comments start with.
const MARK: &str = "oneauth:";
/// The way out of a comment that is not understood.
const SHAPE: &str =
    "write `# oneauth: ignore[rule-id] reason`; several ids are separated by commas";

/// Collect the suppressions in the comments of a YAML document.
pub(super) fn collect(document: &Document, declared: &mut Declared<'_>) {
    if document.format() != Format::Yaml {
        return;
    }
    let text = document.text();
    for at in memchr::memmem::find_iter(text.as_bytes(), MARK) {
        if let Some(hash) = hash_before(text, at)
            && !is_in_scalar(document, hash as u32)
        {
            read(
                document.source(),
                Span::new(hash as u32, at as u32),
                declared,
            );
        }
    }
}

/// The `#` that makes the word at `at` the first of a comment.
fn hash_before(text: &str, at: usize) -> Option<usize> {
    let hash = text[..at]
        .trim_end_matches([' ', '\t'])
        .len()
        .checked_sub(1)?;
    let bytes = text.as_bytes();
    let starts = hash == 0 || bytes[hash - 1].is_ascii_whitespace();
    (bytes[hash] == b'#' && starts).then_some(hash)
}

fn is_in_scalar(document: &Document, offset: u32) -> bool {
    let covers = |span: Span| span.start <= offset && offset < span.end;
    document.nodes().iter().any(|node| {
        node.key_span().is_some_and(covers) || (!node.is_container() && covers(node.span()))
    })
}

/// Read one comment; `head` reaches from its `#` to the mark.
fn read(source: &Arc<SourceFile>, head: Span, declared: &mut Declared<'_>) {
    let lines = source.lines();
    let line = lines.line(head.start);
    let span = Span::new(head.start, lines.span(line).end);
    let place = Label {
        source: Arc::clone(source),
        pointer: Pointer::root(),
        span,
        on: On::Value,
        text: String::new(),
    };
    let words = source.slice(Span::new(head.end, span.end))[MARK.len()..].trim();
    let Some((ids, reason)) = split(words) else {
        let message = "this comment is not understood".to_owned();
        return declared.refuse(place, message, Some(SHAPE.into()));
    };
    if reason.is_empty() {
        let message = "the suppression gives no reason".to_owned();
        return declared.refuse(place, message, Some(SHAPE.into()));
    }
    let target = target_line(source, head.start);
    for id in ids.split(',').map(str::trim) {
        if let Some(rule) = declared.rule(id, &place) {
            declared.list.push(Declaration {
                rule,
                reason: reason.to_owned(),
                kind: SuppressionKind::Comment,
                reach: Reach::Line(target),
                place: place.clone(),
                used: false,
            });
        }
    }
}

/// Ids and reason of `ignore[ids] reason`.
fn split(words: &str) -> Option<(&str, &str)> {
    let rest = words
        .strip_prefix("ignore")?
        .trim_start()
        .strip_prefix('[')?;
    let (ids, reason) = rest.split_once(']')?;
    Some((ids, reason.trim_start_matches([':', '-', ' ', '\t'])))
}

/// The line a comment at `hash` speaks of: its own when something stands before it there, else the
/// first one after it that is not a comment.
fn target_line(source: &SourceFile, hash: u32) -> Option<u32> {
    let (text, lines) = (source.text(), source.lines());
    let line = lines.line(hash);
    let before = &text[lines.span(line).start as usize..hash as usize];
    if !before.trim_start_matches('\u{feff}').trim().is_empty() {
        return Some(line);
    }
    let of = |line| source.slice(lines.span(line)).trim();
    let next = (line + 1..=lines.count()).find(|line| !of(*line).starts_with('#'))?;
    (!of(next).is_empty()).then_some(next)
}
