//! Finding the next interesting byte, sixteen bytes a step.

use wide::u8x16;

/// The bytes of a step.
const LANES: usize = 16;

/// Index of the first byte in `bytes[at..]` that is `"`, `\` or below 0x20; the length if none is.
#[inline]
pub(super) fn string_stop(bytes: &[u8], mut at: usize) -> usize {
    while let Some(lanes) = lanes(bytes, at) {
        let quote = lanes.simd_eq(u8x16::splat(b'"'));
        let slash = lanes.simd_eq(u8x16::splat(b'\\'));
        let control = lanes.min(u8x16::splat(0x1f)).simd_eq(lanes);
        let stop = (quote | slash | control).to_bitmask();
        if stop != 0 {
            return at + stop.trailing_zeros() as usize;
        }
        at += LANES;
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
    while bytes.get(at).is_some_and(|byte| *byte <= b' ') {
        let Some(lanes) = lanes(bytes, at) else {
            return at + bytes[at..].iter().take_while(|it| is_white(**it)).count();
        };
        let eq = |byte| lanes.simd_eq(u8x16::splat(byte));
        let others = !(eq(b' ') | eq(b'\n') | eq(b'\r') | eq(b'\t')).to_bitmask();
        let length = (others.trailing_zeros() as usize).min(LANES);
        at += length;
        if length < LANES {
            break;
        }
    }
    at
}

const fn is_white(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\r' | b'\t')
}

#[inline]
fn lanes(bytes: &[u8], at: usize) -> Option<u8x16> {
    let lanes = bytes.get(at..at + LANES)?;
    let lanes: [u8; LANES] = lanes.try_into().expect("there are as many");
    Some(lanes.into())
}
