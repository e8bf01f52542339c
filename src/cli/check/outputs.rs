//! `--output FORMAT=FILE`

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::cli::terminal::{Stream, Terminal};
use crate::error::{Error, Result};
use crate::report::{self, FileReport, Format, RenderOptions, Run, Sheet, Tally};
use crate::text::{Spool, destination, write};

/// Formats and the files they go to.
pub(super) type Outputs = Vec<(Format, PathBuf)>;

/// The reports to write beside the one on standard output, each to a place where a file can be.
pub(super) fn parse(arguments: &[String]) -> Result<Outputs> {
    let one = |text: &String| {
        let named = text.split_once('=').filter(|(_, file)| !file.is_empty());
        let (format, file) = named.ok_or_else(|| {
            Error::usage_with_help(
                format!("`--output {text}` names no file"),
                "write --output FORMAT=FILE, for example --output sarif=oneauth.sarif",
            )
        })?;
        let format = format.parse().map_err(Error::usage)?;
        destination::expect_place(Path::new(file))?;
        Ok((format, PathBuf::from(file)))
    };
    arguments.iter().map(one).collect()
}

/// The reports of a run: those that go to files, and the one on standard output.
pub(super) struct Sheets<'r> {
    files: Vec<(&'r Path, OneSheet<'r, Spool>)>,
    format: Format,
    standard: OneSheet<'r, Standard>,
}

/// Where the report on standard output goes at first.
enum Standard {
    Direct(Stream),
    /// It waits for what else goes there.
    Waiting(Spool),
}

impl Write for Standard {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Direct(out) => out.write(bytes),
            Self::Waiting(spool) => spool.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Direct(out) => out.flush(),
            Self::Waiting(_) => Ok(()),
        }
    }
}

impl<'r> Sheets<'r> {
    /// Begin all reports. That on standard output waits for the end when `waits`, or when another
    /// goes to a device, which may be the same.
    pub(super) fn new(
        (format, outputs): (Format, &'r Outputs),
        run: &'r Run,
        terminal: &Terminal,
        waits: bool,
    ) -> Self {
        let usual = RenderOptions::default();
        let files = outputs
            .iter()
            .map(|(format, path)| {
                let one = OneSheet::new(report::sheet(*format, run, usual), Spool::default());
                (path.as_path(), one)
            })
            .collect();
        let waits = waits || outputs.iter().any(|(_, path)| destination::is_device(path));
        let out = if waits {
            Standard::Waiting(Spool::default())
        } else {
            Standard::Direct(Stream::default())
        };
        Self {
            files,
            format,
            standard: OneSheet::new(report::sheet(format, run, terminal.options()), out),
        }
    }

    /// The format on standard output.
    pub(super) const fn format(&self) -> Format {
        self.format
    }

    /// Write files to every report.
    pub(super) fn files(&mut self, files: &[FileReport]) {
        for (_, one) in &mut self.files {
            one.write(|sheet, out| sheet.files(files, out));
        }
        self.standard.write(|sheet, out| sheet.files(files, out));
    }

    /// End every report, and put those for files into their files. One that cannot be written
    /// takes no other with it.
    ///
    /// # Errors
    /// The first.
    pub(super) fn end(self, tally: &Tally) -> Result<()> {
        let mut ended = Ok(());
        for (path, one) in self.files {
            let spool = one.end(tally).map_err(|e| failed(path, &e));
            ended = ended.and(spool.and_then(|spool| put(path, &spool)));
        }
        let out = self.standard.end(tally);
        let written = out.and_then(|out| match out {
            Standard::Direct(mut out) => out.flush(),
            Standard::Waiting(spool) => {
                let mut out = Stream::default();
                spool.copy_to(&mut out)?;
                out.flush()
            }
        });
        ended.and(written.map_err(|e| failed(Path::new("<stdout>"), &e)))
    }
}

/// Put a report into its file. What else this process writes to its own streams stays before or
/// after it.
fn put(path: &Path, report: &Spool) -> Result<()> {
    let mut own: Box<dyn Write> = match destination::descriptor(path) {
        Some(1) => Box::new(Stream::default()),
        Some(2) => Box::new(io::stderr()),
        _ => return write::write_spooled(path, report).map(drop),
    };
    let written = report.copy_to(&mut own).and_then(|()| own.flush());
    written.map_err(|e| failed(path, &e))
}

fn failed(path: &Path, error: &io::Error) -> Error {
    Error::Write {
        path: path.to_owned(),
        reason: error.to_string(),
    }
}

/// A report and where it goes. What cannot be written is said at the end of the run.
struct OneSheet<'r, W> {
    sheet: Box<dyn Sheet + 'r>,
    out: W,
    written: io::Result<()>,
}

impl<'r, W: Write> OneSheet<'r, W> {
    fn new(sheet: Box<dyn Sheet + 'r>, out: W) -> Self {
        let mut new = Self {
            sheet,
            out,
            written: Ok(()),
        };
        new.write(|sheet, out| sheet.begin(out));
        new
    }

    fn write(&mut self, write: impl FnOnce(&mut dyn Sheet, &mut dyn Write) -> io::Result<()>) {
        if self.written.is_ok() {
            self.written = write(&mut *self.sheet, &mut self.out);
        }
    }

    fn end(mut self, tally: &Tally) -> io::Result<W> {
        self.write(|sheet, out| sheet.end(tally, out));
        self.written.map(|()| self.out)
    }
}
