//! The page's canvas as a plotters backend. It tells the browser a style only when it changes and
//! strokes paths of one style together: most of what a redraw costs is talking to the browser.

use std::convert::Infallible;
use std::f64::consts::TAU;

use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// Plotters' places are whole numbers: this many to a device pixel, so that curves stay smooth.
pub const FINE: f64 = 8.0;

/// Device pixels that a bitmap may be wider than its chart: a bitmap of another size is a new one, which
/// costs more than all that is drawn on it, and a box that is dragged changes its width all the time.
const SPARE: u32 = 64;

/// Kept from one drawing to the next, and with it what the browser has been told.
pub struct Canvas {
    element: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    /// The chart's size in device pixels; the bitmap may be wider.
    size: (u32, u32),
    /// Of the bitmap.
    width: u32,
    told: Told,
    /// A path is begun and not yet stroked.
    is_open: bool,
}

/// The context's state; a new bitmap knows none.
#[derive(Default)]
struct Told {
    fill: Option<Rgb>,
    stroke: Option<(Rgb, u32)>,
    font: Option<(u64, bool)>,
    anchor: Option<&'static str>,
}

type Rgb = (u8, u8, u8);
type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl Canvas {
    /// None where the browser gives no drawing context.
    pub fn new(element: HtmlCanvasElement) -> Option<Self> {
        let context = element.get_context("2d").ok()??.unchecked_into();
        Some(Self {
            element,
            context,
            size: (0, 0),
            width: 0,
            told: Told::default(),
            is_open: false,
        })
    }

    /// Makes room for a chart of `size` device pixels, `ratio` to a CSS pixel. An `exact` bitmap has no
    /// spare room.
    pub fn fit(&mut self, size: (u32, u32), ratio: f64, exact: bool) {
        let spare = if exact { 0 } else { SPARE };
        let is_wide_enough = (size.0..=size.0 + 2 * spare).contains(&self.width);
        if !is_wide_enough || size.1 != self.size.1 {
            self.width = size.0 + spare;
            self.element.set_width(self.width);
            self.element.set_height(size.1);
            let step = 1.0 / FINE;
            // Fails only for steps that are no numbers.
            let _ = self.context.set_transform(step, 0.0, 0.0, step, 0.0, 0.0);
            self.context.set_text_baseline("middle");
            self.told = Told::default();
            // The browser divides: digits after a point take code that nothing else here needs.
            let ratio = (ratio * 1e6).round() as u32;
            let css = |pixels: u32| format!("calc({pixels}px*1000000/{ratio})");
            let style = format!("width:{};height:{}", css(self.width), css(size.1));
            let _ = self.element.set_attribute("style", &style);
        }
        self.size = size;
    }

    /// Strokes what is begun.
    fn close(&mut self) {
        if self.is_open {
            self.context.stroke();
            self.is_open = false;
        }
    }

    /// Makes ready to add to a path of this style.
    fn open(&mut self, colour: BackendColor, width: u32) {
        if self.told.stroke != Some((colour.rgb, width)) {
            self.close();
            if self.told.stroke.is_none_or(|(rgb, _)| rgb != colour.rgb) {
                self.context.set_stroke_style_str(&hex(colour.rgb));
            }
            self.context.set_line_width(f64::from(width));
            self.told.stroke = Some((colour.rgb, width));
        }
        if !self.is_open {
            self.context.begin_path();
            self.is_open = true;
        }
    }

    fn fill_with(&mut self, colour: BackendColor) {
        self.close();
        if self.told.fill != Some(colour.rgb) {
            self.context.set_fill_style_str(&hex(colour.rgb));
            self.told.fill = Some(colour.rgb);
        }
    }

    fn trace(&mut self, path: impl IntoIterator<Item = BackendCoord>) {
        for (index, (x, y)) in path.into_iter().enumerate() {
            if index == 0 {
                self.context.move_to(f64::from(x), f64::from(y));
            } else {
                self.context.line_to(f64::from(x), f64::from(y));
            }
        }
    }
}

impl DrawingBackend for Canvas {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        self.close();
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, colour: BackendColor) -> Drawn {
        self.fill_with(colour);
        self.context
            .fill_rect(f64::from(x), f64::from(y), FINE, FINE);
        Ok(())
    }

    /// Lines along an axis stand on whole device pixels: sharp.
    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        let pixels = (f64::from(style.stroke_width()) / FINE).round().max(1.0);
        self.open(style.color(), (pixels * FINE) as u32);
        let shift = if pixels % 2.0 == 1.0 { 0.5 } else { 0.0 };
        let sharp = |place: i32| (((f64::from(place) / FINE).floor() + shift) * FINE) as i32;
        let ends = match (from.0 == to.0, from.1 == to.1) {
            (true, _) => [(sharp(from.0), from.1), (sharp(to.0), to.1)],
            (_, true) => [(from.0, sharp(from.1)), (to.0, sharp(to.1))],
            _ => [from, to],
        };
        self.trace(ends);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
        if fill {
            self.fill_with(style.color());
            let (width, height) = (f64::from(right - left), f64::from(bottom - top));
            self.context
                .fill_rect(f64::from(left), f64::from(top), width, height);
            return Ok(());
        }
        self.draw_path(corners.into_iter().chain([(left, top)]), style)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.open(style.color(), style.stroke_width());
        self.trace(path);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        self.fill_with(style.color());
        self.context.begin_path();
        self.trace(corners);
        self.context.fill();
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let (x, y, radius) = (f64::from(x), f64::from(y), f64::from(radius));
        if fill {
            self.fill_with(style.color());
            self.context.begin_path();
        } else {
            self.open(style.color(), style.stroke_width());
            self.context.move_to(x + radius, y);
        }
        // Fails only for a radius below zero.
        let _ = self.context.arc(x, y, radius, 0.0, TAU);
        if fill {
            self.context.fill();
        }
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        (x, y): BackendCoord,
    ) -> Drawn {
        self.fill_with(style.color());
        let anchor = match style.anchor().h_pos {
            HPos::Left => "left",
            HPos::Right => "right",
            HPos::Center => "center",
        };
        if self.told.anchor.replace(anchor) != Some(anchor) {
            self.context.set_text_align(anchor);
        }
        let tenths = (style.size() * 10.0) as u64;
        let weight = style.style();
        let weight = weight.as_str();
        let font = (tenths, weight == "bold");
        if self.told.font.replace(font) != Some(font) {
            let (whole, tenth) = (tenths / 10, tenths % 10);
            let family = style.family();
            let family = family.as_str();
            self.context
                .set_font(&format!("{weight} {whole}.{tenth}px {family}"));
        }
        // Fails only for places that are no numbers.
        let _ = self.context.fill_text(text, f64::from(x), f64::from(y));
        Ok(())
    }
}

/// `#b83e0b`
fn hex((red, green, blue): Rgb) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |half: u8| char::from(DIGITS[usize::from(half & 15)]);
    let mut text = String::from("#");
    for part in [red, green, blue] {
        text.push(digit(part >> 4));
        text.push(digit(part));
    }
    text
}
