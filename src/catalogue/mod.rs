//! The seeds folder: reads and checks `plans.toml`, `indicators.toml`, the texts and what is known
//! from outside (`actuals.csv`, `reference.csv`), and assembles the bundle.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::Path;

use crate::parse::{self, Context, Entry, Extraction, Vocabulary};
use crate::plan::{Bundle, Indicator, Plan, PlanEntry, Statement, Text};

mod actuals;
mod error;
mod indicators;
mod packed;
mod plans;
mod references;
mod rows;
mod source;

pub use error::{CatalogueError, Fault};
pub use packed::{pack, unpack};

use plans::Listed;
use source::Source;

/// What the seeds hold.
#[derive(Debug)]
pub struct Assembled {
    /// What the page has: outcomes and references of the indicators that a plan states.
    pub bundle: Bundle,
    /// The same with all outcomes and references, and their indicators.
    pub whole: Bundle,
    /// The vocabulary with its aliases, in its own order. The bundle has those that a plan states.
    pub vocabulary: Vec<Entry>,
}

/// Reads the seeds in `folder` and what their texts say.
///
/// # Errors
/// The first fault found: in `plans.toml`, in `indicators.toml`, a text that is missing, not UTF-8,
/// or without an entry, in `actuals.csv`, in `reference.csv`.
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
    let mut sources = Vec::new();
    let open = |name| Source::open(folder, name);
    let (cities, outcomes) = (&listing.cities, open("actuals.csv")?);
    let actuals = actuals::read(&outcomes, cities, &entries, &mut sources)?;
    let references = references::read(&open("reference.csv")?, &entries, &mut sources)?;
    let mut bundle = Bundle {
        cities: listing.cities,
        indicators: pool.indicators,
        plans,
        actuals,
        references,
        sources,
    };
    let mut whole = bundle.clone();
    let stated = stated(&bundle);
    let known = whole.actuals.iter().map(|one| one.indicator);
    let known = known.chain(whole.references.iter().map(|one| one.indicator));
    let known = known.chain(stated.iter().copied()).collect();
    keep_indicators(&mut whole, &known);
    keep_indicators(&mut bundle, &stated);
    Ok(Assembled {
        bundle,
        whole,
        vocabulary: entries,
    })
}

/// Where `source` stands among `sources`, added if it is new.
fn place(sources: &mut Vec<crate::plan::Source>, source: crate::plan::Source) -> u16 {
    let known = sources.iter().position(|one| *one == source);
    let place = known.unwrap_or_else(|| {
        sources.push(source);
        sources.len() - 1
    });
    u16::try_from(place).expect("fewer than 65536 sources")
}

/// The indicators that a plan states, or may mean.
fn stated(bundle: &Bundle) -> HashSet<u16> {
    let plans = || bundle.plans.iter();
    let statements = plans().flat_map(|plan| &plan.statements);
    let also = plans().flat_map(|plan| &plan.also);
    let stated = statements.map(|statement| statement.indicator);
    stated.chain(also.map(|also| also.1)).collect()
}

/// Leaves out all other indicators, with the outcomes and references of them, and the sources that
/// nothing comes from any more.
fn keep_indicators(bundle: &mut Bundle, kept: &HashSet<u16>) {
    let mut number = 0;
    bundle.indicators.retain(|_| {
        number += 1;
        kept.contains(&(number - 1))
    });
    bundle.actuals.retain(|one| kept.contains(&one.indicator));
    bundle
        .references
        .retain(|one| kept.contains(&one.indicator));
    let indicators = bundle.plans.iter_mut().flat_map(|plan| {
        let also = plan.also.iter_mut().map(|also| &mut also.1);
        let statements = plan.statements.iter_mut();
        statements.map(|one| &mut one.indicator).chain(also)
    });
    let indicators = indicators.chain(bundle.actuals.iter_mut().map(|one| &mut one.indicator));
    renumber(indicators.chain(bundle.references.iter_mut().map(|one| &mut one.indicator)));

    let sources = bundle.actuals.iter_mut().map(|one| &mut one.source);
    let sources = sources.chain(bundle.references.iter_mut().map(|one| &mut one.source));
    let used = renumber(sources);
    bundle.sources = used
        .into_iter()
        .map(|place| bundle.sources[usize::from(place)].clone())
        .collect();
}

/// Numbers anew from 0 in ascending order, without gaps; the numbers that were in use.
fn renumber<'a>(numbers: impl Iterator<Item = &'a mut u16>) -> Vec<u16> {
    let numbers: Vec<&mut u16> = numbers.collect();
    let mut used: Vec<u16> = numbers.iter().map(|number| **number).collect();
    used.sort_unstable();
    used.dedup();
    for number in numbers {
        let place = used.binary_search(number).expect("it is one of those");
        *number = place as u16;
    }
    used
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
        also: extraction.also,
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
