//! Cities side by side: the matrix of indicators × cities, comparable ones first.

use leptos::prelude::*;

use super::overview::Strip;
use crate::app::address::{ChartView, CompareView, Page};
use crate::app::components::{Marker, Quote, Values, city_name, indicator_name, unit_note};
use crate::app::shell::Explorer;
use crate::insight::{COLUMNS, Comparison, ComparisonRow, compare};
use crate::words::Language;

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
    let cities = Memo::new(move |_| view.with(|view| chosen(explorer, &view.cities)));
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
        </div>
    }
}

/// The chosen cities in the catalogue's order; all where none, or none known, is named.
fn chosen(explorer: Explorer, ids: &[String]) -> Vec<usize> {
    let all = 0..explorer.bundle.cities.len();
    let named: Vec<usize> = all
        .clone()
        .filter(|&city| ids.contains(&explorer.bundle.cities[city].id))
        .collect();
    if named.is_empty() {
        all.collect()
    } else {
        named
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
                picked.sort_unstable();
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
                    <Marker city />{city_name(explorer, city)}
                </button>
            }
        })
        .collect_view();
    view! {
        <div class="switches"><div class="switch" role="group" aria-label=explorer.text().pick_cities>{buttons}</div></div>
    }
}

#[component]
fn Matrix(cities: Vec<usize>, view: Memo<CompareView>) -> impl IntoView {
    let explorer = Explorer::expect();
    let text = explorer.text();
    let rows = compare(explorer.bundle, &cities);
    let (alike, rest): (Vec<_>, Vec<_>) = rows
        .into_iter()
        .partition(|row| matches!(row.comparison, Comparison::Alike { .. }));
    let (unlike, alone): (Vec<_>, Vec<_>) = rest
        .into_iter()
        .partition(|row| matches!(row.comparison, Comparison::Unlike { .. }));
    let part =
        |name: &'static str, hint: &'static str, id: &'static str, rows: Vec<ComparisonRow>| {
            (!rows.is_empty()).then(|| {
                view! {
                    <section aria-labelledby=id>
                        <h2 id=id>{name}" "<span class="unit">{rows.len()}</span></h2>
                        <p class="hint">{hint}</p>
                        <Part rows cities=cities.clone() view />
                    </section>
                }
            })
        };
    view! {
        {part(text.comparable, text.comparable_hint, "comparable", alike)}
        {part(text.unlike, text.unlike_hint, "unlike", unlike)}
        {part(text.alone, text.alone_hint, "alone", alone)}
    }
}

/// One table of the matrix. Columns in which no row says anything are left out.
#[component]
fn Part(rows: Vec<ComparisonRow>, cities: Vec<usize>, view: Memo<CompareView>) -> impl IntoView {
    let explorer = Explorer::expect();
    let text = explorer.text();
    let columns: Vec<Vec<usize>> = (0..cities.len())
        .map(|place| {
            let spoken =
                |&column: &usize| rows.iter().any(|row| !row.cells[place][column].is_empty());
            (0..COLUMNS.len()).filter(spoken).collect()
        })
        .collect();
    let heads = cities
        .iter()
        .zip(&columns)
        .filter(|(_, columns)| !columns.is_empty());
    let city_heads = heads
        .clone()
        .map(|(&city, columns)| {
            view! {
                <th scope="colgroup" colspan=columns.len() class=format!("city-{city} matrix__city")>
                    <Marker city />{city_name(explorer, city)}
                </th>
            }
        })
        .collect_view();
    let year_heads = heads
        .flat_map(|(_, columns)| columns.iter().enumerate())
        .map(|(place, &column)| view! { <th scope="col" class:matrix__city=move || place == 0>{COLUMNS[column]}</th> })
        .collect_view();
    let width = 2 + columns.iter().map(Vec::len).sum::<usize>();
    let body = rows
        .into_iter()
        .map(|row| matrix_row(explorer, row, &cities, &columns, width, view))
        .collect_view();
    view! {
        <div class="wide" tabindex="0" role="region" aria-label=text.compare>
            <table class="table table--stack matrix">
                <thead>
                    <tr><th scope="col" rowspan="2">{text.indicator}</th><th scope="col" rowspan="2">{text.difference}</th>{city_heads}</tr>
                    <tr>{year_heads}</tr>
                </thead>
                <tbody>{body}</tbody>
            </table>
        </div>
    }
}

fn matrix_row(
    explorer: Explorer,
    row: ComparisonRow,
    cities: &[usize],
    columns: &[Vec<usize>],
    width: usize,
    view: Memo<CompareView>,
) -> AnyView {
    let language = explorer.language();
    let text = explorer.text();
    let indicator = &explorer.bundle.indicators[row.indicator];
    let id = indicator.id.as_str();
    let is_open = Memo::new(move |_| view.with(|view| view.open.as_deref() == Some(id)));
    let toggle = move |_| {
        let open = (!is_open.get_untracked()).then(|| id.to_string());
        explorer.replace(Page::Compare(CompareView {
            open,
            ..view.get_untracked()
        }));
    };
    let mut cells: Vec<AnyView> = Vec::new();
    for (place, columns) in columns.iter().enumerate() {
        let city = city_name(explorer, cities[place]);
        for (order, &column) in columns.iter().enumerate() {
            let statements = row.cells[place][column].clone();
            let label = format!("{city} {}", COLUMNS[column]);
            let empty = statements.is_empty();
            cells.push(
                view! {
                    <td data-label=label class:matrix__city=order == 0 class:empty-cell=empty><Values statements /></td>
                }
                .into_any(),
            );
        }
    }
    let difference = match row.comparison {
        Comparison::Alike { year } => {
            view! { <Strip values=row.values(explorer.bundle, year) /> }.into_any()
        }
        Comparison::Unlike {
            years,
            areas,
            kinds,
        } => {
            let reasons = [
                (years, text.unlike_years),
                (areas, text.unlike_areas),
                (kinds, text.unlike_kinds),
            ];
            let reasons: Vec<&str> = reasons
                .into_iter()
                .filter(|(is, _)| *is)
                .map(|(_, words)| words)
                .collect();
            view! { <span class="unit">{reasons.join(language.pick("、", ", "))}</span> }.into_any()
        }
        Comparison::Alone => ().into_any(),
    };
    let quotes = move || {
        is_open.get().then(|| {
            let all = row.cells.iter().flatten().chain(&row.others).flatten();
            let quotes = all.map(|&id| view! { <Quote id /> }).collect_view();
            let page = Page::Indicator {
                id: id.into(),
                view: ChartView::default(),
            };
            let timeline = language.pick("看时间线", "See the timeline");
            view! {
                <tr class="matrix__words"><td colspan=width>
                    <div class="quotes">{quotes}</div>
                    <p class="more"><a href=explorer.href(page)>{timeline}</a></p>
                </td></tr>
            }
        })
    };
    let label = move || {
        let action = if is_open.get() {
            text.hide_words
        } else {
            text.show_words
        };
        match language {
            Language::Chinese => format!("{}:{action}", indicator_name(indicator, language)),
            Language::English => format!("{}: {action}", indicator_name(indicator, language)),
        }
    };
    view! {
        <tr>
            <th scope="row">
                <button type="button" class="matrix__open" aria-expanded=move || is_open.get().to_string() aria-label=label on:click=toggle>
                    <span aria-hidden="true" class="matrix__arrow">"›"</span>{indicator_name(indicator, language)}
                </button>
                <span class="unit">{unit_note(indicator, language)}</span>
            </th>
            <td class="matrix__difference">{difference}</td>
            {cells}
        </tr>
        {quotes}
    }
    .into_any()
}
