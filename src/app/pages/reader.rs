//! A plan's words, with its outline, and every statement and gap marked and linked.

use leptos::prelude::*;
use maud::{Markup, html};

use super::city::contents;
use super::overview::issued_text;
use crate::app::address::{ChartView, Page};
use crate::app::browser;
use crate::app::components::{city_name, indicator_name, marker, plan_name};
use crate::app::shell::Explorer;
use crate::insight::counts;
use crate::plan::{Gap, GapKind, Plan, Span, Statement};
use crate::words::quantity_text;

/// `plan` is an index into the bundle's plans.
pub fn reader(explorer: Explorer, plan: usize) -> Markup {
    let text = explorer.text();
    let read = &explorer.bundle.plans[plan];
    follow_passage(explorer, read);
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
    let note = explorer.language().pick(&entry.note, &entry.note_en);
    html! {
        h1 lang="zh-CN" { (entry.title) }
        p.hint {
            (issued_text(explorer, entry.issued))
            @if !entry.document_number.is_empty() { " · " (entry.document_number) }
            " · " (found.statements) " " (text.statements) " · " (found.gaps) " " (text.gaps)
        }
        @if !note.is_empty() { p.note { (note) } }
        @if !text.chinese_only.is_empty() { p.hint { (text.chinese_only) } }
    }
}

/// Shows the passage the address names, now and whenever it changes.
fn follow_passage(explorer: Explorer, plan: &'static Plan) {
    Effect::new(move |_| {
        let at = explorer.location.with(|address| match &address.page {
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
    let mut at = span.start;
    html! {
        @for mark in marks(plan, span) {
            @let place = match &mark { Mark::Statement(statement) => statement.evidence, Mark::Gap(gap) => gap.span };
            // A lost number is a gap and a statement at one place: the statement's link shows both.
            @if place.start >= at {
                (plan.text.slice(Span { start: at, end: place.start }))
                @match mark {
                    Mark::Statement(statement) => (statement_mark(explorer, plan, statement)),
                    Mark::Gap(gap) => (gap_mark(explorer, plan, gap)),
                }
                @let _ = at = place.end;
            }
        }
        (plan.text.slice(Span { start: at, end: span.end }))
    }
}

/// The statements and gaps of a span in order, a statement before a gap at the same place.
fn marks(plan: &Plan, span: Span) -> Vec<Mark<'_>> {
    let mut statements = plan
        .statements
        .iter()
        .filter(|s| span.contains(s.evidence))
        .peekable();
    let mut gaps = plan
        .gaps
        .iter()
        .filter(|gap| span.contains(gap.span))
        .peekable();
    let mut marks = Vec::new();
    loop {
        let gap_first = match (statements.peek(), gaps.peek()) {
            (None, None) => return marks,
            (Some(statement), Some(gap)) => gap.span.start < statement.evidence.start,
            (statement, _) => statement.is_none(),
        };
        if gap_first {
            marks.extend(gaps.next().map(Mark::Gap));
        } else {
            marks.extend(statements.next().map(Mark::Statement));
        }
    }
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
