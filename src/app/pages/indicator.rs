//! One indicator: its timeline, the words behind the point in focus, and the same data as a table.

use leptos::prelude::*;

use super::overview::Legend;
use crate::app::address::{ChartView, Page};
use crate::app::browser;
use crate::app::components::{
    Chart, Marker, Quote, Values, city_name, indicator_name, plan_name, unit_note,
};
use crate::app::shell::Explorer;
use crate::chart::{Choice, DARK, Frame, LIGHT, Layout, Track, Undrawable, svg};
use crate::insight::Timeline;
use crate::plan::{Area, Role, StatementId};
use crate::words::{Language, role_name, theme_name};

/// CSS pixels.
const CHART_HEIGHT: f64 = 400.0;

#[component]
pub fn Indicator(
    /// Index into the bundle's indicators.
    indicator: usize,
) -> impl IntoView {
    let explorer = Explorer::expect();
    let language = explorer.language();
    let entry = &explorer.bundle.indicators[indicator];
    let note = unit_note(entry, language);
    let body = match explorer.timeline(indicator) {
        Some(timeline) => view! { <Body timeline /> }.into_any(),
        None => view! { <p class="empty">{silence(language)}</p> }.into_any(),
    };
    view! {
        <div class="page">
            <p class="kicker">
                {theme_name(entry.theme, language)}
                {entry.provisional.then(|| format!(" · {}", explorer.text().provisional))}
            </p>
            <h1>{indicator_name(entry, language)}" "<span class="unit">{note}</span></h1>
            {body}
        </div>
    }
}

fn silence(language: Language) -> &'static str {
    language.pick(
        "这些规划都没有写它的数字。",
        "None of the plans gives a number for it.",
    )
}

#[component]
fn Body(timeline: &'static Timeline) -> impl IntoView {
    let explorer = Explorer::expect();
    let text = explorer.text();
    let language = explorer.language();
    let id = explorer.bundle.indicators[timeline.indicator].id.as_str();
    let view = Memo::new(move |_| {
        explorer.location.with(|address| match &address.page {
            Page::Indicator { view, .. } => view.clone(),
            _ => ChartView::default(),
        })
    });
    let choice = Memo::new(move |_| view.with(|view| choice(explorer, view)));
    let focused = RwSignal::new(first_focus(timeline));
    let chart = move || {
        let track = choice.with(|choice| Track::new(timeline, &explorer.bundle.cities, choice));
        match track {
            Ok(_) => ().into_any(),
            Err(reason) => {
                let words = match reason {
                    Undrawable::NothingDated => text.nothing_dated,
                    Undrawable::AllHidden => text.all_hidden,
                };
                view! { <p class="empty">{words}</p> }.into_any()
            }
        }
    };
    let drawable = timeline.measure.is_some();
    let on_point = Callback::new(move |statements| focused.set(statements));
    let quotes = move || {
        focused
            .get()
            .into_iter()
            .map(|id| view! { <Quote id /> })
            .collect_view()
    };
    let aside = timeline
        .aside
        .iter()
        .map(|&id| view! { <Quote id /> })
        .collect_view();
    view! {
        <p class="lede">{sentence(explorer, timeline)}</p>
        {drawable.then(|| view! {
            <Switches id timeline view />
            <div class="beside">
                <div class="beside__chart">
                    {chart}
                    <Chart timeline choice=Signal::from(choice) height=CHART_HEIGHT on_point />
                    <Legend />
                    <p class="takeaway"><DownloadSvg timeline choice /></p>
                </div>
                <aside class="beside__words" aria-label=text.words aria-live="polite">{quotes}</aside>
            </div>
            <section aria-labelledby="points">
                <h2 id="points">{text.points}</h2>
                <Points timeline />
            </section>
        })}
        {(!drawable).then(|| view! { <p class="empty">{text.nothing_dated}</p> })}
        {(!timeline.aside.is_empty()).then(|| view! {
            <section aria-labelledby="aside">
                <h2 id="aside">{text.aside}</h2>
                <p class="hint">{drawable.then_some(text.aside_hint)}</p>
                <div class="quotes">{aside}</div>
            </section>
        })}
        <p class="hint">{silent(explorer, timeline, language)}</p>
    }
}

fn choice(explorer: Explorer, view: &ChartView) -> Choice {
    Choice {
        index: view.index,
        log: view.log,
        hidden: view
            .off
            .iter()
            .filter_map(|id| explorer.bundle.city_index(id))
            .collect(),
        language: explorer.language(),
    }
}

/// The words shown before anything is pointed at: the first city's nearest target.
fn first_focus(timeline: &Timeline) -> Vec<StatementId> {
    let points = timeline.series.iter().flat_map(|series| &series.points);
    let mut points: Vec<_> = points.collect();
    points.sort_by_key(|point| point.role != Role::Target);
    points
        .first()
        .map(|point| point.statements.clone())
        .unwrap_or_default()
}

/// What the plans say, in one sentence.
fn sentence(explorer: Explorer, timeline: &Timeline) -> String {
    let language = explorer.language();
    let points: usize = timeline.points().count();
    let plans = speaking_plans(explorer, timeline).len();
    let statements = timeline
        .points()
        .map(|point| point.statements.len())
        .sum::<usize>()
        + timeline.aside.len();
    match language {
        Language::Chinese if points == 0 => {
            format!("{plans}份规划写了{statements}条陈述,都不能落在时间轴上。")
        }
        Language::Chinese => {
            let cities: Vec<&str> = timeline
                .cities()
                .into_iter()
                .map(|city| city_name(explorer, city))
                .collect();
            format!(
                "{}:{plans}份规划写了{statements}条陈述,其中{points}个带年份的数值画在图上。",
                cities.join("、")
            )
        }
        Language::English => {
            let plural = |count: usize, word: &str| {
                format!("{count} {word}{}", if count == 1 { "" } else { "s" })
            };
            format!(
                "{} in {}; {} with a year on the chart.",
                plural(statements, "statement"),
                plural(plans, "plan"),
                plural(points, "value"),
            )
        }
    }
}

fn speaking_plans(explorer: Explorer, timeline: &Timeline) -> Vec<usize> {
    let on_chart = timeline.points().flat_map(|point| &point.statements);
    let mut plans: Vec<usize> = on_chart
        .chain(&timeline.aside)
        .map(|id| id.plan as usize)
        .collect();
    plans.sort_unstable();
    plans.dedup();
    plans.retain(|&plan| plan < explorer.bundle.plans.len());
    plans
}

/// Which plans say nothing of the indicator.
fn silent(explorer: Explorer, timeline: &Timeline, language: Language) -> Option<String> {
    let speaking = speaking_plans(explorer, timeline);
    let silent: Vec<String> = explorer
        .bundle
        .plans
        .iter()
        .enumerate()
        .filter(|(index, _)| !speaking.contains(index))
        .map(|(_, plan)| {
            let city = city_name(explorer, explorer.bundle.city_of_plan(plan));
            format!("{city} {}", plan_name(plan, language))
        })
        .collect();
    (!silent.is_empty()).then(|| match language {
        Language::Chinese => format!("没有写它的规划:{}。", silent.join("、")),
        Language::English => format!("Plans that are silent on it: {}.", silent.join(", ")),
    })
}

/// Value or index, linear or logarithmic, cities on or off; all of it in the address.
#[component]
fn Switches(id: &'static str, timeline: &'static Timeline, view: Memo<ChartView>) -> impl IntoView {
    let explorer = Explorer::expect();
    let text = explorer.text();
    let change = move |change: &dyn Fn(&mut ChartView)| {
        let mut view = view.get_untracked();
        change(&mut view);
        explorer.replace(Page::Indicator {
            id: id.into(),
            view,
        });
    };
    let button = move |name: &'static str, is_on: Signal<bool>, set: fn(&mut ChartView)| {
        view! {
            <button type="button" aria-pressed=move || is_on.get().to_string() on:click=move |_| change(&set)>{name}</button>
        }
        .into_any()
    };
    let cities = timeline.cities();
    let several = cities.len() > 1;
    let cities = cities
        .into_iter()
        .map(|city| {
            let id = explorer.bundle.cities[city].id.as_str();
            let is_on = move || view.with(|view| !view.off.iter().any(|off| off == id));
            let toggle = move |_| {
                change(&|view| match view.off.iter().position(|off| off == id) {
                    Some(at) => drop(view.off.remove(at)),
                    None => view.off.push(id.into()),
                })
            };
            view! {
                <button type="button" aria-pressed=move || is_on().to_string() on:click=toggle>
                    <Marker city />{city_name(explorer, city)}
                </button>
            }
        })
        .collect_view();
    view! {
        <div class="switches">
            <div class="switch" role="group" aria-label=text.value>
                {button(text.value_view, Signal::derive(move || view.with(|v| !v.index)), |v| v.index = false)}
                {button(text.index_view, Signal::derive(move || view.with(|v| v.index)), |v| v.index = true)}
            </div>
            <div class="switch" role="group" aria-label=text.scale>
                {button(text.linear, Signal::derive(move || view.with(|v| !v.log)), |v| v.log = false)}
                {button(text.log, Signal::derive(move || view.with(|v| v.log)), |v| v.log = true)}
            </div>
            {several.then(|| view! { <div class="switch" role="group" aria-label=text.cities>{cities}</div> })}
        </div>
    }
}

/// The same data as the chart, as a table.
#[component]
fn Points(timeline: &'static Timeline) -> impl IntoView {
    let explorer = Explorer::expect();
    let text = explorer.text();
    let language = explorer.language();
    let rows = timeline.series.iter().flat_map(|series| {
        series.points.iter().map(move |point| {
            let area = match &series.area {
                Area::Whole => text.whole_city.to_string(),
                Area::Part(part) => part.clone(),
            };
            let mut plans: Vec<&str> = Vec::new();
            for &id in &point.statements {
                let name = plan_name(explorer.bundle.plan_of(id), language);
                if !plans.contains(&name) {
                    plans.push(name);
                }
            }
            view! {
                <tr>
                    <th scope="row" class=format!("city-{}", series.city)>
                        <Marker city=series.city />{city_name(explorer, series.city)}
                    </th>
                    <td data-label=text.area>{area}</td>
                    <td data-label=text.year>{point.year}</td>
                    <td data-label=text.role>{role_name(point.role, language)}</td>
                    <td data-label=text.value><Values statements=vec![point.statements[0]] /></td>
                    <td data-label=text.plan>{plans.join("、")}</td>
                </tr>
            }
        })
    });
    view! {
        <table class="table table--stack points">
            <thead>
                <tr>
                    {[text.city, text.area, text.year, text.role, text.value, text.plan]
                        .map(|name| view! { <th scope="col">{name}</th> }).collect_view()}
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

/// The chart as it stands, as a file. Drawn by the same code on another backend.
#[component]
fn DownloadSvg(timeline: &'static Timeline, choice: Memo<Choice>) -> impl IntoView {
    let explorer = Explorer::expect();
    const FRAME: Frame = Frame {
        width: 800.0,
        height: 450.0,
    };
    let on_click = move |_| {
        let track =
            choice.with_untracked(|choice| Track::new(timeline, &explorer.bundle.cities, choice));
        if let Ok(track) = track {
            let palette = if explorer.dark.get_untracked() {
                DARK
            } else {
                LIGHT
            };
            let image = svg(&Layout::new(&track, FRAME), &palette);
            let id = &explorer.bundle.indicators[timeline.indicator].id;
            let _ = browser::download(&format!("lantu-{id}.svg"), "image/svg+xml", &image);
        }
    };
    view! { <button type="button" class="plain" on:click=on_click>{explorer.text().download_svg}</button> }
}
