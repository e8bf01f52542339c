//! Double-quoted scalars (YAML 1.2.2 sections 5.7 and 7.3.1).

use super::flow::push_breaks;

/// The inside of a double-quoted scalar.
pub(super) fn double(inside: &str) -> String {
    let mut decoder = Decoder {
        text: inside,
        bytes: inside.as_bytes(),
        at: 0,
        out: String::with_capacity(inside.len()),
        kept: 0,
    };
    while decoder.at < decoder.bytes.len() {
        decoder.step();
    }
    decoder.out
}

struct Decoder<'s> {
    text: &'s str,
    bytes: &'s [u8],
    at: usize,
    out: String,
    /// Escaped blanks are content: what is before this length is never trimmed.
    kept: usize,
}

impl Decoder<'_> {
    fn step(&mut self) {
        match self.bytes[self.at] {
            b'\\' => self.escape(),
            b'\n' => self.line_break(),
            b'\r' => self.at += 1,
            _ => {
                let rest = &self.bytes[self.at..];
                let length = memchr::memchr3(b'\\', b'\n', b'\r', rest).unwrap_or(rest.len());
                self.out.push_str(&self.text[self.at..self.at + length]);
                self.at += length;
            }
        }
    }

    fn line_break(&mut self) {
        while self.out.len() > self.kept && self.out.ends_with([' ', '\t']) {
            self.out.pop();
        }
        let breaks = self.skip_breaks();
        push_breaks(&mut self.out, breaks);
    }

    /// Skip white space and count the line feeds in it.
    fn skip_breaks(&mut self) -> usize {
        let rest = &self.bytes[self.at..];
        let blank = |byte: &&u8| matches!(byte, b'\n' | b'\r' | b' ' | b'\t');
        let length = rest.iter().take_while(blank).count();
        self.at += length;
        memchr::memchr_iter(b'\n', &rest[..length]).count()
    }

    fn escape(&mut self) {
        let letter = self.bytes.get(self.at + 1).copied().unwrap_or(b'\\');
        match letter {
            b'\n' | b'\r' => {
                // an escaped line break joins the lines; blank lines after it still count
                self.at += 1;
                let breaks = self.skip_breaks();
                let more = breaks.saturating_sub(1);
                self.out.extend(std::iter::repeat_n('\n', more));
            }
            b'x' => self.code(2),
            b'u' => self.code(4),
            b'U' => self.code(8),
            _ => {
                self.out.push(named(letter));
                self.at += 2;
            }
        }
        self.kept = self.out.len();
    }

    /// `\x`, `\u` or `\U` and so many digits.
    fn code(&mut self, digits: usize) {
        let start = self.at + 2;
        let end = (start + digits).min(self.bytes.len());
        let code = self.text.get(start..end).unwrap_or_default();
        let code = u32::from_str_radix(code, 16).ok();
        let character = code.and_then(char::from_u32).unwrap_or('\u{fffd}');
        self.out.push(character);
        self.at = end;
    }
}

/// The character an escape of one letter stands for.
const fn named(letter: u8) -> char {
    match letter {
        b'0' => '\0',
        b'a' => '\u{7}',
        b'b' => '\u{8}',
        b't' => '\t',
        b'n' => '\n',
        b'v' => '\u{b}',
        b'f' => '\u{c}',
        b'r' => '\r',
        b'e' => '\u{1b}',
        b'N' => '\u{85}',
        b'_' => '\u{a0}',
        b'L' => '\u{2028}',
        b'P' => '\u{2029}',
        other => other as char,
    }
}
