//! Everything beside the document, in one value.

use super::{Gateway, Left, gateway_plan, left};
use crate::connector::policies::{GatewayPlan, NamedValue, apigee, apim};
use crate::connector::providers::Resolved;
use crate::connector::{Auth, Choice, NewProperties};
use crate::spec::Spec;

/// What the user asks for beside the document.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Wishes {
    /// The provider that signs users in, when one was named.
    pub provider: Option<Resolved>,
    /// The application's id at the provider.
    pub client_id: Option<String>,
    /// Several ways to sign in, to choose from.
    pub choices: Vec<Choice>,
    /// The gateway that policies are written for; `None` for no policies.
    pub gateway: Option<Gateway>,
}

/// A file to be written, by its path in the connector's folder.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewFile {
    /// `apiProperties.json`, `policies/api.xml`.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// What a connector needs beside its document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Assembly {
    /// What a connection asks for.
    pub auth: Auth,
    /// The new properties file; for one that exists, plan an update instead.
    pub properties: NewProperties,
    /// What the gateway does, when there is something for it to do.
    pub plan: Option<GatewayPlan>,
    /// The gateway's policies.
    pub policies: Vec<NewFile>,
    /// Values the gateway keeps for them.
    pub named_values: Vec<NamedValue>,
    /// What is left to the user.
    pub left: Vec<Left>,
}

/// Assemble what a connector needs, from the export and the document made of it.
///
/// `None` when the document's scheme is none a connection can ask for: it is not rewritten yet.
pub fn assemble(export: &Spec<'_>, connector: &Spec<'_>, wishes: Wishes) -> Option<Assembly> {
    let auth = auth(connector, &wishes)?;
    let plan = wishes.gateway.and_then(|_| gateway_plan(export, connector));
    let (policies, named_values) = match (&plan, wishes.gateway) {
        (Some(plan), Some(gateway)) => written(plan, gateway),
        _ => (Vec::new(), Vec::new()),
    };
    let left = left::left(&auth, &wishes, plan.as_ref(), &named_values);
    let properties = NewProperties {
        choices: wishes.choices,
        ..NewProperties::new(auth.clone())
    };
    Some(Assembly {
        auth,
        properties,
        plan,
        policies,
        named_values,
        left,
    })
}

fn auth(connector: &Spec<'_>, wishes: &Wishes) -> Option<Auth> {
    let Some(scheme) = connector.schemes().first() else {
        return Some(Auth::None);
    };
    let auth = Auth::for_scheme(scheme)?;
    let Auth::OAuth2(mut sign_in) = auth else {
        return Some(auth);
    };
    if let Some(provider) = &wishes.provider {
        return Some(Auth::OAuth2(
            provider.sign_in(wishes.client_id.clone(), &sign_in.scopes),
        ));
    }
    sign_in.client_id.clone_from(&wishes.client_id);
    Some(Auth::OAuth2(sign_in))
}

fn written(plan: &GatewayPlan, gateway: Gateway) -> (Vec<NewFile>, Vec<NamedValue>) {
    let file = |name: &str, text: String| NewFile {
        path: format!("policies/{name}.xml"),
        text,
    };
    match gateway {
        Gateway::ApiManagement => (
            vec![file("api", apim::document(plan))],
            apim::named_values(plan),
        ),
        Gateway::Apigee => {
            let mut files = vec![file("proxy-endpoint", apigee::flow(plan))];
            let policies = apigee::bundle(plan).into_iter();
            files.extend(policies.map(|policy| file(policy.name, policy.text)));
            (files, apigee::named_values(plan))
        }
    }
}
