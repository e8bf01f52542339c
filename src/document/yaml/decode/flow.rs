//! Plain and single-quoted scalars over several lines (YAML 1.2.2 section 7.3).

const BLANKS: [char; 2] = [' ', '\t'];

/// A plain scalar.
pub(super) fn plain(raw: &str) -> String {
    fold(raw, |line, out| out.push_str(line))
}

/// The inside of a single-quoted scalar.
pub(super) fn single(inside: &str) -> String {
    fold(inside, |line, out| {
        for (order, part) in line.split("''").enumerate() {
            if order > 0 {
                out.push('\'');
            }
            out.push_str(part);
        }
    })
}

/// Join lines: one line break is a space, each further one a line feed; blanks around breaks go.
fn fold(raw: &str, put: impl Fn(&str, &mut String)) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut breaks = 0;
    let mut lines = raw.split('\n').enumerate().peekable();
    while let Some((order, line)) = lines.next() {
        let (first, last) = (order == 0, lines.peek().is_none());
        let mut line = line.strip_suffix('\r').unwrap_or(line);
        if !first {
            line = line.trim_start_matches(BLANKS);
            breaks += 1;
        }
        if !last {
            line = line.trim_end_matches(BLANKS);
        }
        if line.is_empty() && !first && !last {
            continue;
        }
        if !first {
            push_breaks(&mut out, breaks);
            breaks = 0;
        }
        put(line, &mut out);
    }
    out
}

/// What so many line breaks between two lines of text are folded to.
pub(super) fn push_breaks(out: &mut String, breaks: usize) {
    if breaks == 1 {
        out.push(' ');
    } else {
        out.extend(std::iter::repeat_n('\n', breaks.saturating_sub(1)));
    }
}
