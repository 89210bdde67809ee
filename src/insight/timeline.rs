//! An indicator's timeline: what each city's plans state for which year, like with like.

use super::allowed::ABOUT;
use super::derive;
use crate::order;
use crate::plan::{Area, Bound, Bundle, Kind, Role, StatementId};

/// What the values of one axis have in common: only like things share it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Measure {
    /// [`Kind::Level`] or [`Kind::Cumulative`].
    pub kind: Kind,
    pub unit: String,
}

/// All that the plans say of one indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// Index into the bundle's indicators.
    pub indicator: usize,
    /// What the series measure; none where nothing can stand on a time axis.
    pub measure: Option<Measure>,
    /// By city in the catalogue's order, the whole city before its parts.
    pub series: Vec<Series>,
    /// Statements that no series holds: growth, changes and multiples without their base, lost or
    /// unstated years, other units. In document order.
    pub aside: Vec<StatementId>,
}

/// One city's (or one of its parts') values of one measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Index into the bundle's cities.
    pub city: usize,
    pub area: Area,
    /// By year, derived before stated, then value; one year has several where plans contradict each
    /// other.
    pub points: Vec<Point>,
}

/// A value for a year, with every statement that gives it.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    pub year: u16,
    /// In the measure's unit.
    pub value: f64,
    /// Upper end where a range was stated.
    pub high: Option<f64>,
    pub bound: Bound,
    pub role: Role,
    /// At least one; several where the words are repeated.
    pub statements: Vec<StatementId>,
    /// The statements do not state the value: it follows from them by [`derive`].
    pub is_derived: bool,
}

impl Point {
    /// The lowest and the highest value that keep what is said.
    fn keeps(&self) -> (f64, f64) {
        let slack = self.value.abs() * ABOUT;
        let high = self.high.unwrap_or(self.value);
        match self.bound {
            Bound::Exactly => (self.value, high),
            Bound::AtLeast => (self.value, f64::INFINITY),
            Bound::AtMost => (f64::NEG_INFINITY, high),
            Bound::About => (self.value - slack, high + slack),
        }
    }
}

impl Series {
    /// Whether another point says of the same year and role what cannot be true beside this one.
    /// Nobody states a derived value.
    pub fn contradicts(&self, point: &Point) -> bool {
        let (low, high) = point.keeps();
        let stated = |point: &Point| !point.is_derived;
        self.points
            .iter()
            .filter(|other| stated(other) && stated(point))
            .any(|other| {
                let (other_low, other_high) = other.keeps();
                (other.year, other.role) == (point.year, point.role)
                    && (other_low > high || other_high < low)
            })
    }
}

impl Timeline {
    /// Cities with at least one point, in the catalogue's order.
    pub fn cities(&self) -> Vec<usize> {
        let mut cities: Vec<usize> = self.series.iter().map(|series| series.city).collect();
        cities.dedup();
        cities
    }

    pub fn points(&self) -> impl Iterator<Item = &Point> {
        self.series.iter().flat_map(|series| &series.points)
    }
}

/// The timeline of one indicator.
pub fn timeline(bundle: &Bundle, indicator: usize) -> Timeline {
    let statements = bundle
        .statement_ids()
        .filter(|&id| bundle.statement(id).indicator as usize == indicator)
        .collect();
    from_statements(bundle, indicator, statements)
}

/// The timelines of every indicator that any plan states, in the bundle's order.
pub fn timelines(bundle: &Bundle) -> Vec<Timeline> {
    let mut by_indicator: Vec<Vec<StatementId>> = vec![Vec::new(); bundle.indicators.len()];
    for id in bundle.statement_ids() {
        by_indicator[bundle.statement(id).indicator as usize].push(id);
    }
    let stated = by_indicator
        .into_iter()
        .enumerate()
        .filter(|(_, statements)| !statements.is_empty());
    stated
        .map(|(indicator, statements)| from_statements(bundle, indicator, statements))
        .collect()
}

/// The `count` timelines that tell most at a glance: several cities first, then many points.
pub fn richest(mut timelines: Vec<Timeline>, count: usize) -> Vec<Timeline> {
    timelines.retain(|timeline| timeline.measure.is_some());
    // A stable sort: equals stay in the vocabulary's order, most important first.
    order::sort_by_key(&mut timelines, |timeline| {
        std::cmp::Reverse(richness(timeline))
    });
    timelines.truncate(count);
    timelines
}

/// Years that one series spans count most, then cities side by side, then points.
fn richness(timeline: &Timeline) -> usize {
    let whole = || {
        timeline
            .series
            .iter()
            .filter(|series| series.area == Area::Whole)
    };
    let longest = whole().map(|series| series.points.len()).max().unwrap_or(0);
    longest * 2 + whole().count() * 3
}

fn from_statements(bundle: &Bundle, indicator: usize, statements: Vec<StatementId>) -> Timeline {
    let measure = dominant_measure(bundle, &statements);
    let mut series: Vec<Series> = Vec::new();
    let mut aside = Vec::new();
    for id in statements {
        match (point(bundle, id), &measure) {
            (Some((found, point)), Some(measure)) if found == *measure => {
                let (city, area) = (bundle.city_of(id), &bundle.statement(id).area);
                add(&mut series_of(&mut series, city, area).points, point);
            }
            _ => aside.push(id),
        }
    }
    order::sort(&mut series, |a, b| {
        (a.city, &a.area).cmp(&(b.city, &b.area))
    });
    for series in &mut series {
        order::sort(&mut series.points, |a, b| {
            (a.year, b.is_derived)
                .cmp(&(b.year, a.is_derived))
                .then(a.value.total_cmp(&b.value))
        });
    }
    Timeline {
        indicator,
        measure,
        series,
        aside,
    }
}

/// The series of a city's area, begun where there is none yet.
fn series_of<'a>(series: &'a mut Vec<Series>, city: usize, area: &Area) -> &'a mut Series {
    let known = series
        .iter()
        .position(|one| one.city == city && one.area == *area);
    let at = known.unwrap_or_else(|| {
        series.push(Series {
            city,
            area: area.clone(),
            points: Vec::new(),
        });
        series.len() - 1
    });
    &mut series[at]
}

/// The measure most statements have; at equal counts a level goes before a sum.
fn dominant_measure(bundle: &Bundle, statements: &[StatementId]) -> Option<Measure> {
    let measures: Vec<Measure> = statements
        .iter()
        .filter_map(|&id| point(bundle, id))
        .filter(|(_, point)| !point.is_derived)
        .map(|(measure, _)| measure)
        .collect();
    let count = |measure: &Measure| measures.iter().filter(|other| *other == measure).count();
    let is_before =
        |a: &Measure, b: &Measure| count(a) > count(b) || count(a) == count(b) && a.kind < b.kind;
    let mut best = measures.first()?;
    for measure in &measures {
        if is_before(measure, best) {
            best = measure;
        }
    }
    Some(best.clone())
}

/// The statement as a point, where it has a number, a year, and a kind that stands on a time axis or
/// comes to a value that does.
fn point(bundle: &Bundle, id: StatementId) -> Option<(Measure, Point)> {
    let statement = bundle.statement(id);
    let derived = derive(bundle, id).and_then(Result::ok);
    let (kind, quantity) = match (&derived, statement.kind) {
        (Some(derived), _) => (Kind::Level, &derived.quantity),
        (None, kind @ (Kind::Level | Kind::Cumulative)) => (kind, statement.reading.quantity()?),
        (None, _) => return None,
    };
    let point = Point {
        year: statement.period.year.stated()?,
        value: quantity.value,
        high: quantity.high,
        bound: quantity.bound,
        role: statement.role,
        statements: vec![id],
        is_derived: derived.is_some(),
    };
    let unit = quantity.unit.clone();
    Some((Measure { kind, unit }, point))
}

/// Adds a point, or its statement to the point that says the same.
fn add(points: &mut Vec<Point>, new: Point) {
    let same = |point: &&mut Point| {
        (point.year, point.value, point.high, point.role)
            == (new.year, new.value, new.high, new.role)
            && point.bound == new.bound
            && point.is_derived == new.is_derived
    };
    match points.iter_mut().find(same) {
        Some(point) => point.statements.extend(new.statements),
        None => points.push(new),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::sample::{Said, bundle, read};

    #[test]
    fn a_series_holds_one_area_and_one_kind() {
        let bundle = bundle(&[
            Said::level("温州", "GDP", "元", 2020, 6.871e11).observed(),
            Said::level("温州", "GDP", "元", 2025, 1e12),
            Said::level("温州", "GDP", "元", 2022, 8e11).area("都市区"),
            Said::level("温州", "GDP", "%", 2020, 7.2).kind(Kind::Growth),
            Said::level("嘉兴", "GDP", "倍", 2025, 2.0).kind(Kind::Multiple),
        ]);
        let timeline = timeline(&bundle, 0);
        let shape: Vec<_> = timeline
            .series
            .iter()
            .map(|s| {
                (
                    s.city,
                    s.area.as_str(),
                    s.points.iter().map(|p| p.year).collect::<Vec<_>>(),
                )
            })
            .collect();
        assert_eq!(
            shape,
            [(0, "", vec![2020, 2025]), (0, "都市区", vec![2022])]
        );
        assert_eq!(timeline.aside.len(), 2);
    }

    #[test]
    fn the_same_words_twice_are_one_point_with_two_statements() {
        let bundle = bundle(&[
            Said::level("温州", "收入比", "", 2025, 1.9),
            Said::level("温州", "收入比", "", 2025, 1.9),
            Said::level("温州", "收入比", "", 2025, 1.8),
        ]);
        let points = &timeline(&bundle, 0).series[0].points;
        assert_eq!(points.len(), 2, "a contradiction stays two points");
        assert_eq!(points[1].statements.len(), 2);
    }

    #[test]
    fn what_can_be_true_together_is_no_contradiction() {
        let contradicts = |one: Said, other: Said| {
            let series = timeline(&bundle(&[one, other]), 0).series;
            series[0].contradicts(&series[0].points[0])
        };
        let said = |value| Said::level("温州", "里程", "公里", 2025, value);
        assert!(contradicts(said(460.0), said(480.0)));
        assert!(!contradicts(said(460.0).bound(Bound::AtLeast), said(480.0)));
        assert!(contradicts(said(460.0).bound(Bound::AtMost), said(480.0)));
        assert!(!contradicts(said(460.0).bound(Bound::About), said(465.0)));
        assert!(
            !contradicts(said(460.0).observed(), said(480.0)),
            "a fact and a target"
        );
    }

    #[test]
    fn a_lost_year_stays_off_the_axis() {
        let bundle = bundle(&[Said::level("温州", "城镇化率", "%", 0, 72.0)]);
        let timeline = timeline(&bundle, 0);
        assert_eq!(timeline.measure, None);
        assert_eq!(timeline.aside.len(), 1);
    }

    #[test]
    fn a_derived_value_stands_before_the_stated_of_its_year() {
        let review = "一、发展回顾\n2020年,地区生产总值6871亿元。\n二、目标\n";
        let aim = "到2035年,地区生产总值突破1.7万亿元,地区生产总值比2020年翻一番,比2015年翻两番。";
        let bundle = read(&[&format!("{review}{aim}")]);
        let gdp = bundle.indicator_index("gross-domestic-product").unwrap();
        let timeline = timeline(&bundle, gdp);
        let points: Vec<_> = timeline
            .points()
            .map(|point| (point.year, point.value, point.is_derived))
            .collect();
        assert_eq!(
            points,
            [
                (2020, 6.871e11, false),
                (2035, 1.3742e12, true),
                (2035, 1.7e12, false)
            ]
        );
        assert_eq!(timeline.aside.len(), 1, "2015 is not stated");
    }

    #[test]
    fn several_cities_are_richer_than_one() {
        let bundle = bundle(&[
            Said::level("温州", "A", "%", 2025, 1.0),
            Said::level("温州", "B", "%", 2025, 1.0),
            Said::level("嘉兴", "B", "%", 2025, 2.0),
        ]);
        let all = timelines(&bundle);
        assert_eq!(richest(all, 1)[0].indicator, 1);
    }
}
