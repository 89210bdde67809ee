//! A timeline's marks: one for each point, by what it is.

use super::axes::Axes;
use crate::chart::layout::{PlacedMark, RADIUS, SMALL_RADIUS};
use crate::chart::{Line, Mark, Sign};
use crate::plan::Bound;

/// A part of a city weighs less than the whole. CSS pixels, chosen by eye.
const PART_RADIUS: f64 = 3.8;

/// The marks of all lines, line by line.
pub fn place_marks(lines: &[&Line], axes: &Axes) -> Vec<PlacedMark> {
    let marks = lines
        .iter()
        .flat_map(|&line| line.marks.iter().map(move |mark| (line, mark)));
    marks
        .map(|(line, mark)| place_mark(line, mark, axes))
        .collect()
}

fn place_mark(line: &Line, mark: &Mark, axes: &Axes) -> PlacedMark {
    PlacedMark {
        at: axes.of(mark),
        radius: match mark.sign {
            Sign::Actual | Sign::OpenActual => SMALL_RADIUS,
            _ if line.is_part() => PART_RADIUS,
            _ => RADIUS,
        },
        ink: line.ink,
        is_part: line.is_part(),
        sign: mark.sign,
        // The words on the region's line say its bound.
        bound: match mark.sign {
            Sign::Reference => Bound::Exactly,
            _ => mark.bound,
        },
        is_contradicted: mark.is_contradicted,
        origin: mark.origin.clone(),
    }
}
