//! L5: one file per rule, in families.

pub mod auth;
mod catalogue;
pub mod cleartext;
pub mod connection;
pub mod connector;
pub mod elsewhere;
pub mod hosts;
mod named;
pub mod oauth;
pub mod operations;
pub mod paths;
pub mod place;
pub mod placeholders;
pub mod platform;
pub mod public;
pub mod scope;
pub mod secrets;
pub mod shared_parameter;
mod sign_in;
pub mod structure;
pub mod transport;
pub mod words;

pub use catalogue::{ALL, find, metas};
