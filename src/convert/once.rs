//! Values in order, each once.

use rustc_hash::FxHashSet;

use super::draft::Draft;

/// Values that are compared one by one.
const FEW: usize = 16;

/// Values in order, each once.
#[derive(Default)]
pub(super) struct Once<'d> {
    values: Vec<Draft<'d>>,
    /// How the first ones are written, once there are many.
    written: FxHashSet<(bool, String)>,
}

impl<'d> Once<'d> {
    /// Add a value unless it is there; true when it was not.
    pub(super) fn add(&mut self, value: Draft<'d>) -> bool {
        let new = !self.has(&value);
        if new {
            self.values.push(value);
        }
        new
    }

    /// True when a value is among them.
    pub(super) fn has(&mut self, value: &Draft<'d>) -> bool {
        if self.values.len() <= FEW {
            return self.values.contains(value);
        }
        let known = self.written.len();
        self.written
            .extend(self.values[known..].iter().map(written));
        self.written.contains(&written(value))
    }

    pub(super) fn into_values(self) -> Vec<Draft<'d>> {
        self.values
    }
}

/// What tells a value from others: its text and whether it is one, or all of it.
fn written(value: &Draft<'_>) -> (bool, String) {
    match value.as_str() {
        Some(text) => (true, text.into_owned()),
        None => (false, format!("{:?}", value.value())),
    }
}
