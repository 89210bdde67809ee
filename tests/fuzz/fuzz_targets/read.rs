//! Reads any text as a plan, and checks what every reading owes.

#![no_main]

use std::sync::LazyLock;

use lantu::parse::{self, Context, Vocabulary};
use lantu::plan::{DateBasis, Issued, Span, Text};
use libfuzzer_sys::fuzz_target;

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(lantu::vocabulary);

fuzz_target!(|source: &str| {
    let text = Text::new(source.to_owned());
    let context = Context {
        issued: Some(Issued {
            year: Some(2026),
            month: None,
            day: None,
            basis: DateBasis::Signed,
        }),
        years: None,
    };
    let read = parse::read(&text, &context, &VOCABULARY);
    let length = text.len() as u32;
    let within = |span: Span| assert!(span.start <= span.end && span.end <= length, "{span:?}");
    for statement in &read.statements {
        within(statement.clause);
        within(statement.evidence);
        assert!(statement.clause.contains(statement.evidence));
        assert!(!text.slice(statement.evidence).is_empty());
        if let Some(quantity) = statement.reading.quantity() {
            assert!(quantity.value.is_finite() || source.len() > 300);
        }
    }
    read.gaps.iter().for_each(|gap| within(gap.span));
    parse::explain(&text, &context, &VOCABULARY, Span::new(0, text.len()));
});
