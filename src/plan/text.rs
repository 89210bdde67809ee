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
    /// How many scalar values begin before every `STRIDE`-th byte.
    marks: Vec<u32>,
    scalars: usize,
}

/// Bytes between two marks: a lookup walks at most this many.
const STRIDE: usize = 64;

impl Text {
    pub fn new(source: String) -> Self {
        let mut scalars = 0;
        let counted = source.as_bytes().chunks(STRIDE).map(|bytes| {
            let before = scalars;
            scalars += begun(bytes) as usize;
            before as u32
        });
        let marks = counted.collect();
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
        if scalar >= self.scalars {
            return self.source.len();
        }
        let stretch = self.marks.partition_point(|&mark| mark as usize <= scalar) - 1;
        let mut ahead = scalar - self.marks[stretch] as usize;
        let from = stretch * STRIDE;
        let bytes = self.source.as_bytes()[from..].iter();
        let found = bytes.take(STRIDE).position(|&byte| {
            let here = is_first(byte) && ahead == 0;
            ahead -= usize::from(is_first(byte) && !here);
            here
        });
        from + found.unwrap_or(STRIDE)
    }
}

/// Whether a scalar value begins with this byte of UTF-8.
fn is_first(byte: u8) -> bool {
    byte & 0xc0 != 0x80
}

/// How many scalar values begin in `bytes`, of which there are at most [`STRIDE`].
fn begun(bytes: &[u8]) -> u8 {
    bytes.iter().map(|&byte| u8::from(is_first(byte))).sum()
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
