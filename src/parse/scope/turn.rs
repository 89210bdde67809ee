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
    /// It speaks of the year ahead, and not of several.
    pub of_a_year: bool,
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
    // Whether the last time to come that was named is a single year.
    let mut of_one = None;
    let _ = prose::lines(plan, start, |line| {
        let mut done = !given && line.start() > start + FRONT;
        pieces(line, |piece| {
            let words = &line[piece.clone()];
            of_one = names_one_year(words, calendar).or(of_one);
            if !given {
                given = contains_any(words, &["各位代表", "向大会", "会议上"]);
            } else if !done && turns_at(words, calendar) {
                // A passage of the plans alone has nothing before them.
                if !reviewed {
                    done = true;
                    return;
                }
                let of_a_year = of_one.unwrap_or_else(|| contains_any(words, &["预期目标"]));
                if of_a_year || turns.is_empty() {
                    let at = line.span(&piece).start as usize;
                    turns.push(Turn { at, of_a_year });
                }
                done = of_a_year;
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
    names_coming_work(words, calendar) || opens_coming_year(words, calendar) || names_goals(words)
}

/// Whether a paragraph speaks of what was: `过去五年`, `比上年增长`, and 2021年 in a report of 2022.
fn reviews(words: &[char], calendar: &Calendar) -> bool {
    #[rustfmt::skip] // a word list reads as a paragraph
    const PAST: &[&str] = &["回顾", "过去", "年来", "去年", "上年", "成绩", "同比", "成就", "以来"];
    let last = calendar.ahead().map(|ahead| format!("{}年", ahead - 1));
    contains_any(words, PAST) || last.is_some_and(|last| contains_any(words, &[&last]))
}

/// Whether the first time to come that a paragraph begins with is a single year; none where it names
/// no such time.
fn names_one_year(words: &[char], calendar: &Calendar) -> Option<bool> {
    const NEAR: usize = 80;
    let mut near = 0..words.len().min(NEAR);
    let at = near.find(|&at| coming(words, at, calendar).is_some())?;
    Some(matches!(words[at], '2' | '明') || has(words, at, "今年"))
}

/// `经济社会发展的主要预期目标是:`
fn names_goals(words: &[char]) -> bool {
    const NEAR: usize = 40;
    let head = &words[..words.len().min(NEAR)];
    goals_in(head).filter(|&at| at > 1).any(|at| {
        any_end(&head[..at], &["预期", "奋斗", "主要"]).is_some()
            && any_at(head, at + 2, &["是", "为", ":", "建议", "初步"]).is_some()
    })
}

/// How many characters the words for the time to come have, where they stand at `at`.
fn coming(words: &[char], at: usize, calendar: &Calendar) -> Option<usize> {
    #[rustfmt::skip] // a word list reads as a paragraph
    const LATER: &[&str] = &["明年", "今后五年", "今后5年", "未来五年", "未来5年", "今后几年", "今后一个时期", "今后三年", "今后四年"];
    if let Some(length) = any_at(words, at, LATER) {
        return Some(length);
    }
    if has(words, at, "今年") {
        return (!calendar.late).then_some(2);
    }
    let ahead = calendar.ahead()?;
    // `“十四五”主要目标任务` in its first year.
    if let Some((first, _)) = time::five_year_plan(words, at) {
        return (first >= ahead).then_some(3);
    }
    (words[at] == '2' && has(words, at, &format!("{ahead}年"))).then_some(5)
}

/// `二、2022年主要目标任务`, `扎实做好2010年政府工作`: a heading.
fn names_coming_work(words: &[char], calendar: &Calendar) -> bool {
    const LONGEST: usize = 48;
    #[rustfmt::skip] // a word list reads as a paragraph
    const WORK: &[&str] = &["工作", "任务", "目标", "要求", "安排", "思路", "部署", "打算", "实事", "重点", "发展"];
    #[rustfmt::skip] // a word list reads as a paragraph
    const DONE: &[&str] = &["回顾", "总结", "情况", "以来", "取得", "成绩", "成效", "成就", "报告", "去年", "大会", "个月", "上半年", "季度", "预计", "完成"];
    // `科学谋划“十四五”发展` was done before.
    let of_plan = || contains_any(words, &["目标", "任务", "要求", "指导思想"]);
    let works = |at: usize| match words[at] {
        '十' => of_plan(),
        _ => contains_any(words, WORK),
    };
    words.len() <= LONGEST
        && !words.iter().any(|c| matches!(c, '。' | ';'))
        && !contains_any(words, DONE)
        && (0..words.len()).any(|at| coming(words, at, calendar).is_some() && works(at))
}

/// `今年是…之年。`, `2022年政府工作的总体要求是:…`
fn opens_coming_year(words: &[char], calendar: &Calendar) -> bool {
    const NEAR: usize = 14;
    const FAR: usize = 60;
    #[rustfmt::skip] // a word list reads as a paragraph
    const OPENS: &[&str] = &["是", ",是", "将是", ",将是", ",我们要", ",我们将", ",要"];
    #[rustfmt::skip] // a word list reads as a paragraph
    const FRAMES: &[&str] = &["总体要求", "总的要求", "总要求", "总体思路", "指导思想", "奋斗目标", "预期目标", "主要目标", "工作思路", "目标任务", "总体目标", "重点工作"];
    let start = outline::behind_marker(words, &(0..words.len()));
    let greets = any_at(words, start, &["各位代表!", "各位代表,", "各位代表:"]);
    let start = start + greets.unwrap_or(0);
    let near = start..words.len().min(start + NEAR);
    near.clone().any(|at| {
        coming(words, at, calendar).is_some_and(|length| {
            let end = at + length;
            let is = at == start && any_at(words, end, OPENS).is_some();
            let set = || {
                let until = any_end(&words[..at], &["到", "至", "截至"]).is_some();
                let head = &words[end..words.len().min(end + FAR)];
                let sentence = head.split(|&c| c == '。').next().unwrap_or_default();
                !until && contains_any(sentence, FRAMES)
            };
            is || set()
        })
    })
}
