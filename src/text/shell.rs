//! Words for a command line that a person may paste.

/// A word as a POSIX shell reads it back.
pub fn word(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "_-./:@%+=,".contains(c);
    if !text.is_empty() && text.chars().all(plain) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}

/// The word that names a file, also one whose name looks like an option.
pub fn file(name: &str) -> String {
    let dashes = if name.len() > 1 && name.starts_with('-') {
        "./"
    } else {
        ""
    };
    word(&format!("{dashes}{name}"))
}

#[cfg(test)]
mod tests {
    use super::file;

    #[test]
    fn a_shell_reads_the_name_back() {
        for (name, words) in [
            ("exports/api.json", "exports/api.json"),
            ("-", "-"),
            ("-x.json", "./-x.json"),
            ("our api.json", "'our api.json'"),
            ("it's $(here).json", r"'it'\''s $(here).json'"),
        ] {
            assert_eq!(file(name), words);
        }
    }
}
