//! How fast plans are read on one core: the seeds repeated to 50 MB, beside a peer that only cuts
//! the same text into words; the five seeds as the build reads them; and the slowest of many
//! repetitions that no plan has. Prints; what is slow depends on the machine.

use std::fs;
use std::hint::black_box;
use std::time::{Duration, Instant};

use jieba_rs::Jieba;
use lantu::parse::{self, Context, Vocabulary};
use lantu::plan::Text;

const LONG: usize = 50_000_000;
const GOAL: f64 = 25.0;
const TIMES_THE_PEER: f64 = 10.0;

const NASTY: usize = 10_000_000;
const NASTY_GOAL: Duration = Duration::from_secs(2);

/// Each is repeated to ten megabytes: numbers, brackets, years and lists that never end.
#[rustfmt::skip] // a word list reads as a paragraph
const REPEATED: &[&str] = &[
    "到", "一亿", "(", "2025年", "到2025年", "“", "《", "1、", "1,", "1.", "1:", "1/", "1—", "1;", "1倍",
    "万亿", "十四五", "百分之", "三分之", "分别", "年", "到年", "(-年)", "G、", "第", "翻一番", "一、", "——",
    "\n", "12,345", "1家、", "1家和", "甲1家、乙", "10条共1", "资产1亿元以上1", "超1亿元", "新区", "目标:\n——",
    "甲。\n", "&nbsp;", "1 ", "9999999999", "零", "点一", "到2025年,A达3家,",
];

fn main() {
    let vocabulary = lantu::vocabulary();
    let seeds = seeds();
    five_texts(&seeds, &vocabulary);
    long_text(&seeds.join("\n"), &vocabulary);
    repetitions(&vocabulary);
}

fn five_texts(seeds: &[String], vocabulary: &Vocabulary) {
    let mut statements = 0;
    let times = (0..20).map(|_| {
        timed(|| {
            let texts = seeds.iter();
            statements = texts.map(|text| read(text.clone(), vocabulary)).sum();
        })
    });
    let best = times.min().expect("twenty times");
    println!(
        "{} texts: {:.1} ms, {statements} statements",
        seeds.len(),
        millis(best)
    );
}

fn long_text(seeds: &str, vocabulary: &Vocabulary) {
    let text = seeds.repeat(LONG.div_ceil(seeds.len()));
    let megabytes = text.len() as f64 / 1e6;
    let jieba = Jieba::new();
    jieba.cut(seeds, false); // builds its tables
    let mut words = 0;
    let cutting = timed(|| words = black_box(jieba.cut(&text, false)).len());
    let mut statements = 0;
    let reading = timed(|| statements = read(text, vocabulary));
    let (own, peer) = (
        megabytes / reading.as_secs_f64(),
        megabytes / cutting.as_secs_f64(),
    );
    println!("the same repeated to {megabytes:.0} MB, on one core");
    println!("  read by lantu   {own:6.1} MB/s  {statements} statements (goal {GOAL})");
    println!("  cut by jieba-rs {peer:6.1} MB/s  {words} words");
    println!("  {:.1} times the peer (goal {TIMES_THE_PEER})", own / peer);
}

fn repetitions(vocabulary: &Vocabulary) {
    let mut times: Vec<(Duration, &str)> = REPEATED
        .iter()
        .map(|piece| {
            let text = piece.repeat(NASTY / piece.len());
            (timed(|| _ = read(text, vocabulary)), *piece)
        })
        .collect();
    times.sort();
    let goal = NASTY_GOAL.as_secs();
    println!(
        "{} repetitions to 10 MB each, the slowest (goal {goal} s)",
        times.len()
    );
    for (time, piece) in times.iter().rev().take(5) {
        println!("  {:8.0} ms  {piece:?}", millis(*time));
    }
}

/// Reads `text`, and counts its statements.
fn read(text: String, vocabulary: &Vocabulary) -> usize {
    let text = Text::new(text);
    let read = parse::read(black_box(&text), &Context::default(), vocabulary);
    black_box(read).statements.len()
}

fn seeds() -> Vec<String> {
    let mut texts = Vec::new();
    for file in fs::read_dir("seeds").expect("run in the package's folder") {
        let path = file.expect("a readable folder").path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            texts.push(fs::read_to_string(path).expect("a text in UTF-8"));
        }
    }
    texts
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
