//! The years that a change counts from: `比2020年`, `在2018年基础上`, `自2016年以来`.

use std::ops::Range;

use super::super::numerals::han_digit;
use super::super::prose::{any_at, any_end, ends, find, has, is_han};

/// The place of a year that a change counts from, with the words around it: `比2020年`,
/// `在2018年基础上`.
pub(super) fn base_year(
    chars: &[char],
    year: Range<usize>,
    before: &[char],
    due: bool,
) -> Option<(usize, usize)> {
    const TAILS: &[&str] = &["的基础上", "基础上", "相比", "水平", "为基期"];
    let Range { start: at, end } = year;
    // `2020年以来`, `自2002年有记录以来首次低于60%`
    let from = usize::from(ends(before, "自") && !ends(before, "来自"));
    if let Some(since) = since_end(chars, end).filter(|&since| from > 0 || since == end) {
        return Some((at - from, since));
    }
    if let Some(end) = ground_end(chars, before, end) {
        return Some((at - 1, end));
    }
    let base =
        any_end(before, &["相较于", "相比", "同比", "比", "较", "与", "以"]).filter(|_| !due);
    let compared = starts_change(chars, before, end)
        || base.is_some()
        || is_base_tail(chars, end)
        || is_measure(chars, before, end);
    compared.then(|| {
        let word = base.unwrap_or_else(|| usize::from(ends(before, "在")));
        (at - word, end + any_at(chars, end, TAILS).unwrap_or(0))
    })
}

/// `从2020年|的3.1人|增加到`, `由“十二五”末|第18位`: whether the value that a change starts from stands
/// behind a time that ends at `end`.
pub(super) fn starts_change(chars: &[char], before: &[char], end: usize) -> bool {
    let value = || chars.get(end).is_some_and(char::is_ascii_digit);
    any_end(before, &["从", "由"]).is_some()
        && (has(chars, end, "的") || value() || is_place(chars, end))
}

/// `由2016年|全省第16位|跃居第8位`
fn is_place(chars: &[char], at: usize) -> bool {
    const NEAR: usize = 8;
    const LONGEST: usize = 5;
    let words = &chars[at.min(chars.len())..];
    let words = &words[..words.len().min(NEAR + LONGEST)];
    let ordinal = words.iter().position(|&c| c == '第' || !is_han(c));
    ordinal.is_some_and(|at| {
        let place = &words[at..words.len().min(at + LONGEST)];
        at <= NEAR && words[at] == '第' && place.iter().any(|c| matches!(c, '位' | '名'))
    })
}

/// Where the 以来 ends that a year that ends at `end` has behind it, or has already.
pub(super) fn since_end(chars: &[char], end: usize) -> Option<usize> {
    const NEAR: usize = 8;
    if ends(&chars[..end], "以来") {
        return Some(end);
    }
    let behind = &chars[end..chars.len().min(end + NEAR)];
    let words = find(behind, "以来").filter(|&at| behind[..at].iter().all(|&c| is_han(c)))?;
    Some(end + words + 2)
}

/// `是2020年的1.4倍`: the time is what the multiple counts from.
pub(super) fn is_measure(chars: &[char], before: &[char], end: usize) -> bool {
    // Where the numbers end that begin at `at`, with the word that bounds the first: `近3`.
    let number_end = |at: usize| {
        let at = at + any_at(chars, at, &["近", "约", "超"]).unwrap_or(0);
        let part =
            |&&c: &&char| c.is_ascii_digit() || ".、和与".contains(c) || han_digit(c).is_some();
        let rest = &chars[at.min(chars.len())..];
        at + rest.iter().take(30).take_while(part).count()
    };
    let copulas = ["是", "为", "相当于", "达到", "恢复到", "恢复至"];
    // `是 “十一五”的3.7倍`
    let before = before.strip_suffix(&[' ']).unwrap_or(before);
    let copula = any_end(before, &copulas).is_some();
    let behind = number_end(end + 1);
    // `是“十五”时期累计投资的7.3倍`
    let longer = || {
        let words = &chars[end..chars.len().min(end + 10)];
        let of = words
            .iter()
            .position(|&c| c == '的')
            .filter(|&of| words[..of].iter().all(|&c| is_han(c)));
        of.map(|of| number_end(end + of + 1))
            .is_some_and(|behind| has(chars, behind, "倍"))
    };
    // `是“十五”末期5.5倍`
    let bare = || number_end(end) > end && has(chars, number_end(end), "倍");
    let of = || has(chars, end, "的") && any_at(chars, behind, &["倍", "%"]).is_some();
    copula && (of() || bare() || longer())
}

/// `在去年|降价的基础上`: where the words end, none of them a number, that lead to the ground that a
/// change stands on.
pub(super) fn ground_end(chars: &[char], before: &[char], at: usize) -> Option<usize> {
    const LONGEST: usize = 16;
    if !ends(before, "在") {
        return None;
    }
    let words = &chars[at..chars.len().min(at + LONGEST)];
    let word = |&c: &char| is_han(c) && han_digit(c).is_none();
    let ground = find(words, "基础上").filter(|&ground| words[..ground].iter().all(word))?;
    Some(at + ground + 3)
}

/// `在2018年基础上`, `2020年相比`.
fn is_base_tail(chars: &[char], at: usize) -> bool {
    any_at(chars, at, &["的基础上", "基础上", "相比", "为基期"]).is_some()
}
