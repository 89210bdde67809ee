//! How much of the annotated half of the five plans is found and read right. The figures stand in
//! tests/gold/score.toml, which the About page shows; `LANTU_UPDATE=1 cargo test --test gold` writes
//! them anew.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use lantu::parse::{self, Context, Extraction, Vocabulary};
use lantu::plan::{Kind, Span, Statement, Text};
use serde_json::Value;

const SCORE: &str = "tests/gold/score.toml";
const PLANS: [&str; 5] = [
    "wenzhou-integration",
    "wenzhou-14fyp",
    "wenzhou-metro",
    "jiaxing-integration",
    "ningbo-integration",
];

#[test]
fn the_annotated_half_is_found_and_read_right() {
    let mut score = Score::default();
    for plan in PLANS {
        score.add(plan);
    }
    let rate = |what: &str, of: &str| score.0[what] as f64 / score.0[of] as f64;
    assert!(rate("found", "annotated") >= 0.99, "found");
    assert!(rate("right", "read") >= 0.99, "right");
    for field in FIELDS {
        let share = rate(field, "found");
        assert!(share >= 0.99, "{field}: {share:.3}");
    }
    let text = score.to_toml();
    if std::env::var_os("LANTU_UPDATE").is_some() {
        fs::write(SCORE, text).expect("the folder is there");
    } else {
        let kept = fs::read_to_string(SCORE).expect("the figures");
        assert_eq!(kept, text, "{SCORE} is old: LANTU_UPDATE=1 writes it anew");
    }
}

/// What is scored of a found statement.
const FIELDS: [&str; 7] = ["name", "unit", "year", "role", "kind", "bound", "area"];

/// Counts by their names in the file.
#[derive(Default)]
struct Score(BTreeMap<&'static str, usize>);

impl Score {
    fn count(&mut self, what: &'static str, add: usize) {
        *self.0.entry(what).or_default() += add;
    }

    fn add(&mut self, plan: &str) {
        let path = Path::new("seeds").join(plan).with_extension("txt");
        let text = Text::new(fs::read_to_string(path).expect("a seed"));
        let extraction = parse::read(&text, &Context::default(), &Vocabulary::default());
        let gold = gold(plan, &text);
        let (scored, unscored): (Vec<&Gold>, Vec<&Gold>) =
            gold.iter().partition(|gold| gold.scored);
        let mut right = BTreeSet::new();
        for gold in &scored {
            self.count("annotated", 1);
            let Some(index) = find(gold, &extraction, &right) else {
                println!("{plan}: {} is not found", text.slice(gold.span));
                continue;
            };
            self.count("found", 1);
            right.insert(index);
            let found = &extraction.statements[index];
            for (field, holds) in gold.checks(found) {
                self.count(field, usize::from(holds));
                if !holds {
                    println!(
                        "{plan}: {field} of {} {}",
                        found.name,
                        text.slice(gold.span)
                    );
                }
            }
        }
        let stands = |statement: &Statement, gold: &[&Gold]| {
            gold.iter()
                .any(|gold| statement.evidence.overlaps(gold.span))
        };
        let wrong = |(index, statement): &(usize, &Statement)| {
            statement.kind != Kind::Rank
                && !right.contains(index)
                && stands(statement, &scored)
                && !stands(statement, &unscored)
        };
        let wrong = extraction.statements.iter().enumerate().filter(wrong);
        self.count("read", right.len() + wrong.count());
        self.count("right", right.len());
    }

    fn to_toml(&self) -> String {
        let mut text = String::from(
            "# The parser on the annotated half of the five plans: how many statements are annotated, how many\n\
             # of them found, and of those how many have each field right; how many statements are read at\n\
             # annotated numbers, and how many of those are annotated so.\n\
             # Written by `LANTU_UPDATE=1 cargo test --test gold`.\n",
        );
        for what in ["annotated", "found", "read", "right"]
            .iter()
            .chain(&FIELDS)
        {
            text += &format!("{what} = {}\n", self.0[what]);
        }
        text
    }
}

/// One hand-made annotation.
struct Gold {
    span: Span,
    /// Ranks, and what annotators were unsure of, count neither way.
    scored: bool,
    record: Value,
}

/// The annotations of `tests/gold`: about half of the statements of each plan.
fn gold(plan: &str, text: &Text) -> Vec<Gold> {
    let lines: Vec<&str> = text.as_str().split('\n').collect();
    let path = Path::new("tests/gold").join(plan).with_extension("jsonl");
    let records = fs::read_to_string(path).expect("annotations");
    let records = records
        .lines()
        .map(|line| serde_json::from_str(line).expect("an annotation"));
    records
        .map(|record: Value| {
            let word = |field: &str| record[field].as_str().unwrap_or_default();
            let line = record["line"].as_u64().expect("a line") as usize - 1;
            let above: usize = lines[..line]
                .iter()
                .map(|line| line.chars().count() + 1)
                .sum();
            let quote = lines[line]
                .find(word("quote"))
                .expect("the quote stands in its line");
            let number = quote + word("quote").find(word("value_text")).expect("the number");
            let start = above + lines[line][..number].chars().count();
            Gold {
                span: Span::new(start, start + word("value_text").chars().count()),
                scored: word("kind") != "rank" && record["soft"] != true,
                record,
            }
        })
        .collect()
}

/// The statement that stands at an annotated number with its value, one for each annotation; that of
/// its name before others.
fn find(gold: &Gold, extraction: &Extraction, taken: &BTreeSet<usize>) -> Option<usize> {
    let same_value = |found: Option<f64>| match (gold.record["value"].as_f64(), found) {
        (Some(gold), Some(found)) => (gold - found).abs() <= 1e-3 * gold.abs(),
        (gold, found) => gold == found,
    };
    let stands = |&index: &usize| {
        let statement = &extraction.statements[index];
        let value = statement.reading.quantity().map(|quantity| quantity.value);
        statement.kind != Kind::Rank && statement.evidence.overlaps(gold.span) && same_value(value)
    };
    let free = (0..extraction.statements.len()).filter(|index| !taken.contains(index));
    let mut standing = free.filter(stands);
    let named =
        |index: &usize| same_name(gold.word("indicator"), &extraction.statements[*index].name);
    standing.clone().find(named).or_else(|| standing.next())
}

impl Gold {
    fn word(&self, field: &str) -> &str {
        self.record[field].as_str().unwrap_or_default()
    }

    /// In the order of [`FIELDS`].
    fn checks(&self, found: &Statement) -> Vec<(&'static str, bool)> {
        let year = found.period.year.stated().map(u64::from);
        let holds = [
            same_name(self.word("indicator"), &found.name),
            unit(self.word("unit")) == unit(found.reading.unit()),
            self.record["year"].as_u64() == year,
            self.word("role") == found.role.as_str(),
            self.word("kind").replace('_', "-") == found.kind.as_str(),
            bound(self.word("cmp")) == found.reading.bound().as_str(),
            area(self.word("area")) == found.area.as_str(),
        ];
        FIELDS.into_iter().zip(holds).collect()
    }
}

fn bound(sign: &str) -> &'static str {
    match sign {
        ">=" => "ge",
        "<=" => "le",
        "~" => "about",
        _ => "eq",
    }
}

/// One name for each unit; all that is counted piece by piece counts alike.
fn unit(unit: &str) -> &str {
    match unit {
        "TEU" => "标箱",
        ":1" => "",
        "名" => "人",
        "家" | "项" | "条" | "所" | "次" | "件" | "张" | "套" | "种" | "批" | "户" | "处"
        | "座" | "位" | "台" => "个",
        other => other,
    }
}

/// Annotators wrote 市 for the whole city.
fn area(area: &str) -> &str {
    if area == "市" { "" } else { area }
}

fn pairs(name: &str) -> Vec<(char, char)> {
    let chars: Vec<char> = name
        .chars()
        .filter(|c| !c.is_whitespace() && !"“”()、,".contains(*c))
        .collect();
    chars.windows(2).map(|pair| (pair[0], pair[1])).collect()
}

/// Two names say the same when most of the shorter one's words stand in the other.
fn same_name(gold: &str, found: &str) -> bool {
    let (gold, found) = (pairs(gold), pairs(found));
    let shared = gold.iter().filter(|pair| found.contains(pair)).count();
    shared * 10 >= gold.len() * 6 || shared >= 2 && shared * 10 >= found.len() * 8
}
