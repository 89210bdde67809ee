//! Finds the rows of a table of indicators that close with two lines, their cells on lines of their own.

use std::ops::Range;

use memchr::{memchr_iter, memmem};

use super::cells::{bare, is_cell, is_name_of_names, tells_year};
use super::transcript::{Edit, lines};

/// The breaks inside rows that close with `||`: cells on lines of their own, with a line behind each or
/// between them.
pub(super) fn rows(text: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    if !["||", "| |"]
        .iter()
        .any(|close| memmem::find(text.as_bytes(), close.as_bytes()).is_some())
    {
        return edits;
    }
    let mut row: Vec<Range<usize>> = Vec::new();
    let mut rows: Vec<Vec<Range<usize>>> = Vec::new();
    for (line, _) in lines(text) {
        let words = &text[line.clone()];
        if !is_cell(words) || row.len() > LONGEST_ROW {
            join_table(text, &rows, &mut edits);
            rows.clear();
            row.clear();
            continue;
        }
        let begins = row.is_empty() && rows.is_empty();
        if begins && !is_name_of_names(words) {
            continue;
        }
        row.push(line);
        if closes_row(words) {
            rows.push(std::mem::take(&mut row));
        }
    }
    join_table(text, &rows, &mut edits);
    edits
}

/// As many lines as a row of a table has.
const LONGEST_ROW: usize = 80;

/// Joins the cells of a table's rows: of those that have no more than the header, where most have not.
fn join_table(text: &str, rows: &[Vec<Range<usize>>], edits: &mut Vec<Edit>) {
    const MORE: usize = 2;
    let cells = |row: &Vec<Range<usize>>| {
        let bars = |line: &Range<usize>| memchr_iter(b'|', &text.as_bytes()[line.clone()]).count();
        row.iter().rev().skip(1).map(bars).sum::<usize>()
    };
    let Some((header, others)) = rows.split_first() else {
        return;
    };
    let years = header.iter().any(|cell| tells_year(&text[cell.clone()]));
    let most = cells(header) + MORE;
    let whole = |row: &&Vec<Range<usize>>| cells(row) <= most;
    let count = others.iter().filter(whole).count();
    if years && count > 1 && 2 * count > others.len() {
        let rows = rows.iter().filter(whole);
        rows.for_each(|row| join_row(text, row, edits));
    }
}

/// Joins the cells of a row, without the lines that close it.
fn join_row(text: &str, row: &[Range<usize>], edits: &mut Vec<Edit>) {
    let worded = |cell: &Range<usize>| !bare(&text[cell.clone()]).is_empty();
    let (Some(last), Some(close)) = (row.iter().rposition(worded), row.last()) else {
        return;
    };
    edits.extend(row[..=last].windows(2).map(|pair| Edit {
        range: pair[0].end..pair[1].start,
        kept: Some(' '),
    }));
    let words = &text[row[last].clone()];
    let bars = words.trim_end_matches(|c: char| c == '|' || c.is_whitespace());
    edits.push(Edit {
        range: row[last].start + bars.len()..close.end,
        kept: None,
    });
}

/// `市发改委 | ||`
fn closes_row(line: &str) -> bool {
    let before = line.strip_suffix('|').map(str::trim_end);
    before.is_some_and(|before| before.ends_with('|'))
}
