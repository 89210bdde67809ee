//! The columns of a table of indicators, as its header names them.

use std::ops::Range;

use super::super::numerals;
use super::super::prose::{any_at, any_end, contains, has};
use super::super::time;
use super::{bars, is_blank};
use crate::plan::Role;

/// What a column of numbers holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::parse) enum Column {
    /// `2020年`, `2023年计划`, `全年实绩`: a year, or none where the table's place tells it, and whether its
    /// numbers are goals or results.
    Year(Option<u16>, Option<Role>),
    /// `备注`: words, in a row with lines between its cells.
    Note,
    /// `年均增长`, over the years of the plan that its header names, if any.
    Yearly(Option<(u16, u16)>),
    /// `五年累计` beside a column of yearly rates: sums over the same years.
    Sum(Option<(u16, u16)>),
}

/// The columns of numbers that a table's header names, in order; none where it is no header.
pub(in crate::parse) fn header(words: &[char]) -> Option<Vec<Column>> {
    const LONGEST: usize = 120;
    if words.len() > LONGEST {
        return None;
    }
    let barred = bars::are_in(words);
    let longest = if barred { LONGEST } else { 60 };
    let first = |cell: Range<usize>| matches!(words[cell], ['项', '目'] | ['名', '称']);
    let named = contains(words, "指标")
        || contains(words, "指 标")
        || barred && bars::cells(words, 0..words.len()).take(3).any(first);
    if words.len() > longest || !named || words.contains(&'。') {
        return None;
    }
    let mut columns = match barred {
        true => bars::cells(words, 0..words.len())
            .fold(Vec::new(), |columns, cell| and_cell(columns, &words[cell])),
        false => scanned(words),
    };
    // `累计` alone is a column of rates and sums.
    let rates = columns
        .iter()
        .any(|column| matches!(column, Column::Yearly(_)));
    for column in &mut columns {
        if let Column::Sum(years) = *column
            && !rates
        {
            *column = Column::Yearly(years);
        }
    }
    if !barred && !columns.is_empty() && any_end(words, NOTES).is_some() {
        columns.push(Column::Note);
    }
    let years = columns
        .iter()
        .filter(|column| matches!(column, Column::Year(Some(_), _)));
    let results = columns
        .iter()
        .filter(|column| matches!(column, Column::Year(None, _)));
    // `目标 全年实绩`: one alone may be any words.
    (years.count() > 0 || results.count() > 1).then_some(columns)
}

/// Heads of a last column of words.
const NOTES: &[&str] = &["备注", "责任单位", "牵头单位", "责任部门", "牵头部门"];

/// The columns of a header with its next cell.
fn and_cell(mut columns: Vec<Column>, cell: &[char]) -> Vec<Column> {
    #[rustfmt::skip] // a word list reads as a paragraph
    const BINDING: &[&str] = &["属性", "指标属性", "指标性质", "性质", "类型", "指标类型"];
    let own = scanned(cell);
    if own.is_empty() {
        let binds = any_at(cell, 0, BINDING) == Some(cell.len());
        let note = !columns.is_empty() && !cell.is_empty() && !binds;
        columns.extend(note.then_some(Column::Note));
    }
    columns.extend(own.first());
    columns
}

/// The columns that are named one behind the other.
fn scanned(words: &[char]) -> Vec<Column> {
    let mut columns = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if let Some((year, end)) = year(words, at) {
            // `2015年 完成`
            let blank = usize::from(has(words, end, " "));
            let role = told_role(&words[end + blank..]);
            columns.push(Column::Year(Some(year), role.map(|(_, role)| role)));
            at = end + role.map_or(0, |(length, _)| length + blank);
        } else if let Some((length, role)) =
            told_role(&words[at..]).filter(|_| begins_cell(words, at))
        {
            columns.push(Column::Year(None, Some(role)));
            at += length;
        } else if let Some(length) = any_at(
            words,
            at,
            &[
                "年均",
                "五年平均",
                "年平均",
                "平均增长",
                "五年累计",
                "累计",
                "[累计",
            ],
        )
        .filter(|_| has(words, at, "年均") || begins_cell(words, at))
        {
            let years = plan_before(words, at);
            columns.push(match words[at..at + length].ends_with(&['累', '计']) {
                true if words[at] != '[' => Column::Sum(years),
                _ => Column::Yearly(years),
            });
            // `年均[累计]` is one column.
            at += length
                + any_at(words, at + length, &["增速[累计", "增长[累计", "[累计"]).unwrap_or(0);
        } else {
            at += 1;
        }
    }
    columns
}

/// Whether a cell of a header begins at `at`.
fn begins_cell(words: &[char], at: usize) -> bool {
    at == 0 || is_blank(words[at - 1])
}

/// Whether a column holds goals or results, by the words that begin its cell's rest; and their length.
pub(in crate::parse) fn told_role(words: &[char]) -> Option<(usize, Role)> {
    const GOALS: &[&str] = &[
        "预期目标",
        "计划目标",
        "年度目标",
        "年初目标",
        "目标值",
        "规划值",
        "规划目标",
        "目标",
        "计划数",
        "计划",
        "预期",
    ];
    const RESULTS: &[&str] = &[
        "全年实绩",
        "预计值",
        "预计数",
        "实绩",
        "实际完成",
        "实际数",
        "实际",
        "完成情况",
        "全年完成",
        "预计完成",
        "完成数",
        "完成",
        "执行情况",
        "现状",
    ];
    let open = usize::from(words.first() == Some(&'('));
    let goal = any_at(words, open, GOALS).map(|length| (length, Role::Target));
    let (length, role) =
        goal.or_else(|| any_at(words, open, RESULTS).map(|length| (length, Role::Observed)))?;
    let end = open + length;
    let closes = words
        .get(end)
        .is_none_or(|&c| is_blank(c) || c.is_ascii_digit() || matches!(c, '值' | '数' | ')' | '('));
    closes.then_some((end, role))
}

/// `“十三五”|年均增长`
fn plan_before(words: &[char], at: usize) -> Option<(u16, u16)> {
    const NEAR: usize = 8;
    let near = at.saturating_sub(NEAR)..at;
    near.rev().find_map(|at| time::five_year_plan(words, at))
}

fn year(words: &[char], at: usize) -> Option<(u16, usize)> {
    let (value, end) = numerals::plain_arabic(words, at)?;
    (has(words, end, "年") && (1990.0..2100.0).contains(&value)).then_some((value as u16, end + 1))
}
