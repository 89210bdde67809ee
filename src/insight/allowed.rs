//! Which values keep a promise, and which a published number leaves possible.

use crate::plan::{Bound, Direction, Quantity};

/// How far from its value an 约 or 左右 reaches, as a share of the value.
pub const ABOUT: f64 = 0.02;

/// How far from an exact target its outcome may stand where neither more nor less is better, as a
/// share of the value: plans round to two or three digits.
pub const ROUNDING: f64 = 0.005;

/// The values from `low` to `high`, both among them; infinite where there is no end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Allowed {
    low: f64,
    high: f64,
}

impl Allowed {
    /// The values that keep a promise. A value that is only to be reached may be passed on the better
    /// side, also where it is about; where no side is better it is met within [`ROUNDING`].
    pub fn by_target(target: &Quantity, direction: Direction) -> Self {
        let (low, high) = ends(target);
        match (target.bound, direction) {
            (Bound::AtLeast, _) => Self::from_low(low),
            (Bound::AtMost, _) => Self::up_to(high),
            (Bound::Exactly, Direction::Higher) => Self::from_low(low),
            (Bound::Exactly, Direction::Lower) => Self::up_to(high),
            (Bound::Exactly, Direction::Neither) => Self { low, high }.widened(ROUNDING),
            (Bound::About, Direction::Higher) => {
                Self::from_low(Self { low, high }.widened(ABOUT).low)
            }
            (Bound::About, Direction::Lower) => Self::up_to(Self { low, high }.widened(ABOUT).high),
            (Bound::About, Direction::Neither) => Self { low, high }.widened(ABOUT),
        }
    }

    /// The values that may be the true one behind a published number.
    pub fn by_actual(actual: &Quantity) -> Self {
        let (low, high) = ends(actual);
        match actual.bound {
            Bound::Exactly => Self { low, high },
            Bound::About => Self { low, high }.widened(ABOUT),
            Bound::AtLeast => Self::from_low(low),
            Bound::AtMost => Self::up_to(high),
        }
    }

    /// Whether these values keep the promise: all of them or none, else it is not decided.
    pub fn keep(self, target: Self) -> Option<bool> {
        if target.low <= self.low && self.high <= target.high {
            return Some(true);
        }
        (self.high < target.low || target.high < self.low).then_some(false)
    }

    pub fn contains(self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }

    fn from_low(low: f64) -> Self {
        Self {
            low,
            high: f64::INFINITY,
        }
    }

    fn up_to(high: f64) -> Self {
        Self {
            low: f64::NEG_INFINITY,
            high,
        }
    }

    fn widened(self, share: f64) -> Self {
        Self {
            low: self.low - self.low.abs() * share,
            high: self.high + self.high.abs() * share,
        }
    }
}

fn ends(quantity: &Quantity) -> (f64, f64) {
    (quantity.value, quantity.high.unwrap_or(quantity.value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use Bound::{About, AtLeast, AtMost, Exactly};
    use Direction::{Higher, Lower, Neither};

    /// A target of 100 with this bound and direction, and an actual, as met, missed or open.
    fn check(target: Bound, direction: Direction, value: f64, bound: Bound, expected: &str) {
        let of = |value, bound| Quantity {
            value,
            high: None,
            unit: String::new(),
            bound,
        };
        let target = Allowed::by_target(&of(100.0, target), direction);
        let found = match Allowed::by_actual(&of(value, bound)).keep(target) {
            Some(true) => "met",
            Some(false) => "missed",
            None => "open",
        };
        assert_eq!(found, expected, "{target:?}: {bound:?} {value}");
    }

    #[test]
    fn a_bound_is_kept_on_its_own_side() {
        check(AtLeast, Lower, 100.0, Exactly, "met");
        check(AtLeast, Lower, 99.9, Exactly, "missed");
        check(AtMost, Higher, 100.0, Exactly, "met");
        check(AtMost, Higher, 100.1, Exactly, "missed");
    }

    #[test]
    fn what_is_to_be_reached_may_be_passed_on_the_better_side() {
        check(Exactly, Higher, 120.0, Exactly, "met");
        check(Exactly, Higher, 99.9, Exactly, "missed");
        check(Exactly, Lower, 80.0, Exactly, "met");
        check(Exactly, Lower, 100.1, Exactly, "missed");
        check(Exactly, Neither, 100.4, Exactly, "met");
        check(Exactly, Neither, 100.6, Exactly, "missed");
    }

    #[test]
    fn about_is_met_within_two_per_cent() {
        check(About, Higher, 98.0, Exactly, "met");
        check(About, Higher, 97.9, Exactly, "missed");
        check(About, Higher, 120.0, Exactly, "met");
        check(About, Lower, 102.0, Exactly, "met");
        check(About, Lower, 102.1, Exactly, "missed");
        check(About, Neither, 102.1, Exactly, "missed");
    }

    #[test]
    fn an_about_actual_decides_only_what_is_not_close() {
        check(AtLeast, Higher, 101.0, About, "open");
        check(AtLeast, Higher, 99.0, About, "open");
        check(AtLeast, Higher, 103.0, About, "met");
        check(AtLeast, Higher, 97.0, About, "missed");
        check(Exactly, Neither, 100.0, About, "open");
    }

    #[test]
    fn an_at_least_actual_shows_no_more_than_it_says() {
        check(AtLeast, Higher, 100.0, AtLeast, "met");
        check(AtLeast, Higher, 99.0, AtLeast, "open");
        check(AtMost, Lower, 90.0, AtLeast, "open");
        check(AtMost, Lower, 101.0, AtLeast, "missed");
        check(Exactly, Neither, 100.0, AtLeast, "open");
    }
}
