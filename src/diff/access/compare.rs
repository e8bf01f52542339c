//! Everything about access, in one order.

use super::pairs::SchemePairs;
use super::{requirements, scheme, server, table, transport};
use crate::diff::SecurityChange;
use crate::diff::operations::Pairing;
use crate::diff::sides::Sides;

/// Report who gets in now and who did; give the operations whose protection differs.
pub(in crate::diff) fn compare<'d>(
    sides: &mut Sides<'_, 'd>,
    pairing: &Pairing<'d>,
) -> Vec<SecurityChange> {
    let schemes = SchemePairs::of(sides.old, sides.new);
    scheme::report(sides, &schemes);
    requirements::report(sides, pairing, &schemes);
    requirements::report_added(sides, pairing);
    let groups = transport::groups(sides, pairing);
    transport::report(sides, &groups);
    server::report(sides, &groups);
    table::rows(sides, pairing)
}
