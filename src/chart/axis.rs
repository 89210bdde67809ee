//! Axes: round ticks for values, plan years for time, and the way from value to place.

/// First and last year of the time axis.
pub const YEARS: (f64, f64) = (2018.0, 2036.0);

/// From values to places along one direction.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    from: f64,
    to: f64,
    /// Places of `from` and `to` in pixels.
    places: (f64, f64),
    log: bool,
}

impl Scale {
    pub fn linear(from: f64, to: f64, places: (f64, f64)) -> Self {
        Self {
            from,
            to,
            places,
            log: false,
        }
    }

    /// Both ends must be above zero.
    pub fn log(from: f64, to: f64, places: (f64, f64)) -> Self {
        Self {
            from,
            to,
            places,
            log: true,
        }
    }

    pub fn place(&self, value: f64) -> f64 {
        let share = if self.log {
            (value / self.from).ln() / (self.to / self.from).ln()
        } else {
            (value - self.from) / (self.to - self.from)
        };
        self.places.0 + share * (self.places.1 - self.places.0)
    }
}

/// The ends of a value axis and its ticks.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueAxis {
    pub from: f64,
    pub to: f64,
    pub ticks: Vec<f64>,
}

/// A linear axis over `low..=high` with about `count` round ticks; it starts at zero where the
/// values reach down near it anyway.
pub fn linear_axis(low: f64, high: f64, count: usize) -> ValueAxis {
    let low = if low > 0.0 && low < 0.45 * high {
        0.0
    } else {
        low
    };
    let spread = if high > low {
        high - low
    } else {
        high.abs().max(1.0) * 0.2
    };
    let step = round_step(spread / count.max(1) as f64);
    // A single value stands in the middle of its axis.
    let (low, high) = if high > low {
        (low, high)
    } else {
        (low - spread / 2.0, high + spread / 2.0)
    };
    let from = (low / step + 1e-9).floor() * step;
    let to = (high / step - 1e-9).ceil() * step;
    let ticks = ((to - from) / step).round() as usize;
    ValueAxis {
        from,
        to,
        ticks: (0..=ticks).map(|tick| from + tick as f64 * step).collect(),
    }
}

/// A logarithmic axis over `low..=high`, both above zero, with ticks at 1, 2 and 5 times powers of
/// ten, or at linear ticks where the values lie too close for that.
pub fn log_axis(low: f64, high: f64, count: usize) -> ValueAxis {
    if high < low * 4.0 {
        let axis = linear_axis(low, high, count);
        if axis.from > 0.0 {
            return axis;
        }
    }
    let mut ticks = Vec::new();
    let mut decade = 10f64.powf(low.log10().floor());
    while decade <= high * 10.0 {
        ticks.extend([1.0, 2.0, 5.0].map(|step| step * decade));
        decade *= 10.0;
    }
    let first = ticks.iter().rposition(|tick| *tick <= low).unwrap_or(0);
    let last = ticks
        .iter()
        .position(|tick| *tick >= high)
        .unwrap_or(ticks.len() - 1);
    let ticks = ticks[first..=last.max(first + 1)].to_vec();
    let (from, to) = (ticks[0], ticks[ticks.len() - 1]);
    let every = ticks.len().div_ceil(count.max(2) + 1);
    ValueAxis {
        from,
        to,
        ticks: ticks.into_iter().step_by(every).collect(),
    }
}

/// The smallest of 1, 2, 2.5, 5 times a power of ten that is not below `rough`.
fn round_step(rough: f64) -> f64 {
    let power = 10f64.powf(rough.log10().floor());
    let steps = [1.0, 2.0, 2.5, 5.0, 10.0];
    let step = steps
        .into_iter()
        .find(|step| step * power >= rough * 0.999)
        .unwrap_or(10.0);
    step * power
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_hold_the_values() {
        for (low, high, want) in [
            (71.0, 80.0, vec![70.0, 72.5, 75.0, 77.5, 80.0]),
            (27.0, 30.0, vec![27.0, 28.0, 29.0, 30.0]),
            (6.871e11, 1.7e12, vec![0.0, 5e11, 1e12, 1.5e12, 2e12]),
        ] {
            let axis = linear_axis(low, high, 4);
            assert_eq!(axis.ticks, want, "{low}..{high}");
            assert!(axis.from <= low && axis.to >= high);
        }
    }

    #[test]
    fn one_value_still_makes_an_axis() {
        let axis = linear_axis(83.0, 83.0, 4);
        assert!(axis.from < 83.0 && axis.to > 83.0);
        let axis = linear_axis(0.0, 0.0, 4);
        assert!(axis.from < axis.to);
    }

    #[test]
    fn a_log_axis_spans_decades() {
        let axis = log_axis(3e9, 1e12, 4);
        assert!(axis.from > 0.0 && axis.from <= 3e9 && axis.to >= 1e12);
        assert!(
            axis.ticks.len() >= 2 && axis.ticks.len() <= 6,
            "{:?}",
            axis.ticks
        );
        let scale = Scale::log(1.0, 100.0, (0.0, 200.0));
        assert_eq!(scale.place(10.0), 100.0);
    }
}
