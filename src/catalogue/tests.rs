//! The folder's checks, on small folders of their own, and the numbering of indicators.

use std::path::PathBuf;

use super::*;
use crate::plan::{
    Ambition, Area, Bound, Direction, Kind, Origin, Period, Quantity, Reading, Role, Span,
};
use crate::plan::{Theme, Year};

const PLANS: &str = "\
[[city]]
id = \"wenzhou\"
zh = \"温州\"
en = \"Wenzhou\"
[[plan]]
id = \"wenzhou-metro\"
city = \"wenzhou\"
title = \"方案\"
title_en = \"Plan\"
short = \"案\"
short_en = \"P\"
area = \"都市区\"
source = \"002\"
";

const INDICATORS: &str = "\
[[indicator]]
id = \"gross-domestic-product\"
zh = \"地区生产总值\"
en = \"Gross domestic product\"
unit = \"元\"
theme = \"economy\"
direction = \"higher\"
";

/// A folder that is gone after the test.
struct Folder(PathBuf);

impl Folder {
    /// Holds good seeds, with `files` added or put in their place; None takes one away.
    fn with(test: &str, files: &[(&str, Option<&[u8]>)]) -> Self {
        let name = format!("lantu-catalogue-{test}-{}", std::process::id());
        let folder = Self(std::env::temp_dir().join(name));
        fs::create_dir_all(&folder.0).unwrap();
        let good = [
            ("plans.toml", PLANS),
            ("indicators.toml", INDICATORS),
            ("wenzhou-metro.txt", "到2022年,地区生产总值达到8000亿元。"),
        ];
        for (name, content) in good {
            fs::write(folder.0.join(name), content).unwrap();
        }
        for (name, content) in files {
            match content {
                Some(content) => fs::write(folder.0.join(name), content).unwrap(),
                None => fs::remove_file(folder.0.join(name)).unwrap(),
            }
        }
        folder
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Assembles good seeds with one file changed, and compares the message after the folder's name.
fn check(test: &str, file: (&str, Option<&[u8]>), message: &str) {
    let folder = Folder::with(test, &[file]);
    let error = assemble(&folder.0).unwrap_err().to_string();
    let prefix = folder.0.display().to_string();
    assert_eq!(error.strip_prefix(&prefix), Some(message));
}

#[test]
fn good_seeds_assemble() {
    let folder = Folder::with("good", &[]);
    let Assembled { bundle, vocabulary } = assemble(&folder.0).unwrap();
    assert_eq!(bundle.cities[0].id, "wenzhou");
    assert_eq!(bundle.plans[0].entry.id, "wenzhou-metro");
    assert_eq!(bundle.plans[0].text.len(), 22);
    assert_eq!(bundle.indicators[0], vocabulary[0].indicator);
}

#[test]
fn a_plan_without_its_text_is_refused() {
    let message = "/plans.toml:6: the plan's text `wenzhou-metro.txt` is not there";
    check("missing", ("wenzhou-metro.txt", None), message);
}

#[test]
fn a_text_without_an_entry_is_refused() {
    let message = "/taizhou.txt: a text without an entry in plans.toml";
    check("unlisted", ("taizhou.txt", Some(b"")), message);
}

#[test]
fn a_text_that_is_not_utf8_is_refused() {
    let message = "/wenzhou-metro.txt:3: expected UTF-8 text, found other bytes";
    let gbk = Some(&b"1\n2\n\xce\xc2\xd6\xdd\n"[..]);
    check("gbk", ("wenzhou-metro.txt", gbk), message);
}

#[test]
fn a_missing_file_is_named() {
    let message = "/indicators.toml: cannot be read: No such file or directory (os error 2)";
    check("unreadable", ("indicators.toml", None), message);
}

#[test]
fn broken_toml_names_file_and_line() {
    let folder = Folder::with("toml", &[("plans.toml", Some(b"[[city]]\nid = wenzhou\n"))]);
    let error = assemble(&folder.0).unwrap_err().to_string();
    assert!(error.contains("/plans.toml:2: "), "{error}");
    assert!(!error.contains('\n'), "{error}");
}

#[test]
fn a_provisional_name_of_two_plans_is_one_indicator() {
    let entries = [Entry {
        indicator: indicator("gross-domestic-product", false),
        aliases: Vec::new(),
    }];
    let mut pool = Pool::new(&entries);
    let mut first = extraction(&["科技馆", "书店"], &[0, 2, 1]);
    let mut second = extraction(&["茶馆", "科技馆"], &[2, 1, 0]);
    let numbers = |statements: Vec<Statement>| -> Vec<u16> {
        statements.iter().map(|one| one.indicator).collect()
    };
    assert_eq!(numbers(pool.admit(&mut first)), [0, 2, 1]);
    assert_eq!(numbers(pool.admit(&mut second)), [1, 3, 0]);
    let ids: Vec<_> = pool.indicators.iter().map(|one| &one.id[..]).collect();
    assert_eq!(ids, ["gross-domestic-product", "科技馆", "书店", "茶馆"]);
}

fn extraction(provisional: &[&str], indicators: &[u16]) -> Extraction {
    Extraction {
        statements: indicators.iter().map(|&one| statement(one)).collect(),
        provisional: provisional.iter().map(|id| indicator(id, true)).collect(),
        ..Extraction::default()
    }
}

fn indicator(id: &str, provisional: bool) -> Indicator {
    Indicator {
        id: id.into(),
        zh: id.into(),
        en: String::new(),
        unit: "个".into(),
        theme: Theme::Other,
        direction: Direction::Neither,
        provisional,
    }
}

fn statement(indicator: u16) -> Statement {
    Statement {
        evidence: Span::new(0, 1),
        clause: Span::new(0, 1),
        name: String::new(),
        indicator,
        reading: Reading::Stated(Quantity {
            value: 1.0,
            high: None,
            unit: "个".into(),
            bound: Bound::Exactly,
        }),
        role: Role::Target,
        kind: Kind::Level,
        period: Period {
            year: Year::Unstated,
            span: None,
            base: None,
            origin: Origin::Sentence,
        },
        area: Area::Whole,
        ambition: Ambition::Plain,
    }
}
