//! Cities to switch on and off.

use leptos::prelude::*;

use super::city_label;
use crate::app::shell::App;

/// A button for each city.
#[component]
pub fn CitySwitch(
    /// Indices into the bundle's cities, in display order.
    cities: Vec<usize>,
    /// What the buttons are for, for those who do not see them.
    label: &'static str,
    /// Whether a city is on, as the address has it.
    is_on: fn(App, usize) -> bool,
    /// Runs with the city pressed; the page keeps the choice in the address.
    on_press: fn(App, usize),
) -> impl IntoView {
    let explorer = App::expect();
    let button = |city: usize| {
        view! {
            <button type="button" on:click=move |_| on_press(explorer, city)
                aria-pressed=move || is_on(explorer, city).to_string()>
                <span inner_html=city_label(explorer.now(), city).into_string()></span>
            </button>
        }
    };
    let buttons = cities.into_iter().map(button).collect_view();
    view! { <div class="switch switch--cities" role="group" aria-label=label>{buttons}</div> }
}
