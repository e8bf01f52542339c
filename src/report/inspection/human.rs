//! An inspection for a person.

use std::io::{self, Write};

use super::Inspection;
use crate::report::RenderOptions;
use crate::report::table::Table;
use crate::text::visible;

/// Write an inspection for a person.
pub fn human(
    inspection: &Inspection,
    options: &RenderOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let file = visible::one_line(&inspection.file);
    let (version, format) = (inspection.version, inspection.format);
    writeln!(out, "{file}: {} {version}, {format}", family(version))?;
    writeln!(out)?;
    schemes(inspection, options, out)?;
    writeln!(
        out,
        "Required by the document: {}",
        visible::one_line(&inspection.required)
    )?;
    writeln!(out)?;
    operations(inspection, options, out)?;
    patterns(inspection, out)?;
    placeholders(inspection, out)?;
    writeln!(out, "{}.", visible::one_line(&capital(&inspection.verdict)))
}

fn family(version: &str) -> &'static str {
    if version == "2.0" {
        "Swagger"
    } else {
        "OpenAPI"
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

fn schemes(
    inspection: &Inspection,
    options: &RenderOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut table = Table::new(&["scheme", "what", "target", "operations", "line"]);
    for scheme in &inspection.schemes {
        table.row(vec![
            scheme.name.clone(),
            scheme.what.clone(),
            if scheme.usable {
                "can use it"
            } else {
                "cannot"
            }
            .into(),
            scheme.operations.to_string(),
            scheme.line.to_string(),
        ]);
    }
    if table.is_empty() {
        writeln!(out, "No security scheme is defined.")?;
    } else {
        table.write(options.width, out)?;
    }
    writeln!(out)
}

fn operations(
    inspection: &Inspection,
    options: &RenderOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut table = Table::new(&["operation", "requires", "by", "transport", "line"]);
    for operation in &inspection.operations {
        let kind = if operation.webhook { "webhook " } else { "" };
        table.row(vec![
            format!("{kind}{} {}", operation.method, operation.path),
            operation.required.clone(),
            operation.protection.into(),
            operation.transport.into(),
            operation.line.to_string(),
        ]);
    }
    if table.is_empty() {
        writeln!(out, "No operation is described.")?;
    } else {
        table.write(options.width, out)?;
    }
    writeln!(out)
}

fn patterns(inspection: &Inspection, out: &mut dyn Write) -> io::Result<()> {
    for pattern in &inspection.patterns {
        let clues = pattern.clues.iter();
        let clues: Vec<String> = clues
            .map(|one| format!("line {}, {}", one.line, visible::one_line(&one.pointer)))
            .collect();
        writeln!(out, "Pattern {}: {}", pattern.name, clues.join("; "))?;
        for mapping in &pattern.mappings {
            let no = if mapping.by == "no" { "no: " } else { "" };
            writeln!(out, "  {no}{}", mapping.what)?;
        }
    }
    if inspection.patterns.is_empty() {
        return Ok(());
    }
    writeln!(out)
}

fn placeholders(inspection: &Inspection, out: &mut dyn Write) -> io::Result<()> {
    for one in &inspection.placeholders {
        let (name, pointer) = (
            visible::one_line(&one.name),
            visible::one_line(&one.pointer),
        );
        writeln!(
            out,
            "Placeholder {name} is not filled in: line {}, {pointer}",
            one.line
        )?;
    }
    if inspection.placeholders.is_empty() {
        return Ok(());
    }
    writeln!(out)
}
