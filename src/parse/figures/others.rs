//! Tells the numbers that compare with others, or count those that one is ranked among.

use super::super::prose::{among, any_end, contains_any, is_han};
use super::amounts::Number;
use super::{Scene, one_at};

/// Words before a number of places by which a rank moves: `位次前移2位`.
const MOVES: &[&str] = &[
    "前移", "后移", "再进", "上升", "提升", "跃升", "跃进", "前进", "进位", "提高", "下降", "晋升",
];

impl Scene<'_> {
    /// `全国18个试点城市之一`, `某某水库列入国家150项重大水利工程`
    pub(super) fn is_one_of(&self, number: &Number) -> bool {
        const LONGEST: usize = 16;
        const WHOLES: &[&str] = &[
            "国家级",
            "国家",
            "全国",
            "全省",
            "全区",
            "省级",
            "全球",
            "中国",
        ];
        const JOINS: &[&str] = &["入选", "列入", "列为", "进入", "跻身", "成为"];
        let tail = &self.chars[number.end..self.range.end.min(number.end + LONGEST)];
        let words = tail.iter().take_while(|&&c| is_han(c)).count();
        let before = self.before(number.at);
        let before = before.strip_suffix(&['首', '批']).unwrap_or(before);
        let whole = any_end(before, WHOLES).map(|length| &before[..before.len() - length]);
        let joins = whole.is_some_and(|before| any_end(before, JOINS).is_some());
        let peers = &tail[..words];
        // `位居北方15个省会城市前列`, but `12项指标居全省前列`
        let first = any_end(peers, &["前列", "首位"]).is_some_and(|length| {
            let named = &peers[..peers.len() - length];
            !named.iter().any(|&c| among(c, "居位排走处在列均为进入"))
        });
        any_end(peers, &["之一"]).is_some() || first || joins && words > 0
    }

    /// `在全国168个重点城市中排名第18位`
    pub(super) fn counts_peers(&self, number: &Number) -> bool {
        const LONGEST: usize = 24;
        let within = [
            "在", "全国", "全省", "全区", "全球", "全市", "世界", "中国", "居", "列",
        ];
        if any_end(self.before(number.at), &within).is_none() {
            return false;
        }
        let tail = &self.chars[number.end..self.range.end.min(number.end + LONGEST)];
        let clause = tail.split(|c| matches!(c, ',' | '。' | ';' | '、')).next();
        let clause = clause.unwrap_or_default();
        let ordinal = clause.iter().rposition(|&c| c == '第');
        ordinal.is_some_and(|at| contains_any(&clause[at..], &["位", "名"]))
    }

    /// `位次前移2位`: how far a rank moved.
    pub(super) fn moves(&self, number: &Number) -> bool {
        let places = one_at(self.chars, number.end, &["位次"]);
        let before = self.before(number.at);
        let before = before.strip_suffix(&['了']).unwrap_or(before);
        (self.chars[number.end - 1] == '位' || places)
            && (any_end(before, MOVES).is_some() || one_at(self.chars, number.end, &["次"]))
    }

    /// `高于全省1.2个百分点` compares with others and states no value.
    pub(super) fn compares(&self, at: usize) -> bool {
        let words = [
            "高于",
            "低于",
            "快于",
            "慢于",
            "好于",
            "高出",
            "领先",
            "比全国",
            "比全省",
            "较全国",
            "较全省",
            "比全区",
            "比自治区",
            "分别高",
            "分别低",
            "分别快",
            "分别慢",
        ];
        let near = self.near(at, 36);
        let clause = near.iter().rposition(|&c| c == ',').map_or(0, |at| at + 1);
        contains_any(&near[clause..], &words)
    }

    /// `比年初计划多|33个`: how much a plan was missed or beaten by; but `比去年预算增加`.
    pub(super) fn is_beside_plan(&self, number: &Number) -> bool {
        const PLANS: &[&str] = &["计划", "目标", "预期", "预定", "任务", "预算", "预算数"];
        #[rustfmt::skip] // a word list reads as a paragraph
        const BY: &[&str] = &["多增加", "多完成", "超出", "超过", "增加", "减少", "增长", "提高", "降低", "多增", "少增", "高", "低", "多", "少"];
        // Of a list, the others are not told from values.
        if one_at(self.chars, number.end, &["和", "、"]) {
            return false;
        }
        let near = self.near(number.at, 16);
        let near = near.strip_suffix(&['了']).unwrap_or(near);
        let verb = any_end(near, BY).map(|length| &near[..near.len() - length]);
        let Some(plan) = verb.filter(|plan| any_end(plan, PLANS).is_some()) else {
            return false;
        };
        let Some(at) = plan.iter().rposition(|&c| matches!(c, '比' | '较')) else {
            return false;
        };
        let earlier = contains_any(&plan[at..], &["上年", "去年"])
            || plan[at..].iter().any(char::is_ascii_digit);
        !earlier && !contains_any(&plan[..at], &["分别"])
    }

    /// `人均收入比全省高|1.18万元`, `预期寿命高于全省|0.6岁`
    pub(super) fn is_ahead(&self, at: usize) -> bool {
        #[rustfmt::skip] // a word list reads as a paragraph
        const OTHERS: &[&str] = &["全国平均水平", "全省平均水平", "全国平均", "全省平均", "全国", "全省", "全市", "全区平均水平"];
        const OVER: &[&str] = &["高于", "低于", "快于", "超", "超过", "高出"];
        let near = self.near(at, 12);
        let other = any_end(near, OTHERS).map(|length| &near[..near.len() - length]);
        if other.is_some_and(|before| any_end(before, OVER).is_some()) {
            return true;
        }
        let clause = near.iter().rposition(|&c| c == ',').map_or(0, |at| at + 1);
        any_end(near, &["高", "低", "多", "少", "高出"]).is_some()
            && contains_any(
                &near[clause..],
                &["比全国", "比全省", "比全市", "较全国", "较全省", "较全市"],
            )
    }
}
