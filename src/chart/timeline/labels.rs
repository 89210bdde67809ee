//! A timeline's words: names and values beside their marks, where there is room for them.

use crate::chart::axis::YEARS;
use crate::chart::label::{Obstacles, Rect, STEP, place, text_width};
use crate::chart::layout::{EDGE, LINE_HEIGHT, Label, Path, PlacedMark, RADIUS, Stroke, TEXT};
use crate::chart::{Ink, Line, Mark, Sign, Strand, Track};
use crate::order;
use crate::plan::Bound;

/// What a mark wants to say, with its rank among the marks that want room.
pub struct Said {
    /// Tried in order: the whole, then less.
    texts: Vec<String>,
    /// Names first: a line without its name says nothing, a value can be had by pointing.
    rank: u8,
    is_end: bool,
}

/// What the marks of all lines want to say, line by line.
pub fn said(track: &Track, lines: &[&Line]) -> Vec<Said> {
    let mut said = Vec::new();
    for line in lines {
        for (index, mark) in line.marks.iter().enumerate() {
            said.push(words_of(track, line, mark, index + 1 == line.marks.len()));
        }
    }
    said
}

fn words_of(track: &Track, line: &Line, mark: &Mark, is_last: bool) -> Said {
    let value = || vec![mark.label.clone()];
    let (texts, rank) = match line.strand {
        Strand::Reference => (
            vec![end_label(track, line, mark), name_in_panel(track, line)],
            1,
        ),
        Strand::Promise if is_last => {
            let name = name_in_panel(track, line);
            let mut texts = vec![end_label(track, line, mark)];
            if line.is_part() {
                texts.push(format!("{} {}", line.part, mark.label));
            }
            let short = Some(name).filter(|name| !name.is_empty());
            texts.push(short.unwrap_or_else(|| mark.label.clone()));
            (texts, 0)
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

/// What the labels of marks at the end of the axis need beyond it.
pub fn right_room(track: &Track, width: f64) -> f64 {
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

/// A panel bears its city's name, at the left above the axes.
pub fn panel_title(line: &Line, plot: &Rect) -> Label {
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

pub fn obstacles(frame: Rect, marks: &[PlacedMark], paths: &[Path]) -> Obstacles {
    let is_crossable = |path: &&Path| path.stroke != Stroke::Band;
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
            .flat_map(|path| path.points.windows(2))
            .flat_map(|ends| along(ends[0], ends[1]))
            .collect(),
    }
}

/// Points from `from` to `to`, [`STEP`] apart in the wider direction, without the last.
fn along(from: (f64, f64), to: (f64, f64)) -> impl Iterator<Item = (f64, f64)> {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let count = (dx.abs().max(dy.abs()) / STEP).ceil();
    let point = move |step| {
        let share = f64::from(step) / count;
        (from.0 + share * dx, from.1 + share * dy)
    };
    (0..count as u32).map(point)
}

pub fn place_labels(said: Vec<Said>, marks: &[PlacedMark], mut obstacles: Obstacles) -> Vec<Label> {
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
