//! `oneauth providers`

use super::args::ProvidersArgs;
use super::terminal::Terminal;
use crate::connector::providers::{self, Provider};
use crate::error::{Error, Result};
use crate::outcome::Outcome;
use crate::text::suggest;

pub(super) fn run(args: &ProvidersArgs, terminal: &Terminal) -> Result<Outcome> {
    let Some(name) = &args.name else {
        terminal.out(|out, _| {
            let width = |text: fn(&Provider) -> &str| {
                let lengths = providers::all().map(|one| text(one).chars().count());
                lengths.max().unwrap_or_default()
            };
            let (ids, titles) = (width(|one| one.id), width(|one| one.title));
            for Provider {
                id, title, fields, ..
            } in providers::all()
            {
                let names: Vec<&str> = fields.iter().map(|field| field.name).collect();
                let needs = match names.as_slice() {
                    [] => String::new(),
                    names => format!("fill in: {}", names.join(", ")),
                };
                let line = format!("{id:<ids$}  {title:<titles$}  {needs}");
                writeln!(out, "{}", line.trim_end())?;
            }
            writeln!(out, "\n`oneauth providers NAME` tells more.")
        })?;
        return Ok(Outcome::Clean);
    };
    let Some(provider) = providers::find(name) else {
        return Err(Error::Usage {
            message: format!("there is no provider `{name}`"),
            help: suggest::help(name, providers::all().map(|one| one.id))
                .or_else(|| Some("`oneauth providers` lists them".into())),
        });
    };
    terminal.out(|out, _| out.write_all(page(provider).as_bytes()))?;
    Ok(Outcome::Clean)
}

fn page(provider: &Provider) -> String {
    let mut lines = vec![
        format!("# {}\n", provider.title),
        format!("- Authorization URL: {}", provider.authorization_url),
        format!("- Token URL: {}", provider.token_url),
        format!(
            "- Refresh URL: {}",
            provider.refresh_url.unwrap_or(provider.token_url)
        ),
        format!("- Between scopes: {:?}", provider.scope_delimiter),
        format!("- Scopes always asked for: {}", provider.scopes.join(" ")),
    ];
    for field in provider.fields {
        let usual = field
            .default
            .map_or_else(String::new, |text| format!("; usually {text}"));
        lines.push(format!("- Fill in `{}`: {}{usual}", field.name, field.says));
    }
    lines.push(format!("\n{}", provider.note));
    for evidence in provider.evidence {
        lines.push(format!(
            "\nSource: {} ({}): {}",
            evidence.page, evidence.read_on, evidence.says
        ));
    }
    lines.push(String::new());
    lines.join("\n")
}
