//! Undoes what copying did to a text: HTML entities, cells of a table on lines of their own, full
//! stops typed as points and points as full stops, the lines of a page. Knows for every character
//! left where it stood.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memchr_iter;

use super::cells;
use super::closed_rows;
use super::markdown;
use super::page;
use super::places::Places;
use super::prose::{is_han, plain};
use crate::plan::{Span, Text};

/// A text without the entities and the line breaks that copying put there. The blanks go when a
/// line is read, by [`blanks`](super::blanks).
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
    transcript.edit(&markdown::marks(&transcript.text));
    transcript.edit(&cells::points(&transcript.text));
    transcript.edit(&cells::tabs(&transcript.text));
    transcript.edit(&closed_rows::rows(&transcript.text));
    transcript.edit(&cells::rows(&transcript.text));
    transcript.edit(&latin_stops(&transcript.text));
    transcript.edit(&decimal_points(&transcript.text));
    transcript.edit(&page::line_breaks(&transcript.text));
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
    // Nearly all are decimal points.
    let decimal = |at: usize| at > 0 && text.as_bytes()[at - 1].is_ascii_digit();
    let points = memchr_iter(b'.', text.as_bytes());
    let points = points.filter(|&at| !decimal(at) && is_stop(at));
    let stop = |at| Edit {
        range: at..at + 1,
        kept: Some('。'),
    };
    points.map(stop).collect()
}

/// `增长57。8%`: decimal points typed as full stops, with an amount's unit behind them and a word before;
/// but `居全省第1。4万名学生` is two sentences.
fn decimal_points(text: &str) -> Vec<Edit> {
    const STOP: &str = "。";
    const UNITS: [&str; 6] = ["%", "％", "亿", "万", "倍", "个百分点"];
    let is_digit = |c: &char| c.is_ascii_digit();
    let is_point = |at: usize| {
        let (before, behind) = (&text[..at], &text[at + STOP.len()..]);
        if !before.ends_with(|c| is_digit(&c)) || !behind.starts_with(|c| is_digit(&c)) {
            return false;
        }
        let whole = before.chars().rev().take(6).take_while(is_digit).count();
        let word = before.chars().rev().nth(whole);
        let told = word.is_some_and(|c| is_han(c) && !"第名列位".contains(c));
        let places = behind.chars().take(3).take_while(is_digit).count();
        let unit = UNITS.iter().any(|unit| behind[places..].starts_with(unit));
        told && whole < 6 && places < 3 && unit
    };
    let stops = memchr::memmem::find_iter(text.as_bytes(), STOP);
    let point = |at| Edit {
        range: at..at + STOP.len(),
        kept: Some('.'),
    };
    stops.filter(|&at| is_point(at)).map(point).collect()
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
