//! The list of indicators: filter, sort, and what each year holds.

use leptos::prelude::*;

use crate::app::address::{ChartView, Filter, Page, Sort};
use crate::app::components::{Values, city_name, indicator_name, unit_note};
use crate::app::shell::Explorer;
use crate::insight::{COLUMNS, column_of};
use crate::plan::{Kind, Role, StatementId, Theme};
use crate::words::{Language, kind_name, role_name, theme_name};

#[component]
pub fn Indicators() -> impl IntoView {
    let explorer = Explorer::expect();
    let text = explorer.text();
    let filter = Memo::new(move |_| {
        explorer.location.with(|address| match &address.page {
            Page::Indicators(filter) => filter.clone(),
            _ => Filter::default(),
        })
    });
    let rows = Memo::new(move |_| filter.with(|filter| select(explorer, filter)));
    let count = move || {
        let (indicators, statements) = rows.with(|rows| {
            (
                rows.len(),
                rows.iter().map(|row| row.statements.len()).sum::<usize>(),
            )
        });
        match explorer.language() {
            Language::Chinese => format!("{indicators}个指标,{statements}条陈述"),
            Language::English => format!("{indicators} indicators, {statements} statements"),
        }
    };
    let table = move || {
        rows.with(|rows| {
            if rows.is_empty() {
                view! { <p class="empty">{text.nothing_found}</p> }.into_any()
            } else {
                let by_theme = filter.with_untracked(|filter| filter.sort == Sort::Theme);
                table(explorer, rows, by_theme).into_any()
            }
        })
    };
    view! {
        <div class="page">
            <h1>{text.indicators}</h1>
            <Filters filter />
            <p class="hint" role="status">{count}</p>
            {table}
        </div>
    }
}

/// An indicator with those of its statements that pass the filter.
#[derive(Clone, PartialEq)]
struct Row {
    indicator: usize,
    statements: Vec<StatementId>,
}

fn select(explorer: Explorer, filter: &Filter) -> Vec<Row> {
    let bundle = explorer.bundle;
    let mut rows: Vec<Row> = Vec::new();
    let mut places: Vec<Option<usize>> = vec![None; bundle.indicators.len()];
    let query = filter.query.trim().to_lowercase();
    for id in bundle.statement_ids() {
        if !passes(explorer, filter, &query, id) {
            continue;
        }
        let indicator = bundle.statement(id).indicator as usize;
        let place = *places[indicator].get_or_insert_with(|| {
            rows.push(Row {
                indicator,
                statements: Vec::new(),
            });
            rows.len() - 1
        });
        rows[place].statements.push(id);
    }
    let language = explorer.language();
    match filter.sort {
        Sort::Theme => rows.sort_by_key(|row| row.indicator),
        Sort::Name => {
            rows.sort_by_key(|row| indicator_name(&bundle.indicators[row.indicator], language))
        }
        Sort::Statements => rows.sort_by_key(|row| std::cmp::Reverse(row.statements.len())),
    }
    rows
}

fn passes(explorer: Explorer, filter: &Filter, query: &str, id: StatementId) -> bool {
    let bundle = explorer.bundle;
    let statement = bundle.statement(id);
    let indicator = &bundle.indicators[statement.indicator as usize];
    let city = &bundle.cities[bundle.city_of(id)];
    let mentions = || {
        [
            indicator.zh.as_str(),
            &indicator.en,
            &statement.name,
            bundle.quote(id),
            &city.zh,
            &city.en,
        ]
        .iter()
        .any(|words| words.to_lowercase().contains(query))
    };
    filter.theme.is_none_or(|theme| theme == indicator.theme)
        && filter.city.as_ref().is_none_or(|wanted| *wanted == city.id)
        && filter
            .year
            .is_none_or(|year| statement.period.year.stated() == Some(year))
        && filter.role.is_none_or(|role| role == statement.role)
        && filter.kind.is_none_or(|kind| kind == statement.kind)
        && (query.is_empty() || mentions())
}

#[component]
fn Filters(filter: Memo<Filter>) -> impl IntoView {
    let explorer = Explorer::expect();
    let language = explorer.language();
    let text = explorer.text();
    let change = move |change: &dyn Fn(&mut Filter)| {
        let mut filter = filter.get_untracked();
        change(&mut filter);
        explorer.replace(Page::Indicators(filter));
    };
    let pick = move |name,
                     options: Vec<(String, String)>,
                     now: Signal<String>,
                     set: fn(&mut Filter, &str)| {
        let options = options
            .into_iter()
            .map(|(value, label)| {
                let selected = {
                    let value = value.clone();
                    move || now.get() == value
                };
                view! { <option value=value selected=selected>{label}</option> }
            })
            .collect_view();
        view! {
            <label class="filters__pick">
                <span>{name}</span>
                <select on:change=move |event| {
                    let value = event_target_value(&event);
                    change(&|filter| set(filter, &value));
                }>
                    <option value="" selected=move || now.get().is_empty()>{text.any}</option>
                    {options}
                </select>
            </label>
        }
        .into_any()
    };
    let themes =
        Theme::ALL.map(|theme| (theme.as_str().into(), theme_name(theme, language).into()));
    let cities = explorer.bundle.cities.iter().enumerate();
    let cities =
        cities.map(|(index, city)| (city.id.clone(), city_name(explorer, index).to_string()));
    let years = stated_years(explorer)
        .into_iter()
        .map(|year| (year.to_string(), year.to_string()));
    let roles = Role::ALL.map(|role| (role.as_str().into(), role_name(role, language).into()));
    let kinds = Kind::ALL.map(|kind| (kind.as_str().into(), kind_name(kind, language).into()));
    let now = move |read: fn(&Filter) -> String| Signal::derive(move || filter.with(read));
    view! {
        <form class="filters" role="search" on:submit=move |event| event.prevent_default()>
            <label class="filters__query">
                <span class="visually-hidden">{text.search}</span>
                <input type="search" placeholder=text.search_hint
                    prop:value=move || filter.with(|filter| filter.query.clone())
                    on:input=move |event| {
                        let query = event_target_value(&event);
                        change(&|filter| filter.query.clone_from(&query));
                    } />
            </label>
            {pick(text.theme, themes.to_vec(), now(|f| f.theme.map_or("", Theme::as_str).into()),
                |filter, value| filter.theme = Theme::parse(value))}
            {pick(text.city, cities.collect(), now(|f| f.city.clone().unwrap_or_default()),
                |filter, value| filter.city = (!value.is_empty()).then(|| value.into()))}
            {pick(text.year, years.collect(), now(|f| f.year.map(|y| y.to_string()).unwrap_or_default()),
                |filter, value| filter.year = value.parse().ok())}
            {pick(text.role, roles.to_vec(), now(|f| f.role.map_or("", Role::as_str).into()),
                |filter, value| filter.role = Role::parse(value))}
            {pick(text.kind, kinds.to_vec(), now(|f| f.kind.map_or("", Kind::as_str).into()),
                |filter, value| filter.kind = Kind::parse(value))}
            <SortPick filter />
            <button type="button" class="plain" disabled=move || filter.with(|f| *f == Filter::default())
                on:click=move |_| explorer.replace(Page::Indicators(Filter::default()))>{text.clear}</button>
        </form>
    }
}

#[component]
fn SortPick(filter: Memo<Filter>) -> impl IntoView {
    let explorer = Explorer::expect();
    let text = explorer.text();
    let name = move |sort| match sort {
        Sort::Theme => text.sort_theme,
        Sort::Name => text.sort_name,
        Sort::Statements => text.sort_statements,
    };
    let options = Sort::ALL
        .map(|sort| {
            let selected = move || filter.with(|filter| filter.sort == sort);
            view! { <option value=sort.as_str() selected=selected>{name(sort)}</option> }
        })
        .collect_view();
    let on_change = move |event| {
        let sort = Sort::parse(&event_target_value(&event)).unwrap_or_default();
        let filter = Filter {
            sort,
            ..filter.get_untracked()
        };
        explorer.replace(Page::Indicators(filter));
    };
    view! {
        <label class="filters__pick"><span>{text.sort}</span><select on:change=on_change>{options}</select></label>
    }
}

fn stated_years(explorer: Explorer) -> Vec<u16> {
    let bundle = explorer.bundle;
    let mut years: Vec<u16> = bundle
        .statement_ids()
        .filter_map(|id| bundle.statement(id).period.year.stated())
        .collect();
    years.sort_unstable();
    years.dedup();
    years
}

fn table(explorer: Explorer, rows: &[Row], by_theme: bool) -> impl IntoView + use<> {
    let text = explorer.text();
    let language = explorer.language();
    let mut theme = None;
    let body = rows
        .iter()
        .map(|row| {
            let now = explorer.bundle.indicators[row.indicator].theme;
            let head = (by_theme && theme != Some(now)).then(|| {
                view! { <tr class="table__group"><th colspan="6" scope="colgroup">{theme_name(now, language)}</th></tr> }
            });
            theme = Some(now);
            view! { {head}{table_row(explorer, row)} }.into_any()
        })
        .collect_view();
    view! {
        <table class="table table--stack">
            <thead>
                <tr>
                    <th scope="col">{text.indicator}</th>
                    {COLUMNS.map(|year| view! { <th scope="col">{year}</th> }).collect_view()}
                    <th scope="col">{text.other}</th>
                </tr>
            </thead>
            <tbody>{body}</tbody>
        </table>
    }
}

fn table_row(explorer: Explorer, row: &Row) -> AnyView {
    let language = explorer.language();
    let indicator = &explorer.bundle.indicators[row.indicator];
    let page = Page::Indicator {
        id: indicator.id.clone(),
        view: ChartView::default(),
    };
    let mut columns: [Vec<StatementId>; COLUMNS.len()] = Default::default();
    let mut other = Vec::new();
    for &id in &row.statements {
        match explorer
            .bundle
            .statement(id)
            .period
            .year
            .stated()
            .and_then(column_of)
        {
            Some(column) => columns[column].push(id),
            None => other.push(id),
        }
    }
    let cell = |label: String, statements: Vec<StatementId>| {
        let empty = statements.is_empty();
        view! {
            <td data-label=label class:empty-cell=empty><Values statements with_city=true /></td>
        }
        .into_any()
    };
    let years: Vec<AnyView> = COLUMNS
        .iter()
        .zip(columns)
        .map(|(year, statements)| cell(year.to_string(), statements))
        .collect();
    view! {
        <tr>
            <th scope="row">
                <a href=explorer.href(page)>{indicator_name(indicator, language)}</a>
                <span class="unit">{unit_note(indicator, language)}</span>
            </th>
            {years}
            {cell(explorer.text().other.to_string(), other)}
        </tr>
    }
    .into_any()
}
