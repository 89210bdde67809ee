//! The opened row of a comparison as pictures: from base to target, and how far that is.

use maud::{Markup, PreEscaped, html};

use super::{Explorer, indicator_name, unit_note};
use crate::address::CompareView;
use crate::chart::{Form, Frame, Layout, Pair, Pairs, Palette, Paper, svg};
use crate::insight::timeline;

/// CSS pixels, of a slope; rows make their own height.
const HEIGHT: f64 = 320.0;
/// The widest picture, in CSS pixels.
const WIDTH: f64 = 560.0;

/// Both pictures of the row that `view` opens, for a page `width` CSS pixels wide; nothing where the
/// chosen cities state nothing alike.
pub fn pairs(explorer: Explorer, view: &CompareView, palette: &Palette, width: f64) -> Markup {
    let (text, bundle) = (explorer.text(), explorer.bundle);
    let opened = view.open.as_ref().and_then(|id| bundle.indicator_index(id));
    let cities = view.chosen(bundle);
    let picture = |indicator: usize, title: &str, hint: &str, form: Form| {
        let timeline = timeline(bundle, indicator);
        let pairs = Pairs::new(bundle, &timeline, &cities, form, explorer.language).ok()?;
        if form == Form::Distance && pairs.rows.iter().all(|pair| pair.base.is_none()) {
            return Some(html! { div { h3 { (title) } p.hint { (text.no_base) } } });
        }
        let rows: Vec<String> = pairs.rows.iter().map(words).collect();
        let frame = Frame {
            width: width.min(WIDTH),
            height: HEIGHT,
        };
        let drawn = svg(&Layout::of_pairs(&pairs, frame), palette, Paper::Filled);
        Some(html! {
            figure {
                figcaption { h3 { (title) } span.unit { (hint) } }
                div role="img" aria-label=(rows.join(explorer.language.pick("，", ", "))) { (PreEscaped(drawn)) }
            }
        })
    };
    html! {
        @if let Some(indicator) = opened {
            @let entry = &bundle.indicators[indicator];
            @if let Some(slope) = picture(indicator, text.slope, "", Form::Slope) {
                section {
                    h2 { (indicator_name(entry, explorer.language)) " " span.unit { (unit_note(entry, explorer.language)) } }
                    div.pairs {
                        (slope)
                        @if let Some(far) = picture(indicator, text.distance, text.distance_hint, Form::Distance) { (far) }
                    }
                }
            }
        }
    }
}

/// What stands in place of pictures on another site, where a blank would puzzle.
pub fn nothing(explorer: Explorer) -> Markup {
    let words = explorer.language.pick(
        "这些城市对这项指标没有可比的目标。",
        "These cities state no comparable targets for this indicator.",
    );
    html! { p.empty { (words) } }
}

/// `温州 71 → 75`
fn words(pair: &Pair) -> String {
    let base = pair.base.as_ref().map_or("?", |base| base.label.as_str());
    format!("{} {base} → {}", pair.name, pair.target.label)
}
