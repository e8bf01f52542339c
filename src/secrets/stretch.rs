//! Long stretches of visible text, of those that are not all lower case: most text is passed over
//! in blocks, without reading a word of it.

use super::block::Block;

/// Shortest stretch looked for, in bytes: what [`Block::ends`] adds up to.
pub(super) const SHORTEST: usize = 4 + 8;

/// The stretches of a part of a text without a blank or a quotation mark that have [`SHORTEST`]
/// bytes, and a digit, a capital or an `@` among them: where they begin and end, in order. Long
/// ones may have none of these.
pub(super) fn stretches(
    text: &[u8],
    (start, end): (usize, usize),
) -> impl Iterator<Item = (usize, usize)> {
    Stretches {
        text,
        rest: (start, end),
        from: start,
        block: Block::default(),
        ends: 0,
    }
}

struct Stretches<'t> {
    text: &'t [u8],
    /// What no block was made of.
    rest: (usize, usize),
    /// Where the block begins.
    from: usize,
    block: Block,
    /// The bits behind stretches that were not told.
    ends: u64,
}

impl Iterator for Stretches<'_> {
    type Item = (usize, usize);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        while self.ends == 0 {
            if self.rest.0 >= self.rest.1 {
                return None;
            }
            self.advance();
            if self.block.open() == Block::LENGTH {
                return Some(self.long());
            }
        }
        let end = self.ends.trailing_zeros();
        self.ends &= self.ends - 1;
        let inside = self.block.visible << (63 - end) << 1;
        let until = self.from + end as usize;
        Some((until - inside.leading_ones() as usize, until))
    }
}

impl Stretches<'_> {
    /// On to the next block. It begins with the stretch that this one leaves open, so that no
    /// stretch but a long one is in two blocks.
    #[inline]
    fn advance(&mut self) {
        self.from = self.rest.0;
        self.block = Block::of(self.text, self.rest);
        self.ends = self.block.ends();
        self.rest.0 += Block::LENGTH - self.block.open();
    }

    /// The stretch that a block is all part of.
    #[cold]
    fn long(&mut self) -> (usize, usize) {
        loop {
            let visible = Block::of(self.text, self.rest).visible;
            self.rest.0 += visible.trailing_ones() as usize;
            if visible != u64::MAX {
                break;
            }
        }
        (self.from, self.rest.0)
    }
}
