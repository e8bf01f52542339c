//! L6: one ordered report, one file per output format.
