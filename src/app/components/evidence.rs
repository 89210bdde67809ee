//! The words behind a number.

use maud::{Markup, html};

use super::{city_name, derivation, marker, plan_name};
use crate::app::address::Page;
use crate::app::shell::Explorer;
use crate::insight::derive;
use crate::plan::{Area, Plan, Span, StatementId};
use crate::words::{
    ambition_name, origin_name, quantity_text, relative_text, role_name, year_text,
};

/// The headings above a place in a plan: `第一章 开启现代化建设新征程 › 第四节 奋斗目标`.
pub fn section_path(plan: &'static Plan, at: u32) -> String {
    let Some(paragraph) = plan.outline.paragraph_at(at) else {
        return String::new();
    };
    let titles = plan.outline.path(paragraph).into_iter();
    let titles = titles.map(|heading| {
        plan.text
            .slice(heading.title)
            .trim_end_matches(['。', ':', ':'])
            .trim()
    });
    titles.collect::<Vec<_>>().join(" › ")
}

/// One statement: what it says, the plan's words with the number marked, and where they stand.
pub fn quote(explorer: Explorer, id: StatementId) -> Markup {
    let language = explorer.language();
    let statement = explorer.bundle.statement(id);
    let indicator = &explorer.bundle.indicators[usize::from(statement.indicator)];
    let plan = explorer.bundle.plan_of(id);
    let city = explorer.bundle.city_of(id);
    let page = Page::Plan {
        id: plan.entry.id.clone(),
        at: Some(statement.evidence.start),
    };
    let section = section_path(plan, statement.evidence.start);
    html! {
        figure.quote {
            figcaption.quote__head {
                (marker(city))
                b class={ "city-" (city) } {
                    (city_name(explorer, city))
                    @if let Area::Part(part) = &statement.area { " · " (part) }
                }
                " " (year_text(statement.period.year, language))
                @if let Some(origin) = origin_name(statement.period, language) {
                    " " span.tag { (origin) }
                }
                " " (role_name(statement.role, language))
                @if let Some(ambition) = ambition_name(statement.ambition, language) { " " (ambition) }
                " " b { (quantity_text(&statement.reading, language)) }
                @match derive(explorer.bundle, id) {
                    Some(Ok(derived)) => (derivation(explorer, id, derived)),
                    Some(Err(reason)) => span.derived { (relative_text(reason, language)) },
                    None => {}
                }
            }
            blockquote lang="zh-CN" { (marked(plan, statement.clause, statement.evidence)) }
            p.quote__source {
                (plan_name(plan, language))
                @if indicator.provisional { " · " (explorer.text().provisional) }
                @if !section.is_empty() { " · " span lang="zh-CN" { (section) } }
                " · " a href=(explorer.href(page)) { (explorer.text().read_in_plan) }
            }
        }
    }
}

/// Characters shown of the sentence before and after a clause.
const BEFORE: usize = 48;
const AFTER: usize = 24;

/// A clause in its sentence, with its number marked.
fn marked(plan: &Plan, clause: Span, evidence: Span) -> Markup {
    let slice = |start: u32, end: u32| {
        if start < end {
            plan.text.slice(Span { start, end })
        } else {
            ""
        }
    };
    let paragraph = plan.outline.paragraph_at(evidence.start);
    let paragraph = paragraph.map_or(clause, |index| plan.outline.paragraphs[index].span);
    let before = slice(paragraph.start, clause.start);
    let before = before.rsplit(['。', ';', '\n']).next().unwrap_or_default();
    let cut = before.chars().count().saturating_sub(BEFORE);
    let after = slice(clause.end, paragraph.end);
    let after = after.split_inclusive('。').next().unwrap_or_default();
    html! {
        @if cut > 0 { "……" }
        (before.chars().skip(cut).collect::<String>())
        (slice(clause.start, evidence.start))
        mark { (plan.text.slice(evidence)) }
        (slice(evidence.end, clause.end))
        (after.chars().take(AFTER).collect::<String>())
        @if after.chars().nth(AFTER).is_some() { "……" }
    }
}
