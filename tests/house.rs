//! Rules of the house that no compiler checks.

use std::fs;
use std::path::{Path, PathBuf};

/// The sources of a module: a folder, or one file.
fn sources(folder: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut folders = vec![root.join(folder)];
    let file = root.join(folder).with_extension("rs");
    if file.exists() {
        return vec![file];
    }
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a source folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(path);
            }
        }
    }
    assert!(!found.is_empty(), "{folder} has no sources");
    found
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("UTF-8 text")
}

#[test]
fn only_the_app_knows_the_browser() {
    for folder in [
        "src/plan",
        "src/parse",
        "src/catalogue",
        "src/insight",
        "src/words",
        "src/chart",
        "src/page",
        "src/address",
        "src/export",
    ] {
        for path in sources(folder) {
            let text = read(&path);
            for name in ["web_sys", "leptos", "gloo", "wasm_bindgen", "js_sys"] {
                assert!(!text.contains(name), "{} names {name}", path.display());
            }
        }
    }
}

#[test]
fn data_flows_one_way() {
    let order = [
        "plan", "parse", "insight", "words", "chart", "address", "page", "export", "app",
    ];
    for (at, module) in order.iter().enumerate() {
        for path in sources(&format!("src/{module}")) {
            // Tests may look ahead, for samples.
            let text = read(&path);
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            for later in &order[at + 1..] {
                let name = format!("crate::{later}");
                assert!(!code.contains(&name), "{} names {name}", path.display());
            }
        }
    }
}

#[test]
fn every_source_says_what_it_is_for() {
    for path in sources("src").into_iter().chain(sources("tests")) {
        assert!(
            read(&path).starts_with("//! "),
            "{} has no `//!` line",
            path.display()
        );
    }
}

#[test]
fn charts_and_style_have_the_same_colours() {
    use lantu::chart::{DARK, LIGHT, Palette};
    let css = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("style/tokens.css"));
    let (light, dark) = css
        .split_once("[data-theme=\"dark\"]")
        .expect("both themes");
    let has = |block: &str, palette: Palette| {
        let mut tokens = vec![
            ("paper".to_string(), palette.paper),
            ("ink".to_string(), palette.ink),
            ("soft".to_string(), palette.soft),
            ("rule".to_string(), palette.rule),
        ];
        let cities = palette.cities.iter().enumerate();
        tokens.extend(cities.map(|(city, colour)| (format!("city-{city}"), *colour)));
        for (name, colour) in tokens {
            let want = format!(
                "--{name}: #{:02x}{:02x}{:02x};",
                colour.0, colour.1, colour.2
            );
            assert!(block.contains(&want), "style/tokens.css lacks {want}");
        }
    };
    has(light, LIGHT);
    has(dark, DARK);
}

#[test]
fn chinese_words_have_chinese_punctuation() {
    let is_han = |c: char| matches!(c, '\u{3400}'..='\u{9fff}' | '“' | '”' | '）');
    for path in sources("src/words").into_iter().chain(sources("src/app")) {
        for (line, text) in read(&path).lines().enumerate() {
            let characters: Vec<char> = text.chars().collect();
            // English that names a Chinese word goes on with a space.
            for three in characters.windows(3) {
                assert!(
                    !(is_han(three[0]) && matches!(three[1], ',' | ';') && three[2] != ' '),
                    "{}:{}: `{}{}`: write it full-width",
                    path.display(),
                    line + 1,
                    three[0],
                    three[1]
                );
            }
        }
    }
}
