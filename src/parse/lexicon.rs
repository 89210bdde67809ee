//! Word lists that are looked up at every number, indexed by one character of each word.

/// Words with what each tells, by their first or their last character. Of two words that both
/// fit, the one earlier in its list wins; lists have a longer word first.
pub(super) struct Lexicon<T> {
    index: Index,
    /// By the index of its word.
    tells: Vec<T>,
}

/// The words alone: one copy of the code that finds them for what all lists tell.
struct Index {
    /// By bucket, and in the order of the list within one bucket.
    words: Vec<Word>,
    /// Where each bucket begins, and the last one ends.
    buckets: [u16; BUCKETS + 1],
    keys: Keys,
}

const BUCKETS: usize = 256;

/// The characters that words are found by, one bit for all that are alike in their last ten: most
/// characters of a text are no key, and one look tells.
struct Keys([u64; 16]);

impl Keys {
    fn place(key: char) -> (usize, u32) {
        (key as usize / 64 % 16, key as u32 % 64)
    }

    fn add(&mut self, key: char) {
        let (word, bit) = Self::place(key);
        self.0[word] |= 1 << bit;
    }

    #[inline]
    fn may_have(&self, key: char) -> bool {
        let (word, bit) = Self::place(key);
        self.0[word] >> bit & 1 == 1
    }
}

fn bucket(key: char) -> usize {
    key as usize % BUCKETS
}

struct Word {
    key: char,
    chars: Vec<char>,
}

/// A list by first characters, for [`Lexicon::at`].
pub(super) fn by_first<T>(words: impl IntoIterator<Item = (impl AsRef<str>, T)>) -> Lexicon<T> {
    Lexicon::new(words, |chars| chars[0])
}

/// A list by last characters, for [`Lexicon::end`].
pub(super) fn by_last<T>(words: impl IntoIterator<Item = (impl AsRef<str>, T)>) -> Lexicon<T> {
    Lexicon::new(words, |chars| chars[chars.len() - 1])
}

/// For lists whose words tell nothing but that they stand there.
pub(super) fn plain(words: &'static [&'static str]) -> impl Iterator<Item = (&'static str, ())> {
    words.iter().map(|&word| (word, ()))
}

impl<T> Lexicon<T> {
    fn new<W: AsRef<str>>(
        words: impl IntoIterator<Item = (W, T)>,
        key: impl Fn(&[char]) -> char,
    ) -> Self {
        let with_key = |(word, tells): (W, T)| {
            let chars: Vec<char> = word.as_ref().chars().collect();
            let key = key(&chars);
            (Word { key, chars }, tells)
        };
        let mut sorted: Vec<(Word, T)> = words.into_iter().map(with_key).collect();
        sorted.sort_by_key(|(word, _)| bucket(word.key));
        let begin = |at| sorted.partition_point(|(word, _)| bucket(word.key) < at) as u16;
        let buckets = std::array::from_fn(begin);
        let mut keys = Keys([0; 16]);
        sorted.iter().for_each(|(word, _)| keys.add(word.key));
        let (words, tells) = sorted.into_iter().unzip();
        let index = Index {
            words,
            buckets,
            keys,
        };
        Self { index, tells }
    }

    /// The word that stands at `at`: its length and what it tells.
    pub fn at(&self, chars: &[char], at: usize) -> Option<(usize, &T)> {
        let rest = chars.get(at..)?;
        if !self.index.keys.may_have(*rest.first()?) {
            return None;
        }
        let (length, place) = self.index.at_front(rest)?;
        Some((length, &self.tells[place]))
    }

    /// The word that ends `chars`: its length and what it tells.
    pub fn end(&self, chars: &[char]) -> Option<(usize, &T)> {
        if !self.index.keys.may_have(*chars.last()?) {
            return None;
        }
        let (length, place) = self.index.at_back(chars)?;
        Some((length, &self.tells[place]))
    }

    /// Whether one of the words stands anywhere in `chars`.
    pub fn within(&self, chars: &[char]) -> bool {
        (0..chars.len()).any(|at| self.at(chars, at).is_some())
    }
}

impl Index {
    /// The length and the place of the word that begins `chars`.
    #[inline(never)]
    fn at_front(&self, chars: &[char]) -> Option<(usize, usize)> {
        self.first(*chars.first()?, |word| begins(chars, word))
    }

    /// The length and the place of the word that ends `chars`.
    #[inline(never)]
    fn at_back(&self, chars: &[char]) -> Option<(usize, usize)> {
        self.first(*chars.last()?, |word| closes(chars, word))
    }

    fn first(&self, key: char, fits: impl Fn(&[char]) -> bool) -> Option<(usize, usize)> {
        let bucket = bucket(key);
        let (start, end) = (self.buckets[bucket], self.buckets[bucket + 1]);
        let (start, end) = (usize::from(start), usize::from(end));
        let mut words = self.words[start..end].iter().zip(start..);
        let (word, place) = words.find(|(word, _)| word.key == key && fits(&word.chars))?;
        Some((word.chars.len(), place))
    }
}

/// As `starts_with`, without a call: most words are two characters long.
fn begins(chars: &[char], word: &[char]) -> bool {
    word.len() <= chars.len() && word.iter().zip(chars).all(|(left, right)| left == right)
}

fn closes(chars: &[char], word: &[char]) -> bool {
    chars
        .len()
        .checked_sub(word.len())
        .is_some_and(|start| begins(&chars[start..], word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_earlier_of_two_words_wins() {
        let lexicon = by_first([("到", 1), ("达到", 2), ("达", 3)]);
        let chars: Vec<char> = "达到".chars().collect();
        assert_eq!(lexicon.at(&chars, 0), Some((2, &2)));
        assert_eq!(lexicon.at(&chars, 1), Some((1, &1)));
        assert_eq!(lexicon.at(&chars, 2), None);
        let lexicon = by_last([("提高到", 1), ("到", 2)]);
        assert_eq!(lexicon.end(&chars), Some((1, &2)));
    }
}
