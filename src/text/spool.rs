//! Bytes that wait until what stands before them is known.

use std::fs::File;
use std::io::{self, Read as _, Seek as _, Write};

/// So many bytes wait in memory, more on a disk.
const IN_MEMORY: usize = 256 << 10;

/// Bytes in the order they are written: the first of them in a temporary file that nobody else
/// sees when they get many. Where no such file can be made, or it takes no more, they stay in
/// memory.
#[derive(Debug, Default)]
pub struct Spool {
    file: Option<File>,
    /// So many bytes at the start of the file count: a write that failed may have left more.
    in_file: u64,
    bytes: Vec<u8>,
    stays: bool,
}

impl Spool {
    /// How many bytes there are.
    pub const fn len(&self) -> u64 {
        self.in_file + self.bytes.len() as u64
    }

    /// True when nothing was written.
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Write all bytes elsewhere.
    pub fn copy_to(&self, out: &mut dyn Write) -> io::Result<()> {
        if let Some(mut file) = self.file.as_ref() {
            file.rewind()?;
            io::copy(&mut file.take(self.in_file), out)?;
        }
        out.write_all(&self.bytes)
    }

    fn spill(&mut self) {
        if self.file.is_none() {
            self.file = tempfile::tempfile().ok();
        }
        let file = self.file.as_mut();
        if file.is_some_and(|file| file.write_all(&self.bytes).is_ok()) {
            self.in_file += self.bytes.len() as u64;
            self.bytes.clear();
        } else {
            self.stays = true;
        }
    }
}

impl Write for Spool {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.bytes.len() + bytes.len() > IN_MEMORY && !self.stays {
            self.spill();
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_bytes_and_many_come_out_as_they_went_in() {
        for pieces in [0, 3, 3000] {
            let mut spool = Spool::default();
            let mut all = Vec::new();
            for piece in 0..pieces {
                let text = format!("piece {piece}, {}\n", "long ".repeat(piece % 100));
                spool.write_all(text.as_bytes()).expect("there is room");
                all.extend_from_slice(text.as_bytes());
            }
            assert_eq!(spool.file.is_some(), pieces == 3000);
            for _ in 0..2 {
                let mut out = Vec::new();
                spool.copy_to(&mut out).expect("it can be read");
                assert!(out == all && spool.len() == all.len() as u64);
            }
        }
    }
}
