//! Questions to the bundle, answered by pure functions: timelines, comparison, a city's promises,
//! derived values, and what became of them.

mod allowed;
mod comparison;
mod contrast;
mod counts;
mod derived;
mod outcome;
mod pace;
mod promises;
mod reference;
mod revision;
mod scorecard;
mod selection;
mod timeline;

#[cfg(test)]
pub(crate) mod sample;

pub use allowed::{ABOUT, ROUNDING};
pub use comparison::{COLUMNS, Comparison, ComparisonRow, column_of, compare};
pub use contrast::{Distance, Only, Step, distance, only, sort_by_spread, spread};
pub use counts::{Counts, counts};
pub use derived::{Derived, Operation, Relative, derive};
pub use outcome::{Outcome, Reason, Verdict, outcome};
pub use pace::{Anchor, Origin, Pace, Rate, base, pace};
pub use promises::{Promise, promises};
pub use reference::{is_comparable, references};
pub use revision::{Relation, Revision, revisions};
pub use scorecard::{Entry, Filter, Score, Scorecard, Tally, scorecard};
pub use selection::{Selection, Sort};
pub use timeline::{Measure, Point, Series, Timeline, richest, timeline, timelines};
