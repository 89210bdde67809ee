//! How the explorer reads, what it cannot know, where its words come from.

use maud::{Markup, html};

use super::overview::issued_text;
use crate::app::address::Page;
use crate::app::components::{city_name, heads, plan_name, take_all};
use crate::app::shell::Explorer;
use crate::insight::counts;
use crate::plan::Plan;
use crate::words::Language;

pub fn about(explorer: Explorer) -> Markup {
    let text = explorer.text();
    let sections = match explorer.language() {
        Language::Chinese => CHINESE,
        Language::English => ENGLISH,
    };
    html! {
        div."page page--narrow" {
            h1 { (text.about) " " (text.name) }
            @for (title, paragraphs) in sections {
                section {
                    h2 { (title) }
                    @for words in *paragraphs { p { (words) } }
                }
            }
            section aria-labelledby="sources" {
                h2 id="sources" { (text.five_plans) }
                table."table table--stack" {
                    (heads(&[text.plan, text.issued, text.statements, text.gaps]))
                    tbody { @for plan in &explorer.bundle.plans { (plan_row(explorer, plan)) } }
                }
                (take_all(explorer))
            }
        }
    }
}

fn plan_row(explorer: Explorer, plan: &Plan) -> Markup {
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
            td data-label=(text.issued) { (issued_text(explorer, plan.entry.issued)) }
            td data-label=(text.statements) { (found.statements) }
            td data-label=(text.gaps) { (found.gaps) }
        }
    }
}

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
            "程序会读错。发现读错，请以原文为准。",
            "这里写的是规划的承诺，不是结果；是否兑现要看统计数据。",
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
            "The reading can be wrong. Where it is, the plan's words hold.",
            "These are promises, not outcomes: whether they were kept is for statistics to say.",
        ],
    ),
    (
        "Sources and licence",
        &[
            "The plans are public government documents, kept unchanged. The program is under the MIT licence. When citing, name the plan, the paragraph and the date of access.",
        ],
    ),
];
