//! Stage three: marks on any plotters backend. Decides nothing.

use plotters::backend::SVGBackend;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle};
use plotters_backend::{BackendCoord, DrawingBackend, DrawingErrorKind};

use super::label::Rect;
use super::layout::{Frame, Label, Layout, PlacedMark};
use super::palette::{Palette, city_shape};
use crate::plan::{Bound, Role};

/// System fonts only; CJK first, as Latin glyphs come with them.
const FONT: &str = "PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, sans-serif";
const TEXT: f64 = 13.0;
const TICK_TEXT: f64 = 12.0;

/// Draws a chart on a backend whose surface is `frame × scale` pixels; `focus` is the mark to point
/// out.
///
/// `text_scale` corrects for backends that shrink text: 1 on a canvas.
///
/// # Errors
/// What the backend reports.
pub fn draw<DB: DrawingBackend>(
    backend: &mut DB,
    layout: &Layout,
    palette: &Palette,
    scale: f64,
    text_scale: f64,
    focus: Option<usize>,
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
    draw_all(&mut pen, layout, palette, focus);
    match surface.failure {
        Some(failure) => Err(failure),
        None => backend.present(),
    }
}

/// The chart as an SVG file's text.
pub fn svg(layout: &Layout, palette: &Palette) -> String {
    // The backend rounds to whole pixels: drawn large and shown at its size, nothing shifts.
    const SCALE: f64 = 8.0;
    // The backend divides font sizes by this.
    const TEXT_SCALE: f64 = 1.24;
    let Frame { width, height } = layout.frame;
    let size = ((width * SCALE) as u32, (height * SCALE) as u32);
    let mut text = String::new();
    {
        let mut backend = SVGBackend::with_string(&mut text, size);
        draw(&mut backend, layout, palette, SCALE, TEXT_SCALE, None).expect("a string takes all");
    }
    let drawn = format!("width=\"{}\" height=\"{}\"", size.0, size.1);
    text.replacen(&drawn, &format!("width=\"{width}\" height=\"{height}\""), 1)
}

fn draw_all(pen: &mut Pen, layout: &Layout, palette: &Palette, focus: Option<usize>) {
    let Frame { width, height } = layout.frame;
    pen.fill_rect(
        Rect {
            left: 0.0,
            top: 0.0,
            right: width,
            bottom: height,
        },
        palette.paper,
    );
    draw_axes(pen, layout, palette);
    for (city, path) in &layout.paths {
        pen.dashes(path, 4.0, palette.city(*city), 1.6);
    }
    for (index, mark) in layout.marks.iter().enumerate() {
        draw_mark(pen, mark, palette, focus == Some(index));
    }
    for label in &layout.labels {
        draw_label(pen, label, palette);
    }
}

fn draw_axes(pen: &mut Pen, layout: &Layout, palette: &Palette) {
    let plot = layout.plot;
    for tick in &layout.value_ticks {
        pen.line(
            (plot.left, tick.at),
            (plot.right, tick.at),
            palette.rule,
            1.0,
        );
        let at = (plot.left - 7.0, tick.at);
        pen.text(&tick.label, at, TICK_TEXT, palette.soft, false, HPos::Right);
    }
    for tick in &layout.year_ticks {
        pen.line(
            (tick.at, plot.bottom),
            (tick.at, plot.bottom + 5.0),
            palette.soft,
            1.0,
        );
        let colour = if tick.strong {
            palette.ink
        } else {
            palette.soft
        };
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

fn draw_mark(pen: &mut Pen, mark: &PlacedMark, palette: &Palette, focused: bool) {
    let colour = palette.city(mark.city);
    let shape = |radius: f64| -> Vec<(f64, f64)> {
        let corners = city_shape(mark.city).corners(radius);
        corners
            .into_iter()
            .map(|(x, y)| (mark.at.0 + x, mark.at.1 + y))
            .collect()
    };
    if focused {
        pen.ring(mark.at, mark.radius + 6.0, palette.ink, 1.5);
    }
    // A rim of paper keeps marks apart where they touch, and a part off the whole city's path; a ring
    // is a filled mark with a hole.
    let rim = mark.radius + if mark.is_part { 5.0 } else { 2.0 };
    pen.fill(&shape(rim), mark.at, rim, palette.paper);
    if mark.is_derived {
        let outline = city_shape(mark.city).outline(mark.radius - 0.8);
        let outline: Vec<(f64, f64)> = outline
            .into_iter()
            .map(|(x, y)| (mark.at.0 + x, mark.at.1 + y))
            .collect();
        pen.dashes(&outline, 2.6, colour, 1.8);
        return draw_bound(pen, mark, colour);
    }
    pen.fill(&shape(mark.radius), mark.at, mark.radius, colour);
    if mark.role == Role::Target {
        let hole = mark.radius - 2.2;
        pen.fill(&shape(hole), mark.at, hole, palette.paper);
    }
    draw_bound(pen, mark, colour);
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

fn draw_label(pen: &mut Pen, label: &Label, palette: &Palette) {
    let colour = palette.city(label.city);
    let rect = label.rect;
    let middle = (rect.top + rect.bottom) / 2.0;
    if let Some(mark) = label.leader {
        let near = (
            mark.0.clamp(rect.left, rect.right),
            mark.1.clamp(rect.top, rect.bottom),
        );
        pen.line(near, mark, palette.rule, 1.0);
    }
    // A mark's number must be read even where a path runs behind it.
    let backing = Rect {
        left: rect.left,
        top: rect.top + 2.0,
        right: rect.right,
        bottom: rect.bottom - 2.0,
    };
    pen.fill_rect(backing, palette.paper);
    pen.text(
        &label.text,
        (rect.left, middle),
        TEXT,
        colour,
        label.bold,
        HPos::Left,
    );
}

/// A surface with the step from CSS pixels to its own.
struct Pen<'a> {
    surface: &'a mut dyn Draw,
    scale: f64,
    text_scale: f64,
}

impl Pen<'_> {
    fn place(&self, (x, y): (f64, f64)) -> BackendCoord {
        (
            (x * self.scale).round() as i32,
            (y * self.scale).round() as i32,
        )
    }

    fn places(&self, points: &[(f64, f64)]) -> Vec<BackendCoord> {
        points.iter().map(|point| self.place(*point)).collect()
    }

    fn stroke(&self, colour: RGBColor, width: f64) -> ShapeStyle {
        let width = (width * self.scale).round().max(1.0) as u32;
        ShapeStyle {
            color: colour.to_rgba(),
            filled: false,
            stroke_width: width,
        }
    }

    fn line(&mut self, from: (f64, f64), to: (f64, f64), colour: RGBColor, width: f64) {
        let (from, to) = (self.place(from), self.place(to));
        self.surface.line(from, to, &self.stroke(colour, width));
    }

    fn path(&mut self, points: &[(f64, f64)], colour: RGBColor, width: f64) {
        self.surface
            .path(self.places(points), &self.stroke(colour, width));
    }

    /// A dashed line along `points`: `length` on, `length` off.
    fn dashes(&mut self, points: &[(f64, f64)], length: f64, colour: RGBColor, width: f64) {
        for dash in cut_dashes(points, length) {
            self.path(&dash, colour, width);
        }
    }

    fn ring(&mut self, at: (f64, f64), radius: f64, colour: RGBColor, width: f64) {
        let radius = (radius * self.scale).round() as u32;
        self.surface
            .circle(self.place(at), radius, &self.stroke(colour, width));
    }

    /// Fills a polygon, or a disc where there are no corners.
    fn fill(&mut self, corners: &[(f64, f64)], at: (f64, f64), radius: f64, colour: RGBColor) {
        if corners.is_empty() {
            let radius = (radius * self.scale).round() as u32;
            self.surface
                .circle(self.place(at), radius, &colour.filled());
        } else {
            self.surface.polygon(self.places(corners), &colour.filled());
        }
    }

    fn fill_rect(&mut self, rect: Rect, colour: RGBColor) {
        let (from, to) = (
            self.place((rect.left, rect.top)),
            self.place((rect.right, rect.bottom)),
        );
        self.surface.rect(from, to, &colour.filled());
    }

    fn text(
        &mut self,
        words: &str,
        at: (f64, f64),
        size: f64,
        colour: RGBColor,
        bold: bool,
        anchor: HPos,
    ) {
        let style = if bold {
            FontStyle::Bold
        } else {
            FontStyle::Normal
        };
        // Not from a string: that path brings Unicode's tables of letter cases into the page.
        let font = FontDesc::new(
            FontFamily::Name(FONT),
            size * self.scale * self.text_scale,
            style,
        );
        let style = TextStyle::from(font)
            .color(&colour)
            .pos(Pos::new(anchor, VPos::Center));
        self.surface.text(words, &style, self.place(at));
    }
}

/// What a chart needs of a backend, in a form that lets all backends share one copy of the drawing.
trait Draw {
    fn line(&mut self, from: BackendCoord, to: BackendCoord, style: &ShapeStyle);
    fn path(&mut self, points: Vec<BackendCoord>, style: &ShapeStyle);
    fn polygon(&mut self, corners: Vec<BackendCoord>, style: &ShapeStyle);
    /// Filled where the style says so.
    fn circle(&mut self, at: BackendCoord, radius: u32, style: &ShapeStyle);
    fn rect(&mut self, from: BackendCoord, to: BackendCoord, style: &ShapeStyle);
    fn text(&mut self, words: &str, style: &TextStyle, at: BackendCoord);
}

/// Any plotters backend; keeps its first failure.
struct Surface<'a, DB: DrawingBackend> {
    backend: &'a mut DB,
    failure: Option<DrawingErrorKind<DB::ErrorType>>,
}

impl<DB: DrawingBackend> Surface<'_, DB> {
    fn keep(&mut self, result: Result<(), DrawingErrorKind<DB::ErrorType>>) {
        if let Err(failure) = result {
            self.failure.get_or_insert(failure);
        }
    }
}

impl<DB: DrawingBackend> Draw for Surface<'_, DB> {
    fn line(&mut self, from: BackendCoord, to: BackendCoord, style: &ShapeStyle) {
        let result = self.backend.draw_line(from, to, style);
        self.keep(result);
    }

    fn path(&mut self, points: Vec<BackendCoord>, style: &ShapeStyle) {
        let result = self.backend.draw_path(points, style);
        self.keep(result);
    }

    fn polygon(&mut self, corners: Vec<BackendCoord>, style: &ShapeStyle) {
        let result = self.backend.fill_polygon(corners, style);
        self.keep(result);
    }

    fn circle(&mut self, at: BackendCoord, radius: u32, style: &ShapeStyle) {
        let result = self.backend.draw_circle(at, radius, style, style.filled);
        self.keep(result);
    }

    fn rect(&mut self, from: BackendCoord, to: BackendCoord, style: &ShapeStyle) {
        let result = self.backend.draw_rect(from, to, style, true);
        self.keep(result);
    }

    fn text(&mut self, words: &str, style: &TextStyle, at: BackendCoord) {
        let result = self.backend.draw_text(words, style, at);
        self.keep(result);
    }
}

/// Cuts a line into pieces of `length`, every second one kept.
fn cut_dashes(points: &[(f64, f64)], length: f64) -> Vec<Vec<(f64, f64)>> {
    let mut dashes = Vec::new();
    let mut dash = points.first().map(|first| vec![*first]).unwrap_or_default();
    let (mut on, mut left) = (true, length);
    for pair in points.windows(2) {
        let (mut from, to) = (pair[0], pair[1]);
        let mut rest = (to.0 - from.0).hypot(to.1 - from.1);
        while rest > left {
            let share = left / rest;
            from = (
                from.0 + (to.0 - from.0) * share,
                from.1 + (to.1 - from.1) * share,
            );
            rest -= left;
            left = length;
            dash.push(from);
            let done = std::mem::replace(&mut dash, vec![from]);
            if on {
                dashes.push(done);
            }
            on = !on;
        }
        left -= rest;
        dash.push(to);
    }
    if on && dash.len() > 1 {
        dashes.push(dash);
    }
    dashes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Choice, LIGHT, Track};
    use crate::insight::sample::{Said, bundle, read};
    use crate::insight::{Timeline, timeline};

    fn chart(said: &[Said]) -> String {
        let bundle = bundle(said);
        let track = Track::new(&timeline(&bundle, 0), &bundle.cities, &Choice::default()).unwrap();
        svg(
            &Layout::new(
                &track,
                Frame {
                    width: 640.0,
                    height: 360.0,
                },
            ),
            &LIGHT,
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
            let track = Track::new(timeline, &bundle.cities, &Choice::default()).unwrap();
            let (width, height) = (640.0, 360.0);
            svg(&Layout::new(&track, Frame { width, height }), &LIGHT)
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

    #[test]
    fn dashes_cover_half_of_a_line() {
        let dashes = cut_dashes(&[(0.0, 0.0), (40.0, 0.0), (80.0, 0.0)], 4.0);
        assert_eq!(dashes.len(), 10);
        let drawn: f64 = dashes
            .iter()
            .map(|dash| dash[dash.len() - 1].0 - dash[0].0)
            .sum();
        assert!((drawn - 40.0).abs() < 1e-9);
    }
}
