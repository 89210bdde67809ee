//! Undoes the lines of a page: those that its width broke, its numbers, its running heads.

use std::ops::Range;

use memchr::memchr_iter;

use super::blanks;
use super::outline;
use super::prose::{is_han, plain};
use super::table::BINDING;
use super::transcript::{Edit, lines};

/// The line breaks within sentences.
pub(super) fn line_breaks(text: &str) -> Vec<Edit> {
    match wrap_width(text) {
        Some(width) => wraps(text, width),
        None => breaks(text),
    }
}

/// How wide a line is printed: Latin letters and digits take half a place.
fn width(line: &str) -> usize {
    // Wider than any page, whatever its characters.
    if line.len() > 8 * WIDEST {
        return line.len();
    }
    let width = |byte: &u8| match byte {
        0..0x80 => 1,
        0x80..0xc0 => 0,
        _ => 2,
    };
    let whole = line.as_bytes().iter().map(width).sum();
    if !line.contains(blanks::BLANKS) {
        return whole;
    }
    let chars: Vec<char> = line.chars().collect();
    let left_out = (0..chars.len()).filter(|&at| blanks::is_in_number(&chars, at));
    let left_out = left_out.map(|at| if chars[at].is_ascii() { 1 } else { 2 });
    whole - left_out.sum::<usize>()
}

/// The widest page that lines are broken by.
const WIDEST: usize = 130;
/// A line may end this much before the border, where a word or a mark did not fit.
const SLACK: usize = 6;

/// The width of the page, where the text's lines were broken by one: many lines end in the middle
/// of a sentence, and nearly all of these at the same width.
fn wrap_width(text: &str) -> Option<usize> {
    const NARROWEST: usize = 24;
    let mut open: Vec<usize> = lines(text)
        .map(|(line, _)| &text[line])
        .filter(|line| !is_closed(line) && !is_row(line))
        .map(width)
        .filter(|&width| width >= NARROWEST)
        .collect();
    open.sort_unstable();
    let widest = *open.get(open.len().checked_sub(1 + open.len().div_ceil(20))?)?;
    // Titles and headings are short.
    open.retain(|width| 2 * width > widest);
    // Marks that are printed narrow make a few lines seem wider than the page.
    let page = open[open.len() / 2];
    let full = open.iter().filter(|width| width.abs_diff(page) <= SLACK);
    let full = full.count();
    if page > WIDEST || full < 4 || full * 3 < open.len() * 2 {
        return None;
    }
    // A line of the site around the text may be wider, but a table has rows of one width below
    // sentences.
    let marks = ['，', ',', '、'];
    let prose = || {
        let listed = lines(text).filter(|(line, _)| text[line.clone()].contains(marks));
        listed.count() * 2 > open.len()
    };
    let share = if prose() { 4 } else { 20 };
    (wider(text, page + SLACK) * share <= full).then_some(page)
}

/// How many lines no page of this width holds: among them, lines of one width are rows of a table.
fn wider(text: &str, page: usize) -> usize {
    let bytes = 2 * page;
    lines(text).filter(|(line, _)| line.len() > bytes).count()
}

/// Whether a line ends with a sentence; letters that a page leaves behind it say nothing.
fn is_closed(line: &str) -> bool {
    let words = line.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    matches!(last(words), Some('。' | '!' | '?' | ';' | ':'))
}

/// Whether lines stand between the cells of a table's row, or it tells how its target binds.
fn is_row(line: &str) -> bool {
    let binds = BINDING.iter().any(|word| line.ends_with(word));
    binds || memchr_iter(b'|', line.as_bytes()).nth(1).is_some()
}

fn last(line: &str) -> Option<char> {
    line.chars().next_back().map(plain)
}

/// The breaks behind a comma or 的, where lines are not broken by a page: no paragraph ends there.
fn breaks(text: &str) -> Vec<Edit> {
    // Behind the last break that goes: a page's number goes with the breaks on both sides.
    let mut behind = 0;
    let edit = |at: usize| {
        let before = text[..at].trim_end_matches([' ', '\t', '\r']);
        if !before.ends_with([',', '，', '、', '的']) && !before.ends_with("其中") {
            return page_number(text, at);
        }
        let rest = text[at..].trim_start_matches(['\r', '\n']);
        let goes_on = rest.starts_with(|c: char| is_han(c) || c.is_ascii_digit());
        (goes_on && !is_marked(rest)).then(|| Edit {
            range: before.len()..text.len() - rest.len(),
            kept: None,
        })
    };
    let breaks = memchr_iter(b'\n', text.as_bytes());
    let edits = breaks.filter_map(|at| {
        let edit = edit(at).filter(|_| at >= behind)?;
        behind = edit.range.end;
        Some(edit)
    });
    edits.collect()
}

/// `存款达4022⏎- 1 -⏎万元`: a page's number within a sentence, between the lines it stands between.
fn page_number(text: &str, at: usize) -> Option<Edit> {
    let words = text[at + 1..].trim_start_matches(' ');
    if !words.starts_with(['-', '—', '–', '第']) {
        return None;
    }
    let end = words.find('\n')?;
    let next = words[end..].trim_start();
    let above = text[..at].trim_end();
    let line = above.rsplit('\n').next()?;
    let open = !is_closed(line) && line.contains(['，', ',', '。']);
    let within = is_page_number(&words[..end]) && open && !is_marked(next);
    within.then(|| Edit {
        range: above.len()..text.len() - next.len(),
        kept: None,
    })
}

/// The breaks between lines that are one.
fn wraps(text: &str, page: usize) -> Vec<Edit> {
    const PARAGRAPHS: usize = 3;
    let heads = running_heads(text, page);
    // Where paragraphs are indented, a line that is not goes on with the one above.
    let indents = lines(text).filter(|&(_, indented)| indented).count() >= PARAGRAPHS;
    let mut wraps = Vec::new();
    let mut above: Option<Range<usize>> = None;
    for (line, indented) in lines(text) {
        let words = &text[line.clone()];
        if is_page_number(words) || heads.binary_search(&head(words)).is_ok() {
            continue;
        }
        let joins = above.as_ref().is_some_and(|above| {
            let above = &text[above.clone()];
            let full = width(above) + SLACK >= page || width(above) + unbroken(words) > page;
            let goes_on = full || matches!(last(above), Some('、' | ','));
            let closed = is_closed(above) && !(full && indents);
            let rows = is_row(above) || is_row(words);
            goes_on && !indented && !closed && !rows && !is_marked(words)
        });
        if let Some(above) = above.filter(|_| joins) {
            wraps.push(Edit {
                range: above.end..line.start,
                kept: None,
            });
        }
        above = Some(line);
    }
    wraps
}

/// How wide the number is that a line begins with, which no page breaks: `8.9%`.
fn unbroken(line: &str) -> usize {
    let number = |c: char| c.is_ascii_digit() || matches!(c, '.' | '%');
    line.len() - line.trim_start_matches(number).len()
}

/// Whether a heading's marker begins the line.
fn is_marked(line: &str) -> bool {
    const LONGEST: usize = 8;
    let begin: Vec<char> = line.chars().take(LONGEST).map(plain).collect();
    outline::is_marked(&begin)
}

/// Lines that a page's head or foot repeats, in order: the same words on three lines and more that
/// are neither full nor a sentence's end.
fn running_heads(text: &str, page: usize) -> Vec<&str> {
    const PAGES: usize = 3;
    const SHORTEST: usize = 6;
    let long = |words: &&str| words.chars().nth(SHORTEST - 1).is_some();
    let mut lines: Vec<&str> = lines(text)
        .map(|(line, _)| &text[line])
        .filter(|line| !is_closed(line) && width(line) + SLACK < page)
        .map(head)
        .filter(|words| long(words) && !is_marked(words))
        .collect();
    lines.sort_unstable();
    let repeated = lines.chunk_by(|one, next| one == next);
    repeated
        .filter(|lines| lines.len() >= PAGES)
        .map(|lines| lines[0])
        .collect()
}

/// A page's head without the page's number beside it.
fn head(line: &str) -> &str {
    line.trim_matches(|c: char| c.is_ascii_digit() || c.is_whitespace() || "-—–·|".contains(c))
}

/// `- 12 -`, `第12页`, `12/88`
fn is_page_number(line: &str) -> bool {
    const LONGEST: usize = 16;
    let only = |c: char| c.is_ascii_digit() || "-—–/第页共,，·".contains(c);
    let words = || line.chars().filter(|c| !c.is_whitespace());
    words().nth(LONGEST).is_none()
        && words().all(only)
        && (1..=8).contains(&words().filter(char::is_ascii_digit).count())
}
