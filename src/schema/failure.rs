//! What a document does that its version does not allow.

use crate::document::NodeId;
use crate::finding::On;

/// One disagreement between a document and the schema of its version.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Failure {
    /// The node to point at.
    pub node: NodeId,
    /// Its key or its value.
    pub on: On,
    /// What is wrong, one sentence without a full stop.
    pub message: String,
    /// The way out, when one is known.
    pub help: Option<String>,
    /// True inside a schema object of 3.1 and later: its form is its dialect's, JSON Schema unless
    /// the document says otherwise, and not the specification's own.
    pub dialect: bool,
}
