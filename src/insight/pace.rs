//! The pace that a target asks for, from what was before.

use super::allowed::Allowed;
use crate::plan::{Bundle, Kind, Role, Statement, StatementId, is_counted, same_unit};

/// From a base to a target.
#[derive(Clone, Debug, PartialEq)]
pub struct Pace {
    pub target: StatementId,
    pub from: Anchor,
    /// The year and value of the target; the lower end of a range.
    pub to: (u16, f64),
    pub rate: Rate,
    /// Growth that the city's plans state for the same area and year, to stand beside the rate.
    pub stated_growth: Vec<StatementId>,
}

/// What a pace is counted from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Anchor {
    pub year: u16,
    pub value: f64,
    pub origin: Origin,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    Statement(StatementId),
    /// Index into the bundle's actuals.
    Actual(usize),
}

/// A pace, on average over the years between.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rate {
    /// Growth each year as a share of the year before: 0.078 is 7.8 %.
    Compound(f64),
    /// For shares and ratios: `%` and bare numbers. In the indicator's unit.
    PointsPerYear(f64),
    /// For things counted, ages and durations. In the indicator's unit.
    UnitsPerYear(f64),
    /// The base already keeps the target: no more is asked than to hold it.
    Kept,
}

impl Pace {
    /// The value that the path asks for in a year: constant growth, or a constant step.
    pub fn asked(&self, year: u16) -> f64 {
        let years = f64::from(year) - f64::from(self.from.year);
        match self.rate {
            Rate::Compound(rate) => self.from.value * (1.0 + rate).powf(years),
            Rate::PointsPerYear(step) | Rate::UnitsPerYear(step) => self.from.value + step * years,
            Rate::Kept => self.to.1,
        }
    }
}

/// The pace to a target level, from its base; None where there is no base, no year or no number.
pub fn pace(bundle: &Bundle, id: StatementId) -> Option<Pace> {
    let statement = bundle.statement(id);
    let from = base(bundle, id)?;
    let quantity = statement.reading.quantity()?;
    let to = (statement.period.year.stated()?, quantity.value);
    let direction = bundle.indicators[usize::from(statement.indicator)].direction;
    let is_kept = Allowed::by_target(quantity, direction).contains(from.value);
    Some(Pace {
        target: id,
        from,
        to,
        rate: match is_kept {
            true => Rate::Kept,
            false => rate(&quantity.unit, &from, to),
        },
        stated_growth: stated_growth(bundle, id, to.0),
    })
}

/// What a target level counts from: the last earlier value that the city's plans report for the same
/// area and unit, else an actual.
///
/// Of actuals it is the one nearest to the year from which the plan set out: the year before the first
/// that it covers, else that of its issue. More than a year from it none is: what was reached on the
/// way says nothing of what was asked.
pub fn base(bundle: &Bundle, id: StatementId) -> Option<Anchor> {
    let target = bundle.statement(id);
    let is_target = target.role == Role::Target && target.kind == Kind::Level;
    let due = target.period.year.stated().filter(|_| is_target)?;
    stated_base(bundle, id, due).or_else(|| actual_base(bundle, id, due))
}

fn stated_base(bundle: &Bundle, id: StatementId, due: u16) -> Option<Anchor> {
    let target = bundle.statement(id);
    let facts = bundle.statement_ids().filter_map(|other| {
        let fact = bundle.statement(other);
        let year = fact.period.year.stated()?;
        let quantity = fact.reading.quantity()?;
        let like = fact.role == Role::Observed
            && fact.kind == Kind::Level
            && year < due
            && is_of_same_thing(bundle, id, other)
            && same_unit(&quantity.unit, target.reading.unit());
        like.then_some(Anchor {
            year,
            value: quantity.value,
            origin: Origin::Statement(other),
        })
    });
    facts.reduce(|best, next| if next.year > best.year { next } else { best })
}

fn actual_base(bundle: &Bundle, id: StatementId, due: u16) -> Option<Anchor> {
    let (target, city) = (bundle.statement(id), bundle.city_of(id));
    let entry = &bundle.plan_of(id).entry;
    let issued = entry.issued.and_then(|issued| issued.year);
    let start = entry.years.map(|(first, _)| first - 1).or(issued)?;
    let distance = |anchor: &Anchor| anchor.year.abs_diff(start);
    let known = bundle.actuals.iter().enumerate();
    let anchors = known.filter_map(|(index, actual)| {
        let like = usize::from(actual.city) == city
            && actual.indicator == target.indicator
            && actual.area.as_str() == bundle.place_of(id)
            && actual.year < due
            && actual.year.abs_diff(start) <= 1
            && same_unit(&actual.quantity.unit, target.reading.unit());
        like.then_some(Anchor {
            year: actual.year,
            value: actual.quantity.value,
            origin: Origin::Actual(index),
        })
    });
    anchors.reduce(|best, next| match distance(&next) < distance(&best) {
        true => next,
        false => best,
    })
}

fn rate(unit: &str, from: &Anchor, to: (u16, f64)) -> Rate {
    let years = f64::from(to.0 - from.year);
    let step = (to.1 - from.value) / years;
    match unit {
        "%" | "‰" | "" | ":1" => Rate::PointsPerYear(step),
        "岁" | "年" | "天" | "小时" | "分钟" => Rate::UnitsPerYear(step),
        unit if is_counted(unit) || from.value <= 0.0 || to.1 <= 0.0 => Rate::UnitsPerYear(step),
        _ => Rate::Compound((to.1 / from.value).powf(1.0 / years) - 1.0),
    }
}

fn stated_growth(bundle: &Bundle, id: StatementId, due: u16) -> Vec<StatementId> {
    let is_growth = |other: &Statement| {
        let ends = other.period.span.map(|(_, last)| last);
        other.role == Role::Target
            && other.kind == Kind::Growth
            && other.period.year.stated().or(ends) == Some(due)
    };
    bundle
        .statement_ids()
        .filter(|&other| is_growth(bundle.statement(other)) && is_of_same_thing(bundle, id, other))
        .collect()
}

/// The same indicator in the same area of one city.
fn is_of_same_thing(bundle: &Bundle, one: StatementId, other: StatementId) -> bool {
    bundle.statement(one).indicator == bundle.statement(other).indicator
        && bundle.city_of(one) == bundle.city_of(other)
        && bundle.place_of(one) == bundle.place_of(other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::sample::{Said, bundle, bundle_with};
    use crate::plan::Bound;

    /// The pace of the first target, as `2020 50 → 2025: rate`.
    fn check(bundle: &Bundle, expected: &str) {
        let target = bundle
            .statement_ids()
            .find(|&id| bundle.statement(id).role == Role::Target)
            .unwrap();
        let found = pace(bundle, target).map_or("none".into(), |pace| {
            let rate = match pace.rate {
                Rate::Compound(rate) => format!("{:.1} % a year", rate * 100.0),
                Rate::PointsPerYear(step) => format!("{step:.2} points a year"),
                Rate::UnitsPerYear(step) => format!("{step:.2} units a year"),
                Rate::Kept => "kept".into(),
            };
            let Anchor { year, value, .. } = pace.from;
            format!("{year} {value} → {}: {rate}", pace.to.0)
        });
        assert_eq!(found, expected);
    }

    fn said(unit: &'static str, base: f64, target: f64) -> Bundle {
        bundle(&[
            Said::level("温州", "A", unit, 2020, base).observed(),
            Said::level("温州", "A", unit, 2025, target),
        ])
    }

    #[test]
    fn levels_grow_shares_gain_points_counts_gain_units() {
        check(&said("元", 6871.0, 1e4), "2020 6871 → 2025: 7.8 % a year");
        check(&said("%", 71.0, 75.0), "2020 71 → 2025: 0.80 points a year");
        check(
            &said("", 1.61, 1.71),
            "2020 1.61 → 2025: 0.02 points a year",
        );
        check(&said("家", 10.0, 44.0), "2020 10 → 2025: 6.80 units a year");
        check(&said("岁", 80.0, 82.0), "2020 80 → 2025: 0.40 units a year");
        check(&said("元", 0.0, 5.0), "2020 0 → 2025: 1.00 units a year");
    }

    #[test]
    fn the_path_passes_through_both_ends() {
        for bundle in [said("元", 6871.0, 1e4), said("%", 71.0, 75.0)] {
            let pace = pace(&bundle, StatementId { plan: 0, index: 1 }).unwrap();
            assert_eq!(pace.asked(2020), pace.from.value);
            assert!((pace.asked(2025) - pace.to.1).abs() < 1e-6);
        }
    }

    #[test]
    fn a_base_is_like_its_target_and_before_it() {
        let target = Said::level("温州", "A", "元", 2025, 8.0);
        let level = |year, value| Said::level("温州", "A", "元", year, value).observed();
        check(&bundle(&[target.clone(), level(2025, 1.0)]), "none");
        check(
            &bundle(&[target.clone(), level(2020, 1.0).area("市区")]),
            "none",
        );
        check(
            &bundle(&[target.clone(), level(2020, 1.0).kind(Kind::Rank)]),
            "none",
        );
        let two = bundle(&[target, level(2015, 1.0), level(2022, 1.0)]);
        check(&two, "2022 1 → 2025: 100.0 % a year");
    }

    #[test]
    fn an_actual_is_the_base_where_no_plan_states_one() {
        let known = [2018, 2020, 2023]
            .map(|year| Said::level("温州", "A", "%", year, f64::from(year) - 2000.0));
        let mut bundle = bundle_with(&[Said::level("温州", "A", "%", 2025, 30.0)], &known);
        check(&bundle, "none");
        bundle.plans[0].entry.years = Some((2021, 2025));
        check(&bundle, "2020 20 → 2025: 2.00 points a year");
        bundle.plans[0].entry.years = Some((2016, 2025));
        check(&bundle, "none");
    }

    #[test]
    fn a_target_that_is_already_kept_asks_for_nothing() {
        check(&said("元", 5.0, 5.0), "2020 5 → 2025: kept");
        check(&said("元", 6.0, 5.0), "2020 6 → 2025: kept");
        let most = |value| Said::level("温州", "A", "%", 2025, value).bound(Bound::AtMost);
        let base = Said::level("温州", "A", "%", 2020, 23.0).observed();
        check(&bundle(&[base.clone(), most(27.0)]), "2020 23 → 2025: kept");
        check(
            &bundle(&[base, most(20.0)]),
            "2020 23 → 2025: -0.60 points a year",
        );
    }

    #[test]
    fn growth_that_the_plan_states_stands_beside_it() {
        let bundle = bundle(&[
            Said::level("温州", "A", "元", 2020, 1.0).observed(),
            Said::level("温州", "A", "元", 2025, 2.0),
            Said::level("温州", "A", "%", 2025, 7.0).kind(Kind::Growth),
            Said::level("温州", "A", "%", 2035, 5.0).kind(Kind::Growth),
            Said::level("温州", "A", "%", 2025, 9.0)
                .kind(Kind::Growth)
                .area("市区"),
        ]);
        let found = pace(&bundle, StatementId { plan: 0, index: 1 }).unwrap();
        assert_eq!(found.stated_growth, [StatementId { plan: 0, index: 2 }]);
    }
}
