//! How the document holds together.

mod ref_remote;

pub use ref_remote::RefRemote;
