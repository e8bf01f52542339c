//! Arguments every command takes.

use std::path::PathBuf;

use clap::{Args, ValueEnum, builder::PossibleValuesParser};

use crate::error::{Error, Result};
use crate::target::{self, Profile};

/// What they stand under in a help text.
const HEADING: &str = "Global options";

/// Arguments every command takes.
#[derive(Args, Debug)]
pub(in crate::cli) struct Global {
    /// The platform the document is meant for, one of `oneauth targets` [default: power-platform]
    #[arg(long, global = true, help_heading = HEADING, value_name = "NAME", value_parser = targets(), hide_possible_values = true)]
    pub(in crate::cli) target: Option<String>,
    /// The output format [default: human]
    #[arg(long, global = true, help_heading = HEADING, value_name = "FORMAT")]
    pub(in crate::cli) format: Option<String>,
    /// When to write colour
    #[arg(long, global = true, help_heading = HEADING, value_name = "WHEN", value_enum, default_value_t = Color::Auto)]
    pub(in crate::cli) color: Color,
    /// Write results only: no summary, no notes
    #[arg(long, short, global = true, help_heading = HEADING)]
    pub(in crate::cli) quiet: bool,
    /// The configuration file, instead of the nearest oneauth.yaml
    #[arg(long, global = true, help_heading = HEADING, value_name = "FILE", conflicts_with = "no_config")]
    pub(in crate::cli) config: Option<PathBuf>,
    /// Read no configuration file
    #[arg(long, global = true, help_heading = HEADING)]
    pub(in crate::cli) no_config: bool,
    /// How many files to work on at once [default: one per core]
    #[arg(long, short, global = true, help_heading = HEADING, value_name = "N")]
    pub(in crate::cli) jobs: Option<usize>,
}

/// When to write colour.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(in crate::cli) enum Color {
    /// On a terminal, unless `NO_COLOR` is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

fn targets() -> PossibleValuesParser {
    PossibleValuesParser::new(target::all().iter().map(|profile| {
        clap::builder::PossibleValue::new(profile.id)
            .aliases(profile.aliases)
            .help(profile.title)
    }))
}

impl Global {
    /// The target on the command line, or the default.
    pub(in crate::cli) fn target(&self) -> &'static Profile {
        let named = self.target.as_deref().and_then(target::find);
        named.unwrap_or_else(target::default)
    }

    /// The format, one of those a command writes; the first is the default.
    pub(in crate::cli) fn format_of(&self, known: &[&'static str]) -> Result<&'static str> {
        let Some(wanted) = &self.format else {
            return Ok(known[0]);
        };
        let found = known.iter().find(|name| *name == wanted);
        found.copied().ok_or_else(|| {
            Error::usage_with_help(
                format!("this command does not write the format `{wanted}`"),
                format!("it writes {}", known.join(", ")),
            )
        })
    }
}
