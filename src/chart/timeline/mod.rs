//! Stage two for timelines: one panel for all cities, or one for each.

mod axes;
mod labels;
mod marks;
mod paths;

use super::axis::ValueAxis;
use super::label::{Rect, text_width};
use super::layout::{EDGE, Frame, LINE_HEIGHT, Layout, Panel, TICK_TEXT, in_walking_order};
use super::{Ink, Line, Track};
use axes::{Axes, value_axis, value_ticks, value_words, year_ticks};
use labels::{obstacles, panel_title, place_labels, right_room, said};
use marks::place_marks;
use paths::paths;

/// The narrowest panel that still says something, and the gap beside it. CSS pixels, chosen by eye.
const PANEL: f64 = 230.0;
const BETWEEN_PANELS: f64 = 16.0;

pub fn lay_out(track: &Track, frame: Frame) -> Layout {
    let axis = value_axis(track, frame);
    let value_words = value_words(track, &axis);
    let groups = groups(track);
    let (plots, height) = plots(track, &groups, frame, &value_words);
    let mut layout = Layout {
        frame: Frame { height, ..frame },
        panels: Vec::new(),
        paths: Vec::new(),
        marks: Vec::new(),
        labels: Vec::new(),
    };
    let first_column = plots[0].plot.left;
    for (lines, room) in groups.iter().zip(plots) {
        let words = if room.plot.left == first_column {
            &value_words[..]
        } else {
            &[]
        };
        add_panel(&mut layout, track, lines, &axis, words, room);
    }
    layout
}

/// The lines of each panel; the region's stand in all.
fn groups(track: &Track) -> Vec<Vec<&Line>> {
    if !track.split {
        return vec![track.lines.iter().collect()];
    }
    let mut cities: Vec<Ink> = track.lines.iter().map(|line| line.ink).collect();
    cities.dedup();
    cities.retain(|ink| *ink != Ink::Region);
    let of = |city: Ink| {
        let lines = track.lines.iter();
        lines
            .filter(move |line| line.ink == city || line.ink == Ink::Region)
            .collect()
    };
    cities.into_iter().map(of).collect()
}

/// A panel's axes, and how far its words may reach.
#[derive(Clone, Copy)]
struct Room {
    plot: Rect,
    outer: Rect,
}

/// Leaves room for tick words at the left of the first column and below, and for the last labels at
/// the right. All panels have the same size.
fn plots(
    track: &Track,
    groups: &[Vec<&Line>],
    frame: Frame,
    value_words: &[String],
) -> (Vec<Room>, f64) {
    let words = value_words
        .iter()
        .map(|word| text_width(word, TICK_TEXT, false));
    let left = words.fold(0.0, f64::max).ceil() + 10.0;
    let room = frame.width - left;
    let columns = ((room / PANEL) as usize).clamp(1, groups.len());
    let rows = groups.len().div_ceil(columns);
    // Panels may be lower than one chart alone.
    let height = if groups.len() > 1 {
        (frame.height * 0.7).max(220.0)
    } else {
        frame.height
    };
    let width = (room + BETWEEN_PANELS) / columns as f64 - BETWEEN_PANELS;
    let right = right_room(track, width);
    let plot = |index: usize| {
        let from = left + (index % columns) as f64 * (width + BETWEEN_PANELS);
        let top = (index / columns) as f64 * height;
        let plot = Rect {
            left: from,
            top: top + EDGE + LINE_HEIGHT * 1.4,
            right: from + width - right,
            bottom: top + height - LINE_HEIGHT - EDGE,
        };
        let outer = Rect {
            left: from,
            top,
            right: from + width,
            bottom: plot.bottom + 2.0,
        };
        Room { plot, outer }
    };
    ((0..groups.len()).map(plot).collect(), height * rows as f64)
}

fn add_panel(
    layout: &mut Layout,
    track: &Track,
    lines: &[&Line],
    axis: &ValueAxis,
    value_words: &[String],
    Room { plot, outer }: Room,
) {
    let axes = Axes::new(track, axis, &plot);
    let mut marks = place_marks(lines, &axes);
    let paths = paths(track, lines, &axes);
    let title = track.split.then(|| panel_title(lines[0], &plot));
    let mut obstacles = obstacles(outer, &marks, &paths);
    obstacles.taken.extend(title.iter().map(|title| title.rect));
    layout.labels.extend(title);
    layout
        .labels
        .extend(place_labels(said(track, lines), &marks, obstacles));
    layout.panels.push(Panel {
        plot,
        across: value_ticks(axis, value_words, &axes),
        below: year_ticks(lines, &axes),
    });
    layout.paths.extend(paths);
    in_walking_order(&mut marks);
    layout.marks.extend(marks);
}

#[cfg(test)]
mod tests;
