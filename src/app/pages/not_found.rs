//! What an address that leads nowhere shows.

use leptos::prelude::*;

use crate::app::address::{Filter, Page};
use crate::app::shell::Explorer;

/// Longest part of a wrong address that is shown.
const SHOWN: usize = 80;

#[component]
pub fn NotFound(
    /// What the address asked for.
    asked: String,
) -> impl IntoView {
    let explorer = Explorer::expect();
    let text = explorer.text();
    let shown: String = asked.chars().take(SHOWN).collect();
    view! {
        <div class="page page--narrow">
            <h1>{text.not_found}</h1>
            <p class="lede">{text.not_found_hint}</p>
            <p><code class="asked">{shown}</code></p>
            <p class="more">
                <a href=explorer.href(Page::Overview)>{text.go_home}</a>
                <a href=explorer.href(Page::Indicators(Filter::default()))>{text.all_indicators}</a>
            </p>
        </div>
    }
}
