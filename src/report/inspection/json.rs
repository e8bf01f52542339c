//! An inspection as JSON.

use std::io::{self, Write};

use super::Inspection;
use crate::report::json_text;

/// Write an inspection as one JSON object; `docs/inspect.schema.json` describes it.
pub fn json(inspection: &Inspection, out: &mut dyn Write) -> io::Result<()> {
    json_text::pretty(inspection, out)
}
