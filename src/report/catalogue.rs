//! The catalogue of rules: one page, a table, JSON. All from the declarations.

use std::io::{self, Write};

use serde::Serialize;

use super::RenderOptions;
use super::rule_facts::page_url;
use super::table::Table;
use crate::finding::Safety;
use crate::rule::{Family, RuleMeta};
use crate::{diff, rules};

/// The rules of a document and those of a comparison.
pub fn every() -> impl Iterator<Item = &'static RuleMeta> {
    rules::metas().chain(diff::rules::ALL.iter().copied())
}

/// The page of a rule, below `docs/rules/`: the `:` of an id cannot stand in every file name.
pub fn page_name(id: &str) -> String {
    format!("{}.md", id.replace(':', "-"))
}

/// Write a rule's page: `docs/rules/<id>.md`.
pub fn page(meta: &RuleMeta, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "# {}\n", meta.id)?;
    for line in meta.docs.lines() {
        writeln!(out, "{}", line.strip_prefix(' ').unwrap_or(line).trim_end())?;
    }
    writeln!(out, "\n## Facts\n")?;
    let (api, connector) = (meta.severity.api.name(), meta.severity.connector.name());
    writeln!(out, "- Family: {}", meta.family)?;
    writeln!(
        out,
        "- Severity: {api} in profile `api`, {connector} in profile `connector`"
    )?;
    writeln!(out, "- Fix: {}", fix_name(meta))?;
    let versions: Vec<&str> = meta.versions.iter().map(|version| version.name()).collect();
    writeln!(out, "- Versions: {}", versions.join(", "))?;
    writeln!(out, "- Since: {}", meta.since)?;
    if !meta.formerly.is_empty() {
        writeln!(out, "- Formerly: {}", meta.formerly.join(", "))?;
    }
    for option in meta.options {
        writeln!(out, "- Option `{}`: {}", option.name, option.help)?;
    }
    writeln!(out, "\n## References\n")?;
    for reference in meta.references {
        writeln!(out, "- [{}]({})", reference.title, reference.url)?;
    }
    Ok(())
}

fn fix_name(meta: &RuleMeta) -> &'static str {
    match meta.fix {
        Some(Safety::Safe) => "safe, with `--fix`",
        Some(Safety::Unsafe) => "offered, with `--unsafe-fixes`",
        Some(Safety::Manual) => "shown, never applied",
        None => "none",
    }
}

/// Write the catalogue for a person.
pub fn human(options: &RenderOptions, out: &mut dyn Write) -> io::Result<()> {
    let mut table = Table::new(&["rule", "api", "connector", "fix", "finds"]);
    for meta in every() {
        table.row(vec![
            meta.id.into(),
            meta.severity.api.name().into(),
            meta.severity.connector.name().into(),
            short_fix(meta).into(),
            meta.summary().into(),
        ]);
    }
    table.write(options.width, out)?;
    writeln!(
        out,
        "\n{} rules. `oneauth explain RULE` tells more.",
        every().count()
    )
}

fn short_fix(meta: &RuleMeta) -> &'static str {
    match meta.fix {
        Some(Safety::Safe) => "safe",
        Some(Safety::Unsafe) => "offered",
        Some(Safety::Manual) => "shown",
        None => "",
    }
}

/// Write the catalogue as a Markdown table, each rule with a link to its page.
pub fn markdown(out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "| rule | family | api | connector | fix | finds |")?;
    writeln!(out, "|---|---|---|---|---|---|")?;
    for meta in every() {
        let link = format!("[{}]({})", meta.id, page_url(meta.id));
        writeln!(out, "| {link} | {} | {} |", meta.family, cells(meta))?;
    }
    Ok(())
}

/// Write the index of the pages: `docs/rules/README.md`.
pub fn index(out: &mut dyn Write) -> io::Result<()> {
    let count = rules::ALL.len();
    writeln!(
        out,
        "# Rules\n\n{count} rules. Each page is what `oneauth explain RULE` prints."
    )?;
    writeln!(
        out,
        "The columns `api` and `connector` are the severities in these profiles."
    )?;
    for family in Family::ALL {
        let mut members = every().filter(|meta| meta.family == family);
        let Some(first) = members.next() else {
            continue;
        };
        writeln!(
            out,
            "\n## {family}\n\n| rule | api | connector | fix | finds |"
        )?;
        writeln!(out, "|---|---|---|---|---|")?;
        for meta in std::iter::once(first).chain(members) {
            writeln!(
                out,
                "| [{}]({}) | {} |",
                meta.id,
                page_name(meta.id),
                cells(meta)
            )?;
        }
    }
    Ok(())
}

/// What both tables say of a rule after its name.
fn cells(meta: &RuleMeta) -> String {
    let (api, connector) = (meta.severity.api.name(), meta.severity.connector.name());
    let summary = meta.summary().replace('|', "\\|");
    format!("{api} | {connector} | {} | {summary}", short_fix(meta))
}

#[derive(Serialize)]
struct Wire {
    id: &'static str,
    family: &'static str,
    summary: &'static str,
    api: &'static str,
    connector: &'static str,
    fix: &'static str,
    versions: Vec<&'static str>,
    since: &'static str,
    formerly: &'static [&'static str],
    references: Vec<(&'static str, &'static str)>,
}

/// Write the catalogue as JSON.
pub fn json(out: &mut dyn Write) -> io::Result<()> {
    let all: Vec<Wire> = every().map(wire).collect();
    serde_json::to_writer_pretty(&mut *out, &all)?;
    writeln!(out)
}

fn wire(meta: &'static RuleMeta) -> Wire {
    Wire {
        id: meta.id,
        family: meta.family.name(),
        summary: meta.summary(),
        api: meta.severity.api.name(),
        connector: meta.severity.connector.name(),
        fix: short_fix(meta),
        versions: meta
            .versions
            .iter()
            .map(|version| version.number())
            .collect(),
        since: meta.since,
        formerly: meta.formerly,
        references: meta
            .references
            .iter()
            .map(|one| (one.title, one.url))
            .collect(),
    }
}
