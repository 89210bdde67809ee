//! Stage one: which values stand on the chart, in which colours and with which words. No pixels.

use super::palette::Ink;
use crate::insight::{Measure, Point, Series, Timeline};
use crate::plan::{
    Bound, Bundle, City, Kind, Quantity, Role, StatementId, Status, is_counted, same_unit,
};
use crate::words::{Language, area_name, bound_mark, number, region_name};

/// What the reader chose to see.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choice {
    /// Each series' first point is 100.
    pub index: bool,
    /// Logarithmic values.
    pub log: bool,
    /// Each city in a panel of its own, all with the same axes.
    pub split: bool,
    /// Cities left out, by their place in the catalogue.
    pub hidden: Vec<usize>,
    pub language: Language,
}

/// Why there is nothing to draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undrawable {
    /// No statement has both a number and a year.
    NothingDated,
    /// Every city is switched off.
    AllHidden,
    /// Fewer than two cities state a like target.
    NothingAlike,
}

/// A chart's content: lines of marks in value space.
#[derive(Clone, Debug, PartialEq)]
pub struct Track {
    pub lines: Vec<Line>,
    /// Whether values between two marks grow by a constant rate (levels) or a constant step (shares,
    /// ratios).
    pub is_compound: bool,
    /// Of the values; empty where they are indexed.
    pub unit: String,
    pub log: bool,
    pub split: bool,
    pub language: Language,
}

/// Marks of one sort, measure and area, which a path may join.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub ink: Ink,
    pub strand: Strand,
    /// `温州`
    pub name: String,
    /// `市区`; empty for the whole city.
    pub part: String,
    /// By year.
    pub marks: Vec<Mark>,
}

/// What the marks of a line have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strand {
    /// What the plans state, and what follows from it by arithmetic: joined by the path it asks for.
    Promise,
    /// What became of it, from outside the plans.
    Outcome,
    /// The region's own target.
    Reference,
}

/// One point.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    pub year: u16,
    /// As drawn: in the measure's unit, or indexed.
    pub value: f64,
    /// Upper end of a range, as drawn.
    pub high: Option<f64>,
    pub bound: Bound,
    pub sign: Sign,
    /// `≥1万亿`
    pub label: String,
    /// Another statement for the same year cannot be true beside it.
    pub is_contradicted: bool,
    pub origin: Origin,
}

/// What a mark looks like, by what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// A fact when the plan was written: a filled mark.
    Observed,
    /// A ring.
    Target,
    /// Computed from a statement: a dashed ring.
    Derived,
    /// An outcome: a small dot.
    Actual,
    /// An outcome that is preliminary or only about right: a small ring.
    OpenActual,
    /// The region's target: a short bar on a thin line.
    Reference,
}

/// Where a mark's value comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// At least one statement; several where the words are repeated.
    Stated(Vec<StatementId>),
    /// The statements it is computed from.
    Derived(Vec<StatementId>),
    /// Index into the bundle's actuals.
    Actual(usize),
    /// Index into the bundle's references.
    Reference(usize),
}

impl Track {
    /// Chooses what to draw of a timeline. A logarithmic scale is given up where a value is not
    /// above zero.
    ///
    /// # Errors
    /// Why the chart is empty.
    pub fn new(bundle: &Bundle, timeline: &Timeline, choice: &Choice) -> Result<Self, Undrawable> {
        let measure = timeline.measure.as_ref().ok_or(Undrawable::NothingDated)?;
        let mut lines = Vec::new();
        for series in &timeline.series {
            if !choice.hidden.contains(&series.city) {
                let promise = line(series, &bundle.cities[series.city], choice);
                let outcome = outcomes(bundle, timeline.indicator, measure, series, choice);
                let outcome = (!outcome.is_empty()).then(|| Line {
                    strand: Strand::Outcome,
                    marks: outcome,
                    ..promise.clone()
                });
                lines.push(promise);
                lines.extend(outcome);
            }
        }
        if lines.is_empty() {
            return Err(Undrawable::AllHidden);
        }
        let split = choice.split && lines.iter().any(|line| line.ink != lines[0].ink);
        if !choice.index {
            lines.extend(targets_of_region(
                bundle,
                timeline.indicator,
                measure,
                choice,
            ));
        }
        let above_zero = lines
            .iter()
            .flat_map(|line| &line.marks)
            .all(|mark| mark.value > 0.0);
        Ok(Self {
            split,
            lines,
            is_compound: is_compound(measure),
            unit: if choice.index {
                String::new()
            } else {
                measure.unit.clone()
            },
            log: choice.log && above_zero,
            language: choice.language,
        })
    }

    pub fn marks(&self) -> impl Iterator<Item = &Mark> {
        self.lines.iter().flat_map(|line| &line.marks)
    }
}

impl Line {
    /// Pairs of neighbouring marks that a path may join: years with two marks are skipped, and so is
    /// a derived mark where its year has a stated one.
    pub fn steps(&self) -> Vec<(&Mark, &Mark)> {
        if self.strand == Strand::Reference {
            return Vec::new();
        }
        let is_derived = |mark: &Mark| mark.sign == Sign::Derived;
        let gives_way = |mark: &Mark, other: &Mark| {
            mark.year == other.year && (is_derived(mark) || !is_derived(other))
        };
        let is_single =
            |mark: &&Mark| self.marks.iter().filter(|m| gives_way(mark, m)).count() == 1;
        let single: Vec<&Mark> = self.marks.iter().filter(is_single).collect();
        single.windows(2).map(|pair| (pair[0], pair[1])).collect()
    }

    pub fn is_part(&self) -> bool {
        !self.part.is_empty()
    }
}

/// As the pace is counted: shares, ratios, durations and things counted change by steps, all else
/// grows by a rate.
fn is_compound(measure: &Measure) -> bool {
    let steps = [
        "%",
        "‰",
        "百分点",
        "",
        ":1",
        "岁",
        "年",
        "天",
        "小时",
        "分钟",
    ];
    let unit = measure.unit.as_str();
    !steps.contains(&unit) && !is_counted(unit)
}

fn line(series: &Series, city: &City, choice: &Choice) -> Line {
    let scale = scale(series, choice);
    Line {
        ink: Ink::City(series.city),
        strand: Strand::Promise,
        name: choice.language.pick(&city.zh, &city.en).clone(),
        part: area_name(series.area.as_str(), choice.language).to_string(),
        marks: series
            .points
            .iter()
            .map(|point| Mark {
                is_contradicted: series.contradicts(point),
                sign: sign(point),
                origin: origin(point),
                ..mark(point.year, &quantity(point), scale, choice)
            })
            .collect(),
    }
}

/// What a series' values are multiplied by: an index counts from its first point.
fn scale(series: &Series, choice: &Choice) -> f64 {
    let base = series.points.first().map(|point| point.value);
    match base.filter(|base| *base != 0.0) {
        Some(base) if choice.index => 100.0 / base,
        _ => 1.0,
    }
}

/// What became of a series: actuals of the same city, area and unit. Actuals are levels.
fn outcomes(
    bundle: &Bundle,
    indicator: usize,
    measure: &Measure,
    series: &Series,
    choice: &Choice,
) -> Vec<Mark> {
    let scale = scale(series, choice);
    let actuals = bundle.actuals.iter().enumerate();
    let like = actuals.filter(|(_, actual)| {
        measure.kind == Kind::Level
            && usize::from(actual.indicator) == indicator
            && usize::from(actual.city) == series.city
            && actual.area == series.area
            && same_unit(&actual.quantity.unit, &measure.unit)
    });
    like.map(|(index, _)| actual_mark(bundle, index, scale, choice))
        .collect()
}

/// A mark of an actual; preliminary ones and those that are only about right are open.
pub fn actual_mark(bundle: &Bundle, index: usize, scale: f64, choice: &Choice) -> Mark {
    let actual = &bundle.actuals[index];
    let is_open =
        actual.quantity.bound != Bound::Exactly || actual.status == Some(Status::Preliminary);
    Mark {
        sign: if is_open {
            Sign::OpenActual
        } else {
            Sign::Actual
        },
        origin: Origin::Actual(index),
        ..mark(actual.year, &actual.quantity, scale, choice)
    }
}

/// The region's targets of the same measure, a line each.
fn targets_of_region(
    bundle: &Bundle,
    indicator: usize,
    measure: &Measure,
    choice: &Choice,
) -> Vec<Line> {
    let references = bundle.references.iter().enumerate();
    let like = references.filter(|(_, reference)| {
        measure.kind == Kind::Level
            && usize::from(reference.indicator) == indicator
            && same_unit(&reference.quantity.unit, &measure.unit)
    });
    like.map(|(index, reference)| Line {
        ink: Ink::Region,
        strand: Strand::Reference,
        name: region_name(&reference.area, choice.language),
        part: String::new(),
        marks: vec![Mark {
            sign: Sign::Reference,
            origin: Origin::Reference(index),
            ..mark(reference.year, &reference.quantity, 1.0, choice)
        }],
    })
    .collect()
}

/// How a mark of a point looks.
fn sign(point: &Point) -> Sign {
    match (point.role, point.is_derived) {
        (_, true) => Sign::Derived,
        (Role::Observed, false) => Sign::Observed,
        (Role::Target, false) => Sign::Target,
    }
}

fn origin(point: &Point) -> Origin {
    let statements = point.statements.clone();
    match point.is_derived {
        true => Origin::Derived(statements),
        false => Origin::Stated(statements),
    }
}

pub fn quantity(point: &Point) -> Quantity {
    Quantity {
        value: point.value,
        high: point.high,
        unit: String::new(),
        bound: point.bound,
    }
}

/// A mark of a quantity, its sign and origin still to be said.
pub fn mark(year: u16, stated: &Quantity, scale: f64, choice: &Choice) -> Mark {
    let words = |value: f64| {
        if choice.index {
            value.round().to_string()
        } else {
            number(value, choice.language)
        }
    };
    let value = stated.value * scale;
    let high = stated.high.map(|high| high * scale);
    let range = high.map_or(String::new(), |high| format!("–{}", words(high)));
    Mark {
        year,
        value,
        high,
        bound: stated.bound,
        sign: Sign::Target,
        label: format!("{}{}{range}", bound_mark(stated.bound), words(value)),
        is_contradicted: false,
        origin: Origin::Stated(Vec::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::sample::{Said, bundle, bundle_with, read};
    use crate::insight::timeline;

    fn track(said: &[Said], choice: &Choice) -> Result<Track, Undrawable> {
        let bundle = bundle(said);
        Track::new(&bundle, &timeline(&bundle, 0), choice)
    }

    fn urbanisation() -> Vec<Said> {
        vec![
            Said::level("温州", "城镇化率", "%", 2020, 71.0).observed(),
            Said::level("温州", "城镇化率", "%", 2025, 75.0),
            Said::level("嘉兴", "城镇化率", "%", 2025, 73.0),
            Said::level("温州", "城镇化率", "%", 2020, 97.0)
                .observed()
                .area("市区"),
        ]
    }

    #[test]
    fn a_part_of_a_city_is_a_line_of_its_own() {
        let track = track(&urbanisation(), &Choice::default()).unwrap();
        let names = track
            .lines
            .iter()
            .map(|line| (line.name.as_str(), line.part.as_str()));
        let names: Vec<(&str, &str)> = names.collect();
        assert_eq!(names, [("温州", ""), ("温州", "市区"), ("嘉兴", "")]);
        assert_eq!(track.lines[0].steps().len(), 1);
        assert_eq!(track.lines[1].steps().len(), 0);
    }

    #[test]
    fn an_index_starts_each_series_at_100() {
        let choice = Choice {
            index: true,
            ..Choice::default()
        };
        let track = track(&urbanisation(), &choice).unwrap();
        assert_eq!(track.lines[0].marks[0].label, "100");
        assert_eq!(track.lines[0].marks[1].label, "106");
    }

    #[test]
    fn an_empty_chart_says_why() {
        let lost = [Said::level("温州", "城镇化率", "%", 0, 72.0)];
        assert_eq!(
            track(&lost, &Choice::default()),
            Err(Undrawable::NothingDated)
        );
        let hidden = Choice {
            hidden: vec![0, 1],
            ..Choice::default()
        };
        assert_eq!(track(&urbanisation(), &hidden), Err(Undrawable::AllHidden));
    }

    #[test]
    fn a_derived_value_is_on_the_path_only_where_none_is_stated() {
        let steps = |stated: &str| {
            let review =
                "一、发展回顾\n2020年,人口100万人。\n二、目标\n到2035年,人口比2020年翻一番";
            let bundle = read(&[&format!("{review}{stated}。")]);
            let population = usize::from(bundle.plans[0].statements[0].indicator);
            let timeline = timeline(&bundle, population);
            let track = Track::new(&bundle, &timeline, &Choice::default()).unwrap();
            let ends = |(a, b): (&Mark, &Mark)| (a.label.clone(), b.label.clone());
            track.lines[0]
                .steps()
                .into_iter()
                .map(ends)
                .collect::<Vec<_>>()
        };
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(steps(""), [pair("100万", "200万")]);
        assert_eq!(steps(",人口突破300万人"), [pair("100万", "≥300万")]);
    }

    #[test]
    fn no_path_through_a_contradiction() {
        let said = [
            Said::level("温州", "收入比", "", 2020, 1.96).observed(),
            Said::level("温州", "收入比", "", 2025, 1.9),
            Said::level("温州", "收入比", "", 2025, 1.8),
        ];
        let track = track(&said, &Choice::default()).unwrap();
        let line = &track.lines[0];
        assert!(line.steps().is_empty());
        let signs: Vec<bool> = line.marks.iter().map(|mark| mark.is_contradicted).collect();
        assert_eq!(signs, [false, true, true]);
    }

    #[test]
    fn outcomes_are_a_line_of_their_own_beside_the_like_promise_only() {
        let outcomes = [
            Said::level("温州", "城镇化率", "%", 2021, 72.8),
            Said::level("温州", "城镇化率", "%", 2023, 74.0).bound(Bound::About),
            Said::level("温州", "城镇化率", "%", 2022, 90.0).area("鹿城区"),
            Said::level("宁波", "城镇化率", "%", 2022, 79.0),
        ];
        let bundle = bundle_with(&urbanisation(), &outcomes);
        let track = Track::new(&bundle, &timeline(&bundle, 0), &Choice::default()).unwrap();
        let outcomes = track
            .lines
            .iter()
            .filter(|line| line.strand == Strand::Outcome);
        let lines: Vec<Vec<(u16, Sign)>> = outcomes
            .map(|line| {
                line.marks
                    .iter()
                    .map(|mark| (mark.year, mark.sign))
                    .collect()
            })
            .collect();
        assert_eq!(lines, [[(2021, Sign::Actual), (2023, Sign::OpenActual)]]);
        assert_eq!(track.lines[1].steps().len(), 1);
    }

    #[test]
    fn one_city_alone_is_not_split() {
        let choice = Choice {
            split: true,
            ..Choice::default()
        };
        assert!(track(&urbanisation(), &choice).unwrap().split);
        let wenzhou = &urbanisation()[..2];
        assert!(!track(wenzhou, &choice).unwrap().split);
    }
}
