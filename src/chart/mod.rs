//! Charts in stages: a [`Track`] (or [`Pairs`]) knows values, [`Layout`] adds places, [`draw`] makes
//! marks on any plotters backend.

mod axis;
mod draw;
mod label;
mod layout;
mod pairs;
mod palette;
mod pen;
mod side;
mod timeline;
mod track;

pub use draw::{Focus, Paper, draw, svg};
pub use label::text_width;
pub use layout::{Frame, Layout, PlacedMark, Step};
pub use pairs::{Form, Pair, Pairs};
pub use palette::{DARK, Ink, LIGHT, PAPER, Palette, Shape, city_shape};
pub use track::{Choice, Line, Mark, Origin, Sign, Strand, Track, Undrawable};
