//! Long runs of the characters that secrets are made of. Words are short, secrets are not.

use super::stretch::SHORTEST;

/// True for letters, digits and what joins them in tokens, Base64 and queries; `\` is one of them,
/// as it may be half an escape.
const TOKEN: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        let c = byte as u8;
        table[byte] = c.is_ascii_alphanumeric()
            || matches!(
                c,
                b'+' | b'/' | b'=' | b'_' | b'-' | b'.' | b'~' | b'%' | b'\\'
            );
        byte += 1;
    }
    table
};

/// The runs in a stretch of text that could be random: with a digit, or with several capitals.
pub(super) fn runs(
    bytes: &[u8],
    (start, end): (usize, usize),
) -> impl Iterator<Item = (usize, usize)> {
    let could_have = is_mixed(&bytes[start..end]);
    let mut at = if could_have { start } else { end };
    std::iter::from_fn(move || {
        while at < end {
            let rest = &bytes[at..end];
            let length = rest.iter().take_while(|byte| is_token(**byte)).count();
            let run = (at, at + length);
            at = run.1 + 1;
            if length >= SHORTEST && is_mixed(&rest[..length]) {
                return Some(run);
            }
        }
        None
    })
}

const fn is_token(byte: u8) -> bool {
    TOKEN[byte as usize]
}
/// True with a digit, or with four capitals.
fn is_mixed(text: &[u8]) -> bool {
    let mut capitals = 0;
    text.iter().any(|byte| {
        capitals += usize::from(byte.is_ascii_uppercase());
        byte.is_ascii_digit() || capitals == 4
    })
}

#[cfg(test)]
mod tests {
    use super::super::stretch::stretches;
    use super::{SHORTEST, is_mixed, is_token};

    fn runs(text: &[u8]) -> impl Iterator<Item = (usize, usize)> {
        stretches(text).flat_map(|stretch| super::runs(text, stretch))
    }

    fn texts(text: &str) -> Vec<&str> {
        runs(text.as_bytes())
            .map(|(start, end)| &text[start..end])
            .collect()
    }

    /// The runs, found one byte after the other.
    fn plainly(text: &[u8]) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        let mut start = 0;
        for end in 0..=text.len() {
            if text.get(end).is_some_and(|byte| is_token(*byte)) {
                continue;
            }
            if end - start >= SHORTEST && is_mixed(&text[start..end]) {
                found.push((start, end));
            }
            start = end + 1;
        }
        found
    }

    #[test]
    fn runs_are_found_however_they_lie_in_blocks() {
        let alphabet = b"abcdefghijklmnopqrstuvwxyzAZ09+/=-.,:\"  \xc3\n";
        let mut state = 7_u32;
        let mut next = |most: usize| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 8) as usize % most
        };
        let mut count = 0;
        for _ in 0..4_000 {
            // the fewer kinds of bytes, the longer the runs
            let kinds = 27 + next(alphabet.len() - 26);
            let length = next(400);
            let text: Vec<u8> = (0..length).map(|_| alphabet[next(kinds)]).collect();
            let found: Vec<_> = runs(&text).collect();
            assert_eq!(
                found,
                plainly(&text),
                "{:?}",
                String::from_utf8_lossy(&text)
            );
            count += found.len();
        }
        assert!(count > 4_000, "{count} runs");
    }

    #[test]
    fn every_run_is_found_wherever_it_starts() {
        for shift in 0..30 {
            let before = "ab ".repeat(shift);
            let text = format!("{before}{}k1k2k3k4m5m6 word", " ".repeat(shift));
            assert_eq!(texts(&text), ["k1k2k3k4m5m6"], "{text}");
        }
    }

    #[test]
    fn short_and_plain_runs_are_passed_over() {
        assert_eq!(
            texts("the k1k2k3k4m5m of parcels is no internationalisation"),
            [""; 0]
        );
        assert_eq!(
            texts("a ABCDparcelsABCD b k1k2k3k4m5m6"),
            ["ABCDparcelsABCD", "k1k2k3k4m5m6"]
        );
    }
}
