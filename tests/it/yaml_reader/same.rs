//! Two documents are the same, node by node.

use oneauth::document::{Document, Flags, Node};

/// What must be equal in a node; how its text is kept (decoded or not) may differ.
fn facts(document: &Document, node: &Node) -> impl PartialEq + std::fmt::Debug + use<> {
    let kept = Flags::ESCAPED.with(Flags::DECODED).0;
    (
        (node.start, node.end, node.key_start, node.key_end),
        document.symbols().text(node.key).to_owned(),
        (node.parent, node.next),
        (node.kind, node.style, node.flags.0 & !kept),
        node.has_key(),
    )
}

/// The first difference.
pub(super) fn difference(one: &Document, two: &Document) -> Option<String> {
    if one.nodes().len() != two.nodes().len() {
        return Some(format!(
            "{} and {} nodes",
            one.nodes().len(),
            two.nodes().len()
        ));
    }
    for (index, (a, b)) in one.nodes().iter().zip(two.nodes()).enumerate() {
        let id = oneauth::document::NodeId(index as u32);
        let (x, y) = (facts(one, a), facts(two, b));
        if x != y {
            return Some(format!("node {index}: {x:?}\n and {y:?}"));
        }
        let (a, b) = (one.at(id), two.at(id));
        if a.target().id() != b.target().id() {
            return Some(format!("node {index}: two targets"));
        }
        if !a.node().is_container() && a.text() != b.text() {
            return Some(format!("node {index}: {:?} and {:?}", a.text(), b.text()));
        }
    }
    if one.problems() != two.problems() {
        return Some(format!("{:?} and {:?}", one.problems(), two.problems()));
    }
    None
}

pub(super) fn assert_same(one: &Document, two: &Document) {
    if let Some(difference) = difference(one, two) {
        panic!("{difference}\nin:\n{}", one.text());
    }
}
