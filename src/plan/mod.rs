//! The model: plans, their words, and the quantified statements found in them. Knows nobody else.

mod bundle;
mod city;
mod indicator;
mod outline;
mod quantity;
mod ranked;
mod statement;
mod text;

pub use bundle::{Bundle, BundleError, Plan, StatementId};
pub use city::{City, DateBasis, Issued, PlanEntry};
pub use indicator::{Direction, Indicator, Theme};
pub use outline::{Heading, Outline, Paragraph};
pub use quantity::{Bound, Quantity, Reading};
pub use statement::{Ambition, Area, Gap, GapKind, Kind, Origin, Period, Role, Statement, Year};
pub use text::{Span, Text};
