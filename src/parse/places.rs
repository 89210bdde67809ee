//! Remembers where the characters of a transcript stood in the text as given.

use std::ops::Range;

use crate::plan::Span;

/// Runs of characters that stood one behind the other, in order.
#[derive(Clone, Debug)]
pub(super) struct Places {
    runs: Vec<Run>,
    /// How many characters there are now.
    count: u32,
}

#[derive(Clone, Copy, Debug)]
struct Run {
    /// Where it begins now, and where it began.
    at: u32,
    given: u32,
    /// How many characters each of its characters was: more than one only where it is one alone.
    width: u32,
}

impl Places {
    /// Every character at its own place.
    pub fn verbatim(count: usize) -> Self {
        let mut places = Self {
            runs: Vec::new(),
            count: 0,
        };
        places.push(0..count as u32, count);
        places
    }

    /// Appends characters that stand where those of `range` stand in `other`.
    pub fn extend(&mut self, other: &Self, range: Range<usize>) {
        let (start, end) = (range.start as u32, range.end as u32);
        let first = other.runs.partition_point(|run| run.at <= start).max(1) - 1;
        for (index, run) in other.runs.iter().enumerate().skip(first) {
            let from = run.at.max(start);
            let to = other.end(index).min(end);
            if from >= to {
                break;
            }
            let given = run.given + (from - run.at);
            self.push(given..given + (to - from) * run.width, (to - from) as usize);
        }
    }

    /// Appends one character in place of those in `range` of `other`.
    pub fn replace(&mut self, other: &Self, range: Range<usize>) {
        self.push(other.of(range.start).start..other.of(range.end - 1).end, 1);
    }

    fn push(&mut self, given: Range<u32>, count: usize) {
        if count == 0 {
            return;
        }
        self.runs.push(Run {
            at: self.count,
            given: given.start,
            width: (given.end - given.start) / count as u32,
        });
        self.count += count as u32;
    }

    pub fn count(&self) -> usize {
        self.count as usize
    }

    /// Where run `index` ends now.
    fn end(&self, index: usize) -> u32 {
        self.runs.get(index + 1).map_or(self.count, |next| next.at)
    }

    /// Where the character at `at` stood; the last one's place for any behind it.
    pub fn of(&self, at: usize) -> Range<u32> {
        let at = (at as u32).min(self.count.saturating_sub(1));
        let index = self.runs.partition_point(|run| run.at <= at);
        let Some(run) = index.checked_sub(1).map(|index| self.runs[index]) else {
            return 0..0;
        };
        let start = run.given + (at - run.at) * run.width;
        start..start + run.width
    }

    /// A span of the text as given, for one of the characters now.
    pub fn given(&self, span: Span) -> Span {
        let start = match span.start < self.count {
            true => self.of(span.start as usize).start,
            false => self.of(span.start as usize).end,
        };
        let end = match span.is_empty() {
            true => start,
            false => self.of(span.end as usize - 1).end,
        };
        Span { start, end }
    }

    /// The first character that stood at `at` or behind it.
    pub fn index_of(&self, at: u32) -> usize {
        let behind = self.runs.partition_point(|run| run.given + run.width <= at);
        let Some(index) = behind.checked_sub(1) else {
            return 0;
        };
        let run = self.runs[index];
        (run.at + (at - run.given) / run.width).min(self.end(index)) as usize
    }
}
