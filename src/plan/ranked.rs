//! Texts written as ranks of symbols, most frequent first: one byte for the commonest, two for the
//! rest. A symbol is a character, or a pair of symbols that often stand together.
//!
//! Chinese takes three bytes a character in UTF-8, and the window of gzip is short. Written so, the
//! texts of the collection are two fifths as long, and a quarter smaller once a server has
//! compressed them.

use std::collections::HashMap;
use std::ops::Range;

use serde::{Deserialize, Serialize};

/// Texts over one common list of symbols.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ranked {
    /// By rank: a character, or [`PAIR`] for the next of `pairs`.
    symbols: String,
    /// Ranks of the two halves of each pair, written like a text.
    pairs: Vec<u8>,
    /// Each text's ranks: below [`SHORT`] in one byte, else in two, the high one first.
    texts: Vec<Vec<u8>>,
}

/// Stands for a pair among the symbols: a code point that no text may hold.
const PAIR: char = '\u{10ffff}';
/// Ranks of one byte; the bytes from here on begin a pair of bytes. Chosen, as the two below, for the
/// size of the seeds after gzip.
const SHORT: usize = 215;
/// Passes over the texts, and pairs made in each.
const PASSES: usize = 24;
const PAIRS_A_PASS: usize = 24;
/// How deep pairs of pairs may nest.
const DEPTH: usize = PASSES;

/// Writes texts as ranks. [`PAIR`] in a text is lost.
///
/// # Panics
/// Where the texts have more than 10,000 different characters: far more than a bundle's ever have.
pub fn encode(texts: &[&str]) -> Ranked {
    let mut symbols: Vec<Symbol> = Vec::new();
    let mut ids: HashMap<char, u32> = HashMap::new();
    let mut written: Vec<Vec<u32>> = Vec::new();
    for text in texts {
        let characters = text.chars().filter(|c| *c != PAIR);
        let id = |c| {
            *ids.entry(c).or_insert_with(|| {
                symbols.push(Symbol::Character(c));
                symbols.len() as u32 - 1
            })
        };
        written.push(characters.map(id).collect());
    }
    for _ in 0..PASSES {
        join_pairs(&mut written, &mut symbols);
    }
    write(&written, &symbols)
}

#[derive(Clone, Copy)]
enum Symbol {
    Character(char),
    Pair(u32, u32),
}

/// Makes symbols of the pairs that stand together most often, no symbol in two of them.
fn join_pairs(written: &mut [Vec<u32>], symbols: &mut Vec<Symbol>) {
    let mut counts: HashMap<(u32, u32), usize> = HashMap::new();
    for pair in written.iter().flat_map(|text| text.windows(2)) {
        *counts.entry((pair[0], pair[1])).or_default() += 1;
    }
    let mut often: Vec<((u32, u32), usize)> = counts.into_iter().filter(|(_, n)| *n > 8).collect();
    often.sort_by_key(|(pair, count)| (std::cmp::Reverse(*count), *pair));
    let mut joined: HashMap<(u32, u32), u32> = HashMap::new();
    let mut used: Vec<u32> = Vec::new();
    for ((a, b), _) in often {
        if joined.len() == PAIRS_A_PASS {
            break;
        }
        if !used.contains(&a) && !used.contains(&b) {
            joined.insert((a, b), symbols.len() as u32);
            symbols.push(Symbol::Pair(a, b));
            used.extend([a, b]);
        }
    }
    for text in written {
        let mut shorter = Vec::with_capacity(text.len());
        let mut at = 0;
        while at < text.len() {
            let pair = text
                .get(at + 1)
                .and_then(|next| joined.get(&(text[at], *next)));
            shorter.push(*pair.unwrap_or(&text[at]));
            at += if pair.is_some() { 2 } else { 1 };
        }
        *text = shorter;
    }
}

fn write(written: &[Vec<u32>], symbols: &[Symbol]) -> Ranked {
    let mut counts = vec![0usize; symbols.len()];
    for id in written.iter().flatten() {
        counts[*id as usize] += 1;
    }
    let mut order: Vec<usize> = (0..symbols.len()).collect();
    order.sort_by_key(|&id| std::cmp::Reverse(counts[id]));
    assert!(
        symbols.len() <= SHORT + (256 - SHORT) * 256,
        "too many different characters"
    );
    let mut ranks = vec![0usize; symbols.len()];
    for (rank, &id) in order.iter().enumerate() {
        ranks[id] = rank;
    }
    let put = |bytes: &mut Vec<u8>, id: u32| match ranks[id as usize].checked_sub(SHORT) {
        None => bytes.push(ranks[id as usize] as u8),
        Some(rest) => bytes.extend([(SHORT + rest / 256) as u8, (rest % 256) as u8]),
    };
    let mut ranked = Ranked::default();
    for &id in &order {
        match symbols[id] {
            Symbol::Character(c) => ranked.symbols.push(c),
            Symbol::Pair(a, b) => {
                ranked.symbols.push(PAIR);
                put(&mut ranked.pairs, a);
                put(&mut ranked.pairs, b);
            }
        }
    }
    for text in written {
        let mut bytes = Vec::new();
        text.iter().for_each(|id| put(&mut bytes, *id));
        ranked.texts.push(bytes);
    }
    ranked
}

impl Ranked {
    /// The texts again; None where the bytes are not what [`encode`] writes.
    pub fn decode(&self) -> Option<Vec<String>> {
        let mut halves = Ranks(&self.pairs);
        let mut symbols = Vec::new();
        for c in self.symbols.chars() {
            symbols.push(if c == PAIR {
                Symbol::Pair(halves.next()??, halves.next()??)
            } else {
                Symbol::Character(c)
            });
        }
        // Each symbol is spelled out once, all in one string: a text is then copied together.
        let mut spelled = String::new();
        let mut places = Vec::with_capacity(symbols.len());
        for rank in 0..symbols.len() {
            let start = spelled.len();
            spell(&symbols, rank as u32, DEPTH, &mut spelled)?;
            places.push(start..spelled.len());
        }
        let mut texts = Vec::new();
        for bytes in &self.texts {
            let mut text = Vec::with_capacity(bytes.len() * 4);
            for rank in Ranks(bytes) {
                copy(
                    &mut text,
                    spelled.as_bytes(),
                    places.get(rank? as usize)?.clone(),
                );
            }
            texts.push(String::from_utf8(text).ok()?);
        }
        Some(texts)
    }
}

/// Copies `place` of `spelled`. Nearly all places are short, and copies of a fixed length are much
/// quicker in WebAssembly than those of any length.
fn copy(text: &mut Vec<u8>, spelled: &[u8], place: Range<usize>) {
    const FEW: usize = 8;
    match spelled[place.start..].first_chunk::<FEW>() {
        Some(short) if place.len() <= FEW => {
            let end = text.len() + place.len();
            text.extend_from_slice(short);
            text.truncate(end);
        }
        _ => text.extend_from_slice(&spelled[place]),
    }
}

/// Writes the characters of a symbol.
fn spell(symbols: &[Symbol], rank: u32, depth: usize, text: &mut String) -> Option<()> {
    match *symbols.get(rank as usize)? {
        Symbol::Character(c) => text.push(c),
        Symbol::Pair(a, b) => {
            let depth = depth.checked_sub(1)?;
            spell(symbols, a, depth, text)?;
            spell(symbols, b, depth, text)?;
        }
    }
    Some(())
}

/// Reads ranks off bytes; a second byte that is missing reads as None.
struct Ranks<'a>(&'a [u8]);

impl Iterator for Ranks<'_> {
    type Item = Option<u32>;

    fn next(&mut self) -> Option<Option<u32>> {
        let (&first, rest) = self.0.split_first()?;
        self.0 = rest;
        if usize::from(first) < SHORT {
            return Some(Some(u32::from(first)));
        }
        let Some((&second, rest)) = self.0.split_first() else {
            return Some(None);
        };
        self.0 = rest;
        let high = usize::from(first) - SHORT;
        Some(Some((SHORT + high * 256 + usize::from(second)) as u32))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_come_back_as_they_went() {
        let many: String = ('一'..='爱').collect();
        let often = "到2025年,常住人口城镇化率达75%。".repeat(200);
        let texts = [often.as_str(), "", "〔数字缺失〕\n\u{10fffe}", &many];
        let decoded = encode(&texts).decode().unwrap();
        assert_eq!(decoded, texts);
    }

    #[test]
    fn what_repeats_is_written_short() {
        let often = "地区生产总值".repeat(100);
        let ranked = encode(&[&often]);
        assert!(
            ranked.texts[0].len() <= 120,
            "{} bytes",
            ranked.texts[0].len()
        );
    }

    #[test]
    fn broken_bytes_do_not_decode() {
        let ranked = |symbols: &str, pairs: &[u8], text: &[u8]| Ranked {
            symbols: symbols.into(),
            pairs: pairs.into(),
            texts: vec![text.into()],
        };
        assert_eq!(
            ranked("a", &[], &[SHORT as u8]).decode(),
            None,
            "half a rank"
        );
        assert_eq!(ranked("a", &[], &[1]).decode(), None, "beyond the symbols");
        assert_eq!(
            ranked(&PAIR.to_string(), &[0], &[0]).decode(),
            None,
            "half a pair"
        );
        assert_eq!(
            ranked(&PAIR.to_string(), &[0, 0], &[0]).decode(),
            None,
            "a pair of itself"
        );
    }
}
