//! Which names a list of numbers has: its own, or those said before.

use std::ops::Range;

use super::super::areas;
use super::super::names;
use super::super::phrase::Phrase;
use super::super::prose::{contains, contains_any};
use super::parts::Part;
use super::{Carried, Named, REACH, Scene};
use crate::plan::Area;

impl Scene<'_> {
    /// The names of a group: its own, or those carried from before.
    pub(super) fn names(
        &self,
        members: &[Part],
        clause: &Range<usize>,
        carried: &Carried,
    ) -> Vec<Named> {
        let first = &members[0];
        if first.names.is_empty() {
            return carried_names(members, carried);
        }
        let area = match &first.area {
            Some(area) => area.clone(),
            None => self.described_zone(first, clause),
        };
        let names = first.names.iter();
        let mut own: Vec<Named> = names
            .map(|phrase| named(phrase.clone(), first, &area, self.reader.home))
            .filter(|named| !named.name.is_empty())
            .collect();
        complete(&mut own, carried);
        own
    }

    /// `建设某某新区,…建成产值超千亿的战略平台`: the numbers describe the zone just named.
    fn described_zone(&self, part: &Part, clause: &Range<usize>) -> Area {
        #[rustfmt::skip] // a word list reads as a paragraph
        const PLACES: &[&str] = &[
            "平台", "新区", "园区", "高地", "新城", "基地", "增长极", "片区",
        ];
        let chars = self.chars();
        let tail = &chars[part.figure.after..clause.end.min(part.figure.after + REACH)];
        let describes = contains(tail, "的") && contains_any(tail, PLACES) && !part.behind;
        if !describes {
            return Area::Whole;
        }
        let start = part.segment.range.start;
        let before = self.sentence.start.max(start.saturating_sub(2 * REACH))..start;
        areas::last_zone(&chars[before]).map_or(Area::Whole, Area::Part)
    }
}

/// The names said last; all those of the sentence where 分别 pairs more numbers than the last had.
fn carried_names(members: &[Part], carried: &Carried) -> Vec<Named> {
    let all = &carried.sentence;
    let short = members[0].cues.each && carried.names.len() != members.len();
    if short && all.len() >= members.len() {
        all[all.len() - members.len()..].to_vec()
    } else {
        carried.names.clone()
    }
}

fn named(mut phrase: Phrase, part: &Part, area: &Area, home: &[char]) -> Named {
    let own = areas::take_front(&mut phrase, false, home);
    Named {
        name: names::tidy(phrase, part.behind).text(),
        area: own.unwrap_or_else(|| area.clone()),
        start: part.segment.range.start,
    }
}

/// `亿元以上企业10家、50亿元以上3家`: a name that is only a class is of the things before it.
fn complete(own: &mut [Named], carried: &Carried) {
    if let ([only], Some(owner)) = (own, carried.names.last())
        && ["以上", "以下"]
            .iter()
            .any(|word| only.name.ends_with(word))
    {
        let thing = owner.name.rsplit("以上").next().unwrap_or_default();
        only.name.push_str(thing);
    }
}
