//! What the explorer says, in Chinese and in English: interface words, numbers and units, and
//! judgements.

mod judgement;
mod language;
mod name;
mod number;
mod text;

pub use judgement::{pace_sentence, reason, relation, status, verdict};
pub use language::Language;
pub use name::{indicator_name, plan_name, unit_note};
pub use number::{bound_mark, number, quantity, quantity_text, tick_number, unit_name};
pub use text::{Text, kind_name, role_name, text, theme_name, year_text};
