//! What became of a target: met, missed, on course, behind, or not known and why.

use super::allowed::Allowed;
use super::pace;
use crate::plan::{
    Actual, Bundle, Direction, Kind, Quantity, Reading, Role, StatementId, Status, Year, same_unit,
};

/// The outcome of one target, with all that is known of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    pub target: StatementId,
    pub verdict: Verdict,
    /// The actuals that were judged, all of one year: indices into the bundle's actuals. Where the
    /// verdict is not known, those that left it open.
    pub judged: Vec<usize>,
    /// What else is known of the indicator in this city: other years, areas or units.
    pub beside: Vec<usize>,
    /// What the path to a later target asks for in the year of the judged actuals.
    pub asked: Option<f64>,
}

/// How a target fared. 达成, 未达成 and 尚难判断 once its year has passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Met,
    Missed,
    /// Its year is still to end, and the last actual keeps to the path.
    OnCourse,
    Behind,
    NotKnown(Reason),
}

impl Verdict {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Missed => "missed",
            Self::OnCourse => "on-course",
            Self::Behind => "behind",
            Self::NotKnown(_) => "not-known",
        }
    }
}

/// Why an outcome is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// The statement reports, it does not promise.
    NoTarget,
    /// The plan's copy lost the number.
    NumberLost,
    /// The plan's copy lost the year.
    YearLost,
    /// The plan gives no year.
    YearUnstated,
    /// A growth, sum, change, multiple, yearly flow or rank: actuals are levels.
    KindDiffers,
    /// No source is known for this indicator in this city.
    NoActual,
    /// Only other areas are known.
    AreaDiffers,
    /// Only other units are known.
    UnitDiffers,
    /// Only other years are known; before the target's year, none since its base.
    YearMissing,
    /// Before the target's year: nothing to count the path from.
    NoBase,
    /// The actual is about or at least, and its true value could be on either side.
    TooClose,
    /// Sources disagree, and so would the verdicts.
    SourcesDisagree,
}

impl Outcome {
    /// Whether a number it was judged by may still change.
    pub fn is_preliminary(&self, bundle: &Bundle) -> bool {
        let statuses = self.judged.iter().map(|&at| bundle.actuals[at].status);
        statuses
            .into_iter()
            .any(|status| status == Some(Status::Preliminary))
    }
}

/// The outcome of a target in the year `today`. A year has passed once `today` is later.
///
/// Only like counts: the same city, indicator, area and unit, a level, the target's own year. An
/// actual that is about or at least decides only where every value it leaves possible has the same
/// verdict; several actuals decide only where they agree. Before its year a target is on course
/// where the last actual since its base is as good as the path asks, or as the target itself.
pub fn outcome(bundle: &Bundle, target: StatementId, today: u16) -> Outcome {
    let known = known(bundle, target);
    let mut outcome = Outcome {
        target,
        verdict: Verdict::NotKnown(Reason::NoActual),
        judged: Vec::new(),
        beside: Vec::new(),
        asked: None,
    };
    let decided = like(bundle, target, &known).and_then(|like| {
        if like.year < today {
            decide_passed(bundle, &like, &mut outcome)
        } else {
            decide_running(bundle, &like, today, &mut outcome)
        }
    });
    outcome.verdict = decided.unwrap_or_else(Verdict::NotKnown);
    outcome.beside = known;
    outcome.beside.retain(|at| !outcome.judged.contains(at));
    outcome
}

/// A target that can be judged, and what is known in its own area and unit.
struct Like<'a> {
    target: StatementId,
    quantity: &'a Quantity,
    direction: Direction,
    year: u16,
    actuals: Vec<usize>,
}

/// The actuals of the target's city and indicator.
fn known(bundle: &Bundle, target: StatementId) -> Vec<usize> {
    let (indicator, city) = (bundle.statement(target).indicator, bundle.city_of(target));
    let of_target = |one: &Actual| one.indicator == indicator && usize::from(one.city) == city;
    let places = 0..bundle.actuals.len();
    places
        .filter(|&at| of_target(&bundle.actuals[at]))
        .collect()
}

fn like<'a>(bundle: &'a Bundle, target: StatementId, known: &[usize]) -> Result<Like<'a>, Reason> {
    let statement = bundle.statement(target);
    if statement.role != Role::Target {
        return Err(Reason::NoTarget);
    }
    let Reading::Stated(quantity) = &statement.reading else {
        return Err(Reason::NumberLost);
    };
    let year = match statement.period.year {
        Year::Stated(year) => year,
        Year::Lost => return Err(Reason::YearLost),
        Year::Unstated => return Err(Reason::YearUnstated),
    };
    if statement.kind != Kind::Level {
        return Err(Reason::KindDiffers);
    }
    let place = bundle.place_of(target);
    let of_area = |one: &Actual| one.area.as_str() == place;
    let of_unit = |one: &Actual| same_unit(&one.quantity.unit, &quantity.unit);
    let actuals = narrow(bundle, known.to_vec(), Reason::NoActual, |_| true)?;
    let actuals = narrow(bundle, actuals, Reason::AreaDiffers, of_area)?;
    let actuals = narrow(bundle, actuals, Reason::UnitDiffers, of_unit)?;
    Ok(Like {
        target,
        quantity,
        direction: bundle.indicators[usize::from(statement.indicator)].direction,
        year,
        actuals,
    })
}

/// Those of `actuals` that are wanted, or the reason where none is.
fn narrow(
    bundle: &Bundle,
    mut actuals: Vec<usize>,
    reason: Reason,
    wanted: impl Fn(&Actual) -> bool,
) -> Result<Vec<usize>, Reason> {
    actuals.retain(|&at| wanted(&bundle.actuals[at]));
    (!actuals.is_empty()).then_some(actuals).ok_or(reason)
}

fn decide_passed(bundle: &Bundle, like: &Like, outcome: &mut Outcome) -> Result<Verdict, Reason> {
    let of_year = |one: &Actual| one.year == like.year;
    outcome.judged = narrow(bundle, like.actuals.clone(), Reason::YearMissing, of_year)?;
    let allowed = Allowed::by_target(like.quantity, like.direction);
    match agreed(bundle, &outcome.judged, |actual| actual.keep(allowed))? {
        true => Ok(Verdict::Met),
        false => Ok(Verdict::Missed),
    }
}

fn decide_running(
    bundle: &Bundle,
    like: &Like,
    today: u16,
    outcome: &mut Outcome,
) -> Result<Verdict, Reason> {
    let pace = pace::pace(bundle, like.target).ok_or(Reason::NoBase)?;
    let since_base = |one: &Actual| pace.from.year < one.year && one.year <= like.year.min(today);
    let since = narrow(
        bundle,
        like.actuals.clone(),
        Reason::YearMissing,
        since_base,
    )?;
    let last = since.iter().map(|&at| bundle.actuals[at].year).max();
    let of_last = |one: &Actual| Some(one.year) == last;
    outcome.judged = narrow(bundle, since, Reason::YearMissing, of_last)?;
    let asked = Quantity {
        value: pace.asked(last.unwrap_or(like.year)),
        high: None,
        ..like.quantity.clone()
    };
    outcome.asked = Some(asked.value);
    let path = Allowed::by_target(&asked, like.direction);
    let target = Allowed::by_target(like.quantity, like.direction);
    let on_course = |actual: Allowed| match actual.keep(target) {
        Some(true) => Some(true),
        _ => actual.keep(path),
    };
    match agreed(bundle, &outcome.judged, on_course)? {
        true => Ok(Verdict::OnCourse),
        false => Ok(Verdict::Behind),
    }
}

/// The answer that all actuals give.
fn agreed(
    bundle: &Bundle,
    judged: &[usize],
    keeps: impl Fn(Allowed) -> Option<bool>,
) -> Result<bool, Reason> {
    let answers = judged
        .iter()
        .map(|&at| keeps(Allowed::by_actual(&bundle.actuals[at].quantity)));
    let answers: Vec<Option<bool>> = answers.collect();
    match (
        answers.contains(&Some(true)),
        answers.contains(&Some(false)),
    ) {
        (true, true) => Err(Reason::SourcesDisagree),
        _ if answers.contains(&None) => Err(Reason::TooClose),
        (met, _) => Ok(met),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::sample::{Said, bundle_with};
    use crate::plan::Bound;

    /// The verdict in the year `today` on the first statement, whose indicator is better higher.
    fn check(said: &[Said], known: &[Said], today: u16, expected: Verdict) {
        let bundle = bundle_with(said, known);
        let first = StatementId { plan: 0, index: 0 };
        assert_eq!(outcome(&bundle, first, today).verdict, expected);
    }

    fn level(year: u16, value: f64) -> Said {
        Said::level("温州", "A", "元", year, value)
    }

    fn not_known(said: Said, known: &[Said], reason: Reason) {
        check(&[said], known, 2026, Verdict::NotKnown(reason));
    }

    #[test]
    fn a_passed_target_is_met_or_missed_by_its_own_year() {
        let target = [level(2025, 100.0)];
        let known = [level(2024, 120.0), level(2025, 100.0)];
        check(&target, &known, 2026, Verdict::Met);
        let known = [level(2024, 120.0), level(2025, 99.0)];
        check(&target, &known, 2026, Verdict::Missed);
    }

    #[test]
    fn what_is_not_like_is_not_judged_and_says_why() {
        let target = || level(2025, 100.0);
        let good = || level(2025, 120.0);
        not_known(target(), &[], Reason::NoActual);
        let other = Said::level("嘉兴", "A", "元", 2025, 120.0);
        not_known(target(), &[other], Reason::NoActual);
        not_known(target(), &[good().area("市区")], Reason::AreaDiffers);
        not_known(target().area("都市区"), &[good()], Reason::AreaDiffers);
        let percent = Said::level("温州", "A", "%", 2025, 120.0);
        not_known(target(), &[percent], Reason::UnitDiffers);
        not_known(target(), &[level(2024, 120.0)], Reason::YearMissing);
        not_known(target().kind(Kind::Growth), &[good()], Reason::KindDiffers);
        not_known(level(0, 100.0), &[good()], Reason::YearLost);
        not_known(target().observed(), &[good()], Reason::NoTarget);
    }

    #[test]
    fn a_plan_for_another_area_is_not_judged_by_the_city() {
        let mut bundle = bundle_with(&[level(2022, 1.0)], &[level(2022, 2.0)]);
        bundle.plans[0].entry.area = "温州都市区".into();
        let found = outcome(&bundle, StatementId { plan: 0, index: 0 }, 2026);
        assert_eq!(found.verdict, Verdict::NotKnown(Reason::AreaDiffers));
        assert_eq!(found.beside, [0]);
    }

    #[test]
    fn a_close_call_is_left_open() {
        let about = |value| level(2025, value).bound(Bound::About);
        not_known(level(2025, 100.0), &[about(101.0)], Reason::TooClose);
        check(&[level(2025, 100.0)], &[about(105.0)], 2026, Verdict::Met);
        let at_least = level(2025, 99.0).bound(Bound::AtLeast);
        not_known(level(2025, 100.0), &[at_least], Reason::TooClose);
    }

    #[test]
    fn sources_decide_only_where_they_agree() {
        let (high, low) = (level(2025, 101.0), level(2025, 99.0));
        not_known(
            level(2025, 100.0),
            &[high.clone(), low],
            Reason::SourcesDisagree,
        );
        let more = level(2025, 102.0);
        check(&[level(2025, 100.0)], &[high, more], 2026, Verdict::Met);
    }

    #[test]
    fn before_its_year_a_target_is_measured_by_its_path() {
        let target = [level(2030, 200.0), level(2020, 100.0).observed()];
        // Doubling in ten years asks for 141.4 after five.
        check(&target, &[level(2025, 142.0)], 2026, Verdict::OnCourse);
        check(&target, &[level(2025, 141.0)], 2026, Verdict::Behind);
        let reason = Verdict::NotKnown(Reason::YearMissing);
        check(&target, &[level(2019, 142.0)], 2026, reason);
        let alone = [level(2030, 200.0)];
        let reason = Verdict::NotKnown(Reason::NoBase);
        check(&alone, &[level(2030, 210.0)], 2030, reason);
    }

    #[test]
    fn what_already_keeps_the_target_is_on_course() {
        let target = [
            level(2030, 90.0).bound(Bound::AtLeast),
            level(2020, 100.0).observed(),
        ];
        check(&target, &[level(2025, 91.0)], 2026, Verdict::OnCourse);
    }

    #[test]
    fn the_year_itself_has_not_passed() {
        let target = [level(2025, 200.0), level(2020, 100.0).observed()];
        let known = [level(2024, 190.0)];
        check(&target, &known, 2025, Verdict::OnCourse);
        check(
            &target,
            &known,
            2026,
            Verdict::NotKnown(Reason::YearMissing),
        );
    }
}
