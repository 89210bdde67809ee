//! Numbers as plans state them: a value in a base unit, with its bound.

use serde::{Deserialize, Serialize};

/// Whole numbers below this, two to the power of 53, are exact, and written without a decimal point.
pub const EXACT: f64 = 9_007_199_254_740_992.0;

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
    pub const ALL: [Self; 4] = [Self::Exactly, Self::AtLeast, Self::AtMost, Self::About];

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|bound| bound.as_str() == word)
    }

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

/// Words for things counted, which plans change between freely: 44家实验室, 44个实验室. Keep in sync
/// with the parser's table of units; a test there compares the two.
const COUNTED: &str = "个 家 项 条 所 件 张 套 种 批 户 处 座 台 只 支 部 门 场 次 款 辆 艘 架 列 班 \
    间 株 册 份 宗 例 片 组 类 颗 根 盏 口 棵 枚 篇 本 集 幅 羽 箱 匹 块 锭 卷 袋 群 管 头 栋 幢 起 场次 架次 车次 批次 台次 艘次 项次 \
    家次 户次 件次 剂次 辆次 尾 趟 对 笔 眼 路 枝 席 客";

/// Whether two base units may measure the same: all that is counted counts alike.
pub fn same_unit(left: &str, right: &str) -> bool {
    left == right || is_counted(left) && is_counted(right)
}

/// Whether a unit only says that things are counted: `个`, `家`, `条`.
pub fn is_counted(unit: &str) -> bool {
    COUNTED.split(' ').any(|word| word == unit)
}
