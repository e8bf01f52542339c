//! Made-up values in the form of secrets.

pub(crate) const LOWER: &str = "abcdefghijklmnopqrstuvwxyz0123456789";
pub(crate) const UPPER: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
pub(crate) const HEX: &str = "0123456789abcdef";
pub(crate) const WORD: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/// `count` characters of an alphabet, spread evenly, the same each time.
pub(crate) fn spread(alphabet: &str, count: usize) -> String {
    let letters: Vec<char> = alphabet.chars().collect();
    let mut state = 7_usize;
    let mut out = String::new();
    for _ in 0..count {
        state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
        out.push(letters[(state >> 12) % letters.len()]);
    }
    out
}

pub(crate) fn word(count: usize) -> String {
    spread(WORD, count)
}

pub(crate) fn hex(count: usize) -> String {
    spread(HEX, count)
}

/// Base64url without padding.
pub(crate) fn base64(text: &str) -> String {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut out = String::new();
    for chunk in text.as_bytes().chunks(3) {
        let bits = chunk
            .iter()
            .fold(0_u32, |sum, byte| (sum << 8) | u32::from(*byte))
            << (8 * (3 - chunk.len()));
        for index in 0..=chunk.len() {
            out.push(char::from(DIGITS[(bits >> (18 - 6 * index)) as usize & 63]));
        }
    }
    out
}

/// A token with this payload.
pub(crate) fn jwt(payload: &str) -> String {
    let header = base64(r#"{"alg":"HS256","typ":"JWT"}"#);
    format!("{header}.{}.{}", base64(payload), word(43))
}
