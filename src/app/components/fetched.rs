//! A part of a page that the second wasm writes once it is asked for.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::answer_html;
use crate::address::Address;
use crate::app::browser;
use crate::app::shell::App;
use crate::export::Html;
use crate::page::Part;

/// What the address asks for, written again when the address, the theme or `again` changes. Says that
/// it is on its way, and where it did not come how to ask again.
#[component]
pub fn Fetched(
    part: Part,
    /// Whether the address asks for it at all; always unless given.
    #[prop(optional)]
    wanted: Option<fn(&Address) -> bool>,
) -> impl IntoView {
    let app = App::expect();
    let text = app.text();
    let written = RwSignal::new(String::new());
    let failed = RwSignal::new(false);
    let tries = RwSignal::new(0u32);
    Effect::new(move |_| {
        tries.track();
        let (address, is_wanted) = app
            .location
            .with(|address| (address.href(), wanted.is_none_or(|wanted| wanted(address))));
        if !is_wanted {
            written.set(String::new());
            return;
        }
        if written.with_untracked(String::is_empty) {
            written.set(format!("<p class=\"hint\">{}</p>", text.take_wait));
        }
        let ask = Html {
            address,
            part,
            year: app.year,
            dark: app.is_dark(),
            width: browser::width(),
        };
        let answered = async move {
            let html = answer_html(ask).await;
            failed.try_set(html.is_err());
            if let Ok(html) = html {
                written.try_set(html);
            }
        };
        // What the page itself shows comes first.
        browser::after_frame(move || spawn_local(answered));
    });
    let retry = move || {
        failed.get().then(|| {
            view! {
                <p class="empty">
                    {text.take_failed} " "
                    <button type="button" class="plain" on:click=move |_| tries.update(|tries| *tries += 1)>{text.again}</button>
                </p>
            }
        })
    };
    view! { <div inner_html=written></div> {retry} }
}
