//! Long stretches of visible text, of those that are not all lower case: most text is passed over
//! in blocks, without reading a word of it.

use super::block::Block;

/// Shortest stretch looked for, in bytes: what [`ends`] adds up to.
pub(super) const SHORTEST: usize = 4 + 8;

/// The stretches without a blank or a quotation mark that have [`SHORTEST`] bytes, and a digit or
/// a capital among them, and those with an `@`: where they begin and end, in order. Long ones may
/// have none of these.
pub(super) fn stretches(bytes: &[u8]) -> impl Iterator<Item = (usize, usize)> {
    let (before, block) = (Block::default(), Block::of(bytes));
    Stretches {
        bytes,
        from: 0,
        before,
        block,
        ends: ends(&block, &before),
    }
}

struct Stretches<'t> {
    bytes: &'t [u8],
    /// Where the block begins.
    from: usize,
    before: Block,
    block: Block,
    /// The bits behind stretches that were not told.
    ends: u64,
}

impl Iterator for Stretches<'_> {
    type Item = (usize, usize);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        while self.ends == 0 {
            self.advance()?;
        }
        let end = self.ends.trailing_zeros();
        self.ends &= self.ends - 1;
        Some((self.start_of(end), self.from + end as usize))
    }
}

impl Stretches<'_> {
    /// On to the next block. There is one behind the last byte: every stretch ends in a block.
    #[inline]
    fn advance(&mut self) -> Option<()> {
        self.from += Block::LENGTH;
        self.before = self.block;
        self.block = Block::of(self.bytes.get(self.from..)?);
        self.ends = ends(&self.block, &self.before);
        Some(())
    }

    /// Where the stretch begins that ends at a bit.
    fn start_of(&self, end: u32) -> usize {
        let until = self.from + end as usize;
        let inside = self.block.visible << (63 - end) << 1;
        if inside.leading_ones() < end {
            return until - inside.leading_ones() as usize;
        }
        let earlier = &self.bytes[..self.from];
        let gap = earlier.iter().rposition(|byte| !Block::is_visible(*byte));
        gap.map_or(0, |gap| gap + 1)
    }
}

/// The bits right behind 12 or more visible bytes of which one is a digit or a capital, or behind
/// visible bytes of which one is an `@`, in a block that follows another. What began before that one
/// counts as mixed.
#[inline]
fn ends(block: &Block, before: &Block) -> u64 {
    let joined = |low: u64, high: u64| u128::from(high) << 64 | u128::from(low);
    let visible = joined(before.visible, block.visible);
    let two = visible & visible << 1;
    let four = two & two << 2;
    let twelve = four & four << 4 & four << 8;
    // a sum carries from a bit to the end of the set bits it is among
    let far = u64::from(before.visible == u64::MAX);
    let mixed = visible.wrapping_add(joined(before.mixed | far, block.mixed));
    let ats = visible.wrapping_add(joined(before.ats, block.ats));
    (((twelve << 1 & mixed | ats) & !visible) >> 64) as u64
}
