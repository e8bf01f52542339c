//! One integration binary: everything through the public interface or the real binary.
#![allow(clippy::panic, reason = "a test fails by panicking")]
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
