//! What the explorer asks of the browser: its address, colours, storage and pixels.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use gloo::events::EventListener;
use gloo::history::{BrowserHistory, History, HistoryListener};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::HtmlElement;

use super::address::Address;

/// The address as a signal, and the way to change it.
///
/// gloo's `HashHistory` panics on a hash that does not start with `/`, and a hash is whatever a
/// visitor types; so this reads the hash of its `BrowserHistory` with our own total grammar.
#[derive(Clone, Copy)]
pub struct Location {
    address: RwSignal<Address>,
}

impl Location {
    /// Starts to follow the address for as long as the page lives.
    pub fn follow() -> Self {
        let history = BrowserHistory::new();
        let address = RwSignal::new(read(&history));
        let listener: HistoryListener = {
            let history = history.clone();
            history.clone().listen(move || {
                let now = read(&history);
                // Writing the same again would redraw the page for nothing.
                if address.with_untracked(|before| *before != now) {
                    address.set(now);
                }
            })
        };
        // The page lives as long as its window.
        std::mem::forget(listener);
        Self { address }
    }

    pub fn with<T>(self, read: impl FnOnce(&Address) -> T) -> T {
        self.address.with(read)
    }

    pub fn get_untracked(self) -> Address {
        self.address.get_untracked()
    }

    /// Goes to an address; the way back leads here again.
    pub fn push(self, address: &Address) {
        BrowserHistory::new().push(address.href());
    }

    /// Changes the address in place, for choices that are no step of their own, such as typing.
    pub fn replace(self, address: &Address) {
        BrowserHistory::new().replace(address.href());
    }
}

fn read(history: &BrowserHistory) -> Address {
    Address::parse(history.location().hash())
}

const THEME_KEY: &str = "lantu-theme";

/// Whether the dark theme is on: the visitor's own choice, else the system's, which is followed.
pub fn dark_theme() -> RwSignal<bool> {
    let query = window()
        .match_media("(prefers-color-scheme: dark)")
        .ok()
        .flatten();
    let system = query.as_ref().is_some_and(|query| query.matches());
    let chosen = stored_theme();
    let dark = RwSignal::new(chosen.as_deref().map_or(system, |theme| theme == "dark"));
    if let Some(query) = query {
        let follow = EventListener::new(query.clone().as_ref(), "change", move |_| {
            if stored_theme().is_none() {
                dark.set(query.matches());
            }
        });
        follow.forget();
    }
    dark
}

/// The visitor's choice, if one was kept. A browser may forbid storage.
fn stored_theme() -> Option<String> {
    window().local_storage().ok()??.get_item(THEME_KEY).ok()?
}

/// Keeps the visitor's choice. A browser that forbids storage only forgets it.
pub fn remember_theme(dark: bool) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(THEME_KEY, if dark { "dark" } else { "light" });
    }
}

/// Whether the page is being printed: charts are drawn for paper then.
pub fn printing() -> RwSignal<bool> {
    let printing = RwSignal::new(false);
    for (event, is_printing) in [("beforeprint", true), ("afterprint", false)] {
        EventListener::new(&window(), event, move |_| printing.set(is_printing)).forget();
    }
    printing
}

pub fn root() -> Option<HtmlElement> {
    document().document_element()?.dyn_into().ok()
}

/// The window's width in CSS pixels, less the page's margins on a phone.
pub fn width() -> f64 {
    let width = window().inner_width().ok();
    width.and_then(|width| width.as_f64()).unwrap_or(800.0) - 32.0
}

/// The year on the visitor's clock.
pub fn year() -> u16 {
    web_sys::js_sys::Date::new_0().get_full_year() as u16
}

/// Device pixels to a CSS pixel.
pub fn pixel_ratio() -> f64 {
    window().device_pixel_ratio().clamp(1.0, 4.0)
}

/// Marks the moment the first chart stands, for measuring. Later calls do nothing.
pub fn mark_first_chart() {
    static MARKED: AtomicBool = AtomicBool::new(false);
    if !MARKED.swap(true, Ordering::Relaxed)
        && let Some(performance) = window().performance()
    {
        let _ = performance.mark("first-chart");
    }
}

/// Runs `action` whenever an element's size, or the window's (and with it the pixel ratio), changes.
pub fn on_resize(element: &HtmlElement, action: impl FnMut() + 'static) {
    let callback = Closure::<dyn FnMut()>::new(action);
    let Ok(observer) = web_sys::ResizeObserver::new(callback.as_ref().unchecked_ref()) else {
        return;
    };
    observer.observe(element);
    let stop = StoredValue::new_local(Some((observer, callback)));
    on_cleanup(move || {
        stop.update_value(|kept| {
            if let Some((observer, _)) = kept.take() {
                observer.disconnect();
            }
        });
    });
}

/// HTML that is written after the next frame, so that what stands above it is laid out and drawn
/// first. A page that is left by then writes nothing: what `html` reads is gone with it.
pub fn later(html: impl FnOnce() -> String + 'static) -> RwSignal<String> {
    let written = RwSignal::new(String::new());
    request_animation_frame(move || {
        if !written.is_disposed() {
            written.set(html());
        }
    });
    written
}

/// Runs `action` once the next frame is drawn.
pub fn after_frame(action: impl FnOnce() + 'static) {
    request_animation_frame(move || set_timeout(action, Duration::ZERO));
}

/// Puts an element in view, and the focus on it.
pub fn show(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.scroll_into_view();
        focus(id);
    }
}

/// Puts the focus on an element without moving the page.
pub fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Whether there is room for a column beside the text; `style/reader.css` has the same width.
pub fn is_wide() -> bool {
    window()
        .match_media("(min-width: 64rem)")
        .ok()
        .flatten()
        .is_some_and(|query| query.matches())
}
