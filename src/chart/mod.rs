//! Timeline charts in stages: [`Track`] knows values, [`Layout`] adds places, [`draw`] makes marks on
//! any plotters backend.

mod axis;
mod draw;
mod label;
mod layout;
mod palette;
mod track;

pub use draw::{draw, svg};
pub use label::text_width;
pub use layout::{Frame, Layout, PlacedMark};
pub use palette::{DARK, LIGHT, PAPER, Palette, Shape, city_shape};
pub use track::{Choice, Line, Mark, Track, Undrawable};
