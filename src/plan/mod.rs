//! The model: plans, their words, the quantified statements found in them, and outcomes from outside.
//! Knows nobody else.

mod actual;
mod bundle;
mod city;
mod indicator;
mod outline;
mod quantity;
mod ranked;
mod statement;
mod text;

pub use actual::{Actual, Grade, Reference, Source, Status};
pub use bundle::{Bundle, BundleError, Plan, StatementId};
pub use city::{City, DateBasis, Issued, PlanEntry};
pub use indicator::{Direction, Indicator, Theme};
pub use outline::{Heading, Outline, Paragraph};
pub use quantity::{Bound, EXACT, Quantity, Reading, is_counted, same_unit};
pub use statement::{Ambition, Area, Gap, GapKind, Kind, Origin, Period, Role, Statement, Year};
pub use text::{Span, Text};
