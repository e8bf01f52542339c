//! Paths that match some calls of each other, neither of them the more exact one.

use rustc_hash::FxHashMap;

/// How far the search goes in one document: paths can be made to branch at each segment.
const MOST_STEPS: usize = 500_000;

/// The paths seen so far, by segment.
pub(super) struct Crossings<'d> {
    nodes: Vec<Node>,
    /// The node behind a fixed segment of a node.
    fixed: FxHashMap<(usize, &'d str), usize>,
    steps: usize,
}

#[derive(Default)]
struct Node {
    /// The nodes behind its fixed segments.
    fixed: Vec<usize>,
    variable: Option<usize>,
    ends: Vec<usize>,
}

/// A place in the search: how many segments were matched, and which side was the wider somewhere.
#[derive(Clone, Copy)]
struct Step {
    node: usize,
    segment: usize,
    wider: bool,
    narrower: bool,
}

impl<'d> Crossings<'d> {
    pub(super) fn new() -> Self {
        Self {
            nodes: vec![Node::default()],
            fixed: FxHashMap::default(),
            steps: 0,
        }
    }

    /// The numbers of earlier paths that some calls of this one match too, where one has a variable
    /// for a fixed part of the other, and the other for one of its; then remembers this one.
    pub(super) fn add(&mut self, path: &'d str, number: usize) -> Vec<usize> {
        let segments: Vec<&'d str> = path.split('/').collect();
        let mut found = Vec::new();
        if path.contains('{') {
            self.search(&segments, &mut found);
        }
        self.insert(&segments, number);
        found.sort_unstable();
        found
    }

    fn search(&mut self, segments: &[&'d str], found: &mut Vec<usize>) {
        let mut open = vec![Step {
            node: 0,
            segment: 0,
            wider: false,
            narrower: false,
        }];
        while let Some(step) = open.pop() {
            self.steps += 1;
            if self.steps > MOST_STEPS {
                return;
            }
            let node = &self.nodes[step.node];
            let Some(segment) = segments.get(step.segment) else {
                if step.wider && step.narrower {
                    found.extend(&node.ends);
                }
                continue;
            };
            let on = |node, wider, narrower| Step {
                node,
                segment: step.segment + 1,
                wider,
                narrower,
            };
            if is_variable(segment) {
                let variable = node.variable.map(|to| on(to, step.wider, step.narrower));
                let fixed = node.fixed.iter().map(|to| on(*to, true, step.narrower));
                open.extend(fixed.chain(variable));
            } else {
                let variable = node.variable.map(|to| on(to, step.wider, true));
                let same = self.fixed.get(&(step.node, *segment));
                let same = same.map(|to| on(*to, step.wider, step.narrower));
                open.extend(same.into_iter().chain(variable));
            }
        }
    }

    fn insert(&mut self, segments: &[&'d str], number: usize) {
        let mut at = 0;
        for segment in segments {
            let next = self.nodes.len();
            let node = &mut self.nodes[at];
            let to = if is_variable(segment) {
                *node.variable.get_or_insert(next)
            } else {
                let to = *self.fixed.entry((at, segment)).or_insert(next);
                if to == next {
                    node.fixed.push(next);
                }
                to
            };
            if to == next {
                self.nodes.push(Node::default());
            }
            at = to;
        }
        self.nodes[at].ends.push(number);
    }
}

/// True when a segment is a variable and nothing else.
fn is_variable(segment: &str) -> bool {
    let name = segment.strip_prefix('{').and_then(|s| s.strip_suffix('}'));
    name.is_some_and(|name| !name.contains(['{', '}']))
}
