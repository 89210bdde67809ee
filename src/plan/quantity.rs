//! Numbers as plans state them: a value in a base unit, with its bound.

use serde::{Deserialize, Serialize};

/// How a stated value binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Bound {
    /// `达到`, `为`, or no word at all.
    Exactly,
    /// `突破`, `超过`, `不低于`, `以上`.
    AtLeast,
    /// `控制在`, `不超过`, `以内`, `以下`.
    AtMost,
    /// `左右`, `约`.
    About,
}

impl Bound {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Exactly => "eq",
            Self::AtLeast => "ge",
            Self::AtMost => "le",
            Self::About => "about",
        }
    }
}

/// A stated number. Percent is stored as the plan prints it: `72%` is 72.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quantity {
    /// In the base unit, with 万, 亿 applied: `1万亿元` is 1e12 元. The lower end of a range.
    pub value: f64,
    /// Upper end of a range (`2—4家`), else none.
    pub high: Option<f64>,
    /// Base unit as plans write it (元, 人, 公里, %, 微克/立方米); empty for bare ratios.
    pub unit: String,
    pub bound: Bound,
}

/// What the text gives for a number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reading {
    Stated(Quantity),
    /// The source lost the digits: `突破万人次`. What is left tells the unit.
    DigitsLost {
        unit: String,
        bound: Bound,
    },
}

impl Reading {
    pub fn quantity(&self) -> Option<&Quantity> {
        match self {
            Self::Stated(quantity) => Some(quantity),
            Self::DigitsLost { .. } => None,
        }
    }

    pub fn unit(&self) -> &str {
        match self {
            Self::Stated(quantity) => &quantity.unit,
            Self::DigitsLost { unit, .. } => unit,
        }
    }

    pub fn bound(&self) -> Bound {
        match self {
            Self::Stated(quantity) => quantity.bound,
            Self::DigitsLost { bound, .. } => *bound,
        }
    }
}
