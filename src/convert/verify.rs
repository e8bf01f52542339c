//! The text of a result, verified before it can be written.

use super::draft::Draft;
use super::runs;
use super::text::Spellings;
use crate::document::{Document, Format};
use crate::edit::{to_yaml, verify_text};
use crate::error::Result;
use crate::text::write::Verified;

/// The result as JSON (two spaces) or block YAML, read again and compared; and what was read.
pub(super) fn verified<'d>(
    draft: Draft<'d>,
    format: Format,
    spellings: &Spellings<'d>,
) -> Result<(Verified, Document)> {
    let name = "the converted document";
    match format {
        Format::Json => runs::verified(draft, spellings, name),
        Format::Yaml => {
            let text = to_yaml(&draft.value());
            verify_text(text, format, name, |read| draft.is_of(read.root()))
        }
    }
}
