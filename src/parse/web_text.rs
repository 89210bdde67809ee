//! Finds the text of the web page that a plan was copied from, before and after the plan itself.

use std::ops::Range;
use std::sync::LazyLock;

use super::lexicon::{self, Lexicon};
use super::prose::{Prose, any_at, contains_any, ends, find, has, is_han, trim};

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

/// Spans of web text in document order, and the range that is left to the plan.
pub(super) fn read(chars: &Prose) -> (Vec<Range<usize>>, Range<usize>) {
    let lines = lines(chars);
    let front = front(chars, &lines);
    let back = back(chars, &lines, front);
    let mut web = Vec::new();
    let mut start = 0;
    if front > 0 {
        web.push(trim(chars, 0..lines[front - 1].end));
        start = lines[front - 1].end;
    }
    if let Some(line) = lines.get(front) {
        let dateline = dateline(chars, line);
        if dateline > 0 {
            web.push(line.start..line.start + dateline);
            start = line.start + dateline;
        }
    }
    let mut end = lines.get(back).map_or(chars.len(), |line| line.start);
    let tail = end;
    end = without_debris(chars, start, end);
    let debris = trim(chars, end..chars.len());
    if !debris.is_empty() && (back < lines.len() || end < tail) {
        web.push(debris);
    }
    (web, start..end.max(start))
}

/// The non-blank lines, without surrounding space.
fn lines(chars: &Prose) -> Vec<Range<usize>> {
    let lines = chars.signs().lines(0..chars.len());
    lines
        .map(|line| trim(chars, line))
        .filter(|line| !line.is_empty())
        .collect()
}

fn is_chrome(chars: &[char], line: &Range<usize>) -> bool {
    let words = &chars[line.clone()];
    if words.len() > LONGEST_CHROME {
        return false;
    }
    let latin_only = !words.iter().any(|&c| is_han(c)) && !words.iter().any(char::is_ascii_digit);
    latin_only || (!ends(words, "。") && CHROME.within(words))
}

/// How many lines at the top are the page's: all down to its last chrome line.
fn front(chars: &[char], lines: &[Range<usize>]) -> usize {
    let mut front = 0;
    for (index, line) in lines.iter().take(FRONT_LINES).enumerate() {
        if line.len() > LONGEST_CHROME || chars[line.end - 1] == '。' {
            break;
        }
        if is_chrome(chars, line) {
            front = index + 1;
        }
    }
    if front == lines.len() { 0 } else { front }
}

/// `某某网讯:` before the first sentence: the page speaking, not the plan.
fn dateline(chars: &[char], line: &Range<usize>) -> usize {
    let words = &chars[line.start..line.end.min(line.start + 16)];
    match find(words, "讯:") {
        Some(at) if words[..at].iter().all(|&c| is_han(c)) => at + 2,
        _ => 0,
    }
}

/// The first line of the page's text at the bottom; the number of lines where there is none.
fn back(chars: &[char], lines: &[Range<usize>], front: usize) -> usize {
    let mut first = lines.len();
    let mut at = lines.len();
    while at > front + 1 {
        let line = &lines[at - 1];
        if is_chrome(chars, line) {
            first = at - 1;
        } else if !is_loose(chars, line) {
            break;
        }
        at -= 1;
    }
    while first > front + 1 && first < lines.len() && chars[lines[first - 1].start] == '【' {
        first -= 1;
    }
    first
}

/// A short line that ends without a stop may be the page's; a signature, a date or an annex is not.
fn is_loose(chars: &[char], line: &Range<usize>) -> bool {
    let words = &chars[line.clone()];
    let numbered =
        words[0].is_ascii_digit() || any_at(words, 0, &["附件", "附表", "附:"]).is_some();
    let signed = contains_any(
        words,
        &["人民政府", "委员会", "办公室", "年", ".doc", ".pdf", ".xls"],
    );
    words.len() <= 30 && !words.iter().any(|c| "。!?;".contains(*c)) && !numbered && !signed
}

/// A lone `|` and the like behind the last sentence.
fn without_debris(chars: &[char], start: usize, end: usize) -> usize {
    let mut rest = end;
    while rest > start && !is_han(chars[rest - 1]) && !"。!?》”)…;:".contains(chars[rest - 1])
    {
        if chars[rest - 1].is_ascii_alphanumeric() && !has(chars, rest.saturating_sub(2), " ") {
            return end;
        }
        rest -= 1;
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Text;

    fn check(text: &str, plan: &str) {
        let chars = Prose::new(&Text::new(text.to_owned()));
        let (_, range) = read(&chars);
        let found: String = chars[range].iter().collect();
        assert_eq!(found.trim(), plan, "{text}");
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
