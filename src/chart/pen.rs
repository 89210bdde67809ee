//! A pen that any plotters backend holds: lines, outlines and words in CSS pixels.

use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle};
use plotters_backend::{BackendCoord, DrawingBackend, DrawingErrorKind};

use super::label::Rect;

/// System fonts only; CJK first, as Latin glyphs come with them.
const FONT: &str = "PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, sans-serif";

/// A surface with the step from CSS pixels to its own.
pub struct Pen<'a> {
    pub surface: &'a mut dyn Draw,
    /// Surface pixels to a CSS pixel.
    pub scale: f64,
    /// What the backend's font sizes are multiplied by.
    pub text_scale: f64,
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

    pub fn line(&mut self, from: (f64, f64), to: (f64, f64), colour: RGBColor, width: f64) {
        let (from, to) = (self.place(from), self.place(to));
        self.surface.line(from, to, &self.stroke(colour, width));
    }

    pub fn path(&mut self, points: &[(f64, f64)], colour: RGBColor, width: f64) {
        self.surface
            .path(self.places(points), &self.stroke(colour, width));
    }

    /// A dashed line along `points`, `length` on and `length` off.
    pub fn dashes(&mut self, points: &[(f64, f64)], length: f64, colour: RGBColor, width: f64) {
        for dash in cut_dashes(points, length) {
            self.path(&dash, colour, width);
        }
    }

    pub fn ring(&mut self, at: (f64, f64), radius: f64, colour: RGBColor, width: f64) {
        let radius = (radius * self.scale).round() as u32;
        self.surface
            .circle(self.place(at), radius, &self.stroke(colour, width));
    }

    /// Fills a polygon, or a disc where there are no corners.
    pub fn fill(&mut self, corners: &[(f64, f64)], at: (f64, f64), radius: f64, colour: RGBColor) {
        if corners.is_empty() {
            let radius = (radius * self.scale).round() as u32;
            self.surface
                .circle(self.place(at), radius, &colour.filled());
        } else {
            self.surface.polygon(self.places(corners), &colour.filled());
        }
    }

    pub fn fill_rect(&mut self, rect: Rect, colour: RGBColor) {
        let (from, to) = (
            self.place((rect.left, rect.top)),
            self.place((rect.right, rect.bottom)),
        );
        self.surface.rect(from, to, &colour.filled());
    }

    pub fn text(
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
pub trait Draw {
    fn line(&mut self, from: BackendCoord, to: BackendCoord, style: &ShapeStyle);
    fn path(&mut self, points: Vec<BackendCoord>, style: &ShapeStyle);
    fn polygon(&mut self, corners: Vec<BackendCoord>, style: &ShapeStyle);
    /// Filled where the style says so.
    fn circle(&mut self, at: BackendCoord, radius: u32, style: &ShapeStyle);
    fn rect(&mut self, from: BackendCoord, to: BackendCoord, style: &ShapeStyle);
    fn text(&mut self, words: &str, style: &TextStyle, at: BackendCoord);
}

/// Any plotters backend; keeps its first failure.
pub struct Surface<'a, DB: DrawingBackend> {
    pub backend: &'a mut DB,
    pub failure: Option<DrawingErrorKind<DB::ErrorType>>,
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
