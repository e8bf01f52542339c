//! From a plan to a verified text.

use super::plan::{Decision, Plan};
use super::request::Request;
use crate::diff::{Effect, compare_security};
use crate::document::Document;
use crate::edit::{Change, Rewrite, TextEdit, Thoroughness};
use crate::error::{Error, Result};
use crate::rule::Judgement;
use crate::spec::Spec;
use crate::target::Profile;
use crate::text::aside;
use crate::text::write::Verified;

/// A plan carried out and verified.
#[derive(Debug)]
pub struct Done {
    /// The new text.
    pub text: Verified,
    /// The bytes that change.
    pub edits: Vec<TextEdit>,
    /// What it does to those who get in.
    pub effect: Effect,
}

/// Lower, apply and verify a plan. The new text is read again: only what the plan names differs,
/// exactly the chosen scheme is left, and a second run plans nothing.
pub fn carry_out(
    spec: &Spec<'_>,
    target: &'static Profile,
    request: &Request,
    plan: &Plan,
    thoroughness: Thoroughness,
) -> Result<Done> {
    let document = spec.document();
    let changes: Vec<Change> = plan.changes();
    let rewrite = Rewrite::new(document, &changes).map_err(|e| e.into_error(document))?;
    let edits = rewrite.edits.clone();
    let mut effect = Effect::default();
    let accept = |after: &Document| {
        let after = Spec::new(after).map_err(|error| error.to_string())?;
        let (held, security) = aside(
            document.text().len(),
            || holds(&after, target, request, plan),
            || compare_security(spec, &after, Judgement::profile_of(target)),
        );
        effect = security.into();
        held
    };
    let text = rewrite
        .verify(thoroughness, accept)
        .map_err(|broken| Error::Bug(broken.to_string()))?;
    Ok(Done {
        text,
        edits,
        effect,
    })
}

/// A scheme other than the chosen one that an operation requires.
fn stray<'d>(after: &Spec<'d>, chosen: Option<&str>) -> Option<&'d str> {
    let members = super::steps::operation_members(after);
    let named = members.flat_map(|member| {
        let requirements = after.requirements_at(member);
        let names: Vec<&str> = requirements.uses().map(|used| used.name).collect();
        names
    });
    let mut strays = named.filter(|name| Some(*name) != chosen);
    strays.next()
}

/// What the rewritten document must be.
fn holds(
    after: &Spec<'_>,
    target: &'static Profile,
    request: &Request,
    plan: &Plan,
) -> Result<(), String> {
    let left: Vec<&str> = after.schemes().iter().map(|scheme| scheme.name).collect();
    let wanted: Vec<&str> = plan.choice.scheme.iter().map(String::as_str).collect();
    if left != wanted {
        return Err(format!("the schemes left are {left:?}, not {wanted:?}"));
    }
    if let Some(name) = &plan.choice.scheme {
        let requirements = after.requirements().ok_or("nothing is required")?;
        let [one] = &*requirements.alternatives else {
            return Err("more than one requirement is left".into());
        };
        if one.schemes.len() != 1 || one.schemes[0].name != *name {
            return Err(format!("`{name}` is not what is required"));
        }
    }
    if let Some(stray) = stray(after, plan.choice.scheme.as_deref()) {
        return Err(format!("an operation still requires `{stray}`"));
    }
    match super::planner::plan(after, target, request) {
        Decision::Plan(again) if again.is_empty() => Ok(()),
        Decision::Plan(again) => {
            let titles: Vec<&str> = again.steps.iter().map(|step| step.title.as_str()).collect();
            Err(format!("a second run would: {}", titles.join("; ")))
        }
        other => Err(format!("a second run could not decide: {other:?}")),
    }
}
