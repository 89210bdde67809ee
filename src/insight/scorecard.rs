//! 兑现: every target whose year has passed, and what became of it.

use super::allowed::Allowed;
use super::outcome::{Outcome, Verdict, outcome};
use crate::order;
use crate::plan::{Bundle, Reading, Role, StatementId, Theme, same_unit};

/// The targets of past years that a filter lets through.
#[derive(Clone, Debug, PartialEq)]
pub struct Scorecard {
    /// By city, then year, then the vocabulary's order.
    pub entries: Vec<Entry>,
    /// Of each city in the catalogue's order, whatever score the filter asks for.
    pub by_city: Vec<Tally>,
    /// Of all cities that the filter lets through, whatever score it asks for.
    pub total: Tally,
}

/// One promise. Said twice, it counts once.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub city: usize,
    pub indicator: usize,
    pub year: u16,
    /// All statements of it, in the catalogue's order; the outcome is that of the first.
    pub statements: Vec<StatementId>,
    pub outcome: Outcome,
}

/// How a target of a past year counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Score {
    /// 达成
    Met,
    /// 未达成
    Missed,
    /// 尚难判断
    NotKnown,
}

impl Score {
    pub const ALL: [Self; 3] = [Self::Met, Self::Missed, Self::NotKnown];

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|score| score.as_str() == word)
    }

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Missed => "missed",
            Self::NotKnown => "not-known",
        }
    }
}

/// What to show; None lets all through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub city: Option<usize>,
    pub theme: Option<Theme>,
    pub score: Option<Score>,
}

/// Promises by their score.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub met: usize,
    pub missed: usize,
    pub not_known: usize,
}

impl Tally {
    pub fn count(self) -> usize {
        self.met + self.missed + self.not_known
    }

    /// The share not known, from 0 to 1; none of nothing.
    pub fn share_not_known(self) -> Option<f64> {
        let count = self.count();
        (count > 0).then(|| self.not_known as f64 / count as f64)
    }

    fn add(&mut self, score: Score) {
        match score {
            Score::Met => self.met += 1,
            Score::Missed => self.missed += 1,
            Score::NotKnown => self.not_known += 1,
        }
    }
}

impl Entry {
    pub fn score(&self) -> Score {
        match self.outcome.verdict {
            Verdict::Met => Score::Met,
            Verdict::Missed => Score::Missed,
            Verdict::OnCourse | Verdict::Behind | Verdict::NotKnown(_) => Score::NotKnown,
        }
    }
}

/// The scorecard in the year `today`: targets of any kind whose stated year is before it.
pub fn scorecard(bundle: &Bundle, today: u16, filter: &Filter) -> Scorecard {
    let mut entries = entries(bundle, today, filter);
    let mut by_city = vec![Tally::default(); bundle.cities.len()];
    let mut total = Tally::default();
    for entry in &entries {
        by_city[entry.city].add(entry.score());
        total.add(entry.score());
    }
    entries.retain(|entry| filter.score.is_none_or(|score| entry.score() == score));
    order::sort_by_key(&mut entries, |entry| {
        (entry.city, entry.year, entry.indicator)
    });
    Scorecard {
        entries,
        by_city,
        total,
    }
}

fn entries(bundle: &Bundle, today: u16, filter: &Filter) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for id in bundle.statement_ids() {
        let statement = bundle.statement(id);
        let (city, indicator) = (bundle.city_of(id), usize::from(statement.indicator));
        let passed = statement.period.year.stated().filter(|&year| year < today);
        let Some(year) = passed.filter(|_| statement.role == Role::Target) else {
            continue;
        };
        let theme = bundle.indicators[indicator].theme;
        if filter.city.is_some_and(|one| one != city)
            || filter.theme.is_some_and(|one| one != theme)
        {
            continue;
        }
        let known = entries
            .iter_mut()
            .find(|entry| is_same_promise(bundle, entry.statements[0], id));
        match known {
            Some(entry) => entry.statements.push(id),
            None => entries.push(Entry {
                city,
                indicator,
                year,
                statements: vec![id],
                outcome: outcome(bundle, id, today),
            }),
        }
    }
    entries
}

/// Whether two statements promise the same: of one city's indicator, kind, area, unit and year, kept
/// by the same values.
pub fn is_same_promise(bundle: &Bundle, one: StatementId, other: StatementId) -> bool {
    let (a, b) = (bundle.statement(one), bundle.statement(other));
    let (Reading::Stated(left), Reading::Stated(right)) = (&a.reading, &b.reading) else {
        return false;
    };
    let direction = bundle.indicators[usize::from(a.indicator)].direction;
    (a.indicator, a.kind, a.role, a.period.year) == (b.indicator, b.kind, b.role, b.period.year)
        && bundle.city_of(one) == bundle.city_of(other)
        && bundle.place_of(one) == bundle.place_of(other)
        && same_unit(&left.unit, &right.unit)
        && (left.value, left.high) == (right.value, right.high)
        && Allowed::by_target(left, direction) == Allowed::by_target(right, direction)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::sample::{Said, bundle_with};
    use crate::plan::Bound;

    fn sample() -> Bundle {
        let level = |city, name, year, value| Said::level(city, name, "元", year, value);
        let said = [
            level("温州", "A", 2025, 100.0),
            level("温州", "A", 2025, 100.0).bound(Bound::AtLeast),
            level("温州", "A", 2035, 200.0),
            level("温州", "B", 2025, 5.0),
            level("嘉兴", "A", 2022, 100.0),
            level("嘉兴", "B", 2022, 1.0).observed(),
        ];
        let known = [
            level("温州", "A", 2025, 101.0),
            level("嘉兴", "A", 2022, 99.0),
        ];
        bundle_with(&said, &known)
    }

    #[test]
    fn a_promise_said_twice_counts_once() {
        let card = scorecard(&sample(), 2026, &Filter::default());
        let tally = |met, missed, not_known| Tally {
            met,
            missed,
            not_known,
        };
        assert_eq!(
            card.by_city,
            [tally(1, 0, 1), tally(0, 1, 0), tally(0, 0, 0)]
        );
        assert_eq!(card.total, tally(1, 1, 1));
        assert_eq!(card.total.share_not_known(), Some(1.0 / 3.0));
        assert_eq!(card.by_city[2].share_not_known(), None);
        assert_eq!(card.entries[0].statements.len(), 2);
    }

    #[test]
    fn only_years_that_have_passed_are_scored() {
        let count = |today| {
            scorecard(&sample(), today, &Filter::default())
                .total
                .count()
        };
        assert_eq!([2022, 2023, 2025, 2026, 2036].map(count), [0, 1, 1, 3, 4]);
    }

    #[test]
    fn a_filter_for_a_score_leaves_the_counts() {
        let filter = Filter {
            city: Some(0),
            score: Some(Score::Met),
            theme: Some(Theme::Economy),
        };
        let card = scorecard(&sample(), 2026, &filter);
        assert_eq!(card.entries.len(), 1);
        assert_eq!(card.total.count(), 2);
        let theme = Some(Theme::Rural);
        let none = scorecard(&sample(), 2026, &Filter { theme, ..filter });
        assert_eq!(none.total.count(), 0);
    }
}
