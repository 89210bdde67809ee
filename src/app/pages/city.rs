//! A city: its plans, its targets by theme from baseline to target, and its outline of tasks.

use maud::{Markup, html};

use crate::app::address::Page;
use crate::app::components::{
    Beside, city_label, city_name, dated, heads, indicator_head, plan_name, take,
};
use crate::export::Part;
use crate::insight::{Promise, counts, promises};
use crate::page::{Explorer, area_tag};
use crate::plan::{Plan, Theme};
use crate::words::{Language, theme_name};

/// Headings of this depth or less make the outline of tasks.
const OUTLINE_DEPTH: u8 = 2;

/// `city` is an index into the bundle's cities.
pub fn city(explorer: Explorer, city: usize) -> Markup {
    let text = explorer.text();
    let bundle = explorer.bundle;
    let plans: Vec<&Plan> = bundle
        .plans
        .iter()
        .filter(|plan| bundle.city_of_plan(plan) == city)
        .collect();
    let promises = promises(bundle, city);
    html! {
        div.page {
            nav.tabs aria-label=(text.cities) {
                ul { @for other in 0..bundle.cities.len() { (tab(explorer, other, other == city)) } }
            }
            h1 class={ "city-" (city) } { (city_name(explorer, city)) }
            p.lede { (lede(explorer, &plans, promises.len())) }
            section aria-labelledby="promises" {
                h2 id="promises" { (text.promises) }
                @for theme in Theme::ALL { (of_theme(explorer, theme, &promises)) }
                (take(explorer, Part::Table))
            }
            section aria-labelledby="tasks" {
                h2 id="tasks" { (text.tasks) }
                @for plan in &plans { (outline(explorer, plan)) }
            }
        }
    }
}

fn tab(explorer: Explorer, city: usize, is_current: bool) -> Markup {
    let page = Page::City {
        id: explorer.bundle.cities[city].id.clone(),
    };
    html! {
        li { a href=(explorer.href(page)) aria-current=[is_current.then_some("page")] { (city_label(explorer, city)) } }
    }
}

fn lede(explorer: Explorer, plans: &[&Plan], promises: usize) -> String {
    let found = counts(plans.iter().copied());
    match explorer.language() {
        Language::Chinese => format!(
            "{}份规划，{}条写明数字的陈述，{promises}项指标有目标，{}处原文数字缺失。",
            plans.len(),
            found.statements,
            found.gaps
        ),
        Language::English => format!(
            "{} plan{}, {} statements with a number, targets for {promises} indicators, {} gaps in the source.",
            plans.len(),
            if plans.len() == 1 { "" } else { "s" },
            found.statements,
            found.gaps
        ),
    }
}

/// The promises of one theme as a table, where there are any.
fn of_theme(explorer: Explorer, theme: Theme, promises: &[Promise]) -> Markup {
    let text = explorer.text();
    let is_of_theme =
        |promise: &&Promise| explorer.bundle.indicators[promise.indicator].theme == theme;
    let mut rows = promises.iter().filter(is_of_theme).peekable();
    html! {
        @if rows.peek().is_some() {
            table."table table--stack promises" {
                caption { (theme_name(theme, explorer.language())) }
                (heads(&[text.indicator, text.baseline, text.target]))
                tbody { @for promise in rows { (promise_row(explorer, promise)) } }
            }
        }
    }
}

fn promise_row(explorer: Explorer, promise: &Promise) -> Markup {
    let text = explorer.text();
    html! {
        tr {
            th scope="row" {
                (indicator_head(explorer, promise.indicator))
                " " (area_tag(explorer, &promise.area))
            }
            td data-label=(text.baseline) class=[promise.baseline.is_empty().then_some("empty-cell")] {
                (dated(explorer, &promise.baseline, Beside::Nothing))
            }
            td data-label=(text.target) { (dated(explorer, &promise.targets, Beside::Nothing)) }
        }
    }
}

fn outline(explorer: Explorer, plan: &Plan) -> Markup {
    let page = Page::Plan {
        id: plan.entry.id.clone(),
        at: None,
    };
    html! {
        details.outline {
            summary { (plan_name(plan, explorer.language())) }
            p { a href=(explorer.href(page)) { (explorer.text().read) } }
            (contents(explorer, plan))
        }
    }
}

/// A plan's chapters and sections as links into its text.
pub fn contents(explorer: Explorer, plan: &Plan) -> Markup {
    let headings = plan
        .outline
        .headings
        .iter()
        .filter(|heading| (1..=OUTLINE_DEPTH).contains(&heading.depth));
    html! {
        ol lang="zh-CN" {
            @for heading in headings {
                @let page = Page::Plan { id: plan.entry.id.clone(), at: Some(heading.title.start) };
                li class={ "outline__" (heading.depth) } {
                    a href=(explorer.href(page)) { (plan.text.slice(heading.title).trim_end_matches('。')) }
                }
            }
        }
    }
}
