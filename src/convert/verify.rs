//! The text of a result, verified before it can be written.

use super::Conversion;
use crate::document::Format;
use crate::edit::verify_new;
use crate::error::Result;
use crate::text::write::Verified;

/// The result as JSON (two spaces) or block YAML, read again and compared.
pub fn verified(conversion: &Conversion, format: Format) -> Result<Verified> {
    verify_new(&conversion.value, format, "the converted document")
}
