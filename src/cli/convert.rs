//! `oneauth convert`

use std::io::Write;
use std::path::Path;

use super::args::{ConvertArgs, Global};
use super::effect::security_effect;
use super::one_file;
use super::terminal::Terminal;
use crate::convert::{Conversion, ConvertTarget, convert};
use crate::document::Format;
use crate::error::Result;
use crate::outcome::Outcome;
use crate::report::RenderOptions;
use crate::report::conversion::{self, Converted};
use crate::text::{aside, write};

/// What becomes of the result.
#[derive(Clone, Copy)]
enum Fate<'a> {
    Refused,
    Written(&'a Path),
    Printed,
}

pub(super) fn run(args: &ConvertArgs, global: &Global, terminal: &Terminal) -> Result<Outcome> {
    let format = match args.report.as_deref() {
        Some("json") => "json",
        Some("jsonl") => "jsonl",
        Some(_) => "human",
        None => global.format_of(&["human", "json", "jsonl"])?,
    };
    let target = global.target();
    let mut options = args.options(ConvertTarget::of(target))?;
    let document = one_file::read(&args.file, false)?;
    options.yaml = args.syntax() == Format::Yaml;
    let conversion = convert(&document, &options)?;
    let fate = Fate::of(args, &conversion);
    let effect = || security_effect(&document, &conversion.document, target);
    // a disk takes its time
    let bytes = conversion.text.text().len();
    let (written, effect) = aside(bytes, || fate.write(&conversion), effect);
    let effect = effect?;
    written?;
    let converted = Converted {
        file: document.source().name(),
        target: target.id,
        losses: &conversion.losses,
        effect: &effect,
        result: fate.name(),
    };
    let show = |out: &mut dyn Write, options: &RenderOptions| -> std::io::Result<()> {
        match format {
            "json" => conversion::json(&converted, out),
            "jsonl" => conversion::jsonl(&converted, out),
            _ => conversion::human(&converted, options, out),
        }
    };
    match fate {
        Fate::Refused => {
            terminal.out(show)?;
            return Ok(Outcome::Findings);
        }
        Fate::Written(_) if terminal.quiet && format == "human" => {}
        Fate::Written(_) => terminal.out(show)?,
        Fate::Printed => {
            terminal.text(conversion.text.text())?;
            terminal.remark(show)?;
        }
    }
    // the process ends: taking a tree of millions of members apart first would be time for nothing
    std::mem::forget((conversion, document));
    Ok(Outcome::Clean)
}

impl<'a> Fate<'a> {
    fn of(args: &'a ConvertArgs, conversion: &Conversion) -> Self {
        let path = args.output.as_deref();
        if args.strict && !conversion.losses.is_empty() {
            return Self::Refused;
        }
        path.filter(|path| *path != Path::new("-"))
            .map_or(Self::Printed, Self::Written)
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::Written(_) => "written",
            Self::Printed => "printed",
        }
    }

    fn write(self, conversion: &Conversion) -> Result<()> {
        match self {
            Self::Written(path) => write::write(path, &conversion.text).map(drop),
            Self::Refused | Self::Printed => Ok(()),
        }
    }
}
