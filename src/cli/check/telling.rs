//! What a run tells, file after file, and keeps no file.

use std::io::{self, Write};
use std::sync::atomic::Ordering;

use super::examine::{Examination, Examined};
use super::fixing::Mended;
use super::outputs::Sheets;
use super::plan::Plan;
use crate::cli::terminal::Terminal;
use crate::error::Result;
use crate::report::{FileReport, Format, RenderOptions, Run, Tally, diff_text};

/// Takes the files of a run in their order: tells of what was mended, writes the reports, counts.
pub(super) struct Telling<'r> {
    examination: &'r Examination<'r>,
    terminal: &'r Terminal,
    run: &'r Run,
    sheets: Sheets<'r>,
    tally: Tally,
    /// Which ignores of its configuration each file used.
    used: Vec<Vec<usize>>,
    /// A diff was shown: something is still to be done.
    unmended: bool,
    /// What was mended and could not be told; nothing more of that is.
    failed: Result<()>,
}

/// What a run came to.
pub(super) struct Told {
    pub(super) tally: Tally,
    /// A diff was shown.
    pub(super) unmended: bool,
}

impl<'r> Telling<'r> {
    pub(super) fn new(
        examination: &'r Examination<'r>,
        terminal: &'r Terminal,
        run: &'r Run,
        sheets: Sheets<'r>,
    ) -> Self {
        Self {
            examination,
            terminal,
            run,
            sheets,
            tally: Tally::default(),
            used: Vec::new(),
            unmended: false,
            failed: Ok(()),
        }
    }

    /// The next file.
    pub(super) fn take(&mut self, examined: Examined) {
        if let (Some(mended), Ok(())) = (&examined.mended, &self.failed) {
            self.failed = self.mended(mended);
        }
        self.used.push(examined.used_ignores);
        let mut files = vec![examined.report];
        files.extend(examined.beside.map(|it| *it));
        self.write(&files);
        if let Some(full) = &self.examination.full
            && self.tally.summary.findings() >= self.examination.options.limit
        {
            full.store(true, Ordering::Relaxed);
        }
    }

    fn write(&mut self, files: &[FileReport]) {
        self.tally.add(files, self.run.fail_level);
        self.sheets.files(files);
    }

    /// What was mended, or would be: on standard error, and the diff on standard output unless a
    /// format for programs goes there.
    fn mended(&mut self, one: &Mended) -> Result<()> {
        let is_shown = self.examination.args.diff;
        if is_shown {
            self.unmended |= !one.diff.is_empty();
            let diff = |out: &mut dyn Write, options: &RenderOptions| -> io::Result<()> {
                diff_text::colored(&one.diff, options, out)
            };
            let by_people = matches!(self.sheets.format(), Format::Human | Format::Concise);
            if by_people {
                self.terminal.out(diff)?;
            } else {
                self.terminal.remark(diff)?;
            }
        }
        self.terminal
            .remark(|out, options| one.tell(is_shown, options, out))
    }

    /// After the last file.
    pub(super) fn end(mut self, plan: &Plan) -> Result<Told> {
        let unused = plan.unused_ignores(&self.used, self.examination.options.width);
        self.write(&unused);
        let ended = self.sheets.end(&self.tally);
        self.failed.and(ended)?;
        Ok(Told {
            tally: self.tally,
            unmended: self.unmended,
        })
    }
}
