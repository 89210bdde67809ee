//! Pieces that several pages share. What never changes while it is shown is written as HTML
//! ([`maud`] escapes it); what moves is a leptos component.

mod chart;
mod cities;
mod derivation;
mod evidence;
mod table;
mod values;

pub use chart::Chart;
pub use cities::city_switch;
pub use derivation::derivation;
pub use evidence::quote;
pub use table::{heads, indicator_head};
pub use values::{
    Beside, city_label, city_name, indicator_name, marker, plan_name, strip, unit_note, values,
};
