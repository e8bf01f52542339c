//! L5: OpenAPI 3.x to Swagger 2.0.
//!
//! One file for each object of the specification; each begins with the table of its decisions.
//! Nothing is left out without a [`Loss`]. Members keep the source's order, parts their names.

mod callback;
mod components;
mod converter;
mod copy;
mod example;
mod flow;
mod form;
mod header;
mod info;
mod library;
mod limits;
mod loss;
mod media_type;
mod members;
mod names;
mod operation;
mod options;
mod parameter;
mod path_item;
mod plain;
mod primitive;
mod prune;
mod reference;
mod request_body;
mod response;
mod root;
mod schema;
mod security;
mod server;

pub use loss::{Loss, LossKind};
pub use options::{ConvertTarget, OAuthUrls, Options};

use crate::document::{Document, Value};
use crate::error::Result;

/// A converted document and what was lost on the way.
#[derive(Clone, Debug)]
pub struct Conversion {
    /// The Swagger 2.0 document.
    pub value: Value,
    /// What could not be carried over, in source order.
    pub losses: Vec<Loss>,
}

/// Convert an OpenAPI 3.0, 3.1 or 3.2 document to Swagger 2.0.
///
/// Files it refers to are read when they lie below its own folder. The error names a place: the
/// document is of another version, a file cannot be parsed, or following the references has no
/// bounded end.
pub fn convert(document: &Document, options: &Options) -> Result<Conversion> {
    let version = root::version(document)?;
    let library = library::Library::load(document)?;
    let mut converter = converter::Converter::new(&library, options, version);
    root::note_version(&mut converter);
    let value = converter.document();
    let losses = converter.finish()?;
    Ok(Conversion { value, losses })
}
