//! A chart as a picture that stands alone: with its title, what its marks mean, and its sources.

use super::part::Content;
use super::{ExportError, Format, Part, Request, cite};
use crate::address::{Address, ChartView, CompareView, Page};
use crate::chart::{
    Choice, DARK, Form, Frame, Layout, Line, PAPER, Pairs, Palette, Paper, Sign, Strand, Track,
    svg, text_width,
};
use crate::insight::timeline;
use crate::plan::{Bound, Bundle};
use crate::words::{Language, Text, plan_name, text, unit_note};

/// Sizes in CSS pixels, chosen by eye.
const FRAME: Frame = Frame {
    width: 800.0,
    height: 420.0,
};
const MARGIN: f64 = 16.0;
const TITLE: f64 = 22.0;
const NOTE: f64 = 13.0;
const LINE: f64 = 20.0;
/// Room above the chart: the title and the unit.
const HEAD: f64 = 68.0;

/// The picture of a timeline, or of an opened comparison, as its address has it.
///
/// # Errors
/// The page has no chart, or nothing can be drawn.
pub fn svg_file(
    bundle: &Bundle,
    address: &Address,
    content: &Content,
    request: &Request,
) -> Result<String, ExportError> {
    let (index, layout, legend) = match &address.page {
        Page::Indicator { id, view } => timeline_of(bundle, address.language, id, view)?,
        Page::Compare(view) => pairs_of(bundle, address.language, view, request.part)?,
        _ => return Err(ExportError::Part),
    };
    let is_clear = request.format == Format::ClearSvg;
    let palette = if request.dark { DARK } else { PAPER };
    let paper = match is_clear {
        true => Paper::Transparent,
        false => Paper::Filled,
    };
    let chart = svg(&layout, &palette, paper);
    let notes = notes(bundle, address, content, &legend, request);
    let unit = unit_note(&bundle.indicators[index], address.language);
    Ok(compose(
        &content.title,
        &unit,
        (&chart, layout.frame),
        &notes,
        &palette,
        is_clear,
    ))
}

/// The indicator, its chart, and what its marks mean.
type Drawn = (usize, Layout, String);

fn timeline_of(
    bundle: &Bundle,
    language: Language,
    id: &str,
    view: &ChartView,
) -> Result<Drawn, ExportError> {
    let index = bundle.indicator_index(id).ok_or(ExportError::Page)?;
    let choice = Choice {
        index: view.index,
        log: view.log,
        split: view.split,
        hidden: view.hidden(bundle),
        language,
    };
    let track = Track::new(bundle, &timeline(bundle, index), &choice);
    let track = track.map_err(|_| ExportError::Chart)?;
    let legend = legend(&track, text(language));
    Ok((index, Layout::new(&track, FRAME), legend))
}

fn pairs_of(
    bundle: &Bundle,
    language: Language,
    view: &CompareView,
    part: Part,
) -> Result<Drawn, ExportError> {
    let form = match part {
        Part::Slope => Form::Slope,
        Part::Distance => Form::Distance,
        _ => return Err(ExportError::Part),
    };
    let opened = view.open.as_ref().and_then(|id| bundle.indicator_index(id));
    let index = opened.ok_or(ExportError::Part)?;
    let cities = view.chosen(bundle);
    let pairs = Pairs::new(bundle, &timeline(bundle, index), &cities, form, language);
    let pairs = pairs.map_err(|_| ExportError::Chart)?;
    let hint = match form {
        Form::Distance => text(language).distance_hint,
        Form::Slope => "",
    };
    Ok((index, Layout::of_pairs(&pairs, FRAME), hint.into()))
}

fn compose(
    title: &str,
    unit: &str,
    (chart, frame): (&str, Frame),
    notes: &[String],
    palette: &Palette,
    is_clear: bool,
) -> String {
    let width = frame.width + 2.0 * MARGIN;
    let height = HEAD + frame.height + LINE * notes.len() as f64 + 1.5 * MARGIN;
    let colour = |colour: plotters::style::RGBColor| {
        format!("#{:02x}{:02x}{:02x}", colour.0, colour.1, colour.2)
    };
    let (ink, soft) = (colour(palette.ink), colour(palette.soft));
    let ground = match is_clear {
        true => String::new(),
        false => format!(
            "<rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>\n",
            colour(palette.paper)
        ),
    };
    let chart = chart.replacen("<svg ", &format!("<svg x=\"{MARGIN}\" y=\"{HEAD}\" "), 1);
    let lines = notes.iter().enumerate().map(|(index, words)| {
        let y = HEAD + frame.height + LINE * (index as f64 + 1.0);
        let words = escaped(words);
        format!(
            "<text x=\"{MARGIN}\" y=\"{y}\" font-size=\"{NOTE}\" fill=\"{soft}\">{words}</text>\n"
        )
    });
    let (title, unit) = (escaped(title), escaped(unit));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" font-family=\"{FONTS}\">\n\
         <title>{title}</title>\n{ground}\
         <text x=\"{MARGIN}\" y=\"34\" font-size=\"{TITLE}\" font-weight=\"700\" fill=\"{ink}\">{title}</text>\n\
         <text x=\"{MARGIN}\" y=\"56\" font-size=\"{NOTE}\" fill=\"{soft}\">{unit}</text>\n\
         {chart}\n{}</svg>\n",
        lines.collect::<String>()
    )
}

const FONTS: &str = "PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, sans-serif";

/// What stands below the chart: the meaning of its marks, its sources, and where it comes from.
fn notes(
    bundle: &Bundle,
    address: &Address,
    content: &Content,
    legend: &str,
    request: &Request,
) -> Vec<String> {
    let language = address.language;
    let mut plans: Vec<usize> = content.places.iter().map(|(plan, _)| *plan).collect();
    plans.sort_unstable();
    plans.dedup();
    let sources: Vec<String> = plans
        .into_iter()
        .map(|index| {
            let plan = &bundle.plans[index];
            let city = &bundle.cities[bundle.city_of_plan(plan)];
            let city = language.pick(&city.zh, &city.en);
            format!("{city} {}", plan_name(plan, language))
        })
        .collect();
    let sources = sources.join(language.pick("；", "; "));
    let name = text(language).name;
    let mut origin = format!("{name} · {}", request.date);
    if !request.site.is_empty() {
        origin = format!("{origin} · {}", cite::view_link(address, &request.site));
    }
    let mut lines = match legend {
        "" => Vec::new(),
        legend => wrapped(legend, FRAME.width),
    };
    lines.extend(wrapped(
        &format!("{}{sources}", text(language).sources),
        FRAME.width,
    ));
    lines.extend(wrapped(&origin, FRAME.width));
    lines
}

/// Only of marks that the chart has.
fn legend(track: &Track, words: &Text) -> String {
    let marks = || track.lines.iter().flat_map(|line| &line.marks);
    let has_sign = |sign| marks().any(|mark| mark.sign == sign);
    let has_actual = has_sign(Sign::Actual) || has_sign(Sign::OpenActual);
    let has_bound = |bound| marks().any(|mark| mark.bound == bound);
    let is_promise = |line: &&Line| line.strand == Strand::Promise;
    let is_path = track
        .lines
        .iter()
        .filter(is_promise)
        .any(|line| line.marks.len() > 1);
    [
        (has_sign(Sign::Observed), "●", words.legend_observed),
        (has_sign(Sign::Target), "○", words.legend_target),
        (has_bound(Bound::AtLeast), "≥", words.legend_at_least),
        (has_bound(Bound::AtMost), "≤", words.legend_at_most),
        (has_bound(Bound::About), "≈", words.legend_about),
        (has_sign(Sign::Derived), "◌", words.legend_derived),
        (is_path, "┄", words.legend_path),
        (has_actual, "•", words.legend_actual),
        (has_sign(Sign::Reference), "━", words.legend_reference),
    ]
    .into_iter()
    .filter(|(is_there, ..)| *is_there)
    .map(|(_, sign, words)| format!("{sign}\u{a0}{words}"))
    .collect::<Vec<_>>()
    .join(" \u{2003}")
}

/// Breaks words into lines no wider than `width`: at spaces, or between Han characters.
fn wrapped(words: &str, width: f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut rest = words;
    while !rest.is_empty() {
        let mut ends = rest.char_indices().skip(1);
        let breaks = ends.find(|&(at, c)| c == ' ' || c >= '\u{2e80}' || rest[..at].ends_with(' '));
        let (piece, after) = rest.split_at(breaks.map_or(rest.len(), |(at, _)| at));
        rest = after;
        let line = lines.last_mut().expect("there is one from the start");
        let is_full = text_width(&format!("{line}{piece}"), NOTE, false) > width;
        match is_full && !line.is_empty() {
            true => lines.push(piece.trim_start().into()),
            false => line.push_str(piece),
        }
    }
    lines
}

fn escaped(words: &str) -> String {
    words
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
