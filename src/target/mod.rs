//! L4: what each platform takes, as data with evidence.
