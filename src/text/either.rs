//! Whether one of two bytes stands in a text, for texts of some words: to call a search for them
//! takes longer than to look.

use wide::i8x16;

/// Bytes looked at in one step.
const LANES: usize = 16;

/// True when one of the bytes stands in the text.
#[inline]
pub fn has_either(text: &[u8], bytes: [u8; 2]) -> bool {
    let [one, other] = bytes.map(|byte| i8x16::splat(byte.cast_signed()));
    let is_either = |lanes: &[u8; LANES]| {
        let lanes = i8x16::from(lanes.map(u8::cast_signed));
        lanes.simd_eq(one) | lanes.simd_eq(other)
    };
    let Some(last) = text.last_chunk() else {
        return text.iter().any(|byte| bytes.contains(byte));
    };
    // the last ones are looked at twice
    let (all, _) = text.as_chunks();
    let found = all.iter().map(is_either);
    found.fold(is_either(last), |any, one| any | one).any()
}

#[cfg(test)]
mod tests {
    use super::has_either;

    #[test]
    fn both_are_found_wherever_they_stand() {
        for length in 0..70 {
            let mut text = vec![b'a'; length];
            assert!(!has_either(&text, *b"@="), "{length}");
            for at in 0..length {
                text[at] = if at % 2 == 0 { b'@' } else { b'=' };
                assert!(has_either(&text, *b"@="), "{at} of {length}");
                text[at] = b'a';
            }
        }
    }
}
