//! Changes by pointer, made on a plain value: what lowering must come to.
#![allow(
    clippy::unwrap_used,
    clippy::too_many_lines,
    clippy::format_push_string,
    clippy::struct_excessive_bools,
    reason = "tables and writers of tests"
)]

use oneauth::document::{Document, NodeId, Pointer, Value};
use oneauth::edit::{Change, Position};

/// A place among members, by their keys or indexes before all changes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Spot {
    First,
    Last,
    After(String),
}

/// One change, by pointer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Step {
    Remove(String),
    Insert(String, Spot, String, Value),
    Push(String, Spot, Value),
    Replace(String, Value),
    Rename(String, String),
}

impl Step {
    /// The same change of a document.
    pub(crate) fn change(&self, document: &Document) -> Change {
        let id = |pointer: &str| {
            let pointer = Pointer::parse(pointer).unwrap();
            document
                .find(&pointer)
                .expect("the pointer names a node")
                .id()
        };
        let position = |container: NodeId, spot: &Spot| match spot {
            Spot::First => Position::First,
            Spot::Last => Position::Last,
            Spot::After(name) => Position::After(document.at(container).step(name).unwrap().id()),
        };
        match self.clone() {
            Self::Remove(pointer) => {
                let id = id(&pointer);
                if document.node(id).has_key() {
                    Change::RemoveEntry { entry: id }
                } else {
                    Change::RemoveItem { item: id }
                }
            }
            Self::Insert(pointer, spot, key, value) => Change::InsertEntry {
                object: id(&pointer),
                position: position(id(&pointer), &spot),
                key,
                value,
            },
            Self::Push(pointer, spot, value) => Change::InsertItem {
                array: id(&pointer),
                position: position(id(&pointer), &spot),
                value,
            },
            Self::Replace(pointer, value) => Change::Replace {
                node: id(&pointer),
                value,
            },
            Self::Rename(pointer, key) => Change::RenameKey {
                entry: id(&pointer),
                key,
            },
        }
    }
}

/// A value whose members remember what they were called at first.
enum Tree {
    Leaf(Value),
    Array(Vec<Slot>),
    Object(Vec<Slot>),
}

struct Slot {
    /// The key or index before all changes; `None` for what came.
    name: Option<String>,
    key: String,
    gone: bool,
    tree: Tree,
}

/// The value after all steps.
pub(crate) fn apply_steps(value: &Value, steps: &[Step]) -> Value {
    let mut tree = Tree::of(value);
    for step in steps {
        tree.step(step);
    }
    tree.value()
}

impl Tree {
    fn of(value: &Value) -> Self {
        let slot = |name: String, value: &Value| Slot {
            key: name.clone(),
            name: Some(name),
            gone: false,
            tree: Self::of(value),
        };
        match value {
            Value::Array(items) => Self::Array(
                items
                    .iter()
                    .enumerate()
                    .map(|(at, item)| slot(at.to_string(), item))
                    .collect(),
            ),
            Value::Object(members) => Self::Object(
                members
                    .iter()
                    .map(|(key, value)| slot(key.clone(), value))
                    .collect(),
            ),
            leaf => Self::Leaf(leaf.clone()),
        }
    }

    fn value(&self) -> Value {
        let kept = |slots: &'_ [Slot]| -> Vec<(String, Value)> {
            let kept = slots.iter().filter(|slot| !slot.gone);
            kept.map(|slot| (slot.key.clone(), slot.tree.value()))
                .collect()
        };
        match self {
            Self::Leaf(value) => value.clone(),
            Self::Array(slots) => Value::array(kept(slots).into_iter().map(|(_, value)| value)),
            Self::Object(slots) => Value::Object(kept(slots)),
        }
    }

    fn slots(&mut self) -> &mut Vec<Slot> {
        match self {
            Self::Array(slots) | Self::Object(slots) => slots,
            Self::Leaf(_) => panic!("a container was expected"),
        }
    }

    fn find(&mut self, pointer: &str) -> &mut Self {
        let pointer = Pointer::parse(pointer).unwrap();
        let mut at = self;
        for segment in pointer.segments() {
            at = &mut at.slot(&segment).tree;
        }
        at
    }

    fn slot(&mut self, name: &str) -> &mut Slot {
        let mut slots = self.slots().iter_mut();
        slots
            .find(|slot| slot.name.as_deref() == Some(name))
            .unwrap()
    }

    fn slot_at(&mut self, pointer: &str) -> &mut Slot {
        let pointer = Pointer::parse(pointer).unwrap();
        let name = pointer.segments().last().unwrap().into_owned();
        self.find(pointer.parent().unwrap().as_str()).slot(&name)
    }

    fn insert(&mut self, spot: &Spot, key: &str, value: &Value) {
        let slots = self.slots();
        let mut at = match spot {
            Spot::First => 0,
            Spot::Last => slots.len(),
            Spot::After(name) => {
                let named = |slot: &Slot| slot.name.as_ref() == Some(name);
                slots.iter().position(named).unwrap() + 1
            }
        };
        while slots.get(at).is_some_and(|slot| slot.name.is_none()) {
            at += 1;
        }
        let fresh = Slot {
            name: None,
            key: key.to_owned(),
            gone: false,
            tree: Self::Leaf(value.clone()),
        };
        slots.insert(at, fresh);
    }

    fn step(&mut self, step: &Step) {
        match step {
            Step::Remove(pointer) => self.slot_at(pointer).gone = true,
            Step::Rename(pointer, key) => self.slot_at(pointer).key.clone_from(key),
            Step::Replace(pointer, value) => *self.find(pointer) = Self::Leaf(value.clone()),
            Step::Insert(pointer, spot, key, value) => self.find(pointer).insert(spot, key, value),
            Step::Push(pointer, spot, value) => self.find(pointer).insert(spot, "", value),
        }
    }
}
