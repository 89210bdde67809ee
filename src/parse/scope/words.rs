//! What a paragraph's own words say of it: that it looks back, leads into goals, begins a point.

use std::sync::LazyLock;

use super::super::lexicon::{self, Lexicon};
use super::super::outline;
use super::super::prose::{self, any_at, any_end, contains_any, find, has, is_han};
use super::super::time;

/// Words of what has been, in a text that is no plan of some years.
#[rustfmt::skip] // a word list reads as a paragraph
pub(super) static TOLD: LazyLock<Lexicon<()>> = LazyLock::new(|| lexicon::by_first(lexicon::plain(&[
    "同比", "比上年", "较上年", "比去年", "较去年", "初步核算", "初步统计", "经核算", "居全国第", "列全国第", "首次突破", "首次超",
    "历史新高", "连丰", "被命名为", "被评为", "提前完成", "超额完成", "历史性突破", "扎实推进。", "全面推进。", "稳步推进。", "有序推进。",
    "加快推进。", "深入推进。", "率先启动。", "进展顺利。", "顺利通过", "通过国家验收",
])));

/// `2022年上半年,…同比增长3%`, in that year.
pub(super) fn reports_part(words: &[char]) -> bool {
    const PARTS: &[&str] = &["上半年", "前三季度", "一季度", "1—6月", "1-6月"];
    let year = words.iter().take(5).position(|&c| c == '年');
    let part = year.map_or(0, |at| at + 1);
    any_at(words, part, PARTS).is_some() && contains_any(words, &["同比"])
}

/// `——产业升级:…`, `--…`, `产业优势更加突出:…`; but not `主要预期目标是:…`
pub(super) fn begins_a_point(words: &[char]) -> bool {
    const LONGEST: usize = 14;
    let head = || {
        words
            .iter()
            .take(LONGEST)
            .take_while(|&&c| is_han(c))
            .count()
    };
    any_at(words, 0, &["——", "--"]).is_some() || {
        let head = head();
        let named = any_end(
            &words[..head],
            &[
                "单位", "部门", "时限", "时间", "日期", "来源", "电话", "是", "为", "目标",
            ],
        )
        .is_some();
        head >= 4 && !named && words.get(head) == Some(&':') && words.len() > head + 1
    }
}

/// `…增长6.7%,…增长9.4%`: nobody plans so exactly.
pub(super) fn is_measured(words: &[char]) -> bool {
    const TWICE: usize = 2;
    let exact = |at: &usize| {
        let rate = &words[*at..];
        let point = rate.iter().take_while(|c| c.is_ascii_digit()).count();
        let tenth = rate
            .get(point + 1)
            .is_some_and(|c| matches!(c, '1'..='4' | '6'..='9'));
        point > 0 && has(rate, point, ".") && tenth && has(rate, point + 2, "%")
    };
    let grows = (2..words.len()).filter(|&at| words[at - 2] == '增' && words[at - 1] == '长');
    grows.filter(exact).take(TWICE).count() == TWICE
}

/// Whether a heading whose title begins at `title` is numbered `一、`.
pub(super) fn is_first(words: &[char], title: usize) -> bool {
    has(words, title, "一、") || title > 1 && has(words, title - 2, "一、")
}

/// Where `words` speak of goals.
pub(super) fn goals_in(words: &[char]) -> impl DoubleEndedIterator<Item = usize> {
    prose::places(words, 0..words.len(), "目标")
}

/// `…具体目标是:`, `…努力实现以下主要目标。`
pub(super) fn leads_in(words: &[char]) -> bool {
    let tail = &words[words.len().saturating_sub(30)..];
    let Some(at) = goals_in(tail).next_back() else {
        return false;
    };
    let rest = &tail[at + 2..];
    rest.is_empty()
        || any_end(rest, &["项指标。", "项具体指标。", "项主要指标。"]).is_some()
        || rest[0] == '。' && rest.len() == 1
        || rest.len() <= 6 && rest.last() == Some(&':')
}

/// `- 第三章 主要目标`: a line of a table of contents, which opens nothing.
pub(super) fn lists_a_heading(words: &[char]) -> bool {
    const LONGEST: usize = 60;
    let Some(('-' | '·' | '•' | '*', rest)) = words.split_first() else {
        return false;
    };
    let blanks = rest.iter().take_while(|&&c| c == ' ').count();
    words.len() <= LONGEST && !words.contains(&'。') && outline::is_marked(&rest[blanks..])
}

/// `今年…主要预期目标是:…`: no review goes on behind it, whatever heading it has.
pub(in crate::parse) fn sets_goals(words: &[char]) -> bool {
    let head = &words[..words.len().min(60)];
    // `(预期目标为8.5%)` stands beside what was reached.
    let beside = |at: usize| {
        let mark = head[..at].iter().rfind(|&&c| !is_han(c));
        mark == Some(&'(')
    };
    // `划定发展预期目标,地区生产总值增长3%`
    let sets = |at: usize| match head.get(at + 2) {
        Some('是' | '为' | ':') => true,
        Some(',') => contains_any(
            &head[at.saturating_sub(10)..at],
            &["划定", "提出", "确定", "明确", "设定"],
        ),
        _ => false,
    };
    goals_in(head).any(|at| sets(at) && !beside(at))
}

/// `做好今年工作,要抓好以下任务。`: the paragraphs behind it say how.
pub(super) fn sets_tasks(words: &[char]) -> bool {
    let tail = &words[words.len().saturating_sub(16)..];
    if !tail.contains(&'下') {
        return false;
    }
    let listed = find(tail, "以下").or_else(|| find(tail, "下列"));
    listed.is_some_and(|at| contains_any(&tail[at..], &["工作", "任务", "方面", "事"]))
        && contains_any(words, &["今年"])
}

/// `《2019年为民办实事工作计划》`: the year in the title of a plan that the words quote.
pub(super) fn titled_year(words: &[char]) -> Option<u16> {
    const PLANS: &[&str] = &["计划》", "方案》", "要点》", "实事》", "安排》"];
    let open = words.iter().position(|&c| c == '《')?;
    let close = words[open..].iter().position(|&c| c == '》')?;
    let planned = any_end(&words[..=open + close], PLANS).is_some();
    let (year, end) = time::year_digits(words, open + 1)?;
    (planned && has(words, end, "年")).then_some(year)
}

/// `五年来,…`, `(一)这一年,…`: a review that no heading announces.
pub(super) fn looks_back(words: &[char]) -> bool {
    #[rustfmt::skip] // a word list reads as a paragraph
    static PAST: LazyLock<Lexicon<()>> = LazyLock::new(|| lexicon::by_first(lexicon::plain(&[
        "过去一年", "过去的一年", "一年来", "这一年", "过去五年", "过去的五年", "五年来", "这五年", "刚刚过去的", "过去5年", "过去的5年", "5年来", "这5年", "四年来", "4年来", "三年来", "3年来", "两年来", "过去四年", "过去的四年", "过去三年", "过去的三年",
    ])));
    let point = usize::from(has(words, 0, "(") && has(words, 2, ")")) * 3;
    // `“十二五”期间,…取得了显著成绩。`
    let period = any_at(words, 0, &["“十", "“九五", "“八五", "十"]).is_some();
    let told = period && contains_any(&words[..words.len().min(12)], &["期间", "时期", "以来"]);
    const DONE: &[&str] = &[
        "全面完成",
        "圆满完成",
        "较好完成",
        "顺利完成",
        "如期完成",
        "胜利完成",
    ];
    let achieved = || {
        contains_any(words, DONE)
            || find(words, "取得了")
                .is_some_and(|at| contains_any(&words[at..], &["成绩", "成效", "成就", "进展"]))
    };
    // `这一年,我们要重点做好…`
    const NEAR: usize = 60;
    let near = &words[..words.len().min(NEAR)];
    let wills = || contains_any(near, &["我们要", "我们将", "将是", "要重点"]);
    let looks = PAST.at(words, point).is_some() || told && achieved();
    looks && !wills() || opens_review(words)
}

/// `2007年工作回顾过去的一年,…`: a heading that a copy has put before its first sentence.
fn opens_review(words: &[char]) -> bool {
    const LONGEST: usize = 36;
    let head = &words[..words.len().min(LONGEST)];
    let mark = head
        .iter()
        .position(|&c| matches!(c, ',' | '。' | ';' | ':'));
    let head = &head[..mark.unwrap_or(head.len())];
    let last = head.iter().rposition(|&c| matches!(c, '顾' | '结'));
    // Not `在回顾工作的基础上`.
    let begins = |at: usize| {
        head.get(at + 1)
            .is_some_and(|c| "过一五2这刚即本自全 ".contains(*c))
    };
    last.is_some_and(|at| {
        at > 2 && begins(at) && any_end(&head[..=at], &["回顾", "工作总结"]).is_some()
    })
}
