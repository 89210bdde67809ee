//! A plan's words, with its outline, and every statement and gap marked and linked.

use leptos::prelude::*;

use super::overview::issued_text;
use crate::app::address::{ChartView, Page};
use crate::app::browser;
use crate::app::components::{Marker, city_name, indicator_name, plan_name};
use crate::app::shell::Explorer;
use crate::insight::counts;
use crate::plan::{Gap, Plan, Span, Statement};
use crate::words::quantity_text;

#[component]
pub fn Reader(
    /// Index into the bundle's plans.
    plan: usize,
) -> impl IntoView {
    let explorer = Explorer::expect();
    let text = explorer.text();
    let language = explorer.language();
    let switch = explorer
        .bundle
        .plans
        .iter()
        .enumerate()
        .map(|(index, other)| {
            let page = Page::Plan {
                id: other.entry.id.clone(),
                at: None,
            };
            let current = (index == plan).then_some("page");
            let city = explorer.bundle.city_of_plan(other);
            view! {
                <li><a href=explorer.href(page) aria-current=current>
                    <Marker city />{city_name(explorer, city)}" "{plan_name(other, language)}
                </a></li>
            }
        })
        .collect_view();
    let read = &explorer.bundle.plans[plan];
    let entry = &read.entry;
    follow_passage(explorer, read);
    let paragraphs = (0..read.outline.paragraphs.len())
        .map(|index| paragraph(explorer, read, index))
        .collect_view();
    let note = language.pick(entry.note.as_str(), entry.note_en.as_str());
    let found = counts([read]);
    view! {
        <div class="page page--reader">
            <nav class="tabs" aria-label=text.plans><ul>{switch}</ul></nav>
            <div class="reader">
                <Contents plan=read />
                <article class="reader__text">
                    <h1 lang="zh-CN">{entry.title.as_str()}</h1>
                    <p class="hint">
                        {issued_text(explorer, entry.issued)}
                        {(!entry.document_number.is_empty()).then(|| format!(" · {}", entry.document_number))}
                        " · "{found.statements}" "{text.statements}
                        " · "{found.gaps}" "{text.gaps}
                    </p>
                    {(!note.is_empty()).then(|| view! { <p class="note">{note}</p> })}
                    {(!text.chinese_only.is_empty()).then(|| view! { <p class="hint">{text.chinese_only}</p> })}
                    <div lang="zh-CN">{paragraphs}</div>
                </article>
            </div>
        </div>
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

#[component]
fn Contents(plan: &'static Plan) -> impl IntoView {
    let explorer = Explorer::expect();
    let items = plan
        .outline
        .headings
        .iter()
        .filter(|heading| (1..=2).contains(&heading.depth))
        .map(|heading| {
            let page = Page::Plan { id: plan.entry.id.clone(), at: Some(heading.title.start) };
            let title = plan.text.slice(heading.title).trim_end_matches('。');
            view! { <li class=format!("outline__{}", heading.depth)><a href=explorer.href(page)>{title}</a></li> }
        })
        .collect_view();
    let list = view! { <ol lang="zh-CN">{items}</ol> };
    let name = explorer.text().contents;
    // Open on wide screens by style; a phone reader opens it on demand.
    view! {
        <nav class="reader__contents" aria-label=name>
            <details class="outline" open=browser::is_wide()><summary>{name}</summary>{list}</details>
        </nav>
    }
}

/// A paragraph or heading with its marks and its permalink.
fn paragraph(explorer: Explorer, plan: &'static Plan, index: usize) -> AnyView {
    let paragraph = &plan.outline.paragraphs[index];
    let heading = plan
        .outline
        .headings
        .iter()
        .find(|heading| heading.paragraph as usize == index && !heading.run_in);
    let page = Page::Plan {
        id: plan.entry.id.clone(),
        at: Some(paragraph.span.start),
    };
    let words = marked(explorer, plan, paragraph.span);
    let link = view! {
        <a class="permalink" href=explorer.href(page) aria-label=explorer.text().permalink title=explorer.text().permalink>"¶"</a>
    };
    let id = paragraph_anchor(plan, index);
    match heading.map(|heading| heading.depth) {
        Some(0) => {
            view! { <p id=id tabindex="-1" class="reader__title">{words}{link}</p> }.into_any()
        }
        Some(1) => view! { <h2 id=id tabindex="-1">{words}{link}</h2> }.into_any(),
        Some(_) => view! { <h3 id=id tabindex="-1">{words}{link}</h3> }.into_any(),
        None => view! { <p id=id tabindex="-1">{words}{link}</p> }.into_any(),
    }
}

enum Mark<'a> {
    Statement(&'a Statement),
    Gap(&'a Gap),
}

/// The words of a span; numbers link to their indicator, gaps say what is missing.
fn marked(explorer: Explorer, plan: &'static Plan, span: Span) -> AnyView {
    let mut marks: Vec<(Span, Mark)> = Vec::new();
    let statements = plan.statements.iter().filter(|s| span.contains(s.evidence));
    marks.extend(statements.map(|statement| (statement.evidence, Mark::Statement(statement))));
    let gaps = plan.gaps.iter().filter(|gap| span.contains(gap.span));
    marks.extend(gaps.map(|gap| (gap.span, Mark::Gap(gap))));
    marks.sort_by_key(|(span, mark)| (span.start, matches!(mark, Mark::Gap(_))));
    let mut pieces: Vec<AnyView> = Vec::new();
    let mut at = span.start;
    for (place, mark) in marks {
        // A lost number is a gap and a statement at one place: the statement's link shows both.
        if place.start < at {
            continue;
        }
        pieces.push(
            plan.text
                .slice(Span {
                    start: at,
                    end: place.start,
                })
                .into_any(),
        );
        pieces.push(match mark {
            Mark::Statement(statement) => statement_mark(explorer, plan, statement),
            Mark::Gap(gap) => gap_mark(explorer, plan, gap),
        });
        at = place.end;
    }
    pieces.push(
        plan.text
            .slice(Span {
                start: at,
                end: span.end,
            })
            .into_any(),
    );
    pieces.into_any()
}

fn statement_mark(explorer: Explorer, plan: &'static Plan, statement: &Statement) -> AnyView {
    let language = explorer.language();
    let indicator = &explorer.bundle.indicators[statement.indicator as usize];
    let page = Page::Indicator {
        id: indicator.id.clone(),
        view: ChartView::default(),
    };
    let title = format!(
        "{} {}",
        indicator_name(indicator, language),
        quantity_text(&statement.reading, language)
    );
    let lost = statement.reading.quantity().is_none();
    view! {
        <a id=statement_anchor(statement) class="said" class:said--lost=lost href=explorer.href(page) title=title>
            {lost.then(|| view! { <span class="gap__mark">{explorer.text().gap_mark(crate::plan::GapKind::Number)}</span> })}
            {plan.text.slice(statement.evidence)}
        </a>
    }
    .into_any()
}

fn gap_mark(explorer: Explorer, plan: &'static Plan, gap: &Gap) -> AnyView {
    view! {
        <span class="gap">{plan.text.slice(gap.span)}<span class="gap__mark">{explorer.text().gap_mark(gap.kind)}</span></span>
    }
    .into_any()
}
