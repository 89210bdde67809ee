//! Undoes what copying did to a text: HTML entities, lines wrapped by a page's width, page numbers,
//! blanks around digits. Knows for every character left where it stood.

use std::ops::Range;

use super::outline;
use super::places::Places;
use super::prose::{is_han, plain, trim};
use super::signs::{Signs, sign};
use crate::plan::Text;

/// The characters to read, each with its signs and its place in the text as given.
pub(super) struct Transcript {
    pub chars: Vec<char>,
    pub signs: Signs,
    /// None where nothing was undone, so that every character stands where it stood.
    pub places: Option<Places>,
}

/// A transcript without what copying added.
pub(super) fn of(text: &Text) -> Transcript {
    let (chars, signs) = Signs::of(text.as_str(), text.len());
    let mut transcript = Transcript {
        chars,
        signs,
        places: None,
    };
    let entities = transcript.edits(entity);
    transcript.edit(&entities);
    let blanks = transcript.edits(blank_in_number);
    transcript.edit(&blanks);
    if let Some(width) = wrap_width(&transcript) {
        let breaks = wraps(&transcript, width);
        transcript.edit(&breaks);
    }
    transcript
}

/// Characters that go, and the one that stands in their place, if any.
struct Edit {
    range: Range<usize>,
    kept: Option<char>,
}

impl Transcript {
    /// What `rule` says to every character that copying may have put there.
    fn edits(&self, rule: impl Fn(&[char], usize) -> Option<Edit>) -> Vec<Edit> {
        let mut edits: Vec<Edit> = Vec::new();
        for at in self.signs.all(0..self.chars.len(), sign::COPIED) {
            let free = edits.last().is_none_or(|edit| edit.range.end <= at);
            edits.extend(free.then(|| rule(&self.chars, at)).flatten());
        }
        edits
    }

    /// Moves all between the edits up, in place: a long text is not held twice.
    fn edit(&mut self, edits: &[Edit]) {
        if edits.is_empty() {
            return;
        }
        let count = self.chars.len();
        let given = self.places.take();
        let given = given.unwrap_or_else(|| Places::verbatim(count));
        let mut places = Places::verbatim(0);
        let (mut start, mut behind) = (0, 0);
        let end = Edit {
            range: count..count,
            kept: None,
        };
        for edit in edits.iter().chain([&end]) {
            let kept = start..edit.range.start;
            self.chars.copy_within(kept.clone(), behind);
            self.signs.copy_within(kept.clone(), behind);
            behind += kept.len();
            places.extend(&given, kept);
            if let Some(c) = edit.kept {
                self.chars[behind] = c;
                self.signs.set(behind, c);
                behind += 1;
                places.replace(&given, edit.range.clone());
            }
            start = edit.range.end;
        }
        self.chars.truncate(behind);
        self.signs.truncate(behind);
        self.places = Some(places);
    }

    /// The non-blank lines, without surrounding space, and whether the first is indented.
    fn lines(&self) -> impl Iterator<Item = (Range<usize>, bool)> {
        self.signs.lines(0..self.chars.len()).filter_map(|whole| {
            let inner = trim(&self.chars, whole.clone());
            let indented = inner.start - whole.start >= 2;
            (!inner.is_empty()).then_some((inner, indented))
        })
    }
}

/// `&nbsp;`, `&#12288;`, `&#x3000;`
fn entity(chars: &[char], at: usize) -> Option<Edit> {
    const LONGEST: usize = 10;
    if chars[at] != '&' {
        return None;
    }
    let tail = &chars[at + 1..chars.len().min(at + LONGEST)];
    let length = tail.iter().position(|&c| c == ';')?;
    let name: String = tail[..length].iter().collect();
    named_entity(&name).map(|c| Edit {
        range: at..at + length + 2,
        kept: Some(c),
    })
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
fn blank_in_number(chars: &[char], at: usize) -> Option<Edit> {
    if !matches!(
        chars[at],
        ' ' | '\u{a0}' | '\u{3000}' | '\u{2002}' | '\u{2003}'
    ) || at == 0
        || at + 1 == chars.len()
    {
        return None;
    }
    let (before, after) = (plain(chars[at - 1]), plain(chars[at + 1]));
    let unit = is_han(after) || matches!(after, '%' | '‰');
    let inner = before.is_ascii_digit() && unit
        || is_han(before) && after.is_ascii_digit() && !is_head(&chars[at + 1..]);
    inner.then_some(Edit {
        range: at..at + 1,
        kept: None,
    })
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

/// How wide characters are printed: Latin letters and digits take half a place.
fn width(chars: &[char]) -> usize {
    chars.iter().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

/// A line may end this much before the border, where a word or a mark did not fit.
const SLACK: usize = 5;

/// The width of the page, where the text's lines were broken by one: many lines end in the middle
/// of a sentence, and nearly all of these at the same width.
fn wrap_width(transcript: &Transcript) -> Option<usize> {
    const WIDEST: usize = 130;
    const NARROWEST: usize = 24;
    let chars = &transcript.chars;
    let mut open: Vec<usize> = transcript
        .lines()
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
    matches!(plain(chars[line.end - 1]), '。' | '!' | '?' | ';' | ':')
}

/// The breaks between lines that are one.
fn wraps(transcript: &Transcript, page: usize) -> Vec<Edit> {
    let chars = &transcript.chars;
    let mut wraps = Vec::new();
    let mut above: Option<Range<usize>> = None;
    for (line, indented) in transcript.lines() {
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
            wraps.push(Edit {
                range: above.end..line.start,
                kept: None,
            });
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
        let transcript = of(&Text::new(text.to_owned()));
        let found: String = transcript.chars.iter().collect();
        assert_eq!(found, expected, "{text}");
        let original: Vec<char> = text.chars().collect();
        let (_, signs) = Signs::of(expected, transcript.chars.len());
        assert_eq!(transcript.signs, signs, "{text}");
        let Some(places) = transcript.places else {
            return assert_eq!(text, expected);
        };
        let mut end = 0;
        for (at, c) in transcript.chars.iter().enumerate() {
            let place = places.of(at);
            let whole = place.len() > 1;
            assert!(whole || original[place.start as usize] == *c, "{text}: {c}");
            assert_eq!(places.index_of(place.start), at, "{text}: {c}");
            assert!(end <= place.start, "{text}: {c}");
            end = place.end;
        }
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
