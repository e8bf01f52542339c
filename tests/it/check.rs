//! `oneauth check`, through the real binary.

mod baselines;
mod configured;
mod fixes;
mod hostile;
mod inputs;
mod outputs;
mod selection;
mod suppressions;

/// A Swagger document with three findings, all with one cause: `http` among the schemes.
const OPEN: &str = r#"{
  "swagger": "2.0",
  "info": {"title": "Parcel Tracking API", "version": "1"},
  "host": "apim-parcels.azure-api.net",
  "schemes": ["http", "https"],
  "securityDefinitions": {"key": {"type": "apiKey", "in": "header", "name": "X-Parcel-Key"}},
  "security": [{"key": []}],
  "paths": {
    "/parcels": {
      "get": {"operationId": "listParcels", "responses": {"200": {"description": "Parcels"}}}
    }
  }
}
"#;

/// A Swagger document without findings.
fn sound() -> String {
    OPEN.replace(r#"["http", "https"]"#, r#"["https"]"#)
}

/// The lines of a `concise` report without places and messages: `file rule`.
fn rules(report: &str) -> Vec<String> {
    let one = |line: &str| {
        let (place, rest) = line.split_once(": ")?;
        let file = place.split(':').next()?;
        Some(format!("{file} {}", rest.split(' ').nth(1)?))
    };
    report.lines().filter_map(one).collect()
}
