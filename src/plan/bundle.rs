//! The bundle: every plan with what was read from it, as the build packs it into the page.

use serde::{Deserialize, Serialize};

use super::ranked;
use super::{
    Actual, Area, City, Gap, Indicator, Outline, PlanEntry, Reference, Source, Span, Statement,
    Text,
};

/// First byte of the packed form. Raise it with any change of these types.
const VERSION: u8 = 2;

/// All that the page shows. Plans stand in the catalogue's order.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Bundle {
    pub cities: Vec<City>,
    /// The vocabulary in its own order, then provisional indicators.
    pub indicators: Vec<Indicator>,
    pub plans: Vec<Plan>,
    /// By indicator, city, area and year; one year has several where sources differ.
    pub actuals: Vec<Actual>,
    /// By indicator.
    pub references: Vec<Reference>,
    /// The publications that actuals and references come from.
    pub sources: Vec<Source>,
}

/// One plan: its entry, its words, and what was read from them.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Plan {
    pub entry: PlanEntry,
    pub text: Text,
    pub outline: Outline,
    /// In document order.
    pub statements: Vec<Statement>,
    /// In document order.
    pub gaps: Vec<Gap>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BundleError {
    Version { found: Option<u8> },
    Content,
}

impl std::fmt::Display for BundleError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Version { found: Some(found) } => {
                write!(f, "expected bundle version {VERSION}, found {found}")
            }
            Self::Version { found: None } => f.write_str("the bundle is empty"),
            Self::Content => f.write_str("the bundle's content does not decode"),
        }
    }
}

impl std::error::Error for BundleError {}

impl Bundle {
    /// Packs into bytes: the version, then postcard of the bundle without its texts, and the texts
    /// ranked.
    pub fn to_bytes(&self) -> Vec<u8> {
        let texts: Vec<&str> = self.plans.iter().map(|plan| plan.text.as_str()).collect();
        let mut bare = self.clone();
        for plan in &mut bare.plans {
            plan.text = Text::default();
            plan.each_span(&mut to_relative());
            for statement in &mut plan.statements {
                // The common case: named as the vocabulary names it.
                if statement.name == self.indicators[usize::from(statement.indicator)].zh {
                    statement.name.clear();
                }
            }
        }
        let mut bytes = vec![VERSION];
        let content = (bare, ranked::encode(&texts));
        bytes.extend(postcard::to_allocvec(&content).expect("plain data always encodes"));
        bytes
    }

    /// Reads what [`Bundle::to_bytes`] wrote.
    ///
    /// # Errors
    /// Another version, or bytes that are no bundle.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, BundleError> {
        match bytes.split_first() {
            Some((&VERSION, content)) => {
                let (mut bundle, ranked): (Self, ranked::Ranked) =
                    postcard::from_bytes(content).map_err(|_| BundleError::Content)?;
                let texts = ranked.decode().ok_or(BundleError::Content)?;
                for (plan, text) in bundle.plans.iter_mut().zip(texts) {
                    plan.text = Text::new(text);
                    plan.each_span(&mut to_absolute());
                    for statement in &mut plan.statements {
                        let indicator = bundle.indicators.get(usize::from(statement.indicator));
                        let indicator = indicator.ok_or(BundleError::Content)?;
                        if statement.name.is_empty() {
                            statement.name.clone_from(&indicator.zh);
                        }
                    }
                }
                Ok(bundle)
            }
            other => Err(BundleError::Version {
                found: other.map(|(&found, _)| found),
            }),
        }
    }
}

impl Plan {
    /// Runs `change` on every span, in an order in which most stand behind the one before.
    fn each_span(&mut self, change: &mut impl FnMut(&mut Span)) {
        self.outline
            .headings
            .iter_mut()
            .for_each(|heading| change(&mut heading.title));
        self.outline
            .paragraphs
            .iter_mut()
            .for_each(|paragraph| change(&mut paragraph.span));
        self.outline.web_text.iter_mut().for_each(&mut *change);
        for statement in &mut self.statements {
            change(&mut statement.clause);
            change(&mut statement.evidence);
        }
        self.gaps.iter_mut().for_each(|gap| change(&mut gap.span));
    }
}

/// Writes each span as the distance from the start of the one before, and its length: small numbers,
/// which pack into one byte or two.
fn to_relative() -> impl FnMut(&mut Span) {
    let mut before = 0u32;
    move |span| {
        let start = span.start;
        *span = Span {
            start: start.wrapping_sub(before),
            end: span.end.wrapping_sub(start),
        };
        before = start;
    }
}

/// Undoes [`to_relative`].
fn to_absolute() -> impl FnMut(&mut Span) {
    let mut before = 0u32;
    move |span| {
        let start = span.start.wrapping_add(before);
        *span = Span {
            start,
            end: start.wrapping_add(span.end),
        };
        before = start;
    }
}

/// Names one statement of a bundle. 4 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StatementId {
    pub plan: u16,
    pub index: u16,
}

impl Bundle {
    /// Every statement, plan by plan, in document order.
    pub fn statement_ids(&self) -> impl Iterator<Item = StatementId> + '_ {
        self.plans.iter().enumerate().flat_map(|(plan, read)| {
            (0..read.statements.len()).map(move |index| StatementId {
                plan: plan as u16,
                index: index as u16,
            })
        })
    }

    pub fn statement(&self, id: StatementId) -> &Statement {
        &self.plan_of(id).statements[id.index as usize]
    }

    pub fn plan_of(&self, id: StatementId) -> &Plan {
        &self.plans[id.plan as usize]
    }

    /// Index of the city whose plan makes the statement.
    pub fn city_of(&self, id: StatementId) -> usize {
        self.city_of_plan(self.plan_of(id))
    }

    pub fn city_of_plan(&self, plan: &Plan) -> usize {
        let city = self
            .cities
            .iter()
            .position(|city| city.id == plan.entry.city);
        city.expect("the catalogue was checked: every plan is of a city in it")
    }

    /// The area a statement holds for, empty for the whole city: `都市区` too where a plan for the
    /// 温州都市区 speaks of its whole area.
    pub fn place_of(&self, id: StatementId) -> &str {
        let statement = self.statement(id);
        if statement.area != Area::Whole {
            return statement.area.as_str();
        }
        let area = self.plan_of(id).entry.area.as_str();
        let city = self.cities[self.city_of(id)].zh.as_str();
        match area.strip_prefix(city).unwrap_or(area) {
            "市" => "",
            other => other,
        }
    }

    /// The clause a statement stands in, in the plan's own words.
    pub fn quote(&self, id: StatementId) -> &str {
        self.plan_of(id).text.slice(self.statement(id).clause)
    }

    pub fn indicator_index(&self, id: &str) -> Option<usize> {
        self.indicators
            .iter()
            .position(|indicator| indicator.id == id)
    }

    pub fn city_index(&self, id: &str) -> Option<usize> {
        self.cities.iter().position(|city| city.id == id)
    }

    pub fn plan_index(&self, id: &str) -> Option<usize> {
        self.plans.iter().position(|plan| plan.entry.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::sample::{Said, bundle_with};

    #[test]
    fn a_bundle_comes_back_as_it_went() {
        let said = [
            Said::level("温州", "城镇化率", "%", 2025, 75.0),
            Said::level("温州", "城镇化率", "%", 2035, 80.0),
        ];
        let known = [Said::level("温州", "城镇化率", "%", 2024, 76.0).area("市区")];
        let mut bundle = bundle_with(&said, &known);
        bundle.plans[0].statements[0].evidence = Span::new(700, 703);
        bundle.plans[0].statements[0].clause = Span::new(690, 703);
        bundle.plans[0].statements[1].clause = Span::new(12, 40);
        let back = Bundle::from_bytes(&bundle.to_bytes()).unwrap();
        assert_eq!(format!("{back:?}"), format!("{bundle:?}"));
    }

    #[test]
    fn other_bytes_are_refused() {
        let of = |bytes: &[u8]| Bundle::from_bytes(bytes).unwrap_err();
        assert_eq!(of(&[]), BundleError::Version { found: None });
        assert_eq!(of(&[0, 1]), BundleError::Version { found: Some(0) });
        assert_eq!(of(&[VERSION, 255]), BundleError::Content);
    }
}
