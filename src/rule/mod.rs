//! L4: the machinery that runs rules.
