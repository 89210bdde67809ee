//! Below an indicator's chart: the pace its targets ask for and what became of them, what several plans
//! of a city say, the chart's data, and what is published but cannot stand on it.

use maud::{Markup, html};

use super::outcome::{findings, publisher, verdict_badge};
use super::points::{points, shows, whole_chart};
use super::{Beside, Explorer, area_tag, city_label, heads, plan_name, values};
use crate::chart::{Origin, Track};
use crate::insight::{Point, Revision, Series, Timeline, outcome, pace, references, revisions};
use crate::plan::{Reading, Role, StatementId};
use crate::words::{pace_sentence, quantity_text, relation, status, year_text};

/// Everything that judges an indicator's targets; sections with nothing to say are left out.
pub fn judgement(explorer: Explorer, timeline: &Timeline) -> Markup {
    let chart = whole_chart(explorer, timeline);
    html! {
        (targets(explorer, timeline, chart.as_ref()))
        (revised(explorer, timeline.indicator))
        @if let Some(chart) = &chart { (points(explorer, chart)) }
        (outcomes(explorer, timeline.indicator, chart.as_ref()))
    }
}

/// Each target with its pace and its outcome.
fn targets(explorer: Explorer, timeline: &Timeline, chart: Option<&Track>) -> Markup {
    let text = explorer.text();
    let is_target = |point: &&Point| point.role == Role::Target && !point.is_derived;
    let has_targets = timeline.points().any(|point| is_target(&point));
    let mut regions = references(explorer.bundle, timeline.indicator);
    regions.retain(|&at| !shows(chart, &Origin::Reference(at)));
    html! {
        @if has_targets || !regions.is_empty() {
            section aria-labelledby="judged" {
                h2 id="judged" { (text.judged) }
                p.hint { (text.judged_hint) }
                table."table table--stack judged" {
                    (heads(&[text.city, text.year, text.target, text.pace, text.outcome]))
                    tbody {
                        @for series in &timeline.series {
                            @for point in series.points.iter().filter(is_target) { (target(explorer, series, point)) }
                        }
                        @for at in regions { (region(explorer, at)) }
                    }
                }
            }
        }
    }
}

fn target(explorer: Explorer, series: &Series, point: &Point) -> Markup {
    let text = explorer.text();
    let id = point.statements[0];
    let found = outcome(explorer.bundle, id, explorer.year);
    html! {
        tr {
            th scope="row" class={ "city-" (series.city) } {
                (city_label(explorer, series.city))
                " " (area_tag(explorer, &series.area))
            }
            td data-label=(text.year) { (point.year) }
            td data-label=(text.target) { (values(explorer, &[id], Beside::Nothing)) }
            td data-label=(text.pace) { (asked(explorer, id)) }
            td data-label=(text.outcome) { (verdict_badge(explorer, found.verdict)) " " (findings(explorer, &found)) }
        }
    }
}

/// The pace in a sentence, and the growth that the plan itself states beside it.
fn asked(explorer: Explorer, id: StatementId) -> Markup {
    let text = explorer.text();
    let unit = explorer.bundle.statement(id).reading.unit();
    html! {
        @match pace(explorer.bundle, id) {
            Some(pace) => {
                (pace_sentence(&pace, unit, explorer.language()))
                @if !pace.stated_growth.is_empty() {
                    span.asked__stated { (text.pace_stated) " " (values(explorer, &pace.stated_growth, Beside::Area)) }
                }
            }
            None => span.unit { (text.no_base) },
        }
    }
}

/// The region's own target: never a city's.
fn region(explorer: Explorer, at: usize) -> Markup {
    let text = explorer.text();
    let reference = &explorer.bundle.references[at];
    let source = &explorer.bundle.sources[usize::from(reference.source)];
    html! {
        tr.judged__region {
            th scope="row" { span lang="zh-CN" { (reference.area) } " " span.tag { (text.region) } }
            td data-label=(text.year) { (reference.year) }
            td data-label=(text.target) { (quantity_text(&Reading::Stated(reference.quantity.clone()), explorer.language())) }
            td colspan="2" data-label=(text.source) lang="zh-CN" {
                "“" (reference.quote) "”" span.asked__stated { "《" (source.title) "》 " (source.publisher) " " (source.published) }
            }
        }
    }
}

/// What the plans of one city say of the same promise.
fn revised(explorer: Explorer, indicator: usize) -> Markup {
    let text = explorer.text();
    let cities = 0..explorer.bundle.cities.len();
    let found: Vec<(usize, Revision)> = cities
        .flat_map(|city| {
            let of_city = revisions(explorer.bundle, city, indicator);
            of_city.into_iter().map(move |one| (city, one))
        })
        .collect();
    html! {
        @if !found.is_empty() {
            section aria-labelledby="revisions" {
                h2 id="revisions" { (text.revisions) }
                p.hint { (text.revisions_hint) }
                ul.revisions { @for (city, one) in &found { (revision(explorer, *city, one)) } }
            }
        }
    }
}

fn revision(explorer: Explorer, city: usize, one: &Revision) -> Markup {
    let text = explorer.text();
    let language = explorer.language();
    let side = |id: StatementId| {
        let year = explorer.bundle.statement(id).period.year;
        html! {
            span.revision__side {
                span.unit { (plan_name(explorer.bundle.plan_of(id), language)) " " (year_text(year, language)) } " "
                (values(explorer, &[id], Beside::Area))
            }
        }
    };
    html! {
        li {
            span class={ "city-" (city) } { (city_label(explorer, city)) }
            (side(one.first)) span.revision__arrow aria-hidden="true" { "→" } (side(one.second))
            b.revision__relation { (relation(one.relation, language)) }
            @if !one.is_ordered { span.unit { "（" (text.order_unknown) "）" } }
        }
    }
}

/// Every published figure of the indicator that does not stand on the chart, with its source's own words.
fn outcomes(explorer: Explorer, indicator: usize, chart: Option<&Track>) -> Markup {
    let text = explorer.text();
    let is_left = |&at: &usize| {
        usize::from(explorer.bundle.actuals[at].indicator) == indicator
            && !shows(chart, &Origin::Actual(at))
    };
    let all = (0..explorer.bundle.actuals.len()).filter(is_left);
    let all: Vec<usize> = all.collect();
    html! {
        @if !all.is_empty() {
            section aria-labelledby="outcomes" {
                h2 id="outcomes" { (text.outcomes) " " span.unit { (all.len()) } }
                p.hint { (text.outcomes_hint) }
                table."table table--stack actuals" {
                    (heads(&[text.city, text.year, text.value, text.source, text.source_words]))
                    tbody { @for at in all { (actual(explorer, at)) } }
                }
            }
        }
    }
}

fn actual(explorer: Explorer, at: usize) -> Markup {
    let text = explorer.text();
    let language = explorer.language();
    let actual = &explorer.bundle.actuals[at];
    let source = &explorer.bundle.sources[usize::from(actual.source)];
    let city = usize::from(actual.city);
    html! {
        tr {
            th scope="row" class={ "city-" (city) } {
                (city_label(explorer, city))
                " " (area_tag(explorer, &actual.area))
            }
            td data-label=(text.year) { (actual.year) }
            td data-label=(text.value) {
                (quantity_text(&Reading::Stated(actual.quantity.clone()), language))
                @if let Some(known) = actual.status { " " span.unit { (status(known, language)) } }
            }
            td data-label=(text.source) {
                (publisher(explorer, at)) " "
                span.unit { span lang="zh-CN" { (source.title) } " " (source.published) }
            }
            td data-label=(text.source_words) lang="zh-CN" {
                "“" (actual.quote) "”"
                @if !actual.note.is_empty() { " " span.unit { (actual.note) } }
            }
        }
    }
}
