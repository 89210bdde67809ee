//! One file per page. A page that never changes while it is shown is a function to HTML; one with
//! controls is a leptos component.

mod about;
mod city;
mod compare;
mod embed;
mod indicator;
mod indicators;
mod not_found;
mod overview;
mod reader;
mod scorecard;

pub use about::About;
pub use city::city;
pub use compare::Compare;
pub use embed::{Embed, EmbedCompare};
pub use indicator::Indicator;
pub use indicators::Indicators;
pub use not_found::not_found;
pub use overview::Overview;
pub use reader::reader;
pub use scorecard::Scorecard;
