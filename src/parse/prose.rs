//! A document's characters, one per scalar value, with the look-alikes of punctuation made equal.

use std::ops::Range;

use super::transcript::{self, Transcript};
use crate::plan::Span;

/// The text as given and, at the same offsets, in plain form (`，％（２` reads `,%(2`).
pub(super) struct Prose {
    original: Vec<char>,
    plain: Vec<char>,
    /// Where each character stood, if not at its own offset.
    places: Option<Vec<Range<u32>>>,
}

impl Prose {
    pub fn new(text: &str) -> Self {
        let Transcript { chars, places } = transcript::of(text);
        let plain = chars.iter().map(|&c| plain(c)).collect();
        Self {
            original: chars,
            plain,
            places,
        }
    }

    pub fn plain(&self) -> &[char] {
        &self.plain
    }

    /// The words as given, for names that readers see.
    pub fn original(&self, range: Range<usize>) -> &[char] {
        &self.original[range]
    }

    /// Whether offsets here are offsets of the text as given.
    pub fn is_verbatim(&self) -> bool {
        self.places.is_none()
    }

    /// A span of the text as given, for one of the characters here.
    pub fn given(&self, span: Span) -> Span {
        let Some(places) = &self.places else {
            return span;
        };
        let after = |at: usize| {
            places
                .get(at)
                .or(places.last())
                .map_or(0, |place| place.end)
        };
        let start = match places.get(span.start as usize) {
            Some(place) => place.start,
            None => after(span.start as usize),
        };
        let end = match (span.end as usize).checked_sub(1) {
            Some(last) if !span.is_empty() => after(last),
            _ => start,
        };
        Span { start, end }
    }

    /// The first character that stood at `at` or behind it.
    pub fn index_of(&self, at: u32) -> usize {
        match &self.places {
            Some(places) => places.partition_point(|place| place.end <= at),
            None => at as usize,
        }
    }
}

/// Plans are typed with full-width or half-width marks at random; rules read one of each.
pub(super) fn plain(c: char) -> char {
    if c < '\u{80}' {
        return if matches!(c, '\t' | '\r') { ' ' } else { c };
    }
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '∶' | '︰' => ':',
        '–' | '―' | '─' | '−' => '—',
        '\u{a0}' | '\u{3000}' | '\u{feff}' | '\u{200b}' | '\u{2002}' | '\u{2003}' => ' ',
        '〔' => '[',
        '〕' => ']',
        '〜' => '~',
        '「' | '『' | '〝' => '“',
        '」' | '』' | '〞' => '”',
        other => simplified(other),
    }
}

/// The simplified form of the traditional characters that the rules' words are written with.
#[rustfmt::skip] // a table reads best in rows
fn simplified(c: char) -> char {
    match c {
        '萬' => '万', '億' => '亿', '兩' => '两', '達' => '达', '為' | '爲' => '为', '過' => '过', '於' => '于',
        '與' => '与', '從' => '从', '個' => '个', '項' => '项', '條' => '条', '張' => '张', '戶' => '户',
        '處' => '处', '種' => '种', '場' => '场', '間' => '间', '畝' => '亩', '噸' => '吨', '歲' => '岁',
        '裡' | '裏' => '里', '頃' => '顷', '時' => '时', '鐘' => '钟', '約' => '约', '內' => '内',
        '餘' => '余', '點' => '点', '總' => '总', '產' => '产', '業' => '业', '區' => '区', '縣' => '县',
        '國' => '国', '鄉' => '乡', '鎮' => '镇', '農' => '农', '單' => '单', '號' => '号', '級' => '级',
        '長' => '长', '漲' => '涨', '減' => '减', '縮' => '缩', '擴' => '扩', '強' => '强', '額' => '额',
        '佔' => '占', '對' => '对', '開' => '开', '關' => '关', '實' => '实', '現' => '现', '設' => '设',
        '創' => '创', '辦' => '办', '導' => '导', '進' => '进', '運' => '运', '資' => '资', '費' => '费',
        '數' => '数', '據' => '据', '經' => '经', '濟' => '济', '財' => '财', '貿' => '贸', 
        '質' => '质', '優' => '优', '標' => '标', '準' => '准', '劃' => '划', '規' => '规', '計' => '计',
        '積' => '积', '綠' => '绿', '環' => '环', '氣' => '气', '車' => '车', '鐵' => '铁', '軌' => '轨',
        '醫' => '医', '療' => '疗', '學' => '学', '師' => '师', '養' => '养', '嬰' => '婴', '務' => '务',
        '屆' => '届', '際' => '际', '領' => '领', '陽' => '阳', '離' => '离', '類' => '类', '員' => '员',
        '將' => '将', '並' => '并', '爭' => '争', '確' => '确', '維' => '维', '穩' => '稳',
        '庫' => '库', '網' => '网', '線' => '线', '階' => '阶', '題' => '题', '門' => '门', '層' => '层',
        '後' => '后', '幾' => '几', '電' => '电', '話' => '话', '專' => '专', '團' => '团',
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
