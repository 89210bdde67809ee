//! Statements: one quantified claim each, and the gaps where a source lost its digits.

use serde::{Deserialize, Serialize};

use super::{Reading, Span};

/// One quantified claim of a plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    /// The number with its unit: `1万亿元`.
    pub evidence: Span,
    /// The clause that carries the indicator and the number, with the year where it stands there.
    pub clause: Span,
    /// The indicator as the text names it: `全社会研发经费支出占GDP比重`.
    pub name: String,
    /// Index into the bundle's indicators.
    pub indicator: u16,
    pub reading: Reading,
    pub role: Role,
    pub kind: Kind,
    pub period: Period,
    pub area: Area,
    pub ambition: Ambition,
}

/// How firmly a plan means its number: said beside it, and no part of its bound.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Ambition {
    /// No word says.
    #[default]
    Plain,
    /// `力争`, `争取`, `努力`
    Strive,
    /// `确保`
    Ensure,
}

impl Ambition {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Strive => "strive",
            Self::Ensure => "ensure",
        }
    }
}

/// Whether a statement reports or promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Role {
    /// A fact when the plan was written.
    Observed,
    Target,
}

impl Role {
    pub const ALL: [Self; 2] = [Self::Observed, Self::Target];

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == word)
    }

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Observed => "observed",
            Self::Target => "target",
        }
    }
}

/// What the number measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Kind {
    /// A state at a time: `常住人口城镇化率达到80%`.
    Level,
    /// A rate of growth: `年均增长7.2%`.
    Growth,
    /// A sum over a period: `五年累计`, `新增`.
    Cumulative,
    /// A difference against a base: `提高2个百分点`.
    Change,
    /// A multiple of a base: `翻一番`.
    Multiple,
    /// A flow each year: `每年引进50名`.
    PerYear,
    /// A place in an order: `全国城市30强`.
    Rank,
}

impl Kind {
    pub const ALL: [Self; 7] = [
        Self::Level,
        Self::Growth,
        Self::Cumulative,
        Self::Change,
        Self::Multiple,
        Self::PerYear,
        Self::Rank,
    ];

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Level => "level",
            Self::Growth => "growth",
            Self::Cumulative => "cumulative",
            Self::Change => "change",
            Self::Multiple => "multiple",
            Self::PerYear => "per-year",
            Self::Rank => "rank",
        }
    }
}

/// The year a value holds for or is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Year {
    Stated(u16),
    /// The text visibly lost the digits: `到年`.
    Lost,
    /// The text gives none.
    Unstated,
}

impl Year {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Stated(_) => "stated",
            Self::Lost => "lost",
            Self::Unstated => "unstated",
        }
    }

    pub fn stated(self) -> Option<u16> {
        match self {
            Self::Stated(year) => Some(year),
            Self::Lost | Self::Unstated => None,
        }
    }
}

/// When a statement holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    pub year: Year,
    /// First and last year of a stated span: `十四五` is (2021, 2025).
    pub span: Option<(u16, u16)>,
    /// The year a change, multiple or growth counts from: `比2020年`, `在2018年基础上`.
    pub base: Option<u16>,
    /// Where the year is said.
    pub origin: Origin,
}

/// Where the year of a statement is said, so that a year read from afar shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Origin {
    /// In its own sentence.
    #[default]
    Sentence,
    /// In a sentence before it, in the same paragraph.
    Paragraph,
    /// By the heading or lead-in of its section.
    Section,
}

impl Origin {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Sentence => "sentence",
            Self::Paragraph => "paragraph",
            Self::Section => "section",
        }
    }
}

/// Where a statement holds.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Area {
    /// The whole area the plan is for: the city.
    Whole,
    /// A part, in the plan's words: 市区, 都市区, 主城区.
    Part(String),
}

impl Area {
    /// The part's name, empty for the whole city.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Whole => "",
            Self::Part(name) => name,
        }
    }
}

/// A place where the source visibly lost digits or a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gap {
    /// What is left: `到年`, `万人`, `G、G、G`.
    pub span: Span,
    pub kind: GapKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum GapKind {
    /// `到年`, `(-年)`.
    Year,
    /// `突破万人次`, `亿培育计划`.
    Number,
    /// `“”高铁交通圈`, `G、G、G`.
    Name,
}

impl GapKind {
    pub const ALL: [Self; 3] = [Self::Year, Self::Number, Self::Name];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Number => "number",
            Self::Name => "name",
        }
    }
}
