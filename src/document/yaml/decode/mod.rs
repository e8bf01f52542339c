//! Decoding of scalars that stay source text until they are asked for. The reader has checked them.

mod block;
mod double;
mod flow;
mod scalar;

pub(in crate::document) use scalar::decode;
