//! One file per platform. A new one needs its file, its line here, and its line in the table.

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
mod table;
mod talend;
mod three_scale;

pub use table::{all, default, find};
