//! From an error to what is shown of it.

use std::sync::Arc;

use super::excerpt::Cutter;
use super::model::{Failure, FileReport, Location};
use crate::error::{Error, Misfit};
use crate::finding::On;

impl FileReport {
    /// The report of a file that could not be checked.
    pub fn failed(name: &str, error: &Error, width: usize) -> Self {
        Self {
            name: name.into(),
            findings: Vec::new(),
            fail_level: None,
            failure: Some(Failure::of(error, width)),
        }
    }
}

impl Failure {
    /// What is shown of an error; an excerpt is cut to `width` columns.
    pub fn of(error: &Error, width: usize) -> Self {
        let (message, place, excerpt) = match error {
            Error::Place(misfit) => {
                let place = location(misfit);
                let excerpt = Cutter::new(&misfit.source, &[], width).cut(&[&place]);
                (misfit.message.clone(), Some(place), Some(excerpt))
            }
            other => (other.to_string(), None, None),
        };
        Self {
            message,
            help: error.help().map(str::to_owned),
            place,
            excerpt,
            outcome: error.outcome(),
        }
    }
}

fn location(misfit: &Misfit) -> Location {
    let (start, end) = misfit.source.ends(misfit.span);
    Location {
        file: Arc::from(misfit.source.name()),
        pointer: String::new(),
        on: On::Value,
        span: misfit.span,
        start,
        end,
        text: misfit.label.clone(),
        snippet: None,
    }
}
