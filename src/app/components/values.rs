//! Names and stated values as the tables show them.

use leptos::prelude::*;

use crate::app::address::Page;
use crate::app::shell::Explorer;
use crate::plan::{Area, Direction, Indicator, Kind, Plan, StatementId};
use crate::words::{Language, kind_name, quantity_text, text, unit_name};

/// An indicator's name; a provisional one has only the plan's own words.
pub fn indicator_name(indicator: &Indicator, language: Language) -> &str {
    match language {
        Language::English if !indicator.en.is_empty() => &indicator.en,
        Language::English | Language::Chinese => &indicator.zh,
    }
}

pub fn city_name(explorer: Explorer, city: usize) -> &'static str {
    let city = &explorer.bundle.cities[city];
    explorer.language().pick(&city.zh, &city.en)
}

pub fn plan_name(plan: &Plan, language: Language) -> &str {
    language.pick(&plan.entry.short, &plan.entry.short_en)
}

/// Unit and direction: `微克/立方米 · 越低越好`.
pub fn unit_note(indicator: &Indicator, language: Language) -> String {
    let words = text(language);
    let direction = match indicator.direction {
        Direction::Higher => words.higher_better,
        Direction::Lower => words.lower_better,
        Direction::Neither => "",
    };
    let parts = [unit_name(&indicator.unit, language), direction];
    parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}

/// The values of a cell: each links to its words in the plan, with its area and kind where these
/// are not the usual ones. The same value said twice is shown once.
#[component]
pub fn Values(
    statements: Vec<StatementId>,
    /// Whether the city's mark stands before each value; not needed under a city's own heading.
    #[prop(optional)]
    with_city: bool,
) -> impl IntoView {
    let explorer = Explorer::expect();
    let mut shown: Vec<(usize, String, &Area, Kind)> = Vec::new();
    let mut values = Vec::new();
    for id in statements {
        let statement = explorer.bundle.statement(id);
        let city = explorer.bundle.city_of(id);
        let words = quantity_text(&statement.reading, explorer.language());
        let same = (city, words, &statement.area, statement.kind);
        if !shown.contains(&same) {
            values.push(value(explorer, id, with_city));
            shown.push(same);
        }
    }
    values
}

fn value(explorer: Explorer, id: StatementId, with_city: bool) -> AnyView {
    let language = explorer.language();
    let statement = explorer.bundle.statement(id);
    let city = explorer.bundle.city_of(id);
    let plan = explorer.bundle.plan_of(id);
    let words = quantity_text(&statement.reading, language);
    let page = Page::Plan {
        id: plan.entry.id.clone(),
        at: Some(statement.evidence.start),
    };
    let area = match &statement.area {
        Area::Whole => None,
        Area::Part(part) => Some(view! { <span class="tag">{part.clone()}</span> }),
    };
    let kind = (statement.kind != Kind::Level)
        .then(|| view! { <span class="tag">{kind_name(statement.kind, language)}</span> });
    let base = statement.period.base.map(|base| {
        let words = language.pick(format!("比{base}年"), format!("on {base}"));
        view! { <span class="tag">{words}</span> }
    });
    let marker = with_city.then(|| {
        view! {
            <crate::app::components::Marker city />
            <span class="visually-hidden">{city_name(explorer, city)}" "</span>
        }
    });
    view! {
        <a class=format!("value city-{city}") href=explorer.href(page) title=explorer.bundle.quote(id)>
            {marker}<span class="value__digits">{words}</span>{kind}{base}{area}
        </a>
    }
    .into_any()
}
