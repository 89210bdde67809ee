//! Amounts: a number or a range with its unit, a share, a ratio.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::super::lexicon::{self, Lexicon};
use super::super::numerals::{self, Form, Numeral};
use super::super::prose::{HanSet, among, any_at, any_end, contains_any, ends, is_han};
use super::super::units::{self, Class, Unit};
use super::{Figure, Found, Scene, Shape, Value, named, one_at};
use crate::plan::Bound;

/// A number that may state a value, with its unit.
pub(super) struct Number {
    pub at: usize,
    /// `增长-3%`
    pub negative: bool,
    pub first: Numeral,
    /// Low and high of a range.
    pub range: Option<(f64, f64)>,
    /// Where the digits end, before the unit.
    pub digits_end: usize,
    pub end: usize,
    pub unit: Cow<'static, str>,
    pub class: Class,
}

impl Scene<'_> {
    /// The number at `at`, in the first form that fits.
    pub(super) fn amount(&self, at: usize, last: Option<&Figure>) -> Found {
        if self.is_lone_digit(at) {
            return Found::Skip(at + 1, named::LONE_DIGIT);
        }
        let first = numerals::read(self.chars, at);
        // What is put together of numbers shows behind the first, and seldom stands there.
        let joined = first
            .as_ref()
            .is_none_or(|first| matches!(self.chars.get(first.end), Some('/' | ':' | '分')));
        if joined && let Some(end) = self.date(at) {
            return Found::Skip(end, "a date");
        }
        if joined && let Some(figure) = self.part_of_a_whole(at) {
            return Found::Figure(figure);
        }
        if let Some(figure) = self.two_digits(at) {
            return Found::Figure(figure);
        }
        if joined && let Some(end) = numerals::proportion(self.chars, at) {
            return Found::Skip(end, "a structure of three terms");
        }
        match first {
            Some(first) => self.number(at, first, last),
            None => self.endless(at),
        }
    }

    /// `2015/06/09`: where it ends.
    fn date(&self, at: usize) -> Option<usize> {
        const LONGEST: usize = 16;
        let words = &self.chars[at..self.range.end.min(at + LONGEST)];
        let digits = |c: &&char| c.is_ascii_digit() || **c == '/';
        let length = words.iter().take_while(digits).count();
        let marks = words[..length].iter().filter(|c| **c == '/').count();
        (marks == 2).then_some(at + length)
    }

    /// `一体化`, `三江`: most Chinese digits stand in words, and need no closer look.
    fn is_lone_digit(&self, at: usize) -> bool {
        let next = self.next(at + 1);
        static GOES_ON: HanSet = HanSet::new(&[
            '零', '一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千',
            '万', '亿', '点', '余', '多', '至', '到', '强', '成', '级', '版', '号', '后',
        ]);
        numerals::han_digit(self.chars[at]).is_some()
            && is_han(next)
            && next != '〇'
            && !GOES_ON.has(next)
            && !units::may_begin(self.chars, at + 1)
            && !named::joins(self.previous(at))
    }

    /// `保持两位数增长`: at least ten percent.
    fn two_digits(&self, at: usize) -> Option<Figure> {
        if self.chars.get(at + 1) != Some(&'位') {
            return None;
        }
        let words = any_at(self.chars, at, &["两位数", "2位数"])?;
        let end = at + words;
        let grows = one_at(self.chars, end, &["增长", "以上增长", "增速", "的增长"])
            || contains_any(self.near(at, 8), &["增长", "增速", "增幅"]);
        grows.then(|| {
            let value = Value::Single(10.0);
            let mut figure = self.figure(at..end, value, "%", Class::Share, Shape::Growth);
            figure.bound_after = Some(Bound::AtLeast);
            figure
        })
    }

    /// More digits than any amount has: a code, a line of a table, or nonsense.
    fn endless(&self, at: usize) -> Found {
        let rest = &self.chars[at..self.range.end];
        let digit = |c: &&char| c.is_ascii_digit() || among(**c, "零一二三四五六七八九十百千万亿");
        let digits = rest.iter().take_while(digit).count();
        if digits < numerals::LONGEST_HAN && !self.chars[at].is_ascii_digit() {
            return Found::Nothing;
        }
        Found::Skip(at + digits, "more digits than any amount has")
    }

    /// `百分之五`, `2/3`, `三分之一`, `1.61:1`.
    fn part_of_a_whole(&self, at: usize) -> Option<Figure> {
        let amount = |value, end, unit, class| {
            let value = Value::Single(value);
            Some(self.figure(at..end, value, unit, class, Shape::Amount))
        };
        if let Some((value, end, unit)) = numerals::hundredths(self.chars, at) {
            return match any_at(self.chars, end, &["个百分点"]) {
                Some(length) => amount(value, end + length, "百分点", Class::Points),
                None => amount(value, end, unit, Class::Share),
            };
        }
        if let Some((value, end)) = numerals::of_a_hundred_thousand(self.chars, at) {
            return amount(value, end, "/10万", Class::Ratio);
        }
        if let Some((value, end)) = numerals::fraction(self.chars, at) {
            return amount(value, end, "", Class::Share);
        }
        // `http://10.0.0.1:8080`
        if named::joins(self.previous(at)) {
            return None;
        }
        let (value, end) = numerals::ratio(self.chars, at)?;
        // `表1:2018年…`
        let clock = [
            "上午", "下午", "中午", "晚上", "凌晨", "日", "时间", " ", "表", "图", "专栏",
        ];
        if any_end(self.before(at), &clock).is_some() {
            return None;
        }
        amount(value, end, "", Class::Ratio)
    }

    /// A number, with the second of a range where there is one, and its unit.
    fn number(&self, at: usize, first: Numeral, last: Option<&Figure>) -> Found {
        let number = self.with_unit(at, first);
        if self.next(number.digits_end) == '强' {
            return self.best_of(at, number.digits_end, number.first.value);
        }
        if let Some(why) = self.why_no_value(&number, last) {
            return Found::Skip(number.end, why);
        }
        let Number { first, range, .. } = &number;
        let value = match *range {
            Some((low, high)) => Value::Range(low, high),
            None if self.lossy && first.form == Form::Bare => Value::Lost,
            None if number.negative => Value::Single(-first.value),
            None => Value::Single(first.value),
        };
        let over = first.over;
        let place = at - usize::from(number.negative)..number.end;
        let mut figure = self.figure(place, value, number.unit, number.class, Shape::Amount);
        if over {
            figure.bound_after.get_or_insert(Bound::AtLeast);
        }
        Found::Figure(figure)
    }

    /// `增长|-3%`, `增速由|-3%|回升到|-1%`: a sign, where no dash can stand.
    fn is_negative(&self, at: usize, class: Class) -> bool {
        const LONGEST: usize = 24;
        const GROW: &[&str] = &["增长", "增速", "增幅", "降幅", "增长率", "同比"];
        const REACH: &[&str] = &["到", "至", "为", "由", "从", "的", "季度", "月份", "半年"];
        let sign = matches!(self.previous(at), '-' | '—');
        let before = || self.before(at - 1);
        let rate = || class == Class::Share && contains_any(self.near(at, LONGEST), GROW);
        sign && (any_end(before(), GROW).is_some() || any_end(before(), REACH).is_some() && rate())
    }

    fn with_unit(&self, at: usize, mut first: Numeral) -> Number {
        let behind = units::read(self.chars, first.end);
        let (mut range, digits_end) = self.range_end(&first, behind.as_ref());
        let space = self.next(digits_end) == ' ' && !self.next(digits_end + 1).is_ascii_digit();
        let unit_at = digits_end + usize::from(space);
        let unit = if unit_at == first.end {
            behind
        } else {
            units::read(self.chars, unit_at)
        };
        let unit = unit.filter(|unit| unit.end <= self.range.end);
        let (end, unit, class) = match unit {
            // `分别提高3.2个和1.5个百分点`
            Some(unit) if unit.base == "个" => {
                let all = self.counts_on(unit.end);
                let end = unit.end + self.or_unit(&unit);
                let (base, class) = all.unwrap_or((unit.base, unit.class));
                (end, base, class)
            }
            Some(unit) => (unit.end + self.or_unit(&unit), unit.base, unit.class),
            None if self.tenths(at, &first) => {
                first.value *= 10.0;
                range = range.map(|(low, high)| (low * 10.0, high * 10.0));
                (digits_end + 1, "%".into(), Class::Share)
            }
            // `80万农村人口`
            None if first.scaled && self.counts_people(digits_end) => {
                (digits_end, "人".into(), Class::People)
            }
            // `29万农户`
            None if first.scaled
                && self.next(digits_end) == '农'
                && self.next(digits_end + 1) == '户' =>
            {
                (digits_end, "户".into(), Class::Count)
            }
            // `300亿度` are of power; a few are of an angle or of warmth.
            None if first.scaled && self.next(digits_end) == '度' => {
                (digits_end + 1, "千瓦时".into(), Class::Size)
            }
            None => (digits_end, "".into(), Class::None),
        };
        Number {
            at,
            negative: self.is_negative(at, class),
            first,
            range,
            digits_end,
            end,
            unit: match class {
                Class::Size if ends(self.before(at), "每百平方公里") => unit + "/百平方公里",
                Class::Size if ends(self.before(at), "每立方米") => unit + "/立方米",
                _ => unit,
            },
            class,
        }
    }

    /// Whether people of some kind are named at `at`: `农村贫困人口`.
    fn counts_people(&self, at: usize) -> bool {
        const LONGEST: usize = 8;
        let words = &self.chars[at.min(self.range.end)..self.range.end.min(at + LONGEST)];
        #[rustfmt::skip] // a word list reads as a paragraph
        static KINDS: LazyLock<Lexicon<()>> = LazyLock::new(|| lexicon::by_first(lexicon::plain(&[
            "人口", "群众", "农牧民", "农民", "居民", "劳动力", "师生", "学生", "老人", "职工", "妇女",
            "市民", "移民", "村民", "牧民", "残疾人", "儿童", "随迁子女", "老年人",
        ])));
        let words = words.split(|&c| !is_han(c) || c == '的').next();
        words.is_some_and(|words| KINDS.within(words))
    }

    /// What a 个 that ends at `end` counts, where the last number of its list says it: points, days.
    fn counts_on(&self, mut end: usize) -> Option<(Cow<'static, str>, Class)> {
        const LONGEST: usize = 10;
        for _ in 1..LONGEST {
            if !among(self.next(end), "、和与及") {
                return None;
            }
            let next = numerals::read(self.chars, end + 1)?;
            let unit = units::read(self.chars, next.end)?;
            match &*unit.base {
                "百分点" | "个工作日" | "个月" => return Some((unit.base, unit.class)),
                "个" => end = unit.end,
                _ => return None,
            }
        }
        None
    }

    /// `5000台|(套)`: how long the other words are that the things are counted by.
    fn or_unit(&self, unit: &Unit) -> usize {
        const LONGEST: usize = 6;
        let counted = matches!(unit.class, Class::Count | Class::Size);
        if !counted || self.next(unit.end) != '(' {
            return 0;
        }
        // `450万头(只、口)`
        let near = &self.chars[unit.end..self.range.end.min(unit.end + LONGEST)];
        let others = near.iter().position(|&c| c == ')').filter(|&close| {
            let mut words = near[1..close].split(|&c| c == '、');
            words.all(|word| matches!(word, [c] if is_han(*c)))
        });
        others.map_or(0, |close| close + 1)
    }

    /// `六成`, `八成以上`, `近七成企业`; `建成`, `成立` are words.
    fn tenths(&self, at: usize, first: &Numeral) -> bool {
        let next = self.next(first.end + 1);
        self.next(first.end) == '成'
            && first.value <= 10.0
            && (one_at(self.chars, first.end + 1, &["以上", "左右", "以下", "用于"])
                || any_end(self.before(at), &["近", "超", "超过", "逾"]).is_some()
                || !is_han(next) && self.value_before(at))
    }

    /// `2—4家`, `4.5%—5%`, `3至5万家`: low and high, and the end of the second number. `unit`: the
    /// one behind the first.
    fn range_end(&self, first: &Numeral, unit: Option<&Unit>) -> (Option<(f64, f64)>, usize) {
        let none = (None, first.end);
        if first.form == Form::Bare {
            return none;
        }
        let unit = unit.filter(|unit| unit.class != Class::Duration);
        let dash = unit.map_or(first.end, |unit| unit.end);
        let marks = (dash..self.range.end.min(dash + 3))
            .take_while(|&at| matches!(self.chars[at], '—' | '-' | '~' | '至' | '到'))
            .count();
        if marks == 0 || marks > 2 {
            return none;
        }
        let Some(second) = numerals::read(self.chars, dash + marks) else {
            return none;
        };
        let low = if second.scaled && !first.scaled {
            let zeros = numerals::zeros(&self.chars[dash + marks..second.end]);
            first.value * 10f64.powi(zeros as i32)
        } else {
            first.value
        };
        if low < second.value && second.end <= self.range.end {
            (Some((low, second.value)), second.end)
        } else {
            none
        }
    }
}
