//! Stage three: marks on a surface. Decides nothing; every place comes from the layout.

use plotters::backend::SVGBackend;
use plotters::style::RGBColor;
use plotters::style::text_anchor::HPos;
use plotters_backend::{DrawingBackend, DrawingErrorKind};

use super::Sign;
use super::label::Rect;
use super::layout::{Frame, Label, Layout, Panel, Path, PlacedMark, Stroke, TEXT, TICK_TEXT};
use super::palette::Palette;
use super::pen::{Pen, Surface};
use crate::plan::Bound;

/// The mark pointed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Focus {
    pub mark: usize,
    /// Stays when the pointer leaves.
    pub is_pinned: bool,
}

/// What a picture that is taken away stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// The palette's own colour.
    Filled,
    /// Nothing: the colour of where it is put.
    Transparent,
}

/// Draws a chart on a backend whose surface is `frame × scale` pixels.
///
/// `text_scale` corrects for backends that shrink text: 1 on a canvas.
///
/// # Errors
/// What the backend reports.
pub fn draw<DB: DrawingBackend>(
    backend: &mut DB,
    layout: &Layout,
    palette: &Palette,
    (scale, text_scale): (f64, f64),
    paper: Paper,
    focus: Option<Focus>,
) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
    let mut surface = Surface {
        backend,
        failure: None,
    };
    let mut pen = Pen {
        surface: &mut surface,
        scale,
        text_scale,
    };
    draw_all(&mut pen, layout, palette, paper, focus);
    match surface.failure {
        Some(failure) => Err(failure),
        None => backend.present(),
    }
}

/// The chart as an SVG file's text.
pub fn svg(layout: &Layout, palette: &Palette, paper: Paper) -> String {
    // The backend rounds to whole pixels: drawn large and shown at its size, nothing shifts.
    const SCALE: f64 = 8.0;
    // The backend divides font sizes by this.
    const TEXT_SCALE: f64 = 1.24;
    let Frame { width, height } = layout.frame;
    let size = ((width * SCALE) as u32, (height * SCALE) as u32);
    let mut text = String::new();
    {
        let mut backend = SVGBackend::with_string(&mut text, size);
        draw(
            &mut backend,
            layout,
            palette,
            (SCALE, TEXT_SCALE),
            paper,
            None,
        )
        .expect("a string takes all");
    }
    let drawn = format!("width=\"{}\" height=\"{}\"", size.0, size.1);
    text.replacen(&drawn, &format!("width=\"{width}\" height=\"{height}\""), 1)
}

fn draw_all(pen: &mut Pen, layout: &Layout, palette: &Palette, paper: Paper, focus: Option<Focus>) {
    let Frame { width, height } = layout.frame;
    if paper == Paper::Filled {
        let all = Rect {
            left: 0.0,
            top: 0.0,
            right: width,
            bottom: height,
        };
        pen.fill_rect(all, palette.paper);
    }
    for panel in &layout.panels {
        draw_axes(pen, panel, palette);
    }
    for path in &layout.paths {
        draw_path(pen, path, palette);
    }
    if let Some(focus) = focus {
        draw_focus(pen, layout, palette, focus);
    }
    // The region's bars stand behind all that the cities say.
    let (behind, front): (Vec<&PlacedMark>, Vec<&PlacedMark>) = layout
        .marks
        .iter()
        .partition(|mark| mark.sign == Sign::Reference);
    for mark in behind.into_iter().chain(front) {
        draw_mark(pen, mark, palette);
    }
    for label in &layout.labels {
        draw_backing(pen, label, palette);
    }
    for label in &layout.labels {
        let (rect, colour) = (label.rect, label_colour(label, palette));
        let at = (rect.left, (rect.top + rect.bottom) / 2.0);
        pen.text(&label.text, at, TEXT, colour, label.bold, HPos::Left);
    }
}

fn draw_axes(pen: &mut Pen, panel: &Panel, palette: &Palette) {
    let plot = panel.plot;
    for tick in &panel.across {
        let ends = ((plot.left, tick.at), (plot.right, tick.at));
        pen.line(ends.0, ends.1, palette.rule, 1.0);
        if !tick.label.is_empty() {
            let at = (plot.left - 7.0, tick.at);
            pen.text(&tick.label, at, TICK_TEXT, palette.soft, false, HPos::Right);
        }
    }
    for tick in &panel.below {
        let colour = if tick.strong {
            palette.ink
        } else {
            palette.soft
        };
        if tick.through {
            let line = if tick.strong {
                palette.soft
            } else {
                palette.rule
            };
            pen.line((tick.at, plot.top), (tick.at, plot.bottom), line, 1.0);
        } else {
            let foot = (tick.at, plot.bottom + 5.0);
            pen.line((tick.at, plot.bottom), foot, palette.soft, 1.0);
        }
        let at = (tick.at, plot.bottom + 14.0);
        pen.text(&tick.label, at, TICK_TEXT, colour, false, HPos::Center);
    }
    pen.line(
        (plot.left, plot.bottom),
        (plot.right, plot.bottom),
        palette.soft,
        1.0,
    );
}

fn draw_path(pen: &mut Pen, path: &Path, palette: &Palette) {
    let colour = palette.of(path.ink);
    match path.stroke {
        Stroke::Asked => pen.dashes(&path.points, 4.0, colour, 1.6),
        Stroke::Solid => pen.path(&path.points, colour, 1.6),
        Stroke::Thin => pen.path(&path.points, colour, 1.0),
        Stroke::Band => {
            pen.path(&path.points, colour, 9.0);
            pen.path(&path.points, palette.paper, 6.0);
        }
        Stroke::Conflict => pen.path(&path.points, palette.ink, 1.0),
    }
}

/// A ring around the mark, and a line down to its place on the axis.
fn draw_focus(pen: &mut Pen, layout: &Layout, palette: &Palette, focus: Focus) {
    let Some(mark) = layout.marks.get(focus.mark) else {
        return;
    };
    let (x, y) = mark.at;
    let panel = layout.panels.iter().find(|panel| panel.plot.bottom >= y);
    if let Some(panel) = panel {
        pen.line((x, y), (x, panel.plot.bottom), palette.soft, 1.0);
    }
    let width = if focus.is_pinned { 3.0 } else { 1.5 };
    pen.ring(mark.at, mark.radius + 6.0, palette.ink, width);
}

fn draw_mark(pen: &mut Pen, mark: &PlacedMark, palette: &Palette) {
    let colour = palette.of(mark.ink);
    let fill = |pen: &mut Pen, radius: f64, colour: RGBColor| {
        let corners = moved(mark.ink.shape().corners(radius), mark.at);
        pen.fill(&corners, mark.at, radius, colour);
    };
    // A rim of paper keeps marks apart where they touch, and a part off the whole city's path; a ring
    // is a filled mark with a hole.
    let rim = match mark.sign {
        // An outcome may stand inside of the ring it reaches.
        Sign::Actual | Sign::OpenActual => 0.0,
        _ if mark.is_part => 5.0,
        _ => 2.0,
    };
    if mark.sign != Sign::Reference {
        fill(pen, mark.radius + rim, palette.paper);
    }
    match mark.sign {
        Sign::Observed | Sign::Actual => fill(pen, mark.radius, colour),
        Sign::Target | Sign::OpenActual => {
            let ring = if mark.sign == Sign::Target { 2.2 } else { 1.3 };
            fill(pen, mark.radius, colour);
            fill(pen, mark.radius - ring, palette.paper);
        }
        Sign::Derived => {
            let outline = moved(mark.ink.shape().outline(mark.radius - 0.8), mark.at);
            pen.dashes(&outline, 2.6, colour, 1.8);
        }
        Sign::Reference => {
            let (x, y) = mark.at;
            pen.line((x, y - mark.radius), (x, y + mark.radius), colour, 1.6);
        }
    }
    draw_bound(pen, mark, colour);
    if mark.is_contradicted {
        draw_conflict(pen, mark, palette);
    }
}

fn moved(corners: Vec<(f64, f64)>, (x, y): (f64, f64)) -> Vec<(f64, f64)> {
    corners
        .into_iter()
        .map(|(along, down)| (x + along, y + down))
        .collect()
}

/// A chevron above for at least, below for at most, a wave above for about.
fn draw_bound(pen: &mut Pen, mark: &PlacedMark, colour: RGBColor) {
    let (x, y) = mark.at;
    let above = y - mark.radius - 4.0;
    let below = y + mark.radius + 4.0;
    match mark.bound {
        Bound::Exactly => {}
        Bound::AtLeast => pen.path(
            &[(x - 4.0, above), (x, above - 4.0), (x + 4.0, above)],
            colour,
            1.8,
        ),
        Bound::AtMost => pen.path(
            &[(x - 4.0, below), (x, below + 4.0), (x + 4.0, below)],
            colour,
            1.8,
        ),
        Bound::About => {
            let wave = [-5.0, -3.5, -1.5, 0.0, 1.5, 3.5, 5.0];
            let lift = [0.0, -1.4, -1.4, 0.0, 1.4, 1.4, 0.0];
            let wave: Vec<(f64, f64)> = wave
                .iter()
                .zip(lift)
                .map(|(along, lift)| (x + along, above - 1.5 - lift))
                .collect();
            pen.path(&wave, colour, 1.6)
        }
    }
}

/// The sign ≠ to the left of a mark.
fn draw_conflict(pen: &mut Pen, mark: &PlacedMark, palette: &Palette) {
    let (x, y) = (mark.at.0 - mark.radius - 8.0, mark.at.1);
    for lift in [-2.0, 2.0] {
        pen.line((x - 4.0, y + lift), (x + 4.0, y + lift), palette.ink, 1.4);
    }
    pen.path(&[(x - 2.5, y + 5.0), (x + 2.5, y - 5.0)], palette.ink, 1.4);
}

fn label_colour(label: &Label, palette: &Palette) -> RGBColor {
    label.ink.map_or(palette.soft, |ink| palette.of(ink))
}

/// A line to a mark far off, and room in which the words are read even where a path runs behind.
fn draw_backing(pen: &mut Pen, label: &Label, palette: &Palette) {
    let rect = label.rect;
    if let Some(mark) = label.leader {
        let near = (
            mark.0.clamp(rect.left, rect.right),
            mark.1.clamp(rect.top, rect.bottom),
        );
        pen.line(near, mark, palette.rule, 1.0);
    }
    let backing = Rect {
        top: rect.top + 2.0,
        bottom: rect.bottom - 2.0,
        ..rect
    };
    pen.fill_rect(backing, palette.paper);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Choice, LIGHT, Track};
    use crate::insight::sample::{Said, bundle, read};
    use crate::insight::{Timeline, timeline};

    fn chart(said: &[Said]) -> String {
        let bundle = bundle(said);
        let track = Track::new(&bundle, &timeline(&bundle, 0), &Choice::default()).unwrap();
        svg(
            &Layout::new(
                &track,
                Frame {
                    width: 640.0,
                    height: 360.0,
                },
            ),
            &LIGHT,
            Paper::Filled,
        )
    }

    #[test]
    fn a_chart_names_its_values_cities_and_years() {
        let svg = chart(&[
            Said::level("温州", "城镇化率", "%", 2020, 71.0).observed(),
            Said::level("温州", "城镇化率", "%", 2025, 75.0),
            Said::level("嘉兴", "城镇化率", "%", 2025, 73.0),
        ]);
        for words in ["71", "温州 75", "嘉兴 73", "2020", "2022", "2025", "2035"] {
            assert!(
                svg.contains(&format!(">\n{words}\n</text>")),
                "{words} in {svg}"
            );
        }
        assert!(svg.starts_with("<svg width=\"640\" height=\"360\" viewBox=\"0 0 5120 2880\""));
    }

    #[test]
    fn an_observed_value_is_a_dot_and_a_target_a_ring() {
        let dots = |svg: &str| svg.matches("<circle").count();
        let observed = chart(&[Said::level("温州", "A", "%", 2020, 71.0).observed()]);
        let target = chart(&[Said::level("温州", "A", "%", 2020, 71.0)]);
        assert_eq!(dots(&observed), 2, "rim and dot");
        assert_eq!(dots(&target), 3, "rim, dot and hole");
    }

    #[test]
    fn a_derived_value_is_a_dashed_ring() {
        let review = "一、发展回顾\n2020年,人口100万人。\n二、目标\n";
        let text = format!("{review}到2035年,人口比2020年翻一番,人口达到200万人。");
        let bundle = read(&[&text]);
        let population = usize::from(bundle.plans[0].statements[0].indicator);
        let timeline = timeline(&bundle, population);
        let draw = |timeline: &Timeline| {
            let track = Track::new(&bundle, timeline, &Choice::default()).unwrap();
            let (width, height) = (640.0, 360.0);
            svg(
                &Layout::new(&track, Frame { width, height }),
                &LIGHT,
                Paper::Filled,
            )
        };
        let dashes = |svg: &str| svg.matches("<polyline").count();
        let mut stated = timeline.clone();
        stated.series[0].points.retain(|point| !point.is_derived);
        let (with, without) = (draw(&timeline), draw(&stated));
        assert!(dashes(&with) >= dashes(&without) + 4, "the ring's dashes");
        assert_eq!(
            with.matches("<circle").count(),
            without.matches("<circle").count() + 1
        );
    }

    #[test]
    fn each_city_has_its_own_shape() {
        let jiaxing = chart(&[Said::level("嘉兴", "A", "%", 2025, 71.0).observed()]);
        assert_eq!(jiaxing.matches("<circle").count(), 0);
        assert_eq!(jiaxing.matches("<polygon").count(), 2);
    }
}
