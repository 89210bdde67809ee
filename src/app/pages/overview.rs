//! The answer first: the richest timelines, the most comparable rows, the plans.

use leptos::prelude::*;

use crate::app::address::{ChartView, CompareView, Filter, Page};
use crate::app::components::{
    Chart, Marker, Values, city_name, indicator_name, plan_name, unit_note,
};
use crate::app::shell::Explorer;
use crate::chart::Choice;
use crate::insight::{Comparison, ComparisonRow, Timeline, compare, counts, richest};
use crate::plan::{DateBasis, Issued, Plan};
use crate::words::Language;

const CHARTS: usize = 6;
const ROWS: usize = 8;

#[component]
pub fn Overview() -> impl IntoView {
    let explorer = Explorer::expect();
    let text = explorer.text();
    let charts = richest(explorer.timelines, CHARTS)
        .into_iter()
        .map(|timeline| thumbnail(explorer, timeline));
    let plans = explorer
        .bundle
        .plans
        .iter()
        .map(|plan| plan_entry(explorer, plan))
        .collect_view();
    view! {
        <div class="page">
            <section class="hero">
                <h1>{headline(explorer)}</h1>
                <p class="lede">{lede(explorer)}</p>
                <Search />
            </section>
            <section aria-labelledby="timelines">
                <div class="section-head">
                    <h2 id="timelines">{text.timelines}</h2>
                    <a href=explorer.href(Page::Indicators(Filter::default()))>{text.all_indicators}</a>
                </div>
                <div class="thumbnails">{charts.collect_view()}</div>
                <Legend />
            </section>
            <section aria-labelledby="side-by-side">
                <div class="section-head">
                    <h2 id="side-by-side">{text.side_by_side}</h2>
                    <a href=explorer.href(Page::Compare(CompareView::default()))>{text.all_comparisons}</a>
                </div>
                <p class="hint">{text.side_by_side_hint}</p>
                <SideBySide />
            </section>
            <section aria-labelledby="plans">
                <h2 id="plans">{text.five_plans}</h2>
                <ul class="plans">{plans}</ul>
            </section>
        </div>
    }
}

fn headline(explorer: Explorer) -> String {
    let bundle = explorer.bundle;
    let all = counts(&bundle.plans);
    let (cities, plans) = (bundle.cities.len(), bundle.plans.len());
    match explorer.language() {
        Language::Chinese => {
            format!(
                "{}座城市,{}份规划,{}项写明了数字的承诺",
                numeral(cities),
                numeral(plans),
                all.targets
            )
        }
        Language::English => {
            format!(
                "{cities} cities, {plans} plans, {} promises with a number",
                all.targets
            )
        }
    }
}

/// Small counts in a Chinese headline are written out.
fn numeral(count: usize) -> String {
    let words = [
        "零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十",
    ];
    words
        .get(count)
        .map_or_else(|| count.to_string(), |word| (*word).to_string())
}

fn lede(explorer: Explorer) -> String {
    let all = counts(&explorer.bundle.plans);
    match explorer.language() {
        Language::Chinese => format!(
            "规划写明的起点,到2022、2025、2035年的目标:每个数字都能点开原文。另有{}处原文数字缺失,如实标出,不作猜测。",
            all.gaps
        ),
        Language::English => format!(
            "From the baselines the plans state to their targets for 2022, 2025 and 2035: every number opens the words behind it. In {} places the source has lost its digits; they are shown as lost, never guessed.",
            all.gaps
        ),
    }
}

#[component]
fn Search() -> impl IntoView {
    let explorer = Explorer::expect();
    let text = explorer.text();
    let query = RwSignal::new(String::new());
    let on_submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let filter = Filter {
            query: query.get_untracked(),
            ..Filter::default()
        };
        explorer.go(Page::Indicators(filter));
    };
    view! {
        <form class="search" role="search" on:submit=on_submit>
            <input type="search" aria-label=text.search placeholder=text.search_hint
                on:input=move |event| query.set(event_target_value(&event)) />
            <button type="submit">{text.search}</button>
        </form>
    }
}

fn thumbnail(explorer: Explorer, timeline: &'static Timeline) -> impl IntoView {
    let language = explorer.language();
    let indicator = &explorer.bundle.indicators[timeline.indicator];
    let page = Page::Indicator {
        id: indicator.id.clone(),
        view: ChartView::default(),
    };
    let choice = Choice {
        language,
        ..Choice::default()
    };
    view! {
        <figure class="thumbnail">
            <figcaption>
                <h3><a href=explorer.href(page)>{indicator_name(indicator, language)}</a></h3>
                <span class="unit">{unit_note(indicator, language)}</span>
            </figcaption>
            <Chart timeline choice=Signal::stored(choice) height=208.0 />
        </figure>
    }
}

/// What the marks mean, in the shapes of the first city.
#[component]
pub fn Legend() -> impl IntoView {
    let text = Explorer::expect().text();
    view! {
        <ul class="legend">
            <li><span class="legend__dot" aria-hidden="true"></span>{text.legend_observed}</li>
            <li><span class="legend__ring" aria-hidden="true"></span>{text.legend_target}</li>
            <li><span aria-hidden="true">"≥ ︿ "</span>{text.legend_at_least}</li>
            <li><span aria-hidden="true">"≤ ﹀ "</span>{text.legend_at_most}</li>
            <li><span aria-hidden="true">"≈ ∼ "</span>{text.legend_about}</li>
            <li><span class="legend__path" aria-hidden="true"></span>{text.legend_path}</li>
        </ul>
    }
}

/// The first comparable rows, one column per city, with a picture of the difference.
#[component]
fn SideBySide() -> impl IntoView {
    let explorer = Explorer::expect();
    let cities: Vec<usize> = (0..explorer.bundle.cities.len()).collect();
    let rows = compare(explorer.bundle, &cities)
        .into_iter()
        .filter_map(|row| match row.comparison {
            Comparison::Alike { year } => Some((row, year)),
            Comparison::Unlike { .. } | Comparison::Alone => None,
        });
    let rows: Vec<(ComparisonRow, u16)> = rows.take(ROWS).collect();
    // A city that no row speaks of has no column.
    let spoken: Vec<usize> = cities
        .into_iter()
        .filter(|&city| {
            rows.iter()
                .any(|(row, year)| row.values(explorer.bundle, *year)[city].is_some())
        })
        .collect();
    let heads = spoken.iter().map(|&city| {
        view! { <th scope="col" class=format!("city-{city}")><Marker city />{city_name(explorer, city)}</th> }
    });
    let heads = heads.collect_view();
    let body = rows
        .into_iter()
        .map(|(row, year)| side_by_side_row(explorer, row, year, &spoken));
    let text = explorer.text();
    view! {
        <table class="table side-by-side">
            <thead>
                <tr>
                    <th scope="col">{text.indicator}</th>
                    <th scope="col">{text.year}</th>
                    {heads}
                    <th scope="col" class="side-by-side__strip">{text.difference}</th>
                </tr>
            </thead>
            <tbody>{body.collect_view()}</tbody>
        </table>
    }
}

fn side_by_side_row(
    explorer: Explorer,
    row: ComparisonRow,
    year: u16,
    cities: &[usize],
) -> impl IntoView + use<> {
    let language = explorer.language();
    let indicator = &explorer.bundle.indicators[row.indicator];
    let page = Page::Indicator {
        id: indicator.id.clone(),
        view: ChartView::default(),
    };
    let values = row.values(explorer.bundle, year);
    let cells = cities
        .iter()
        .map(|&city| {
            let statements: Vec<_> = values[city].into_iter().collect();
            view! { <td data-label=city_name(explorer, city)><Values statements /></td> }
        })
        .collect_view();
    view! {
        <tr>
            <th scope="row">
                <a href=explorer.href(page)>{indicator_name(indicator, language)}</a>
                <span class="unit">{unit_note(indicator, language)}</span>
            </th>
            <td data-label=explorer.text().year>{year}</td>
            {cells}
            <td class="side-by-side__strip"><Strip values /></td>
        </tr>
    }
}

/// Where the cities' values lie between the least and the most: a picture of the difference.
#[component]
pub fn Strip(
    /// By city, as in the bundle.
    values: Vec<Option<crate::plan::StatementId>>,
) -> impl IntoView {
    let bundle = Explorer::expect().bundle;
    let stated: Vec<(usize, f64)> = values
        .into_iter()
        .flatten()
        .filter_map(|id| {
            let quantity = bundle.statement(id).reading.quantity()?;
            Some((bundle.city_of(id), quantity.value))
        })
        .collect();
    let low = stated
        .iter()
        .map(|(_, value)| *value)
        .fold(f64::INFINITY, f64::min);
    let high = stated
        .iter()
        .map(|(_, value)| *value)
        .fold(f64::NEG_INFINITY, f64::max);
    // From zero, so that a length stands for a value.
    let from = low.min(0.0);
    let spread = if high > from { high - from } else { 1.0 };
    let marks = stated
        .into_iter()
        .map(|(city, value)| {
            let share = (value - from) / spread * 100.0;
            view! { <span class="strip__mark" style=format!("left:{share:.1}%")><Marker city /></span> }
        })
        .collect_view();
    view! { <span class="strip" aria-hidden="true">{marks}</span> }
}

fn plan_entry(explorer: Explorer, plan: &'static Plan) -> impl IntoView {
    let language = explorer.language();
    let text = explorer.text();
    let city = explorer.bundle.city_of_plan(plan);
    let found = counts([plan]);
    let entry = &plan.entry;
    let page = Page::Plan {
        id: entry.id.clone(),
        at: None,
    };
    let issuer = if entry.issuer.is_empty() {
        text.not_stated
    } else {
        entry.issuer.as_str()
    };
    view! {
        <li class="plan">
            <p class=format!("plan__city city-{city}")><Marker city />{city_name(explorer, city)}</p>
            <h3><a href=explorer.href(page)>{plan_name(plan, language)}</a></h3>
            <p class="plan__title" lang="zh-CN">{entry.title.as_str()}</p>
            <dl>
                <div><dt>{text.issuer}</dt><dd lang="zh-CN">{issuer}</dd></div>
                <div><dt>{text.issued}</dt><dd>{issued_text(explorer, entry.issued)}</dd></div>
            </dl>
            <p class="plan__counts">
                <b>{found.statements}</b>" "{text.statements}
                " · "<b>{found.gaps}</b>" "{text.gaps}
                " · "<b>{found.characters}</b>" "{text.characters}
            </p>
        </li>
    }
}

/// A plan's date as far as its text states it.
pub fn issued_text(explorer: Explorer, issued: Option<Issued>) -> String {
    let text = explorer.text();
    let Some(issued) = issued else {
        return text.not_stated.to_string();
    };
    let day = match (issued.month, issued.day) {
        (Some(month), Some(day)) => format!("-{month:02}-{day:02}"),
        (Some(month), None) => format!("-{month:02}"),
        (None, _) => String::new(),
    };
    let date = match issued.year {
        Some(year) => format!("{year}{day}"),
        None => format!("〔{}〕{day}", text.year_lost),
    };
    match issued.basis {
        DateBasis::Signed => date,
        DateBasis::Web => format!("{date}({})", text.web_date),
    }
}
