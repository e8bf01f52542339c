//! L2: the vocabulary of an OpenAPI document over the tree. Only here are versions told apart.
