//! What does not move while it is shown, as HTML ([`maud`] escapes it): pieces that pages share, and
//! what became of the promises.

use maud::Markup;
use serde::{Deserialize, Serialize};

use crate::address::{Address, Page};
use crate::chart::Palette;
use crate::insight::timeline;
use crate::plan::Bundle;
use crate::words::{Language, Text, text};

mod about;
mod derivation;
mod evidence;
mod judgement;
mod outcome;
mod pairs;
mod points;
mod scorecard;
mod table;
mod values;

pub use crate::words::{indicator_name, plan_name, unit_note};
pub use derivation::derivation;
pub use evidence::{quote, section_path, words_of};
pub use table::{heads, indicator_head};
pub use values::{
    Beside, area_tag, city_label, city_name, dated, issued_text, marker, strip, values,
};

/// A part of a page that a visitor opens, as HTML: what became of the promises, and comparisons as
/// pictures. Empty where the address has no such part. `width` is the room in CSS pixels.
pub fn html(
    explorer: Explorer,
    address: &Address,
    part: Part,
    palette: &Palette,
    width: f64,
) -> Markup {
    match (part, &address.page) {
        (Part::Judgement, Page::Indicator { id, .. }) => {
            match explorer.bundle.indicator_index(id) {
                Some(indicator) => {
                    judgement::judgement(explorer, &timeline(explorer.bundle, indicator))
                }
                None => Markup::default(),
            }
        }
        (Part::About, _) => about::about(explorer),
        (Part::Scorecard, Page::Scorecard(view)) => scorecard::scorecard(explorer, view),
        (Part::Pairs, Page::Compare(view)) => {
            let found = pairs::pairs(explorer, view, palette, width);
            match found.0.is_empty() && address.embed {
                true => pairs::nothing(explorer),
                false => found,
            }
        }
        _ => Markup::default(),
    }
}

/// The parts that [`html`] writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// Below an indicator's chart: pace, outcome, revisions, and the chart's data with their words.
    Judgement,
    /// Method and limits.
    About,
    /// The page of promises due.
    Scorecard,
    /// The opened row of a comparison.
    Pairs,
}

/// What HTML is written from.
#[derive(Clone, Copy)]
pub struct Explorer {
    pub bundle: &'static Bundle,
    pub language: Language,
    /// The visitor's year, which tells what has fallen due.
    pub year: u16,
}

impl Explorer {
    pub fn language(self) -> Language {
        self.language
    }

    pub fn text(self) -> &'static Text {
        text(self.language)
    }

    /// A link to a page in the same language.
    pub fn href(self, page: Page) -> String {
        Address::new(page, self.language).href()
    }
}
