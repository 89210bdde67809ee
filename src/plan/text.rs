//! The words of a document, addressed in Unicode scalar values.

use serde::{Deserialize, Serialize};

/// Unicode scalar values `start..end` of one document's original text. 8 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    pub start: u32,
    pub end: u32,
}

impl Span {
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end);
        Self {
            start: start as u32,
            end: end as u32,
        }
    }

    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// A document's text as given, with an index that turns scalar offsets into bytes.
#[derive(Clone, Debug, Default)]
pub struct Text {
    source: String,
    /// Byte offset of every `STRIDE`-th scalar value.
    marks: Vec<u32>,
    scalars: usize,
}

/// Scalars between two marks: a lookup walks at most this many.
const STRIDE: usize = 64;

impl Text {
    pub fn new(source: String) -> Self {
        let mut marks = Vec::with_capacity(source.len() / STRIDE + 1);
        let mut scalars = 0;
        for (byte, _) in source.char_indices() {
            if scalars % STRIDE == 0 {
                marks.push(byte as u32);
            }
            scalars += 1;
        }
        Self {
            source,
            marks,
            scalars,
        }
    }

    pub fn as_str(&self) -> &str {
        &self.source
    }

    /// Length in Unicode scalar values.
    pub fn len(&self) -> usize {
        self.scalars
    }

    pub fn is_empty(&self) -> bool {
        self.scalars == 0
    }

    /// The words of `span`; a span past the end is cut to the text.
    pub fn slice(&self, span: Span) -> &str {
        let start = self.byte_at(span.start as usize);
        let end = self.byte_at(span.end as usize);
        &self.source[start..end.max(start)]
    }

    fn byte_at(&self, scalar: usize) -> usize {
        let Some(&mark) = self.marks.get(scalar / STRIDE) else {
            return self.source.len();
        };
        let rest = &self.source[mark as usize..];
        let ahead = rest
            .char_indices()
            .nth(scalar % STRIDE)
            .map_or(rest.len(), |(byte, _)| byte);
        mark as usize + ahead
    }
}

impl Serialize for Text {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.source.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_counts_scalars_not_bytes() {
        let text = Text::new("到2025年,常住人口1000万人。".repeat(20));
        assert_eq!(text.slice(Span::new(1, 6)), "2025年");
        let once = text.len() / 20;
        assert_eq!(
            text.slice(Span::new(once * 19 + 7, once * 19 + 11)),
            "常住人口"
        );
    }

    #[test]
    fn a_span_past_the_end_is_cut() {
        let text = Text::new("温州".into());
        assert_eq!(text.slice(Span::new(1, 9)), "州");
        assert_eq!(text.slice(Span::new(7, 9)), "");
    }
}
