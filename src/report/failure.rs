//! From an error to what is shown of it.

use std::sync::Arc;

use super::Summary;
use super::excerpt::Cutter;
use super::model::{Failure, FileReport, Location};
use crate::error::{Error, Misfit};
use crate::finding::On;
use crate::finding::mask::{self, Finder};
use crate::outcome::Outcome;
use crate::secrets;

impl FileReport {
    /// The report of a file that could not be checked.
    pub fn failed(name: &str, error: &Error, width: usize) -> Self {
        Self {
            name: name.into(),
            findings: Vec::new(),
            counted: Summary::default(),
            fail_level: None,
            failure: Some(Failure::of(error, width)),
        }
    }
}

impl Failure {
    /// What is shown of an error; an excerpt is cut to `width` columns.
    pub fn of(error: &Error, width: usize) -> Self {
        if let Error::Place(misfit) = error {
            return Self::at(misfit, width);
        }
        Self {
            message: error.to_string(),
            help: error.help().map(str::to_owned),
            place: None,
            excerpt: None,
            outcome: error.outcome(),
        }
    }

    fn at(misfit: &Misfit, width: usize) -> Self {
        let secrets = secrets::scan_near(&misfit.source, misfit.span);
        let hidden = mask::hidden_parts(&misfit.source, &secrets);
        let finder = Finder::of(&secrets);
        let masked = |text: &str| match &finder {
            Some(finder) => finder.masked(text),
            None => text.to_owned(),
        };
        let place = Location {
            text: masked(&misfit.label),
            ..location(misfit)
        };
        let excerpt = Cutter::new(&misfit.source, &hidden, width).cut(&[&place]);
        Self {
            message: masked(&misfit.message),
            help: misfit.help.as_deref().map(masked),
            place: Some(place),
            excerpt: Some(excerpt),
            outcome: Outcome::Failure,
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
