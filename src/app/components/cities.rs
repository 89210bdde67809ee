//! Cities to switch on and off.

use std::sync::Arc;

use leptos::prelude::*;

use super::city_label;
use crate::app::shell::Explorer;

/// A button for each of `cities`, by their places in the catalogue. The page keeps in the address
/// which of them are on.
pub fn city_switch(
    explorer: Explorer,
    label: &'static str,
    cities: Vec<usize>,
    is_on: Arc<dyn Fn(usize) -> bool + Send + Sync>,
    on_press: Arc<dyn Fn(usize) + Send + Sync>,
) -> AnyView {
    let button = |city: usize| {
        let (is_on, on_press) = (is_on.clone(), on_press.clone());
        view! {
            <button type="button" aria-pressed=move || is_on(city).to_string() on:click=move |_| on_press(city)>
                <span inner_html=city_label(explorer, city).into_string()></span>
            </button>
        }
    };
    let buttons = cities.into_iter().map(button).collect_view();
    view! { <div class="switch switch--cities" role="group" aria-label=label>{buttons}</div> }
        .into_any()
}
