//! `apiProperties.json`: read, compared with its document, generated, updated.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod agreement;
pub(crate) mod corpus;
mod generating;
mod grammar;
mod reading;
mod updating;

use oneauth::connector::ApiProperties;
use oneauth::document::Document;

/// A properties file with these members of `properties`.
fn properties(members: &str) -> Document {
    let text = format!("{{\"properties\": {{{members}}}}}");
    Document::of_text("apiProperties.json", text).expect("the fixture is JSON")
}

fn view(document: &Document) -> ApiProperties<'_> {
    ApiProperties::new(document)
}
