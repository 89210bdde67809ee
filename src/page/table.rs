//! What the tables have in common.

use maud::{Markup, html};

use super::{Explorer, indicator_name};
use crate::address::{ChartView, Page};
use crate::words::unit_name;

/// A head row of plain column names.
pub fn heads(names: &[&str]) -> Markup {
    html! { thead { tr { @for name in names { th scope="col" { (name) } } } } }
}

/// The first cell of an indicator's row: its name as a link, and its unit.
pub fn indicator_head(explorer: Explorer, indicator: usize) -> Markup {
    let language = explorer.language();
    let entry = &explorer.bundle.indicators[indicator];
    let page = Page::Indicator {
        id: entry.id.clone(),
        view: ChartView::default(),
    };
    html! {
        a href=(explorer.href(page)) { (indicator_name(entry, language)) }
        span.unit { (unit_name(&entry.unit, language)) }
    }
}
