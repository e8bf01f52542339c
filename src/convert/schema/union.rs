//! `oneOf` and `anyOf`. What is written allows at least what the source allows.
//!
//! | source | decision |
//! |---|---|
//! | a branch that is `null` or may be | `x-nullable` |
//! | one other branch | that branch: in place, or as `allOf` beside other members |
//! | scalars of one type | that type; `enum` when all have one (exact), other rules only when all agree |
//! | lists | a list; its items when all agree |
//! | objects | one object: properties of all, required what all require |
//! | anything else | no type |
//! | whenever the result allows more | reported; `x-oneOf`, `x-anyOf` hold the branches where the target reads them |

use crate::convert::converter::Converter;
use crate::convert::draft::Draft;
use crate::convert::loss::LossKind;
use crate::convert::members::Members;
use crate::document::{NodeRef, key};

use super::flat::Flat;
use super::merge::Merge;
use super::types::is_null_schema;

impl<'d> Converter<'d> {
    /// Write a list of alternatives into a schema whose other members are written.
    pub(super) fn union(&mut self, list: NodeRef<'d>, key: &str, draft: &mut Members<'d>) {
        if !list.is_array() || list.is_empty() {
            return self.lose_invalid(list);
        }
        let branches: Vec<_> = list.items().filter(|b| !is_null_schema(*b)).collect();
        match branches[..] {
            [] => {}
            [only] => self.only_branch(only, draft),
            _ => self.several_branches(list, &branches, key, draft),
        }
    }

    fn only_branch(&mut self, branch: NodeRef<'d>, draft: &mut Members<'d>) {
        let value = Members::from(self.schema(branch));
        let clash = value.keys().any(|key| key == "$ref" || draft.has(key));
        if draft.is_empty() || !clash {
            draft.append(value);
        } else if self.options.flatten_all_of && branch.member(key::REF).is_some() {
            self.merge_into(&[branch], draft);
        } else {
            let mut parts = draft.list("allOf");
            draft.remove("allOf");
            parts.push(value.into_value());
            draft.put("allOf", Draft::Array(parts));
        }
    }

    fn several_branches(
        &mut self,
        list: NodeRef<'d>,
        branches: &[NodeRef<'d>],
        key: &str,
        draft: &mut Members<'d>,
    ) {
        let flats = self.branches(list);
        let mut merge = Merge::new(draft, key == "oneOf");
        self.merge_flats(&flats, &mut merge);
        let (exact, instead) = (merge.exact, merge.words());
        if draft.has("type") && some_take_null(list, branches, &flats, key) {
            self.carry_nullable(list, draft);
        }
        if exact {
            self.lose_titles(list, branches);
            return;
        }
        let kept = self.limits.keeps_unions;
        let mut instead = instead.to_owned();
        if kept {
            let values = branches.iter().map(|branch| self.schema(*branch)).collect();
            draft.put(format!("x-{key}"), Draft::Array(values));
            instead = format!("{instead}; the alternatives are kept as `x-{key}`");
        }
        let what = format!("{} alternatives (`{key}`)", branches.len());
        self.lose(LossKind::UnionMerged, list, what, instead);
    }

    /// One schema for a list of alternatives.
    pub(in crate::convert) fn merge_union(&mut self, list: NodeRef<'d>, draft: &mut Members<'d>) {
        let flats = self.branches(list);
        let mut merge = Merge::new(draft, false);
        self.merge_flats(&flats, &mut merge);
    }

    fn merge_into(&mut self, branches: &[NodeRef<'d>], draft: &mut Members<'d>) {
        let flats: Vec<_> = branches.iter().map(|branch| self.flat(*branch)).collect();
        let mut merge = Merge::new(draft, false);
        self.merge_flats(&flats, &mut merge);
    }

    /// One schema that takes what any of several takes.
    pub(super) fn merged(&mut self, schemas: &[NodeRef<'d>]) -> Draft<'d> {
        match schemas {
            [] => Draft::Object(Vec::new()),
            [only] => self.schema(*only),
            _ => {
                let mut draft = Members::new();
                self.merge_into(schemas, &mut draft);
                draft.into_value()
            }
        }
    }

    fn lose_titles(&mut self, list: NodeRef<'d>, branches: &[NodeRef<'d>]) {
        let told = |b: &NodeRef<'_>| b.get("title").is_some() || b.get("description").is_some();
        if branches.iter().any(told) {
            let what = "titles and descriptions of alternatives";
            self.lose(LossKind::AnnotationDropped, list, what, "left out");
        }
    }
}

/// True when alternatives that are more than `null` take it, too. A branch that is only `null` has
/// been told already; what two alternatives take, `oneOf` refuses.
fn some_take_null(
    list: NodeRef<'_>,
    branches: &[NodeRef<'_>],
    flats: &[Flat<'_>],
    key: &str,
) -> bool {
    let told = list.items().count() > branches.len();
    let taking = flats.iter().filter(|flat| flat.nullable).count();
    !told && (taking == 1 || taking > 1 && key != "oneOf")
}
