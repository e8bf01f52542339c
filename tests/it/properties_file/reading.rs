//! What the views say of a file.

use oneauth::connector::{Folder, ParameterType, RedirectMode};

use super::{properties, view};
use crate::support::sandbox::Sandbox;

const ENTRA: &str = r##"
  "connectionParameters": {
    "token": { "type": "oauthSetting", "oAuthSettings": {
      "identityProvider": "aad", "clientId": "{{CLIENT_ID}}",
      "scopes": ["parcels.read parcels.write", "offline_access"],
      "redirectMode": "globalPerConnector",
      "customParameters": {
        "LoginUri": { "value": "https://login.microsoftonline.com" },
        "tenantId": { "value": "common" },
        "resourceUri": { "value": "api://parcels" } } } },
    "token:TenantId": { "type": "string", "metadata": { "sourceType": "AzureActiveDirectoryTenant" } },
    "depot": { "type": "string" }
  },
  "iconBrandColor": "#0B6A0B",
  "capabilities": ["actions"],
  "scriptOperations": ["TrackParcel"],
  "policyTemplateInstances": [
    { "templateId": "setheader", "title": "Depot", "parameters": {
        "x-ms-apimTemplateParameter.name": "x-depot",
        "x-ms-apimTemplateParameter.value": "@connectionParameters( 'depot','')" } },
    { "templateId": "dynamichosturl", "parameters": {
        "x-ms-apimTemplateParameter.urlTemplate": "https://parcels.example" } }
  ]"##;

#[test]
fn an_entra_sign_in_is_read() {
    let document = properties(ENTRA);
    let file = view(&document);
    let names: Vec<_> = file.parameters().iter().map(|one| one.name()).collect();
    assert_eq!(names, ["token", "token:TenantId", "depot"]);
    let token = file.parameter("token").unwrap();
    assert_eq!(token.kind(), ParameterType::OAuthSetting);
    let settings = token.oauth().unwrap();
    assert!(settings.is_entra());
    assert_eq!(
        settings.scopes(),
        ["parcels.read", "parcels.write", "offline_access"]
    );
    assert_eq!(
        settings.redirect_mode(),
        Some(RedirectMode::GlobalPerConnector)
    );
    let login = settings.custom("loginUri").unwrap();
    assert!(login.is_str("https://login.microsoftonline.com"));
    assert!(settings.client_secret().is_none());
    assert_eq!(settings.client_id().unwrap().text(), "{{CLIENT_ID}}");
    let tenant = file.parameter("token:TenantId").unwrap();
    assert_eq!(tenant.belongs_to(), Some("token"));
    assert!(tenant.oauth().is_none());
}

#[test]
fn the_rest_of_the_file_is_read() {
    let document = properties(ENTRA);
    let file = view(&document);
    assert!(file.brand_color().unwrap().is_str("#0B6A0B"));
    assert_eq!(file.capabilities().len(), 1);
    assert!(file.has_script());
    let policies = file.policies();
    let (name, value) = policies[0].sets().unwrap();
    assert_eq!(name, "x-depot");
    assert!(value.text().contains("depot"));
    assert!(policies[0].reads("depot") && !policies[0].reads("dep"));
    assert_eq!(policies[1].template(), "dynamichosturl");
    assert!(policies[1].sets().is_none() && !policies[1].reads("depot"));
}

#[test]
fn odd_files_read_as_empty() {
    for members in [
        "",
        r#""connectionParameters": null"#,
        r#""connectionParameters": [], "policyTemplateInstances": {}"#,
        r#""connectionParameters": "none", "connectionParameterSets": {}"#,
    ] {
        let document = properties(members);
        let file = view(&document);
        assert!(file.parameters().is_empty(), "{members}");
        assert!(file.parameter_sets().is_none(), "{members}");
        assert!(
            file.policies().is_empty() && !file.has_script(),
            "{members}"
        );
    }
}

#[test]
fn names_tell_secrets_from_places() {
    let document = properties(
        r#""connectionParameters": {
            "clientSecret": {"type": "string"}, "peltarionToken": {"type": "string"},
            "api_key": {"type": "securestring"}, "TokenUrl": {"type": "string"},
            "licenseKeyName": {"type": "string"}, "userName": {"type": "string"},
            "cs_password": {"type": "string"}, "instance_url": {"type": "string"}}"#,
    );
    let file = view(&document);
    let secret = |name| file.parameter(name).unwrap().is_named_secret();
    assert!(secret("clientSecret") && secret("peltarionToken") && secret("api_key"));
    assert!(secret("cs_password"));
    assert!(!secret("TokenUrl") && !secret("licenseKeyName") && !secret("userName"));
    assert!(file.parameter("userName").unwrap().is_named_user());
    assert!(file.parameter("instance_url").unwrap().is_named_place());
}

#[test]
fn a_folder_is_found_by_its_files() {
    let sandbox = Sandbox::new();
    let root = sandbox.path();
    assert_eq!(Folder::open(root).unwrap(), None);
    sandbox.file("ApiDefinition.swagger.json", "{}");
    sandbox.file("apiproperties.json", "{}");
    sandbox.file("script.csx", "");
    let folder = Folder::open(root).unwrap().unwrap();
    let name = |path: &Option<std::path::PathBuf>| {
        let path = path.as_ref().unwrap();
        path.file_name().unwrap().to_string_lossy().into_owned()
    };
    assert_eq!(name(&folder.definition), "ApiDefinition.swagger.json");
    assert_eq!(name(&folder.properties), "apiproperties.json");
    assert_eq!(name(&folder.script), "script.csx");
    let properties = Folder::properties_beside(&root.join("ApiDefinition.swagger.json"));
    assert_eq!(name(&properties), "apiproperties.json");
    assert_eq!(Folder::properties_beside(&root.join("other.json")), None);
    let definition = Folder::definition_beside(&root.join("apiproperties.json"));
    assert_eq!(definition, folder.definition);
    assert_eq!(Folder::at(root).unwrap(), folder);
    let (definition, _) = Folder::at(&root.join("missing")).unwrap().files();
    assert_eq!(definition, root.join("missing/apiDefinition.swagger.json"));
    assert!(Folder::open(&root.join("missing")).is_err());
}
