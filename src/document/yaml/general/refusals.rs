//! What is wrong, what was expected, and the way out, for everything the general reader refuses.

use granit_parser::{ErrorKind, ScanError, Tag};

use super::tags::Mismatch;
use super::words::{Words, words};
use crate::document::Kind;
use crate::document::read::Refusal;
use crate::text::{Span, visible};

pub(super) fn empty() -> Refusal {
    Refusal::new(Span::empty(0), "the document is empty", "nothing to read")
}

pub(super) fn second_document(span: Span) -> Refusal {
    Refusal::new(span, "a second document in the file", "it starts here")
        .help("put each document into a file of its own")
}

pub(in crate::document::yaml) fn too_deep(span: Span, limit: u32) -> Refusal {
    Refusal::new(
        span,
        format!("nested deeper than {limit} levels"),
        "too deep",
    )
}

pub(super) fn complex_key(kind: Kind, span: Span) -> Refusal {
    let message = format!("{} as a key", kind.name());
    Refusal::new(span, message, "keys are strings here")
        .help("write the key as a string; a text that starts with a bracket needs quotes")
}

pub(super) fn complex_alias_key(span: Span) -> Refusal {
    let message = "an alias of an array or object as a key";
    Refusal::new(span, message, "keys are strings here")
        .help("an alias as a key has to name a string")
}

pub(super) fn cycle(span: Span) -> Refusal {
    Refusal::new(
        span,
        "the alias is inside what it names",
        "this would never end",
    )
    .help("write out what is meant here, or move the anchor to the part that is meant")
}

pub(super) fn unknown_anchor(span: Span) -> Refusal {
    Refusal::new(
        span,
        "no anchor of this name before this alias",
        "it names nothing",
    )
    .help("an anchor (`&name`) stands before its aliases; a text that starts with `*` needs quotes")
}

pub(super) fn mismatch(tag: &Tag, expected: &Mismatch, span: Span) -> Refusal {
    let tag = tag.original();
    let message = format!("not what its tag `{}` says", visible::one_line(&tag));
    Refusal::new(span, message, format!("expected {}", expected.0))
        .help("change the value or remove the tag")
}

/// The refusal for what the parser could not read.
#[cold]
pub(super) fn of_parser(text: &str, error: &ScanError, max_depth: u32) -> Refusal {
    let at = error.marker().byte_offset().unwrap_or(0).min(text.len());
    let kind = error.kind();
    if let Some(refusal) = of_kind(text, at, kind) {
        return refusal;
    }
    if *kind == ErrorKind::RecursionLimitExceeded {
        return too_deep(character_at(text, at), max_depth);
    }
    let Words(message, label, help) = words(kind);
    let message = message.map_or_else(|| error.info(), str::to_owned);
    let refusal = Refusal::new(character_at(text, at), message, label);
    if help.is_empty() {
        refusal
    } else {
        refusal.help(help)
    }
}

/// Refusals that look at the source to say more than the parser does.
fn of_kind(text: &str, at: usize, kind: &ErrorKind) -> Option<Refusal> {
    match kind {
        ErrorKind::UnknownAnchor => return Some(unknown_anchor(word_at(text, at))),
        ErrorKind::UnexpectedCharacter { character } if visible::is_unsafe(*character) => {
            let at = at + text[at..].find(*character).unwrap_or(0);
            return Some(unsafe_character(*character, character_at(text, at)));
        }
        ErrorKind::TabInPlainScalar => return tab_below(text, at).map(tab_indents),
        ErrorKind::MismatchedFlowCollectionEnd { open, close } => {
            return Some(wrong_bracket(*open, *close, character_at(text, at)));
        }
        ErrorKind::ExpectedDocumentStart
            if text.trim_start_matches('\u{feff}').starts_with('%') =>
        {
            return Some(no_document_start(character_at(text, at)));
        }
        ErrorKind::UnknownQuotedScalarEscape => return Some(unknown_escape(text, at)),
        _ => {}
    }
    if let Some(tab) = indenting_tab(text, at) {
        return Some(tab_indents(tab));
    }
    let dash = text[..at]
        .trim_end_matches([' ', '\t'])
        .len()
        .checked_sub(1)?;
    let is_item =
        text.as_bytes()[dash] == b'-' && text[line_start(text, at)..dash].trim().is_empty();
    (is_item && *kind == ErrorKind::ExpectedBlockMappingKey).then(|| misplaced_item(dash))
}

fn wrong_bracket(open: char, close: char, span: Span) -> Refusal {
    let message = format!("`{open}` is closed by `{close}`");
    Refusal::new(span, message, "it opens here").help("brackets close in the order they opened in")
}

fn no_document_start(span: Span) -> Refusal {
    let message = "no `---` between the directives and the document";
    Refusal::new(span, message, "expected `---`").help("put `---` on a line of its own before it")
}

fn misplaced_item(dash: usize) -> Refusal {
    let span = Span::new(dash as u32, dash as u32 + 1);
    Refusal::new(
        span,
        "a list item among the members of a mapping",
        "expected `key: value`",
    )
    .help("a list stands under a key; is the key missing, or is a line indented differently?")
}

/// At a string with an escape that is none.
fn unknown_escape(text: &str, at: usize) -> Refusal {
    let mut escapes = text[at..].match_indices('\\');
    let mut skip = usize::MAX;
    let known = "0abt\tnvfre \"/\\N_LPxuU\r\n";
    let found = escapes.find_map(|(offset, _)| {
        if skip == offset {
            return None;
        }
        skip = offset + 1;
        let letter = text[at + offset + 1..].chars().next()?;
        (!known.contains(letter)).then_some((at + offset, 1 + letter.len_utf8()))
    });
    let (start, length) = found.unwrap_or((at, 1));
    let span = Span::new(start as u32, (start + length) as u32);
    Refusal::new(span, "not an escape YAML knows", "unknown escape")
        .help("write a backslash as `\\\\`, or use single quotes")
}

fn character_at(text: &str, at: usize) -> Span {
    let length = text[at..].chars().next().map_or(0, char::len_utf8);
    Span::new(at as u32, (at + length) as u32)
}

fn word_at(text: &str, at: usize) -> Span {
    let rest = &text[at..];
    let stop = |c: char| c.is_whitespace() || matches!(c, ',' | ']' | '}');
    let length = rest.find(stop).unwrap_or(rest.len());
    Span::new(at as u32, (at + length) as u32)
}

/// A tab among the white space that starts the line of `at`, or one that starts the line before it.
fn indenting_tab(text: &str, at: usize) -> Option<usize> {
    let line = line_start(text, at);
    tab_in_indent(text, line).or_else(|| {
        let before = line_start(text, line.checked_sub(1)?);
        tab_in_indent(text, before).filter(|tab| *tab == before)
    })
}

/// The first tab that indents a line after the one of `at`.
fn tab_below(text: &str, at: usize) -> Option<usize> {
    let lines = text[at..].match_indices('\n');
    lines
        .map(|(offset, _)| at + offset + 1)
        .find_map(|line| tab_in_indent(text, line))
}

fn tab_in_indent(text: &str, line: usize) -> Option<usize> {
    let bytes = &text.as_bytes()[line..];
    let blank = |byte: &u8| matches!(byte, b' ' | b'\t');
    let text_at = bytes.iter().position(|byte| !blank(byte))?;
    let tab = bytes[..text_at].iter().position(|byte| *byte == b'\t')?;
    let is_content = !matches!(bytes[text_at], b'\n' | b'\r' | b'#');
    is_content.then_some(line + tab)
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |line_feed| line_feed + 1)
}

fn unsafe_character(character: char, span: Span) -> Refusal {
    let message = format!(
        "the character U+{:04X} cannot be here",
        u32::from(character)
    );
    Refusal::new(span, message, "it is invisible").help("remove it")
}

/// A line of a quoted string is indented less than what it belongs to.
pub(super) fn shallow_line(at: usize, tab: bool) -> Refusal {
    if tab {
        return tab_indents(at);
    }
    Refusal::new(
        Span::empty(at as u32),
        "the indentation fits nothing around it",
        "this line belongs to a string",
    )
    .help("indent it deeper than the key the string belongs to")
}

fn tab_indents(at: usize) -> Refusal {
    Refusal::new(
        Span::new(at as u32, at as u32 + 1),
        "a tab indents this line",
        "YAML is indented by spaces",
    )
    .help("replace each tab by spaces, as many as the lines around it have")
}
