//! Tells for every character which readers must stop at it, so that they pass over all others.
//!
//! Numbers, years, marks and line breaks are few among the words of a plan. Each character is
//! looked up once, in a table made from the readers' own lists; a reader then finds the next place
//! that concerns it by looking at eight characters at a time.

use std::ops::Range;
use std::sync::LazyLock;

use super::prose::{self, plain};
use super::{cues, figures, time};

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
    /// A word of will may begin with it: `力争`, `确保`.
    pub const WILL: u8 = 128;
}

/// One byte for each character.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Signs(Vec<u8>);

impl Signs {
    /// The characters of `text`, `count` of them, with their signs.
    pub fn of(text: &str, count: usize) -> (Vec<char>, Self) {
        let table: &Table = &TABLE;
        let mut chars = vec!['\0'; count];
        let mut signs = vec![0; count];
        let mut rest = text.as_bytes();
        for (c, sign) in chars.iter_mut().zip(&mut signs) {
            // Nearly all characters are Han, three bytes each.
            if let [first @ 0xe0..0xf0, second, third, behind @ ..] = rest {
                let code = u16::from(*first) << 12
                    | u16::from(second & 0x3f) << 6
                    | u16::from(third & 0x3f);
                *c = char::from_u32(u32::from(code)).unwrap_or_default();
                *sign = table[usize::from(code)];
                rest = behind;
            } else if let [first @ 0..0x80, behind @ ..] = rest {
                *c = char::from(*first);
                *sign = table[usize::from(*first)];
                rest = behind;
            } else {
                *c = text[text.len() - rest.len()..]
                    .chars()
                    .next()
                    .unwrap_or_default();
                *sign = sign_of(table, *c);
                rest = &rest[c.len_utf8().min(rest.len())..];
            }
        }
        (chars, Self(signs))
    }

    /// The first place in `range` that bears one of the signs `wanted`.
    pub fn next(&self, range: Range<usize>, wanted: u8) -> Option<usize> {
        self.all(range, wanted).next()
    }

    /// All places in `range` that bear one of the signs `wanted`.
    #[inline]
    pub fn all(&self, range: Range<usize>, wanted: u8) -> impl Iterator<Item = usize> {
        let (signs, mut behind) = (&self.0[..range.end], range.start);
        let wanted = u64::from_le_bytes([wanted; 8]);
        // Those of the last eight that are left to tell.
        let mut found = 0;
        std::iter::from_fn(move || {
            while found == 0 {
                let eight = match signs.get(behind..)? {
                    [] => return None,
                    rest => rest.first_chunk().copied().unwrap_or_else(|| padded(rest)),
                };
                found = u64::from_le_bytes(eight) & wanted;
                behind += 8;
            }
            let place = found.trailing_zeros() / 8;
            found &= !(0xff << (place * 8));
            Some(behind - 8 + place as usize)
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
        self.0[at] = sign_of(&TABLE, c);
    }
}

/// The signs of every character up to U+FFFF; no reader stops at one beyond.
type Table = [u8; 0x1_0000];

static TABLE: LazyLock<Box<Table>> = LazyLock::new(|| {
    let mut table = Box::new([0; 0x1_0000]);
    let marks = [
        '\0'..='\u{2fff}',
        '\u{3000}'..='\u{30ff}',
        '\u{fe00}'..='\u{ffff}',
    ];
    let words = [figures::BEGIN, time::BEGIN, cues::WILL_BEGINS];
    let all = words
        .into_iter()
        .flat_map(str::chars)
        .chain(prose::traditional())
        .chain(marks.into_iter().flatten());
    all.for_each(|c| table[c as usize] = of(c));
    table
});

/// The last signs, with none behind them.
#[cold]
fn padded(rest: &[u8]) -> [u8; 8] {
    let mut eight = [0; 8];
    eight[..rest.len()].copy_from_slice(rest);
    eight
}

fn sign_of(table: &Table, c: char) -> u8 {
    table.get(c as usize).copied().unwrap_or_default()
}

fn of(c: char) -> u8 {
    let plain = plain(c);
    let signs = [
        (plain != c, sign::FOLDED),
        (plain == '\n', sign::LINE_END),
        (matches!(plain, ' ' | '&'), sign::COPIED),
        (figures::may_begin(plain), sign::NUMBER),
        (figures::may_hide(plain), sign::ASIDE),
        (time::BEGIN.contains(plain), sign::TIME),
        ("。!?;,:()“”《》".contains(plain), sign::MARK),
        (cues::WILL_BEGINS.contains(plain), sign::WILL),
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
    fn the_table_leaves_no_character_out() {
        for c in '\0'..='\u{ffff}' {
            assert_eq!(sign_of(&TABLE, c), of(c), "{c:?}");
        }
    }

    #[test]
    fn characters_of_any_length_are_read() {
        let text = "aé温州\u{20000}，𠮷2\u{fffd}";
        let (chars, _) = Signs::of(text, text.chars().count());
        assert_eq!(chars.iter().collect::<String>(), text);
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
