//! The blanks that copying put into a line: around numbers and quotes, and within words.

use super::outline;
use super::prose::{any_at, is_han, plain};

/// Whether copying put the blank at `at` there: around a number, beside quotes, within a word.
pub(super) fn is_left_out(chars: &[char], at: usize) -> bool {
    is_in_number(chars, at) || is_at_quotes(chars, at) || is_in_word(chars, at)
}

/// `是 “ 十二五 ” 末的2倍`: the blanks on both sides of a quotation mark. A text on one line keeps those
/// outside, where its paragraphs may begin.
fn is_at_quotes(chars: &[char], at: usize) -> bool {
    let (Some(before), Some(after)) = (beside(chars, at, -1), beside(chars, at, 1)) else {
        return false;
    };
    let outside = is_han(before) && after == '“' || before == '”' && is_han(after);
    before == '“' || after == '”' || outside && chars.len() <= outline::LONG_LINE
}

/// `农业人口的吸 引力`: where a page broke the line and a copy joined it, in the middle of a sentence.
fn is_in_word(chars: &[char], at: usize) -> bool {
    /// As far before it as a mark stands in a sentence.
    const NEAR: usize = 60;
    let within = |side| beside(chars, at, side).is_some_and(is_han);
    if chars.len() > outline::LONG_LINE || !within(-1) || !within(1) {
        return false;
    }
    let start = at.saturating_sub(NEAR);
    let near = || chars[start..at].iter().map(|&c| plain(c));
    let stop = near()
        .rposition(|c| "。!?;".contains(c))
        .map_or(start, |stop| start + stop + 1);
    // `一、发展回顾 五年来,…`: a heading, and the text behind it.
    let words = chars[stop..at].iter().position(|&c| plain(c) != ' ');
    let sentence: Vec<char> = chars[stop + words.unwrap_or_default()..at]
        .iter()
        .map(|&c| plain(c))
        .collect();
    near().any(|c| ",。;:".contains(c)) && !outline::is_marked(&sentence)
}

/// The character on one side of `at`, in plain form.
fn beside(chars: &[char], at: usize, side: isize) -> Option<char> {
    let at = at.checked_add_signed(side)?;
    chars.get(at).map(|&c| plain(c))
}

/// `到 2025 年`, `达到 3 %`: a blank between a digit and the word it belongs to. A numbered head
/// (`任务 1.建设`) keeps its blank.
pub(super) fn is_in_number(chars: &[char], at: usize) -> bool {
    if !BLANKS.contains(&chars[at]) || at == 0 || at + 1 == chars.len() {
        return false;
    }
    let (before, after) = (plain(chars[at - 1]), plain(chars[at + 1]));
    if matches!(before, '%' | '‰') {
        return any_at(chars, at + 1, &["左右", "以上", "以下", "以内", "和", "及"]).is_some();
    }
    // `增长7 . 5%`
    let point = chars.get(at + 1) == Some(&'.') && before.is_ascii_digit();
    let tenths = || {
        chars
            .get(at + 2..)
            .is_some_and(|rest| rest.len() > 2 && rest[0] == ' ' && plain(rest[1]).is_ascii_digit())
    };
    if point && tenths() {
        return true;
    }
    // `增长7. 5%`, `达到3. 2万亩`; but `1. 2万亩良田` is a point of a list.
    if before == '.' && after.is_ascii_digit() {
        let typed = chars[..at - 1].iter().rev().filter(|&&c| c != ' ');
        let mut near = typed.take(6).map(|&c| plain(c)).peekable();
        let whole = near.peek().is_some_and(char::is_ascii_digit);
        let word = near.find(|c| !c.is_ascii_digit());
        let places = chars[at + 1..].iter().take(3);
        let places = places.take_while(|c| plain(**c).is_ascii_digit()).count();
        let unit = chars[at + 1 + places..].iter().take(4).map(|&c| plain(c));
        let unit: String = unit.collect();
        let told = word.is_some_and(|c| is_han(c) || c == '*');
        let scaled = unit.starts_with(['万', '亿', '倍']) || unit.starts_with("个百分点");
        return whole && (unit.starts_with('%') || told && scaled);
    }
    // `2 .7倍`
    if before.is_ascii_digit() && after == '.' {
        let places = chars[at + 2..].iter().take(3);
        let places = places.take_while(|c| plain(**c).is_ascii_digit()).count();
        let unit = chars.get(at + 2 + places).map(|&c| plain(c));
        return places > 0 && matches!(unit, Some('%' | '倍' | '万' | '亿'));
    }
    if before.is_ascii_digit() && after.is_ascii_digit() {
        return is_separator(chars, at);
    }
    let unit = is_han(after) || matches!(after, '%' | '‰');
    before.is_ascii_digit() && unit
        || is_han(before) && after.is_ascii_digit() && !is_head(&chars[at + 1..])
}

/// `4 790亿元`, `8 000元`: between one to three digits and exactly three of an amount.
fn is_separator(chars: &[char], at: usize) -> bool {
    let digits = |c: &&char| plain(**c).is_ascii_digit();
    let behind = &chars[at + 1..];
    let whole = behind.iter().take(4).take_while(digits).count();
    if whole != 3 {
        return false;
    }
    let before = chars[..at].iter().rev().take(4).take_while(digits).count();
    let first = chars[..at - before].last().map_or('。', |&c| plain(c));
    let places = match behind.get(whole).map(|&c| plain(c)) {
        Some('.') => {
            1 + behind[whole + 1..]
                .iter()
                .take(4)
                .take_while(digits)
                .count()
        }
        _ => 0,
    };
    let amount = behind.get(whole + places);
    let amount = amount.is_some_and(|&c| "亿万元美亩户人吨家个公平".contains(plain(c)));
    (1..=3).contains(&before) && is_han(first) && amount
}

/// Blanks as plans are typed with them.
pub(super) const BLANKS: [char; 5] = [' ', '\u{a0}', '\u{3000}', '\u{2002}', '\u{2003}'];

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
