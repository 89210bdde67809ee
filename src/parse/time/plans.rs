//! Times told by the name of a five-year plan: `“十四五”期间`, `“十三五”末`, `“九五”`.

use super::super::numerals::han_digit;
use super::super::prose::{any_at, any_end, ends, has};
use super::bases::{is_measure, starts_change};
use super::{Mode, Time};
use crate::plan::Year;

/// The years of the five-year plan whose name (`十四五`) begins at `at`.
pub(in crate::parse) fn five_year_plan(chars: &[char], at: usize) -> Option<(u16, u16)> {
    let long = has(chars, at + 2, "个五年规划");
    if !has(chars, at, "十") || !has(chars, at + 2, "五") && !long {
        return None;
    }
    let number = han_digit(*chars.get(at + 1)?)? as u16;
    let first = 1951 + (10 + number) * 5;
    ((2006..=2041).contains(&first)).then_some((first, first + 4))
}

/// `“十五”`, `“九五”`: a plan of old, which only quotes tell from other words.
fn earlier_plan(chars: &[char], at: usize, from: usize) -> Option<(u16, u16)> {
    let closed = any_at(chars, at + 1, &["五”", "五\""]).is_some();
    let quoted = at > from && matches!(chars[at - 1], '“' | '"') && closed;
    // `“八五”普法` is of other years.
    let taught = any_at(chars, at + 3, &["普法", "法治", "法制", "依法"]).is_some();
    let quoted = quoted && !taught;
    let first = match chars[at] {
        '十' => 2001,
        '九' => 1996,
        '八' => 1991,
        _ => return None,
    };
    quoted.then_some((first, first + 4))
}

/// Words behind a five-year plan that make a name of it.
#[rustfmt::skip] // a word list reads as a paragraph
const NAMED_AFTER_PLANS: &[&str] = &[
    "规划", "发展", "目标", "主要目标", "纲要", "建设", "总体", "重大", "经济社会", "开局",
    "良好开局", "开好局", "收官", "起步", "第一年", "首年", "关键之年", "圆满收官", "承前启后", "承上启下", "交汇", "谋划", "谋篇", "编制", "布局", "收尾", "胜利收官", "的关键", "的开局", "的收官",
];

/// What may follow a five-year plan and still be the same time.
const PLAN_ENDS: &[&str] = &[
    "期间", "时期", "期末", "以来", "末期", "末", "内", "时", "期",
];

/// `“十四五”期间`, `“十三五”`, `“十四五”末`; `“十四五”规划` is a name.
pub(super) fn five_years(chars: &[char], at: usize, from: usize) -> Option<Time> {
    let earlier = earlier_plan(chars, at, from);
    let plan = || five_year_plan(chars, at).filter(|_| has(chars, at + 2, "五"));
    let (first, last) = earlier.or_else(plan)?;
    let quoted = at > from && matches!(chars[at - 1], '“' | '"');
    let start = at - usize::from(quoted);
    let name = at + if earlier.is_some() { 2 } else { 3 };
    let name_end = name + usize::from(matches!(chars.get(name), Some('”' | '"')));
    let founded = any_end(&chars[from..start], &["奠定了", "奠定", "开启了", "开启"]).is_some();
    let end = name_end + any_at(chars, name_end, PLAN_ENDS).unwrap_or(0);
    // `“十一五”时期的良好开局`
    let opened = any_at(
        chars,
        end,
        &["的良好开局", "良好开局", "的开局", "实现良好开局"],
    )
    .is_some();
    let named = founded || opened || is_plan_name(chars, name_end);
    // `比“十五”期初的3万台`: of a year that is not told.
    if has(chars, name_end, "期初") {
        let word = any_end(&chars[from..start], &["比", "较"]).unwrap_or(0);
        return Some(Time {
            start: start - word,
            end: name_end + 2,
            mode: Mode::Base,
            year: Year::Unstated,
            span: None,
        });
    }
    let (mode, word) = match named {
        true => (Mode::Name, 0),
        false => plan_mode(chars, &chars[from..start], end),
    };
    Some(Time {
        start: start - word,
        end,
        mode,
        year: Year::Stated(last),
        span: Some((first, last)),
    })
}

/// Whether the words behind a five-year plan make a name of it: `“十一五”和“十二五”承前启后的一年`.
fn is_plan_name(chars: &[char], end: usize) -> bool {
    let blanks = |at: usize| at + usize::from(chars.get(at) == Some(&' '));
    let at = blanks(end);
    if any_at(chars, at, NAMED_AFTER_PLANS).is_some() {
        return true;
    }
    let joined = any_at(chars, at, &["和", "与", "、"]).map(|length| blanks(at + length));
    let next = joined.map(|at| at + usize::from(matches!(chars.get(at), Some('“' | '"'))));
    next.filter(|&at| five_year_plan(chars, at).is_some())
        .map(|at| at + 3 + usize::from(matches!(chars.get(at + 3), Some('”' | '"'))))
        .is_some_and(|end| any_at(chars, blanks(end), NAMED_AFTER_PLANS).is_some())
}

/// What a five-year plan between `before` and `end` says as a time, and the length of the word
/// before it that says so: `较|“十三五”末`, `由“十三五”末|的1.1万亿元`, `到|“十四五”末`.
fn plan_mode(chars: &[char], before: &[char], end: usize) -> (Mode, usize) {
    if starts_change(chars, before, end) || is_measure(chars, before, end) {
        (Mode::Base, 0)
    } else if let Some(length) = any_end(before, &["比", "较", "与", "高于", "低于", "快于"])
    {
        (Mode::Base, length)
    } else if let Some(length) = any_end(before, &["到", "至"]) {
        (Mode::Due, length)
    } else if chars[end - 1] == '末' {
        (Mode::Due, usize::from(ends(before, "在")))
    } else {
        (Mode::Span, usize::from(ends(before, "在")))
    }
}
