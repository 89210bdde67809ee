//! Cities to switch on and off.

use leptos::prelude::*;

use super::city_label;
use crate::app::shell::Explorer;

/// A button for each city.
#[component]
pub fn CitySwitch(
    /// Indices into the bundle's cities, in display order.
    cities: Vec<usize>,
    /// What the buttons are for, for those who do not see them.
    label: &'static str,
    /// The cities that are on.
    #[prop(into)]
    on: Signal<Vec<usize>>,
    /// Runs with the city pressed; the page keeps the choice in the address.
    on_press: Callback<usize>,
) -> impl IntoView {
    let explorer = Explorer::expect();
    let button = |city: usize| {
        view! {
            <button type="button" on:click=move |_| on_press.run(city)
                aria-pressed=move || on.with(|on| on.contains(&city)).to_string()>
                <span inner_html=city_label(explorer, city).into_string()></span>
            </button>
        }
    };
    let buttons = cities.into_iter().map(button).collect_view();
    view! { <div class="switch switch--cities" role="group" aria-label=label>{buttons}</div> }
}
