//! Undoes what copying did to a text: HTML entities, lines wrapped by a page's width, page numbers,
//! blanks around digits. Knows for every character left where it stood.

use std::ops::Range;

use super::outline;
use super::prose::{is_han, plain, trim};

/// The characters to read, each with its place in the text as given.
pub(super) struct Transcript {
    pub chars: Vec<char>,
    /// None where nothing was undone, so that every character stands where it stood.
    pub places: Option<Vec<Range<u32>>>,
}

/// A transcript without what copying added.
pub(super) fn of(text: &str) -> Transcript {
    let mut transcript = Transcript {
        chars: text.chars().collect(),
        places: None,
    };
    if text.contains('&') {
        transcript.edit(entity);
    }
    transcript.edit(blank_in_number);
    if let Some(width) = wrap_width(&transcript.chars) {
        transcript.unwrap_lines(width);
    }
    transcript
}

/// What becomes of the characters at a place.
enum Edit {
    Keep,
    /// That many characters are one.
    Replace(usize, char),
    Drop(usize),
}

impl Transcript {
    /// Asks `rule` about every place; copies nothing as long as it keeps everything.
    fn edit(&mut self, rule: impl Fn(&[char], usize) -> Edit) {
        let mut at = 0;
        while at < self.chars.len() && matches!(rule(&self.chars, at), Edit::Keep) {
            at += 1;
        }
        if at == self.chars.len() {
            return;
        }
        let mut chars = self.chars[..at].to_vec();
        let mut places: Vec<Range<u32>> = (0..at).map(|index| self.place(index)).collect();
        while at < self.chars.len() {
            let (length, kept) = match rule(&self.chars, at) {
                Edit::Keep => (1, Some(self.chars[at])),
                Edit::Replace(length, c) => (length, Some(c)),
                Edit::Drop(length) => (length, None),
            };
            if let Some(c) = kept {
                chars.push(c);
                places.push(self.place(at).start..self.place(at + length - 1).end);
            }
            at += length;
        }
        self.chars = chars;
        self.places = Some(places);
    }

    fn place(&self, index: usize) -> Range<u32> {
        match &self.places {
            Some(places) => places[index].clone(),
            None => index as u32..index as u32 + 1,
        }
    }

    /// Joins the lines that end only because the page did, over page numbers between them.
    fn unwrap_lines(&mut self, width: usize) {
        let breaks = wraps(&self.chars, width);
        self.edit(|_, at| {
            let next = breaks.partition_point(|gap| gap.start < at);
            match breaks.get(next) {
                Some(gap) if gap.start == at => Edit::Drop(gap.len()),
                _ => Edit::Keep,
            }
        });
    }
}

/// `&nbsp;`, `&#12288;`, `&#x3000;`
fn entity(chars: &[char], at: usize) -> Edit {
    const LONGEST: usize = 10;
    if chars[at] != '&' {
        return Edit::Keep;
    }
    let tail = &chars[at + 1..chars.len().min(at + LONGEST)];
    let Some(length) = tail.iter().position(|&c| c == ';') else {
        return Edit::Keep;
    };
    let name: String = tail[..length].iter().collect();
    match named_entity(&name) {
        Some(c) => Edit::Replace(length + 2, c),
        None => Edit::Keep,
    }
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

/// `到 2025 年`, `达到 3 %`: a blank between a digit and the word it belongs to. A numbered head
/// (`任务 1.建设`) keeps its blank.
fn blank_in_number(chars: &[char], at: usize) -> Edit {
    if !matches!(
        chars[at],
        ' ' | '\u{a0}' | '\u{3000}' | '\u{2002}' | '\u{2003}'
    ) || at == 0
        || at + 1 == chars.len()
    {
        return Edit::Keep;
    }
    let (before, after) = (plain(chars[at - 1]), plain(chars[at + 1]));
    let unit = is_han(after) || matches!(after, '%' | '‰');
    let inner = before.is_ascii_digit() && unit
        || is_han(before) && after.is_ascii_digit() && !is_head(&chars[at + 1..]);
    if inner { Edit::Drop(1) } else { Edit::Keep }
}

/// `1.建设`, `2、提升`, `3 强化`
fn is_head(chars: &[char]) -> bool {
    let digits = chars
        .iter()
        .take(3)
        .take_while(|&&c| plain(c).is_ascii_digit())
        .count();
    let mark = chars.get(digits).map_or('。', |&c| plain(c));
    let next = chars.get(digits + 1).map_or('。', |&c| plain(c));
    digits < 3 && "、.)".contains(mark) && !next.is_ascii_digit()
}

/// The non-blank lines, without surrounding space, and whether the first is indented.
fn lines(chars: &[char]) -> impl Iterator<Item = (Range<usize>, bool)> {
    let mut start = 0;
    chars.split(|&c| c == '\n').filter_map(move |line| {
        let whole = start..start + line.len();
        start = whole.end + 1;
        let inner = trim(chars, whole.clone());
        let indented = inner.start - whole.start >= 2;
        (!inner.is_empty()).then_some((inner, indented))
    })
}

/// How wide characters are printed: Latin letters and digits take half a place.
fn width(chars: &[char]) -> usize {
    chars.iter().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

/// A line may end this much before the border, where a word or a mark did not fit.
const SLACK: usize = 5;

/// The width of the page, where the text's lines were broken by one: many lines end in the middle
/// of a sentence, and nearly all of these at the same width.
fn wrap_width(chars: &[char]) -> Option<usize> {
    const WIDEST: usize = 130;
    const NARROWEST: usize = 24;
    let mut open: Vec<usize> = lines(chars)
        .filter(|(line, _)| !is_closed(chars, line))
        .map(|(line, _)| width(&chars[line]))
        .filter(|&width| width >= NARROWEST)
        .collect();
    open.sort_unstable();
    let widest = *open.get(open.len().checked_sub(1 + open.len() / 20)?)?;
    let full = open.iter().filter(|&&width| width + SLACK >= widest);
    let full = full.count();
    (widest <= WIDEST && full >= 4 && full * 3 >= open.len() * 2).then_some(widest)
}

fn is_closed(chars: &[char], line: &Range<usize>) -> bool {
    "。!?;:".contains(plain(chars[line.end - 1]))
}

/// The breaks between lines that are one.
fn wraps(chars: &[char], page: usize) -> Vec<Range<usize>> {
    let mut wraps = Vec::new();
    let mut above: Option<Range<usize>> = None;
    for (line, indented) in lines(chars) {
        if is_page_number(&chars[line.clone()]) {
            continue;
        }
        let joins = above.as_ref().is_some_and(|above| {
            let full = width(&chars[above.clone()]) + SLACK >= page;
            let goes_on = full || "、,".contains(plain(chars[above.end - 1]));
            let plain_start: Vec<char> = chars[line.start..line.end.min(line.start + 8)]
                .iter()
                .map(|&c| plain(c))
                .collect();
            goes_on && !indented && !is_closed(chars, above) && !outline::is_marked(&plain_start)
        });
        if let Some(above) = above.filter(|_| joins) {
            wraps.push(above.end..line.start);
        }
        above = Some(line);
    }
    wraps
}

/// `- 12 -`, `第12页`, `12/88`
fn is_page_number(line: &[char]) -> bool {
    let digits = line.iter().filter(|c| c.is_ascii_digit()).count();
    let only = |c: &char| c.is_ascii_digit() || c.is_whitespace() || "-—–/第页共,，·".contains(*c);
    (1..=8).contains(&digits) && line.len() <= 16 && line.iter().all(only)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let transcript = of(text);
        let found: String = transcript.chars.iter().collect();
        assert_eq!(found, expected, "{text}");
        let original: Vec<char> = text.chars().collect();
        let places = transcript.places.unwrap_or_default();
        for (c, place) in transcript.chars.iter().zip(&places) {
            let whole = place.len() > 1;
            assert!(whole || original[place.start as usize] == *c, "{text}: {c}");
        }
        assert!(places.windows(2).all(|pair| pair[0].end <= pair[1].start));
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
    fn lines_that_are_paragraphs_stay() {
        let text = "第一章 总则\n全市要发展。\n第二章 目标\n人口达到100万人。\n";
        check(text, text);
    }
}
