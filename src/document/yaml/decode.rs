//! Decoding of scalars that stay source text until they are asked for.
#![allow(clippy::all, clippy::pedantic, clippy::unwrap_used)]
use crate::document::{Node, Style};

/// Decode a scalar which the fast path left as source text.
pub(in crate::document) fn decode(src: &str, n: &Node) -> String {
    let raw = &src[n.start as usize..n.end as usize];
    match n.style {
        Style::Plain => fold(raw, |l, o| o.push_str(l)),
        Style::Single => fold(&raw[1..raw.len() - 1], |l, o| {
            o.push_str(&l.replace("''", "'"))
        }),
        Style::Double => double(&raw[1..raw.len() - 1]),
        _ => block(src, n),
    }
}
/// Line folding of flow scalars: one break is a space, n breaks are n-1 newlines.
fn fold(s: &str, put: impl Fn(&str, &mut String)) -> String {
    let mut o = String::with_capacity(s.len());
    let mut breaks = 0;
    let lines: Vec<&str> = s.split('\n').collect();
    for (x, l) in lines.iter().enumerate() {
        let l = l.strip_suffix('\r').unwrap_or(l);
        let mut t = l;
        if x > 0 {
            t = t.trim_start_matches([' ', '\t']);
        }
        if x + 1 < lines.len() {
            t = t.trim_end_matches([' ', '\t']);
        }
        if x > 0 {
            breaks += 1;
        }
        if t.is_empty() && x > 0 && x + 1 < lines.len() {
            continue;
        }
        if x > 0 {
            if breaks == 1 {
                o.push(' ');
            } else {
                for _ in 1..breaks {
                    o.push('\n');
                }
            }
            breaks = 0;
        }
        put(t, &mut o);
    }
    o
}
fn double(s: &str) -> String {
    let b = s.as_bytes();
    let mut o = String::with_capacity(s.len());
    let mut i = 0;
    let mut floor = 0; // escaped blanks are content
    while i < b.len() {
        match b[i] {
            b'\\' => {
                let mut hex = |n: usize, i: &mut usize| {
                    o.push(
                        char::from_u32(
                            u32::from_str_radix(&s[*i + 2..*i + 2 + n], 16).unwrap_or(0xfffd),
                        )
                        .unwrap_or('\u{fffd}'),
                    );
                    *i += 2 + n;
                };
                match b[i + 1] {
                    b'\n' | b'\r' => {
                        // an escaped line break joins the lines; blank lines after it still count
                        let mut k = 0;
                        i += 1;
                        while i < b.len() && matches!(b[i], b'\n' | b'\r' | b' ' | b'\t') {
                            if b[i] == b'\n' {
                                k += 1;
                            }
                            i += 1;
                        }
                        for _ in 1..k {
                            o.push('\n');
                        }
                        floor = o.len();
                        continue;
                    }
                    b'x' => {
                        hex(2, &mut i);
                        floor = o.len();
                        continue;
                    }
                    b'u' => {
                        hex(4, &mut i);
                        floor = o.len();
                        continue;
                    }
                    b'0' => o.push('\0'),
                    b'a' => o.push('\u{7}'),
                    b'b' => o.push('\u{8}'),
                    b't' => o.push('\t'),
                    b'n' => o.push('\n'),
                    b'v' => o.push('\u{b}'),
                    b'f' => o.push('\u{c}'),
                    b'r' => o.push('\r'),
                    b'e' => o.push('\u{1b}'),
                    b'N' => o.push('\u{85}'),
                    b'_' => o.push('\u{a0}'),
                    b'L' => o.push('\u{2028}'),
                    b'P' => o.push('\u{2029}'),
                    c => o.push(c as char),
                }
                i += 2;
                floor = o.len();
            }
            b'\n' => {
                while o.len() > floor && o.ends_with([' ', '\t']) {
                    o.pop();
                }
                let mut k = 0;
                while i < b.len() && matches!(b[i], b'\n' | b'\r' | b' ' | b'\t') {
                    if b[i] == b'\n' {
                        k += 1;
                    }
                    i += 1;
                }
                if k == 1 {
                    o.push(' ');
                } else {
                    for _ in 1..k {
                        o.push('\n');
                    }
                }
            }
            b'\r' => i += 1,
            _ => {
                let e = b[i..]
                    .iter()
                    .position(|c| matches!(c, b'\\' | b'\n' | b'\r'))
                    .map_or(b.len(), |p| i + p);
                o.push_str(&s[i..e]);
                i = e;
            }
        }
    }
    o
}
fn block(src: &str, n: &Node) -> String {
    let raw = &src[n.start as usize..];
    let b = raw.as_bytes();
    let nl = memchr::memchr(b'\n', b).unwrap();
    let keep = b[..nl].iter().skip(1).take(2).any(|c| *c == b'+');
    let strip = b[..nl].iter().skip(1).take(2).any(|c| *c == b'-');
    let ind = n.indent as usize;
    let mut o = String::with_capacity((n.end - n.start) as usize);
    let mut body_end = (n.end - n.start) as usize;
    // lines of blanks beyond the indent are content too, although the span leaves them out
    let mut j = memchr::memchr(b'\n', &b[body_end..]).map_or(b.len(), |p| body_end + p + 1);
    while j < b.len() {
        let e = memchr::memchr(b'\n', &b[j..]).map_or(b.len(), |p| j + p);
        let l = raw[j..e].strip_suffix('\r').unwrap_or(&raw[j..e]);
        if !l.bytes().all(|c| c == b' ') {
            break;
        }
        if l.len() > ind {
            body_end = j + l.len();
        }
        j = e + 1;
    }
    let (mut breaks, mut more_prev, mut first) = (0usize, false, true);
    let mut i = nl + 1;
    while i < body_end {
        let e = memchr::memchr(b'\n', &b[i..]).map_or(b.len(), |p| i + p);
        let l = raw[i..e].strip_suffix('\r').unwrap_or(&raw[i..e]);
        let t = l.get(ind..).unwrap_or("");
        i = e + 1;
        if t.is_empty() {
            breaks += 1;
            continue;
        }
        let more = t.starts_with([' ', '\t']);
        if n.style == Style::Literal || first {
            for _ in 0..breaks {
                o.push('\n');
            }
        } else if more || more_prev {
            for _ in 0..breaks {
                o.push('\n');
            }
        } else if breaks == 1 {
            o.push(' ');
        } else {
            for _ in 1..breaks {
                o.push('\n');
            }
        }
        o.push_str(t);
        breaks = 1;
        more_prev = more;
        first = false;
    }
    if keep {
        // all line breaks up to the next content
        let mut k = 0;
        let mut j = body_end;
        while j < b.len() && matches!(b[j], b' ' | b'\r' | b'\n') {
            if b[j] == b'\n' {
                k += 1;
            }
            j += 1;
        }
        for _ in 0..k.max(1) {
            o.push('\n');
        }
    } else if !strip {
        o.push('\n');
    }
    o
}
