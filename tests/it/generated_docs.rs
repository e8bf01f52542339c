//! What is documented is what the code says, and what is to be pasted works.

mod action;
mod commands;
mod pages;
mod pipelines;
