//! How the values of a parameter are written: `collectionFormat` in 2.0, `style` and `explode` in
//! 3.x, each with the defaults of its version.

use std::borrow::Cow;

use super::input::Input;
use super::walk::{Direction, Field, Walk};
use super::{facts, media};
use crate::diff::rules::contract as rules;
use crate::diff::sides::Draft;
use crate::document::{NodeRef, key};
use crate::spec::Spec;

/// What is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    List,
    Object,
    Plain,
}

/// How it is written, the same for all versions.
#[derive(PartialEq, Eq)]
enum Written {
    /// The value and nothing else.
    Plainly,
    /// A parameter for each item.
    Repeated,
    /// Items with this between them, in words.
    Between(&'static str),
    /// A style with a form of its own, exploded or not.
    Style(String, bool),
    /// As a text of this media type.
    Media(String),
}

impl Written {
    fn words(&self) -> String {
        match self {
            Self::Plainly => "as it is".into(),
            Self::Repeated => "once for each item".into(),
            Self::Between(what) => format!("with {what} between the items"),
            Self::Style(style, true) => format!("in the style `{style}`, exploded"),
            Self::Style(style, false) => format!("in the style `{style}`"),
            Self::Media(name) => format!("as `{name}`"),
        }
    }
}

/// Report an input that is written otherwise: the service does not read what clients send.
pub(super) fn compare<'d>(walk: &mut Walk<'_, '_, 'd>, was: &Input<'d>, is: &Input<'d>) {
    encoding(walk, was, is);
    let shapes = (shape(walk.sides.old, was), shape(walk.sides.new, is));
    let (Some(before), Some(after)) = shapes else {
        return;
    };
    if before != after || was.place != is.place {
        // reported as another type, or another place
        return;
    }
    let (before, after) = (
        written(walk.sides.old, was, before),
        written(walk.sides.new, is, after),
    );
    if before == after {
        return;
    }
    let message = format!(
        "the input `{}` is written {} now, and was {}",
        is.name,
        after.words(),
        before.words()
    );
    let draft = Draft::new(&rules::InputStyleChanged::META, message).breaks();
    let field = Field::new(Direction::Input, is.name.clone());
    let place = |one: &Input<'d>| said(one).or(Some(one.entry));
    walk.report(draft, &field, (place(was), place(is)));
}

/// Report an input that is encoded once and was twice, or the other way round: in a path a slash in
/// a value ends up elsewhere (`x-ms-url-encoding`).
fn encoding<'d>(walk: &mut Walk<'_, '_, 'd>, was: &Input<'d>, is: &Input<'d>) {
    let said = |one: &Input<'d>| one.node.get("x-ms-url-encoding");
    let twice = |node: NodeRef<'d>| node.is_str("double");
    let (old, new) = (said(was), said(is));
    if old.is_some_and(twice) == new.is_some_and(twice) {
        return;
    }
    let [now, before] = if new.is_some_and(twice) {
        ["twice", "once"]
    } else {
        ["once", "twice"]
    };
    let message = format!(
        "the input `{}` is encoded {now} in the URL now, and was {before}",
        is.name
    );
    let draft = Draft::new(&rules::InputStyleChanged::META, message).may_break();
    let field = Field::new(Direction::Input, is.name.clone());
    walk.report(
        draft,
        &field,
        (old.or(Some(was.entry)), new.or(Some(is.entry))),
    );
}

/// The member that says how it is written.
fn said<'d>(input: &Input<'d>) -> Option<NodeRef<'d>> {
    let node = input.encoding.unwrap_or(input.node);
    let all = [key::COLLECTION_FORMAT, key::STYLE, key::EXPLODE];
    all.into_iter().find_map(|symbol| node.member(symbol))
}

/// `None` for bodies, and for what may be one or the other.
fn shape(spec: &Spec<'_>, input: &Input<'_>) -> Option<Shape> {
    if matches!(input.place, "body" | "query string") {
        return None;
    }
    let types = facts::types(&facts::parts(spec, input.schema?));
    let is_some = |word: &str| types.iter().any(|one| one == word);
    match (is_some("array"), is_some("object"), types.len()) {
        (true, _, 1) => Some(Shape::List),
        (_, true, 1) => Some(Shape::Object),
        (false, false, 1..) => Some(Shape::Plain),
        _ => None,
    }
}

fn written(spec: &Spec<'_>, input: &Input<'_>, shape: Shape) -> Written {
    if !spec.version().is_3() {
        return of_collection(input, shape);
    }
    if let Some(media) = input.node.member(key::CONTENT).and_then(media::chosen) {
        return Written::Media(media.key().to_ascii_lowercase());
    }
    if input.place == "form" && input.is_multipart {
        // a part for each item, whatever its encoding says
        return if shape == Shape::List {
            Written::Repeated
        } else {
            Written::Plainly
        };
    }
    let node = input.encoding.unwrap_or(input.node);
    let own = (input.place != "form" || input.encoding.is_some()).then_some(node);
    let style = own.and_then(|node| node.member(key::STYLE)?.as_str());
    let usual = if matches!(input.place, "path" | "header") {
        "simple"
    } else {
        "form"
    };
    let style = style.map_or(usual.to_owned(), Cow::into_owned);
    let explode = own.and_then(|node| node.member(key::EXPLODE)?.as_bool());
    of_style(style, explode, shape)
}

/// Swagger 2.0, Parameter Object: `csv` unless it says otherwise.
fn of_collection(input: &Input<'_>, shape: Shape) -> Written {
    if shape != Shape::List {
        return Written::Plainly;
    }
    let format = input.node.member(key::COLLECTION_FORMAT);
    match format.map(NodeRef::text).as_deref() {
        None | Some("csv") => Written::Between("commas"),
        Some("ssv") => Written::Between("spaces"),
        Some("tsv") => Written::Between("tabs"),
        Some("pipes") => Written::Between("`|`"),
        Some("multi") => Written::Repeated,
        Some(other) => Written::Style(other.to_owned(), false),
    }
}

/// OpenAPI 3.x, Parameter Object: `form` is exploded unless it says otherwise, the others are not.
fn of_style(style: String, explode: Option<bool>, shape: Shape) -> Written {
    let explode = explode.unwrap_or(style == "form");
    match (style.as_str(), shape, explode) {
        ("form" | "simple", Shape::Plain, _) => Written::Plainly,
        ("form" | "spaceDelimited" | "pipeDelimited", Shape::List, true) => Written::Repeated,
        ("form", Shape::List, false) | ("simple", Shape::List, _) => Written::Between("commas"),
        ("spaceDelimited", Shape::List, false) => Written::Between("spaces"),
        ("pipeDelimited", Shape::List, false) => Written::Between("`|`"),
        ("deepObject", Shape::Object, _) | (_, Shape::Plain, _) => Written::Style(style, false),
        _ => Written::Style(style, explode),
    }
}
