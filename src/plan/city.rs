//! The catalogue's entries: cities and the plans they issued.

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct City {
    /// `wenzhou`
    pub id: String,
    pub zh: String,
    pub en: String,
}

/// One plan's catalogue entry: what is known of the document as a whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlanEntry {
    /// `wenzhou-14fyp`: the seed's file stem.
    pub id: String,
    /// Id of the city it is for.
    pub city: String,
    /// Full title as the document has it.
    pub title: String,
    pub title_en: String,
    /// A short name for labels: `十四五规划纲要`.
    pub short: String,
    pub short_en: String,
    /// Bodies that issued it; empty where the text does not say.
    pub issuer: String,
    /// `温政发〔2019〕18号`; empty where the text does not say.
    pub document_number: String,
    /// None where the text gives no date at all.
    pub issued: Option<Issued>,
    /// First and last year the plan covers, where the text states them.
    pub years: Option<(u16, u16)>,
    /// Years the plan sets targets or an outlook for: 2025, 2035.
    pub horizons: Vec<u16>,
    /// The area the document is for, in its words: 温州市, 温州都市区.
    pub area: String,
    /// Name of the file in the collection the text came from.
    pub source: String,
    /// What a reader must know of this copy (digits lost, one single line); empty if nothing.
    pub note: String,
    pub note_en: String,
}

/// A date as far as the text states it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issued {
    /// None where the source lost the year's digits (`年9月24日`).
    pub year: Option<u16>,
    pub month: Option<u8>,
    pub day: Option<u8>,
    pub basis: DateBasis,
}

/// Where a plan's date comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DateBasis {
    /// Signed by the issuer.
    Signed,
    /// When a web page carried it.
    Web,
}

impl DateBasis {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Signed => "signed",
            Self::Web => "web",
        }
    }
}
