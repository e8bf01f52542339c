//! An inspection as JSON.

use std::io::{self, Write};

use super::Inspection;

/// Write an inspection as one JSON object; `docs/inspect.schema.json` describes it.
pub fn json(inspection: &Inspection, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, inspection)?;
    writeln!(out)
}
