//! Is a text random, or was it written to be read?

use super::entropy::bits_per_character;
use super::placeholder;

/// True for a text, at least `length` characters long and `entropy` bits a
/// character, that is neither a placeholder nor words, a URL, a date or a media type.
pub fn is_opaque(text: &str, length: usize, entropy: f64) -> bool {
    let text = text.trim();
    text.chars().count() >= length
        && bits_per_character(text) >= entropy
        && !placeholder::is_dummy(text)
        && !reads_as_words(text)
        && !is_form(text)
}

/// True for a value that a member with a credential's name would hold: 8 characters or more, not
/// a placeholder, not words. An authorization prefix before it does not count.
pub fn is_constant_credential(text: &str) -> bool {
    is_opaque(without_prefix(text), 8, 2.8)
}

/// The credential of an `Authorization` value: the text without `Bearer `, `Basic ` and the like.
fn without_prefix(text: &str) -> &str {
    let text = text.trim();
    match text.split_once(' ') {
        Some((prefix, rest)) if is_scheme(prefix) => rest.trim(),
        _ => text,
    }
}

fn is_scheme(prefix: &str) -> bool {
    let known = [
        "bearer",
        "basic",
        "token",
        "apikey",
        "sharedaccesskey",
        "key",
    ];
    known.iter().any(|one| prefix.eq_ignore_ascii_case(one))
}

/// URLs, paths, dates, times, versions and media types have their own form.
fn is_form(text: &str) -> bool {
    let date = |c: char| c.is_ascii_digit() || matches!(c, '-' | ':' | '.' | 'T' | 'Z' | '/' | '+');
    text.contains("://")
        || text.starts_with("application/")
        || text.starts_with("text/")
        || (text.len() < 32 && text.chars().all(date))
}

/// Most of a text that reads as words may be digits: one in ten.
const DIGITS: usize = 10;
/// Letters in a row that make a word, on average.
const WORD: usize = 4;
/// Most consonants in a row that a word has.
const CONSONANTS: usize = 4;

/// True for words, however joined: `authorization_code`, `PowerAutomate`, `nocheck`. Random text
/// has a digit in every fourth place, changes case, or strings consonants together.
pub(super) fn reads_as_words(text: &str) -> bool {
    let (mut pieces, mut letters, mut digits) = (0, 0, 0);
    let (mut consonants, mut longest, mut vowels) = (0, 0, 0);
    let mut before = ' ';
    for c in text.chars() {
        let starts = !before.is_alphabetic() || before.is_lowercase() && c.is_uppercase();
        if c.is_alphabetic() {
            letters += 1;
            pieces += usize::from(starts);
        }
        let consonant = c.is_alphabetic() && !is_vowel(c);
        consonants = if consonant && !starts {
            consonants + 1
        } else {
            usize::from(consonant)
        };
        longest = consonants.max(longest);
        vowels += usize::from(is_vowel(c));
        digits += usize::from(c.is_ascii_digit());
        before = c;
    }
    let spoken = longest <= CONSONANTS && vowels * 4 >= letters;
    pieces > 0 && spoken && letters >= pieces * WORD && digits * DIGITS <= letters + digits
}

const fn is_vowel(c: char) -> bool {
    matches!(c.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

#[cfg(test)]
mod tests {
    use super::{is_constant_credential, is_opaque, reads_as_words};

    #[test]
    fn words_read_as_words() {
        for text in [
            "authorization_code",
            "PowerAutomate",
            "nocheck",
            "client-credentials2",
            "DUMMYFUNCTIONKEY",
            "length_of_parcel",
            "customers1",
        ] {
            assert!(reads_as_words(text), "{text}");
        }
        for text in [
            "a8Fk20sLq9Zx",
            "S3cretPass2024",
            "Welcome2024!",
            "0f3d9a77c1",
            "areoubcdfgh",
            "12345",
        ] {
            assert!(!reads_as_words(text), "{text}");
        }
    }

    #[test]
    fn forms_are_not_random() {
        for text in [
            "2024-05-01T10:00:00Z",
            "https://a1.b2.example/c3/d4",
            "application/vnd.a1+json",
        ] {
            assert!(!is_opaque(text, 8, 1.0), "{text}");
        }
        assert!(is_constant_credential("Bearer a8Fk20sLq9Zx"));
        assert!(!is_constant_credential("Bearer "));
        assert!(!is_constant_credential("a8Fk2"));
        assert!(is_constant_credential("a8Fk20sL q9Zx"), "no prefix");
    }
}
