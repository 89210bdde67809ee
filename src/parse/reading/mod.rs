//! Reads the statements of a paragraph: which number belongs to which name, year, kind and area.

use std::ops::Range;

use super::areas;
use super::cue_words::CHANGES;
use super::cues::{self, Cues};
use super::document::Document;
use super::explain::Trace;
use super::figures::{self, Figure, Shape};
use super::outline;
use super::phrase::Phrase;
use super::prose::{self, Prose, any_at, any_end, has, is_han, trim};
use super::scope::Scope;
use super::sentence;
use super::table::{self, Column};
use super::time::{self, Calendar, Mode, Time};
use super::units::Class;
use crate::plan::{Ambition, Area, Bound, Kind, Period, Role};

mod asides;
mod completing;
mod drafts;
mod kinds;
mod lists;
mod naming;
mod parts;
mod periods;
mod tense;

pub(super) use parts::Part;
use tense::look_back;

/// How far from its number a name may begin or end; chosen by eye, twice the longest seen.
const REACH: usize = 120;

/// No clause of a plan has as many numbers: what goes on behind them is read like another.
const LONGEST_LIST: usize = 512;

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
    /// The year that the last change counted from.
    base: Option<u16>,
    names: Vec<Named>,
    /// They were said of numbers of this sentence.
    own: bool,
    /// The names of the sentence's numbers before them, for `…,…,分别增长8%和9%`.
    sentence: Vec<Named>,
    /// Those of the sentence before, but for its last.
    before: Vec<Named>,
    /// What the last clause of the sentence summed: `新增甲15个,乙10个`.
    sum: lists::Sum,
    /// The time of this year that the sentence before named.
    coming: Option<Time>,
    /// The place that the paragraph is of: `江北区:全区…`.
    subject: Option<Area>,
    /// The place that the sentence speaks of, until it names another.
    place: Option<Area>,
    /// From how many numbers the last change starts: `由300元、200元|分别提高到`.
    starts: usize,
    /// The last share was a rate of growth.
    grew: bool,
    /// The sentence tells what there is: `现有`, `全市有`.
    exists: bool,
    /// The year that opened the words before a semicolon: `2017年完成3亿元;|开工4个`.
    opened: Option<Time>,
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
        // No list goes back farther.
        if self.sentence.len() > 4 * LONGEST_LIST {
            self.sentence.drain(..2 * LONGEST_LIST);
        }
    }

    /// All names said of numbers of the sentence.
    fn said(&self) -> impl DoubleEndedIterator<Item = &Named> {
        let last = self.names.iter().filter(|_| self.own);
        self.sentence.iter().chain(last)
    }

    /// The last of them, the latest first, as many as a reader keeps in mind.
    fn recent(&self) -> impl Iterator<Item = &Named> {
        const KEPT: usize = 16;
        self.said().rev().take(KEPT)
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

    /// Shows `see` the statements of a paragraph, or of a row of the table whose header was the last to
    /// set `columns`, in the order of their numbers.
    pub fn line(
        &self,
        paragraph: Range<usize>,
        scope: &Scope,
        columns: &mut Vec<Column>,
        see: &mut dyn FnMut(Draft),
    ) {
        let chars = self.prose.plain();
        let words = &chars[paragraph.clone()];
        if let Some(header) = table::header(words) {
            *columns = header;
            return self.paragraph(paragraph, scope, see);
        }
        if columns.is_empty() || !table::is_row(words) && !table::may_be_row(words, columns) {
            return self.paragraph(paragraph, scope, see);
        }
        let mut drafts = table::row(
            self.prose,
            paragraph.clone(),
            columns,
            self.calendar,
            scope,
            self.home,
        );
        if drafts.is_empty() && !table::is_row(words) {
            return self.paragraph(paragraph, scope, see);
        }
        hand_on(&mut drafts, 0, see);
    }

    /// Shows `see` the statements of a paragraph.
    fn paragraph(&self, paragraph: Range<usize>, scope: &Scope, see: &mut dyn FnMut(Draft)) {
        let chars = self.prose;
        let mut drafts = Vec::new();
        let end = match self.trace {
            Some(_) => paragraph.end,
            None => figures::end(chars, paragraph.clone()),
        };
        if end == paragraph.start {
            return;
        }
        let calendar = self.calendar.at(scope.now);
        let mut carried = Carried {
            subject: self.subject(&paragraph),
            ..Carried::default()
        };
        for mut sentence in sentence::sentences(chars, paragraph) {
            sentence.start = trim(chars, sentence.clone()).start;
            sentence.start = outline::behind_marker(chars, &sentence);
            let (start, stop) = (sentence.start, sentence.end);
            if start >= end {
                break;
            }
            // What one cell of a row says is nothing to the next.
            if begins_cell(chars, start) {
                carried = Carried {
                    subject: carried.subject,
                    ..Carried::default()
                };
            }
            // `累计完成投资80亿元。其中,…`
            if !has(chars, start, "其中") {
                carried.sum = lists::Sum::Nothing;
            }
            carried.exists = false;
            if !goes_on(chars, start) {
                carried.opened = None;
            }
            carried.place.clone_from(&carried.subject);
            carried.before = std::mem::take(&mut carried.sentence);
            // Numbers alone, and no name that they could have.
            let nameless =
                carried.names.is_empty() && !chars[start..stop].iter().any(|c| c.is_alphabetic());
            if nameless && self.trace.is_none() {
                carried.coming = None;
                continue;
            }
            let mut times = time::read(chars, sentence.clone(), &calendar);
            carried.take_goals(&times, &chars[sentence.clone()]);
            self.count_since(&mut times, scope, &mut carried);
            look_back(&mut times, chars, scope, &carried);
            let figures = self.figures(&sentence, &times, calendar.lossy);
            let first = drafts.is_empty();
            if !figures.is_empty() {
                let words = &chars[..sentence.end];
                let wills = sentence
                    .clone()
                    .filter_map(|at| Some((at, cues::ambition(words, at)?)));
                let scene = Scene {
                    reader: self,
                    scope,
                    wills: wills.collect(),
                    among: prose::places(words, sentence.clone(), "其中").collect(),
                    sentence,
                    times: &times,
                };
                scene.sentence(&figures, &mut carried, &mut drafts, see);
            }
            self.pass_on(&times, start..stop, first, scope, &calendar, &mut carried);
            // `到2030年,强度达到3%。新认定企业50家。` among the tasks of a year.
            let later = |due: &mut Time| due.year.stated() > scope.year.stated();
            if scope.is_of_year_ahead(&calendar) && chars.get(stop) == Some(&'。') {
                carried.due.take_if(later);
            }
        }
        hand_on(&mut drafts, 0, see);
    }
}

impl Reader<'_> {
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
    /// Its words of will: `力争`.
    wills: Vec<(usize, Ambition)>,
    /// Where it says `其中`.
    among: Vec<usize>,
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

    /// Adds the statements of the sentence to `drafts`, and shows `see` all but the last.
    fn sentence(
        &self,
        figures: &'a [Figure],
        carried: &mut Carried,
        drafts: &mut Vec<Draft>,
        see: &mut dyn FnMut(Draft),
    ) {
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
            let (mut start, end) = (clause.start, clause.end);
            for (listed, next) in own.chunks(LONGEST_LIST).zip(1..) {
                let next = own.get(next * LONGEST_LIST);
                let until = next.map_or(end, |next| next.start);
                self.clause(start..until, listed, carried, drafts);
                hand_on(drafts, 1, see);
                start = until;
            }
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
            if let Some((class, cues)) = again {
                let bare = first.is_bare();
                // `增速由8%回升到12%`
                let reached = cues.from && first.cues.reach && first.names.is_empty();
                first.cues.grow |= cues.grow && class == Class::Share && (bare || reached);
                first.cues.bound = first.cues.bound.or(cues.bound.filter(|_| bare));
                // `由300元、|200元|统一提高到400元`
                let at = first.segment.range.start;
                let listed = at > 0 && matches!(self.chars()[at - 1], '、' | '和');
                let listed = listed && first.figure.shape == Shape::Amount;
                first.cues.from |= cues.from && bare && listed;
            }
            let (lead, each_year) = (parts[index].cues, parts[index].each_year);
            for part in &mut parts[index + 1..index + size] {
                part.cues.follow(&lead);
                part.each_year |= each_year;
            }
            let more = parts[index].goal || self.strives(&parts[index]);
            parts[index].cues.grow |= more && carried.grew;
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
            let goes_on = members[0].names.is_empty();
            carried.starts = match members.iter().all(|part| part.cues.from) {
                true => size + if goes_on { carried.starts } else { 0 },
                false => 0,
            };
            if let Some(draft) = drafts.last()
                && draft.figure.class == Class::Share
            {
                carried.grew = draft.kind == Kind::Growth;
            }
            last = members.last().map(|part| (part.figure.class, part.cues));
            index += size;
        }
    }

    /// `增长6%以上,|力争7%`: a second value of the rate just told.
    fn strives(&self, part: &Part) -> bool {
        let words = &self.chars()[part.segment.range.start..part.figure.start];
        part.names.is_empty()
            && part.figure.class == Class::Share
            && !part.cues.change
            && any_at(
                words,
                0,
                &["力争", "争取", "并力争", "努力", "确保", "奋力"],
            )
            .is_some()
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

/// Shows `see` all but the last `kept` of `drafts`, in the order of their numbers.
fn hand_on(drafts: &mut Vec<Draft>, kept: usize, see: &mut dyn FnMut(Draft)) {
    drafts.sort_by_key(|draft| (draft.figure.start, draft.figure.end));
    let shown = drafts.len().saturating_sub(kept);
    drafts.drain(..shown).for_each(see);
}

/// Whether the words at `start` stand behind a line between the cells of a row.
fn begins_cell(chars: &[char], start: usize) -> bool {
    chars[..start].iter().rev().find(|&&c| c != ' ') == Some(&'|')
}

/// Whether the words at `start` stand behind a semicolon.
fn goes_on(chars: &[char], start: usize) -> bool {
    let mut before = chars[..start].iter().rev();
    before.find(|&&c| c != ' ') == Some(&';')
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
