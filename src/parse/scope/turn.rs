//! Where a report that was given before an assembly turns from what was to what is to be.

use std::ops::ControlFlow;

use super::super::outline::{self, pieces};
use super::super::prose::{self, any_at, any_end, contains_any, has};
use super::super::time::{self, Calendar};
use super::words::goals_in;

/// A paragraph in which a report turns to its plans.
#[derive(Clone, Copy, Debug)]
pub(in crate::parse) struct Turn {
    /// The character it begins at.
    pub at: usize,
    pub term: Term,
}

/// What the plans of a report are for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::parse) enum Term {
    /// The year ahead of it.
    Year,
    /// `今后五年`, `“十四五”时期`: first and last, where they are known.
    Years(Option<(u16, u16)>),
}

/// Where a report turns: `二、2022年工作安排`, `今年是…之年`, `主要预期目标是:…`; and where it turns again, from the
/// plans of several years to those of one. None where the text is no such report, or never turns.
/// `plan` begins at character `start` of its document.
pub(in crate::parse) fn turns(plan: &str, start: usize, calendar: &Calendar) -> Vec<Turn> {
    let mut turns: Vec<Turn> = Vec::new();
    if !calendar.report {
        return turns;
    }
    let (mut given, mut reviewed) = (false, false);
    // The last that was named.
    let mut named = None;
    let _ = prose::lines(plan, start, |line| {
        let mut done = !given && line.start() > start + FRONT;
        pieces(line, |piece| {
            let words = &line[piece.clone()];
            named = first_term(words, calendar).or(named);
            let drafts = reviewed && !done && drafts_a_plan(words);
            if !given {
                given = contains_any(words, &["各位代表", "向大会", "会议上"]);
            } else if !done && (drafts || turns_at(words, calendar)) {
                // A passage of the plans alone has nothing before them.
                if !reviewed {
                    done = true;
                    return;
                }
                let drafted = drafts.then(|| drafted_years(words, calendar)).flatten();
                let term = drafted
                    .or(named)
                    .unwrap_or(match contains_any(words, &["预期目标"]) {
                        true => Term::Year,
                        false => Term::Years(None),
                    });
                done = term == Term::Year;
                if done || turns.is_empty() {
                    let at = line.span(&piece).start as usize;
                    turns.push(Turn { at, term });
                }
            } else {
                reviewed = reviewed || reviews(words, calendar);
            }
        });
        match done {
            true => ControlFlow::Break(()),
            false => ControlFlow::Continue(()),
        }
    });
    turns
}

/// How far from its beginning a report greets those it is given to.
const FRONT: usize = 600;

fn turns_at(words: &[char], calendar: &Calendar) -> bool {
    // `二、“十三五”时期发展成就和“十四五”时期主要目标任务` turns further below.
    const REVIEWED: &[&str] = &["回顾", "总结", "成绩", "成效", "成就"];
    if is_heading(words) && contains_any(words, REVIEWED) {
        return false;
    }
    names_coming_work(words, calendar)
        || opens_plans(words, calendar).is_some()
        || names_goals(words)
}

fn is_heading(words: &[char]) -> bool {
    const LONGEST: usize = 48;
    words.len() <= LONGEST && !words.iter().any(|c| matches!(c, '。' | ';'))
}

/// `根据市委关于制定…第十五个五年规划的建议,编制了…纲要(草案)`
fn drafts_a_plan(words: &[char]) -> bool {
    const NEAR: usize = 140;
    let head = &words[..words.len().min(NEAR)];
    contains_any(head, &["规划的建议》", "目标的建议》"])
        && contains_any(head, &["编制了", "制定了", "编制形成", "起草了", "编制《"])
}

/// The years of the plan that is drafted.
fn drafted_years(words: &[char], calendar: &Calendar) -> Option<Term> {
    let terms = (0..words.len()).filter_map(|at| coming(words, at, calendar));
    terms.map(|(_, term)| term).find(|&term| term != Term::Year)
}

/// Words of what was done.
#[rustfmt::skip] // a word list reads as a paragraph
const DONE: &[&str] = &["回顾", "总结", "情况", "以来", "取得", "成绩", "成效", "成就", "报告", "去年", "大会", "个月", "上半年", "季度", "预计", "完成"];

/// Whether a paragraph speaks of what was: `过去五年`, `比上年增长`, and 2021年 in a report of 2022.
fn reviews(words: &[char], calendar: &Calendar) -> bool {
    #[rustfmt::skip] // a word list reads as a paragraph
    const PAST: &[&str] = &["回顾", "过去", "年来", "去年", "上年", "成绩", "同比", "成就", "以来"];
    let last = calendar.ahead().map(|ahead| format!("{}年", ahead - 1));
    contains_any(words, PAST) || last.is_some_and(|last| contains_any(words, &[&last]))
}

/// The first time to come that a paragraph begins with.
fn first_term(words: &[char], calendar: &Calendar) -> Option<Term> {
    const NEAR: usize = 80;
    let mut near = 0..words.len().min(NEAR);
    near.find_map(|at| coming(words, at, calendar))
        .map(|(_, term)| term)
}

/// `经济社会发展的主要预期目标是:`
fn names_goals(words: &[char]) -> bool {
    const NEAR: usize = 90;
    let head = &words[..words.len().min(NEAR)];
    goals_in(head).filter(|&at| at > 1).any(|at| {
        any_end(&head[..at], &["预期", "奋斗", "主要"]).is_some()
            && any_at(head, at + 2, &["是", "为", ":", "建议", "初步"]).is_some()
    })
}

/// The time to come that is named at `at`, and how many characters its words have.
fn coming(words: &[char], at: usize, calendar: &Calendar) -> Option<(usize, Term)> {
    const LATER: &[(&str, u16)] = &[
        ("今后五年", 5),
        ("今后5年", 5),
        ("未来五年", 5),
        ("未来5年", 5),
        ("今后四年", 4),
        ("今后三年", 3),
        ("今后几年", 0),
        ("今后一个时期", 0),
        ("新一届政府", 5),
    ];
    // `从今年起,我市进入“十三五”时期`
    let now = has(words, at, "今年") && any_at(words, at + 2, &["起", "开始"]).is_none();
    if has(words, at, "明年") || now && !calendar.late {
        return Some((2, Term::Year));
    }
    let ahead = calendar.ahead();
    // `在新一届政府开局之年,我们…`
    let opening = |word: &str| has(words, at + word.chars().count(), "开局");
    let later = |later: &&(&str, u16)| has(words, at, later.0) && !opening(later.0);
    if let Some((word, count)) = LATER.iter().find(later) {
        let years = ahead.filter(|_| *count > 0);
        let years = years.map(|first| (first, first + count - 1));
        return Some((word.chars().count(), Term::Years(years)));
    }
    let ahead = ahead?;
    // `“十四五”主要目标任务` in its first year, and `“十四五”开局工作` for that year alone.
    if let Some(years) = time::five_year_plan(words, at) {
        const OPENING: &[&str] = &["开局", "良好开局", "开好局", "起步", "第一年", "首年"];
        let behind = at + 3 + usize::from(has(words, at + 3, "”"));
        let term = match any_at(words, behind, OPENING) {
            Some(_) => Term::Year,
            None => Term::Years(Some(years)),
        };
        return (years.0 >= ahead).then_some((3, term));
    }
    let year = matches!(words[at], '1' | '2') && has(words, at, &format!("{ahead}年"));
    year.then_some((5, Term::Year))
}

/// `二、2022年主要目标任务`, `扎实做好2010年政府工作`: a heading.
fn names_coming_work(words: &[char], calendar: &Calendar) -> bool {
    #[rustfmt::skip] // a word list reads as a paragraph
    const WORK: &[&str] = &["工作", "任务", "目标", "要求", "安排", "思路", "部署", "打算", "实事", "重点", "发展"];
    // `科学谋划“十四五”发展` was done before.
    #[rustfmt::skip] // a word list reads as a paragraph
    const OF_PLAN: &[&str] = &["目标", "任务", "要求", "指导思想", "愿景", "蓝图", "思路", "展望"];
    let of_plan = || contains_any(words, OF_PLAN);
    // `1998年新一届政府的工作` in 1999
    let last = calendar.ahead().map(|ahead| format!("{}年", ahead - 1));
    let over = last.is_some_and(|last| contains_any(words, &[&last]));
    let works = |at: usize, term: Term| match words[at] {
        '十' if term != Term::Year => of_plan(),
        _ => contains_any(words, WORK),
    };
    is_heading(words)
        && !contains_any(words, DONE)
        && !over
        && (0..words.len())
            .any(|at| coming(words, at, calendar).is_some_and(|(_, term)| works(at, term)))
}

/// `今年是…之年。`, `“十四五”时期是…`, `2022年政府工作的总体要求是:…`: what the plans are for that a paragraph
/// opens.
pub(super) fn opens_plans(words: &[char], calendar: &Calendar) -> Option<Term> {
    const NEAR: usize = 14;
    const FAR: usize = 60;
    #[rustfmt::skip] // a word list reads as a paragraph
    const OPENS: &[&str] = &["是", ",是", "将是", ",将是", ",我们要", ",我们将", ",要", "”时期是", "”时期,是"];
    #[rustfmt::skip] // a word list reads as a paragraph
    const FRAMES: &[&str] = &["总体要求", "总的要求", "总要求", "总体思路", "指导思想", "奋斗目标", "预期目标", "主要目标", "工作思路", "目标任务", "任务目标", "总体目标", "重点工作"];
    let start = outline::behind_marker(words, &(0..words.len()));
    let greets = any_at(words, start, &["各位代表!", "各位代表,", "各位代表:"]);
    let start = start + greets.unwrap_or(0);
    let start = start + usize::from(has(words, start, "“十"));
    let near = start..words.len().min(start + NEAR);
    let opens = |at: usize, end: usize| {
        let is = at == start && any_at(words, end, OPENS).is_some();
        let set = || {
            let until = any_end(&words[..at], &["到", "至", "截至"]).is_some();
            let head = &words[end..words.len().min(end + FAR)];
            let sentence = head.split(|&c| c == '。').next().unwrap_or_default();
            !until && contains_any(sentence, FRAMES)
        };
        is || set()
    };
    near.clone().find_map(|at| {
        let (length, term) = coming(words, at, calendar)?;
        opens(at, at + length).then_some(term)
    })
}
