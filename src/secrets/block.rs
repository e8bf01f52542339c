//! What 64 bytes of text are, a bit for each.

use wide::i8x16;

/// Bytes looked at in one step.
const LANES: usize = 16;

/// The last byte that is not visible; as signed numbers, bytes beyond ASCII are below it.
const BLANK: i8 = 0x24;

/// 64 bytes of text; the first one is the lowest bit.
#[derive(Clone, Copy, Default)]
pub(super) struct Block {
    /// ASCII that is no blank, no control character, and none of `!"#$`: strings of JSON and words
    /// end where a bit is missing.
    pub(super) visible: u64,
    /// Digits and capitals.
    pub(super) mixed: u64,
    /// Each `@`.
    pub(super) ats: u64,
}

impl Block {
    /// Bytes of a block.
    pub(super) const LENGTH: usize = 64;

    /// The block that begins with `bytes`; what is missing there counts as blank.
    #[inline]
    pub(super) fn of(bytes: &[u8]) -> Self {
        if let Some(whole) = bytes.first_chunk() {
            return Self::of_whole(whole);
        }
        let mut padded = [0; Self::LENGTH];
        padded[..bytes.len()].copy_from_slice(bytes);
        Self::of_whole(&padded)
    }

    #[inline]
    fn of_whole(bytes: &[u8; Self::LENGTH]) -> Self {
        let mut block = Self::default();
        let (some, _) = bytes.as_chunks::<LANES>();
        for (at, lanes) in some.iter().enumerate() {
            let lanes = i8x16::from(lanes.map(u8::cast_signed));
            let mixed = between(lanes, b'0', b'9') | between(lanes, b'A', b'Z');
            let bits = |picked: i8x16| u64::from(picked.to_bitmask()) << (at * LANES);
            block.visible |= bits(lanes.simd_gt(i8x16::splat(BLANK)));
            block.mixed |= bits(mixed);
            block.ats |= bits(lanes.simd_eq(i8x16::splat(b'@'.cast_signed())));
        }
        block
    }

    /// True for a byte whose bit is set in `visible`.
    pub(super) const fn is_visible(byte: u8) -> bool {
        byte.cast_signed() > BLANK
    }
}

/// The lanes from `first` to `last`: both are moved up until only they are above the others.
#[inline]
fn between(lanes: i8x16, first: u8, last: u8) -> i8x16 {
    let up = i8::MAX - last.cast_signed();
    let below = i8::MAX - (last - first).cast_signed() - 1;
    (lanes + i8x16::splat(up)).simd_gt(i8x16::splat(below))
}
