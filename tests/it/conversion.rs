//! OpenAPI 3.x to Swagger 2.0.

mod command;
mod corpus;
mod described;
mod fixtures;
mod hostile;
mod large;
mod odd_kinds;
mod platform;
mod readers;
mod round_trip;
mod semantics;
