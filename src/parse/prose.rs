//! A document's characters, one per scalar value, with the look-alikes of punctuation made equal.

use std::ops::Range;

/// The text as given and, at the same offsets, in plain form (`，％（２` reads `,%(2`).
pub(super) struct Prose {
    original: Vec<char>,
    plain: Vec<char>,
}

impl Prose {
    pub fn new(text: &str) -> Self {
        let original: Vec<char> = text.chars().collect();
        let plain = original.iter().map(|&c| plain(c)).collect();
        Self { original, plain }
    }

    pub fn plain(&self) -> &[char] {
        &self.plain
    }

    /// The words as given, for names that readers see.
    pub fn original(&self, range: Range<usize>) -> &[char] {
        &self.original[range]
    }
}

/// Plans are typed with full-width or half-width marks at random; rules read one of each.
fn plain(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '∶' | '︰' => ':',
        '–' | '―' | '─' | '−' => '—',
        '\u{a0}' | '\u{3000}' | '\t' | '\r' | '\u{feff}' | '\u{200b}' | '\u{2002}' | '\u{2003}' => {
            ' '
        }
        '〔' => '[',
        '〕' => ']',
        '〜' => '~',
        '「' | '『' | '〝' => '“',
        '」' | '』' | '〞' => '”',
        other => other,
    }
}

/// Whether `word` stands at `at`.
pub(super) fn has(chars: &[char], at: usize, word: &str) -> bool {
    word.chars()
        .zip(at..)
        .all(|(c, index)| chars.get(index) == Some(&c))
}

/// The length of the first of `words` that stands at `at`; tables list a longer word first.
pub(super) fn any_at(chars: &[char], at: usize, words: &[&str]) -> Option<usize> {
    words
        .iter()
        .find(|word| has(chars, at, word))
        .map(|word| word.chars().count())
}

/// Whether `chars` ends with `word`.
pub(super) fn ends(chars: &[char], word: &str) -> bool {
    let length = word.chars().count();
    chars.len() >= length && has(chars, chars.len() - length, word)
}

/// The length of the first of `words` that ends `chars`.
pub(super) fn any_end(chars: &[char], words: &[&str]) -> Option<usize> {
    words
        .iter()
        .find(|word| ends(chars, word))
        .map(|word| word.chars().count())
}

/// The first place where `word` stands.
pub(super) fn find(chars: &[char], word: &str) -> Option<usize> {
    (0..chars.len()).find(|&at| has(chars, at, word))
}

pub(super) fn contains(chars: &[char], word: &str) -> bool {
    find(chars, word).is_some()
}

pub(super) fn contains_any(chars: &[char], words: &[&str]) -> bool {
    words.iter().any(|word| contains(chars, word))
}

/// Whether the bracket or quotation that opens at `at` closes before a stop: a stray mark does
/// not swallow the rest of its sentence.
pub(super) fn closes(chars: &[char], at: usize) -> bool {
    const LONGEST: usize = 120;
    let close = match chars[at] {
        '(' => ')',
        '“' => '”',
        '《' => '》',
        _ => return false,
    };
    let rest = &chars[at + 1..chars.len().min(at + LONGEST)];
    let end = rest.iter().position(|&c| c == close || c == '\n');
    end.is_some_and(|end| rest[end] == close)
}

/// Han characters, without punctuation.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '〇')
}

pub(super) fn trim(chars: &[char], range: Range<usize>) -> Range<usize> {
    let Range { mut start, mut end } = range;
    while start < end && chars[start].is_whitespace() {
        start += 1;
    }
    while end > start && chars[end - 1].is_whitespace() {
        end -= 1;
    }
    start..end
}
