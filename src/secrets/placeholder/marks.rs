//! Placeholders with marks around them: `{{NAME}}`, `<name>`, `%NAME%`.

use super::{Placeholder, Syntax};

/// Opening mark, closing mark. An opening mark that starts another one comes after it.
const MARKS: [(&str, &str, Syntax); 10] = [
    ("{{", "}}", Syntax::DoubleBraces),
    ("${", "}", Syntax::Dollar),
    ("$(", ")", Syntax::DollarParentheses),
    ("#{", "}", Syntax::Hash),
    ("[[", "]]", Syntax::DoubleBrackets),
    ("[", "]", Syntax::Brackets),
    ("<", ">", Syntax::Angles),
    ("%", "%", Syntax::Percent),
    ("__", "__", Syntax::Underscores),
    ("{", "}", Syntax::Braces),
];

/// The placeholders with marks in a text, in order. Those of [`Syntax::Braces`] and
/// [`Syntax::Brackets`] are given too; whether they are one is for the place to say.
pub fn marked(text: &str) -> Vec<Placeholder<'_>> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(found) = text[at..].find(['{', '$', '#', '[', '<', '%', '_']) {
        at += found;
        let hit = MARKS.iter().find_map(|marks| at_mark(text, at, *marks));
        at = match hit {
            Some(hit) => {
                let end = hit.range.end;
                out.push(hit);
                end
            }
            None => at + 1,
        };
    }
    out
}

fn at_mark<'t>(
    text: &'t str,
    at: usize,
    (open, close, syntax): (&str, &str, Syntax),
) -> Option<Placeholder<'t>> {
    let inside = text[at..].strip_prefix(open)?;
    let near = &inside.as_bytes()[..inside.len().min(2 * MAX_NAME)];
    let length = memchr::memmem::find(near, close.as_bytes())?;
    let name = inside[..length].trim_matches(['<', ' ', '\u{a0}']);
    let apart = syntax == Syntax::Angles && inside.starts_with(' ');
    if apart || !is_name(name) || !fits(syntax, name, &inside[length..], close) {
        return None;
    }
    let mut end = at + open.len() + length + close.len();
    if syntax == Syntax::Hash {
        end += usize::from(text[end..].starts_with('#'));
    }
    if syntax == Syntax::Angles {
        end += usize::from(text[end..].starts_with('>'));
    }
    Some(Placeholder {
        range: at..end,
        name,
        syntax,
    })
}

/// Longest name, in bytes.
const MAX_NAME: usize = 80;

fn is_name(name: &str) -> bool {
    let mut chars = name.chars();
    name.len() <= MAX_NAME
        && chars.next().is_some_and(|c| c.is_alphabetic() || c == '_')
        && chars.all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ' ' | ':' | '\''))
}

/// What tells a placeholder from markup and percent-encoding.
fn fits(syntax: Syntax, name: &str, rest: &str, close: &str) -> bool {
    match syntax {
        Syntax::Angles => !is_tag(name),
        Syntax::Percent => {
            let hex = |text: &str| {
                let two = text.as_bytes().get(..2);
                two.is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit))
            };
            name.len() >= 3 && !name.contains(' ') && !hex(name) && !hex(&rest[close.len()..])
        }
        Syntax::Underscores => is_upper(name),
        // an IPv6 address stands in brackets
        Syntax::Brackets => !name.contains(':'),
        _ => true,
    }
}

/// Elements of HTML that descriptions use.
const TAGS: [&str; 44] = [
    "a",
    "abbr",
    "b",
    "blockquote",
    "body",
    "br",
    "caption",
    "center",
    "code",
    "col",
    "dd",
    "del",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "html",
    "i",
    "img",
    "kbd",
    "li",
    "ol",
    "p",
    "pre",
    "s",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "td",
    "tr",
    "ul",
];

fn is_tag(name: &str) -> bool {
    let word = name.split(' ').next().unwrap_or(name).to_ascii_lowercase();
    TAGS.contains(&word.as_str())
}

/// True for a name in capitals, as variables of a deployment are written: `TENANT_ID`.
pub fn is_upper(name: &str) -> bool {
    let shape = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '_' | '-');
    name.len() >= 2 && name.chars().all(shape) && name.contains(|c: char| c.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::marked;

    fn names(text: &str) -> Vec<&str> {
        marked(text).into_iter().map(|one| one.name).collect()
    }

    #[test]
    fn every_mark_is_read() {
        let text = "{{A}} ${B} $(C) #{D}# [[E]] [e] <F> <<G>> %HOST% __IN__ {j}";
        assert_eq!(
            names(text),
            ["A", "B", "C", "D", "E", "e", "F", "G", "HOST", "IN", "j"]
        );
    }

    #[test]
    fn markup_and_encoding_are_no_placeholders() {
        for text in [
            "<br/> a <br> <a href=\"x\">",
            "%20abc%20",
            "%E4%BD%A0",
            "a % b % c",
            "x < y and z > 1",
            "__init__",
            "#",
            "{",
            "$1 {2}",
            "<p>",
            "{\"a\": 1}",
            "{}",
        ] {
            assert_eq!(names(text), [""; 0], "{text}");
        }
    }
}
