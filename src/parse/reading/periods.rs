//! When a number holds: the year it is due or was measured, the span of a sum, the base of a change.

use super::super::prose::{contains, contains_any, has};
use super::super::time::{Mode, Time};
use super::parts::Part;
use super::tense::is_basis;
use super::{Carried, REACH, Scene};
use crate::plan::{Kind, Origin, Period, Year};

impl Scene<'_> {
    pub(super) fn when(&self, part: &Part, kind: Kind, carried: &Carried) -> Period {
        let at = part.figure.start;
        let base = self.base(part, kind);
        if part.cues.from {
            return Period {
                year: self.start_year(part),
                span: None,
                base,
                origin: Origin::Sentence,
            };
        }
        let summed = matches!(kind, Kind::Cumulative | Kind::Growth | Kind::PerYear);
        let span = carried.span.as_ref();
        // `本届政府`: of years that are not told.
        let told = |span: &&Time| span.year != Year::Unstated || self.scope.year == Year::Unstated;
        let span = span
            .filter(told)
            .filter(|span| summed || self.is_of_this_sentence(span));
        let opened = carried.opened.as_ref();
        let before = opened.or(carried.due.as_ref()).or(span);
        let before = before.or(carried.past.as_ref());
        let (year, span, origin) = match (self.governing(at), before) {
            // `五年累计完成…` in a review: of its years.
            (Some(time), _) if time.mode == Mode::Span && !told(&time) => {
                (self.scope.year, self.scope.span, Origin::Section)
            }
            (Some(time), _) => (time.year, time.span, Origin::Sentence),
            (None, Some(time)) => (time.year, time.span, Origin::Paragraph),
            (None, None) => (self.whole_year(at), self.scope.span, Origin::Section),
        };
        let yearly = kind == Kind::Growth && part.each_year;
        // A rate told of one year is none of the section's years.
        let since = self
            .governing(at)
            .is_some_and(|time| time.is_since(self.chars()));
        let one_year = origin == Origin::Section || since;
        let summed = summed && (kind != Kind::Growth || yearly || !one_year);
        let over = |base: Option<u16>| {
            let base = base.filter(|_| yearly)?;
            years_since(base, year)
        };
        let own = over(base);
        let span = own
            .or(span.filter(|_| summed && !self.is_of_a_year(part)))
            // `甲由2015年的1亿元增至2亿元;乙由3亿元增至4亿元,年均增长6%`
            .or_else(|| over(carried.base))
            .or_else(|| self.long_span(year).filter(|_| yearly));
        Period {
            year,
            span,
            base: base.filter(|_| !yearly || own.is_some()),
            origin,
        }
    }

    /// `比上年增长9%`: not over the years of the section.
    fn is_of_a_year(&self, part: &Part) -> bool {
        const YEARLY: &[&str] = &["比上年", "较上年", "比去年", "较去年", "同比"];
        let start = part.segment.range.start;
        let near = start.max(part.figure.start.saturating_sub(REACH));
        !part.each_year && contains_any(&self.chars()[near..part.figure.start], YEARLY)
    }

    /// The year of the paragraph's scope; `全年…,确保…` in a report means this year where none is told.
    fn whole_year(&self, at: usize) -> Year {
        let calendar = self.reader.calendar;
        let told = self.scope.year != Year::Unstated || calendar.plan.is_some();
        let whole = || {
            const WILLS: &[&str] = &["确保", "力争", "争取", "计划"];
            let start = self.sentence.start.max(at.saturating_sub(REACH));
            let end = self.sentence.end.min(at + REACH);
            contains(&self.chars()[start..at], "全年")
                && contains_any(&self.chars()[start..end], WILLS)
        };
        match calendar.ahead().filter(|_| !told && whole()) {
            Some(year) => Year::Stated(year),
            None => self.scope.year,
        }
    }

    /// The time that governs a number: the last before it in the sentence.
    pub(super) fn governing(&self, at: usize) -> Option<&Time> {
        self.times_before(at)
            .iter()
            .rev()
            .filter(|time| matches!(time.mode, Mode::Due | Mode::In | Mode::Span))
            .find(|time| !self.is_aside(time, at) && !is_basis(self.chars(), time, at))
    }

    /// `(扣除2022年专项资金)`: a year within brackets that close before `at`, with more words in them.
    fn is_aside(&self, time: &Time, at: usize) -> bool {
        let chars = self.chars();
        // A bracket is as long as a name, at most.
        let behind = time.end..at.min(time.end + REACH);
        let Some(close) = chars[behind].iter().position(|&c| c == ')') else {
            return false;
        };
        let start = self.sentence.start.max(time.start.saturating_sub(REACH));
        let open = chars[start..time.start].iter().rposition(|&c| c == '(');
        let before = open.map_or(0, |open| time.start - start - open - 1);
        open.is_some() && before + close > 0 && !chars[time.end..time.end + close].contains(&'(')
    }

    /// `“十五五”时期…;…`: no stop stands between the span and this part of its sentence.
    fn is_of_this_sentence(&self, span: &Time) -> bool {
        // Longer than any list that a span leads.
        const FARTHEST: usize = 4_000;
        let between = span.end.min(self.sentence.start)..self.sentence.start;
        if between.len() > FARTHEST {
            return false;
        }
        // `…。其中,重点项目30个` goes on with the sentence before.
        has(self.chars(), self.sentence.start, "其中") || !self.chars()[between].contains(&'。')
    }

    /// `2023年、2024年分别增长8%、9%`: one year for each number.
    pub(super) fn listed_years(&self, members: &[Part]) -> &[Time] {
        let first = &members[0];
        let times = self.times_before(first.figure.start);
        let times = &times[times.len().saturating_sub(members.len())..];
        let stated = |time: &Time| matches!(time.mode, Mode::In | Mode::Due);
        let listed = |pair: &[Time]| {
            let between = &self.chars()[pair[0].end..pair[1].start];
            between.len() == 1 && "、和及".contains(between[0])
        };
        let paired = first.cues.each && members.len() > 1 && times.len() == members.len();
        let listed = paired && times.iter().all(stated) && times.windows(2).all(listed);
        if listed { times } else { &[] }
    }

    /// `比2020年`: what a change counts from.
    fn base(&self, part: &Part, kind: Kind) -> Option<u16> {
        let compared = matches!(kind, Kind::Change | Kind::Multiple | Kind::Growth);
        let chars = self.chars();
        // `收入比2020年翻一番,…,出口年均增长9%`; but `与2020年相比,…,出口增长9%`
        let own = |time: &Time| {
            let leads = chars.get(time.end) == Some(&',');
            leads || part.names.is_empty() || time.start >= part.segment.range.start
        };
        self.times_before(part.figure.start)
            .iter()
            .rev()
            .find(|time| compared && time.mode == Mode::Base && !time.is_since(chars))
            .filter(|time| own(time))
            .and_then(|time| time.year.stated())
    }

    /// `从2020年的3.1人增加到…`: the start of a change has the year right before it, or none. Those of
    /// a list (`比2020年的3万吨、2万吨`) share it.
    fn start_year(&self, part: &Part) -> Year {
        let at = part.figure.start;
        let own = |time: &&Time| {
            let listed = time.mode == Mode::Base && !self.chars()[time.end..at].contains(&',');
            part.segment.range.start <= time.start || listed
        };
        let times = self.times_before(at);
        let last = times
            .last()
            .filter(|time| matches!(time.mode, Mode::In | Mode::Base));
        // `与2015年相比,…从76岁提高到77岁`
        let compared = |time: &&Time| {
            time.mode == Mode::Base && matches!(self.chars()[time.start], '与' | '比' | '较')
        };
        let since = || times.iter().rfind(compared);
        // `甲从2017年的3亿元增至2022年的5亿元,乙从1亿元增至2亿元`
        let alike = || {
            let base = times.iter().rfind(|time| time.mode == Mode::Base)?;
            let until = times.last().filter(|last| last.start > base.start)?;
            let both =
                matches!(until.mode, Mode::In | Mode::Due) && self.chars()[until.end] == '的';
            both.then_some(base)
        };
        last.filter(own)
            .or_else(since)
            .or_else(alike)
            .map_or(Year::Unstated, |time| time.year)
    }

    /// The years that a yearly rate up to `year` must mean: the plan's, or the review's.
    fn long_span(&self, year: Year) -> Option<(u16, u16)> {
        let plan = self.reader.calendar.plan;
        [self.scope.span, plan]
            .into_iter()
            .flatten()
            .find(|span| year == Year::Stated(span.1))
    }
}

/// `比2002年增长86%,年均增长17%` in 2006: the years of the yearly rate. None for a year or less.
fn years_since(base: u16, year: Year) -> Option<(u16, u16)> {
    let last = year.stated().filter(|&last| last > base + 1)?;
    Some((base + 1, last))
}
