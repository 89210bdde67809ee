//! 兑现: every promise that has fallen due, met, missed or not known, with the figures and reasons.

use maud::{Markup, html};

use super::outcome::{findings, score_badge, tallies};
use super::{Beside, Explorer, city_label, heads, indicator_head, values};
use crate::address::{Page, ScoreView};
use crate::insight::{self, Entry, Filter, Score, Scorecard, Tally};
use crate::plan::Theme;
use crate::words::{Language, theme_name};

/// The page below its heading, as its address has it.
pub fn scorecard(explorer: Explorer, view: &ScoreView) -> Markup {
    let text = explorer.text();
    let bundle = explorer.bundle;
    let shown = insight::scorecard(bundle, explorer.year, &view.filter(bundle));
    let all = insight::scorecard(bundle, explorer.year, &Filter::default());
    html! {
        p.lede { (lede(explorer, shown.total)) }
        (tallies(explorer, &shown.by_city))
        p.hint { (text.scorecard_hint) }
        (choices(explorer, view, &shown, &all))
        @if shown.entries.is_empty() { p.empty { (text.nothing_found) } }
        @for score in Score::ALL { (of_score(explorer, score, &shown.entries)) }
    }
}

fn lede(explorer: Explorer, total: Tally) -> String {
    let share = (total.share_not_known().unwrap_or(0.0) * 100.0).round();
    let last = explorer.year - 1;
    let Tally {
        met,
        missed,
        not_known,
    } = total;
    let count = total.count();
    match explorer.language() {
        Language::Chinese => format!(
            "到{last}年底，有{count}项承诺到期：达成{met}项，未达成{missed}项，尚难判断{not_known}项（{share}%）。"
        ),
        Language::English => format!(
            "By the end of {last}, {count} promises have fallen due: {met} met, {missed} missed, {not_known} not known ({share}%)."
        ),
    }
}

/// The filters, as links: each choice is an address.
fn choices(explorer: Explorer, view: &ScoreView, shown: &Scorecard, all: &Scorecard) -> Markup {
    let text = explorer.text();
    let language = explorer.language();
    let cities = explorer.bundle.cities.iter().enumerate();
    let themes = Theme::ALL.into_iter().filter(|&theme| {
        let of_theme = |entry: &Entry| explorer.bundle.indicators[entry.indicator].theme == theme;
        all.entries.iter().any(of_theme)
    });
    let link = |name: Markup, wanted: ScoreView| {
        let is_current = wanted == *view;
        html! {
            li { a href=(explorer.href(Page::Scorecard(wanted))) aria-current=[is_current.then_some("true")] { (name) } }
        }
    };
    let with = |change: &dyn Fn(&mut ScoreView)| {
        let mut wanted = view.clone();
        change(&mut wanted);
        wanted
    };
    let count = |score: Score| match score {
        Score::Met => shown.total.met,
        Score::Missed => shown.total.missed,
        Score::NotKnown => shown.total.not_known,
    };
    html! {
        nav.choices aria-label=(text.filter) {
            ul {
                (link(html! { (text.all_scores) " " (shown.total.count()) }, with(&|view| view.score = None)))
                @for score in Score::ALL {
                    (link(html! { (score_badge(explorer, score)) " " (count(score)) }, with(&|view| view.score = Some(score))))
                }
            }
            ul {
                (link(html! { (text.all_cities) }, with(&|view| view.city = None)))
                @for (city, entry) in cities {
                    (link(city_label(explorer, city), with(&|view| view.city = Some(entry.id.clone()))))
                }
            }
            ul {
                (link(html! { (text.all_themes) }, with(&|view| view.theme = None)))
                @for theme in themes {
                    (link(html! { (theme_name(theme, language)) }, with(&|view| view.theme = Some(theme))))
                }
            }
        }
    }
}

fn of_score(explorer: Explorer, score: Score, entries: &[Entry]) -> Markup {
    let of_score: Vec<&Entry> = entries
        .iter()
        .filter(|entry| entry.score() == score)
        .collect();
    html! {
        @if !of_score.is_empty() {
            section aria-labelledby=(score.as_str()) {
                h2 id=(score.as_str()) { (score_badge(explorer, score)) " " span.unit { (of_score.len()) } }
                (due(explorer, &of_score))
            }
        }
    }
}

/// Promises due as a table: what was promised, and what became of it.
fn due(explorer: Explorer, entries: &[&Entry]) -> Markup {
    let text = explorer.text();
    html! {
        table."table table--stack scores" {
            (heads(&[text.indicator, text.city, text.year, text.target, text.outcome]))
            tbody { @for entry in entries { (row(explorer, entry)) } }
        }
    }
}

fn row(explorer: Explorer, entry: &Entry) -> Markup {
    let text = explorer.text();
    html! {
        tr {
            th scope="row" { (indicator_head(explorer, entry.indicator)) }
            td data-label=(text.city) class={ "city-" (entry.city) } { (city_label(explorer, entry.city)) }
            td data-label=(text.year) { (entry.year) }
            td data-label=(text.target) { (values(explorer, &entry.statements[..1], Beside::Area)) }
            td data-label=(text.outcome) { (findings(explorer, &entry.outcome)) }
        }
    }
}
