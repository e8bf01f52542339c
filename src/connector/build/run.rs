//! The whole build.

use std::path::PathBuf;

use super::BuildSettings;
use super::definition::{Definition, converted, decide, definition};
use super::gateway::policies;
use crate::connector::{Auth, Choice, Folder, IdentityProvider, NewProperties, Reach, update};
use crate::convert::Loss;
use crate::document::{Document, Format};
use crate::edit::{self, Thoroughness};
use crate::error::{Error, Result};
use crate::rewrite::{Decision, Effect, Plan};
use crate::connector::refresh::Refresh;
use crate::spec::Spec;
use crate::text::write::Verified;

/// A connector, built and not yet written.
pub struct Build {
    /// The definition, as a document and as the text to write.
    pub definition: Document,
    /// The files, the definition first.
    pub files: Vec<BuiltFile>,
    /// What the conversion could not carry over.
    pub losses: Vec<Loss>,
    /// What was decided about security.
    pub plan: Plan,
    /// The protection of every operation before and after.
    pub effects: Vec<Effect>,
    /// What came back from the folder's own definition.
    pub refresh: Refresh,
    /// Safe fixes that were applied.
    pub fixes: Vec<String>,
    /// What is left to the user.
    pub left: Vec<String>,
}

/// A file of a connector.
pub struct BuiltFile {
    /// Its path.
    pub path: PathBuf,
    /// Its text: a verified document, or a policy.
    pub text: FileText,
}

/// The text of a file.
pub enum FileText {
    /// A JSON document, verified.
    Document(Verified),
    /// An XML policy.
    Policy(String),
}

impl FileText {
    /// The text.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Document(verified) => verified.text(),
            Self::Policy(text) => text,
        }
    }
}

/// Build a connector from an export, over what its folder holds. `Err` of the inner result is a
/// decision that only the user can make.
pub fn build(
    export: &Document,
    existing: (Option<&Document>, Option<&Document>),
    settings: &BuildSettings,
) -> Result<Result<Build, Box<Decision>>> {
    let path = settings.folder.join(Folder::DEFINITION);
    let name = path.display().to_string();
    let start = converted(export, &name, settings)?;
    let decided = match decide(&start.0, settings)? {
        Decision::Plan(plan) => plan,
        other => return Ok(Err(Box::new(other))),
    };
    let before = start.0.document.value().ok();
    let done = definition(start, &decided, existing.0, settings)?;
    accepted(&done.effects, settings)?;
    let mut left = left_to_fill(&done.plan);
    let original = before
        .and_then(|value| edit::verify_new(&value, Format::Json, &name).ok())
        .and_then(|text| Document::of_text(&name, text.text()).ok());
    let properties = properties(&done, original.as_ref(), existing.1, (settings, &mut left))?;
    let mut files = Vec::new();
    let mut policy_files = Vec::new();
    if let Some(original) = &original {
        let spec = Spec::new(original)?;
        let kept = done.plan.choice.scheme.as_deref();
        let (found, names) = policies(&spec, kept, settings.gateway);
        left.extend(names.into_iter().map(|name| format!("named value of the gateway {name}")));
        policy_files = found;
    }
    let Definition { stage, losses, plan, effects, refresh, fixes } = done;
    files.push(BuiltFile { path, text: FileText::Document(stage.text) });
    files.push(BuiltFile {
        path: settings.folder.join(Folder::PROPERTIES),
        text: FileText::Document(properties),
    });
    files.extend(policy_files.into_iter().map(|file| BuiltFile {
        path: settings.folder.join(file.path),
        text: FileText::Policy(file.text),
    }));
    let definition = stage.document;
    Ok(Ok(Build { definition, files, losses, plan, effects, refresh, fixes, left }))
}

fn accepted(effects: &[Effect], settings: &BuildSettings) -> Result<()> {
    let opened = effects.iter().filter(|effect| effect.opened());
    let opened: Vec<&str> = opened.map(|effect| effect.operation.as_str()).collect();
    if opened.is_empty() || settings.accept_public {
        return Ok(());
    }
    Err(Error::usage_with_help(
        format!("this makes operations public: {}", opened.join(", ")),
        "say `--accept-public` if that is what you want",
    ))
}

fn left_to_fill(plan: &Plan) -> Vec<String> {
    let open = plan.unresolved.iter();
    open.map(|one| format!("value for `{}`, at {}: --set {}=VALUE", one.name, one.pointer, one.name))
        .collect()
}

/// The properties: an existing file is changed where it must be, a new one is made.
fn properties(
    done: &Definition,
    original: Option<&Document>,
    existing: Option<&Document>,
    (settings, left): (&BuildSettings, &mut Vec<String>),
) -> Result<Verified> {
    let spec = Spec::new(&done.stage.document)?;
    let auth = auth(&spec, settings);
    if let Auth::OAuth2(sign_in) = &auth {
        if sign_in.client_id.is_none() {
            left.push("client id of your application: --client-id ID".into());
        }
        left.push("client secret: give it when you upload the connector, never in a file".into());
    }
    if let Some(provider) = &settings.provider {
        let missing = provider.missing.iter();
        left.extend(missing.map(|field| format!("`{}` of the provider: {}", field.name, field.says)));
    }
    if let Some(existing) = existing {
        let update = update(existing, &auth, Reach::Settings);
        let dangling = update.dangling.iter();
        left.extend(dangling.map(|at| format!("policy that reads a parameter that is gone: {at}")));
        return edit::verify(existing, &update.changes, Thoroughness::Usual, |_| Ok(()))
            .map_err(|error| error.into_error(existing));
    }
    let mut new = NewProperties::new(auth);
    if settings.multi_auth
        && let Some(original) = original
    {
        new.choices = choices(&Spec::new(original)?);
    }
    edit::verify_new(&new.value(), Format::Json, Folder::PROPERTIES)
}

fn auth(spec: &Spec<'_>, settings: &BuildSettings) -> Auth {
    let found = spec.schemes().first().and_then(Auth::for_scheme);
    match (found, &settings.provider) {
        (Some(Auth::OAuth2(own)), Some(provider)) => {
            let mut sign_in = provider.sign_in(settings.client_id.clone(), &own.scopes);
            if matches!(sign_in.provider, IdentityProvider::Generic(_)) {
                sign_in.provider = own.provider;
            }
            Auth::OAuth2(sign_in)
        }
        (Some(Auth::OAuth2(mut own)), None) => {
            own.client_id.clone_from(&settings.client_id);
            Auth::OAuth2(own)
        }
        (Some(auth), _) => auth,
        (None, _) => Auth::None,
    }
}

/// One way to sign in per scheme the platform can use.
fn choices(spec: &Spec<'_>) -> Vec<Choice> {
    let schemes = spec.schemes().iter();
    schemes
        .filter_map(|scheme| Some((scheme, Auth::for_scheme(scheme)?)))
        .map(|(scheme, auth)| Choice {
            name: scheme.name.to_owned(),
            title: scheme.describe(spec.version()),
            auth,
        })
        .collect()
}
