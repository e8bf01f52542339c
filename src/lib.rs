//! oneauth makes an OpenAPI document use exactly one authentication type.
//!
//! It reads Swagger 2.0 and OpenAPI 3.x in JSON and YAML into one spanned tree, checks it against
//! the platform it is meant for, rewrites its security without touching any other byte, converts
//! 3.x to 2.0, compares two documents, and assembles a whole connector.
//!
//! The layers, lowest first; a layer uses only those before it:
//! [`text`] → [`document`] → [`spec`], [`edit`] → [`finding`] → [`rule`], [`secrets`], [`target`],
//! [`schema`] → [`rules`], [`rewrite`], [`convert`], [`connector`], [`diff`] → [`config`],
//! [`report`] → [`cli`].

pub mod cli;
pub mod config;
pub mod connector;
pub mod convert;
pub mod diff;
pub mod document;
pub mod edit;
pub mod error;
pub mod finding;
pub mod outcome;
pub mod report;
pub mod rewrite;
pub mod rule;
pub mod rules;
pub mod schema;
pub mod secrets;
pub mod spec;
pub mod target;
pub mod text;
