//! The edited text read again, long runs of members beside each other.

use std::sync::Arc;

use rayon::prelude::*;

use super::shift::Shift;
use crate::document::{Document, Format, MAX_DEPTH, NodeRef, ReadOptions, ReadRun};
use crate::edit::TextEdit;
use crate::error::Result;
use crate::text::{SourceFile, Span};

/// Bytes that are worth a run of their own.
const WORTH: u32 = 1 << 18;
/// How deep the objects stand whose members are cut into runs.
const DEEPEST: u32 = 2;

/// Read what `edits` made of a document. It reads the same however it is cut.
pub(super) fn read(
    source: &Arc<SourceFile>,
    old: &Document,
    edits: &[TextEdit],
) -> Result<Document> {
    // inserted values may go deeper than the source did
    let options = ReadOptions {
        format: Some(old.format()),
        max_depth: 2 * MAX_DEPTH,
        strict: false,
        ..ReadOptions::default()
    };
    let inside = ReadOptions {
        max_depth: options.max_depth - DEEPEST,
        ..options
    };
    let runs = runs(old, edits);
    if runs.is_empty() {
        return Document::parse(Arc::clone(source), options);
    }
    let runs = runs.into_par_iter();
    let read = |run| {
        let document = Document::parse_run(source, run, inside)?;
        Ok(ReadRun::of(document, source.text(), 0).expect("it was read from this very text"))
    };
    let runs: Vec<ReadRun> = runs.map(read).collect::<Result<_>>()?;
    Document::parse_around(Arc::clone(source), &runs, options)
}

/// Where long runs of members stand in the edited text.
fn runs(old: &Document, edits: &[TextEdit]) -> Vec<Span> {
    let mut cut = Cut {
        shift: Shift::new(edits),
        from: 0,
        start: None,
        runs: Vec::new(),
    };
    if old.format() == Format::Json && old.root().is_object() {
        cut.object(old.root(), 0);
    }
    cut.runs
}

/// Cuts a text between members where no edit touches it.
struct Cut<'e> {
    shift: Shift<'e>,
    /// Where the last cut was.
    from: u32,
    /// Where it is in the edited text, when a run begins there.
    start: Option<u32>,
    runs: Vec<Span>,
}

impl Cut<'_> {
    fn object(&mut self, object: NodeRef<'_>, depth: u32) {
        self.start = None;
        let mut end = object.span().start + 1;
        for member in object.children() {
            let span = member.entry_span();
            let is_long = span.len() > WORTH && depth < DEEPEST && member.is_object();
            self.gap(Span::new(end, span.start), is_long);
            if is_long {
                self.object(member, depth + 1);
            }
            end = span.end;
        }
        self.gap(Span::new(end, object.span().end), true);
        self.start = None;
    }

    /// Between two members: end a run that is long enough, or that must end here, and begin another.
    fn gap(&mut self, gap: Span, must_end: bool) {
        let is_long = gap.start.saturating_sub(self.from) >= WORTH;
        if self.start.is_some() && !is_long && !must_end {
            return;
        }
        let moved = self.shift.moved(gap);
        if let (Some(start), Some(moved)) = (self.start, moved)
            && is_long
            && start < moved.start
        {
            self.runs.push(Span::new(start, moved.start));
        }
        if let Some(moved) = moved {
            (self.from, self.start) = (gap.end, Some(moved.end));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{read, runs};
    use crate::document::{Document, Format, Node};
    use crate::edit::{TextEdit, apply};
    use crate::text::SourceFile;

    /// A megabyte of members, some of them below an object that is long itself.
    fn long() -> String {
        let members = |name: &str| {
            let text = "in words ".repeat(100);
            let member =
                |at| format!(r#""{name}{at}": {{ "text": "{text}", "of": [{at}, null] }}"#);
            let all: Vec<String> = (0..600).map(member).collect();
            all.join(",\n  ")
        };
        let (paths, schemas) = (members("/parcels/"), members("Parcel"));
        format!(
            r#"{{ "paths": {{ {paths} }}, "components": {{ "schemas": {{ {schemas} }}, "x": 1 }} }}"#
        )
    }

    #[test]
    fn it_reads_the_same_in_runs() {
        let old = Document::of_text("old.json", long()).unwrap();
        let at = |text: &str| old.text().find(text).unwrap();
        let insert = |text: &str, new: &str| TextEdit::new(at(text), at(text), new);
        let edits = [
            insert(r#""/parcels/0""#, r#""/": {}, "#),
            TextEdit::new(at(r#""/parcels/300""#), at(r#""/parcels/300""#) + 3, "\"/é"),
            insert(r#""Parcel599""#, r#""new": [1], "#),
        ];
        assert!(runs(&old, &edits).len() > 2);
        let text = apply(old.text(), &edits);
        let source = Arc::new(SourceFile::new("new.json", text.as_str()));
        let in_runs = read(&source, &old, &edits).unwrap();
        let at_once = Document::of_text("new.json", text).unwrap();
        assert_eq!(in_runs.format(), Format::Json);
        assert_eq!(in_runs.problems(), at_once.problems());
        assert_eq!(in_runs.nodes().len(), at_once.nodes().len());
        for (one, other) in in_runs.nodes().iter().zip(at_once.nodes()) {
            assert_eq!(
                in_runs.symbols().text(one.key),
                at_once.symbols().text(other.key)
            );
            let key = other.key;
            assert_eq!(Node { key, ..*one }, *other);
        }
    }
}
