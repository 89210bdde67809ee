//! Reads the statements of a paragraph: which number belongs to which name, year, kind and area.

use std::ops::Range;
use std::sync::LazyLock;

use super::areas;
use super::cues::{self, Cues};
use super::document::Document;
use super::explain::Trace;
use super::figures::{self, Figure, Shape};
use super::lexicon::{self, Lexicon};
use super::names;
use super::outline;
use super::phrase::Phrase;
use super::prose::{Prose, any_end, contains, ends, has, is_han, trim};
use super::scope::{self, Scope};
use super::sentence;
use super::table::{self, Column};
use super::time::{self, Calendar, Mode, Time};
use super::units::Class;
use crate::plan::{Ambition, Area, Bound, Kind, Period, Role, Year};

mod drafts;
mod kinds;
mod lists;
mod naming;
mod parts;
mod periods;

pub(super) use parts::Part;

/// How far from its number a name may begin or end; chosen by eye, twice the longest seen.
const REACH: usize = 120;

/// A statement before its name is matched to an indicator.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub figure: Figure,
    pub bound: Bound,
    pub clause: Range<usize>,
    pub name: String,
    pub role: Role,
    pub kind: Kind,
    pub period: Period,
    pub area: Area,
    pub ambition: Ambition,
}

/// A name with what belongs to it wherever it is carried.
#[derive(Clone, Debug)]
struct Named {
    name: String,
    area: Area,
    /// Where the clause begins that says it.
    start: usize,
    /// Of the number it was said for.
    class: Class,
}

/// Reads one paragraph after the other; years and names carry on inside one.
pub(super) struct Reader<'a> {
    pub prose: &'a Prose,
    pub calendar: &'a Calendar,
    /// The name of the city or province that the plan is for, where its title tells.
    pub home: &'a [char],
    /// Hears of every step; none but where a reading is explained.
    pub trace: Option<&'a Trace>,
}

/// What carries from clause to clause of a paragraph.
#[derive(Default)]
struct Carried {
    due: Option<Time>,
    span: Option<Time>,
    /// A time before the plan's own that the paragraph looks back on, until another is named.
    past: Option<Time>,
    names: Vec<Named>,
    /// They were said of numbers of this sentence.
    own: bool,
    /// The names of the sentence's numbers before them, for `…,…,分别增长8%和9%`.
    sentence: Vec<Named>,
    /// Those of the sentence before, but for its last.
    before: Vec<Named>,
    /// What the last clause of the sentence summed: `新增甲15个,乙10个`.
    sum: lists::Sum,
    /// The place that the paragraph is of: `江北区:全区…`.
    subject: Option<Area>,
    /// The place that the sentence speaks of, until it names another.
    place: Option<Area>,
    /// The last share was a rate of growth.
    grew: bool,
    /// The sentence tells what there is: `现有`, `全市有`.
    exists: bool,
    /// Behind the last clause with a number: `力争到2025年,…` leads into the next.
    lead: usize,
}

impl Carried {
    /// Takes new names. `own`: they are said of numbers of this sentence.
    fn name(&mut self, names: Vec<Named>, own: bool) {
        let before = std::mem::replace(&mut self.names, names);
        if std::mem::replace(&mut self.own, own) {
            self.sentence.extend(before);
        }
    }

    /// All names said of numbers of the sentence.
    fn said(&self) -> impl DoubleEndedIterator<Item = &Named> {
        let last = self.names.iter().filter(|_| self.own);
        self.sentence.iter().chain(last)
    }

    /// A year stays until another is named, from sentence to sentence; `is_past` tells of a time
    /// whether it lies before the plan's, and `opens` whether it opens its sentence. A year in passing
    /// (`…,2020年达到…`) does not stay.
    fn keep(
        &mut self,
        times: &[Time],
        opens: impl Fn(&Time) -> bool,
        is_past: impl Fn(&Time) -> bool,
    ) {
        for time in times {
            if matches!(time.mode, Mode::Due | Mode::Span) || time.mode == Mode::In && opens(time) {
                self.past = is_past(time).then(|| time.clone());
            }
            // `“十四五”以来,…截至2022年底,…;…`
            if self.past.is_some() && time.mode == Mode::In && opens(time) {
                self.span = None;
            }
            match time.mode {
                Mode::Due => self.due = Some(time.clone()),
                Mode::Span => self.span = Some(time.clone()),
                Mode::In | Mode::Base | Mode::Each | Mode::Name => {}
            }
        }
    }
}

impl<'a> Reader<'a> {
    /// Reads the paragraphs of a line.
    pub fn new(document: &'a Document, line: &'a Prose, trace: Option<&'a Trace>) -> Self {
        Self {
            prose: line,
            calendar: &document.calendar,
            home: document.home(),
            trace,
        }
    }

    /// The statements of a paragraph, or of a row of the table whose header was the last to set
    /// `columns`.
    pub fn line(
        &self,
        paragraph: Range<usize>,
        scope: &Scope,
        columns: &mut Vec<Column>,
    ) -> Vec<Draft> {
        let chars = self.prose.plain();
        let words = &chars[paragraph.clone()];
        if let Some(header) = table::header(words) {
            *columns = header;
            return self.paragraph(paragraph, scope);
        }
        if columns.is_empty() || !table::is_row(words) && !table::may_be_row(words) {
            return self.paragraph(paragraph, scope);
        }
        let drafts = table::row(self.prose, paragraph.clone(), columns, self.calendar, scope);
        if drafts.is_empty() && !table::is_row(words) {
            return self.paragraph(paragraph, scope);
        }
        drafts
    }

    /// The statements of a paragraph.
    fn paragraph(&self, paragraph: Range<usize>, scope: &Scope) -> Vec<Draft> {
        let chars = self.prose;
        let mut drafts = Vec::new();
        let end = match self.trace {
            Some(_) => paragraph.end,
            None => figures::end(chars, paragraph.clone()),
        };
        if end == paragraph.start {
            return drafts;
        }
        let calendar = self.calendar.at(scope.now);
        let mut carried = Carried {
            subject: self.subject(&paragraph),
            ..Carried::default()
        };
        // The time of this year that the sentence before named.
        let mut coming: Option<Time> = None;
        for mut sentence in sentence::sentences(chars, paragraph) {
            sentence.start = trim(chars, sentence.clone()).start;
            sentence.start = outline::behind_marker(chars, &sentence);
            let (start, stop) = (sentence.start, sentence.end);
            if start >= end {
                break;
            }
            // `累计完成投资80亿元。其中,…`
            if !has(chars, start, "其中") {
                carried.sum = lists::Sum::Nothing;
            }
            carried.exists = false;
            carried.place.clone_from(&carried.subject);
            carried.before = std::mem::take(&mut carried.sentence);
            let mut times = time::read(chars, sentence.clone(), &calendar);
            if let Some(year) = coming
                .take()
                .filter(|_| times.is_empty() && carried.due.is_none())
                && scope::sets_goals(&chars[sentence.clone()])
            {
                carried.due = Some(year);
            }
            look_back(&mut times, chars, scope, &carried);
            let figures = self.figures(&sentence, &times, calendar.lossy);
            // A paragraph of goals is due by the end of the span that opens it.
            let opening = drafts.is_empty() && scope.role == Role::Target;
            let span = times
                .first()
                .filter(|time| opening && self.opens_span(time, start));
            if !figures.is_empty() {
                let scene = Scene {
                    reader: self,
                    scope,
                    sentence,
                    times: &times,
                };
                scene.sentence(&figures, &mut carried, &mut drafts);
            }
            let opens = |time: &Time| {
                const OPENING: usize = 4;
                // `经核算,2022年全年…`
                let whole = ends(&chars[..time.end], "全年");
                time.start <= start + OPENING || whole || chars[time.start] == '截'
            };
            carried.keep(&times, opens, |time| self.is_past(time));
            if let Some(time) = times
                .first()
                .filter(|time| self.opens_year(time, start..stop))
            {
                carried.due = Some(time.clone());
            }
            if carried.due.is_none() {
                carried.due = span.cloned();
            }
            // `…,做好今年工作意义重大。主要预期目标是:…`
            let named =
                |time: &&Time| time.mode == Mode::In && time.year.stated() == calendar.ahead();
            coming = times.into_iter().rfind(|time| named(&time));
        }
        drafts
    }
}

impl Reader<'_> {
    /// Whether a time lies before the plan's first year, or the year it was issued. `到2020年` looks
    /// ahead in any plan; `2020年末` may look back.
    fn is_past(&self, time: &Time) -> bool {
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
            plan.max(ahead)
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
        let says_so = issued && any_end(before, TELLS).is_some();
        // `2024年…主要目标为:…;…`
        let goals = || time.mode == Mode::In && contains(&chars[sentence.clone()], "目标");
        let opens = time.start == sentence.start
            && (issued || matches!(chars[sentence.start], '今' | '未') || goals())
            || says_so;
        let says = chars.get(time.end) == Some(&'是')
            && !contains(&chars[sentence.clone()], "以下工作")
            && !contains(&chars[sentence.clone()], "以下任务");
        // `今后五年…提出了具体目标。`
        let goals_ahead = time.mode == Mode::Span
            && matches!(chars[time.start], '今' | '未')
            && goals_of(&chars[sentence.clone()]);
        let dated = chars[time.end - 1] == '日';
        (opens || goals_ahead) && year.is_some() && year >= coming && !says && !dated
    }

    /// The place before the colon that a paragraph begins with.
    fn subject(&self, paragraph: &Range<usize>) -> Option<Area> {
        const LONGEST: usize = 6;
        let chars = self.prose.plain();
        let start = outline::behind_marker(self.prose, paragraph);
        let words = &chars[start..paragraph.end.min(start + LONGEST)];
        let colon = words.iter().position(|&c| c == ':')?;
        let place = &words[..colon];
        let area = Area::Part(place.iter().collect());
        // Before a colon, any name of a county is one: `蒲城县:`.
        let county = (3..=4).contains(&colon)
            && matches!(place[colon - 1], '县' | '旗')
            && place
                .iter()
                .all(|&c| is_han(c) && !"各全本该我市区".contains(c));
        (place != self.home && (county || areas::is_place(&area))).then_some(area)
    }

    fn figures(&self, sentence: &Range<usize>, times: &[Time], lossy: bool) -> Vec<Figure> {
        let chars = self.prose;
        let Some(trace) = self.trace else {
            return figures::read(chars, sentence.clone(), times, lossy, None);
        };
        let mut passed = Vec::new();
        let figures = figures::read(chars, sentence.clone(), times, lossy, Some(&mut passed));
        trace.sentence(chars, sentence, times, &figures, &passed);
        figures
    }
}

/// One sentence with its times.
struct Scene<'a> {
    reader: &'a Reader<'a>,
    scope: &'a Scope,
    sentence: Range<usize>,
    times: &'a [Time],
}

impl<'a> Scene<'a> {
    /// The words of `range` without its times.
    fn phrase(&self, range: Range<usize>) -> Phrase<'a> {
        let mut phrase = Phrase::default();
        if range.is_empty() {
            return phrase;
        }
        let mut start = range.start;
        let mut push = |part: Range<usize>| {
            if part.start < part.end {
                phrase.push(self.reader.prose, part);
            }
        };
        for time in self.times_before(range.end) {
            if time.start >= start && time.end <= range.end && time.mode != Mode::Name {
                // `提高|到2025年的220公里`: the 到 is the verb's as well.
                let before = &self.chars()[start..time.start];
                let reaches = time.mode == Mode::Due && any_end(before, CHANGES).is_some();
                push(start..time.start + usize::from(reaches));
                start = time.end;
            }
        }
        push(start..range.end);
        phrase
    }

    fn chars(&self) -> &[char] {
        self.reader.prose.plain()
    }

    fn sentence(&self, figures: &'a [Figure], carried: &mut Carried, drafts: &mut Vec<Draft>) {
        let mut quiet: Option<Range<usize>> = None;
        carried.lead = self.sentence.start;
        carried.own = false;
        for clause in sentence::clauses(self.reader.prose, self.sentence.clone(), figures) {
            let first = figures.partition_point(|figure| figure.start < clause.start);
            let behind = figures.partition_point(|figure| figure.end <= clause.end);
            let own = &figures[first..behind.max(first)];
            if own.is_empty() {
                quiet = Some(clause);
                continue;
            }
            let subjects = quiet.take().map(|clause| self.subjects(clause));
            if let Some(subjects) = subjects.filter(|subjects| !subjects.is_empty()) {
                carried.name(subjects, false);
            }
            let end = clause.end;
            self.clause(clause, own, carried, drafts);
            carried.lead = end;
        }
    }

    /// The statements of a clause, one list of names and numbers after the other.
    fn clause(
        &self,
        clause: Range<usize>,
        figures: &'a [Figure],
        carried: &mut Carried,
        drafts: &mut Vec<Draft>,
    ) {
        let mut parts = self.parts(&clause, figures);
        lists::share(&mut parts, &mut carried.sum);
        carried.exists |= parts
            .iter()
            .any(|part| part.opening.already && part.only_counts());
        if let Some(trace) = self.reader.trace {
            trace.clause(self.chars(), &clause, &parts);
        }
        let mut index = 0;
        let mut last: Option<(Class, Cues)> = None;
        while index < parts.len() {
            let size = lists::group(&parts[index..]);
            // `增长6%以上、力争6.5%`, `突破8万、9万亿元`: a second value of the same thing.
            let first = &mut parts[index];
            let again = last.filter(|(class, _)| *class == first.figure.class);
            if let Some((class, cues)) = again.filter(|_| first.is_bare()) {
                first.cues.grow |= cues.grow && class == Class::Share;
                first.cues.bound = first.cues.bound.or(cues.bound);
            }
            let (lead, each_year) = (parts[index].cues, parts[index].each_year);
            for part in &mut parts[index + 1..index + size] {
                part.cues.follow(&lead);
                part.each_year |= each_year;
            }
            parts[index].cues.grow |= parts[index].goal && carried.grew;
            let members = &parts[index..index + size];
            let named = self.names(members, &clause, carried);
            if let Some(area) = members[0]
                .area
                .as_ref()
                .filter(|_| carried.subject.is_none())
            {
                carried.place = areas::is_place(area).then(|| area.clone());
            }
            self.drafts(members, &named, &clause, carried, drafts);
            carry_names(members, named, carried);
            if let Some(part) = members
                .iter()
                .rfind(|part| part.figure.class == Class::Share)
            {
                carried.grew = part.cues.grow;
            }
            last = members.last().map(|part| (part.figure.class, part.cues));
            index += size;
        }
    }

    /// The subjects of a clause without a number, for the next: `粮食总产再获丰收,达到96万吨`, or
    /// `消费总额、进出口总额,分别增长9%、6%`.
    fn subjects(&self, clause: Range<usize>) -> Vec<Named> {
        const LONGEST: usize = 60;
        let start = clause.start.max(clause.end.saturating_sub(LONGEST));
        let mut phrase = self.phrase(start..clause.end);
        let chars = phrase.chars();
        let verb = (2..chars.len()).find(|&at| VERBS.at(chars, at).is_some());
        phrase = phrase.slice(0, verb.unwrap_or(chars.len()));
        phrase.take_back(&["增长"]);
        // `工业产值增速高于全省`: of the rate, the name tells first.
        let rate = phrase.take_back(&["增速"]);
        if !names::may_end_like_indicator(&phrase) {
            return Vec::new();
        }
        cues::take_opening(&mut phrase);
        let area = areas::take_front(&mut phrase, false, self.reader.home).unwrap_or(Area::Whole);
        let subjects = match verb {
            Some(_) => vec![phrase],
            None => names::subjects(&phrase),
        };
        if !subjects.iter().all(names::is_indicator) {
            return Vec::new();
        }
        let named = |phrase| Named {
            name: names::tidy(phrase, false).text() + if rate { "增速" } else { "" },
            area: area.clone(),
            start: clause.start,
            class: Class::None,
        };
        subjects.into_iter().map(named).collect()
    }

    /// The last times before `at`, as many as a reader keeps in mind.
    fn times_before(&self, at: usize) -> &[Time] {
        let end = match self.times.last() {
            // A sentence names its times first, most often.
            Some(last) if last.end > at => self.times.partition_point(|time| time.end <= at),
            _ => self.times.len(),
        };
        &self.times[end.saturating_sub(16)..end]
    }
}

/// `…提出了具体目标`
fn goals_of(sentence: &[char]) -> bool {
    any_end(sentence, &["目标", "目标:", "任务"]).is_some()
}

/// Words of a report before the year that it tells of.
#[rustfmt::skip] // a word list reads as a paragraph
const TELLS: &[&str] = &[
    "建议", "建议,", "提出", "提出,", "提出了", "安排,", "指出", "指出,", "表示", "表示,", "说,", "称", "称,", "关于", "安排", "围绕",
];

/// Verbs that 到 with a value follows.
#[rustfmt::skip] // a word list reads as a paragraph
const CHANGES: &[&str] = &[
    "提高", "提升", "增加", "增长", "上升", "扩大", "拓展", "发展", "下降", "降低", "减少", "缩小", "缩短", "压缩", "调整", "增", "升", "降", "减", "缩",
];

/// Verbs behind the subject of a clause without a number.
#[rustfmt::skip] // a word list reads as a paragraph
static VERBS: LazyLock<Lexicon<()>> = LazyLock::new(|| lexicon::by_first(lexicon::plain(&[
    "实现", "保持", "稳步", "持续", "显著", "不断", "进一步", "再创", "再获", "再上", "再次", "首次", "由负", "由降", "止跌", "企稳", "回升", "较快", "转正", "连续", "快速",
    "增长强劲", "增长较快", "增长迅速", "增长平稳", "强劲", "迅猛", "大幅", "稳定", "平稳", "明显", "连跨", "跨越", "跃上", "跨上", "迈上", "高于", "快于", "与经济增长", "与经济发展",
])));
/// `五年累计` in a review, or behind `“十三五”以来`, is not of the plan's own five years; `过去的一年`
/// is the year it reviews.
fn look_back(times: &mut [Time], chars: &[char], scope: &Scope, carried: &Carried) {
    let past = carried.past.as_ref().map(|time| (time.year, time.span));
    let review = (scope.role == Role::Observed).then_some((scope.year, scope.span));
    let Some((year, span)) = past.or(review) else {
        return look_ahead(times, chars, scope, carried);
    };
    for time in times {
        // The year before the one that is reviewed.
        if contains(&chars[time.start..time.end], "上年")
            && let Some(reviewed) = review.and_then(|(year, _)| year.stated())
        {
            time.year = Year::Stated(reviewed - 1);
        }
        match (chars[time.start], time.mode) {
            ('五' | '5' | '这' | '过' | '近', Mode::Span) => {
                (time.year, time.span) = (year, span)
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

/// The names of a list stay for a number without one; a rank in passing changes nothing.
fn carry_names(members: &[Part], named: Vec<Named>, carried: &mut Carried) {
    let ranked = members.iter().all(|part| part.figure.shape == Shape::Rank);
    let nameless = members[0].names.is_empty();
    if ranked && nameless {
        return;
    }
    // `完成年度目标的105%、增长4%`: what grows is what was planned.
    let planned = |named: &Named| {
        ["完成年度目标", "预算", "完成年度任务", "完成年度计划"]
            .iter()
            .any(|end| named.name.ends_with(end))
    };
    if members[0].figure.class == Class::Share && named.iter().all(planned) {
        return;
    }
    carried.name(named, !nameless);
}
