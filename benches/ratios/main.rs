//! How fast oneauth is compared with the work of others on the same bytes, in one run:
//! `cargo bench --bench ratios`.
//!
//! Each row runs its contestants in turn, many rounds, and keeps each one's least time, so that other
//! work on the machine disturbs them little and alike; what works on several cores needs them free.
//! With `ONEAUTH_CORPUS` set the inputs are real descriptions; without, made ones of the same size.

#![allow(clippy::print_stdout, reason = "the table is what this is for")]
#![allow(
    clippy::cast_precision_loss,
    reason = "ratios are shown with two digits"
)]

mod comparing;
mod contest;
mod inputs;
mod memory;
mod plain;
mod process;
mod reading;
mod work;

use contest::Table;

fn main() {
    let inputs = inputs::Inputs::collect();
    println!("inputs: {}", inputs.origin());
    let mut table = Table::default();
    reading::rows(&inputs, &mut table);
    work::rows(&inputs, &mut table);
    comparing::rows(&inputs, &mut table);
    process::rows(&inputs, &mut table);
    memory::rows(&inputs, &mut table);
    println!("{table}");
}
