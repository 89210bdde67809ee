//! `plans.toml`: the cities and their plans' entries.

use serde::Deserialize;
use toml::Spanned;

use super::source::Source;
use super::{CatalogueError, Fault};
use crate::plan::{City, DateBasis, Issued, PlanEntry};

/// Years that a plan or an outcome may be of; outside them a digit was mistyped.
pub(super) const YEARS: std::ops::RangeInclusive<u16> = 1990..=2060;

/// What `plans.toml` says.
#[derive(Debug)]
pub struct Plans {
    pub cities: Vec<City>,
    pub entries: Vec<Listed>,
}

/// An entry, and the line of its id.
#[derive(Debug)]
pub struct Listed {
    pub entry: PlanEntry,
    pub line: usize,
}

/// Reads cities and plans in their own order.
///
/// # Errors
/// The first fault found, with its line: bad TOML or an unknown field or basis; an id that is not
/// kebab-case or stands twice; a blank name; an unknown city; a date or year that cannot be.
pub fn read(source: &Source) -> Result<Plans, CatalogueError> {
    let table: Table = source.toml()?;
    for (index, row) in table.city.iter().enumerate() {
        source.new_id(&row.id, table.city[..index].iter().map(|row| &row.id))?;
    }
    for (index, row) in table.plan.iter().enumerate() {
        source.new_id(&row.id, table.plan[..index].iter().map(|row| &row.id))?;
        row.check(source, &table.city)?;
    }
    let cities = table.city.into_iter();
    let plans = table.plan.into_iter();
    Ok(Plans {
        cities: cities
            .map(|row| row.into_city(source))
            .collect::<Result<_, _>>()?,
        entries: plans
            .map(|row| row.into_listed(source))
            .collect::<Result<_, _>>()?,
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    city: Vec<CityRow>,
    plan: Vec<PlanRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CityRow {
    id: Spanned<String>,
    zh: Spanned<String>,
    en: Spanned<String>,
}

impl CityRow {
    fn into_city(self, source: &Source) -> Result<City, CatalogueError> {
        Ok(City {
            id: self.id.into_inner(),
            zh: source.filled("zh", self.zh)?,
            en: source.filled("en", self.en)?,
        })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PlanRow {
    id: Spanned<String>,
    city: Spanned<String>,
    title: Spanned<String>,
    title_en: Spanned<String>,
    short: Spanned<String>,
    short_en: Spanned<String>,
    #[serde(default)]
    issuer: String,
    #[serde(default)]
    document_number: String,
    issued: Option<Spanned<IssuedRow>>,
    years: Option<Spanned<(u16, u16)>>,
    #[serde(default)]
    horizons: Vec<Spanned<u16>>,
    area: Spanned<String>,
    source: Spanned<String>,
    #[serde(default)]
    note: String,
    #[serde(default)]
    note_en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IssuedRow {
    year: Option<u16>,
    month: Option<u8>,
    day: Option<u8>,
    basis: DateBasis,
}

impl PlanRow {
    fn check(&self, source: &Source, cities: &[CityRow]) -> Result<(), CatalogueError> {
        let city = self.city.get_ref();
        if !cities.iter().any(|row| row.id.get_ref() == city) {
            let city = city.clone();
            return Err(source.error(&self.city, Fault::UnknownCity { city }));
        }
        if let Some(issued) = &self.issued {
            let row = issued.get_ref();
            let checked = check_date(row.year, row.month, row.day);
            checked.map_err(|fault| source.error(issued, fault))?;
        }
        if let Some(years) = &self.years {
            let &(first, last) = years.get_ref();
            ascending(&[first, last]).map_err(|fault| source.error(years, fault))?;
        }
        for (index, horizon) in self.horizons.iter().enumerate() {
            let so_far: Vec<u16> = self.horizons[..=index].iter().map(year_of).collect();
            ascending(&so_far).map_err(|fault| source.error(horizon, fault))?;
        }
        Ok(())
    }

    fn into_listed(self, source: &Source) -> Result<Listed, CatalogueError> {
        let line = source.line_of(&self.id);
        let entry = PlanEntry {
            id: self.id.into_inner(),
            city: self.city.into_inner(),
            title: source.filled("title", self.title)?,
            title_en: source.filled("title_en", self.title_en)?,
            short: source.filled("short", self.short)?,
            short_en: source.filled("short_en", self.short_en)?,
            issuer: self.issuer,
            document_number: self.document_number,
            issued: self.issued.map(|issued| issued.into_inner().into_issued()),
            years: self.years.map(Spanned::into_inner),
            horizons: self.horizons.iter().map(year_of).collect(),
            area: source.filled("area", self.area)?,
            source: source.filled("source", self.source)?,
            note: self.note,
            note_en: self.note_en,
        };
        Ok(Listed { entry, line })
    }
}

impl IssuedRow {
    fn into_issued(self) -> Issued {
        Issued {
            year: self.year,
            month: self.month,
            day: self.day,
            basis: self.basis,
        }
    }
}

/// Accepts a date that a calendar has, as far as it is given.
pub(super) fn check_date(
    year: Option<u16>,
    month: Option<u8>,
    day: Option<u8>,
) -> Result<(), Fault> {
    let bad = |reason| Err(Fault::BadDate { reason });
    if let Some(year) = year {
        ascending(&[year])?;
    }
    match (year, month, day) {
        (None, None, None) => bad("neither year, month nor day; leave `issued` out instead"),
        (_, None, Some(_)) => bad("a day without its month"),
        (_, Some(month), _) if !(1..=12).contains(&month) => bad("no such month"),
        (year, Some(month), Some(day)) if !(1..=days(year, month)).contains(&day) => {
            bad("no such day in that month")
        }
        (_, _, _) => Ok(()),
    }
}

fn year_of(year: &Spanned<u16>) -> u16 {
    *year.get_ref()
}

fn ascending(years: &[u16]) -> Result<(), Fault> {
    if let Some(&year) = years.iter().find(|year| !YEARS.contains(year)) {
        return Err(Fault::BadYear { year });
    }
    if !years.is_sorted_by(|first, second| first < second) {
        return Err(Fault::YearsOutOfOrder);
    }
    Ok(())
}

/// Days of a month; 29 in a February whose year is lost.
fn days(year: Option<u16>, month: u8) -> u8 {
    // 1990-2060 holds no century year that breaks the rule of four: 2000 was a leap year.
    let leap = year.is_none_or(|year| year.is_multiple_of(4));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = "\
[[city]]
id = \"wenzhou\"
zh = \"温州\"
en = \"Wenzhou\"
[[plan]]
id = \"wenzhou-metro\"
city = \"wenzhou\"
title = \"方案\"
title_en = \"Plan\"
short = \"案\"
short_en = \"P\"
issued = { year = 2019, month = 12, day = 12, basis = \"signed\" }
years = [2019, 2022]
horizons = [2022, 2035]
area = \"都市区\"
source = \"002\"
";

    fn source(text: String) -> Source {
        let file = "plans.toml".into();
        Source { file, text }
    }

    /// Reads the sample with one piece changed and compares the message.
    fn check(from: &str, to: &str, message: &str) {
        assert!(SAMPLE.contains(from));
        let error = read(&source(SAMPLE.replacen(from, to, 1))).unwrap_err();
        assert_eq!(error.to_string(), format!("plans.toml:{message}"));
    }

    #[test]
    fn an_entry_is_read_with_its_line() {
        let plans = read(&source(SAMPLE.into())).unwrap();
        assert_eq!(plans.cities[0].zh, "温州");
        assert_eq!(plans.entries[0].line, 6);
        let entry = &plans.entries[0].entry;
        assert_eq!(entry.years, Some((2019, 2022)));
        assert_eq!(entry.horizons, [2022, 2035]);
        assert_eq!(entry.issued.unwrap().basis, DateBasis::Signed);
        assert_eq!(entry.issuer, "");
    }

    #[test]
    fn a_date_may_have_lost_its_year() {
        let text = SAMPLE.replace("year = 2019, month = 12, day = 12", "month = 2, day = 29");
        let issued = read(&source(text)).unwrap().entries[0].entry.issued;
        assert_eq!(issued.unwrap().year, None);
    }

    #[test]
    fn an_unknown_field_is_refused() {
        let error = read(&source(SAMPLE.replace("area", "region"))).unwrap_err();
        let message = error.to_string();
        assert!(message.starts_with("plans.toml:15: unknown field `region`, expected one of"));
    }

    #[test]
    fn an_unknown_basis_is_refused() {
        let message = "12: unknown variant `printed`, expected `signed` or `web`";
        check("\"signed\"", "\"printed\"", message);
    }

    #[test]
    fn a_missing_field_is_refused() {
        check("title = \"方案\"\n", "", "5: missing field `title`");
    }

    #[test]
    fn an_id_must_be_new_and_in_kebab_case() {
        let message = "6: expected an id like `life-expectancy`, found `Metro`";
        check("wenzhou-metro", "Metro", message);
        let city = "[[city]]\nid = \"wenzhou\"\nzh = \"瓯\"\nen = \"Ou\"\n[[plan]]";
        let message = "6: duplicate id `wenzhou` (first at line 2)";
        check("[[plan]]", city, message);
    }

    #[test]
    fn a_blank_name_is_refused() {
        let message = "10: expected words in `short`, found none";
        check("\"案\"", "\"\"", message);
        check("\"温州\"", "\"\"", "3: expected words in `zh`, found none");
    }

    #[test]
    fn a_plan_of_an_unknown_city_is_refused() {
        let message = "7: unknown city `taizhou`";
        check("city = \"wenzhou\"", "city = \"taizhou\"", message);
    }

    #[test]
    fn a_date_that_cannot_be_is_refused() {
        let cases = [
            ("month = 13", "no such month"),
            ("month = 0", "no such month"),
            ("month = 11, day = 31", "no such day in that month"),
            (
                "year = 2019, month = 2, day = 29",
                "no such day in that month",
            ),
            ("year = 2019, day = 3", "a day without its month"),
        ];
        for (date, reason) in cases {
            let message = format!("12: bad date: {reason}");
            check("year = 2019, month = 12, day = 12", date, &message);
        }
        let message = "12: bad date: neither year, month nor day; leave `issued` out instead";
        check("year = 2019, month = 12, day = 12, ", "", message);
    }

    #[test]
    fn a_year_outside_the_range_is_refused() {
        let message = "expected a year in 1990-2060, found";
        check("2022, 2035", "2022, 2350", &format!("14: {message} 2350"));
        check(
            "[2019, 2022]",
            "[1919, 2022]",
            &format!("13: {message} 1919"),
        );
        check("year = 2019", "year = 219", &format!("12: {message} 219"));
    }

    #[test]
    fn years_must_ascend() {
        let message = "expected years in ascending order";
        check("2022, 2035", "2035, 2022", &format!("14: {message}"));
        check("[2019, 2022]", "[2022, 2022]", &format!("13: {message}"));
    }
}
