//! What the explorer says, in Chinese and in English: interface words, numbers and units, and
//! judgements.

mod judgement;
mod language;
mod name;
mod number;
mod text;

pub use judgement::{distance, grade, pace_sentence, reason, relation, score, status, verdict};
pub use language::Language;
pub use name::{area_name, indicator_name, plan_name, unit_note};
pub use number::{
    arithmetic, bound_mark, number, quantity, quantity_text, spoken_quantity, tick_number,
    tick_quantity, unit_name,
};
pub use text::{
    Text, ambition_name, kind_name, origin_name, region_name, relative_text, role_name, text,
    theme_name, year_text,
};
