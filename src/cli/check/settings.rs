//! `check --print-settings`

use super::plan::Plan;
use crate::cli::terminal::Terminal;
use crate::config;
use crate::error::Result;
use crate::outcome::Outcome;

pub(super) fn print(plan: &Plan, terminal: &Terminal) -> Result<Outcome> {
    terminal.out(|out, _| {
        for entry in &plan.entries {
            let file = entry.item.path.display().to_string();
            let text = config::print(&file, &entry.settings, entry.config.as_deref());
            out.write_all(text.as_bytes())?;
        }
        Ok(())
    })?;
    Ok(Outcome::Clean)
}
