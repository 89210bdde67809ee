//! Points of a chart as sentences, for those who hear it.

use super::{city_name, plan_name};
use crate::chart::{Origin, PlacedMark};
use crate::page::Explorer;
use crate::plan::{Area, StatementId};
use crate::words::{Language, area_name, region_name, role_name, spoken_quantity, year_text};

/// `温州，2025年，目标，至少1万亿元，十四五规划纲要`
pub fn spoken(explorer: Explorer, mark: &PlacedMark) -> String {
    let text = explorer.text();
    let language = explorer.language();
    let bundle = explorer.bundle;
    let mut parts = match &mark.origin {
        Origin::Stated(statements) => stated(explorer, statements),
        Origin::Derived(statements) => {
            let mut parts = stated(explorer, statements);
            parts.push(text.derived.to_string());
            parts
        }
        Origin::Actual(index) => {
            let actual = &bundle.actuals[*index];
            let source = &bundle.sources[usize::from(actual.source)];
            let city = city_name(explorer, usize::from(actual.city));
            vec![
                place(city, &actual.area, language),
                year(actual.year.to_string(), language),
                text.actual.to_string(),
                spoken_quantity(&actual.quantity, language),
                source.publisher.clone(),
            ]
        }
        Origin::Reference(index) => {
            let reference = &bundle.references[*index];
            let source = &bundle.sources[usize::from(reference.source)];
            vec![
                region_name(&reference.area, language),
                year(reference.year.to_string(), language),
                text.reference.to_string(),
                spoken_quantity(&reference.quantity, language),
                source.title.clone(),
            ]
        }
    };
    if mark.is_contradicted {
        parts.push(text.contradicted.to_string());
    }
    parts.join(language.pick("，", ", "))
}

fn place(city: &str, area: &Area, language: Language) -> String {
    match area {
        Area::Whole => city.to_string(),
        Area::Part(part) => format!("{city} {}", area_name(part, language)),
    }
}

fn year(mut digits: String, language: Language) -> String {
    digits.push_str(language.pick("年", ""));
    digits
}

fn stated(explorer: Explorer, statements: &[StatementId]) -> Vec<String> {
    let language = explorer.language();
    let bundle = explorer.bundle;
    let Some(&first) = statements.first() else {
        return Vec::new();
    };
    let statement = bundle.statement(first);
    let quantity = statement.reading.quantity();
    let mut parts = vec![
        place(
            city_name(explorer, bundle.city_of(first)),
            &statement.area,
            language,
        ),
        year(year_text(statement.period.year, language), language),
        role_name(statement.role, language).to_string(),
        quantity.map_or(String::new(), |stated| spoken_quantity(stated, language)),
    ];
    for &id in statements {
        let plan = plan_name(bundle.plan_of(id), language);
        if !parts.iter().any(|part| part == plan) {
            parts.push(plan.to_string());
        }
    }
    parts
}
