//! Statements, indicators, plans, gaps and outcomes as rows. Columns that `lantu extract` prints too have the
//! same names here.

use super::Links;
use super::table::{Cell, Column, Holds, Table};
use crate::plan::{Actual, Bundle, Gap, Plan, StatementId, Status};

use Holds::{Flag, Integer, Number, OneOf, Text};

const ROLES: &[&str] = &["observed", "target"];
const KINDS: &[&str] = &[
    "level",
    "growth",
    "cumulative",
    "change",
    "multiple",
    "per-year",
    "rank",
];
const BOUNDS: &[&str] = &["eq", "ge", "le", "about"];
const YEARS: &[&str] = &["stated", "lost", "unstated"];
const GAPS: &[&str] = &["year", "number", "name"];
const DIRECTIONS: &[&str] = &["higher", "lower", "neither"];
const BASES: &[&str] = &["signed", "web"];
const STATUSES: &[&str] = &["preliminary", "final", "revised"];
const GRADES: &[&str] = &["A", "B"];

/// Keep in step with `statement`.
#[rustfmt::skip]
const STATEMENT: &[Column] = &[
    Column::new("plan", "规划标识", "Id of the plan", Text).required(),
    Column::new("start", "起", "Where the number starts in the plan's text, in Unicode scalar values", Integer).required(),
    Column::new("end", "止", "Where the number ends", Integer).required(),
    Column::new("quote", "原文", "The clause that carries the number, in the plan's words", Text).required(),
    Column::new("indicator", "原文所称指标", "The indicator as the plan names it", Text).required(),
    Column::new("indicator_id", "指标标识", "Id of the indicator", Text).required(),
    Column::new("role", "性质", "observed: a fact when the plan was written; target: a promise", OneOf(ROLES)).required(),
    Column::new("kind", "类型", "What the number measures", OneOf(KINDS)).required(),
    Column::new("bound", "界限", "eq: exactly; ge: at least; le: at most; about", OneOf(BOUNDS)).required(),
    Column::new("value", "数值", "In the base unit; empty where the source lost the digits", Number),
    Column::new("unit", "单位", "The base unit, as plans write it", Text),
    Column::new("year", "年份", "The year the value holds for or is due", Integer),
    Column::new("period_start", "时期起", "First year of a stated span", Integer),
    Column::new("period_end", "时期止", "Last year of a stated span", Integer),
    Column::new("area", "范围", "A part of the city, in the plan's words; empty for the whole", Text),
    Column::new("value_high", "数值上限", "Upper end of a range", Number),
    Column::new("year_status", "年份状况", "Whether the text states the year, lost its digits, or gives none", OneOf(YEARS)).required(),
    Column::new("base_year", "基年", "The year a change, multiple or growth counts from", Integer),
    Column::new("city", "城市标识", "Id of the city", Text).required(),
    Column::new("plan_title", "规划名称", "Title of the plan", Text).required(),
    Column::new("paragraph", "段落", "Number of the paragraph in the plan, from 1", Integer),
    Column::new("link", "链接", "Permanent link to the words", Text).required(),
];

#[rustfmt::skip]
const INDICATOR: &[Column] = &[
    Column::new("id", "指标标识", "Id of the indicator; of a provisional one the plan's own words", Text).required(),
    Column::new("zh", "名称", "Name in Chinese", Text).required(),
    Column::new("en", "英文名称", "Name in English; empty for a provisional indicator", Text),
    Column::new("unit", "单位", "The base unit, as plans write it", Text),
    Column::new("theme", "主题", "What the indicator is about", Text).required(),
    Column::new("direction", "方向", "Which way is better", OneOf(DIRECTIONS)).required(),
    Column::new("provisional", "暂用原文用语", "Named by a plan in words that the vocabulary does not hold", Flag).required(),
];

#[rustfmt::skip]
const PLAN: &[Column] = &[
    Column::new("id", "规划标识", "Id of the plan", Text).required(),
    Column::new("city", "城市标识", "Id of the city it is for", Text).required(),
    Column::new("city_zh", "城市", "The city in Chinese", Text).required(),
    Column::new("city_en", "城市英文", "The city in English", Text).required(),
    Column::new("title", "名称", "Title, as the document has it", Text).required(),
    Column::new("title_en", "英文名称", "Title in English", Text),
    Column::new("issuer", "发布机关", "Bodies that issued it; empty where the text does not say", Text),
    Column::new("document_number", "文号", "Empty where the text does not say", Text),
    Column::new("issued_year", "发布年", "Empty where the text gives none, or lost its digits", Integer),
    Column::new("issued_month", "发布月", "Month of issue", Integer),
    Column::new("issued_day", "发布日", "Day of issue", Integer),
    Column::new("issued_basis", "日期依据", "signed by the issuer, or the day a web page carried it", OneOf(BASES)),
    Column::new("year_from", "规划期起", "First year it covers", Integer),
    Column::new("year_to", "规划期止", "Last year it covers", Integer),
    Column::new("horizons", "目标年", "Years it sets targets or an outlook for, separated by spaces", Text),
    Column::new("area", "范围", "The area it is for, in its words", Text).required(),
    Column::new("characters", "字数", "Length of the copy in Unicode scalar values", Integer).required(),
    Column::new("statements", "陈述数", "Statements found in it", Integer).required(),
    Column::new("gaps", "缺失数", "Gaps found in it", Integer).required(),
    Column::new("source", "来源", "Name of the file in the collection the text came from", Text),
    Column::new("note", "说明", "What a reader must know of this copy, in Chinese", Text),
    Column::new("note_en", "英文说明", "The same in English", Text),
    Column::new("link", "链接", "Permanent link to the text", Text).required(),
];

#[rustfmt::skip]
const GAP: &[Column] = &[
    Column::new("plan", "规划标识", "Id of the plan", Text).required(),
    Column::new("start", "起", "Where the gap starts in the plan's text, in Unicode scalar values", Integer).required(),
    Column::new("end", "止", "Where it ends", Integer).required(),
    Column::new("quote", "原文", "The sentence around the gap", Text).required(),
    Column::new("left", "残存文字", "What is left where digits or a name were lost", Text).required(),
    Column::new("kind", "缺失之物", "What was lost", OneOf(GAPS)).required(),
    Column::new("city", "城市标识", "Id of the city", Text).required(),
    Column::new("plan_title", "规划名称", "Title of the plan", Text).required(),
    Column::new("paragraph", "段落", "Number of the paragraph in the plan, from 1", Integer),
    Column::new("link", "链接", "Permanent link to the words", Text).required(),
];

#[rustfmt::skip]
const ACTUAL: &[Column] = &[
    Column::new("city", "城市标识", "Id of the city", Text).required(),
    Column::new("area", "范围", "A part of the city, or an area around it; empty for the whole city", Text),
    Column::new("indicator", "指标", "The indicator in Chinese", Text).required(),
    Column::new("year", "年份", "The year it is of", Integer).required(),
    Column::new("value", "数值", "In the base unit", Number).required(),
    Column::new("unit", "单位", "The base unit", Text),
    Column::new("bound", "界限", "eq: exactly; ge: at least; about", OneOf(BOUNDS)).required(),
    Column::new("status", "状况", "How settled the number is; empty where the source does not say", OneOf(STATUSES)),
    Column::new("grade", "等级", "A: seen on the publisher's or a newspaper's own page; B: through a reprint or a public copy", OneOf(GRADES)).required(),
    Column::new("source_title", "来源", "Title of the publication", Text).required(),
    Column::new("publisher", "发布者", "Who published it, and whom it quotes", Text).required(),
    Column::new("published", "发布日期", "YYYY-MM-DD, YYYY-MM or YYYY; empty where it is not known", Text),
    Column::new("url", "网址", "Empty where there is none", Text),
    Column::new("note", "说明", "What a reader must know of the number", Text),
    Column::new("quote", "原文", "The source's own words", Text).required(),
    Column::new("indicator_id", "指标标识", "Id of the indicator", Text).required(),
    Column::new("printed_unit", "原文单位", "The unit as the source prints it", Text),
];

pub(super) fn actuals(bundle: &Bundle) -> Table {
    actuals_of(bundle, &bundle.actuals.iter().collect::<Vec<_>>())
}

pub(super) fn actuals_of(bundle: &Bundle, actuals: &[&Actual]) -> Table {
    let rows = actuals.iter().map(|one| actual(bundle, one));
    Table {
        columns: ACTUAL.to_vec(),
        rows: rows.collect(),
    }
}

fn actual(bundle: &Bundle, one: &Actual) -> Vec<Cell> {
    let indicator = &bundle.indicators[usize::from(one.indicator)];
    let source = &bundle.sources[usize::from(one.source)];
    vec![
        Cell::text(&bundle.cities[usize::from(one.city)].id),
        Cell::text(one.area.as_str()),
        Cell::text(&indicator.zh),
        Cell::Integer(one.year.into()),
        Cell::Number(one.quantity.value),
        Cell::text(&one.quantity.unit),
        Cell::text(one.quantity.bound.as_str()),
        Cell::text(one.status.map_or("", Status::as_str)),
        Cell::text(one.grade.as_str()),
        Cell::text(&source.title),
        Cell::text(&source.publisher),
        Cell::text(&source.published),
        Cell::text(&source.url),
        Cell::text(&one.note),
        Cell::text(&one.quote),
        Cell::text(&indicator.id),
        Cell::text(&one.printed_unit),
    ]
}

pub(super) fn statements(bundle: &Bundle, ids: &[StatementId], links: &Links) -> Table {
    Table {
        columns: STATEMENT.to_vec(),
        rows: ids.iter().map(|&id| statement(bundle, id, links)).collect(),
    }
}

fn statement(bundle: &Bundle, id: StatementId, links: &Links) -> Vec<Cell> {
    let plan = bundle.plan_of(id);
    let said = bundle.statement(id);
    let quantity = said.reading.quantity();
    let period = said.period;
    vec![
        Cell::text(&plan.entry.id),
        Cell::Integer(said.evidence.start),
        Cell::Integer(said.evidence.end),
        Cell::text(bundle.quote(id)),
        Cell::text(&said.name),
        Cell::text(&bundle.indicators[usize::from(said.indicator)].id),
        Cell::text(said.role.as_str()),
        Cell::text(said.kind.as_str()),
        Cell::text(said.reading.bound().as_str()),
        Cell::number(quantity.map(|quantity| quantity.value)),
        Cell::text(said.reading.unit()),
        Cell::integer(period.year.stated()),
        Cell::integer(period.span.map(|span| span.0)),
        Cell::integer(period.span.map(|span| span.1)),
        Cell::text(said.area.as_str()),
        Cell::number(quantity.and_then(|quantity| quantity.high)),
        Cell::text(period.year.as_str()),
        Cell::integer(period.base),
        Cell::text(&plan.entry.city),
        Cell::text(&plan.entry.title),
        paragraph(plan, said.evidence.start),
        Cell::Text(links.plan(&plan.entry.id, Some(said.evidence.start))),
    ]
}

/// The paragraph's number, from 1.
fn paragraph(plan: &Plan, at: u32) -> Cell {
    let index = plan.outline.paragraph_at(at);
    Cell::integer(index.map(|index| index as u32 + 1))
}

pub(super) fn indicators(bundle: &Bundle) -> Table {
    let rows = bundle.indicators.iter().map(|indicator| {
        vec![
            Cell::text(&indicator.id),
            Cell::text(&indicator.zh),
            Cell::text(&indicator.en),
            Cell::text(&indicator.unit),
            Cell::text(indicator.theme.as_str()),
            Cell::text(indicator.direction.as_str()),
            Cell::Flag(indicator.provisional),
        ]
    });
    Table {
        columns: INDICATOR.to_vec(),
        rows: rows.collect(),
    }
}

pub(super) fn plans(bundle: &Bundle, links: &Links) -> Table {
    let rows = bundle.plans.iter().map(|read| plan(bundle, read, links));
    Table {
        columns: PLAN.to_vec(),
        rows: rows.collect(),
    }
}

fn plan(bundle: &Bundle, plan: &Plan, links: &Links) -> Vec<Cell> {
    let entry = &plan.entry;
    let city = &bundle.cities[bundle.city_of_plan(plan)];
    let issued = entry.issued;
    let horizons: Vec<String> = entry.horizons.iter().map(u16::to_string).collect();
    vec![
        Cell::text(&entry.id),
        Cell::text(&entry.city),
        Cell::text(&city.zh),
        Cell::text(&city.en),
        Cell::text(&entry.title),
        Cell::text(&entry.title_en),
        Cell::text(&entry.issuer),
        Cell::text(&entry.document_number),
        Cell::integer(issued.and_then(|issued| issued.year)),
        Cell::integer(issued.and_then(|issued| issued.month)),
        Cell::integer(issued.and_then(|issued| issued.day)),
        Cell::text(issued.map_or("", |issued| issued.basis.as_str())),
        Cell::integer(entry.years.map(|years| years.0)),
        Cell::integer(entry.years.map(|years| years.1)),
        Cell::text(&horizons.join(" ")),
        Cell::text(&entry.area),
        Cell::Integer(plan.text.len() as u32),
        Cell::Integer(plan.statements.len() as u32),
        Cell::Integer(plan.gaps.len() as u32),
        Cell::text(&entry.source),
        Cell::text(&entry.note),
        Cell::text(&entry.note_en),
        Cell::Text(links.plan(&entry.id, None)),
    ]
}

pub(super) fn gaps<'a>(plans: impl IntoIterator<Item = &'a Plan>, links: &Links) -> Table {
    let rows = plans
        .into_iter()
        .flat_map(|plan| plan.gaps.iter().map(|gap| gap_row(plan, gap, links)));
    Table {
        columns: GAP.to_vec(),
        rows: rows.collect(),
    }
}

fn gap_row(plan: &Plan, gap: &Gap, links: &Links) -> Vec<Cell> {
    vec![
        Cell::text(&plan.entry.id),
        Cell::Integer(gap.span.start),
        Cell::Integer(gap.span.end),
        Cell::text(sentence(plan, gap)),
        Cell::text(plan.text.slice(gap.span)),
        Cell::text(gap.kind.as_str()),
        Cell::text(&plan.entry.city),
        Cell::text(&plan.entry.title),
        paragraph(plan, gap.span.start),
        Cell::Text(links.plan(&plan.entry.id, Some(gap.span.start))),
    ]
}

/// The sentence a gap stands in; what is left of the gap itself where it is in no paragraph.
fn sentence<'a>(plan: &'a Plan, gap: &Gap) -> &'a str {
    let left = plan.text.slice(gap.span);
    let Some(index) = plan.outline.paragraph_at(gap.span.start) else {
        return left;
    };
    let span = plan.outline.paragraphs[index].span;
    let words = plan.text.slice(span);
    let byte = |scalar: u32| {
        let scalar = scalar.saturating_sub(span.start) as usize;
        let at = words.char_indices().nth(scalar);
        at.map_or(words.len(), |(byte, _)| byte)
    };
    let (from, to) = (byte(gap.span.start), byte(gap.span.end));
    let is_end = ['。', ';', '\u{ff1b}', '\n'];
    let start = words[..from].rfind(is_end).map_or(0, |end| {
        end + words[end..].chars().next().map_or(0, char::len_utf8)
    });
    let end = words[to..].find(is_end).map_or(words.len(), |end| to + end);
    words[start..end].trim()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Bound, Direction, GapKind, Grade, Kind, Role};

    #[test]
    fn closed_sets_are_those_of_the_model() {
        assert_eq!(ROLES, Role::ALL.map(Role::as_str));
        assert_eq!(KINDS, Kind::ALL.map(Kind::as_str));
        assert_eq!(STATUSES, Status::ALL.map(Status::as_str));
        assert_eq!(GRADES, Grade::ALL.map(Grade::as_str));
        assert_eq!(GAPS, GapKind::ALL.map(GapKind::as_str));
        let bounds = [Bound::Exactly, Bound::AtLeast, Bound::AtMost, Bound::About];
        assert_eq!(BOUNDS, bounds.map(Bound::as_str));
        let directions = [Direction::Higher, Direction::Lower, Direction::Neither];
        assert_eq!(DIRECTIONS, directions.map(Direction::as_str));
    }

    #[test]
    fn every_row_has_a_cell_for_each_column() {
        let bundle = crate::bundle();
        let links = Links::new("");
        let ids: Vec<StatementId> = bundle.statement_ids().collect();
        for table in [
            statements(&bundle, &ids, &links),
            indicators(&bundle),
            plans(&bundle, &links),
            gaps(&bundle.plans, &links),
            actuals(&bundle),
        ] {
            assert!(!table.rows.is_empty());
            for row in &table.rows {
                assert_eq!(row.len(), table.columns.len());
                for (column, cell) in table.columns.iter().zip(row) {
                    let is_given = *cell != Cell::Empty;
                    assert!(is_given || !column.required, "{} of {row:?}", column.name);
                }
            }
        }
    }
}
