//! Both trees, node by node: everything is where and what it was, but for the changes.

use super::broken::Broken;
use super::events::{Arrival, Fate, Plan};
use super::shift::Shift;
use crate::document::{Document, Flags, Kind, NodeId, Style, Symbol, Value};
use crate::edit::{Change, TextEdit};

/// The new tree is the old one with exactly `changes` made: order, duplicates, number text, aliases
/// and merge keys included. The bytes of the two were compared: `edits` made the one of the other.
pub(super) fn check(
    old: &Document,
    new: &Document,
    changes: &[Change],
    edits: &[TextEdit],
) -> Result<(), Broken> {
    let plan = Plan::of(old, changes);
    let count = old.nodes().len();
    let mut walk = Walk {
        old,
        new,
        places: vec![NodeId::NONE; count],
        symbols: vec![Symbol::NONE; old.symbols().count()],
        shift: Shift::new(edits),
        at: NodeId::ROOT,
    };
    let mut arrivals = plan.arrivals.iter().peekable();
    let mut fates = plan.fates.iter().peekable();
    let mut id = NodeId::ROOT;
    while id.index() < count {
        while let Some(arrival) = arrivals.next_if(|arrival| arrival.before <= id) {
            walk.arrival(arrival)?;
        }
        let fate = fates.next_if(|(node, _)| **node == id);
        id = match fate.map(|(_, fate)| fate) {
            None => walk.unchanged(id)?,
            Some(fate) => walk.changed(id, fate)?,
        };
    }
    for arrival in arrivals {
        walk.arrival(arrival)?;
    }
    if walk.at.index() == new.nodes().len() {
        Ok(())
    } else {
        Err(walk.differs(NodeId::ROOT, "there is more than was planned"))
    }
}

struct Walk<'d> {
    old: &'d Document,
    new: &'d Document,
    /// The new node for each old one.
    places: Vec<NodeId>,
    /// The new symbol for each old one that was compared.
    symbols: Vec<Symbol>,
    /// How far the bytes between the edits moved.
    shift: Shift<'d>,
    /// The next node of the new tree.
    at: NodeId,
}

impl Walk<'_> {
    #[cold]
    fn differs(&self, id: NodeId, what: &'static str) -> Broken {
        Broken::Differs {
            pointer: self.old.at(id).pointer(),
            what,
        }
    }

    /// The new node at hand, when it stands in the container that stands for `parent`.
    fn next(&self, id: NodeId, parent: NodeId) -> Result<NodeId, Broken> {
        let place = if parent == NodeId::NONE {
            parent
        } else {
            self.places[parent.index()]
        };
        match self.new.nodes().get(self.at.index()) {
            Some(node) if node.parent == place => Ok(self.at),
            Some(_) => Err(self.differs(id, "it stands in another place")),
            None => Err(self.differs(id, "it is missing")),
        }
    }

    fn arrival(&mut self, arrival: &Arrival<'_>) -> Result<(), Broken> {
        let at = self.next(arrival.container, arrival.container)?;
        let node = self.new.at(at);
        if node.key() != arrival.key.unwrap_or_default()
            || node.node().has_key() != arrival.key.is_some()
        {
            return Err(self.differs(arrival.container, "the new member has another key"));
        }
        self.value(arrival.container, at, arrival.value)
    }

    /// The new node has exactly this value; go on behind it.
    fn value(&mut self, id: NodeId, at: NodeId, value: &Value) -> Result<(), Broken> {
        let node = self.new.at(at);
        let budget = self.new.nodes().len() + 1;
        if Value::of(node, budget).as_ref() != Ok(value) {
            return Err(self.differs(id, "the new value is another one"));
        }
        self.at = node.node().next;
        Ok(())
    }

    fn changed(&mut self, id: NodeId, fate: &Fate<'_>) -> Result<NodeId, Broken> {
        let node = self.old.node(id);
        if fate.gone {
            return Ok(node.next);
        }
        let at = self.next(id, node.parent)?;
        match fate.key {
            Some(key) if self.new.at(at).key() != key => {
                return Err(self.differs(id, "it has another key"));
            }
            None => self.same_key(id, at)?,
            Some(_) => {}
        }
        if let Some(value) = fate.value {
            self.value(id, at, value)?;
            return Ok(node.next);
        }
        self.places[id.index()] = at;
        self.at = NodeId(at.0 + 1);
        if let Some(kind) = fate.filled {
            if self.new.node(at).kind != kind || !self.same_flags(id, at) {
                return Err(self.differs(id, "it is no longer what it was"));
            }
        } else {
            self.same_value(id, at)?;
        }
        Ok(NodeId(id.0 + 1))
    }

    fn unchanged(&mut self, id: NodeId) -> Result<NodeId, Broken> {
        let at = self.next(id, self.old.node(id).parent)?;
        if !self.is_only_moved(id, at) {
            self.same_key(id, at)?;
            self.same_value(id, at)?;
        }
        self.places[id.index()] = at;
        self.at = NodeId(at.0 + 1);
        Ok(NodeId(id.0 + 1))
    }

    /// True in the usual case, for a node whose bytes no edit touches and whose key was compared.
    #[inline]
    fn is_only_moved(&mut self, id: NodeId, at: NodeId) -> bool {
        let (old, new) = (self.old.node(id), self.new.node(at));
        let key = if old.has_key() {
            self.symbols[old.key.index()]
        } else {
            Symbol::NONE
        };
        let alike = (old.kind, old.flags, old.style) == (new.kind, new.flags, new.style);
        // a key that was not compared yet has no symbol in the new tree
        if !alike || key != new.key || old.has_key() != new.has_key() {
            return false;
        }
        match old.kind {
            Kind::Object | Kind::Array => true,
            Kind::Alias => false,
            _ => !is_block(old.style) && self.shift.moved(old.span()) == Some(new.span()),
        }
    }

    fn same_key(&mut self, id: NodeId, at: NodeId) -> Result<(), Broken> {
        let (old, new) = (self.old.node(id), self.new.node(at));
        if old.has_key() != new.has_key() {
            return Err(self.differs(id, "it has another key"));
        }
        if !old.has_key() {
            return Ok(());
        }
        let known = &mut self.symbols[old.key.index()];
        if *known == Symbol::NONE && self.old.at(id).key() == self.new.at(at).key() {
            *known = new.key;
        }
        let quoted = Flags::KEY_QUOTED;
        if *known != new.key || old.flags.has(quoted) != new.flags.has(quoted) {
            return Err(self.differs(id, "it has another key"));
        }
        Ok(())
    }

    fn same_flags(&self, id: NodeId, at: NodeId) -> bool {
        let mask = Flags::ANCHOR.0 | Flags::TAGGED.0;
        let (old, new) = (self.old.node(id), self.new.node(at));
        old.flags.0 & mask == new.flags.0 & mask
    }

    fn same_value(&mut self, id: NodeId, at: NodeId) -> Result<(), Broken> {
        let (old, new) = (self.old.node(id), self.new.node(at));
        if old.kind != new.kind || !self.same_flags(id, at) {
            return Err(self.differs(id, "it is of another kind"));
        }
        let same = match old.kind {
            Kind::Object | Kind::Array => true,
            Kind::Alias => self.same_target(id, at),
            _ if old.style != new.style => false,
            _ if self.shift.moved(old.span()) == Some(new.span()) && !is_block(old.style) => true,
            _ if is_block(old.style) => self.old.at(id).text() == self.new.at(at).text(),
            _ => self.old.at(id).raw() == self.new.at(at).raw(),
        };
        if same {
            Ok(())
        } else {
            Err(self.differs(id, "it has another value"))
        }
    }

    fn same_target(&self, id: NodeId, at: NodeId) -> bool {
        let old = self.old.at(id).target().id();
        let new = self.new.at(at).target().id();
        // an alias that names nothing is its own target
        if old == id {
            new == at && self.old.at(id).raw() == self.new.at(at).raw()
        } else {
            self.places[old.index()] == new
        }
    }
}

/// What a block scalar means depends on the indentation around it, not on its bytes alone.
const fn is_block(style: Style) -> bool {
    matches!(style, Style::Literal | Style::Folded)
}
