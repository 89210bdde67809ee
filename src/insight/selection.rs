//! Which statements a visitor asks for.

use crate::plan::{Bundle, Kind, Role, StatementId, Theme};

/// Which statements the list of indicators shows, and in which order. Empty fields let everything through.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Selection {
    pub query: String,
    pub theme: Option<Theme>,
    /// City id.
    pub city: Option<String>,
    pub year: Option<u16>,
    pub role: Option<Role>,
    pub kind: Option<Kind>,
    pub sort: Sort,
}

/// The order of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// The vocabulary's order: by theme, most important first.
    #[default]
    Theme,
    Name,
    /// Most statements first.
    Statements,
}

impl Sort {
    pub const ALL: [Self; 3] = [Self::Theme, Self::Name, Self::Statements];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::Name => "name",
            Self::Statements => "statements",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.as_str() == word)
    }
}

impl Selection {
    /// The statements that pass, by indicator in the bundle's order; indicators without one are left
    /// out.
    pub fn select(&self, bundle: &Bundle) -> Vec<(usize, Vec<StatementId>)> {
        let query = self.query.trim().to_ascii_lowercase();
        let mut by_indicator: Vec<Vec<StatementId>> = vec![Vec::new(); bundle.indicators.len()];
        for id in bundle.statement_ids() {
            if self.passes(bundle, &query, id) {
                by_indicator[bundle.statement(id).indicator as usize].push(id);
            }
        }
        let rows = by_indicator.into_iter().enumerate();
        rows.filter(|(_, statements)| !statements.is_empty())
            .collect()
    }

    fn passes(&self, bundle: &Bundle, query: &str, id: StatementId) -> bool {
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
            .any(|words| words.to_ascii_lowercase().contains(query))
        };
        self.theme.is_none_or(|theme| theme == indicator.theme)
            && self.city.as_ref().is_none_or(|wanted| *wanted == city.id)
            && self
                .year
                .is_none_or(|year| statement.period.year.stated() == Some(year))
            && self.role.is_none_or(|role| role == statement.role)
            && self.kind.is_none_or(|kind| kind == statement.kind)
            && (query.is_empty() || mentions())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::sample::{Said, bundle};

    fn check(selection: Selection, expected: &[&str]) {
        let bundle = bundle(&[
            Said::level("温州", "城镇化率", "%", 2025, 75.0),
            Said::level("温州", "GDP", "元", 2020, 6.871e11).observed(),
            Said::level("嘉兴", "城镇化率", "%", 2025, 73.0),
        ]);
        let found: Vec<String> = selection
            .select(&bundle)
            .into_iter()
            .map(|(indicator, ids)| format!("{} {}", bundle.indicators[indicator].id, ids.len()))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn an_empty_selection_lets_everything_through() {
        check(Selection::default(), &["城镇化率 2", "GDP 1"]);
    }

    #[test]
    fn all_conditions_must_hold() {
        let selection = Selection {
            query: " gdp ".into(),
            role: Some(Role::Observed),
            ..Selection::default()
        };
        check(selection.clone(), &["GDP 1"]);
        let none = Selection {
            city: Some("jiaxing".into()),
            ..selection
        };
        check(none, &[]);
    }
}
