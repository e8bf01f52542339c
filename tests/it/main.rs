//! One integration binary: everything through the public interface or the real binary.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]
#![allow(
    clippy::too_many_lines,
    reason = "a test tells its whole story in one place"
)]
#![allow(
    clippy::disallowed_methods,
    reason = "a test writes into its own folder"
)]
#![allow(
    clippy::cast_precision_loss,
    reason = "shares are shown with two digits"
)]
#![allow(
    clippy::format_push_string,
    clippy::needless_for_each,
    clippy::needless_pass_by_value,
    clippy::case_sensitive_file_extension_comparisons,
    reason = "tests are read more often than they run"
)]
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test tells what it saw"
)]

mod build_connector;
mod check;
mod completions;
mod config;
mod connector;
mod connector_folder;
mod conversion;
mod corpus;
mod corpus_vectors;
mod diff;
mod edits;
mod generated_docs;
mod house;
mod inspect;
mod json_reader;
mod layouts;
mod properties_file;
mod readme;
mod reports;
mod rewrites;
mod rule_docs;
mod rule_fixtures;
mod schema;
mod secrets;
mod spec_views;
mod support;
mod targets;
mod unreadable;
mod yaml_reader;
