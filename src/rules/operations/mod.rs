//! What operations and their parameters are made of.

mod array_items_missing;
mod body_and_formdata_mixed;
mod body_parameter_multiple;
mod default_type_mismatch;
mod discriminator_invalid;
mod enum_type_mismatch;
mod kinds;
mod known_members;
mod operation_id_duplicate;
mod parameter_duplicate;
mod pattern_invalid_regex;
mod request_body_not_allowed;
mod required_property_undefined;
mod reserved_header_parameter;
mod schema_bounds_contradict;
mod success_response_missing;
mod trace_method_exposed;

pub use array_items_missing::ArrayItemsMissing;
pub use body_and_formdata_mixed::BodyAndFormdataMixed;
pub use body_parameter_multiple::BodyParameterMultiple;
pub use default_type_mismatch::DefaultTypeMismatch;
pub use discriminator_invalid::DiscriminatorInvalid;
pub use enum_type_mismatch::EnumTypeMismatch;
pub use operation_id_duplicate::OperationIdDuplicate;
pub use parameter_duplicate::ParameterDuplicate;
pub use pattern_invalid_regex::PatternInvalidRegex;
pub use request_body_not_allowed::RequestBodyNotAllowed;
pub use required_property_undefined::RequiredPropertyUndefined;
pub use reserved_header_parameter::ReservedHeaderParameter;
pub use schema_bounds_contradict::SchemaBoundsContradict;
pub use success_response_missing::SuccessResponseMissing;
pub use trace_method_exposed::TraceMethodExposed;
