//! Paths that match some calls of each other, neither of them the more exact one.

use rustc_hash::FxHashMap;

/// How far the search goes in one document: paths can be made to branch at each segment.
const MOST_STEPS: usize = 500_000;

/// Most paths have fewer segments.
const USUAL_LENGTH: usize = 16;

/// Different sets of variable segments, of paths of one length, that are compared with each other.
const MOST_KINDS: usize = 64;

/// The paths seen so far, by segment.
pub(super) struct Crossings<'d> {
    /// A bit for each length, in segments, of which some paths may cross.
    lengths: u64,
    nodes: Vec<Node>,
    /// The node behind a fixed segment of a node.
    fixed: FxHashMap<(usize, &'d [u8]), usize>,
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
    /// Of these paths; none is seen yet.
    pub(super) fn of(paths: impl Iterator<Item = &'d str>) -> Self {
        Self {
            lengths: lengths(paths),
            nodes: vec![Node::default()],
            fixed: FxHashMap::default(),
            steps: 0,
        }
    }

    /// The numbers of earlier paths that some calls of this one match too, where one has a variable
    /// for a fixed part of the other, and the other for one of its; then remembers this one.
    pub(super) fn add(&mut self, path: &'d str, number: usize) -> Vec<usize> {
        if self.lengths & length_bit(path) == 0 {
            return Vec::new();
        }
        let mut segments = Vec::with_capacity(USUAL_LENGTH);
        segments.extend(split(path));
        let mut found = Vec::new();
        if path.contains('{') {
            self.search(&segments, &mut found);
        }
        self.insert(&segments, number);
        found.sort_unstable();
        found
    }

    fn search(&mut self, segments: &[&'d [u8]], found: &mut Vec<usize>) {
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

    fn insert(&mut self, segments: &[&'d [u8]], number: usize) {
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

/// The lengths of which some paths may cross: each has a variable where the other has none.
fn lengths<'d>(paths: impl Iterator<Item = &'d str>) -> u64 {
    let templates = paths.filter(|path| path.contains('{'));
    let mut kinds: Vec<_> = templates
        .map(|path| (length_bit(path), variables(path)))
        .collect();
    kinds.sort_unstable();
    kinds.dedup();
    let of_a_length = kinds.chunk_by(|a, b| a.0 == b.0);
    let may_cross = of_a_length.filter(|some| {
        let is_long = some[0].0 == LONG;
        is_long || some.len() > MOST_KINDS || are_apart(some)
    });
    may_cross.fold(0, |all, some| all | some[0].0)
}

/// True when neither of some two sets holds the other one.
fn are_apart(kinds: &[(u64, u64)]) -> bool {
    let apart = |a: u64, b: u64| a & !b != 0 && b & !a != 0;
    let mut firsts = kinds.iter().enumerate();
    firsts.any(|(at, a)| kinds[at + 1..].iter().any(|b| apart(a.1, b.1)))
}

/// The bit that very long paths share.
const LONG: u64 = 1 << 63;

/// The bit of a path's length.
fn length_bit(path: &str) -> u64 {
    let slashes = path.bytes().filter(|byte| *byte == b'/').count();
    1_u64.checked_shl(slashes as u32).unwrap_or(LONG)
}

/// A bit for each segment that is a variable, unless the path is very long.
fn variables(path: &str) -> u64 {
    let variables = split(path).enumerate();
    let variables = variables.filter(|(_, segment)| is_variable(segment));
    variables.fold(0, |bits, (at, _)| bits | 1 << (at % 64))
}

/// What stands between the slashes.
fn split(path: &str) -> impl Iterator<Item = &[u8]> {
    path.as_bytes().split(|byte| *byte == b'/')
}

/// True when a segment is a variable and nothing else.
fn is_variable(segment: &[u8]) -> bool {
    let [b'{', name @ .., b'}'] = segment else {
        return false;
    };
    !name.iter().any(|byte| matches!(byte, b'{' | b'}'))
}
