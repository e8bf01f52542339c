//! scalars
