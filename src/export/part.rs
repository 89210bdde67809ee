//! What one chart or table of a page holds: its title, its rows, and where their words stand.

use serde::Serialize;

use super::table::{Cell, Column, Field, Holds, Object, Table};
use super::{ExportError, Links, Part, Request, cite, records};
use crate::address::{Address, Page};
use crate::insight::{
    Comparison, ComparisonRow, Outcome, Point, Scorecard, Timeline, Verdict, compare, outcome,
    pace, promises, scorecard, timeline,
};
use crate::plan::{Actual, Bundle, Role, StatementId, Status};
use crate::words::{Language, indicator_name, pace_sentence, plan_name, reason, text};

/// One chart or table, ready to be written in any form.
pub struct Content {
    /// Name of its files without the ending: `lantu-urbanisation-rate`.
    pub stem: String,
    /// In the address's language.
    pub title: String,
    pub table: Table,
    /// Plans and offsets of all words it rests on, in the order of the rows.
    pub places: Vec<(usize, u32)>,
}

impl Content {
    /// # Errors
    /// No such page, or nothing in this part of it.
    pub fn of(
        bundle: &Bundle,
        address: &Address,
        request: &Request,
        links: &Links,
    ) -> Result<Self, ExportError> {
        let of_page = Self::of_page(bundle, address, request, links)?;
        if of_page.table.rows.is_empty() {
            return Err(ExportError::Part);
        }
        Ok(of_page)
    }

    fn of_page(
        bundle: &Bundle,
        address: &Address,
        request: &Request,
        links: &Links,
    ) -> Result<Self, ExportError> {
        let part = request.part;
        let language = address.language;
        let words = text(language);
        let said = |stem: &str, title: &str, ids: &[StatementId]| {
            Ok(Self::of_statements(bundle, stem, title, ids, links))
        };
        match (&address.page, part) {
            (Page::Indicator { id, view }, Part::Chart | Part::Table | Part::Aside) => {
                let index = bundle.indicator_index(id).ok_or(ExportError::Page)?;
                let title = indicator_name(&bundle.indicators[index], language);
                let hidden = match part {
                    Part::Chart => view.hidden(bundle),
                    _ => Vec::new(),
                };
                let timeline = timeline(bundle, index);
                let shown = timeline.series.iter().filter(|s| !hidden.contains(&s.city));
                let points = shown.flat_map(|series| &series.points);
                if part == Part::Aside {
                    return said(&format!("{id}-aside"), title, &timeline.aside);
                }
                let ids: Vec<_> = points.flat_map(|point| point.statements.clone()).collect();
                said(id, title, &ids)
            }
            (Page::Indicator { id, .. }, Part::Outcomes) => {
                let index = bundle.indicator_index(id).ok_or(ExportError::Page)?;
                let of_indicator = |one: &&Actual| usize::from(one.indicator) == index;
                let actuals: Vec<&Actual> = bundle.actuals.iter().filter(of_indicator).collect();
                let name = indicator_name(&bundle.indicators[index], language);
                Ok(Self {
                    stem: stem_of(&format!("{id}-outcomes")),
                    title: format!("{name} · {}", words.outcomes),
                    table: records::actuals_of(bundle, &actuals),
                    places: Vec::new(),
                })
            }
            (Page::Indicator { id, .. }, Part::Targets) => {
                let index = bundle.indicator_index(id).ok_or(ExportError::Page)?;
                let name = indicator_name(&bundle.indicators[index], language);
                let title = format!("{name} · {}", words.judged);
                let stem = format!("{id}-targets");
                let timeline = timeline(bundle, index);
                Ok(Self::of_targets(
                    bundle, &stem, &title, &timeline, request, links,
                ))
            }
            (Page::Scorecard(view), Part::Table) => {
                let due = scorecard(bundle, request.year(), &view.filter(bundle));
                Ok(Self::of_scorecard(bundle, words.scorecard, &due, links))
            }
            (Page::Indicators(filter), Part::Table) => {
                let rows = filter.select(bundle);
                let ids: Vec<_> = rows.into_iter().flat_map(|(_, ids)| ids).collect();
                said("indicators", words.indicators, &ids)
            }
            (Page::City { id }, Part::Table) => {
                let city = bundle.city_index(id).ok_or(ExportError::Page)?;
                let name = language.pick(&bundle.cities[city].zh, &bundle.cities[city].en);
                let title = language.pick(format!("{name}的目标"), format!("{name}: targets"));
                let rows = promises(bundle, city).into_iter();
                let ids: Vec<_> = rows
                    .flat_map(|row| row.baseline.into_iter().chain(row.targets))
                    .collect();
                said(id, &title, &ids)
            }
            (Page::Plan { id, .. }, Part::Table | Part::Gaps) => {
                let index = bundle.plan_index(id).ok_or(ExportError::Page)?;
                Ok(Self::of_plan(bundle, index, part, language, links))
            }
            (Page::Overview, Part::Table) => {
                let cities: Vec<usize> = (0..bundle.cities.len()).collect();
                let rows = compare(bundle, &cities);
                let is_alike =
                    |row: &ComparisonRow| matches!(row.comparison, Comparison::Alike { .. });
                let alike = rows.into_iter().filter(is_alike).collect();
                let title = words.side_by_side;
                Ok(Self::of_comparison(
                    bundle,
                    "side-by-side",
                    title,
                    alike,
                    links,
                ))
            }
            (Page::Compare(view), Part::Table) => {
                let rows = compare(bundle, &view.chosen(bundle));
                Ok(Self::of_comparison(
                    bundle,
                    "compare",
                    words.compare,
                    rows,
                    links,
                ))
            }
            (Page::Compare(view), Part::Slope | Part::Distance) => {
                let opened = view.open.as_ref().and_then(|id| bundle.indicator_index(id));
                let index = opened.ok_or(ExportError::Part)?;
                let mut rows = compare(bundle, &view.chosen(bundle));
                rows.retain(|row| row.indicator == index);
                let form = match part {
                    Part::Slope => words.slope,
                    _ => words.distance,
                };
                let indicator = &bundle.indicators[index];
                let title = format!("{} · {form}", indicator_name(indicator, language));
                let stem = format!("{}-{}", indicator.id, part.as_str());
                Ok(Self::of_comparison(bundle, &stem, &title, rows, links))
            }
            (Page::Unknown(_), _) => Err(ExportError::Page),
            _ => Err(ExportError::Part),
        }
    }

    fn of_statements(
        bundle: &Bundle,
        stem: &str,
        title: &str,
        ids: &[StatementId],
        links: &Links,
    ) -> Self {
        let place = |id: &StatementId| {
            let start = bundle.statement(*id).evidence.start;
            (usize::from(id.plan), start)
        };
        Self {
            stem: stem_of(stem),
            title: title.into(),
            table: records::statements(bundle, ids, links),
            places: ids.iter().map(place).collect(),
        }
    }

    fn of_plan(
        bundle: &Bundle,
        index: usize,
        part: Part,
        language: Language,
        links: &Links,
    ) -> Self {
        let plan = &bundle.plans[index];
        let name = plan_name(plan, language);
        if part == Part::Gaps {
            let title = language.pick(format!("{name}的数字缺失"), format!("{name}: gaps"));
            let places = plan.gaps.iter().map(|gap| (index, gap.span.start));
            return Self {
                stem: stem_of(&format!("{}-gaps", plan.entry.id)),
                title,
                table: records::gaps([plan], links),
                places: places.collect(),
            };
        }
        let title = language.pick(format!("{name}的陈述"), format!("{name}: statements"));
        let ids = bundle.statement_ids();
        let ids: Vec<_> = ids.filter(|id| usize::from(id.plan) == index).collect();
        Self::of_statements(bundle, &plan.entry.id, &title, &ids, links)
    }

    /// Every statement of the rows, with a column that says how its indicator compares.
    fn of_comparison(
        bundle: &Bundle,
        stem: &str,
        title: &str,
        rows: Vec<ComparisonRow>,
        links: &Links,
    ) -> Self {
        let mut ids = Vec::new();
        let mut words = Vec::new();
        for row in rows {
            let word = match row.comparison {
                Comparison::Alike { .. } => COMPARISONS[0],
                Comparison::Unlike { .. } => COMPARISONS[1],
                Comparison::Alone => COMPARISONS[2],
            };
            ids.extend(row.cells.into_iter().flatten().flatten());
            ids.extend(row.others.into_iter().flatten());
            words.resize(ids.len(), word);
        }
        let mut content = Self::of_statements(bundle, stem, title, &ids, links);
        content.table.columns.push(COMPARISON);
        for (row, word) in content.table.rows.iter_mut().zip(words) {
            row.push(Cell::text(word));
        }
        content
    }

    /// The promises due, each with what became of it.
    fn of_scorecard(bundle: &Bundle, title: &str, due: &Scorecard, links: &Links) -> Self {
        let ids: Vec<_> = due
            .entries
            .iter()
            .map(|entry| entry.statements[0])
            .collect();
        let mut content = Self::of_statements(bundle, "scorecard", title, &ids, links);
        content.table.columns.extend(OUTCOME);
        for (row, entry) in content.table.rows.iter_mut().zip(&due.entries) {
            row.extend(outcome_cells(bundle, &entry.outcome));
        }
        content
    }

    /// An indicator's targets, each with the pace it asks for and what became of it.
    fn of_targets(
        bundle: &Bundle,
        stem: &str,
        title: &str,
        timeline: &Timeline,
        request: &Request,
        links: &Links,
    ) -> Self {
        let is_target = |point: &&Point| point.role == Role::Target && !point.is_derived;
        let targets = timeline.points().filter(is_target);
        let ids: Vec<_> = targets.map(|point| point.statements[0]).collect();
        let mut content = Self::of_statements(bundle, stem, title, &ids, links);
        content.table.columns.push(PACE);
        content.table.columns.extend(OUTCOME);
        for (row, id) in content.table.rows.iter_mut().zip(ids) {
            let unit = bundle.statement(id).reading.unit();
            let asked = pace(bundle, id).map(|pace| pace_sentence(&pace, unit, Language::English));
            row.push(Cell::text(&asked.unwrap_or_default()));
            let found = outcome(bundle, id, request.year());
            row.extend(outcome_cells(bundle, &found));
        }
        content
    }

    /// A Frictionless data resource with its rows inside.
    pub fn json(&self, bundle: &Bundle, address: &Address, request: &Request) -> String {
        let resource = Resource {
            name: &self.stem,
            title: &self.title,
            path: cite::view_link(address, &request.site),
            accessed: &request.date,
            sources: cite::plan_titles(bundle, &self.places),
            schema: Schema {
                fields: self.table.fields(),
            },
            data: self.table.objects(),
        };
        serde_json::to_string_pretty(&resource).expect("rows are plain data") + "\n"
    }
}

const COMPARISONS: &[&str] = &["alike", "unlike", "alone"];
const COMPARISON: Column = Column::new(
    "comparison",
    "可比",
    "Whether two cities state the indicator alike, unlike, or one states it alone",
    Holds::OneOf(COMPARISONS),
)
.required();

const PACE: Column = Column::new(
    "pace",
    "需要的速度",
    "The pace the target asks for",
    Holds::Text,
);
const VERDICTS: &[&str] = &["met", "missed", "on-course", "behind", "not-known"];
/// Appended to the statements of the scorecard.
#[rustfmt::skip]
const OUTCOME: [Column; 6] = [
    Column::new("verdict", "判断", "What became of the promise", Holds::OneOf(VERDICTS)).required(),
    Column::new("reason", "原因", "Why it is not known", Holds::Text),
    Column::new("outcome_value", "结果", "The figure it was judged by, in the base unit", Holds::Number),
    Column::new("outcome_status", "结果状况", "How settled the figure is", Holds::Text),
    Column::new("outcome_publisher", "结果发布者", "Who published the figure", Holds::Text),
    Column::new("outcome_url", "结果网址", "Where; empty where there is none", Holds::Text),
];

fn outcome_cells(bundle: &Bundle, outcome: &Outcome) -> [Cell; 6] {
    let judged = outcome.judged.first().map(|&at| &bundle.actuals[at]);
    let source = judged.map(|one| &bundle.sources[usize::from(one.source)]);
    let why = match outcome.verdict {
        Verdict::NotKnown(why) => reason(why, Language::English),
        _ => "",
    };
    let status = judged.and_then(|one| one.status);
    [
        Cell::text(outcome.verdict.as_str()),
        Cell::text(why),
        Cell::number(judged.map(|one| one.quantity.value)),
        Cell::text(status.map_or("", Status::as_str)),
        Cell::text(source.map_or("", |source| &source.publisher)),
        Cell::text(source.map_or("", |source| &source.url)),
    ]
}

/// A file's name from an id, which may be any words of a plan.
fn stem_of(id: &str) -> String {
    let plain = |c: char| if c.is_alphanumeric() { c } else { '-' };
    let words: String = id.chars().map(plain).collect();
    format!("lantu-{}", words.trim_matches('-'))
}

#[derive(Serialize)]
struct Resource<'a> {
    name: &'a str,
    title: &'a str,
    /// The page it comes from.
    #[serde(rename = "homepage")]
    path: String,
    accessed: &'a str,
    sources: Vec<cite::Title>,
    schema: Schema,
    data: Vec<Object<'a>>,
}

#[derive(Serialize)]
struct Schema {
    fields: Vec<Field>,
}
