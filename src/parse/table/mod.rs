//! Reads the rows of a table of indicators that was copied as text: a header with years, then lines
//! like `1 地区生产总值 亿元 152.3 220 7.5% 预期性`.

use std::ops::Range;

use super::areas;
use super::figures::{Figure, Shape, Value};
use super::numerals;
use super::phrase::Phrase;
use super::prose::{Prose, any_end, is_han};
use super::reading::Draft;
use super::scope::Scope;
use super::time::Calendar;
use super::units::{self, Class};
use crate::plan::{Ambition, Area, Kind, Origin, Period, Role, Year};

mod bars;
mod cell;
mod columns;

pub(super) use cell::tells;
use cell::{Cell, blank_row, bound_end, own_unit};
pub(super) use columns::{Column, header, told_role};

/// Whether a line may stand in a table: it tells how a target binds.
pub(super) fn is_row(words: &[char]) -> bool {
    let binds = any_end(&words[bare(words, 0..words.len())], BINDING).is_some();
    (binds || bars::bind(words)) && !words.contains(&'。')
}

/// Whether a line may be a row of a table that says not how its targets bind: short, no sentence,
/// and with a number at its end, or lines between its cells.
pub(super) fn may_be_row(words: &[char], columns: &[Column]) -> bool {
    const LONGEST: usize = 60;
    if bars::are_in(words) {
        return words.len() <= 2 * LONGEST
            && words.iter().any(char::is_ascii_digit)
            && !words.contains(&'。');
    }
    let words = &words[bare(words, 0..words.len())];
    let words = &words[..words.len() - note(words, columns)];
    let end = words.len() - bound_end(words).map_or(0, |(length, _)| length);
    let number = |c: &char| c.is_ascii_digit() || "%]-—".contains(*c);
    let unit = || {
        let digit = words[..end].iter().rposition(char::is_ascii_digit);
        digit.is_some_and(|at| own_unit(&words[..end], at + 1).is_some_and(|unit| unit.end == end))
    };
    (words[..end].last().is_some_and(number) || unit())
        && words.len() <= LONGEST
        && !words.iter().any(|c| "。,;:“".contains(*c))
}

/// How long the words are that end a row whose last column is of words: `市发改委`; a copy may have lost
/// the blank before them.
fn note(words: &[char], columns: &[Column]) -> usize {
    if columns.last() != Some(&Column::Note) {
        return 0;
    }
    let part = |c: &&char| is_han(**c) || **c == '、';
    words.iter().rev().take_while(part).count()
}

/// What stands between the cells of a row.
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '|')
}

/// `range` without the blanks around it.
fn bare(chars: &[char], range: Range<usize>) -> Range<usize> {
    let words = &chars[range.clone()];
    let end = words.iter().rposition(|&c| !is_blank(c));
    let end = end.map_or(range.start, |last| range.start + last + 1);
    let start = words.iter().position(|&c| !is_blank(c));
    start.map_or(end, |first| range.start + first)..end
}

/// How a target of a plan binds: expected, or mandatory.
pub(super) const BINDING: &[&str] = &["预期性", "约束性", "引导性"];

/// The statements of a row. Empty where its numbers are not as many as the columns: then nobody can
/// tell which is whose.
pub(super) fn row(
    chars: &Prose,
    line: Range<usize>,
    columns: &[Column],
    calendar: &Calendar,
    scope: &Scope,
    home: &[char],
) -> Vec<Draft> {
    let barred = bars::are_in(&chars[line.clone()]);
    let cells = match barred {
        true => bars::row(chars, line.clone(), columns),
        false => {
            let note = note(&chars[line.clone()], columns);
            let count = columns.len() - usize::from(note > 0);
            blank_row(chars, line.start..line.end - note, count)
        }
    };
    let Some((head, cells)) = cells else {
        return Vec::new();
    };
    let Some((mut name, zeros, unit)) =
        name(chars, head.clone(), barred).or_else(|| bare_name(chars, head, &cells))
    else {
        return Vec::new();
    };
    name.take_front(&["其中:", "其中"]);
    name.trim_marks();
    let area = areas::take_front(&mut name, false, home).unwrap_or(Area::Whole);
    let name = match barred {
        true => name.text().replace(' ', ""),
        false => name.text(),
    };
    let rated = rated_years(columns, calendar);
    let draft = |(cell, column): (&Cell, &Column)| {
        let column = match column {
            Column::Note => return None,
            Column::Yearly(None) => &Column::Yearly(rated),
            Column::Sum(None) => &Column::Sum(rated),
            named => named,
        };
        let (zeros, unit) = match (column, cell.summed) {
            (Column::Yearly(_), false) => (0, "%"),
            (Column::Yearly(_), true) if unit == "%" && stem(&name) == name => (0, "百分点"),
            _ => (zeros, unit.as_str()),
        };
        let value = numerals::scaled(chars, cell.range.start, zeros).filter(|_| cell.stated)?;
        let value = if cell.negative { -value } else { value };
        let kind = kind(cell, *column, &name, unit);
        Some(Draft {
            figure: figure(cell, value, unit),
            bound: cell.bound,
            clause: line.clone(),
            name: stem(&name).to_owned(),
            role: role(*column, first_year(columns, calendar)),
            kind,
            period: period(*column, kind, calendar, scope),
            area: area.clone(),
            ambition: Ambition::Plain,
        })
    };
    cells.iter().zip(columns).filter_map(draft).collect()
}

/// The row's name, the zeros that its unit adds to each number, and the unit: `(万元/人)`, `亿元`.
/// `barred`: a blank sets no cells apart.
fn name(chars: &Prose, head: Range<usize>, barred: bool) -> Option<(Phrase<'_>, u32, String)> {
    let mut head = behind_index(chars, head);
    // `造林面积(万亩)(五年新增量)`
    if chars[head.clone()].ends_with(&[')'])
        && let Some(open) = chars[head.clone()].iter().rposition(|&c| c == '(')
        && open > 0
        && chars[head.start + open - 1] == ')'
    {
        head.end = head.start + open;
    }
    let words = &chars[head.clone()];
    let (cut, place) = match words.last()? {
        ')' => {
            let open = words.iter().rposition(|&c| c == '(')?;
            (open, open + 1)
        }
        _ => {
            let blank = words.iter().rposition(|&c| is_blank(c))?;
            (blank, blank + 1)
        }
    };
    let unit = own_unit(words, place)?;
    // `经济发展 |生产总值`: a group of rows stands before the name.
    let words_end = |at: usize| words[..at].iter().rev().find(|&&c| !is_blank(c));
    // `创新驱动 |R&D经费`, but not `单位 GDP 能耗`.
    let begins = |at: usize| {
        is_han(words[at + 1])
            || words[at + 1].is_ascii_uppercase() && at == GROUP && !is_ratio(&words[..at])
    };
    let group = (1..cut.saturating_sub(1))
        .rev()
        .find(|&at| words[at] == ' ' && begins(at) && words_end(at).is_some_and(|&c| is_han(c)));
    let group = group.filter(|_| !barred);
    let start = head.start + group.map_or(0, |at| at + 1);
    let mut name = Phrase::default();
    // `专利拥有量|[1]`: without the number of its note.
    let words = bare(chars, start..head.start + cut);
    let digit = |c: char| c.is_ascii_digit();
    name.push(
        chars,
        cell::without_brackets(chars, words, ('[', ']'), digit),
    );
    name.trim_marks();
    (name.len() >= 2).then_some((name, unit.zeros, unit.base))
}

/// The same for a row whose unit stands in its cells: `参保人数 131.5万人 236万人`.
fn bare_name<'a>(
    chars: &'a Prose,
    head: Range<usize>,
    cells: &[Cell],
) -> Option<(Phrase<'a>, u32, String)> {
    let mut units = cells
        .iter()
        .filter(|cell| cell.stated)
        .map(|cell| &cell.unit);
    let (zeros, unit) = units.next()?.clone()?;
    let alike = units.all(|other| other.as_ref() == Some(&(zeros, unit.clone())));
    let mut name = Phrase::default();
    name.push(chars, behind_index(chars, head));
    name.trim_marks();
    (alike && name.len() >= 2 && !name.chars().contains(&' ')).then_some((name, zeros, unit))
}

/// Most groups of rows are called by so many characters: `创新驱动`.
const GROUP: usize = 4;

/// `每万元|GDP`: what is told of each is no group.
fn is_ratio(words: &[char]) -> bool {
    any_end(words, &["人均", "单位", "万元", "亿元"]).is_some()
}

/// The words behind the row's number, and the group of rows before it: `创新驱动4|研发经费投入`.
fn behind_index(chars: &[char], head: Range<usize>) -> Range<usize> {
    let words = &chars[head.clone()];
    let count = |from: usize, part: fn(char) -> bool| {
        words[from..].iter().take_while(|&&c| part(c)).count()
    };
    let group = count(0, is_han);
    let digits = group + count(group, |c| c.is_ascii_digit());
    let named = group == GROUP && (1..=2).contains(&(digits - group));
    let follows = words.get(digits).is_some_and(|&c| is_han(c)) && !units::may_begin(words, digits);
    let start = if named && follows { group } else { 0 };
    let index = count(start, |c| c.is_ascii_digit() || " .、|".contains(c));
    head.start + start + index..head.end
}

fn kind(cell: &Cell, column: Column, name: &str, unit: &str) -> Kind {
    let counts = !matches!(unit, "%" | "年" | "岁");
    let says = |words: &[&str]| words.iter().any(|word| name.contains(word));
    // `地区生产总值 7%`: an amount that is told in per cent grows by it.
    let amount = unit == "%" && AMOUNTS.iter().any(|word| name.ends_with(word));
    let falls = says(&["降低", "下降", "减少"]);
    match (column, cell.summed) {
        (Column::Yearly(_), true) if counts && (cell.total || says(&["新增"])) => {
            Kind::Cumulative
        }
        // `单位用地产值提升(%) [20]`
        (Column::Yearly(_), true) if unit == "%" && !falls && stem(name) != name => Kind::Growth,
        (Column::Yearly(_), true) => Kind::Change,
        // `调查失业率(%) 5.5`: of each year.
        (Column::Yearly(_), false) if name.ends_with("失业率") => Kind::Level,
        (Column::Yearly(_), false) => Kind::Growth,
        (Column::Sum(_), _) if counts && !falls => Kind::Cumulative,
        (Column::Sum(_), _) => Kind::Change,
        (Column::Year(..), _) if falls => Kind::Change,
        // `人均预期寿命 [1.2]`
        (Column::Year(..), true) if !counts => Kind::Change,
        (Column::Year(..), true) => Kind::Cumulative,
        (Column::Year(..), false) if amount || says(&["增长", "增速"]) => Kind::Growth,
        (Column::Year(..), false) if counts && name.starts_with("新增") => Kind::Cumulative,
        (Column::Year(..), false) | (Column::Note, _) => Kind::Level,
    }
}

/// Names of amounts end with these.
#[rustfmt::skip] // a word list reads as a paragraph
const AMOUNTS: &[&str] = &["总值", "增加值", "收入", "投资", "总额", "产值", "支出", "销售额", "零售额", "出口额", "劳动生产率"];

/// A name without the word that the kind tells: `居民收入|增长`, `能耗|降低`.
fn stem(name: &str) -> &str {
    const KINDS: &[&str] = &[
        "年均增长",
        "增长",
        "增速",
        "累计降低",
        "累计下降",
        "提升",
        "提高",
        "降低",
        "下降",
        "减少",
    ];
    let stem = KINDS.iter().find_map(|kind| name.strip_suffix(kind));
    stem.filter(|stem| !stem.is_empty()).unwrap_or(name)
}

fn figure(cell: &Cell, value: f64, unit: &str) -> Figure {
    Figure {
        start: cell.range.start,
        end: cell.end,
        after: cell.end,
        value: Value::Single(value),
        unit: unit.to_owned().into(),
        class: Class::None,
        shape: Shape::Amount,
        bound_after: None,
    }
}

/// The years of the columns, in order.
fn stated_years(columns: &[Column]) -> Vec<u16> {
    let year = |column: &Column| match column {
        Column::Year(year, _) => *year,
        Column::Yearly(_) | Column::Sum(_) | Column::Note => None,
    };
    columns.iter().filter_map(year).collect()
}

/// The years of a yearly rate that its header does not name: those since the first column's, up to the
/// last's; the plan's where that ends with it.
fn rated_years(columns: &[Column], calendar: &Calendar) -> Option<(u16, u16)> {
    match stated_years(columns)[..] {
        [first, .., last] if first < last => {
            let plan = calendar.plan.filter(|plan| plan.1 == last);
            Some(plan.unwrap_or((first + 1, last)))
        }
        _ => None,
    }
}

/// The first year that is planned for. Where no other is known, the first column tells where things
/// stood.
fn first_year(columns: &[Column], calendar: &Calendar) -> Option<u16> {
    let ends = || match stated_years(columns)[..] {
        [first, .., last] if first < last => Some(first + 1),
        _ => None,
    };
    let reported = calendar.ahead().filter(|_| calendar.report);
    let known = reported.or(calendar.plan.map(|plan| plan.0));
    known.or(calendar.now).or_else(ends)
}

fn role(column: Column, first: Option<u16>) -> Role {
    match (column, first) {
        (Column::Year(_, Some(role)), _) => role,
        (
            Column::Year(Some(year), None)
            | Column::Yearly(Some((_, year)))
            | Column::Sum(Some((_, year))),
            Some(first),
        ) if year < first => Role::Observed,
        _ => Role::Target,
    }
}

fn period(column: Column, kind: Kind, calendar: &Calendar, scope: &Scope) -> Period {
    let end = calendar.plan.map(|plan| plan.1);
    let year = match column {
        Column::Year(year, _) => year.or(scope.year.stated()),
        Column::Note => None,
        Column::Yearly(span) | Column::Sum(span) => span.map(|span| span.1).or(end),
    };
    let own = match column {
        Column::Yearly(span) | Column::Sum(span) => span,
        Column::Year(..) | Column::Note => None,
    };
    let summed = matches!(kind, Kind::Cumulative | Kind::Growth | Kind::Change);
    Period {
        year: year.map_or(Year::Unstated, Year::Stated),
        span: own.or(calendar.plan.filter(|_| summed && year == end)),
        base: None,
        origin: Origin::Section,
    }
}
