//! Tells how a sentence was read, step by step, so that a wrong reading shows the rule behind it.

use std::cell::RefCell;
use std::fmt::Write;
use std::ops::Range;

use super::cues::Cues;
use super::document::Document;
use super::figures::{Figure, Passed, Shape, Value};
use super::reading::{Draft, Part, Reader};
use super::scope::Scope;
use super::table;
use super::time::Time;
use super::{Context, Vocabulary};
use crate::plan::{Ambition, Bound, Origin, Outline, Span, Text, Year};

/// What was read in the sentences that touch `span`, in lines of plain text: where their paragraph
/// stands, the times and numbers found, the numbers passed over and why, the words around each
/// number, and the statements made of them. Empty where `span` is in no paragraph of the plan.
pub fn explain(text: &Text, context: &Context, vocabulary: &Vocabulary, span: Span) -> String {
    let document = Document::new(text, context);
    let [start, end] = [span.start, span.end].map(|at| document.transcript.index_of(at));
    let mut columns = Vec::new();
    let mut index = 0;
    let mut explained = Vec::new();
    let outline = document.walk(|line, paragraph, scope| {
        if let Some(header) = table::header(&line[paragraph.clone()]) {
            columns = header;
        }
        index += 1;
        let own = line.span(&paragraph);
        if own.start as usize > end || (own.end as usize) < start {
            return;
        }
        let trace = Trace {
            place: line.index_of(start)..line.index_of(end),
            lines: RefCell::default(),
        };
        let mut drafts = Vec::new();
        let reader = Reader::new(&document, line, Some(&trace));
        reader.line(paragraph, scope, &mut columns, &mut |draft| {
            drafts.push(draft)
        });
        let mut told = trace.lines.take();
        for draft in drafts.iter().filter(|draft| trace.touches(&draft.clause)) {
            told += &statement(draft);
            told += &indicator(draft, vocabulary);
        }
        explained.push((index - 1, *scope, told));
    });
    let title = |span| text.slice(document.transcript.given(span));
    let told = explained
        .into_iter()
        .map(|(index, scope, told)| place_of(&outline, index, &scope, title) + &told);
    told.collect()
}

/// Notes of one reading.
pub(super) struct Trace {
    /// Only sentences that touch this place are told of.
    place: Range<usize>,
    lines: RefCell<String>,
}

impl Trace {
    pub fn sentence(
        &self,
        chars: &[char],
        sentence: &Range<usize>,
        times: &[Time],
        figures: &[Figure],
        passed: &[Passed],
    ) {
        if !self.touches(sentence) {
            return;
        }
        let mut told = format!("sentence   {}\n", words(chars, sentence));
        for time in times {
            let mode = format!("{:?}", time.mode).to_lowercase();
            let span = time.span.map_or(String::new(), |(first, last)| {
                format!(" ({first} to {last})")
            });
            let place = words(chars, &(time.start..time.end));
            told += &format!("  time     {place}: {mode} {}{span}\n", year(time.year));
        }
        for figure in figures {
            told += &format!("  number   {}\n", number(chars, figure));
        }
        for passed in passed {
            let place = words(chars, &passed.range);
            told += &format!("  passed   {place}: {}\n", passed.why);
        }
        self.lines.borrow_mut().push_str(&told);
    }

    pub fn clause(&self, chars: &[char], clause: &Range<usize>, parts: &[Part]) {
        if !self.touches(clause) {
            return;
        }
        let mut told = format!("  clause   {}\n", words(chars, clause));
        for part in parts {
            let names: Vec<String> = part.names.iter().map(|name| name.text()).collect();
            let side = if part.behind {
                "behind it"
            } else {
                "before it"
            };
            let place = words(chars, &(part.figure.start..part.figure.end));
            let area = part
                .area
                .as_ref()
                .map_or(String::new(), |area| format!("; area `{}`", area.as_str()));
            let each = if part.each_year { "; each year" } else { "" };
            let cues = cues(&part.cues, &part.opening);
            told += &match names.is_empty() {
                true => format!("    {place}: no name of its own{cues}{area}{each}\n"),
                false => format!(
                    "    {place}: name {side} {}{cues}{area}{each}\n",
                    names.join(" | ")
                ),
            };
        }
        self.lines.borrow_mut().push_str(&told);
    }

    fn touches(&self, range: &Range<usize>) -> bool {
        range.start <= self.place.end && self.place.start <= range.end
    }
}

fn words(chars: &[char], range: &Range<usize>) -> String {
    let words: String = chars[range.clone()].iter().collect();
    format!("`{}`", words.replace('\n', " "))
}

fn year(year: Year) -> String {
    match year {
        Year::Stated(year) => year.to_string(),
        Year::Lost => "lost".into(),
        Year::Unstated => "not stated".into(),
    }
}

fn number(chars: &[char], figure: &Figure) -> String {
    let place = words(chars, &(figure.start..figure.end));
    let value = match figure.value {
        Value::Single(value) => value.to_string(),
        Value::Range(low, high) => format!("{low} to {high}"),
        Value::Lost => "lost".into(),
    };
    let shape = match figure.shape {
        Shape::Amount => "",
        Shape::Multiple => ", a multiple",
        Shape::Growth => ", a growth",
        Shape::Rank => ", a rank",
    };
    let bound = figure.bound_after.map_or(String::new(), |bound| {
        format!(", {} by the word behind it", bound.as_str())
    });
    format!("{place}: {value} {}{shape}{bound}", figure.unit)
}

/// What the words around a number told: `; reach, ge`.
fn cues(cues: &Cues, opening: &Cues) -> String {
    let flags = [
        ("reach", cues.reach),
        ("grow", cues.grow),
        ("change", cues.change),
        ("sum", cues.sum || opening.sum),
        ("make", cues.make || opening.make),
        ("done", cues.done || opening.done),
        ("each", cues.each),
        ("all", cues.all),
        ("from", cues.from),
        ("already", cues.already),
    ];
    let told = flags.iter().filter(|flag| flag.1).map(|flag| flag.0);
    let mut told: Vec<&str> = told.collect();
    told.extend(cues.bound.map(Bound::as_str));
    if told.is_empty() {
        String::new()
    } else {
        format!("; cues {}", told.join(", "))
    }
}

/// The paragraph's headings, and the role and year that hold in it.
fn place_of<'a>(
    outline: &Outline,
    index: usize,
    scope: &Scope,
    title: impl Fn(Span) -> &'a str,
) -> String {
    let mut told = String::from("paragraph");
    let mut depth = u8::MAX;
    let last = outline.paragraphs[index].heading.map_or(0, |last| last + 1);
    let mut open = Vec::new();
    for heading in outline.headings[..last as usize].iter().rev() {
        if heading.depth < depth {
            depth = heading.depth;
            open.push(heading.title);
        }
    }
    for &heading in open.iter().rev() {
        told += &format!(" › `{}`", title(heading).replace('\n', " "));
    }
    let now = scope.now.map_or("not known".into(), |now| now.to_string());
    let (role, due) = (scope.role.as_str(), year(scope.year));
    let _ = writeln!(told, "\n  place    {role}, year {due}; 今年 {now}");
    told
}

/// The entry that the name was matched to, and those it fits as well.
fn indicator(draft: &Draft, vocabulary: &Vocabulary) -> String {
    let fitting = vocabulary.fitting(&draft.name, draft.kind, &draft.figure.unit);
    let mut ids = fitting.iter().map(|&index| {
        vocabulary.entries()[usize::from(index)]
            .indicator
            .id
            .as_str()
    });
    let Some(first) = ids.next() else {
        return "           indicator not in the vocabulary: its own words stand for it\n".into();
    };
    let mut told = format!("           indicator {first}\n");
    let others: Vec<&str> = ids.collect();
    if !others.is_empty() {
        told += &format!("           fits as well {}\n", others.join(", "));
    }
    told
}

fn statement(draft: &Draft) -> String {
    let figure = &draft.figure;
    let value = match figure.value {
        Value::Single(value) => value.to_string(),
        Value::Range(low, high) => format!("{low} to {high}"),
        Value::Lost => "lost".into(),
    };
    let mut told = format!(
        "statement  {} {} {value} {}, {}, {}, year {}",
        draft.name,
        draft.bound.as_str(),
        figure.unit,
        draft.kind.as_str(),
        draft.role.as_str(),
        year(draft.period.year),
    );
    if let Some((first, last)) = draft.period.span {
        told += &format!(", over {first} to {last}");
    }
    if let Some(base) = draft.period.base {
        told += &format!(", from {base}");
    }
    if !draft.area.as_str().is_empty() {
        told += &format!(", in {}", draft.area.as_str());
    }
    if draft.ambition != Ambition::Plain {
        told += &format!(", {}", draft.ambition.as_str());
    }
    told += match (draft.period.year, draft.period.origin) {
        (Year::Unstated, _) | (_, Origin::Sentence) => "",
        (_, Origin::Paragraph) => "\n           the year is carried from a sentence before",
        (_, Origin::Section) => "\n           the year is its section's, and not said here",
    };
    told.push('\n');
    told
}
