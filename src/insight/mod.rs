//! Questions to the bundle, answered by pure functions: timelines, comparison, a city's
//! promises, derived values.

mod comparison;
mod counts;
mod derived;
mod promises;
mod timeline;

#[cfg(test)]
pub(crate) mod sample;

pub use comparison::{COLUMNS, Comparison, ComparisonRow, column_of, compare};
pub use counts::{Counts, counts};
pub use derived::{Derived, Operation, Relative, derive};
pub use promises::{Promise, promises};
pub use timeline::{Measure, Point, Series, Timeline, richest, timeline, timelines};
