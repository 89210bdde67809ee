//! Rows whose cells are told apart by lines between them: `1 | 床位 | 张 | 预期性 | 30 | 40 |`.

use std::ops::Range;

use super::super::prose::any_at;
use super::cell::{Cell, cell, not_stated, own_unit, tells};
use super::{BINDING, Column};

/// Whether lines stand between the cells of a row or a header.
pub(super) fn are_in(words: &[char]) -> bool {
    words.contains(&'|')
}

/// Whether a cell tells how the row's target binds.
pub(super) fn bind(words: &[char]) -> bool {
    are_in(words) && cells(words, 0..words.len()).any(|cell| is_binding(&words[cell]))
}

/// The name of a row with its unit, and a cell for each of `columns`. None where it has fewer cells, or
/// words where a number should stand.
pub(super) fn row(
    chars: &[char],
    body: Range<usize>,
    columns: &[Column],
) -> Option<(Range<usize>, Vec<Cell>)> {
    let count = columns.len();
    let all: Vec<Range<usize>> = cells(chars, body).collect();
    let binding = all.iter().position(|cell| is_binding(&chars[cell.clone()]));
    let (names, numbers) = match binding {
        Some(at) if all.len() == at + 1 + count => (0..at, at + 1..all.len()),
        _ => {
            let end = binding.unwrap_or(all.len());
            let start = end.checked_sub(count)?;
            (0..start, start..end)
        }
    };
    let numbers = all[numbers].iter().zip(columns).map(|(range, column)| {
        let words = &chars[range.clone()];
        let open = usize::from(words.first() == Some(&'['));
        let told = words.is_empty() || *column == Column::Note || tells(&words[open..]);
        cell(chars, range.clone()).or_else(|| told.then(|| not_stated(range.clone())))
    });
    let numbers: Vec<Cell> = numbers.collect::<Option<_>>()?;
    let mut names = all[names].iter().filter(|cell| !cell.is_empty()).rev();
    let last = names.next()?.clone();
    let unit = own_unit(chars, last.start).filter(|unit| unit.end == last.end);
    let head = match unit {
        Some(_) => names.next()?.start..last.end,
        None => last,
    };
    Some((head, numbers))
}

/// The cells of a row, without the blanks around them; some may be empty.
pub(super) fn cells(chars: &[char], body: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let words = trimmed(chars, body);
    let open = words.start + usize::from(chars[words.clone()].starts_with(&['|']));
    let shut = words.end - usize::from(chars[open..words.end].ends_with(&['|']));
    let mut start = open;
    let ends = (open..=shut).filter(move |&at| at == shut || chars[at] == '|');
    ends.map(move |end| trimmed(chars, std::mem::replace(&mut start, end + 1)..end))
}

fn trimmed(chars: &[char], range: Range<usize>) -> Range<usize> {
    let words = &chars[range.clone()];
    let end = words.iter().rposition(|&c| c != ' ');
    let end = end.map_or(range.start, |last| range.start + last + 1);
    let start = words.iter().position(|&c| c != ' ');
    start.map_or(end, |first| range.start + first)..end
}

fn is_binding(cell: &[char]) -> bool {
    any_at(cell, 0, BINDING).is_some_and(|length| length == cell.len())
}
