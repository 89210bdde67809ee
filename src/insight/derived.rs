//! What a relative statement comes to: 翻一番 and 比2020年增加1.5万元 as values, where the city's own
//! plans state the value they count from.

use crate::plan::{Bound, Bundle, Kind, Quantity, Role, Span, Statement, StatementId};

/// A value computed from a statement. Always shown as derived, with its arithmetic.
#[derive(Clone, Debug, PartialEq)]
pub struct Derived {
    /// In the unit of the base.
    pub quantity: Quantity,
    /// The observed value it counts from.
    pub base: StatementId,
    pub operation: Operation,
}

/// What is done to the base, with the number of the statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// `翻一番`, `达到2020年的3倍`
    Times,
    /// `增加1.5万元`, `提高3个百分点`
    Plus,
    /// `减少10万人`
    Minus,
    /// `增长30%`, `增长2倍`: the base and that share of it.
    Grow,
    /// `下降18%`
    Shrink,
}

/// Why a statement stays relative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relative {
    /// It does not say from which year it counts.
    BaseYearUnstated,
    /// The city's plans give no value for that year.
    BaseUnstated { year: u16 },
    /// They give several.
    BasesDiffer { year: u16 },
    /// Words, units or bounds do not tell what to compute.
    Unclear,
}

/// What a change, a multiple or a growth since a base year comes to, or why it stays relative. None
/// for all else, a yearly pace too: `年均增长7%` says how fast, and its compound is not in the plan.
pub fn derive(bundle: &Bundle, id: StatementId) -> Option<Result<Derived, Relative>> {
    let statement = bundle.statement(id);
    let stated = statement.reading.quantity()?;
    let text = &bundle.plan_of(id).text;
    let before = text.slice(Span {
        start: statement.clause.start,
        end: statement.evidence.start,
    });
    // `“十三五”年均增长7.2%,与2010年相比翻一番`: the pace is another number's.
    let own = before.rsplit([',', '，', ';']).next();
    let is_pace = PACE
        .iter()
        .any(|word| own.is_some_and(|own| own.contains(word)));
    if !is_relative(statement) || is_pace {
        return None;
    }
    Some(base(bundle, id).and_then(|base| {
        let counted = bundle.statement(base).reading.quantity();
        let counted = counted.ok_or(Relative::Unclear)?;
        let words = (before, text.slice(statement.evidence));
        let operation = operation(words, statement.kind, &stated.unit, &counted.unit);
        let operation = operation.ok_or(Relative::Unclear)?;
        Ok(Derived {
            quantity: operation.run(counted, stated).ok_or(Relative::Unclear)?,
            base,
            operation,
        })
    }))
}

const PACE: &[&str] = &["年均", "每年", "逐年", "年平均", "年递增"];

fn is_relative(statement: &Statement) -> bool {
    match statement.kind {
        Kind::Change | Kind::Multiple => true,
        Kind::Growth => statement.period.base.is_some(),
        Kind::Level | Kind::Cumulative | Kind::PerYear | Kind::Rank => false,
    }
}

/// The observed value of the base year that a statement counts from: its own plan's, else another
/// plan's of the city.
fn base(bundle: &Bundle, id: StatementId) -> Result<StatementId, Relative> {
    let statement = bundle.statement(id);
    let year = statement.period.base.ok_or(Relative::BaseYearUnstated)?;
    let is_base = |other: &StatementId| {
        let base = bundle.statement(*other);
        base.kind == Kind::Level
            && base.role == Role::Observed
            && base.period.year.stated() == Some(year)
            && base.indicator == statement.indicator
            && base.area == statement.area
            && base.reading.quantity().is_some()
            && bundle.city_of(*other) == bundle.city_of(id)
    };
    let mut bases: Vec<StatementId> = bundle.statement_ids().filter(is_base).collect();
    if bases.iter().any(|base| base.plan == id.plan) {
        bases.retain(|base| base.plan == id.plan);
    }
    let first = *bases.first().ok_or(Relative::BaseUnstated { year })?;
    let reading = |base: StatementId| &bundle.statement(base).reading;
    if bases.iter().all(|&base| reading(base) == reading(first)) {
        Ok(first)
    } else {
        Err(Relative::BasesDiffer { year })
    }
}

/// Which way a number moves its base.
#[derive(Clone, Copy, PartialEq)]
enum Move {
    Up,
    Down,
    /// The number is what is reached, counted in bases.
    To,
}

/// The words that tell it: the last one before the number counts.
#[rustfmt::skip] // a word list reads as a paragraph
const MOVES: &[(&str, Move)] = &[
    ("增长", Move::Up), ("增加", Move::Up), ("提高", Move::Up), ("提升", Move::Up), ("上升", Move::Up),
    ("上涨", Move::Up), ("扩大", Move::Up), ("高出", Move::Up),
    ("下降", Move::Down), ("降低", Move::Down), ("减少", Move::Down), ("缩小", Move::Down),
    ("缩短", Move::Down), ("压缩", Move::Down), ("压减", Move::Down), ("削减", Move::Down),
    ("缩减", Move::Down),
    ("达", Move::To), ("到", Move::To), ("至", Move::To), ("为", Move::To), ("是", Move::To),
];

/// `words` are those before the number, and the number's own.
fn operation(words: (&str, &str), kind: Kind, unit: &str, base_unit: &str) -> Option<Operation> {
    let (before, number) = words;
    if kind == Kind::Multiple && number.contains(['翻', '增']) {
        return Some(Operation::Times);
    }
    let before = before.strip_suffix("至少").unwrap_or(before);
    let move_at = |at: usize| {
        MOVES
            .iter()
            .find(|(word, _)| before[at..].starts_with(word))
    };
    let (_, last) = before
        .char_indices()
        .rev()
        .find_map(|(at, _)| move_at(at))?;
    let is_share = |unit: &str| matches!(unit, "%" | "‰" | "百分点");
    match (kind, *last) {
        (Kind::Multiple, Move::To) => Some(Operation::Times),
        (Kind::Multiple, Move::Up) => Some(Operation::Grow),
        (Kind::Multiple, Move::Down) | (_, Move::To) => None,
        // Of a percentage, percent may mean points: not ours to say.
        (_, way) if unit == "%" && !is_share(base_unit) => Some(match way {
            Move::Down => Operation::Shrink,
            Move::Up | Move::To => Operation::Grow,
        }),
        (_, way)
            if unit == base_unit && !is_share(unit) || (unit, base_unit) == ("百分点", "%") =>
        {
            Some(match way {
                Move::Down => Operation::Minus,
                Move::Up | Move::To => Operation::Plus,
            })
        }
        _ => None,
    }
}

impl Operation {
    /// None where bounds do not add up: at least of about is neither.
    fn run(self, base: &Quantity, stated: &Quantity) -> Option<Quantity> {
        let share = if stated.unit == "%" { 0.01 } else { 1.0 };
        let of = |base: f64, number: f64| match self {
            Self::Times => base * number,
            Self::Plus => base + number,
            Self::Minus => base - number,
            Self::Grow => base * (1.0 + number * share),
            Self::Shrink => base * (1.0 - number * share),
        };
        let falls = matches!(self, Self::Minus | Self::Shrink);
        let ends = (stated.value, stated.high.unwrap_or(stated.value));
        let ends = if falls { (ends.1, ends.0) } else { ends };
        let is_range = base.high.or(stated.high).is_some();
        let bound = match stated.bound {
            Bound::AtLeast if falls => Bound::AtMost,
            Bound::AtMost if falls => Bound::AtLeast,
            bound => bound,
        };
        Some(Quantity {
            value: of(base.value, ends.0),
            high: is_range.then(|| of(base.high.unwrap_or(base.value), ends.1)),
            unit: base.unit.clone(),
            bound: match (base.bound, bound) {
                (one, other) if one == other => one,
                (Bound::Exactly, bound) | (bound, Bound::Exactly) => bound,
                _ => return None,
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::sample::read;
    use crate::words::{Language, arithmetic, quantity_text};

    /// Reads `texts` as plans of one city; `expected` tells the last relative statement's value.
    fn check(texts: &[&str], expected: &str) {
        let bundle = read(texts);
        let derived = bundle.statement_ids().filter_map(|id| {
            Some(match derive(&bundle, id)? {
                Ok(derived) => {
                    let stated = bundle.statement(id);
                    let base = &bundle.statement(derived.base).reading;
                    let steps =
                        arithmetic(derived.operation, base, &stated.reading, Language::Chinese);
                    let value = crate::plan::Reading::Stated(derived.quantity);
                    format!("{} = {steps}", quantity_text(&value, Language::Chinese))
                }
                Err(reason) => format!("{reason:?}"),
            })
        });
        let found = derived.last().unwrap_or("nothing relative".into());
        assert_eq!(found, expected, "{texts:?}");
    }

    /// With a review in which 2020's value stands.
    fn from(observed: &str, statement: &str, expected: &str) {
        check(
            &[&format!(
                "一、发展回顾\n2020年,{observed}。\n二、目标\n到2025年,{statement}。"
            )],
            expected,
        );
    }

    #[test]
    fn a_multiple_of_a_stated_base_is_a_value() {
        let gdp = "地区生产总值达到6871亿元";
        from(
            gdp,
            "地区生产总值比2020年翻一番以上",
            "≥13742亿元 = 6871亿元 × 2",
        );
        from(
            gdp,
            "地区生产总值在2020年基础上翻两番",
            "27484亿元 = 6871亿元 × 4",
        );
        from(
            gdp,
            "地区生产总值达到2020年的3倍左右",
            "≈20613亿元 = 6871亿元 × 3",
        );
        from(
            gdp,
            "地区生产总值比2020年增长2倍",
            "20613亿元 = 6871亿元 × (1 + 2)",
        );
    }

    #[test]
    fn a_change_is_added_to_its_base_or_taken_from_it() {
        let income = "农村居民人均可支配收入32428元";
        from(
            income,
            "农村居民人均可支配收入比2020年增加1.5万元以上",
            "≥47428元 = 32428元 + 1.5万元",
        );
        from(
            "常住人口300万人",
            "常住人口比2020年减少10万人以上",
            "≤290万人 = 300万人 − 10万人",
        );
        from(
            "常住人口城镇化率70%",
            "常住人口城镇化率比2020年提高3至5个百分点",
            "73–75% = 70% + 3–5百分点",
        );
        from(
            "单位生产总值能耗200公斤",
            "单位生产总值能耗比2020年下降15%以上",
            "≤170公斤 = 200公斤 × (1 − 15%)",
        );
        from(
            "地区生产总值100亿元",
            "地区生产总值比2020年增长30%左右",
            "≈130亿元 = 100亿元 × (1 + 30%)",
        );
    }

    #[test]
    fn a_yearly_pace_is_no_value() {
        from(
            "地区生产总值100亿元",
            "地区生产总值比2020年年均增长7%",
            "nothing relative",
        );
        from(
            "地区生产总值100亿元",
            "地区生产总值年均增长7%",
            "nothing relative",
        );
    }

    #[test]
    fn the_pace_of_another_number_is_not_ones_own() {
        from(
            "地区生产总值100亿元",
            "地区生产总值年均增长7.2%,比2020年翻一番",
            "200亿元 = 100亿元 × 2",
        );
    }

    #[test]
    fn without_its_base_a_statement_stays_relative() {
        let gdp = "地区生产总值100亿元";
        from(gdp, "地区生产总值翻一番", "BaseYearUnstated");
        from(
            gdp,
            "地区生产总值比2018年翻一番",
            "BaseUnstated { year: 2018 }",
        );
        from(
            gdp,
            "人均生产总值比2020年翻一番",
            "BaseUnstated { year: 2020 }",
        );
        from(
            "市区地区生产总值100亿元",
            "地区生产总值比2020年翻一番",
            "BaseUnstated { year: 2020 }",
        );
    }

    #[test]
    fn what_does_not_add_up_stays_relative() {
        from(
            "常住人口城镇化率70%",
            "常住人口城镇化率比2020年提高3%",
            "Unclear",
        );
        from(
            "常住人口城镇化率70%左右",
            "常住人口城镇化率比2020年提高3个百分点以上",
            "Unclear",
        );
        from(
            "常住人口约300万人",
            "常住人口比2020年增加10万人",
            "≈310万人 = 300万人 + 10万人",
        );
    }

    #[test]
    fn a_plan_counts_from_its_own_base_before_another_plan_does() {
        let review = |value: &str| format!("一、发展回顾\n2020年,地区生产总值{value}亿元。\n");
        let target = "二、目标\n到2025年,地区生产总值比2020年翻一番。\n";
        let own = review("100") + target;
        check(&[&review("90"), &own], "200亿元 = 100亿元 × 2");
        check(&[&review("90"), target], "180亿元 = 90亿元 × 2");
        check(
            &[&review("90"), &review("100"), target],
            "BasesDiffer { year: 2020 }",
        );
    }
}
