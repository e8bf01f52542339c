//! Every rule of a comparison, and how to find one.

use super::{access, contract};
use crate::rule::RuleMeta;

/// The facts of every rule, security first.
pub static ALL: &[&RuleMeta] = &[
    &access::OperationBecamePublic::META,
    &access::OperationAddedPublic::META,
    &access::AuthTypeChanged::META,
    &access::SecuritySchemeAdded::META,
    &access::SecuritySchemeRemoved::META,
    &access::RequirementAdded::META,
    &access::RequirementRemoved::META,
    &access::ScopeAdded::META,
    &access::ScopeRemoved::META,
    &access::DefinedScopeChanged::META,
    &access::OauthUrlChanged::META,
    &access::OauthTenantChanged::META,
    &access::OauthFlowChanged::META,
    &access::TransportDowngrade::META,
    &access::TransportUpgraded::META,
    &access::ApikeyLocationChanged::META,
    &access::SecretIntroduced::META,
    &access::ConnectionParameterChanged::META,
    &access::UnrelatedChange::META,
    &contract::OperationRemoved::META,
    &contract::OperationAdded::META,
    &contract::OperationMoved::META,
    &contract::OperationIdRenamed::META,
    &contract::OperationHidden::META,
    &contract::OperationShown::META,
    &contract::TriggerChanged::META,
    &contract::BasePathChanged::META,
    &contract::InputRemoved::META,
    &contract::InputAdded::META,
    &contract::RequiredInputAdded::META,
    &contract::InputBecameRequired::META,
    &contract::InputBecameOptional::META,
    &contract::InputRenamed::META,
    &contract::InputLocationChanged::META,
    &contract::InputTypeChanged::META,
    &contract::InputFormatChanged::META,
    &contract::InputEnumValueRemoved::META,
    &contract::InputEnumValueAdded::META,
    &contract::InputEnumAdded::META,
    &contract::InputEnumRemoved::META,
    &contract::InputHidden::META,
    &contract::InputShown::META,
    &contract::OutputRemoved::META,
    &contract::OutputAdded::META,
    &contract::OutputTypeChanged::META,
    &contract::OutputFormatChanged::META,
    &contract::OutputEnumValueAdded::META,
    &contract::OutputEnumValueRemoved::META,
    &contract::OutputEnumRemoved::META,
    &contract::OutputEnumAdded::META,
    &contract::ResponseRemoved::META,
    &contract::ResponseAdded::META,
];

/// The rule of an id.
pub fn find(id: &str) -> Option<&'static RuleMeta> {
    ALL.iter().copied().find(|meta| meta.answers_to(id))
}
