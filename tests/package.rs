//! What users of the data package rely on; its own validator runs in `make package`.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use lantu::export::{FILES, files};

/// A package written by the command line.
fn package(name: &str, options: &[&str]) -> PathBuf {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&directory);
    let status = Command::new(env!("CARGO_BIN_EXE_lantu"))
        .arg("package")
        .arg(&directory)
        .args(options)
        .status()
        .expect("the command runs");
    assert!(status.success());
    directory
}

fn read(directory: &Path, name: &str) -> String {
    fs::read_to_string(directory.join(name)).expect("a file of UTF-8")
}

/// The cells of one column.
fn column(directory: &Path, table: &str, name: &str) -> Vec<String> {
    let text = read(directory, table);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let mut header = reader.headers().expect("a header").iter();
    let at = header.position(|column| column == name).expect(name);
    let rows = reader.records().map(|row| row.expect("a row"));
    rows.map(|row| row[at].to_owned()).collect()
}

#[test]
fn it_holds_six_files_the_same_every_time() {
    let first = package("package-first", &[]);
    let second = package("package-second", &[]);
    assert_eq!(fs::read_dir(&first).expect("a folder").count(), FILES.len());
    for name in FILES {
        assert_eq!(read(&first, name), read(&second, name), "{name}");
    }
}

#[test]
fn every_reference_leads_somewhere() {
    let directory = package("package-references", &[]);
    let plans: HashSet<String> = column(&directory, "plans.csv", "id").into_iter().collect();
    let indicators = column(&directory, "indicators.csv", "id").into_iter();
    let indicators: HashSet<String> = indicators.collect();
    for (table, name, ids) in [
        ("statements.csv", "plan", &plans),
        ("gaps.csv", "plan", &plans),
        ("statements.csv", "indicator_id", &indicators),
        ("actuals.csv", "indicator_id", &indicators),
    ] {
        let cells = column(&directory, table, name);
        assert!(cells.len() > 10, "{table}");
        for id in cells {
            assert!(ids.contains(&id), "{table} names {id}");
        }
    }
}

#[test]
fn the_page_and_the_command_line_say_the_same_of_the_plans() {
    let site = "https://example.org/lantu/";
    let directory = package("package-site", &["--site", site]);
    let page = files(&lantu::bundle(), site);
    for name in ["statements.csv", "plans.csv", "gaps.csv"] {
        let file = page.iter().find(|file| file.name == name).expect(name);
        assert_eq!(read(&directory, name).as_bytes(), file.bytes, "{name}");
    }
    let links = column(&directory, "statements.csv", "link");
    assert!(links.iter().all(|link| link.starts_with(site)));
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let output = Command::new(env!("CARGO_BIN_EXE_lantu"))
        .args(["package", "Cargo.toml/inside"])
        .output()
        .expect("the command runs");
    assert!(!output.status.success());
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(error.starts_with("Cargo.toml/inside: "), "{error}");
}
