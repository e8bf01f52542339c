//! L5: make a document use exactly one security scheme.
