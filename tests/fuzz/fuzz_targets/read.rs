//! Reads any text as a plan of any years, issued in any, and checks what every reading owes.

#![no_main]

use std::sync::LazyLock;

use lantu::parse::Vocabulary;
use libfuzzer_sys::fuzz_target;

#[path = "../../reading/mod.rs"]
mod reading;

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(lantu::vocabulary);

type Document<'a> = (Option<u16>, Option<(u16, u16)>, &'a str);

fuzz_target!(|document: Document| {
    let (issued, years, source) = document;
    reading::check(source, &reading::context(issued, years), &VOCABULARY);
});
