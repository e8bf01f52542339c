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
    /// Digits, capitals and `@`.
    pub(super) mixed: u64,
}

impl Block {
    /// Bytes of a block.
    pub(super) const LENGTH: usize = 64;

    /// The block of the first bytes of a part of a text; what stands behind the part counts as
    /// blank.
    #[inline]
    pub(super) fn of(text: &[u8], (start, end): (usize, usize)) -> Self {
        let text = &text[start..];
        let block = text
            .first_chunk()
            .map_or_else(|| Self::of_last(text), Self::of_whole);
        block.only(end - start)
    }

    /// The block of the last bytes of a text.
    #[cold]
    fn of_last(text: &[u8]) -> Self {
        let mut padded = [0; Self::LENGTH];
        padded[..text.len()].copy_from_slice(text);
        Self::of_whole(&padded)
    }

    #[inline]
    fn of_whole(bytes: &[u8; Self::LENGTH]) -> Self {
        let mut block = Self::default();
        let (some, _) = bytes.as_chunks::<LANES>();
        for (at, lanes) in some.iter().enumerate() {
            let lanes = i8x16::from(lanes.map(u8::cast_signed));
            let mixed = between(lanes, b'0', b'9') | between(lanes, b'@', b'Z');
            let bits = |picked: i8x16| u64::from(picked.to_bitmask()) << (at * LANES);
            block.visible |= bits(lanes.simd_gt(i8x16::splat(BLANK)));
            block.mixed |= bits(mixed);
        }
        block
    }

    /// Only the first bytes.
    #[inline]
    const fn only(self, count: usize) -> Self {
        let kept = if count < Self::LENGTH {
            (1 << count) - 1
        } else {
            u64::MAX
        };
        Self {
            visible: self.visible & kept,
            mixed: self.mixed & kept,
        }
    }

    /// How many visible bytes stand at its end.
    pub(super) const fn open(self) -> usize {
        self.visible.leading_ones() as usize
    }

    /// The bits right behind 12 or more visible bytes of which one is mixed.
    #[inline]
    pub(super) const fn ends(self) -> u64 {
        let visible = self.visible;
        let two = visible & visible << 1;
        let four = two & two << 2;
        let twelve = four & four << 4 & four << 8;
        // a sum carries from a bit to the end of the set bits it is among
        let mixed = visible.wrapping_add(self.mixed);
        twelve << 1 & mixed & !visible
    }
}

/// The lanes from `first` to `last`: both are moved up until only they are above the others.
#[inline]
fn between(lanes: i8x16, first: u8, last: u8) -> i8x16 {
    let up = i8::MAX - last.cast_signed();
    let below = i8::MAX - (last - first).cast_signed() - 1;
    (lanes + i8x16::splat(up)).simd_gt(i8x16::splat(below))
}
