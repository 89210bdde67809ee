//! A timeline chart on a canvas: sharp at any pixel ratio, redrawn on resize and theme change.

use leptos::html::{Canvas, Div};
use leptos::prelude::{Track as _, *};
use plotters_canvas::CanvasBackend;
use web_sys::{HtmlCanvasElement, KeyboardEvent, PointerEvent};

use super::city_name;
use crate::app::browser;
use crate::app::shell::Explorer;
use crate::chart::{Choice, DARK, Frame, LIGHT, Layout, PAPER, Track, draw};
use crate::insight::Timeline;
use crate::plan::StatementId;
use crate::words::quantity;

/// How near a finger or a pointer must come to a mark, in CSS pixels.
const REACH: f64 = 40.0;
/// A chart on A4 paper between its margins, in CSS pixels, and device pixels to each of them.
const PAPER_WIDTH: f64 = 680.0;
const PAPER_RATIO: f64 = 3.0;

/// A chart with its name for those who do not see it. Where `on_point` is given, marks are walked
/// with the pointer or the arrow keys.
#[component]
pub fn Chart(
    timeline: Timeline,
    #[prop(into)] choice: Signal<Choice>,
    /// CSS pixels; the width is the room there is.
    height: f64,
    /// Runs with the statements of the mark pointed at.
    #[prop(optional)]
    on_point: Option<Callback<Vec<StatementId>>>,
) -> impl IntoView {
    let explorer = Explorer::expect();
    let holder = NodeRef::<Div>::new();
    let canvas = NodeRef::<Canvas>::new();
    let width = RwSignal::new(0.0);
    let redraw = Trigger::new();
    let focus = RwSignal::new(None::<usize>);

    Effect::new(move |_| {
        let Some(holder) = holder.get() else { return };
        width.set(f64::from(holder.client_width()));
        let observed = holder.clone();
        browser::on_resize(&observed, move || {
            let now = f64::from(holder.client_width());
            if width.get_untracked() != now {
                width.set(now);
            } else {
                redraw.notify();
            }
        });
    });

    let summary = summary(explorer, &timeline);
    let layout = Memo::new(move |_| {
        let frame = Frame {
            width: match explorer.printing.get() {
                true => width.get().min(PAPER_WIDTH),
                false => width.get(),
            },
            height,
        };
        let track = Track::new(&timeline, &explorer.bundle.cities, &choice.get()).ok()?;
        (frame.width > 0.0).then(|| (Layout::new(&track, frame), track))
    });

    Effect::new(move |_| {
        redraw.track();
        let screen = if explorer.is_dark() { DARK } else { LIGHT };
        let (palette, ratio) = match explorer.printing.get() {
            true => (PAPER, PAPER_RATIO),
            false => (screen, browser::pixel_ratio()),
        };
        let focus = focus.get();
        let Some(canvas) = canvas.get() else { return };
        layout.with(|laid| {
            if let Some((layout, _)) = laid {
                paint(&canvas, layout, ratio, |backend| {
                    draw(backend, layout, &palette, ratio, 1.0, focus).is_ok()
                });
                browser::mark_first_chart();
            }
        });
    });

    let point = move |index: Option<usize>| {
        if focus.get_untracked() == index {
            return;
        }
        focus.set(index);
        if let (Some(index), Some(on_point)) = (index, on_point) {
            layout.with_untracked(|laid| {
                if let Some((layout, track)) = laid {
                    let placed = &layout.marks[index];
                    on_point.run(
                        track.lines[placed.line].marks[placed.mark]
                            .statements
                            .clone(),
                    );
                }
            });
        }
    };
    let on_pointer = move |event: PointerEvent| {
        let at = (f64::from(event.offset_x()), f64::from(event.offset_y()));
        let near = layout.with_untracked(|laid| {
            laid.as_ref()
                .and_then(|(layout, _)| layout.nearest(at, REACH))
        });
        if near.is_some() {
            point(near);
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let count = layout.with_untracked(|laid| laid.as_ref().map_or(0, |(l, _)| l.marks.len()));
        let now = focus.get_untracked();
        let next = match event.key().as_str() {
            _ if count == 0 => return,
            "ArrowRight" => Some(now.map_or(0, |index| (index + 1).min(count - 1))),
            "ArrowLeft" => Some(now.map_or(count - 1, |index| index.saturating_sub(1))),
            "Home" => Some(0),
            "End" => Some(count - 1),
            "Escape" => None,
            _ => return,
        };
        event.prevent_default();
        point(next);
    };

    let surface =
        view! { <canvas node_ref=canvas class="chart__canvas" aria-hidden="true"></canvas> };
    let style = format!("height:{height}px");
    if on_point.is_some() {
        let keys = explorer.text().chart_keys;
        view! {
            <div node_ref=holder class="chart chart--live" style=style tabindex="0" role="application"
                aria-label=format!("{summary}。{keys}")
                on:pointermove=on_pointer on:pointerdown=on_pointer on:keydown=on_key
                on:blur=move |_| focus.set(None)>
                {surface}
            </div>
        }
        .into_any()
    } else {
        view! { <div node_ref=holder class="chart" style=style role="img" aria-label=summary>{surface}</div> }
            .into_any()
    }
}

/// Sizes the canvas to device pixels and draws on it.
fn paint(
    canvas: &HtmlCanvasElement,
    layout: &Layout,
    ratio: f64,
    draw: impl FnOnce(&mut CanvasBackend) -> bool,
) {
    canvas.set_width((layout.frame.width * ratio).round() as u32);
    canvas.set_height((layout.frame.height * ratio).round() as u32);
    if let Some(mut backend) = CanvasBackend::with_canvas_object(canvas.clone()) {
        draw(&mut backend);
    }
}

/// Every point in words, for those who do not see the chart.
fn summary(explorer: Explorer, timeline: &Timeline) -> String {
    let language = explorer.language();
    let name = super::indicator_name(&explorer.bundle.indicators[timeline.indicator], language);
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
