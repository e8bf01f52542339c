//! Comparing two documents: who gets in, what breaks, which lines.

#[path = "diff/across_versions.rs"]
mod across_versions;
#[path = "diff/browser.rs"]
mod browser;
#[path = "diff/cases.rs"]
mod cases;
#[path = "diff/command.rs"]
mod command;
#[path = "diff/corpus.rs"]
mod corpus;
#[path = "diff/examples.rs"]
mod examples;
#[path = "diff/git.rs"]
mod git;
#[path = "diff/mutation_contract.rs"]
mod mutation_contract;
#[path = "diff/mutation_kinds.rs"]
mod mutation_kinds;
#[path = "diff/mutations.rs"]
mod mutations;
#[path = "diff/properties.rs"]
mod properties;
#[path = "diff/support.rs"]
mod support;
#[path = "diff/values.rs"]
mod values;
