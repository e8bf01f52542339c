//! Scopes that stand for several: with a wildcard or a parameter.

/// True when `text` is what a pattern with `*` or `{name}` stands for. The parts between the
/// wildcards must come in order; the first and the last are fixed to the ends.
pub(super) fn fits(pattern: &str, text: &str) -> bool {
    let parts = parts(pattern);
    let [first, middle @ .., last] = parts.as_slice() else {
        return false;
    };
    let Some(mut rest) = text
        .strip_prefix(first)
        .and_then(|rest| rest.strip_suffix(last))
    else {
        return false;
    };
    middle.iter().all(|part| match rest.find(part) {
        Some(at) => {
            rest = &rest[at + part.len()..];
            true
        }
        None => false,
    })
}

/// The plain parts of a pattern, one more than it has wildcards.
fn parts(pattern: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = pattern;
    while let Some(at) = rest.find(['*', '{']) {
        let end = match rest[at..].find('}') {
            Some(close) if rest.as_bytes()[at] == b'{' => at + close + 1,
            _ => at + 1,
        };
        parts.push(&rest[..at]);
        rest = &rest[end..];
    }
    parts.push(rest);
    parts
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn a_pattern_fits_what_it_stands_for() {
        for (pattern, text) in [
            ("parcels:*", "parcels:read"),
            ("*", "anything"),
            ("box/{id}/read", "box/7/read"),
            ("*.read.*", "a.read.b"),
            ("open{", "open-"),
        ] {
            assert!(fits(pattern, text), "{pattern} {text}");
        }
        for (pattern, text) in [
            ("parcels", "parcels"),
            ("parcels:*", "boxes:read"),
            ("box/{id}/read", "box/7/write"),
            ("ab*ba", "aba"),
            ("*.read.*", "a.write.b"),
        ] {
            assert!(!fits(pattern, text), "{pattern} {text}");
        }
    }
}
