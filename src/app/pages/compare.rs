//! Cities side by side: the matrix of indicators × cities, comparable ones first.

use leptos::prelude::*;
use maud::{Markup, html};
use wasm_bindgen::JsCast;

use crate::app::address::{ChartView, CompareView, Page};
use crate::app::browser;
use crate::app::components::{
    Beside, city_label, city_name, indicator_name, quote, strip, take, values,
};
use crate::app::shell::Explorer;
use crate::export::Part;
use crate::insight::{COLUMNS, Comparison, ComparisonRow, compare};
use crate::order;
use crate::words::unit_name;

#[component]
pub fn Compare() -> impl IntoView {
    let explorer = Explorer::expect();
    let text = explorer.text();
    let view = Memo::new(move |_| {
        explorer.location.with(|address| match &address.page {
            Page::Compare(view) => view.clone(),
            _ => CompareView::default(),
        })
    });
    let cities = Memo::new(move |_| view.with(|view| view.chosen(explorer.bundle)));
    let matrix = move || {
        let cities = cities.get();
        if cities.len() < 2 {
            return view! { <p class="empty">{text.too_few_cities}</p> }.into_any();
        }
        view! { <Matrix cities view /> }.into_any()
    };
    view! {
        <div class="page">
            <h1>{text.compare}</h1>
            <p class="lede">{text.compare_hint}</p>
            <CityPick cities view />
            {matrix}
            <div inner_html=take(explorer, Part::Table).into_string()></div>
        </div>
    }
}

#[component]
fn CityPick(cities: Memo<Vec<usize>>, view: Memo<CompareView>) -> impl IntoView {
    let explorer = Explorer::expect();
    let buttons = (0..explorer.bundle.cities.len())
        .map(|city| {
            let is_on = move || cities.with(|cities| cities.contains(&city));
            let toggle = move |_| {
                let mut picked = cities.get_untracked();
                match picked.iter().position(|&other| other == city) {
                    // The last one stays: no cities would read as all of them.
                    Some(at) if picked.len() > 1 => drop(picked.remove(at)),
                    Some(_) => {}
                    None => picked.push(city),
                }
                order::sort_by_key(&mut picked, |city| *city);
                let all = picked.len() == explorer.bundle.cities.len();
                let ids = picked
                    .iter()
                    .map(|&city| explorer.bundle.cities[city].id.clone());
                let cities = if all { Vec::new() } else { ids.collect() };
                explorer.replace(Page::Compare(CompareView {
                    cities,
                    ..view.get_untracked()
                }));
            };
            view! {
                <button type="button" aria-pressed=move || is_on().to_string() on:click=toggle>
                    <span inner_html=city_label(explorer, city).into_string()></span>
                </button>
            }
        })
        .collect_view();
    view! {
        <div class="switches"><div class="switch switch--cities" role="group" aria-label=explorer.text().pick_cities>{buttons}</div></div>
    }
}

#[component]
fn Matrix(cities: Vec<usize>, view: Memo<CompareView>) -> impl IntoView {
    let explorer = Explorer::expect();
    let rows = compare(explorer.bundle, &cities);
    let open = Memo::new(move |_| view.with(|view| view.open.clone()));
    let html = move || {
        open.with(|open| parts(explorer, &rows, &cities, open.as_deref()))
            .into_string()
    };
    // One listener for all rows: a click on a row's button opens or closes its words.
    let on_click = move |event: web_sys::MouseEvent| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let button = target.and_then(|target| target.closest("[data-open]").ok().flatten());
        let Some(button) = button else { return };
        let asked = button.get_attribute("data-open");
        let id = button.id();
        let next = if open.get_untracked() == asked {
            None
        } else {
            asked
        };
        explorer.replace(Page::Compare(CompareView {
            open: next,
            ..view.get_untracked()
        }));
        // The rows are written anew: the focus goes back to where it was.
        request_animation_frame(move || browser::focus(&id));
    };
    view! { <div inner_html=html on:click=on_click></div> }
}

/// The three tables of the matrix: comparable, stated differently, stated by one city alone.
fn parts(
    explorer: Explorer,
    rows: &[ComparisonRow],
    cities: &[usize],
    open: Option<&str>,
) -> Markup {
    let text = explorer.text();
    // Rows come grouped: alike, unlike, alone.
    let is_alike = |row: &ComparisonRow| matches!(row.comparison, Comparison::Alike { .. });
    let is_shared = |row: &ComparisonRow| row.comparison != Comparison::Alone;
    let (shared, alone) = rows.split_at(rows.partition_point(is_shared));
    let (alike, unlike) = shared.split_at(shared.partition_point(is_alike));
    let part = |id: &str, name: &str, hint: &str, rows: &[ComparisonRow]| {
        html! {
            @if !rows.is_empty() {
                section aria-labelledby=(id) {
                    h2 id=(id) { (name) " " span.unit { (rows.len()) } }
                    p.hint { (hint) }
                    (table(explorer, rows, cities, name, open))
                }
            }
        }
    };
    html! {
        (part("comparable", text.comparable, text.comparable_hint, alike))
        (part("unlike", text.unlike, text.unlike_hint, unlike))
        (part("alone", text.alone, text.alone_hint, alone))
    }
}

/// The columns of one table: each city's place, with the years that some row states for it.
struct Columns(Vec<(usize, Vec<usize>)>);

impl Columns {
    fn of(rows: &[ComparisonRow], cities: &[usize]) -> Self {
        let is_stated =
            |place: usize, year: usize| rows.iter().any(|row| !row.cells[place][year].is_empty());
        let mut columns = Vec::new();
        for place in 0..cities.len() {
            let years: Vec<usize> = (0..COLUMNS.len())
                .filter(|&year| is_stated(place, year))
                .collect();
            if !years.is_empty() {
                columns.push((place, years));
            }
        }
        Self(columns)
    }

    fn width(&self) -> usize {
        self.0.iter().map(|(_, years)| years.len()).sum()
    }
}

fn table(
    explorer: Explorer,
    rows: &[ComparisonRow],
    cities: &[usize],
    name: &str,
    open: Option<&str>,
) -> Markup {
    let text = explorer.text();
    let columns = Columns::of(rows, cities);
    let has_difference = rows.iter().any(|row| row.comparison != Comparison::Alone);
    html! {
        div.wide tabindex="0" role="region" aria-label=(name) {
            table."table table--stack matrix" {
                thead {
                    tr {
                        th scope="col" rowspan="2" { (text.indicator) }
                        @if has_difference { th.matrix__difference scope="col" rowspan="2" { (text.difference) } }
                        @for (place, years) in &columns.0 {
                            @let city = cities[*place];
                            th scope="colgroup" colspan=(years.len()) class={ "matrix__city city-" (city) } {
                                (city_label(explorer, city))
                            }
                        }
                    }
                    tr {
                        @for (_, years) in &columns.0 {
                            @for (order, year) in years.iter().enumerate() {
                                th scope="col" class=[(order == 0).then_some("matrix__city")] { (COLUMNS[*year]) }
                            }
                        }
                    }
                }
                tbody { @for row in rows { (matrix_row(explorer, row, cities, &columns, open)) } }
            }
        }
    }
}

fn matrix_row(
    explorer: Explorer,
    row: &ComparisonRow,
    cities: &[usize],
    columns: &Columns,
    open: Option<&str>,
) -> Markup {
    let text = explorer.text();
    let language = explorer.language();
    let indicator = &explorer.bundle.indicators[row.indicator];
    let is_open = open == Some(indicator.id.as_str());
    html! {
        tr {
            th scope="row" {
                button.matrix__open type="button" id={ "open-" (row.indicator) } data-open=(indicator.id)
                    aria-expanded=(is_open) title=(if is_open { text.hide_words } else { text.show_words }) {
                    span.matrix__arrow aria-hidden="true" { "›" } (indicator_name(indicator, language))
                }
                span.unit { (unit_name(&indicator.unit, language)) }
            }
            @if row.comparison != Comparison::Alone { td.matrix__difference { (difference(explorer, row)) } }
            @for (place, years) in &columns.0 {
                @for (order, &year) in years.iter().enumerate() {
                    @let statements = &row.cells[*place][year];
                    td.matrix__city[order == 0].empty-cell[statements.is_empty()]
                        data-label={ (city_name(explorer, cities[*place])) " " (COLUMNS[year]) } {
                        (values(explorer, statements, Beside::Area))
                    }
                }
            }
        }
        @if is_open { (words(explorer, row, columns.width() + 2)) }
    }
}

/// A picture of the difference where the values are alike, else what keeps them from it.
fn difference(explorer: Explorer, row: &ComparisonRow) -> Markup {
    let text = explorer.text();
    match row.comparison {
        Comparison::Alike { year } => strip(explorer, &row.values(explorer.bundle, year)),
        Comparison::Unlike {
            years,
            areas,
            kinds,
        } => html! {
            span.unit {
                @if years { (text.unlike_years) " " }
                @if areas { (text.unlike_areas) " " }
                @if kinds { (text.unlike_kinds) }
            }
        },
        Comparison::Alone => html! {},
    }
}

/// Every city's words for an indicator.
fn words(explorer: Explorer, row: &ComparisonRow, width: usize) -> Markup {
    let id = &explorer.bundle.indicators[row.indicator].id;
    let page = Page::Indicator {
        id: id.clone(),
        view: ChartView::default(),
    };
    html! {
        tr.matrix__words {
            td colspan=(width) {
                div.quotes {
                    @for statements in row.cells.iter().flatten().chain(&row.others) {
                        @for &id in statements { (quote(explorer, id)) }
                    }
                }
                p.more { a href=(explorer.href(page)) { (explorer.text().see_timeline) } }
            }
        }
    }
}
