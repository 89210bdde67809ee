//! `actuals.csv`: outcomes from outside the plans, each with its source.

use super::rows::{self, Row};
use super::source::Source;
use super::{CatalogueError, Fault};
use crate::parse::Entry;
use crate::plan::{Actual, Area, Bound, City, Grade, Status};

const COLUMNS: &[&str] = &[
    "city",
    "area",
    "indicator",
    "year",
    "value",
    "unit",
    "bound",
    "status",
    "grade",
    "source_title",
    "publisher",
    "published",
    "url",
    "note",
    "quote",
];

/// Reads outcomes by indicator, city, area and year; publications that `sources` lacks are added.
///
/// # Errors
/// The first fault found, with its line: other columns; a city that is not in the catalogue; a name
/// and unit that lead to no indicator; a year, value, date or address that cannot be; a bound,
/// status or grade that is none; a blank area, title, publisher or quote; a row that says the same
/// as another.
pub fn read(
    source: &Source,
    cities: &[City],
    vocabulary: &[Entry],
    sources: &mut Vec<crate::plan::Source>,
) -> Result<Vec<Actual>, CatalogueError> {
    let mut actuals: Vec<Actual> = Vec::new();
    let mut lines: Vec<usize> = Vec::new();
    for row in rows::read(source, COLUMNS)? {
        let actual = actual(&row, cities, vocabulary, sources)?;
        let key = |one: &Actual| (one.city, one.indicator, one.year, one.source);
        let same = |one: &Actual| key(one) == key(&actual) && one.area == actual.area;
        if let Some(at) = actuals.iter().position(same) {
            return Err(row.error(Fault::SameRow { first: lines[at] }));
        }
        lines.push(row.line);
        actuals.push(actual);
    }
    actuals.sort_by_key(|one| (one.indicator, one.city, one.area.clone(), one.year));
    Ok(actuals)
}

fn actual(
    row: &Row,
    cities: &[City],
    vocabulary: &[Entry],
    sources: &mut Vec<crate::plan::Source>,
) -> Result<Actual, CatalogueError> {
    let name = row.filled("city")?;
    let Some(city) = cities.iter().position(|city| city.zh == name) else {
        return Err(row.error(Fault::UnknownCity { city: name }));
    };
    let area = match row.filled("area")?.as_str() {
        "市" => Area::Whole,
        part => Area::Part(part.to_owned()),
    };
    let bound = row.one_of("bound", "eq, about or ge", |word| {
        Bound::parse(word).filter(|bound| *bound != Bound::AtMost)
    })?;
    let (indicator, quantity) = row.measured(vocabulary, bound)?;
    Ok(Actual {
        city: city as u16,
        area,
        indicator,
        year: row.year()?,
        quantity,
        printed_unit: row.get("unit").to_owned(),
        status: row.one_of("status", "preliminary, final, revised or nothing", status)?,
        grade: row.one_of("grade", "A or B", Grade::parse)?,
        note: row.get("note").to_owned(),
        quote: row.filled("quote")?,
        source: super::place(sources, row.publication()?),
    })
}

/// The status that a word means; nothing means that the source does not say.
fn status(word: &str) -> Option<Option<Status>> {
    match word {
        "" => Some(None),
        word => Status::parse(word).map(Some),
    }
}
