//! A run of words that a name is cut out of, matched in plain form and shown as given.

use std::ops::Range;

use super::prose::{Given, Prose, any_at, any_end, ends, has};

#[derive(Clone, Debug, Default)]
pub(super) struct Phrase {
    plain: Vec<char>,
    /// The characters as given where they differ.
    folded: Vec<Given>,
}

impl Phrase {
    pub fn push(&mut self, prose: &Prose, range: Range<usize>) {
        let (from, to) = (range.start as u32, self.plain.len() as u32);
        let folded = prose.folded(&range).iter();
        self.folded
            .extend(folded.map(|&(at, c)| (at - from + to, c)));
        self.plain.extend_from_slice(&prose[range]);
    }

    /// A phrase of words that no text has.
    pub fn of(words: &str) -> Self {
        Self {
            plain: words.chars().collect(),
            folded: Vec::new(),
        }
    }

    pub fn join(&self, other: &Phrase) -> Phrase {
        let to = self.plain.len() as u32;
        let mut joined = self.clone();
        let folded = other.folded.iter().map(|&(at, c)| (at + to, c));
        joined.folded.extend(folded);
        joined.plain.extend_from_slice(&other.plain);
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

    pub fn slice(&self, start: usize, end: usize) -> Phrase {
        let within = |given: &&Given| (start..end).contains(&(given.0 as usize));
        let folded = self.folded.iter().filter(within);
        Phrase {
            plain: self.plain[start..end].to_vec(),
            folded: folded.map(|&(at, c)| (at - start as u32, c)).collect(),
        }
    }

    pub fn drop_front(&mut self, count: usize) {
        if count == 0 {
            return;
        }
        self.plain.drain(..count);
        self.folded.retain_mut(|(at, _)| {
            let stays = *at as usize >= count;
            *at = at.wrapping_sub(count as u32);
            stays
        });
    }

    pub fn drop_back(&mut self, count: usize) {
        let rest = self.len() - count;
        self.plain.truncate(rest);
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
        let mut given = self.plain.clone();
        for &(at, c) in &self.folded {
            given[at as usize] = c;
        }
        given.into_iter().collect()
    }
}
