//! The region's own targets beside the cities' statements.

use crate::plan::{Bundle, Kind, Reference, StatementId, same_unit};

/// The region's targets for an indicator: indices into the bundle's references.
pub fn references(bundle: &Bundle, indicator: usize) -> Vec<usize> {
    let all = 0..bundle.references.len();
    all.filter(|&at| usize::from(bundle.references[at].indicator) == indicator)
        .collect()
}

/// Whether a statement can stand beside the region's target: a level of the same indicator, unit and
/// year. The areas differ on purpose, the region around the city.
pub fn is_comparable(bundle: &Bundle, reference: &Reference, id: StatementId) -> bool {
    let statement = bundle.statement(id);
    statement.indicator == reference.indicator
        && statement.kind == Kind::Level
        && statement.period.year.stated() == Some(reference.year)
        && bundle.place_of(id).is_empty()
        && same_unit(statement.reading.unit(), &reference.quantity.unit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::sample::{Said, bundle};
    use crate::plan::{Bound, Quantity};

    #[test]
    fn only_the_same_measure_and_year_stands_beside_a_reference() {
        let mut bundle = bundle(&[
            Said::level("温州", "城镇化率", "%", 2025, 75.0),
            Said::level("温州", "城镇化率", "%", 2035, 80.0),
            Said::level("温州", "城镇化率", "%", 2025, 90.0).area("市区"),
            Said::level("温州", "城镇化率", "百分点", 2025, 4.0).kind(Kind::Change),
            Said::level("温州", "优良率", "%", 2025, 90.0),
        ]);
        bundle.references = vec![Reference {
            area: "长三角".into(),
            indicator: 0,
            year: 2025,
            quantity: Quantity {
                value: 70.0,
                high: None,
                unit: "%".into(),
                bound: Bound::Exactly,
            },
            printed_unit: "%".into(),
            source: 0,
            quote: "达到70%".into(),
        }];
        assert_eq!(references(&bundle, 0), [0]);
        assert!(references(&bundle, 1).is_empty());
        let beside: Vec<u16> = bundle
            .statement_ids()
            .filter(|&id| is_comparable(&bundle, &bundle.references[0], id))
            .map(|id| id.index)
            .collect();
        assert_eq!(beside, [0]);
    }
}
