//! Reads the statements of a paragraph: which number belongs to which name, year, kind and area.

use std::ops::Range;

use super::areas;
use super::cues::{self, Cues};
use super::figures::{self, Figure, Shape, Value};
use super::names;
use super::phrase::Phrase;
use super::prose::{Prose, contains, contains_any, trim};
use super::scope::{Scope, at_now};
use super::sentence::{self, Segment};
use super::time::{self, Calendar, Mode, Time};
use super::units::Class;
use crate::plan::{Area, Bound, Kind, Period, Role, Year};

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
}

/// A name with what belongs to it wherever it is carried.
#[derive(Clone, Debug)]
struct Named {
    name: String,
    area: Area,
    /// Where the clause begins that says it.
    start: usize,
}

/// What a number's segment says about it.
struct Part {
    segment: Segment,
    figure: Figure,
    cues: Cues,
    opening: Cues,
    /// Subjects before the number, or the noun behind it; empty where the segment has none.
    names: Vec<Phrase>,
    area: Option<Area>,
    /// The noun stands behind the number.
    behind: bool,
    each_year: bool,
}

/// Reads one paragraph after the other; years and names carry on inside one.
pub(super) struct Reader<'a> {
    pub prose: &'a Prose,
    pub calendar: &'a Calendar,
    /// The year a past year lies before.
    pub issued: Option<u16>,
}

/// What carries from clause to clause of a paragraph.
#[derive(Default)]
struct Carried {
    due: Option<Time>,
    span: Option<Time>,
    names: Vec<Named>,
    /// All names of the sentence, for `…,…,分别增长8%和9%`.
    sentence: Vec<Named>,
    /// The last clause of the sentence counted new things: `新增甲15个,乙10个`.
    sum: bool,
}

impl Reader<'_> {
    /// The statements of a paragraph, and the times in it.
    pub fn paragraph(&self, paragraph: Range<usize>, scope: &Scope) -> (Vec<Draft>, Vec<Time>) {
        let chars = self.prose.plain();
        let calendar = at_now(self.calendar, scope.now);
        let mut carried = Carried::default();
        let mut drafts = Vec::new();
        let mut all_times = Vec::new();
        for range in sentence::sentences(chars, paragraph) {
            carried.sum = false;
            carried.sentence.clear();
            let times = time::read(chars, range.clone(), &calendar);
            let figures = figures::read(chars, range.clone(), &times, calendar.lossy);
            if !figures.is_empty() {
                let scene = Scene {
                    reader: self,
                    scope,
                    sentence: range.clone(),
                    times: &times,
                };
                let mut quiet: Option<Range<usize>> = None;
                for clause in sentence::clauses(chars, range, &figures) {
                    let first = figures.partition_point(|figure| figure.start < clause.start);
                    let behind = figures.partition_point(|figure| figure.end <= clause.end);
                    let own = &figures[first..behind.max(first)];
                    if own.is_empty() {
                        quiet = Some(clause);
                    } else {
                        if let Some(subject) = quiet.take().and_then(|clause| scene.subject(clause))
                        {
                            carried.names = vec![subject];
                        }
                        scene.clause(clause, own, &mut carried, &mut drafts);
                    }
                }
            }
            for time in &times {
                match time.mode {
                    Mode::Due => carried.due = Some(time.clone()),
                    Mode::Span => carried.span = Some(time.clone()),
                    Mode::In | Mode::Base | Mode::Each | Mode::Name => {}
                }
            }
            all_times.extend(times);
        }
        (drafts, all_times)
    }
}

/// One sentence with its times.
struct Scene<'a> {
    reader: &'a Reader<'a>,
    scope: &'a Scope,
    sentence: Range<usize>,
    times: &'a [Time],
}

impl Scene<'_> {
    fn chars(&self) -> &[char] {
        self.reader.prose.plain()
    }

    fn clause(
        &self,
        clause: Range<usize>,
        figures: &[Figure],
        carried: &mut Carried,
        drafts: &mut Vec<Draft>,
    ) {
        let segments = sentence::segments(self.chars(), clause.clone(), figures);
        let mut parts: Vec<Part> = segments
            .into_iter()
            .map(|segment| self.part(segment, figures, &clause))
            .collect();
        share_predicates(&mut parts);
        share_qualifiers(&mut parts);
        share_nouns(&mut parts);
        carry_verbs(&mut parts, &mut carried.sum);
        let mut index = 0;
        while index < parts.len() {
            let size = group(&parts[index..]);
            let lead = parts[index].cues;
            for part in &mut parts[index + 1..index + size] {
                part.cues.follow(&lead);
            }
            let members = &parts[index..index + size];
            let named = self.names(members, &clause, carried);
            for draft in self.drafts(members, &named, &clause, carried) {
                drafts.push(draft);
            }
            let ranked = members.iter().all(|part| part.figure.shape == Shape::Rank);
            if !(ranked && members[0].names.is_empty()) {
                if !members[0].names.is_empty() {
                    carried.sentence.extend(named.iter().cloned());
                }
                carried.names = named;
            }
            index += size;
        }
    }

    /// The subject of a clause without a number, for the next: `粮食总产再获丰收,达到96万吨`.
    fn subject(&self, clause: Range<usize>) -> Option<Named> {
        const VERBS: &[&str] = &[
            "实现",
            "保持",
            "稳步",
            "持续",
            "显著",
            "不断",
            "进一步",
            "再创",
            "再获",
            "连续",
            "快速",
            "大幅",
            "稳定",
            "平稳",
            "明显",
        ];
        let mut phrase = self.phrase(clause.clone());
        let chars = phrase.chars();
        let verb = (2..chars.len()).find(|&at| super::prose::any_at(chars, at, VERBS).is_some())?;
        phrase = phrase.slice(0, verb);
        cues::take_opening(&mut phrase);
        let area = areas::take_front(&mut phrase, false).unwrap_or(Area::Whole);
        (names::is_indicator(&phrase)).then(|| Named {
            name: names::tidy(phrase, false).text(),
            area,
            start: clause.start,
        })
    }

    /// The words of `range` without its times.
    fn phrase(&self, range: Range<usize>) -> Phrase {
        let mut phrase = Phrase::default();
        let mut start = range.start;
        let mut push = |part: Range<usize>| {
            if part.start < part.end {
                phrase.push(
                    &self.chars()[part.clone()],
                    self.reader.prose.original(part),
                );
            }
        };
        for time in self.times_before(range.end) {
            if time.start >= start && time.end <= range.end && time.mode != Mode::Name {
                push(start..time.start);
                start = time.end;
            }
        }
        push(start..range.end);
        phrase
    }

    fn part(&self, segment: Segment, figures: &[Figure], clause: &Range<usize>) -> Part {
        let figure = figures[segment.figure].clone();
        let from = segment.range.start.max(figure.start.saturating_sub(REACH));
        let mut before = self.phrase(from..figure.start);
        let noun = segment.noun.unwrap_or(figure.after).min(segment.range.end);
        let after = self.phrase(noun..segment.range.end.min(noun + REACH));
        if figure.shape == Shape::Rank {
            cues::take_place(&mut before);
        }
        let cues = cues::take_between(&mut before);
        let mut opening = cues::take_opening(&mut before);
        let alone = !after.is_empty() && !cues.reach;
        let mut area = areas::take_front(&mut before, alone);
        if area.is_some() {
            let again = cues::take_opening(&mut before);
            opening.sum |= again.sum;
            opening.make |= again.make;
            opening.done |= again.done;
            area = areas::take_front(&mut before, alone).or(area);
        }
        let every = |time: &&Time| time.mode == Mode::Each;
        let own = |time: &Time| segment.range.start <= time.start;
        let listed = |time: &Time| {
            clause.start <= time.start && self.chars()[time.start] == '每' && !cues.reach
        };
        let each_year = self
            .times_before(figure.start)
            .iter()
            .filter(every)
            .any(|time| own(time) || listed(time));
        let (names, behind) = name_of(&figure, before, &after, &cues, &opening, segment.joined);
        Part {
            segment,
            figure,
            cues,
            opening,
            names,
            area,
            behind,
            each_year,
        }
    }

    /// The names of a group: its own, or those carried from before.
    fn names(&self, members: &[Part], clause: &Range<usize>, carried: &Carried) -> Vec<Named> {
        let first = &members[0];
        if first.names.is_empty() {
            let all = &carried.sentence;
            let short = first.cues.each && carried.names.len() != members.len();
            if short && all.len() >= members.len() {
                return all[all.len() - members.len()..].to_vec();
            }
            return carried.names.clone();
        }
        let area = first
            .area
            .clone()
            .unwrap_or_else(|| self.described_zone(first, clause));
        let start = first.segment.range.start;
        let named = |phrase: &Phrase| {
            let mut phrase = phrase.clone();
            let own = areas::take_front(&mut phrase, false);
            Named {
                name: names::tidy(phrase, first.behind).text(),
                area: own.unwrap_or_else(|| area.clone()),
                start,
            }
        };
        let mut own: Vec<Named> = first
            .names
            .iter()
            .map(named)
            .filter(|named| !named.name.is_empty())
            .collect();
        if let ([only], Some(owner)) = (own.as_mut_slice(), carried.names.last())
            && ["以上", "以下"]
                .iter()
                .any(|word| only.name.ends_with(word))
        {
            let thing = owner.name.rsplit("以上").next().unwrap_or_default();
            only.name.push_str(thing);
        }
        own
    }

    /// `建设某某新区,…建成产值超千亿的战略平台`: the numbers describe the zone just named.
    fn described_zone(&self, part: &Part, clause: &Range<usize>) -> Area {
        let chars = self.chars();
        let tail = &chars[part.figure.after..clause.end.min(part.figure.after + REACH)];
        let describes = contains(tail, "的")
            && contains_any(
                tail,
                &[
                    "平台",
                    "新区",
                    "园区",
                    "高地",
                    "新城",
                    "基地",
                    "增长极",
                    "片区",
                ],
            )
            && !part.behind;
        if !describes {
            return Area::Whole;
        }
        let start = part.segment.range.start;
        let before = self.sentence.start.max(start.saturating_sub(2 * REACH))..start;
        areas::last_zone(&chars[before]).map_or(Area::Whole, Area::Part)
    }

    fn drafts(
        &self,
        members: &[Part],
        named: &[Named],
        clause: &Range<usize>,
        carried: &Carried,
    ) -> Vec<Draft> {
        let mut drafts = Vec::new();
        let years = self.listed_years(members, clause);
        let spread = members.last().and_then(|part| part.figure.bound_after);
        let paired = members.len() > 1;
        for (index, part) in members.iter().enumerate() {
            let own: &[Named] = if paired && named.len() == members.len() {
                &named[index..=index]
            } else if paired && named.len() > index && named.len() > 1 {
                &named[index.min(named.len() - 1)..=index.min(named.len() - 1)]
            } else {
                named
            };
            let mut figure = part.figure.clone();
            if figure.class == Class::None
                && let Some(next) = members[index..]
                    .iter()
                    .find(|part| part.figure.class != Class::None)
            {
                figure.unit.clone_from(&next.figure.unit);
                figure.class = next.figure.class;
            }
            let after = figure.bound_after.or(spread.filter(|_| paired));
            let before = part.cues.bound.or(members[0].cues.bound);
            let bound = bound(before, after);
            for named in own {
                let mut draft = self.draft(part, figure.clone(), bound, named, clause, carried);
                if let Some(time) = years.get(index) {
                    draft.period.year = time.year;
                }
                drafts.push(draft);
            }
        }
        drafts
    }

    fn draft(
        &self,
        part: &Part,
        mut figure: Figure,
        bound: Bound,
        named: &Named,
        clause: &Range<usize>,
        carried: &Carried,
    ) -> Draft {
        let kind = self.kind(part, &named.name);
        let when = self.when(part, kind, carried);
        if figure.unit.is_empty() && figure.class == Class::None && figure.shape == Shape::Amount {
            figure.unit = unit_of(&named.name, &figure, self.chars()).to_owned();
        }
        let introduced = self
            .governing(figure.start)
            .filter(|time| time.end + 1 == clause.start)
            .map_or(clause.start, |time| time.start);
        let start = if part.names.is_empty() && self.sentence.contains(&named.start) {
            named.start.min(introduced)
        } else {
            introduced
        };
        Draft {
            bound,
            clause: self.quotation(start..clause.end, &figure),
            name: named.name.clone(),
            role: self.role(part, &figure),
            kind,
            period: when,
            area: part.area.clone().unwrap_or_else(|| named.area.clone()),
            figure,
        }
    }

    /// The clause, as far around its number as a reader wants it quoted.
    fn quotation(&self, clause: Range<usize>, figure: &Figure) -> Range<usize> {
        let start = clause.start.max(figure.start.saturating_sub(2 * REACH));
        let end = clause.end.min(figure.end + 2 * REACH);
        trim(self.chars(), start..end)
    }

    /// `2023年、2024年分别增长8%、9%`: one year for each number.
    fn listed_years(&self, members: &[Part], clause: &Range<usize>) -> &[Time] {
        let first = &members[0];
        let times = self.times_before(first.figure.start);
        let own = times.partition_point(|time| time.start < clause.start);
        let times = &times[own..];
        let stated = times
            .iter()
            .all(|time| matches!(time.mode, Mode::In | Mode::Due));
        let paired = first.cues.each && members.len() > 1 && times.len() == members.len();
        if paired && stated { times } else { &[] }
    }

    /// The time that governs a number: the last before it in the sentence.
    fn governing(&self, at: usize) -> Option<&Time> {
        self.times_before(at)
            .iter()
            .rev()
            .find(|time| matches!(time.mode, Mode::Due | Mode::In | Mode::Span))
    }

    /// The last times before `at`, as many as a reader keeps in mind.
    fn times_before(&self, at: usize) -> &[Time] {
        let end = self.times.partition_point(|time| time.end <= at);
        &self.times[end.saturating_sub(16)..end]
    }

    fn when(&self, part: &Part, kind: Kind, carried: &Carried) -> Period {
        let figure = &part.figure;
        let compared = matches!(kind, Kind::Change | Kind::Multiple | Kind::Growth);
        let base = self
            .times_before(figure.start)
            .iter()
            .rev()
            .find(|time| compared && time.mode == Mode::Base)
            .and_then(|time| time.year.stated());
        let own = self.governing(figure.start);
        let summed = matches!(kind, Kind::Cumulative | Kind::Growth | Kind::PerYear);
        let carried_span = carried.span.as_ref().filter(|_| summed);
        let time = own.or(carried.due.as_ref()).or(carried_span);
        if part.cues.from {
            let year = self
                .times_before(figure.start)
                .last()
                .filter(|time| matches!(time.mode, Mode::In | Mode::Base))
                .filter(|time| part.segment.range.start <= time.start)
                .map_or(Year::Unstated, |time| time.year);
            return Period {
                year,
                span: None,
                base,
            };
        }
        let (year, span) = match time {
            Some(time) => (time.year, time.span.filter(|_| summed)),
            None => (self.scope.year, self.scope.span.filter(|_| summed)),
        };
        let yearly = kind == Kind::Growth && part.each_year;
        let span = span.or_else(|| self.long_span(year).filter(|_| yearly));
        Period { year, span, base }
    }

    /// The years that a yearly rate up to `year` must mean: the plan's, or the review's.
    fn long_span(&self, year: Year) -> Option<(u16, u16)> {
        let plan = self.reader.calendar.plan;
        [self.scope.span, plan]
            .into_iter()
            .flatten()
            .find(|span| year == Year::Stated(span.1))
    }

    fn role(&self, part: &Part, figure: &Figure) -> Role {
        if self.scope.role == Role::Observed || part.cues.from || part.cues.already {
            return Role::Observed;
        }
        let past = self
            .reader
            .calendar
            .plan
            .map(|span| span.0)
            .or(self.reader.issued);
        let observed = self.governing(figure.start).is_some_and(|time| {
            time.mode != Mode::Due
                && matches!((time.year, past), (Year::Stated(year), Some(past)) if year < past)
        });
        if observed {
            Role::Observed
        } else {
            Role::Target
        }
    }

    fn kind(&self, part: &Part, name: &str) -> Kind {
        let cues = &part.cues;
        let class = part.figure.class;
        let rate = matches!(class, Class::Share | Class::None);
        let grows = ["增速", "涨幅", "增幅", "增长率", "上涨幅度"]
            .iter()
            .any(|word| name.contains(word));
        let new = ["新增", "新开工", "新引", "新建", "新改建", "累计"]
            .iter()
            .any(|word| name.contains(word));
        let done = self.scope.role == Role::Observed
            && self.scope.span.is_some()
            && (part.opening.done || name.ends_with("开行"));
        match part.figure.shape {
            Shape::Rank => return Kind::Rank,
            Shape::Multiple => return Kind::Multiple,
            Shape::Amount => {}
        }
        if class == Class::Times {
            Kind::Multiple
        } else if class == Class::Points && !cues.reach {
            Kind::Change
        } else if rate && (cues.grow || grows) {
            Kind::Growth
        } else if cues.grow {
            Kind::Change
        } else if cues.change && (!cues.sum || class == Class::Share) {
            if part.each_year && rate {
                Kind::Growth
            } else {
                Kind::Change
            }
        } else if part.each_year {
            Kind::PerYear
        } else if (cues.sum || part.opening.sum || new || done) && class != Class::Share {
            Kind::Cumulative
        } else {
            Kind::Level
        }
    }
}

/// The names a segment gives its number, and whether they stand behind it.
fn name_of(
    figure: &Figure,
    before: Phrase,
    after: &Phrase,
    cues: &Cues,
    opening: &Cues,
    joined: bool,
) -> (Vec<Phrase>, bool) {
    let listed = before.ends("等") && !before.is_empty();
    let object = cues.make || opening.make || opening.sum || opening.done;
    let moves = cues.grow || cues.change || figure.shape != Shape::Amount;
    let noun = if moves {
        Phrase::default()
    } else {
        names::noun_behind(after, object)
    };
    let counted = matches!(figure.class, Class::Count | Class::People | Class::Size);
    if listed && !noun.is_empty() || joined {
        return (vec![noun], true);
    }
    if figure.class == Class::Share && !cues.reach && !moves && !noun.is_empty() {
        let whole = if before.is_empty() {
            names::noun_behind(after, false)
        } else {
            before.join(after)
        };
        return (vec![whole], true);
    }
    let noun_counts = !noun.is_empty() && (counted || before.is_empty());
    if noun_counts && (!cues.reach || before.is_empty() && figure.class == Class::Count) {
        return (vec![noun], true);
    }
    if before.is_empty() {
        return (Vec::new(), false);
    }
    if cues.each || cues.all {
        return (names::subjects(&before), false);
    }
    (names::whole_subjects(&before), false)
}

/// The word behind a number wins (`超过3家以上`), but 左右 does not loosen a cap: `控制在5%左右`.
fn bound(before: Option<Bound>, after: Option<Bound>) -> Bound {
    match (before, after) {
        (Some(Bound::AtMost), Some(Bound::About)) => Bound::AtMost,
        (before, after) => after.or(before).unwrap_or(Bound::Exactly),
    }
}

/// How many parts from the first on share its list of names: `甲、乙分别达到3家、5家`.
fn group(parts: &[Part]) -> usize {
    let follows = parts[1..]
        .iter()
        .take_while(|part| {
            part.names.is_empty() && !part.cues.grow && !part.cues.reach && !part.cues.change
        })
        .count();
    let lists =
        parts[0].cues.each || parts[0].names.len() == follows + 1 || parts[0].names.is_empty();
    if lists { follows + 1 } else { 1 }
}

/// `16所高校、48个学科入选名单`: what the last does, all do.
fn share_predicates(parts: &mut [Part]) {
    let Some(last) = parts
        .last()
        .filter(|part| part.behind && part.names.len() == 1)
    else {
        return;
    };
    let name = last.names[0].clone();
    let Some(at) = names::predicate(name.chars()).filter(|_| !last.cues.make) else {
        return;
    };
    let tail = name.slice(at, name.len());
    let count = parts.len();
    for part in &mut parts[..count - 1] {
        let bare = part.behind
            && part.names.len() == 1
            && names::predicate(part.names[0].chars()).is_none();
        if bare && !part.cues.make {
            part.names[0] = part.names[0].join(&tail);
        }
    }
}

/// `2个500亿级、3个百亿级产业集群`: the first has the second's noun.
fn share_nouns(parts: &mut [Part]) {
    for index in (1..parts.len()).rev() {
        let (before, after) = parts.split_at_mut(index);
        let (Some(first), Some(second)) =
            (before[index - 1].names.first_mut(), after[0].names.first())
        else {
            continue;
        };
        let grade = second.chars().iter().position(|&c| c == '级');
        if let Some(at) = grade.filter(|_| first.ends("级") && first.len() <= 6) {
            *first = first.join(&second.slice(at + 1, second.len()));
        }
    }
}

/// `养老示范街镇10个、示范社区30个`: the second has the first's qualifier too.
fn share_qualifiers(parts: &mut [Part]) {
    for index in 1..parts.len() {
        let (before, after) = parts.split_at_mut(index);
        let (Some(first), Some(second)) =
            (before[index - 1].names.first(), after[0].names.first_mut())
        else {
            continue;
        };
        let own = second.chars();
        let plain = !after[0].behind && own.len() >= 3 && own.len() <= 6;
        let shared = (2..first.len().saturating_sub(1))
            .find(|&at| plain && first.chars()[at..].starts_with(&own[..2]));
        if let Some(at) = shared {
            *second = first.slice(0, at).join(second);
        }
    }
}

/// A verb governs the whole list: `新增甲50家、乙150家`, and things counted in the next clause.
fn carry_verbs(parts: &mut [Part], carried: &mut bool) {
    for (index, part) in parts.iter_mut().enumerate() {
        let own = part.opening.make
            || part.opening.done
            || part.cues.make
            || part.cues.reach
            || part.cues.grow
            || part.cues.change
            || part.cues.from;
        let sum = part.opening.sum || part.cues.sum;
        let counted = matches!(part.figure.class, Class::Count | Class::People);
        *carried = sum || *carried && !own && (index > 0 || counted);
        part.opening.sum |= *carried;
    }
}

/// The unit that a number without one must have: `技能人才40万以上`.
fn unit_of(name: &str, figure: &Figure, chars: &[char]) -> &'static str {
    #[rustfmt::skip] // a word list reads as a paragraph
const PEOPLE: &[&str] = &[
    "人才", "人口", "大学生", "人员", "就业", "学生", "毕业生", "职工", "农民", "居民", "参保",
    "劳动力", "青年",
];
    let last = chars[figure.end - 1];
    let Value::Single(value) = figure.value else {
        return if last == '亿' { "元" } else { "" };
    };
    let people = PEOPLE.iter().any(|word| name.contains(word));
    match last {
        '亿' => "元",
        '万' if people => "人",
        _ if people && value >= 1000.0 => "人",
        _ => "",
    }
}
