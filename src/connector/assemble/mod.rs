//! What a connector needs beside its document: properties, policies, and what is left to the user.
//!
//! Texts only: nothing is read or written here.

mod assembly;
mod gateway;
mod left;

pub use assembly::{Assembly, NewFile, Wishes, assemble};
pub use gateway::{Gateway, gateway_plan};
pub use left::{Left, next_commands};
