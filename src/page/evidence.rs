//! The words behind a number.

use maud::{Markup, html};

use super::{Explorer, city_name, derivation, marker, plan_name};
use crate::address::Page;
use crate::chart::Origin;
use crate::insight::derive;
use crate::plan::{Area, Plan, Reading, Span, StatementId};
use crate::words::{
    ambition_name, area_name, indicator_name, origin_name, quantity_text, region_name,
    relative_text, role_name, status, year_text,
};

/// The headings above a place in a plan: `第一章 开启现代化建设新征程 › 第四节 奋斗目标`.
pub fn section_path(plan: &'static Plan, at: u32) -> String {
    let Some(paragraph) = plan.outline.paragraph_at(at) else {
        return String::new();
    };
    let titles = plan.outline.path(paragraph).into_iter();
    let titles = titles.map(|heading| {
        plan.text
            .slice(heading.title)
            .trim_end_matches(['。', ':', ':'])
            .trim()
    });
    titles.collect::<Vec<_>>().join(" › ")
}

/// One statement: what it says, the plan's words with the number marked, and where they stand.
pub fn quote(explorer: Explorer, id: StatementId) -> Markup {
    let language = explorer.language();
    let statement = explorer.bundle.statement(id);
    let indicator = &explorer.bundle.indicators[usize::from(statement.indicator)];
    let plan = explorer.bundle.plan_of(id);
    let city = explorer.bundle.city_of(id);
    let page = Page::Plan {
        id: plan.entry.id.clone(),
        at: Some(statement.evidence.start),
    };
    let section = section_path(plan, statement.evidence.start);
    html! {
        figure.quote {
            figcaption.quote__head {
                (marker(city))
                b class={ "city-" (city) } {
                    (city_name(explorer, city))
                    @if let Area::Part(part) = &statement.area { " · " (area_name(part, language)) }
                }
                " " (year_text(statement.period.year, language))
                @if let Some(origin) = origin_name(statement.period, language) {
                    " " span.unit { "(" (origin) ")" }
                }
                " " (role_name(statement.role, language))
                @if let Some(ambition) = ambition_name(statement.ambition, language) { " " (ambition) }
                " " b { (quantity_text(&statement.reading, language)) }
                @match derive(explorer.bundle, id) {
                    Some(Ok(derived)) => (derivation(explorer, id, derived)),
                    Some(Err(reason)) => span.derived { (relative_text(reason, language)) },
                    None => {}
                }
            }
            blockquote lang="zh-CN" { (marked(plan, statement.clause, statement.evidence)) }
            p.quote__source {
                (plan_name(plan, language))
                @if indicator.provisional { " · " (explorer.text().provisional) }
                @for other in explorer.bundle.also(id) {
                    " · " (explorer.text().also) (indicator_name(other, language))
                }
                @if !section.is_empty() { " · " span lang="zh-CN" { (section) } }
                " · " a href=(explorer.href(page)) { (explorer.text().read_in_plan) }
            }
        }
    }
}

/// What a point of a chart comes from: the plans' words, or a publication's.
pub fn words_of(explorer: Explorer, origin: &Origin) -> Markup {
    let language = explorer.language();
    let text = explorer.text();
    let bundle = explorer.bundle;
    match origin {
        Origin::Stated(statements) | Origin::Derived(statements) => {
            html! { @for &id in statements { (quote(explorer, id)) } }
        }
        Origin::Actual(index) => {
            let actual = &bundle.actuals[*index];
            let city = usize::from(actual.city);
            let head = html! {
                (marker(city))
                b class={ "city-" (city) } {
                    (city_name(explorer, city))
                    @if let Area::Part(part) = &actual.area { " · " (area_name(part, language)) }
                }
                " " (actual.year) " " (text.actual)
                " " b { (quantity_text(&Reading::Stated(actual.quantity.clone()), language)) }
                @if let Some(known) = actual.status { span.tag { (status(known, language)) } }
            };
            published(explorer, head, &actual.quote, actual.source)
        }
        Origin::Reference(index) => {
            let reference = &bundle.references[*index];
            let head = html! {
                b { (region_name(&reference.area, language)) }
                " " (reference.year) " " (text.reference)
                " " b { (quantity_text(&Reading::Stated(reference.quantity.clone()), language)) }
            };
            published(explorer, head, &reference.quote, reference.source)
        }
    }
}

/// Words of a publication that is no plan.
fn published(explorer: Explorer, head: Markup, words: &str, source: u16) -> Markup {
    let source = &explorer.bundle.sources[usize::from(source)];
    html! {
        figure.quote {
            figcaption.quote__head { (head) }
            // A first visit has the figures and publishers only; the rest stands below the chart.
            @if !words.is_empty() { blockquote lang="zh-CN" { (words) } }
            p.quote__source lang="zh-CN" {
                @if source.title.is_empty() {}
                @else if source.url.is_empty() { (source.title) }
                @else { a href=(source.url) { (source.title) } }
                @if !source.title.is_empty() { " · " }
                (source.publisher)
                @if !source.published.is_empty() { " · " (source.published) }
            }
        }
    }
}

/// Characters shown of the sentence before and after a clause.
const BEFORE: usize = 48;
const AFTER: usize = 24;

/// A clause in its sentence, with its number marked.
fn marked(plan: &Plan, clause: Span, evidence: Span) -> Markup {
    let slice = |start: u32, end: u32| {
        if start < end {
            plan.text.slice(Span { start, end })
        } else {
            ""
        }
    };
    let paragraph = plan.outline.paragraph_at(evidence.start);
    let paragraph = paragraph.map_or(clause, |index| plan.outline.paragraphs[index].span);
    let before = slice(paragraph.start, clause.start);
    let before = before.rsplit(['。', ';', '\n']).next().unwrap_or_default();
    let cut = before.chars().count().saturating_sub(BEFORE);
    let after = slice(clause.end, paragraph.end);
    let after = after.split_inclusive('。').next().unwrap_or_default();
    html! {
        @if cut > 0 { "……" }
        (before.chars().skip(cut).collect::<String>())
        (slice(clause.start, evidence.start))
        mark { (plan.text.slice(evidence)) }
        (slice(evidence.end, clause.end))
        (after.chars().take(AFTER).collect::<String>())
        @if after.chars().nth(AFTER).is_some() { "……" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::sample::read;
    use crate::words::Language;

    /// The line below the quotation of the first statement of a plan that says `words`.
    fn source(words: &str, language: Language) -> String {
        let explorer = Explorer {
            bundle: Box::leak(Box::new(read(&[words]))),
            language,
            year: 2026,
        };
        let first = StatementId { plan: 0, index: 0 };
        let quote = quote(explorer, first).into_string();
        let line = quote.split("quote__source\">").nth(1);
        let line = line.expect("a line below the words");
        line.split("<a ").next().unwrap_or_default().to_owned()
    }

    #[test]
    fn another_reading_of_a_name_is_shown() {
        let doubled = "到2035年,人均生产总值翻一番。";
        let chinese = source(doubled, Language::Chinese);
        assert_eq!(chinese, "温州 · 亦可读作：人均地区生产总值(美元) · ");
        let english = source(doubled, Language::English);
        assert_eq!(english, " · may also mean: GDP per head (US dollars) · ");
    }

    #[test]
    fn a_unit_that_tells_leaves_one_reading() {
        let words = "到2025年,人均生产总值达到2万美元。";
        assert_eq!(source(words, Language::Chinese), "温州 · ");
        let provisional = "到2025年,陶艺工坊达到30家。";
        let line = source(provisional, Language::Chinese);
        assert_eq!(line, "温州 · 暂用原文用语 · ");
    }
}
