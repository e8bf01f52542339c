//! Finding the next interesting byte, eight bytes a step.

/// A one in each byte.
const ONES: u64 = 0x0101_0101_0101_0101;

/// Index of the first byte in `bytes[at..]` that is `"`, `\` or below 0x20; the length if none is.
#[inline]
pub(super) fn string_stop(bytes: &[u8], mut at: usize) -> usize {
    const HIGHS: u64 = 0x8080_8080_8080_8080;
    while let Some(chunk) = bytes.get(at..at + 8) {
        let word = u64::from_le_bytes(chunk.try_into().expect("the chunk has eight bytes"));
        let quote = word ^ (ONES * u64::from(b'"'));
        let slash = word ^ (ONES * u64::from(b'\\'));
        // a byte's high bit is set where it is zero (quote, slash) or below 0x20 (word)
        let hit = (quote.wrapping_sub(ONES) & !quote)
            | (slash.wrapping_sub(ONES) & !slash)
            | (word.wrapping_sub(ONES * 0x20) & !word);
        let hit = hit & HIGHS;
        if hit != 0 {
            return at + (hit.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    while at < bytes.len() && bytes[at] != b'"' && bytes[at] != b'\\' && bytes[at] >= 0x20 {
        at += 1;
    }
    at
}

/// Index of the first byte in `bytes[at..]` that is not JSON white space.
#[inline]
pub(super) fn white_space(bytes: &[u8], mut at: usize) -> usize {
    // most often there is none
    while let Some(&byte) = bytes.get(at)
        && byte <= b' '
    {
        at += match byte {
            b' ' => spaces(bytes, at),
            b'\n' | b'\r' | b'\t' => 1,
            _ => break,
        };
    }
    at
}

/// How many spaces stand at the beginning of `bytes[at..]`, where there is one: at most eight, as
/// many as one look tells.
#[inline]
fn spaces(bytes: &[u8], at: usize) -> usize {
    let Some(chunk) = bytes.get(at..at + 8) else {
        return 1;
    };
    let word = u64::from_le_bytes(chunk.try_into().expect("the chunk has eight bytes"));
    ((word ^ (ONES * u64::from(b' '))).trailing_zeros() / 8) as usize
}
