//! What a relative statement comes to, with the arithmetic and the words it counts from.

use maud::{Markup, html};

use super::evidence::section_path;
use super::{Explorer, plan_name};
use crate::address::Page;
use crate::insight::Derived;
use crate::plan::{Reading, StatementId};
use crate::words::{arithmetic, quantity_text};

/// `推算 ≥13742亿元 = 6871亿元 × 2，十四五规划 第一章`, with a link to the words of the base.
pub fn derivation(explorer: Explorer, id: StatementId, derived: Derived) -> Markup {
    let language = explorer.language();
    let bundle = explorer.bundle;
    let base = bundle.statement(derived.base);
    let plan = bundle.plan_of(derived.base);
    let page = Page::Plan {
        id: plan.entry.id.clone(),
        at: Some(base.evidence.start),
    };
    let chapter = section_path(plan, base.evidence.start);
    // `第一章` of `第一章 开启现代化建设新征程 › 第一节 发展回顾`.
    let chapter = chapter.split(' ').next().unwrap_or_default();
    let stated = &bundle.statement(id).reading;
    html! {
        span.derived {
            span.tag { (explorer.text().derived) } " "
            b { (quantity_text(&Reading::Stated(derived.quantity), language)) } " = "
            (arithmetic(derived.operation, &base.reading, stated, language))
            (language.pick("，", ", "))
            a href=(explorer.href(page)) title=(bundle.quote(derived.base)) {
                (plan_name(plan, language)) " " span lang="zh-CN" { (chapter) }
            }
        }
    }
}
