//! Matches the words of a text to canonical indicators.

use std::borrow::Cow;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::{prose, units};
use crate::plan::{Indicator, Kind};

/// A canonical indicator with the other names that plans use for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    pub indicator: Indicator,
    pub aliases: Vec<String>,
}

/// The canonical indicators, in the order of `seeds/indicators.toml`.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    entries: Vec<Entry>,
    /// Normal form of each name and alias, with the entries that bear it.
    names: FxHashMap<String, Vec<u16>>,
}

impl Vocabulary {
    pub fn new(entries: Vec<Entry>) -> Self {
        let mut names: FxHashMap<String, Vec<u16>> = FxHashMap::default();
        for (index, entry) in entries.iter().enumerate() {
            let own = std::iter::once(&entry.indicator.zh);
            for name in own.chain(&entry.aliases) {
                let bearers = names.entry(plain_name(name)).or_default();
                if !bearers.contains(&(index as u16)) {
                    bearers.push(index as u16);
                }
            }
        }
        Self { entries, names }
    }

    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry that `name` means, if any. A level must have the entry's unit; a growth, change,
    /// multiple or rank has its own.
    pub fn resolve(&self, name: &str, kind: Kind, unit: &str) -> Option<u16> {
        self.fitting(name, kind, unit).first().copied()
    }

    /// Every entry that `name` means as well as any other: more than one where they share a name and
    /// the unit does not tell.
    pub fn fitting(&self, name: &str, kind: Kind, unit: &str) -> Vec<u16> {
        let name = in_plain_form(name);
        let forms = || std::iter::once(name.as_ref()).chain(without_head(&name));
        let shorter = forms().flat_map(without_tail);
        let mut bearers = forms()
            .chain(shorter)
            .filter_map(|form| self.names.get(form));
        let fit = |bearers: &Vec<u16>| {
            let fitting = bearers.iter().copied();
            let fitting: Vec<u16> = fitting
                .filter(|&index| self.unit_agrees(index, kind, unit))
                .collect();
            (!fitting.is_empty()).then_some(fitting)
        };
        bearers.find_map(fit).unwrap_or_default()
    }

    fn unit_agrees(&self, index: u16, kind: Kind, unit: &str) -> bool {
        let own = &self.entries[index as usize].indicator.unit;
        match kind {
            Kind::Level | Kind::Cumulative | Kind::PerYear => units::agree(own, unit),
            Kind::Change => {
                unit == "%" || unit == "百分点" && own == "%" || units::agree(own, unit)
            }
            Kind::Growth | Kind::Multiple | Kind::Rank => true,
        }
    }
}

/// Words that name the whole area or nothing more than the name without them.
#[rustfmt::skip] // a word list reads as a paragraph
const LEADING: &[&str] = &[
    "全市", "全省", "全县", "全区", "全域", "我市", "我省", "本市", "全社会",
];

/// Words that only say that a thing is counted.
const TRAILING: &[&str] = &[
    "总数",
    "数量",
    "总量",
    "个数",
    "总里程",
    "里程数",
    "人数",
    "数",
];

/// A name without each word of [`LEADING`] that it begins with.
fn without_head(name: &str) -> impl Iterator<Item = &str> {
    // Each of them begins with one of these, and few names do.
    let heads: &[&str] = match name.starts_with(['全', '我', '本']) {
        true => LEADING,
        false => &[],
    };
    heads.iter().filter_map(move |head| name.strip_prefix(head))
}

/// A name without each word of [`TRAILING`] that it ends with.
fn without_tail(name: &str) -> impl Iterator<Item = &str> {
    // As in [`without_head`].
    let tails: &[&str] = match name.ends_with(['数', '量', '程']) {
        true => TRAILING,
        false => &[],
    };
    tails.iter().filter_map(move |tail| name.strip_suffix(tail))
}

/// A name without what plans write this way or that and mean nothing by: quotes, commas, hyphens,
/// blanks, the width and case of letters, traditional characters.
pub fn plain_name(name: &str) -> String {
    in_plain_form(name).into_owned()
}

/// As [`plain_name`], of a name that seldom needs a change.
fn in_plain_form(name: &str) -> Cow<'_, str> {
    if name.chars().all(prose::is_plain_han) {
        return Cow::Borrowed(name);
    }
    let mut plain = String::with_capacity(name.len());
    plain.extend(name.chars().filter_map(plain_character));
    Cow::Owned(plain)
}

/// What a plain name has for a character; none for what means nothing.
fn plain_character(c: char) -> Option<char> {
    if prose::is_plain_han(c) {
        return Some(c);
    }
    let plain = prose::plain(c);
    let mark = matches!(
        plain,
        '“' | '”' | '"' | '‘' | '’' | '\'' | '《' | '》' | '、' | ',' | '·' | '_' | '-' | '—'
    );
    (!mark && !plain.is_whitespace()).then_some(plain.to_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Direction, Theme};

    fn vocabulary() -> Vocabulary {
        let entry = |id: &str, zh: &str, unit: &str, aliases: &[&str]| Entry {
            indicator: Indicator {
                id: id.into(),
                zh: zh.into(),
                en: String::new(),
                unit: unit.into(),
                theme: Theme::Economy,
                direction: Direction::Higher,
                provisional: false,
            },
            aliases: aliases.iter().map(|&alias| alias.to_owned()).collect(),
        };
        Vocabulary::new(vec![
            entry("gdp", "地区生产总值", "元", &["GDP", "经济总量"]),
            entry("stations", "5G基站", "个", &[]),
            entry("urban-income", "城镇居民人均可支配收入", "元", &[]),
            entry("manufacturing", "制造业增加值", "元", &[]),
            entry("income", "居民人均收入", "元", &["人均收入"]),
            entry("income-usd", "居民人均收入(美元)", "美元", &["人均收入"]),
        ])
    }

    fn check(name: &str, kind: Kind, unit: &str, expected: &str) {
        let vocabulary = vocabulary();
        let found = vocabulary
            .resolve(name, kind, unit)
            .map_or("none", |index| {
                &vocabulary.entries[index as usize].indicator.id
            });
        assert_eq!(found, expected, "{name}");
    }

    #[test]
    fn names_resolve_without_their_wrapping() {
        check("全市地区生产总值", Kind::Level, "元", "gdp");
        check("gdp", Kind::Level, "元", "gdp");
        check("“5G基站”总数", Kind::Level, "座", "stations");
    }

    #[test]
    fn another_thing_never_resolves() {
        check("农村居民人均可支配收入", Kind::Level, "元", "none");
        check("制造业增加值占GDP比重", Kind::Level, "%", "none");
        check("地区生产总值", Kind::Level, "%", "none");
    }

    #[test]
    fn a_shared_name_fits_as_many_as_the_unit_leaves() {
        let vocabulary = vocabulary();
        let count = |kind, unit| vocabulary.fitting("人均收入", kind, unit).len();
        assert_eq!(count(Kind::Level, "美元"), 1);
        assert_eq!(count(Kind::Growth, "%"), 2);
    }

    #[test]
    fn growth_has_a_unit_of_its_own() {
        check("地区生产总值", Kind::Growth, "%", "gdp");
        check("地区生产总值", Kind::Multiple, "倍", "gdp");
    }
}
