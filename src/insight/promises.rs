//! A city's promises: each target beside the baseline its plans state.

use crate::order;
use crate::plan::{Area, Bundle, Role, StatementId};

/// One indicator of one area: what was, and what is to be.
#[derive(Clone, Debug, PartialEq)]
pub struct Promise {
    /// Index into the bundle's indicators.
    pub indicator: usize,
    pub area: Area,
    /// Observed statements, in document order.
    pub baseline: Vec<StatementId>,
    /// Targets by year; those without a year last.
    pub targets: Vec<StatementId>,
}

/// What a city's plans promise, in the vocabulary's order; indicators with facts only are left out.
pub fn promises(bundle: &Bundle, city: usize) -> Vec<Promise> {
    let mut promises: Vec<Promise> = Vec::new();
    for id in bundle
        .statement_ids()
        .filter(|&id| bundle.city_of(id) == city)
    {
        let statement = bundle.statement(id);
        let indicator = statement.indicator as usize;
        let known = promises
            .iter()
            .position(|promise| promise.indicator == indicator && promise.area == statement.area);
        let at = known.unwrap_or_else(|| {
            let area = statement.area.clone();
            promises.push(Promise {
                indicator,
                area,
                baseline: Vec::new(),
                targets: Vec::new(),
            });
            promises.len() - 1
        });
        match statement.role {
            Role::Observed => promises[at].baseline.push(id),
            Role::Target => promises[at].targets.push(id),
        }
    }
    promises.retain(|promise| !promise.targets.is_empty());
    for promise in &mut promises {
        order::sort_by_key(&mut promise.targets, |&id| {
            bundle
                .statement(id)
                .period
                .year
                .stated()
                .unwrap_or(u16::MAX)
        });
    }
    order::sort(&mut promises, |a, b| {
        (a.indicator, &a.area).cmp(&(b.indicator, &b.area))
    });
    promises
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::sample::{Said, bundle};

    #[test]
    fn a_promise_has_its_baseline_and_its_targets_by_year() {
        let bundle = bundle(&[
            Said::level("温州", "城镇化率", "%", 2035, 80.0),
            Said::level("温州", "城镇化率", "%", 2020, 71.0).observed(),
            Said::level("温州", "城镇化率", "%", 2025, 75.0),
            Said::level("温州", "优良率", "%", 2020, 97.0).observed(),
            Said::level("嘉兴", "城镇化率", "%", 2025, 73.0),
        ]);
        let promises = promises(&bundle, 0);
        assert_eq!(promises.len(), 1, "facts without a target promise nothing");
        let years = |ids: &[StatementId]| -> Vec<u16> {
            ids.iter()
                .filter_map(|&id| bundle.statement(id).period.year.stated())
                .collect()
        };
        assert_eq!(years(&promises[0].baseline), [2020]);
        assert_eq!(years(&promises[0].targets), [2025, 2035]);
    }
}
