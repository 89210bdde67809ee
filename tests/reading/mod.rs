//! What every reading owes, whatever the text: the property tests and the fuzz target check it.

use lantu::parse::{self, Context, Vocabulary};
use lantu::plan::{DateBasis, Issued, Reading, Span, Text};

/// A document issued in `year` that plans for `years`.
pub fn context(year: Option<u16>, years: Option<(u16, u16)>) -> Context {
    Context {
        issued: year.map(|year| Issued {
            year: Some(year),
            month: None,
            day: None,
            basis: DateBasis::Signed,
        }),
        years,
    }
}

/// Panics where a reading breaks its word: every span quotes the text, in order, every number is one,
/// and the reading can be explained.
pub fn check(source: &str, context: &Context, vocabulary: &Vocabulary) {
    let text = Text::new(source.to_owned());
    let chars: Vec<char> = source.chars().collect();
    let read = parse::read(&text, context, vocabulary);
    let quote = |span: Span| {
        let (start, end) = (span.start as usize, span.end as usize);
        assert!(start < end && end <= chars.len(), "{span:?} of {source:?}");
        let words: String = chars[start..end].iter().collect();
        assert_eq!(text.slice(span), words);
    };
    for statement in &read.statements {
        quote(statement.evidence);
        quote(statement.clause);
        assert!(statement.clause.contains(statement.evidence), "{source:?}");
        assert!(!statement.name.is_empty(), "{source:?}");
        match &statement.reading {
            Reading::Stated(quantity) => {
                assert!(quantity.value.is_finite(), "{source:?}");
                assert!(quantity.high.is_none_or(|high| high > quantity.value));
            }
            Reading::DigitsLost { .. } => {}
        }
    }
    read.gaps.iter().for_each(|gap| quote(gap.span));
    read.outline.web_text.iter().for_each(|&span| quote(span));
    for paragraph in &read.outline.paragraphs {
        quote(paragraph.span);
    }
    let sorted = |spans: Vec<Span>| assert!(spans.is_sorted(), "{source:?}");
    sorted(read.statements.iter().map(|one| one.evidence).collect());
    sorted(read.gaps.iter().map(|one| one.span).collect());
    parse::explain(&text, context, vocabulary, Span::new(0, text.len()));
}
