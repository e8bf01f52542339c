//! Values that no secret is.

/// Words that no secret holds and that every sample does.
const DUMMY: [&str; 29] = [
    "your",
    "dummy",
    "placeholder",
    "redacted",
    "example",
    "sample",
    "changeme",
    "change_me",
    "change-me",
    "replace",
    "insert",
    "enter-",
    "enter_",
    "xxxxxx",
    "000000",
    "1234567890",
    "123456789",
    "abcdefgh",
    "0123456789",
    "fill-in",
    "masked",
    "removed",
    "deadbeef",
    "...",
    "***",
    "_here",
    "_123",
    "-123",
    "abc123",
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
    use super::is_dummy;

    #[test]
    fn dummies() {
        for text in [
            "<key>",
            "PLACEHOLDER_API_KEY",
            "@connectionParameters('k')",
            "xxxxxxxxx",
            "enter your key",
        ] {
            assert!(is_dummy(text), "{text}");
        }
        assert!(!is_dummy("a8Fk20sLq9Zx"));
    }
}
