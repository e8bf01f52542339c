//! Strings, literals, white space and comments, each checked where it stands.

use super::reader::Reader;
use super::scan::{string_stop, white_space};
use super::string::lone_surrogates;
use crate::document::read::Refusal;
use crate::document::{Kind, ProblemKind};
use crate::text::Span;

type Read<T> = Result<T, Refusal>;

impl Reader<'_> {
    /// At an opening quote: the end after the closing one, and whether there are escapes.
    #[allow(
        clippy::inline_always,
        reason = "a few steps, for every key and string"
    )]
    #[inline(always)]
    pub(super) fn string(&mut self) -> Read<(usize, bool)> {
        let stop = string_stop(self.bytes, self.at + 1);
        if self.bytes.get(stop) == Some(&b'"') {
            return Ok((stop + 1, false));
        }
        self.unusual_string(stop)
    }

    /// A string that has at `at` something else than its end.
    #[inline(never)]
    fn unusual_string(&mut self, mut at: usize) -> Read<(usize, bool)> {
        let open = self.at;
        let mut escaped = false;
        let mut surrogates = false;
        loop {
            at = string_stop(self.bytes, at);
            match self.bytes.get(at) {
                Some(b'"') => break,
                Some(b'\\') => {
                    escaped = true;
                    let length = self.escape(at)?;
                    surrogates |= length == 6 && matches!(self.bytes[at + 2], b'd' | b'D');
                    at += length;
                }
                Some(byte) if self.options.strict || matches!(byte, b'\n' | b'\r') => {
                    return Err(self.control_character(at));
                }
                Some(_) => {
                    let span = Span::new(at as u32, at as u32 + 1);
                    self.accept(span, ProblemKind::ControlCharacter)?;
                    at += 1;
                }
                None => {
                    let span = Span::new(open as u32, open as u32 + 1);
                    return Err(Refusal::new(
                        span,
                        "the string never ends",
                        "it starts here",
                    ));
                }
            }
        }
        if surrogates {
            for lone in lone_surrogates(&self.text[open + 1..at]) {
                let start = (open + 1 + lone) as u32;
                self.accept(Span::new(start, start + 6), ProblemKind::LoneSurrogate)?;
            }
        }
        Ok((at + 1, escaped))
    }

    /// The length of the escape at a backslash.
    fn escape(&self, at: usize) -> Read<usize> {
        match self.bytes.get(at + 1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => Ok(2),
            Some(b'u') if self.hex4(at + 2) => Ok(6),
            _ => {
                let end = self.text[at + 1..].chars().next().map_or(1, char::len_utf8);
                let span = Span::new(at as u32, (at + 1 + end).min(self.bytes.len()) as u32);
                let label = r#"one of \" \\ \/ \b \f \n \r \t \uXXXX"#;
                Err(Refusal::new(span, "not an escape JSON knows", label)
                    .help("write a backslash as `\\\\`"))
            }
        }
    }

    fn hex4(&self, at: usize) -> bool {
        let digits = self.bytes.get(at..at + 4);
        digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
    }

    pub(super) fn literal(&self) -> Read<(Kind, usize)> {
        let rest = &self.bytes[self.at..];
        let known: [(&[u8], Kind); 3] = [
            (b"true", Kind::True),
            (b"false", Kind::False),
            (b"null", Kind::Null),
        ];
        for (word, kind) in known {
            if rest.starts_with(word)
                && !rest.get(word.len()).is_some_and(u8::is_ascii_alphanumeric)
            {
                return Ok((kind, self.at + word.len()));
            }
        }
        Err(self.not_a_value())
    }

    /// Skip white space, and comments with a problem each.
    #[inline]
    pub(super) fn skip(&mut self) -> Read<()> {
        loop {
            self.at = white_space(self.bytes, self.at);
            if self.bytes.get(self.at) != Some(&b'/') {
                return Ok(());
            }
            self.comment()?;
        }
    }

    #[cold]
    fn comment(&mut self) -> Read<()> {
        let start = self.at;
        let rest = &self.bytes[start..];
        let length = match rest.get(1) {
            Some(b'/') => memchr::memchr(b'\n', rest).unwrap_or(rest.len()),
            Some(b'*') => match memchr::memmem::find(&rest[2..], b"*/") {
                Some(inside) => inside + 4,
                None => return Err(self.refuse("the comment never ends", "it starts here")),
            },
            _ => return Err(self.not_a_value()),
        };
        self.at = start + length;
        let span = Span::new(start as u32, self.at as u32);
        self.accept(span, ProblemKind::Comment)
    }
}
