//! The seeds folder: reads and checks `plans.toml`, `indicators.toml` and the texts, and assembles
//! the bundle.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use crate::parse::{self, Context, Entry, Extraction, Vocabulary};
use crate::plan::{Bundle, Indicator, Plan, PlanEntry, Statement, Text};

mod error;
mod indicators;
mod packed;
mod plans;
mod source;

pub use error::{CatalogueError, Fault};
pub use packed::{pack, unpack};

use plans::Listed;
use source::Source;

/// What the seeds hold.
#[derive(Debug)]
pub struct Assembled {
    pub bundle: Bundle,
    /// The vocabulary with its aliases, in its own order. The bundle has those that a plan states.
    pub vocabulary: Vec<Entry>,
}

/// Reads the seeds in `folder` and what their texts say.
///
/// # Errors
/// The first fault found: in `plans.toml`, then in `indicators.toml`, then a text that is missing,
/// not UTF-8, or without an entry.
pub fn assemble(folder: &Path) -> Result<Assembled, CatalogueError> {
    let catalogue = Source::open(folder, "plans.toml")?;
    let listing = plans::read(&catalogue)?;
    let entries = indicators::read(&Source::open(folder, "indicators.toml")?)?;
    let texts = open_texts(folder, &catalogue, &listing.entries)?;

    let vocabulary = Vocabulary::new(entries.clone());
    let mut pool = Pool::new(&entries);
    let listed = listing.entries.into_iter().map(|listed| listed.entry);
    let plans = listed
        .zip(texts)
        .map(|(entry, text)| read_plan(entry, text, &vocabulary, &mut pool))
        .collect();
    let mut bundle = Bundle {
        cities: listing.cities,
        indicators: pool.indicators,
        plans,
    };
    drop_unstated(&mut bundle);
    Ok(Assembled {
        bundle,
        vocabulary: entries,
    })
}

/// Leaves out the indicators that no plan states: the page has nothing to show of them.
fn drop_unstated(bundle: &mut Bundle) {
    let mut places: Vec<Option<u16>> = vec![None; bundle.indicators.len()];
    let statements = || bundle.plans.iter().flat_map(|plan| &plan.statements);
    for statement in statements() {
        places[usize::from(statement.indicator)] = Some(0);
    }
    for (next, place) in places.iter_mut().flatten().enumerate() {
        *place = u16::try_from(next).expect("fewer than 65536 indicators");
    }
    let mut stated = places.iter().map(Option::is_some);
    bundle.indicators.retain(|_| stated.next() == Some(true));
    for plan in &mut bundle.plans {
        for statement in &mut plan.statements {
            let place = places[usize::from(statement.indicator)];
            statement.indicator = place.expect("it is stated here");
        }
    }
}

/// The plans' texts in the catalogue's order, and no other text beside them.
fn open_texts(
    folder: &Path,
    catalogue: &Source,
    listed: &[Listed],
) -> Result<Vec<String>, CatalogueError> {
    let mut texts = Vec::new();
    for Listed { entry, line } in listed {
        let name = format!("{}.txt", entry.id);
        if !folder.join(&name).exists() {
            return Err(CatalogueError {
                file: catalogue.file.clone(),
                line: Some(*line),
                fault: Fault::MissingText { text: name },
            });
        }
        texts.push(Source::open(folder, &name)?.text);
    }
    match text_names(folder)?
        .into_iter()
        .find(|name| !listed.iter().any(|listed| listed.entry.id == *name))
    {
        None => Ok(texts),
        Some(name) => Err(CatalogueError {
            file: folder.join(name + ".txt").display().to_string(),
            line: None,
            fault: Fault::UnlistedText,
        }),
    }
}

/// The stems of the folder's `*.txt`, sorted.
fn text_names(folder: &Path) -> Result<Vec<String>, CatalogueError> {
    let unreadable = |error: std::io::Error| CatalogueError {
        file: folder.display().to_string(),
        line: None,
        fault: Fault::Unreadable(error.to_string()),
    };
    let mut names = Vec::new();
    for file in fs::read_dir(folder).map_err(unreadable)? {
        let name = file.map_err(unreadable)?.file_name();
        if let Some(stem) = name.to_string_lossy().strip_suffix(".txt") {
            names.push(stem.to_owned());
        }
    }
    names.sort();
    Ok(names)
}

fn read_plan(entry: PlanEntry, text: String, vocabulary: &Vocabulary, pool: &mut Pool) -> Plan {
    let text = Text::new(text);
    let context = Context {
        issued: entry.issued,
        years: entry.years,
    };
    let mut extraction = parse::read(&text, &context, vocabulary);
    let statements = pool.admit(&mut extraction);
    Plan {
        entry,
        text,
        outline: extraction.outline,
        statements,
        gaps: extraction.gaps,
    }
}

/// The bundle's indicators as they grow: the vocabulary, then what the plans name in other words.
struct Pool {
    indicators: Vec<Indicator>,
    /// How many of them are the vocabulary's.
    known: usize,
    /// Where each provisional indicator stands, by its id.
    provisional: HashMap<String, usize>,
}

impl Pool {
    fn new(entries: &[Entry]) -> Self {
        Self {
            indicators: entries
                .iter()
                .map(|entry| entry.indicator.clone())
                .collect(),
            known: entries.len(),
            provisional: HashMap::new(),
        }
    }

    /// Takes the statements out of one document's extraction, counting its provisional indicators
    /// behind those of the documents before; a name seen before is the same indicator.
    fn admit(&mut self, extraction: &mut Extraction) -> Vec<Statement> {
        let own = std::mem::take(&mut extraction.provisional);
        let places: Vec<usize> = own.into_iter().map(|one| self.place(one)).collect();
        let mut statements = std::mem::take(&mut extraction.statements);
        for statement in &mut statements {
            let index = usize::from(statement.indicator);
            if let Some(own) = index.checked_sub(self.known) {
                let place = u16::try_from(places[own]);
                statement.indicator = place.expect("fewer than 65536 indicators");
            }
        }
        statements
    }

    fn place(&mut self, indicator: Indicator) -> usize {
        let next = self.indicators.len();
        let place = *self.provisional.entry(indicator.id.clone()).or_insert(next);
        if place == next {
            self.indicators.push(indicator);
        }
        place
    }
}

#[cfg(test)]
mod tests;
