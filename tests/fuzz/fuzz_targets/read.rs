//! Reads any text as a plan, and checks what every reading owes.

#![no_main]

use std::sync::LazyLock;

use lantu::parse::Vocabulary;
use libfuzzer_sys::fuzz_target;

#[path = "../../reading/mod.rs"]
mod reading;

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(lantu::vocabulary);

fuzz_target!(|source: &str| reading::check(source, &VOCABULARY));
