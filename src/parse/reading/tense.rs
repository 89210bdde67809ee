//! Whether a time lies behind or ahead, and what it leaves to the sentences behind it.

use std::ops::Range;

use super::super::cue_words::CHANGES;
use super::super::prose::{any_at, any_end, contains, ends, has, is_han};
use super::super::scope::{self, Scope};
use super::super::time::{Calendar, Mode, Time};
use super::{Carried, Reader};
use crate::plan::{Role, Year};

impl Carried {
    /// `…,做好今年工作意义重大。主要预期目标是:…`: a sentence of goals without a time takes that of the one
    /// before.
    pub(super) fn take_goals(&mut self, times: &[Time], sentence: &[char]) {
        let coming = self.coming.take();
        let open = times.is_empty() && self.due.is_none();
        if let Some(year) = coming.filter(|_| open)
            && scope::sets_goals(sentence)
        {
            self.due = Some(year);
        }
    }

    /// A year that `times` name stays until another is named, from sentence to sentence; `is_past` tells
    /// of a time whether it lies before the plan's.
    fn keep<'t>(&mut self, times: impl Iterator<Item = &'t Time>, is_past: impl Fn(&Time) -> bool) {
        for time in times {
            if time.mode != Mode::Base {
                self.past = is_past(time).then(|| time.clone());
            }
            match time.mode {
                Mode::Due => self.due = Some(time.clone()),
                Mode::Span => self.span = Some(time.clone()),
                Mode::Base => self.base = time.year.stated(),
                // `“十四五”以来,…截至2022年底,…;…`
                Mode::In if self.past.is_some() => self.span = None,
                Mode::In | Mode::Each | Mode::Name => {}
            }
        }
    }
}

impl Reader<'_> {
    /// `2016年以来,累计投入90亿元`: until the end of the years that are reviewed here, or are over; but
    /// `1961年以来最低`. What stands behind its sentence is of those years' last.
    pub(super) fn count_since(&self, times: &mut [Time], scope: &Scope, carried: &mut Carried) {
        #[rustfmt::skip] // a word list reads as a paragraph
        const COMPARES: &[&str] = &["最", "首", "的", "同期", "罕", "第", "新高", "新低", "历史", "少见", "少有", "未有"];
        let chars = self.prose.plain();
        let plan = self.calendar.plan.map(|plan| plan.0);
        let ahead = self.calendar.ahead().filter(|_| self.calendar.report);
        let over = ahead.or(plan).or(self.calendar.ahead());
        let over = over.map(|first| first - 1);
        let reviewed = Some(scope.year).filter(|_| scope.role == Role::Observed);
        let last = carried.past.as_ref().map(|time| time.year).or(reviewed);
        let last = last.map_or(over, |year| year.stated());
        for time in times {
            let counts = time.is_since(chars) && any_at(chars, time.end, COMPARES).is_none();
            let first = time.year.stated().filter(|_| counts);
            if let (Some(first), Some(last)) = (first, last)
                && first < last
            {
                time.mode = Mode::Span;
                time.year = Year::Stated(last);
                if reviewed.is_none() {
                    carried.past = Some(time.clone());
                }
                time.span = Some((first, last));
            }
        }
    }

    /// Whether a time of a sentence is that of those behind it as well; `first` as below.
    fn stays(&self, time: &Time, sentence: &Range<usize>, first: bool, scope: &Scope) -> bool {
        let chars = self.prose.plain();
        let start = sentence.start;
        const NEAR: usize = 16;
        let opens = || {
            // `经核算,2022年全年…`
            let whole = ends(&chars[..time.end], "全年");
            // `特别是刚刚过去的2012年,…`
            let just = ends(&chars[..time.start], "过去的");
            // `在过去五年中,2022年是…的一年`, but not `2020年是“十三五”规划收官之年`
            let behind = &chars[time.end..sentence.end.min(time.end + NEAR)];
            let told = behind.first() == Some(&'是') && !contains(behind, "收官");
            // `各位代表,过去的五年,…`
            let said = time.mode == Mode::Span
                && time.start <= start + 2 * OPENING
                && ends(&chars[..time.start], ",");
            // In a paragraph whose years are known, only the first sentence may name another.
            let other = time.mode == Mode::In && !first && scope.year != Year::Unstated;
            time.start <= start + OPENING && !other
                || said
                || whole
                || just
                || told
                || chars[time.start] == '截'
        };
        let tells_when = || {
            // `“十一五”|我区…`, `在“十三五”|的五年里`
            let next = chars.get(time.end);
            matches!(next, Some(',' | ':' | '我' | '全' | '本'))
                || any_at(chars, time.end, &["的五年", "的5年"]).is_some()
                || any_end(&chars[..time.end], SPAN_ENDS).is_some()
        };
        // `总体规划批复|至2035年`, `围绕|到2035年…的目标`: in passing.
        let before = &chars[start..time.start];
        let leads_clause =
            before.last().is_none_or(|&c| !is_han(c)) || any_end(before, LEADS).is_some();
        // `由2016年的第60名上升|至2019年|的第35名` tells nothing of what follows.
        let ranked = has(chars, time.end, "的第");
        let leads = match time.mode {
            Mode::Due => leads_clause,
            Mode::Span => opens() && tells_when(),
            Mode::In => opens(),
            Mode::Base => true,
            Mode::Each | Mode::Name => false,
        };
        leads && !ranked && !time.is_since(chars) && !is_basis(chars, time, sentence.end)
    }

    /// Keeps what the times of a sentence say of those behind it; a year in passing (`…,2020年达到…`,
    /// `“十四五”灌区改造项目`) leaves nothing. `first`: no statement stands before it in its paragraph.
    /// `calendar` is the paragraph's.
    pub(super) fn pass_on(
        &self,
        times: &[Time],
        sentence: Range<usize>,
        first: bool,
        scope: &Scope,
        calendar: &Calendar,
        carried: &mut Carried,
    ) {
        let chars = self.prose.plain();
        let start = sentence.start;
        let stays = |time: &&Time| self.stays(time, &sentence, first, scope);
        carried.keep(times.iter().filter(stays), |time| self.is_past(time));
        let leads = |time: &&Time| {
            let mark = chars.get(time.end) == Some(&',');
            time.mode == Mode::In
                && (mark || time.start <= start + OPENING)
                && !is_basis(chars, time, sentence.end)
        };
        carried.opened = times.iter().rfind(leads).cloned().or(carried.opened.take());
        let time = times.first();
        if let Some(time) = time.filter(|time| self.opens_year(time, sentence)) {
            carried.due = Some(time.clone());
        }
        // A paragraph of goals is due by the end of the span that opens it.
        if carried.due.is_none() {
            let opening = first && scope.role == Role::Target;
            let span = time.filter(|time| opening && self.opens_span(time, start));
            carried.due = span.cloned();
        }
        let ahead = calendar.ahead();
        let named = |time: &&Time| time.mode == Mode::In && time.year.stated() == ahead;
        carried.coming = times.iter().rfind(named).cloned();
    }

    /// Whether a time lies before the plan's first year, or the year it was issued. `到2020年` looks
    /// ahead in any plan; `2020年末` may look back.
    pub(super) fn is_past(&self, time: &Time) -> bool {
        let plan = self.calendar.plan.map(|span| span.0);
        let chars = self.prose.plain();
        // `预计到2020年末,…达到`: what a year that is not quite over will have been.
        let foreseen = any_end(&chars[..time.start], &["预计", "预计全年", "预期"]).is_some();
        if foreseen && time.year.stated().is_some() && time.year.stated() <= self.calendar.now {
            return true;
        }
        // `2020年1月至11月底`, `截至2020年底`: told up to then.
        let words = &chars[time.start..time.end];
        let told = time.tells_months(chars) || words[0] == '截' && time.mode == Mode::In;
        let last = self
            .calendar
            .now
            .or(self.calendar.plan.map(|plan| plan.1 - 1));
        let year = time.year.stated();
        if told && year.is_some_and(|year| last.is_none_or(|last| year <= last)) {
            return true;
        }
        // `提高|到2020年的81岁` tells how a change ended.
        let ends = any_end(&chars[..time.start], CHANGES).is_some();
        let due = time.mode == Mode::Due && !chars[time.start].is_ascii_digit() && !ends;
        let ahead = self.calendar.ahead();
        // Nobody promises for a year that is over.
        let first = if due {
            self.calendar.now.or(plan)
        } else {
            // A report of a plan's last year tells of the next one, but not in the past.
            ahead.filter(|_| self.calendar.report).or(plan.max(ahead))
        };
        matches!((time.year, first), (Year::Stated(year), Some(first)) if year < first)
    }

    /// `“十四五”期间,…。基地达到30个。`; but `“十四五”以来` tells what was.
    fn opens_span(&self, time: &Time, start: usize) -> bool {
        let since = ends(&self.prose.plain()[..time.end], "以来");
        let span = time.mode == Mode::Span && time.span.is_some() && !since;
        span && time.start == start && !self.is_past(time)
    }

    /// `今年,…`, `今后五年,…`: what the paragraph goes on with is of that time; but `今年是开局之年` only
    /// says so, unless tasks follow.
    fn opens_year(&self, time: &Time, sentence: Range<usize>) -> bool {
        let chars = self.prose.plain();
        let year = time.year.stated();
        let coming = self.calendar.ahead();
        let issued = time.mode == Mode::In && year == coming;
        // `报告提出2023年…`
        let before = &chars[sentence.start..time.start];
        let before = before.strip_suffix(&[':']).unwrap_or(before);
        let says_so = issued && any_end(before, TELLS).is_some();
        // `2024年…主要目标为:…;…`
        let goals = || time.mode == Mode::In && contains(&chars[sentence.clone()], "目标");
        let opens = time.start == sentence.start
            && (issued || matches!(chars[sentence.start], '今' | '未') || goals())
            || says_so;
        let says = chars.get(time.end) == Some(&'是')
            && !contains(&chars[sentence.clone()], "以下工作")
            && !contains(&chars[sentence.clone()], "以下任务");
        // `2021年:建成3个;…`
        let lists = time.mode == Mode::In
            && time.start == sentence.start
            && chars.get(time.end) == Some(&':');
        if lists && year.is_some() {
            return true;
        }
        // `今后五年…提出了具体目标。`
        let goals_ahead = time.mode == Mode::Span
            && matches!(chars[time.start], '今' | '未')
            && goals_of(&chars[sentence.clone()]);
        let dated = chars[time.end - 1] == '日';
        (opens || goals_ahead) && year.is_some() && year >= coming && !says && !dated
    }
}

/// `在去年实现15亿元的基础上|达到20亿元`: a year that only what stands before `at` was in.
pub(super) fn is_basis(chars: &[char], time: &Time, at: usize) -> bool {
    const LONGEST: usize = 40;
    let behind = &chars[time.end..at.min(time.end + LONGEST)];
    let clause = behind.split(|&c| matches!(c, ',' | '。' | ';')).next();
    let within = ends(&chars[..time.start], "在") || chars[time.start] == '在';
    within && clause.is_some_and(|clause| contains(clause, "基础上"))
}

/// Words before the year that goals are due.
#[rustfmt::skip] // a word list reads as a paragraph
const LEADS: &[&str] = &["力争", "争取", "确保", "预计", "努力", "计划", "规划", "提出", "提出了", "确定", "明确", "指", "现在", "即", "是", "要", "为", "将", "我市", "我省", "我县", "我区", "全市", "全省", "全县", "全区"];

/// How far from the start of its sentence a time may stand that opens it.
const OPENING: usize = 4;

/// How words for several years end that tell when, and begin no name.
const SPAN_ENDS: &[&str] = &[
    "年", "间", "时期", "以来", "来", "内", "中", "期", "末", "届",
];

/// `…提出了具体目标`
fn goals_of(sentence: &[char]) -> bool {
    any_end(sentence, &["目标", "目标:", "任务"]).is_some()
}

/// Words of a report before the year that it tells of.
#[rustfmt::skip] // a word list reads as a paragraph
const TELLS: &[&str] = &[
    "建议", "建议,", "提出", "提出,", "提出了", "安排,", "指出", "指出,", "表示", "表示,", "说,", "称", "称,", "关于", "安排", "围绕",
];

/// `五年累计` in a review, or behind `“十三五”以来`, is not of the plan's own five years; `过去的一年`
/// is the year it reviews.
pub(super) fn look_back(times: &mut [Time], chars: &[char], scope: &Scope, carried: &Carried) {
    // `“十二五”以来,…,五年累计`: the five years just named; `2012年…,五年年均增长9%`: those up to then.
    const RATES: &[&str] = &["年均", "平均", "年平均"];
    let (mut named, mut last) = (None, None);
    let mut told = Vec::new();
    for (index, time) in times.iter_mut().enumerate() {
        let rate = any_at(chars, time.end, RATES).is_some();
        match (time.mode, chars[time.start], named, last) {
            (Mode::In, ..) => last = time.year.stated().filter(|&last| Some(last) < scope.now),
            (Mode::Span, '“', ..) => named = Some((time.year, time.span)),
            (Mode::Span, '五' | '5', _, Some(last)) if rate => {
                (time.year, time.span) = (Year::Stated(last), Some((last - 4, last)));
                told.push(index);
            }
            (Mode::Span, '五' | '5', Some(five), _) => (time.year, time.span) = five,
            _ => {}
        }
    }
    let past = carried.past.as_ref().map(|time| (time.year, time.span));
    let review = (scope.role == Role::Observed).then_some((scope.year, scope.span));
    let Some((year, span)) = past.or(review) else {
        return look_ahead(times, chars, scope, carried);
    };
    let reviews = review.is_some() && year.stated().is_some();
    let open = times.iter_mut().enumerate();
    for (_, time) in open.filter(|(index, _)| told.binary_search(index).is_err()) {
        // The year before the one that is reviewed.
        if contains(&chars[time.start..time.end], "上年")
            && let Some(reviewed) = review.and_then(|(year, _)| year.stated())
        {
            time.year = Year::Stated(reviewed - 1);
        }
        match (chars[time.start], time.mode) {
            ('五' | '5' | '这' | '过' | '近', Mode::Span) => {
                let own = time.span.filter(|own| Year::Stated(own.1) == year);
                let five = chars[time.start..time.end]
                    .iter()
                    .any(|c| matches!(c, '五' | '5'));
                let five = year.stated().filter(|_| five).map(|last| (last - 4, last));
                (time.year, time.span) = (year, own.or(span).or(five));
            }
            // `实现“十四五”开门红`, of the first of those years: no review is of years ahead.
            (_, Mode::Span) if reviews && time.year.stated() > year.stated() => {
                time.mode = Mode::Name;
            }
            ('过', Mode::In) => time.year = year,
            // A review of the year before, written as if it were not over: `今年以来`.
            ('今', Mode::In) if has(chars, time.end, "以来") && review.is_some() => {
                time.year = year;
            }
            _ => {}
        }
    }
}

/// `五年累计` among goals, in a text that tells no plan's years, is of the five years named before.
fn look_ahead(times: &mut [Time], chars: &[char], scope: &Scope, carried: &Carried) {
    let before = carried.span.as_ref().map(|time| (time.year, time.span));
    let mut last = before.unwrap_or((scope.year, scope.span));
    for time in times.iter_mut().filter(|time| time.mode == Mode::Span) {
        if time.year == Year::Unstated && matches!(chars[time.start], '五' | '5') {
            (time.year, time.span) = last;
        }
        last = (time.year, time.span);
    }
}
