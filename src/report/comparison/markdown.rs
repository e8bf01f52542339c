//! For a comment on a pull request.

use std::io::{self, Write};

use super::human::remark;
use super::model::{Compared, ComparisonReport, Judged};
use crate::report::markdown::{plain, prose};

/// Rows shown of each table: a comment of GitHub holds 65536 characters.
const ROWS: usize = 150;

/// Write the table of protection and the differences, the worst first.
pub fn markdown(report: &ComparisonReport, out: &mut dyn Write) -> io::Result<()> {
    for pair in &report.pairs {
        let (old, new) = (plain(&pair.old), plain(&pair.new));
        writeln!(out, "## oneauth diff: {}\n", plain(&pair.sentence()))?;
        writeln!(out, "<code>{old}</code> → <code>{new}</code>\n")?;
        protection(pair, out)?;
        differences(pair, out)?;
    }
    Ok(())
}

fn protection(pair: &Compared, out: &mut dyn Write) -> io::Result<()> {
    if pair.security.is_empty() {
        return writeln!(out, "The security of no operation changed.\n");
    }
    writeln!(out, "| Operation | Before | After | |\n|---|---|---|---|")?;
    for row in pair.security.iter().take(ROWS) {
        let cell = |text: &Option<String>| text.as_deref().map_or_else(|| "–".into(), plain);
        let remark = remark(row);
        let remark = if remark.is_empty() {
            String::new()
        } else {
            format!("**{remark}**")
        };
        writeln!(
            out,
            "| {} | {} | {} | {remark} |",
            plain(&row.operation),
            cell(&row.before),
            cell(&row.after)
        )?;
    }
    more(pair.security.len(), out)
}

fn differences(pair: &Compared, out: &mut dyn Write) -> io::Result<()> {
    let mut all: Vec<Judged<'_>> = pair.judged().collect();
    if all.is_empty() {
        return Ok(());
    }
    all.sort_by_key(|one| std::cmp::Reverse((one.severity(), one.compatibility)));
    writeln!(
        out,
        "| Level | Clients | Security | Place | Rule | Difference |\n|---|---|---|---|---|---|"
    )?;
    for one in all.iter().take(ROWS) {
        writeln!(
            out,
            "| {} | {} | {} | <code>{}</code> | {} | {} |",
            one.level(),
            one.compatibility.words(),
            one.posture,
            plain(&one.places()),
            plain(one.reported.rule),
            prose(&one.reported.message)
        )?;
    }
    more(all.len(), out)
}

fn more(count: usize, out: &mut dyn Write) -> io::Result<()> {
    match count.saturating_sub(ROWS) {
        0 => writeln!(out),
        more => writeln!(out, "\n{more} more are not shown.\n"),
    }
}
