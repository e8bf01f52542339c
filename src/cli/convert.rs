//! `oneauth convert`

use std::io::Write;
use std::path::Path;

use super::args::{ConvertArgs, Global};
use super::effect::security_effect;
use super::one_file;
use super::terminal::Terminal;
use crate::convert::{ConvertTarget, convert};
use crate::document::Format;
use crate::error::Result;
use crate::outcome::Outcome;
use crate::report::RenderOptions;
use crate::report::conversion::{self, Converted};
use crate::text::write;

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
    let effect = security_effect(&document, &conversion.document, target)?;
    let to_file = args
        .output
        .as_deref()
        .filter(|path| *path != Path::new("-"));
    let refused = args.strict && !conversion.losses.is_empty();
    let converted = Converted {
        file: document.source().name(),
        target: target.id,
        losses: &conversion.losses,
        effect: &effect,
        result: match (refused, to_file) {
            (true, _) => "refused",
            (_, Some(_)) => "written",
            (_, None) => "printed",
        },
    };
    if refused {
        terminal.out(|out, options| show(&converted, format, options, out))?;
        return Ok(Outcome::Findings);
    }
    if let Some(path) = to_file {
        write::write(path, &conversion.text)?;
        if !terminal.quiet || format != "human" {
            terminal.out(|out, options| show(&converted, format, options, out))?;
        }
    } else {
        terminal.text(conversion.text.text())?;
        terminal.remark(|out, options| show(&converted, format, options, out))?;
    }
    // the process ends: taking a tree of millions of members apart first would be time for nothing
    std::mem::forget((conversion, document));
    Ok(Outcome::Clean)
}

fn show(
    converted: &Converted<'_>,
    format: &str,
    options: &RenderOptions,
    out: &mut dyn Write,
) -> std::io::Result<()> {
    match format {
        "json" => conversion::json(converted, out),
        "jsonl" => conversion::jsonl(converted, out),
        _ => conversion::human(converted, options, out),
    }
}
