//! A city: its plans, its targets by theme from baseline to target, and its outline of tasks.

use leptos::prelude::*;

use crate::app::address::{ChartView, Page};
use crate::app::components::{Marker, Values, city_name, indicator_name, plan_name, unit_note};
use crate::app::shell::Explorer;
use crate::insight::{Promise, counts, promises};
use crate::plan::{Plan, StatementId, Theme};
use crate::words::{Language, theme_name, year_text};

/// Headings of this depth or less make the outline of tasks.
const OUTLINE_DEPTH: u8 = 2;

#[component]
pub fn City(
    /// Index into the bundle's cities.
    city: usize,
) -> impl IntoView {
    let explorer = Explorer::expect();
    let text = explorer.text();
    let bundle = explorer.bundle;
    let plans: Vec<&'static Plan> = bundle
        .plans
        .iter()
        .filter(|plan| bundle.city_of_plan(plan) == city)
        .collect();
    let promises = promises(bundle, city);
    let switch = (0..bundle.cities.len())
        .map(|other| {
            let page = Page::City { id: bundle.cities[other].id.clone() };
            let current = (other == city).then_some("page");
            view! { <li><a href=explorer.href(page) aria-current=current><Marker city=other />{city_name(explorer, other)}</a></li> }
        })
        .collect_view();
    let lede = lede(explorer, &plans, promises.len());
    let themes = by_theme(explorer, promises);
    let outlines = plans
        .iter()
        .map(|plan| outline(explorer, plan))
        .collect_view();
    view! {
        <div class="page">
            <nav class="tabs" aria-label=text.cities><ul>{switch}</ul></nav>
            <h1 class=format!("city-{city}")>{city_name(explorer, city)}</h1>
            <p class="lede">{lede}</p>
            <section aria-labelledby="promises">
                <h2 id="promises">{text.promises}</h2>
                {themes}
            </section>
            <section aria-labelledby="tasks">
                <h2 id="tasks">{text.tasks}</h2>
                {outlines}
            </section>
        </div>
    }
}

fn lede(explorer: Explorer, plans: &[&'static Plan], promises: usize) -> String {
    let found = counts(plans.iter().copied());
    match explorer.language() {
        Language::Chinese => format!(
            "{}份规划,{}条写明数字的陈述,{promises}项指标有目标,{}处原文数字缺失。",
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

fn by_theme(explorer: Explorer, promises: Vec<Promise>) -> impl IntoView {
    let language = explorer.language();
    let theme_of = |promise: &Promise| explorer.bundle.indicators[promise.indicator].theme;
    Theme::ALL
        .into_iter()
        .filter_map(|theme| {
            let of_theme: Vec<&Promise> = promises
                .iter()
                .filter(|promise| theme_of(promise) == theme)
                .collect();
            if of_theme.is_empty() {
                return None;
            }
            let rows = of_theme
                .into_iter()
                .map(|promise| promise_row(explorer, promise));
            let text = explorer.text();
            Some(view! {
                <table class="table table--stack promises">
                    <caption>{theme_name(theme, language)}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{text.indicator}</th>
                            <th scope="col">{text.baseline}</th>
                            <th scope="col">{text.target}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            })
        })
        .collect_view()
}

fn promise_row(explorer: Explorer, promise: &Promise) -> AnyView {
    let language = explorer.language();
    let text = explorer.text();
    let indicator = &explorer.bundle.indicators[promise.indicator];
    let page = Page::Indicator {
        id: indicator.id.clone(),
        view: ChartView::default(),
    };
    let area = promise.area.as_str().to_string();
    view! {
        <tr>
            <th scope="row">
                <a href=explorer.href(page)>{indicator_name(indicator, language)}</a>
                <span class="unit">{unit_note(indicator, language)}</span>
                {(!area.is_empty()).then(|| view! { " "<span class="tag">{area}</span> })}
            </th>
            <td data-label=text.baseline class:empty-cell=promise.baseline.is_empty()>
                {dated(explorer, &promise.baseline)}
            </td>
            <td data-label=text.target>{dated(explorer, &promise.targets)}</td>
        </tr>
    }
    .into_any()
}

/// Values behind their years, each year once.
fn dated(explorer: Explorer, statements: &[StatementId]) -> impl IntoView + use<> {
    let year = |id: &StatementId| explorer.bundle.statement(*id).period.year;
    let groups = statements.chunk_by(|a, b| year(a) == year(b));
    groups
        .map(|group| {
            view! {
                <span class="dated">
                    <span class="dated__year">{year_text(year(&group[0]), explorer.language())}</span>
                    <Values statements=group.to_vec() />
                </span>
            }
        })
        .collect_view()
}

fn outline(explorer: Explorer, plan: &'static Plan) -> impl IntoView {
    let headings = plan
        .outline
        .headings
        .iter()
        .filter(|heading| (1..=OUTLINE_DEPTH).contains(&heading.depth));
    let items = headings
        .map(|heading| {
            let page = Page::Plan { id: plan.entry.id.clone(), at: Some(heading.title.start) };
            let title = plan.text.slice(heading.title).trim_end_matches('。');
            view! { <li class=format!("outline__{}", heading.depth)><a href=explorer.href(page)>{title}</a></li> }
        })
        .collect_view();
    let page = Page::Plan {
        id: plan.entry.id.clone(),
        at: None,
    };
    view! {
        <details class="outline">
            <summary>{plan_name(plan, explorer.language())}</summary>
            <p><a href=explorer.href(page)>{explorer.text().read}</a></p>
            <ol lang="zh-CN">{items}</ol>
        </details>
    }
}
