//! Parameters that smuggle a credential go: the connection sends it.

use super::shape::step;
use crate::document::{NodeId, NodeRef, key};
use crate::edit::Change;
use crate::rewrite::Step;
use crate::spec::{KeyPlace, Parameter, ParameterPlace, References, Role, Spec};

/// Credentials that gateways take beside those the document defines.
const USUAL: [(ParameterPlace, &str); 3] = [
    (ParameterPlace::Header, "Authorization"),
    (ParameterPlace::Header, "Ocp-Apim-Subscription-Key"),
    (ParameterPlace::Query, "subscription-key"),
];

/// Steps that take credentials out of parameter lists, and shared parameters that are credentials
/// out of their containers.
pub(in crate::rewrite) fn parameters(spec: &Spec<'_>) -> Vec<Step> {
    let document = spec.document();
    let ids = (0..document.nodes().len() as u32).map(NodeId);
    ids.filter(|id| spec.role(*id) == Role::Parameter)
        .map(|id| document.at(id))
        .filter(|node| !node.is_alias())
        .filter_map(|node| one(spec, node))
        .collect()
}

fn one(spec: &Spec<'_>, node: NodeRef<'_>) -> Option<Step> {
    let meant = if node.member(key::REF).is_some() {
        References::reference(node)?;
        spec.follow(node)?
    } else {
        node
    };
    let name = credential(spec, meant)?;
    let listed = node.parent().is_some_and(NodeRef::is_array);
    let change = if listed {
        Change::RemoveItem { item: node.id() }
    } else {
        Change::RemoveEntry { entry: node.id() }
    };
    let title = format!("remove the parameter `{name}`: the connection sends it");
    Some(step(title, node, vec![change]))
}

/// The name of a parameter that is a credential.
fn credential(spec: &Spec<'_>, node: NodeRef<'_>) -> Option<String> {
    let parameter = Parameter::new(node, node);
    let usual = USUAL.iter().any(|(place, name)| parameter.is(*place, name));
    let own = spec.schemes().iter().filter_map(|scheme| scheme.key());
    let mut own = own.map(|(place, name)| (parameter_place(place), name));
    let is_key = usual || own.any(|(place, name)| parameter.is(place, name));
    is_key.then(|| parameter.name.unwrap_or_default().into_owned())
}

const fn parameter_place(place: KeyPlace) -> ParameterPlace {
    match place {
        KeyPlace::Header => ParameterPlace::Header,
        KeyPlace::Query => ParameterPlace::Query,
        KeyPlace::Cookie => ParameterPlace::Cookie,
    }
}
