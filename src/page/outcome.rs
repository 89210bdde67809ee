//! What became of a promise: the verdict, the figures it rests on, and who published them.

use maud::{Markup, html};

use super::{Explorer, area_tag, city_label};
use crate::insight::{Outcome, Reason, Score, Tally, Verdict};
use crate::plan::Reading;
use crate::words::{grade, quantity_text, reason, status, verdict};

/// A verdict with its sign: told by shape and word, not by colour alone.
pub fn verdict_badge(explorer: Explorer, found: Verdict) -> Markup {
    let (modifier, path) = match found {
        Verdict::Met => ("met", "M2 6.5 5 9.5 10 3"),
        Verdict::Missed => ("missed", "M3 3 9 9M9 3 3 9"),
        Verdict::OnCourse => ("met", "M2 9 9 3M4.5 3H9V7.5"),
        Verdict::Behind => ("missed", "M2 3 9 9M4.5 9H9V4.5"),
        Verdict::NotKnown(_) => ("unknown", "M2 6H10"),
    };
    html! {
        span class={ "verdict verdict--" (modifier) } {
            svg viewBox="0 0 12 12" aria-hidden="true" { path d=(path) {} }
            (verdict(found, explorer.language()))
        }
    }
}

/// A score's badge: that of its verdict.
pub fn score_badge(explorer: Explorer, score: Score) -> Markup {
    verdict_badge(
        explorer,
        match score {
            Score::Met => Verdict::Met,
            Score::Missed => Verdict::Missed,
            Score::NotKnown => Verdict::NotKnown(Reason::NoActual),
        },
    )
}

/// Each city's promises due as a bar: met, missed, not known, with their counts.
pub fn tallies(explorer: Explorer, by_city: &[Tally]) -> Markup {
    let part = |score: Score, count: usize| {
        html! {
            @if count > 0 {
                span class={ "tally__part tally__part--" (score.as_str()) } style=(format!("flex-grow:{count}")) {
                    (count)
                    span.visually-hidden { " " (crate::words::score(score, explorer.language())) }
                }
            }
        }
    };
    html! {
        ul.tallies {
            @for (city, tally) in by_city.iter().enumerate() {
                @if tally.count() > 0 {
                    li {
                        span class={ "tally__city city-" (city) } { (city_label(explorer, city)) }
                        span.tally {
                            (part(Score::Met, tally.met))
                            (part(Score::Missed, tally.missed))
                            (part(Score::NotKnown, tally.not_known))
                        }
                    }
                }
            }
        }
    }
}

/// The figures that a verdict rests on; where it is not known why, and the latest figure beside it.
pub fn findings(explorer: Explorer, outcome: &Outcome) -> Markup {
    let latest = || {
        let beside = outcome.beside.iter().copied();
        beside.max_by_key(|&at| explorer.bundle.actuals[at].year)
    };
    html! {
        @for &at in &outcome.judged { (finding(explorer, at)) }
        @if let Verdict::NotKnown(why) = outcome.verdict {
            span.finding__reason { (reason(why, explorer.language())) }
            @if outcome.judged.is_empty() {
                @if let Some(at) = latest() { (finding(explorer, at)) }
            }
        }
    }
}

/// One published figure in short: value, year, area where it is a part, status, publisher.
fn finding(explorer: Explorer, at: usize) -> Markup {
    let language = explorer.language();
    let actual = &explorer.bundle.actuals[at];
    html! {
        span.finding {
            span.dated__year { (actual.year) }
            (quantity_text(&Reading::Stated(actual.quantity.clone()), language))
            (area_tag(explorer, &actual.area))
            @if let Some(known) = actual.status { " " span.unit { (status(known, language)) } }
            " " (publisher(explorer, at))
        }
    }
}

/// Who published a figure, as a link where the source has an address, with its grade.
pub fn publisher(explorer: Explorer, at: usize) -> Markup {
    let actual = &explorer.bundle.actuals[at];
    let source = &explorer.bundle.sources[usize::from(actual.source)];
    html! {
        span.source {
            span lang="zh-CN" {
                @if source.url.is_empty() { (source.publisher) }
                @else { a href=(source.url) rel="external noopener" title=(source.title) { (source.publisher) } }
            }
            " " abbr title=(grade(actual.grade, explorer.language())) { (actual.grade.as_str()) }
        }
    }
}
