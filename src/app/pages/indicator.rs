//! One indicator: its timeline, the words behind the point in focus, and the same data as a table.

use leptos::prelude::*;
use maud::{Markup, html};

use super::overview::legend;
use crate::app::address::{ChartView, Page};
use crate::app::browser;
use crate::app::components::{
    Chart, CitySwitch, Fetched, city_name, indicator_name, plan_name, quote, take, take_points,
    unit_note, words_of,
};
use crate::app::shell::App;
use crate::chart::{Choice, Origin, Track, Undrawable};
use crate::export::Part;
use crate::insight::{Timeline, timeline};
use crate::page::Explorer;
use crate::plan::{Actual, Role, StatementId};
use crate::words::{Language, theme_name};

/// CSS pixels.
const CHART_HEIGHT: f64 = 400.0;

#[component]
pub fn Indicator(
    /// Index into the bundle's indicators.
    indicator: usize,
) -> impl IntoView {
    let explorer = App::expect();
    let language = explorer.language();
    let entry = &explorer.bundle.indicators[indicator];
    let head = html! {
        p.kicker {
            (theme_name(entry.theme, language))
            @if entry.provisional { " · " (explorer.text().provisional) }
        }
        h1 { (indicator_name(entry, language)) " " span.unit { (unit_note(entry, language)) } }
    };
    view! {
        <div class="page">
            <div inner_html=head.into_string()></div>
            <Body indicator />
        </div>
    }
}

#[component]
fn Body(indicator: usize) -> impl IntoView {
    let explorer = App::expect();
    let text = explorer.text();
    let stated = timeline(explorer.bundle, indicator);
    let sentence = sentence(explorer.now(), &stated);
    let drawable = stated.measure.is_some();
    let cities = stated.cities();
    // Empty until the chart is drawn: its words come with what stands below it.
    let focused = RwSignal::new(Origin::Stated(Vec::new()));
    let first = first_focus(&stated);
    request_animation_frame(move || {
        focused.try_set(Origin::Stated(first));
    });
    let of_indicator = |one: &Actual| usize::from(one.indicator) == indicator;
    let has_outcomes = explorer.bundle.actuals.iter().any(of_indicator);
    let has_targets = stated.points().any(|point| point.role == Role::Target);
    let timeline = StoredValue::new(stated);
    let choice = move || choice(explorer, &view(explorer));
    let chart = move || {
        let choice = choice();
        let track = timeline.with_value(|timeline| Track::new(explorer.bundle, timeline, &choice));
        match track {
            Ok(_) => ().into_any(),
            Err(reason) => {
                let words = match reason {
                    Undrawable::NothingDated => text.nothing_dated,
                    Undrawable::AllHidden | Undrawable::NothingAlike => text.all_hidden,
                };
                view! { <p class="empty">{words}</p> }.into_any()
            }
        }
    };
    let on_point = Callback::new(move |origin| focused.set(origin));
    let quotes = move || focused.with(|origin| words_of(explorer.now(), origin).into_string());
    view! {
        <p class="lede">{sentence}</p>
        {drawable.then(|| view! {
            <Switches cities />
            <div class="beside">
                <div class="beside__chart">
                    {chart}
                    <Chart timeline=timeline.get_value() choice=Box::new(choice) height=CHART_HEIGHT on_point />
                    <div inner_html=legend(explorer.now()).into_string()></div>
                    <div inner_html=take(explorer.now(), Part::Chart).into_string()></div>
                </div>
                <aside class="beside__words" aria-label=text.words inner_html=quotes></aside>
            </div>
        })}
        <Fetched part=crate::page::Part::Judgement />
        {drawable.then(|| view! { <div inner_html=take_points(explorer.now()).into_string()></div> })}
        {has_targets.then(|| view! { <div inner_html=take(explorer.now(), Part::Targets).into_string()></div> })}
        {has_outcomes.then(|| view! { <div inner_html=take(explorer.now(), Part::Outcomes).into_string()></div> })}
        <div inner_html=browser::later(move || timeline.with_value(|timeline| tables(explorer.now(), timeline)).into_string())></div>
    }
}

/// How the address asks for the chart.
fn view(explorer: App) -> ChartView {
    explorer.location.with(|address| match &address.page {
        Page::Indicator { view, .. } => view.clone(),
        _ => ChartView::default(),
    })
}

fn choice(explorer: App, view: &ChartView) -> Choice {
    Choice {
        index: view.index,
        log: view.log,
        split: view.split,
        hidden: view.hidden(explorer.bundle),
        language: explorer.language(),
    }
}

/// The words shown before anything is pointed at: the first city's nearest target.
fn first_focus(timeline: &Timeline) -> Vec<StatementId> {
    let points = timeline.series.iter().flat_map(|series| &series.points);
    let mut targets_first = points
        .clone()
        .filter(|point| point.role == Role::Target)
        .chain(points);
    targets_first
        .next()
        .map(|point| point.statements.clone())
        .unwrap_or_default()
}

/// What the plans say, in one sentence.
fn sentence(explorer: Explorer, timeline: &Timeline) -> String {
    let language = explorer.language();
    let derived = timeline.points().filter(|point| point.is_derived).count();
    let points = timeline.points().count() - derived;
    let plans = speaking_plans(timeline).len();
    let statements = timeline
        .points()
        .map(|point| point.statements.len())
        .sum::<usize>()
        + timeline.aside.len();
    match language {
        Language::Chinese if points == 0 => {
            format!("{plans}份规划写了{statements}条陈述，都不能落在时间轴上。")
        }
        Language::Chinese => {
            let derived = match derived {
                0 => String::new(),
                _ => format!("，另有{derived}个由原文推算"),
            };
            format!(
                "{plans}份规划写了{statements}条陈述，其中{points}个带年份的数值画在图上{derived}。"
            )
        }
        Language::English => {
            let plural = |count: usize, word: &str| {
                format!("{count} {word}{}", if count == 1 { "" } else { "s" })
            };
            let derived = match derived {
                0 => String::new(),
                _ => format!(", and {derived} derived from the words"),
            };
            format!(
                "{} in {}; {} with a year on the chart{derived}.",
                plural(statements, "statement"),
                plural(plans, "plan"),
                plural(points, "value"),
            )
        }
    }
}

fn speaking_plans(timeline: &Timeline) -> Vec<usize> {
    let on_chart = timeline.points().flat_map(|point| &point.statements);
    let mut plans: Vec<usize> = Vec::new();
    for id in on_chart.chain(&timeline.aside) {
        if !plans.contains(&(id.plan as usize)) {
            plans.push(id.plan as usize);
        }
    }
    plans
}

/// Which plans say nothing of the indicator.
fn silent(explorer: Explorer, timeline: &Timeline, language: Language) -> Option<String> {
    let speaking = speaking_plans(timeline);
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
        Language::Chinese => format!("没有写它的规划：{}。", silent.join("、")),
        Language::English => format!("Plans that are silent on it: {}.", silent.join(", ")),
    })
}

/// Changes how the address asks for the chart.
fn change(explorer: App, change: impl FnOnce(&mut ChartView)) {
    if let Page::Indicator { id, mut view } = explorer.location.get_untracked().page {
        change(&mut view);
        explorer.replace(Page::Indicator { id, view });
    }
}

fn is_shown(explorer: App, city: usize) -> bool {
    !view(explorer)
        .off
        .contains(&explorer.bundle.cities[city].id)
}

fn toggle(explorer: App, city: usize) {
    let id = &explorer.bundle.cities[city].id;
    change(explorer, |view| {
        match view.off.iter().position(|off| off == id) {
            Some(at) => drop(view.off.remove(at)),
            None => view.off.push(id.clone()),
        }
    });
}

/// Value or index, linear or logarithmic, cities on or off; all of it in the address.
#[component]
fn Switches(cities: Vec<usize>) -> impl IntoView {
    let explorer = App::expect();
    let text = explorer.text();
    let button =
        move |name: &'static str, is_on: fn(&ChartView) -> bool, set: fn(&mut ChartView)| {
            view! {
                <button type="button" aria-pressed=move || is_on(&view(explorer)).to_string()
                    on:click=move |_| change(explorer, set)>{name}</button>
            }
            .into_any()
        };
    let several = cities.len() > 1;
    view! {
        <div class="switches">
            <div class="switch" role="group" aria-label=text.value>
                {button(text.value_view, |v| !v.index, |v| v.index = false)}
                {button(text.index_view, |v| v.index, |v| v.index = true)}
            </div>
            <div class="switch" role="group" aria-label=text.scale>
                {button(text.linear, |v| !v.log, |v| v.log = false)}
                {button(text.log, |v| v.log, |v| v.log = true)}
            </div>
            {several.then(|| view! {
                <div class="switch" role="group" aria-label=text.arrange>
                    {button(text.together, |v| !v.split, |v| v.split = false)}
                    {button(text.apart, |v| v.split, |v| v.split = true)}
                </div>
                <CitySwitch cities label=text.cities is_on=is_shown on_press=toggle />
            })}
        </div>
    }
}

/// What the chart does not show, and who is silent.
fn tables(explorer: Explorer, timeline: &Timeline) -> Markup {
    let text = explorer.text();
    let drawable = timeline.measure.is_some();
    html! {
        @if !drawable { p.empty { (text.nothing_dated) } }
        @if !timeline.aside.is_empty() {
            section aria-labelledby="aside" {
                h2 id="aside" { (text.aside) }
                @if drawable { p.hint { (text.aside_hint) } }
                div.quotes { @for &id in &timeline.aside { (quote(explorer, id)) } }
                (take(explorer, Part::Aside))
            }
        }
        @if let Some(silent) = silent(explorer, timeline, explorer.language()) { p.hint { (silent) } }
    }
}
