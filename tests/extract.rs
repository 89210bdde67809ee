//! What users of the command line and readers of the page rely on.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use lantu::parse::{self, Context, Extraction, Vocabulary};
use lantu::plan::{Kind, Reading, Span, Text};

const SEEDS: [&str; 5] = [
    "wenzhou-integration",
    "wenzhou-14fyp",
    "wenzhou-metro",
    "jiaxing-integration",
    "ningbo-integration",
];

fn seed(stem: &str) -> PathBuf {
    Path::new("seeds").join(stem).with_extension("txt")
}

fn read_seed(stem: &str) -> (Text, Extraction) {
    let text = Text::new(fs::read_to_string(seed(stem)).expect("a seed"));
    let extraction = parse::read(&text, &Context::default(), &Vocabulary::default());
    (text, extraction)
}

/// A directory of this test's own, empty.
fn scratch(name: &str) -> PathBuf {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&directory);
    fs::create_dir_all(&directory).expect("a directory for the test");
    directory
}

fn lantu(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_lantu"))
        .args(arguments)
        .output()
        .expect("the command runs")
}

#[test]
fn a_file_that_is_missing_or_no_text_does_not_stop_the_others() {
    let directory = scratch("failures");
    let latin = directory.join("latin.txt");
    fs::write(&latin, [0xb5, 0xff, 0x32]).expect("a file");
    let good = directory.join("good.txt");
    fs::write(&good, "到2025年,全市地区生产总值突破1万亿元。").expect("a file");
    let missing = directory.join("missing.txt");
    let paths = [&latin, &missing, &good].map(|path| path.to_str().expect("a plain path"));
    let output = lantu(&[&["extract"], &paths[..]].concat());
    assert_eq!(output.status.code(), Some(1));
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(errors.lines().count(), 2, "{errors}");
    assert!(errors.contains("latin.txt: neither UTF-8"), "{errors}");
    assert!(errors.contains("missing.txt: "), "{errors}");
    let rows = String::from_utf8(output.stdout).expect("UTF-8");
    assert_eq!(
        rows.lines().nth(1),
        Some(
            "good,17,21,\"到2025年,全市地区生产总值突破1万亿元\",地区生产总值,\
             gross-domestic-product,target,level,ge,1000000000000,元,2025,,,,"
        )
    );
}

#[test]
fn a_year_that_no_plan_is_issued_in_is_refused() {
    for (date, says) in [
        ("3021", "expected a year from 1950 to 2070, found 3021"),
        ("21", "expected YYYY"),
    ] {
        let output = lantu(&["extract", "--issued", date, "seeds/wenzhou-metro.txt"]);
        assert!(!output.status.success() && output.stdout.is_empty());
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(errors.contains(says), "{errors}");
    }
}

#[test]
fn a_range_has_its_upper_end_in_the_last_column() {
    let directory = scratch("range");
    let path = directory.join("range.txt");
    fs::write(&path, "到2025年,建成实验室3至5家。").expect("a file");
    let output = lantu(&["extract", path.to_str().expect("a plain path")]);
    let rows = String::from_utf8(output.stdout).expect("UTF-8");
    let header = rows.lines().next().expect("a header");
    assert!(header.ends_with(",area,value_high"), "{header}");
    assert!(rows.contains(",eq,3,家,2025,,,,5\n"), "{rows}");
}

#[test]
fn offsets_count_a_byte_order_mark() {
    let directory = scratch("mark");
    let path = directory.join("marked.txt");
    fs::write(&path, "\u{feff}全市常住人口达到1000万人。").expect("a file");
    let output = lantu(&["extract", path.to_str().expect("a plain path")]);
    let rows = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(rows.contains("marked,9,15,"), "{rows}");
}

#[test]
fn a_text_in_gb18030_reads_like_its_copy_in_utf8() {
    let directory = scratch("encodings");
    let text = "一、目标\r\n到 2025 年，常住人口达到　300　万人。\r\n";
    let rows = |name: &str, bytes: &[u8]| {
        let path = directory.join(name).join("plan.txt");
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(&path, bytes).expect("a file");
        let output = lantu(&["extract", path.to_str().expect("a plain path")]);
        assert!(output.status.success());
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    let (chinese, _, _) = encoding_rs::GB18030.encode(text);
    let utf8 = rows("utf8", text.as_bytes());
    assert!(utf8.contains(",eq,3000000,人,2025,"), "{utf8}");
    assert_eq!(rows("gb18030", &chinese), utf8);
}

#[test]
fn a_text_broken_by_its_pages_reads_like_one_that_is_not() {
    let lines = [
        "到2025年，全市综合实力迈上新的台阶，地区生产总值突破三千",
        "八百亿元，常住人口城镇化率达到百分之七十六，研发投入强度",
        "- 12 -",
        "达到3.2%，现代化产业体系基本建成，新增城镇就业人数累计达",
        "到20万人，居民人均可支配收入与经济同步增长，单位能耗下降",
        "14%，空气质量优良天数比率保持在95%以上，生态环境更加优美。",
    ];
    let read = |text: String| {
        let text = Text::new(text);
        let extraction = parse::read(&text, &Context::default(), &Vocabulary::default());
        let rows: Vec<String> = extraction
            .statements
            .iter()
            .map(|one| format!("{} {:?} {:?}", one.name, one.reading, one.period))
            .collect();
        rows
    };
    let whole: String = lines
        .iter()
        .filter(|line| !line.starts_with('-'))
        .copied()
        .collect();
    let rows = read(whole);
    assert_eq!(rows.len(), 6, "{rows:?}");
    assert_eq!(read(lines.join("\n")), rows);
}

#[test]
fn explain_tells_the_rules_behind_a_reading() {
    let directory = scratch("explain");
    let path = directory.join("plan.txt");
    let text = "一、主要目标\n到2025年,人口达到30万人,建成15分钟生活圈。\n";
    fs::write(&path, text).expect("a file");
    let path = path.to_str().expect("a plain path");
    let by_line = lantu(&["explain", path, "--line", "2"]);
    let told = String::from_utf8(by_line.stdout).expect("UTF-8");
    for words in [
        "paragraph › `一、主要目标`",
        "time     `到2025年`: due 2025",
        "number   `30万人`: 300000 人",
        "passed   `15分钟`: a span of time in a name",
        "statement  人口 eq 300000 人, level, target, year 2025",
    ] {
        assert!(told.contains(words), "{words} in\n{told}");
    }
    let by_offset = lantu(&["explain", path, "--at", "16"]);
    assert_eq!(String::from_utf8(by_offset.stdout).expect("UTF-8"), told);
    let nowhere = lantu(&["explain", path, "--line", "9"]);
    assert_eq!(nowhere.status.code(), Some(1));
}

#[test]
fn the_same_thing_in_other_words_is_one_indicator() {
    let vocabulary = lantu::vocabulary();
    let id = |name: &str, unit: &str| {
        let found = vocabulary.resolve(name, Kind::Level, unit);
        let index = usize::from(found.unwrap_or_else(|| panic!("{name} is not known")));
        vocabulary.entries()[index].indicator.id.clone()
    };
    for (one, other, unit) in [
        ("研发经费投入强度", "全社会研发经费支出占GDP比重", "%"),
        ("人均期望寿命", "人均预期寿命", "岁"),
        ("城市化率", "城镇化率", "%"),
        ("细颗粒物(PM2.5)浓度", "城市PM2.5平均浓度", "微克/立方米"),
        (
            "細顆粒物（PM２.５）濃度",
            "细颗粒物(PM2.5)浓度",
            "微克/立方米",
        ),
        ("全市地区生产总值", "GDP", "元"),
    ] {
        assert_eq!(id(one, unit), id(other, unit), "{one}");
    }
    for (one, other, unit) in [
        ("普通国道通车里程", "省道通车里程", "公里"),
        ("城镇居民人均可支配收入", "农村居民人均可支配收入", "元"),
    ] {
        assert_ne!(id(one, unit), id(other, unit), "{one}");
    }
    assert_eq!(vocabulary.resolve("海洋经济增加值", Kind::Level, "%"), None);
}

#[test]
fn other_readings_stand_where_they_belong_however_many_there_are() {
    let text = Text::new("人均生产总值翻一番。\n".repeat(70_000));
    let read = parse::read(&text, &Context::default(), &lantu::vocabulary());
    assert_eq!(read.statements.len(), 70_000);
    let places = read.also.iter().map(|&(place, _)| place);
    assert!(places.eq(0..=u16::MAX), "each place once, in order");
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_lantu"))
        .arg("extract")
        .args(SEEDS.map(seed))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command runs");
    let mut first = String::new();
    let mut out = BufReader::new(child.stdout.take().expect("a pipe"));
    out.read_line(&mut first).expect("a line");
    drop(out);
    let output = child.wait_with_output().expect("the command ends");
    assert!(first.starts_with("plan,start,end,quote,"), "{first}");
    assert!(output.status.success());
    assert!(output.stderr.is_empty());
}

#[test]
fn jsonl_and_csv_have_the_same_rows_wherever_they_are_written() {
    let directory = scratch("formats");
    let json = directory.join("rows.jsonl");
    let path = seed("wenzhou-metro");
    let path = path.to_str().expect("a plain path");
    let target = json.to_str().expect("a plain path");
    let written = lantu(&["extract", path, "--format", "jsonl", "--out", target]);
    assert!(written.status.success() && written.stdout.is_empty());
    let lines = fs::read_to_string(&json).expect("the rows");
    let rows: Vec<serde_json::Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).expect("a row"))
        .collect();
    let csv = lantu(&["extract", path]).stdout;
    assert_eq!(
        csv::Reader::from_reader(csv.as_slice()).records().count(),
        rows.len()
    );
    assert!(rows.iter().all(|row| row["plan"] == "wenzhou-metro"));
}

#[test]
fn rows_stand_in_the_order_of_the_files() {
    let paths = SEEDS.map(seed);
    let mut arguments = vec!["extract"];
    arguments.extend(
        paths
            .iter()
            .rev()
            .map(|path| path.to_str().expect("a plain path")),
    );
    let output = lantu(&arguments);
    let mut plans = Vec::new();
    for record in csv::Reader::from_reader(output.stdout.as_slice()).records() {
        plans.push(record.expect("a row")[0].to_owned());
    }
    plans.dedup();
    let reversed: Vec<&str> = SEEDS.into_iter().rev().collect();
    assert_eq!(plans, reversed);
}

#[test]
fn every_statement_stands_in_one_clause_of_one_paragraph_of_the_plan() {
    for stem in SEEDS {
        let (text, extraction) = read_seed(stem);
        let outline = &extraction.outline;
        let mut last = 0;
        for statement in &extraction.statements {
            let words = text.slice(statement.evidence);
            assert!(
                statement.clause.contains(statement.evidence),
                "{stem}: {words}"
            );
            let paragraph = outline.paragraph_at(statement.evidence.start).expect(words);
            assert!(
                outline.paragraphs[paragraph]
                    .span
                    .contains(statement.clause),
                "{stem}: {words}"
            );
            assert!(
                outline
                    .web_text
                    .iter()
                    .all(|web| !web.overlaps(statement.evidence)),
                "{words}"
            );
            assert!(
                statement.evidence.start >= last,
                "{stem}: {words} is out of order"
            );
            assert!(!statement.name.is_empty(), "{stem}: {words} has no name");
            last = statement.evidence.start;
        }
    }
}

#[test]
fn paragraphs_and_web_text_cover_every_word_once() {
    for stem in SEEDS {
        let (text, extraction) = read_seed(stem);
        let outline = &extraction.outline;
        let mut spans: Vec<Span> = outline
            .paragraphs
            .iter()
            .map(|paragraph| paragraph.span)
            .collect();
        assert!(
            spans.windows(2).all(|pair| pair[0].end <= pair[1].start),
            "{stem}"
        );
        spans.extend(&outline.web_text);
        spans.sort();
        assert!(
            spans.windows(2).all(|pair| pair[0].end <= pair[1].start),
            "{stem}"
        );
        let mut at = 0;
        for span in spans.iter().chain([&Span::new(text.len(), text.len())]) {
            let between = text.slice(Span::new(at, span.start as usize));
            assert!(
                between.trim().is_empty(),
                "{stem}: `{between}` is in no paragraph"
            );
            at = span.end as usize;
        }
    }
}

/// Titles of the headings of one depth.
fn titles(stem: &str, depth: u8) -> Vec<String> {
    let (text, extraction) = read_seed(stem);
    let headings = extraction.outline.headings.iter();
    headings
        .filter(|heading| heading.depth == depth)
        .map(|heading| text.slice(heading.title).to_owned())
        .collect()
}

#[test]
fn the_outlines_are_rebuilt() {
    let chapters = titles("wenzhou-14fyp", 1);
    assert_eq!(chapters.len(), 18);
    assert_eq!(chapters[17], "第十八章 强化规划实施保障");
    assert_eq!(titles("wenzhou-14fyp", 2).len(), 70);
    assert_eq!(
        titles("ningbo-integration", 1),
        ["一、总体要求", "二、重点任务", "三、保障措施"]
    );
    assert_eq!(titles("ningbo-integration", 2).len(), 13);
    assert_eq!(
        titles("jiaxing-integration", 0),
        ["嘉兴市推进长江三角洲区域一体化发展行动计划"]
    );
    assert_eq!(titles("wenzhou-metro", 0), ["温州都市区建设行动方案"]);
    assert_eq!(titles("wenzhou-metro", 1).len(), 5);
    let points = titles("wenzhou-integration", 3);
    assert_eq!(
        points.iter().filter(|title| title.contains('.')).count(),
        32
    );
}

#[test]
fn only_the_copy_that_lost_digits_has_gaps() {
    for stem in SEEDS {
        let (_, extraction) = read_seed(stem);
        assert_eq!(
            extraction.gaps.is_empty(),
            stem != "wenzhou-integration",
            "{stem}"
        );
    }
    let (text, extraction) = read_seed("wenzhou-integration");
    let words: Vec<&str> = extraction
        .gaps
        .iter()
        .map(|gap| text.slice(gap.span))
        .collect();
    for expected in [
        "到年",
        "(-年)",
        "万人",
        "万TEU",
        "亿",
        "“”",
        "G、G、G",
        "年前",
    ] {
        assert!(words.contains(&expected), "{expected} in {words:?}");
    }
    let lost = extraction
        .statements
        .iter()
        .filter(|statement| matches!(statement.reading, Reading::DigitsLost { .. }));
    assert_eq!(lost.count(), 4);
}

/// Any part of any text, and any shuffle of it, is read without a panic.
#[test]
fn no_input_panics() {
    let vocabulary = Vocabulary::default();
    let mut state = 7u64;
    let mut random = move |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below.max(1)
    };
    for stem in SEEDS {
        let chars: Vec<char> = fs::read_to_string(seed(stem))
            .expect("a seed")
            .chars()
            .collect();
        let dense: Vec<char> = chars
            .iter()
            .copied()
            .filter(|c| !c.is_alphabetic() || "年万亿元个家到达以上和十五四分别比第前".contains(*c))
            .collect();
        for source in [&chars, &dense] {
            for _ in 0..60 {
                let start = random(source.len());
                let length = random(400);
                let part: String = source[start..(start + length).min(source.len())]
                    .iter()
                    .collect();
                parse::read(&Text::new(part), &Context::default(), &vocabulary);
                let shuffled: String = (0..length / 2)
                    .map(|_| source[random(source.len())])
                    .collect();
                parse::read(&Text::new(shuffled), &Context::default(), &vocabulary);
            }
        }
    }
}
