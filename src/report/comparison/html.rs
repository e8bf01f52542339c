//! One page that stands alone.

use std::io::{self, Write};

use super::html_page::{HEAD, STYLE};
use super::human::{capital, left_out, remark};
use super::model::{Compared, ComparisonReport, Judged, grouped};
use crate::diff::{Posture, SecurityChange, TextDiff};
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
    writeln!(out, "<h1>{}</h1>", safe(&capital(&pair.sentence())))?;
    writeln!(
        out,
        "<p class=\"names\"><code>{old}</code> → <code>{new}</code></p>"
    )?;
    protection(pair, out)?;
    for (heading, differences) in grouped(pair) {
        let heading = safe(&capital(&heading));
        writeln!(out, "<section>\n<h2>{heading}</h2>\n<ul>")?;
        for difference in differences {
            card(&difference, out)?;
        }
        writeln!(out, "</ul>\n</section>")?;
    }
    if with_text {
        for text in pair.texts.iter().filter(|text| !text.is_empty()) {
            unified(text, out)?;
        }
    }
    Ok(())
}

fn protection(pair: &Compared, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<section>\n<h2>Security of operations</h2>")?;
    if pair.security.is_empty() {
        return writeln!(
            out,
            "<p>The security of no operation changed.</p>\n</section>"
        );
    }
    let head = "<th>operation</th><th>before</th><th>after</th>";
    writeln!(out, "<table>\n<thead><tr>{head}</tr></thead>\n<tbody>")?;
    for change in &pair.security {
        row(change, out)?;
    }
    writeln!(out, "</tbody>\n</table>\n</section>")
}

fn row(change: &SecurityChange, out: &mut dyn Write) -> io::Result<()> {
    let cell = |text: &Option<String>| text.as_deref().map_or_else(|| "–".to_owned(), safe);
    let tag = match remark(change) {
        "" => String::new(),
        opened if change.is_public => format!(" <b class=\"tag weaker\">{opened}</b>"),
        closed => format!(" <b class=\"tag stronger\">{closed}</b>"),
    };
    writeln!(
        out,
        "<tr><td><code>{}</code></td><td>{}</td><td>{}{tag}</td></tr>",
        safe(&change.operation),
        cell(&change.before),
        cell(&change.after),
    )
}

fn card(one: &Judged<'_>, out: &mut dyn Write) -> io::Result<()> {
    let level = one.level();
    let clients = one.compatibility;
    let security = match one.posture {
        Posture::Neutral => String::new(),
        other => format!(" <b class=\"tag {other}\">security is {other}</b>"),
    };
    writeln!(
        out,
        "<li class=\"{level}\">\n<p>{}</p>\n<p class=\"tags\"><b class=\"tag {level}\">{level}</b> \
         <b class=\"tag {clients}\">{}</b>{security} <code>{}</code></p>\n\
         <p class=\"place\">{}</p>\n</li>",
        prose(&one.reported.message),
        clients.words(),
        safe(one.reported.rule),
        safe(&one.places()),
    )
}

fn unified(text: &TextDiff, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<section>\n<h2>Text</h2>")?;
    if let Some(lines) = text.left_out {
        writeln!(out, "<p>{}</p>", safe(&left_out(lines)))?;
    }
    if !text.exact {
        writeln!(
            out,
            "<p>The diff gave up on detail: it is right, and not the shortest.</p>"
        )?;
    }
    write!(out, "<pre>")?;
    for (at, line) in text.unified.lines().enumerate() {
        let class = match line.as_bytes().first() {
            _ if at < 2 => "file",
            Some(b'+') => "came",
            Some(b'-') => "gone",
            Some(b'@') => "hunk",
            _ => "same",
        };
        let line = escape::xml(&visible::lines(line.strip_suffix('\r').unwrap_or(line)));
        write!(out, "<span class=\"{class}\">{line}\n</span>")?;
    }
    writeln!(out, "</pre>\n</section>")
}

/// A message: what stands between backticks is code.
fn prose(text: &str) -> String {
    let parts: Vec<&str> = text.split('`').collect();
    let last = parts.len() - 1;
    let written = parts.iter().enumerate().map(|(at, part)| {
        let part = safe(part);
        match at % 2 {
            0 => part,
            // a last backtick that nothing closes is only itself
            _ if at == last => format!("`{part}"),
            _ => format!("<code>{part}</code>"),
        }
    });
    written.collect()
}

/// Text that is only text: its marks are entities, unsafe characters are written out.
fn safe(text: &str) -> String {
    escape::xml(text)
}
