//! Finds where a copy visibly lost digits or names. Only a copy that lost years is searched.

use std::ops::Range;

use memchr::memmem;

use super::prose::{Prose, any_at, has, is_han, plain};
use super::signs::sign;
use super::time;
use crate::plan::{Gap, GapKind};

/// Whether the copy lost digits: `到年`, `(-年)`, a date `年9月24日` — twice or more.
pub(super) fn is_lossy(plan: &str) -> bool {
    let years = memmem::find_iter(plan.as_bytes(), "年");
    let lost = years.filter(|&at| is_lost(plan, at));
    lost.take(2).count() == 2
}

/// Whether the 年 at byte `at` of `plan` has lost its digits.
fn is_lost(plan: &str, at: usize) -> bool {
    const BEFORE: usize = 2;
    const BEHIND: usize = 8;
    let mut before = plan[..at].char_indices().rev();
    let close = before.clone().next().map(|(_, c)| plain(c));
    if close.is_some_and(|c| !matches!(c, '到' | '至' | '-' | '—' | '\n' | ' ' | '。' | ',' | ';'))
    {
        return false;
    }
    let start = before.nth(BEFORE - 1).map_or(0, |(start, _)| start);
    let behind = plan[at..].chars().take(BEHIND).map(char::len_utf8);
    let near = Prose::of(&plan[start..at + behind.sum::<usize>()]);
    let year = near.index_of(plan[start..at].chars().count());
    let due = year > 0 && time::is_lost_due_year(&near, year - 1);
    due || year > 1 && is_lost_span(&near, year - 2) || is_lost_date(&near, year)
}

/// `(-年)`
fn is_lost_span(chars: &[char], at: usize) -> bool {
    has(chars, at, "(-年)") || has(chars, at, "(—年)")
}

/// The characters besides digits and letters that words may be lost at.
pub(super) const BEGIN: &str = "年到至(“";

pub(super) fn may_begin(c: char) -> bool {
    c.is_ascii_uppercase() || BEGIN.contains(c)
}

/// `年9月24日` where a line or clause begins.
fn is_lost_date(chars: &[char], at: usize) -> bool {
    let begins = at == 0 || "\n 。,;".contains(chars[at - 1]);
    let digits = chars[at + 1..]
        .iter()
        .take_while(|c| c.is_ascii_digit())
        .count();
    begins && (1..=2).contains(&digits) && has(chars, at + 1 + digits, "月")
}

/// Gaps of years and names in `range`; numbers are found where statements are read.
pub(super) fn read(chars: &Prose, range: Range<usize>) -> Vec<Gap> {
    const STOPS: u8 = sign::GAP | sign::DIGIT;
    let mut gaps = Vec::new();
    let mut at = range.start;
    for stop in chars.signs().all(range.clone(), STOPS) {
        if stop < at {
            continue;
        }
        let named = || name(chars, stop, range.end).map(|end| (end, GapKind::Name));
        let found = year(chars, stop).map(|end| (end, GapKind::Year));
        if let Some((end, kind)) = found.or_else(named) {
            let span = chars.span(&(stop..end));
            gaps.push(Gap { span, kind });
            at = end;
        }
    }
    gaps
}

/// Characters before 年 that make a word of it: `今年`, `青年`, `2020年`.
const YEAR_WORDS: &str = "今明去近多每全常当历往百千万青少成老周新本同上下半学元中早晚丰逐次两三四五六七八九十一几数整延余个";
/// Characters behind 年 that make a word of it: `年度`, `年会`.
const YEAR_TAILS: &str = "度轻龄会产均代报货底末初中终老级味画薪限吞轮人间内限来以纪";

/// Where the gap of a year ends that begins at `at`.
fn year(chars: &[char], at: usize) -> Option<usize> {
    match chars[at] {
        '(' => is_lost_span(chars, at).then_some(at + 4),
        '到' | '至' => time::is_lost_due_year(chars, at).then_some(at + 2),
        '年' => lost_year(chars, at),
        c if c.is_ascii_digit() => lost_day(chars, at),
        _ => None,
    }
}

/// `年9月24日`, `,年前…`
fn lost_year(chars: &[char], at: usize) -> Option<usize> {
    let before = if at == 0 { '\n' } else { chars[at - 1] };
    let after = chars.get(at + 1).copied().unwrap_or('。');
    let word = before.is_ascii_digit() || YEAR_WORDS.contains(before) || YEAR_TAILS.contains(after);
    let dated = is_lost_date(chars, at) || after == '前' || is_han(after);
    (!word && dated).then(|| at + 1 + usize::from(after == '前'))
}

/// `2019年 月 日`: the day is lost.
fn lost_day(chars: &[char], at: usize) -> Option<usize> {
    let digits = chars[at..]
        .iter()
        .take(4)
        .take_while(|c| c.is_ascii_digit());
    let year = at + digits.count();
    if year != at + 4 || chars.get(year) != Some(&'年') {
        return None;
    }
    let blank = |from: usize| {
        from + chars[from.min(chars.len())..]
            .iter()
            .take_while(|&&c| c == ' ')
            .count()
    };
    let month = blank(year + 1);
    let day = blank(month + 1);
    (has(chars, month, "月") && has(chars, day, "日")).then_some(day + 1)
}

/// `“”高铁交通圈`, `方案()`, `G、G、G`: where the gap of a name ends that begins at `at`.
fn name(chars: &[char], at: usize, end: usize) -> Option<usize> {
    match chars[at] {
        '“' | '(' => {
            let length = any_at(chars, at, &["“”", "(())", "()"])?;
            Some(at + length)
        }
        letter if letter.is_ascii_uppercase() => lone_letters(chars, at, end),
        _ => None,
    }
}

/// `G、G、G`
fn lone_letters(chars: &[char], at: usize, end: usize) -> Option<usize> {
    let letter = chars[at];
    let lone = (at == 0 || !chars[at - 1].is_ascii_alphanumeric()) && has(chars, at + 1, "、");
    if !lone {
        return None;
    }
    let mut stop = at + 1;
    while stop + 1 < end && chars[stop] == '、' && chars[stop + 1] == letter {
        stop += 2;
    }
    let follows = chars.get(stop).is_some_and(|c| c.is_ascii_alphanumeric());
    (stop > at + 1 && !follows).then_some(stop)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let chars = Prose::of(text);
        let found: Vec<String> = read(&chars, 0..chars.len())
            .iter()
            .map(|gap| {
                let words: String = chars[gap.span.start as usize..gap.span.end as usize]
                    .iter()
                    .collect();
                format!("{words} {:?}", gap.kind)
            })
            .collect();
        assert_eq!(found.join("; "), expected, "{text}");
    }

    #[test]
    fn lost_years_are_marked_where_they_stood() {
        check("到年,全市", "到年 Year");
        check("方案(-年)", "(-年) Year");
        check("年9月24日", "年 Year");
        check("办好年亚运会", "年 Year");
        check("举办年会、青年节,到年底", "");
    }

    #[test]
    fn lost_names_are_marked() {
        check("完成G、G、G改建", "G、G、G Name");
        check("形成“”高铁圈", "“” Name");
    }
}
