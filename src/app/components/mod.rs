//! Pieces that several pages share.

mod chart;
mod evidence;
mod marker;
mod values;

pub use chart::Chart;
pub use evidence::Quote;
pub use marker::Marker;
pub use values::{Values, city_name, indicator_name, plan_name, unit_note};
