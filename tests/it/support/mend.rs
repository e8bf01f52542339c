//! One rule on one document, and the document after its fixes.

use oneauth::document::Document;
use oneauth::edit::{Change, Rewrite, Thoroughness, unified};
use oneauth::finding::{File, Finding};
use oneauth::rule::{Input, Rule, RuleSettings, SeverityProfile};
use oneauth::spec::Spec;

/// A rule and what it looks at.
pub(crate) struct Case {
    pub(crate) rule: &'static dyn Rule,
    pub(crate) document: Document,
    pub(crate) companion: Option<Document>,
    /// Judged in profile `api`, else `connector`.
    pub(crate) api: bool,
}

impl Case {
    /// The findings of the rule, in a profile that has it off too.
    pub(crate) fn check(&self) -> Vec<Finding> {
        self.run(|settings| settings.select = vec![self.rule.meta().id])
    }

    /// The findings of the rule when nobody asks for it by name.
    pub(crate) fn check_as_usual(&self) -> Vec<Finding> {
        self.run(|_| ())
    }

    fn run(&self, configure: impl FnOnce(&mut RuleSettings)) -> Vec<Finding> {
        let spec = Spec::new(&self.document).unwrap_or_else(|e| panic!("{e}"));
        let (profile, target) = if self.api {
            (SeverityProfile::Api, "openapi")
        } else {
            (SeverityProfile::Connector, "power-platform")
        };
        let mut settings = RuleSettings::new(profile);
        configure(&mut settings);
        let input = Input {
            spec: &spec,
            target: oneauth::target::find(target).expect("the target exists"),
            companion: self.companion.as_ref(),
            secrets: None,
        };
        oneauth::rule::run(input, &[self.rule], &settings)
    }
}

/// A text after fixes.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Mended {
    pub(crate) text: String,
    /// What changed, as a unified diff.
    pub(crate) diff: String,
}

/// The text of a file after all fixes of some findings; `None` when none changes it. Fails unless
/// what had a fix is gone, nothing new came, and a second round changes nothing.
pub(crate) fn mended(case: &Case, found: &[Finding], file: File) -> Option<Mended> {
    let mended = once(case, found, file)?;
    let after = &mended.text;
    let parsed = Document::of_text("after", after.clone());
    let parsed = parsed.unwrap_or_else(|e| panic!("{e}\n{after}"));
    let again = match file {
        File::Document => Case {
            document: parsed,
            companion: copy(case.companion.as_ref()),
            ..*case
        },
        File::Properties => Case {
            document: copy(Some(&case.document)).expect("there is a document"),
            companion: Some(parsed),
            ..*case
        },
    };
    let left = again.check();
    let fixable = found.iter().filter(|one| fixes(one, file)).count();
    assert!(left.len() <= found.len() - fixable, "{left:#?}\n{after}");
    assert_eq!(
        once(&again, &left, file),
        None,
        "the fix does not converge:\n{after}"
    );
    Some(mended)
}

fn copy(document: Option<&Document>) -> Option<Document> {
    let document = document?;
    let text = document.source().text().to_owned();
    Some(Document::of_text(document.source().name(), text).expect("it was read before"))
}

fn fixes(finding: &Finding, file: File) -> bool {
    finding.fix.as_ref().is_some_and(|fix| fix.file == file)
}

fn once(case: &Case, found: &[Finding], file: File) -> Option<Mended> {
    let mut changes: Vec<Change> = Vec::new();
    let fixes = found.iter().filter_map(|one| one.fix.as_ref());
    for change in fixes
        .filter(|fix| fix.file == file)
        .flat_map(|fix| &fix.changes)
    {
        if !changes.contains(change) {
            changes.push(change.clone());
        }
    }
    if changes.is_empty() {
        return None;
    }
    let document = match file {
        File::Document => &case.document,
        File::Properties => case.companion.as_ref().expect("the fix names it"),
    };
    let rewrite = Rewrite::new(document, &changes).unwrap_or_else(|e| panic!("{e}"));
    let mended = Mended {
        text: rewrite.text.clone(),
        diff: unified(document, &rewrite.edits, document.source().name(), 1),
    };
    // read again by every reader: only what the changes name may differ
    if let Err(broken) = rewrite.verify(Thoroughness::Full, |_| Ok(())) {
        panic!("{broken}\n{}", mended.text);
    }
    Some(mended)
}
