//! The answer first: the richest timelines, the most comparable rows, the plans.

use leptos::prelude::*;
use maud::{Markup, html};

use crate::app::address::{ChartView, CompareView, Filter, Page, ScoreView};
use crate::app::browser;
use crate::app::components::{
    Beside, Chart, city_label, indicator_head, indicator_name, issued_text, plan_name, strip, take,
    take_from, unit_note, values,
};
use crate::app::shell::App;
use crate::chart::Choice;
use crate::export::Part;
use crate::insight::{Comparison, ComparisonRow, Timeline, compare, counts, richest, timelines};
use crate::page::Explorer;
use crate::plan::Plan;
use crate::words::Language;

const CHARTS: usize = 6;
const ROWS: usize = 8;

#[component]
pub fn Overview() -> impl IntoView {
    let explorer = App::expect().now();
    let text = explorer.text();
    let timelines = timelines(explorer.bundle);
    let charts = richest(timelines, CHARTS)
        .into_iter()
        .map(|timeline| thumbnail(explorer, timeline));
    let scorecard = explorer.href(Page::Scorecard(ScoreView::default()));
    let hero = html! {
        h1 { (headline(explorer)) }
        p.lede { (lede(explorer)) " " a href=(scorecard) { (text.was_it_kept) } }
    };
    let all_indicators = Page::Indicators(Filter::default());
    view! {
        <div class="page">
            <section class="hero"><div inner_html=hero.into_string()></div><Search /></section>
            <section aria-labelledby="timelines">
                <div class="section-head" inner_html=section_head(explorer, "timelines", text.timelines, text.all_indicators, all_indicators).into_string()></div>
                <div class="thumbnails">{charts.collect_view()}</div>
                <div inner_html=legend(explorer).into_string()></div>
            </section>
            <div inner_html=browser::later(move || rest(explorer).into_string())></div>
        </div>
    }
}

fn section_head(explorer: Explorer, id: &str, title: &str, more: &str, page: Page) -> Markup {
    html! { h2 id=(id) { (title) } a href=(explorer.href(page)) { (more) } }
}

/// What stands below the charts.
fn rest(explorer: Explorer) -> Markup {
    let text = explorer.text();
    let compare = Page::Compare(CompareView::default());
    html! {
        section aria-labelledby="side-by-side" {
            div.section-head {
                (section_head(explorer, "side-by-side", text.side_by_side, text.all_comparisons, compare))
            }
            p.hint { (text.side_by_side_hint) }
            (side_by_side(explorer))
            (take(explorer, Part::Table))
        }
        section aria-labelledby="plans" {
            div.section-head { h2 id="plans" { (text.five_plans) } }
            ul.plans { @for plan in &explorer.bundle.plans { (plan_entry(explorer, plan)) } }
        }
    }
}

fn headline(explorer: Explorer) -> String {
    let bundle = explorer.bundle;
    let all = counts(&bundle.plans);
    let (cities, plans) = (bundle.cities.len(), bundle.plans.len());
    match explorer.language() {
        Language::Chinese => {
            format!(
                "{}座城市，{}份规划，{}项写明了数字的承诺",
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
            "规划写明的起点，到2022、2025、2035年的目标：每个数字都能点开原文。另有{}处原文数字缺失，如实标出，不作猜测。",
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
    let explorer = App::expect();
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

fn thumbnail(explorer: Explorer, timeline: Timeline) -> impl IntoView {
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
    let take = take_from(explorer, page.clone(), Part::Chart);
    view! {
        <figure class="thumbnail">
            <figcaption>
                <h3><a href=explorer.href(page)>{indicator_name(indicator, language)}</a></h3>
                <span class="unit">{unit_note(indicator, language)}</span>
            </figcaption>
            <Chart timeline choice=Box::new(move || choice.clone()) height=208.0 />
            <div inner_html=take.into_string()></div>
        </figure>
    }
}

/// What the marks mean.
pub fn legend(explorer: Explorer) -> Markup {
    let text = explorer.text();
    let sign = |path: &str| {
        html! {
            svg.legend__sign viewBox="0 0 12 16" aria-hidden="true" {
                circle cx="6" cy="8" r="3.6" {}
                path d=(path) {}
            }
        }
    };
    html! {
        ul.legend {
            li { span.legend__dot aria-hidden="true" {} (text.legend_observed) }
            li { span.legend__ring aria-hidden="true" {} (text.legend_target) }
            li { (sign("M3 3L6 0.5L9 3")) (text.legend_at_least) }
            li { (sign("M3 13L6 15.5L9 13")) (text.legend_at_most) }
            li { (sign("M2 2.5Q4 0 6 2T10 1.5")) (text.legend_about) }
            li { span."legend__derived" { (sign("")) } (text.legend_derived) }
            li { span.legend__path aria-hidden="true" {} (text.legend_path) }
            li { span.legend__actual aria-hidden="true" {} (text.legend_actual) }
            li { span.legend__reference aria-hidden="true" {} (text.legend_reference) }
        }
    }
}

/// The first comparable rows, one column per city, with a picture of the difference.
fn side_by_side(explorer: Explorer) -> Markup {
    let text = explorer.text();
    let cities: Vec<usize> = (0..explorer.bundle.cities.len()).collect();
    let rows = compare(explorer.bundle, &cities)
        .into_iter()
        .filter_map(|row| match row.comparison {
            Comparison::Alike { year } => Some((row, year)),
            Comparison::Unlike { .. } | Comparison::Alone => None,
        });
    let rows: Vec<(ComparisonRow, u16)> = rows.take(ROWS).collect();
    // A city that no row speaks of has no column.
    let speaks = |city: &usize| {
        rows.iter()
            .any(|(row, year)| row.values(explorer.bundle, *year)[*city].is_some())
    };
    let spoken: Vec<usize> = cities.into_iter().filter(speaks).collect();
    html! {
        table."table side-by-side" {
            thead {
                tr {
                    th scope="col" { (text.indicator) }
                    th scope="col" { (text.year) }
                    @for &city in &spoken { th scope="col" class={ "city-" (city) } { (city_label(explorer, city)) } }
                    th.side-by-side__strip scope="col" { (text.difference) }
                }
            }
            tbody { @for (row, year) in &rows { (side_by_side_row(explorer, row, *year, &spoken)) } }
        }
    }
}

fn side_by_side_row(
    explorer: Explorer,
    row: &ComparisonRow,
    year: u16,
    cities: &[usize],
) -> Markup {
    let stated = row.values(explorer.bundle, year);
    html! {
        tr {
            th scope="row" { (indicator_head(explorer, row.indicator)) }
            td { (year) }
            @for &city in cities { td { (values(explorer, stated[city].as_slice(), Beside::Area)) } }
            td.side-by-side__strip { (strip(explorer, &stated)) }
        }
    }
}

fn plan_entry(explorer: Explorer, plan: &Plan) -> Markup {
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
    html! {
        li.plan {
            p class={ "plan__city city-" (city) } { (city_label(explorer, city)) }
            h3 { a href=(explorer.href(page)) { (plan_name(plan, explorer.language())) } }
            p.plan__title lang="zh-CN" { (entry.title) }
            dl {
                div { dt { (text.issuer) } dd lang="zh-CN" { (issuer) } }
                div { dt { (text.issued) } dd { (issued_text(explorer, entry.issued)) } }
            }
            p.plan__counts {
                b { (found.statements) } (text.statements)
                " · " b { (found.gaps) } (text.gaps)
                " · " b { (found.characters) } (text.characters)
            }
        }
    }
}
