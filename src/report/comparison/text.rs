//! The unified text diff alone.

use std::io::{self, Write};

use super::model::ComparisonReport;
use crate::report::RenderOptions;
use crate::report::diff_text::colored;

/// Write the unified diffs of all pairs.
pub fn text(
    report: &ComparisonReport,
    options: &RenderOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let texts = report.pairs.iter().flat_map(|pair| &pair.texts);
    for text in texts {
        colored(&text.unified, options, out)?;
    }
    Ok(())
}
