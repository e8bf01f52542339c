//! L5: what changed between two documents.
