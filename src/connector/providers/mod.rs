//! OAuth 2.0 providers as data: URLs, scopes, what the platform calls them, what is left to fill in.

mod business;
mod content;
mod developer;
mod identity;
mod microsoft;
mod provider;
mod resolve;
mod table;

pub use provider::{Field, Platform, Provider};
pub use resolve::{Resolved, Unfit};
pub use table::{all, find};
