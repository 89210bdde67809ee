//! Stage two for timelines: one panel for all cities, or one for each.

use super::axis::{Scale, ValueAxis, YEARS, linear_axis, log_axis};
use super::label::{Obstacles, Rect, place, text_width};
use super::layout::{
    Frame, Label, Layout, Panel, Path, PlacedMark, Stroke, Tick, in_walking_order,
};
use super::{Ink, Line, Mark, Sign, Strand, Track};
use crate::insight::COLUMNS;
use crate::order;
use crate::plan::Bound;
use crate::words::{tick_number, tick_quantity};

/// Sizes in CSS pixels, chosen by eye.
pub const TEXT: f64 = 13.0;
pub const TICK_TEXT: f64 = 12.0;
pub const LINE_HEIGHT: f64 = 17.0;
pub const RADIUS: f64 = 5.0;
/// A part of a city weighs less than the whole.
const PART_RADIUS: f64 = 3.8;
pub const SMALL_RADIUS: f64 = 2.6;
const EDGE: f64 = 6.0;
/// The narrowest panel that still says something.
const PANEL: f64 = 230.0;
/// Characters of a unit that has room beside a tick.
const LONGEST_UNIT: usize = 2;
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

/// The topmost tick bears the unit, where that is short.
fn value_words(track: &Track, axis: &ValueAxis) -> Vec<String> {
    let top = axis.ticks.len() - 1;
    let word = |(index, tick): (usize, &f64)| match track.unit.as_str() {
        unit if index == top && unit.chars().count() <= LONGEST_UNIT => {
            tick_quantity(*tick, unit, track.language)
        }
        _ => tick_number(*tick, track.language),
    };
    axis.ticks.iter().enumerate().map(word).collect()
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

fn value_axis(track: &Track, frame: Frame) -> ValueAxis {
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

/// What the labels of marks at the end of the axis need beyond it.
fn right_room(track: &Track, width: f64) -> f64 {
    let late = YEARS.1 - 4.0;
    let ends = track
        .lines
        .iter()
        .filter_map(|line| line.marks.last().map(|mark| (line, mark)));
    let need = ends
        .filter(|(_, mark)| f64::from(mark.year) > late)
        .map(|(line, mark)| text_width(&end_label(track, line, mark), TEXT, true))
        .fold(0.0, f64::max);
    if need > 0.0 {
        (need - 8.0).min(width * 0.3)
    } else {
        EDGE
    }
}

fn add_panel(
    layout: &mut Layout,
    track: &Track,
    lines: &[&Line],
    axis: &ValueAxis,
    value_words: &[String],
    Room { plot, outer }: Room,
) {
    let x = Scale::linear(YEARS.0, YEARS.1, (plot.left, plot.right));
    let ends = (plot.bottom, plot.top);
    let y = if track.log {
        Scale::log(axis.from, axis.to, ends)
    } else {
        Scale::linear(axis.from, axis.to, ends)
    };
    let (mut marks, said) = place_marks(track, lines, &x, &y);
    let paths = paths(track, lines, &x, &y);
    let title = track.split.then(|| panel_title(lines[0], &plot));
    let mut obstacles = obstacles(outer, &marks, &paths);
    obstacles.taken.extend(title.iter().map(|title| title.rect));
    layout.labels.extend(title);
    layout.labels.extend(place_labels(said, &marks, obstacles));
    layout.panels.push(Panel {
        plot,
        across: value_ticks(axis, value_words, &y),
        below: year_ticks(lines, &x),
    });
    layout.paths.extend(paths);
    in_walking_order(&mut marks);
    layout.marks.extend(marks);
}

/// A panel bears its city's name, at the left above the axes.
fn panel_title(line: &Line, plot: &Rect) -> Label {
    let name = &line.name;
    let bottom = plot.top - 4.0;
    Label {
        rect: Rect {
            left: plot.left,
            top: bottom - LINE_HEIGHT,
            right: plot.left + text_width(name, TEXT, true),
            bottom,
        },
        ink: Some(line.ink),
        text: name.to_string(),
        bold: true,
        leader: None,
    }
}

/// What a mark wants to say, with its rank among the marks that want room.
struct Said {
    /// Tried in order: the whole, then less.
    texts: Vec<String>,
    /// Names first: a line without its name says nothing, a value can be had by pointing.
    rank: u8,
    is_end: bool,
}

fn place_marks(
    track: &Track,
    lines: &[&Line],
    x: &Scale,
    y: &Scale,
) -> (Vec<PlacedMark>, Vec<Said>) {
    let mut placed = Vec::new();
    let mut said = Vec::new();
    for line in lines {
        for (index, mark) in line.marks.iter().enumerate() {
            placed.push(PlacedMark {
                at: (x.place(f64::from(mark.year)), y.place(mark.value)),
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
            });
            said.push(words_of(track, line, mark, index + 1 == line.marks.len()));
        }
    }
    (placed, said)
}

fn words_of(track: &Track, line: &Line, mark: &Mark, is_last: bool) -> Said {
    let value = || vec![mark.label.clone()];
    let (texts, rank) = match line.strand {
        Strand::Reference => (
            vec![end_label(track, line, mark), name_in_panel(track, line)],
            1,
        ),
        Strand::Promise if is_last => {
            let end = end_label(track, line, mark);
            let name = name_in_panel(track, line);
            (
                vec![
                    end,
                    if name.is_empty() {
                        mark.label.clone()
                    } else {
                        name
                    },
                ],
                0,
            )
        }
        Strand::Promise => (value(), 1),
        // Outcomes stand close: the latest says its value, the others by pointing.
        Strand::Outcome if is_last => {
            let actual = track.language.pick("实际 ", "actual ");
            (vec![format!("{actual}{}", mark.label)], 2)
        }
        Strand::Outcome => (Vec::new(), 3),
    };
    Said {
        texts,
        rank,
        is_end: rank == 0,
    }
}

/// Samples along a path: enough for compound growth to look curved.
const SAMPLES: usize = 24;

fn paths(track: &Track, lines: &[&Line], x: &Scale, y: &Scale) -> Vec<Path> {
    let mut paths = Vec::new();
    let mut add = |line: &Line, stroke, points| {
        paths.push(Path {
            ink: line.ink,
            stroke,
            points,
        });
    };
    for line in lines {
        for mark in &line.marks {
            let at = x.place(f64::from(mark.year));
            if let Some(high) = mark.high {
                add(
                    line,
                    Stroke::Band,
                    vec![(at, y.place(mark.value)), (at, y.place(high))],
                );
            }
            if line.strand == Strand::Reference {
                let ends = [YEARS.0, YEARS.1].map(|year| (x.place(year), y.place(mark.value)));
                add(line, Stroke::Thin, ends.to_vec());
            }
        }
        for pair in line.marks.windows(2) {
            if pair[0].is_contradicted && pair[1].is_contradicted && pair[0].year == pair[1].year {
                let ends =
                    [&pair[0], &pair[1]].map(|m| (x.place(f64::from(m.year)), y.place(m.value)));
                add(line, Stroke::Conflict, ends.to_vec());
            }
        }
        for (from, to) in line.steps() {
            if line.strand == Strand::Outcome {
                let ends = [from, to].map(|m| (x.place(f64::from(m.year)), y.place(m.value)));
                add(line, Stroke::Solid, ends.to_vec());
            } else {
                add(line, Stroke::Asked, asked(track, from, to, x, y));
            }
        }
    }
    paths
}

/// The path asked for between two marks: a curve for compound growth.
fn asked(track: &Track, from: &Mark, to: &Mark, x: &Scale, y: &Scale) -> Vec<(f64, f64)> {
    let sample = |sample: usize| {
        let share = sample as f64 / SAMPLES as f64;
        let year = f64::from(from.year) + share * f64::from(to.year - from.year);
        (
            x.place(year),
            y.place(between(from.value, to.value, share, track.is_compound)),
        )
    };
    (0..=SAMPLES).map(sample).collect()
}

/// The value a share of the way along: constant growth, or a constant step.
fn between(from: f64, to: f64, share: f64, compound: bool) -> f64 {
    if compound && from > 0.0 && to > 0.0 {
        from * (to / from).powf(share)
    } else {
        from + (to - from) * share
    }
}

fn value_ticks(axis: &ValueAxis, words: &[String], y: &Scale) -> Vec<Tick> {
    let ticks = axis.ticks.iter().enumerate();
    ticks
        .map(|(index, tick)| Tick {
            at: y.place(*tick),
            label: words.get(index).cloned().unwrap_or_default(),
            strong: false,
            through: true,
        })
        .collect()
}

/// The plan years always, in short where years stand close; then other years of marks where there is
/// room.
fn year_ticks(lines: &[&Line], x: &Scale) -> Vec<Tick> {
    let marks = || lines.iter().flat_map(|line| &line.marks);
    let is_stated = |year: u16| marks().any(|mark| mark.year == year);
    let tick = |year: u16, in_short: bool| Tick {
        at: x.place(f64::from(year)),
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

/// `温州`, `温州 市区`; a panel's title says the city: its lines need not.
fn name_in_panel(track: &Track, line: &Line) -> String {
    match (&line.name, &line.part) {
        (_, part) if track.split && line.ink != Ink::Region => part.clone(),
        (name, part) if part.is_empty() => name.clone(),
        (name, part) => format!("{name} {part}"),
    }
}

fn end_label(track: &Track, line: &Line, mark: &Mark) -> String {
    let name = name_in_panel(track, line);
    let space = if name.is_empty() { "" } else { " " };
    format!("{name}{space}{}", mark.label)
}

fn obstacles(frame: Rect, marks: &[PlacedMark], paths: &[Path]) -> Obstacles {
    let is_crossable = |path: &&Path| !matches!(path.stroke, Stroke::Band | Stroke::Thin);
    let bands = paths.iter().filter(|path| path.stroke == Stroke::Band);
    let band_area = |path: &Path| {
        let [(x, low), (_, high)] = path.points[..] else {
            return marks[0].area();
        };
        Rect {
            left: x - RADIUS,
            top: low.min(high),
            right: x + RADIUS,
            bottom: low.max(high),
        }
    };
    Obstacles {
        frame,
        taken: marks
            .iter()
            .map(PlacedMark::area)
            .chain(bands.map(band_area))
            .collect(),
        paths: paths
            .iter()
            .filter(is_crossable)
            .flat_map(|path| path.points.iter().copied())
            .collect(),
    }
}

fn place_labels(said: Vec<Said>, marks: &[PlacedMark], mut obstacles: Obstacles) -> Vec<Label> {
    let mut labels = Vec::new();
    let mut wanted: Vec<(&PlacedMark, Said)> = marks.iter().zip(said).collect();
    order::sort_by_key(&mut wanted, |(_, said)| said.rank);
    for (placed, said) in wanted {
        let gap = placed.radius
            + if placed.bound == Bound::Exactly {
                4.0
            } else {
                9.0
            };
        let found = said.texts.into_iter().find_map(|text| {
            let size = (text_width(&text, TEXT, said.is_end), LINE_HEIGHT);
            let at_line = || along_line(placed, size, &obstacles);
            let rect =
                at_line().or_else(|| place(placed.at, size, gap, said.is_end, &obstacles))?;
            Some((text, rect))
        });
        if let Some((text, rect)) = found {
            obstacles.taken.push(rect);
            labels.push(Label {
                leader: leader(&rect, placed).filter(|_| placed.sign != Sign::Reference),
                rect,
                ink: Some(placed.ink),
                text,
                bold: said.is_end,
            });
        }
    }
    labels
}

/// The region's words stand on its line or hang from it, at its start.
fn along_line(
    placed: &PlacedMark,
    (width, height): (f64, f64),
    obstacles: &Obstacles,
) -> Option<Rect> {
    let left = obstacles.frame.left + 4.0;
    let y = placed.at.1;
    let rects = [y - height, y].map(|top| Rect {
        left,
        top,
        right: left + width,
        bottom: top + height,
    });
    let is_free = |rect: &Rect| {
        let crossed = || obstacles.paths.iter().any(|point| rect.holds(*point));
        rect.inside(&obstacles.frame)
            && !obstacles.taken.iter().any(|taken| taken.overlaps(rect))
            && !crossed()
    };
    let is_reference = placed.sign == Sign::Reference;
    rects.into_iter().find(|rect| is_reference && is_free(rect))
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
    use crate::chart::{Choice, Step};
    use crate::insight::sample::{Said, bundle};
    use crate::insight::timeline;
    use crate::plan::Kind;

    fn layout(said: &[Said], choice: &Choice, frame: Frame) -> Layout {
        let bundle = bundle(said);
        Layout::new(
            &Track::new(&bundle, &timeline(&bundle, 0), choice).unwrap(),
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
                    let marks = layout.marks.iter().map(PlacedMark::area);
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
            let years = layout.panels[0]
                .below
                .iter()
                .map(|tick| tick.label.as_str());
            let years: Vec<&str> = years.map(|label| &label[label.len() - 2..]).collect();
            assert_eq!(years, ["20", "22", "25", "35"], "{frame:?}");
        }
        let wide = layout(&crowded(), &Choice::default(), FRAMES[2]);
        assert!(
            wide.panels[0]
                .below
                .iter()
                .all(|tick| tick.label.len() == 4),
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
            layout.panels[0]
                .across
                .iter()
                .find(|t| t.label == label)
                .unwrap()
                .at
        };
        assert_eq!(first.at.1, tick("70"));
        assert_eq!(last.at.1, tick("80%"));
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
            layout.paths[0].points[SAMPLES / 2].1
        };
        assert!(
            middle("元") > middle("%"),
            "compound growth runs below the straight line"
        );
    }

    #[test]
    fn panels_share_their_axes_and_stand_in_rows_where_it_is_narrow() {
        let choice = Choice {
            split: true,
            ..Choice::default()
        };
        let wide = layout(&crowded(), &choice, FRAMES[2]);
        assert_eq!(wide.panels.len(), 3);
        let ticks = |panel: &Panel| panel.across.iter().map(|t| t.at).collect::<Vec<_>>();
        assert_eq!(ticks(&wide.panels[0]), ticks(&wide.panels[2]));
        let narrow = layout(&crowded(), &choice, FRAMES[1]);
        assert!(narrow.panels[1].plot.top > narrow.panels[0].plot.bottom);
        assert!(narrow.frame.height >= 3.0 * 200.0);
    }

    #[test]
    fn steps_walk_through_time_and_up_and_down_within_a_year() {
        let layout = layout(&crowded(), &Choice::default(), FRAMES[2]);
        let last = layout.marks.len() - 1;
        assert_eq!(layout.walk(None, Step::Next), Some(0));
        assert_eq!(layout.walk(Some(last), Step::Next), Some(last));
        let year_2025 = layout
            .marks
            .iter()
            .position(|mark| mark.ink == Ink::City(1));
        let up = layout.walk(year_2025, Step::Up).unwrap();
        assert_eq!(layout.marks[up].ink, Ink::City(2), "82.2 is above 82.1");
        assert_eq!(layout.walk(Some(up), Step::Up), Some(up), "nothing above");
    }

    #[test]
    fn a_contradiction_is_tied_and_signed() {
        let said = [
            Said::level("温州", "收入比", "", 2025, 1.9),
            Said::level("温州", "收入比", "", 2025, 1.6),
        ];
        let layout = layout(&said, &Choice::default(), FRAMES[2]);
        let ties = layout
            .paths
            .iter()
            .filter(|path| path.stroke == Stroke::Conflict);
        assert_eq!(ties.count(), 1);
        assert!(layout.marks.iter().all(|mark| mark.is_contradicted));
    }

    #[test]
    fn pointing_finds_the_nearest_mark_within_reach() {
        let layout = layout(&crowded(), &Choice::default(), FRAMES[2]);
        let (x, y) = layout.marks[2].at;
        assert_eq!(layout.nearest((x + 1.0, y), 20.0), Some(2));
        assert_eq!(layout.nearest((-500.0, -500.0), 20.0), None);
    }
}
