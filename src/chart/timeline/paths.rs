//! A timeline's paths: what is asked for between two marks, what became of it, ranges, the region's
//! lines, and ties between contradictions.

use super::axes::Axes;
use crate::chart::axis::YEARS;
use crate::chart::layout::{Path, Stroke};
use crate::chart::{Line, Mark, Strand, Track};

/// Samples along a path: enough for compound growth to look curved.
const SAMPLES: usize = 24;

pub fn paths(track: &Track, lines: &[&Line], axes: &Axes) -> Vec<Path> {
    let mut paths = Vec::new();
    for line in lines {
        let mut add = |stroke, points| {
            paths.push(Path {
                ink: line.ink,
                stroke,
                points,
            });
        };
        for mark in &line.marks {
            let year = f64::from(mark.year);
            if let Some(high) = mark.high {
                add(Stroke::Band, vec![axes.of(mark), axes.at(year, high)]);
            }
            if line.strand == Strand::Reference {
                let ends = [YEARS.0, YEARS.1].map(|year| axes.at(year, mark.value));
                add(Stroke::Thin, ends.to_vec());
            }
        }
        for pair in line.marks.windows(2) {
            if pair[0].is_contradicted && pair[1].is_contradicted && pair[0].year == pair[1].year {
                add(Stroke::Conflict, vec![axes.of(&pair[0]), axes.of(&pair[1])]);
            }
        }
        for (from, to) in line.steps() {
            match line.strand {
                Strand::Outcome => add(Stroke::Solid, vec![axes.of(from), axes.of(to)]),
                _ => add(Stroke::Asked, asked(track, from, to, axes)),
            }
        }
    }
    paths
}

/// The path asked for between two marks: a curve for compound growth.
fn asked(track: &Track, from: &Mark, to: &Mark, axes: &Axes) -> Vec<(f64, f64)> {
    let sample = |sample: usize| {
        let share = sample as f64 / SAMPLES as f64;
        let year = f64::from(from.year) + share * f64::from(to.year - from.year);
        axes.at(
            year,
            between(from.value, to.value, share, track.is_compound),
        )
    };
    (0..=SAMPLES).map(sample).collect()
}

/// The value a share of the way along: constant growth, or a constant step.
fn between(from: f64, to: f64, share: f64, compound: bool) -> f64 {
    if compound && from > 0.0 && to > 0.0 {
        from * (to / from).powf(share)
    } else {
        from + (to - from) * share
    }
}

#[cfg(test)]
mod tests {
    use super::between;

    #[test]
    fn levels_grow_by_a_rate_and_shares_by_a_step() {
        assert_eq!(between(100.0, 400.0, 0.5, true), 200.0);
        assert_eq!(between(100.0, 400.0, 0.5, false), 250.0);
    }
}
