//! `reference.csv`: the region's own targets, each with its source.

use super::rows;
use super::source::Source;
use super::{CatalogueError, Fault};
use crate::parse::Entry;
use crate::plan::{Bound, Reference};

const COLUMNS: &[&str] = &[
    "area",
    "indicator",
    "year",
    "value",
    "unit",
    "bound",
    "source_title",
    "publisher",
    "published",
    "quote",
];

/// Reads the region's targets by indicator; publications that `sources` lacks are added.
///
/// # Errors
/// The first fault found, with its line, as for outcomes.
pub fn read(
    source: &Source,
    vocabulary: &[Entry],
    sources: &mut Vec<crate::plan::Source>,
) -> Result<Vec<Reference>, CatalogueError> {
    let mut references: Vec<Reference> = Vec::new();
    let mut lines: Vec<usize> = Vec::new();
    for row in rows::read(source, COLUMNS)? {
        let area = row.filled("area")?;
        let bound = row.one_of("bound", "eq, about, ge or le", Bound::parse)?;
        let (indicator, quantity) = row.measured(vocabulary, bound)?;
        let reference = Reference {
            area,
            indicator,
            year: row.year()?,
            quantity,
            printed_unit: row.get("unit").to_owned(),
            quote: row.filled("quote")?,
            source: super::place(sources, row.publication()?),
        };
        let key = |one: &Reference| (one.indicator, one.year, one.source);
        let same = |one: &Reference| key(one) == key(&reference) && one.area == reference.area;
        if let Some(at) = references.iter().position(same) {
            return Err(row.error(Fault::SameRow { first: lines[at] }));
        }
        lines.push(row.line);
        references.push(reference);
    }
    references.sort_by_key(|one| one.indicator);
    Ok(references)
}
