//! Reads the words of a plan: outline, statements, gaps. Total: prose is never an error.
//!
//! A document is read once from front to back. [`transcript`] undoes what copying did, and [`signs`]
//! tells all later readers where to stop. [`web_text`] cuts the page around the plan, [`outline`]
//! finds paragraphs and headings, [`scope`] asks what a paragraph's place says of it, [`reading`]
//! reads its sentences: [`time`] and [`figures`] find years and numbers, [`sentence`] cuts between
//! them, [`cues`], [`names`] and [`areas`] read the words around each. [`table`] reads the rows of
//! a table of indicators.

use std::collections::HashMap;
use std::ops::Range;

use crate::plan::{
    Direction, Gap, GapKind, Indicator, Issued, Outline, Quantity, Reading, Span, Statement, Text,
    Theme,
};

mod areas;
mod cue_words;
mod cues;
mod explain;
mod figures;
mod gaps;
mod lexicon;
mod names;
mod numerals;
mod outline;
mod phrase;
mod places;
mod prose;
mod reading;
mod scope;
mod sentence;
mod signs;
mod table;
mod time;
mod transcript;
mod units;
mod vocabulary;
mod web_text;

#[cfg(test)]
mod cases;
#[cfg(test)]
mod tests;

use explain::Trace;
use figures::{Figure, Value};
use outline::Layout;
use prose::Prose;
use reading::{Draft, Reader};
use scope::Scope;
use signs::sign;
use time::Calendar;

pub use explain::explain;
pub use units::{scaled_unit, unit_key};
pub use vocabulary::{Entry, Vocabulary, plain_name};

/// What is known of a document besides its words; all of it may be absent.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context {
    /// Settles `今年`, `本届`.
    pub issued: Option<Issued>,
    /// First and last year the plan covers; where absent, the text's own `(2021-2025年)` or
    /// `第十四个五年规划` is used.
    pub years: Option<(u16, u16)>,
}

/// What was read from one document, all in document order.
#[derive(Clone, Debug, Default)]
pub struct Extraction {
    pub outline: Outline,
    /// Their `indicator` is an index into the vocabulary's entries, then into `provisional`.
    pub statements: Vec<Statement>,
    /// Places in `statements`, each with an entry of the vocabulary that the name may mean as well.
    pub also: Vec<(u16, u16)>,
    pub gaps: Vec<Gap>,
    /// Indicators the vocabulary does not hold, in the text's own words.
    pub provisional: Vec<Indicator>,
}

/// Reads a document. Never fails: what cannot be read is left out or marked as a gap.
pub fn read(text: &Text, context: &Context, vocabulary: &Vocabulary) -> Extraction {
    let document = Document::new(text, context);
    let mut extraction = Extraction::default();
    let mut indicators = Indicators::new(vocabulary);
    let reader = document.reader(None);
    let mut columns = Vec::new();
    let mut found: Vec<(Statement, Vec<u16>)> = Vec::new();
    for (paragraph, scope) in document.paragraphs() {
        let drafts = reader.line(paragraph.clone(), scope, &mut columns);
        if document.calendar.lossy {
            extraction
                .gaps
                .extend(gaps::read(&document.prose, paragraph));
        }
        for draft in drafts {
            if draft.figure.value == Value::Lost {
                extraction.gaps.push(Gap {
                    span: evidence(&draft.figure),
                    kind: GapKind::Number,
                });
            }
            if let Some((indicator, others)) = indicators.of(&draft) {
                found.push((statement(draft, indicator), others));
            }
        }
    }
    found.sort_by_key(|(statement, _)| statement.evidence);
    for (statement, others) in found {
        // A bundle numbers no more statements than this.
        if let Ok(place) = u16::try_from(extraction.statements.len()) {
            let others = others.into_iter().map(|other| (place, other));
            extraction.also.extend(others);
        }
        extraction.statements.push(statement);
    }
    extraction.gaps.sort_by_key(|gap| gap.span);
    extraction.gaps.dedup();
    extraction.provisional = indicators.provisional;
    extraction.outline = document.layout.outline;
    if !document.prose.is_verbatim() {
        extraction.each_span(|span| document.prose.given(span));
    }
    extraction
}

/// A document with all that is known of it before its sentences are read.
struct Document {
    prose: Prose,
    layout: Layout,
    calendar: Calendar,
    scopes: Vec<Scope>,
}

impl Document {
    fn new(text: &Text, context: &Context) -> Self {
        let prose = Prose::new(text);
        let chars = &prose;
        let (web, plan) = web_text::read(chars);
        let layout = outline::read(chars, plan.clone(), &web);
        let calendar = calendar(chars, plan, context);
        let scopes = scope::read(chars, &layout, &calendar);
        Self {
            layout,
            calendar,
            scopes,
            prose,
        }
    }

    fn reader<'a>(&'a self, trace: Option<&'a Trace>) -> Reader<'a> {
        Reader {
            prose: &self.prose,
            calendar: &self.calendar,
            issued: self.calendar.now,
            home: self.home(),
            trace,
        }
    }

    /// The place that the title begins with; empty where there is no title.
    fn home(&self) -> &[char] {
        let title = self
            .layout
            .outline
            .headings
            .first()
            .filter(|heading| heading.depth == 0);
        title.map_or(&[], |heading| {
            let span = heading.title;
            areas::home(&self.prose.plain()[span.start as usize..span.end as usize])
        })
    }

    /// Every paragraph with what its place says of it.
    fn paragraphs(&self) -> impl Iterator<Item = (Range<usize>, &Scope)> {
        let paragraphs = self.layout.outline.paragraphs.iter();
        paragraphs
            .map(|paragraph| paragraph.span.start as usize..paragraph.span.end as usize)
            .zip(&self.scopes)
    }
}

impl Extraction {
    /// Puts every span through `given`.
    fn each_span(&mut self, given: impl Fn(Span) -> Span) {
        let outline = &mut self.outline;
        let paragraphs = outline.paragraphs.iter_mut().map(|one| &mut one.span);
        let headings = outline.headings.iter_mut().map(|one| &mut one.title);
        let statements = self.statements.iter_mut();
        let evidence = statements.flat_map(|one| [&mut one.evidence, &mut one.clause]);
        let gaps = self.gaps.iter_mut().map(|one| &mut one.span);
        let all = paragraphs.chain(headings).chain(&mut outline.web_text);
        for span in all.chain(evidence).chain(gaps) {
            *span = given(*span);
        }
    }
}

/// The document's own time: the years the plan covers, and the year it was issued.
fn calendar(chars: &Prose, plan: Range<usize>, context: &Context) -> Calendar {
    let now = context.issued.and_then(|issued| issued.year);
    let told = || plan_years(chars, plan.clone()).map(|years| coming(years, now));
    Calendar {
        plan: context.years.or_else(told),
        now,
        lossy: gaps::is_lossy(chars, plan),
    }
}

/// A text issued when five years were over speaks of them most, and plans the next five.
fn coming((first, last): (u16, u16), now: Option<u16>) -> (u16, u16) {
    let over = now.is_some_and(|now| last < now && now <= last + 5);
    if over && last - first == 4 {
        (first + 5, last + 5)
    } else {
        (first, last)
    }
}

/// The years beside the title, `规划(2021—2025年)`; else the five-year plan that the document
/// speaks of most, where it speaks of one at least twice.
fn plan_years(prose: &Prose, plan: Range<usize>) -> Option<(u16, u16)> {
    let chars = &prose[plan.clone()];
    let head = &chars[..chars.len().min(HEAD)];
    let beside = (0..head.len())
        .filter(|&at| head[at] == '(')
        .find_map(|at| time::year_span(chars, at + 1));
    let named = || (0..head.len()).find_map(|at| titled_plan(head, at));
    beside
        .or_else(named)
        .or_else(|| most_spoken_plan(prose, plan))
}

/// `“十四五”…规划` in one line.
fn titled_plan(head: &[char], at: usize) -> Option<(u16, u16)> {
    let span = (head[at] == '十').then(|| time::five_year_plan(head, at))??;
    let line = head[at..].split(|&c| c == '\n').next()?;
    let title = &line[..line.len().min(30)];
    let named = prose::contains(title, "规划") && !title.iter().any(|c| "。,;".contains(*c));
    named.then_some(span)
}

/// How far into a document its title stands; a page's own words may come before it.
const HEAD: usize = 300;

fn most_spoken_plan(prose: &Prose, plan: Range<usize>) -> Option<(u16, u16)> {
    let chars = &prose[..plan.end];
    let mut counts: Vec<((u16, u16), usize)> = Vec::new();
    for at in prose.signs().all(plan, sign::TIME) {
        let Some(span) = (chars[at] == '十')
            .then(|| time::five_year_plan(chars, at))
            .flatten()
        else {
            continue;
        };
        match counts.iter_mut().find(|(known, _)| *known == span) {
            Some((_, count)) => *count += 1,
            None => counts.push((span, 1)),
        }
    }
    counts
        .into_iter()
        .filter(|&(_, count)| count >= 2)
        .max_by_key(|&(span, count)| (count, span))
        .map(|(span, _)| span)
}

fn evidence(figure: &Figure) -> Span {
    Span::new(figure.start, figure.end)
}

fn statement(draft: Draft, indicator: u16) -> Statement {
    let Draft { figure, bound, .. } = draft;
    let quantity = |value, high| {
        Reading::Stated(Quantity {
            value,
            high,
            unit: figure.unit.to_string(),
            bound,
        })
    };
    let reading = match figure.value {
        Value::Single(value) => quantity(value, None),
        Value::Range(low, high) => quantity(low, Some(high)),
        Value::Lost => Reading::DigitsLost {
            unit: figure.unit.to_string(),
            bound,
        },
    };
    Statement {
        evidence: evidence(&figure),
        clause: Span::new(draft.clause.start, draft.clause.end),
        name: draft.name,
        indicator,
        reading,
        role: draft.role,
        kind: draft.kind,
        period: draft.period,
        area: draft.area,
        ambition: draft.ambition,
    }
}

/// The vocabulary, and after it the names of this document that it does not hold.
struct Indicators<'a> {
    vocabulary: &'a Vocabulary,
    provisional: Vec<Indicator>,
    by_name: HashMap<String, u16>,
}

impl<'a> Indicators<'a> {
    fn new(vocabulary: &'a Vocabulary) -> Self {
        Self {
            vocabulary,
            provisional: Vec::new(),
            by_name: HashMap::new(),
        }
    }

    /// The indicator that a draft is about, and the others that its name may mean as well. None only
    /// where a document names more indicators than an index holds.
    fn of(&mut self, draft: &Draft) -> Option<(u16, Vec<u16>)> {
        let unit = &draft.figure.unit;
        let mut fitting = self.vocabulary.fitting(&draft.name, draft.kind, unit);
        if let Some(&first) = fitting.first() {
            return Some((first, fitting.split_off(1)));
        }
        if let Some(&index) = self.by_name.get(&draft.name) {
            return Some((index, Vec::new()));
        }
        let count = self.vocabulary.entries().len() + self.provisional.len();
        let index = u16::try_from(count).ok()?;
        self.provisional.push(Indicator {
            id: draft.name.clone(),
            zh: draft.name.clone(),
            en: String::new(),
            unit: unit.to_string(),
            theme: Theme::Other,
            direction: Direction::Neither,
            provisional: true,
        });
        self.by_name.insert(draft.name.clone(), index);
        Some((index, Vec::new()))
    }
}
