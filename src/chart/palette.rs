//! Colours and shapes: one of each per city, the same on every chart.

use plotters::style::RGBColor;

/// The colours of a theme. Keep in sync with `style/tokens.css`, which a test compares.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Palette {
    pub paper: RGBColor,
    pub ink: RGBColor,
    /// Secondary text.
    pub soft: RGBColor,
    /// Hairlines.
    pub rule: RGBColor,
    /// By the city's place in the catalogue, each at 4.5:1 or more on `paper`. Vermilion, teal, blue,
    /// purple: they stay apart for the common kinds of colour blindness, and shapes repeat the message.
    pub cities: [RGBColor; 4],
}

pub const LIGHT: Palette = Palette {
    paper: RGBColor(0xfb, 0xfa, 0xf6),
    ink: RGBColor(0x1c, 0x1b, 0x19),
    soft: RGBColor(0x66, 0x61, 0x59),
    rule: RGBColor(0xdc, 0xd8, 0xcd),
    cities: [
        RGBColor(0xb8, 0x3e, 0x0b),
        RGBColor(0x0b, 0x6e, 0x66),
        RGBColor(0x1d, 0x4e, 0xc8),
        RGBColor(0x7a, 0x2f, 0x8f),
    ],
};

/// [`LIGHT`] for prints and pictures to take away, where white is white.
pub const PAPER: Palette = Palette {
    paper: RGBColor(0xff, 0xff, 0xff),
    ..LIGHT
};

pub const DARK: Palette = Palette {
    paper: RGBColor(0x16, 0x17, 0x1a),
    ink: RGBColor(0xec, 0xe9, 0xe2),
    soft: RGBColor(0xa5, 0xa1, 0x98),
    rule: RGBColor(0x38, 0x39, 0x3d),
    cities: [
        RGBColor(0xff, 0x9a, 0x66),
        RGBColor(0x4f, 0xc9, 0xb5),
        RGBColor(0x8d, 0xb0, 0xff),
        RGBColor(0xd9, 0x9a, 0xe8),
    ],
};

impl Palette {
    pub fn of(&self, ink: Ink) -> RGBColor {
        match ink {
            Ink::City(city) => self.cities[city % self.cities.len()],
            Ink::Region => self.soft,
        }
    }
}

/// Whose colour and shape a mark or line has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// By the city's place in the catalogue.
    City(usize),
    /// The region's: grey.
    Region,
}

/// The mark of a city.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Circle,
    Square,
    Diamond,
    Hexagon,
}

/// The shape of a city by its place in the catalogue.
pub fn city_shape(city: usize) -> Shape {
    [Shape::Circle, Shape::Square, Shape::Diamond, Shape::Hexagon][city % 4]
}

impl Ink {
    pub fn shape(self) -> Shape {
        match self {
            Self::City(city) => city_shape(city),
            Self::Region => Shape::Circle,
        }
    }
}

impl Shape {
    /// A closed outline for a mark of `radius`, the circle as a polygon fine enough for one.
    pub fn outline(self, radius: f64) -> Vec<(f64, f64)> {
        let mut outline = self.corners(radius);
        if outline.is_empty() {
            // By turning: sines would bring their tables into the page.
            const SIDES: usize = 24;
            const TURN: (f64, f64) = (0.965_925_826_289_068_3, 0.258_819_045_102_520_74);
            let mut corner = (radius, 0.0);
            for _ in 0..SIDES {
                outline.push(corner);
                let (x, y) = corner;
                corner = (x * TURN.0 - y * TURN.1, x * TURN.1 + y * TURN.0);
            }
        }
        outline.extend(outline.first().copied());
        outline
    }

    /// Corners around the origin for a mark of `radius`; none for the circle. Sizes are chosen by eye
    /// so that every shape weighs the same.
    pub fn corners(self, radius: f64) -> Vec<(f64, f64)> {
        let unit: &[(f64, f64)] = match self {
            Self::Circle => &[],
            Self::Square => &[(-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)],
            Self::Diamond => &[(0.0, -1.3), (1.3, 0.0), (0.0, 1.3), (-1.3, 0.0)],
            Self::Hexagon => &[
                (1.1, 0.0),
                (0.55, 0.95),
                (-0.55, 0.95),
                (-1.1, 0.0),
                (-0.55, -0.95),
                (0.55, -0.95),
            ],
        };
        unit.iter().map(|(x, y)| (x * radius, y * radius)).collect()
    }
}
