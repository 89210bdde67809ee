//! The list of indicators: filter, sort, and what each year holds.

use leptos::prelude::*;
use maud::{Markup, Render, html};

use crate::app::address::{Filter, Page, Sort};
use crate::app::components::{
    Beside, city_name, heads, indicator_head, indicator_name, take, values,
};
use crate::app::shell::App;
use crate::export::Part;
use crate::insight::{COLUMNS, column_of};
use crate::order;
use crate::page::Explorer;
use crate::plan::{Kind, Role, StatementId, Theme};
use crate::words::{Language, kind_name, role_name, theme_name};

#[component]
pub fn Indicators() -> impl IntoView {
    let explorer = App::expect();
    let text = explorer.text();
    let count = move || count(explorer.now(), &select(explorer.now(), &filter(explorer)));
    let table = move || {
        let filter = filter(explorer);
        match &select(explorer.now(), &filter)[..] {
            [] => html! { p.empty { (text.nothing_found) } },
            rows => table(explorer.now(), rows, filter.sort == Sort::Theme),
        }
        .into_string()
    };
    view! {
        <div class="page">
            <h1>{text.indicators}</h1>
            <Filters />
            <p class="hint" role="status">{count}</p>
            <div inner_html=table></div>
            <div inner_html=take(explorer.now(), Part::Table).into_string()></div>
        </div>
    }
}

/// The filter in the address.
fn filter(explorer: App) -> Filter {
    explorer.location.with(|address| match &address.page {
        Page::Indicators(filter) => filter.clone(),
        _ => Filter::default(),
    })
}

/// An indicator with those of its statements that pass the filter.
#[derive(Clone, PartialEq)]
struct Row {
    indicator: usize,
    statements: Vec<StatementId>,
}

fn count(explorer: Explorer, rows: &[Row]) -> String {
    let indicators = rows.len();
    let statements: usize = rows.iter().map(|row| row.statements.len()).sum();
    match explorer.language() {
        Language::Chinese => format!("{indicators}个指标，{statements}条陈述"),
        Language::English => format!("{indicators} indicators, {statements} statements"),
    }
}

fn select(explorer: Explorer, filter: &Filter) -> Vec<Row> {
    let bundle = explorer.bundle;
    let rows = filter.select(bundle).into_iter();
    let mut rows: Vec<Row> = rows
        .map(|(indicator, statements)| Row {
            indicator,
            statements,
        })
        .collect();
    let language = explorer.language();
    let name = |row: &Row| indicator_name(&bundle.indicators[row.indicator], language);
    match filter.sort {
        Sort::Theme => {}
        Sort::Name => order::sort(&mut rows, |a, b| name(a).cmp(name(b))),
        Sort::Statements => {
            order::sort_by_key(&mut rows, |row| std::cmp::Reverse(row.statements.len()))
        }
    }
    rows
}

#[component]
fn Filters() -> impl IntoView {
    let explorer = App::expect();
    let language = explorer.language();
    let text = explorer.text();
    let on_query = move |event| {
        let query = event_target_value(&event);
        explorer.replace(Page::Indicators(Filter {
            query,
            ..untrack(|| filter(explorer))
        }));
    };
    let option = |value: &str, label: &str| (value.to_string(), label.to_string());
    let themes = Theme::ALL
        .iter()
        .map(|&theme| option(theme.as_str(), theme_name(theme, language)));
    let cities = explorer.bundle.cities.iter().enumerate();
    let cities = cities.map(|(index, city)| option(&city.id, city_name(explorer.now(), index)));
    let years = stated_years(explorer.now())
        .into_iter()
        .map(|year| (year.to_string(), year.to_string()));
    let roles = Role::ALL
        .iter()
        .map(|&role| option(role.as_str(), role_name(role, language)));
    let kinds = Kind::ALL
        .iter()
        .map(|&kind| option(kind.as_str(), kind_name(kind, language)));
    let sorts = vec![
        option(Sort::Name.as_str(), text.sort_name),
        option(Sort::Statements.as_str(), text.sort_statements),
    ];
    let pick = |name, all, options, now, set| pick(explorer, name, all, options, now, set);
    view! {
        <form class="filters" role="search" on:submit=move |event| event.prevent_default()>
            <label class="filters__query">
                <span class="visually-hidden">{text.search}</span>
                <input type="search" placeholder=text.search_hint
                    prop:value=move || filter(explorer).query
                    on:input=on_query />
            </label>
            {pick(text.theme, text.any, themes.collect(), |f| f.theme.map_or("", Theme::as_str).into(),
                |filter, value| filter.theme = Theme::parse(value))}
            {pick(text.city, text.any, cities.collect(), |f| f.city.clone().unwrap_or_default(),
                |filter, value| filter.city = (!value.is_empty()).then(|| value.into()))}
            {pick(text.year, text.any, years.collect(), |f| f.year.map(|y| y.to_string()).unwrap_or_default(),
                |filter, value| filter.year = value.parse().ok())}
            {pick(text.role, text.any, roles.collect(), |f| f.role.map_or("", Role::as_str).into(),
                |filter, value| filter.role = Role::parse(value))}
            {pick(text.kind, text.any, kinds.collect(), |f| f.kind.map_or("", Kind::as_str).into(),
                |filter, value| filter.kind = Kind::parse(value))}
            {pick(text.sort, text.sort_theme, sorts, |f| if f.sort == Sort::Theme { String::new() } else { f.sort.as_str().into() },
                |filter, value| filter.sort = Sort::parse(value).unwrap_or_default())}
            <button type="button" class="plain" disabled=move || filter(explorer) == Filter::default()
                on:click=move |_| explorer.replace(Page::Indicators(Filter::default()))>{text.clear}</button>
        </form>
    }
}

/// One choice among options given as value and label; `all` stands for the empty value.
fn pick(
    explorer: App,
    name: &'static str,
    all: &'static str,
    options: Vec<(String, String)>,
    now: fn(&Filter) -> String,
    set: fn(&mut Filter, &str),
) -> AnyView {
    let options = move || {
        let now = now(&filter(explorer));
        html! {
            option value="" selected[now.is_empty()] { (all) }
            @for (value, label) in &options {
                option value=(value) selected[*value == now] { (label) }
            }
        }
        .into_string()
    };
    let on_change = move |event| {
        let mut filter = untrack(|| filter(explorer));
        set(&mut filter, &event_target_value(&event));
        explorer.replace(Page::Indicators(filter));
    };
    view! {
        <label class="filters__pick">
            <span>{name}</span>
            <select on:change=on_change inner_html=options></select>
        </label>
    }
    .into_any()
}

fn stated_years(explorer: Explorer) -> Vec<u16> {
    let bundle = explorer.bundle;
    let mut years: Vec<u16> = bundle
        .statement_ids()
        .filter_map(|id| bundle.statement(id).period.year.stated())
        .collect();
    order::sort_by_key(&mut years, |year| *year);
    years.dedup();
    years
}

fn table(explorer: Explorer, rows: &[Row], by_theme: bool) -> Markup {
    let text = explorer.text();
    let theme = |row: &Row| explorer.bundle.indicators[row.indicator].theme;
    let [a, b, c, d] = COLUMNS.map(|year| year.to_string());
    html! {
        table."table table--stack" {
            (heads(&[text.indicator, &a, &b, &c, &d, text.other]))
            tbody {
                @for (at, row) in rows.iter().enumerate() {
                    @if by_theme && (at == 0 || theme(row) != theme(&rows[at - 1])) {
                        tr.table__group {
                            th colspan="6" scope="colgroup" { (theme_name(theme(row), explorer.language())) }
                        }
                    }
                    (table_row(explorer, row))
                }
            }
        }
    }
}

fn table_row(explorer: Explorer, row: &Row) -> Markup {
    let year = |id: StatementId| explorer.bundle.statement(id).period.year.stated();
    let of = |column: Option<usize>| -> Vec<StatementId> {
        let ids = row.statements.iter().copied();
        ids.filter(|&id| year(id).and_then(column_of) == column)
            .collect()
    };
    html! {
        tr {
            th scope="row" { (indicator_head(explorer, row.indicator)) }
            @for (column, year) in COLUMNS.iter().enumerate() { (cell(explorer, year, &of(Some(column)))) }
            (cell(explorer, explorer.text().other, &of(None)))
        }
    }
}

fn cell(explorer: Explorer, label: impl Render, statements: &[StatementId]) -> Markup {
    html! {
        td data-label=(label) class=[statements.is_empty().then_some("empty-cell")] {
            (values(explorer, statements, Beside::CityAndArea))
        }
    }
}
