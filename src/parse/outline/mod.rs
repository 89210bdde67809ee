//! Rebuilds the outline: paragraphs, and headings with their depth.

use std::ops::Range;

use super::numerals::han_digit;
use super::prose::{Prose, any_at, any_end, contains_any, find, has, is_han, trim};
use super::signs::sign;
use super::units;
use crate::plan::{Heading, Outline, Paragraph, Span};

mod title;

pub(super) use title::{Title, page_title, title};

/// Ranks of headings, widest first. A heading's depth counts the headings open above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    Title,
    /// `第一篇`
    Part,
    /// `第一章`
    Chapter,
    /// `第一节`
    Section,
    /// `一、`
    Han,
    /// `(一)`
    HanBracket,
    /// `1.`
    Digit,
    /// `(1)`, `①`
    DigitBracket,
    /// `——`
    Dash,
    /// The opening sentence of a paragraph: `优化营商环境。`
    RunIn,
}

impl Rank {
    /// A numbered point right below a chapter is still a point, and not a section.
    fn least_depth(self) -> usize {
        match self {
            Self::Title => 0,
            Self::Part | Self::Chapter | Self::Han => 1,
            Self::Section | Self::HanBracket => 2,
            Self::Digit | Self::DigitBracket | Self::Dash | Self::RunIn => 3,
        }
    }
}

/// A line longer than this that still has markers in it is a document on one line.
pub(super) const LONG_LINE: usize = 800;
/// How far into a document a line begins that a whole report may stand on.
const OPENING: usize = 500;
const LONGEST_HEADING: usize = 60;
const LONGEST_RUN_IN: usize = 32;

/// Builds an outline, a paragraph after the other.
pub(super) struct Outliner<'a> {
    title: Option<&'a Title>,
    /// The headings above the next paragraph: their ranks, and their places in the outline.
    open: Vec<(Rank, u32)>,
    pub outline: Outline,
}

impl<'a> Outliner<'a> {
    pub fn new(title: Option<&'a Title>) -> Self {
        Self {
            title,
            open: Vec::new(),
            outline: Outline::default(),
        }
    }

    /// Adds the paragraph at `piece` of a line. The rank of its heading, if it has one, and the
    /// heading's words.
    pub fn add<'b>(
        &mut self,
        line: &'b Prose,
        piece: &Range<usize>,
    ) -> Option<(Rank, &'b Prose, Range<usize>)>
    where
        'a: 'b,
    {
        let index = self.outline.paragraphs.len();
        let heading = match self.title.filter(|title| title.paragraph == index) {
            Some(title) => {
                let words = &title.words;
                self.open_heading(Rank::Title, title.span, false);
                Some((Rank::Title, words, 0..words.len()))
            }
            None => heading(line, piece).map(|(rank, range)| {
                self.open_heading(rank, line.span(&range), range.end < piece.end);
                (rank, line, range)
            }),
        };
        self.outline.paragraphs.push(Paragraph {
            span: line.span(piece),
            heading: self.open.last().map(|&(_, heading)| heading),
        });
        heading
    }

    fn open_heading(&mut self, rank: Rank, title: Span, run_in: bool) {
        let open = &mut self.open;
        open.retain(|&(above, _)| above < rank);
        let title_open = open.first().is_some_and(|&(above, _)| above == Rank::Title);
        let depth = if rank == Rank::Title {
            0
        } else {
            (open.len() + 1 - usize::from(title_open)).max(rank.least_depth())
        };
        let headings = &mut self.outline.headings;
        open.push((rank, headings.len() as u32));
        headings.push(Heading {
            depth: depth as u8,
            title,
            paragraph: self.outline.paragraphs.len() as u32,
            run_in,
        });
    }
}

/// Shows `see` the paragraphs of a line: the line without its blanks; the parts between its markers
/// where it is a whole document.
pub(super) fn pieces(line: &Prose, mut see: impl FnMut(Range<usize>)) {
    let whole = trim(line, 0..line.len());
    let opens = line.start() < OPENING && opens_review(&line[whole.clone()]);
    if whole.len() > LONG_LINE || opens {
        split_line(line, whole, &mut see);
    } else if !whole.is_empty() {
        see(whole);
    }
}

/// `…提出意见。一、2019年工作回顾2019年,…`: a text that a copy has put on one line.
fn opens_review(words: &[char]) -> bool {
    const NEAR: usize = 14;
    const SHORTEST: usize = 60;
    if words.len() < SHORTEST {
        return false;
    }
    // `…展望至2035年。 第一章 发展基础 …`, but no list of the chapters.
    let chapter = find(words, "第一章").filter(|&at| at > 0 && matches!(words[at - 1], ' ' | '。'));
    if chapter.is_some_and(|at| find(&words[at..], "第二章").is_none_or(|next| next > SHORTEST))
    {
        return true;
    }
    find(words, "一、").filter(|&at| at > 0).is_some_and(|at| {
        let heading = &words[at..words.len().min(at + NEAR)];
        contains_any(heading, &["回顾", "总结", "发展基础", "现状"])
    })
}

/// Splits `…。 二、重点任务 (一)聚焦… 依托…。 完善网络。加快…` where a paragraph must have begun.
fn split_line(chars: &Prose, line: Range<usize>, see: &mut impl FnMut(Range<usize>)) {
    const MARKS: u8 = sign::STOP | sign::MARK | sign::TYPED;
    let mut start = line.start;
    for at in chars
        .signs()
        .all(line.start..line.end - 1, MARKS)
        .map(|mark| mark + 1)
    {
        if at <= start {
            continue;
        }
        let begins = if chars[at - 1] == ' ' && chars[at] != ' ' {
            let before = trim(chars, start..at);
            let closed = chars[before.end - 1];
            matches!(closed, '。' | '!' | '?' | ';' | ':')
                || marker(chars, at, line.end).is_some()
                || is_bare_heading(chars, &before)
        } else {
            matches!(chars[at - 1], '。' | '!' | '?' | ':')
                && marker(chars, at, line.end).is_some_and(|(rank, _)| rank <= Rank::HanBracket)
                && !lists_parts(&chars[at..line.end])
        };
        if begins {
            let piece = trim(chars, start..at);
            if !piece.is_empty() {
                see(piece);
            }
            start = at;
        }
    }
    let piece = trim(chars, start..line.end);
    if !piece.is_empty() {
        see(piece);
    }
}

/// `一、工作回顾;二、总体目标;…`: the parts of a text, told in one sentence.
fn lists_parts(words: &[char]) -> bool {
    const LONGEST: usize = 400;
    let mut sentence = words[..words.len().min(LONGEST)].split(|&c| c == '。');
    sentence
        .next()
        .is_some_and(|sentence| contains_any(sentence, &[";二、", ";(二)"]))
}

/// `(一)指导思想`: marked, short, and no sentence.
fn is_bare_heading(chars: &[char], piece: &Range<usize>) -> bool {
    marker(chars, piece.start, piece.end).is_some()
        && piece.len() <= LONGEST_HEADING
        && !chars[piece.clone()].contains(&'。')
}

/// Whether a heading's marker begins `chars`: `一、`, `(二)`, `3.`
pub(super) fn is_marked(chars: &[char]) -> bool {
    !chars.is_empty() && marker(chars, 0, chars.len()).is_some()
}

/// The rank of a point whose words are too long for a heading: `3.全面推进…,…`.
pub(super) fn point(words: &[char]) -> Option<Rank> {
    let (rank, _) = marker(words, 0, words.len())?;
    (Rank::Digit..Rank::Dash).contains(&rank).then_some(rank)
}

/// Behind the marker that a sentence begins with: `1.|建成5座`, `二是|投入9亿元`; its start where it has
/// none.
pub(super) fn behind_marker(chars: &[char], sentence: &Range<usize>) -> usize {
    let marked = marker(chars, sentence.start, sentence.end);
    let start = marked.map_or(sentence.start, |(_, end)| end);
    let number = han_number(chars, start);
    let ordinal =
        number > start && number + 1 < sentence.end && matches!(chars[number], '是' | '要');
    if ordinal { number + 1 } else { start }
}

/// The marker that begins at `at`: its rank and where it ends.
fn marker(chars: &[char], at: usize, end: usize) -> Option<(Rank, usize)> {
    let (rank, length) = match chars[at] {
        '第' => numbered_part(chars, at)?,
        '(' => bracketed(chars, at)?,
        '—' if has(chars, at, "——") => (Rank::Dash, 2),
        '①'..='⑳' => (Rank::DigitBracket, 1),
        '1'..='9' => digit_point(chars, at).or_else(|| decimal(chars, at, end))?,
        _ => {
            let number = han_number(chars, at);
            // `一、二、三产增加值` counts industries.
            let marked = number > at && has(chars, number, "、") && !has(chars, at, "一、二、三产");
            marked.then_some((Rank::Han, number + 1 - at))?
        }
    };
    (at + length < end).then_some((rank, at + length))
}

/// `第一章`, `第二部分`: rank and length.
fn numbered_part(chars: &[char], at: usize) -> Option<(Rank, usize)> {
    let number = han_number(chars, at + 1);
    let rank = match chars.get(number)? {
        '篇' | '编' => Rank::Part,
        '章' => Rank::Chapter,
        '节' => Rank::Section,
        '部' if has(chars, number, "部分") => Rank::Part,
        _ => return None,
    };
    let length = number + 1 - at + usize::from(has(chars, number, "部分"));
    let follows = chars.get(at + length)?;
    (number > at + 1 && !"、的".contains(*follows)).then_some((rank, length))
}

/// `(一)`, `(12)`: rank and length.
fn bracketed(chars: &[char], at: usize) -> Option<(Rank, usize)> {
    let number = han_number(chars, at + 1);
    let digits = digit_run(chars, at + 1);
    if number > at + 1 && has(chars, number, ")") {
        Some((Rank::HanBracket, number + 1 - at))
    } else if (1..=2).contains(&(digits - at - 1)) && has(chars, digits, ")") {
        Some((Rank::DigitBracket, digits + 1 - at))
    } else {
        None
    }
}

/// `3.`, `12、`: rank and length; `3.5` is a number.
fn digit_point(chars: &[char], at: usize) -> Option<(Rank, usize)> {
    let digits = digit_run(chars, at);
    let (point, next) = (*chars.get(digits)?, *chars.get(digits + 1)?);
    let marks = digits - at <= 2 && ".、".contains(point) && !next.is_ascii_digit();
    (marks && (point == '.' || is_han(next))).then_some((Rank::Digit, digits + 1 - at))
}

/// `2总体要求` alone on its line, `2.3发展目标`, `2.3.1产业规模`: rank and length; `3.5万亿元` is a
/// number.
fn decimal(chars: &[char], at: usize, end: usize) -> Option<(Rank, usize)> {
    const LONGEST: usize = 20;
    let mut next = digit_run(chars, at);
    let mut points = 0;
    while chars.get(next) == Some(&'.') && digit_run(chars, next + 1) > next + 1 {
        next = digit_run(chars, next + 1);
        points += 1;
    }
    let words = next + usize::from(chars.get(next) == Some(&' '));
    let first = *chars.get(words).filter(|c| words < end && is_han(**c))?;
    let counts = units::may_begin(chars, words) || "百千万亿大余多".contains(first);
    let whole =
        || end - words <= LONGEST && chars[words..end].iter().all(|&c| is_han(c) || c == '、');
    // `1 地区生产总值增长7%`: an item of a list.
    let item = || {
        chars[words..end]
            .iter()
            .take(4)
            .take_while(|c| is_han(**c))
            .count()
            == 4
    };
    let rank = match points {
        0 if next - at <= 2 && whole() => Rank::Han,
        0 if next - at <= 2 && item() => Rank::Digit,
        1 => Rank::HanBracket,
        2 => Rank::Digit,
        _ => return None,
    };
    (!counts && next - at <= 8).then_some((rank, next - at))
}

fn han_number(chars: &[char], at: usize) -> usize {
    let digit = |c: &&char| han_digit(**c).is_some() || **c == '十' || **c == '百';
    at + chars[at.min(chars.len())..]
        .iter()
        .take(5)
        .take_while(digit)
        .count()
}

fn digit_run(chars: &[char], at: usize) -> usize {
    at + chars[at.min(chars.len())..]
        .iter()
        .take_while(|c| c.is_ascii_digit())
        .count()
}

/// The heading that a paragraph is or opens with.
fn heading(chars: &Prose, piece: &Range<usize>) -> Option<(Rank, Range<usize>)> {
    if is_annex(chars, piece) {
        return None;
    }
    let Some((rank, text)) = marker(chars, piece.start, piece.end) else {
        if is_unmarked(&chars[piece.clone()]) {
            return Some((Rank::Han, piece.clone()));
        }
        return run_in(chars, piece).map(|range| (Rank::RunIn, range));
    };
    let sentence = sentence_end(chars, text, piece.end);
    if sentence - piece.start <= LONGEST_HEADING {
        return Some((rank, piece.start..sentence));
    }
    if rank >= Rank::Digit {
        return None;
    }
    let clause = (text..sentence).find(|&at| ",:".contains(chars[at]))?;
    (clause - piece.start <= LONGEST_HEADING).then_some((rank, piece.start..clause))
}

/// `2024年工作回顾`, `今年工作安排`: a line that only names the section of a report below it.
fn is_unmarked(words: &[char]) -> bool {
    const LONGEST: usize = 24;
    // `土地利用现状`, `主要目标`
    #[rustfmt::skip] // a word list reads as a paragraph
    const NAMES: &[&str] = &["现状", "发展基础", "发展回顾", "总体目标", "主要目标", "发展目标", "预期目标"];
    let bare = (4..=10).contains(&words.len()) && words.iter().all(|&c| is_han(c));
    if bare && any_end(words, NAMES).is_some() {
        return true;
    }
    #[rustfmt::skip] // a word list reads as a paragraph
    const SECTIONS: &[&str] = &["回顾", "工作安排", "工作任务", "重点工作", "主要工作", "目标任务", "实事", "实事项目", "候选项目"];
    #[rustfmt::skip] // a word list reads as a paragraph
    const TIMES: &[&str] = &["2", "“十", "二〇", "过去", "今年", "明年", "今后", "未来", "五年", "本届", "一届", "上届", "政府工作"];
    words.len() <= LONGEST
        && any_end(words, SECTIONS).is_some()
        && any_at(words, 0, TIMES).is_some()
        && !words.iter().any(|c| matches!(c, '。' | ',' | ';' | ':'))
}

/// Behind the first stop, or the piece's end.
fn sentence_end(chars: &Prose, from: usize, end: usize) -> usize {
    let mut marks = chars.signs().all(from..end, sign::STOP);
    let stop = marks.find(|&at| matches!(chars[at], '。' | '!' | '?'));
    stop.map_or(end, |at| at + 1)
}

/// `优化营商环境。深化…`: a short first sentence without commas or numbers, and more behind it.
fn run_in(chars: &Prose, piece: &Range<usize>) -> Option<Range<usize>> {
    let end = sentence_end(chars, piece.start, piece.end);
    let words = &chars[piece.start..end];
    let fits = (4..=LONGEST_RUN_IN).contains(&words.len()) && end < piece.end;
    let plain = || words.iter().all(|c| !matches!(c, ',' | ':' | ';'));
    let verb = |c: &char| matches!(c, '是' | '已' | '达');
    let sentence = || words.iter().any(verb) || contains_any(words, &["为了", "根据", "如下"]);
    let number =
        || words.iter().any(char::is_ascii_digit) && contains_any(words, &["年", "%", "亿", "万"]);
    (fits && words.last() == Some(&'。') && plain() && !sentence() && !number())
        .then_some(piece.start..end)
}

fn is_annex(chars: &[char], piece: &Range<usize>) -> bool {
    let words = &chars[piece.clone()];
    any_at(words, 0, &["附件", "附表"]).is_some()
        || any_end(words, &[".doc", ".docx", ".pdf", ".xls", ".xlsx", ".wps"]).is_some()
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::super::prose;
    use super::*;
    use crate::plan::Text;

    /// One line per heading: depth, title, `…` where it runs in.
    fn check(text: &str, expected: &str) {
        let words = Text::new(text.to_owned());
        let title = title(text, 0);
        let mut outliner = Outliner::new(title.as_ref());
        let _ = prose::lines(text, 0, |line| {
            pieces(line, |piece| _ = outliner.add(line, &piece));
            ControlFlow::Continue(())
        });
        let headings = outliner.outline.headings.iter();
        let found: Vec<String> = headings
            .map(|heading| {
                let more = if heading.run_in { "…" } else { "" };
                format!("{} {}{more}", heading.depth, words.slice(heading.title))
            })
            .collect();
        assert_eq!(found.join("\n"), expected, "{text}");
    }

    #[test]
    fn chapters_hold_sections_hold_run_in_heads() {
        check(
            "第一章 总则\n第一节 目标\n优化环境建设。深化改革,推进开放,取得成效。\n第二章 保障",
            "1 第一章 总则\n2 第一节 目标\n3 优化环境建设。…\n1 第二章 保障",
        );
    }

    #[test]
    fn a_title_is_depth_nought_even_on_two_lines() {
        check(
            "某市推进一体化发展\n行动方案\n为推进发展,制定本方案。\n一、要求\n(一)目标。全市发展。",
            "0 某市推进一体化发展\n行动方案\n1 一、要求\n2 (一)目标。…",
        );
    }

    #[test]
    fn a_document_on_one_line_splits_at_its_markers() {
        let filler = "全市各地各部门要认真落实,".repeat(80);
        check(
            &format!("{filler}取得实效。 一、要求 (一)目标 坚持发展。 ——坚持统筹。做好工作。"),
            "1 一、要求\n2 (一)目标\n3 ——坚持统筹。…",
        );
    }

    #[test]
    fn decimal_numbers_are_headings() {
        check(
            "1 总则\n1.1 目标\n1.1.1 规模。达到3家。\n3.5亿元用于建设。\n2 任务",
            "1 1 总则\n2 1.1 目标\n3 1.1.1 规模。…\n1 2 任务",
        );
    }

    #[test]
    fn numbered_heads_keep_their_number() {
        check(
            "一、任务\n1.深化改革。推进。\n2.扩大开放。推进。",
            "1 一、任务\n3 1.深化改革。…\n3 2.扩大开放。…",
        );
    }
}
