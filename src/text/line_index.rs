//! Lines and columns of byte offsets, built only when there is something to print.

/// A place a person can go to: 1-based line, 1-based column in Unicode scalar values.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Place {
    /// 1-based line.
    pub line: u32,
    /// 1-based column, counted in Unicode scalar values; a byte order mark has no column.
    pub column: u32,
}

/// Where each line of a text starts.
#[derive(Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    /// Index the lines of `text`; a line ends with `\n`.
    pub fn new(text: &str) -> Self {
        let mut starts = Vec::with_capacity(text.len() / 32 + 1);
        starts.push(0);
        starts.extend(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at as u32 + 1));
        Self { starts }
    }

    /// Number of lines; a text that ends with `\n` has an empty last line.
    pub fn count(&self) -> u32 {
        self.starts.len() as u32
    }

    /// 1-based line that holds `offset`.
    pub fn line(&self, offset: u32) -> u32 {
        self.starts.partition_point(|start| *start <= offset) as u32
    }

    /// Offset of the first byte of a 1-based line.
    pub fn start_of(&self, line: u32) -> u32 {
        self.starts[line as usize - 1]
    }

    /// Offset after the last byte of a 1-based line, its line end excluded.
    pub fn end_of(&self, text: &str, line: u32) -> u32 {
        let next = self.starts.get(line as usize);
        let mut end = next.map_or(text.len(), |start| *start as usize - 1);
        if next.is_some() && end > 0 && text.as_bytes()[end - 1] == b'\r' {
            end -= 1;
        }
        end as u32
    }

    /// Line and column of `offset` in the text this index was made from.
    pub fn place(&self, text: &str, offset: u32) -> Place {
        let line = self.line(offset);
        let head = &text[self.start_of(line) as usize..offset as usize];
        let column = head.trim_start_matches('\u{feff}').chars().count() as u32 + 1;
        Place { line, column }
    }
}
