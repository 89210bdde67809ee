//! Pace, outcome and revision in plain words.

use super::Language;
use super::number::{number, quantity};
use crate::insight::{Pace, Rate, Reason, Relation, Score, Step, Verdict};
use crate::plan::{Grade, Status};

/// What a pace asks for, as a sentence without its full stop: `要达到1万亿元，2020—2025年平均每年需增长7.8%`.
///
/// Growth is rounded to a tenth of a per cent, steps to three decimals.
pub fn pace_sentence(pace: &Pace, unit: &str, language: Language) -> String {
    let (from, (to, value)) = (pace.from.year, pace.to);
    let target = quantity(value, unit, language);
    let Some((step, is_fall)) = step(&pace.rate, unit, language) else {
        return match language {
            Language::Chinese => format!("{from}年已达到{target}的目标，只需保持"),
            Language::English => {
                format!("{target} was already reached in {from} and has only to be held")
            }
        };
    };
    match language {
        Language::Chinese => {
            let verb = match (&pace.rate, is_fall) {
                (_, true) => "下降",
                (Rate::Compound(_), false) => "增长",
                (Rate::UnitsPerYear(_), false) => "增加",
                (_, false) => "提高",
            };
            format!("要达到{target}，{from}—{to}年平均每年需{verb}{step}")
        }
        Language::English => {
            let noun = if is_fall { "fall" } else { "rise" };
            format!("{target} asks for an average {noun} of {step} a year, {from}–{to}")
        }
    }
}

/// How far a target is from its base: `+45.5%`, `−3个百分点`.
pub fn distance(step: Step, unit: &str, language: Language) -> String {
    let rounded = |value: f64, parts: f64| (value.abs() * parts).round() / parts;
    let (is_fall, amount) = match step {
        Step::Share(share) => (
            share < 0.0,
            format!("{}%", number(rounded(share * 100.0, 10.0), language)),
        ),
        Step::Points(points) => {
            let name = match unit {
                "%" => language.pick("个百分点", " percentage points"),
                "岁" => language.pick("岁", " years"),
                _ => "",
            };
            let digits = number(rounded(points, 1000.0), language);
            (points < 0.0, format!("{digits}{name}"))
        }
    };
    format!("{}{amount}", if is_fall { "−" } else { "+" })
}

/// The yearly step without its sign, and whether it is a fall; None where nothing is asked.
fn step(rate: &Rate, unit: &str, language: Language) -> Option<(String, bool)> {
    let rounded = |value: f64, parts: f64| (value.abs() * parts).round() / parts;
    Some(match *rate {
        Rate::Kept => return None,
        Rate::Compound(rate) => {
            let percent = rounded(rate * 100.0, 10.0);
            (format!("{}%", number(percent, language)), rate < 0.0)
        }
        Rate::PointsPerYear(step) => {
            let digits = number(rounded(step, 1000.0), language);
            let points = language.pick("个百分点", " percentage points");
            let points = if unit == "%" { points } else { "" };
            (format!("{digits}{points}"), step < 0.0)
        }
        Rate::UnitsPerYear(step) => {
            let amount = quantity(rounded(step, 1000.0), unit, language);
            (amount, step < 0.0)
        }
    })
}

/// `达成`, `met`
pub fn verdict(verdict: Verdict, language: Language) -> &'static str {
    let (chinese, english) = match verdict {
        Verdict::Met => ("达成", "Met"),
        Verdict::Missed => ("未达成", "Missed"),
        Verdict::OnCourse => ("进度相符", "On course"),
        Verdict::Behind => ("进度落后", "Behind"),
        Verdict::NotKnown(_) => ("尚难判断", "Not known"),
    };
    language.pick(chinese, english)
}

/// Why an outcome is not known.
pub fn reason(reason: Reason, language: Language) -> &'static str {
    let (chinese, english) = match reason {
        Reason::NoTarget => ("这是现状，不是目标", "a fact, not a target"),
        Reason::NumberLost => ("原文的数字已丢失", "the plan's number is lost"),
        Reason::YearLost => ("原文的年份已丢失", "the plan's year is lost"),
        Reason::YearUnstated => ("原文没有年份", "the plan gives no year"),
        Reason::KindDiffers => (
            "目标不是年度数值，与公布的实际数不同口径",
            "the target is no level of a year, as published outcomes are",
        ),
        Reason::NoActual => ("没有找到实际数的来源", "no source for an outcome"),
        Reason::AreaDiffers => ("只有其他范围的实际数", "only other areas are known"),
        Reason::UnitDiffers => ("只有其他单位的实际数", "only other units are known"),
        Reason::YearMissing => ("缺少这一年的实际数", "the year's outcome is missing"),
        Reason::NoBase => ("没有可比的起点", "no like base to count from"),
        Reason::TooClose => (
            "实际数只是约数，差距太小",
            "the outcome is not exact, and close",
        ),
        Reason::SourcesDisagree => ("各来源的实际数不一致", "sources disagree"),
    };
    language.pick(chinese, english)
}

/// How a promise of a past year counts.
pub fn score(score: Score, language: Language) -> &'static str {
    verdict(
        match score {
            Score::Met => Verdict::Met,
            Score::Missed => Verdict::Missed,
            Score::NotKnown => Verdict::NotKnown(Reason::NoActual),
        },
        language,
    )
}

/// How a published number was seen.
pub fn grade(grade: Grade, language: Language) -> &'static str {
    let (chinese, english) = match grade {
        Grade::A => (
            "A：见于发布者或报纸自己的网页",
            "A: seen on the publisher's or a newspaper's own page",
        ),
        Grade::B => (
            "B：见于转载或公开副本",
            "B: seen in a reprint or a public copy",
        ),
    };
    language.pick(chinese, english)
}

/// How settled a published number is.
pub fn status(status: Status, language: Language) -> &'static str {
    let (chinese, english) = match status {
        Status::Preliminary => ("初步核算", "preliminary"),
        Status::Final => ("最终核实", "final"),
        Status::Revised => ("修订", "revised"),
    };
    language.pick(chinese, english)
}

/// What two targets are to each other.
pub fn relation(relation: Relation, language: Language) -> &'static str {
    let (chinese, english) = match relation {
        Relation::Repeated => ("重申", "repeated"),
        Relation::Revised => ("调整", "revised"),
        Relation::Contradicts => ("同一规划前后不一", "the plan contradicts itself"),
        Relation::Path => ("分步目标", "steps of one path"),
        Relation::LostYear => ("年份缺失，不能相比", "a year is missing, not comparable"),
        Relation::OtherArea => ("范围不同，不能相比", "another area, not comparable"),
        Relation::OtherMeasure => ("口径不同，不能相比", "another measure, not comparable"),
    };
    language.pick(chinese, english)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::{Anchor, Origin};
    use crate::plan::StatementId;

    fn check(rate: Rate, unit: &str, value: f64, chinese: &str, english: &str) {
        let id = StatementId { plan: 0, index: 0 };
        let pace = Pace {
            target: id,
            from: Anchor {
                year: 2020,
                value: 0.0,
                origin: Origin::Statement(id),
            },
            to: (2025, value),
            rate,
            stated_growth: Vec::new(),
        };
        assert_eq!(pace_sentence(&pace, unit, Language::Chinese), chinese);
        assert_eq!(pace_sentence(&pace, unit, Language::English), english);
    }

    #[test]
    fn a_distance_has_its_sign_and_unit() {
        for (step, unit, want) in [
            (Step::Share(0.4554), "元", "+45.5%"),
            (Step::Points(4.0), "%", "+4个百分点"),
            (Step::Points(-0.06), "", "−0.06"),
            (Step::Points(2.0), "岁", "+2岁"),
        ] {
            assert_eq!(distance(step, unit, Language::Chinese), want);
        }
    }

    #[test]
    fn a_pace_is_one_plain_sentence() {
        check(
            Rate::Compound(0.07794),
            "元",
            1e12,
            "要达到1万亿元，2020—2025年平均每年需增长7.8%",
            "CN¥1.0 trillion asks for an average rise of 7.8% a year, 2020–2025",
        );
        check(
            Rate::PointsPerYear(0.8),
            "%",
            75.0,
            "要达到75%，2020—2025年平均每年需提高0.8个百分点",
            "75% asks for an average rise of 0.8 percentage points a year, 2020–2025",
        );
        check(
            Rate::PointsPerYear(-0.012),
            "",
            1.9,
            "要达到1.9，2020—2025年平均每年需下降0.012",
            "1.9 asks for an average fall of 0.012 a year, 2020–2025",
        );
        check(
            Rate::UnitsPerYear(6.8),
            "家",
            44.0,
            "要达到44家，2020—2025年平均每年需增加6.8家",
            "44 asks for an average rise of 6.8 a year, 2020–2025",
        );
        check(
            Rate::Kept,
            "微克/立方米",
            27.0,
            "2020年已达到27微克/立方米的目标，只需保持",
            "27 µg/m³ was already reached in 2020 and has only to be held",
        );
    }
}
