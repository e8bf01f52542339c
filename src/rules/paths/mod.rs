//! What paths and addresses are made of.

mod base_path_invalid;
mod connector_path_wildcard;
mod crossing;
mod path_ambiguous;
mod path_contains_query;
mod path_parameter_not_in_template;
mod path_template_invalid;
mod path_template_parameter_undeclared;
mod server_variable_default_not_in_enum;
mod server_variable_undefined;
mod template;
mod transport_scheme_unsupported;

pub use base_path_invalid::BasePathInvalid;
pub use connector_path_wildcard::ConnectorPathWildcard;
pub use path_ambiguous::PathAmbiguous;
pub use path_contains_query::PathContainsQuery;
pub use path_parameter_not_in_template::PathParameterNotInTemplate;
pub use path_template_invalid::PathTemplateInvalid;
pub use path_template_parameter_undeclared::PathTemplateParameterUndeclared;
pub use server_variable_default_not_in_enum::ServerVariableDefaultNotInEnum;
pub use server_variable_undefined::ServerVariableUndefined;
pub use transport_scheme_unsupported::TransportSchemeUnsupported;
