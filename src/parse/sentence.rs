//! Cuts a paragraph into sentences, clauses, and segments with one number each.

use std::ops::Range;

use super::figures::{ENTERED, Figure, Shape};
use super::prose::{Open, Prose, among, any_at, any_end, contains_any, find, has, is_han};
use super::signs::sign;
use super::units::Class;

/// The sentences of a paragraph: up to a full stop, or another stop outside brackets and quotes.
pub(super) fn sentences(
    chars: &Prose,
    paragraph: Range<usize>,
) -> impl Iterator<Item = Range<usize>> {
    let stops = chars.signs().all(paragraph.clone(), sign::STOP);
    let mut brackets = Brackets::from(paragraph.start);
    let ends = stops.filter(move |&at| {
        let ends = chars[at] == '。' || !brackets.enclose(chars, at);
        if ends {
            brackets = Brackets::from(at + 1);
        }
        ends
    });
    parts(paragraph, ends)
}

/// The clauses of a sentence: up to a stop, comma or colon. Those inside brackets, quotes and numbers
/// do not cut, but a full stop does even in brackets.
pub(super) fn clauses(
    chars: &Prose,
    sentence: Range<usize>,
    figures: &[Figure],
) -> impl Iterator<Item = Range<usize>> {
    let marks = chars.signs();
    let marks = marks.all(sentence.clone(), sign::STOP | sign::MARK);
    let mut brackets = Brackets::from(sentence.start);
    let mut figures = figures.iter().peekable();
    let mut before: Option<&Figure> = None;
    let ends = marks.filter(move |&at| {
        let free = match chars[at] {
            '。' => true,
            ';' | '!' | '?' | ',' | ':' => !brackets.open.any(),
            _ => {
                brackets.open.pass(chars, at);
                false
            }
        };
        while let Some(figure) = figures.next_if(|figure| figure.end <= at) {
            before = Some(figure);
        }
        let next = figures.peek();
        // `分别增长9%,6%`
        let listed = chars[at] == ','
            && before.is_some_and(|before| {
                before.end == at && next.is_some_and(|next| goes_on(chars, before, next))
            });
        let ends = free && !listed && next.is_none_or(|figure| figure.start > at);
        if ends {
            brackets = Brackets::from(at);
        }
        ends
    });
    parts(sentence, ends)
}

/// Whether the next number stands right behind the mark that ends the one before, and ends its words.
fn goes_on(chars: &Prose, before: &Figure, next: &Figure) -> bool {
    let closes = chars
        .get(next.end)
        .is_none_or(|&c| matches!(c, ',' | '。' | ';' | '、' | '和'));
    next.start == before.end + 1 && next.class == before.class && closes
}

/// The parts of `range` between `ends`, without the empty ones.
fn parts(
    range: Range<usize>,
    ends: impl Iterator<Item = usize>,
) -> impl Iterator<Item = Range<usize>> {
    let mut start = range.start;
    let parts = ends.chain([range.end]).map(move |at| {
        let part = start..at;
        start = at + 1;
        part
    });
    parts.filter(|part| !part.is_empty())
}

/// What is open along a text.
struct Brackets {
    open: Open,
    /// Behind the last character looked at.
    behind: usize,
}

impl Brackets {
    /// None are open at the start.
    fn from(start: usize) -> Self {
        Self {
            open: Open::default(),
            behind: start,
        }
    }

    /// Whether any encloses the place `at`, which lies behind all places asked for before.
    fn enclose(&mut self, chars: &Prose, at: usize) -> bool {
        for mark in chars.signs().all(self.behind..at, sign::MARK) {
            self.open.pass(chars, mark);
        }
        self.behind = at;
        self.open.any()
    }
}

/// A part of a clause with one number that states a value.
#[derive(Clone, Debug)]
pub(super) struct Segment {
    pub range: Range<usize>,
    /// Index of its figure in the clause's.
    pub figure: usize,
    /// The number joins the one before (`10条共200公里`) and has its name from the same noun.
    pub joined: bool,
    /// Where the noun behind begins, if not right behind the number.
    pub noun: Option<usize>,
}

/// Cuts a clause between its figures, and hands each part of it to `take`.
pub(super) fn segments(
    chars: &[char],
    clause: Range<usize>,
    figures: &[Figure],
    mut take: impl FnMut(Segment),
) {
    let mut start = clause.start;
    for (index, figure) in figures.iter().enumerate() {
        let Some(next) = figures.get(index + 1) else {
            take(segment(start..clause.end, index));
            break;
        };
        let between = figure.after..next.start.max(figure.after);
        let pair = Pair {
            chars,
            clause: clause.start,
            between,
            first: figure,
            second: next,
        };
        match pair.border() {
            Border::At(end, behind) => {
                take(segment(start..end, index));
                start = behind;
            }
            Border::Both(at) => {
                take(segment(start..at, index));
                start = at;
            }
            Border::Within => {
                let tail = chars[next.after..clause.end].iter();
                let tail = tail.take_while(|&&c| is_han(c)).count();
                take(segment(start..next.after + tail, index));
                start = figure.after;
            }
            Border::Qualifies => {}
            Border::Joined => {
                let end = figures
                    .get(index + 2)
                    .map_or(clause.end, |third| third.start);
                let mut first = segment(start..end, index);
                first.noun = Some(next.after);
                take(first);
                start = figure.after;
                let mut joined = segment(start..end, index + 1);
                joined.joined = true;
                if figures.len() == index + 2 {
                    take(joined);
                    break;
                }
            }
        }
    }
}

fn segment(range: Range<usize>, figure: usize) -> Segment {
    Segment {
        range,
        figure,
        joined: false,
        noun: None,
    }
}

/// How two figures of a clause stand to each other.
enum Border {
    /// A mark ends the first at `.0`, the second begins at `.1`.
    At(usize, usize),
    /// No mark, but a verb at this place begins the second.
    Both(usize),
    /// The second stands in the noun of the first: `4个小镇入选全国50强`, `4亿元用于12项措施`.
    Within,
    /// The first only tells which things the second counts: `资产1000亿元以上3家`.
    Qualifies,
    /// `10条共200公里`, `1.2万户4.3万人`
    Joined,
}

const CONJUNCTIONS: &[&str] = &[
    "、以及",
    "以及",
    "、和",
    "、",
    "和",
    "及",
    "与",
    "或",
    "并",
    "/",
];

/// Verbs that reach a value.
#[rustfmt::skip] // a word list reads as a paragraph
const REACHED: &[&str] = &[
    "达到", "达", "为", "提高到", "提高至", "提升到", "提升至", "下降到", "降到", "降至", "降低到", "增加到", "增至",
    "减至", "减少到", "减少至", "增加至", "升至",
];

/// Words that only say that the second is how much the first comes to.
#[rustfmt::skip] // a word list reads as a paragraph
const TOTALS: &[&str] = &["共", "共计", "合计", "总长", "总计", "总里程", "总面积"];

/// The area that a plan is of.
const WHOLE: &[&str] = &["全省", "全市", "全区", "全县", "全州", "全镇"];

/// Two figures of a clause, one behind the other.
struct Pair<'a> {
    chars: &'a [char],
    /// Where their clause begins.
    clause: usize,
    between: Range<usize>,
    first: &'a Figure,
    second: &'a Figure,
}

impl Pair<'_> {
    fn border(&self) -> Border {
        let (between, first, second) = (&self.between, self.first, self.second);
        let words = &self.chars[between.clone()];
        let at =
            |end: usize, behind: usize| Border::At(between.start + end, between.start + behind);
        let space = words.iter().take_while(|c| **c == ' ').count();
        if let Some(length) = any_at(words, space, CONJUNCTIONS) {
            return at(0, space + length);
        }
        // `1.2万户4.3万人`, `20条90公里`
        let sized = second.class == Class::Size && first.class == Class::Count;
        let beside =
            first.end == second.start && is_counted(first) && (is_counted(second) || sized);
        // `44个|涉及投资3亿元的|项目`
        if is_counted(first) && has(words, 0, "涉及") {
            return Border::Within;
        }
        let total = !words.is_empty() && any_at(words, 0, TOTALS) == Some(words.len());
        if beside || total {
            return Border::Joined;
        }
        let listed = last_mark(words, '、');
        // `)、某某生产线(总投资`: the bracket is the next one's own.
        let bracket = opening_bracket(words).filter(|&open| listed.is_none_or(|mark| mark > open));
        // A comma that stands here is within brackets: `(总投资3亿元,年产2万台)`.
        let mark = bracket.or(listed).or_else(|| last_mark(words, ','));
        let things = is_counted(first) || first.class == Class::Size;
        // `安排2亿元救助基金|和|3亿元返贫资金`
        let sums = |&and: &usize| {
            let money = [first, second]
                .iter()
                .all(|figure| figure.class == Class::Money);
            money && and + 1 == words.len()
        };
        let mark = mark.or_else(|| last_and(words).filter(|and| things || sums(and)));
        match mark {
            Some(mark) => {
                // `20条道路|以及|30座桥`, `12项服务|惠及|30万居民`
                let whole = any_at(words, mark.saturating_sub(1), &["以及", "惠及", "涉及"]);
                at(mark - usize::from(whole.is_some()), mark + 1)
            }
            None => self.unmarked(),
        }
    }

    /// How they stand where no mark sets them apart.
    fn unmarked(&self) -> Border {
        let (chars, between, first, second) = (self.chars, &self.between, self.first, self.second);
        let words = &chars[between.clone()];
        // `全县320个村…`
        let opening = &chars[self.clause..first.start];
        let whole = opening.is_empty() || any_end(opening, WHOLE) == Some(opening.len());
        let opens = whole && is_counted(first);
        let counts = second.class == Class::Count && second.shape == Shape::Amount;
        let property = matches!(
            first.class,
            Class::Money | Class::People | Class::Size | Class::Age | Class::Share | Class::None
        );
        let reached = any_end(words, REACHED).map(|length| words.len() - length);
        let shares = second.class == Class::Share && reached.is_some_and(|noun| noun >= 2);
        // `10条产业链营业收入占比超过80%`: how many they are tells which.
        let of_them = second.class == Class::Share && opens;
        // `75家企业|年销售收入18亿元`
        let earn = [
            "年销售收入",
            "销售收入",
            "集体经济收入",
            "累计完成投资",
            "完成投资",
            "实现产值",
            "实现利税",
        ];
        let earned = (2..words.len()).find(|&at| any_at(words, at, &earn).is_some());
        if let Some(at) = earned.filter(|_| opens && second.class == Class::Money) {
            return Border::Both(between.start + at);
        }
        let measures = ["营收", "产值", "营业收入", "增加值", "利润"];
        let measured = || (3..words.len()).any(|at| any_at(words, at, &measures).is_some());
        let peers = self.chars[self.clause..first.start].ends_with(&['在']);
        let counted = first.class == Class::Count && first.shape == Shape::Amount && !peers;
        let ranks = second.shape == Shape::Rank && contains_any(words, &ENTERED);
        let spends = first.class == Class::Money && has(words, 0, "用于");
        if counted && ranks || spends {
            return Border::Within;
        }
        // `由1.3万户4.9万人|减至887户…`
        if reached == Some(0) && is_counted(first) && is_counted(second) {
            return Border::Both(first.after);
        }
        if opens && measured() {
            return Border::Qualifies;
        }
        // `90个断面中优良断面达到80个`
        if counts && is_counted(first) && find(words, "中").is_some_and(|at| at > 1) {
            return Border::Qualifies;
        }
        let rate = || any_end(words, &["增长", "下降"]).is_some() && words.len() > 6;
        // `13个断面水质比例为100%`
        let share = || {
            let name = &words[..reached.unwrap_or(words.len())];
            name.len() > 4 && any_end(name, &["率", "比例", "比重", "占比"]).is_some()
        };
        if of_them && (rate() || share() || find(words, "占").is_some_and(|at| at > 3)) {
            return Border::Qualifies;
        }
        if counts && self.spends() {
            return Border::Both(first.after);
        }
        if (counts || shares) && property && first.class != second.class {
            return Border::Qualifies;
        }
        let before = &chars[first.start.saturating_sub(8)..first.start];
        let from = before.iter().any(|c| matches!(c, '从' | '由'));
        if from || reached.is_some() || second.shape != Shape::Amount {
            return Border::Both(first.after);
        }
        let verbs = ["实现", "达到", "完成", "超过", "突破"];
        let verb = (0..words.len()).find(|&at| any_at(words, at, &verbs).is_some());
        match verb {
            Some(at) => Border::Both(between.start + at),
            None if counts => Border::Qualifies,
            None => Border::Both(first.after),
        }
    }

    /// `投资2亿元|建设水库3座`, but not `投资2亿元以上建设项目3个`.
    fn spends(&self) -> bool {
        let words = &self.chars[self.between.clone()];
        let verb = any_at(words, 0, SPENT_TO).filter(|&length| !has(words, length, "项目"));
        self.first.class == Class::Money
            && self.first.bound_after.is_none()
            && any_end(&self.chars[self.clause..self.first.start], SPENT).is_some()
            && verb.is_some()
    }
}

/// Words before what is spent, and the verbs behind it.
pub(super) const SPENT: &[&str] = &["投资", "投入", "资金", "筹资", "投资近", "投资约", "投入近"];
#[rustfmt::skip] // a word list reads as a paragraph
pub(super) const SPENT_TO: &[&str] = &["建设", "建成", "实施", "新建", "修建", "改造", "改建", "购置", "支持", "扶持", "完成", "新修", "兴建", "维修"];

fn is_counted(figure: &Figure) -> bool {
    matches!(figure.class, Class::Count | Class::People)
}

/// The last 和 or 及 that may join two counted things.
fn last_and(words: &[char]) -> Option<usize> {
    const FARTHEST: usize = 14;
    let near = words.len().saturating_sub(FARTHEST).max(1)..words.len();
    let joins = |&at: &usize| {
        let word = any_at(words, at - 1, &["普及", "波及"]);
        let word = word.or_else(|| any_at(words, at, &["及以", "及其", "及时"]));
        matches!(words[at], '和' | '及') && word.is_none()
    };
    near.rev().find(joins)
}

/// `18家(其中4A级6家`: where a bracket opens and is still open.
fn opening_bracket(words: &[char]) -> Option<usize> {
    let open = words.iter().rposition(|&c| c == '(')?;
    (!words[open..].contains(&')')).then_some(open)
}

/// Whether the 、 at `at` joins levels that one noun is of: `20个|省、市|重点项目`.
fn joins_levels(words: &[char], at: usize) -> bool {
    let level = |at: usize| {
        words
            .get(at)
            .is_some_and(|&c| among(c, "国省市州县区乡镇村部"))
    };
    at == 1 && level(0) && level(2)
}

/// The last `mark` outside brackets and quotes.
fn last_mark(words: &[char], mark: char) -> Option<usize> {
    let mut depth = 0usize;
    let mut last = None;
    for (at, &c) in words.iter().enumerate() {
        match c {
            '(' | '“' | '《' => depth += 1,
            ')' | '”' | '》' => depth = depth.saturating_sub(1),
            _ if c == mark && depth == 0 && !joins_levels(words, at) => last = Some(at),
            _ => {}
        }
    }
    last
}
