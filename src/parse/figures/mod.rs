//! Finds the numbers of a sentence that state a value, and leaves out those inside names.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use super::lexicon::{self, Lexicon};
use super::prose::{Open, Prose, any_at, any_end, is_han};
use super::signs::sign;
use super::time::Time;
use super::units::{self, Class};
use crate::plan::Bound;

mod amounts;
mod named;
mod others;
mod places;
mod unitless;

pub(super) use places::ENTERED;

/// A number with its unit, and the bound word behind it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Figure {
    /// The number with its unit: the evidence.
    pub start: usize,
    pub end: usize,
    /// Behind the bound word: `3%以上|`.
    pub after: usize,
    pub value: Value,
    pub unit: Cow<'static, str>,
    pub class: Class,
    pub shape: Shape,
    pub bound_after: Option<Bound>,
}

impl Figure {
    /// Where the number and its unit stand.
    pub fn place(&self) -> Range<usize> {
        self.start..self.end
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Value {
    Single(f64),
    Range(f64, f64),
    /// The source lost the digits.
    Lost,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Amount,
    /// `翻一番`
    Multiple,
    /// `两位数增长`
    Growth,
    /// `前50位`, `第6`, `30强`
    Rank,
}

/// A number that states no value, and the rule that says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Passed {
    pub range: Range<usize>,
    pub why: &'static str,
}

/// Words that bind the number before them.
#[rustfmt::skip] // a word list reads as a paragraph
pub(super) const BOUNDS_AFTER: &[(&str, Bound)] = &[
    ("(含)以上", Bound::AtLeast), ("(含)以下", Bound::AtMost), ("及以上", Bound::AtLeast),
    ("以上", Bound::AtLeast), ("及以下", Bound::AtMost), ("以下", Bound::AtMost),
    ("以内", Bound::AtMost), ("之内", Bound::AtMost), ("左右", Bound::About),
    ("上下", Bound::About),
];

static BOUNDS: LazyLock<Lexicon<Bound>> =
    LazyLock::new(|| lexicon::by_first(BOUNDS_AFTER.iter().copied()));

/// Words right before a number that show it is a value: `达到`, `超`, `控制在`.
#[rustfmt::skip] // a word list reads as a paragraph
static VALUE_BEFORE: LazyLock<Lexicon<()>> = LazyLock::new(|| lexicon::by_last(lexicon::plain(&[
    "到", "达", "至", "为", "在", "于", "过", "超", "破", "逾", "近", "约", "入", "上", "不足",
    "均达",
])));

/// All figures of `range`; `times` are skipped, and so are quotations and titles. `passed` takes
/// the numbers passed over, where somebody asks for them.
pub(super) fn read(
    chars: &Prose,
    range: Range<usize>,
    times: &[Time],
    lossy: bool,
    passed: Option<&mut Vec<Passed>>,
) -> Vec<Figure> {
    let scene = Scene {
        chars,
        range: range.clone(),
        lossy,
    };
    match passed {
        Some(passed) => {
            let all = |&at: &usize| may_begin(chars[at]) || may_hide(chars[at]);
            scene.read(range.filter(all), times, |range, why| {
                passed.push(Passed { range, why });
            })
        }
        None => {
            let stops = sign::DIGIT | sign::NUMBER | sign::ASIDE;
            scene.read(chars.signs().all(range, stops), times, |_, _| {})
        }
    }
}

/// Behind the last place in `range` where a number may begin; its start where none does.
pub(super) fn end(chars: &Prose, range: Range<usize>) -> usize {
    let numbers = chars.signs().all(range.clone(), sign::DIGIT | sign::NUMBER);
    numbers.last().map_or(range.start, |last| last + 1)
}

/// What stands at a place: a figure, a number that is none up to `Skip`'s end and the rule that
/// says so, or no number.
enum Found {
    Figure(Figure),
    Skip(usize, &'static str),
    Nothing,
}

impl Found {
    /// Where to read on: behind what stands at `at`, within a sentence that ends at `end`.
    fn end(&self, at: usize, end: usize) -> usize {
        match self {
            Self::Figure(figure) if figure.after <= end => figure.end,
            Self::Skip(end, _) => (*end).max(at + 1),
            Self::Nothing | Self::Figure(_) => at + 1,
        }
    }
}

/// The sentence that numbers are read in.
struct Scene<'a> {
    chars: &'a [char],
    range: Range<usize>,
    lossy: bool,
}

impl Scene<'_> {
    /// The figures that begin at `stops`; `pass` hears of the numbers that are none.
    fn read(
        &self,
        stops: impl Iterator<Item = usize>,
        times: &[Time],
        mut pass: impl FnMut(Range<usize>, &'static str),
    ) -> Vec<Figure> {
        let mut figures: Vec<Figure> = Vec::new();
        let mut behind = self.range.start;
        let mut open = Open::default();
        let mut times = times.iter().peekable();
        for at in stops {
            if at < behind {
                continue;
            }
            while times.next_if(|time| time.end <= at).is_some() {}
            if let Some(time) = times.peek().filter(|time| time.start <= at) {
                behind = time.end;
                continue;
            }
            open.pass(self.chars, at);
            let found = self.found(at, open.any(), figures.last());
            behind = found.end(at, self.range.end);
            match found {
                Found::Figure(figure) if figure.after <= self.range.end => figures.push(figure),
                Found::Skip(_, why) => pass(at..behind.min(self.range.end), why),
                Found::Nothing | Found::Figure(_) => {}
            }
        }
        figures
    }

    fn found(&self, at: usize, quoted: bool, last: Option<&Figure>) -> Found {
        match self.chars[at] {
            '翻' | '倍' | '成' if !quoted || self.previous(at) == '“' => self.multiple(at),
            _ if quoted => Found::Nothing,
            '前' | '第' => self.rank(at, last),
            c if c.is_ascii_alphabetic() => self.latin_word(at),
            '“' | '”' | '《' | '》' => Found::Nothing,
            _ => self.amount(at, last),
        }
    }

    fn before(&self, at: usize) -> &[char] {
        &self.chars[self.range.start..at]
    }

    /// The last characters before `at`.
    fn near(&self, at: usize, count: usize) -> &[char] {
        &self.chars[self.range.start.max(at.saturating_sub(count))..at]
    }

    fn value_before(&self, at: usize) -> bool {
        // `规模以上|万元工业增加值能耗`
        let before = self.before(at);
        let other = || any_end(before, &["以上", "签约", "集约", "节约", "预约"]).is_some();
        VALUE_BEFORE.end(before).is_some() && !other()
    }

    fn next(&self, at: usize) -> char {
        if at < self.range.end {
            self.chars[at]
        } else {
            '。'
        }
    }

    fn previous(&self, at: usize) -> char {
        self.before(at).last().copied().unwrap_or('。')
    }

    /// `PM2.5`, `G60`, `S1`: digits behind Latin letters belong to the word.
    fn latin_word(&self, at: usize) -> Found {
        let tail = self.chars[at..self.range.end]
            .iter()
            .take_while(|c| c.is_ascii_alphanumeric() || "._-+".contains(**c))
            .count();
        Found::Skip(at + tail, "a Latin word")
    }

    /// The figure with the bound word behind it.
    fn figure(
        &self,
        place: Range<usize>,
        value: Value,
        unit: impl Into<Cow<'static, str>>,
        class: Class,
        shape: Shape,
    ) -> Figure {
        let quote = usize::from(self.next(place.end) == '”');
        let behind = place.end + quote;
        let unit = unit.into();
        let more = self.next(behind) == '多' && !is_han(self.next(behind + 1));
        // `3个工作日|内办结`
        let within = self.next(behind) == '内' && class == Class::Duration && unit != "年";
        let bound = BOUNDS
            .at(self.chars, behind)
            .or(more.then_some((1, &Bound::AtLeast)))
            .or(within.then_some((1, &Bound::AtMost)));
        let after = behind + bound.map_or(0, |(length, _)| length);
        Figure {
            start: place.start,
            end: place.end,
            after,
            value,
            unit,
            class,
            shape,
            bound_after: bound.map(|(_, bound)| *bound),
        }
    }
}

/// Whether a number may begin with `c`.
fn may_begin(c: char) -> bool {
    begins(c) || BEGIN.contains(c)
}

/// Whether a number may begin with `c`, whatever follows: digits, and `超万亿`, `突破亿`.
pub(super) fn begins(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '万' | '亿')
}

/// The other Han characters that a number may begin with.
pub(super) const BEGIN: &str = "翻倍成前第一二两三四五六七八九十百千";

/// What a number that one of them begins may go on with, besides a unit; none of them alone is a
/// number that states a value.
pub(super) const GO_ON: &str =
    "0123456789零〇一二两三四五六七八九十百千万亿番了增点·余多分成强至到—-~";

/// Whether a number that a character of [`BEGIN`] begins may go on with `c`.
pub(super) fn may_go_on(c: char) -> bool {
    GO_ON.contains(c) || units::first_characters().any(|first| first == c)
}

/// Whether digits behind `c` may be none: those of a quotation or a Latin word.
pub(super) fn may_hide(c: char) -> bool {
    c.is_ascii_alphabetic() || "“”《》".contains(c)
}

/// Whether one of `words` stands at `at`.
fn one_at(chars: &[char], at: usize, words: &[&str]) -> bool {
    any_at(chars, at, words).is_some()
}

#[cfg(test)]
mod tests {
    use encoding_rs::GB18030;

    use super::*;

    /// The 3,755 common characters of GB 2312, and the marks before them.
    fn characters() -> Vec<char> {
        let rows = (0xa1..=0xa9).chain(0xb0..=0xd7);
        let bytes: Vec<u8> = rows
            .flat_map(|row| (0xa1..=0xfe).flat_map(move |cell| [row, cell]))
            .collect();
        let ascii = (' '..='~').collect();
        [
            ascii,
            GB18030.decode(&bytes).0.chars().collect::<Vec<char>>(),
        ]
        .concat()
    }

    #[test]
    fn no_number_hides_behind_a_character_without_a_sign() {
        for first in BEGIN.chars() {
            for around in [
                ("增长超", "以上。"),
                ("进入", "强。"),
                ("为", "%。"),
                ("", "个百分点。"),
            ] {
                let (before, behind) = around;
                let of = |next| format!("{before}{first}{next}{behind}");
                let text: String = characters().into_iter().map(of).collect();
                let chars = Prose::of(&text);
                let whole = 0..chars.len();
                let at_signs = read(&chars, whole.clone(), &[], true, None);
                let everywhere = read(&chars, whole, &[], true, Some(&mut Vec::new()));
                assert_eq!(at_signs.len(), everywhere.len(), "{before}{first}…{behind}");
                assert_eq!(at_signs, everywhere, "{before}{first}…{behind}");
            }
        }
    }
}
