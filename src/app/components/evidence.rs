//! The words behind a number.

use leptos::prelude::*;

use super::{Marker, city_name, plan_name};
use crate::app::address::Page;
use crate::app::shell::Explorer;
use crate::plan::{Area, Plan, Span, StatementId};
use crate::words::{quantity_text, role_name, year_text};

/// The headings above a place in a plan: `第一章 开启现代化建设新征程 › 第四节 奋斗目标`.
fn section_path(plan: &'static Plan, at: u32) -> String {
    let Some(paragraph) = plan.outline.paragraph_at(at) else {
        return String::new();
    };
    let titles = plan.outline.path(paragraph).into_iter().map(|heading| {
        plan.text
            .slice(heading.title)
            .trim_end_matches(['。', ':', ':'])
            .trim()
    });
    titles.collect::<Vec<_>>().join(" › ")
}

/// One statement: what it says, the plan's words with the number marked, and where they stand.
#[component]
pub fn Quote(id: StatementId) -> impl IntoView {
    let explorer = Explorer::expect();
    let language = explorer.language();
    let text = explorer.text();
    let statement = explorer.bundle.statement(id);
    let plan = explorer.bundle.plan_of(id);
    let city = explorer.bundle.city_of(id);
    let page = Page::Plan {
        id: plan.entry.id.clone(),
        at: Some(statement.evidence.start),
    };
    let area = match &statement.area {
        Area::Whole => String::new(),
        Area::Part(part) => format!(" · {part}"),
    };
    let section = section_path(plan, statement.evidence.start);
    view! {
        <figure class="quote">
            <figcaption class="quote__head">
                <Marker city />
                <b class=format!("city-{city}")>{city_name(explorer, city)}{area}</b>
                " "{year_text(statement.period.year, language)}
                " "{role_name(statement.role, language)}
                " "<b>{quantity_text(&statement.reading, language)}</b>
            </figcaption>
            <blockquote lang="zh-CN">{marked(plan, statement.clause, statement.evidence)}</blockquote>
            <p class="quote__source">
                <span>{plan_name(plan, language)}</span>
                {(!section.is_empty()).then(|| view! { " · "<span lang="zh-CN">{section}</span> })}
                " · "<a href=explorer.href(page)>{text.read_in_plan}</a>
            </p>
        </figure>
    }
}

/// A clause with its number marked.
fn marked(plan: &'static Plan, clause: Span, evidence: Span) -> impl IntoView {
    let slice = |start: u32, end: u32| {
        if start < end {
            plan.text.slice(Span { start, end })
        } else {
            ""
        }
    };
    view! {
        "……"{slice(clause.start, evidence.start)}
        <mark>{plan.text.slice(evidence)}</mark>
        {slice(evidence.end, clause.end)}"……"
    }
}
