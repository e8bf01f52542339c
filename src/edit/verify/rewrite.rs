//! The whole way from changes to a text that may be written.

use std::sync::Arc;

use super::broken::{Broken, VerifyError};
use super::{bytes, lockstep, readers, reading};
use crate::document::Document;
use crate::edit::{Change, TextEdit, apply, lower};
use crate::text::write::Verified;
use crate::text::{SourceFile, aside};

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
        let name = self.document.source().name();
        let source = Arc::new(SourceFile::new(name, self.text));
        let (old, edits) = (self.document, &self.edits);
        let bytes = old.text().len();
        let (kept, read) = aside(
            bytes,
            || bytes::check(old.text(), edits, source.text()),
            || reading::read(&source, old, edits),
        );
        kept?;
        let rewritten = read.map_err(|error| Broken::Unreadable {
            reason: error.to_string(),
        })?;
        let (in_step, accepted) = aside(
            bytes,
            || lockstep::check(old, &rewritten, self.changes, edits),
            || accept(&rewritten),
        );
        in_step?;
        if thoroughness == Thoroughness::Full {
            readers::check(old, &rewritten)?;
        }
        accepted.map_err(|reason| Broken::Rejected { reason })?;
        Ok(Verified::attest(source))
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
