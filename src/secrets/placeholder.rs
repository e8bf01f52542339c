//! Texts that stand for a value that someone still has to fill in.

use std::ops::Range;

/// How a placeholder is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Syntax {
    /// `{{NAME}}`
    DoubleBraces,
    /// `${NAME}`
    Dollar,
    /// `$(NAME)`
    DollarParentheses,
    /// `#{NAME}#`
    Hash,
    /// `[[NAME]]`
    DoubleBrackets,
    /// `<NAME>`
    Angles,
    /// `%NAME%`
    Percent,
    /// `__NAME__`
    Underscores,
    /// `YOUR-TENANT`, `REPLACE_ME`, `TODO`, `xxxx`
    Words,
    /// `{name}`: templating, where the place has templating.
    Braces,
}

/// A placeholder in a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Placeholder<'t> {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// What it stands for: the text without its marks.
    pub name: &'t str,
    /// How it is written.
    pub syntax: Syntax,
}

/// Opening mark, closing mark. An opening mark that starts another one comes after it.
const MARKS: [(&str, &str, Syntax); 9] = [
    ("{{", "}}", Syntax::DoubleBraces),
    ("${", "}", Syntax::Dollar),
    ("$(", ")", Syntax::DollarParentheses),
    ("#{", "}", Syntax::Hash),
    ("[[", "]]", Syntax::DoubleBrackets),
    ("<", ">", Syntax::Angles),
    ("%", "%", Syntax::Percent),
    ("__", "__", Syntax::Underscores),
    ("{", "}", Syntax::Braces),
];

/// The placeholders with marks in a text, in order. Those of [`Syntax::Braces`] are given too;
/// whether they are one is for the place to say.
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
    let length = inside.find(close)?;
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
        _ => true,
    }
}

/// Elements of HTML that descriptions use.
const TAGS: [&str; 44] = [
    "a", "abbr", "b", "blockquote", "body", "br", "caption", "center", "code", "col", "dd",
    "del", "details", "div", "dl", "dt", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
    "html", "i", "img", "kbd", "li", "ol", "p", "pre", "s", "small", "span", "strong", "sub",
    "summary", "sup", "table", "td", "tr", "ul",
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

/// Nouns behind `your` and `my` that make a placeholder of a host name or a path segment.
const NOUNS: [&str; 31] = [
    "account", "api", "apim", "app", "company", "companyname", "customer", "dns", "domain", "env",
    "environment", "host", "hostname", "instance", "instancename", "org", "organization",
    "organisation", "portal", "region", "resource", "server", "service", "site", "sitename",
    "subdomain", "tenant", "tenantid", "tenantname", "workspace", "name",
];

/// Words that say so themselves.
const WORDS: [&str; 11] = [
    "tobereplaced", "replaceme", "replacethis", "changeme", "insertme", "placeholder", "todo",
    "tbd", "fixme", "hostname", "hosturl",
];

/// The first segment of a host, path or value that is words for a value: `yourhost`,
/// `YOUR-TENANT`, `mycompany`, `REPLACE_ME`, `xxxx`.
pub fn worded(text: &str) -> Option<Placeholder<'_>> {
    let mut start = 0;
    for segment in text.split(['/', '.', ':', '?', '&', '=', '@']) {
        if is_worded(segment) {
            return Some(Placeholder {
                range: start..start + segment.len(),
                name: segment,
                syntax: Syntax::Words,
            });
        }
        start += segment.len() + 1;
    }
    None
}

fn is_worded(segment: &str) -> bool {
    let folded: String = segment
        .chars()
        .filter(|c| !matches!(c, '-' | '_' | ' '))
        .map(|c| c.to_ascii_lowercase())
        .collect();
    if matches!(folded.as_str(), "todo" | "tbd" | "fixme" | "hostname" | "placeholder") {
        return is_upper(segment) || folded == "hostname";
    }
    if WORDS.contains(&folded.as_str()) {
        return true;
    }
    let crossed = folded.len() >= 4 && folded.bytes().all(|byte| byte == b'x');
    crossed || is_possessive(segment, &folded)
}

/// `your` before a noun or a new word, `my` before a noun.
fn is_possessive(segment: &str, folded: &str) -> bool {
    if let Some(rest) = folded.strip_prefix("your") {
        let next = segment.chars().nth(4);
        let new_word = next.is_some_and(|c| matches!(c, '-' | '_'))
            || segment.starts_with("Your") && next.is_some_and(char::is_uppercase)
            || segment.starts_with("your") && next.is_some_and(char::is_uppercase);
        return new_word || NOUNS.iter().any(|noun| rest.starts_with(noun));
    }
    let rest = folded.strip_prefix("my");
    rest.is_some_and(|rest| NOUNS.contains(&rest) && !matches!(rest, "api" | "app" | "account" | "portal"))
}

/// Words that no secret holds and that every sample does.
const DUMMY: [&str; 26] = [
    "your", "dummy", "placeholder", "redacted", "example", "sample", "changeme", "change_me",
    "change-me", "replace", "insert", "enter-", "enter_", "xxxxxx", "000000", "1234567890",
    "123456789", "abcdefgh", "0123456789", "todo", "masked", "removed", "deadbeef", "...",
    "***", "_here",
];

/// True for a value that stands for another one: `<key>`, `{{KEY}}`, `@connectionParameters('k')`,
/// `PLACEHOLDER_API_KEY`, `xxxxxxxx`, several words.
pub fn is_dummy(value: &str) -> bool {
    let value = value.trim();
    let lower = value.to_ascii_lowercase();
    value.is_empty()
        || value.starts_with(['<', '[', '{', '@', '$', '#', '%', '*', '(', '…'])
        || value.contains("{{")
        || value.contains("${")
        || value.contains('…')
        || lower.contains("%7b")
        || value.contains("@connectionParameters")
        || value.split_whitespace().nth(2).is_some()
        || lower.starts_with("my-")
        || lower.starts_with("my_")
        || DUMMY.iter().any(|word| lower.contains(word))
}

#[cfg(test)]
mod tests {
    use super::{is_dummy, marked, worded};

    fn names(text: &str) -> Vec<&str> {
        marked(text).into_iter().map(|one| one.name).collect()
    }

    #[test]
    fn every_mark_is_read() {
        let text = "{{A}} ${B} $(C) #{D}# [[E]] <F> <<G>> %HOST% __IN__ {j}";
        assert_eq!(names(text), ["A", "B", "C", "D", "E", "F", "G", "HOST", "IN", "j"]);
    }

    #[test]
    fn markup_and_encoding_are_no_placeholders() {
        for text in [
            "<br/> a <br> <a href=\"x\">", "%20abc%20", "%E4%BD%A0", "a % b % c", "x < y and z > 1",
            "__init__", "#", "{", "$1 {2}", "<p>", "{\"a\": 1}", "{}",
        ] {
            assert_eq!(names(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn words_for_a_value() {
        for text in [
            "yourInstance.parcels.net", "yourhost.yourdomain.com", "YourParcelAccount.id.net",
            "https://login.example-id.net/YOUR_TENANT_ID/oauth2", "ToBeReplaced", "mycompany.net",
            "xxxx.parcels.net", "https://h/REPLACE-ME", "TODO",
        ] {
            assert!(worded(text).is_some(), "{text}");
        }
        for text in [
            "www.mydatascope.net", "api.craftmypdf.net", "yourmembership.net", "youremail.net",
            "todo.parcels.net", "xx.net", "myapp.net", "/MyEbms/x",
        ] {
            assert!(worded(text).is_none(), "{text}");
        }
    }

    #[test]
    fn dummies() {
        for text in ["<key>", "PLACEHOLDER_API_KEY", "@connectionParameters('k')", "xxxxxxxxx", "enter your key"] {
            assert!(is_dummy(text), "{text}");
        }
        assert!(!is_dummy("a8Fk20sLq9Zx"));
    }
}
