//! Matches the words of a text to canonical indicators.

use serde::{Deserialize, Serialize};

use crate::plan::Indicator;

/// A canonical indicator with the other names that plans use for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    pub indicator: Indicator,
    pub aliases: Vec<String>,
}

/// The canonical indicators, in the order of `seeds/indicators.toml`.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    entries: Vec<Entry>,
}

impl Vocabulary {
    pub fn new(entries: Vec<Entry>) -> Self {
        Self { entries }
    }

    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }
}
