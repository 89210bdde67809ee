//! Undoes what copying did to a text: HTML entities, cells of a table on lines of their own, lines
//! wrapped by a page's width, page numbers, blanks around digits. Knows for every character left
//! where it stood.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memchr_iter;

use super::blanks;
use super::cells;
use super::outline;
use super::places::Places;
use super::prose::{is_han, plain};
use crate::plan::{Span, Text};

/// A text without the entities and the line breaks that copying put there. The blanks go when a
/// line is read, where [`blanks`] knows them.
pub(super) struct Transcript<'a> {
    pub text: Cow<'a, str>,
    /// How many characters that is.
    count: usize,
    /// None where nothing was undone, so that every character stands where it stood.
    places: Option<Places>,
}

/// A transcript without what copying added.
pub(super) fn of(text: &Text) -> Transcript<'_> {
    let mut transcript = Transcript {
        text: Cow::Borrowed(text.as_str()),
        count: text.len(),
        places: None,
    };
    transcript.edit(&entities(&transcript.text));
    transcript.edit(&cells::rows(&transcript.text));
    transcript.edit(&latin_stops(&transcript.text));
    let breaks = match wrap_width(&transcript.text) {
        Some(width) => wraps(&transcript.text, width),
        None => breaks(&transcript.text),
    };
    transcript.edit(&breaks);
    transcript
}

/// Bytes that go, and the character that stands in their place, if any.
pub(super) struct Edit {
    pub range: Range<usize>,
    pub kept: Option<char>,
}

impl Transcript<'_> {
    fn edit(&mut self, edits: &[Edit]) {
        if edits.is_empty() {
            return;
        }
        let text = &*self.text;
        let given = self.places.take();
        let given = given.unwrap_or_else(|| Places::verbatim(self.count));
        let mut places = Places::verbatim(0);
        let mut edited = String::with_capacity(text.len());
        // The byte and the character behind the last edit.
        let (mut start, mut at) = (0, 0);
        let end = Edit {
            range: text.len()..text.len(),
            kept: None,
        };
        for Edit { range, kept } in edits.iter().chain([&end]) {
            let before = &text[start..range.start];
            let stays = at..at + before.chars().count();
            let goes = stays.end..stays.end + text[range.clone()].chars().count();
            edited.push_str(before);
            places.extend(&given, stays);
            if let Some(c) = kept {
                edited.push(*c);
                places.replace(&given, goes.clone());
            }
            (start, at) = (range.end, goes.end);
        }
        self.count = places.count();
        self.text = Cow::Owned(edited);
        self.places = Some(places);
    }

    /// How many characters stand before byte `at`, counted from the nearer end.
    pub fn characters(&self, at: usize) -> usize {
        let (before, behind) = self.text.split_at(at);
        match before.len() <= behind.len() {
            true => before.chars().count(),
            false => self.count - behind.chars().count(),
        }
    }

    /// Whether a character's place here is its place in the text as given.
    pub fn is_verbatim(&self) -> bool {
        self.places.is_none()
    }

    /// A span of the text as given, for one of the characters here.
    pub fn given(&self, span: Span) -> Span {
        match &self.places {
            Some(places) => places.given(span),
            None => span,
        }
    }

    /// The first character that stood at `at` or behind it.
    pub fn index_of(&self, at: u32) -> usize {
        match &self.places {
            Some(places) => places.index_of(at),
            None => at as usize,
        }
    }
}

/// The non-blank lines, without surrounding space, and whether the first is indented; each with
/// where it begins.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (Range<usize>, bool)> {
    let ends = memchr_iter(b'\n', text.as_bytes()).chain([text.len()]);
    let mut start = 0;
    ends.filter_map(move |end| {
        let whole = &text[start..end];
        let inner = whole.trim_start();
        let begin = end - inner.len();
        let indented = text[start..begin].chars().nth(1).is_some();
        start = end + 1;
        let line = begin..begin + inner.trim_end().len();
        (!line.is_empty()).then_some((line, indented))
    })
}

/// `&nbsp;`, `&#12288;`, `&#x3000;`
fn entities(text: &str) -> Vec<Edit> {
    const LONGEST: usize = 10;
    let begins = memchr_iter(b'&', text.as_bytes());
    let entity = |at: usize| {
        let tail = &text[at + 1..];
        let mut near = tail.char_indices().take(LONGEST - 1);
        let (length, _) = near.find(|&(_, c)| c == ';')?;
        named_entity(&tail[..length]).map(|c| Edit {
            range: at..at + length + 2,
            kept: Some(c),
        })
    };
    begins.filter_map(entity).collect()
}

fn named_entity(name: &str) -> Option<char> {
    if let Some(code) = name.strip_prefix('#') {
        let code = match code.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => code.parse().ok()?,
        };
        return char::from_u32(code);
    }
    Some(match name {
        "nbsp" | "ensp" | "emsp" | "thinsp" => ' ',
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "ldquo" => '“',
        "rdquo" => '”',
        "lsquo" => '‘',
        "rsquo" => '’',
        "mdash" => '—',
        "ndash" => '–',
        "middot" => '·',
        "times" => '×',
        "permil" => '‰',
        "sup2" => '²',
        "sup3" => '³',
        "hellip" => '…',
        _ => return None,
    })
}

/// `占15.4%.为落实…`: full stops typed as points, well behind the beginning of a line, where a heading
/// may be numbered so.
fn latin_stops(text: &str) -> Vec<Edit> {
    const FARTHEST: usize = 30;
    let is_stop = |at: usize| {
        let (before, behind) = (&text[..at], &text[at + 1..]);
        let mut before = before.chars().rev().take_while(|&c| c != '\n');
        let ends = before
            .next()
            .is_some_and(|c| is_han(c) || matches!(plain(c), '%' | '”'));
        let next = behind.chars().find(|&c| c != ' ');
        let begins = next.is_none_or(|c| is_han(c) || matches!(c, '\r' | '\n' | '“' | '('));
        ends && begins && before.nth(FARTHEST).is_some()
    };
    let points = memchr_iter(b'.', text.as_bytes()).filter(|&at| is_stop(at));
    let stop = |at| Edit {
        range: at..at + 1,
        kept: Some('。'),
    };
    points.map(stop).collect()
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
    if !blanks::BLANKS.iter().any(|&blank| line.contains(blank)) {
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
        .filter(|line| !is_closed(line))
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
    let alike = page <= WIDEST && full >= 4 && full * 3 >= open.len() * 2;
    // A line of the site around the text may be wider, but a table has rows of one width below
    // sentences.
    let marks = ['，', ',', '、'];
    let prose = || {
        let listed = lines(text).filter(|(line, _)| text[line.clone()].contains(marks));
        listed.count() * 2 > open.len()
    };
    let share = if prose() { 4 } else { 20 };
    (alike && wider(text, page + SLACK) * share <= full).then_some(page)
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

fn last(line: &str) -> Option<char> {
    line.chars().next_back().map(plain)
}

/// The breaks behind a comma or 的, where lines are not broken by a page: no paragraph ends there.
fn breaks(text: &str) -> Vec<Edit> {
    let breaks = memchr_iter(b'\n', text.as_bytes()).filter_map(|at| {
        let before = text[..at].trim_end_matches([' ', '\t', '\r']);
        let open = before.ends_with([',', '，', '、', '的']);
        let rest = open.then(|| text[at..].trim_start_matches(['\r', '\n']))?;
        let goes_on = rest.starts_with(|c: char| is_han(c) || c.is_ascii_digit());
        (goes_on && !is_marked(rest)).then(|| Edit {
            range: before.len()..text.len() - rest.len(),
            kept: None,
        })
    });
    let mut breaks: Vec<Edit> = breaks.collect();
    breaks.extend(page_breaks(text));
    breaks.sort_by_key(|edit| edit.range.start);
    breaks
}

/// `存款达4022⏎- 1 -⏎万元`: a page's number within a sentence.
fn page_breaks(text: &str) -> impl Iterator<Item = Edit> {
    let mut lines = lines(text).map(|(line, _)| line).peekable();
    let mut above: Option<Range<usize>> = None;
    std::iter::from_fn(move || {
        loop {
            let line = lines.next()?;
            let words = &text[line.clone()];
            let number = words.starts_with(['-', '—', '–', '第']) && is_page_number(words);
            let open = |above: &Range<usize>| {
                let above = &text[above.clone()];
                !is_closed(above) && above.contains(['，', ',', '。'])
            };
            let cut = above.replace(line).filter(|above| number && open(above));
            let next = lines
                .peek()
                .filter(|next| !is_marked(&text[(*next).clone()]));
            if let (Some(above), Some(next)) = (cut, next) {
                return Some(Edit {
                    range: above.end..next.start,
                    kept: None,
                });
            }
        }
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
            goes_on && !indented && !closed && !is_marked(words)
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

#[cfg(test)]
mod tests {
    use super::super::prose::Prose;
    use super::*;

    /// Reads `text` line by line, and asks of every character where it stood.
    fn check(text: &str, expected: &str) {
        let given = Text::new(text.to_owned());
        let transcript = of(&given);
        let original: Vec<char> = text.chars().collect();
        let (mut found, mut start, mut end) = (String::new(), 0, 0);
        for line in transcript.text.split_inclusive('\n') {
            let mut prose = Prose::default();
            let count = prose.read(line, start);
            start += count;
            for (at, &c) in prose.iter().enumerate() {
                let here = prose.span(&(at..at + 1));
                let place = transcript.given(here);
                let whole = place.len() > 1;
                assert!(
                    whole || plain(original[place.start as usize]) == c,
                    "{text}: {c}"
                );
                let back = prose.index_of(transcript.index_of(place.start));
                assert_eq!(back, at, "{text}: {c}");
                assert!(end <= place.start, "{text}: {c}");
                end = place.end;
                found.push(c);
            }
        }
        let expected: String = expected.chars().map(plain).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn entities_are_one_character() {
        check("人口&nbsp;达到&#51;万&ldquo;人&rdquo;", "人口 达到3万“人”");
        check("R&D经费;AT&T;", "R&D经费;AT&T;");
    }

    #[test]
    fn blanks_around_digits_go() {
        check("到 2025 年，达到　3　%", "到2025年，达到3%");
        check("任务 1.建设", "任务 1.建设");
        check("目标 明确", "目标 明确");
    }

    #[test]
    fn lines_broken_by_the_page_are_joined() {
        let line = "全市各地各部门要认真落实各项任务并且按照职责分工抓好工作";
        check(
            &format!("{line}\n{line}\n- 3 -\n{line}\n{line}\n{line}取得实效。\n一、{line}\n"),
            &format!("{line}{line}{line}{line}{line}取得实效。\n一、{line}\n"),
        );
    }

    #[test]
    fn a_line_goes_on_behind_a_comma() {
        check(
            "收入3亿元，\n分别增长2%、\r\n3%。\n",
            "收入3亿元，分别增长2%、3%。\n",
        );
        let listed = "抓好以下工作，\n一、改革，\n（二）开放。\n\n后文，\n　　新段。\n";
        check(listed, listed);
    }

    #[test]
    fn a_full_line_goes_on_where_paragraphs_are_indented() {
        let line = "全市各地各部门要认真落实各项任务并且按照职责分工抓好工作";
        let begin = &line[..line.len() - 6];
        let closed = format!("{begin}力;");
        check(
            &format!(
                "　　{begin}\n{closed}\n{line}\n　　{begin}\n{line}\n{closed}\n　　{line}。\n"
            ),
            &format!("　　{begin}{closed}{line}\n　　{begin}{line}{closed}\n　　{line}。\n"),
        );
    }

    #[test]
    fn a_running_head_cuts_no_sentence() {
        let line = "全市各地各部门要认真落实各项任务并且按照职责分工抓好工作";
        let page = |number| format!("{line}\n- {number} -\n海州市综合交通规划\n");
        check(
            &format!(
                "{}{}{}{line}\n{line}取得实效。\n",
                page(1),
                page(2),
                page(3)
            ),
            &format!("{line}{line}{line}{line}{line}取得实效。\n"),
        );
    }

    #[test]
    fn rows_below_wider_lines_stay() {
        let wide = "全市各地各部门要认真落实各项任务".repeat(4);
        let row = "执业床位总数(万张) 1.2 1.5预期性\n";
        let text = format!("{wide}。\n{}", row.repeat(6));
        check(&text, &text);
    }

    #[test]
    fn lines_that_are_paragraphs_stay() {
        let text = "第一章 总则\n全市要发展。\n第二章 目标\n人口达到100万人。\n";
        check(text, text);
    }
}
