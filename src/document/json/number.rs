//! The number grammar (RFC 8259 section 6). The text is kept; only its shape is checked.

use crate::document::Kind;

/// The end of the number at `bytes[at..]` and its kind; the end of the malformed text otherwise.
#[inline]
pub(super) fn number(bytes: &[u8], at: usize) -> Result<(usize, Kind), usize> {
    let mut kind = Kind::Integer;
    let start = at + usize::from(bytes[at] == b'-');
    let mut end = digits(bytes, start);
    let leading_zero = bytes.get(start) == Some(&b'0') && end > start + 1;
    let mut well_formed = end > start && !leading_zero;
    if bytes.get(end) == Some(&b'.') {
        kind = Kind::Float;
        let fraction = end + 1;
        end = digits(bytes, fraction);
        well_formed &= end > fraction;
    }
    if let Some(b'e' | b'E') = bytes.get(end) {
        kind = Kind::Float;
        let sign = usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
        let exponent = end + 1 + sign;
        end = digits(bytes, exponent);
        well_formed &= end > exponent;
    }
    if well_formed {
        Ok((end, kind))
    } else {
        Err(end.max(at + 1))
    }
}

#[inline]
fn digits(bytes: &[u8], mut at: usize) -> usize {
    while at < bytes.len() && bytes[at].is_ascii_digit() {
        at += 1;
    }
    at
}
