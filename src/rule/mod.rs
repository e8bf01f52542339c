//! L4: the machinery that runs rules: what a rule is, what it sees, how a run goes.

mod address;
mod by_member;
mod context;
mod declare;
mod draft;
mod judgement;
mod members;
mod meta;
mod options;
mod parts;
mod rule_set;
mod run;
mod settings;

pub use address::{Address, AddressKind, host_of};
pub use context::{Context, OperationFacts, Site};
pub use draft::Draft;
pub use judgement::Judgement;
pub use meta::{
    Asked, Family, Hook, Level, OptionMeta, Reference, RuleMeta, Severities, SeverityProfile,
};
pub use options::{Configured, OptionValue, RuleOptions};
pub use rule_set::RuleSet;
pub use run::{Input, run};
pub use settings::RuleSettings;

use crate::document::NodeRef;
use crate::spec::{Flow, Parameter, SecurityRequirement, SecurityScheme, Server};

/// A rule: its facts, and a check per kind of place it asked for in [`RuleMeta::hooks`].
#[allow(unused_variables)]
pub trait Rule: Sync {
    /// Its facts.
    fn meta(&self) -> &'static RuleMeta;

    /// The document as a whole.
    fn check_spec(&self, cx: &mut Context<'_, '_>) {}

    /// A security scheme.
    fn check_scheme(&self, cx: &mut Context<'_, '_>, scheme: &SecurityScheme<'_>) {}

    /// A flow of an OAuth 2 scheme.
    fn check_flow(&self, cx: &mut Context<'_, '_>, scheme: &SecurityScheme<'_>, flow: &Flow<'_>) {}

    /// One alternative of a `security` member.
    fn check_requirement(
        &self,
        cx: &mut Context<'_, '_>,
        requirement: &SecurityRequirement<'_>,
        site: Site<'_, '_>,
    ) {
    }

    /// An operation with the protection and transport in force.
    fn check_operation(&self, cx: &mut Context<'_, '_>, operation: &OperationFacts<'_>) {}

    /// A Parameter Object where it is defined, shared ones too; never a reference to one.
    fn check_parameter(&self, cx: &mut Context<'_, '_>, parameter: &Parameter<'_>) {}

    /// A Server Object: root, path item, operation, link.
    fn check_server(&self, cx: &mut Context<'_, '_>, server: &Server<'_>) {}

    /// A host, base path or URL that calls or credentials go to.
    fn check_address(&self, cx: &mut Context<'_, '_>, address: &Address<'_>) {}

    /// A Schema Object where it is defined.
    fn check_schema(&self, cx: &mut Context<'_, '_>, schema: NodeRef<'_>) {}

    /// A `$ref` string.
    fn check_reference(&self, cx: &mut Context<'_, '_>, reference: NodeRef<'_>) {}

    /// A member that has one of the names the hook lists, wherever it stands.
    fn check_member(&self, cx: &mut Context<'_, '_>, member: NodeRef<'_>) {}
}
