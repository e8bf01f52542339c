//! Plain tables: columns padded to their widest cell, long cells cut.

use std::io::{self, Write};

use crate::text::visible;

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

    /// The width of each column; the widest gives way when the line is too long.
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
            let Some(widest) = widths.iter_mut().max().filter(|one| **one > 12) else {
                break;
            };
            *widest -= 1;
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
