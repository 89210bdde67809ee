//! The data of an indicator's chart as a table: every mark that stands on it, and what says so.

use maud::{Markup, html};

use super::outcome::publisher;
use super::{Beside, Explorer, city_label, heads, plan_name, values};
use crate::address::Page;
use crate::chart::{Choice, Ink, Line, Mark, Origin, Track};
use crate::insight::Timeline;
use crate::order;
use crate::plan::{Reading, StatementId};
use crate::words::{quantity_text, role_name, status};

/// The chart with every city on it; none where nothing can be drawn.
pub fn whole_chart(explorer: Explorer, timeline: &Timeline) -> Option<Track> {
    let choice = Choice {
        language: explorer.language,
        ..Choice::default()
    };
    Track::new(explorer.bundle, timeline, &choice).ok()
}

/// Whether a mark of the chart comes from this.
pub fn shows(track: Option<&Track>, origin: &Origin) -> bool {
    track.is_some_and(|track| track.marks().any(|mark| mark.origin == *origin))
}

/// A row for each mark, in order of year.
pub fn points(explorer: Explorer, track: &Track) -> Markup {
    let text = explorer.text();
    let lines = track.lines.iter();
    let rows = lines.flat_map(|line| line.marks.iter().map(move |mark| (line, mark)));
    let mut rows: Vec<(&Line, &Mark)> = rows.collect();
    order::sort_by_key(&mut rows, |(_, mark)| mark.year);
    html! {
        section aria-labelledby="points" {
            h2 id="points" { (text.points) " " span.unit { (rows.len()) } }
            table."table table--stack points" {
                (heads(&[text.city, text.year, text.role, text.value, text.source_words]))
                tbody { @for (line, mark) in rows { (row(explorer, line, mark)) } }
            }
        }
    }
}

fn row(explorer: Explorer, line: &Line, mark: &Mark) -> Markup {
    let text = explorer.text();
    let Said { role, value, words } = said(explorer, &mark.origin);
    html! {
        tr {
            @match line.ink {
                Ink::City(city) => th scope="row" class={ "city-" (city) } {
                    (city_label(explorer, city))
                    @if line.is_part() { " " span.tag { (line.part) } }
                },
                Ink::Region => th scope="row" { (line.name) },
            }
            td data-label=(text.year) { (mark.year) }
            td data-label=(text.role) { span.points__role { (role) } }
            td data-label=(text.value) {
                (value)
                @if mark.is_contradicted { span.tag title=(text.contradicted) { "≠ " (text.contradicted) } }
            }
            td data-label=(text.source_words) { (words) }
        }
    }
}

/// What a row says of its mark.
struct Said {
    role: &'static str,
    value: Markup,
    words: Markup,
}

fn said(explorer: Explorer, origin: &Origin) -> Said {
    let (text, bundle, language) = (explorer.text(), explorer.bundle, explorer.language);
    match origin {
        Origin::Stated(statements) | Origin::Derived(statements) => Said {
            role: match origin {
                Origin::Derived(_) => text.derived,
                _ => role_name(bundle.statement(statements[0]).role, language),
            },
            value: values(explorer, &statements[..1], Beside::Nothing),
            words: html! { @for &id in statements { (statement(explorer, id)) } },
        },
        Origin::Actual(at) => {
            let actual = &bundle.actuals[*at];
            let source = &bundle.sources[usize::from(actual.source)];
            Said {
                role: text.actual,
                value: html! {
                    (quantity_text(&Reading::Stated(actual.quantity.clone()), language))
                    @if let Some(known) = actual.status { " " span.unit { (status(known, language)) } }
                },
                words: html! {
                    span lang="zh-CN" { "“" (actual.quote) "”" }
                    @if !actual.note.is_empty() { " " span.unit { (actual.note) } }
                    " " (publisher(explorer, *at)) " " span.unit { span lang="zh-CN" { (source.title) } " " (source.published) }
                },
            }
        }
        Origin::Reference(at) => {
            let reference = &bundle.references[*at];
            let source = &bundle.sources[usize::from(reference.source)];
            Said {
                role: text.reference,
                value: html! { (quantity_text(&Reading::Stated(reference.quantity.clone()), language)) },
                words: html! {
                    span lang="zh-CN" { "“" (reference.quote) "” " span.unit { "《" (source.title) "》 " (source.publisher) " " (source.published) } }
                },
            }
        }
    }
}

/// A plan's words, and the way to their paragraph.
fn statement(explorer: Explorer, id: StatementId) -> Markup {
    let plan = explorer.bundle.plan_of(id);
    let page = Page::Plan {
        id: plan.entry.id.clone(),
        at: Some(explorer.bundle.statement(id).evidence.start),
    };
    html! {
        div {
            span lang="zh-CN" { "“" (explorer.bundle.quote(id)) "”" } " "
            a href=(explorer.href(page)) { (plan_name(plan, explorer.language)) }
        }
    }
}
