//! What the words around one number say of it.

use std::ops::Range;
use std::sync::LazyLock;

use super::super::areas;
use super::super::cues::{self, Cues};
use super::super::figures::{Figure, Shape};
use super::super::lexicon::{self, Lexicon};
use super::super::names;
use super::super::phrase::Phrase;
use super::super::prose::{any_at, any_end};
use super::super::ranks;
use super::super::sentence::{self, Segment};
use super::super::time::{Mode, Time};
use super::super::units::Class;
use super::asides::drop_asides;
use super::{REACH, Scene};
use crate::plan::Area;

/// Properties whose owner may stand behind the number: `总投资500亿元的重大项目`.
#[rustfmt::skip] // a word list reads as a paragraph
const OF_THE_NOUN: &[&str] = &[
    "总规模", "规模", "总投资", "投资", "总面积", "建筑面积", "总建筑面积", "占地面积", "总里程", "总长",
];

/// What those that are counted earn: `2家年销售收入达500亿元的企业`.
#[rustfmt::skip] // a word list reads as a paragraph
const EARNED: &[&str] = &[
    "产值", "年产值", "总产值", "销售收入", "年销售收入", "营业收入", "年营业收入", "营收", "主营业务收入", "税收", "纳税", "财政收入", "市值", "社零额",
];

/// What a number's segment says about it.
pub(in crate::parse) struct Part<'a> {
    pub segment: Segment,
    pub figure: &'a Figure,
    pub cues: Cues,
    pub opening: Cues,
    /// The words before the number that its names are read from.
    pub before: Phrase<'a>,
    /// Subjects before the number, or the noun behind it; empty where the segment has none.
    pub names: Vec<Phrase<'a>>,
    pub area: Option<Area>,
    /// The noun stands behind the number.
    pub behind: bool,
    pub each_year: bool,
    /// What was to be reached, beside what was: `(预期目标为8.5%)`.
    pub goal: bool,
    /// `压减会议30%`: its verb is before the name, and tells a change of it.
    pub changes: bool,
}

impl Part<'_> {
    /// A number alone, with neither a name nor a verb of its own.
    pub(super) fn is_bare(&self) -> bool {
        self.names.is_empty() && self.only_counts()
    }

    /// No verb makes, changes or reaches what is counted: `现有水库286座,总库容12亿立方米`.
    pub(super) fn only_counts(&self) -> bool {
        let Cues {
            reach,
            grow,
            change,
            sum,
            make,
            ..
        } = self.cues;
        let opening = &self.opening;
        !(reach || grow || change || sum || make || opening.sum || opening.make || opening.done)
    }
}

impl<'a> Scene<'a> {
    pub(super) fn parts(&self, clause: &Range<usize>, figures: &'a [Figure]) -> Vec<Part<'a>> {
        let mut parts = Vec::with_capacity(figures.len());
        sentence::segments(self.chars(), clause.clone(), figures, |segment| {
            let figure = &figures[segment.figure];
            parts.push(self.part(segment, figure, clause));
        });
        self.size_nouns(&mut parts, clause.end);
        parts
    }

    /// `100个总投资超10亿元项目`: how large they are stands before what is counted.
    fn size_nouns(&self, parts: &mut Vec<Part<'a>>, end: usize) {
        let mut told = Vec::new();
        for at in 1..parts.len() {
            let (before, after) = parts.split_at_mut(at);
            let (counted, size) = (&mut before[at - 1], &after[0]);
            let counts = counted.names.is_empty()
                && counted.figure.class == Class::Count
                && size.figure.class == Class::Money;
            let is = |words| any_at(size.before.chars(), 0, words) == Some(size.before.len());
            let earns = counts && is(EARNED);
            if earns || counts && counted.cues.make && is(OF_THE_NOUN) {
                let noun = size.figure.after..end.min(size.figure.after + REACH);
                let noun = names::noun_behind(&self.phrase(noun), true);
                counted.behind = !noun.is_empty();
                let own = self.phrase(counted.figure.after..size.figure.after);
                let name = if earns { own.join(&noun) } else { noun };
                counted.names.extend(counted.behind.then_some(name));
                told.extend((earns && counted.behind).then_some(at));
            }
        }
        // What each earns is told by the name.
        let mut at = 0;
        parts.retain(|_| {
            at += 1;
            told.binary_search(&(at - 1)).is_err()
        });
    }

    fn part(&self, segment: Segment, figure: &'a Figure, clause: &Range<usize>) -> Part<'a> {
        let from = segment.range.start.max(figure.start.saturating_sub(REACH));
        let mut before = self.phrase(from..figure.start);
        names::without_remarks(&mut before);
        names::without_notes(&mut before);
        let noun = segment.noun.unwrap_or(figure.after).min(segment.range.end);
        let after = self.phrase(noun..segment.range.end.min(noun + REACH));
        let removal = removal(before.chars());
        let ranks = figure.shape == Shape::Rank;
        // `从全国第13位|升至|第5位`: where a change ends, and no other start of it.
        let ends_change = ranks && (before.ends("至") || before.ends("到"));
        if ranks {
            ranks::take_place(&mut before);
            names::drop_field(&mut before);
        }
        // `审批时限|提速40%`; but `提速|22个项目`
        let faster = figure.class == Class::Share && before.take_back(&["提速"]);
        let mut cues = cues::take_between(&mut before);
        cues.change |= ends_change || faster;
        // `收入保持18%以上|增长`
        cues.grow |= figure.class == Class::Share && any_at(after.chars(), 0, GROWTH).is_some();
        // `分别完成粮食、油菜面积274万亩、35万亩`
        cues.each |= before.take_front(&["分别"]);
        let goal = self.is_goal(segment.range.start, &before, &after);
        if goal {
            before = Phrase::default();
            cues.reach = true;
        }
        self.inner_cues(&mut before, &after, segment.range.start, figure, &mut cues);
        let share = figure.class == Class::Share && !cues.reach;
        let changes = share && cues::changed(before.chars()).is_some();
        cues.change |= changes;
        let take = match figure.class {
            Class::Share if !cues.sum => cues::take_opening_of_share,
            _ => cues::take_opening,
        };
        // `为到2035年|人均生产总值|翻一番`
        if figure.shape == Shape::Multiple {
            before.take_front(&["为"]);
        }
        // `开工、投产项目分别达8个、5个`: no verbs, but the projects' kinds.
        let kinds = cues.each && before.chars().get(2) == Some(&'、');
        let mut opening = match kinds {
            true => Cues::default(),
            false => take(&mut before),
        };
        drop_asides(&mut before, figure, &mut cues);
        // `其中主城区90所`: what is counted was named before.
        let alone = !after.is_empty() && !cues.reach || opening.within;
        let together = !cues.each && !cues.all;
        let area = match together.then(|| areas::take_places(&mut before)).flatten() {
            Some(places) => Some(places),
            None => take_area(&mut before, &mut opening, alone, self.reader.home),
        };
        let each_year = self.each_year(&segment, figure, &cues, clause);
        let words = Words {
            before,
            after,
            cues: &cues,
            opening: &opening,
            joined: segment.joined,
        };
        let before = words.before.clone();
        let (mut names, behind) = words.names(figure);
        // The name alone would say that they stand, or have the problem.
        if let Some(verb) = removal.filter(|_| behind) {
            let goes = |name: &&mut Phrase| {
                !name.starts(verb) && (verb != "解决" || cues::is_problem(name.chars()))
            };
            for name in names.iter_mut().filter(goes) {
                *name = Phrase::of(verb).join(name);
            }
        }
        Part {
            segment,
            figure,
            cues,
            opening,
            before,
            names,
            area,
            behind,
            each_year,
            goal,
            changes,
        }
    }

    /// `每年引进50名、培育20家`: the word holds for its own number, and for a list it opens.
    fn each_year(
        &self,
        segment: &Segment,
        figure: &Figure,
        cues: &Cues,
        clause: &Range<usize>,
    ) -> bool {
        let own = |time: &Time| segment.range.start <= time.start;
        let listed = |time: &Time| {
            clause.start <= time.start && self.chars()[time.start] == '每' && !cues.reach
        };
        self.times_before(figure.start)
            .iter()
            .any(|time| time.mode == Mode::Each && (own(time) || listed(time)))
    }
}

/// The verb before a number that does away with what stands behind it: `关闭|90座|小煤矿`,
/// `解决|30万人的|饮水困难`.
fn removal(before: &[char]) -> Option<&'static str> {
    #[rustfmt::skip] // a word list reads as a paragraph
    static VERBS: LazyLock<Lexicon<&str>> = LazyLock::new(|| lexicon::by_last([
        "取消", "关闭", "关停", "淘汰", "取缔", "停止", "撤销", "撤并", "免除", "减免", "拆除", "消除", "查处", "查封", "清退", "腾退", "打掉", "破获", "摧毁",
        "化解", "下放", "废止", "废除", "清除", "销毁", "注销", "剿灭", "消灭", "停建", "停产", "停征", "处置", "退出", "解决",
    ].map(|verb| (verb, verb))));
    const BOUNDS: &[&str] = &["超过", "超", "近", "约"];
    let bound = any_end(before, BOUNDS).unwrap_or(0);
    let words = &before[..before.len() - bound];
    let words = words.strip_suffix(&['了']).unwrap_or(words);
    VERBS.end(words).map(|(_, verb)| *verb)
}

/// Words behind a rate by which its name grows.
#[rustfmt::skip] // a word list reads as a paragraph
const GROWTH: &[&str] = &["增长", "的增长", "高速增长", "的高速增长", "的速度增长", "速度增长", "较快增长", "正增长", "的正增长", "的较快增长", "快速增长", "的幅度增长"];

/// Characters that make a word of 有 before them: `有效`, `有机`.
const HAS_WORDS: [&str; 8] = ["效", "机", "轨", "色", "线", "害", "限", "关"];

/// Takes the area off the front, with the verbs that stand around it.
fn take_area(before: &mut Phrase, opening: &mut Cues, alone: bool, home: &[char]) -> Option<Area> {
    let area = areas::take_front(before, alone, home)?;
    let has = before.starts("有") && any_at(before.chars(), 1, &HAS_WORDS).is_none();
    before.drop_front(usize::from(has));
    let again = cues::take_opening(before);
    opening.already |= again.already || has;
    opening.sum |= again.sum;
    opening.total |= again.total;
    opening.make |= again.make;
    opening.done |= again.done;
    areas::take_front(before, alone, home).or(Some(area))
}

/// The words around a number, for its names.
struct Words<'a, 'c> {
    before: Phrase<'a>,
    after: Phrase<'a>,
    cues: &'c Cues,
    opening: &'c Cues,
    joined: bool,
}

impl<'a> Words<'a, '_> {
    /// The names a segment gives its number, and whether they stand behind it.
    fn names(self, figure: &Figure) -> (Vec<Phrase<'a>>, bool) {
        if let Some(noun) = self.name_behind(figure) {
            return (vec![noun], true);
        }
        let before = self.before;
        if before.is_empty() {
            (Vec::new(), false)
        } else if self.cues.each || self.cues.all {
            (names::subjects(&before), false)
        } else if self.cues.every {
            (names::things(&before), false)
        } else {
            (names::whole_subjects(&before), false)
        }
    }

    /// The noun behind the number, where that is what it counts.
    fn name_behind(&self, figure: &Figure) -> Option<Phrase<'a>> {
        let Self {
            before,
            after,
            cues,
            opening,
            ..
        } = self;
        let object = cues.make || opening.make || opening.sum || opening.done;
        let moves = cues.grow || cues.change || figure.shape != Shape::Amount;
        let noun = if moves {
            Phrase::default()
        } else {
            names::noun_behind(after, object)
        };
        // `投入3亿元新建、改建学校`
        let spent = any_end(before.chars(), sentence::SPENT) == Some(before.len());
        if spent && any_at(after.chars(), 0, sentence::SPENT_TO).is_some() {
            return None;
        }
        // `稳增长26条|等政策措施`: the number is of what stands before it.
        let others = after.starts("等") && any_at(after.chars(), 1, &["级", "效", "候"]).is_none();
        if others && !before.is_empty() {
            return None;
        }
        // `跨越5万亿元、6万亿元两个大台阶` names nothing.
        if noun.ends("台阶") || noun.ends("大关") || noun.ends("关口") {
            return None;
        }
        let listed = before.ends("等") && !noun.is_empty();
        let acts = !before.is_empty() && !listed && names::is_predicate(noun.chars());
        if noun.is_empty() || acts && figure.class != Class::Share {
            return None;
        }
        if after.starts("的") && any_at(before.chars(), 0, OF_THE_NOUN) == Some(before.len()) {
            return Some(names::noun_behind(after, true).join(before));
        }
        if listed || self.joined {
            return Some(noun);
        }
        // `每千人不少于3张床位`
        if names::is_per_head(before.chars()) {
            return Some(before.join(&names::before_of(&noun)));
        }
        // `超过60%的企业设立研发机构`, `近八成用于民生`
        let bounded = before.is_empty() && cues.bound.is_some();
        if figure.class == Class::Share && (bounded || !cues.reach) {
            return Some(if before.is_empty() {
                names::noun_behind(after, false)
            } else {
                names::around(before, after)
            });
        }
        let counted = matches!(figure.class, Class::Count | Class::People | Class::Size);
        let bare = before.is_empty();
        let noun_counts = counted || bare;
        // `安排不少于2亿元专项资金`: the verb takes what stands behind.
        let made = figure.class == Class::Count || cues.make || opening.make;
        // `上海建成不少于17万张养老床位`
        let makes = cues.make && !names::may_end_like_indicator(before);
        let reached = cues.reach && !((bare || makes) && made);
        (noun_counts && !reached).then_some(noun)
    }
}
