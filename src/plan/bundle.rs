//! The bundle: every plan with what was read from it, as the build packs it into the page.

use serde::{Deserialize, Serialize};

use super::ranked;
use super::{
    Actual, Area, City, Gap, Indicator, Outline, PlanEntry, Reference, Source, Span, Statement,
    Text,
};

/// First byte of the packed form. Raise it with any change of these types.
const VERSION: u8 = 5;

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
    /// Places in `statements`, each with another indicator that its name may mean as well.
    pub also: Vec<(u16, u16)>,
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
        for indicator in &mut bare.indicators {
            if indicator.provisional {
                // Named in the plan's own words, which are its id too.
                indicator.zh.clear();
            }
        }
        for plan in &mut bare.plans {
            plan.text = Text::default();
            plan.pass(Way::Pack);
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
                for indicator in &mut bundle.indicators {
                    if indicator.provisional {
                        indicator.zh.clone_from(&indicator.id);
                    }
                }
                for (plan, text) in bundle.plans.iter_mut().zip(texts) {
                    plan.text = Text::new(text);
                    plan.pass(Way::Unpack);
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

impl Bundle {
    /// The same without the words of outside publications, which a first visit does not show: their
    /// figures and publishers stay.
    pub fn without_details(&self) -> Self {
        let mut bare = self.clone();
        for actual in &mut bare.actuals {
            actual.quote.clear();
            actual.note.clear();
            actual.printed_unit.clear();
        }
        for source in &mut bare.sources {
            source.title.clear();
            source.published.clear();
            source.url.clear();
        }
        bare
    }

    /// What [`Bundle::without_details`] leaves out, packed.
    pub fn details(&self) -> Vec<u8> {
        let details = (&self.actuals, &self.sources);
        postcard::to_allocvec(&details).expect("plain data always encodes")
    }

    /// Puts back what [`Bundle::details`] packed.
    ///
    /// # Errors
    /// Bytes that are no details.
    pub fn add_details(&mut self, details: &[u8]) -> Result<(), BundleError> {
        let details = postcard::from_bytes(details).map_err(|_| BundleError::Content)?;
        (self.actuals, self.sources) = details;
        Ok(())
    }
}

impl Plan {
    /// Writes places as distances, or distances as places again.
    fn pass(&mut self, way: Way) {
        let outline = &mut self.outline;
        let titles = outline.headings.iter_mut().map(|one| &mut one.title);
        way.spans(titles);
        let first = outline.headings.iter_mut().map(|one| &mut one.paragraph);
        way.numbers(first);
        let paragraphs = outline.paragraphs.iter_mut();
        way.spans(paragraphs.map(|one| &mut one.span));
        let paragraphs = outline.paragraphs.iter_mut();
        way.numbers(paragraphs.filter_map(|one| one.heading.as_mut()));
        way.spans(outline.web_text.iter_mut());
        let statements = self.statements.iter_mut();
        way.spans(statements.flat_map(|one| [&mut one.clause, &mut one.evidence]));
        way.spans(self.gaps.iter_mut().map(|gap| &mut gap.span));
    }
}

/// Places in a text rise from one to the next by a little: written as distances they pack into one
/// byte or two, and alike.
#[derive(Clone, Copy)]
enum Way {
    Pack,
    Unpack,
}

impl Way {
    /// Each span as the distance from the end of the one before, and its length.
    fn spans<'a>(self, spans: impl Iterator<Item = &'a mut Span>) {
        let mut before = 0;
        for span in spans {
            match self {
                Self::Pack => {
                    let Span { start, end } = *span;
                    span.start = distance(before, start);
                    span.end = end.wrapping_sub(start);
                    before = end;
                }
                Self::Unpack => {
                    span.start = at_distance(before, span.start);
                    span.end = span.start.wrapping_add(span.end);
                    before = span.end;
                }
            }
        }
    }

    /// Each number as the distance from the one before.
    fn numbers<'a>(self, numbers: impl Iterator<Item = &'a mut u32>) {
        let mut before = 0;
        for number in numbers {
            match self {
                Self::Pack => {
                    let place = *number;
                    *number = distance(before, place);
                    before = place;
                }
                Self::Unpack => {
                    *number = at_distance(before, *number);
                    before = *number;
                }
            }
        }
    }
}

/// A distance forth is even, one back odd, so that both are small.
fn distance(from: u32, to: u32) -> u32 {
    let signed = to.wrapping_sub(from) as i32;
    ((signed << 1) ^ (signed >> 31)) as u32
}

/// Undoes [`distance`].
fn at_distance(from: u32, distance: u32) -> u32 {
    from.wrapping_add((distance >> 1) ^ (distance & 1).wrapping_neg())
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

    /// Other indicators that a statement's name may mean as well as its own.
    pub fn also(&self, id: StatementId) -> impl Iterator<Item = &Indicator> {
        let also = self.plan_of(id).also.iter();
        also.filter(move |(place, _)| *place == id.index)
            .map(|&(_, indicator)| &self.indicators[usize::from(indicator)])
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
