//! Pieces that several pages share. What never changes while it is shown is written as HTML
//! ([`maud`] escapes it); what moves is a leptos component.

mod chart;
mod evidence;
mod table;
mod take;
mod values;

pub use crate::words::{indicator_name, plan_name, unit_note};
pub use chart::Chart;
pub use evidence::quote;
pub use table::{heads, indicator_head};
pub use take::{on_click as on_take, take, take_all, take_from};
pub use values::{Beside, city_label, city_name, marker, strip, values};
