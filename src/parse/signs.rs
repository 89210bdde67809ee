//! Tells for every character which readers must stop at it, so that they pass over all others.
//!
//! Numbers, years, marks and line breaks are few among the words of a plan. Each character is
//! looked up once, in a table made from the readers' own lists; a reader then finds the next place
//! that concerns it by looking at eight characters at a time.

use std::ops::Range;
use std::sync::LazyLock;

use super::prose::plain;
use super::{figures, time};

/// Why a reader stops at a character; a bit each, so that one may ask for several.
pub(super) mod sign {
    /// It differs from its plain form.
    pub const FOLDED: u8 = 1;
    pub const LINE_END: u8 = 2;
    /// A blank or `&`: copying may have put it there.
    pub const COPIED: u8 = 4;
    /// A number may begin with it.
    pub const NUMBER: u8 = 8;
    /// No number begins with it, but what is within it or behind it may be none: letters, quotes.
    pub const ASIDE: u8 = 16;
    /// A time may begin with it.
    pub const TIME: u8 = 32;
    /// It ends a sentence or a clause, or opens or closes what keeps one together.
    pub const MARK: u8 = 64;
}

/// One byte for each character.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Signs(Vec<u8>);

impl Signs {
    /// The characters of `text`, `count` of them, with their signs.
    pub fn of(text: &str, count: usize) -> (Vec<char>, Self) {
        let table = &*TABLE;
        let mut chars = vec!['\0'; count];
        let mut signs = vec![0; count];
        for ((given, c), sign) in text.chars().zip(&mut chars).zip(&mut signs) {
            *c = given;
            *sign = table.get(given as usize).copied().unwrap_or_default();
        }
        (chars, Self(signs))
    }

    /// The first place in `range` that bears one of the signs `wanted`.
    pub fn next(&self, range: Range<usize>, wanted: u8) -> Option<usize> {
        let Range { start: mut at, end } = range;
        let eight_times = u64::from_le_bytes([wanted; 8]);
        while at < end {
            let Some(eight) = self.0[at..].first_chunk() else {
                let rest = self.0[at..end].iter();
                return Some(at + rest.into_iter().position(|sign| sign & wanted != 0)?);
            };
            let found = u64::from_le_bytes(*eight) & eight_times;
            if found != 0 {
                at += found.trailing_zeros() as usize / 8;
                return (at < end).then_some(at);
            }
            at += 8;
        }
        None
    }

    /// All places that bear one of the signs `wanted`.
    pub fn all(&self, range: Range<usize>, wanted: u8) -> impl Iterator<Item = usize> {
        let Range { mut start, end } = range;
        std::iter::from_fn(move || {
            let at = self.next(start..end, wanted)?;
            start = at + 1;
            Some(at)
        })
    }

    /// The lines of `range`, without their ends.
    pub fn lines(&self, range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
        let Range { mut start, end } = range;
        let ends = self.all(start..end, sign::LINE_END);
        ends.chain([end]).map(move |at| {
            let line = start..at;
            start = at + 1;
            line
        })
    }

    pub fn copy_within(&mut self, range: Range<usize>, to: usize) {
        self.0.copy_within(range, to);
    }

    pub fn truncate(&mut self, count: usize) {
        self.0.truncate(count);
    }

    /// Tells that `c` stands at `at` now.
    pub fn set(&mut self, at: usize, c: char) {
        self.0[at] = TABLE.get(c as usize).copied().unwrap_or_default();
    }
}

/// The signs of every character up to U+FFFF; no reader stops at one beyond.
static TABLE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    (0..=0xffff)
        .map(|code| char::from_u32(code).map_or(0, of))
        .collect()
});

fn of(c: char) -> u8 {
    let plain = plain(c);
    let signs = [
        (plain != c, sign::FOLDED),
        (plain == '\n', sign::LINE_END),
        (matches!(plain, ' ' | '&'), sign::COPIED),
        (figures::may_begin(plain), sign::NUMBER),
        (figures::may_hide(plain), sign::ASIDE),
        (time::may_begin(plain), sign::TIME),
        ("。!?;,:()“”《》".contains(plain), sign::MARK),
    ];
    signs.iter().filter(|sign| sign.0).map(|sign| sign.1).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, wanted: u8, expected: &[usize]) {
        let (chars, signs) = Signs::of(text, text.chars().count());
        let found: Vec<usize> = signs.all(0..chars.len(), wanted).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_sign_is_found_wherever_it_stands() {
        for place in 0..40 {
            let text = format!("{},{}", "甲".repeat(place), "乙".repeat(place % 9));
            check(&text, sign::MARK, &[place]);
        }
    }

    #[test]
    fn look_alikes_bear_the_signs_of_their_plain_form() {
        check("共２億,", sign::NUMBER, &[1, 2]);
        check("共２億，", sign::FOLDED, &[1, 2, 3]);
        check("到年底", sign::TIME, &[0, 1]);
        check("在“甲”", sign::ASIDE, &[1, 3]);
        check("甲\n乙", sign::LINE_END, &[1]);
    }
}
