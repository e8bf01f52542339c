//! Base64 (RFC 4648 sections 4 and 5), decoding only.

/// The bytes of a base64 or base64url text, padding optional; `None` when it is neither.
pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
    let digits = text.trim_end_matches('=');
    if digits.len() % 4 == 1 || text.len() - digits.len() > 2 {
        return None;
    }
    let mut out = Vec::with_capacity(digits.len() * 3 / 4);
    let (mut bits, mut count) = (0_u32, 0_u32);
    for byte in digits.bytes() {
        bits = (bits << 6) | u32::from(digit(byte)?);
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count) as u8);
            bits &= (1 << count) - 1;
        }
    }
    Some(out)
}

const fn digit(byte: u8) -> Option<u8> {
    Some(match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'+' | b'-' => 62,
        b'/' | b'_' => 63,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn both_alphabets_with_and_without_padding() {
        assert_eq!(decode("YTpi").as_deref(), Some(&b"a:b"[..]));
        assert_eq!(decode("YTo=").as_deref(), Some(&b"a:"[..]));
        assert_eq!(decode("YTo").as_deref(), Some(&b"a:"[..]));
        assert_eq!(decode("-_-_"), decode("+/+/"));
        for wrong in ["Y", "YTo===", "Y T o", "YT=o"] {
            assert_eq!(decode(wrong), None, "{wrong}");
        }
    }
}
