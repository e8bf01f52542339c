//! `oneauth inspect`

use super::args::{Global, InspectArgs};
use super::one_file;
use super::terminal::Terminal;
use crate::error::Result;
use crate::outcome::Outcome;
use crate::report::inspection::{self, Inspected, Inspection};
use crate::spec::Spec;

pub(super) fn run(args: &InspectArgs, global: &Global, terminal: &Terminal) -> Result<Outcome> {
    let format = global.format_of(&["human", "json"])?;
    let document = one_file::read(&args.file, false)?;
    let spec = Spec::new(&document)?;
    let found = Inspection::of(Inspected {
        spec: &spec,
        target: global.target(),
    });
    terminal.out(|out, options| match format {
        "json" => inspection::json(&found, out),
        _ => inspection::human(&found, options, out),
    })?;
    Ok(Outcome::Clean)
}
