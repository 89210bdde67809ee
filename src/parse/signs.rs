//! Tells for every character which readers must stop at it, so that they pass over all others.
//!
//! Numbers, years and marks are few among the words of a plan, and most characters that may begin
//! one begin another word. Each character is looked up once, in a table made from the readers' own
//! lists, together with the one behind it; a reader then finds the next place that concerns it by
//! looking at many characters at a time.

use std::ops::Range;
use std::sync::LazyLock;

use super::prose::{self, plain};
use super::{figures, gaps, time, units};

/// Why a reader stops at a character; a bit each, so that one may ask for several.
pub(super) mod sign {
    /// A blank, or it differs from its plain form.
    pub const TYPED: u8 = 1;
    /// A number may begin with it, whatever follows.
    pub const DIGIT: u8 = 2;
    /// A number may begin with it and the character behind it.
    pub const NUMBER: u8 = 4;
    /// No number begins with it, but what is within it or behind it may be none: letters, quotes.
    pub const ASIDE: u8 = 8;
    /// A time may begin with it and the character behind it.
    pub const TIME: u8 = 16;
    /// It ends a sentence.
    pub const STOP: u8 = 32;
    /// It ends a clause, or opens or closes what keeps one together.
    pub const MARK: u8 = 64;
    /// Words may be lost at it.
    pub const GAP: u8 = 128;
}

/// The signs of a line's characters.
#[derive(Debug, Default)]
pub(super) struct Signs {
    /// One for each character, and some without signs behind them.
    bytes: Vec<u8>,
}

impl Signs {
    /// Takes the signs of `line`.
    pub fn read(&mut self, line: &[char]) {
        let table: &Table = &TABLE;
        let said = |c: &char| match table.get(*c as usize) {
            Some(said) => *said,
            None => of(*c),
        };
        let mut next = line.iter().map(said);
        let mut last = next.next().unwrap_or(Said::NOTHING);
        let next = next.chain([Said::NOTHING; AT_ONCE]);
        self.bytes.clear();
        self.bytes.extend(next.map(|next| {
            let signs = last.signs & next.before;
            last = next;
            signs
        }));
    }

    /// All places in `range` that bear one of the signs `wanted`.
    #[inline]
    pub fn all(&self, range: Range<usize>, wanted: u8) -> impl Iterator<Item = usize> {
        let Range { mut start, end } = range;
        let wanted = u128::from_le_bytes([wanted; AT_ONCE]);
        // Those of the last stretch that are left to tell.
        let mut found = 0;
        std::iter::from_fn(move || {
            while found == 0 {
                let left = end.checked_sub(start).filter(|&left| left > 0)?;
                let stretch = self.bytes[start..].first_chunk()?;
                found = u128::from_le_bytes(*stretch) & wanted;
                if left < AT_ONCE {
                    found &= (1 << (8 * left)) - 1;
                }
                start += AT_ONCE;
            }
            let place = found.trailing_zeros() / 8;
            found &= !(0xff << (place * 8));
            Some(start - AT_ONCE + place as usize)
        })
    }

    /// Leaves out the sign before each of `places`, which count those that stay.
    pub fn leave_out(&mut self, places: &[usize]) {
        prose::leave_out(&mut self.bytes, places);
    }
}

/// What a character says in a line.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Said {
    /// Its own signs.
    signs: u8,
    /// The signs that the character before it may keep.
    before: u8,
}

impl Said {
    const NOTHING: Self = Self {
        signs: 0,
        before: !0,
    };
}

/// What every character up to U+FFFF says; no reader stops at one beyond.
type Table = [Said; 0x1_0000];

static TABLE: LazyLock<Box<Table>> = LazyLock::new(|| {
    const COMMON: char = '的';
    // Blocks with marks in them, and with look-alikes of marks.
    let marks = [
        '\0'..='\u{ff}',
        '\u{2000}'..='\u{225f}',
        '\u{2500}'..='\u{250f}',
        '○'..='○',
        '◯'..='◯',
        '\u{3000}'..='\u{303f}',
        '\u{fe30}'..='\u{fe3f}',
        '\u{feff}'..='\u{ff5f}',
    ];
    let words = [
        figures::BEGIN,
        figures::GO_ON,
        time::BEGIN,
        time::GO_ON,
        gaps::BEGIN,
    ];
    let all = words
        .into_iter()
        .flat_map(str::chars)
        .chain(units::first_characters())
        .chain(prose::traditional())
        .chain(marks.into_iter().flatten());
    let mut table = Box::new([of(COMMON); 0x1_0000]);
    all.for_each(|c| table[c as usize] = of(c));
    table
});

/// As many signs as are looked at together.
const AT_ONCE: usize = 16;

fn of(c: char) -> Said {
    let plain = plain(c);
    let blank = plain == ' ';
    let sum = |signs: &[(bool, u8)]| signs.iter().filter(|sign| sign.0).map(|sign| sign.1).sum();
    Said {
        signs: sum(&[
            (plain != c || blank, sign::TYPED),
            (figures::begins(plain), sign::DIGIT),
            (figures::BEGIN.contains(plain), sign::NUMBER),
            (figures::may_hide(plain), sign::ASIDE),
            (time::BEGIN.contains(plain), sign::TIME),
            ("。!?;|".contains(plain), sign::STOP),
            (",:()“”《》".contains(plain), sign::MARK),
            (gaps::may_begin(plain), sign::GAP),
        ]),
        before: sum(&[
            (true, !(sign::NUMBER | sign::TIME)),
            (blank || figures::may_go_on(plain), sign::NUMBER),
            (blank || time::GO_ON.contains(plain), sign::TIME),
        ]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, wanted: u8, expected: &[usize]) {
        let line: Vec<char> = text.chars().collect();
        let mut signs = Signs::default();
        signs.read(&line);
        let found: Vec<usize> = signs.all(0..line.len(), wanted).collect();
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
            assert_eq!(TABLE[c as usize], of(c), "{c:?}");
        }
    }

    #[test]
    fn characters_beyond_the_table_bear_no_sign() {
        check("\u{20000}，𠮷2\u{fffd}", sign::DIGIT | sign::MARK, &[1, 3]);
    }

    #[test]
    fn look_alikes_bear_the_signs_of_their_plain_form() {
        check("共２億,", sign::DIGIT, &[1, 2]);
        check("共２億，", sign::TYPED, &[1, 2, 3]);
        check("到年会,到年。", sign::TIME, &[0, 4]);
        check("在“甲”", sign::ASIDE, &[1, 3]);
    }

    #[test]
    fn what_begins_another_word_bears_no_sign() {
        check("统一思想,一百二十家,三江", sign::NUMBER, &[5, 6, 7, 8]);
        check("千言之后,千家", sign::NUMBER, &[5]);
    }
}
