//! One file per platform. A new one needs its file and its line here.

mod apigee;
mod apim_import;
mod aws_api_gateway;
mod azure_ai_foundry;
mod bedrock_agentcore;
mod copilot_studio;
mod google_api_gateway;
mod gpt_actions;
mod logic_apps;
mod m365_copilot_plugin;
mod mulesoft_rest_connect;
mod okta_workflows;
mod openapi;
mod power_platform;
mod salesforce_external_services;
mod talend;
mod three_scale;

use super::Profile;

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
