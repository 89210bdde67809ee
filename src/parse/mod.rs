//! Reads the words of a plan: outline, statements, gaps. Total: prose is never an error.

use crate::plan::{Gap, Indicator, Issued, Outline, Statement, Text};

mod vocabulary;

pub use vocabulary::{Entry, Vocabulary};

/// What is known of a document besides its words; all of it may be absent.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context {
    /// Settles `今年`, `本届`.
    pub issued: Option<Issued>,
    /// First and last year the plan covers; where absent, the text's own `(2021-2025年)` or
    /// `第十四个五年规划` is used.
    pub years: Option<(u16, u16)>,
}

/// What was read from one document, all in document order.
#[derive(Clone, Debug, Default)]
pub struct Extraction {
    pub outline: Outline,
    /// Their `indicator` is an index into the vocabulary's entries, then into `provisional`.
    pub statements: Vec<Statement>,
    pub gaps: Vec<Gap>,
    /// Indicators the vocabulary does not hold, in the text's own words.
    pub provisional: Vec<Indicator>,
}

/// Reads a document. Never fails: what cannot be read is left out or marked as a gap.
pub fn read(_text: &Text, _context: &Context, _vocabulary: &Vocabulary) -> Extraction {
    Extraction::default()
}
