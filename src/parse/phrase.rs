//! A run of words that a name is cut out of, matched in plain form and shown as given.

use std::borrow::Cow;
use std::ops::Range;

use super::prose::{Given, Prose, any_at, any_end, ends, has};

#[derive(Clone, Default)]
pub(super) struct Phrase<'a> {
    /// A stretch of the document, or several put together.
    plain: Cow<'a, [char]>,
    given: Source<'a>,
}

/// Where a phrase has its characters as given from.
#[derive(Clone)]
enum Source<'a> {
    /// One stretch of the document from there on: looked up when the phrase is shown, since most are
    /// only matched.
    At(&'a Prose, usize),
    /// Where they differ, by their places in the phrase.
    Listed(Vec<Given>),
}

impl Default for Source<'_> {
    fn default() -> Self {
        Self::Listed(Vec::new())
    }
}

impl<'a> Phrase<'a> {
    pub fn push(&mut self, prose: &'a Prose, range: Range<usize>) {
        let stretch = Phrase {
            plain: Cow::Borrowed(&prose[range.clone()]),
            given: Source::At(prose, range.start),
        };
        if self.is_empty() {
            *self = stretch;
        } else {
            *self = self.join(&stretch);
        }
    }

    /// A phrase of words that no text has.
    pub fn of(words: &str) -> Self {
        Self {
            plain: Cow::Owned(words.chars().collect()),
            given: Source::default(),
        }
    }

    pub fn join(&self, other: &Phrase) -> Phrase<'a> {
        let to = self.plain.len() as u32;
        let behind = other.folded().map(|(at, c)| (at + to, c));
        Phrase {
            plain: Cow::Owned([self.chars(), other.chars()].concat()),
            given: Source::Listed(self.folded().chain(behind).collect()),
        }
    }

    /// The characters that were given in another form, by their places here.
    fn folded(&self) -> impl Iterator<Item = Given> {
        let (listed, start) = match &self.given {
            Source::At(prose, start) => (prose.folded(&(*start..start + self.len())), *start),
            Source::Listed(listed) => (listed.as_slice(), 0),
        };
        listed.iter().map(move |&(at, c)| (at - start as u32, c))
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
        let mut slice = self.clone();
        slice.drop_back(self.len() - end);
        slice.drop_front(start);
        slice
    }

    /// The words on both sides of `range`, put together.
    pub fn without(&self, range: Range<usize>) -> Phrase<'a> {
        let behind = self.slice(range.end, self.len());
        self.slice(0, range.start).join(&behind)
    }

    pub fn drop_front(&mut self, count: usize) {
        if count == 0 {
            return;
        }
        match &mut self.plain {
            Cow::Borrowed(plain) => *plain = &plain[count..],
            Cow::Owned(plain) => _ = plain.drain(..count),
        }
        match &mut self.given {
            Source::At(_, start) => *start += count,
            Source::Listed(listed) => listed.retain_mut(|(at, _)| {
                let stays = *at as usize >= count;
                *at = at.wrapping_sub(count as u32);
                stays
            }),
        }
    }

    pub fn drop_back(&mut self, count: usize) {
        let rest = self.len() - count;
        match &mut self.plain {
            Cow::Borrowed(plain) => *plain = &plain[..rest],
            Cow::Owned(plain) => plain.truncate(rest),
        }
        if let Source::Listed(listed) = &mut self.given {
            listed.retain(|one| (one.0 as usize) < rest);
        }
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
        while self.plain.last().is_some_and(|&c| is_mark(c)) {
            self.drop_back(1);
        }
        let word = self.plain.iter().position(|&c| !is_mark(c));
        self.drop_front(word.unwrap_or_default());
    }

    pub fn text(&self) -> String {
        let mut text = String::with_capacity(self.len() * 3);
        let mut folded = self.folded().peekable();
        if folded.peek().is_none() {
            self.plain.iter().for_each(|&c| text.push(c));
            return text;
        }
        for (at, &plain) in self.plain.iter().enumerate() {
            let given = folded.next_if(|given| given.0 as usize == at);
            text.push(given.map_or(plain, |given| given.1));
        }
        text
    }
}

/// A mark or a space at an end of a phrase is no part of it.
pub(super) fn is_mark(c: char) -> bool {
    // Asked most of Han characters.
    !matches!(c, '\u{4e00}'..='\u{9fff}')
        && (matches!(
            c,
            ',' | '、' | ';' | ':' | '。' | '-' | '—' | '!' | '?' | '·' | '•'
                // Bullets, and the signs of word processors for them.
                | '\u{25a0}'..='\u{27bf}' | '\u{e000}'..='\u{f8ff}'
        ) || c.is_whitespace())
}
