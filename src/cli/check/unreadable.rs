//! Where a file stops being readable.

use std::path::Path;
use std::sync::Arc;

use crate::error::{Error, Misfit};
use crate::text::{SourceFile, Span};

/// The place a reader stopped at; in bytes that are no UTF-8 the first of those.
pub(super) fn misfit(path: &Path, error: Error) -> Option<Misfit> {
    match error {
        Error::Place(misfit) => Some(*misfit),
        Error::Read { .. } => not_utf8(path, &error),
        _ => None,
    }
}

/// Files larger than this are not read again to point into them.
const MAX_BYTES: u64 = 64 << 20;

fn not_utf8(path: &Path, error: &Error) -> Option<Misfit> {
    let size = std::fs::metadata(path).ok()?.len();
    let bytes = std::fs::read(path).ok().filter(|_| size <= MAX_BYTES)?;
    let valid = std::str::from_utf8(&bytes).err()?.valid_up_to() as u32;
    // what stands there now is U+FFFD, three bytes of it
    let text = String::from_utf8_lossy(&bytes).into_owned();
    Some(Misfit {
        source: Arc::new(SourceFile::new(path.display().to_string(), text)),
        span: Span::new(valid, valid + 3),
        message: error.to_string(),
        label: "not UTF-8 from here on".to_owned(),
        help: Some(error.help().unwrap_or("save the file as UTF-8").to_owned()),
    })
}
