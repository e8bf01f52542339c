//! What is measured on: real descriptions when there is a corpus, made ones otherwise.

use std::fmt::Write as _;
use std::path::PathBuf;

/// The texts.
pub(crate) struct Inputs {
    /// A large JSON description.
    pub(crate) json: String,
    /// A large description in block YAML.
    pub(crate) block_yaml: String,
    /// YAML in a layout that only a general reader takes.
    pub(crate) other_yaml: String,
    /// A connector of about 10 KB.
    pub(crate) small: String,
    /// The folder of many connectors.
    pub(crate) connectors: Option<PathBuf>,
    real: bool,
}

impl Inputs {
    /// Read them from the corpus, or make them.
    pub(crate) fn collect() -> Self {
        let corpus = std::env::var_os("ONEAUTH_CORPUS").map(PathBuf::from);
        let file = |name: &str| {
            let path = corpus.as_ref()?.join("specs").join(name);
            std::fs::read_to_string(path).ok()
        };
        let json = file("github-api.json");
        let real = json.is_some();
        let block_yaml = file("github-api.yaml").unwrap_or_else(|| made_yaml(12_000));
        Self {
            json: json.unwrap_or_else(|| made_json(12_000)),
            other_yaml: for_the_general_reader(&block_yaml),
            block_yaml,
            small: made_json(9),
            connectors: corpus.as_ref().map(|root| root.join("corpus")),
            real,
        }
    }

    /// Where the large ones come from.
    pub(crate) fn origin(&self) -> String {
        let origin = if self.real { "the corpus" } else { "made up" };
        let size = |text: &str| text.len() as f64 / 1e6;
        format!(
            "{origin}: {:.1} MB of JSON, {:.1} MB of YAML; a connector of {:.1} KB",
            size(&self.json),
            size(&self.block_yaml),
            size(&self.small) * 1e3
        )
    }
}

/// The same document with an explicit key at its end: the fast reader declines it, having read it
/// in vain, which is the worst case.
fn for_the_general_reader(text: &str) -> String {
    format!("{text}? x-explicit\n: key\n")
}

/// A connector with this many operations, pretty-printed JSON.
pub(crate) fn made_json(operations: usize) -> String {
    let mut out = String::from(
        r#"{
  "swagger": "2.0",
  "info": { "title": "Parcel Tracking API", "description": "Where is my parcel?", "version": "1.0" },
  "host": "apim-parcels.azure-api.net",
  "basePath": "/tracking",
  "schemes": [ "https" ],
  "securityDefinitions": {
    "apiKeyHeader": { "type": "apiKey", "name": "Ocp-Apim-Subscription-Key", "in": "header" },
    "apiKeyQuery": { "type": "apiKey", "name": "subscription-key", "in": "query" }
  },
  "security": [ { "apiKeyHeader": [] }, { "apiKeyQuery": [] } ],
  "paths": {"#,
    );
    for number in 0..operations {
        let comma = if number == 0 { "" } else { "," };
        let _ = write!(
            out,
            r#"{comma}
    "/parcels/{number}/{{id}}": {{
      "get": {{
        "summary": "Get parcel {number}",
        "description": "Returns one parcel with its \"history\" and where it is now.",
        "operationId": "GetParcel{number}",
        "parameters": [
          {{ "name": "id", "in": "path", "required": true, "type": "string", "maxLength": 40 }},
          {{ "name": "expand", "in": "query", "required": false, "type": "boolean" }}
        ],
        "responses": {{
          "200": {{
            "description": "The parcel",
            "schema": {{
              "type": "object",
              "properties": {{
                "id": {{ "type": "string", "example": "P-{number}" }},
                "weight": {{ "type": "number", "format": "double", "minimum": 0.5 }},
                "history": {{ "type": "array", "items": {{ "type": "string" }} }}
              }}
            }}
          }},
          "404": {{ "description": "There is no such parcel" }}
        }}
      }}
    }}"#
        );
    }
    out.push_str("\n  }\n}\n");
    out
}

/// The same in block YAML.
fn made_yaml(operations: usize) -> String {
    let mut out = String::from(
        "openapi: 3.0.3\ninfo:\n  title: Parcel Tracking API\n  version: '1.0'\npaths:\n",
    );
    for number in 0..operations {
        let _ = write!(
            out,
            "  /parcels/{number}/{{id}}:
    get:
      summary: Get parcel {number}
      description: |
        Returns one parcel with its history.

        Times are in UTC.
      operationId: GetParcel{number}
      parameters:
        - name: id
          in: path
          required: true
          schema:
            type: string
            maxLength: 40
        - name: expand
          in: query
          schema:
            type: boolean
      responses:
        '200':
          description: The parcel
          content:
            application/json:
              schema:
                type: object
                properties:
                  id:
                    type: string
                    example: P-{number}
                  weight:
                    type: number
                    minimum: 0.5
        '404':
          description: There is no such parcel
"
        );
    }
    out
}
