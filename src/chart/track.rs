//! Stage one: which values stand on the chart, in which colours and with which words. No pixels.

use crate::insight::{Measure, Point, Series, Timeline};
use crate::plan::{Area, Bound, City, Role, StatementId};
use crate::words::{Language, bound_mark, number};

/// What the reader chose to see.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choice {
    /// Each series' first point is 100.
    pub index: bool,
    /// Logarithmic values.
    pub log: bool,
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
}

/// A chart's content: lines of marks in value space.
#[derive(Clone, Debug, PartialEq)]
pub struct Track {
    pub lines: Vec<Line>,
    /// None where values are indexed to 100.
    pub measure: Option<Measure>,
    pub log: bool,
    pub language: Language,
}

/// One series of one city.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub city: usize,
    /// `温州`, or `温州 市区` for a part.
    pub name: String,
    /// Whether it is a part of the city and not the whole.
    pub is_part: bool,
    /// By year.
    pub marks: Vec<Mark>,
}

/// One point.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    pub year: u16,
    /// As drawn: in the measure's unit, or indexed.
    pub value: f64,
    pub bound: Bound,
    pub role: Role,
    /// Computed from its statements, which do not state it.
    pub is_derived: bool,
    /// `≥1万亿`
    pub label: String,
    pub statements: Vec<StatementId>,
}

impl Track {
    /// Chooses what to draw of a timeline. A logarithmic scale is given up where a value is not
    /// above zero.
    ///
    /// # Errors
    /// Why the chart is empty.
    pub fn new(timeline: &Timeline, cities: &[City], choice: &Choice) -> Result<Self, Undrawable> {
        let measure = timeline.measure.clone().ok_or(Undrawable::NothingDated)?;
        let lines: Vec<Line> = timeline
            .series
            .iter()
            .filter(|series| !choice.hidden.contains(&series.city))
            .map(|series| line(series, &cities[series.city], choice))
            .collect();
        if lines.is_empty() {
            return Err(Undrawable::AllHidden);
        }
        let above_zero = lines
            .iter()
            .flat_map(|line| &line.marks)
            .all(|mark| mark.value > 0.0);
        Ok(Self {
            lines,
            measure: (!choice.index).then_some(measure),
            log: choice.log && above_zero,
            language: choice.language,
        })
    }

    /// Whether values between two marks grow by a constant rate (levels) or a constant step (shares,
    /// ratios).
    pub fn is_compound(&self) -> bool {
        match &self.measure {
            Some(measure) => !matches!(
                measure.unit.as_str(),
                "%" | "‰" | "百分点" | "" | ":1" | "岁"
            ),
            None => false,
        }
    }

    pub fn marks(&self) -> impl Iterator<Item = &Mark> {
        self.lines.iter().flat_map(|line| &line.marks)
    }
}

impl Line {
    /// Pairs of neighbouring marks that a path may join: years for which the plans contradict
    /// themselves are skipped, and so is a derived mark where its year has a stated one.
    pub fn steps(&self) -> Vec<(&Mark, &Mark)> {
        let gives_way = |mark: &Mark, other: &Mark| {
            mark.year == other.year && (mark.is_derived || !other.is_derived)
        };
        let is_single =
            |mark: &&Mark| self.marks.iter().filter(|m| gives_way(mark, m)).count() == 1;
        let single: Vec<&Mark> = self.marks.iter().filter(is_single).collect();
        single.windows(2).map(|pair| (pair[0], pair[1])).collect()
    }
}

fn line(series: &Series, city: &City, choice: &Choice) -> Line {
    let base = series
        .points
        .first()
        .map(|point| point.value)
        .filter(|base| *base != 0.0);
    let scale = match base {
        Some(base) if choice.index => 100.0 / base,
        _ => 1.0,
    };
    let city_name = choice.language.pick(&city.zh, &city.en);
    Line {
        city: series.city,
        name: match &series.area {
            Area::Whole => city_name.clone(),
            Area::Part(part) => format!("{city_name} {part}"),
        },
        is_part: series.area != Area::Whole,
        marks: series
            .points
            .iter()
            .map(|point| mark(point, scale, choice))
            .collect(),
    }
}

fn mark(point: &Point, scale: f64, choice: &Choice) -> Mark {
    let value = point.value * scale;
    let digits = if choice.index {
        value.round().to_string()
    } else {
        number(value, choice.language)
    };
    let range = match point.high {
        Some(high) if !choice.index => format!("–{}", number(high, choice.language)),
        _ => String::new(),
    };
    Mark {
        year: point.year,
        value,
        bound: point.bound,
        role: point.role,
        is_derived: point.is_derived,
        label: format!("{}{digits}{range}", bound_mark(point.bound)),
        statements: point.statements.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::sample::{Said, bundle, read};
    use crate::insight::timeline;

    fn track(said: &[Said], choice: &Choice) -> Result<Track, Undrawable> {
        let bundle = bundle(said);
        Track::new(&timeline(&bundle, 0), &bundle.cities, choice)
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
        let names: Vec<&str> = track.lines.iter().map(|line| line.name.as_str()).collect();
        assert_eq!(names, ["温州", "温州 市区", "嘉兴"]);
        assert_eq!(track.lines[0].steps().len(), 1);
        assert_eq!(track.lines[1].steps().len(), 0);
    }

    #[test]
    fn an_index_starts_each_series_at_100() {
        let track = track(
            &urbanisation(),
            &Choice {
                index: true,
                ..Choice::default()
            },
        )
        .unwrap();
        assert_eq!(track.lines[0].marks[0].label, "100");
        assert_eq!(track.lines[0].marks[1].label, "106");
        assert_eq!(track.measure, None);
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
            let track = Track::new(&timeline, &bundle.cities, &Choice::default()).unwrap();
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
        assert!(
            track(&said, &Choice::default()).unwrap().lines[0]
                .steps()
                .is_empty()
        );
    }
}
