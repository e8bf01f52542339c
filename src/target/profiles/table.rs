//! All targets.

use super::{
    apigee, apim_import, aws_api_gateway, azure_ai_foundry, bedrock_agentcore, copilot_studio,
    google_api_gateway, gpt_actions, logic_apps, m365_copilot_plugin, mulesoft_rest_connect,
    okta_workflows, openapi, power_platform, salesforce_external_services, talend, three_scale,
};
use crate::target::Profile;

/// In the order they are listed: the default first, then its family, then by name.
const ALL: &[&Profile] = &[
    &power_platform::PROFILE,
    &logic_apps::PROFILE,
    &copilot_studio::PROFILE,
    &m365_copilot_plugin::PROFILE,
    &azure_ai_foundry::PROFILE,
    &apim_import::PROFILE,
    &three_scale::PROFILE,
    &apigee::PROFILE,
    &aws_api_gateway::PROFILE,
    &bedrock_agentcore::PROFILE,
    &google_api_gateway::PROFILE,
    &gpt_actions::PROFILE,
    &mulesoft_rest_connect::PROFILE,
    &okta_workflows::PROFILE,
    &salesforce_external_services::PROFILE,
    &talend::PROFILE,
    &openapi::PROFILE,
];

/// Every known target.
pub fn all() -> &'static [&'static Profile] {
    ALL
}

/// The target used when none is named.
pub fn default() -> &'static Profile {
    &power_platform::PROFILE
}

/// The target with this id or alias; letter case does not matter.
pub fn find(name: &str) -> Option<&'static Profile> {
    ALL.iter().copied().find(|profile| profile.is_named(name))
}
