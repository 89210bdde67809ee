//! A run of words that a name is cut out of, matched in plain form and shown as given.

use super::prose::{any_at, any_end, ends, has};

#[derive(Clone, Debug, Default)]
pub(super) struct Phrase {
    plain: Vec<char>,
    original: Vec<char>,
}

impl Phrase {
    pub fn push(&mut self, plain: &[char], original: &[char]) {
        self.plain.extend_from_slice(plain);
        self.original.extend_from_slice(original);
    }

    pub fn join(&self, other: &Phrase) -> Phrase {
        let mut joined = self.clone();
        joined.push(&other.plain, &other.original);
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
        Phrase {
            plain: self.plain[start..end].to_vec(),
            original: self.original[start..end].to_vec(),
        }
    }

    pub fn drop_front(&mut self, count: usize) {
        if count == 0 {
            return;
        }
        self.plain.drain(..count);
        self.original.drain(..count);
    }

    pub fn drop_back(&mut self, count: usize) {
        let rest = self.len() - count;
        self.plain.truncate(rest);
        self.original.truncate(rest);
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
        self.original.iter().collect()
    }
}
