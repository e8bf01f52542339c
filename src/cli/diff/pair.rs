//! The two sides of a comparison, read.

use std::path::Path;
use std::sync::Arc;

use crate::cli::one_file;
use crate::diff::Beside;
use crate::document::{Document, ReadOptions};
use crate::error::Result;
use crate::text::{SourceFile, aside};

/// The name of a document that is not there, as in the diffs of git.
pub(super) const NOTHING: &str = "/dev/null";

/// Two states of one document.
pub(super) struct Pair {
    pub(super) old: Subject,
    pub(super) new: Subject,
}

impl Pair {
    /// What two paths name. Of a file that came or went git hands over `/dev/null`.
    pub(super) fn read(old: &Path, new: &Path) -> Result<Self> {
        let is_nothing = |path: &Path| path == Path::new(NOTHING);
        let (old, new) = match (is_nothing(old), is_nothing(new)) {
            (true, false) => {
                let new = Subject::read(new)?;
                (Subject::empty_like(&new)?, new)
            }
            (false, true) => {
                let old = Subject::read(old)?;
                let new = Subject::empty_like(&old)?;
                (old, new)
            }
            _ => {
                let size =
                    |path: &Path| std::fs::metadata(path).map_or(0, |one| one.len() as usize);
                let read = |path| move || Subject::read(path);
                let (old, new) = aside(size(old) + size(new), read(old), read(new));
                (old?, new?)
            }
        };
        Ok(Self { old, new })
    }

    /// The `apiProperties.json` of each side.
    pub(super) fn beside(&self) -> Beside<'_> {
        (self.old.companion.as_ref(), self.new.companion.as_ref())
    }

    /// How much text there is to compare.
    pub(super) fn bytes(&self) -> usize {
        let bytes = |side: &Subject| side.document.source().text().len();
        bytes(&self.old) + bytes(&self.new)
    }

    /// True for the source of a document in which nothing is.
    pub(super) fn is_nothing(&self, source: &SourceFile) -> bool {
        let is = |side: &Subject| std::ptr::eq(source, Arc::as_ptr(side.document.source()));
        [&self.old, &self.new]
            .into_iter()
            .any(|side| side.is_nothing() && is(side))
    }
}

/// A document, and the `apiProperties.json` beside it.
pub(super) struct Subject {
    pub(super) document: Document,
    pub(super) companion: Option<Document>,
}

impl Subject {
    /// What a path names: a file, `-`, or a connector's folder with both its files.
    pub(super) fn read(path: &Path) -> Result<Self> {
        let document = one_file::read(path, false)?;
        let companion = if path.is_dir() {
            let definition = one_file::definition(path)?;
            one_file::companion_of(&definition)
        } else {
            None
        };
        let companion = companion.map(|path| parsed(SourceFile::read(&path)?));
        Ok(Self {
            document,
            companion: companion.transpose()?,
        })
    }

    /// True for the document in which nothing is.
    pub(super) fn is_nothing(&self) -> bool {
        self.document.source().name() == NOTHING
    }

    /// A document in which nothing is, of the version of another: what was before the first one,
    /// or is after the last.
    pub(super) fn empty_like(other: &Self) -> Result<Self> {
        let root = other.document.root();
        let openapi = root.get("openapi");
        let version = match openapi {
            Some(version) => format!("{{\"openapi\": {:?}", version.text()),
            None => "{\"swagger\": \"2.0\"".to_owned(),
        };
        let text = format!("{version}, \"info\": {{}}, \"paths\": {{}}}}");
        Ok(Self {
            document: Document::of_text(NOTHING, text)?,
            companion: None,
        })
    }
}

/// A text as a document.
pub(super) fn parsed(source: SourceFile) -> Result<Document> {
    Document::parse(Arc::new(source), ReadOptions::default())
}
