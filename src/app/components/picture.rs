//! A picture on a canvas: sharp at any pixel ratio, redrawn on resize and theme change, its points
//! walked with pointer, finger or keys.

use leptos::html::{Canvas as CanvasElement, Div};
use leptos::prelude::*;
use web_sys::{HtmlElement, KeyboardEvent, PointerEvent};

use super::spoken::spoken;
use crate::app::browser;
use crate::app::canvas::{Canvas, FINE};
use crate::app::shell::App;
use crate::chart::{DARK, Focus, LIGHT, Layout, Origin, PAPER, Palette, Paper, Step, draw};

/// A chart on A4 paper between its margins, in CSS pixels, and device pixels to each of them.
const PAPER_WIDTH: f64 = 680.0;
const PAPER_RATIO: f64 = 3.0;
/// How near a finger or a pointer must come to a mark, in CSS pixels.
const REACH: f64 = 40.0;

/// A laid-out chart with its name for those who do not see it. Where `on_point` is given it is one tab
/// stop whose points are walked and told one by one.
#[component]
pub fn Picture(
    /// Lays the chart out for a width in CSS pixels; none where there is nothing to draw. What it reads
    /// of signals it follows.
    #[prop(into)]
    layout: Callback<f64, Option<Layout>>,
    summary: String,
    /// CSS pixels, until the layout says its own.
    height: f64,
    /// Runs with what the mark pointed at comes from.
    on_point: Option<Callback<Origin>>,
) -> impl IntoView {
    let explorer = App::expect();
    let holder = NodeRef::<Div>::new();
    let canvas = NodeRef::<CanvasElement>::new();
    let width = RwSignal::new(0.0);
    let redraw = Trigger::new();
    let focus = RwSignal::new(None::<Focus>);
    let told = RwSignal::new(String::new());

    follow_size(holder, width, redraw);
    // Always taken for new: to compare two layouts is code of its own.
    let layout = Memo::new_with_compare(
        move |_| {
            let width = match explorer.printing.get() {
                true => width.get().min(PAPER_WIDTH),
                false => width.get(),
            };
            (width > 0.0).then(|| layout.run(width)).flatten()
        },
        |_, _| true,
    );
    let mut shown = height;
    let mut surface = None;
    Effect::new(move |_| {
        redraw.track();
        let screen = if explorer.is_dark() { DARK } else { LIGHT };
        let is_print = explorer.printing.get();
        let (palette, ratio) = match is_print {
            true => (PAPER, PAPER_RATIO),
            false => (screen, browser::pixel_ratio()),
        };
        let focus = focus.get();
        if surface.is_none() {
            surface = canvas.get().and_then(Canvas::new);
        }
        layout.with(|layout| {
            if let (Some(layout), Some(surface)) = (layout, &mut surface) {
                // Written again it would be laid out again.
                if shown != layout.frame.height
                    && let Some(holder) = holder.get_untracked()
                {
                    shown = layout.frame.height;
                    let _ = holder.set_attribute("style", &height_style(shown));
                }
                paint(surface, layout, &palette, (ratio, is_print), focus);
                browser::mark_first_chart();
            }
        });
    });

    let point = move |next: Option<Focus>| {
        let before = focus.get_untracked();
        if before == next {
            return;
        }
        focus.set(next);
        let (Some(next), Some(on_point)) = (next, on_point) else {
            return;
        };
        if before.is_some_and(|before| before.mark == next.mark) {
            return;
        }
        layout.with_untracked(|layout| {
            if let Some(mark) = layout
                .as_ref()
                .and_then(|layout| layout.marks.get(next.mark))
            {
                told.set(spoken(explorer.now(), mark));
                on_point.run(mark.origin.clone());
            }
        });
    };
    let on_pointer = move |event: PointerEvent| {
        let at = (f64::from(event.offset_x()), f64::from(event.offset_y()));
        let near = layout.with_untracked(|layout| layout.as_ref()?.nearest(at, REACH));
        let pressed = event.type_() == "pointerdown";
        point(pointed(
            focus.get_untracked(),
            near,
            pressed,
            event.buttons() != 0,
        ));
    };
    let on_key = move |event: KeyboardEvent| {
        let now = focus.get_untracked();
        let step = match event.key().as_str() {
            "ArrowRight" => Step::Next,
            "ArrowLeft" => Step::Back,
            "ArrowUp" => Step::Up,
            "ArrowDown" => Step::Down,
            "Home" => Step::First,
            "End" => Step::Last,
            "Enter" => {
                event.prevent_default();
                return point(now.map(|now| Focus {
                    is_pinned: !now.is_pinned,
                    ..now
                }));
            }
            "Escape" => {
                point(None);
                if let Some(holder) = holder.get_untracked() {
                    let _ = HtmlElement::blur(&holder);
                }
                return;
            }
            _ => return,
        };
        event.prevent_default();
        let mark =
            layout.with_untracked(|layout| layout.as_ref()?.walk(now.map(|now| now.mark), step));
        point(mark.map(|mark| Focus {
            mark,
            is_pinned: false,
        }));
    };
    let on_blur = move |_| {
        // A page that is left takes the focus along, and the signal before the chart.
        let now = focus.try_get_untracked().flatten();
        if now.is_some_and(|now| !now.is_pinned) {
            focus.set(None);
        }
    };

    let style = height_style(height);
    let surface =
        view! { <canvas node_ref=canvas class="chart__canvas" aria-hidden="true"></canvas> };
    if on_point.is_some() {
        let keys = explorer.text().chart_keys;
        view! {
            <div node_ref=holder class="chart chart--live" style=style tabindex="0" role="application"
                aria-label=format!("{summary}。{keys}")
                on:pointermove=on_pointer on:pointerdown=on_pointer on:keydown=on_key on:blur=on_blur>
                {surface}
            </div>
            <p class="visually-hidden" aria-live="polite">{told}</p>
        }
        .into_any()
    } else {
        view! { <div node_ref=holder class="chart" style=style role="img" aria-label=summary>{surface}</div> }
            .into_any()
    }
}

fn height_style(height: f64) -> String {
    format!("height:{}px", height as u32)
}

/// Where the focus goes when the pointer is over `near`: pressing pins or frees a mark, dragging takes
/// the pin along, and moving over a pinned chart changes nothing.
fn pointed(now: Option<Focus>, near: Option<usize>, pressed: bool, held: bool) -> Option<Focus> {
    let pinned = now.is_some_and(|now| now.is_pinned);
    let to = |is_pinned| near.map(|mark| Focus { mark, is_pinned });
    if pressed {
        let again = pinned && now.map(|now| now.mark) == near;
        return to(!again);
    }
    if held {
        return to(true).or(now);
    }
    if pinned { now } else { to(false).or(now) }
}

fn follow_size(holder: NodeRef<Div>, width: RwSignal<f64>, redraw: Trigger) {
    Effect::new(move |_| {
        let Some(holder) = holder.get() else { return };
        let observed = holder.clone();
        let size = move || (holder.client_width(), holder.client_height());
        // Told at the start too, when the page is laid out: asked before, it would be laid out twice.
        let mut before = (0, 0);
        browser::on_resize(&observed, move || {
            let now = size();
            if now.0 != before.0 {
                width.set(f64::from(now.0));
            } else if now != before {
                redraw.notify();
            }
            before = now;
        });
    });
}

/// Sizes the canvas to device pixels and draws on it.
fn paint(
    canvas: &mut Canvas,
    layout: &Layout,
    palette: &Palette,
    (ratio, is_print): (f64, bool),
    focus: Option<Focus>,
) {
    let pixels = |length: f64| (length * ratio).round() as u32;
    let size = (pixels(layout.frame.width), pixels(layout.frame.height));
    canvas.fit(size, ratio, is_print);
    let scale = (ratio * FINE, 1.0);
    // A canvas takes all.
    let _ = draw(canvas, layout, palette, scale, Paper::Filled, focus);
}
