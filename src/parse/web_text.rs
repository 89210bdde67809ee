//! Finds the text of the web page that a plan was copied from, before and after the plan itself.

use std::ops::Range;
use std::sync::LazyLock;

use super::lexicon::{self, Lexicon};
use super::prose::{any_at, contains_any, find, is_han, plain};

/// Words of web pages around an article; no plan's own line is as short and has one.
#[rustfmt::skip] // a word list reads as a paragraph
static CHROME: LazyLock<Lexicon<()>> = LazyLock::new(|| lexicon::by_first(lexicon::plain(&[
    "浏览量", "浏览次数", "阅读量", "阅读次数", "点击数", "点击量", "访问量", "发布时间",
    "发布日期", "发表时间", "更新时间", "来源:", "信息来源", "稿源", "本文链接", "本文关键词",
    "原文链接", "扫一扫", "扫描二维码", "二维码", "关注我们", "微信公众号", "编辑:", "责任编辑",
    "责编", "编辑/", "排版:", "版式:", "审核:", "校对:", "附全文", "字体:", "字号:", "分享到",
    "打印本页", "关闭窗口", "上一篇", "下一篇", "相关阅读", "相关推荐", "返回顶部", "点击下载",
    "查看更多", "当前位置", "您的位置", "首页>", "首页 >", "ICP备", "网站地图", "版权所有", "会员",
    "免责声明", "索引号", "主题分类", "特色服务推荐",
])));

/// A line longer than this is prose, whatever words it has.
const LONGEST_CHROME: usize = 90;
/// How many lines from the top may belong to the page.
const FRONT_LINES: usize = 12;

/// The web text in document order, and the range that is left to the plan; in bytes of `text`.
pub(super) fn read(text: &str) -> (Vec<Range<usize>>, Range<usize>) {
    let first: Vec<Line> = lines(text).take(FRONT_LINES + 1).collect();
    let front = front(&first);
    let mut web = Vec::new();
    let mut start = 0;
    if front > 0 {
        start = first[front - 1].end();
        web.push(trim(text, 0..start));
    }
    if let Some(line) = first.get(front) {
        let dateline = dateline(line);
        if dateline > 0 {
            web.push(line.start..line.start + dateline);
            start = line.start + dateline;
        }
    }
    let back = first.get(front).and_then(|line| back(text, line.end()));
    let tail = back.unwrap_or(text.len());
    let end = start + without_debris(&text[start.min(tail)..tail]);
    let debris = trim(text, end..text.len());
    if !debris.is_empty() && (back.is_some() || end < tail) {
        web.push(debris);
    }
    (web, start..end.max(start))
}

/// A non-blank line without surrounding space.
struct Line<'a> {
    start: usize,
    words: &'a str,
}

impl Line<'_> {
    fn end(&self) -> usize {
        self.start + self.words.len()
    }

    /// Its characters in plain form; none where the line is too long for any rule here.
    fn plain(&self) -> Vec<char> {
        match self.words.chars().nth(LONGEST_CHROME) {
            Some(_) => Vec::new(),
            None => self.words.chars().map(plain).collect(),
        }
    }

    fn ends_sentence(&self) -> bool {
        self.words.ends_with('。')
    }
}

fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut start = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let range = trim(text, start..start + line.len());
        start += line.len();
        line_of(text, range)
    })
}

/// The non-blank lines from the last on.
fn lines_back(text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let lines = rest?;
        let start = lines.rfind('\n').map_or(0, |at| at + 1);
        rest = (start > 0).then(|| &lines[..start - 1]);
        Some(trim(text, start..lines.len()))
    })
    .filter_map(|range| line_of(text, range))
}

fn line_of(text: &str, range: Range<usize>) -> Option<Line<'_>> {
    (!range.is_empty()).then(|| Line {
        start: range.start,
        words: &text[range],
    })
}

/// `range` without the blanks around its words.
fn trim(text: &str, range: Range<usize>) -> Range<usize> {
    let blank = |c: char| plain(c).is_whitespace();
    let words = text[range.clone()].trim_start_matches(blank);
    let start = range.end - words.len();
    start..start + words.trim_end_matches(blank).len()
}

fn is_chrome(line: &Line, words: &[char]) -> bool {
    if words.is_empty() {
        return false;
    }
    let plain = |c: &char| is_han(*c) || c.is_ascii_digit();
    // A line of marks is what a table is drawn with.
    let latin_only = !words.iter().any(plain) && words.iter().any(char::is_ascii_alphabetic);
    latin_only || (!line.ends_sentence() && CHROME.within(words))
}

/// How many lines at the top are the page's: all down to its last chrome line.
fn front(lines: &[Line]) -> usize {
    let mut front = 0;
    for (index, line) in lines.iter().take(FRONT_LINES).enumerate() {
        let words = line.plain();
        if words.is_empty() || line.ends_sentence() {
            break;
        }
        if is_chrome(line, &words) {
            front = index + 1;
        }
    }
    if front == lines.len() { 0 } else { front }
}

/// `某某网讯:` before the first sentence: the page speaking, not the plan. How many bytes it is.
fn dateline(line: &Line) -> usize {
    const LONGEST: usize = 16;
    let words: Vec<char> = line.words.chars().take(LONGEST).map(plain).collect();
    match find(&words, "讯:") {
        Some(at) if words[..at].iter().all(|&c| is_han(c)) => {
            let begin = line.words.chars().take(at + 2);
            begin.map(char::len_utf8).sum()
        }
        _ => 0,
    }
}

/// Where the page's text begins at the bottom, if any; `front` is behind the plan's first line.
fn back(text: &str, front: usize) -> Option<usize> {
    let mut first = None;
    let plans = |line: &Line| line.start > front;
    for line in lines_back(text).take_while(plans) {
        let words = line.plain();
        if is_chrome(&line, &words) {
            first = Some(line.start);
        } else if !is_loose(&words) {
            break;
        }
    }
    let begun = lines_back(&text[..first?]).take_while(plans);
    let headed = begun.take_while(|line| line.words.starts_with('【'));
    headed.last().map(|line| line.start).or(first)
}

/// A short line that ends without a stop may be the page's; a signature, a date or an annex is not.
fn is_loose(words: &[char]) -> bool {
    let Some(first) = words.first() else {
        return false;
    };
    let numbered = first.is_ascii_digit() || any_at(words, 0, &["附件", "附表", "附:"]).is_some();
    let signed = contains_any(
        words,
        &["人民政府", "委员会", "办公室", "年", ".doc", ".pdf", ".xls"],
    );
    words.len() <= 30 && !words.iter().any(|c| "。!?;".contains(*c)) && !numbered && !signed
}

/// Where the words end before a lone `|` and the like behind the last sentence.
fn without_debris(plan: &str) -> usize {
    let closes = |c: char| is_han(c) || "。!?》”)…;:".contains(c);
    let mut rest = plan;
    while let Some(last) = rest.chars().next_back() {
        let before = &rest[..rest.len() - last.len_utf8()];
        let last = plain(last);
        if closes(last) {
            break;
        }
        let lone = before.chars().next_back().map(plain) == Some(' ');
        if last.is_ascii_alphanumeric() && !lone {
            return plan.len();
        }
        rest = before;
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, plan: &str) {
        let (_, range) = read(text);
        assert_eq!(text[range].trim(), plan, "{text}");
    }

    #[test]
    fn a_page_header_and_footer_are_cut() {
        check(
            "某市规划纲要(附全文)\n发布时间:2021-03-01\n第一章 总则\n全市要发展。\n扫一扫\n最新资讯\nBaidu",
            "第一章 总则\n全市要发展。",
        );
    }

    #[test]
    fn a_dateline_is_the_pages() {
        check("新闻网讯:全市要发展。", "全市要发展。");
    }

    #[test]
    fn debris_behind_the_last_sentence_is_cut() {
        check("全市要发展。\n|", "全市要发展。");
        check("全市要发展。 |", "全市要发展。");
    }

    #[test]
    fn a_signature_is_the_plans() {
        check(
            "全市要发展。\n某市人民政府\n2021年3月1日",
            "全市要发展。\n某市人民政府\n2021年3月1日",
        );
    }
}
