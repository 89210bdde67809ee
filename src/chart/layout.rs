//! Stage two's result: where everything stands, in CSS pixels. The drawing decides nothing.

use super::label::Rect;
use super::palette::Ink;
use super::timeline::lay_out;
use super::{Origin, Sign, Track};
use crate::order;
use crate::plan::Bound;

/// Sizes in CSS pixels, chosen by eye.
pub const TEXT: f64 = 13.0;
pub const TICK_TEXT: f64 = 12.0;
pub const LINE_HEIGHT: f64 = 17.0;
pub const RADIUS: f64 = 5.0;
pub const SMALL_RADIUS: f64 = 2.6;
/// Between words and the edge of a chart.
pub const EDGE: f64 = 6.0;

/// The room a chart has, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    pub width: f64,
    /// Of one row of panels.
    pub height: f64,
}

/// A chart ready to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// As asked for; higher where panels need several rows.
    pub frame: Frame,
    pub panels: Vec<Panel>,
    pub paths: Vec<Path>,
    /// Panel by panel, in order of time.
    pub marks: Vec<PlacedMark>,
    pub labels: Vec<Label>,
}

/// One pair of axes.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// The rectangle of the axes.
    pub plot: Rect,
    /// Each a line across the plot, its words to the left.
    pub across: Vec<Tick>,
    /// Each a short tick below the plot, or a line up through it, its words below.
    pub below: Vec<Tick>,
}

/// A tick's place along its axis, and its words.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    pub at: f64,
    /// Empty where another panel says it.
    pub label: String,
    /// A year some mark stands at, or a zero: drawn stronger than the rest.
    pub strong: bool,
    /// Runs through the plot.
    pub through: bool,
}

/// A line between places.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    pub ink: Ink,
    pub stroke: Stroke,
    pub points: Vec<(f64, f64)>,
}

/// How a path is drawn, by what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// The path asked for between two statements: dashed.
    Asked,
    /// From outcome to outcome, or from base to target where both are marks alone: solid.
    Solid,
    /// The region's target: thin.
    Thin,
    /// From the lower to the upper end of a range: broad and pale.
    Band,
    /// Between statements that contradict each other: thin, in the strong colour.
    Conflict,
}

/// A mark with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedMark {
    pub at: (f64, f64),
    pub radius: f64,
    pub ink: Ink,
    /// Of a part of the city.
    pub is_part: bool,
    pub sign: Sign,
    pub bound: Bound,
    pub is_contradicted: bool,
    pub origin: Origin,
}

/// Words, from the left edge and vertical middle of `rect`.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    pub rect: Rect,
    /// None for a remark of the chart itself.
    pub ink: Option<Ink>,
    pub text: String,
    pub bold: bool,
    /// Where a line leads from the label to its mark, for labels that stand far off.
    pub leader: Option<(f64, f64)>,
}

/// A way to go from mark to mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Next,
    Back,
    /// To the next higher or lower mark of the same year.
    Up,
    Down,
    First,
    Last,
}

impl Layout {
    pub fn new(track: &Track, frame: Frame) -> Self {
        lay_out(track, frame)
    }

    /// The mark nearest to a place, if one is within `reach` pixels.
    pub fn nearest(&self, (x, y): (f64, f64), reach: f64) -> Option<usize> {
        let distance = |mark: &PlacedMark| (mark.at.0 - x).hypot(mark.at.1 - y);
        (0..self.marks.len())
            .filter(|&index| distance(&self.marks[index]) <= reach)
            .min_by(|&a, &b| distance(&self.marks[a]).total_cmp(&distance(&self.marks[b])))
    }

    /// The mark a step leads to; none where there is no mark at all.
    pub fn walk(&self, from: Option<usize>, step: Step) -> Option<usize> {
        let last = self.marks.len().checked_sub(1)?;
        Some(match (step, from.map(|from| from.min(last))) {
            (Step::First, _) | (Step::Next, None) => 0,
            (Step::Last, _) | (Step::Back | Step::Up | Step::Down, None) => last,
            (Step::Next, Some(from)) => (from + 1).min(last),
            (Step::Back, Some(from)) => from.saturating_sub(1),
            (Step::Up, Some(from)) => self.beside(from, true).unwrap_or(from),
            (Step::Down, Some(from)) => self.beside(from, false).unwrap_or(from),
        })
    }

    /// The next mark above or below at the same place along the first axis.
    fn beside(&self, from: usize, above: bool) -> Option<usize> {
        let (x, y) = self.marks[from].at;
        let rise = |mark: &PlacedMark| if above { y - mark.at.1 } else { mark.at.1 - y };
        (0..self.marks.len())
            .filter(|&index| (self.marks[index].at.0 - x).abs() < 1.0)
            .filter(|&index| rise(&self.marks[index]) > 0.0)
            .min_by(|&a, &b| rise(&self.marks[a]).total_cmp(&rise(&self.marks[b])))
    }
}

impl PlacedMark {
    /// Room on each side of the middle that the mark takes, its bound's sign included.
    pub fn area(&self) -> Rect {
        let (x, y) = self.at;
        let mut area = Rect::around(x, y, self.radius + 2.0, self.radius + 2.0);
        match self.bound {
            Bound::AtLeast | Bound::About => area.top -= 7.0,
            Bound::AtMost => area.bottom += 7.0,
            Bound::Exactly => {}
        }
        if self.is_contradicted {
            area.left -= CONFLICT_SIGN;
        }
        area
    }
}

/// Width of the sign beside a contradicted mark.
pub const CONFLICT_SIGN: f64 = 14.0;

/// Sorts marks so that arrow keys walk from left to right, and upwards where they stand together.
pub fn in_walking_order(marks: &mut Vec<PlacedMark>) {
    order::sort(marks, |a, b| {
        a.at.0.total_cmp(&b.at.0).then(b.at.1.total_cmp(&a.at.1))
    });
}
