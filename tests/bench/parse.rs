//! How fast plans are read on one core: the five seeds as the build reads them, and the same
//! repeated to 50 MB, each beside a peer that only cuts the same text into words; and the slowest of
//! many repetitions that no plan has, those of a list and some put together by chance, with how the
//! time grows when the text doubles. Prints; what is slow depends on the machine.

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
    "甲。\n", "&nbsp;", "1 ", "9999999999", "零", "点一", "到2025年,A达3家,", "甲、乙和", "《甲》1家", ",",
    "5+", "A1", "第一章 ", "(一)", "①", "约1家左右", "比2020年增长1%", "1至", "主要目标。", "甲\n",
    "新增甲1家,", "甲分别达1家,", "其中甲1家;", "1 000亿", "到 2025 年达 3 家,", "((年;", "年 9 月",
    "。1", "3%\n", "2个由产值", "\n2个吨", "2个江北区", "示范区,三分之一人均", "万1", "3%", "1\n",
    "投资1亿元建设", "投资1亿元,其中1亿元、", "2020年,增1家;累计1家;", "推进改造,完成1家", "公里1公里和", "1 | ", "甲1微克/立方米,1个,", "2020年\n指标\n", "指标 |\n2020年 |\n|\n", "又1%", "20万吨甲等", "**", "1个点,", "位居强第1位,",
];

/// What repetitions are put together of by chance.
#[rustfmt::skip] // a word list reads as a paragraph
const PARTS: &[&str] = &[
    "1", "2个", "3%", "1个点", "万", "亿元", "万人", "公里", "岁", "一", "二十", "三分之一", "百分之", "第1位", "倍", "翻番",
    ",", "、", "。", ";", ":", ".", "(", ")", "“", "”", "《", "》", "-", "—", "|", "&", "#", "*", "·", " ", "\n", "\t",
    "到2025年", "2020年", "“十四五”", "今年", "每年", "五年", "年", "月", "累计", "新增", "其中", "分别", "均", "和", "比",
    "增长", "下降", "提高", "达到", "超过", "不低于", "居全省", "力争", "完成", "建设", "从", "由", "至", "的", "了",
    "甲", "投资", "增速", "占", "比重", "率", "收入", "产值", "人均", "项目", "指标", "目标", "全市", "江北区", "示范区",
];

/// How many of them, and how long a text each is repeated to.
const CHANCES: usize = 500;
const TRIED: usize = 500_000;

fn main() {
    let vocabulary = lantu::vocabulary();
    let jieba = Jieba::new();
    let seeds = seeds();
    let joined = seeds.join("\n");
    let long = joined.repeat(LONG.div_ceil(joined.len()));
    beside_the_peer(
        "the five texts, a hundred times",
        &seeds,
        100,
        &vocabulary,
        &jieba,
    );
    beside_the_peer(
        "the same repeated to 50 MB",
        &[long],
        1,
        &vocabulary,
        &jieba,
    );
    repetitions(&vocabulary, REPEATED.iter().map(|piece| piece.to_string()));
    repetitions(&vocabulary, slowest_by_chance(&vocabulary));
}

/// Prints how fast `texts` are read, and how fast they are cut into words: as words are usually
/// cut, where a model guesses those that the dictionary does not hold, and without.
fn beside_the_peer(
    what: &str,
    texts: &[String],
    times: u32,
    vocabulary: &Vocabulary,
    jieba: &Jieba,
) {
    let megabytes = texts.iter().map(String::len).sum::<usize>() as f64 / 1e6;
    let speed = |work: &dyn Fn(String) -> usize| {
        let mut found = 0;
        let mut time = Duration::ZERO;
        for _ in 0..times {
            let texts = texts.to_vec();
            time += timed(|| found = texts.into_iter().map(work).sum());
        }
        (megabytes * f64::from(times) / time.as_secs_f64(), found)
    };
    let (own, statements) = speed(&|text| read(text, vocabulary));
    println!("{what}, on one core");
    println!("  read by lantu {own:6.1} MB/s  {statements} statements (goal {GOAL})");
    for (how, guesses) in [("guessing new words", true), ("by dictionary alone", false)] {
        let (peer, words) = speed(&|text| black_box(jieba.cut(&text, guesses)).len());
        println!("  cut by jieba-rs, {how}: {peer:.1} MB/s  {words} words");
        println!(
            "    lantu is {:.1} times as fast (goal {TIMES_THE_PEER})",
            own / peer
        );
    }
}

/// How long `piece` takes, repeated to so many bytes.
fn repeated(piece: &str, bytes: usize, vocabulary: &Vocabulary) -> Duration {
    let text = piece.repeat(bytes / piece.len());
    timed(|| _ = read(text, vocabulary))
}

/// The slowest of many repetitions, the same in each run.
fn slowest_by_chance(vocabulary: &Vocabulary) -> impl Iterator<Item = String> {
    const LONGEST: usize = 4;
    const SLOWEST: usize = 12;
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut chance = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state as usize % below
    };
    let mut times: Vec<(Duration, String)> = (0..CHANCES)
        .map(|_| {
            let count = 1 + chance(LONGEST);
            let piece: String = (0..count).map(|_| PARTS[chance(PARTS.len())]).collect();
            (repeated(&piece, TRIED, vocabulary), piece)
        })
        .collect();
    times.sort_by_key(|&(time, _)| std::cmp::Reverse(time));
    println!("the slowest of {CHANCES} repetitions put together by chance:");
    times.into_iter().take(SLOWEST).map(|(_, piece)| piece)
}

fn repetitions(vocabulary: &Vocabulary, pieces: impl Iterator<Item = String>) {
    let mut times: Vec<(Duration, f64, String)> = pieces
        .map(|piece| {
            let [half, whole] = [NASTY / 2, NASTY].map(|bytes| repeated(&piece, bytes, vocabulary));
            (whole, whole.as_secs_f64() / half.as_secs_f64(), piece)
        })
        .collect();
    times.sort_by_key(|&(time, ..)| std::cmp::Reverse(time));
    let goal = NASTY_GOAL.as_secs();
    println!(
        "{} repetitions to 10 MB each, the slowest (goal {goal} s; twice the text, twice the time)",
        times.len()
    );
    for (time, growth, piece) in times.iter().take(8) {
        println!(
            "  {:8.0} ms  {growth:4.1} times that of half  {piece:?}",
            millis(*time)
        );
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

/// How long `work` has a core, so that others at work on this machine do not
/// slow it; known to some milliseconds.
fn timed(work: impl FnOnce()) -> Duration {
    let (start, core) = (Instant::now(), on_core());
    work();
    match (core, on_core()) {
        (Some(before), Some(after)) => after - before,
        _ => start.elapsed(),
    }
}

/// The time this thread has had a core, where the system tells (Linux).
fn on_core() -> Option<Duration> {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanos = told.split(' ').next()?.parse().ok()?;
    Some(Duration::from_nanos(nanos))
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
