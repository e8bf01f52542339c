//! The whole way from changes to a text that may be written.

use std::sync::Arc;

use super::broken::{Broken, VerifyError};
use super::{bytes, lockstep, readers};
use crate::document::{Document, MAX_DEPTH, ReadOptions};
use crate::edit::{Change, TextEdit, apply, lower};
use crate::text::SourceFile;
use crate::text::write::Verified;

/// How much is checked.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Thoroughness {
    /// The bytes, our own reader, the caller's check.
    #[default]
    Usual,
    /// Also readers that are not ours: `serde_json`, `serde_yaml`, and `openapiv3` for OpenAPI
    /// 3.0. Each must read the result if it could read the source.
    Full,
}

/// Changes, lowered and applied, not yet verified.
#[derive(Clone, Debug)]
pub struct Rewrite<'d> {
    /// The document before.
    pub document: &'d Document,
    /// What should change.
    pub changes: &'d [Change],
    /// The bytes that change.
    pub edits: Vec<TextEdit>,
    /// The text after.
    pub text: String,
}

impl<'d> Rewrite<'d> {
    /// Lower and apply the changes.
    pub fn new(
        document: &'d Document,
        changes: &'d [Change],
    ) -> Result<Self, crate::edit::LowerError> {
        let edits = lower(document, changes)?;
        let text = apply(document.text(), &edits);
        Ok(Self {
            document,
            changes,
            edits,
            text,
        })
    }

    /// Read the text again and compare: the bytes outside the edits are the same; every node is
    /// where and what it was, but for exactly the changes; `accept` (given the new document) finds
    /// what it wants, for instance that a second run plans nothing.
    pub fn verify(
        self,
        thoroughness: Thoroughness,
        accept: impl FnOnce(&Document) -> Result<(), String>,
    ) -> Result<Verified, Broken> {
        bytes::check(self.document.text(), &self.edits, &self.text)?;
        let name = self.document.source().name();
        let source = Arc::new(SourceFile::new(name, self.text));
        let read = Document::parse(Arc::clone(&source), options(self.document));
        let rewritten = read.map_err(|error| Broken::Unreadable {
            reason: error.to_string(),
        })?;
        lockstep::check(self.document, &rewritten, self.changes, &self.edits)?;
        if thoroughness == Thoroughness::Full {
            readers::check(self.document, &rewritten)?;
        }
        accept(&rewritten).map_err(|reason| Broken::Rejected { reason })?;
        Ok(Verified::attest(source))
    }
}

/// The syntax of the source, and its leniency. Inserted values may go deeper than the source did.
fn options(document: &Document) -> ReadOptions {
    ReadOptions {
        format: Some(document.format()),
        max_depth: 2 * MAX_DEPTH,
        strict: false,
        ..ReadOptions::default()
    }
}

/// Lower, apply and verify `changes`; see [`Rewrite::verify`].
pub fn verify(
    document: &Document,
    changes: &[Change],
    thoroughness: Thoroughness,
    accept: impl FnOnce(&Document) -> Result<(), String>,
) -> Result<Verified, VerifyError> {
    let rewrite = Rewrite::new(document, changes)?;
    Ok(rewrite.verify(thoroughness, accept)?)
}
