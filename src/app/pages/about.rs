//! How the explorer reads, what it cannot know, where its words come from.

use leptos::prelude::*;

use crate::app::components::{Fetched, take_all};
use crate::app::shell::App;
use crate::page::Part;

#[component]
pub fn About() -> impl IntoView {
    let app = App::expect();
    let title = app.language().pick("关于蓝图", "About Lantu");
    view! {
        <div class="page page--narrow">
            <h1>{title}</h1>
            <Fetched part=Part::About />
            <div inner_html=take_all(app.now()).into_string()></div>
        </div>
    }
}
