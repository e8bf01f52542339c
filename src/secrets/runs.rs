//! Long runs of the characters that secrets are made of. Words are short, secrets are not: looking
//! at every twelfth byte passes over prose without reading it.

/// Shortest run looked at, in bytes: no form is shorter with its literal.
const SHORTEST: usize = 12;

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

/// The runs in `bytes` that could be random: with a digit, or with several capitals.
pub(super) fn runs(bytes: &[u8]) -> impl Iterator<Item = (usize, usize)> {
    let (mut floor, mut at) = (0, SHORTEST - 1);
    std::iter::from_fn(move || {
        while at < bytes.len() {
            if !is_token(bytes[at]) {
                at += SHORTEST;
                continue;
            }
            let (start, end) = around(bytes, floor, at);
            (floor, at) = (end, end + SHORTEST);
            if end - start >= SHORTEST && is_mixed(&bytes[start..end]) {
                return Some((start, end));
            }
        }
        None
    })
}

/// The run that `at` lies in, as far as it does not begin before `floor`.
#[inline]
fn around(bytes: &[u8], floor: usize, at: usize) -> (usize, usize) {
    let mut start = at;
    while start > floor && is_token(bytes[start - 1]) {
        start -= 1;
    }
    let mut end = at + 1;
    while end < bytes.len() && is_token(bytes[end]) {
        end += 1;
    }
    (start, end)
}

const fn is_token(byte: u8) -> bool {
    TOKEN[byte as usize]
}

fn is_mixed(run: &[u8]) -> bool {
    let capitals = || run.iter().filter(|byte| byte.is_ascii_uppercase());
    run.iter().any(u8::is_ascii_digit) || capitals().nth(3).is_some()
}

#[cfg(test)]
mod tests {
    use super::runs;

    fn texts(text: &str) -> Vec<&str> {
        runs(text.as_bytes())
            .map(|(start, end)| &text[start..end])
            .collect()
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
