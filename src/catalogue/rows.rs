//! The seeds that are tables: rows of a CSV file with their lines, and checks of a single field.

use csv::StringRecord;

use super::plans::{YEARS, check_date};
use super::source::Source;
use super::{CatalogueError, Fault};
use crate::parse::{Entry, plain_name, scaled_unit, unit_key};
use crate::plan::{Bound, Quantity};

/// One row of a table.
pub struct Row<'a> {
    source: &'a Source,
    columns: &'static [&'static str],
    /// The line its first field stands in, counted from 1.
    pub line: usize,
    record: StringRecord,
}

/// Reads the rows of a table that has these columns in this order.
///
/// # Errors
/// Other columns, or a row with too few or too many fields.
pub fn read<'a>(
    source: &'a Source,
    columns: &'static [&'static str],
) -> Result<Vec<Row<'a>>, CatalogueError> {
    let error = |line: usize, fault| CatalogueError {
        file: source.file.clone(),
        line: Some(line),
        fault,
    };
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .from_reader(source.text.as_bytes());
    let broken = |reason: csv::Error| error(1, Fault::Csv(reason.to_string()));
    if reader.headers().map_err(broken)? != columns {
        let expected = columns.join(", ");
        return Err(error(1, Fault::Columns { expected }));
    }
    let mut rows = Vec::new();
    for record in reader.into_records() {
        let record = record.map_err(broken)?;
        let line = record.position().map_or(1, |at| at.line() as usize);
        if record.len() != columns.len() {
            let (expected, found) = (columns.len(), record.len());
            let reason = format!("expected {expected} fields, found {found}");
            return Err(error(line, Fault::Csv(reason)));
        }
        rows.push(Row {
            source,
            columns,
            line,
            record,
        });
    }
    Ok(rows)
}

impl Row<'_> {
    /// The field of a column, without blanks around it.
    pub fn get(&self, column: &str) -> &str {
        let place = self.columns.iter().position(|one| *one == column);
        self.record[place.expect("a column of this table")].trim()
    }

    pub fn error(&self, fault: Fault) -> CatalogueError {
        CatalogueError {
            file: self.source.file.clone(),
            line: Some(self.line),
            fault,
        }
    }

    /// A field that must have content.
    pub fn filled(&self, field: &'static str) -> Result<String, CatalogueError> {
        match self.get(field) {
            "" => Err(self.error(Fault::Empty { field })),
            words => Ok(words.to_owned()),
        }
    }

    /// A field that holds one of a few words, which `expected` lists.
    pub fn one_of<T>(
        &self,
        field: &'static str,
        expected: &'static str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Result<T, CatalogueError> {
        let word = self.get(field);
        parse(word).ok_or_else(|| {
            let word = word.to_owned();
            self.error(Fault::OtherWord {
                field,
                word,
                expected,
            })
        })
    }

    pub fn year(&self) -> Result<u16, CatalogueError> {
        let year = self.one_of("year", "a year", |word| word.parse().ok())?;
        if !YEARS.contains(&year) {
            return Err(self.error(Fault::BadYear { year }));
        }
        Ok(year)
    }

    /// The one indicator that the row names, and its number in that indicator's unit.
    ///
    /// Only a standard term or an alias, whole, is a name: `地区生产总值增速` is not 地区生产总值.
    pub fn measured(
        &self,
        vocabulary: &[Entry],
        bound: Bound,
    ) -> Result<(u16, Quantity), CatalogueError> {
        let (name, unit) = (self.filled("indicator")?, self.get("unit"));
        let plain = plain_name(&name);
        let bears = |entry: &Entry| {
            let mut names = std::iter::once(&entry.indicator.zh).chain(&entry.aliases);
            names.any(|one| plain_name(one) == plain)
        };
        let named: Vec<usize> = (0..vocabulary.len())
            .filter(|&index| bears(&vocabulary[index]))
            .collect();
        if named.is_empty() {
            return Err(self.error(Fault::UnknownIndicator { name }));
        }
        let own_unit = |index: usize| vocabulary[index].indicator.unit.as_str();
        let fits = |&index: &usize| Some((index, power_in(unit, own_unit(index))?));
        // The vocabulary was checked: a name and a unit lead to one indicator at most.
        let Some((index, power)) = named.iter().find_map(fits) else {
            return Err(self.error(Fault::OtherUnit {
                name,
                unit: unit.to_owned(),
                expected: own_unit(named[0]).to_owned(),
            }));
        };
        let quantity = Quantity {
            value: self.value(power)?,
            high: None,
            unit: own_unit(index).to_owned(),
            bound,
        };
        Ok((index as u16, quantity))
    }

    /// The value times ten to `power`, as exact as its digits.
    fn value(&self, power: u32) -> Result<f64, CatalogueError> {
        let text = self.get("value");
        let plain = text.starts_with(|first: char| first.is_ascii_digit())
            && text.chars().all(|c| c.is_ascii_digit() || c == '.');
        let value = plain.then(|| format!("{text}e{power}").parse().ok());
        let not_a_number = || Fault::NotANumber { text: text.into() };
        value.flatten().ok_or_else(|| self.error(not_a_number()))
    }

    /// Where the row's number was published; `url` is empty in tables without that column.
    pub fn publication(&self) -> Result<crate::plan::Source, CatalogueError> {
        let published = self.get("published");
        check_published(published).map_err(|fault| self.error(fault))?;
        let url = match self.columns.contains(&"url") {
            true => self.get("url"),
            false => "",
        };
        let is_address = url.starts_with("https://") || url.starts_with("http://");
        if !url.is_empty() && (!is_address || url.contains(char::is_whitespace)) {
            return Err(self.error(Fault::NotAnAddress { text: url.into() }));
        }
        Ok(crate::plan::Source {
            title: self.filled("source_title")?,
            publisher: self.filled("publisher")?,
            published: published.to_owned(),
            url: url.to_owned(),
        })
    }
}

/// The power of ten in a printed unit, where it measures the same as an indicator's own: 亿元 and 元.
/// `倍` and `:1` are bare ratios.
fn power_in(printed: &str, own: &str) -> Option<u32> {
    let (power, base) = scaled_unit(printed)?;
    let same = unit_key(&base) == unit_key(own) || base == "倍" && own.is_empty();
    same.then_some(power)
}

/// Accepts `2025-03-20`, `2026-01`, `2026` and nothing at all.
fn check_published(text: &str) -> Result<(), Fault> {
    if text.is_empty() {
        return Ok(());
    }
    let form = Fault::BadDate {
        reason: "expected YYYY, YYYY-MM or YYYY-MM-DD",
    };
    let widths: Vec<usize> = text.split('-').map(str::len).collect();
    let digits = text.chars().all(|c| c.is_ascii_digit() || c == '-');
    if !digits || !matches!(widths[..], [4] | [4, 2] | [4, 2, 2]) {
        return Err(form);
    }
    let mut parts = text.split('-').map(|part| part.parse::<u16>().ok());
    let mut next = || parts.next().flatten();
    let year = next();
    let mut short = || next().and_then(|number| u8::try_from(number).ok());
    check_date(year, short(), short())
}
