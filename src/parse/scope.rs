//! What a paragraph's place says of it: a review reports, a section of goals promises for a year.

use std::ops::Range;
use std::sync::LazyLock;

use super::lexicon::{self, Lexicon};
use super::outline::{Layout, Rank};
use super::prose::{Prose, contains_any, find, has};
use super::time::{self, Calendar, Mode, Time};
use crate::plan::{Role, Year};

/// Role and year that hold in a paragraph unless its own words say otherwise.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scope {
    pub role: Role,
    pub year: Year,
    /// The span of years a review or a goal is for.
    pub span: Option<(u16, u16)>,
    /// The year `今年` means here.
    pub now: Option<u16>,
}

/// Headings of sections that report what was.
#[rustfmt::skip] // a word list reads as a paragraph
static REVIEWS: LazyLock<Lexicon<()>> = LazyLock::new(|| lexicon::by_first(lexicon::plain(&[
    "回顾", "发展基础", "现实基础", "发展现状", "基本现状", "现状与", "主要成就", "发展成就",
    "历史性成就", "发展成效", "主要成效", "发展历程", "工作总结", "完成情况", "执行情况",
])));
/// Headings of sections that state goals.
const GOALS: &[&str] = &["目标"];

/// The scope of every paragraph.
pub(super) fn read(chars: &Prose, layout: &Layout, calendar: &Calendar) -> Vec<Scope> {
    let base = Scope {
        role: Role::Target,
        year: Year::Unstated,
        span: None,
        now: calendar.now,
    };
    let mut open: Vec<(Rank, Scope)> = Vec::new();
    let mut rank = Rank::Han;
    let mut goals = false;
    let mut scopes = Vec::with_capacity(layout.outline.paragraphs.len());
    let mut headings = layout.outline.headings.iter().zip(&layout.ranks).peekable();
    let paragraphs = &layout.outline.paragraphs;
    for (index, paragraph) in paragraphs.iter().enumerate() {
        while let Some((heading, heading_rank)) =
            headings.next_if(|(heading, _)| heading.paragraph as usize <= index)
        {
            let title = heading.title.start as usize..heading.title.end as usize;
            open.retain(|&(above, _)| above < *heading_rank);
            if *heading_rank < Rank::Dash {
                rank = *heading_rank;
                goals = contains_any(&chars[title.clone()], GOALS);
            }
            let current = open.last().map_or(base, |&(_, scope)| scope);
            if let Some(scope) = of_heading(chars, title, *heading_rank, current, calendar) {
                open.push((*heading_rank, scope));
            }
        }
        let words = paragraph.span.start as usize..paragraph.span.end as usize;
        let current = open.last().map_or(base, |&(_, scope)| scope);
        scopes.push(current);
        let next_is_dash = paragraphs
            .get(index + 1)
            .is_some_and(|next| has(chars, next.span.start as usize, "——"));
        let times = || time::read(chars, words.clone(), &at_now(calendar, current.now));
        if current.role == Role::Observed {
            if current.year == Year::Unstated
                && let Some(scope) = of_review(&times(), current)
                && let Some(last) = open.last_mut()
            {
                last.1 = scope;
                scopes[index] = scope;
            }
        } else if leads_in(&chars[words.clone()]) || goals && next_is_dash {
            let scope = of_goal(chars, &times(), current, calendar);
            open.retain(|&(above, _)| above < rank);
            open.push((rank, scope));
        }
    }
    scopes
}

pub(super) fn at_now(calendar: &Calendar, now: Option<u16>) -> Calendar {
    Calendar { now, ..*calendar }
}

/// `第一节 发展回顾`, `三、2026年工作安排`.
fn of_heading(
    chars: &Prose,
    title: Range<usize>,
    rank: Rank,
    current: Scope,
    calendar: &Calendar,
) -> Option<Scope> {
    let times = time::read(chars, title.clone(), calendar);
    let title = &chars[title];
    let stated = times
        .iter()
        .filter(|time| matches!(time.mode, Mode::In | Mode::Span | Mode::Due))
        .filter_map(|time| time.year.stated())
        .max();
    if rank < Rank::Dash && REVIEWS.within(title) {
        let before_plan = calendar.plan.map(|(first, _)| first - 1);
        let year = stated.or(before_plan);
        return Some(Scope {
            role: Role::Observed,
            year: year.map_or(Year::Unstated, Year::Stated),
            span: times.iter().find_map(|time| time.span),
            now: year,
        });
    }
    let stated = stated.filter(|_| rank < Rank::Dash && !contains_any(title, &["远景"]))?;
    Some(Scope {
        role: Role::Target,
        year: Year::Stated(stated),
        span: times.iter().find_map(|time| time.span),
        now: if times.iter().any(|time| time.mode == Mode::In) {
            Some(stated)
        } else {
            current.now
        },
    })
}

/// A review that names its years only in the text: `“十三五”时期`.
fn of_review(times: &[Time], current: Scope) -> Option<Scope> {
    let time = times
        .iter()
        .find(|time| matches!(time.mode, Mode::Span | Mode::In) && time.year.stated().is_some())?;
    Some(Scope {
        year: time.year,
        span: time.span,
        ..current
    })
}

/// `…具体目标是:`, `…努力实现以下主要目标。`
fn leads_in(words: &[char]) -> bool {
    let tail = &words[words.len().saturating_sub(30)..];
    let Some(at) = find(tail, "目标") else {
        return false;
    };
    let rest = &tail[at + 2..];
    rest.is_empty()
        || rest[0] == '。' && rest.len() == 1
        || rest.len() <= 4 && rest.last() == Some(&':')
}

/// The year that a lead-in sets for the items below it.
fn of_goal(chars: &[char], times: &[Time], current: Scope, calendar: &Calendar) -> Scope {
    let governing = times.iter().rev().find(|time| {
        matches!(time.mode, Mode::Due | Mode::Span | Mode::In)
            || time.mode == Mode::Name && chars[time.start] != '2'
    });
    let plan_end = calendar.plan.map(|span| Year::Stated(span.1));
    let year = governing.map(|time| time.year).or(plan_end);
    Scope {
        year: year.unwrap_or(current.year),
        span: governing.and_then(|time| time.span).or(calendar.plan),
        ..current
    }
}
