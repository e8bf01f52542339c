//! The text of a result, verified before it can be written.

use super::draft::Draft;
use super::text;
use crate::document::{Document, Format};
use crate::edit::{to_yaml, verify_text};
use crate::error::Result;
use crate::text::write::Verified;

/// The result as JSON (two spaces) or block YAML, read again and compared; and what was read.
pub(super) fn verified(
    draft: &Draft<'_>,
    format: Format,
    input: &Document,
) -> Result<(Verified, Document)> {
    let text = match format {
        Format::Json => text::json(draft, input),
        Format::Yaml => to_yaml(&draft.value()),
    };
    let name = "the converted document";
    verify_text(text, format, name, |read| draft.is_of(read.root()))
}
