//! What a number measures, and whether it reports or promises.

use super::super::figures::{Figure, Shape};
use super::super::prose::{among, any_end, any_within, contains, has};
use super::super::time::{Mode, Time};
use super::super::units::Class;
use super::parts::Part;
use super::{Carried, REACH, Scene};
use crate::plan::{Kind, Role};

/// Names of rates of growth.
pub(super) const RATES: &[&str] = &["增速", "涨幅", "增幅", "增长率", "增长速度", "上涨幅度"];

/// Words in a name of what is new, and so summed over a time.
#[rustfmt::skip] // a word list reads as a paragraph
const NEW: &[&str] = &[
    "新增", "新开工", "新引", "新建", "新改建", "新通车", "累计", "新登记", "新注册", "新签约", "新设立", "新认定",
    "新入库", "新获批", "新投产", "新落户", "新落地", "新招引", "新评定", "新开业", "新发放", "新发行",
    "新创", "新办", "新认证", "新开发", "新设企业", "新设外", "新设经营", "新设市场", "新设科技",
];

/// A name without the word of what is new that it begins with: `新登记|经营主体`.
pub(super) fn new_front(name: &str) -> Option<&str> {
    NEW.iter().find_map(|new| name.strip_prefix(new))
}

impl Scene<'_> {
    pub(super) fn role(&self, part: &Part, figure: &Figure, carried: &Carried) -> Role {
        let time = self.governing(figure.start);
        let time = time.or(carried.opened.as_ref()).or(carried.due.as_ref());
        let review = self.scope.role == Role::Observed && !self.is_ahead(time);
        if part.goal || self.is_planned_amount(figure) {
            return Role::Target;
        }
        if review || part.cues.from || part.cues.already {
            return Role::Observed;
        }
        let time = time.or(carried.past.as_ref());
        match time {
            // `2025年工作安排` of a plan up to 2030 sets goals all the same.
            Some(time) if self.reader.is_past(time) && !self.is_planned(time) => Role::Observed,
            None if carried.exists && part.only_counts() => Role::Observed,
            _ => Role::Target,
        }
    }

    /// `完成年计划|710亿元|的89.4%`
    fn is_planned_amount(&self, figure: &Figure) -> bool {
        #[rustfmt::skip] // a word list reads as a paragraph
        const PLANS: &[&str] = &["年计划", "年度计划", "年初计划", "年初预算", "年度目标", "全年目标"];
        let chars = self.chars();
        chars.get(figure.after) == Some(&'的')
            && any_end(&chars[self.sentence.start..figure.start], PLANS).is_some()
    }

    /// `2025年…` in a report of that year, below a heading that reviews the year before.
    fn is_ahead(&self, time: Option<&Time>) -> bool {
        let year = time.and_then(|time| time.year.stated());
        let reviewed = self.scope.year.stated();
        let ahead = self.reader.calendar.ahead();
        let before = reviewed.is_some() && reviewed < ahead;
        let foreseen = time.is_some_and(|time| self.reader.is_past(time));
        before && year.is_some() && year >= ahead && !foreseen
    }

    /// Whether the paragraph's place sets goals for the very year.
    fn is_planned(&self, time: &Time) -> bool {
        let goals = self.scope.role == Role::Target && self.scope.year.stated().is_some();
        let over = self.scope.year.stated() < self.reader.calendar.ahead();
        let told = time.tells_months(self.chars());
        goals && !over && !told && time.mode == Mode::In && time.year == self.scope.year
    }

    pub(super) fn kind(&self, part: &Part, class: Class, name: &str, carried: &Carried) -> Kind {
        let cues = &part.cues;
        let rate = matches!(class, Class::Share | Class::None);
        match part.figure.shape {
            Shape::Rank => return Kind::Rank,
            Shape::Multiple => return Kind::Multiple,
            Shape::Growth => return Kind::Growth,
            Shape::Amount => {}
        }
        if class == Class::Times {
            Kind::Multiple
        } else if class == Class::Points && !cues.reach {
            Kind::Change
        } else if rate && (cues.grow || is_rate(name)) {
            Kind::Growth
        } else if cues.grow || part.opening.change && !part.opening.sum && class != Class::Share {
            Kind::Change
        } else if cues.sum && !part.each_year && self.compares(part) {
            // `比2020年净增35万户`
            Kind::Change
        } else if class == Class::Share && any_end_of(name, &["下降幅度", "降幅"])
            || class == Class::Money && name.ends_with("增收")
        {
            Kind::Change
        } else if cues.change && (!cues.sum || class == Class::Share) {
            if part.each_year && rate {
                Kind::Growth
            } else {
                Kind::Change
            }
        } else if part.each_year && !name.ends_with("标准") && class != Class::Share {
            Kind::PerYear
        } else if self.is_sum(part, name, carried)
            && !matches!(class, Class::Share | Class::Age | Class::Duration)
            && !self.is_index(part)
            && !any_end_of(name, &["距离", "间距", "半径"])
        {
            Kind::Cumulative
        } else {
            Kind::Level
        }
    }

    /// Whether a year to compare with stands right before the number and its verb.
    fn compares(&self, part: &Part) -> bool {
        let times = self.times_before(part.figure.start);
        let own = times
            .last()
            .filter(|time| time.start >= part.segment.range.start);
        own.is_some_and(|time| time.mode == Mode::Base)
    }

    /// `新建机房能效值低于1.3`: a number of nothing that is summed.
    fn is_index(&self, part: &Part) -> bool {
        let number = &self.chars()[part.figure.place()];
        part.figure.class == Class::None && number.contains(&'.') && !number.ends_with(&['万'])
    }

    /// `“十四五”完成|2300亿元`: a sum whose name was said before.
    fn is_done(&self, part: &Part) -> bool {
        let before = &self.chars()[part.segment.range.start..part.figure.start];
        part.names.is_empty() && any_end(before, &["完成", "投入", "完成投资"]).is_some()
    }

    /// `五年|实际利用外资76亿美元`, but not `五年|存款余额达到12亿元`: years right before what they sum.
    fn flows_over(&self, time: &Time, part: &Part, name: &str) -> bool {
        #[rustfmt::skip] // a word list reads as a paragraph
        const STOCKS: &[&str] = &[
            "余额", "总量", "存量", "保有量", "拥有量", "规模", "总数", "人数", "面积", "里程", "人口", "水平", "标准", "工资", "收入比", "均收入", "纯收入", "均可支配收入",
        ];
        let words = &self.chars()[time.start..part.figure.start];
        matches!(words, ['五' | '5' | '三', '年', next, ..] if !among(*next, "来间内以"))
            && !words.contains(&',')
            && !any_end_of(name, STOCKS)
    }

    /// `新增`, `累计`, and in a review work done over its years.
    fn is_sum(&self, part: &Part, name: &str, carried: &Carried) -> bool {
        let time = self.governing(part.figure.start);
        let over = time.is_some_and(|time| time.mode == Mode::Span && time.span.is_some());
        let reviewed = self.scope.role == Role::Observed && self.scope.span.is_some();
        // `2020年完成…` in a review of five years is of that year alone.
        let near = part.figure.start.saturating_sub(2 * REACH);
        let near = &self.chars()[near.max(self.sentence.start)..part.figure.start];
        let all_years = || contains(near, "累计");
        let opened = carried.opened.as_ref().filter(|_| !all_years());
        let reviewed = reviewed && time.or(opened).is_none_or(|time| time.mode != Mode::In);
        let counted = matches!(
            part.figure.class,
            Class::Count | Class::Size | Class::People
        );
        // `“十四五”期间完成造林900万亩`
        let before = &self.chars()[part.segment.range.start..part.figure.start];
        let completed = || over && counted && contains(before, "完成");
        let done =
            part.opening.done && (reviewed || completed()) || reviewed && name.ends_with("开行");
        // `五年完成投资1500亿元`
        // `全省累计完成投资`: a name does not keep these words.
        let within = |words| part.names.iter().any(|name| contains(name.chars(), words));
        let spends = part.figure.class == Class::Money
            && (part.opening.done || over && (within("完成投资") || self.is_done(part)));
        // `“十三五”教育总投入900亿元`
        let told = part.figure.class == Class::Money && name.ends_with("投入");
        let spent = over && (spends || told);
        // `2016年至2019年,共接待2.87亿人次`
        let spans = over || reviewed && time.is_some_and(|time| time.mode == Mode::Span);
        let total = spans && !matches!(part.figure.class, Class::Share | Class::Points);
        let in_all = || (1..=before.len()).any(|end| sums_up(&before[..end], before.get(end)));
        // `交通投资五年|完成1000亿元`
        let at_once = || time.is_some_and(|time| has(self.chars(), time.end, "完成"));
        let flows = || time.is_some_and(|time| self.flows_over(time, part, name));
        let told_whole = || in_all() || at_once() || flows();
        let summed = within("累计完成") || within("累计实现") || total && told_whole();
        // `新开工项目50个、总投资90亿元`: what they cost is no sum of what is new.
        let new = is_new(name) && (!name.ends_with("总投资") || name.contains("累计"));
        part.cues.sum || part.opening.sum || done || spent || summed || new
    }
}

pub(super) fn any_end_of(name: &str, words: &[&str]) -> bool {
    words.iter().any(|word| name.ends_with(word))
}

/// Whether the words before `next` end with a 共 of its own: `共|接待`, but not `公共`, `共同`.
fn sums_up(words: &[char], next: Option<&char>) -> bool {
    let other_word = |c: &char| {
        matches!(
            c,
            '同' | '享' | '建' | '有' | '富' | '产' | '青' | '生' | '治'
        )
    };
    words.ends_with(&['共'])
        && any_end(words, &["公共", "中共", "城乡共"]).is_none()
        && !next.is_some_and(other_word)
}

/// Whether a name says that its thing is new.
fn is_new(name: &str) -> bool {
    // Most names have neither character that the words begin with.
    name.char_indices()
        .filter(|(_, c)| matches!(c, '新' | '累'))
        .any(|(at, _)| new_front(&name[at..]).is_some())
}

/// `人口自然增长率` is a level of its own kind, and no growth of `人口自然`.
fn is_rate(name: &str) -> bool {
    name.chars().any(|c| matches!(c, '增' | '涨'))
        && any_within(name, RATES)
        && !name.contains("自然增长率")
}
