//! What an address that leads nowhere shows.

use maud::{Markup, html};

use crate::app::address::{Filter, Page};
use crate::page::Explorer;

/// Longest part of a wrong address that is shown, in characters.
const SHOWN: usize = 80;

/// `asked` is what the address asked for.
pub fn not_found(explorer: Explorer, asked: &str) -> Markup {
    let text = explorer.text();
    html! {
        div."page page--narrow" {
            h1 { (text.not_found) }
            p.lede { (text.not_found_hint) }
            p { code.asked { (asked.chars().take(SHOWN).collect::<String>()) } }
            p.more {
                a href=(explorer.href(Page::Overview)) { (text.go_home) }
                a href=(explorer.href(Page::Indicators(Filter::default()))) { (text.all_indicators) }
            }
        }
    }
}
