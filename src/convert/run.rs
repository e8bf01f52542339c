//! From a document to its conversion.

use super::converter::Version;
use super::draft::Draft;
use super::library::Library;
use super::loss::Losses;
use super::text::Spellings;
use super::{Loss, Options};
use super::{converter, root, verify};
use crate::document::{Document, Format};
use crate::error::{Error, Result};
use crate::text::aside;
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

/// Convert an OpenAPI 3.0, 3.1 or 3.2 document to Swagger 2.0. The text is read again and compared
/// with what was meant.
///
/// Files it refers to are read when they lie below its own folder. The error names a place: the
/// document is of another version, a file cannot be parsed, or following the references has no
/// bounded end. Addresses that no scheme takes are an error too.
pub fn convert(document: &Document, options: &Options) -> Result<Conversion> {
    let version = root::version(document)?;
    let library = Library::load(document)?;
    let bytes = document.text().len();
    // what is large is made in this thread: the memory of others is not kept for the next large thing
    let (spellings, drafted) = aside(
        bytes,
        || Spellings::of(&library),
        || drafted(&library, version, options),
    );
    let (draft, losses) = drafted?;
    let format = if options.yaml {
        Format::Yaml
    } else {
        Format::Json
    };
    let (losses, verified) = aside(
        bytes,
        || losses.in_order(),
        || verify::verified(draft, format, &spellings),
    );
    let (text, document) = verified?;
    Ok(Conversion {
        text,
        document,
        losses,
    })
}

/// What a conversion would lose; nothing is written to tell. Errors are those of [`convert`].
pub fn losses(document: &Document, options: &Options) -> Result<Vec<Loss>> {
    let version = root::version(document)?;
    let library = Library::load(document)?;
    Ok(drafted(&library, version, options)?.1.in_order())
}

fn drafted<'l>(
    library: &'l Library<'l>,
    version: Version,
    options: &'l Options,
) -> Result<(Draft<'l>, Losses)> {
    let mut converter = converter::Converter::new(library, options, version);
    root::note_version(&mut converter);
    let draft = converter.document();
    if options.oauth.is_some() && !converter.schemes.use_given_urls {
        return Err(Error::usage_with_help(
            "OAuth 2 addresses were given, and no bearer or OpenID Connect scheme takes them",
            "leave them away: the document's own schemes are kept",
        ));
    }
    Ok((draft, converter.finish()?))
}
