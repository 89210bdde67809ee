//! Cities side by side in one indicator: where each stands and where it wants to be. Stage one; only
//! like values are taken: the same measure, the whole city, targets of one year.

use super::track::{Choice, Mark, Origin, Sign, Undrawable, actual_mark, mark, quantity};
use crate::insight::{self, Anchor, Distance, Point, Series, Step, Timeline, base, distance};
use crate::order;
use crate::plan::{Area, Bundle, Reference, Role, same_unit};
use crate::words::{Language, bound_mark, number, region_name};

/// How pairs are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// Values over time, one line a city.
    #[default]
    Slope,
    /// One row a city, the target's distance from the city's own base: per cent for levels, points for
    /// shares and ratios, years for ages. The farthest first.
    Distance,
}

/// What the cities state, ready to be laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct Pairs {
    pub rows: Vec<Pair>,
    pub form: Form,
    /// Of distances: `%`, or nothing for points.
    pub unit: &'static str,
    /// The targets' year.
    pub year: u16,
    pub language: Language,
    /// The region's own target for the year; none of distances, which are from a city's base.
    pub region: Option<Region>,
}

/// A target of the region around the cities.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    pub value: f64,
    /// `长三角 ≥3`
    pub label: String,
}

/// One city.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    pub city: usize,
    pub name: String,
    /// The latest fact before the target, else an outcome; none where no like one is known.
    pub base: Option<Mark>,
    pub target: Mark,
}

impl Pairs {
    /// Pairs of the chosen cities, for the year most of them have a target in (the earlier of two).
    /// Contradicting targets are left out: neither is the city's.
    ///
    /// # Errors
    /// Why there is nothing to compare.
    pub fn new(
        bundle: &Bundle,
        timeline: &Timeline,
        chosen: &[usize],
        form: Form,
        language: Language,
    ) -> Result<Self, Undrawable> {
        let series = timeline.series.iter();
        let series: Vec<&Series> = series
            .filter(|series| series.area == Area::Whole && chosen.contains(&series.city))
            .collect();
        let year = common_year(&series).ok_or(Undrawable::NothingAlike)?;
        let choice = Choice {
            language,
            ..Choice::default()
        };
        let pair = |series: &&Series| pair(bundle, series, year, form, &choice);
        let mut rows: Vec<Pair> = series.iter().filter_map(pair).collect();
        if form == Form::Distance {
            let size = |pair: &Pair| pair.base.as_ref().map_or(-1.0, |_| pair.target.value.abs());
            order::sort(&mut rows, |a, b| size(b).total_cmp(&size(a)));
        }
        let is_share = rows.iter().any(|pair| pair.target.label.ends_with('%'));
        Ok(Self {
            rows,
            form,
            unit: if is_share { "%" } else { "" },
            year,
            language,
            region: (form != Form::Distance)
                .then(|| region(bundle, timeline, year, &choice))
                .flatten(),
        })
    }

    /// Every value that stands on the chart. A distance without a base is none.
    pub fn values(&self) -> impl Iterator<Item = f64> {
        let shown = |pair: &&Pair| self.form != Form::Distance || pair.base.is_some();
        self.rows.iter().filter(shown).flat_map(|pair| {
            [
                Some(pair.target.value),
                pair.base.as_ref().map(|base| base.value),
            ]
            .into_iter()
            .flatten()
        })
    }
}

/// The region's target in the timeline's own unit.
fn region(bundle: &Bundle, timeline: &Timeline, year: u16, choice: &Choice) -> Option<Region> {
    let unit = &timeline.measure.as_ref()?.unit;
    let of_timeline = |reference: &&Reference| {
        usize::from(reference.indicator) == timeline.indicator
            && reference.year == year
            && same_unit(&reference.quantity.unit, unit)
    };
    let found = bundle.references.iter().find(of_timeline)?;
    let mark = mark(year, &found.quantity, 1.0, choice);
    Some(Region {
        value: mark.value,
        label: format!(
            "{} {}",
            region_name(&found.area, choice.language),
            mark.label
        ),
    })
}

/// The year in which most cities, and two at least, have a target.
fn common_year(series: &[&Series]) -> Option<u16> {
    let count = |year: u16| {
        series
            .iter()
            .filter(|one| target(one, year).is_some())
            .count()
    };
    let mut best: Option<u16> = None;
    for point in series.iter().flat_map(|series| &series.points) {
        let year = point.year;
        let better = match best {
            Some(best) => {
                (count(year), std::cmp::Reverse(year)) > (count(best), std::cmp::Reverse(best))
            }
            None => count(year) > 1,
        };
        if better {
            best = Some(year);
        }
    }
    best
}

fn target(series: &Series, year: u16) -> Option<&Point> {
    let of_year =
        |point: &&Point| point.year == year && point.role == Role::Target && !point.is_derived;
    let point = series.points.iter().find(of_year)?;
    (!series.contradicts(point)).then_some(point)
}

fn pair(bundle: &Bundle, series: &Series, year: u16, form: Form, choice: &Choice) -> Option<Pair> {
    let city = &bundle.cities[series.city];
    let point = target(series, year)?;
    let id = *point.statements.first()?;
    let mut target = Mark {
        origin: Origin::Stated(point.statements.clone()),
        ..mark(year, &quantity(point), 1.0, choice)
    };
    let mut base = base(bundle, id).map(|anchor| base_mark(bundle, &anchor, choice));
    if form == Form::Distance {
        base = match distance(bundle, id) {
            Some(Distance { step, .. }) => base.map(|base| apart(base, &mut target, step, choice)),
            None => None,
        };
    }
    Some(Pair {
        city: series.city,
        name: choice.language.pick(&city.zh, &city.en).clone(),
        base,
        target,
    })
}

/// What a pair starts from: a fact of the plans, else an outcome.
fn base_mark(bundle: &Bundle, anchor: &Anchor, choice: &Choice) -> Mark {
    match anchor.origin {
        insight::Origin::Actual(index) => {
            let mark = actual_mark(bundle, index, 1.0, choice);
            let word = choice.language.pick("实际", "actual");
            Mark {
                label: format!("{word} {}", mark.label),
                ..mark
            }
        }
        insight::Origin::Statement(id) => {
            let stated = bundle.statement(id).reading.quantity();
            let stated = stated.expect("a base has a number");
            Mark {
                sign: Sign::Observed,
                origin: Origin::Stated(vec![id]),
                ..mark(anchor.year, stated, 1.0, choice)
            }
        }
    }
}

/// Moves a pair so that its base is zero; gives the base.
fn apart(base: Mark, target: &mut Mark, step: Step, choice: &Choice) -> Mark {
    let (value, unit, precision) = match step {
        Step::Share(share) => (share * 100.0, "%", 10.0),
        Step::Points(points) => (points, "", 100.0),
    };
    let sign = if value > 0.0 { "+" } else { "" };
    let digits = number((value * precision).round() / precision, choice.language);
    target.label = format!("{}{sign}{digits}{unit}", bound_mark(target.bound));
    target.value = value;
    target.high = None;
    Mark {
        value: 0.0,
        high: None,
        ..base
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::sample::{Said, bundle};
    use crate::insight::timeline;

    fn check(said: &[Said], form: Form, want: &str) {
        let bundle = bundle(said);
        let pairs = Pairs::new(
            &bundle,
            &timeline(&bundle, 0),
            &[0, 1, 2],
            form,
            Language::Chinese,
        );
        let text = match pairs {
            Err(reason) => format!("{reason:?}"),
            Ok(pairs) => {
                let row = |pair: &Pair| {
                    let base = pair.base.as_ref().map_or("?", |base| base.label.as_str());
                    format!("{} {base}→{}", pair.name, pair.target.label)
                };
                let rows: Vec<String> = pairs.rows.iter().map(row).collect();
                format!("{}: {}", pairs.year, rows.join(", "))
            }
        };
        assert_eq!(text, want);
    }

    fn said(unit: &'static str) -> Vec<Said> {
        vec![
            Said::level("温州", "A", unit, 2020, 200.0).observed(),
            Said::level("温州", "A", unit, 2025, 250.0),
            Said::level("嘉兴", "A", unit, 2020, 100.0).observed(),
            Said::level("嘉兴", "A", unit, 2025, 150.0),
            Said::level("宁波", "A", unit, 2025, 300.0),
            Said::level("宁波", "A", unit, 2035, 400.0),
        ]
    }

    #[test]
    fn each_city_has_its_base_and_its_target() {
        let want = "2025: 温州 200→250, 嘉兴 100→150, 宁波 ?→300";
        check(&said("公里"), Form::Slope, want);
    }

    #[test]
    fn levels_stand_apart_by_a_share_of_their_base_and_shares_by_points() {
        let want = "2025: 嘉兴 100→+50%, 温州 200→+25%, 宁波 ?→300";
        check(&said("公里"), Form::Distance, want);
        let want = "2025: 温州 200→+50, 嘉兴 100→+50, 宁波 ?→300";
        check(&said("%"), Form::Distance, want);
    }

    #[test]
    fn one_city_or_a_part_compares_with_nobody() {
        let mut said = said("公里");
        said.truncate(3);
        check(&said, Form::Slope, "NothingAlike");
        said.push(Said::level("嘉兴", "A", "公里", 2025, 1.0).area("市区"));
        check(&said, Form::Slope, "NothingAlike");
    }

    #[test]
    fn the_region_stands_beside_targets_of_its_year_and_unit() {
        let mut bundle = bundle(&said("公里"));
        let mut reference = Reference {
            area: "长三角".into(),
            indicator: 0,
            year: 2025,
            quantity: crate::plan::Quantity {
                value: 220.0,
                high: None,
                unit: "公里".into(),
                bound: crate::plan::Bound::AtLeast,
            },
            printed_unit: "公里".into(),
            source: 0,
            quote: String::new(),
        };
        let region = |bundle: &Bundle, form| {
            let timeline = timeline(bundle, 0);
            let pairs = Pairs::new(bundle, &timeline, &[0, 1, 2], form, Language::Chinese);
            pairs
                .expect("three cities")
                .region
                .map(|region| region.label)
        };
        assert_eq!(region(&bundle, Form::Slope), None);
        bundle.references = vec![reference.clone()];
        assert_eq!(region(&bundle, Form::Slope).as_deref(), Some("长三角 ≥220"));
        assert_eq!(region(&bundle, Form::Distance), None, "no city's own base");
        reference.quantity.unit = "%".into();
        bundle.references = vec![reference];
        assert_eq!(region(&bundle, Form::Slope), None);
    }

    #[test]
    fn a_contradicted_target_is_nobodys() {
        let mut said = said("公里");
        said.push(Said::level("嘉兴", "A", "公里", 2025, 170.0));
        check(&said, Form::Slope, "2025: 温州 200→250, 宁波 ?→300");
    }
}
