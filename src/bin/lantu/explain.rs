//! `lantu explain`: how one sentence was read, rule by rule.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use lantu::parse::{self, Context};
use lantu::plan::{Issued, Span, Text};

use super::files;

#[derive(Args)]
pub struct Explain {
    /// A plan's text in UTF-8 or GB18030.
    file: PathBuf,
    #[command(flatten)]
    place: Place,
    /// When the plan was issued: YYYY, YYYY-MM or YYYY-MM-DD. Settles 今年; else a report's own date does.
    #[arg(long, value_name = "DATE", value_parser = super::parse_date)]
    issued: Option<Issued>,
}

#[derive(Args)]
#[group(required = true, multiple = false)]
struct Place {
    /// The sentence at this character, counted from 0 as in `start` of the rows.
    #[arg(long, value_name = "OFFSET")]
    at: Option<u32>,
    /// All sentences of this line, counted from 1.
    #[arg(long, value_name = "N")]
    line: Option<usize>,
}

/// Prints the reading, or says that there is none at that place.
pub fn run(options: &Explain) -> ExitCode {
    match told(options) {
        Ok(told) => {
            print!("{told}");
            ExitCode::SUCCESS
        }
        Err(reason) => {
            eprintln!("{reason}");
            ExitCode::FAILURE
        }
    }
}

fn told(options: &Explain) -> Result<String, String> {
    let text = files::load(&options.file)?;
    let span = match (options.place.at, options.place.line) {
        (Some(at), _) => Some(Span { start: at, end: at }),
        (None, line) => line.and_then(|line| line_span(&text, line)),
    };
    let context = Context {
        issued: options.issued,
        years: None,
    };
    let told = span.map_or(String::new(), |span| {
        parse::explain(&Text::new(text), &context, &lantu::vocabulary(), span)
    });
    if told.is_empty() {
        Err(format!(
            "{}: no sentence of the plan stands there",
            options.file.display()
        ))
    } else {
        Ok(told)
    }
}

/// The characters of a line that is not blank.
fn line_span(text: &str, line: usize) -> Option<Span> {
    let mut lines = text.split('\n');
    let index = line.checked_sub(1)?;
    let above: usize = lines
        .by_ref()
        .take(index)
        .map(|line| line.chars().count() + 1)
        .sum();
    let length = lines.next()?.chars().count();
    (length > 0).then(|| Span::new(above, above + length - 1))
}
