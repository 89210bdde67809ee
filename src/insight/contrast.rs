//! What sets compared cities apart: what one alone promises, how far apart their like values are, and
//! how far each wants to go from where it stands.

use super::comparison::{Comparison, ComparisonRow};
use super::pace::{self, Anchor};
use crate::order;
use crate::plan::{Bundle, Role, Statement, StatementId, same_unit};

/// What one city promises and the others do not: 只有嘉兴提出.
#[derive(Clone, Debug, PartialEq)]
pub struct Only {
    /// Place among the cities as asked for.
    pub place: usize,
    /// Index into the bundle's indicators.
    pub indicator: usize,
    /// Its targets, those with a column first.
    pub targets: Vec<StatementId>,
}

/// The indicators of a matrix for which one city alone sets targets, city by city. What the others
/// only report does not count as their promise.
pub fn only(bundle: &Bundle, rows: &[ComparisonRow]) -> Vec<Only> {
    let is_target = |id: &StatementId| bundle.statement(*id).role == Role::Target;
    let targets = |row: &ComparisonRow, place: usize| -> Vec<StatementId> {
        let dated = row.cells[place].iter().flatten();
        let all = dated.chain(&row.others[place]);
        all.copied().filter(is_target).collect()
    };
    let mut found: Vec<Only> = Vec::new();
    for row in rows {
        let mut promised = (0..row.cells.len())
            .map(|place| (place, targets(row, place)))
            .filter(|(_, targets)| !targets.is_empty());
        if let (Some((place, targets)), None) = (promised.next(), promised.next()) {
            found.push(Only {
                place,
                indicator: row.indicator,
                targets,
            });
        }
    }
    order::sort_by_key(&mut found, |one| one.place);
    found
}

/// How far apart the cities' like values of a row are, as a share of the largest: 0 where all are the
/// same, 0.5 where one is half of another. None where nothing is alike.
pub fn spread(bundle: &Bundle, row: &ComparisonRow) -> Option<f64> {
    let Comparison::Alike { year } = row.comparison else {
        return None;
    };
    let values = alike_values(bundle, row, year);
    let low = values.iter().copied().reduce(f64::min)?;
    let high = values.iter().copied().reduce(f64::max)?;
    let largest = low.abs().max(high.abs());
    Some(match largest > 0.0 {
        true => (high - low) / largest,
        false => 0.0,
    })
}

/// Puts the rows with the largest spread first; what is not alike keeps its order behind them.
pub fn sort_by_spread(bundle: &Bundle, rows: &mut Vec<ComparisonRow>) {
    let mut spreads: Vec<(f64, ComparisonRow)> = rows
        .drain(..)
        .map(|row| (spread(bundle, &row).unwrap_or(-1.0), row))
        .collect();
    order::sort(&mut spreads, |a, b| b.0.total_cmp(&a.0));
    rows.extend(spreads.into_iter().map(|(_, row)| row));
}

/// The values that are like the most of each other in kind and unit: those of the first city that
/// shares them with another.
fn alike_values(bundle: &Bundle, row: &ComparisonRow, year: u16) -> Vec<f64> {
    let stated: Vec<&Statement> = row
        .values(bundle, year)
        .into_iter()
        .flatten()
        .map(|id| bundle.statement(id))
        .collect();
    let like = |a: &Statement, b: &Statement| {
        a.kind == b.kind && same_unit(a.reading.unit(), b.reading.unit())
    };
    let groups = stated.iter().map(|one| {
        let group = stated.iter().filter(|other| like(one, other));
        let quantities = group.filter_map(|other| other.reading.quantity());
        quantities.map(|quantity| quantity.value).collect()
    });
    let mut groups = groups.filter(|group: &Vec<f64>| group.len() > 1);
    groups.next().unwrap_or_default()
}

/// How far a target is from the city's own base.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Distance {
    pub base: Anchor,
    pub step: Step,
}

/// The way from a base to a target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// Target over base, less one: 0.455 is 45.5 % more.
    Share(f64),
    /// Target less base, in the indicator's unit: of shares and ratios, and of ages, for which a share
    /// of a whole life says nothing.
    Points(f64),
}

/// The distance of a target level from what its city has reached before, as [`pace::base`] finds it;
/// None where there is none, or no number.
pub fn distance(bundle: &Bundle, target: StatementId) -> Option<Distance> {
    let base = pace::base(bundle, target)?;
    let quantity = bundle.statement(target).reading.quantity()?;
    let step = match quantity.unit.as_str() {
        "%" | "‰" | "" | ":1" | "岁" => Step::Points(quantity.value - base.value),
        _ if base.value > 0.0 => Step::Share(quantity.value / base.value - 1.0),
        _ => return None,
    };
    Some(Distance { base, step })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::compare;
    use crate::insight::sample::{Said, bundle};

    #[test]
    fn only_one_city_promises_it() {
        let bundle = bundle(&[
            Said::level("温州", "A", "个", 2025, 1.0),
            Said::level("嘉兴", "A", "个", 2035, 1.0),
            Said::level("嘉兴", "B", "个", 2025, 1.0),
            Said::level("温州", "C", "个", 0, 1.0),
            Said::level("嘉兴", "C", "个", 2020, 1.0).observed(),
            Said::level("温州", "D", "个", 2020, 1.0).observed(),
        ]);
        let rows = compare(&bundle, &[1, 0]);
        let found: Vec<_> = only(&bundle, &rows)
            .into_iter()
            .map(|one| (one.place, bundle.indicators[one.indicator].id.clone()))
            .collect();
        assert_eq!(found, [(0, "B".to_string()), (1, "C".to_string())]);
    }

    #[test]
    fn the_largest_difference_comes_first() {
        let level = |city, name, value| Said::level(city, name, "%", 2025, value);
        let bundle = bundle(&[
            level("温州", "A", 75.0),
            level("嘉兴", "A", 73.0),
            level("温州", "B", 4.0),
            level("温州", "C", 10.0),
            level("嘉兴", "C", 20.0),
            level("温州", "D", 3.0),
            level("嘉兴", "D", 3.0),
        ]);
        let mut rows = compare(&bundle, &[0, 1]);
        sort_by_spread(&bundle, &mut rows);
        let spreads: Vec<_> = rows
            .iter()
            .map(|row| (row.indicator, spread(&bundle, row)))
            .collect();
        let expected = [
            (2, Some(0.5)),
            (0, Some(2.0 / 75.0)),
            (3, Some(0.0)),
            (1, None),
        ];
        assert_eq!(spreads, expected);
    }

    #[test]
    fn a_distance_is_from_the_citys_own_base() {
        let bundle = bundle(&[
            Said::level("温州", "A", "元", 2020, 4.0).observed(),
            Said::level("温州", "A", "元", 2025, 5.0),
            Said::level("温州", "B", "%", 2020, 71.0).observed(),
            Said::level("温州", "B", "%", 2025, 75.0),
            Said::level("温州", "C", "岁", 2020, 80.0).observed(),
            Said::level("温州", "C", "岁", 2025, 82.0),
            Said::level("嘉兴", "A", "元", 2025, 5.0),
        ]);
        let step = |plan, index| {
            let found = distance(&bundle, StatementId { plan, index });
            found.map(|distance| distance.step)
        };
        assert_eq!(step(0, 1), Some(Step::Share(0.25)));
        assert_eq!(step(0, 3), Some(Step::Points(4.0)));
        assert_eq!(step(0, 5), Some(Step::Points(2.0)), "years of age");
        assert_eq!(step(1, 0), None);
    }
}
