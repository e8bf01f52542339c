//! How evenly the bytes of a text are spread.

/// Shannon entropy in bits per byte: 0 for one repeated byte, 4 for random hexadecimal digits, 6
/// for random base64. Short texts score lower than their alphabet allows.
#[allow(
    clippy::cast_precision_loss,
    reason = "a text of 2^52 bytes is never read"
)]
pub fn bits_per_character(text: &str) -> f64 {
    let mut counts = [0_u32; 256];
    for byte in text.bytes() {
        counts[usize::from(byte)] += 1;
    }
    let total = text.len() as f64;
    let share = |count: &u32| f64::from(*count) / total;
    let seen = counts.iter().filter(|count| **count > 0);
    -seen.map(|c| share(c) * share(c).log2()).sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::bits_per_character;

    #[test]
    fn known_values() {
        assert!(bits_per_character("").abs() < 1e-9);
        assert!(bits_per_character("aaaa").abs() < 1e-9);
        assert!((bits_per_character("abab") - 1.0).abs() < 1e-9);
        assert!((bits_per_character("0123456789abcdef") - 4.0).abs() < 1e-9);
    }
}
