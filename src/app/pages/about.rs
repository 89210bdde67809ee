//! How the explorer reads, what it cannot know, where its words come from.

use leptos::prelude::*;

use crate::app::components::{Fetched, take_all};
use crate::app::shell::App;
use crate::page::Part;

#[component]
pub fn About() -> impl IntoView {
    let app = App::expect();
    let text = app.text();
    view! {
        <div class="page page--narrow">
            <h1>{text.about} " " {text.name}</h1>
            <Fetched part=Part::About />
            <div inner_html=take_all(app.now()).into_string()></div>
        </div>
    }
}
