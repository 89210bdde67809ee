//! Cities side by side: which indicators they all state, for which years, and whether alike.

use crate::order;
use crate::plan::{Area, Bundle, Kind, Role, Statement, StatementId};

/// The years every plan of the collection speaks about.
pub const COLUMNS: [u16; 4] = [2020, 2022, 2025, 2035];

/// The column of a year, if it is one of [`COLUMNS`].
pub fn column_of(year: u16) -> Option<usize> {
    COLUMNS.iter().position(|&column| column == year)
}

/// How alike the cities' statements of one indicator are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Comparison {
    /// Two cities or more state the same measure for the whole city and the same year.
    Alike { year: u16 },
    /// Two cities or more state the indicator, but year, area or kind differ.
    Unlike {
        years: bool,
        areas: bool,
        kinds: bool,
    },
    /// One city alone states it.
    Alone,
}

/// One indicator in the matrix.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparisonRow {
    /// Index into the bundle's indicators.
    pub indicator: usize,
    pub comparison: Comparison,
    /// `cells[city][column]`: cities as asked for, columns as [`COLUMNS`].
    pub cells: Vec<[Vec<StatementId>; COLUMNS.len()]>,
    /// Statements without a year or of another one, per city.
    pub others: Vec<Vec<StatementId>>,
}

/// The matrix of `cities` (indices into the bundle's cities): comparable indicators first, each
/// group in the vocabulary's order. Indicators none of them states are left out.
pub fn compare(bundle: &Bundle, cities: &[usize]) -> Vec<ComparisonRow> {
    let mut rows: Vec<Option<ComparisonRow>> = vec![None; bundle.indicators.len()];
    for id in bundle.statement_ids() {
        let Some(place) = cities.iter().position(|&city| city == bundle.city_of(id)) else {
            continue;
        };
        let indicator = bundle.statement(id).indicator as usize;
        let row = rows[indicator].get_or_insert_with(|| empty_row(indicator, cities.len()));
        match column(bundle, id) {
            Some(column) => row.cells[place][column].push(id),
            None => row.others[place].push(id),
        }
    }
    let mut rows: Vec<ComparisonRow> = rows.into_iter().flatten().collect();
    for row in &mut rows {
        row.comparison = likeness(bundle, row);
    }
    order::sort_by_key(&mut rows, |row| match row.comparison {
        Comparison::Alike { .. } => 0,
        Comparison::Unlike { .. } => 1,
        Comparison::Alone => 2,
    });
    rows
}

fn empty_row(indicator: usize, cities: usize) -> ComparisonRow {
    ComparisonRow {
        indicator,
        comparison: Comparison::Alone,
        cells: vec![Default::default(); cities],
        others: vec![Vec::new(); cities],
    }
}

/// Rates of growth, yearly flows and ranks are no values of a year and stand aside.
fn column(bundle: &Bundle, id: StatementId) -> Option<usize> {
    let statement = bundle.statement(id);
    match statement.kind {
        Kind::Level | Kind::Cumulative | Kind::Change | Kind::Multiple => {
            statement.period.year.stated().and_then(column_of)
        }
        Kind::Growth | Kind::PerYear | Kind::Rank => None,
    }
}

fn likeness(bundle: &Bundle, row: &ComparisonRow) -> Comparison {
    let stated: Vec<Vec<&Statement>> = row
        .cells
        .iter()
        .map(|columns| {
            columns
                .iter()
                .flatten()
                .map(|&id| bundle.statement(id))
                .collect()
        })
        .filter(|statements: &Vec<_>| !statements.is_empty())
        .collect();
    if stated.len() < 2 {
        return Comparison::Alone;
    }
    let mut nearest: Option<(usize, Comparison)> = None;
    for (at, one) in stated.iter().enumerate() {
        for (a, b) in one
            .iter()
            .flat_map(|a| stated[at + 1..].iter().flatten().map(move |b| (a, b)))
        {
            let found = difference(a, b);
            if nearest.is_none_or(|(distance, _)| found.0 < distance) {
                nearest = Some(found);
            }
        }
    }
    nearest.map_or(Comparison::Alone, |(_, comparison)| comparison)
}

/// How two cities' statements of one indicator differ, and how far that is: the later year is the
/// nearer among like ones, and the same year counts more than the same area or kind.
fn difference(a: &Statement, b: &Statement) -> (usize, Comparison) {
    let years = a.period.year != b.period.year || a.period.year.stated().is_none();
    let areas = a.area != Area::Whole || b.area != Area::Whole;
    let kinds = a.kind != b.kind || a.reading.unit() != b.reading.unit();
    match a.period.year.stated() {
        Some(year) if !years && !areas && !kinds => {
            (usize::from(u16::MAX - year), Comparison::Alike { year })
        }
        _ => {
            let distance = 3 * usize::from(years) + 2 * usize::from(areas) + 2 * usize::from(kinds);
            (
                usize::from(u16::MAX) + distance,
                Comparison::Unlike {
                    years,
                    areas,
                    kinds,
                },
            )
        }
    }
}

impl ComparisonRow {
    /// The one level (or sum) each city states for the whole city in `year`, targets first.
    pub fn values(&self, bundle: &Bundle, year: u16) -> Vec<Option<StatementId>> {
        let Some(column) = column_of(year) else {
            return vec![None; self.cells.len()];
        };
        self.cells
            .iter()
            .map(|columns| {
                let found: Vec<StatementId> = columns[column]
                    .iter()
                    .copied()
                    .filter(|&id| {
                        let statement = bundle.statement(id);
                        statement.area == Area::Whole
                            && matches!(statement.kind, Kind::Level | Kind::Cumulative)
                            && statement.reading.quantity().is_some()
                    })
                    .collect();
                let is_target = |id: &&StatementId| bundle.statement(**id).role == Role::Target;
                found.iter().find(is_target).or(found.first()).copied()
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::sample::{Said, bundle};

    fn comparisons(said: &[Said]) -> Vec<Comparison> {
        compare(&bundle(said), &[0, 1])
            .into_iter()
            .map(|row| row.comparison)
            .collect()
    }

    #[test]
    fn the_same_year_kind_and_area_compare() {
        assert_eq!(
            comparisons(&[
                Said::level("温州", "城镇化率", "%", 2020, 71.0).observed(),
                Said::level("温州", "城镇化率", "%", 2025, 75.0),
                Said::level("嘉兴", "城镇化率", "%", 2025, 73.0),
            ]),
            [Comparison::Alike { year: 2025 }]
        );
    }

    #[test]
    fn what_differs_is_said() {
        assert_eq!(
            comparisons(&[
                Said::level("温州", "优良率", "%", 2020, 97.0)
                    .observed()
                    .area("市区"),
                Said::level("嘉兴", "优良率", "%", 2025, 90.0),
                Said::level("温州", "GDP", "元", 2025, 1e12),
                Said::level("嘉兴", "GDP", "倍", 2025, 2.0).kind(Kind::Multiple),
                Said::level("温州", "机场", "个", 2025, 1.0),
            ]),
            [
                Comparison::Unlike {
                    years: true,
                    areas: true,
                    kinds: false
                },
                Comparison::Unlike {
                    years: false,
                    areas: false,
                    kinds: true
                },
                Comparison::Alone,
            ]
        );
    }

    #[test]
    fn comparable_rows_come_first_and_keep_their_order() {
        let rows = compare(
            &bundle(&[
                Said::level("温州", "A", "个", 2025, 1.0),
                Said::level("温州", "B", "个", 2025, 1.0),
                Said::level("嘉兴", "B", "个", 2025, 1.0),
                Said::level("温州", "C", "个", 2025, 1.0),
                Said::level("嘉兴", "C", "个", 2025, 1.0),
            ]),
            &[0, 1, 2],
        );
        assert_eq!(
            rows.iter().map(|row| row.indicator).collect::<Vec<_>>(),
            [1, 2, 0]
        );
    }

    #[test]
    fn a_lost_year_stands_with_the_others() {
        let bundle = bundle(&[Said::level("温州", "城镇化率", "%", 0, 72.0)]);
        let row = &compare(&bundle, &[0])[0];
        assert!(row.cells[0].iter().all(Vec::is_empty));
        assert_eq!(row.others[0].len(), 1);
    }
}
