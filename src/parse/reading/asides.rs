//! What stands among the words around a number and is no name: bounds and verbs inside them, goals,
//! prices, comparisons.

use super::super::cues::Cues;
use super::super::figures::Figure;
use super::super::phrase::Phrase;
use super::super::prose::{among, any_at, any_end, contains, find};
use super::super::time::Mode;
use super::super::units::Class;
use super::Scene;
use crate::plan::Bound;

/// Words behind a rate that say what rate it is.
#[rustfmt::skip] // a word list reads as a paragraph
const GROWTH_BEHIND: &[&str] = &[
    "递增", "的速度增长", "速度增长", "的速度递增", "的高速增长", "的快速增长", "的较快增长", "的中高速增长", "的平稳增长", "的稳定增长", "的持续增长", "的增长速度", "的年均增速", "的增速", "的增长率", "的增长", "增长速度", "增长率",
];

/// Verbs before 提升 that work on things as well.
const WORKS_ON: &[&str] = &["完善", "规范", "巩固", "优化", "整治", "改造", "建设"];

impl<'a> Scene<'a> {
    /// Takes the cues that stand inside the words around a number, whose segment begins at `start`.
    pub(super) fn inner_cues(
        &self,
        before: &mut Phrase<'a>,
        after: &Phrase,
        start: usize,
        figure: &Figure,
        cues: &mut Cues,
    ) {
        // `公路、水运|分别完成|投资`
        if let Some(at) = find(before.chars(), "分别完成").filter(|&at| at > 1) {
            *before = before.without(at..at + 4);
            cues.each = true;
        }
        // `总产值、税收|分别占全省的`, but not `分别占生产总值和税收总额的`
        let whole = find(before.chars(), "分别占").filter(|&at| at > 1);
        let one = |&at: &usize| !before.chars()[at..].iter().any(|&c| among(c, "、和与及"));
        if let Some(at) = whole.filter(one) {
            *before = before.without(at..at + 2);
            cues.each = true;
        }
        // `在2021年290亿元|的基础上|达到600亿元`
        before.take_front(&["的基础上", "基础上"]);
        // `为9万名学生提供…`: 为 reaches no value.
        let serves = before.is_empty() && figure.class == Class::People;
        if serves && start + 1 == figure.start && self.chars()[figure.start - 1] == '为' {
            (cues.reach, cues.make) = (false, true);
        }
        // `保持年均8%以上的增长速度`
        if figure.class == Class::Share && any_at(after.chars(), 0, GROWTH_BEHIND).is_some() {
            cues.grow = true;
            before.take_back(&["以"]);
        }
        // `提升10个村`: how many, and not by how much.
        let counted = figure.class == Class::Count && !after.is_empty();
        let words = &self.chars()[..figure.start];
        // `完善提升10家`, `改造提升5个村`
        let betters = before.is_empty() || any_end(before.chars(), WORKS_ON) == Some(before.len());
        let betters = betters && words.ends_with(&['提', '升'])
            || any_end(words, &["改善", "改善了"]).is_some();
        if counted && cues.change && betters {
            (cues.change, cues.make) = (false, true);
            before.take_back(WORKS_ON);
        }
        // `供地量|不低于|总量的|70%`
        if figure.class == Class::Share
            && self.chars()[..figure.start].ends_with(&['的'])
            && let Some((bound, name)) = share_bound(before)
        {
            *before = name;
            cues.bound.get_or_insert(bound);
        }
        // `比2020年的10万吨减少15%`
        cues.from |= self.is_base_value(start, figure);
        if before.starts("约占") {
            before.drop_front(1);
            cues.bound.get_or_insert(Bound::About);
        }
        // `…,分别占全国的9%和12%`: a share for each of those named before.
        if before.starts("分别占") {
            before.drop_front(2);
            cues.each = true;
        }
        // `两年平均下降0.5%`
        let before_it = &self.chars()[start..figure.start];
        cues.grow |= cues.change && figure.class == Class::Share && contains(before_it, "年平均");
    }

    /// `(预期目标为|8.5%`, `符合|3%左右|的预期目标`: a number that was to be reached. Its segment begins
    /// at `start`.
    pub(super) fn is_goal(&self, start: usize, before: &Phrase, after: &Phrase) -> bool {
        #[rustfmt::skip] // a word list reads as a paragraph
        const GOALS: &[&str] = &["预期目标", "年初目标", "年度目标", "全年目标", "计划目标", "目标值"];
        const BEHIND: &[&str] = &["的预期目标", "的年度目标", "的年初目标", "预期目标"];
        let chars = before.chars();
        let meets =
            any_at(chars, 0, &["符合", "好于", "优于"]).is_some_and(|length| length == chars.len());
        let named = any_end(chars, GOALS).is_some_and(|length| {
            let open = match chars.len() - length {
                0 => self.chars()[..start].last(),
                rest => chars[..rest].last(),
            };
            open == Some(&'(')
        });
        named || meets && any_at(after.chars(), 0, BEHIND).is_some()
    }

    /// Whether a number tells what a change counts from: only its year and 的 stand before it.
    fn is_base_value(&self, start: usize, figure: &Figure) -> bool {
        let base = self.times_before(figure.start).last();
        base.is_some_and(|time| {
            time.mode == Mode::Base
                && time.start >= start
                && matches!(self.chars()[time.start], '比' | '较')
                && self.chars()[time.end..figure.start] == ['的']
        })
    }
}

/// Drops what only says how a number is counted, or what it is compared with.
pub(super) fn drop_asides(before: &mut Phrase, figure: &Figure, cues: &mut Cues) {
    // `比2015年|低|0.2个百分点`, `自然|增幅2%`
    if let [one] = before.chars()
        && among(*one, "高低快慢多少")
    {
        cues.change = true;
        *before = Phrase::default();
    } else if before.chars() == ['增'] {
        cues.grow = true;
        *before = Phrase::default();
    } else if matches!(before.chars(), ['降'] | ['减']) {
        cues.change = true;
        *before = Phrase::default();
    } else if before.chars() == ['按']
        || cues.grow && matches!(before.chars(), ['自', '然'] | ['五', '年'])
    {
        *before = Phrase::default();
    }
    // `连续24个月|保持两位数增长`
    if let Some(at) = streak(before.chars()) {
        *before = before.slice(0, at);
    }
    if let Some(at) = basis(before.chars()) {
        *before = before.slice(0, at);
    }
    // `是规划目标的|1.4倍`: of what was said before.
    if figure.class == Class::Times && any_at(before.chars(), 0, &["是", "为", "相当于"]).is_some()
    {
        *before = Phrase::default();
    }
    // `剔除…因素后增长5%`
    if any_end(before.chars(), &["后", "因素"]).is_some()
        && let Some(at) = find(before.chars(), "剔除").or_else(|| find(before.chars(), "扣除"))
    {
        *before = before.slice(0, at);
    }
}

/// Where the words begin that say for how long a thing has been so: `增速|连续11个月保持`.
fn streak(words: &[char]) -> Option<usize> {
    let at = find(words, "连续")?;
    let number = |c: &char| c.is_ascii_digit() || among(*c, "一二两三四五六七八九十");
    let digits = words[at + 2..].iter().take_while(|c| number(c)).count();
    let span = any_at(words, at + 2 + digits, &["个月", "个季度", "季度", "年"])?;
    let rest = &words[at + 2 + digits + span..];
    let holds = rest.is_empty()
        || any_at(rest, 0, &["保持", "实现", "位居", "稳居", "达"]) == Some(rest.len());
    (digits > 0 && holds).then_some(at)
}

/// Where the prices are named that a value is counted in: `生产总值|按1990年不变价计算`.
fn basis(words: &[char]) -> Option<usize> {
    const LONGEST: usize = 14;
    let ends = any_end(words, &["计算", "价", "价格", "口径"]).is_some();
    let at = words.iter().rposition(|&c| c == '按').filter(|_| ends)?;
    (words.len() - at <= LONGEST).then_some(at)
}

/// The bound inside the name of a share, and the name with 占 in its place.
fn share_bound<'a>(name: &Phrase<'a>) -> Option<(Bound, Phrase<'a>)> {
    const BOUNDS: &[(&str, Bound)] = &[
        ("不低于", Bound::AtLeast),
        ("不少于", Bound::AtLeast),
        ("不高于", Bound::AtMost),
        ("不超过", Bound::AtMost),
    ];
    let (at, word, bound) = BOUNDS
        .iter()
        .find_map(|&(word, bound)| find(name.chars(), word).map(|at| (at, word, bound)))?;
    let whole = name.slice(at + word.chars().count(), name.len());
    let share = name.slice(0, at).join(&Phrase::of("占")).join(&whole);
    (at > 1 && whole.len() > 1).then_some((bound, share))
}
