//! OpenAPI 3.x to Swagger 2.0.

mod corpus;
mod fixtures;
mod hostile;
