//! How much a plan, or the whole collection, says.

use crate::plan::{Plan, Role};

/// What was found in some plans.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub statements: usize,
    pub targets: usize,
    pub gaps: usize,
    /// Unicode scalar values of the documents as given.
    pub characters: usize,
}

pub fn counts<'a>(plans: impl IntoIterator<Item = &'a Plan>) -> Counts {
    plans
        .into_iter()
        .fold(Counts::default(), |sum, plan| Counts {
            statements: sum.statements + plan.statements.len(),
            targets: sum.targets
                + plan
                    .statements
                    .iter()
                    .filter(|statement| statement.role == Role::Target)
                    .count(),
            gaps: sum.gaps + plan.gaps.len(),
            characters: sum.characters + plan.text.len(),
        })
}
