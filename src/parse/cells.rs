//! Finds the cells of a table of indicators that was copied with each on a line of its own, or with
//! tabs between them.

use std::ops::Range;

use memchr::{memchr, memchr_iter, memmem};

use super::prose::{is_han, plain};
use super::table::{self, BINDING};
use super::transcript::{Edit, lines};

/// What a cell of such a table is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cell {
    /// A name, a unit, or a heading between rows.
    Words,
    Number,
    /// `预期性`
    Binding,
}

/// The columns of a table, as far as its header tells.
#[derive(Default)]
struct Columns {
    numbers: usize,
    /// A unit in a cell of its own stands behind each name.
    unit: bool,
    binding: Option<Binding>,
}

/// Where `预期性` stands in a row.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Binding {
    BeforeNumbers,
    BehindNumbers,
}

/// The breaks inside rows and headers, as lines between their cells. A row that has not as many
/// numbers as the header has years is left alone.
pub(super) fn rows(text: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut behind = 0;
    for end in memchr_iter(b'\n', text.as_bytes()) {
        let start = end + 1;
        if start < behind || !may_name_names(&text[start..]) {
            continue;
        }
        let mut table = Table {
            text,
            start,
            edits: Vec::new(),
        };
        behind = table.read();
        edits.append(&mut table.edits);
    }
    edits
}

/// The tabs between the cells of a row, as lines between them.
pub(super) fn tabs(text: &str) -> Vec<Edit> {
    if memchr(b'\t', text.as_bytes()).is_none() {
        return Vec::new();
    }
    let row = |line: &Range<usize>| {
        let words = &text[line.clone()];
        memchr_iter(b'\t', words.as_bytes()).nth(1).is_some() && !words.contains('。')
    };
    let rows = lines(text).map(|(line, _)| line).filter(row);
    rows.flat_map(|line| {
        let tabs = memchr_iter(b'\t', &text.as_bytes()[line.clone()]);
        tabs.map(move |at| Edit {
            range: line.start + at..line.start + at + 1,
            kept: Some('|'),
        })
    })
    .collect()
}

/// Whether a cell heads a column of numbers.
pub(super) fn tells_year(cell: &str) -> bool {
    let mut columns = Columns::default();
    columns.add(&compact(cell)) && columns.numbers > 0
}

/// Whether 指 is the first word of a line, but for those of `主要项目和|指标`.
fn may_name_names(line: &str) -> bool {
    const FARTHEST: usize = 8;
    let before = |c: &char| c.is_whitespace() && *c != '\n' || "主要项目和".contains(*c);
    let word = line.chars().take(FARTHEST).find(|c| !before(c));
    word == Some('指')
}

struct Table<'a> {
    text: &'a str,
    start: usize,
    edits: Vec<Edit>,
}

impl Table<'_> {
    /// Whether each row begins with a number of its own: `序号`.
    fn is_numbered(&self) -> bool {
        let above =
            self.text[..self.start].trim_end_matches(|c: char| c == '|' || c.is_whitespace());
        let line = above.rsplit('\n').next().unwrap_or_default();
        matches!(compact(line).as_str(), "序号" | "编号")
    }

    /// Reads the table whose header may begin at `start`, and returns where it ends.
    fn read(&mut self) -> usize {
        let start = self.start;
        let text = self.text;
        // Where a line stands behind each cell, one alone stands behind an empty cell.
        let ended = lines(&text[start..])
            .next()
            .is_some_and(|(first, _)| text[start..][first].ends_with('|'));
        let mut lines = lines(&text[start..])
            .map(|(line, _)| start + line.start..start + line.end)
            .take_while(|line| is_cell(&text[line.clone()]))
            .filter(|line| {
                ended && text[line.clone()] == *"|" || !bare(&text[line.clone()]).is_empty()
            })
            .peekable();
        let Some(first) = lines.next_if(|line| is_name_of_names(&text[line.clone()])) else {
            return start;
        };
        let mut columns = Columns::default();
        let mut header = vec![first.clone()];
        while let Some(line) = lines.next_if(|line| columns.add(&compact(&text[line.clone()]))) {
            header.push(line);
        }
        if columns.numbers == 0 {
            return first.end;
        }
        self.without_blanks(first);
        self.join(&header);
        let mut end = header.last().map_or(start, |line| line.end);
        let (mut names, mut numbers) = (Vec::new(), Vec::<Range<usize>>::new());
        let numbered = columns.binding.is_none() && self.is_numbered();
        let mut index = None;
        while let Some(line) = lines.next() {
            end = line.end;
            let cell = cell(&text[line.clone()]);
            if cell == Cell::Binding && columns.binding == Some(Binding::BeforeNumbers) {
                end = self.row_behind(&columns, &names, index, line, &mut lines);
                names.clear();
                numbers.clear();
                index = None;
                continue;
            }
            let closes = match columns.binding {
                Some(_) => cell == Cell::Binding,
                None => cell == Cell::Words,
            };
            // The number that the next row begins with.
            let next = numbered && closes && numbers.len() == columns.numbers + 1;
            if next && number(&text[numbers[columns.numbers].clone()]).is_some() {
                numbers.pop();
            }
            if closes {
                self.drop_empty(&mut numbers, columns.numbers);
            }
            if closes && numbers.len() == columns.numbers {
                let binding = columns.binding.is_some().then(|| line.clone());
                self.row(&columns, &names, &numbers, binding);
            }
            match cell {
                Cell::Number => numbers.push(line),
                Cell::Words | Cell::Binding => {
                    if !numbers.is_empty() || cell == Cell::Binding {
                        index = numbers
                            .last()
                            .and_then(|last: &Range<usize>| number(&text[last.clone()]));
                        names.clear();
                        numbers.clear();
                    }
                    names.extend((cell == Cell::Words).then_some(line));
                }
            }
        }
        self.drop_empty(&mut numbers, columns.numbers);
        if columns.binding.is_none() && numbers.len() == columns.numbers {
            self.row(&columns, &names, &numbers, None);
        }
        end
    }

    /// Joins a row whose numbers stand behind its `binding`, and returns where it ends. `index`: the
    /// number that the row begins with.
    fn row_behind(
        &mut self,
        columns: &Columns,
        names: &[Range<usize>],
        index: Option<u32>,
        binding: Range<usize>,
        lines: &mut impl Iterator<Item = Range<usize>>,
    ) -> usize {
        let told = |line: &Range<usize>| tells(&self.text[line.clone()]);
        let numbers = lines.take(columns.numbers).take_while(told);
        let row: Vec<Range<usize>> = [binding].into_iter().chain(numbers).collect();
        let last = &row[row.len() - 1];
        // An empty cell leaves no line, and the next row's number would stand for it.
        let next = number(&self.text[last.clone()]);
        let follows = next.is_some() && next == index.map(|at| at + 1);
        let end = last.end;
        if row.len() == 1 + columns.numbers && !follows {
            self.row(columns, names, &row, None);
        }
        end
    }

    /// Leaves out the empty cells behind the last of `count` columns.
    fn drop_empty(&self, numbers: &mut Vec<Range<usize>>, count: usize) {
        let empty = |last: &mut Range<usize>| bare(&self.text[last.clone()]).is_empty();
        while numbers.len() > count && numbers.pop_if(empty).is_some() {}
    }

    /// Joins a row: the last of `names`, with its unit, and all that stands behind it. More names in
    /// a row than one share its numbers in an order that nobody can tell.
    fn row(
        &mut self,
        columns: &Columns,
        names: &[Range<usize>],
        numbers: &[Range<usize>],
        binding: Option<Range<usize>>,
    ) {
        let cells = 1 + usize::from(columns.unit);
        let Some(own) = names.len().checked_sub(cells) else {
            return;
        };
        let before = self.edits.len();
        for name in &names[own..] {
            self.without_blanks(name.clone());
        }
        let row = [&names[own..], numbers, binding.as_slice()].concat();
        self.join(&row);
        self.edits[before..].sort_by_key(|edit| edit.range.start);
    }

    fn join(&mut self, cells: &[Range<usize>]) {
        let text = self.text;
        let between = cells.windows(2).map(|pair| Edit {
            range: pair[0].end..pair[1].start,
            kept: Some(if text[..pair[0].end].ends_with('|') {
                ' '
            } else {
                '|'
            }),
        });
        self.edits.extend(between);
    }

    /// `指  标` is one word.
    fn without_blanks(&mut self, cell: Range<usize>) {
        let end = cell.start + bare(&self.text[cell.clone()]).len();
        let blanks = self.text[cell.start..end].char_indices();
        let blanks = blanks.filter(|(_, c)| c.is_whitespace());
        self.edits.extend(blanks.map(|(at, c)| Edit {
            range: cell.start + at..cell.start + at + c.len_utf8(),
            kept: None,
        }));
    }
}

impl Columns {
    /// Takes the next cell of the header; false where the words are none.
    fn add(&mut self, words: &str) -> bool {
        let year = words.len() > 4
            && words.is_char_boundary(4)
            && words[..4].bytes().all(|byte| byte.is_ascii_digit())
            && words[4..].starts_with('年');
        match words {
            "" => {}
            "单位" | "计量单位" => self.unit = true,
            "属性" | "指标属性" | "指标性质" | "性质" => {
                let place = match self.numbers {
                    0 => Binding::BeforeNumbers,
                    _ => Binding::BehindNumbers,
                };
                self.binding = Some(place);
            }
            // `“十四五”目标`, above the columns of its years.
            _ if words.starts_with('“') && words.ends_with("五”目标") => {}
            _ if year || words.contains("年均") || words.contains("累计") || is_result(words) =>
            {
                self.numbers += 1;
            }
            _ => return false,
        }
        true
    }
}

/// `目标`, `全年实绩`: a column of goals or results that names no year.
fn is_result(words: &str) -> bool {
    let words: Vec<char> = words.chars().collect();
    table::told_role(&words).is_some_and(|(length, _)| length == words.len())
}

/// Whether a line is short enough for a cell, and no sentence.
pub(super) fn is_cell(line: &str) -> bool {
    const LONGEST: usize = 120;
    let numbered = |at: usize| line[..at].ends_with(|c: char| c.is_ascii_digit());
    line.len() <= LONGEST && !line.match_indices('。').any(|(at, _)| !numbered(at))
}

/// `76。7`: a full stop that was read for the point of a number, in a cell of its own.
pub(super) fn points(text: &str) -> Vec<Edit> {
    const LONGEST: usize = 16;
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let stops =
        memmem::find_iter(bytes, "。").filter(|&at| at > 0 && digit(at - 1) && digit(at + 3));
    // No farther than a cell reaches: a long line is not looked through at each of its stops.
    let alone = |&at: &usize| {
        let within = |byte: &&u8| **byte != b'\n';
        let before = bytes[..at].iter().rev().take(LONGEST + 1);
        let behind = bytes[at..].iter().take(LONGEST + 1);
        before.take_while(within).count() + behind.take_while(within).count() <= LONGEST
    };
    let edit = |at| Edit {
        range: at..at + 3,
        kept: Some('.'),
    };
    stops.filter(alone).map(edit).collect()
}

/// `指 标`, `指标名称`: the header of the column of names.
pub(super) fn is_name_of_names(line: &str) -> bool {
    matches!(
        compact(line).as_str(),
        "指标" | "指标名称" | "主要指标" | "主要项目和指标"
    )
}

/// The words of a cell without the lines that a table is drawn with.
pub(super) fn bare(line: &str) -> &str {
    line.trim_matches(|c: char| c == '|' || c.is_whitespace())
}

/// The words of a cell in plain form, without the blanks that set them apart.
fn compact(line: &str) -> String {
    bare(line)
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(plain)
        .collect()
}

/// Whether a line is the cell of a number: one, or words that stand for it.
fn tells(line: &str) -> bool {
    let words: Vec<char> = bare(line).chars().map(plain).collect();
    cell(line) == Cell::Number || words.first() == Some(&'[') || table::tells(&words)
}

/// The number that a cell is, without a unit or a sign.
fn number(line: &str) -> Option<u32> {
    bare(line).parse().ok()
}

fn cell(line: &str) -> Cell {
    let line = bare(line);
    if BINDING.contains(&line) {
        return Cell::Binding;
    }
    if line.is_empty() {
        return Cell::Number;
    }
    let part = |c: &char| c.is_ascii_digit() || ".,%<>≥≤[]-—/ ".contains(*c);
    let line = ["预计", "达到", "约"]
        .iter()
        .find_map(|word| line.strip_prefix(word))
        .unwrap_or(line);
    let words: Vec<char> = line.chars().map(plain).collect();
    let digits = words.iter().take_while(|c| part(c)).count();
    let (number, unit) = words.split_at(digits);
    // `1.某某率(%)` begins with the row's own number, and `81岁以上` is one.
    let index = matches!(number.last(), None | Some('.' | ' '));
    let valued = number
        .iter()
        .any(|c| c.is_ascii_digit() || "-—".contains(*c));
    match !index && valued && unit.len() <= 5 && unit.iter().all(|&c| is_han(c)) {
        true => Cell::Number,
        false => Cell::Words,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let mut found = String::new();
        let mut start = 0;
        for Edit { range, kept } in rows(text) {
            found += &text[start..range.start];
            found.extend(kept);
            start = range.end;
        }
        assert_eq!(found + &text[start..], expected);
    }

    #[test]
    fn a_row_is_one_line() {
        check(
            "主要指标表\n指  标\n\n2020年\n\n2025年\n属性\n一、水平\n1.入园率(%)\n95%\n97%以上\n预期性\n\n2.床位(张)\n30\n40\n约束性\n后文。",
            "主要指标表\n指标|2020年|2025年|属性\n一、水平\n1.入园率(%)|95%|97%以上|预期性\n\n2.床位(张)|30|40|约束性\n后文。",
        );
    }

    #[test]
    fn a_unit_has_a_cell_of_its_own() {
        check(
            "\n指标名称\n单位\n2020年\n2025年\n床位\n张\n30\n40\n园区\n个\n—\n4\n",
            "\n指标名称|单位|2020年|2025年\n床位|张|30|40\n园区|个|—|4\n",
        );
    }

    #[test]
    fn goals_and_results_are_columns() {
        check(
            "\n指标名称\n目标\n全年实绩\n床位(张)\n30\n预计31\n后文\n",
            "\n指标名称|目标|全年实绩\n床位(张)|30|预计31\n后文\n",
        );
    }

    #[test]
    fn lines_of_a_table_are_no_cells() {
        check(
            "\n指 标 |\n2015年 完成 |\n年均增长(%) |\n指标属性 |\n|\n产值(亿元) |\n30 |\n9.3 |\n预期性 |\n|\n",
            "\n指标 | 2015年 完成 | 年均增长(%) | 指标属性 | |\n产值(亿元) | 30 | 9.3 | 预期性 |\n|\n",
        );
    }

    #[test]
    fn numbers_that_nobody_can_tell_apart_stay() {
        let rows = "\n1.班额比例(%)\n其中:小学\n初中\n34%\n77%\n80%\n85%\n预期性\n";
        check(
            &format!("\n指标\n2020年\n2025年\n属性{rows}"),
            &format!("\n指标|2020年|2025年|属性{rows}"),
        );
    }

    #[test]
    fn no_table_begins_without_years() {
        for text in [
            "\n指标\n单位\n个\n",
            "指导意见\n2020年\n",
            "\n指\n标\n2020年\n",
        ] {
            check(text, text);
        }
    }
}
