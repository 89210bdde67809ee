//! Stage two: where everything stands, in CSS pixels. Decides all; the drawing decides nothing.

use super::axis::{Scale, ValueAxis, YEARS, linear_axis, log_axis};
use super::label::{Obstacles, Rect, place, text_width};
use super::{Line, Mark, Track};
use crate::insight::COLUMNS;
use crate::order;
use crate::plan::{Bound, Role};
use crate::words::tick_number;

/// The room a chart has, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    pub width: f64,
    pub height: f64,
}

/// Sizes in CSS pixels, chosen by eye.
const TEXT: f64 = 13.0;
const TICK_TEXT: f64 = 12.0;
const LINE_HEIGHT: f64 = 17.0;
const RADIUS: f64 = 5.0;
/// A part of a city weighs less than the whole.
const PART_RADIUS: f64 = 3.8;
const EDGE: f64 = 6.0;

/// A chart ready to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    pub frame: Frame,
    /// The rectangle of the axes.
    pub plot: Rect,
    pub value_ticks: Vec<Tick>,
    pub year_ticks: Vec<Tick>,
    /// Dashed paths between marks, with their city.
    pub paths: Vec<(usize, Vec<(f64, f64)>)>,
    pub marks: Vec<PlacedMark>,
    pub labels: Vec<Label>,
}

/// A tick's place along its axis, and its words.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    pub at: f64,
    pub label: String,
    /// A year some mark stands at, or a value line: drawn stronger than the rest.
    pub strong: bool,
}

/// A mark with its place. `line` and `mark` lead back into the track.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedMark {
    pub at: (f64, f64),
    pub radius: f64,
    pub city: usize,
    /// Of a part of the city.
    pub is_part: bool,
    pub role: Role,
    pub is_derived: bool,
    pub bound: Bound,
    pub line: usize,
    pub mark: usize,
}

/// Words beside a mark, from the left edge and vertical middle of `rect`.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    pub rect: Rect,
    pub city: usize,
    pub text: String,
    pub bold: bool,
    /// Where a line leads from the label to its mark, for labels that stand far off.
    pub leader: Option<(f64, f64)>,
}

impl Layout {
    pub fn new(track: &Track, frame: Frame) -> Self {
        let axis = value_axis(track, frame);
        let value_words: Vec<String> = axis
            .ticks
            .iter()
            .map(|tick| tick_number(*tick, track.language))
            .collect();
        let plot = plot_area(frame, track, &value_words);
        let x = Scale::linear(YEARS.0, YEARS.1, (plot.left, plot.right));
        let ends = (plot.bottom, plot.top);
        let y = if track.log {
            Scale::log(axis.from, axis.to, ends)
        } else {
            Scale::linear(axis.from, axis.to, ends)
        };
        let marks = place_marks(track, &x, &y);
        let paths = paths(track, &x, &y);
        let labels = place_labels(track, frame, &plot, &marks, &paths);
        Self {
            frame,
            plot,
            value_ticks: value_ticks(&axis, value_words, &y),
            year_ticks: year_ticks(track, &x),
            paths,
            marks,
            labels,
        }
    }

    /// The mark nearest to a place, if one is within `reach` pixels.
    pub fn nearest(&self, (x, y): (f64, f64), reach: f64) -> Option<usize> {
        let distance = |mark: &PlacedMark| (mark.at.0 - x).hypot(mark.at.1 - y);
        (0..self.marks.len())
            .filter(|&index| distance(&self.marks[index]) <= reach)
            .min_by(|&a, &b| distance(&self.marks[a]).total_cmp(&distance(&self.marks[b])))
    }
}

fn value_axis(track: &Track, frame: Frame) -> ValueAxis {
    let values = || track.marks().map(|mark| mark.value);
    let low = values().fold(f64::INFINITY, f64::min);
    let high = values().fold(f64::NEG_INFINITY, f64::max);
    let count = (frame.height / 75.0).clamp(2.0, 6.0) as usize;
    if track.log {
        log_axis(low, high, count)
    } else {
        linear_axis(low, high, count)
    }
}

/// Leaves room for tick words at the left and below, and for the last labels at the right.
fn plot_area(frame: Frame, track: &Track, value_words: &[String]) -> Rect {
    let widest = |words: &mut dyn Iterator<Item = f64>| words.fold(0.0, f64::max);
    let left = widest(
        &mut value_words
            .iter()
            .map(|word| text_width(word, TICK_TEXT, false)),
    );
    let late = YEARS.1 - 4.0;
    let late_lines = track
        .lines
        .iter()
        .filter_map(|line| line.marks.last().map(|mark| (line, mark)));
    let right = widest(
        &mut late_lines
            .filter(|(_, mark)| f64::from(mark.year) > late)
            .map(|(line, mark)| text_width(&end_label(line, mark), TEXT, true)),
    );
    let right_room = if right > 0.0 {
        (right - 8.0).min(frame.width * 0.3)
    } else {
        EDGE
    };
    Rect {
        left: left.ceil() + 10.0,
        top: EDGE + LINE_HEIGHT * 1.4,
        right: frame.width - right_room,
        bottom: frame.height - LINE_HEIGHT - EDGE,
    }
}

fn place_marks(track: &Track, x: &Scale, y: &Scale) -> Vec<PlacedMark> {
    let mut placed = Vec::new();
    for (line_index, line) in track.lines.iter().enumerate() {
        for (mark_index, mark) in line.marks.iter().enumerate() {
            placed.push(PlacedMark {
                at: (x.place(f64::from(mark.year)), y.place(mark.value)),
                radius: if line.is_part { PART_RADIUS } else { RADIUS },
                city: line.city,
                is_part: line.is_part,
                role: mark.role,
                is_derived: mark.is_derived,
                bound: mark.bound,
                line: line_index,
                mark: mark_index,
            });
        }
    }
    // In order of time, so that arrow keys walk from left to right.
    order::sort(&mut placed, |a, b| {
        a.at.0.total_cmp(&b.at.0).then(a.at.1.total_cmp(&b.at.1))
    });
    placed
}

/// Samples along a path: enough for compound growth to look curved.
const SAMPLES: usize = 24;

fn paths(track: &Track, x: &Scale, y: &Scale) -> Vec<(usize, Vec<(f64, f64)>)> {
    let steps = track
        .lines
        .iter()
        .flat_map(|line| line.steps().into_iter().map(move |s| (line, s)));
    steps
        .map(|(line, (from, to))| {
            let samples = (0..=SAMPLES).map(|sample| {
                let share = sample as f64 / SAMPLES as f64;
                let year = f64::from(from.year) + share * f64::from(to.year - from.year);
                (
                    x.place(year),
                    y.place(between(from.value, to.value, share, track.is_compound())),
                )
            });
            (line.city, samples.collect())
        })
        .collect()
}

/// The value a share of the way along: constant growth, or a constant step.
fn between(from: f64, to: f64, share: f64, compound: bool) -> f64 {
    if compound && from > 0.0 && to > 0.0 {
        from * (to / from).powf(share)
    } else {
        from + (to - from) * share
    }
}

fn value_ticks(axis: &ValueAxis, words: Vec<String>, y: &Scale) -> Vec<Tick> {
    let ticks = axis.ticks.iter().zip(words);
    ticks
        .map(|(tick, label)| Tick {
            at: y.place(*tick),
            label,
            strong: false,
        })
        .collect()
}

/// The plan years always, in short where years stand close; then other years of marks where there is
/// room.
fn year_ticks(track: &Track, x: &Scale) -> Vec<Tick> {
    let is_stated = |year: u16| track.marks().any(|mark| mark.year == year);
    let tick = |year: u16, in_short: bool| Tick {
        at: x.place(f64::from(year)),
        label: if in_short {
            format!("’{:02}", year % 100)
        } else {
            year.to_string()
        },
        strong: is_stated(year),
    };
    // In full; else in short those that no mark stands at; else all in short.
    let forms: [&dyn Fn(u16) -> bool; 3] = [&|_| false, &|year| !is_stated(year), &|_| true];
    let written = |form: &dyn Fn(u16) -> bool| COLUMNS.map(|year| tick(year, form(year))).to_vec();
    let fits = |ticks: &Vec<Tick>| ticks.windows(2).all(|pair| apart(&pair[0], &pair[1]));
    let mut ticks = forms
        .map(written)
        .into_iter()
        .find(fits)
        .unwrap_or_default();
    for mark in track.marks() {
        let new = tick(mark.year, false);
        if ticks.iter().all(|other| apart(other, &new)) {
            ticks.push(new);
        }
    }
    order::sort(&mut ticks, |a, b| a.at.total_cmp(&b.at));
    ticks
}

/// Whether the words of two ticks leave a gap between them.
fn apart(a: &Tick, b: &Tick) -> bool {
    let words = text_width(&a.label, TICK_TEXT, false) + text_width(&b.label, TICK_TEXT, false);
    (a.at - b.at).abs() >= words / 2.0 + 2.0
}

fn end_label(line: &Line, mark: &Mark) -> String {
    format!("{} {}", line.name, mark.label)
}

fn place_labels(
    track: &Track,
    frame: Frame,
    plot: &Rect,
    marks: &[PlacedMark],
    paths: &[(usize, Vec<(f64, f64)>)],
) -> Vec<Label> {
    let outer = Rect {
        left: plot.left,
        top: 0.0,
        right: frame.width,
        bottom: plot.bottom + 2.0,
    };
    let mut obstacles = Obstacles {
        frame: outer,
        taken: marks.iter().map(mark_area).collect(),
        paths: paths
            .iter()
            .flat_map(|(_, points)| points.iter().copied())
            .collect(),
    };
    let last = |placed: &&PlacedMark| placed.mark + 1 == track.lines[placed.line].marks.len();
    // The names first: a line without its name says nothing, a value can be had by pointing.
    let (ends, others): (Vec<&PlacedMark>, Vec<&PlacedMark>) = marks.iter().partition(last);
    let mut labels = Vec::new();
    for placed in ends.iter().chain(&others) {
        let line = &track.lines[placed.line];
        let mark = &line.marks[placed.mark];
        let is_end = last(placed);
        let text = if is_end {
            end_label(line, mark)
        } else {
            mark.label.clone()
        };
        let size = (text_width(&text, TEXT, is_end), LINE_HEIGHT);
        let gap = placed.radius
            + if placed.bound == Bound::Exactly {
                4.0
            } else {
                9.0
            };
        if let Some(rect) = place(placed.at, size, gap, is_end, &obstacles) {
            obstacles.taken.push(rect);
            let leader = leader(&rect, placed);
            labels.push(Label {
                rect,
                city: placed.city,
                text,
                bold: is_end,
                leader,
            });
        }
    }
    labels
}

/// The room a mark takes, its bound's sign included.
fn mark_area(mark: &PlacedMark) -> Rect {
    let (x, y) = mark.at;
    let mut area = Rect::around(x, y, mark.radius + 2.0, mark.radius + 2.0);
    match mark.bound {
        Bound::AtLeast | Bound::About => area.top -= 7.0,
        Bound::AtMost => area.bottom += 7.0,
        Bound::Exactly => {}
    }
    area
}

fn leader(rect: &Rect, placed: &PlacedMark) -> Option<(f64, f64)> {
    let (x, y) = placed.at;
    let middle = (rect.top + rect.bottom) / 2.0;
    let beside = x.clamp(rect.left, rect.right);
    let far = (middle - y).abs() > LINE_HEIGHT * 1.6 || (beside - x).abs() > LINE_HEIGHT * 1.6;
    far.then_some(placed.at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Choice;
    use crate::insight::sample::{Said, bundle};
    use crate::insight::timeline;
    use crate::plan::Kind;

    fn layout(said: &[Said], choice: &Choice, frame: Frame) -> Layout {
        let bundle = bundle(said);
        Layout::new(
            &Track::new(&timeline(&bundle, 0), &bundle.cities, choice).unwrap(),
            frame,
        )
    }

    /// Three cities with near values in the same year: the case that collides.
    fn crowded() -> Vec<Said> {
        vec![
            Said::level("温州", "寿命", "岁", 2020, 81.0).observed(),
            Said::level("温州", "寿命", "岁", 2025, 82.0),
            Said::level("嘉兴", "寿命", "岁", 2025, 82.1),
            Said::level("宁波", "寿命", "岁", 2025, 82.2),
            Said::level("温州", "寿命", "岁", 2035, 84.0),
            Said::level("温州", "寿命", "岁", 2022, 81.5).area("市区"),
        ]
    }

    const FRAMES: [Frame; 4] = [
        Frame {
            width: 300.0,
            height: 190.0,
        },
        Frame {
            width: 330.0,
            height: 320.0,
        },
        Frame {
            width: 760.0,
            height: 400.0,
        },
        Frame {
            width: 1100.0,
            height: 460.0,
        },
    ];

    #[test]
    fn labels_never_overlap_labels_or_marks_at_any_width() {
        for frame in FRAMES {
            for choice in [
                Choice::default(),
                Choice {
                    index: true,
                    log: true,
                    ..Default::default()
                },
            ] {
                let layout = layout(&crowded(), &choice, frame);
                for (at, label) in layout.labels.iter().enumerate() {
                    let others = layout.labels[at + 1..].iter().map(|other| other.rect);
                    let marks = layout.marks.iter().map(mark_area);
                    for other in others.chain(marks) {
                        assert!(!label.rect.overlaps(&other), "{} at {frame:?}", label.text);
                    }
                    assert!(label.rect.left >= 0.0 && label.rect.right <= frame.width);
                }
            }
        }
    }

    #[test]
    fn every_line_has_its_name_on_the_chart() {
        for frame in &FRAMES[1..] {
            let layout = layout(&crowded(), &Choice::default(), *frame);
            for name in ["温州", "嘉兴", "宁波", "温州 市区"] {
                assert!(
                    layout.labels.iter().any(|l| l.text.starts_with(name)),
                    "{name} {frame:?}"
                );
            }
        }
    }

    #[test]
    fn plan_years_are_always_labelled() {
        for frame in FRAMES {
            let layout = layout(&crowded(), &Choice::default(), frame);
            let years = layout.year_ticks.iter().map(|tick| tick.label.as_str());
            let years: Vec<&str> = years.map(|label| &label[label.len() - 2..]).collect();
            assert_eq!(years, ["20", "22", "25", "35"], "{frame:?}");
        }
        let wide = layout(&crowded(), &Choice::default(), FRAMES[2]);
        assert!(
            wide.year_ticks.iter().all(|tick| tick.label.len() == 4),
            "in full where there is room"
        );
    }

    #[test]
    fn marks_stand_at_their_year_and_value() {
        let said = [
            Said::level("温州", "率", "%", 2020, 70.0).observed(),
            Said::level("温州", "率", "%", 2035, 80.0),
        ];
        let layout = layout(&said, &Choice::default(), FRAMES[2]);
        let [first, last] = &layout.marks[..] else {
            panic!("two marks")
        };
        assert!(first.at.0 < last.at.0, "time runs to the right");
        assert!(first.at.1 > last.at.1, "more is higher");
        let tick = |label: &str| {
            layout
                .value_ticks
                .iter()
                .find(|t| t.label == label)
                .unwrap()
                .at
        };
        assert_eq!(first.at.1, tick("70"));
        assert_eq!(last.at.1, tick("80"));
    }

    #[test]
    fn levels_grow_by_a_rate_and_shares_by_a_step() {
        assert_eq!(between(100.0, 400.0, 0.5, true), 200.0);
        assert_eq!(between(100.0, 400.0, 0.5, false), 250.0);
        let said = |unit| {
            [
                Said::level("温州", "A", unit, 2020, 100.0).observed(),
                Said::level("温州", "A", unit, 2035, 400.0).kind(Kind::Level),
            ]
        };
        let middle = |unit| {
            let layout = layout(&said(unit), &Choice::default(), FRAMES[2]);
            layout.paths[0].1[SAMPLES / 2].1
        };
        assert!(
            middle("元") > middle("%"),
            "compound growth runs below the straight line"
        );
    }

    #[test]
    fn pointing_finds_the_nearest_mark_within_reach() {
        let layout = layout(&crowded(), &Choice::default(), FRAMES[2]);
        let (x, y) = layout.marks[2].at;
        assert_eq!(layout.nearest((x + 1.0, y), 20.0), Some(2));
        assert_eq!(layout.nearest((-500.0, -500.0), 20.0), None);
    }
}
