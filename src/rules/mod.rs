//! L5: one file per rule, in families.
