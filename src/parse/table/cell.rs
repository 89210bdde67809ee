//! The cells of a row: numbers with their bounds and units, dashes, words that stand for a number.

use std::ops::Range;

use super::super::figures::BOUNDS_AFTER;
use super::super::numerals;
use super::super::prose::{any_at, any_end, ends, is_han};
use super::super::units;
use super::{BINDING, bare, is_blank};
use crate::plan::Bound;

/// A cell of a row with a number in it, or a dash.
pub(super) struct Cell {
    pub range: Range<usize>,
    /// A number, and no dash.
    pub stated: bool,
    pub bound: Bound,
    /// `〔6.8〕`: summed over the plan's years.
    pub summed: bool,
    /// `累计达到1000`
    pub total: bool,
    /// `-3%`
    pub negative: bool,
    /// Behind the number and its unit.
    pub end: usize,
    /// The zeros and the base of a unit of its own: `131.5万人`.
    pub unit: Option<(u32, String)>,
}

/// A unit behind a number in its cell.
pub(super) struct OwnUnit {
    pub end: usize,
    pub zeros: u32,
    pub base: String,
}

/// The unit at `at`, with the 万 or 亿 before it.
pub(super) fn own_unit(words: &[char], at: usize) -> Option<OwnUnit> {
    let scaled = any_at(words, at, SCALES).unwrap_or(0);
    let unit = units::read(words, at + scaled)?;
    Some(OwnUnit {
        end: unit.end,
        zeros: zeros(&words[at..at + scaled]),
        base: unit.base.into_owned(),
    })
}

const SCALES: &[&str] = &["万亿", "千万", "亿", "万"];

fn zeros(scale: &[char]) -> u32 {
    let zeros = scale.iter().map(|c| match c {
        '千' => 3,
        '万' => 4,
        _ => 8,
    });
    zeros.sum()
}

/// The name of a row with its unit, and its `count` cells, where blanks stand between them.
pub(super) fn blank_row(
    chars: &[char],
    line: Range<usize>,
    count: usize,
) -> Option<(Range<usize>, Vec<Cell>)> {
    let unbound = |words: Range<usize>| {
        let words = bare(chars, words);
        let binding = any_end(&chars[words.clone()], BINDING).unwrap_or(0);
        bare(chars, words.start..words.end - binding)
    };
    let (head, cells) = cells(chars, unbound(line), count);
    (cells.len() == count).then(|| (unbound(head), cells))
}

/// The cells at the end of a row, and what stands before them. A copy may have lost the blank before
/// the first: `亿元152.3`.
fn cells(chars: &[char], body: Range<usize>, count: usize) -> (Range<usize>, Vec<Cell>) {
    let mut cells = Vec::new();
    let mut end = body.end;
    while end > body.start && cells.len() < count {
        let blank = (body.start..end).rev().find(|&at| is_blank(chars[at]));
        let start = blank.map_or(body.start, |at| at + 1);
        if let Some(told) = told(chars, start..end) {
            end = bare(chars, body.start..told.range.start).end;
            cells.push(told);
            continue;
        }
        let bound = bound_end(&chars[start..end]).map_or(0, |(length, _)| length);
        let words = start..end - bound;
        let glued = words
            .clone()
            .any(|at| is_han(chars[at]) || chars[at] == ')');
        let open = start + usize::from(chars[start] == '[');
        let start = match glued && foreseen(&chars[open..end]) == 0 {
            true => number_start(chars, start, unit_start(chars, &words)),
            false => start,
        };
        let Some(cell) = cell(chars, start..end) else {
            break;
        };
        cells.push(cell);
        end = bare(chars, body.start..start).end;
    }
    cells.reverse();
    (body.start..end, cells)
}

/// `完成省下达目标`: a cell that tells in words what is due, and states no number; the blank before
/// it may be lost (`20.5|完成省下达目标`).
fn told(chars: &[char], range: Range<usize>) -> Option<Cell> {
    let number = |c: &char| c.is_ascii_digit() || ".%-—/".contains(*c);
    let words = chars[range.clone()]
        .iter()
        .take_while(|c| number(c))
        .count();
    any_at(&chars[range.clone()], words, TELLS)?;
    if foreseen(&chars[range.clone()]) > 0 {
        return None;
    }
    Some(not_stated(range.start + words..range.end))
}

/// A cell without a number.
pub(super) fn not_stated(range: Range<usize>) -> Cell {
    Cell {
        end: range.end,
        range,
        stated: false,
        bound: Bound::Exactly,
        summed: false,
        total: false,
        negative: false,
        unit: None,
    }
}

/// Whether the words of a cell tell what is due, and state no number.
pub(in crate::parse) fn tells(words: &[char]) -> bool {
    any_at(words, 0, TELLS).is_some()
}

#[rustfmt::skip] // a word list reads as a paragraph
const TELLS: &[&str] = &[
        "与经济", "与地区生产总值", "与GDP", "高于", "快于", "全面", "确保",
        "预计", "完成", "达到", "持续", "保持", "力争", "以省", "以国家", "按省", "按国家", "省下达", "国家下达", "控制在", "稳步", "逐步", "基本", "不断", "进一步", "待定",
    ];

/// Where the unit begins that a number's cell ends with (`12.3|年`); the cell's end where none does.
fn unit_start(chars: &[char], cell: &Range<usize>) -> usize {
    const LONGEST: usize = 4;
    let ends = |at: &usize| {
        let unit = || own_unit(chars, *at).is_some_and(|unit| unit.end == cell.end);
        chars[at - 1].is_ascii_digit() && unit()
    };
    let near = cell.end.saturating_sub(LONGEST).max(cell.start + 1)..cell.end;
    near.rev().find(ends).unwrap_or(cell.end)
}

/// Where the digits begin that end a word.
fn number_start(chars: &[char], start: usize, end: usize) -> usize {
    let part = |c: char| c.is_ascii_digit() || ".%><≥≤[]".contains(c);
    let digits = chars[start..end].iter().rev().take_while(|&&c| part(c));
    end - digits.count()
}

/// `7%|左右`: the word that ends a cell and binds its number.
pub(super) fn bound_end(cell: &[char]) -> Option<(usize, Bound)> {
    let words = BOUNDS_AFTER.iter();
    let mut found = words.filter(|(word, _)| ends(cell, word));
    found
        .next()
        .map(|&(word, bound)| (word.chars().count(), bound))
}

/// `预计|7%`, `达到|50%`: how many characters of a cell stand before its number, and tell no more.
fn foreseen(cell: &[char]) -> usize {
    let length = any_at(cell, 0, &["预计", "累计达到", "达到", "累计", "约"]).unwrap_or(0);
    let number = |c: &char| c.is_ascii_digit() || *c == '-';
    if cell.get(length).is_some_and(number) {
        length
    } else {
        0
    }
}

/// The words of `range` without the brackets that end them around nothing but `inner` characters.
pub(super) fn without_brackets(
    chars: &[char],
    range: Range<usize>,
    (opening, closing): (char, char),
    inner: fn(char) -> bool,
) -> Range<usize> {
    let words = &chars[range.clone()];
    let open = words.iter().rposition(|&c| c == opening).filter(|&open| {
        let within = words[open + 1..].strip_suffix(&[closing]);
        let within = within.unwrap_or_default();
        open > 0 && !within.is_empty() && within.iter().all(|&c| inner(c))
    });
    range.start..open.map_or(range.end, |open| range.start + open)
}

pub(super) fn cell(chars: &[char], range: Range<usize>) -> Option<Cell> {
    // `8.4 |(可比价)`
    let range = bare(chars, without_brackets(chars, range, ('(', ')'), is_han));
    let after = bound_end(&chars[range.clone()]);
    let mut words = range.start..range.end - after.map_or(0, |(length, _)| length);
    words.start += foreseen(&chars[words.clone()]);
    let first = |words: &Range<usize>| chars[words.clone()].first().copied();
    let summed = first(&words)? == '[';
    words.start += usize::from(summed);
    let total = any_at(&chars[words.clone()], 0, &["累计"]).is_some();
    words.start += foreseen(&chars[words.clone()]);
    let sign = match first(&words)? {
        '>' | '≥' => Some(Bound::AtLeast),
        '<' | '≤' => Some(Bound::AtMost),
        _ => None,
    };
    words.start += usize::from(sign.is_some());
    let bound = after
        .map(|(_, bound)| bound)
        .or(sign)
        .unwrap_or(Bound::Exactly);
    let negative =
        first(&words)? == '-' && chars.get(words.start + 1).is_some_and(char::is_ascii_digit);
    words.start += usize::from(negative);
    let told = &chars[words.clone()];
    // `一` is a dash that was read by a machine.
    let dash = !told.is_empty() && told.iter().all(|c| "-—/".contains(*c)) || told == ['一'];
    let number = numerals::plain_arabic(chars, words.start).filter(|_| words.start < words.end);
    let end = number.map_or(words.end, |(_, end)| end);
    // `12.3年`, `131.5万人`
    let unit = own_unit(chars, end).filter(|_| number.is_some());
    let end_of_unit = unit.as_ref().map_or(end, |unit| unit.end);
    let closes = dash || end_of_unit + usize::from(summed) == words.end;
    (closes && (dash || number.is_some())).then(|| Cell {
        range: words.start..end,
        stated: number.is_some(),
        bound,
        summed,
        total,
        negative,
        end: end_of_unit,
        unit: unit.map(|unit| (unit.zeros, unit.base)),
    })
}
