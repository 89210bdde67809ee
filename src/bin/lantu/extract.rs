//! `lantu extract`: every statement of many texts, on all cores, in the order of the files.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use indicatif::{ProgressBar, ProgressStyle};
use lantu::parse::{self, Context, Extraction, Vocabulary};
use lantu::plan::{EXACT, Indicator, Issued, Statement, Text};
use rayon::prelude::*;
use serde::{Serialize, Serializer};

use super::files;

#[derive(Args)]
pub struct Extract {
    /// Plan texts in UTF-8 or GB18030.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Csv)]
    format: Format,
    /// When the plans were issued: YYYY, YYYY-MM or YYYY-MM-DD. Settles 今年; else a report's own date does.
    #[arg(long, value_name = "DATE", value_parser = super::parse_date)]
    issued: Option<Issued>,
    /// Write here instead of standard output.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Csv,
    Jsonl,
}

/// One statement as printed. Offsets are Unicode scalar values of the file as given.
#[derive(Serialize)]
struct Row<'a> {
    plan: &'a str,
    start: u32,
    end: u32,
    quote: &'a str,
    indicator: &'a str,
    indicator_id: &'a str,
    role: &'static str,
    kind: &'static str,
    bound: &'static str,
    /// In the base unit; none marks a gap.
    #[serde(serialize_with = "plain_number")]
    value: Option<f64>,
    unit: &'a str,
    year: Option<u16>,
    period_start: Option<u16>,
    period_end: Option<u16>,
    /// Empty for the whole city.
    area: &'a str,
    /// The upper end of a range, whose lower end is `value`.
    #[serde(serialize_with = "plain_number")]
    value_high: Option<f64>,
}

/// A row with what the columns of the table have no place for.
#[derive(Serialize)]
struct Line<'a> {
    #[serde(flatten)]
    row: Row<'a>,
    ambition: &'static str,
    /// Where the year is said; none where there is no year.
    year_origin: Option<&'static str>,
}

/// Whole numbers without a decimal point: `1000000000000`.
fn plain_number<S: Serializer>(value: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    match *value {
        None => serializer.serialize_none(),
        Some(value) if value.fract() == 0.0 && value.abs() < EXACT => {
            serializer.serialize_i64(value as i64)
        }
        Some(value) => serializer.serialize_f64(value),
    }
}

/// Prints the rows, then what could not be read.
pub fn run(options: &Extract) -> ExitCode {
    let (rows, failures) = extract_all(options);
    for failure in &failures {
        eprintln!("{failure}");
    }
    let written = match &options.out {
        Some(path) => {
            fs::write(path, &rows).map_err(|error| format!("{}: {error}", path.display()))
        }
        None => print(&rows).map_err(|error| format!("standard output: {error}")),
    };
    if let Err(error) = &written {
        eprintln!("{error}");
    }
    if failures.is_empty() && written.is_ok() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// The rows of all files in their order, and a line for each file that could not be read.
fn extract_all(options: &Extract) -> (Vec<u8>, Vec<String>) {
    let vocabulary = lantu::vocabulary();
    let context = Context {
        issued: options.issued,
        years: None,
    };
    let progress = progress(options.files.len());
    let results: Vec<Result<Vec<u8>, String>> = options
        .files
        .par_iter()
        .map(|path| {
            let rows = extract(path, &context, &vocabulary, options.format);
            progress.inc(1);
            rows
        })
        .collect();
    progress.finish_and_clear();
    let mut rows = match options.format {
        Format::Csv => HEADER.as_bytes().to_vec(),
        Format::Jsonl => Vec::new(),
    };
    let mut failures = Vec::new();
    for result in results {
        match result {
            Ok(lines) => rows.extend(lines),
            Err(failure) => failures.push(failure),
        }
    }
    (rows, failures)
}

/// A bar on standard error, where that is a terminal and there is more than one file.
fn progress(files: usize) -> ProgressBar {
    if files < 2 {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:30} {pos} of {len} texts, {eta} left");
    ProgressBar::new(files as u64).with_style(style.expect("the template is in order"))
}

fn extract(
    path: &Path,
    context: &Context,
    vocabulary: &Vocabulary,
    format: Format,
) -> Result<Vec<u8>, String> {
    let text = Text::new(files::load(path)?);
    let extraction = parse::read(&text, context, vocabulary);
    let plan = path.file_stem().unwrap_or_default().to_string_lossy();
    Ok(render(&plan, &text, &extraction, vocabulary, format))
}

const HEADER: &str = "plan,start,end,quote,indicator,indicator_id,role,kind,bound,value,unit,year,period_start,period_end,area,value_high\n";

fn render(
    plan: &str,
    text: &Text,
    extraction: &Extraction,
    vocabulary: &Vocabulary,
    format: Format,
) -> Vec<u8> {
    let rows = extraction.statements.iter().map(|statement| {
        let indicator = indicator(statement, extraction, vocabulary);
        (statement, row(plan, text, statement, indicator))
    });
    match format {
        Format::Csv => {
            let mut writer = csv::WriterBuilder::new()
                .has_headers(false)
                .from_writer(Vec::new());
            for (_, row) in rows {
                writer.serialize(row).expect("rows go to memory");
            }
            writer.into_inner().expect("rows go to memory")
        }
        Format::Jsonl => rows
            .flat_map(|(statement, row)| line(statement, row))
            .collect(),
    }
}

fn line(statement: &Statement, row: Row) -> Vec<u8> {
    let period = statement.period;
    let line = Line {
        row,
        ambition: statement.ambition.as_str(),
        year_origin: period.year.stated().map(|_| period.origin.as_str()),
    };
    let mut bytes = serde_json::to_vec(&line).expect("rows are plain data");
    bytes.push(b'\n');
    bytes
}

fn indicator<'a>(
    statement: &Statement,
    extraction: &'a Extraction,
    vocabulary: &'a Vocabulary,
) -> &'a Indicator {
    let known = vocabulary.entries();
    let index = statement.indicator as usize;
    match known.get(index) {
        Some(entry) => &entry.indicator,
        None => &extraction.provisional[index - known.len()],
    }
}

fn row<'a>(
    plan: &'a str,
    text: &'a Text,
    statement: &'a Statement,
    indicator: &'a Indicator,
) -> Row<'a> {
    let quantity = statement.reading.quantity();
    Row {
        plan,
        start: statement.evidence.start,
        end: statement.evidence.end,
        quote: text.slice(statement.clause),
        indicator: &statement.name,
        indicator_id: &indicator.id,
        role: statement.role.as_str(),
        kind: statement.kind.as_str(),
        bound: statement.reading.bound().as_str(),
        value: quantity.map(|quantity| quantity.value),
        unit: statement.reading.unit(),
        year: statement.period.year.stated(),
        period_start: statement.period.span.map(|span| span.0),
        period_end: statement.period.span.map(|span| span.1),
        area: statement.area.as_str(),
        value_high: quantity.and_then(|quantity| quantity.high),
    }
}

/// Prints to a pipe that may close early, as `head` does.
fn print(rows: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let written = out.write_all(rows).and_then(|()| out.flush());
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}
