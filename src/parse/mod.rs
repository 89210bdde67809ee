//! Reads the words of a plan: outline, statements, gaps. Total: prose is never an error.
//!
//! [`transcript`] undoes what copying did, with [`markdown`], [`cells`], [`closed_rows`], [`page`] and
//! [`blanks`].
//! [`web_text`] cuts off what a site put around the plan, and [`document`] reads the plan once from
//! front to back, line by line: [`prose`] is a line's characters, and [`signs`] tells all readers
//! where to stop among them. [`outline`] finds paragraphs and headings, [`scope`] asks what a
//! paragraph's place says of it, [`reading`] reads its sentences: [`time`] and [`figures`] find years
//! and numbers, [`sentence`] cuts between them, [`cues`], [`names`] and [`areas`] read the words
//! around each. [`table`] reads the rows of a table of indicators.

use std::collections::HashMap;

use crate::plan::{
    Direction, Gap, GapKind, Indicator, Issued, Outline, Quantity, Reading, Span, Statement, Text,
    Theme,
};

mod areas;
mod blanks;
mod cells;
mod closed_rows;
mod cue_words;
mod cues;
mod document;
mod explain;
mod figures;
mod gaps;
mod lexicon;
mod markdown;
mod names;
mod numerals;
mod outline;
mod page;
mod phrase;
mod places;
mod prose;
mod ranks;
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

use document::Document;
use figures::Value;
use prose::Prose;
use reading::{Draft, Reader};

pub use explain::explain;
pub use time::YEARS;
pub use units::{scaled_unit, unit_key};
pub use vocabulary::{Entry, Vocabulary, plain_name};

/// What is known of a document besides its words; all of it may be absent.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context {
    /// Settles `今年`, `本届`; where absent, the date a report says that it was given is used.
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
    let mut columns = Vec::new();
    extraction.outline = document.walk(|line, paragraph, scope| {
        if document.calendar.lossy {
            extraction.gaps.extend(gaps::read(line, paragraph.clone()));
        }
        let reader = Reader::new(&document, line, None);
        reader.line(paragraph, scope, &mut columns, &mut |draft| {
            if draft.figure.value == Value::Lost {
                extraction.gaps.push(Gap {
                    span: line.span(&draft.figure.place()),
                    kind: GapKind::Number,
                });
            }
            if let Some((indicator, others)) = indicators.of(&draft) {
                extraction.push(statement(line, draft, indicator), others);
            }
        });
    });
    extraction.gaps.sort_by_key(|gap| gap.span);
    extraction.gaps.dedup();
    extraction.provisional = indicators.provisional;
    if !document.transcript.is_verbatim() {
        extraction.each_span(|span| document.transcript.given(span));
    }
    extraction
}

impl Extraction {
    /// Appends a statement, and the other entries that its name may mean.
    fn push(&mut self, statement: Statement, others: Vec<u16>) {
        // A bundle numbers no more statements than this.
        if let Ok(place) = u16::try_from(self.statements.len()) {
            let others = others.into_iter().map(|other| (place, other));
            self.also.extend(others);
        }
        self.statements.push(statement);
    }

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

fn statement(line: &Prose, draft: Draft, indicator: u16) -> Statement {
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
        evidence: line.span(&figure.place()),
        clause: line.span(&draft.clause),
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
