//! Finds the title of a plan: in its own text, or in the words of the page around it.

use std::ops::ControlFlow;

use super::super::numerals;
use super::super::prose::{self, Prose, any_end};
use super::{Rank, is_marked, marker, pieces};
use crate::plan::Span;

const LONGEST_TITLE: usize = 60;

pub(in crate::parse) struct Title {
    /// The paragraph it begins in.
    pub(super) paragraph: usize,
    pub(super) span: Span,
    pub words: Prose,
}

/// Words a plan's title ends with.
#[rustfmt::skip] // a word list reads as a paragraph
const KINDS: &[&str] = &[
    "规划", "纲要", "方案", "计划", "意见", "报告", "规划纲要", "办法", "决定", "执行情况", "完成情况", "实事", "实事项目", "候选项目", "要点", "分解表", "责任分解", "任务分解", "统计公报", "执行结果的公报",
];

/// The last line before the first chapter that reads like a title; two lines where it was broken.
/// Only the first lines of a text without chapters. `plan` begins at character `start` of its document.
pub(in crate::parse) fn title(plan: &str, start: usize) -> Option<Title> {
    // So far into most plans the first chapter has begun, and so far into all that have one.
    const NEAR: usize = 6_000;
    const FAR: usize = 60_000;
    let [near, far] = [NEAR, FAR].map(|bytes| &plan[..plan.floor_char_boundary(bytes)]);
    for plan in [near, far] {
        if let (title, ControlFlow::Break(())) = first_chapter(plan, start) {
            return title;
        }
    }
    let (title, _) = first_chapter(first_lines(near), start);
    title.filter(|title| title.paragraph == 0)
}

/// The last line of a page's own words above the plan that reads like a title.
pub(in crate::parse) fn page_title(front: &str) -> Option<Prose> {
    let short = |line: &&str| line.chars().nth(LONGEST_TITLE).is_none();
    let lines = front.lines().map(str::trim).filter(short);
    lines.map(Prose::of).rfind(|line| is_title(line))
}

/// As many of the first lines as a title has.
fn first_lines(plan: &str) -> &str {
    let blank = plan.len() - plan.trim_start().len();
    let mut ends = plan[blank..].match_indices('\n').map(|(at, _)| blank + at);
    &plan[..ends.nth(1).unwrap_or(plan.len())]
}

/// The last title before the first chapter, where it breaks off.
fn first_chapter(plan: &str, start: usize) -> (Option<Title>, ControlFlow<()>) {
    let mut title = None;
    let mut above: Option<(Vec<char>, Span)> = None;
    let mut count = 0;
    let chapters = prose::lines(plan, start, |line| {
        let mut chapter = false;
        pieces(line, |piece| {
            let rank = marker(line, piece.start, piece.end).map(|(rank, _)| rank);
            chapter |= rank.is_some_and(|rank| rank <= Rank::Han);
            if chapter {
                return;
            }
            let (words, span) = (&line[piece.clone()], line.span(&piece));
            if is_title(words) {
                let broken = above.as_ref().filter(|(above, _)| continues(above, words));
                let (first, start, words) = match broken {
                    Some((above, begin)) => {
                        (count - 1, begin.start, [above, &['\n'][..], words].concat())
                    }
                    None => (count, span.start, words.to_vec()),
                };
                title = Some(Title {
                    paragraph: first,
                    span: Span { start, ..span },
                    words: Prose::of(&String::from_iter(words)),
                });
            }
            // A title's first line is as short as a title.
            above = (words.len() <= LONGEST_TITLE).then(|| (words.to_vec(), span));
            count += 1;
        });
        match chapter {
            true => ControlFlow::Break(()),
            false => ControlFlow::Continue(()),
        }
    });
    (title, chapters)
}

fn is_title(line: &[char]) -> bool {
    let mut words = line;
    let clause = |c: &char| matches!(c, '。' | ',' | ';' | ':' | '《');
    // `- 八五计划完成情况`: a line of a list.
    let listed = matches!(words.first(), Some('-' | '·' | '•'));
    if listed || words.len() > LONGEST_TITLE || words.iter().any(clause) {
        return false;
    }
    // `统计公报[1]`, `工作报告(草案)`
    let aside = match words.last() {
        Some(')') => words.iter().rposition(|&c| c == '('),
        Some(']') => words.iter().rposition(|&c| c == '['),
        _ => None,
    };
    words = &words[..aside.unwrap_or(words.len())];
    any_end(words, KINDS).is_some() && !is_marked(line)
}

/// A title's second line is short, and the line above it stops in the middle.
fn continues(above: &[char], line: &[char]) -> bool {
    let whole =
        any_end(above, KINDS).is_some() || any_end(above, &["日", "府", "委", "知"]).is_some();
    let cut = !whole && !above.iter().any(|c| "。,;:《》".contains(*c));
    cut && line.len() <= 16 && numerals::read(above, above.len() - 1).is_none()
}
