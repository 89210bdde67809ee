//! How the explorer reads, what it cannot know, where its words come from.

use maud::{Markup, html};

use super::{Explorer, city_name, heads, issued_text, plan_name};
use crate::address::Page;
use crate::insight::counts;
use crate::plan::Plan;
use crate::words::Language;

/// The page below its heading.
pub fn about(explorer: Explorer) -> Markup {
    let text = explorer.text();
    let sections = match explorer.language() {
        Language::Chinese => CHINESE,
        Language::English => ENGLISH,
    };
    let [statements, gaps] = counted(explorer);
    html! {
            @for (index, (title, paragraphs)) in sections.iter().enumerate() {
                @if index == METHOD { (score(explorer)) }
                section {
                    h2 { (title) }
                    @for words in *paragraphs { p { (words) } }
                }
            }
            section aria-labelledby="sources" {
                h2 id="sources" { (text.five_plans) }
                table."table table--stack" {
                    (heads(&[text.plan, text.issued, statements, gaps]))
                    tbody { @for plan in &explorer.bundle.plans { (plan_row(explorer, plan)) } }
                }
            }
    }
}

/// How well the annotated half is read, as a test computed it.
fn score(explorer: Explorer) -> Markup {
    let language = explorer.language();
    let text = explorer.text();
    let (title, paragraphs) = language.pick(SCORE_CHINESE, SCORE_ENGLISH);
    let unit = language.pick("单位", "Unit");
    let bound = language.pick("至少至多", "Bound");
    html! {
        section {
            h2 { (title) }
            @for words in paragraphs { p { (words) } }
            table."table table--stack" {
                (heads(&[text.indicator, unit, text.year, text.role, text.kind, bound, text.area]))
                tbody {
                    tr {
                        td data-label=(text.indicator) { (env!("SCORE_NAME")) }
                        td data-label=(unit) { (env!("SCORE_UNIT")) }
                        td data-label=(text.year) { (env!("SCORE_YEAR")) }
                        td data-label=(text.role) { (env!("SCORE_ROLE")) }
                        td data-label=(text.kind) { (env!("SCORE_KIND")) }
                        td data-label=(bound) { (env!("SCORE_BOUND")) }
                        td data-label=(text.area) { (env!("SCORE_AREA")) }
                    }
                }
            }
        }
    }
}

/// The heads of the two columns that count.
fn counted(explorer: Explorer) -> [&'static str; 2] {
    explorer
        .language()
        .pick(["陈述", "缺失"], ["Statements", "Gaps"])
}

fn plan_row(explorer: Explorer, plan: &Plan) -> Markup {
    let [statements, gaps] = counted(explorer);
    let text = explorer.text();
    let found = counts([plan]);
    let page = Page::Plan {
        id: plan.entry.id.clone(),
        at: None,
    };
    html! {
        tr {
            th scope="row" {
                a href=(explorer.href(page)) {
                    (city_name(explorer, explorer.bundle.city_of_plan(plan))) " " (plan_name(plan, explorer.language()))
                }
                span.unit lang="zh-CN" { (plan.entry.title) }
            }
            td.date data-label=(text.issued) { (issued_text(explorer, plan.entry.issued)) }
            td data-label=(statements) { (found.statements) }
            td data-label=(gaps) { (found.gaps) }
        }
    }
}

const SCORE_CHINESE: (&str, [&str; 3]) = (
    "读得准不准",
    [
        concat!(
            "这五份规划里约一半的陈述，按行随机抽取，由人工逐条标注：数值、单位、指标、年份、性质、类型、至少至多、范围。计分的有",
            env!("SCORE_ANNOTATED"),
            "条，程序找到其中",
            env!("SCORE_FOUND"),
            "条：召回率",
            env!("SCORE_RECALL"),
            "。在标注过的数字上程序共读出",
            env!("SCORE_READ"),
            "条，其中",
            env!("SCORE_RIGHT"),
            "条数值与标注相同：准确率",
            env!("SCORE_PRECISION"),
            "。"
        ),
        "准确率只就标注过的数字而言：未标注的另一半里多读了什么，这里量不出来。规则是对照着这一半写成的，所以这些数字比程序初读一份新规划时要好看。它们由测试算出，不是填上去的。",
        "找到的陈述里，各项读对的比例：",
    ],
);

const SCORE_ENGLISH: (&str, [&str; 3]) = (
    "How well it reads",
    [
        concat!(
            "About half of the statements of these five plans, lines drawn at random, were annotated by hand: value, unit, indicator, year, role, kind, bound and area. ",
            env!("SCORE_ANNOTATED"),
            " of them count, and the parser finds ",
            env!("SCORE_FOUND"),
            ": a recall of ",
            env!("SCORE_RECALL"),
            ". At the annotated numbers it reads ",
            env!("SCORE_READ"),
            " statements, ",
            env!("SCORE_RIGHT"),
            " of them with the annotated value: a precision of ",
            env!("SCORE_PRECISION"),
            "."
        ),
        "That precision speaks of annotated numbers only: what is read too much in the other half cannot be measured here. The rules were written with this half at hand, so the figures flatter: expect less on a plan read for the first time. A test computes them; nobody types them in.",
        "Of the statements found, the share with each of these right:",
    ],
);

/// The sections on the method, before the figures on how well it works.
const METHOD: usize = 2;

type Section = (&'static str, &'static [&'static str]);

const CHINESE: &[Section] = &[
    (
        "这是什么",
        &[
            "中国的城市规划里写着许多有数字的承诺。它们埋在长文里，散在互相修订的几份文件中。蓝图把每一个数字找出来，连同它的指标、年份、范围与原话，让任何人都能看、能比、能核对。",
            "它只是一组静态文件：没有服务器，不收集任何信息。您的筛选与选择都写在网址里，可以直接分享。",
        ],
    ),
    (
        "怎样读",
        &[
            "程序按语言规则逐句读规划全文，不用统计模型，也没有为某份文件单独写规则。每条陈述都记下原文位置；点任何数字，就回到它所在的句子。",
            "突破、超过、以上、不低于记为“至少”（≥）；以内、以下、控制在记为“至多”（≤）；左右、约记为“大约”（≈）。规划写明的过去或现状画实心点，目标画空心圈。",
            "增速、累计、变化量、倍数与水平是不同的东西，不画在一条线上；市区、都市区与全市也不画成一条线。",
        ],
    ),
    (
        "不知道的",
        &[
            "有的文本在流传中丢了数字，例如“到年”“达到万人”。这些地方如实标出，计数，不补不猜。",
            "程序会读错。发现读错，请以原文为准。没有数字的承诺，它不读。",
            "“翻一番”“比2020年增加1.5万元”只有在同一城市的规划写明基数时才换算成数值，标为“推算”并列出算式；规划没说是否扣除物价，推算也就没有扣除。基数没有写明的，仍是相对值。",
            "兑现与否只拿同一城市、同一范围、同一单位、同一年份的统计结果来判断；写“左右”的目标差在2%以内算达成，约数或下限的结果不判定相近的情形。大多数承诺找不到这样的结果，就写尚难判断，并写明缺什么。",
        ],
    ),
    (
        "来源与许可",
        &[
            "规划文本是公开的政府文件，原样保留。程序以 MIT 许可发布。引用时请写明规划名称、段落与访问日期。",
        ],
    ),
];

const ENGLISH: &[Section] = &[
    (
        "What this is",
        &[
            "Chinese city plans are full of promises with numbers, buried in long prose and spread over documents that revise each other. Lantu (蓝图, blueprint) finds each number with its indicator, year, area and exact words, for anyone to see, compare and check.",
            "It is a set of static files: there is no server and nothing is collected. Every choice you make is in the address, ready to share.",
        ],
    ),
    (
        "How it reads",
        &[
            "Rules of the language read each sentence of a plan; there is no statistical model, and no rule for one document alone. Every statement keeps its place in the text: open any number and you are in its sentence.",
            "Words such as 突破, 超过, 以上 and 不低于 read as at least (≥); 以内, 以下 and 控制在 as at most (≤); 左右 and 约 as about (≈). What a plan reports is a filled mark, what it promises a ring.",
            "Growth rates, sums, changes and multiples are not levels and never share a line with them; nor do the city proper, the metropolitan area and the whole city.",
        ],
    ),
    (
        "What it cannot know",
        &[
            "Some copies lost digits on their way, as in 到年 (by the year …) or 达到万人 (reach … 0,000 people). These places are marked and counted, never filled in.",
            "The reading can be wrong. Where it is, the plan's words hold. A promise without a number is not read.",
            "Doubling (翻一番) or CN¥15,000 more than in 2020 becomes a value only where the same city's plans state the base; it is marked as derived, with its arithmetic. Plans do not say whether prices are taken out, so neither does the arithmetic. Where the base is not stated, the statement stays relative.",
            "Whether a promise was kept is judged only by a published figure of the same city, area, unit and year; about is met within 2%, and rounded figures never decide a close call. Most promises have no such figure: they count as not known, and the page says what is missing.",
        ],
    ),
    (
        "Sources and licence",
        &[
            "The plans are public government documents, kept unchanged. The program is under the MIT licence. When citing, name the plan, the paragraph and the date of access.",
        ],
    ),
];
