//! Numbers that tell an order or a multiple: `前50位`, `第6`, `30强`, `翻一番`, `倍增`.

use super::super::numerals;
use super::super::prose::{among, any_at, any_end, contains_any, has, is_han};
use super::super::ranks::{PLACED, is_placed_among};
use super::super::units::Class;
use super::{Figure, Found, Scene, Shape, Value, one_at};
use crate::plan::Bound;

/// Words before a list that is known by its length, or before a place in an order.
#[rustfmt::skip] // a word list reads as a paragraph
pub(in crate::parse) const ENTERED: [&str; 8] = ["进入", "迈入", "稳居", "跻身", "位居", "入选", "入围", "步入"];

impl Scene<'_> {
    /// `翻一番`, `翻两番`, `翻番`, `实现倍增`; `倍增计划` is a name.
    pub(super) fn multiple(&self, at: usize) -> Found {
        let Some((end, value)) = self.doubling(at) else {
            return Found::Nothing;
        };
        let goes_on = [
            "以上",
            "左右",
            "多",
            "增长",
            "的目标",
            "的规划目标",
            "的预期目标",
        ];
        // `翻一番|打好基础`, but `倍增目标`
        const COUNTED: &[&str] = &[
            "目标", "打好", "打下", "奠定", "创造", "还多", "和", "并", "达到",
        ];
        let counted = has(self.chars, end - 1, "番") && end - at > 2;
        let goes_on =
            one_at(self.chars, end, &goes_on) || counted && one_at(self.chars, end, COUNTED);
        let named = is_han(self.next(end)) && !goes_on;
        let word = self.next(at.wrapping_sub(1)) == '“' && self.chars[at] != '翻';
        if named || word || self.chars[at - usize::from(at > 0)] == '双' {
            return Found::Skip(end, "a name with 倍增 or 翻番 in it");
        }
        let value = Value::Single(value);
        let mut figure = self.figure(at..end, value, "倍", Class::Times, Shape::Multiple);
        if self.next(end) == '多' {
            figure.bound_after.get_or_insert(Bound::AtLeast);
        }
        // `翻了近一番`
        if self.chars[at..end].contains(&'近') {
            figure.bound_after.get_or_insert(Bound::About);
        }
        Found::Figure(figure)
    }

    /// Where `翻两番` or `倍增` ends, and the multiple it tells.
    fn doubling(&self, at: usize) -> Option<(usize, f64)> {
        if self.chars[at] != '翻' {
            // `成倍增长` tells no multiple.
            let doubles = has(self.chars, at, "倍增") && self.previous(at) != '成';
            return doubles.then_some((at + 2, 2.0));
        }
        if has(self.chars, at, "翻倍") {
            return Some((at + 2, 2.0));
        }
        let digit = at + 1 + any_at(self.chars, at + 1, &["了近", "近", "了"]).unwrap_or(0);
        let times = self
            .chars
            .get(digit)
            .and_then(|&c| numerals::han_digit(c).or(c.to_digit(10).map(f64::from)));
        let end = digit + usize::from(times.is_some());
        has(self.chars, end, "番").then(|| (end + 1, 2f64.powf(times.unwrap_or(1.0))))
    }

    /// `前50位`, `前40%`, `第6位`; `第三极` and `第十四个` are no ranks.
    pub(super) fn rank(&self, at: usize, last: Option<&Figure>) -> Found {
        // `年底前|30%以上的街巷`, `疫情之前70%`
        if self.chars[at] == '前' && matches!(self.previous(at), '底' | '之') {
            return Found::Nothing;
        }
        let Some(numeral) = numerals::read(self.chars, at + 1) else {
            return Found::Nothing;
        };
        if any_end(self.before(at), &["倒数", "倒排"]).is_some() {
            return Found::Skip(numeral.end, "counted from the last");
        }
        let tail = any_at(self.chars, numeral.end, &["位", "名", "%", "强"]).unwrap_or(0);
        let end = numeral.end + tail;
        let is_rank = if self.chars[at] == '前' {
            tail > 0
        } else {
            let list = ["居全国", "居全省", "列全国", "列全省"];
            // `居全省第二和第三`
            let another = || has(self.chars, end + 1, "第") && among(self.next(end), "和与及");
            let placed = || {
                any_end(self.before(at), PLACED).is_some()
                    || contains_any(self.near(at, 12), &list)
                    || last.is_some_and(|last| self.is_next_rank(last, at))
            };
            // `全市第一、二、三产业`
            let sectors = || {
                let rest = &self.chars[end..self.chars.len().min(end + 8)];
                tail == 0 && rest.first() == Some(&'、') && contains_any(rest, &["产业"])
            };
            let closed = tail > 0 || !is_han(self.next(end)) && !sectors() || another();
            closed && (placed() || self.is_in_an_order(at, tail > 0))
        };
        if !is_rank {
            return Found::Skip(end, "an ordinal");
        }
        let value = Value::Single(numeral.value);
        let unit = if self.chars[end - 1] == '%' {
            "%"
        } else {
            "位"
        };
        let mut figure = self.figure(at..end, value, unit, Class::None, Shape::Rank);
        figure.bound_after = (self.chars[at] == '前').then_some(Bound::AtMost);
        Found::Figure(figure)
    }

    /// `综合实力跃居国家级高新区|第29位`: words of the same clause say so.
    fn is_in_an_order(&self, at: usize, told: bool) -> bool {
        const FARTHEST: usize = 24;
        #[rustfmt::skip] // a word list reads as a paragraph
        const ORDERS: &[&str] = &["跃居", "位居", "位列", "名列", "稳居", "跃升", "上升到", "上升至", "提升到", "提升至", "前移至", "升至", "升到", "排名", "位次", "排在"];
        let near = self.near(at, FARTHEST);
        let clause = near.rsplit(|c| matches!(c, ',' | '。' | ';')).next();
        clause.is_some_and(|words| {
            told && contains_any(words, ORDERS)
                || (0..words.len()).any(|at| is_placed_among(words, at))
        })
    }

    /// `居全省第1位、|第5位`, `从第9位跃至|第3位`
    fn is_next_rank(&self, last: &Figure, at: usize) -> bool {
        const LONGEST: usize = 6;
        let Some(between) = self.chars.get(last.end..at) else {
            return false;
        };
        let joined = match between {
            ['、' | '和' | '与' | '及'] => true,
            [.., '至' | '到'] => between.iter().all(|&c| is_han(c)),
            _ => false,
        };
        last.shape == Shape::Rank && between.len() <= LONGEST && joined
    }

    /// `迈入全国城市30强`; the `500强` are a name.
    pub(super) fn best_of(&self, at: usize, end: usize, value: f64) -> Found {
        // `居全国百强县|第一`
        let listed = one_at(
            self.chars,
            end + 1,
            &["县第", "县前", "县首", "区第", "区前", "区首"],
        );
        // `唯一|强村富民`
        let alone = value < 3.0;
        if listed || alone || value >= 500.0 || !contains_any(self.near(at, 14), &ENTERED) {
            return Found::Skip(end + 1, "a list known by its length");
        }
        let value = Value::Single(value);
        let mut figure = self.figure(at..end + 1, value, "位", Class::None, Shape::Rank);
        figure.bound_after = Some(Bound::AtMost);
        Found::Figure(figure)
    }
}
