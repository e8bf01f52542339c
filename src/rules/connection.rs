//! What the file beside a connector's document says about its connection.

use crate::connector::{ApiProperties, Credentials};
use crate::document::NodeRef;
use crate::rule::Context;

/// True when `apiProperties.json` says who may call: it asks for a credential, or its
/// `connectionParameters` are empty on purpose.
pub fn answers(cx: &Context<'_, '_>) -> bool {
    let Some(companion) = cx.companion() else {
        return false;
    };
    let properties = ApiProperties::new(companion);
    Credentials::of(&properties.all_parameters()).auth.is_some()
        || properties.parameters_node().is_some_and(NodeRef::is_object)
}
