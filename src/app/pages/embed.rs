//! A chart alone, for a frame in somebody else's page.

use leptos::prelude::*;
use maud::html;

use super::overview::legend;
use crate::app::address::{Address, Page};
use crate::app::components::{Chart, Fetched, city_name, indicator_name, plan_name, unit_note};
use crate::app::shell::App;
use crate::chart::{Choice, Track, Undrawable};
use crate::insight::timeline;
use crate::page::Part;

/// CSS pixels; with title and source it fits the frame that the menu's code asks for.
const CHART_HEIGHT: f64 = 360.0;

/// An indicator's timeline as its address has it.
#[component]
pub fn Embed(
    /// Index into the bundle's indicators.
    indicator: usize,
) -> impl IntoView {
    let explorer = App::expect();
    let language = explorer.language();
    let text = explorer.text();
    let entry = &explorer.bundle.indicators[indicator];
    let address = explorer.location.get_untracked();
    let timeline = timeline(explorer.bundle, indicator);
    let choice = match &address.page {
        Page::Indicator { view, .. } => Choice {
            index: view.index,
            log: view.log,
            split: view.split,
            hidden: view.hidden(explorer.bundle),
            language,
        },
        _ => Choice::default(),
    };
    let empty = match Track::new(explorer.bundle, &timeline, &choice) {
        Ok(_) => None,
        Err(Undrawable::NothingDated | Undrawable::NothingAlike) => Some(text.nothing_dated),
        Err(Undrawable::AllHidden) => Some(text.all_hidden),
    };
    let mut plans: Vec<usize> = timeline
        .points()
        .flat_map(|point| &point.statements)
        .map(|id| usize::from(id.plan))
        .collect();
    crate::order::sort_by_key(&mut plans, |plan| *plan);
    plans.dedup();
    let page = Address::new(address.page, language).href();
    let head = html! {
        h1.embed__title { (indicator_name(entry, language)) " " span.unit { (unit_note(entry, language)) } }
    };
    let foot = html! {
        (legend(explorer.now()))
        p.embed__source {
            (text.sources)
            @for (at, &index) in plans.iter().enumerate() {
                @let plan = &explorer.bundle.plans[index];
                @if at > 0 { (language.pick("；", "; ")) }
                (city_name(explorer.now(), explorer.bundle.city_of_plan(plan))) " " (plan_name(plan, language))
            }
            " · " a href=(page) target="_blank" rel="noopener" { (text.open_in_full) }
        }
    };
    view! {
        <div class="embed">
            <div inner_html=head.into_string()></div>
            {match empty {
                Some(words) => view! { <p class="empty">{words}</p> }.into_any(),
                None => view! { <Chart timeline choice=Box::new(move || choice.clone()) height=CHART_HEIGHT /> }.into_any(),
            }}
            <div inner_html=foot.into_string()></div>
        </div>
    }
}

/// A comparison's pictures as its address has them.
#[component]
pub fn EmbedCompare() -> impl IntoView {
    let app = App::expect();
    let address = app.location.get_untracked();
    let page = Address::new(address.page, app.language()).href();
    view! {
        <div class="embed">
            <h1 class="visually-hidden">{app.text().compare}</h1>
            <Fetched part=Part::Pairs />
            <p class="embed__source">
                <a href=page target="_blank" rel="noopener">{app.text().open_in_full}</a>
            </p>
        </div>
    }
}
