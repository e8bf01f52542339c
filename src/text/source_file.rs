//! A text with its name, decoded from bytes the world gave us.

use std::io::Read as _;
use std::path::Path;

use super::line_index::LineIndex;
use super::{Lines, Place, Span};
use crate::error::{Error, Result};

/// The largest input read, in bytes: offsets are 32 bits wide, and nobody writes such a document.
pub const MAX_BYTES: u64 = 512 << 20;

/// A text, the name it is reported under, and its line index (built on first use).
#[derive(Debug)]
pub struct SourceFile {
    name: String,
    text: String,
    lines: LineIndex,
}

impl SourceFile {
    /// A text that did not come from a file.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            text: text.into(),
            lines: LineIndex::default(),
        }
    }

    /// Read a file. Its name is the path as the user wrote it.
    pub fn read(path: &Path) -> Result<Self> {
        let refuse = |e: std::io::Error| read_error(path, reason_of(&e), None);
        let directory = || read_error(path, "it is a directory".into(), None);
        // some systems do not open a directory
        let mut file = std::fs::File::open(path).map_err(|e| {
            if path.is_dir() {
                directory()
            } else {
                refuse(e)
            }
        })?;
        let meta = file.metadata().map_err(refuse)?;
        if meta.is_dir() {
            return Err(directory());
        }
        if !meta.is_file() || meta.len() > MAX_BYTES {
            return Self::from_reader(file, path);
        }
        let mut bytes = Vec::new();
        // takes the room for all of it first, and all of it at once
        file.read_to_end(&mut bytes).map_err(refuse)?;
        Self::from_bytes(path, bytes)
    }

    /// Read standard input; its name is `<stdin>`.
    pub fn stdin() -> Result<Self> {
        Self::from_reader(std::io::stdin().lock(), Path::new("<stdin>"))
    }

    fn from_reader(reader: impl std::io::Read, path: &Path) -> Result<Self> {
        let mut bytes = Vec::new();
        reader
            .take(MAX_BYTES + 1)
            .read_to_end(&mut bytes)
            .map_err(|e| read_error(path, reason_of(&e), None))?;
        Self::from_bytes(path, bytes)
    }

    /// Decode bytes as UTF-8; a byte order mark stays in the text.
    pub fn from_bytes(path: &Path, bytes: Vec<u8>) -> Result<Self> {
        if bytes.len() as u64 > MAX_BYTES {
            let reason = format!("it is larger than {} MiB", MAX_BYTES >> 20);
            return Err(read_error(path, reason, None));
        }
        if let Some(encoding) = wide_encoding(&bytes) {
            let reason = format!("it is {encoding}, and documents are read as UTF-8");
            let help = format!("convert it: iconv -f {encoding} -t UTF-8 FILE > FILE.utf8");
            return Err(read_error(path, reason, Some(help)));
        }
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Self::new(path.display().to_string(), text)),
            Err(e) => Err(invalid_utf8(path, &e)),
        }
    }

    /// The name it is reported under: the path as the user wrote it, `/` between its parts.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text, byte order mark included.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text a span covers.
    pub fn slice(&self, span: Span) -> &str {
        &self.text[span.range()]
    }

    /// Its lines.
    pub fn lines(&self) -> Lines<'_> {
        self.lines.lines(&self.text)
    }

    /// Where a span begins and where it ends.
    pub fn ends(&self, span: Span) -> (Place, Place) {
        (self.place(span.start), self.place(span.end))
    }

    /// Line and column of a byte offset.
    pub fn place(&self, offset: u32) -> Place {
        self.lines().place(offset)
    }
}

fn reason_of(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "no such file".into(),
        std::io::ErrorKind::PermissionDenied => "permission denied".into(),
        _ => error.to_string(),
    }
}

fn read_error(path: &Path, reason: String, help: Option<String>) -> Error {
    Error::Read {
        path: path.to_owned(),
        reason,
        help,
    }
}

/// UTF-16 and UTF-32, by byte order mark or by the zero bytes around the first ASCII character
/// (RFC 4627 section 3).
fn wide_encoding(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xfe, 0, 0, ..] | [b'{' | b'[' | b'o' | b's', 0, 0, 0, ..] => Some("UTF-32LE"),
        [0, 0, 0xfe, 0xff, ..] | [0, 0, 0, b'{' | b'[' | b'o' | b's', ..] => Some("UTF-32BE"),
        [0xff, 0xfe, ..] | [b'{' | b'[' | b'o' | b's', 0, ..] => Some("UTF-16LE"),
        [0xfe, 0xff, ..] | [0, b'{' | b'[' | b'o' | b's', ..] => Some("UTF-16BE"),
        _ => None,
    }
}

fn invalid_utf8(path: &Path, error: &std::string::FromUtf8Error) -> Error {
    let bytes = error.as_bytes();
    let at = error.utf8_error().valid_up_to();
    let line = memchr::memchr_iter(b'\n', &bytes[..at]).count() + 1;
    let start = memchr::memrchr(b'\n', &bytes[..at]).map_or(0, |p| p + 1);
    let column = String::from_utf8_lossy(&bytes[start..at]).chars().count() + 1;
    let place = format!("line {line}, column {column} (offset {at})");
    if error.utf8_error().error_len().is_none() {
        let reason = format!("it is cut off inside a character at {place}");
        return read_error(path, reason, Some("fetch or export the file again".into()));
    }
    let reason = format!("it is not UTF-8: byte 0x{:02X} at {place}", bytes[at]);
    let help = "save it as UTF-8; if it is Windows-1252: iconv -f CP1252 -t UTF-8 FILE > FILE.utf8";
    read_error(path, reason, Some(help.into()))
}
