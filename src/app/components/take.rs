//! What a visitor takes away from a chart or a table: files, links, citations, code to embed.
//!
//! The menus are plain HTML; [`on_click`] answers for all of them. Files come from `export.wasm`,
//! which the browser loads the first time (`public/take.js`).

use leptos::prelude::*;
use leptos::task::spawn_local;
use maud::{Markup, html};
use wasm_bindgen::prelude::*;
use web_sys::{Element, MouseEvent};

use crate::address::{Address, Page};
use crate::app::shell::App;
use crate::export::{Ask, File, Format, Html, Part, Request};
use crate::page::Explorer;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = lantu, catch)]
    async fn answer(bundle: &[u8], request: &[u8]) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = lantu, catch)]
    async fn save(name: &str, kind: &str, bytes: &[u8], as_png: bool) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = lantu, catch)]
    async fn copy(text: &str, menu: &Element) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = lantu)]
    fn today() -> String;
}

/// The menu of a part of the present page.
pub fn take(explorer: Explorer, part: Part) -> Markup {
    menu(explorer, part, "", title(explorer, part))
}

/// The menu of the table of a chart's points.
pub fn take_points(explorer: Explorer) -> Markup {
    menu(explorer, Part::Table, "", explorer.text().points)
}

/// The menu of a chart that stands for another page's.
pub fn take_from(explorer: Explorer, page: Page, part: Part) -> Markup {
    menu(explorer, part, &explorer.href(page), title(explorer, part))
}

/// What stands in a page with several charts or tables says which is meant.
fn title(explorer: Explorer, part: Part) -> &'static str {
    let text = explorer.text();
    match part {
        Part::Slope => text.slope,
        Part::Targets => text.judged,
        Part::Outcomes => text.outcomes,
        Part::Distance => text.distance,
        _ => "",
    }
}

/// `address` is empty for the present page, whatever its choices are by then.
fn menu(explorer: Explorer, part: Part, address: &str, name: &str) -> Markup {
    let text = explorer.text();
    let is_chart = part.is_chart();
    let group = |name: &str, buttons: &[(&str, &str)]| {
        html! {
            div.take__group role="group" aria-label=(name) {
                span aria-hidden="true" { (name) }
                div.take__what {
                    @for (what, words) in buttons { button type="button" data-take=(what) { (words) } }
                }
            }
        }
    };
    html! {
        details.take data-part=(part.as_str()) data-address=(address) {
            summary {
                @if !name.is_empty() { (name) " · " }
                (if is_chart { text.take_chart } else { text.take_table })
            }
            @if is_chart {
                (group(text.picture, &[
                    ("svg", "SVG"), ("clear-svg", text.clear_svg),
                    ("png", "PNG"), ("clear-png", text.clear_png),
                ]))
            }
            (group(text.data, &[("csv", "CSV"), ("json", "JSON")]))
            (group(text.cite, &[("gbt7714", "GB/T 7714"), ("bibtex", "BibTeX")]))
            @if is_chart && !site().is_empty() {
                (group(text.share, &[("link", text.copy_link), ("embed", text.copy_embed)]))
            } @else {
                (group(text.share, &[("link", text.copy_link)]))
            }
            (outcome(text.copy_by_hand))
        }
    }
}

/// The whole data set.
pub fn take_all(explorer: Explorer) -> Markup {
    let text = explorer.text();
    html! {
        div.take data-part=(Part::Table.as_str()) data-address="" {
            p.hint { (text.package_hint) }
            button type="button" data-take="package" { (text.package) }
            (outcome(text.copy_by_hand))
        }
    }
}

/// Where a menu says what came of it.
fn outcome(name: &str) -> Markup {
    html! {
        textarea hidden readonly rows="4" aria-label=(name) {}
        p.take__status role="status" {}
    }
}

/// Does what the button of a menu says; other clicks pass.
pub fn on_click(explorer: App, event: &MouseEvent) {
    let target = event.target();
    let target = target.and_then(|target| target.dyn_into::<Element>().ok());
    let Some(button) = target.and_then(|target| target.closest("[data-take]").ok().flatten())
    else {
        return;
    };
    let Some(menu) = button.closest(".take").ok().flatten() else {
        return;
    };
    let what = button.get_attribute("data-take").unwrap_or_default();
    spawn_local(async move {
        let text = explorer.text();
        say(&menu, text.take_wait);
        let said = match act(explorer, &what, &menu).await {
            Ok(said) => said,
            Err(_) => text.take_failed,
        };
        say(&menu, said);
    });
}

fn say(menu: &Element, words: &str) {
    if let Ok(Some(status)) = menu.query_selector("[role=status]") {
        status.set_text_content(Some(words));
    }
}

/// Does it, and returns what to say of it.
async fn act(explorer: App, what: &str, menu: &Element) -> Result<&'static str, JsValue> {
    let text = explorer.text();
    let address = match menu.get_attribute("data-address") {
        Some(address) if !address.is_empty() => Address::parse(&address),
        _ => explorer.location.get_untracked(),
    };
    let copied = async |words: &str| -> Result<&'static str, JsValue> {
        let is_copied = copy(words, menu).await?.is_truthy();
        Ok(if is_copied {
            text.copied
        } else {
            text.copy_by_hand
        })
    };
    match what {
        "link" => return copied(&format!("{}{}", here(), address.href())).await,
        "embed" => return copied(&frame(address)).await,
        _ => {}
    }
    let (format, as_png) = match what {
        "png" => (Format::Svg, true),
        "clear-png" => (Format::ClearSvg, true),
        what => (Format::parse(what).ok_or(JsValue::NULL)?, false),
    };
    let part = menu.get_attribute("data-part");
    let part = part.and_then(|part| Part::parse(&part));
    let file = made(Request {
        address: address.href(),
        part: part.ok_or(JsValue::NULL)?,
        format,
        date: today(),
        site: site(),
        // What goes on a ground of somebody's own may be dark; what brings its ground is for paper.
        dark: format == Format::ClearSvg && explorer.dark.get_untracked(),
    })
    .await?;
    if matches!(format, Format::Gbt7714 | Format::Bibtex) {
        let words = String::from_utf8(file.bytes).map_err(|_| JsValue::NULL)?;
        return copied(&words).await;
    }
    let name = match as_png {
        true => file.name.replace(".svg", ".png"),
        false => file.name,
    };
    save(&name, &file.media_type, &file.bytes, as_png).await?;
    Ok(text.saved)
}

/// A file from export.wasm.
async fn made(request: Request) -> Result<File, JsValue> {
    asked(Ask::File(request)).await
}

/// A part of a page from export.wasm.
pub async fn answer_html(html: Html) -> Result<String, JsValue> {
    let file = asked(Ask::Html(html)).await?;
    String::from_utf8(file.bytes).map_err(|_| JsValue::NULL)
}

async fn asked(ask: Ask) -> Result<File, JsValue> {
    let ask = postcard::to_allocvec(&ask).map_err(|_| JsValue::NULL)?;
    let reply = answer(crate::bundle_bytes(), &ask).await?;
    let reply = web_sys::js_sys::Uint8Array::from(reply).to_vec();
    let file: Result<File, String> = postcard::from_bytes(&reply).map_err(|_| JsValue::NULL)?;
    file.map_err(JsValue::from)
}

/// Code that shows a chart alone on another site.
fn frame(address: Address) -> String {
    let title = document().title();
    let Some(address) = address.embedded() else {
        return String::new();
    };
    let source = format!("{}{}", here(), address.href());
    html! {
        iframe src=(source) title=(title) width="100%" height="560" style="border:0" loading="lazy" {}
    }
    .into_string()
}

/// The explorer's address without the hash.
fn here() -> String {
    let href = window().location().href().unwrap_or_default();
    href.split('#').next().unwrap_or_default().into()
}

/// The same, where others can open it too: a path on this machine is nobody else's business.
fn site() -> String {
    let here = here();
    if here.starts_with("http") {
        here
    } else {
        String::new()
    }
}
