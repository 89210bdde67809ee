//! Puts names, numbers, years and kinds together into statements.

use std::ops::Range;

use super::super::figures::{Figure, Shape, Value};
use super::super::numerals;
use super::super::prose::{any_within, trim};
use super::super::units::Class;
use super::kinds::{RATES, any_end_of};
use super::parts::Part;
use super::{Carried, Draft, Named, REACH, Scene};
use crate::plan::{Ambition, Area, Bound, Kind};

impl Scene<'_> {
    /// The statements of a list: one for each number and name that belong together.
    pub(super) fn drafts(
        &self,
        members: &[Part],
        named: &[Named],
        clause: &Range<usize>,
        carried: &Carried,
        drafts: &mut Vec<Draft>,
    ) {
        let years = self.listed_years(members);
        let paired = members.len() > 1;
        // `80%以上、90%和99%以上`: each with its own.
        let Some((last, others)) = members.split_last() else {
            return;
        };
        let own = |part: &Part| part.figure.bound_after.is_some();
        let spread = last.figure.bound_after.filter(|_| !others.iter().any(own));
        for (index, part) in members.iter().enumerate() {
            let after = part.figure.bound_after.or(spread.filter(|_| paired));
            let before = part.cues.bound.or(members[0].cues.bound);
            let bound = bound(before, after);
            for named in owners(named, index, members.len()) {
                let figure = with_unit_of_next(&members[index..], self.chars());
                let mut draft = self.draft(part, figure, bound, named, clause, carried);
                if let Some(time) = years.get(index) {
                    draft.period.year = time.year;
                }
                // `分别提升至第77位、|106位`
                let places = self.chars()[part.figure.end - 1] == '位';
                if members[0].figure.shape == Shape::Rank && places {
                    draft.kind = Kind::Rank;
                    draft.figure.unit = "位".into();
                }
                let within = part.opening.within || self.is_part(clause, &part.segment.range);
                if within && !part.cues.reach {
                    sum_alike(&mut draft, drafts.last());
                }
                drafts.push(draft);
            }
        }
    }

    fn draft(
        &self,
        part: &Part,
        mut figure: Figure,
        bound: Bound,
        named: &Named,
        clause: &Range<usize>,
        carried: &Carried,
    ) -> Draft {
        let kind = self.kind(part, figure.class, &named.name, carried);
        if figure.unit.is_empty() && figure.class == Class::None && figure.shape == Shape::Amount {
            figure.unit = unit_of(&named.name, &figure, self.chars()).into();
        }
        let name = match kind {
            Kind::Rank if part.cues.grow => of_rate(&named.name),
            // `投资增长9%,|比上年提高2个百分点`: points are of the rate.
            Kind::Change if figure.class == Class::Points && is_amount(&named.name) => {
                let goes_on = part.names.is_empty() && carried.grew;
                match part.cues.grow || goes_on {
                    true => of_rate(&named.name),
                    false => named.name.clone(),
                }
            }
            _ => without_rate(&named.name, kind).to_owned(),
        };
        Draft {
            bound,
            clause: self.quotation(part, named, clause),
            name,
            role: self.role(part, &figure, carried),
            kind,
            period: self.when(part, kind, carried),
            area: match &part.area {
                // `江北区:全区…`
                Some(Area::Whole) if carried.subject.is_some() => named.area.clone(),
                Some(area) => area.clone(),
                None => named.area.clone(),
            },
            ambition: self.ambition(carried.lead, figure.start),
            figure,
        }
    }

    /// The last word of will between the number before and this one.
    fn ambition(&self, lead: usize, at: usize) -> Ambition {
        let near = lead.max(at.saturating_sub(2 * REACH))..at;
        let before = self.wills.partition_point(|will| will.0 < at);
        let will = self.wills[..before].last();
        let will = will.filter(|will| near.contains(&will.0));
        will.map_or_else(Ambition::default, |will| will.1)
    }

    /// The clause with its name and the year before it, as far as a reader wants it quoted.
    fn quotation(&self, part: &Part, named: &Named, clause: &Range<usize>) -> Range<usize> {
        let figure = part.figure;
        let mut start = self
            .governing(figure.start)
            .filter(|time| time.end + 1 == clause.start)
            .map_or(clause.start, |time| time.start);
        if self.sentence.contains(&named.start) {
            start = start.min(named.start);
        }
        let start = start.max(figure.start.saturating_sub(2 * REACH));
        let end = clause.end.min(figure.end + 2 * REACH);
        trim(self.chars(), start..end)
    }
}

/// `完成投资90亿元,其中|铁路30亿元`: a part of a sum is one.
fn sum_alike(part: &mut Draft, whole: Option<&Draft>) {
    let alike = |whole: &&Draft| whole.figure.class == part.figure.class;
    if let Some(whole) = whole.filter(alike)
        && (whole.kind, part.kind) == (Kind::Cumulative, Kind::Level)
        && whole.period.year == part.period.year
    {
        part.kind = whole.kind;
        part.period.span = whole.period.span;
    }
}

/// `投资|增速|居全省第3位`: a rank by growth is none by size.
fn of_rate(name: &str) -> String {
    let told = any_end_of(name, RATES) || name.is_empty();
    name.to_owned() + if told { "" } else { "增速" }
}

/// Whether a name tells how much there is, and no share, which points may be of.
fn is_amount(name: &str) -> bool {
    #[rustfmt::skip] // a word list reads as a paragraph
    const SHARES: &[&str] = &["率", "比重", "占比", "比例", "份额", "度", "水平", "指数", "面", "比", "覆盖", "系数", "贡献"];
    !any_end_of(name, SHARES)
}

/// A name without the word that its kind tells: `工业产值|增速`.
fn without_rate(name: &str, kind: Kind) -> &str {
    let stem = name.strip_suffix("增速").filter(|_| kind == Kind::Growth);
    stem.filter(|stem| !stem.is_empty()).unwrap_or(name)
}

/// The names of the number at `index` of `count`: its own, or all where there is one number.
fn owners(named: &[Named], index: usize, count: usize) -> &[Named] {
    let own = if named.len() == count || named.len() > index && named.len() > 1 {
        index
    } else {
        return named;
    };
    if count > 1 { &named[own..=own] } else { named }
}

/// The first number, with the unit of the next that has one: `0.14、0.33%`, `13.3、5.9万吨`.
fn with_unit_of_next(members: &[Part], chars: &[char]) -> Figure {
    // No plan lists more.
    const LONGEST: usize = 64;
    let mut figure = members[0].figure.clone();
    let next = members
        .iter()
        .take(LONGEST)
        .map(|part| part.figure)
        .find(|figure| figure.class != Class::None);
    if let Some(next) = next.filter(|_| figure.class == Class::None) {
        figure.unit.clone_from(&next.unit);
        figure.class = next.class;
        let zeros = |figure: &Figure| numerals::zeros(&chars[figure.place()]);
        if let (Value::Single(value), 0) = (figure.value, zeros(&figure)) {
            let scaled = numerals::scaled(chars, figure.start, zeros(next));
            figure.value = Value::Single(scaled.unwrap_or(value));
        }
    }
    figure
}

/// The word behind a number wins (`超过3家以上`), but 左右 does not loosen a cap: `控制在5%左右`.
fn bound(before: Option<Bound>, after: Option<Bound>) -> Bound {
    match (before, after) {
        (Some(Bound::AtMost), Some(Bound::About)) => Bound::AtMost,
        (before, after) => after.or(before).unwrap_or(Bound::Exactly),
    }
}

/// The unit that a number without one must have: `技能人才40万以上`.
fn unit_of(name: &str, figure: &Figure, chars: &[char]) -> &'static str {
    #[rustfmt::skip] // a word list reads as a paragraph
    const PEOPLE: &[&str] = &[
        "人才", "人口", "大学生", "人员", "就业", "学生", "毕业生", "职工", "农民", "居民", "参保",
        "劳动力", "劳力", "五保", "低保", "对象", "群众", "青年", "老年人", "老人", "儿童",
    ];
    let last = chars[figure.end - 1];
    let Value::Single(value) = figure.value else {
        return if last == '亿' { "元" } else { "" };
    };
    let people = || any_within(name, PEOPLE);
    match last {
        '万' | '亿' if name.ends_with("人次") => "人次",
        '亿' => "元",
        '万' if any_end_of(name, &["收入", "支出", "投资", "产值", "增加值", "税收"]) => {
            "元"
        }
        '万' if people() => "人",
        _ if value >= 1000.0 && people() => "人",
        _ => "",
    }
}
