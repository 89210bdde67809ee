//! How long reading all five texts takes, beside a peer that only cuts the same text into words.
//! Prints; what is slow depends on the machine.

use std::fs;
use std::hint::black_box;
use std::time::{Duration, Instant};

use jieba_rs::Jieba;
use lantu::parse::{self, Context};
use lantu::plan::Text;

const RUNS: usize = 50;
const GOAL: Duration = Duration::from_millis(20);

fn main() {
    let texts = seeds();
    let vocabulary = lantu::vocabulary();
    let jieba = Jieba::new();

    let mut statements = 0;
    let reading = median(|| {
        statements = 0;
        for text in &texts {
            let text = Text::new(text.clone());
            let read = parse::read(black_box(&text), &Context::default(), &vocabulary);
            statements += black_box(read).statements.len();
        }
    });
    let mut words = 0;
    let cutting = median(|| {
        words = texts
            .iter()
            .map(|text| black_box(jieba.cut(text, false)).len())
            .sum();
    });

    let bytes: usize = texts.iter().map(String::len).sum();
    println!(
        "{} texts, {} KB, median of {RUNS} runs",
        texts.len(),
        bytes / 1000
    );
    println!(
        "  read by lantu   {:6.1} ms  {statements} statements",
        millis(reading)
    );
    println!(
        "  cut by jieba-rs {:6.1} ms  {words} words",
        millis(cutting)
    );
    println!("  goal            {:6.1} ms", millis(GOAL));
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

fn median(mut work: impl FnMut()) -> Duration {
    work(); // warms the caches
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .collect();
    times.sort();
    times[RUNS / 2]
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
