//! What a match must stand up to: each guard took away real false alarms.

use std::ops::Range;

use super::hit::Life;
use super::pattern::{Guard, Pattern};
use super::{Day, Site, base64, entropy, opaque, placeholder, samples, token};

/// Words of prose are no longer, in bytes.
const LONGEST_WORD: usize = 30;

/// A match and what surrounds it.
pub(super) struct Question<'t> {
    pub(super) pattern: &'static Pattern,
    pub(super) secret: &'t str,
    /// The text around it without a blank or quote: the URL it stands in, if it is one.
    pub(super) url: &'t str,
    pub(super) site: Site,
    pub(super) today: Day,
}

impl Question<'_> {
    /// `None` when it is no secret.
    pub(super) fn life(&self) -> Option<Life> {
        let even = entropy::bits_per_character(self.secret) >= self.pattern.entropy;
        if !even || placeholder::is_dummy(self.telling()) || samples::is_sample(self.secret) {
            return None;
        }
        match self.pattern.guard {
            Guard::Plain | Guard::Lines => Some(Life::Live),
            Guard::TestMode => Some(Life::Test),
            Guard::Jwt => token::expiry(self.secret).map(|day| self.until(day)),
            Guard::Basic => is_basic(self.secret).then_some(Life::Live),
            Guard::Digit => is_random(self.secret, 16).then_some(Life::Live),
            Guard::LongAndEven => is_random(self.secret, 24).then_some(Life::Live),
            Guard::SharedAccess => self.signature(),
            Guard::UserPart => self.user_part(),
        }
    }

    /// What shows whether it stands for another value: of several lines the longest.
    fn telling(&self) -> &str {
        let words = self.secret.split_whitespace();
        let longest = words.max_by_key(|word| word.len()).unwrap_or_default();
        let is_line = self.pattern.guard == Guard::Lines && longest.len() > LONGEST_WORD;
        if is_line { longest } else { self.secret }
    }

    fn until(&self, day: Option<Day>) -> Life {
        match day {
            Some(day) if day < self.today => Life::Expired,
            _ => Life::Live,
        }
    }

    /// A signature signs something: one of the members that a shared access signature has, or a
    /// length that nothing else has.
    fn signature(&self) -> Option<Life> {
        let has = |name: &str| member(self.url, name).is_some();
        let signed = ["sv", "sp", "se", "sr", "st"].into_iter().any(has);
        if !signed && self.secret.len() < 40 {
            return None;
        }
        let expiry = member(self.url, "se").and_then(Day::of_text);
        Some(self.until(expiry))
    }

    fn user_part(&self) -> Option<Life> {
        let (user, password) = self.secret.split_once(':').unwrap_or(("", self.secret));
        let template = |part: &str| {
            part.starts_with(['{', '<', '[', '$', '%', '*', '@', '(']) || part.ends_with(['}', ']'])
        };
        let instruction = is_instruction(user) && is_instruction(password);
        // where calls go to, even the words of an instruction are sent
        let harmless = template(password) || instruction && self.site != Site::Value;
        (!harmless).then_some(Life::Live)
    }
}

fn is_random(secret: &str, least: usize) -> bool {
    secret.len() >= least
        && secret.bytes().any(|byte| byte.is_ascii_digit())
        && !opaque::reads_as_words(secret)
}

/// True for Base64 of printable `user:password` that is no instruction's sample.
fn is_basic(secret: &str) -> bool {
    let Some(text) = base64::decode(secret).and_then(|bytes| String::from_utf8(bytes).ok()) else {
        return false;
    };
    let printable = text.bytes().all(|byte| (b' '..=b'~').contains(&byte));
    let Some((user, password)) = text.split_once(':') else {
        return false;
    };
    let sample = is_instruction(user) && is_instruction(password)
        || placeholder::is_dummy(user)
        || placeholder::is_dummy(password) && password.len() > 1;
    printable && !(user.is_empty() && password.is_empty()) && !sample
}

/// Words that instructions use for a user or a password (RFC 7617 has `Aladdin`).
const INSTRUCTION: [&str; 26] = [
    "",
    "user",
    "username",
    "userid",
    "user1",
    "login",
    "name",
    "email",
    "id",
    "client",
    "client_id",
    "clientid",
    "client_secret",
    "clientsecret",
    "admin",
    "root",
    "test",
    "demo",
    "guest",
    "aladdin",
    "pass",
    "password",
    "passwd",
    "pwd",
    "secret",
    "x",
];

fn is_instruction(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    INSTRUCTION.contains(&word.as_str())
        || matches!(
            word.as_str(),
            "open sesame" | "opensesame" | "sesame" | "123" | "1234" | "123456"
        )
        || word.ends_with("password") && word.len() < 14
        || word.bytes().all(|byte| matches!(byte, b'*' | b'x' | b'.'))
        || word.starts_with("api") && word.ends_with("key")
}

/// The value of a query member of a URL.
fn member<'u>(url: &'u str, name: &str) -> Option<&'u str> {
    let parts = url.split(['?', '&', ';']).skip(1);
    let mut named = parts.filter_map(|part| part.split_once('='));
    named.find(|(key, _)| *key == name).map(|(_, value)| value)
}

/// The text around a match up to the next blank, quote or bracket.
pub(super) fn url_around(text: &str, range: Range<usize>) -> &str {
    let ends = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>' | '`');
    let start = text[..range.start].rfind(ends).map_or(0, |at| {
        at + text[at..].chars().next().map_or(1, char::len_utf8)
    });
    let end = text[range.end..]
        .find(ends)
        .map_or(text.len(), |at| range.end + at);
    &text[start..end]
}
