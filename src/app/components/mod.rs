//! Pieces that several pages share and that move, as leptos components; what does not is HTML from
//! [`crate::page`].

mod chart;
mod cities;
mod fetched;
mod picture;
mod spoken;
mod take;

pub use crate::page::{
    Beside, city_label, city_name, dated, heads, indicator_head, indicator_name, issued_text,
    marker, plan_name, quote, strip, unit_note, values, words_of,
};
pub use chart::Chart;
pub use cities::CitySwitch;
pub use fetched::Fetched;
pub use take::{answer_html, on_click as on_take, take, take_all, take_from, take_points};
