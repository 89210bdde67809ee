//! The command line.

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use lantu::parse::YEARS;
use lantu::plan::{DateBasis, Issued};

mod explain;
mod extract;
mod files;
mod package;

/// Reads Chinese city plans and prints what they promise.
#[derive(Parser)]
#[command(name = "lantu", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Print every quantified statement of plan texts.
    Extract(extract::Extract),
    /// Print how one sentence was read, rule by rule.
    Explain(explain::Explain),
    /// Write the whole data set as a Frictionless data package.
    Package(package::Package),
}

fn main() -> ExitCode {
    match Cli::parse().command {
        Command::Extract(options) => extract::run(&options),
        Command::Explain(options) => explain::run(&options),
        Command::Package(options) => package::run(&options),
    }
}

/// Reads `2021`, `2021-03` or `2021-03-01`.
fn parse_date(text: &str) -> Result<Issued, String> {
    let expected = || format!("expected YYYY, YYYY-MM or YYYY-MM-DD, found `{text}`");
    let mut parts = text.split('-');
    let year = parts
        .next()
        .filter(|year| year.len() == 4)
        .and_then(|year| year.parse().ok());
    let mut part = |most: u8| match parts.next() {
        None => Ok(None),
        Some(digits) => match digits.parse() {
            Ok(number) if (1..=most).contains(&number) => Ok(Some(number)),
            _ => Err(expected()),
        },
    };
    let (month, day) = (part(12)?, part(31)?);
    match (year, parts.next()) {
        (Some(year), None) if !YEARS.contains(&year) => {
            let (first, last) = (YEARS.start(), YEARS.end());
            Err(format!(
                "expected a year from {first} to {last}, found {year}"
            ))
        }
        (Some(year), None) => Ok(Issued {
            year: Some(year),
            month,
            day,
            basis: DateBasis::Signed,
        }),
        _ => Err(expected()),
    }
}
