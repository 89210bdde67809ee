//! What is known from outside the plans: outcomes, the region's own targets, and who published them.

use serde::{Deserialize, Serialize};

use super::{Area, Quantity};

/// Where a number from outside the plans was published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// In the publication's own words: `2024年宁波市国民经济和社会发展统计公报`.
    pub title: String,
    /// With whom it quotes or reprints: `宁波晚报`, `引嘉兴市统计局初步核算`.
    pub publisher: String,
    /// `2025-03-20`, `2026-01` or `2026`; empty where it is not known.
    pub published: String,
    /// `https://…`; empty where there is none.
    pub url: String,
}

/// An outcome of one year. Always a level, and never mixed up with a plan's statement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Actual {
    /// Index into the bundle's cities.
    pub city: u16,
    pub area: Area,
    /// Index into the bundle's indicators.
    pub indicator: u16,
    pub year: u16,
    /// In the indicator's own unit: `10213.9亿元` is 1.02139e12 元.
    pub quantity: Quantity,
    /// The unit as the source prints it: `亿元`.
    pub printed_unit: String,
    /// None where the source does not say.
    pub status: Option<Status>,
    pub grade: Grade,
    /// Index into the bundle's sources.
    pub source: u16,
    /// What a reader must know of the number; empty if nothing.
    pub note: String,
    /// The source's own words.
    pub quote: String,
}

/// A target of the region that the cities' plans carry out. Never drawn as a city.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reference {
    /// `长三角`, `长三角中心区`
    pub area: String,
    /// Index into the bundle's indicators.
    pub indicator: u16,
    pub year: u16,
    /// In the indicator's own unit.
    pub quantity: Quantity,
    /// The unit as the source prints it.
    pub printed_unit: String,
    /// Index into the bundle's sources.
    pub source: u16,
    /// The source's own words.
    pub quote: String,
}

/// How settled a published number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Status {
    /// 初步核算
    Preliminary,
    /// 最终核实
    Final,
    /// 修订, after a census.
    Revised,
}

impl Status {
    pub const ALL: [Self; 3] = [Self::Preliminary, Self::Final, Self::Revised];

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == word)
    }

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Preliminary => "preliminary",
            Self::Final => "final",
            Self::Revised => "revised",
        }
    }
}

/// How a number was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Grade {
    /// On the publisher's or a newspaper's own page.
    A,
    /// Through a reprint or a public copy.
    B,
}

impl Grade {
    pub const ALL: [Self; 2] = [Self::A, Self::B];

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|grade| grade.as_str() == word)
    }

    pub fn as_str(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
        }
    }
}
