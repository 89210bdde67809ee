//! Numbers without a unit or without digits, which state a value only where the words around say so.

use super::super::numerals::{Form, Numeral};
use super::super::prose::{among, any_at, any_end, contains_any, ends, has, is_han};
use super::super::units::Class;
use super::amounts::Number;
use super::{Figure, Scene, Shape, one_at};

impl Scene<'_> {
    /// `超千亿`, `达万列`: a multiplier alone is a value behind a verb, else a name (`千亿产业`).
    pub(super) fn is_bare_value(&self, number: &Number, last: Option<&Figure>) -> bool {
        let (at, end) = (number.at, number.end);
        let amount = matches!(
            number.class,
            Class::Money | Class::People | Class::Count | Class::Size
        ) || number.class == Class::None && matches!(self.chars[end - 1], '亿' | '万');
        // `招引过亿|项目`, `成达万|高铁`, `做到万|无一失`
        let told = ["大关", "人大关", "台阶", "的", "规模", "以上", "左右"];
        let named = number.class == Class::None
            && is_han(self.next(end))
            && !one_at(self.chars, end, &told);
        // `首个超百亿元水利工程`
        let first = contains_any(self.near(at, 5), &["首个", "首条", "首座", "首家", "一批"]);
        // `成达万、成自宜高速铁路`
        let railway = self.chars[at..end] == ['万'] && self.next(end) == '、';
        let amount = amount && !named && !first && !railway;
        let after_figure = last.is_some_and(|figure| figure.end == at);
        let bounded = any_at(self.chars, end, &["以上", "左右"]).map_or(end, |length| end + length);
        let closes = !is_han(self.next(bounded));
        let ends_with_bound = bounded > end && closes && is_han(self.next(at.wrapping_sub(1)));
        amount && !after_figure && (self.value_before(at) || ends_with_bound)
    }

    /// `60万以上`, `缩小到1.9`, `0.14、0.33以内`, `由2.28缩小到2.23`: numbers without a unit.
    pub(super) fn is_unitless_value(
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
        // `居民消费价格指数101.5`
        let value_before =
            value_before || form == Form::Arabic && ends(self.before(number.at), "指数");
        let in_list = next == '、' || has(self.chars, end, "和");
        let follows_value = last.is_some_and(|figure| {
            figure.class == Class::None
                && number.at <= figure.after + 1
                && figure.shape == Shape::Amount
        });
        scaled
            || form == Form::Arabic && (value_before || follows_value) && (closes || in_list)
            || form == Form::Arabic && (self.starts_change(number) || self.opens_list(number))
    }

    /// `由2.28缩小到2.23`
    pub(super) fn starts_change(&self, number: &Number) -> bool {
        let from = any_end(self.before(number.at), &["由", "从", "年的", "末的"]).is_some();
        let tail = &self.chars[number.end..self.range.end.min(number.end + 8)];
        let digit = tail.iter().position(char::is_ascii_digit);
        from && digit.is_some_and(|at| any_end(&tail[..at], &["到", "至", "为"]).is_some())
    }

    /// `分别提高6.2、1.8和3.4个百分点`: the list's last number has the unit.
    pub(super) fn opens_list(&self, number: &Number) -> bool {
        let changes = [
            "提高", "增长", "下降", "降低", "增加", "减少", "上升", "提升",
        ];
        let before = self.before(number.at);
        let before = before.strip_suffix(&['了']).unwrap_or(before);
        any_end(before, &changes).is_some()
            && matches!(self.next(number.end), '、' | '和' | '与')
            && self.next(number.end + 1).is_ascii_digit()
            || self.opens_multiples(number)
    }

    /// `分别为2006年的1.8、1.8和2.1倍`
    pub(super) fn opens_multiples(&self, number: &Number) -> bool {
        const LONGEST: usize = 40;
        let tail = &self.chars[number.end..self.range.end.min(number.end + LONGEST)];
        let list = |c: &char| c.is_ascii_digit() || matches!(c, '.' | '、' | '和' | '与' | '的');
        let end = tail.iter().position(|c| !list(c));
        end.is_some_and(|end| end > 1 && tail[end] == '倍')
            && matches!(self.next(number.end), '、' | '和' | '与')
    }

    /// `五大产业亿培育计划`: in a copy that lost digits, 亿 between two nouns.
    pub(super) fn is_lost(&self, number: &Number) -> bool {
        let (at, end) = (number.at, number.end);
        let previous = self.previous(at);
        let noun_before = is_han(previous) && !among(previous, "数上超过近几");
        let named = one_at(self.chars, end, &["培育", "投资", "计划", "工程", "产业"]);
        self.lossy && end == at + 1 && self.chars[at] == '亿' && noun_before && named
    }
}
