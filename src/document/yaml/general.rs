//! The same tree from YAML events (granit-parser: byte spans, no unsafe, non-recursive).
#![allow(missing_docs, clippy::all, clippy::pedantic, clippy::unwrap_used)]
use crate::document::read::Refusal;
use crate::document::tree::mark_duplicates;
use crate::document::*;
use crate::text::{SourceFile, Span};
use granit_parser::{Event, Parser, ScalarStyle, StructureStyle};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::sync::Arc;

/// YAML 1.2 core schema for plain scalars; second value: YAML 1.1 readers see another type.
pub fn plain_kind(s: &str) -> (Kind, bool) {
    let b = s.as_bytes();
    let Some(&c) = b.first() else {
        return (Kind::Null, false);
    };
    match c {
        b'~' | b'n' | b'N' if matches!(s, "~" | "null" | "Null" | "NULL") => {
            return (Kind::Null, false);
        }
        b't' | b'T' if matches!(s, "true" | "True" | "TRUE") => return (Kind::True, false),
        b'f' | b'F' if matches!(s, "false" | "False" | "FALSE") => return (Kind::False, false),
        b'y' | b'Y' | b'n' | b'N' | b'o' | b'O' if b.len() <= 3 => {
            let y = matches!(
                s,
                "y" | "Y"
                    | "yes"
                    | "Yes"
                    | "YES"
                    | "n"
                    | "N"
                    | "no"
                    | "No"
                    | "NO"
                    | "on"
                    | "On"
                    | "ON"
                    | "off"
                    | "Off"
                    | "OFF"
            );
            return (Kind::String, y);
        }
        b'0'..=b'9' | b'+' | b'-' | b'.' => {}
        _ => return (Kind::String, false),
    }
    if c == b'0' && b.len() > 2 {
        if b[1] == b'x' && b[2..].iter().all(u8::is_ascii_hexdigit) {
            return (Kind::Integer, false);
        }
        if b[1] == b'o' && b[2..].iter().all(|c| (b'0'..=b'7').contains(c)) {
            return (Kind::Integer, true);
        }
    }
    let u = if matches!(c, b'+' | b'-') { &b[1..] } else { b };
    if u.is_empty() {
        return (Kind::String, false);
    }
    if u.iter().all(u8::is_ascii_digit) {
        return (Kind::Integer, u.len() > 1 && u[0] == b'0');
    }
    if matches!(u, b".inf" | b".Inf" | b".INF") || matches!(b, b".nan" | b".NaN" | b".NAN") {
        return (Kind::Float, false);
    }
    // [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?
    let mut i = 0;
    let dig = |mut i: usize| {
        while i < u.len() && u[i].is_ascii_digit() {
            i += 1;
        }
        i
    };
    let d = dig(i);
    let ok = if d > i {
        i = d;
        if u.get(i) == Some(&b'.') {
            i = dig(i + 1);
        }
        true
    } else if u[0] == b'.' {
        let e = dig(1);
        i = e;
        e > 1
    } else {
        false
    };
    if ok {
        if let Some(b'e' | b'E') = u.get(i) {
            let mut j = i + 1;
            if let Some(b'+' | b'-') = u.get(j) {
                j += 1;
            }
            let e = dig(j);
            if e > j && e == u.len() {
                return (Kind::Float, false);
            }
        } else if i == u.len() {
            return (Kind::Float, false);
        }
    }
    // YAML 1.1: sexagesimal, underscores, binary, dates
    let y11 = u
        .iter()
        .all(|c| c.is_ascii_digit() || matches!(c, b':' | b'_' | b'.'))
        && u.iter().any(|c| matches!(c, b':' | b'_'))
        || (b.len() >= 10
            && b[4] == b'-'
            && b[7] == b'-'
            && b[..4].iter().all(u8::is_ascii_digit)
            && b[5..7].iter().all(u8::is_ascii_digit)
            && b[8..10].iter().all(u8::is_ascii_digit));
    (Kind::String, y11)
}

struct Frame {
    id: NodeId,
    obj: bool,
    /// end of the last thing inside
    last: u32,
    flow: bool,
}

pub(in crate::document) fn read(
    source: &Arc<SourceFile>,
    o: ReadOptions,
) -> Result<Document, Refusal> {
    let src = source.text();
    let opts = granit_parser::options! {
        emit_comments: false,
        flow_nesting_limit: o.max_depth as usize,
        block_nesting_limit: o.max_depth as usize,
        simple_key_max_lookahead: 64 << 10,
    };
    let b = src.as_bytes();
    let mut nodes: Vec<Node> = Vec::with_capacity(src.len() / 24 + 16);
    let mut syms = Symbols::default();
    let mut owned: FxHashMap<NodeId, Box<str>> = FxHashMap::default();
    let mut alias: FxHashMap<NodeId, NodeId> = FxHashMap::default();
    let mut anchors: FxHashMap<usize, NodeId> = FxHashMap::default();
    let mut key_anchors: FxHashMap<usize, Symbol> = FxHashMap::default();
    let mut diags = vec![];
    let mut seen: Vec<u32> = vec![];
    let mut stack: Vec<Frame> = Vec::with_capacity(64);
    // the key waiting for its value
    let mut key: Option<(u32, u32, Symbol, Flags)> = None;
    let mut docs = 0;

    for ev in Parser::new_from_str_with_options(src, opts) {
        let (ev, span) = match ev {
            Ok(x) => x,
            Err(e) => {
                let at = e.marker().byte_offset().unwrap_or(0) as u32;
                return Err(Refusal::new(
                    Span::new(at, at),
                    e.info().to_string(),
                    "here",
                ));
            }
        };
        let r = span.byte_range().unwrap_or(0..0);
        let (s, e) = (r.start as u32, r.end as u32);
        let want_key = key.is_none() && stack.last().is_some_and(|f| f.obj);
        match ev {
            Event::DocumentStart(..) => {
                docs += 1;
                if docs > 1 {
                    return Err(Refusal::new(
                        Span::new(s, e),
                        "a second document in the file",
                        "it starts here",
                    )
                    .help("put each document into a file of its own"));
                }
            }
            Event::Scalar(text, style, anchor, tag) => {
                if want_key {
                    let sym = syms.intern(&text);
                    let q = if style == ScalarStyle::Plain {
                        Flags::default()
                    } else {
                        Flags::KEY_QUOTED
                    };
                    if anchor > 0 {
                        key_anchors.insert(anchor, sym);
                    }
                    key = Some((s, e, sym, q));
                    stack.last_mut().unwrap().last = e;
                    continue;
                }
                let id = NodeId(nodes.len() as u32);
                let (ks, ke, sym, kf) =
                    key.take().unwrap_or((0, 0, Symbol::NONE, Flags::default()));
                let mut n = Node {
                    start: s,
                    end: e,
                    key_start: ks,
                    key_end: ke,
                    key: sym,
                    parent: stack.last().map_or(NodeId::NONE, |f| f.id),
                    next: NodeId(id.0 + 1),
                    kind: Kind::String,
                    flags: kf,
                    style: Style::None,
                    indent: 0,
                };
                let tagged = tag.as_ref().is_some_and(|t| {
                    !t.is_yaml_core_schema_tag("str") || style != ScalarStyle::Plain
                });
                n.style = match style {
                    ScalarStyle::Plain => {
                        if let Some(t) = &tag {
                            if !t.is_yaml_core_schema_tag("str") {
                                n.kind = plain_kind(&text).0;
                            }
                        } else if s == e {
                            n.kind = Kind::Null;
                            n.start = after_indicator(b, e, ke);
                            n.end = n.start;
                        } else {
                            let (kd, y11) = plain_kind(&text);
                            n.kind = kd;
                            if y11 {
                                n.flags.set(Flags::YAML_1_1);
                            }
                        }
                        Style::Plain
                    }
                    ScalarStyle::SingleQuoted => Style::Single,
                    ScalarStyle::DoubleQuoted => Style::Double,
                    ScalarStyle::Literal | ScalarStyle::Folded => {
                        let st = if style == ScalarStyle::Literal {
                            Style::Literal
                        } else {
                            Style::Folded
                        };
                        let from = if ks == ke && sym == Symbol::NONE {
                            stack.last().map_or(0, |f| f.last)
                        } else {
                            ke
                        };
                        n.start =
                            header(b, from, s, if st == Style::Literal { b'|' } else { b'>' });
                        // the scalar ends with its last line; keep the final break out of the span
                        let mut x = e as usize;
                        while x > n.start as usize && matches!(b[x - 1], b'\n' | b'\r' | b' ') {
                            x -= 1;
                        }
                        n.end = x as u32;
                        st
                    }
                };
                if tagged {
                    n.flags.set(Flags::TAGGED);
                }
                if n.kind == Kind::String {
                    match text {
                        Cow::Borrowed(_)
                            if matches!(n.style, Style::Plain | Style::Single | Style::Double) => {}
                        t => {
                            n.flags.set(Flags::DECODED);
                            owned.insert(id, t.into_owned().into_boxed_str());
                        }
                    }
                }
                if anchor > 0 {
                    n.flags.set(Flags::ANCHOR);
                    anchors.insert(anchor, id);
                }
                let end = n.end;
                nodes.push(n);
                if let Some(f) = stack.last_mut() {
                    f.last = f.last.max(end);
                }
            }
            Event::Alias(a) => {
                if want_key {
                    // an alias as a key: the anchored scalar's text, where there is one
                    let sym = match (key_anchors.get(&a), anchors.get(&a)) {
                        (Some(s), _) => *s,
                        (_, Some(t)) if nodes[t.index()].kind < Kind::Array => {
                            let n = nodes[t.index()];
                            let t = owned
                                .get(t)
                                .map_or(&src[n.start as usize..n.end as usize], |b| &**b);
                            syms.intern(t)
                        }
                        _ => syms.intern(&src[s as usize..e as usize]),
                    };
                    key = Some((s, e, sym, Flags::default()));
                    stack.last_mut().unwrap().last = e;
                    continue;
                }
                let id = NodeId(nodes.len() as u32);
                let (ks, ke, sym, kf) =
                    key.take().unwrap_or((0, 0, Symbol::NONE, Flags::default()));
                nodes.push(Node {
                    start: s,
                    end: e,
                    key_start: ks,
                    key_end: ke,
                    key: sym,
                    parent: stack.last().map_or(NodeId::NONE, |f| f.id),
                    next: NodeId(id.0 + 1),
                    kind: Kind::Alias,
                    flags: kf,
                    style: Style::None,
                    indent: 0,
                });
                if let Some(sym) = key_anchors.get(&a) {
                    let n = nodes.last_mut().unwrap();
                    n.kind = Kind::String;
                    n.flags.set(Flags::DECODED);
                    owned.insert(id, syms.text(*sym).into());
                } else if let Some(t) = anchors.get(&a) {
                    // an alias inside its own anchor would be a cycle
                    if stack.iter().any(|f| f.id == *t) {
                        return Err(Refusal::new(
                            Span::new(s, e),
                            "the alias is inside what it names",
                            "a cycle",
                        ));
                    } else {
                        alias.insert(id, *t);
                    }
                }
                if let Some(f) = stack.last_mut() {
                    f.last = f.last.max(e);
                }
            }
            Event::SequenceStart(st, a, _) | Event::MappingStart(st, a, _) => {
                if want_key {
                    return Err(Refusal::new(
                        Span::new(s, s),
                        "a mapping or list as a key",
                        "keys are strings here",
                    ));
                }
                let obj = matches!(ev, Event::MappingStart(..));
                let id = NodeId(nodes.len() as u32);
                let (ks, ke, sym, kf) =
                    key.take().unwrap_or((0, 0, Symbol::NONE, Flags::default()));
                let flow = st == StructureStyle::Flow;
                let mut n = Node {
                    start: s,
                    end: e,
                    key_start: ks,
                    key_end: ke,
                    key: sym,
                    parent: stack.last().map_or(NodeId::NONE, |f| f.id),
                    next: NodeId(id.0 + 1),
                    kind: if obj { Kind::Object } else { Kind::Array },
                    flags: kf,
                    style: Style::None,
                    indent: 0,
                };
                if flow {
                    n.flags.set(Flags::FLOW);
                }
                if a > 0 {
                    n.flags.set(Flags::ANCHOR);
                    anchors.insert(a, id);
                }
                if !obj && !flow && ke > 0 {
                    n.start = keyed_dash(b, ke, s);
                }
                let last = n.start;
                nodes.push(n);
                stack.push(Frame {
                    id,
                    obj,
                    last,
                    flow,
                });
            }
            Event::SequenceEnd | Event::MappingEnd => {
                let Some(f) = stack.pop() else { continue };
                let next = NodeId(nodes.len() as u32);
                let n = &mut nodes[f.id.index()];
                n.next = next;
                n.end = if f.flow { e } else { f.last };
                let end = n.end;
                if f.obj {
                    {
                        if seen.len() < syms.count() {
                            seen.resize(syms.count() * 2, 0);
                        }
                        mark_duplicates(&mut nodes, &mut diags, &mut seen, f.id)
                    };
                }
                if let Some(p) = stack.last_mut() {
                    p.last = p.last.max(end);
                }
            }
            _ => {}
        }
    }
    let merges = nodes.iter().any(|n| n.key == crate::document::key::MERGE);
    nodes.shrink_to_fit();
    if nodes.is_empty() {
        return Err(Refusal::new(
            Span::empty(0),
            "the document is empty",
            "nothing to read",
        ));
    }
    Ok(Document {
        source: Arc::clone(source),
        format: Format::Yaml,
        nodes,
        symbols: syms,
        decoded: owned,
        aliases: alias,
        problems: diags,
        merges,
    })
}

/// An empty value's place: right after the `:` (or after the dash).
fn after_indicator(b: &[u8], at: u32, key_end: u32) -> u32 {
    let mut i = key_end.max(at) as usize;
    if key_end == 0 {
        let d = dash(b, at);
        return if d == at { at } else { d + 1 };
    }
    i = i.min(b.len());
    let mut j = key_end as usize;
    while j < b.len() && matches!(b[j], b' ' | b'\t') {
        j += 1;
    }
    if b.get(j) == Some(&b':') {
        (j + 1) as u32
    } else {
        i as u32
    }
}
/// Start of a block scalar's header (`|` or `>`), searched from the end of its key or dash.
fn header(b: &[u8], from: u32, content: u32, c: u8) -> u32 {
    // back from the content: the header is the last line before it that is not blank
    let mut e = content as usize;
    loop {
        // to the end of the line before
        while e > from as usize && b[e - 1] != b'\n' {
            e -= 1;
        }
        if e <= from as usize {
            break;
        }
        e -= 1;
        let ls = memchr::memrchr(b'\n', &b[..e])
            .map_or(0, |p| p + 1)
            .max(from as usize);
        let line = &b[ls..e];
        let cut = memchr::memmem::find(line, b" #").unwrap_or(line.len());
        if let Some(p) = memchr::memrchr(c, &line[..cut]) {
            return (ls + p) as u32;
        }
        e = ls;
    }
    // an empty block scalar: its span may start on the header's own line
    memchr::memchr(c, &b[from as usize..]).map_or(content, |p| from + p as u32)
}
/// A block sequence under a key: the event points at its dash or, when the dash is not indented, at
/// the first item; so look for the dash from the key on, over comments and properties.
fn keyed_dash(b: &[u8], key_end: u32, s: u32) -> u32 {
    let mut i = key_end as usize;
    while i < b.len() && b[i] != b':' {
        i += 1;
    }
    i += 1;
    while i < b.len() {
        match b[i] {
            b' ' | b'\t' | b'\r' | b'\n' => i += 1,
            b'#' => i = memchr::memchr(b'\n', &b[i..]).map_or(b.len(), |n| i + n),
            b'&' | b'!' => {
                while i < b.len() && !matches!(b[i], b' ' | b'\t' | b'\r' | b'\n') {
                    i += 1;
                }
            }
            b'-' => return i as u32,
            _ => break,
        }
    }
    s
}
/// A block sequence's event points at its first item's content; step back to the dash
/// over blanks, line breaks, comments and properties.
fn dash(b: &[u8], s: u32) -> u32 {
    let mut e = s as usize;
    for _ in 0..64 {
        let ls = memchr::memrchr(b'\n', &b[..e]).map_or(0, |p| p + 1);
        let line = &b[ls..e];
        let cut = (0..line.len())
            .find(|&i| line[i] == b'#' && (i == 0 || matches!(line[i - 1], b' ' | b'\t')))
            .unwrap_or(line.len());
        let hit = (0..cut).rev().find(|&i| {
            line[i] == b'-'
                && (i + 1 >= line.len() || matches!(line[i + 1], b' ' | b'\t' | b'\r' | b'\n'))
                && (i == 0 || matches!(line[i - 1], b' ' | b'\t'))
        });
        if let Some(i) = hit {
            return (ls + i) as u32;
        }
        if ls == 0 {
            break;
        }
        e = ls - 1;
    }
    s
}
