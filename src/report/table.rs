//! Plain tables: columns padded to their widest cell, long cells cut.

use std::io::{self, Write};

use crate::text::visible;

/// No column gets narrower than this.
const LEAST: usize = 12;

/// Rows of cells under a heading.
pub(super) struct Table {
    heading: Vec<&'static str>,
    rows: Vec<Vec<String>>,
}

impl Table {
    pub(super) fn new(heading: &[&'static str]) -> Self {
        Self {
            heading: heading.to_vec(),
            rows: Vec::new(),
        }
    }

    /// Add a row; text from a document is made safe to show.
    #[allow(clippy::needless_pass_by_value, reason = "a row is made for its table")]
    pub(super) fn row(&mut self, cells: Vec<String>) {
        let safe = cells
            .iter()
            .map(|cell| visible::one_line(cell).into_owned());
        self.rows.push(safe.collect());
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Write the table, indented by two, in at most `width` columns.
    pub(super) fn write(&self, width: usize, out: &mut dyn Write) -> io::Result<()> {
        let widths = self.widths(width);
        let heading: Vec<String> = self.heading.iter().map(|cell| (*cell).to_owned()).collect();
        for row in std::iter::once(&heading).chain(&self.rows) {
            writeln!(out, "{}", line(row, &widths))?;
        }
        Ok(())
    }

    /// The width of each column; the widest gives way when the line is too long, and the first,
    /// which names the row, only when no other can.
    fn widths(&self, width: usize) -> Vec<usize> {
        let mut widths: Vec<usize> = self
            .heading
            .iter()
            .map(|cell| cell.chars().count())
            .collect();
        for row in &self.rows {
            for (column, cell) in row.iter().enumerate() {
                widths[column] = widths[column].max(cell.chars().count());
            }
        }
        let gaps = 2 * widths.len();
        while widths.iter().sum::<usize>() + gaps > width {
            let (first, others) = widths.split_at_mut(1);
            let widest = |columns: &mut [usize]| {
                let widest = columns.iter_mut().max().filter(|one| **one > LEAST)?;
                *widest -= 1;
                Some(())
            };
            if widest(others).or_else(|| widest(first)).is_none() {
                break;
            }
        }
        widths
    }
}

fn line(row: &[String], widths: &[usize]) -> String {
    let mut text = String::new();
    for (cell, width) in row.iter().zip(widths) {
        text.push_str("  ");
        let cell = cut(cell, *width);
        text.push_str(&cell);
        text.extend(std::iter::repeat_n(' ', width - cell.chars().count()));
    }
    text.truncate(text.trim_end().len());
    text
}

fn cut(cell: &str, width: usize) -> String {
    if cell.chars().count() <= width {
        return cell.to_owned();
    }
    let head: String = cell.chars().take(width.saturating_sub(1)).collect();
    head + "…"
}
