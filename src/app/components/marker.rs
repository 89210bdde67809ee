//! A city's mark: its colour and shape, as on the charts.

use leptos::prelude::*;

use crate::chart::city_shape;

/// Decoration beside the city's name; a screen reader hears the name.
#[component]
pub fn Marker(
    /// The city's place in the catalogue.
    city: usize,
) -> impl IntoView {
    let corners = city_shape(city).corners(4.6);
    let shape = if corners.is_empty() {
        view! { <circle cx="6" cy="6" r="4.6" /> }.into_any()
    } else {
        let points: Vec<String> = corners
            .iter()
            .map(|(x, y)| format!("{:.2},{:.2}", x + 6.0, y + 6.0))
            .collect();
        view! { <polygon points=points.join(" ") /> }.into_any()
    };
    view! {
        <svg class=format!("marker city-{city}") viewBox="0 0 12 12" aria-hidden="true">{shape}</svg>
    }
}
