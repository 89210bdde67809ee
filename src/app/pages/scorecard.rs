//! 兑现: what became of the promises that have fallen due.

use leptos::prelude::*;

use crate::app::components::{Fetched, take};
use crate::app::shell::App;
use crate::export::Part;
use crate::page;

#[component]
pub fn Scorecard() -> impl IntoView {
    let app = App::expect();
    view! {
        <div class="page">
            <h1>{app.text().scorecard}</h1>
            <Fetched part=page::Part::Scorecard />
            <div inner_html=take(app.now(), Part::Table).into_string()></div>
        </div>
    }
}
