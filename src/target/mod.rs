//! L4: what each platform takes, as data with evidence.
//!
//! A platform is one file in `profiles/`, made of constants; nothing else knows platforms apart.
//! A constraint without evidence is a mistake that a test refuses; where nothing is known, a
//! profile claims nothing.

mod constraint;
mod evidence;
mod page;
mod profile;
mod profiles;

pub use constraint::{Connectors, Constraints, Limit, LimitKind, Required, SecurityLevel};
pub use evidence::{Evidence, Topic};
pub use page::page;
pub use profile::Profile;
pub use profiles::{all, default, find};

use crate::spec::{AuthKind, FlowKind, Version};
