//! L5: OpenAPI 3.x to Swagger 2.0.
//!
//! One file for each object of the specification; each begins with the table of its decisions.
//! Nothing is left out without a [`Loss`]. Members keep the source's order, parts their names.

mod callback;
mod components;
mod converter;
mod copy;
mod draft;
mod example;
mod flow;
mod form;
mod header;
mod index;
mod info;
mod library;
mod limits;
mod loss;
mod media_type;
mod members;
mod names;
mod once;
mod operation;
mod options;
mod parameter;
mod parts;
mod path_item;
mod plain;
mod primitive;
mod prune;
mod reference;
mod request_body;
mod requirement;
mod response;
mod root;
mod run;
mod runs;
mod same;
mod schema;
mod security;
mod server;
mod text;
mod unchanged;
mod url;
mod verify;
mod within;

pub use loss::{Loss, LossKind};
pub use options::{ConvertTarget, OAuthUrls, Options};
pub use run::{Conversion, convert, losses};
