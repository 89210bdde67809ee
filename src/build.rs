//! Cargo's build script: reads the seeds with the same modules as the library, and leaves the
//! page's bundle in `OUT_DIR/bundle.bin`, the whole one in `OUT_DIR/whole.bin` and the vocabulary in
//! `OUT_DIR/vocabulary.bin`. Broken seeds fail the build with file, line and reason.

use std::path::Path;
use std::{env, fs, process};

#[allow(dead_code, unused_imports)] // the library uses the rest
mod catalogue;
#[allow(dead_code, unused_imports)]
mod parse;
#[allow(dead_code, unused_imports)]
mod plan;

fn main() {
    println!("cargo::rerun-if-changed=seeds");
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
    write("bundle.bin", seeds.bundle.to_bytes());
    write("whole.bin", seeds.whole.to_bytes());
    write("vocabulary.bin", catalogue::pack(&seeds.vocabulary));
}
