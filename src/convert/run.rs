//! From a document to its conversion.

use super::{Loss, Options};
use super::{converter, library, root, verify};
use crate::document::{Document, Format};
use crate::error::{Error, Result};
use crate::text::write::Verified;

/// A converted document and what was lost on the way.
#[derive(Debug)]
pub struct Conversion {
    /// The Swagger 2.0 document as text, verified.
    pub text: Verified,
    /// That text as it reads.
    pub document: Document,
    /// What could not be carried over, in source order.
    pub losses: Vec<Loss>,
}

/// Convert an OpenAPI 3.0, 3.1 or 3.2 document to Swagger 2.0.
///
/// Files it refers to are read when they lie below its own folder. The error names a place: the
/// document is of another version, a file cannot be parsed, or following the references has no
/// bounded end. Addresses that no scheme takes are an error too.
pub fn convert(document: &Document, options: &Options) -> Result<Conversion> {
    let version = root::version(document)?;
    let library = library::Library::load(document)?;
    let mut converter = converter::Converter::new(&library, options, version);
    root::note_version(&mut converter);
    let value = converter.document();
    if options.oauth.is_some() && !converter.schemes.use_given_urls {
        return Err(Error::usage_with_help(
            "OAuth 2 addresses were given, and no bearer or OpenID Connect scheme takes them",
            "leave them away: the document's own schemes are kept",
        ));
    }
    let losses = converter.finish()?;
    let format = if options.yaml { Format::Yaml } else { Format::Json };
    let (text, document) = verify::verified(&value, format, document)?;
    Ok(Conversion {
        text,
        document,
        losses,
    })
}
