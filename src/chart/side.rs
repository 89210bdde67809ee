//! Stage two for comparisons: slopes over time, or one row a city.

use super::axis::{Scale, ValueAxis, linear_axis};
use super::label::{Rect, text_width};
use super::layout::{
    Frame, LINE_HEIGHT, Label, Layout, Panel, Path, PlacedMark, RADIUS, SMALL_RADIUS, Stroke, TEXT,
    TICK_TEXT, Tick, in_walking_order,
};
use super::pairs::{Form, Pair, Pairs, Region};
use super::{Ink, Mark, Sign};
use crate::order;
use crate::words::tick_number;

/// Room around words, in CSS pixels.
const GAP: f64 = 12.0;
const ROW: f64 = 44.0;
const FOOT: f64 = 28.0;
/// The width of a slope without a base.
const LONE: f64 = 160.0;

impl Layout {
    /// Lays pairs out; rows make their own height.
    pub fn of_pairs(pairs: &Pairs, frame: Frame) -> Self {
        match pairs.form {
            Form::Slope => slope(pairs, frame),
            Form::Distance => rows(pairs, frame),
        }
    }
}

fn empty(frame: Frame) -> Layout {
    Layout {
        frame,
        panels: Vec::new(),
        paths: Vec::new(),
        marks: Vec::new(),
        labels: Vec::new(),
    }
}

fn place_mark(mark: &Mark, city: usize, at: (f64, f64)) -> PlacedMark {
    PlacedMark {
        at,
        // A base that is an outcome is no plan's word, and looks as outcomes do on a timeline.
        radius: match mark.sign {
            Sign::Actual | Sign::OpenActual => SMALL_RADIUS,
            _ => RADIUS,
        },
        ink: Ink::City(city),
        is_part: false,
        sign: mark.sign,
        bound: mark.bound,
        is_contradicted: false,
        origin: mark.origin.clone(),
    }
}

/// The ends of the values. A comparison starts at zero where the values reach near it, as timelines do.
fn axis(pairs: &Pairs, count: usize) -> ValueAxis {
    let region = pairs.region.iter().map(|region| region.value);
    let values = || pairs.values().chain(region.clone());
    let low = values().fold(f64::INFINITY, f64::min);
    let high = values().fold(f64::NEG_INFINITY, f64::max);
    if low > high {
        // No city states a base to count from.
        return linear_axis(0.0, 1.0, count);
    }
    linear_axis(low, high, count)
}

/// Words of one end of a slope: `温州 71`.
fn end_words(pair: &Pair, mark: &Mark) -> String {
    format!("{} {}", pair.name, mark.label)
}

fn slope(pairs: &Pairs, frame: Frame) -> Layout {
    let mut layout = empty(frame);
    let marks = || {
        pairs.rows.iter().flat_map(|pair| {
            let base = pair.base.as_ref().map(|base| (pair, base));
            [base, Some((pair, &pair.target))].into_iter().flatten()
        })
    };
    let widest = |is_base: bool| {
        marks()
            .filter(|(_, mark)| (mark.year < pairs.year) == is_base)
            .map(|(pair, mark)| text_width(&end_words(pair, mark), TEXT, true))
            .fold(0.0, f64::max)
    };
    let mut plot = Rect {
        left: widest(true) + GAP + RADIUS,
        top: LINE_HEIGHT,
        right: frame.width - widest(false) - GAP - RADIUS,
        bottom: frame.height - FOOT,
    };
    let first = marks()
        .map(|(_, mark)| mark.year)
        .min()
        .unwrap_or(pairs.year);
    // Targets alone have no slope: they need room for the region's words only.
    if first == pairs.year {
        plot.right = plot.right.min(plot.left + LONE);
    }
    let from = if first < pairs.year {
        first
    } else {
        pairs.year - 1
    };
    let x = Scale::linear(
        f64::from(from),
        f64::from(pairs.year),
        (plot.left, plot.right),
    );
    let ends = axis(pairs, 4);
    let y = Scale::linear(ends.from, ends.to, (plot.bottom - GAP, plot.top + GAP));
    let region = pairs.region.as_ref().map(|region| {
        let at = y.place(region.value);
        layout.paths.push(Path {
            ink: Ink::Region,
            stroke: Stroke::Thin,
            points: vec![(plot.left, at), (plot.right, at)],
        });
        region_label(region, &plot, at)
    });
    for pair in &pairs.rows {
        let at = |mark: &Mark| (x.place(f64::from(mark.year)), y.place(mark.value));
        let target = place_mark(&pair.target, pair.city, at(&pair.target));
        if let Some(base) = &pair.base {
            let base = place_mark(base, pair.city, at(base));
            layout.paths.push(Path {
                ink: base.ink,
                stroke: Stroke::Asked,
                points: vec![base.at, target.at],
            });
            layout.marks.push(base);
        }
        layout.marks.push(target);
    }
    let side = |is_base: bool| {
        let of_side = marks().filter(move |(_, mark)| (mark.year < pairs.year) == is_base);
        of_side
            .map(|(pair, mark)| (pair, mark, y.place(mark.value)))
            .collect::<Vec<_>>()
    };
    let left = stack(side(true), &plot, |width| plot.left - GAP - width);
    let right = stack(side(false), &plot, |_| plot.right + GAP);
    layout.labels = left.into_iter().chain(right).chain(region).collect();
    let mut years: Vec<u16> = marks().map(|(_, mark)| mark.year).collect();
    order::sort_by_key(&mut years, |year| *year);
    years.dedup();
    let below = years.into_iter().map(|year| Tick {
        at: x.place(f64::from(year)),
        label: year.to_string(),
        strong: true,
        through: true,
    });
    layout.panels.push(Panel {
        plot,
        across: Vec::new(),
        below: below.collect(),
    });
    in_walking_order(&mut layout.marks);
    layout
}

/// The region's words in the middle of its line, on the side away from the axis.
fn region_label(region: &Region, plot: &Rect, at: f64) -> Label {
    let half = text_width(&region.label, TEXT, false) / 2.0;
    let middle = (plot.left + plot.right) / 2.0;
    Label {
        rect: Rect {
            left: middle - half,
            top: at - LINE_HEIGHT - 2.0,
            right: middle + half,
            bottom: at - 2.0,
        },
        ink: Some(Ink::Region),
        text: region.label.clone(),
        bold: false,
        leader: None,
    }
}

/// Labels in a column, each as near to its mark as the others let it.
fn stack(mut said: Vec<(&Pair, &Mark, f64)>, plot: &Rect, left: impl Fn(f64) -> f64) -> Vec<Label> {
    order::sort(&mut said, |a, b| a.2.total_cmp(&b.2));
    let mut middles: Vec<f64> = said.iter().map(|(_, _, at)| *at).collect();
    // Down from the top, then up from the bottom: what does not fit moves as little as it must.
    for index in 1..middles.len() {
        middles[index] = middles[index].max(middles[index - 1] + LINE_HEIGHT);
    }
    let mut floor = plot.bottom;
    for middle in middles.iter_mut().rev() {
        *middle = middle.min(floor);
        floor = *middle - LINE_HEIGHT;
    }
    let place = |((pair, mark, at), middle): ((&Pair, &Mark, f64), f64)| {
        let text = end_words(pair, mark);
        let width = text_width(&text, TEXT, true);
        let from = left(width);
        let toward = if from < plot.left {
            plot.left - RADIUS
        } else {
            plot.right + RADIUS
        };
        Label {
            rect: Rect {
                left: from,
                top: middle - LINE_HEIGHT / 2.0,
                right: from + width,
                bottom: middle + LINE_HEIGHT / 2.0,
            },
            ink: Some(Ink::City(pair.city)),
            text,
            bold: true,
            leader: ((middle - at).abs() > LINE_HEIGHT).then_some((toward, at)),
        }
    };
    said.into_iter().zip(middles).map(place).collect()
}

fn rows(pairs: &Pairs, frame: Frame) -> Layout {
    let height = ROW * pairs.rows.len() as f64 + FOOT + GAP;
    let mut layout = empty(Frame { height, ..frame });
    let width = |text: &str, bold| text_width(text, TEXT, bold);
    let widest = |words: &mut dyn Iterator<Item = f64>| words.fold(0.0, f64::max);
    let names = widest(&mut pairs.rows.iter().map(|pair| width(&pair.name, true)));
    // A value may stand beyond the outermost mark, on either side.
    let values = widest(
        &mut pairs
            .rows
            .iter()
            .map(|pair| width(&pair.target.label, true)),
    );
    let room = values + GAP + RADIUS;
    let plot = Rect {
        left: names + room + GAP,
        top: GAP,
        right: frame.width - room,
        bottom: height - FOOT,
    };
    let ends = axis(
        pairs,
        ((plot.right - plot.left) / 90.0).clamp(2.0, 6.0) as usize,
    );
    let x = Scale::linear(ends.from, ends.to, (plot.left, plot.right));
    for (index, pair) in pairs.rows.iter().enumerate() {
        let middle = plot.top + ROW * (index as f64 + 0.5);
        add_row(&mut layout, pairs, pair, &x, middle);
    }
    layout.panels.push(Panel {
        plot,
        across: Vec::new(),
        below: ticks(pairs, &ends, &x),
    });
    layout
}

fn add_row(layout: &mut Layout, pairs: &Pairs, pair: &Pair, x: &Scale, middle: f64) {
    let ink = Some(Ink::City(pair.city));
    let label = |left: f64, text: &str, bold: bool, ink| Label {
        rect: Rect {
            left,
            top: middle - LINE_HEIGHT / 2.0,
            right: left + text_width(text, TEXT, bold),
            bottom: middle + LINE_HEIGHT / 2.0,
        },
        ink,
        text: text.to_string(),
        bold,
        leader: None,
    };
    layout.labels.push(label(0.0, &pair.name, true, ink));
    let Some(base) = &pair.base else {
        let remark = pairs.language.pick("未写可比的起点", "no like base stated");
        let left = x.place(0.0) + GAP;
        layout.labels.push(label(left, remark, false, None));
        return;
    };
    let base_mark = place_mark(base, pair.city, (x.place(base.value), middle));
    let target_mark = place_mark(
        &pair.target,
        pair.city,
        (x.place(pair.target.value), middle),
    );
    let (from, to) = (base_mark.at.0, target_mark.at.0);
    layout.paths.push(Path {
        ink: Ink::City(pair.city),
        stroke: Stroke::Solid,
        points: vec![base_mark.at, target_mark.at],
    });
    let words = &pair.target.label;
    let left = if to >= from {
        to + GAP
    } else {
        to - GAP - text_width(words, TEXT, true)
    };
    layout.labels.push(label(left, words, true, ink));
    layout.marks.extend([base_mark, target_mark]);
}

fn ticks(pairs: &Pairs, ends: &ValueAxis, x: &Scale) -> Vec<Tick> {
    let ticks = ends.ticks.iter().map(|&tick| {
        let number = tick_number(tick, pairs.language);
        let sign = if tick > 0.0 { "+" } else { "" };
        Tick {
            at: x.place(tick),
            label: format!("{sign}{number}{}", pairs.unit),
            strong: tick == 0.0,
            through: true,
        }
    });
    let mut shown: Vec<Tick> = Vec::new();
    for tick in ticks {
        let half = |tick: &Tick| text_width(&tick.label, TICK_TEXT, false) / 2.0;
        if shown
            .last()
            .is_none_or(|last| tick.at - last.at > half(last) + half(&tick) + 4.0)
        {
            shown.push(tick);
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::sample::{Said, bundle};
    use crate::insight::timeline;
    use crate::plan::Bound;
    use crate::words::Language;

    const FORMS: [Form; 2] = [Form::Slope, Form::Distance];
    const WIDTHS: [f64; 3] = [320.0, 640.0, 1100.0];

    /// Near values, a falling one, one without a base, and a bound.
    fn layout(form: Form, width: f64) -> Layout {
        let bundle = bundle(&[
            Said::level("温州", "寿命", "岁", 2020, 81.0).observed(),
            Said::level("温州", "寿命", "岁", 2025, 82.0).bound(Bound::AtLeast),
            Said::level("嘉兴", "寿命", "岁", 2019, 82.4).observed(),
            Said::level("嘉兴", "寿命", "岁", 2025, 82.1),
            Said::level("宁波", "寿命", "岁", 2025, 82.2),
        ]);
        let frame = Frame {
            width,
            height: 300.0,
        };
        let chosen = [0, 1, 2];
        let timeline = timeline(&bundle, 0);
        let pairs = Pairs::new(&bundle, &timeline, &chosen, form, Language::Chinese);
        Layout::of_pairs(&pairs.unwrap(), frame)
    }

    #[test]
    fn words_keep_off_each_other_and_off_marks_at_any_width() {
        for form in FORMS {
            for width in WIDTHS {
                let layout = layout(form, width);
                for (at, label) in layout.labels.iter().enumerate() {
                    let others = layout.labels[at + 1..].iter().map(|other| other.rect);
                    let marks = layout.marks.iter().map(PlacedMark::area);
                    for other in others.chain(marks) {
                        assert!(
                            !label.rect.overlaps(&other),
                            "{} {form:?} {width}",
                            label.text
                        );
                    }
                    let inside = label.rect.left >= 0.0 && label.rect.right <= width;
                    assert!(inside, "{} {form:?} {width}", label.text);
                }
            }
        }
    }

    #[test]
    fn a_slope_has_a_mark_for_each_value_and_a_line_for_each_pair() {
        let layout = layout(Form::Slope, 640.0);
        assert_eq!((layout.marks.len(), layout.paths.len()), (5, 2));
        let years: Vec<&str> = layout.panels[0]
            .below
            .iter()
            .map(|t| t.label.as_str())
            .collect();
        assert_eq!(years, ["2019", "2020", "2025"]);
    }

    #[test]
    fn a_row_without_a_base_says_so_instead_of_a_distance() {
        let layout = layout(Form::Distance, 640.0);
        let words: Vec<&str> = layout
            .labels
            .iter()
            .map(|label| label.text.as_str())
            .collect();
        assert!(words.contains(&"未写可比的起点"), "{words:?}");
        assert!(
            words.contains(&"≥+1") && words.contains(&"−0.3"),
            "{words:?}"
        );
        assert_eq!(layout.marks.len(), 4);
    }
}
