//! Finds the numbers of a sentence that state a value, and leaves out those inside names.

use std::ops::Range;

use super::numerals::{self, Form, Numeral};
use super::prose::{any_at, any_end, closes, has, is_han};
use super::time::Time;
use super::units::{self, Class};
use crate::plan::Bound;

/// A number with its unit, and the bound word behind it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Figure {
    /// The number with its unit: the evidence.
    pub start: usize,
    pub end: usize,
    /// Behind the bound word: `3%以上|`.
    pub after: usize,
    pub value: Value,
    pub unit: String,
    pub class: Class,
    pub shape: Shape,
    pub bound_after: Option<Bound>,
    /// No digit was written: `千亿元`.
    pub bare: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Value {
    Single(f64),
    Range(f64, f64),
    /// The source lost the digits.
    Lost,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Amount,
    /// `翻一番`
    Multiple,
    /// `前50位`, `第6`, `30强`
    Rank,
}

/// Words that bind the number before them.
#[rustfmt::skip] // a word list reads as a paragraph
const BOUNDS_AFTER: &[(&str, Bound)] = &[
    ("(含)以上", Bound::AtLeast), ("(含)以下", Bound::AtMost), ("及以上", Bound::AtLeast),
    ("以上", Bound::AtLeast), ("及以下", Bound::AtMost), ("以下", Bound::AtMost),
    ("以内", Bound::AtMost), ("之内", Bound::AtMost), ("左右", Bound::About),
    ("上下", Bound::About),
];

/// Words right before a number that show it is a value: `达到`, `超`, `控制在`.
#[rustfmt::skip] // a word list reads as a paragraph
const VALUE_BEFORE: &[&str] = &[
    "到", "达", "至", "为", "在", "于", "过", "超", "破", "逾", "近", "约", "入", "上", "不足",
    "均达",
];

/// Words right behind a counted thing that only structure the text: `八个方面`.
#[rustfmt::skip] // a word list reads as a paragraph
const STRUCTURE: &[&str] = &[
    "方面", "领域", "维度", "阶段", "层面", "环节", "层次", "台阶", "万亿元台阶", "关键词", "专班", "工作组", "专项组", "月",
    "“一”",
];

/// Words behind a span of time that make it a name: `15分钟生活圈`.
const CIRCLES: &[&str] = &["圈", "过境", "可达", "直达", "通达", "到达"];

/// All figures of `range`. `times` are skipped, and so are quotations and titles.
pub(super) fn read(
    chars: &[char],
    range: Range<usize>,
    times: &[Time],
    lossy: bool,
) -> Vec<Figure> {
    let scene = Scene {
        chars,
        range: range.clone(),
        lossy,
    };
    let mut figures: Vec<Figure> = Vec::new();
    let mut at = range.start;
    let mut quotes = 0usize;
    let mut times = times.iter().peekable();
    while at < range.end {
        while times.next_if(|time| time.end <= at).is_some() {}
        if let Some(time) = times.peek().filter(|time| time.start <= at) {
            at = time.end;
            continue;
        }
        let c = chars[at];
        match c {
            '“' | '《' if closes(chars, at) => quotes += 1,
            '”' | '》' => quotes = quotes.saturating_sub(1),
            _ => {}
        }
        let found = match c {
            '翻' | '倍' | '成' => scene.multiple(at),
            _ if quotes > 0 => Found::Nothing,
            '前' | '第' => scene.rank(at),
            _ => scene.amount(at, figures.last()),
        };
        match found {
            Found::Figure(figure) if figure.after <= range.end => {
                at = figure.end;
                figures.push(figure);
            }
            Found::Skip(end) => at = end.max(at + 1),
            Found::Nothing | Found::Figure(_) => at += 1,
        }
    }
    figures
}

/// Whether `mark` is the character before `at`.
fn previous_is(chars: &[char], at: usize, mark: char) -> bool {
    at > 0 && chars[at - 1] == mark
}

/// What stands at a place: a figure, a number that is none up to `Skip`'s end, or no number.
enum Found {
    Figure(Figure),
    Skip(usize),
    Nothing,
}

/// The sentence that numbers are read in.
struct Scene<'a> {
    chars: &'a [char],
    range: Range<usize>,
    lossy: bool,
}

impl Scene<'_> {
    fn before(&self, at: usize) -> &[char] {
        &self.chars[self.range.start..at]
    }

    fn value_before(&self, at: usize) -> bool {
        any_end(self.before(at), VALUE_BEFORE).is_some()
    }

    fn next(&self, at: usize) -> char {
        if at < self.range.end {
            self.chars[at]
        } else {
            '。'
        }
    }

    /// `翻一番`, `翻两番`, `翻番`, `实现倍增`; `倍增计划` is a name.
    fn multiple(&self, at: usize) -> Found {
        let (end, value) = if self.chars[at] == '翻' {
            let digit = at + 1 + usize::from(has(self.chars, at + 1, "了"));
            let times = self.chars.get(digit).and_then(|&c| numerals::han_digit(c));
            let end = digit + usize::from(times.is_some());
            if !has(self.chars, end, "番") {
                return Found::Nothing;
            }
            (end + 1, 2f64.powf(times.unwrap_or(1.0)))
        } else if let Some(length) = any_at(self.chars, at, &["成倍增长", "倍增"]) {
            (at + length, 2.0)
        } else {
            return Found::Nothing;
        };
        let follows = self.next(end);
        let named = is_han(follows) && any_at(self.chars, end, &["以上", "左右"]).is_none();
        let word = matches!(self.next(at.wrapping_sub(1)), '“') && self.chars[at] != '翻';
        if named || word || self.chars[at - usize::from(at > 0)] == '双' {
            return Found::Skip(end);
        }
        self.figure(
            at,
            end,
            Value::Single(value),
            "倍",
            Class::Times,
            Shape::Multiple,
        )
    }

    /// `前50位`, `前40%`, `第6位`; `第三极` and `第十四个` are no ranks.
    fn rank(&self, at: usize) -> Found {
        let Some(numeral) = numerals::read(self.chars, at + 1) else {
            return Found::Nothing;
        };
        let tail = any_at(self.chars, numeral.end, &["位", "名", "%", "强"]).unwrap_or(0);
        let end = numeral.end + tail;
        let placed = &["居", "列", "位", "国", "省", "入", "升至", "前"];
        let is_rank = if self.chars[at] == '前' {
            tail > 0
        } else {
            (tail > 0 || !is_han(self.next(end))) && any_end(self.before(at), placed).is_some()
        };
        if !is_rank {
            return Found::Skip(end);
        }
        let value = Value::Single(numeral.value);
        self.figure(at, end, value, "位", Class::None, Shape::Rank)
    }

    fn amount(&self, at: usize, last: Option<&Figure>) -> Found {
        let c = self.chars[at];
        let starts = c.is_ascii_digit()
            || matches!(
                c,
                '一' | '二' | '两' | '三' | '四' | '五' | '六' | '七' | '八' | '九'
            )
            || matches!(c, '十' | '百' | '千' | '万' | '亿');
        if !starts {
            return self.latin_word(at);
        }
        if let Some((value, end)) = numerals::hundredths(self.chars, at) {
            let points = any_at(self.chars, end, &["个百分点"]).unwrap_or(0);
            let (unit, class) = if points > 0 {
                ("百分点", Class::Points)
            } else {
                ("%", Class::Share)
            };
            return self.figure(
                at,
                end + points,
                Value::Single(value),
                unit,
                class,
                Shape::Amount,
            );
        }
        if let Some((value, end)) = numerals::fraction(self.chars, at) {
            return self.figure(
                at,
                end,
                Value::Single(value),
                "",
                Class::Share,
                Shape::Amount,
            );
        }
        if let Some((value, end)) = numerals::ratio(self.chars, at) {
            return self.figure(
                at,
                end,
                Value::Single(value),
                "",
                Class::Ratio,
                Shape::Amount,
            );
        }
        if let Some(end) = numerals::proportion(self.chars, at) {
            return Found::Skip(end);
        }
        match numerals::read(self.chars, at) {
            Some(first) => self.number(at, first, last),
            None => Found::Nothing,
        }
    }

    /// `PM2.5`, `G60`, `S1`: digits behind Latin letters belong to the word.
    fn latin_word(&self, at: usize) -> Found {
        if !self.chars[at].is_ascii_alphabetic() {
            return Found::Nothing;
        }
        let tail = self.chars[at..self.range.end]
            .iter()
            .take_while(|c| c.is_ascii_alphanumeric() || "._-+".contains(**c))
            .count();
        Found::Skip(at + tail)
    }

    /// A number, with the second of a range where there is one, and its unit.
    fn number(&self, at: usize, first: Numeral, last: Option<&Figure>) -> Found {
        let (high, end) = self.range_end(&first);
        let gap = usize::from(self.next(end) == ' ' && !self.next(end + 1).is_ascii_digit());
        let unit = units::read(self.chars, end + gap);
        let (unit_end, unit, class) = match unit {
            Some(unit) if unit.end <= self.range.end => (unit.end, unit.base, unit.class),
            _ => (end, String::new(), Class::None),
        };
        let tenths = class == Class::None && self.tenths(at, &first);
        let (unit_end, unit, class) = if tenths {
            (end + 1, "%".to_owned(), Class::Share)
        } else {
            (unit_end, unit, class)
        };
        if self.next(end) == '强' {
            return self.best_of(at, end, first.value);
        }
        if self.is_name(at, &first, end, unit_end, class, last) {
            return Found::Skip(unit_end);
        }
        let scale = if tenths { 10.0 } else { 1.0 };
        let value = match high {
            Some((low, high)) => Value::Range(low * scale, high * scale),
            None if self.lossy && first.form == Form::Bare => Value::Lost,
            None => Value::Single(first.value * scale),
        };
        let mut found = self.figure(at, unit_end, value, &unit, class, Shape::Amount);
        if let Found::Figure(figure) = &mut found {
            figure.bare = first.form == Form::Bare;
            if first.over && figure.bound_after.is_none() {
                figure.bound_after = Some(Bound::AtLeast);
            }
        }
        found
    }

    /// `迈入全国城市30强`; the `500强` are a name.
    fn best_of(&self, at: usize, end: usize, value: f64) -> Found {
        let before = self.before(at);
        let near = &before[before.len().saturating_sub(14)..];
        let entered = [
            "进入", "迈入", "稳居", "跻身", "位居", "入选", "入围", "步入",
        ];
        if super::prose::contains_any(near, &entered) && value < 500.0 {
            self.figure(
                at,
                end + 1,
                Value::Single(value),
                "位",
                Class::None,
                Shape::Rank,
            )
        } else {
            Found::Skip(end + 1)
        }
    }

    /// `六成`, `八成以上`; `建成`, `成立` are words.
    fn tenths(&self, at: usize, first: &Numeral) -> bool {
        let next = self.next(first.end + 1);
        self.next(first.end) == '成'
            && first.value <= 10.0
            && (any_at(self.chars, first.end + 1, &["以上", "左右", "以下"]).is_some()
                || !is_han(next) && self.value_before(at))
    }

    /// `2—4家`, `4.5%—5%`, `3至5万家`: low and high, and the end of the second number.
    fn range_end(&self, first: &Numeral) -> (Option<(f64, f64)>, usize) {
        let none = (None, first.end);
        let unit = units::read(self.chars, first.end).filter(|unit| unit.class != Class::Duration);
        let dash = unit.map_or(first.end, |unit| unit.end);
        let marks = (dash..self.range.end)
            .take_while(|&at| matches!(self.chars[at], '—' | '-' | '~' | '至' | '到'))
            .count();
        if marks == 0 || marks > 2 || first.form == Form::Bare {
            return none;
        }
        let Some(second) = numerals::read(self.chars, dash + marks) else {
            return none;
        };
        let factor = match (first.scaled, second.scaled) {
            (false, true) => self.chars[dash + marks..second.end]
                .iter()
                .fold(1.0, |factor, c| match c {
                    '万' => factor * 1e4,
                    '亿' => factor * 1e8,
                    _ => factor,
                }),
            _ => 1.0,
        };
        let low = first.value * factor;
        if low < second.value && second.end <= self.range.end {
            (Some((low, second.value)), second.end)
        } else {
            none
        }
    }

    /// Whether a number is part of a name or of the text's structure and states no value.
    fn is_name(
        &self,
        at: usize,
        first: &Numeral,
        digits_end: usize,
        end: usize,
        class: Class,
        last: Option<&Figure>,
    ) -> bool {
        let next = self.next(end);
        let previous = self.before(at).last().copied().unwrap_or('。');
        let value_before = self.value_before(at);
        let joined = previous.is_ascii_alphanumeric()
            || matches!(previous, '+' | '第' | '#' | '¥' | '.' | '-');
        if joined
            || matches!(next, '+' | '×' | '级' | '版' | '号' | '后')
            || next.is_ascii_alphabetic() && class == Class::None
        {
            return true;
        }
        if class == Class::Count && any_at(self.chars, end, STRUCTURE).is_some() {
            return true;
        }
        let routine = previous_is(self.chars, end, '次')
            && super::prose::contains_any(
                &self.before(at)[self.before(at).len().saturating_sub(12)..],
                &["每季", "每月", "每周", "每半年", "每年至少"],
            );
        let kinds = routine || first.form != Form::Arabic && previous_is(self.chars, end, '类');
        if kinds {
            return true;
        }
        match first.form {
            Form::HanDigit if !matches!(class, Class::Points | Class::Times | Class::Share) => {
                return true;
            }
            Form::Han if class == Class::Count && first.value <= 10.0 => return true,
            Form::Bare => {
                return !self.is_bare_value(at, end, class, last) && !self.is_lost(at, end);
            }
            Form::HanDigit | Form::Han | Form::Arabic => {}
        }
        match class {
            Class::Points => self.compares(at),
            Class::None => !self.is_unitless_value(first, end, value_before, last, at),
            Class::Duration => {
                let tail = &self.chars[end..(end + 8).min(self.range.end)];
                let circle = CIRCLES
                    .iter()
                    .any(|word| super::prose::contains(tail, word));
                circle || !value_before || digits_end == end
            }
            Class::Grade => !value_before,
            Class::Age => !value_before && any_at(self.chars, end, &["以下", "以上"]).is_some(),
            _ => false,
        }
    }

    /// `高于全省1.2个百分点` compares with others and states no value.
    fn compares(&self, at: usize) -> bool {
        let before = self.before(at);
        let near = &before[before.len().saturating_sub(10)..];
        super::prose::contains_any(
            near,
            &["高于", "低于", "快于", "慢于", "好于", "高出", "领先"],
        )
    }

    /// `超千亿`, `达万列`: a multiplier alone is a value behind a verb, else a name (`千亿产业`).
    fn is_bare_value(&self, at: usize, end: usize, class: Class, last: Option<&Figure>) -> bool {
        let amount = matches!(
            class,
            Class::Money | Class::People | Class::Count | Class::Size
        ) || class == Class::None && matches!(self.chars[end - 1], '亿' | '万');
        let after_figure = last.is_some_and(|figure| figure.end == at);
        let bounded = any_at(self.chars, end, &["以上", "左右"]).map_or(end, |length| end + length);
        let closes = !is_han(self.next(bounded));
        let ends_with_bound = bounded > end && closes && is_han(self.next(at.wrapping_sub(1)));
        amount && !after_figure && (self.value_before(at) || ends_with_bound)
    }

    /// `60万以上`, `缩小到1.9`, `0.14、0.33以内`: numbers that go without a unit.
    fn is_unitless_value(
        &self,
        first: &Numeral,
        end: usize,
        value_before: bool,
        last: Option<&Figure>,
        at: usize,
    ) -> bool {
        let next = self.next(end);
        let bounded = any_at(self.chars, end, &["以上", "左右", "以内", "以下", "之内"]).is_some();
        let closes = bounded || !is_han(next) && !next.is_ascii_digit() && next != '“';
        let in_list = next == '、' || has(self.chars, end, "和");
        let follows_value = last.is_some_and(|figure| {
            figure.class == Class::None && at <= figure.after + 1 && figure.shape == Shape::Amount
        });
        if first.scaled {
            return true;
        }
        first.form == Form::Arabic && (value_before || follows_value) && (closes || in_list)
    }

    /// `五大产业亿培育计划`: in a copy that lost digits, 亿 between two nouns.
    fn is_lost(&self, at: usize, end: usize) -> bool {
        let previous = self.before(at).last().copied().unwrap_or('。');
        let noun_before = is_han(previous) && !"数上超过近几".contains(previous);
        let named = any_at(self.chars, end, &["培育", "投资", "计划", "工程", "产业"]).is_some();
        self.lossy && end == at + 1 && self.chars[at] == '亿' && noun_before && named
    }

    fn figure(
        &self,
        start: usize,
        end: usize,
        value: Value,
        unit: &str,
        class: Class,
        shape: Shape,
    ) -> Found {
        let quote = usize::from(self.next(end) == '”');
        let bound = BOUNDS_AFTER
            .iter()
            .find(|(word, _)| has(self.chars, end + quote, word));
        let after = match bound {
            Some((word, _)) => end + quote + word.chars().count(),
            None => end + quote,
        };
        Found::Figure(Figure {
            start,
            end,
            after,
            value,
            unit: unit.to_owned(),
            class,
            shape,
            bound_after: bound.map(|&(_, bound)| bound),
            bare: false,
        })
    }
}
