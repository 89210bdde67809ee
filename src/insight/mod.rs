//! Questions to the bundle, answered by pure functions: timelines, comparison, a city's promises.

mod comparison;
mod counts;
mod filter;
mod promises;
mod timeline;

#[cfg(test)]
pub(crate) mod sample;

pub use comparison::{COLUMNS, Comparison, ComparisonRow, column_of, compare};
pub use counts::{Counts, counts};
pub use filter::{Filter, Sort};
pub use promises::{Promise, promises};
pub use timeline::{Measure, Point, Series, Timeline, richest, timeline, timelines};
