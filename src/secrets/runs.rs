//! Long runs of the characters that secrets are made of. Words are short, secrets are not.

use super::stretch::SHORTEST;

/// What each byte adds to a run; [`NONE`] ends it. Letters, digits, and what joins them in tokens,
/// Base64 and queries go on; `\` is one of them, as it may be half an escape.
const ADDS: [u8; 256] = {
    let mut table = [NONE; 256];
    let mut byte = 0;
    while byte < 256 {
        let c = byte as u8;
        table[byte] = match c {
            b'0'..=b'9' => MIXED as u8,
            b'A'..=b'Z' => 1,
            b'a'..=b'z' | b'+' | b'/' | b'=' | b'_' | b'-' | b'.' | b'~' | b'%' | b'\\' => 0,
            _ => NONE,
        };
        byte += 1;
    }
    table
};

const NONE: u8 = u8::MAX;

/// The sum of a run that could be random: a digit, or four capitals.
const MIXED: usize = 4;

/// The runs in a stretch of text that could be random: with a digit, or with several capitals.
pub(super) fn runs(
    bytes: &[u8],
    (start, end): (usize, usize),
) -> impl Iterator<Item = (usize, usize)> {
    let mut at = start;
    std::iter::from_fn(move || {
        while at < end {
            let (from, mut sum) = (at, 0);
            let adds = bytes[at..end].iter().map(|byte| ADDS[usize::from(*byte)]);
            for adds in adds.take_while(|adds| *adds != NONE) {
                sum += usize::from(adds);
                at += 1;
            }
            let run = (from, at);
            at += 1;
            if run.1 - run.0 >= SHORTEST && sum >= MIXED {
                return Some(run);
            }
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use super::super::stretch::stretches;
    use super::{ADDS, MIXED, NONE, SHORTEST};

    fn runs(text: &[u8]) -> impl Iterator<Item = (usize, usize)> {
        stretches(text, (0, text.len())).flat_map(|stretch| super::runs(text, stretch))
    }

    fn texts(text: &str) -> Vec<&str> {
        runs(text.as_bytes())
            .map(|(start, end)| &text[start..end])
            .collect()
    }

    fn adds(byte: u8) -> u8 {
        ADDS[usize::from(byte)]
    }

    /// The runs, found one byte after the other.
    fn plainly(text: &[u8]) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        let mut start = 0;
        for end in 0..=text.len() {
            if text.get(end).is_some_and(|byte| adds(*byte) != NONE) {
                continue;
            }
            let sum: usize = text[start..end]
                .iter()
                .map(|byte| usize::from(adds(*byte)))
                .sum();
            if end - start >= SHORTEST && sum >= MIXED {
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
