//! `diff:unrelated-change`

use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::Level;
use crate::spec::Version;

declare_rule! {
    /// A rewrite of security changed something else.
    ///
    /// Reported with `--only-security` alone: whatever is neither a scheme, nor a requirement, nor a
    /// parameter that carried a credential should be as it was.
    UnrelatedChange = "diff:unrelated-change" {
        family: Diff,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "OpenAPI 3.0.3: security requirement object" => "https://spec.openapis.org/oas/v3.0.3.html#security-requirement-object",
        ],
    }
}
