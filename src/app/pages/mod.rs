//! One file per page.

mod about;
mod city;
mod compare;
mod indicator;
mod indicators;
mod not_found;
mod overview;
mod reader;

pub use about::About;
pub use city::City;
pub use compare::Compare;
pub use indicator::Indicator;
pub use indicators::Indicators;
pub use not_found::NotFound;
pub use overview::Overview;
pub use reader::Reader;
