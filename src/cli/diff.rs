//! `oneauth diff`

use super::args::{DiffArgs, Global};
use super::one_file;
use super::terminal::Terminal;
use crate::diff::{security_changes, text_diff};
use crate::error::Result;
use crate::outcome::Outcome;
use crate::report::comparison;
use crate::spec::Spec;

pub(super) fn run(args: &DiffArgs, global: &Global, terminal: &Terminal) -> Result<Outcome> {
    global.format_of(&["human"])?;
    let old = one_file::read(&args.old, false)?;
    let new = one_file::read(&args.new, false)?;
    let (before, after) = (Spec::new(&old)?, Spec::new(&new)?);
    let changes = security_changes(&before, &after);
    let text = text_diff(old.source(), new.source(), args.context);
    terminal.out(|out, options| comparison::human(&changes, &text, options, out))?;
    let differ = old.text() != new.text();
    Ok(if args.exit_code && differ {
        Outcome::Findings
    } else {
        Outcome::Clean
    })
}
