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
aliases = [\"生产总值\"]
[[indicator]]
id = \"urbanisation-rate\"
zh = \"常住人口城镇化率\"
en = \"Urbanisation rate\"
unit = \"%\"
theme = \"urban\"
direction = \"higher\"
";

const ACTUALS: &str = "\
city,area,indicator,year,value,unit,bound,status,grade,source_title,publisher,published,url,note,quote
温州,市,生产总值,2024,9718.8,亿元,eq,preliminary,B,成绩单,统计局,2025-01-24,https://a.cn/b,,达到9718.8亿元
温州,都市区,地区生产总值,2022,8029.8,亿元,eq,,A,公报,\"统计局,环保局\",2023-05,,口径不同,达到8029.8亿元
";

const REFERENCES: &str = "\
area,indicator,year,value,unit,bound,source_title,publisher,published,quote
长三角,常住人口城镇化率,2025,70,%,ge,规划纲要,国务院,2019-12-02,达到70%
长三角,地区生产总值,2025,30,万亿元,le,规划纲要,国务院,2019-12-02,达到30万亿元
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
            ("actuals.csv", ACTUALS),
            ("reference.csv", REFERENCES),
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
    let Assembled {
        bundle, vocabulary, ..
    } = assemble(&folder.0).unwrap();
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

/// Puts `to` in the place of `from` in one table, and compares the message.
fn check_table(test: &str, file: &str, (from, to): (&str, &str), message: &str) {
    let table = if file == "actuals.csv" {
        ACTUALS
    } else {
        REFERENCES
    };
    assert!(table.contains(from), "{from}");
    let changed = table.replacen(from, to, 1);
    let message = format!("/{file}:{message}");
    check(test, (file, Some(changed.as_bytes())), &message);
}

#[test]
fn outcomes_are_kept_in_the_base_unit_with_their_source() {
    let folder = Folder::with("outcomes", &[]);
    let Assembled { bundle, whole, .. } = assemble(&folder.0).unwrap();
    let part = &bundle.actuals[1];
    assert_eq!(part.quantity.value, 802_980_000_000.0);
    assert_eq!(part.printed_unit, "亿元");
    assert_eq!(part.area, Area::Part("都市区".into()));
    let source = &bundle.sources[usize::from(part.source)];
    assert_eq!(source.publisher, "统计局,环保局");
    let reference = &bundle.references[0];
    assert_eq!(reference.quantity.value, 3e13);
    assert_eq!((bundle.indicators.len(), bundle.references.len()), (1, 1));
    assert_eq!((whole.indicators.len(), whole.references.len()), (2, 2));
}

#[test]
fn a_fault_in_an_outcome_is_named() {
    let of = |name: &str, change: (&str, &str), message: &str| {
        check_table(&format!("actual-{name}"), "actuals.csv", change, message);
    };
    let columns = "1: expected the columns city, area, indicator, year, value, unit, bound, status, \
        grade, source_title, publisher, published, url, note, quote";
    of("columns", ("note,quote", "quote,note"), columns);
    of(
        "fields",
        (",,达到9718.8亿元", ",达到9718.8亿元"),
        "2: expected 15 fields, found 14",
    );
    of("city", ("温州,市", "台州,市"), "2: unknown city `台州`");
    of(
        "no-city",
        ("温州,市", ",市"),
        "2: expected words in `city`, found none",
    );
    of(
        "area",
        ("温州,市", "温州,"),
        "2: expected words in `area`, found none",
    );
    of(
        "growth",
        ("生产总值,2024", "地区生产总值增速,2024"),
        "2: no indicator is named `地区生产总值增速`",
    );
    let unit = "2: `生产总值` is measured in `元`, not in `%`";
    of("unit", ("9718.8,亿元", "6.3,%"), unit);
    let unit = "2: `生产总值` is measured in `元`, not in `亿`";
    of("no-unit", ("9718.8,亿元", "9718.8,亿"), unit);
    of(
        "word",
        (",2024,", ",二〇二四,"),
        "2: expected a year in `year`, found `二〇二四`",
    );
    of(
        "year",
        (",2024,", ",2204,"),
        "2: expected a year in 1990-2060, found 2204",
    );
    for (at, value) in ["约9718", "9.7e3", "NaN", "", "-1"].into_iter().enumerate() {
        let message = format!("2: expected a number like `97.5`, found `{value}`");
        let to = format!("{value},亿元");
        of(&format!("value-{at}"), ("9718.8,亿元", &to), &message);
    }
    let bound = "2: expected eq, about or ge in `bound`, found `le`";
    of("bound", (",eq,", ",le,"), bound);
    let status = "2: expected preliminary, final, revised or nothing in `status`, found `early`";
    of("status", ("preliminary", "early"), status);
    of(
        "grade",
        (",B,", ",C,"),
        "2: expected A or B in `grade`, found `C`",
    );
    of(
        "title",
        ("成绩单", ""),
        "2: expected words in `source_title`, found none",
    );
    of(
        "publisher",
        ("统计局,2025", ",2025"),
        "2: expected words in `publisher`, found none",
    );
    let form = "2: bad date: expected YYYY, YYYY-MM or YYYY-MM-DD";
    of("form", ("2025-01-24", "2025/1/24"), form);
    of("short", ("2025-01-24", "2025-1-24"), form);
    of(
        "day",
        ("2025-01-24", "2025-02-29"),
        "2: bad date: no such day in that month",
    );
    let address = "2: expected an address like `https://…`, found `a.cn/b`";
    of("address", ("https://a.cn/b", "a.cn/b"), address);
    of(
        "quote",
        (",,达到9718.8亿元", ",, "),
        "2: expected words in `quote`, found none",
    );
}

#[test]
fn an_outcome_stands_once_a_source() {
    let again = ACTUALS.lines().nth(1).unwrap();
    let twice = format!("{ACTUALS}{again}\n");
    let file = ("actuals.csv", Some(twice.as_bytes()));
    check(
        "actual-twice",
        file,
        "/actuals.csv:4: says the same as line 2",
    );
    let other = format!("{ACTUALS}{}\n", again.replace("成绩单", "年鉴"));
    let file = ("actuals.csv", Some(other.as_bytes()));
    let folder = Folder::with("actual-sources", &[file]);
    assert_eq!(assemble(&folder.0).unwrap().bundle.actuals.len(), 3);
}

#[test]
fn a_fault_in_a_reference_is_named() {
    let of = |name: &str, change: (&str, &str), message: &str| {
        check_table(
            &format!("reference-{name}"),
            "reference.csv",
            change,
            message,
        );
    };
    let columns = "1: expected the columns area, indicator, year, value, unit, bound, source_title, \
        publisher, published, quote";
    of("columns", ("area,", "region,"), columns);
    of(
        "area",
        ("长三角,常", ",常"),
        "2: expected words in `area`, found none",
    );
    of(
        "name",
        ("常住人口城", "户籍人口城"),
        "2: no indicator is named `户籍人口城镇化率`",
    );
    let unit = "2: `常住人口城镇化率` is measured in `%`, not in `人`";
    of("unit", ("70,%", "70,人"), unit);
    let bound = "2: expected eq, about, ge or le in `bound`, found `gt`";
    of("bound", (",ge,", ",gt,"), bound);
    let same = "长三角,常住人口城镇化率,2025,70,%,ge,规划纲要,国务院,2019-12-02,达到70%\n";
    let twice = format!("{same}{same}");
    of("twice", (same, &twice), "3: says the same as line 2");
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
