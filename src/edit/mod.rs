//! L2: changes that name nodes, lowered to byte edits, applied in one splice, verified.

mod apply;
mod change;
mod lower;
mod text_edit;
mod unified;
mod verify;
mod writer;

pub use apply::apply;
pub use change::{Change, Position};
pub use lower::{LowerError, Place, lower};
pub use text_edit::TextEdit;
pub use unified::unified;
pub use verify::{
    Broken, Rewrite, Run, Thoroughness, VerifyError, verify, verify_new, verify_runs, verify_text,
};
pub use writer::{JsonStyle, to_json, to_yaml};
