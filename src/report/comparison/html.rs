//! One page that stands alone.

use std::io::{self, Write};

use super::html_page::{HEAD, STYLE};
use super::human::remark;
use super::model::{Compared, ComparisonReport, Judged, grouped};
use crate::diff::TextDiff;
use crate::report::escape;
use crate::text::visible;

/// Write the page; the text diffs when `with_text`. Document text is escaped everywhere.
pub fn html(report: &ComparisonReport, with_text: bool, out: &mut dyn Write) -> io::Result<()> {
    write!(
        out,
        "{HEAD}<title>oneauth diff</title>\n{STYLE}</head>\n<body>\n"
    )?;
    for pair in &report.pairs {
        one(pair, with_text, out)?;
    }
    writeln!(out, "</body>\n</html>")
}

fn one(pair: &Compared, with_text: bool, out: &mut dyn Write) -> io::Result<()> {
    let (old, new) = (safe(&pair.old), safe(&pair.new));
    writeln!(out, "<h1><code>{old}</code> → <code>{new}</code></h1>")?;
    writeln!(out, "<p>{}</p>", safe(&pair.sentence()))?;
    protection(pair, out)?;
    for (heading, differences) in grouped(pair) {
        writeln!(out, "<h2>{}</h2>\n<table>", safe(&heading))?;
        let head = ["level", "clients", "security", "difference", "place"];
        row(&head.map(|cell| format!("<th>{cell}</th>")), out)?;
        for difference in differences {
            row(&cells(&difference), out)?;
        }
        writeln!(out, "</table>")?;
    }
    if with_text {
        for text in pair.texts.iter().filter(|text| !text.unified.is_empty()) {
            unified(text, out)?;
        }
    }
    Ok(())
}

fn protection(pair: &Compared, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<h2>Security of operations</h2>")?;
    if pair.security.is_empty() {
        return writeln!(out, "<p>The security of no operation changed.</p>");
    }
    writeln!(out, "<table>")?;
    let head = ["operation", "before", "after", ""];
    row(&head.map(|cell| format!("<th>{cell}</th>")), out)?;
    for change in &pair.security {
        let cell = |text: &Option<String>| match text {
            Some(text) => format!("<td>{}</td>", safe(text)),
            None => "<td>–</td>".to_owned(),
        };
        let cells = [
            format!("<td><code>{}</code></td>", safe(&change.operation)),
            cell(&change.before),
            cell(&change.after),
            format!("<td class=\"weaker\">{}</td>", remark(change)),
        ];
        row(&cells, out)?;
    }
    writeln!(out, "</table>")
}

fn cells(one: &Judged<'_>) -> [String; 5] {
    let level = one.level();
    let (clients, security) = (one.compatibility, one.posture);
    let rule = safe(one.reported.rule);
    let message = safe(&one.reported.message);
    [
        format!("<td class=\"{level}\">{level}</td>"),
        format!("<td class=\"{clients}\">{}</td>", clients.words()),
        format!("<td class=\"{security}\">{security}</td>"),
        format!("<td>{message}<br><code>{rule}</code></td>"),
        format!("<td><code>{}</code></td>", safe(&one.places())),
    ]
}

fn row(cells: &[String], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<tr>{}</tr>", cells.concat())
}

fn unified(text: &TextDiff, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<h2>Text</h2>")?;
    if !text.exact {
        writeln!(
            out,
            "<p>The diff gave up on detail: it is right, and not the shortest.</p>"
        )?;
    }
    write!(out, "<pre>")?;
    for line in text.unified.lines() {
        let class = match line.as_bytes().first() {
            Some(b'+') => "came",
            Some(b'-') => "gone",
            Some(b'@') => "hunk",
            _ => "",
        };
        let line = escape::xml(&visible::lines(line.strip_suffix('\r').unwrap_or(line)));
        if class.is_empty() {
            writeln!(out, "{line}")?;
        } else {
            writeln!(out, "<span class=\"{class}\">{line}</span>")?;
        }
    }
    writeln!(out, "</pre>")
}

/// Text that is only text: its marks are entities, unsafe characters are written out.
fn safe(text: &str) -> String {
    escape::xml(text)
}
