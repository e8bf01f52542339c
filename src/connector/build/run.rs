//! The whole build.

use std::path::PathBuf;

use super::BuildSettings;
use super::definition::{Definition, converted, decide, definition};
use crate::connector::assemble::{Assembly, Left, Wishes, assemble, next_commands};
use crate::connector::refresh::Refresh;
use crate::connector::{Auth, Choice, Folder, Reach, mapped, update};
use crate::convert::Loss;
use crate::document::{Document, Format};
use crate::edit::{self, Thoroughness};
use crate::error::{Error, Result};
use crate::rewrite::{Decision, Plan};
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
    /// What came back from the folder's own definition.
    pub refresh: Refresh,
    /// Safe fixes that were applied.
    pub fixes: Vec<String>,
    /// What is left to the user.
    pub left: Vec<Left>,
    /// The commands that upload it.
    pub next: Vec<String>,
}

/// A file of a connector.
pub struct BuiltFile {
    /// Its path.
    pub path: PathBuf,
    /// Its text: a verified document, or a policy.
    pub text: FileText,
}

impl BuiltFile {
    fn document(path: PathBuf, text: Verified) -> Self {
        let text = FileText::Document(text);
        Self { path, text }
    }
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
    let (path, properties_path) = Folder::at(&settings.folder)?.files();
    let name = path.display().to_string();
    let start = converted(export, &name, settings)?;
    let mut decided = match decide(&start.0, settings)? {
        Decision::Plan(plan) => plan,
        other => return Ok(Err(Box::new(other))),
    };
    let mappings = mapped(&Spec::new(export)?, settings.target);
    decided.warnings.extend(mappings);
    let export = reread(&start.0.document, &name)?;
    let done = definition(start, &decided, existing.0, settings)?;
    accepted(&done.opened, settings)?;
    let assembly = assembled(&done, &export, settings)?;
    let mut left = left_to_fill(&done.plan);
    let properties = properties(&assembly, existing.1, &mut left)?;
    left.extend(assembly.left);
    let next = next_commands(&path, &properties_path, &assembly.auth);
    let Definition {
        stage,
        losses,
        plan,
        refresh,
        fixes,
        opened: _,
    } = done;
    let mut files = vec![
        BuiltFile::document(path, stage.text),
        BuiltFile::document(properties_path, properties),
    ];
    files.extend(assembly.policies.into_iter().map(|file| BuiltFile {
        path: settings.folder.join(&file.path),
        text: FileText::Policy(file.text),
    }));
    let definition = stage.document;
    Ok(Ok(Build {
        definition,
        files,
        losses,
        plan,
        refresh,
        fixes,
        left,
        next,
    }))
}

/// The converted document once more: it is still needed when the first was rewritten.
fn reread(document: &Document, name: &str) -> Result<Document> {
    Document::of_text(name, document.text())
}

fn accepted(opened: &[String], settings: &BuildSettings) -> Result<()> {
    if opened.is_empty() || settings.accept_public {
        return Ok(());
    }
    Err(Error::usage_with_help(
        format!("this makes operations public: {}", opened.join(", ")),
        "say `--accept-public` if that is what you want",
    ))
}

fn left_to_fill(plan: &Plan) -> Vec<Left> {
    let left = |one: &crate::rewrite::Placeholder| Left {
        what: format!("fill in `{}`: --set {}=VALUE", one.name, one.name),
        place: one.pointer.to_string(),
    };
    plan.unresolved.iter().map(left).collect()
}

/// What the connector needs beside its document.
fn assembled(done: &Definition, export: &Document, settings: &BuildSettings) -> Result<Assembly> {
    let (export, made) = (Spec::new(export)?, Spec::new(&done.stage.document)?);
    let wishes = Wishes {
        provider: settings.provider.clone(),
        client_id: settings.client_id.clone(),
        choices: if settings.multi_auth {
            choices(&export)
        } else {
            Vec::new()
        },
        gateway: settings.gateway,
    };
    assemble(&export, &made, wishes).ok_or_else(|| {
        let what = &done.plan.choice.what;
        Error::usage_with_help(
            format!("a connection cannot ask for {what}"),
            "choose another type with `--to`",
        )
    })
}

/// The properties: an existing file is changed where it must be, a new one is made.
fn properties(
    assembly: &Assembly,
    existing: Option<&Document>,
    left: &mut Vec<Left>,
) -> Result<Verified> {
    let Some(existing) = existing else {
        return edit::verify_new(
            &assembly.properties.value(),
            Format::Json,
            Folder::PROPERTIES,
        );
    };
    let update = update(existing, &assembly.auth, Reach::Settings);
    left.extend(update.dangling.iter().map(|at| Left {
        what: "decide about this policy: the parameter it reads is gone".into(),
        place: format!("{}#{at}", Folder::PROPERTIES),
    }));
    edit::verify(existing, &update.changes, Thoroughness::Usual, |_| Ok(()))
        .map_err(|error| error.into_error(existing))
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
