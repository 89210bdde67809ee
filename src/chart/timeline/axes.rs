//! A timeline's axes: the values all its panels share, the plan years, and the words at both.

use crate::chart::axis::{Scale, ValueAxis, YEARS, linear_axis, log_axis};
use crate::chart::label::{Rect, text_width};
use crate::chart::layout::{Frame, TICK_TEXT, Tick};
use crate::chart::{Line, Mark, Strand, Track};
use crate::insight::COLUMNS;
use crate::order;
use crate::words::{tick_number, tick_quantity};

/// Characters of a unit that has room beside a tick.
const LONGEST_UNIT: usize = 2;

/// From years and values to places in a panel.
pub struct Axes {
    x: Scale,
    y: Scale,
}

impl Axes {
    pub fn new(track: &Track, axis: &ValueAxis, plot: &Rect) -> Self {
        let ends = (plot.bottom, plot.top);
        Self {
            x: Scale::linear(YEARS.0, YEARS.1, (plot.left, plot.right)),
            y: if track.log {
                Scale::log(axis.from, axis.to, ends)
            } else {
                Scale::linear(axis.from, axis.to, ends)
            },
        }
    }

    pub fn at(&self, year: f64, value: f64) -> (f64, f64) {
        (self.x.place(year), self.y.place(value))
    }

    pub fn of(&self, mark: &Mark) -> (f64, f64) {
        self.at(f64::from(mark.year), mark.value)
    }
}

pub fn value_axis(track: &Track, frame: Frame) -> ValueAxis {
    let values = || {
        track
            .marks()
            .flat_map(|mark| [Some(mark.value), mark.high])
            .flatten()
    };
    let low = values().fold(f64::INFINITY, f64::min);
    // The region's line is told from the axis.
    let is_lowest = |line: &&Line| line.strand == Strand::Reference && line.marks[0].value == low;
    let low = match track.lines.iter().find(is_lowest) {
        Some(_) if low > 0.0 => low * (1.0 - 1e-6),
        _ => low,
    };
    let high = values().fold(f64::NEG_INFINITY, f64::max);
    let count = (frame.height / 75.0).clamp(2.0, 6.0) as usize;
    if track.log {
        log_axis(low, high, count)
    } else {
        linear_axis(low, high, count)
    }
}

/// The topmost tick bears the unit, where that is short.
pub fn value_words(track: &Track, axis: &ValueAxis) -> Vec<String> {
    let top = axis.ticks.len() - 1;
    let word = |(index, tick): (usize, &f64)| match track.unit.as_str() {
        unit if index == top && unit.chars().count() <= LONGEST_UNIT => {
            tick_quantity(*tick, unit, track.language)
        }
        _ => tick_number(*tick, track.language),
    };
    axis.ticks.iter().enumerate().map(word).collect()
}

pub fn value_ticks(axis: &ValueAxis, words: &[String], axes: &Axes) -> Vec<Tick> {
    let ticks = axis.ticks.iter().enumerate();
    ticks
        .map(|(index, tick)| Tick {
            at: axes.y.place(*tick),
            label: words.get(index).cloned().unwrap_or_default(),
            strong: false,
            through: true,
        })
        .collect()
}

/// The plan years always, in short where years stand close; then other years of marks where there is
/// room.
pub fn year_ticks(lines: &[&Line], axes: &Axes) -> Vec<Tick> {
    let marks = || lines.iter().flat_map(|line| &line.marks);
    let is_stated = |year: u16| marks().any(|mark| mark.year == year);
    let tick = |year: u16, in_short: bool| Tick {
        at: axes.x.place(f64::from(year)),
        label: if in_short {
            format!("'{:02}", year % 100)
        } else {
            year.to_string()
        },
        strong: is_stated(year),
        through: false,
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
    for mark in marks() {
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
