//! `--output FORMAT=FILE`

use std::path::PathBuf;

use crate::error::{Error, Result};
use crate::report::{self, Format, RenderOptions, Report};
use crate::text::write;

/// Formats and the files they go to.
pub(super) type Outputs = Vec<(Format, PathBuf)>;

/// The reports to write beside the one on standard output.
pub(super) fn parse(arguments: &[String]) -> Result<Outputs> {
    let one = |text: &String| {
        let (format, file) = text.split_once('=').ok_or_else(|| {
            Error::usage_with_help(
                format!("`--output {text}` names no file"),
                "write --output FORMAT=FILE, for example --output sarif=oneauth.sarif",
            )
        })?;
        Ok((format.parse().map_err(Error::usage)?, PathBuf::from(file)))
    };
    arguments.iter().map(one).collect()
}

/// Write a report to each of its files.
pub(super) fn write(outputs: &Outputs, report: &Report) -> Result<()> {
    for (format, path) in outputs {
        let mut bytes = Vec::new();
        report::emit(*format, report, &RenderOptions::default(), &mut bytes).map_err(|e| {
            Error::Write {
                path: path.clone(),
                reason: e.to_string(),
            }
        })?;
        let text = String::from_utf8(bytes).map_err(|e| Error::Bug(e.to_string()))?;
        write::write_report(path, &text)?;
    }
    Ok(())
}
