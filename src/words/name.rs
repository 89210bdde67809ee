//! What indicators and plans are called.

use super::{Language, text, unit_name};
use crate::plan::{Direction, Indicator, Plan};

/// An indicator's name; a provisional one has only the plan's own words.
pub fn indicator_name(indicator: &Indicator, language: Language) -> &str {
    match language {
        Language::English if !indicator.en.is_empty() => &indicator.en,
        Language::English | Language::Chinese => &indicator.zh,
    }
}

/// A plan's short name.
pub fn plan_name(plan: &Plan, language: Language) -> &str {
    language.pick(&plan.entry.short, &plan.entry.short_en)
}

/// Parts of a city that every plan speaks of; the zones of one city have names of their own.
const AREAS: &[(&str, &str)] = &[
    ("市区", "city proper"),
    ("都市区", "metropolitan area"),
    ("都市圈", "metropolitan area"),
    ("中心城区", "central city"),
    ("主城区", "main urban area"),
    ("各县(市)", "each county"),
];

/// A part of a city, as its plan calls it where no English word is at hand.
pub fn area_name(part: &str, language: Language) -> &str {
    let known = || AREAS.iter().find(|(chinese, _)| *chinese == part);
    match language {
        Language::Chinese => part,
        Language::English => known().map_or(part, |(_, english)| english),
    }
}

/// Unit and direction: `微克/立方米 · 越低越好`.
pub fn unit_note(indicator: &Indicator, language: Language) -> String {
    let words = text(language);
    let direction = match indicator.direction {
        Direction::Higher => words.higher_better,
        Direction::Lower => words.lower_better,
        Direction::Neither => "",
    };
    let unit = unit_name(&indicator.unit, language);
    let separator = if unit.is_empty() || direction.is_empty() {
        ""
    } else {
        " · "
    };
    format!("{unit}{separator}{direction}")
}
