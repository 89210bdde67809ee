//! One formatter for every number shown: axis, label, table and prose.

use super::Language;
use crate::insight::Operation;
use crate::plan::{Bound, Quantity, Reading};

/// A stated value is shown as exactly as it was stated; this only clears binary noise.
const DECIMALS: i32 = 6;

/// A number without its unit: `6871亿`, `7.3万`, `460`; in English `687.1 billion`, `73,000`, `460`.
///
/// Chinese uses 万亿, 亿 and 万 where few decimals remain: two, so that `16234` is not `1.6234万`, and
/// four of 亿, so that `4257.0829亿` is not `42570829万`. A third is no decimal, and stays a fraction.
pub fn number(value: f64, language: Language) -> String {
    let magnitude = clear_noise(value.abs());
    let digits = match (fraction(value.abs()), language) {
        (Some((above, below)), _) => format!("{above}/{below}"),
        (None, Language::Chinese) => chinese(magnitude),
        (None, Language::English) => english(magnitude),
    };
    if value < 0.0 && magnitude > 0.0 {
        format!("−{digits}")
    } else {
        digits
    }
}

/// A number beside an axis, where room is short: as [`number`], with English scales as `tn`, `bn`, `m`.
pub fn tick_number(value: f64, language: Language) -> String {
    shortened(number(value, language))
}

/// The same with its unit: `2万亿元`, `CN¥2.0tn`.
pub fn tick_quantity(value: f64, unit: &str, language: Language) -> String {
    shortened(quantity(value, unit, language))
}

fn shortened(long: String) -> String {
    let scales = [(" trillion", "tn"), (" billion", "bn"), (" million", "m")];
    scales
        .into_iter()
        .fold(long, |words, (long, short)| words.replace(long, short))
}

/// A part of one whose decimals never end, as the fraction it must have been stated as: `2/3`.
fn fraction(magnitude: f64) -> Option<(u32, u32)> {
    let ends = (magnitude - clear_noise(magnitude)).abs() < 1e-9;
    let mut below = [3, 6, 7, 9]
        .into_iter()
        .filter(|_| !ends && magnitude < 1.0);
    below.find_map(|below| {
        let above = magnitude * f64::from(below);
        ((above - above.round()).abs() < 1e-9).then_some((above.round() as u32, below))
    })
}

fn chinese(magnitude: f64) -> String {
    for (scale, word, decimals) in [(1e12, "万亿", 2), (1e8, "亿", 4), (1e4, "万", 2)] {
        let scaled = clear_noise(magnitude / scale);
        if scaled >= 1.0 && has_decimals_at_most(scaled, decimals) {
            return format!("{scaled}{word}");
        }
    }
    // No scale fits: the largest that leaves at least one whole digit, else the plain number.
    match magnitude {
        m if m >= 1e8 => format!("{}亿", clear_noise(m / 1e8)),
        m => m.to_string(),
    }
}

fn english(magnitude: f64) -> String {
    for (scale, word) in [(1e12, " trillion"), (1e9, " billion"), (1e6, " million")] {
        let scaled = clear_noise(magnitude / scale);
        if scaled >= 1.0 {
            let digits = if scaled < 10.0 && scaled.fract() == 0.0 {
                format!("{scaled}.0")
            } else {
                with_separators(scaled)
            };
            return digits + word;
        }
    }
    with_separators(magnitude)
}

fn with_separators(magnitude: f64) -> String {
    let plain = magnitude.to_string();
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut out = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

fn clear_noise(value: f64) -> f64 {
    let scale = 10f64.powi(DECIMALS);
    (value * scale).round() / scale
}

fn has_decimals_at_most(value: f64, decimals: i32) -> bool {
    let shifted = value * 10f64.powi(decimals);
    (shifted - shifted.round()).abs() < 1e-6
}

/// A number with its unit: `6871亿元`, `72%`; in English `CN¥687.1 billion`, `72%`, `460 km`.
pub fn quantity(value: f64, unit: &str, language: Language) -> String {
    let digits = number(value, language);
    match language {
        Language::Chinese => format!("{digits}{}", chinese_unit(unit)),
        Language::English => match unit {
            "元" => format!("CN¥{digits}"),
            "美元" => format!("US${digits}"),
            "%" | "‰" => format!("{digits}{unit}"),
            "倍" => format!("×{digits}"),
            _ => match unit_name(unit, language) {
                "" => digits,
                name => format!("{digits} {}", one_or_many(name, value)),
            },
        },
    }
}

/// `1 year`, `2 years`; but `1 Tbit/s`.
fn one_or_many(name: &str, value: f64) -> &str {
    let one = name.strip_suffix('s');
    let one = one.filter(|one| value == 1.0 && !one.ends_with('/'));
    one.unwrap_or(name)
}

fn chinese_unit(unit: &str) -> &str {
    if unit == ":1" { "" } else { unit }
}

/// A reading with its bound: `≥1万亿元`, `≈1.9`, `≤27微克/立方米`, a range as `2–4家`; a lost number as
/// its mark.
pub fn quantity_text(reading: &Reading, language: Language) -> String {
    match reading {
        Reading::Stated(stated) => {
            bound_mark(stated.bound).to_owned() + &range(stated, &stated.unit, language)
        }
        Reading::DigitsLost { .. } => language.pick("〔数字缺失〕", "[digits lost]").to_string(),
    }
}

/// A quantity to be heard, its bound in words: `至少1万亿元`, `at most 27 µg/m³`.
pub fn spoken_quantity(stated: &Quantity, language: Language) -> String {
    let bound = match stated.bound {
        Bound::Exactly => "",
        Bound::AtLeast => language.pick("至少", "at least "),
        Bound::AtMost => language.pick("至多", "at most "),
        Bound::About => language.pick("约", "about "),
    };
    bound.to_owned() + &range(stated, &stated.unit, language)
}

/// `460公里`, `2–4家`
fn range(stated: &Quantity, unit: &str, language: Language) -> String {
    match stated.high {
        Some(high) => number(stated.value, language) + "–" + &quantity(high, unit, language),
        None => quantity(stated.value, unit, language),
    }
}

/// How a derived value comes about: `6871亿元 × 2`, `200公斤 × (1 − 15%)`. Bounds stand at the result.
pub fn arithmetic(
    operation: Operation,
    base: &Reading,
    stated: &Reading,
    language: Language,
) -> String {
    let words = |reading: &Reading| {
        let unit = Some(reading.unit()).filter(|unit| *unit != "倍");
        reading.quantity().map_or(String::new(), |stated| {
            range(stated, unit.unwrap_or_default(), language)
        })
    };
    let (before, after) = match operation {
        Operation::Times => (" × ", ""),
        Operation::Plus => (" + ", ""),
        Operation::Minus => (" − ", ""),
        Operation::Grow => (" × (1 + ", ")"),
        Operation::Shrink => (" × (1 − ", ")"),
    };
    words(base) + before + &words(stated) + after
}

/// `≥`, `≤`, `≈` or nothing.
pub fn bound_mark(bound: Bound) -> &'static str {
    match bound {
        Bound::Exactly => "",
        Bound::AtLeast => "≥",
        Bound::AtMost => "≤",
        Bound::About => "≈",
    }
}

/// A unit's name beside a heading. Chinese classifiers (家, 个, 条 …) have no English word.
pub fn unit_name(unit: &str, language: Language) -> &str {
    if language == Language::Chinese {
        return chinese_unit(unit);
    }
    ENGLISH_UNITS
        .iter()
        .find(|(chinese, _)| *chinese == unit)
        .map_or("", |(_, english)| english)
}

/// Units as plans write them, and their English. Classifiers are left out on purpose.
const ENGLISH_UNITS: &[(&str, &str)] = &[
    ("元", "CN¥"),
    ("美元", "US$"),
    ("%", "%"),
    ("‰", "‰"),
    ("百分点", "percentage points"),
    ("人", "people"),
    ("人次", "visits"),
    ("户", "households"),
    ("套", "homes"),
    ("张", "beds"),
    ("公里", "km"),
    ("平方公里", "km²"),
    ("米", "m"),
    ("平方米", "m²"),
    ("立方米", "m³"),
    ("吨", "t"),
    ("吨标准煤", "t of coal equivalent"),
    ("斤", "jin"),
    ("亩", "mu"),
    ("公顷", "ha"),
    ("标箱", "TEU"),
    ("千瓦", "kW"),
    ("千瓦时", "kWh"),
    ("岁", "years"),
    ("年", "years"),
    ("天", "days"),
    ("小时", "hours"),
    ("分钟", "minutes"),
    ("T", "Tbit/s"),
    ("G", "Gbit/s"),
    ("倍", "times"),
    ("微克/立方米", "µg/m³"),
    ("公里/万平方公里", "km per 10,000 km²"),
    ("公里/百平方公里", "km per 100 km²"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{Chinese, English};

    #[test]
    fn numbers_read_as_each_language_counts() {
        for (value, chinese, english) in [
            (1e12, "1万亿", "1.0 trillion"),
            (1.7e12, "1.7万亿", "1.7 trillion"),
            (687_100_000_000.0, "6871亿", "687.1 billion"),
            (96_250_000_000.0, "962.5亿", "96.25 billion"),
            (1_021_390_000_000.0, "10213.9亿", "1.02139 trillion"),
            (73_000.0, "7.3万", "73,000"),
            (16_234.0, "16234", "16,234"),
            (4_400.0, "4400", "4,400"),
            (9_999.5, "9999.5", "9,999.5"),
            (25_000_000.0, "2500万", "25 million"),
            (425_708_290_000.0, "4257.0829亿", "425.70829 billion"),
            (2.0 / 3.0, "2/3", "2/3"),
            (1.0 / 7.0, "1/7", "1/7"),
            (4.0 / 3.0, "1.333333", "1.333333"),
            (3.5, "3.5", "3.5"),
            (0.14, "0.14", "0.14"),
            (0.1 + 0.2, "0.3", "0.3"),
            (-2.5, "−2.5", "−2.5"),
        ] {
            assert_eq!(number(value, Chinese), chinese);
            assert_eq!(number(value, English), english);
        }
    }

    #[test]
    fn ticks_are_short() {
        assert_eq!(tick_number(1.5e12, English), "1.5tn");
        assert_eq!(tick_number(5e11, English), "500bn");
        assert_eq!(tick_number(1.5e12, Chinese), "1.5万亿");
        assert_eq!(tick_quantity(1.5e12, "元", English), "CN¥1.5tn");
        assert_eq!(tick_quantity(80.0, "%", Chinese), "80%");
    }

    #[test]
    fn quantities_carry_their_unit_and_bound() {
        let stated = |value, high, unit: &str, bound| {
            Reading::Stated(Quantity {
                value,
                high,
                unit: unit.into(),
                bound,
            })
        };
        for (reading, chinese, english) in [
            (
                stated(1e12, None, "元", Bound::AtLeast),
                "≥1万亿元",
                "≥CN¥1.0 trillion",
            ),
            (
                stated(27.0, None, "微克/立方米", Bound::AtMost),
                "≤27微克/立方米",
                "≤27 µg/m³",
            ),
            (stated(1.61, None, ":1", Bound::Exactly), "1.61", "1.61"),
            (stated(2.0, Some(4.0), "家", Bound::Exactly), "2–4家", "2–4"),
            (
                stated(460.0, None, "公里", Bound::Exactly),
                "460公里",
                "460 km",
            ),
        ] {
            assert_eq!(quantity_text(&reading, Chinese), chinese);
            assert_eq!(quantity_text(&reading, English), english);
        }
    }

    #[test]
    fn one_is_not_many() {
        assert_eq!(quantity(1.0, "岁", English), "1 year");
        assert_eq!(quantity(2.0, "岁", English), "2 years");
        assert_eq!(quantity(1.0, "T", English), "1 Tbit/s");
    }

    #[test]
    fn quantities_can_be_heard() {
        for (bound, chinese, english) in [
            (Bound::Exactly, "460公里", "460 km"),
            (Bound::AtLeast, "至少460公里", "at least 460 km"),
            (Bound::AtMost, "至多460公里", "at most 460 km"),
            (Bound::About, "约460公里", "about 460 km"),
        ] {
            let stated = Quantity {
                value: 460.0,
                high: None,
                unit: "公里".into(),
                bound,
            };
            assert_eq!(spoken_quantity(&stated, Chinese), chinese);
            assert_eq!(spoken_quantity(&stated, English), english);
        }
    }

    #[test]
    fn a_lost_number_is_never_shown_as_a_value() {
        let lost = Reading::DigitsLost {
            unit: "人".into(),
            bound: Bound::Exactly,
        };
        assert_eq!(quantity_text(&lost, Chinese), "〔数字缺失〕");
    }
}
