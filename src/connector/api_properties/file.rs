//! A whole new properties file.

use super::Auth;
use super::generate::{Choice, connection_parameters, parameter_sets};

use crate::document::Value;
use crate::edit::{JsonStyle, to_json};

/// What a new properties file says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewProperties {
    /// What a connection asks for.
    pub auth: Auth,
    /// Several ways to sign in, to choose from; none for the usual connector.
    pub choices: Vec<Choice>,
    /// `iconBrandColor`
    pub brand_color: String,
    /// `publisher`
    pub publisher: Option<String>,
    /// `stackOwner`
    pub stack_owner: Option<String>,
}

impl NewProperties {
    /// A brand colour that certification does not refuse.
    pub const BRAND_COLOR: &str = "#5B5FC7";

    /// A file for one authentication type.
    pub fn new(auth: Auth) -> Self {
        Self {
            auth,
            choices: Vec::new(),
            brand_color: Self::BRAND_COLOR.into(),
            publisher: None,
            stack_owner: None,
        }
    }

    /// Its value, members in the usual order.
    pub fn value(&self) -> Value {
        let mut members = vec![("connectionParameters", connection_parameters(&self.auth))];
        if !self.choices.is_empty() {
            members.push(("connectionParameterSets", parameter_sets(&self.choices)));
        }
        members.push(("iconBrandColor", Value::from(self.brand_color.as_str())));
        members.push(("capabilities", Value::array([])));
        for (key, text) in [
            ("publisher", &self.publisher),
            ("stackOwner", &self.stack_owner),
        ] {
            if let Some(text) = text {
                members.push((key, Value::from(text.as_str())));
            }
        }
        Value::object([("properties", Value::object(members))])
    }

    /// Its text: indented by two, as most published files are.
    pub fn text(&self) -> String {
        to_json(&self.value(), &JsonStyle::default())
    }
}
