//! Reads numbers: `1.5万`, `一百三十亿`, `2/3`, `三分之一`, `1.61:1`.

use super::prose::{among, any_at, has};

/// A number without its unit.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Numeral {
    pub end: usize,
    pub value: f64,
    pub form: Form,
    /// `余`, `多`: somewhat more than the value.
    pub over: bool,
    /// 万 or 亿 stands in it, so that it is an amount even without a unit.
    pub scaled: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// `1.5万`
    Arabic,
    /// `一百三十亿`
    Han,
    /// A Chinese digit alone: `三`.
    HanDigit,
    /// A multiplier with no digit before it: `千亿`.
    Bare,
}

/// Units begin like a multiplier: in `5千瓦` and `3百分点` there is no thousand or hundred.
fn multiplier(chars: &[char], at: usize) -> Option<f64> {
    let unit = match chars.get(at)? {
        '百' => "分",
        '千' => "瓦米克伏卡赫分",
        '万' => return Some(1e4),
        '亿' => return Some(1e8),
        _ => return None,
    };
    if chars.get(at + 1).is_some_and(|&c| among(c, unit)) {
        return None;
    }
    Some(if chars[at] == '百' { 1e2 } else { 1e3 })
}

pub(super) fn han_digit(c: char) -> Option<f64> {
    let digit = match c {
        '零' | '〇' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    };
    Some(f64::from(digit))
}

/// Reads the number that begins at `at`.
pub(super) fn read(chars: &[char], at: usize) -> Option<Numeral> {
    if chars.get(at)?.is_ascii_digit() {
        arabic(chars, at)
    } else {
        han(chars, at)
    }
}

/// `6871`, `3.0`, `12,500`, then `万`, `亿`, `万亿`, `千万`, then `余`.
fn arabic(chars: &[char], at: usize) -> Option<Numeral> {
    let digits = digits(chars, at)?;
    let mut end = digits.end;
    let mut zeros = 0;
    let mut over = false;
    let mut scaled = false;
    loop {
        if let Some(factor) = multiplier(chars, end) {
            zeros += factor.log10().round() as u32;
            scaled |= factor >= 1e4;
            end += 1;
        } else if !over && is_over(chars, end) {
            over = true;
            end += 1;
        } else {
            break;
        }
    }
    Some(Numeral {
        end,
        value: digits.value(zeros)?,
        form: Form::Arabic,
        over,
        scaled,
    })
}

/// `余` and `多` belong to a number only where an amount goes on: `100多家`, but `10多样`.
fn is_over(chars: &[char], at: usize) -> bool {
    match chars.get(at) {
        Some('余') => true,
        Some('多') => !matches!(
            chars.get(at + 1),
            Some('样' | '元' | '层' | '点' | '功' | '式')
        ),
        _ => false,
    }
}

/// An Arabic number without multipliers.
pub(super) fn plain_arabic(chars: &[char], at: usize) -> Option<(f64, usize)> {
    let digits = digits(chars, at)?;
    digits.value(0).map(|value| (value, digits.end))
}

/// The Arabic number at `at` with `zeros` more, as exact as its digits.
pub(super) fn scaled(chars: &[char], at: usize, zeros: u32) -> Option<f64> {
    digits(chars, at)?.value(zeros)
}

/// How many zeros the 万 and 亿 among `chars` stand for.
pub(super) fn zeros(chars: &[char]) -> u32 {
    let zeros = |c: &char| match c {
        '万' => 4,
        '亿' => 8,
        _ => 0,
    };
    chars.iter().map(zeros).sum()
}

/// Digits as written: `12,500.5` is 125005 with one place behind the point.
struct Digits {
    /// As far as it fits: up to [`EXACT`] digits.
    mantissa: u64,
    count: usize,
    places: u32,
    end: usize,
}

/// As many decimal digits as a float holds exactly.
const EXACT: usize = 15;

impl Digits {
    /// The number with `zeros` more: read as one decimal, so that 286.4亿 is 28640000000 and
    /// nothing near it. None for more digits than any amount has.
    fn value(&self, zeros: u32) -> Option<f64> {
        if self.count > EXACT || zeros > 16 || self.places > 22 {
            return None;
        }
        let mantissa = self.mantissa as f64;
        Some(match zeros.checked_sub(self.places) {
            Some(up) => mantissa * 10f64.powi(up as i32),
            None => mantissa / 10f64.powi((self.places - zeros) as i32),
        })
    }

    fn push(&mut self, c: char) {
        let digit = u64::from(c as u32 - '0' as u32);
        self.mantissa = self.mantissa.wrapping_mul(10).wrapping_add(digit);
        self.count += usize::from(self.mantissa > 0);
    }
}

/// Digits with thousands separators and a decimal point.
fn digits(chars: &[char], at: usize) -> Option<Digits> {
    let mut digits = Digits {
        mantissa: 0,
        count: 0,
        places: 0,
        end: at,
    };
    while let Some(&c) = chars.get(digits.end) {
        if c.is_ascii_digit() {
            digits.push(c);
        } else if !(c == ',' && is_separator(chars, at, digits.end)) {
            break;
        }
        digits.end += 1;
    }
    if digits.end == at {
        return None;
    }
    let digit = |index: usize| chars.get(index).filter(|c| c.is_ascii_digit());
    if chars.get(digits.end) == Some(&'.') && digit(digits.end + 1).is_some() {
        digits.end += 1;
        while let Some(&c) = digit(digits.end) {
            digits.push(c);
            digits.places = digits.places.saturating_add(1);
            digits.end += 1;
        }
    }
    Some(digits)
}

/// A comma between one to three digits and exactly three: `12,500`.
fn is_separator(chars: &[char], start: usize, comma: usize) -> bool {
    let digits_from = |from: usize| {
        chars[from.min(chars.len())..]
            .iter()
            .take(4)
            .take_while(|c| c.is_ascii_digit())
            .count()
    };
    let first = digits_from(start);
    (1..=3).contains(&first) && chars[start] != '0' && comma > start && digits_from(comma + 1) == 3
}

/// A numeral in Chinese characters that is longer is a run of them and no number; the longest
/// that plans write has half as many.
pub(super) const LONGEST_HAN: usize = 24;
/// No plan counts further.
const LARGEST: f64 = 1e18;

/// `一百三十亿`, `二十余`, `一点五`, `三·五亿`, `千亿`.
fn han(chars: &[char], at: usize) -> Option<Numeral> {
    let mut sum = HanSum::default();
    let mut end = at;
    let mut over = false;
    while let Some(&c) = chars.get(end).filter(|_| end - at < LONGEST_HAN) {
        if let Some(digit) = han_digit(c) {
            // `五个万亿八个千亿级产业`
            if sum.is_bare() {
                break;
            }
            if !sum.digit(digit) {
                return None;
            }
        } else if c == '十' {
            sum.scale(10.0);
        } else if let Some(factor) = multiplier(chars, end) {
            sum.scale(factor);
        } else if matches!(c, '点' | '·') {
            match sum.fraction(&chars[end + 1..]) {
                0 => break,
                places => end += places,
            }
        } else if end > at && !over && is_over(chars, end) {
            over = true;
        } else {
            break;
        }
        end += 1;
    }
    let whole = end > at && end - at < LONGEST_HAN && sum.total() <= LARGEST;
    if !whole || (over && end == at + 1) {
        return None;
    }
    let form = match chars[at] {
        _ if chars[at..end].iter().all(|c| among(*c, "十百千万亿余多")) => Form::Bare,
        _ if end == at + 1 => Form::HanDigit,
        _ => Form::Han,
    };
    Some(Numeral {
        end,
        value: sum.total(),
        form,
        over,
        scaled: sum.scaled,
    })
}

/// The running value of a Chinese number: `total` holds finished 万 and 亿 groups.
#[derive(Default)]
struct HanSum {
    total: f64,
    section: f64,
    digit: Option<f64>,
    started: bool,
    has_point: bool,
    scaled: bool,
    /// It began with a multiplier other than 十, and no digit stood behind.
    bare: bool,
}

impl HanSum {
    /// `千亿`, `万亿`: of multipliers alone.
    fn is_bare(&self) -> bool {
        self.scaled && self.bare
    }

    /// False for two digits in a row: `二〇三五` is a year, `三四` no number.
    fn digit(&mut self, digit: f64) -> bool {
        let follows_zero = self.digit == Some(0.0) && self.section + self.total > 0.0;
        if self.digit.is_some() && !follows_zero {
            return false;
        }
        self.digit = Some(digit);
        self.started = true;
        self.bare = false;
        true
    }

    fn scale(&mut self, factor: f64) {
        self.bare |= !self.started && factor > 10.0;
        if factor < 1e4 {
            let bare = if self.started && self.digit.is_none() && factor > 10.0 {
                0.0
            } else {
                1.0
            };
            self.section += self.digit.take().unwrap_or(bare) * factor;
        } else {
            let section = self.section + self.digit.take().unwrap_or(0.0);
            let whole = self.total + section;
            let grouped = if section == 0.0 {
                whole.max(1.0)
            } else {
                section
            };
            self.total = if section == 0.0 {
                grouped * factor
            } else {
                self.total + grouped * factor
            };
            self.section = 0.0;
            self.scaled = true;
        }
        self.started = true;
    }

    /// `一点五`, `十点七五`: how many places `behind` the point are digits.
    fn fraction(&mut self, behind: &[char]) -> usize {
        const MOST: usize = 4;
        let digits = behind.iter().take(MOST).map_while(|&c| han_digit(c));
        let digits: Vec<f64> = digits.collect();
        if !self.started || self.has_point || digits.is_empty() {
            return 0;
        }
        let tenths = |tail, digit| (tail + digit) / 10.0;
        let tail = digits.iter().rev().fold(0.0, tenths);
        self.digit = Some(self.digit.unwrap_or(0.0) + tail);
        self.has_point = true;
        digits.len()
    }

    fn total(&self) -> f64 {
        self.total + self.section + self.digit.unwrap_or(0.0)
    }
}

/// `2/3`, `三分之二`: a part of one. `百分之五` is left to [`hundredths`].
pub(super) fn fraction(chars: &[char], at: usize) -> Option<(f64, usize)> {
    if chars[at].is_ascii_digit() {
        let (upper, slash) = plain_arabic(chars, at)?;
        let (lower, end) =
            (chars.get(slash) == Some(&'/')).then(|| plain_arabic(chars, slash + 1))??;
        let rate = has(chars, end, "万");
        return (lower > upper && upper > 0.0 && !rate).then_some((upper / lower, end));
    }
    let lower = han(chars, at)?;
    if !has(chars, lower.end, "分之") {
        return None;
    }
    let upper = read(chars, lower.end + 2)?;
    (lower.value > upper.value).then_some((upper.value / lower.value, upper.end))
}

/// `百分之五`, `百分之三点五`, `千分之四`: the value, its end, and percent or permille.
pub(super) fn hundredths(chars: &[char], at: usize) -> Option<(f64, usize, &'static str)> {
    let unit = match chars[at] {
        '百' if has(chars, at, "百分之") => "%",
        '千' if has(chars, at, "千分之") => "‰",
        _ => return None,
    };
    let numeral = read(chars, at + 3)?;
    Some((numeral.value, numeral.end, unit))
}

/// `10万分之八点五`: how many of a hundred thousand, and the end.
pub(super) fn of_a_hundred_thousand(chars: &[char], at: usize) -> Option<(f64, usize)> {
    let whole = any_at(chars, at, &["10万分之", "十万分之"])?;
    let part = read(chars, at + whole)?;
    Some((part.value, part.end))
}

/// `1.61:1` is 1.61 to one; `1:18` is 18 for one. Three terms are a structure, not a ratio.
pub(super) fn ratio(chars: &[char], at: usize) -> Option<(f64, usize)> {
    let (first, colon) = plain_arabic(chars, at)?;
    if chars.get(colon) != Some(&':') {
        return None;
    }
    let (second, end) = plain_arabic(chars, colon + 1)?;
    if chars.get(end) == Some(&':') || first <= 0.0 || second <= 0.0 {
        return None;
    }
    let value = if first == 1.0 { second } else { first / second };
    Some((value, end))
}

/// `4.2:46.1:49.7`: where a structure of three or more terms ends.
pub(super) fn proportion(chars: &[char], at: usize) -> Option<usize> {
    let (_, mut end) = plain_arabic(chars, at)?;
    let mut terms = 1;
    while chars.get(end) == Some(&':')
        && let Some((_, next)) = plain_arabic(chars, end + 1)
    {
        terms += 1;
        end = next;
    }
    (terms > 2).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<f64>) {
        let chars: Vec<char> = text.chars().collect();
        let found = read(&chars, 0).map(|numeral| numeral.value);
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn arabic_digits_take_chinese_multipliers() {
        check("6871亿元", Some(6871e8));
        check("1.7万亿元", Some(1.7e12));
        check("3千万吨", Some(3e7));
        check("12,500家", Some(12500.0));
        check("176.5万吨", Some(1_765_000.0));
    }

    #[test]
    fn a_unit_that_begins_with_thousand_is_no_multiplier() {
        check("5千瓦", Some(5.0));
        check("2百分点", Some(2.0));
        check("80万千瓦", Some(8e5));
    }

    #[test]
    fn chinese_numbers_read_like_digits() {
        check("一百三十亿", Some(130e8));
        check("一千三百亿", Some(1300e8));
        check("十五个", Some(15.0));
        check("二十余个", Some(20.0));
        check("三千零五十万", Some(3050e4));
        check("两万", Some(2e4));
        check("一点五倍", Some(1.5));
    }

    #[test]
    fn a_bare_multiplier_counts_one() {
        check("千亿", Some(1e11));
        check("万亿元", Some(1e12));
        check("百家", Some(100.0));
    }

    #[test]
    fn two_digits_in_a_row_are_no_number() {
        check("二〇三五年", None);
    }

    #[test]
    fn fractions_and_ratios() {
        let chars: Vec<char> = "三分之二".chars().collect();
        assert_eq!(fraction(&chars, 0), Some((2.0 / 3.0, 4)));
        let chars: Vec<char> = "1.61:1".chars().collect();
        assert_eq!(ratio(&chars, 0), Some((1.61, 6)));
        let chars: Vec<char> = "2:40:58".chars().collect();
        assert_eq!(ratio(&chars, 0), None);
    }
}
