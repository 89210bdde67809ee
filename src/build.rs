//! Cargo's build script: reads the seeds with the same modules as the library, and leaves the
//! page's bundle in `OUT_DIR/bundle.bin` and `OUT_DIR/details.bin`, the whole one in `OUT_DIR/whole.bin` and the vocabulary in
//! `OUT_DIR/vocabulary.bin`. Broken seeds fail the build with file, line and reason. The figures of
//! tests/gold/score.toml, which a test computes, become `SCORE_…` for the About page.

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs, process};

#[allow(dead_code, unused_imports)] // the library uses the rest
mod catalogue;
#[allow(dead_code, unused_imports)]
mod parse;
#[allow(dead_code, unused_imports)]
mod plan;

const SCORE: &str = "tests/gold/score.toml";

fn main() {
    println!("cargo::rerun-if-changed=seeds");
    println!("cargo::rerun-if-changed={SCORE}");
    for module in ["build.rs", "catalogue", "parse", "plan"] {
        println!("cargo::rerun-if-changed=src/{module}");
    }
    let seeds = catalogue::assemble(Path::new("seeds")).unwrap_or_else(|reason| {
        println!("cargo::error={reason}");
        process::exit(1);
    });
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let write = |name: &str, bytes: Vec<u8>| {
        fs::write(Path::new(&out).join(name), bytes).expect("OUT_DIR is writable");
    };
    write("bundle.bin", seeds.bundle.without_details().to_bytes());
    write("details.bin", seeds.bundle.details());
    write("whole.bin", seeds.whole.to_bytes());
    write("vocabulary.bin", catalogue::pack(&seeds.vocabulary));
    score();
}

/// Hands on the figures: counts as they are, the rest as percentages of what they count among.
fn score() {
    let text = fs::read_to_string(SCORE).expect("the figures are there");
    let counts: BTreeMap<String, u32> = toml::from_str(&text).expect("figures by name");
    let share = |part: &str, whole: &str| {
        // Rounded down: only all of them are 100%.
        let thousandths = counts[part] * 1000 / counts[whole];
        format!("{}.{}%", thousandths / 10, thousandths % 10)
    };
    let set = |name: &str, value: String| {
        println!("cargo::rustc-env=SCORE_{}={value}", name.to_uppercase());
    };
    for count in ["annotated", "found", "read", "right"] {
        set(count, counts[count].to_string());
    }
    set("recall", share("found", "annotated"));
    set("precision", share("right", "read"));
    for field in ["name", "unit", "year", "role", "kind", "bound", "area"] {
        set(field, share(field, "found"));
    }
}
