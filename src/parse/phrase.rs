//! A run of words that a name is cut out of, matched in plain form and shown as given.

use std::borrow::Cow;
use std::ops::Range;

use super::prose::{Given, Prose, any_at, any_end, ends, has};

#[derive(Clone, Debug, Default)]
pub(super) struct Phrase<'a> {
    /// A stretch of the document, or several put together.
    plain: Cow<'a, [char]>,
    /// The characters as given where they differ.
    folded: Vec<Given>,
}

impl<'a> Phrase<'a> {
    pub fn push(&mut self, prose: &'a Prose, range: Range<usize>) {
        let (from, to) = (range.start as u32, self.plain.len() as u32);
        let folded = prose.folded(&range).iter();
        self.folded
            .extend(folded.map(|&(at, c)| (at - from + to, c)));
        if self.is_empty() {
            self.plain = Cow::Borrowed(&prose[range]);
        } else {
            self.plain.to_mut().extend_from_slice(&prose[range]);
        }
    }

    pub fn join(&self, other: &Phrase) -> Phrase<'a> {
        let to = self.plain.len() as u32;
        let mut joined = self.clone();
        let folded = other.folded.iter().map(|&(at, c)| (at + to, c));
        joined.folded.extend(folded);
        joined.plain.to_mut().extend_from_slice(&other.plain);
        joined
    }

    pub fn chars(&self) -> &[char] {
        &self.plain
    }

    pub fn len(&self) -> usize {
        self.plain.len()
    }

    pub fn is_empty(&self) -> bool {
        self.plain.is_empty()
    }

    pub fn slice(&self, start: usize, end: usize) -> Phrase<'a> {
        let within = |given: &&Given| (start..end).contains(&(given.0 as usize));
        let folded = self.folded.iter().filter(within);
        Phrase {
            plain: match &self.plain {
                Cow::Borrowed(plain) => Cow::Borrowed(&plain[start..end]),
                Cow::Owned(plain) => Cow::Owned(plain[start..end].to_vec()),
            },
            folded: folded.map(|&(at, c)| (at - start as u32, c)).collect(),
        }
    }

    pub fn drop_front(&mut self, count: usize) {
        if count == 0 {
            return;
        }
        match &mut self.plain {
            Cow::Borrowed(plain) => *plain = &plain[count..],
            Cow::Owned(plain) => _ = plain.drain(..count),
        }
        self.folded.retain_mut(|(at, _)| {
            let stays = *at as usize >= count;
            *at = at.wrapping_sub(count as u32);
            stays
        });
    }

    pub fn drop_back(&mut self, count: usize) {
        let rest = self.len() - count;
        match &mut self.plain {
            Cow::Borrowed(plain) => *plain = &plain[..rest],
            Cow::Owned(plain) => plain.truncate(rest),
        }
        let behind = self.folded.partition_point(|one| (one.0 as usize) < rest);
        self.folded.truncate(behind);
    }

    pub fn starts(&self, word: &str) -> bool {
        has(&self.plain, 0, word)
    }

    pub fn ends(&self, word: &str) -> bool {
        ends(&self.plain, word)
    }

    /// Takes one of `words` off the front.
    pub fn take_front(&mut self, words: &[&str]) -> bool {
        let found = any_at(&self.plain, 0, words);
        if let Some(length) = found {
            self.drop_front(length);
        }
        found.is_some()
    }

    /// Takes one of `words` off the end.
    pub fn take_back(&mut self, words: &[&str]) -> bool {
        let found = any_end(&self.plain, words);
        if let Some(length) = found {
            self.drop_back(length);
        }
        found.is_some()
    }

    /// Drops marks and spaces from both ends.
    pub fn trim_marks(&mut self) {
        let word = |&c: &char| {
            let mark = matches!(
                c,
                ',' | '、' | ';' | ':' | '。' | '-' | '—' | '!' | '?' | '·'
            );
            !mark && !c.is_whitespace()
        };
        let end = self.plain.iter().rposition(word).map_or(0, |last| last + 1);
        self.drop_back(self.len() - end);
        let start = self.plain.iter().position(word).unwrap_or(end);
        self.drop_front(start);
    }

    pub fn text(&self) -> String {
        let mut text = String::with_capacity(self.len() * 3);
        let mut folded = self.folded.iter().peekable();
        for (at, &plain) in self.plain.iter().enumerate() {
            let given = folded.next_if(|given| given.0 as usize == at);
            text.push(given.map_or(plain, |given| given.1));
        }
        text
    }
}
