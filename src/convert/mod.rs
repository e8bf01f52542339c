//! L5: OpenAPI 3.x to Swagger 2.0.
