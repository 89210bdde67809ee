//! A plan's words, with its outline, and every statement and gap marked and linked.

use leptos::prelude::*;
use maud::{Markup, html};

use super::city::contents;
use crate::app::address::{ChartView, Page};
use crate::app::browser;
use crate::app::components::{city_name, indicator_name, issued_text, marker, plan_name, take};
use crate::app::shell::App;
use crate::export::Part;
use crate::insight::counts;
use crate::order;
use crate::page::Explorer;
use crate::plan::{Gap, GapKind, Plan, Span, Statement};
use crate::words::quantity_text;

/// `plan` is an index into the bundle's plans.
pub fn reader(explorer: Explorer, plan: usize) -> Markup {
    let text = explorer.text();
    let read = &explorer.bundle.plans[plan];
    follow_passage(read);
    html! {
        div."page page--reader" {
            nav.tabs aria-label=(text.plans) {
                ul { @for other in 0..explorer.bundle.plans.len() { (tab(explorer, other, other == plan)) } }
            }
            div.reader {
                nav.reader__contents aria-label=(text.contents) {
                    // A phone's reader opens it on demand.
                    details.outline open[browser::is_wide()] {
                        summary { (text.contents) }
                        (contents(explorer, read))
                    }
                }
                article.reader__text {
                    (head(explorer, read))
                    div lang="zh-CN" {
                        @for index in 0..read.outline.paragraphs.len() { (paragraph(explorer, read, index)) }
                    }
                }
            }
        }
    }
}

fn tab(explorer: Explorer, plan: usize, is_current: bool) -> Markup {
    let other = &explorer.bundle.plans[plan];
    let page = Page::Plan {
        id: other.entry.id.clone(),
        at: None,
    };
    let city = explorer.bundle.city_of_plan(other);
    html! {
        li {
            a href=(explorer.href(page)) aria-current=[is_current.then_some("page")] {
                (marker(city)) (city_name(explorer, city)) " " (plan_name(other, explorer.language()))
            }
        }
    }
}

fn head(explorer: Explorer, plan: &Plan) -> Markup {
    let text = explorer.text();
    let entry = &plan.entry;
    let found = counts([plan]);
    let web_text: usize = plan.outline.web_text.iter().map(|span| span.len()).sum();
    let note = explorer.language().pick(&entry.note, &entry.note_en);
    html! {
        h1 lang="zh-CN" { (entry.title) }
        p.hint {
            (issued_text(explorer, entry.issued))
            @if !entry.document_number.is_empty() { " · " (entry.document_number) }
            " · " (found.statements) (text.statements) " · " (found.gaps) (text.gaps)
        }
        @if !note.is_empty() { p.note { (note) } }
        @if web_text > 0 { p.hint { (web_text) (text.web_text) } }
        @if !text.chinese_only.is_empty() { p.hint { (text.chinese_only) } }
        (take(explorer, Part::Table))
    }
}

/// Shows the passage the address names, now and whenever it changes.
fn follow_passage(plan: &'static Plan) {
    let app = App::expect();
    Effect::new(move |_| {
        let at = app.location.with(|address| match &address.page {
            Page::Plan { at, .. } => *at,
            _ => None,
        });
        let Some(at) = at else { return };
        let statement = plan
            .statements
            .iter()
            .find(|statement| statement.evidence.start == at);
        let id = match statement {
            Some(statement) => Some(statement_anchor(statement)),
            None => plan
                .outline
                .paragraph_at(at)
                .map(|index| paragraph_anchor(plan, index)),
        };
        if let Some(id) = id {
            // After the paragraphs stand in the page.
            request_animation_frame(move || browser::show(&id));
        }
    });
}

fn paragraph_anchor(plan: &Plan, index: usize) -> String {
    format!("p{}", plan.outline.paragraphs[index].span.start)
}

fn statement_anchor(statement: &Statement) -> String {
    format!("s{}", statement.evidence.start)
}

/// A paragraph or heading with its marks and its permalink.
fn paragraph(explorer: Explorer, plan: &Plan, index: usize) -> Markup {
    let span = plan.outline.paragraphs[index].span;
    let mut headings = plan.outline.headings.iter();
    let heading = headings.find(|heading| heading.paragraph as usize == index && !heading.run_in);
    let page = Page::Plan {
        id: plan.entry.id.clone(),
        at: Some(span.start),
    };
    let permalink = explorer.text().permalink;
    let words = html! {
        (marked(explorer, plan, span))
        a.permalink href=(explorer.href(page)) aria-label=(permalink) title=(permalink) { "¶" }
    };
    let id = paragraph_anchor(plan, index);
    match heading.map(|heading| heading.depth) {
        Some(0) => html! { p.reader__title id=(id) tabindex="-1" { (words) } },
        Some(1) => html! { h2 id=(id) tabindex="-1" { (words) } },
        Some(_) => html! { h3 id=(id) tabindex="-1" { (words) } },
        None => html! { p id=(id) tabindex="-1" { (words) } },
    }
}

enum Mark<'a> {
    Statement(&'a Statement),
    Gap(&'a Gap),
}

/// The words of a span; numbers link to their indicator, gaps say what is missing.
fn marked(explorer: Explorer, plan: &Plan, span: Span) -> Markup {
    let marks = marks(plan, span);
    let ends = marks.iter().map(|mark| mark.place().end);
    let starts = std::iter::once(span.start).chain(ends);
    let rest = marks.last().map_or(span.start, |mark| mark.place().end);
    html! {
        @for (start, mark) in starts.zip(&marks) {
            (plan.text.slice(Span { start, end: mark.place().start }))
            @match mark {
                Mark::Statement(statement) => (statement_mark(explorer, plan, statement)),
                Mark::Gap(gap) => (gap_mark(explorer, plan, gap)),
            }
        }
        (plan.text.slice(Span { start: rest, end: span.end }))
    }
}

impl Mark<'_> {
    fn place(&self) -> Span {
        match self {
            Self::Statement(statement) => statement.evidence,
            Self::Gap(gap) => gap.span,
        }
    }
}

/// The statements and gaps of a span in order, none over another: of a statement and a gap at one
/// place (a number was lost) the statement stays, whose link shows both.
fn marks(plan: &Plan, span: Span) -> Vec<Mark<'_>> {
    let statements = plan.statements.iter().filter(|s| span.contains(s.evidence));
    let mut marks: Vec<Mark> = statements.map(Mark::Statement).collect();
    for gap in plan.gaps.iter().filter(|gap| span.contains(gap.span)) {
        if !marks.iter().any(|mark| mark.place().overlaps(gap.span)) {
            marks.push(Mark::Gap(gap));
        }
    }
    order::sort_by_key(&mut marks, |mark| mark.place().start);
    let mut end = span.start;
    marks.retain(|mark| {
        let is_free = mark.place().start >= end;
        if is_free {
            end = mark.place().end;
        }
        is_free
    });
    marks
}

fn statement_mark(explorer: Explorer, plan: &Plan, statement: &Statement) -> Markup {
    let language = explorer.language();
    let indicator = &explorer.bundle.indicators[statement.indicator as usize];
    let page = Page::Indicator {
        id: indicator.id.clone(),
        view: ChartView::default(),
    };
    let value = quantity_text(&statement.reading, language);
    let is_lost = statement.reading.quantity().is_none();
    html! {
        a.said.said--lost[is_lost] id=(statement_anchor(statement)) href=(explorer.href(page))
            title={ (indicator_name(indicator, language)) " " (value) } {
            @if is_lost { span.gap__mark { (explorer.text().gap_mark(GapKind::Number)) } }
            (plan.text.slice(statement.evidence))
        }
    }
}

fn gap_mark(explorer: Explorer, plan: &Plan, gap: &Gap) -> Markup {
    html! {
        span.gap { (plan.text.slice(gap.span)) span.gap__mark { (explorer.text().gap_mark(gap.kind)) } }
    }
}
