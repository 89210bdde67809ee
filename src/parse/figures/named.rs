//! Tells the numbers that belong to names or to the text's structure, and state no value.

use super::super::numerals::{Form, Numeral};
use super::super::prose::{any_at, contains_any, has, is_han};
use super::super::units::Class;
use super::amounts::Number;
use super::{Figure, Scene, Shape, one_at};

/// Words right behind a counted thing that only structure the text: `八个方面`.
#[rustfmt::skip] // a word list reads as a paragraph
const STRUCTURE: &[&str] = &[
    "方面", "领域", "维度", "阶段", "层面", "环节", "层次", "台阶", "万亿元台阶", "关键词", "专班", "工作组", "专项组", "月",
    "“一”",
];

/// Words behind a span of time that make it a name: `15分钟生活圈`.
const CIRCLES: &[&str] = &["圈", "过境", "可达", "直达", "通达", "到达"];

/// Why most Chinese digits state no value.
pub(super) const LONE_DIGIT: &str = "a Chinese digit alone";

/// Whether a number right behind `previous` belongs to a code or is an ordinal.
pub(super) fn joins(previous: char) -> bool {
    previous.is_ascii_alphanumeric() || matches!(previous, '+' | '第' | '#' | '¥' | '.' | '-')
}

impl Scene<'_> {
    /// The rule by which a number states no value; none where it states one.
    pub(super) fn why_no_value(
        &self,
        number: &Number,
        last: Option<&Figure>,
    ) -> Option<&'static str> {
        if self.is_joined(number) {
            Some("joined to a code, a version or an ordinal")
        } else if number.class == Class::Count && one_at(self.chars, number.end, STRUCTURE) {
            Some("counts the parts of the text")
        } else if self.is_routine(number) {
            Some("tells how often, or how many sorts")
        } else {
            self.form_names(number, last)
                .or_else(|| self.class_names(number, last))
        }
    }

    /// `5+5`, `第3`, `2.0版`, `4A`: a mark or letter joins the number to a code.
    fn is_joined(&self, number: &Number) -> bool {
        let (next, previous) = (self.next(number.end), self.previous(number.at));
        joins(previous)
            || matches!(next, '+' | '×' | '级' | '版' | '号' | '后')
            || next.is_ascii_alphabetic() && number.class == Class::None
    }

    /// `每季度1次`, `三类`.
    fn is_routine(&self, number: &Number) -> bool {
        let often = ["每季", "每月", "每周", "每半年", "每年至少"];
        match self.chars[number.end - 1] {
            '次' => contains_any(self.near(number.at, 12), &often),
            '类' => number.first.form != Form::Arabic,
            _ => false,
        }
    }

    /// `三`, `八个`, `千亿`: what a number in Chinese characters is more often than a value.
    fn form_names(&self, number: &Number, last: Option<&Figure>) -> Option<&'static str> {
        let share = matches!(number.class, Class::Points | Class::Times | Class::Share);
        match number.first.form {
            Form::HanDigit if !share => Some(LONE_DIGIT),
            Form::Han if number.class == Class::Count && number.first.value <= 10.0 => {
                Some("a small Chinese count")
            }
            Form::Bare if !self.is_bare_value(number, last) && !self.is_lost(number) => {
                Some("a magnitude in a name")
            }
            Form::HanDigit | Form::Han | Form::Arabic | Form::Bare => None,
        }
    }

    fn class_names(&self, number: &Number, last: Option<&Figure>) -> Option<&'static str> {
        if number.first.form == Form::Bare {
            return None;
        }
        let (at, end) = (number.at, number.end);
        let value_before = self.value_before(at);
        match number.class {
            Class::Points if self.compares(at) => Some("compares with others"),
            Class::None if !self.is_unitless_value(number, value_before, last) => {
                Some("no unit, and no verb before it")
            }
            Class::Duration => {
                let tail = &self.chars[end..(end + 8).min(self.range.end)];
                let circle = contains_any(tail, CIRCLES);
                (circle || !value_before).then_some("a span of time in a name")
            }
            Class::Grade if !value_before => Some("a grade"),
            Class::Age if !value_before && one_at(self.chars, end, &["以下", "以上"]) => {
                Some("an age group")
            }
            _ => None,
        }
    }

    /// `高于全省1.2个百分点` compares with others and states no value.
    fn compares(&self, at: usize) -> bool {
        let words = ["高于", "低于", "快于", "慢于", "好于", "高出", "领先"];
        contains_any(self.near(at, 10), &words)
    }

    /// `超千亿`, `达万列`: a multiplier alone is a value behind a verb, else a name (`千亿产业`).
    fn is_bare_value(&self, number: &Number, last: Option<&Figure>) -> bool {
        let (at, end) = (number.at, number.end);
        let amount = matches!(
            number.class,
            Class::Money | Class::People | Class::Count | Class::Size
        ) || number.class == Class::None && matches!(self.chars[end - 1], '亿' | '万');
        let after_figure = last.is_some_and(|figure| figure.end == at);
        let bounded = any_at(self.chars, end, &["以上", "左右"]).map_or(end, |length| end + length);
        let closes = !is_han(self.next(bounded));
        let ends_with_bound = bounded > end && closes && is_han(self.next(at.wrapping_sub(1)));
        amount && !after_figure && (self.value_before(at) || ends_with_bound)
    }

    /// `60万以上`, `缩小到1.9`, `0.14、0.33以内`: numbers that go without a unit.
    fn is_unitless_value(
        &self,
        number: &Number,
        value_before: bool,
        last: Option<&Figure>,
    ) -> bool {
        let Numeral { form, scaled, .. } = number.first;
        let end = number.end;
        let next = self.next(end);
        let bounded = one_at(self.chars, end, &["以上", "左右", "以内", "以下", "之内"]);
        let closes = bounded || !is_han(next) && !next.is_ascii_digit() && next != '“';
        let in_list = next == '、' || has(self.chars, end, "和");
        let follows_value = last.is_some_and(|figure| {
            figure.class == Class::None
                && number.at <= figure.after + 1
                && figure.shape == Shape::Amount
        });
        scaled || form == Form::Arabic && (value_before || follows_value) && (closes || in_list)
    }

    /// `五大产业亿培育计划`: in a copy that lost digits, 亿 between two nouns.
    fn is_lost(&self, number: &Number) -> bool {
        let (at, end) = (number.at, number.end);
        let previous = self.previous(at);
        let noun_before = is_han(previous) && !"数上超过近几".contains(previous);
        let named = one_at(self.chars, end, &["培育", "投资", "计划", "工程", "产业"]);
        self.lossy && end == at + 1 && self.chars[at] == '亿' && noun_before && named
    }
}
