//! Standard output and standard error, with or without colour.

use std::io::{self, IsTerminal as _, Write};

use super::args::{Color, Global};
use crate::error::{Error, Result};
use crate::report::{self, RenderOptions};

/// Where results and everything else go.
pub(super) struct Terminal {
    color: Color,
    /// Results only.
    pub(super) quiet: bool,
}

impl Terminal {
    pub(super) fn new(global: &Global) -> Self {
        Self {
            color: global.color,
            quiet: global.quiet,
        }
    }

    /// How results look on standard output.
    pub(super) fn options(&self) -> RenderOptions {
        self.options_for(io::stdout().is_terminal())
    }

    fn options_for(&self, is_terminal: bool) -> RenderOptions {
        RenderOptions {
            color: match self.color {
                Color::Always => true,
                Color::Never => false,
                Color::Auto => is_terminal && wants_color(),
            },
            width: width(is_terminal),
            quiet: self.quiet,
            ..RenderOptions::default()
        }
    }

    /// Write results to standard output. A reader that has gone away is no mistake.
    pub(super) fn out(
        &self,
        write: impl FnOnce(&mut dyn Write, &RenderOptions) -> io::Result<()>,
    ) -> Result<()> {
        let mut bytes = Vec::new();
        let written = write(&mut bytes, &self.options());
        written
            .and_then(|()| written_out(&bytes))
            .or_else(gone)
            .map_err(|e| failed("<stdout>", &e))
    }

    /// Write a finished text to standard output as it stands.
    #[allow(
        clippy::unused_self,
        reason = "what goes to standard output goes through here"
    )]
    pub(super) fn text(&self, text: &str) -> Result<()> {
        written_out(text.as_bytes())
            .or_else(gone)
            .map_err(|e| failed("<stdout>", &e))
    }

    /// Write a remark to standard error, unless `--quiet`.
    pub(super) fn remark(
        &self,
        write: impl FnOnce(&mut dyn Write, &RenderOptions) -> io::Result<()>,
    ) -> Result<()> {
        if self.quiet {
            return Ok(());
        }
        self.on_stderr(write)
    }

    /// Write what the user must read to standard error, `--quiet` or not.
    pub(super) fn remark_always(
        &self,
        write: impl FnOnce(&mut dyn Write, &RenderOptions) -> io::Result<()>,
    ) -> Result<()> {
        self.on_stderr(write)
    }

    /// Write an error to standard error.
    pub(super) fn error(&self, error: &Error) {
        // there is no further place to say that this failed
        let _ = self.on_stderr(|out, options| report::error(error, options, out));
    }

    fn on_stderr(
        &self,
        write: impl FnOnce(&mut dyn Write, &RenderOptions) -> io::Result<()>,
    ) -> Result<()> {
        let options = self.options_for(io::stderr().is_terminal());
        let mut bytes = Vec::new();
        write(&mut bytes, &options)
            .and_then(|()| io::stderr().lock().write_all(&bytes))
            .or_else(gone)
            .map_err(|e| failed("<stderr>", &e))
    }
}

/// Standard output, for results that are written piece by piece. A reader that has gone away is no
/// mistake.
#[derive(Default)]
pub(super) struct Stream {
    bytes: Vec<u8>,
    gone: bool,
}

impl Stream {
    /// So much is written at once.
    const PIECE: usize = 64 << 10;
}

impl Write for Stream {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes.extend_from_slice(bytes);
        if self.bytes.len() > Self::PIECE {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let written = if self.gone {
            Ok(())
        } else {
            written_out(&self.bytes)
        };
        self.bytes.clear();
        self.gone |= matches!(&written, Err(e) if e.kind() == io::ErrorKind::BrokenPipe);
        written.or_else(gone)
    }
}

fn written_out(bytes: &[u8]) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(bytes).and_then(|()| stdout.flush())
}

fn gone(error: io::Error) -> io::Result<()> {
    match error.kind() {
        io::ErrorKind::BrokenPipe => Ok(()),
        _ => Err(error),
    }
}

fn failed(name: &str, error: &io::Error) -> Error {
    Error::Write {
        path: name.into(),
        reason: error.to_string(),
    }
}

/// <https://no-color.org>, and a terminal that can.
fn wants_color() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !set("NO_COLOR") && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
}

/// `COLUMNS`, or the terminal's own width, or 100; never so narrow that nothing fits.
fn width(is_terminal: bool) -> usize {
    let said = std::env::var("COLUMNS")
        .ok()
        .and_then(|text| text.parse().ok());
    let own = || {
        let size = terminal_size::terminal_size().filter(|_| is_terminal);
        size.map(|(width, _)| usize::from(width.0))
    };
    said.or_else(own).unwrap_or(100).clamp(40, 160)
}
