//! The words between an indicator and its number, and what each tells: bound, verb, adverb.

use super::cue_words::{ADVERB_ENDS, BEGINNINGS, Beginning, Cue, ENDINGS, Ending, MAKE, OPENINGS};
use super::phrase::Phrase;
use super::prose::{among, any_at, any_end, contains_any, find, has, is_han};
use crate::plan::{Ambition, Bound};

/// The cues of one number.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Cues {
    pub bound: Option<Bound>,
    pub reach: bool,
    pub grow: bool,
    pub change: bool,
    pub sum: bool,
    /// `累计`
    pub total: bool,
    pub make: bool,
    pub each: bool,
    pub all: bool,
    /// `甲、乙|各|5家`
    pub every: bool,
    pub from: bool,
    pub done: bool,
    pub already: bool,
    /// `其中`: what is counted is part of what was counted before.
    pub within: bool,
}

impl Cues {
    /// What the first number of a list says holds for the others: `分别增长4%和6%`.
    pub fn follow(&mut self, first: &Cues) {
        self.grow |= first.grow && !self.change;
        self.change |= first.change;
        self.reach |= first.reach;
        self.sum |= first.sum;
        self.from |= first.from && !self.change;
    }

    fn add(&mut self, cue: Cue) {
        match cue {
            Cue::Plain => {}
            Cue::Bound(bound) => {
                self.bound.get_or_insert(bound);
                self.reach |= !self.make;
            }
            Cue::Reach => self.reach |= !self.make,
            Cue::Grow => self.grow = true,
            Cue::Change => self.change = true,
            Cue::Sum => self.sum = true,
            Cue::Total => (self.sum, self.total) = (true, true),
            Cue::Make => self.make = true,
            Cue::Each => self.each = true,
            Cue::All => self.all = true,
            Cue::Every => self.every = true,
            Cue::From => self.from = true,
            Cue::Done => self.done = true,
            Cue::Already => self.already = true,
            Cue::Within => self.within = true,
        }
    }
}

/// Takes the cue words off the end of what stands before a number.
pub(super) fn take_between(phrase: &mut Phrase) -> Cues {
    // `补助标准|由|人均290元`, `养老金|提高到|月人均1300元`: what each gets belongs to the name.
    let Some(length) = any_end(
        phrase.chars(),
        &["月人均", "年人均", "年生均", "人均", "户均", "亩均", "生均"],
    ) else {
        return take_cues(phrase);
    };
    let (end, whole) = (phrase.len() - length, phrase.len());
    let mut name = phrase.slice(0, end);
    let cues = take_cues(&mut name);
    if name.len() == end || name.is_empty() {
        return Cues::default();
    }
    *phrase = name.join(&phrase.slice(end, whole));
    cues
}

fn take_cues(phrase: &mut Phrase) -> Cues {
    let mut cues = Cues::default();
    loop {
        phrase.trim_marks();
        if let Some('“' | '(') = phrase.chars().last() {
            phrase.drop_back(1);
        }
        let chars = phrase.chars();
        if let Some(length) = years_before(chars) {
            phrase.drop_back(length);
            continue;
        }
        // `补助水平|均|提高5%`, and no 平均
        if phrase.ends("水平均") {
            cues.add(Cue::All);
            phrase.drop_back(1);
            continue;
        }
        match ENDINGS.end(chars) {
            // `税收总量、|增速|均居第二`: the rate is one of two.
            Some((length, Ending::Cue(Cue::Grow)))
                if cues.all && among(chars[chars.len().saturating_sub(length + 1)], "、和与及") =>
            {
                return cues;
            }
            Some((length, Ending::Cue(cue))) => {
                cues.add(*cue);
                phrase.drop_back(length);
            }
            Some((length, Ending::Make)) if !is_noun_end(chars) => {
                let word = &chars[chars.len() - length..];
                let sums = word[0] == '新';
                cues.add(if sums { Cue::Sum } else { Cue::Plain });
                cues.add(Cue::Make);
                phrase.drop_back(length);
            }
            Some((_, Ending::Name | Ending::Make)) | None => return cues,
        }
    }
}

/// `实现三年|倍增`, `连续11年|居第一`, `年内|再降`: how long it took, at the end of `chars`.
fn years_before(chars: &[char]) -> Option<usize> {
    let within = usize::from(chars.ends_with(&['年', '内']));
    let years = chars
        .len()
        .checked_sub(1 + within)
        .filter(|&at| chars[at] == '年')?;
    let count = chars[..years]
        .iter()
        .rev()
        .take(2)
        .take_while(|c| c.is_ascii_digit() || among(**c, "一二两三四五六七八九十"))
        .count();
    let ordinal = chars[..years - count].last() == Some(&'第');
    (count + within > 0 && !ordinal).then_some(count + 1 + within)
}

/// `3年内|新增`, `五年内|建成`: how long it may take, at the front of `chars`.
fn years_within(chars: &[char]) -> Option<usize> {
    let years = chars.iter().take(3).position(|&c| c == '年')?;
    let digit = |c: &char| c.is_ascii_digit() || among(*c, "一二两三四五六七八九十");
    let counted = years > 0 && chars[..years].iter().all(digit);
    let within = usize::from(chars.get(years + 1) == Some(&'内'));
    let sums = any_at(chars, years + 1 + within, &["累计", "新增", "新建", "共"]).is_some();
    (counted && within + usize::from(sums) > 0).then_some(years + 1 + within)
}

/// `农产品优势区建设` ends in a noun that looks like a verb, where a noun stands before it.
fn is_noun_end(chars: &[char]) -> bool {
    #[rustfmt::skip] // a word list reads as a paragraph
const NOUNS: &[&str] = &[
    "改造", "建设", "投入", "发展", "治理", "修复", "整治", "保障", "转化", "培训", "开放", "提升",
    "处置", "开行", "帮扶", "安排", "储备",
];
    let Some(length) = any_end(chars, NOUNS) else {
        return false;
    };
    let before = &chars[..chars.len() - length];
    // `棚户区(危旧房)|改造`, but `各县(市、区)|建设`
    let aside = || before.ends_with(&[')']) && any_end(before, &["区)", "市)", "县)"]).is_none();
    before.len() >= 2
        && (before.last().is_some_and(|&c| is_han(c)) || aside())
        && ADVERB_ENDS.end(before).is_none()
        && MAKE.end(before).is_none()
}

/// What the word of will at `at` tells; `争取上级资金` asks for money.
pub(super) fn ambition(words: &[char], at: usize) -> Option<Ambition> {
    const ASKED: &[&str] = &["上级", "中央", "国家", "省级", "省", "专项", "资金", "政策"];
    match words[at] {
        '力' if any_at(words, at, &["力争", "力求"]).is_some() => Some(Ambition::Strive),
        '努' if has(words, at, "努力") => Some(Ambition::Strive),
        '争' if has(words, at, "争取") && any_at(words, at + 2, ASKED).is_none() => {
            Some(Ambition::Strive)
        }
        '确' if has(words, at, "确保") => Some(Ambition::Ensure),
        _ => None,
    }
}

/// Takes adverbs and verbs off the front of a name.
pub(super) fn take_opening(phrase: &mut Phrase) -> Cues {
    opening(phrase, false)
}

/// As [`take_opening`] for the name of a share, that of the new alone: `新建住宅节能达标率`.
pub(super) fn take_opening_of_share(phrase: &mut Phrase) -> Cues {
    opening(phrase, true)
}

fn opening(phrase: &mut Phrase, share: bool) -> Cues {
    let mut cues = Cues::default();
    loop {
        phrase.trim_marks();
        if let Some(length) = years_within(phrase.chars()) {
            phrase.drop_front(length);
            continue;
        }
        if let Some(length) = month(phrase.chars()) {
            phrase.drop_front(length);
            continue;
        }
        // `(8)|新建公厕`, where its points stand on one line.
        if let Some(length) = point(phrase.chars()) {
            phrase.drop_front(length);
            continue;
        }
        // `年底|将达到128公里`, `年末|常住人口`
        if matches!(phrase.chars(), ['年', '底'] | ['年', '末', ..]) {
            phrase.drop_front(2);
            continue;
        }
        // `甲、乙等|政策18条`, whose list is cut off.
        if phrase.starts("等")
            && phrase.len() > 2
            && any_at(phrase.chars(), 1, LIKE_WORDS).is_none()
        {
            phrase.drop_front(1);
            continue;
        }
        // `受疫情影响|降至28万人次`
        if let Some(length) = influence(phrase.chars()) {
            phrase.drop_front(length);
            continue;
        }
        // `新建|(改扩建)|学校`
        if phrase.take_front(&["(改扩建)", "(改建)", "(扩建)", "(改、扩建)"]) {
            continue;
        }
        let chars = phrase.chars();
        // 建成区 is a noun, and in 建成区域中心 none stands.
        let words = match has(chars, 0, "建成区域") {
            true => &OPENINGS,
            false => &BEGINNINGS,
        };
        match words.at(chars, 0) {
            Some((length, Beginning::Verb(cue))) => {
                if share && chars[0] == '新' {
                    return cues;
                }
                let rest = chars.len() - length;
                let short = chars[0] == '新' && rest < 3
                    || matches!(chars[0], '惠' | '带') && (1..3).contains(&rest);
                // `拆除|违法建筑80处`: the name would say that they stand.
                let removed = matches!(chars[0], '拆' | '消') && rest > 0;
                let solved = chars[0] == '解' && is_problem(&chars[length..]);
                if short || removed || solved {
                    cues.add(*cue);
                    return cues;
                }
                if leaves_no_name(&chars[length..]) {
                    return cues;
                }
                cues.add(*cue);
                phrase.drop_front(length);
            }
            // `压缩|审批时限60%`
            None if share && changed(chars) == Some(0) => {
                phrase.drop_front(2);
            }
            Some((length, Beginning::Adverb)) => {
                // `在川高校学生`, but not `在城区建设`.
                if chars[0] == '在' && is_in_a_province(chars) {
                    return cues;
                }
                // `高标准建设`, but not `高标准农田`.
                if chars[0] == '高' && OPENINGS.at(chars, length).is_none() {
                    return cues;
                }
                phrase.drop_front(length);
            }
            Some((_, Beginning::Name)) | None => return cues,
        }
    }
}

/// Where the words say that what stands behind becomes less, or a standard more: `通过数据共享|压缩审批时限60%`.
pub(super) fn changed(chars: &[char]) -> Option<usize> {
    const VERBS: &[&str] = &["压缩", "压减", "压降", "缩短", "缩减", "降低", "削减"];
    // `提高|低保标准18%`
    const RAISES: &[&str] = &["提高", "上调", "增加"];
    const RAISED: &[&str] = &["标准", "待遇", "养老金", "工资", "津贴", "补贴"];
    let raised = any_end(chars, RAISED).is_some();
    let verb = |at: &usize| {
        any_at(chars, *at, VERBS).is_some() || raised && any_at(chars, *at, RAISES).is_some()
    };
    let at = (0..chars.len()).find(verb)?;
    let object = &chars[at + 2..];
    (object.len() > 1 && !among(object[0], "率幅比式机至到为成量和")).then_some(at)
}

/// What is no longer there once it is solved: `饮水困难`, `住房问题`.
pub(super) fn is_problem(chars: &[char]) -> bool {
    contains_any(chars, &["问题", "困难", "难题"])
}

/// `在川落户`, `在厦高校`: a place by its one character.
fn is_in_a_province(chars: &[char]) -> bool {
    const PLACES: &str = "京津沪渝冀晋辽苏浙皖闽赣鲁豫鄂湘粤桂琼川黔滇陕陇甬穗蓉厦邕汉";
    let is = |at: usize, all: &str| chars.get(at).is_some_and(|&c| among(c, all));
    is(1, PLACES) && is(2, "高就落投企设央读参校世上外")
}

/// Characters that make a word of 等 before them: `等级`.
const LIKE_WORDS: &[&str] = &[
    "级", "额", "值", "候", "离", "效", "外", "同", "位", "次", "比",
];

/// `12月底前|开工`: the month by whose end it is done, at the front of `chars`.
fn month(chars: &[char]) -> Option<usize> {
    let digits = chars.iter().take(2).take_while(|c| c.is_ascii_digit());
    let month = digits.count();
    let length = any_at(chars, month, &["月底前", "月末前", "月底", "月前"])?;
    (month > 0).then_some(month + length)
}

/// `受疫情影响`: what a number suffered from, at the front of `chars`.
fn influence(chars: &[char]) -> Option<usize> {
    const LONGEST: usize = 14;
    let near = &chars[..chars.len().min(LONGEST)];
    let begins = chars.first() == Some(&'受');
    let end = begins.then(|| find(near, "影响"))?? + 2;
    Some(end + any_at(chars, end, &["较大", ",", "的"]).unwrap_or(0))
}

/// `(8)`, `(12)`, `1.`
fn point(chars: &[char]) -> Option<usize> {
    let digits = chars.iter().take(3).take_while(|c| c.is_ascii_digit());
    let dot = digits.count();
    let dotted = (1..3).contains(&dot) && matches!(chars.get(dot), Some('.' | '、'));
    if dotted && chars.get(dot + 1).is_some_and(|&c| is_han(c)) {
        return Some(dot + 1);
    }
    let close = chars.iter().take(4).position(|&c| c == ')')?;
    let number = chars[0] == '(' && chars[1..close].iter().all(char::is_ascii_digit);
    (number && close > 1).then_some(close + 1)
}

/// `实现率`, `精简幅度`: what would be left is no name of its own.
fn leaves_no_name(rest: &[char]) -> bool {
    rest.first().is_some_and(|&c| {
        // `引进资金282亿元`
        if [['资', '金'], ['幅', '度'], ['比', '例']]
            .iter()
            .any(|word| rest == word)
        {
            return true;
        }
        let ends = rest.len() <= 2 || rest[1] == '、';
        among(c, "率额量度值区") && ends || among(c, "类型式")
    })
}

#[cfg(test)]
mod tests {
    use super::super::prose::Prose;
    use super::*;

    fn check(text: &str, name: &str, bound: Option<Bound>) {
        let chars = Prose::of(text);
        let mut phrase = Phrase::default();
        phrase.push(&chars, 0..chars.len());
        let cues = take_between(&mut phrase);
        take_opening(&mut phrase);
        assert_eq!(
            (phrase.text().as_str(), cues.bound),
            (name, bound),
            "{text}"
        );
    }

    #[test]
    fn cue_words_come_off_both_ends() {
        check("力争研发投入强度达到", "研发投入强度", None);
        check("实现货物贸易额突破", "货物贸易额", Some(Bound::AtLeast));
        check(
            "城镇登记失业率控制在",
            "城镇登记失业率",
            Some(Bound::AtMost),
        );
        check("网上办事实现率", "网上办事实现率", None);
    }
}
