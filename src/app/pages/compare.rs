//! Cities side by side: the matrix of indicators × cities, comparable ones first.

use leptos::prelude::*;
use maud::{Markup, html};
use wasm_bindgen::JsCast;

use crate::app::address::{Address, ChartView, CompareView, Page};
use crate::app::browser;
use crate::app::components::{
    Beside, CitySwitch, Fetched, city_label, city_name, dated, indicator_head, indicator_name,
    marker, quote, strip, take, values,
};
use crate::app::shell::App;
use crate::export::Part;
use crate::insight::{
    COLUMNS, Comparison, ComparisonRow, compare, distance, references, sort_by_spread,
};
use crate::order;
use crate::page::Explorer;
use crate::plan::{Reading, StatementId};
use crate::words::{self, quantity_text, unit_name};

#[component]
pub fn Compare() -> impl IntoView {
    let explorer = App::expect();
    let text = explorer.text();
    let matrix = move || {
        let view = view(explorer);
        match &view.chosen(explorer.bundle)[..] {
            [] | [_] => html! { p.empty { (text.too_few_cities) } },
            cities => html! {
                (choices(explorer.now(), &view))
                (parts(explorer.now(), cities, &view))
            },
        }
        .into_string()
    };
    let takes = move || {
        let view = view(explorer);
        let rows = compare(explorer.bundle, &view.chosen(explorer.bundle));
        let bundle = explorer.bundle;
        let is_open =
            |row: &&ComparisonRow| view.open.as_ref() == Some(&bundle.indicators[row.indicator].id);
        let shown = rows
            .iter()
            .find(is_open)
            .and_then(|row| match row.comparison {
                Comparison::Alike { year } => Some(row.values(bundle, year)),
                _ => None,
            });
        html! {
            @if let Some(statements) = shown {
                (take(explorer.now(), Part::Slope))
                @if statements.into_iter().flatten().any(|id| distance(bundle, id).is_some()) {
                    (take(explorer.now(), Part::Distance))
                }
            }
        }
        .into_string()
    };
    let all = (0..explorer.bundle.cities.len()).collect();
    view! {
        <div class="page">
            <h1>{text.compare}</h1>
            <p class="lede">{text.compare_hint}</p>
            <div class="switches">
                <CitySwitch cities=all label=text.pick_cities on_press=toggle
                    is_on=|explorer, city| view(explorer).chosen(explorer.bundle).contains(&city) />
            </div>
            <Fetched part=crate::page::Part::Pairs wanted=is_open />
            <div inner_html=takes></div>
            <div inner_html=matrix on:click=move |event| open_words(explorer, &event)></div>
            <div inner_html=take(explorer.now(), Part::Table).into_string()></div>
        </div>
    }
}

fn is_open(address: &Address) -> bool {
    matches!(
        &address.page,
        Page::Compare(CompareView { open: Some(_), .. })
    )
}

/// What the address asks for.
fn view(explorer: App) -> CompareView {
    explorer.location.with(|address| match &address.page {
        Page::Compare(view) => view.clone(),
        _ => CompareView::default(),
    })
}

/// Puts a city in or out.
fn toggle(explorer: App, city: usize) {
    let view = untrack(|| view(explorer));
    let mut picked = view.chosen(explorer.bundle);
    match picked.iter().position(|&other| other == city) {
        // The last one stays: no cities would read as all of them.
        Some(at) if picked.len() > 1 => drop(picked.remove(at)),
        Some(_) => {}
        None => picked.push(city),
    }
    order::sort_by_key(&mut picked, |city| *city);
    let all = &explorer.bundle.cities;
    let cities = match picked.len() == all.len() {
        true => Vec::new(),
        false => picked.iter().map(|&city| all[city].id.clone()).collect(),
    };
    explorer.replace(Page::Compare(CompareView { cities, ..view }));
}

/// One listener for all rows: a click on a row's button opens or closes its words.
fn open_words(explorer: App, event: &web_sys::MouseEvent) {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let button = target.and_then(|target| target.closest("[data-open]").ok().flatten());
    let Some(button) = button else { return };
    let asked = button.get_attribute("data-open");
    let id = button.id();
    let view = untrack(|| view(explorer));
    explorer.replace(Page::Compare(CompareView {
        open: asked.filter(|asked| view.open.as_ref() != Some(asked)),
        ..view
    }));
    // The rows are written anew: the focus goes back to where it was.
    request_animation_frame(move || browser::focus(&id));
}

/// The order of the rows, and what the cells say: each choice is an address.
fn choices(explorer: Explorer, view: &CompareView) -> Markup {
    let text = explorer.text();
    let link = |name: &str, wanted: CompareView| {
        let is_current = wanted == *view;
        let href = explorer.href(Page::Compare(wanted));
        html! { li { a href=(href) aria-current=[is_current.then_some("true")] { (name) } } }
    };
    let order = |by_difference| CompareView {
        by_difference,
        ..view.clone()
    };
    let cells = |distance| CompareView {
        distance,
        ..view.clone()
    };
    html! {
        nav.choices aria-label=(text.show) {
            ul { (link(text.sort_usual, order(false))) (link(text.sort_difference, order(true))) }
            ul { (link(text.view_values, cells(false))) (link(text.view_distance, cells(true))) }
        }
    }
}

/// The tables of the matrix, comparable and stated differently, and what one city alone states.
fn parts(explorer: Explorer, cities: &[usize], view: &CompareView) -> Markup {
    let text = explorer.text();
    let mut rows = compare(explorer.bundle, cities);
    if view.by_difference {
        sort_by_spread(explorer.bundle, &mut rows);
    }
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
                    (table(explorer, rows, cities, name, view))
                }
            }
        }
    };
    html! {
        (part("comparable", text.comparable, text.comparable_hint, alike))
        (part("unlike", text.unlike, text.unlike_hint, unlike))
        @if !alone.is_empty() {
            section aria-labelledby="alone" {
                h2 id="alone" { (text.alone) " " span.unit { (alone.len()) } }
                p.hint { (text.alone_hint) }
                @for (place, &city) in cities.iter().enumerate() { (only(explorer, alone, place, city)) }
            }
        }
    }
}

/// Above this many indicators a city's list waits folded.
const LONG: usize = 24;

/// What one city alone states, as a list: a table of many cities would be empty but for it.
fn only(explorer: Explorer, rows: &[ComparisonRow], place: usize, city: usize) -> Markup {
    let said = |row: &&ComparisonRow| {
        row.cells[place].iter().any(|ids| !ids.is_empty()) || !row.others[place].is_empty()
    };
    let rows: Vec<&ComparisonRow> = rows.iter().filter(said).collect();
    let name = city_name(explorer, city);
    html! {
        @if !rows.is_empty() {
            details.only open[rows.len() <= LONG] {
                summary {
                    b class={ "city-" (city) } { (marker(city)) (explorer.language().pick(format!("只有{name}提出"), format!("Only {name}"))) }
                    " " span.unit { (rows.len()) }
                }
                ul.only__list { @for row in rows { (only_row(explorer, row, place)) } }
            }
        }
    }
}

fn only_row(explorer: Explorer, row: &ComparisonRow, place: usize) -> Markup {
    let statements: Vec<StatementId> = row.cells[place]
        .iter()
        .chain([&row.others[place]])
        .flatten()
        .copied()
        .collect();
    html! {
        li { div.only__name { (indicator_head(explorer, row.indicator)) } (dated(explorer, &statements, Beside::Area)) }
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
    view: &CompareView,
) -> Markup {
    let text = explorer.text();
    let columns = Columns::of(rows, cities);
    let region = |row: &ComparisonRow| !references(explorer.bundle, row.indicator).is_empty();
    let has_region = rows.iter().any(region);
    html! {
        div.wide tabindex="0" role="region" aria-label=(name) {
            table."table table--stack matrix" {
                thead {
                    tr {
                        th scope="col" rowspan="2" { (text.indicator) }
                        th.matrix__difference scope="col" rowspan="2" { (text.difference) }
                        @if has_region { th scope="col" rowspan="2" { (text.region) } }
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
                tbody { @for row in rows { (matrix_row(explorer, row, cities, &columns, has_region, view)) } }
            }
        }
    }
}

fn matrix_row(
    explorer: Explorer,
    row: &ComparisonRow,
    cities: &[usize],
    columns: &Columns,
    has_region: bool,
    view: &CompareView,
) -> Markup {
    let text = explorer.text();
    let language = explorer.language();
    let indicator = &explorer.bundle.indicators[row.indicator];
    let is_open = view.open.as_ref() == Some(&indicator.id);
    html! {
        tr {
            th scope="row" {
                button.matrix__open type="button" id={ "open-" (row.indicator) } data-open=(indicator.id)
                    aria-expanded=(is_open) title=(if is_open { text.hide_words } else { text.show_words }) {
                    span.matrix__arrow aria-hidden="true" { "›" } (indicator_name(indicator, language))
                }
                span.unit { (unit_name(&indicator.unit, language)) }
            }
            td.matrix__difference { (difference(explorer, row)) }
            @if has_region { td.matrix__region data-label=(text.region) { (region(explorer, row.indicator)) } }
            @for (place, years) in &columns.0 {
                @for (order, &year) in years.iter().enumerate() {
                    @let statements = &row.cells[*place][year];
                    td.matrix__city[order == 0].empty-cell[statements.is_empty()]
                        data-label={ (city_name(explorer, cities[*place])) " " (COLUMNS[year]) } {
                        @if view.distance { (distances(explorer, statements)) }
                        @else { (values(explorer, statements, Beside::Area)) }
                    }
                }
            }
        }
        @if is_open { (words(explorer, row, columns.width() + 2 + usize::from(has_region))) }
    }
}

/// The region's own targets, never a city's: `2025 ≥3%`, with their words at the pointer.
fn region(explorer: Explorer, indicator: usize) -> Markup {
    html! {
        @for at in references(explorer.bundle, indicator) {
            @let reference = &explorer.bundle.references[at];
            @let source = &explorer.bundle.sources[usize::from(reference.source)];
            span.reference title=(format!("{}：“{}”", source.publisher, reference.quote)) {
                span.dated__year { (reference.year) }
                (quantity_text(&Reading::Stated(reference.quantity.clone()), explorer.language()))
            }
        }
    }
}

/// How far targets are from their city's own base, each distance once; facts stand as they are.
fn distances(explorer: Explorer, statements: &[StatementId]) -> Markup {
    let (mut far, mut facts) = (Vec::new(), Vec::new());
    for &id in statements {
        let unit = explorer.bundle.statement(id).reading.unit();
        match distance(explorer.bundle, id) {
            Some(found) => far.push(words::distance(found.step, unit, explorer.language())),
            None => facts.push(id),
        }
    }
    far.dedup();
    html! {
        @for words in far { span.value { (words) } " " }
        (values(explorer, &facts, Beside::Area))
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
            @for (unlike, words) in [
                (years, text.unlike_years),
                (areas, text.unlike_areas),
                (kinds, text.unlike_kinds),
            ] {
                @if unlike { span.unit.matrix__unlike { (words) } }
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
