//! Do the document and its properties file ask for the same? By type, never by name: in the
//! platform's own files the names of the two sides are not linked.

use std::collections::BTreeSet;

use super::{ApiProperties, AuthType, ConnectionParameter, Credentials};
use crate::spec::AuthKind;

/// The answer, with what each side asks for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Agreement<'d> {
    /// How the two sides stand to each other.
    pub situation: Situation,
    /// Types of the document's security schemes, each once.
    pub declared: Vec<AuthType>,
    /// Types the connection asks for: one, or one per parameter set.
    pub asked: Vec<AuthType>,
    /// The credentials of a connection without parameter sets.
    pub credentials: Credentials<'d>,
}

/// How document and properties stand to each other.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Situation {
    /// One type, the same in both.
    Same,
    /// Nothing in both. A credential may still hide in a parameter, a policy or a script.
    Nothing,
    /// The connection signs in by OAuth 2.0 or through a gateway, the document declares nothing:
    /// works, the platform attaches what is needed.
    Undeclared,
    /// The connection asks for a secret, the document declares nothing, and a policy sends it.
    SentByPolicy,
    /// The connection asks for a secret, the document declares nothing, and a script may send it.
    SentByScript,
    /// The connection asks for a secret that nothing sends.
    NotSent,
    /// Parameter sets offer several types.
    ParameterSets,
    /// The document declares schemes, the connection asks for nothing: calls go out bare.
    NotAsked,
    /// The document declares several types, the connection asks for one of them.
    Partial,
    /// The types differ.
    Different,
    /// The declared type is asked for, and further secrets go to the back end by another way.
    Extra,
}

impl Situation {
    /// True when calls carry what the document says, or the platform makes up for it.
    pub const fn is_sound(self) -> bool {
        !matches!(
            self,
            Self::NotSent | Self::NotAsked | Self::Partial | Self::Different
        )
    }

    /// What it means, for a message.
    pub const fn explain(self) -> &'static str {
        match self {
            Self::Same => "both files ask for the same authentication type",
            Self::Nothing => "neither file asks for a credential",
            Self::Undeclared => {
                "the connection signs in by OAuth 2.0 or a gateway and the document declares \
                 nothing; the platform attaches the credential all the same"
            }
            Self::SentByPolicy => "a policy sends the secret that the document does not declare",
            Self::SentByScript => "a script may send the secret that the document does not declare",
            Self::NotSent => {
                "the connection asks for a secret, but no security definition, policy or script \
                 sends it"
            }
            Self::ParameterSets => "parameter sets offer several authentication types",
            Self::NotAsked => {
                "the document declares a security definition, but the connection asks for nothing: \
                 calls go out without a credential"
            }
            Self::Partial => {
                "the document declares several authentication types, and the connection asks for \
                 one of them"
            }
            Self::Different => "the two files ask for different authentication types",
            Self::Extra => "the declared type is asked for, and further secrets beside it",
        }
    }
}

/// Compare the kinds a document declares with what its properties file asks for. `script` tells
/// whether a script file stands beside them.
pub fn compare<'d>(
    kinds: &[AuthKind],
    properties: ApiProperties<'d>,
    script: bool,
) -> Agreement<'d> {
    let declared: BTreeSet<_> = kinds.iter().copied().filter_map(AuthType::of).collect();
    let declared: Vec<_> = declared.into_iter().collect();
    let credentials = Credentials::of(&properties.parameters());
    let asked = asked(properties, &credentials);
    let situation = if properties.parameter_sets().is_some() {
        Situation::ParameterSets
    } else {
        situation(&declared, &credentials, &sender(properties, script))
    };
    Agreement {
        situation,
        declared,
        asked,
        credentials,
    }
}

fn asked(properties: ApiProperties<'_>, credentials: &Credentials<'_>) -> Vec<AuthType> {
    let Some(sets) = properties.parameter_sets() else {
        return credentials.auth.into_iter().collect();
    };
    let types: BTreeSet<_> = sets
        .sets()
        .filter_map(|set| Credentials::of(&set.parameters()).auth)
        .collect();
    types.into_iter().collect()
}

/// Tells how a parameter gets out when no security definition sends it.
fn sender<'d>(
    properties: ApiProperties<'d>,
    script: bool,
) -> impl Fn(&[ConnectionParameter<'d>]) -> Situation {
    let policies = properties.policies();
    let script = script || properties.has_script();
    move |secrets| {
        let sent = |one: &ConnectionParameter<'d>| policies.iter().any(|p| p.reads(one.name()));
        if secrets.iter().any(sent) {
            Situation::SentByPolicy
        } else if script {
            Situation::SentByScript
        } else {
            Situation::NotSent
        }
    }
}

fn situation<'d>(
    declared: &[AuthType],
    credentials: &Credentials<'d>,
    sender: &dyn Fn(&[ConnectionParameter<'d>]) -> Situation,
) -> Situation {
    match (declared, credentials.auth) {
        ([], None) => Situation::Nothing,
        ([], Some(AuthType::OAuth2 | AuthType::Gateway)) => Situation::Undeclared,
        ([], Some(_)) => sender(&credentials.main),
        (_, None) => Situation::NotAsked,
        ([one], Some(asked)) if *one == asked => Situation::Same,
        ([AuthType::ApiKey], Some(AuthType::Basic)) if !credentials.extra.is_empty() => {
            Situation::Extra
        }
        ([_], Some(_)) => Situation::Different,
        (several, Some(asked)) if several.contains(&asked) => Situation::Partial,
        (_, Some(_)) => Situation::Different,
    }
}
