//! Times told from when a text was issued, or from its plan: `今年`, `未来五年`, `五年累计`, `每年`.

use std::sync::LazyLock;

use super::super::lexicon::{self, Lexicon};
use super::super::numerals::han_digit;
use super::super::prose::{any_at, any_end, has};
use super::bases::{ground_end, is_measure, starts_change};
use super::{Calendar, Mode, Time};
use crate::plan::Year;

/// `今年`, `未来五年`, `五年累计`, `五年来`, `每年`.
pub(super) fn read(chars: &[char], at: usize, from: usize, calendar: &Calendar) -> Option<Time> {
    // The second character of all these words, since the first has many others.
    if !matches!(
        chars.get(at + 1)?,
        '年' | '均' | '去' | '一' | '五' | '5' | '来' | '后' | '届'
    ) {
        return None;
    }
    near_year(chars, at, from, calendar)
        .or_else(|| each_year(chars, at))
        .or_else(|| years_ago(chars, at, from))
        .or_else(|| plan_span(chars, at, from, calendar))
}

/// A time of `length` characters, whose year may not be known.
fn spoken(at: usize, length: usize, mode: Mode, year: Option<u16>) -> Time {
    Time {
        start: at,
        end: at + length,
        mode,
        year: year.map_or(Year::Unstated, Year::Stated),
        span: None,
    }
}

/// `今年`, `去年`, `比上年末`, `过去的一年`.
fn near_year(chars: &[char], at: usize, from: usize, calendar: &Calendar) -> Option<Time> {
    const NEAR: &[(&str, i16)] = &[
        ("今年", 0),
        ("本年度", 0),
        ("明年", 1),
        ("去年", -1),
        ("上年", -1),
        ("上一年", -1),
    ];
    // `5家以上年收入过亿元的企业`
    if at > from && chars[at - 1] == '以' {
        return None;
    }
    if let Some(length) = any_at(chars, at, &["过去的一年", "过去一年"]) {
        let year = calendar.ahead().map(|ahead| ahead - 1);
        return Some(spoken(at, length, Mode::In, year));
    }
    let (word, offset) = NEAR.iter().find(|(word, _)| has(chars, at, word))?;
    let length = word.chars().count();
    let tail = any_at(chars, at + length, &["同期", "末", "底", "度", "初"]).unwrap_or(0);
    // `今年初步安排`
    let other = any_at(chars, at + length, &["初中", "初步", "初级"]).is_some();
    let tail = if other { 0 } else { tail };
    let base = any_end(&chars[from..at], &["相比", "比", "较", "与", "同"]);
    let starts = starts_change(chars, &chars[from..at], at + length + tail);
    // `在去年|降价的基础上`
    let ground = ground_end(chars, &chars[from..at], at + length + tail);
    let base = base.or(ground.map(|_| 1));
    // `是上年的2倍`
    let measures = || is_measure(chars, &chars[from..at], at + length + tail);
    let mode = if starts || base.is_some() || measures() {
        Mode::Base
    } else {
        Mode::In
    };
    let year = calendar.now.and_then(|now| now.checked_add_signed(*offset));
    let mut time = spoken(at, length + tail, mode, year);
    time.start -= base.unwrap_or(0);
    time.end = ground.unwrap_or(time.end);
    Some(time)
}

/// `比五年前`, `是五年前的1.8倍`: the year that a change counts from, which is not told.
fn years_ago(chars: &[char], at: usize, from: usize) -> Option<Time> {
    const LENGTH: usize = 3;
    let before = &chars[from..at];
    let ago = has(chars, at + 1, "年前");
    let base = any_end(before, &["相比", "比", "较", "与"]);
    let starts =
        any_end(before, &["由", "从", "是", "为"]).is_some() && has(chars, at + LENGTH, "的");
    let mut time = spoken(at, LENGTH, Mode::Base, None);
    time.start -= base.unwrap_or(0);
    (ago && (base.is_some() || starts)).then_some(time)
}

/// `每年`, `年均`; but `年均浓度` is a name.
fn each_year(chars: &[char], at: usize) -> Option<Time> {
    let named = any_at(
        chars,
        at + 2,
        &[
            "浓度", "值", "气温", "水平", "降水", "降雨", "径流", "日照", "停电",
        ],
    )
    .is_some();
    let length = any_at(chars, at, &["每年", "年均"]).filter(|_| !named)?;
    Some(spoken(at, length, Mode::Each, None))
}

/// Words behind `五年` that sum over the plan's years.
#[rustfmt::skip] // a word list reads as a paragraph
const SUMMED: &[&str] = &[
    "累计", "新", "全社会", "完成", "共", "全市", "建成", "引进", "培育", "城镇", "实现", "全省", "全县",
    "全区", "投入", "内", "安排", "统筹", "实际", "实施", "净增", "提请", "投资", "开工", "办理", "合计", "招商", "造林", "财政", "接待", "取得",
    "减少", "获得", "淘汰", "民生", "教育", "增加", "高新", "进出口", "转移", "吸收", "吸引", "落实", "筹集", "植树", "建设", "固定", "取消", "办结", "关停",
    "专利", "集聚", "脱贫", "改造", "拓展", "拆除", "安置", "解决", "培训", "发放", "利用", "出口", "合同", "外商", "外贸",
];

/// Words behind `五年` that name a thing, or say how long it takes.
#[rustfmt::skip] // a word list reads as a paragraph
static NAMED: LazyLock<Lexicon<()>> = LazyLock::new(|| lexicon::by_first(lexicon::plain(&[
    "计划", "规划", "行动", "方案", "目标", "任务", "攻坚", "倍增", "工程", "滚动", "发展", "的", "后", "前", "级", "制", "期", "一", "以", "之", "多", "左右", "再", "为", "是", "看", "大", "跨", "上", "磨", "奋", "来", "中", "内",
])));

/// Words for the five years before.
#[rustfmt::skip] // a word list reads as a paragraph
const PAST: &[&str] = &[
    "五年来", "过去五年", "过去的五年", "近五年", "五年以来", "这五年", "五年间",
];

/// Words behind years that something was the best of: `近五年|新高`.
const BEST: &[&str] = &[
    "新高", "新低", "最高", "最低", "最好", "最快", "来最", "来新", "之最",
];

/// The first of `chars`, with 五 where 5 stands.
fn in_words(chars: &[char]) -> [char; 5] {
    std::array::from_fn(|at| match chars.get(at) {
        Some('5') => '五',
        Some(&c) => c,
        None => '\0',
    })
}

/// The five years that lie ahead: the plan's; a government's term where the plan's have begun in a
/// report or are half over, or there is no plan.
fn coming_years(calendar: &Calendar) -> Option<(u16, u16)> {
    let term = calendar.ahead().map(|first| (first, first + 4));
    let late = if calendar.report { 1 } else { 2 };
    let begins = |&(first, _): &(u16, u16)| match calendar.ahead() {
        Some(ahead) => ahead < first + late,
        None => !calendar.report,
    };
    calendar.plan.filter(begins).or(term)
}

/// `过去四年`, `过去的3年`, of a report: its length and the years.
fn past_years(chars: &[char], at: usize, calendar: &Calendar) -> Option<(usize, (u16, u16))> {
    let words = any_at(chars, at, &["过去的", "过去"])?;
    let &count = chars.get(at + words)?;
    let years = count
        .to_digit(10)
        .or_else(|| han_digit(count).map(|years| years as u32))?;
    let last = calendar.ahead()? - 1;
    let within = (2..=9).contains(&years) && chars.get(at + words + 1) == Some(&'年');
    within.then_some((words + 2, (last + 1 - years as u16, last)))
}

/// `过去五年`, `未来五年`, `五年累计`, `本届政府`.
pub(super) fn plan_span(
    chars: &[char],
    at: usize,
    from: usize,
    calendar: &Calendar,
) -> Option<Time> {
    let over = |length, span: Option<(u16, u16)>| {
        let mut time = spoken(at, length, Mode::Span, span.map(|span| span.1));
        time.span = span;
        Some(time)
    };
    let coming = coming_years(calendar);
    let previous = coming.map(|(first, _)| (first - 5, first - 1));
    let near = &in_words(&chars[at..]);
    // `创近五年新高`
    let best = |length| any_at(chars, at + length, BEST).is_some();
    let past = any_at(near, 0, PAST).filter(|&length| !best(length));
    if let Some(length) = past.filter(|_| previous.is_some()) {
        return over(length, previous);
    }
    if let Some((length, span)) = past_years(chars, at, calendar) {
        return over(length, Some(span));
    }
    if let Some(length) = any_at(near, 0, &["未来五年", "今后五年"]) {
        return over(length, coming);
    }
    // A government's term is not the plan's, so that its years are not known.
    let term = ["本届政府任期内", "本届政府", "本届任期", "本届"];
    if let Some(length) = any_at(chars, at, &term) {
        return over(length, None);
    }
    let three = calendar.plan.is_some_and(|(first, last)| last - first == 2);
    let all = has(near, 0, "五年") || three && has(chars, at, "三年");
    let opens = matches!(chars[from..at].last(), None | Some(',' | ':' | ';' | ' '));
    let sums =
        any_at(chars, at + 2, SUMMED).is_some() || opens && NAMED.at(chars, at + 2).is_none();
    let sums = all && sums && !best(2);
    if sums && any_end(&chars[from..at], &["十", "第", "前", "连续"]).is_none() {
        let within = usize::from(has(chars, at + 2, "内"));
        return over(2 + within, calendar.plan);
    }
    None
}
