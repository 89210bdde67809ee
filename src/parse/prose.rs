//! The characters of a line, one per scalar value, with the look-alikes of punctuation made equal.

use std::ops::{ControlFlow, Deref, Range};

use memchr::memchr_iter;

use super::blanks;
use super::signs::{Signs, sign};
use crate::plan::Span;

/// A line in plain form (`，％（２` reads `,%(2`), without the blanks that copying put into its
/// numbers. It is a slice of its characters.
#[derive(Debug, Default)]
pub(super) struct Prose {
    plain: Vec<char>,
    signs: Signs,
    /// The characters as given where they differ, in order.
    folded: Vec<Given>,
    /// Where the first character stands in the document.
    start: usize,
    /// Before which characters a blank is left out, in order.
    left_out: Vec<usize>,
}

/// A character as given, and where its plain form stands.
pub(super) type Given = (u32, char);

impl Deref for Prose {
    type Target = [char];

    fn deref(&self) -> &[char] {
        &self.plain
    }
}

impl Prose {
    /// Words that stand in no document.
    pub fn of(text: &str) -> Self {
        let mut prose = Self::default();
        prose.read(text, 0);
        prose
    }

    /// Takes the characters of `text`, which begins at `start` in its document. How many characters
    /// it has there.
    pub fn read(&mut self, text: &str, start: usize) -> usize {
        self.start = start;
        self.folded.clear();
        self.left_out.clear();
        self.plain.clear();
        self.plain.extend(text.chars());
        self.signs.read(&self.plain);
        let count = self.plain.len();
        for at in self.signs.all(0..count, sign::TYPED) {
            let (given, plain) = (self.plain[at], plain(self.plain[at]));
            let place = at - self.left_out.len();
            if plain == ' ' && blanks::is_left_out(&self.plain, at) {
                self.left_out.push(place);
            } else if plain != given {
                self.folded.push((place as u32, given));
                self.plain[at] = plain;
            }
        }
        if !self.left_out.is_empty() {
            leave_out(&mut self.plain, &self.left_out);
            self.signs.leave_out(&self.left_out);
        }
        count
    }

    /// Where the first character stands in the document.
    pub fn start(&self) -> usize {
        self.start
    }

    pub fn plain(&self) -> &[char] {
        self
    }

    /// Tells readers where to stop.
    pub fn signs(&self) -> &Signs {
        &self.signs
    }

    /// The characters of `range` that were given in another form.
    pub fn folded(&self, range: &Range<usize>) -> &[Given] {
        let place = |at| self.folded.partition_point(|one| (one.0 as usize) < at);
        &self.folded[place(range.start)..place(range.end)]
    }

    /// Where the characters of `range` stand in the document.
    pub fn span(&self, range: &Range<usize>) -> Span {
        let start = self.given(range.start);
        let end = match range.is_empty() {
            true => start,
            false => self.given(range.end - 1) + 1,
        };
        Span::new(start, end)
    }

    fn given(&self, at: usize) -> usize {
        let blanks = self.left_out.partition_point(|&place| place <= at);
        self.start + at + blanks
    }

    /// The first character that stands at `at` in the document, or behind it.
    pub fn index_of(&self, at: usize) -> usize {
        let at = at.saturating_sub(self.start);
        let blanks = self.left_out.iter().zip(0..);
        let before = blanks.take_while(|&(place, blank)| place + blank < at);
        (at - before.count()).min(self.len())
    }
}

/// Shows `see` one line of `text` after the other, until it breaks off; the first character stands
/// at `start` in the document.
pub(super) fn lines(
    text: &str,
    mut start: usize,
    mut see: impl FnMut(&Prose) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let mut line = Prose::default();
    let mut from = 0;
    for end in memchr_iter(b'\n', text.as_bytes())
        .map(|at| at + 1)
        .chain([text.len()])
    {
        start += line.read(&text[from..end], start);
        from = end;
        see(&line)?;
    }
    ControlFlow::Continue(())
}

/// Leaves out one item before each of `places`, which count the items that stay.
pub(super) fn leave_out<T: Copy>(items: &mut Vec<T>, places: &[usize]) {
    let ends = places.iter().skip(1).copied();
    let ends = ends.chain([items.len() - places.len()]);
    for (left_out, (&place, end)) in places.iter().zip(ends).enumerate() {
        let stays = place + left_out + 1..end + left_out + 1;
        items.copy_within(stays, place);
    }
    items.truncate(items.len() - places.len());
}

/// Plans are typed with full-width or half-width marks at random; rules read one of each.
pub(super) fn plain(c: char) -> char {
    match c {
        '\t' | '\r' => return ' ',
        '\0'..='\u{7f}' => return c,
        '\u{4e00}'..='\u{9fff}' => return simplified(c),
        _ => {}
    }
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '∶' | '︰' => ':',
        '–' | '―' | '─' | '−' => '—',
        '\u{a0}' | '\u{3000}' | '\u{feff}' | '\u{200b}' | '\u{2002}' | '\u{2003}' => ' ',
        '○' | '◯' => '〇',
        '〔' => '[',
        '〕' => ']',
        '〜' => '~',
        '「' | '『' | '〝' => '“',
        '」' | '』' | '〞' => '”',
        other => other,
    }
}

/// Traditional characters of the rules' words with their simplified form, in order.
#[rustfmt::skip] // a table reads best in rows
const TRADITIONAL: &[(char, char)] = &[
    ('並', '并'), ('佔', '占'), ('個', '个'), ('億', '亿'), ('優', '优'), ('內', '内'), ('兩', '两'),
    ('創', '创'), ('劃', '划'), ('務', '务'), ('區', '区'), ('員', '员'), ('單', '单'), ('噸', '吨'),
    ('國', '国'), ('團', '团'), ('場', '场'), ('壽', '寿'), ('嬰', '婴'), ('學', '学'), ('實', '实'),
    ('將', '将'), ('專', '专'), ('對', '对'), ('導', '导'), ('屆', '届'), ('層', '层'), ('師', '师'),
    ('幾', '几'), ('庫', '库'), ('廣', '广'), ('張', '张'), ('強', '强'), ('後', '后'), ('從', '从'),
    ('態', '态'), ('慶', '庆'), ('應', '应'), ('戰', '战'), ('戲', '戏'), ('戶', '户'), ('採', '采'),
    ('擁', '拥'), ('擔', '担'), ('據', '据'), ('擴', '扩'), ('數', '数'), ('於', '于'), ('時', '时'),
    ('會', '会'), ('條', '条'), ('業', '业'), ('極', '极'), ('構', '构'), ('樓', '楼'), ('標', '标'),
    ('樣', '样'), ('機', '机'), ('檔', '档'), ('權', '权'), ('歲', '岁'), ('歷', '历'), ('氣', '气'),
    ('決', '决'), ('減', '减'), ('準', '准'), ('溫', '温'), ('滿', '满'), ('漁', '渔'), ('漲', '涨'),
    ('潔', '洁'), ('濃', '浓'), ('濕', '湿'), ('濟', '济'), ('災', '灾'), ('為', '为'), ('燈', '灯'),
    ('爭', '争'), ('爲', '为'), ('爾', '尔'), ('現', '现'), ('環', '环'), ('產', '产'), ('畝', '亩'),
    ('畢', '毕'), ('當', '当'), ('療', '疗'), ('發', '发'), ('監', '监'), ('盤', '盘'), ('確', '确'),
    ('礎', '础'), ('礦', '矿'), ('種', '种'), ('積', '积'), ('穩', '稳'), ('競', '竞'), ('筆', '笔'),
    ('節', '节'), ('築', '筑'), ('糧', '粮'), ('約', '约'), ('紅', '红'), ('純', '纯'), ('級', '级'),
    ('細', '细'), ('組', '组'), ('絕', '绝'), ('統', '统'), ('經', '经'), ('綠', '绿'), ('維', '维'),
    ('網', '网'), ('線', '线'), ('縣', '县'), ('縮', '缩'), ('總', '总'), ('織', '织'), ('續', '续'),
    ('聯', '联'), ('職', '职'), ('脫', '脱'), ('腦', '脑'), ('臺', '台'), ('與', '与'), ('興', '兴'),
    ('舉', '举'), ('舊', '旧'), ('萊', '莱'), ('萬', '万'), ('薦', '荐'), ('藍', '蓝'), ('藝', '艺'),
    ('處', '处'), ('號', '号'), ('術', '术'), ('衛', '卫'), ('裏', '里'), ('補', '补'), ('裝', '装'),
    ('裡', '里'), ('製', '制'), ('複', '复'), ('見', '见'), ('規', '规'), ('視', '视'), ('親', '亲'),
    ('覽', '览'), ('觀', '观'), ('觸', '触'), ('訂', '订'), ('計', '计'), ('訓', '训'), ('記', '记'),
    ('設', '设'), ('許', '许'), ('試', '试'), ('話', '话'), ('課', '课'), ('調', '调'), ('談', '谈'),
    ('請', '请'), ('講', '讲'), ('證', '证'), ('識', '识'), ('議', '议'), ('護', '护'), ('讓', '让'),
    ('財', '财'), ('貧', '贫'), ('貨', '货'), ('貸', '贷'), ('費', '费'), ('貿', '贸'), ('賃', '赁'),
    ('資', '资'), ('質', '质'), ('購', '购'), ('贏', '赢'), ('車', '车'), ('軌', '轨'), ('軟', '软'),
    ('載', '载'), ('輛', '辆'), ('輸', '输'), ('轉', '转'), ('辦', '办'), ('農', '农'), ('連', '连'),
    ('進', '进'), ('遊', '游'), ('運', '运'), ('過', '过'), ('達', '达'), ('遠', '远'), ('適', '适'),
    ('選', '选'), ('還', '还'), ('邊', '边'), ('鄉', '乡'), ('醫', '医'), ('銷', '销'), ('鋼', '钢'),
    ('錄', '录'), ('鎮', '镇'), ('鏈', '链'), ('鐘', '钟'), ('鐵', '铁'), ('長', '长'), ('門', '门'),
    ('開', '开'), ('間', '间'), ('關', '关'), ('陽', '阳'), ('階', '阶'), ('際', '际'), ('險', '险'),
    ('離', '离'), ('電', '电'), ('頃', '顷'), ('項', '项'), ('領', '领'), ('顆', '颗'), ('題', '题'),
    ('額', '额'), ('類', '类'), ('養', '养'), ('餘', '余'), ('點', '点'), ('齊', '齐'), ('齡', '龄'),
];

/// All traditional characters that have a plain form.
pub(super) fn traditional() -> impl Iterator<Item = char> {
    TRADITIONAL.iter().map(|pair| pair.0)
}

/// A set of Han characters, one bit each: asked at every character of a text.
pub(super) struct HanSet([u64; 328]);

impl HanSet {
    pub const fn new(chars: &[char]) -> Self {
        let mut bits = [0; 328];
        let mut index = 0;
        while index < chars.len() {
            let place = chars[index] as usize - 0x4e00;
            bits[place / 64] |= 1 << (place % 64);
            index += 1;
        }
        Self(bits)
    }

    pub fn has(&self, c: char) -> bool {
        let place = (c as usize).wrapping_sub(0x4e00);
        self.0
            .get(place / 64)
            .is_some_and(|bits| bits >> (place % 64) & 1 == 1)
    }
}

/// Nearly no text has any, so that a look at one bit is enough for most characters.
const IS_TRADITIONAL: HanSet = {
    let mut chars = ['一'; TRADITIONAL.len()];
    let mut index = 0;
    while index < chars.len() {
        chars[index] = TRADITIONAL[index].0;
        index += 1;
    }
    HanSet::new(&chars)
};

fn simplified(c: char) -> char {
    if is_plain_han(c) {
        return c;
    }
    TRADITIONAL
        .binary_search_by_key(&c, |pair| pair.0)
        .map_or(c, |index| TRADITIONAL[index].1)
}

/// Whether `c` is a Han character of the block that nearly all are of, and its own plain form.
pub(super) fn is_plain_han(c: char) -> bool {
    static SET: HanSet = IS_TRADITIONAL;
    matches!(c, '\u{4e00}'..='\u{9fff}') && !SET.has(c)
}

/// Whether `c` is one of `set`: quicker than a search for it, since sets are short.
#[inline]
pub(super) fn among(c: char, set: &str) -> bool {
    set.chars().any(|one| one == c)
}

/// Whether `word` stands at `at`.
pub(super) fn has(chars: &[char], at: usize, word: &str) -> bool {
    chars.get(at..).is_some_and(|rest| begins(rest, word))
}

#[inline]
fn begins(chars: &[char], word: &str) -> bool {
    let mut rest = chars.iter();
    word.chars().all(|c| rest.next() == Some(&c))
}

/// The length of the first of `words` that stands at `at`; tables list a longer word first.
pub(super) fn any_at(chars: &[char], at: usize, words: &[&str]) -> Option<usize> {
    let rest = chars.get(at..)?;
    // One byte tells nearly all words apart: the last of a Han character's three.
    let (byte, place) = match *rest.first()? {
        first if first.is_ascii() => (first as u8, 0),
        first => (0x80 | first as u8 & 0x3f, first.len_utf8() - 1),
    };
    let may_fit = |word: &&&str| word.as_bytes().get(place) == Some(&byte);
    let mut words = words.iter().filter(may_fit);
    let word = words.find(|word| begins(rest, word))?;
    Some(word.chars().count())
}

/// Whether `chars` ends with `word`.
pub(super) fn ends(chars: &[char], word: &str) -> bool {
    let mut rest = chars.iter().rev();
    word.chars().rev().all(|c| rest.next() == Some(&c))
}

/// Whether one of `words` stands anywhere in `name`.
pub(super) fn any_within(name: &str, words: &[&str]) -> bool {
    words.iter().any(|word| name.contains(word))
}

/// The length of the first of `words` that ends `chars`.
pub(super) fn any_end(chars: &[char], words: &[&str]) -> Option<usize> {
    let byte = match *chars.last()? {
        last if last.is_ascii() => last as u8,
        last => 0x80 | last as u8 & 0x3f,
    };
    let may_fit = |word: &&&str| word.as_bytes().last() == Some(&byte);
    let word = words
        .iter()
        .filter(may_fit)
        .find(|word| ends(chars, word))?;
    Some(word.chars().count())
}

/// The first place where `word` stands.
pub(super) fn find(chars: &[char], word: &str) -> Option<usize> {
    let first = word.chars().next()?;
    // Looks at many characters at once, and most words stand nowhere.
    if !chars.contains(&first) {
        return None;
    }
    let mut places = chars.iter().zip(0..).filter(|(c, _)| **c == first);
    places
        .find(|&(_, at)| has(chars, at, word))
        .map(|(_, at)| at)
}

/// All places in `range` where `word` stands.
pub(super) fn places(
    chars: &[char],
    range: Range<usize>,
    word: &str,
) -> impl DoubleEndedIterator<Item = usize> {
    let first = word.chars().next();
    range.filter(move |&at| Some(chars[at]) == first && has(chars, at, word))
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

/// Whether a whole sentence stands in the quotes that open at `at`: `“力争到2025年,产值达到8亿元。”`
pub(super) fn quotes_a_sentence(chars: &[char], at: usize) -> bool {
    let mut words = chars[at + 1..].iter().take_while(|&&c| c != '”');
    chars[at] == '“' && words.any(|&c| c == '。')
}

/// What brackets and quotations are open behind a character.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Open {
    brackets: usize,
    /// No other stands within it: `“甲“` ends in a mark typed for its counterpart.
    quotation: bool,
}

impl Open {
    pub fn any(self) -> bool {
        self.brackets > 0 || self.quotation
    }

    /// Passes the character at `at`. Whole sentences in quotes are read like any other.
    pub fn pass(&mut self, chars: &[char], at: usize) {
        match chars[at] {
            '“' if closes(chars, at) && !quotes_a_sentence(chars, at) => self.quotation = true,
            '”' => self.quotation = false,
            '(' | '《' if closes(chars, at) => self.brackets += 1,
            ')' | '》' => self.brackets = self.brackets.saturating_sub(1),
            _ => {}
        }
    }
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
