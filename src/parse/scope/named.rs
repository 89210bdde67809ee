//! The scopes that headings and paragraphs name with their times: reviewed years, this year, goals.

use std::ops::Range;
use std::sync::LazyLock;

use super::super::lexicon::{self, Lexicon};
use super::super::outline::Rank;
use super::super::prose::{Prose, any_end, contains_any, ends, find};
use super::super::time::{self, Calendar, Mode, Time};
use super::{GOALS, Scope};
use crate::plan::{Role, Year};

/// Headings of sections that report what was.
#[rustfmt::skip] // a word list reads as a paragraph
static REVIEWS: LazyLock<Lexicon<()>> = LazyLock::new(|| lexicon::by_first(lexicon::plain(&[
    "回顾", "发展现状", "基本现状", "现状", "主要成就", "发展成就",
    "历史性成就", "决定性成就", "新成就", "辉煌成就", "伟大成就", "突出成就", "重大成就", "显著成就", "巨大成就", "建设成就", "发展成效", "主要成效", "发展历程", "发展情况", "工作总结", "工作成效", "显著成效", "主要成绩", "取得的成绩", "较好成绩", "良好成绩", "显著成绩", "优异成绩", "突出成绩", "可喜成绩", "取得的成效", "基本情况", "现状分析", "现状基础", "建设现状", "产业现状", "建设成效", "完成情况", "执行情况", "执行结果", "统计公报",
    "过去一年", "过去的一年", "过去五年", "过去的五年", "五年来的",
])));
/// `第一节 发展回顾`, `三、2026年工作安排`.
pub(super) fn of_heading(
    chars: &Prose,
    title: Range<usize>,
    rank: Rank,
    current: Scope,
    calendar: &Calendar,
) -> Option<Scope> {
    let times = time::read(chars, title.clone(), calendar);
    // `第一节 基础条件|2015年末,区域常住人口…`: the first words of the text are no part of it.
    let runs_in = times
        .last()
        .filter(|time| time.end == title.end && ends(&chars[..time.end], "年末"));
    let title = &chars[title.start..runs_in.map_or(title.end, |time| time.start)];
    let year = |times: &[&Time]| {
        let of = |time: &&&Time| matches!(time.mode, Mode::In | Mode::Span | Mode::Due);
        let years = times
            .iter()
            .filter(of)
            .filter_map(|time| time.year.stated());
        years.max()
    };
    let stated = year(&times.iter().collect::<Vec<_>>());
    let is_title = rank == Rank::Title;
    let first = calendar.ahead().or(calendar.plan.map(|plan| plan.0));
    let over = |year| !is_title && first.is_some_and(|first| year < first);
    // `…执行情况与…计划草案的报告` reviews in one part of two.
    let reviews = (REVIEWS.within(title) || names_a_basis(title))
        && !(is_title && contains_any(title, &["草案"]));
    if rank < Rank::Dash && (reviews || stated.is_some_and(over)) {
        let before_plan = calendar.plan.filter(|_| !calendar.report);
        let before_plan = before_plan.map(|(first, _)| first - 1);
        let above = current.year.stated();
        let above = above.filter(|_| current.role == Role::Observed);
        // `“十二五”时期的发展基础` is of the years before.
        let basis = !is_title && contains_any(title, &["基础", "背景", "环境"]);
        let ahead = |time: &&Time| {
            basis
                && time.span.is_some()
                && time.span == calendar.plan
                && ends(&chars[..time.end], "时期")
        };
        // `2019年和今年以来工作回顾`, `1998年工作回顾和1999年工作目标`
        let coming = |time: &&Time| {
            calendar.report && !is_title && time.year.stated() >= first && first.is_some()
        };
        let over = |time: &&Time| !ahead(time) && !coming(time) && !time.is_since(chars);
        let times: Vec<&Time> = times.iter().filter(over).collect();
        let stated = year(&times);
        let of_a_year = times.iter().any(|time| time.mode == Mode::In);
        // `“十一五”经济社会发展回顾`
        let named = times.iter().filter(|time| time.span.is_some());
        let named = named.filter_map(|time| time.year.stated()).max();
        let reported = calendar
            .ahead()
            .map(|ahead| ahead - 1)
            .filter(|_| calendar.report);
        let year = stated
            .or(named.filter(|_| !is_title))
            .or(above)
            .or(reported)
            .or(before_plan);
        return Some(Scope {
            role: Role::Observed,
            year: year.map_or(Year::Unstated, Year::Stated),
            // `2022年和过去五年工作回顾`: no sum is known to be over the five.
            span: times
                .iter()
                .find_map(|time| time.span)
                .filter(|_| !of_a_year),
            // `2022年计划执行情况` was written before that year was over, whenever it was issued.
            now: if is_title { stated } else { None }
                .or(calendar.now)
                .or(year),
        });
    }
    // `经济社会发展主要预期目标` of a text that is no plan of some years: this year's.
    let expected = stated.is_none()
        && calendar.plan.is_none()
        && current.role == Role::Target
        && rank < Rank::Dash
        && contains_any(title, &["预期目标"]);
    if let Some(year) = calendar.ahead().filter(|_| expected) {
        return Some(Scope {
            role: Role::Target,
            year: Year::Stated(year),
            span: None,
            now: calendar.now,
        });
    }
    // A title's span is the whole plan's, and says of no statement when it is due.
    let is_plans = is_title && times.iter().all(|time| time.mode != Mode::In);
    let dates = rank < Rank::Dash && !is_plans && !contains_any(title, &["远景"]);
    let stated = stated.filter(|_| dates)?;
    // `2030年目标` of a plan up to 2030 is written long before.
    let far = calendar.plan.is_some_and(|(_, last)| stated >= last) && contains_any(title, GOALS);
    Some(Scope {
        role: Role::Target,
        year: Year::Stated(stated),
        span: times.iter().find_map(|time| time.span),
        // `今后五年工作思路和2018年重点任务`: the one year is this year.
        now: match times.iter().rfind(|time| time.mode == Mode::In) {
            Some(this) if !far => this.year.stated(),
            _ => current.now,
        },
    })
}

/// `脱贫攻坚基础`, `发展基础与环境`, but not `夯实农村发展基础`.
fn names_a_basis(title: &[char]) -> bool {
    #[rustfmt::skip] // a word list reads as a paragraph
    const VERBS: &[&str] = &[
        "强化", "加强", "完善", "建设", "提升", "健全", "厚植", "增强", "做实", "稳固", "优化", "构建", "改善", "推进", "打好", "夯牢", "培育", "积蓄",
    ];
    const LONGEST: usize = 14;
    let known = ["发展基础", "现实基础"]
        .iter()
        .find_map(|basis| find(title, basis));
    let ends = || any_end(title, &["基础", "基础条件"]).filter(|_| title.len() <= LONGEST);
    let Some(end) = known.or_else(|| ends().map(|length| title.len() - length)) else {
        return false;
    };
    // `夯实工业化、城镇化|发展基础`
    if contains_any(
        &title[..end],
        &["夯实", "筑牢", "打牢", "奠定", "巩固", "作为"],
    ) {
        return false;
    }
    // `建设成就与|发展基础`
    let mut words = title[..end].rsplit(|c| matches!(c, '、' | '和' | '与' | '及' | ','));
    words.next().is_none_or(|words| !contains_any(words, VERBS))
}

/// A review that names its years only in the text: `“十三五”时期`.
pub(super) fn of_review(times: &[Time], current: Scope) -> Option<Scope> {
    // A heading tells the year of most; the words below it may tell which years led there.
    let fits = |time: &&Time| match current.year {
        Year::Unstated => {
            matches!(time.mode, Mode::Span | Mode::In) && time.year.stated().is_some()
        }
        year => time.mode == Mode::Span && time.year == year && time.span.is_some(),
    };
    let time = times.iter().find(fits)?;
    Some(Scope {
        year: time.year,
        span: time.span,
        ..current
    })
}

/// The review that such a paragraph begins; `calendar` is the paragraph's.
pub(super) fn of_past(times: &[Time], current: Scope, calendar: &Calendar) -> Scope {
    let review = Scope {
        role: Role::Observed,
        year: calendar
            .ahead()
            .map_or(Year::Unstated, |ahead| Year::Stated(ahead - 1)),
        ..current
    };
    // `“十三五”期间,…取得了显著成绩。`
    let opens = times.first().filter(|time| time.mode == Mode::Span);
    let over = |time: &&Time| time.year.stated() <= review.year.stated();
    match opens.filter(|time| time.span.is_some()).filter(over) {
        Some(time) => Scope {
            year: time.year,
            span: time.span,
            ..review
        },
        None => of_review(times, review).unwrap_or(review),
    }
}

/// What goals are set for where no heading says it: the year they name, or that of the report.
pub(super) fn of_year(times: &[Time], calendar: &Calendar) -> Scope {
    let ahead = |time: &&Time| {
        matches!(time.mode, Mode::In | Mode::Span | Mode::Due)
            && time.year.stated() >= calendar.ahead()
    };
    // `完成今后五年的目标,今年至关重要。主要预期目标是:…`
    let now = |time: &&Time| time.mode == Mode::In && time.year.stated() == calendar.ahead();
    let coming = times.iter().find(now).or(times.iter().find(ahead));
    let year = coming
        .and_then(|time| time.year.stated())
        .or(calendar.ahead());
    Scope {
        role: Role::Target,
        year: year.map_or(Year::Unstated, Year::Stated),
        span: coming.and_then(|time| time.span),
        now: calendar.now,
    }
}

/// The year that a lead-in sets for the items below it.
pub(super) fn of_goal(
    chars: &[char],
    times: &[Time],
    current: Scope,
    calendar: &Calendar,
) -> Scope {
    // `实现目标的支撑点:一是去年…`
    let over = |time: &Time| {
        calendar.report && time.year.stated().is_some() && time.year.stated() < calendar.ahead()
    };
    // `为到2035年翻一番打好基础`: the plan only prepares for it.
    let later = |time: &Time| time.mode == Mode::Due && ends(&chars[..time.start], "为");
    let ahead = times.iter().rev();
    let mut ahead = ahead.filter(|time| !over(time) && !later(time));
    let states = |time: &&Time| matches!(time.mode, Mode::Due | Mode::Span | Mode::In);
    // `今年是“十四五”规划收官之年、“十五五”规划谋划之年,…` speaks of this year.
    let governing = ahead.clone().find(states);
    let governing = governing
        .or_else(|| ahead.find(|time| time.mode == Mode::Name && chars[time.start] != '2'));
    // What a report sets for a year is not put off to the end of a plan that it speaks of.
    let set = calendar.report && current.year.stated().is_some();
    let plan_end = calendar.plan.filter(|_| !set);
    let plan_end = plan_end.map(|span| Year::Stated(span.1));
    let year = governing.map(|time| time.year).or(plan_end);
    let year = year.unwrap_or(current.year);
    // A goal for a year of its own is not over all years of the plan.
    let plan = calendar.plan.filter(|span| year == Year::Stated(span.1));
    Scope {
        year,
        span: governing.and_then(|time| time.span).or(plan),
        ..current
    }
}
