//! Finds the words that tell when: `到2025年`, `“十四五”期间`, `比2020年`, `今年`, and a lost `到年`.

use std::ops::{Range, RangeInclusive};

use super::cue_words::MAKE;
use super::numerals::han_digit;
use super::prose::{Prose, any_at, any_end, ends, has};
use super::signs::sign;
use super::units;
use crate::plan::Year;

mod bases;
mod plans;
mod relative;

use bases::{base_year, since_end};
pub(super) use plans::five_year_plan;
use plans::five_years;

/// What a time says about the numbers behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// `到2025年`, `2030年前`: governs what follows, to the paragraph's end.
    Due,
    /// `2020年全市`: governs its sentence.
    In,
    /// `“十四五”期间`, `五年累计`.
    Span,
    /// `比2020年`: what a change counts from.
    Base,
    /// `每年`, `年均`: a flow.
    Each,
    /// Part of a name: `2035年远景目标`, `“十四五”规划`.
    Name,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Time {
    pub start: usize,
    pub end: usize,
    pub mode: Mode,
    pub year: Year,
    pub span: Option<(u16, u16)>,
}

impl Time {
    /// `2020年1月至11月底`: a part of a year that is over.
    pub fn tells_months(&self, chars: &[char]) -> bool {
        let words = &chars[self.start..self.end];
        let part = || (0..words.len()).any(|at| months(words, at).is_some());
        words.contains(&'月') && (self.mode == Mode::Span || part())
    }

    /// `2021年以来`, `自2021年组建以来`: what it governs began then, and is not of that year alone.
    pub fn is_since(&self, chars: &[char]) -> bool {
        let dated = matches!(chars[self.start], '自' | '1' | '2' | '一' | '二');
        dated && self.mode != Mode::Name && since_end(chars, self.end).is_some()
    }
}

/// What is known of the document's own time.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Calendar {
    /// First and last year of the plan.
    pub plan: Option<(u16, u16)>,
    /// The year `今年` means.
    pub now: Option<u16>,
    /// That year is nearly over, and a report looks back on it.
    pub late: bool,
    /// The text is a report, whose plan is for the year ahead.
    pub report: bool,
    /// The copy has lost digits, so that `年前` may be a year without its number.
    pub lossy: bool,
}

impl Calendar {
    /// The first year that lies ahead of a report.
    pub fn ahead(&self) -> Option<u16> {
        self.now.map(|now| now + u16::from(self.late))
    }

    /// `1975年以前|危旧住房`: none can be due by such a year.
    fn is_long_past(&self, year: u16) -> bool {
        const LONG: u16 = 3;
        self.now.is_some_and(|now| year + LONG <= now)
    }

    /// The same, where `今年` means `now`.
    pub fn at(&self, now: Option<u16>) -> Self {
        Self {
            now,
            late: self.late && now == self.now,
            ..*self
        }
    }
}

/// All times in `range`, in order, not overlapping.
pub(super) fn read(chars: &Prose, range: Range<usize>, calendar: &Calendar) -> Vec<Time> {
    let mut times = Vec::new();
    let mut at = range.start;
    let mut titles = 0usize;
    const STOPS: u8 = sign::TIME | sign::ASIDE;
    for stop in chars.signs().all(range.clone(), STOPS) {
        if stop < at {
            continue;
        }
        match chars[stop] {
            '《' => titles += 1,
            '》' => titles = titles.saturating_sub(1),
            _ => {}
        }
        let found = if titles == 0 {
            single(chars, stop, range.start, calendar)
        } else {
            None
        };
        if let Some(time) = found.filter(|time| time.end <= range.end) {
            at = time.end;
            times.push(time);
        }
    }
    times
}

/// The characters that a time may begin with.
pub(super) const BEGIN: &str = "125一二三十九八五这未今过近明去上本每年到至(";

/// What may stand behind the first of them.
pub(super) const GO_ON: &str = "0123456789〇零一二三四五六七八九年来后去五届均前-—";

fn single(chars: &[char], at: usize, from: usize, calendar: &Calendar) -> Option<Time> {
    match chars[at] {
        '1' | '2' | '一' | '二' => calendar_year(chars, at, from, calendar),
        '十' | '九' | '八' => five_years(chars, at, from),
        '三' => relative::plan_span(chars, at, from, calendar),
        '5' if is_in_number(&chars[from..at]) => None,
        '5' | '五' | '这' | '未' | '今' | '过' | '近' | '明' | '去' | '上' | '本' | '每' | '年' => {
            relative::read(chars, at, from, calendar).or_else(|| lost(chars, at, from, calendar))
        }
        '到' | '至' | '(' => lost(chars, at, from, calendar),
        _ => None,
    }
}

/// Whether a digit behind `before` goes on with a number: `15年来`, `2.5年`.
fn is_in_number(before: &[char]) -> bool {
    let last = before.last();
    last.is_some_and(|&c| c.is_ascii_digit() || c == '.')
}

/// The years that plans speak of, and are issued in.
pub const YEARS: RangeInclusive<u16> = 1950..=2070;

/// `2025`, `二〇三五`: the year and where its digits end.
pub(super) fn year_digits(chars: &[char], at: usize) -> Option<(u16, usize)> {
    let digits = chars.get(at..at + 4)?;
    let mut year = 0u16;
    let han = !chars[at].is_ascii_digit();
    for &c in digits {
        let digit = if han && c != '0' {
            han_digit(c)? as u16
        } else {
            c.to_digit(10)? as u16
        };
        year = year * 10 + digit;
    }
    let longer = chars.get(at + 4).is_some_and(|&c| {
        c.is_ascii_digit() || c == '.' && chars.get(at + 5).is_some_and(char::is_ascii_digit)
    });
    (YEARS.contains(&year) && !longer).then_some((year, at + 4))
}

/// Words right behind a year that make it a name: the Asian Games of 2022 are no due year.
#[rustfmt::skip] // a word list reads as a paragraph
const NAMED_AFTER_YEARS: &[&str] = &[
    "远景目标", "亚运", "奥运", "世界杯", "世博", "冬奥", "远景", "版", "更新)", "修订)", "修编)", "价格", "不变价", "可比价", "价)",
];

/// `到2025年`, `2020年`, `2021—2025年`, `2030年前`, `比2020年`, `到2022培育`.
fn calendar_year(chars: &[char], at: usize, from: usize, calendar: &Calendar) -> Option<Time> {
    let before = &chars[from..at];
    let joined = |c: &char| c.is_ascii_alphanumeric() || *c == '.';
    if before.last().is_some_and(joined) {
        return None;
    }
    let (year, digits_end) = year_digits(chars, at)?;
    if let Some(span) = span_from(chars, at, year, digits_end) {
        return Some(span);
    }
    let due = any_end(before, &["截至", "截止", "直到", "到", "至"]);
    // `2009十大民生实事`
    if at == from && any_at(chars, digits_end, &["十大", "十件", "十项"]).is_some() {
        return Some(stated(at, digits_end, Mode::In, year));
    }
    // `由2005的6620万吨`
    if has(chars, digits_end, "的") && any_end(before, &["由", "从", "比", "较"]).is_some() {
        return Some(stated(at, digits_end, Mode::Base, year));
    }
    if !has(chars, digits_end, "年") {
        let start = at - due?;
        let due = stated(start, digits_end, Mode::Due, year);
        return (!is_amount(chars, digits_end)).then_some(due);
    }
    let end = digits_end + 1;
    if any_at(chars, end, NAMED_AFTER_YEARS).is_some() {
        return Some(stated(at, end, Mode::Name, year));
    }
    let late = any_at(chars, end, YEAR_ENDS);
    let end = end + late.unwrap_or_else(|| date_tail(chars, end));
    // `2000年底前|建成的小区`, `建成2015年|已开工道路`: how old things are.
    let old = any_at(chars, end, OLD).is_some()
        || ends(&chars[..end], "前")
            && (has(chars, end, "的") || due.is_none() && calendar.is_long_past(year))
        || MAKE.end(before).is_some() && any_at(chars, end, BEGUN).is_some();
    if old {
        return Some(stated(at, end, Mode::Name, year));
    }
    if let Some((start, end)) = base_year(chars, at..end, before, due.is_some()) {
        return Some(stated(start, end, Mode::Base, year));
    }
    // `截至2020年底` reports, and promises nothing.
    let reports = ends(before, "截至") || ends(before, "截止");
    let mode = if !reports && (due.is_some() || late.is_some()) {
        Mode::Due
    } else {
        Mode::In
    };
    Some(stated(at - due.unwrap_or(0), end, mode, year))
}

/// Words behind a year that say how old things are.
#[rustfmt::skip] // a word list reads as a paragraph
const OLD: &[&str] = &[
    "建成的", "竣工的", "建设的", "出生的", "成立的", "建成老旧", "建成投用的", "建成投入使用的", "老旧小区", "发布的", "欠发的",
];

/// The same, behind a verb of its own.
const BEGUN: &[&str] = &["已开工", "已建成", "已实施", "续建"];

/// What may follow a year by whose end, or before which, a thing is due.
#[rustfmt::skip] // a word list reads as a paragraph
const YEAR_ENDS: &[&str] = &[
    "年底前", "底前", "年前", "底之前", "以前", "之前", "前", "年底", "年末", "底", "末", "初",
];

/// Whether the digits that end at `end` count something, and name no year: `2025家`.
fn is_amount(chars: &[char], end: usize) -> bool {
    const GOES_ON: &str = "万亿千百%余多:/";
    let more = chars.get(end).is_some_and(|&c| GOES_ON.contains(c));
    more || units::read(chars, end).is_some()
}

/// `9月18日`, `度`, `上半年`: what may follow `2019年` and still be the same time.
fn date_tail(chars: &[char], at: usize) -> usize {
    let mut end = months(chars, at).unwrap_or(at);
    for mark in ['月', '日'] {
        let digit = |c: &&char| c.is_ascii_digit() || "一二三四五六七八九十".contains(**c);
        let digits = chars[end.min(chars.len())..]
            .iter()
            .take_while(digit)
            .count();
        if (1..=3).contains(&digits) && chars.get(end + digits) == Some(&mark) {
            end += digits + 1;
        }
    }
    if end > at && chars[end - 1] == '月' {
        end += any_at(chars, end, &["底", "末"]).unwrap_or(0);
    }
    end - at
        + any_at(
            chars,
            end,
            &["上半年", "下半年", "全年", "度", "起", "以来"],
        )
        .unwrap_or(0)
}

/// `1—11月`, `1月至11月底`: a part of a year, up to a month; where it ends.
pub(super) fn months(chars: &[char], at: usize) -> Option<usize> {
    let dash = at
        + any_at(
            chars,
            at,
            &["1月至", "1月—", "1月-", "1月到", "1至", "1—", "1-", "1~"],
        )?;
    let digits = chars[dash..].iter().take_while(|c| c.is_ascii_digit());
    let month = dash + digits.count();
    let end = month + any_at(chars, month, &["月底", "月末", "月份", "月"])?;
    (1..=2).contains(&(month - dash)).then_some(end)
}

/// First and last year of the span that begins at `at`.
pub(super) fn year_span(chars: &[char], at: usize) -> Option<(u16, u16)> {
    let (first, digits_end) = year_digits(chars, at)?;
    span_from(chars, at, first, digits_end)?.span
}

/// `2021-2025年`
fn span_from(chars: &[char], at: usize, first: u16, digits_end: usize) -> Option<Time> {
    let dash = digits_end + usize::from(has(chars, digits_end, "年"));
    let marks = chars[dash.min(chars.len())..]
        .iter()
        .take_while(|c| matches!(c, '—' | '-' | '~' | '至' | '到'))
        .count();
    if marks == 0 {
        return None;
    }
    let (last, end) = year_digits(chars, dash + marks)?;
    let end = end + usize::from(has(chars, end, "年"));
    let end = end + date_tail(chars, end);
    (first < last).then_some(Time {
        start: at,
        end,
        mode: Mode::Span,
        year: Year::Stated(last),
        span: Some((first, last)),
    })
}

fn stated(start: usize, end: usize, mode: Mode, year: u16) -> Time {
    Time {
        start,
        end,
        mode,
        year: Year::Stated(year),
        span: None,
    }
}

/// A year that lost its digits: `到年`, `(-年)`, and `确保年前…` in a copy that lost others.
fn lost(chars: &[char], at: usize, from: usize, calendar: &Calendar) -> Option<Time> {
    let time = |start, end| {
        Some(Time {
            start,
            end,
            mode: Mode::Due,
            year: Year::Lost,
            span: None,
        })
    };
    if has(chars, at, "(-年)") || has(chars, at, "(—年)") {
        return time(at, at + 4);
    }
    if is_lost_due_year(chars, at) {
        return time(at, at + 2);
    }
    let before = at.checked_sub(1).filter(|&b| b >= from).map(|b| chars[b]);
    if calendar.lossy && has(chars, at, "年前") && before.is_none_or(|c| ",;保、。".contains(c))
    {
        return time(at, at + 2);
    }
    None
}

/// What is told for a year, or by the year.
#[rustfmt::skip] // a word list reads as a paragraph
const YEARLY: &[&str] = &["人均", "生均", "人约", "户均", "平均", "销售", "营业", "计划", "耗能", "用能", "收入", "年"];

/// `到年`, but not `到年底`, nor `提高到|年人均300元`.
pub(super) fn is_lost_due_year(chars: &[char], at: usize) -> bool {
    chars.get(at + 1) == Some(&'年')
        && matches!(chars[at], '到' | '至')
        && chars
            .get(at + 2)
            .is_none_or(|&c| !"底末初中终龄老轻产货度均会内".contains(c))
        && any_at(chars, at + 2, YEARLY).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let chars = Prose::of(text);
        let calendar = Calendar {
            plan: Some((2021, 2025)),
            now: Some(2021),
            late: false,
            report: false,
            lossy: false,
        };
        let found: Vec<String> = read(&chars, 0..chars.len(), &calendar)
            .iter()
            .map(|time| {
                let words: String = chars[time.start..time.end].iter().collect();
                let year = match time.year {
                    Year::Stated(year) => year.to_string(),
                    Year::Lost => "lost".into(),
                    Year::Unstated => "unstated".into(),
                };
                format!("{words} {:?} {year}", time.mode)
            })
            .collect();
        assert_eq!(found.join("; "), expected, "{text}");
    }

    #[test]
    fn a_due_year_takes_its_preposition() {
        check("到2025年建成", "到2025年 Due 2025");
        check("到2022培育10家", "到2022 Due 2022");
        check("2030年前达峰", "2030年前 Due 2030");
        check("到二〇三五年", "到二〇三五年 Due 2035");
    }

    #[test]
    fn a_base_year_is_not_the_year() {
        check("比2020年增加", "比2020年 Base 2020");
        check("在2018年基础上翻番", "在2018年基础上 Base 2018");
        check("与2010年相比", "与2010年相比 Base 2010");
    }

    #[test]
    fn five_year_plans_are_spans_unless_they_are_names() {
        check("“十四五”期间新增", "“十四五”期间 Span 2025");
        check("“十四五”规划", "“十四五” Name 2025");
        check("“十五五”时期", "“十五五”时期 Span 2030");
        check("五年累计完成", "五年 Span 2025");
    }

    #[test]
    fn a_year_without_digits_is_lost() {
        check("到年,全市", "到年 Due lost");
        check("到年底建成", "");
        check("行动方案(-年)", "(-年) Due lost");
    }

    #[test]
    fn an_amount_is_no_year() {
        check("达到2025家", "");
        check("2022年亚运会", "2022年 Name 2022");
    }
}
