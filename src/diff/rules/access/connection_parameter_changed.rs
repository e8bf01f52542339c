//! `diff:connection-parameter-changed`

use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::Level;
use crate::spec::Version;

declare_rule! {
    /// The connection asks its user for something else.
    ///
    /// Existing connections hold the old values: they stop working, or have to be made anew.
    ConnectionParameterChanged = "diff:connection-parameter-changed" {
        family: Diff,
        api: Level::On(Severity::Warning),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "Power Platform: updates of certified connectors" => "https://learn.microsoft.com/connectors/custom-connectors/certification-updates",
        ],
    }
}
