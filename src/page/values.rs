//! Names, marks and stated values as the tables show them.

use maud::{Markup, html};

use super::{Explorer, derivation};
use crate::address::Page;
use crate::chart::city_shape;
use crate::insight::derive;
use crate::plan::{Area, DateBasis, Issued, Kind, StatementId};
use crate::words::{Language, area_name, kind_name, quantity, quantity_text, year_text};

pub fn city_name(explorer: Explorer, city: usize) -> &'static str {
    let city = &explorer.bundle.cities[city];
    explorer.language().pick(&city.zh, &city.en)
}

/// A city's mark: its colour and shape, as on the charts. Decoration beside the city's name.
pub fn marker(city: usize) -> Markup {
    let corners = city_shape(city).corners(4.6);
    let tenths = |value: f64| (value * 10.0).round() / 10.0;
    let points: Vec<String> = corners
        .iter()
        .map(|(x, y)| format!("{},{}", tenths(x + 6.0), tenths(y + 6.0)))
        .collect();
    html! {
        svg class={ "marker city-" (city) } viewBox="0 0 12 12" aria-hidden="true" {
            @if points.is_empty() { circle cx="6" cy="6" r="4.6" {} }
            @else { polygon points=(points.join(" ")) {} }
        }
    }
}

/// A city's mark and name.
pub fn city_label(explorer: Explorer, city: usize) -> Markup {
    html! { (marker(city)) (city_name(explorer, city)) }
}

/// What a cell's values say besides their digits and kind.
#[derive(Clone, Copy)]
pub enum Beside {
    /// Headings say the city and the area; what a relative value comes to is added.
    Nothing,
    /// The area, where it is a part of the city.
    Area,
    /// The city's mark too.
    CityAndArea,
}

/// The values of a cell: each links to its words in the plan, with its kind where it is no level.
/// The same value said twice is shown once.
pub fn values(explorer: Explorer, statements: &[StatementId], beside: Beside) -> Markup {
    let same = |a: StatementId, b: StatementId| {
        let (one, other) = (explorer.bundle.statement(a), explorer.bundle.statement(b));
        explorer.bundle.city_of(a) == explorer.bundle.city_of(b)
            && (one.kind, &one.area, &one.reading) == (other.kind, &other.area, &other.reading)
    };
    html! {
        @for (at, &id) in statements.iter().enumerate() {
            @if !statements[..at].iter().any(|&before| same(before, id)) { (value(explorer, id, beside)) }
        }
    }
}

/// Values behind their years, each year once.
pub fn dated(explorer: Explorer, statements: &[StatementId], beside: Beside) -> Markup {
    let year = |id: &StatementId| explorer.bundle.statement(*id).period.year;
    html! {
        @for group in statements.chunk_by(|a, b| year(a) == year(b)) {
            span.dated {
                span.dated__year { (year_text(year(&group[0]), explorer.language())) }
                (values(explorer, group, beside))
            }
            " "
        }
    }
}

fn value(explorer: Explorer, id: StatementId, beside: Beside) -> Markup {
    let language = explorer.language();
    let statement = explorer.bundle.statement(id);
    let city = explorer.bundle.city_of(id);
    let plan = explorer.bundle.plan_of(id);
    let page = Page::Plan {
        id: plan.entry.id.clone(),
        at: Some(statement.evidence.start),
    };
    html! {
        a class={ "value city-" (city) } href=(explorer.href(page)) title=(explorer.bundle.quote(id)) {
            @if matches!(beside, Beside::CityAndArea) {
                (marker(city)) span.visually-hidden { (city_name(explorer, city)) " " }
            }
            span.value__digits { (quantity_text(&statement.reading, language)) }
            @if statement.kind != Kind::Level { span.tag { (kind_name(statement.kind, language)) } }
            @if let Some(base) = statement.period.base {
                span.tag { (language.pick(format!("比{base}年"), format!("on {base}"))) }
            }
            @if !matches!(beside, Beside::Nothing) {
                (area_tag(explorer, &statement.area))
            }
        }
        @if matches!(beside, Beside::Nothing) {
            @if let Some(Ok(derived)) = derive(explorer.bundle, id) { (derivation(explorer, id, derived)) }
        }
        " "
    }
}

/// Where the cities' values lie on a line from zero, and how far apart they are: for values that are
/// alike.
pub fn strip(explorer: Explorer, statements: &[Option<StatementId>]) -> Markup {
    let bundle = explorer.bundle;
    let stated = || {
        statements
            .iter()
            .flatten()
            .filter_map(|&id| Some((bundle.city_of(id), bundle.statement(id).reading.quantity()?)))
    };
    let high = stated().map(|(_, stated)| stated.value).fold(0.0, f64::max);
    let low = stated()
        .map(|(_, stated)| stated.value)
        .fold(high, f64::min);
    // Two percentages differ by percentage points.
    let unit = stated()
        .next()
        .map_or("", |(_, stated)| stated.unit.as_str());
    let unit = if unit == "%" { "百分点" } else { unit };
    html! {
        span.strip aria-hidden="true" {
            @for (city, stated) in stated() {
                @let share = if high > 0.0 { stated.value / high * 100.0 } else { 0.0 };
                span.strip__mark style=(format!("left:{}%", share.round())) { (marker(city)) }
            }
        }
        span.unit { (quantity(high - low, unit, explorer.language())) }
    }
}

/// The part of a city that a value is for; nothing for the whole.
pub fn area_tag(explorer: Explorer, area: &Area) -> Markup {
    let Area::Part(part) = area else {
        return Markup::default();
    };
    let name = area_name(part, explorer.language());
    html! { span.tag lang=[(name == part).then_some("zh-CN")] { (name) } }
}

/// A plan's date as far as its text states it.
pub fn issued_text(explorer: Explorer, issued: Option<Issued>) -> String {
    let text = explorer.text();
    let Some(issued) = issued else {
        return text.not_stated.to_string();
    };
    let day = match (issued.month, issued.day) {
        (Some(month), Some(day)) => format!("-{month:02}-{day:02}"),
        (Some(month), None) => format!("-{month:02}"),
        (None, _) => String::new(),
    };
    let date = match issued.year {
        Some(year) => format!("{year}{day}"),
        None => format!("〔{}〕{day}", text.year_lost),
    };
    match issued.basis {
        DateBasis::Signed => date,
        DateBasis::Web => match explorer.language() {
            Language::Chinese => format!("{date}（{}）", text.web_date),
            Language::English => format!("{date} ({})", text.web_date),
        },
    }
}
