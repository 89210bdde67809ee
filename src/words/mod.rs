//! What the explorer says, in Chinese and in English: interface words, numbers and units.

mod language;
mod number;
mod text;

pub use language::Language;
pub use number::{arithmetic, bound_mark, number, quantity, quantity_text, tick_number, unit_name};
pub use text::{
    Text, ambition_name, kind_name, origin_name, relative_text, role_name, text, theme_name,
    year_text,
};
