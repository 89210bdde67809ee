//! The same promise in several plans of one city: what was revised, and what only looks like it.

use super::scorecard::is_same_promise;
use crate::order;
use crate::plan::{Area, Bundle, Kind, Role, Statement, StatementId, Year, same_unit};

/// Two targets of one city, side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revision {
    /// The earlier, by the plans' order of issue.
    pub first: StatementId,
    pub second: StatementId,
    pub relation: Relation,
    /// False where a plan's date is not known, so that neither is known to be the earlier.
    pub is_ordered: bool,
}

/// What two targets are to each other. Only the first three are about one and the same promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// The same promise again, in other words at most.
    Repeated,
    /// The same area, measure and year, another value.
    Revised,
    /// As revised, but within one plan.
    Contradicts,
    /// The same area and measure, another year: steps of one path.
    Path,
    /// The year of one of them is lost or not stated.
    LostYear,
    /// Another area: 都市区 beside the city.
    OtherArea,
    /// Another measure: a value beside its share of GDP, a level beside a sum.
    OtherMeasure,
}

impl Relation {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Repeated => "repeated",
            Self::Revised => "revised",
            Self::Contradicts => "contradicts",
            Self::Path => "path",
            Self::LostYear => "lost-year",
            Self::OtherArea => "other-area",
            Self::OtherMeasure => "other-measure",
        }
    }
}

/// How a city's plans take up each other's targets of an indicator, in order of issue.
///
/// Each target stands beside the nearest one of each earlier plan; within a plan only contradictions
/// are told. A share of GDP stands beside the value it is a share of. A plan's whole area counts as
/// the city here, as its statements have it.
pub fn revisions(bundle: &Bundle, city: usize, indicator: usize) -> Vec<Revision> {
    let mut plans: Vec<usize> = (0..bundle.plans.len())
        .filter(|&plan| bundle.city_of_plan(&bundle.plans[plan]) == city)
        .collect();
    order::sort_by_key(&mut plans, |&plan| {
        issued(bundle, plan).unwrap_or((u16::MAX, 0, 0))
    });
    let targets: Vec<Vec<StatementId>> = plans
        .iter()
        .map(|&plan| targets(bundle, plan, indicator))
        .collect();
    let mut revisions = Vec::new();
    for (at, own) in targets.iter().enumerate() {
        for (place, &second) in own.iter().enumerate() {
            let contradicted = own[..place].iter().filter_map(|&first| {
                let found = revision(bundle, first, second)?;
                (found.relation == Relation::Contradicts).then_some(found)
            });
            revisions.extend(contradicted);
            for earlier in &targets[..at] {
                let found = earlier
                    .iter()
                    .filter_map(|&first| revision(bundle, first, second));
                revisions.extend(nearest(bundle, found));
            }
        }
    }
    // What is of a related indicator alone belongs to that one's page.
    revisions.retain(|one| {
        [one.first, one.second]
            .iter()
            .any(|&id| usize::from(bundle.statement(id).indicator) == indicator)
    });
    revisions
}

/// Year, month and day of issue; 0 for what the text does not give, None without a year.
fn issued(bundle: &Bundle, plan: usize) -> Option<(u16, u8, u8)> {
    let issued = bundle.plans[plan].entry.issued?;
    let year = issued.year?;
    Some((year, issued.month.unwrap_or(0), issued.day.unwrap_or(0)))
}

/// The plan's targets of the indicator and of those related to it.
fn targets(bundle: &Bundle, plan: usize, indicator: usize) -> Vec<StatementId> {
    let wanted = |statement: &Statement| {
        let own = usize::from(statement.indicator);
        statement.role == Role::Target
            && (own == indicator
                || is_share_of(bundle, own, indicator)
                || is_share_of(bundle, indicator, own))
    };
    let ids = bundle
        .statement_ids()
        .filter(|id| usize::from(id.plan) == plan);
    ids.filter(|&id| wanted(bundle.statement(id))).collect()
}

/// Whether one indicator is the other as a share: 数字经济核心产业增加值占GDP比重.
fn is_share_of(bundle: &Bundle, share: usize, value: usize) -> bool {
    let name = |indicator: usize| bundle.indicators[indicator].zh.as_str();
    name(share)
        .strip_prefix(name(value))
        .is_some_and(|rest| rest.starts_with('占'))
}

/// How two targets relate; None where they have nothing to do with each other, as a growth and a
/// level, or two parts of the city.
fn revision(bundle: &Bundle, first: StatementId, second: StatementId) -> Option<Revision> {
    let (a, b) = (bundle.statement(first), bundle.statement(second));
    let is_value = |kind: Kind| matches!(kind, Kind::Level | Kind::Cumulative);
    let same_kind = a.kind == b.kind;
    if !(same_kind || is_value(a.kind) && is_value(b.kind)) {
        return None;
    }
    let same_measure =
        same_kind && a.indicator == b.indicator && same_unit(a.reading.unit(), b.reading.unit());
    let is_part = |statement: &Statement| statement.area != Area::Whole;
    let other_area = a.area != b.area;
    if other_area && (a.indicator != b.indicator || is_part(a) && is_part(b)) {
        return None;
    }
    let relation = match (a.period.year, b.period.year) {
        _ if !same_measure => Relation::OtherMeasure,
        _ if other_area => Relation::OtherArea,
        (Year::Stated(one), Year::Stated(other)) if one != other => Relation::Path,
        (Year::Stated(_), Year::Stated(_)) => same_year(bundle, first, second)?,
        _ => Relation::LostYear,
    };
    let dates = [first, second].map(|id| issued(bundle, usize::from(id.plan)));
    Some(Revision {
        first,
        second,
        relation,
        is_ordered: first.plan == second.plan || dates.iter().all(Option::is_some),
    })
}

/// Two targets of one measure, area and year. Of a lost number nothing can be said.
fn same_year(bundle: &Bundle, first: StatementId, second: StatementId) -> Option<Relation> {
    bundle.statement(first).reading.quantity()?;
    bundle.statement(second).reading.quantity()?;
    Some(if is_same_promise(bundle, first, second) {
        Relation::Repeated
    } else if first.plan == second.plan {
        Relation::Contradicts
    } else {
        Relation::Revised
    })
}

/// The one that is most about the same promise, then the one of the nearest year.
fn nearest(bundle: &Bundle, found: impl Iterator<Item = Revision>) -> Option<Revision> {
    let year = |id| bundle.statement(id).period.year.stated().unwrap_or(0);
    let distance = |one: &Revision| (one.relation, year(one.first).abs_diff(year(one.second)));
    found.reduce(|best, next| match distance(&next) < distance(&best) {
        true => next,
        false => best,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::sample::{Said, bundle};
    use crate::plan::{DateBasis, Issued};

    /// Two plans of 温州, of 2019 and 2021, each with one target; and their relation.
    fn check(first: Said, second: Said, expected: &str) {
        let mut bundle = two_plans(first, second);
        let found = revisions(&bundle, 0, 0);
        let words: Vec<&str> = found.iter().map(|one| one.relation.as_str()).collect();
        assert_eq!(words.join(" "), expected);
        // The catalogue's order does not matter, the dates do.
        bundle.plans.reverse();
        for one in revisions(&bundle, 0, 0) {
            let year = |id| {
                bundle
                    .plan_of(id)
                    .entry
                    .issued
                    .and_then(|issued| issued.year)
            };
            assert!(year(one.first) < year(one.second));
        }
    }

    fn two_plans(first: Said, second: Said) -> Bundle {
        let mut bundle = bundle(&[first, second]);
        let mut later = bundle.plans[0].clone();
        later.statements.remove(0);
        bundle.plans[0].statements.remove(1);
        bundle.plans = vec![bundle.plans[0].clone(), later];
        for (plan, year) in bundle.plans.iter_mut().zip([2019, 2021]) {
            plan.entry.issued = Some(Issued {
                year: Some(year),
                month: None,
                day: None,
                basis: DateBasis::Signed,
            });
        }
        bundle
    }

    fn level(year: u16, value: f64) -> Said {
        Said::level("温州", "绿地", "平方米", year, value)
    }

    #[test]
    fn the_same_year_is_repeated_or_revised() {
        check(level(2025, 1.0), level(2025, 1.0), "repeated");
        check(level(2025, 1.0), level(2025, 2.0), "revised");
    }

    #[test]
    fn what_is_unlike_says_how() {
        check(level(2022, 1.0), level(2025, 2.0), "path");
        check(level(0, 1.0), level(2025, 1.0), "lost-year");
        check(
            level(2025, 1.0).area("市区"),
            level(2025, 1.0),
            "other-area",
        );
        let sum = level(2025, 1.0).kind(Kind::Cumulative);
        check(sum, level(2025, 1.0), "other-measure");
        check(
            level(2025, 1.0).area("市区"),
            level(2025, 1.0).area("县城"),
            "",
        );
        check(level(2025, 1.0).kind(Kind::Growth), level(2025, 1.0), "");
        check(level(2025, 1.0).observed(), level(2025, 1.0), "");
    }

    #[test]
    fn within_a_plan_only_contradictions_are_told() {
        let bundle = bundle(&[level(2025, 1.0), level(2025, 2.0), level(2035, 3.0)]);
        let found = revisions(&bundle, 0, 0);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].relation, Relation::Contradicts);
    }

    #[test]
    fn each_earlier_plan_is_taken_up_by_its_nearest_target() {
        let mut bundle = two_plans(level(2022, 1.0), level(2035, 3.0));
        let mut nearer = bundle.plans[0].statements[0].clone();
        nearer.period.year = Year::Stated(2030);
        bundle.plans[0].statements.push(nearer);
        let mut part = bundle.plans[0].statements[0].clone();
        part.area = Area::Part("市区".into());
        bundle.plans[0].statements.push(part);
        let found = revisions(&bundle, 0, 0);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].first.index, 1);
    }

    #[test]
    fn a_plan_without_its_date_is_neither_earlier_nor_later() {
        let mut bundle = two_plans(level(2022, 1.0), level(2025, 3.0));
        bundle.plans[0].entry.issued = None;
        let found = revisions(&bundle, 0, 0);
        assert!(!found[0].is_ordered);
    }
}
