//! An indicator's timeline as a picture.

use leptos::prelude::*;

use super::picture::Picture;
use super::{city_name, indicator_name};
use crate::app::shell::App;
use crate::chart::{Choice, Frame, Layout, Origin, Track};
use crate::insight::Timeline;
use crate::page::Explorer;
use crate::words::quantity;

/// A timeline chart. Where `on_point` is given, its points are walked with pointer, finger or keys.
#[component]
pub fn Chart(
    timeline: Timeline,
    /// What to show; what it reads of the address is followed.
    choice: Box<dyn Fn() -> Choice + Send + Sync>,
    /// CSS pixels, of one panel; the width is the room there is.
    height: f64,
    /// Runs with what the mark pointed at comes from.
    #[prop(optional)]
    on_point: Option<Callback<Origin>>,
) -> impl IntoView {
    let explorer = App::expect();
    let summary = summary(explorer.now(), &timeline);
    let layout = Callback::new(move |width| {
        let track = Track::new(explorer.bundle, &timeline, &choice()).ok()?;
        Some(Layout::new(&track, Frame { width, height }))
    });
    view! { <Picture layout summary height on_point /> }
}

/// Every point in words, for those who do not see the chart.
fn summary(explorer: Explorer, timeline: &Timeline) -> String {
    let language = explorer.language();
    let name = indicator_name(&explorer.bundle.indicators[timeline.indicator], language);
    let unit = timeline
        .measure
        .as_ref()
        .map_or("", |measure| measure.unit.as_str());
    let points = timeline.series.iter().flat_map(|series| {
        series.points.iter().map(move |point| {
            let value = quantity(point.value, unit, language);
            let city = city_name(explorer, series.city);
            format!("{city}{} {} {value}", series.area.as_str(), point.year)
        })
    });
    let separator = language.pick(",", ", ");
    format!("{name}: {}", points.collect::<Vec<_>>().join(separator))
}
