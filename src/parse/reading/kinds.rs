//! What a number measures, and whether it reports or promises.

use super::super::figures::{Figure, Shape};
use super::super::prose::any_within;
use super::super::units::Class;
use super::parts::Part;
use super::{Carried, Scene};
use crate::plan::{Kind, Role};

/// Names of rates of growth.
const RATES: &[&str] = &["增速", "涨幅", "增幅", "增长率", "上涨幅度"];

/// Words in a name of what is new, and so summed over a time.
const NEW: &[&str] = &["新增", "新开工", "新引", "新建", "新改建", "累计"];

impl Scene<'_> {
    pub(super) fn role(&self, part: &Part, figure: &Figure, carried: &Carried) -> Role {
        if self.scope.role == Role::Observed || part.cues.from || part.cues.already {
            return Role::Observed;
        }
        let time = self.governing(figure.start).or(carried.due.as_ref());
        let time = time.or(carried.past.as_ref());
        if time.is_some_and(|time| self.reader.is_past(time)) {
            Role::Observed
        } else {
            Role::Target
        }
    }

    pub(super) fn kind(&self, part: &Part, name: &str) -> Kind {
        let cues = &part.cues;
        let class = part.figure.class;
        let rate = matches!(class, Class::Share | Class::None);
        match part.figure.shape {
            Shape::Rank => return Kind::Rank,
            Shape::Multiple => return Kind::Multiple,
            Shape::Growth => return Kind::Growth,
            Shape::Amount => {}
        }
        if class == Class::Times {
            Kind::Multiple
        } else if class == Class::Points && !cues.reach {
            Kind::Change
        } else if rate && (cues.grow || is_rate(name)) {
            Kind::Growth
        } else if cues.grow {
            Kind::Change
        } else if cues.change && (!cues.sum || class == Class::Share) {
            if part.each_year && rate {
                Kind::Growth
            } else {
                Kind::Change
            }
        } else if part.each_year {
            Kind::PerYear
        } else if self.is_sum(part, name)
            && !matches!(class, Class::Share | Class::Age | Class::Duration)
        {
            Kind::Cumulative
        } else {
            Kind::Level
        }
    }

    /// `新增`, `累计`, and in a review work done over its years.
    fn is_sum(&self, part: &Part, name: &str) -> bool {
        let reviewed = self.scope.role == Role::Observed && self.scope.span.is_some();
        let done = reviewed && (part.opening.done || name.ends_with("开行"));
        part.cues.sum || part.opening.sum || done || any_within(name, NEW)
    }
}

/// `人口自然增长率` is a level of its own kind, and no growth of `人口自然`.
fn is_rate(name: &str) -> bool {
    any_within(name, RATES) && !name.contains("自然增长率")
}
