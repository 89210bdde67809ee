//! How timelines are laid out: what stands where, and what keeps off what.

use super::*;
use crate::chart::layout::{PlacedMark, Stroke};
use crate::chart::{Choice, Step};
use crate::insight::sample::{Said, bundle};
use crate::insight::timeline;
use crate::plan::Kind;

fn layout(said: &[Said], choice: &Choice, frame: Frame) -> Layout {
    let bundle = bundle(said);
    Layout::new(
        &Track::new(&bundle, &timeline(&bundle, 0), choice).unwrap(),
        frame,
    )
}

/// Three cities with near values in the same year: the case that collides.
fn crowded() -> Vec<Said> {
    vec![
        Said::level("温州", "寿命", "岁", 2020, 81.0).observed(),
        Said::level("温州", "寿命", "岁", 2025, 82.0),
        Said::level("嘉兴", "寿命", "岁", 2025, 82.1),
        Said::level("宁波", "寿命", "岁", 2025, 82.2),
        Said::level("温州", "寿命", "岁", 2035, 84.0),
        Said::level("温州", "寿命", "岁", 2022, 81.5).area("市区"),
    ]
}

const FRAMES: [Frame; 4] = [
    Frame {
        width: 300.0,
        height: 190.0,
    },
    Frame {
        width: 330.0,
        height: 320.0,
    },
    Frame {
        width: 760.0,
        height: 400.0,
    },
    Frame {
        width: 1100.0,
        height: 460.0,
    },
];

#[test]
fn labels_never_overlap_labels_or_marks_at_any_width() {
    for frame in FRAMES {
        for choice in [
            Choice::default(),
            Choice {
                index: true,
                log: true,
                ..Default::default()
            },
        ] {
            let layout = layout(&crowded(), &choice, frame);
            for (at, label) in layout.labels.iter().enumerate() {
                let others = layout.labels[at + 1..].iter().map(|other| other.rect);
                let marks = layout.marks.iter().map(PlacedMark::area);
                for other in others.chain(marks) {
                    assert!(!label.rect.overlaps(&other), "{} at {frame:?}", label.text);
                }
                assert!(label.rect.left >= 0.0 && label.rect.right <= frame.width);
            }
        }
    }
}

#[test]
fn every_line_has_its_name_on_the_chart() {
    for frame in &FRAMES[1..] {
        let layout = layout(&crowded(), &Choice::default(), *frame);
        for name in ["温州", "嘉兴", "宁波", "温州 市区"] {
            assert!(
                layout.labels.iter().any(|l| l.text.starts_with(name)),
                "{name} {frame:?}"
            );
        }
    }
}

#[test]
fn plan_years_are_always_labelled() {
    for frame in FRAMES {
        let layout = layout(&crowded(), &Choice::default(), frame);
        let years = layout.panels[0]
            .below
            .iter()
            .map(|tick| tick.label.as_str());
        let years: Vec<&str> = years.map(|label| &label[label.len() - 2..]).collect();
        assert_eq!(years, ["20", "22", "25", "35"], "{frame:?}");
    }
    let wide = layout(&crowded(), &Choice::default(), FRAMES[2]);
    assert!(
        wide.panels[0]
            .below
            .iter()
            .all(|tick| tick.label.len() == 4),
        "in full where there is room"
    );
}

#[test]
fn marks_stand_at_their_year_and_value() {
    let said = [
        Said::level("温州", "率", "%", 2020, 70.0).observed(),
        Said::level("温州", "率", "%", 2035, 80.0),
    ];
    let layout = layout(&said, &Choice::default(), FRAMES[2]);
    let [first, last] = &layout.marks[..] else {
        panic!("two marks")
    };
    assert!(first.at.0 < last.at.0, "time runs to the right");
    assert!(first.at.1 > last.at.1, "more is higher");
    let tick = |label: &str| {
        layout.panels[0]
            .across
            .iter()
            .find(|t| t.label == label)
            .unwrap()
            .at
    };
    assert_eq!(first.at.1, tick("70"));
    assert_eq!(last.at.1, tick("80%"));
}

#[test]
fn compound_growth_is_a_curve() {
    let said = |unit| {
        [
            Said::level("温州", "A", unit, 2020, 100.0).observed(),
            Said::level("温州", "A", unit, 2035, 400.0).kind(Kind::Level),
        ]
    };
    let middle = |unit| {
        let layout = layout(&said(unit), &Choice::default(), FRAMES[2]);
        let points = &layout.paths[0].points;
        points[points.len() / 2].1
    };
    assert!(
        middle("元") > middle("%"),
        "compound growth runs below the straight line"
    );
}

#[test]
fn panels_share_their_axes_and_stand_in_rows_where_it_is_narrow() {
    let choice = Choice {
        split: true,
        ..Choice::default()
    };
    let wide = layout(&crowded(), &choice, FRAMES[2]);
    assert_eq!(wide.panels.len(), 3);
    let ticks = |panel: &Panel| panel.across.iter().map(|t| t.at).collect::<Vec<_>>();
    assert_eq!(ticks(&wide.panels[0]), ticks(&wide.panels[2]));
    let narrow = layout(&crowded(), &choice, FRAMES[1]);
    assert!(narrow.panels[1].plot.top > narrow.panels[0].plot.bottom);
    assert!(narrow.frame.height >= 3.0 * 200.0);
}

#[test]
fn steps_walk_through_time_and_up_and_down_within_a_year() {
    let layout = layout(&crowded(), &Choice::default(), FRAMES[2]);
    let last = layout.marks.len() - 1;
    assert_eq!(layout.walk(None, Step::Next), Some(0));
    assert_eq!(layout.walk(Some(last), Step::Next), Some(last));
    let year_2025 = layout
        .marks
        .iter()
        .position(|mark| mark.ink == Ink::City(1));
    let up = layout.walk(year_2025, Step::Up).unwrap();
    assert_eq!(layout.marks[up].ink, Ink::City(2), "82.2 is above 82.1");
    assert_eq!(layout.walk(Some(up), Step::Up), Some(up), "nothing above");
}

#[test]
fn a_contradiction_is_tied_and_signed() {
    let said = [
        Said::level("温州", "收入比", "", 2025, 1.9),
        Said::level("温州", "收入比", "", 2025, 1.6),
    ];
    let layout = layout(&said, &Choice::default(), FRAMES[2]);
    let ties = layout
        .paths
        .iter()
        .filter(|path| path.stroke == Stroke::Conflict);
    assert_eq!(ties.count(), 1);
    assert!(layout.marks.iter().all(|mark| mark.is_contradicted));
}

#[test]
fn pointing_finds_the_nearest_mark_within_reach() {
    let layout = layout(&crowded(), &Choice::default(), FRAMES[2]);
    let (x, y) = layout.marks[2].at;
    assert_eq!(layout.nearest((x + 1.0, y), 20.0), Some(2));
    assert_eq!(layout.nearest((-500.0, -500.0), 20.0), None);
}
