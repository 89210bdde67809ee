//! Indicators: the canonical things that plans measure.

use serde::{Deserialize, Serialize};

/// The canonical thing measured; plans name it in many ways.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Indicator {
    /// `gross-domestic-product`; for a provisional one the plan's own words.
    pub id: String,
    pub zh: String,
    /// Empty for a provisional indicator.
    pub en: String,
    /// Base unit as in [`super::Quantity::unit`].
    pub unit: String,
    pub theme: Theme,
    pub direction: Direction,
    /// Named by a plan in words that the vocabulary does not hold.
    pub provisional: bool,
}

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    Higher,
    Lower,
    Neither,
}

impl Direction {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Higher => "higher",
            Self::Lower => "lower",
            Self::Neither => "neither",
        }
    }
}

/// What an indicator is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// 经济
    Economy,
    /// 产业
    Industry,
    /// 科技创新
    Innovation,
    /// 数字经济与信息基础设施
    Digital,
    /// 开放与贸易
    Trade,
    /// 交通与基础设施
    Transport,
    /// 城镇化与城市建设
    Urban,
    /// 农业农村
    Rural,
    /// 生态环境
    Environment,
    /// 教育卫生与民生
    Welfare,
    /// 文化旅游
    Culture,
    /// 治理与安全
    Governance,
    /// Not placed: provisional indicators.
    Other,
}

impl Theme {
    pub const ALL: [Theme; 13] = [
        Self::Economy,
        Self::Industry,
        Self::Innovation,
        Self::Digital,
        Self::Trade,
        Self::Transport,
        Self::Urban,
        Self::Rural,
        Self::Environment,
        Self::Welfare,
        Self::Culture,
        Self::Governance,
        Self::Other,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Economy => "economy",
            Self::Industry => "industry",
            Self::Innovation => "innovation",
            Self::Digital => "digital",
            Self::Trade => "trade",
            Self::Transport => "transport",
            Self::Urban => "urban",
            Self::Rural => "rural",
            Self::Environment => "environment",
            Self::Welfare => "welfare",
            Self::Culture => "culture",
            Self::Governance => "governance",
            Self::Other => "other",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.as_str() == word)
    }
}
