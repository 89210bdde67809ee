//! Finishes the page that Trunk has built; the hook in Trunk.toml runs it.
//!
//! 1. The glue: loses what is for readers only.
//! 1. `index.html`: its content security policy allows its inline scripts, by their hashes.
//! 2. `lantu.html`: the whole explorer in one file that also opens from `file://`, where browsers
//!    block modules and fetches: the glue stands in the page, the wasm as gzip in base64.

use std::error::Error;
use std::io::Write;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::{env, fs, process};

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

/// Nothing may be loaded: neither from the network nor from the folder around the file.
const SINGLE_PAGE_POLICY: &str = "default-src 'none'; \
    script-src 'unsafe-inline' 'wasm-unsafe-eval'; \
    style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'";

/// Gives the wasm's bytes back to the glue.
const UNPACK: &str = "async function unpack() {
  const packed = atob(document.getElementById('wasm').textContent);
  const bytes = Uint8Array.from(packed, (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}
";

fn main() {
    let folder = env::var_os("TRUNK_STAGING_DIR").expect("Trunk's hook sets TRUNK_STAGING_DIR");
    let folder = PathBuf::from(folder);
    if let Err(reason) = pack(&folder) {
        eprintln!("pack: {}: {reason}", folder.display());
        process::exit(1);
    }
}

fn pack(folder: &Path) -> Result<(), Box<dyn Error>> {
    let index = folder.join("index.html");
    let page = fs::read_to_string(&index)?;
    let names = Names::find(&page)?;
    let glue = without_comments(&fs::read_to_string(folder.join(names.glue))?);
    fs::write(folder.join(names.glue), &glue)?;
    let wasm = fs::read(folder.join(names.wasm))?;
    fs::write(
        folder.join("lantu.html"),
        single_page(&page, &names, &glue, &wasm)?,
    )?;
    // `trunk serve` adds a script that it still changes while it sends the page.
    let served = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "debug");
    let sources = match served {
        true => " 'unsafe-inline'".to_owned(),
        false => inline_script_hashes(&page)?,
    };
    fs::write(index, allow_scripts(&page, &sources)?)?;
    Ok(())
}

/// What the page's start script loads, as `pattern_script` in Trunk.toml writes it.
struct Names<'a> {
    /// `./web-1f2e.js`
    glue: &'a str,
    /// `./web-1f2e_bg.wasm`
    wasm: &'a str,
}

impl<'a> Names<'a> {
    fn find(page: &'a str) -> Result<Self, String> {
        Ok(Self {
            glue: &page[between(page, "import init from '", "';")?],
            wasm: &page[between(page, "module_or_path: '", "'")?],
        })
    }
}

fn single_page(
    page: &str,
    names: &Names,
    glue: &str,
    wasm: &[u8],
) -> Result<String, Box<dyn Error>> {
    let import = format!("import init from '{}';", names.glue);
    let mut page = page
        .replace(&import, &format!("{UNPACK}{}", inline_glue(glue)?))
        .replace(&format!("'{}'", names.wasm), "await unpack()");
    for rel in ["modulepreload", "preload", "manifest"] {
        while let Some(start) = page.find(&format!("<link rel=\"{rel}\"")) {
            let length = page[start..].find('>').ok_or("a link has no end")? + 1;
            page.replace_range(start..start + length, "");
        }
    }
    let policy = policy(&page)?;
    page.replace_range(policy, SINGLE_PAGE_POLICY);

    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(wasm)?;
    let packed = BASE64.encode(gzip.finish()?);
    let body_end = page.rfind("</body>").ok_or("index.html has no </body>")?;
    let script = format!("<script id=\"wasm\" type=\"text/plain\">{packed}</script>\n");
    page.insert_str(body_end, &script);
    Ok(page)
}

/// The glue without the comment lines and the indentation that wasm-bindgen writes for readers.
///
/// Trunk's own minifier fails on this glue. Lines are all that is looked at: the glue has no string
/// over several lines.
fn without_comments(glue: &str) -> String {
    let is_code = |line: &&str| {
        !line.is_empty()
            && !["/*", "*", "//"]
                .iter()
                .any(|comment| line.starts_with(comment))
    };
    glue.lines()
        .map(str::trim)
        .filter(is_code)
        .map(|line| format!("{line}\n"))
        .collect()
}

/// The glue as part of a script in the page: a constant `init` in place of its exports.
fn inline_glue(glue: &str) -> Result<String, String> {
    if glue.contains("</script") || glue.contains("<!--") {
        return Err("the glue would end the script element around it".into());
    }
    if glue.lines().any(|line| line.starts_with("import ")) {
        return Err("the glue imports a snippet, which one file cannot hold".into());
    }
    // `export { initSync, __wbg_init as default };`
    let exports = &glue[between(glue, "export {", "};")?];
    let init = exports
        .split(',')
        .find_map(|name| name.trim().strip_suffix(" as default"))
        .ok_or("the glue has no default export")?;
    let constant = format!("const init = {init};");
    Ok(glue.replace(&format!("export {{{exports}}};"), &constant))
}

/// ` 'sha256-…'` for each script that stands in the page itself.
fn inline_script_hashes(page: &str) -> Result<String, String> {
    let mut hashes = String::new();
    let mut rest = page;
    while let Some(start) = rest.find("<script") {
        let content = start + rest[start..].find('>').ok_or("a script tag has no end")? + 1;
        let length = rest[content..]
            .find("</script>")
            .ok_or("a script has no end")?;
        if !rest[start..content].contains(" src=") {
            let hash = BASE64.encode(Sha256::digest(&rest[content..content + length]));
            hashes.push_str(&format!(" 'sha256-{hash}'"));
        }
        rest = &rest[content + length..];
    }
    Ok(hashes)
}

/// The page with `sources` added to what its policy lets run.
fn allow_scripts(page: &str, sources: &str) -> Result<String, String> {
    let policy = policy(page)?;
    let scripts = between(&page[policy.clone()], "script-src ", ";")?;
    let mut allowed = page.to_owned();
    allowed.insert_str(policy.start + scripts.end, sources);
    Ok(allowed)
}

/// Where the content security policy's text stands.
fn policy(page: &str) -> Result<Range<usize>, String> {
    between(
        page,
        "http-equiv=\"Content-Security-Policy\" content=\"",
        "\"",
    )
}

/// Where the text after the first `opening` and before the next `ending` stands.
fn between(text: &str, opening: &str, ending: &str) -> Result<Range<usize>, String> {
    let missing = || format!("found no {opening}…{ending}");
    let start = text.find(opening).ok_or_else(missing)? + opening.len();
    let end = start + text[start..].find(ending).ok_or_else(missing)?;
    Ok(start..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; img-src data:">
<link rel="modulepreload" href="./web-1f.js"><link rel="icon" href="data:,">
<script type="module">
import init from './web-1f.js';
await init({ module_or_path: './web-1f_bg.wasm' });
</script>
<script src="x.js"></script>
<body></body>"#;

    #[test]
    fn comment_lines_and_indentation_go() {
        let glue =
            "let a;\n    /**\n     * @returns {number}\n     */\n    // so\n    a = 'x  //y';\n";
        assert_eq!(without_comments(glue), "let a;\na = 'x  //y';\n");
    }

    #[test]
    fn only_scripts_in_the_page_are_hashed() {
        let page = "<script>alert(1)</script><script src='x.js'></script>";
        // As `openssl dgst -sha256 -binary | base64` has it.
        let hash = " 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='";
        assert_eq!(inline_script_hashes(page).unwrap(), hash);
    }

    #[test]
    fn sources_join_the_scripts_of_the_policy() {
        let allowed = allow_scripts(PAGE, " 'sha256-x'").unwrap();
        assert!(allowed.contains("script-src 'self' 'sha256-x'; img-src data:"));
    }

    #[test]
    fn one_file_asks_for_no_other() {
        let names = Names::find(PAGE).unwrap();
        assert_eq!(
            (names.glue, names.wasm),
            ("./web-1f.js", "./web-1f_bg.wasm")
        );
        let glue = "const start = 1;\nexport { initSync, start as default };\n";
        let page = single_page(PAGE, &names, glue, b"wasm").unwrap();
        assert!(!page.contains("web-1f"), "{page}");
        assert!(page.contains("const init = start;"));
        assert!(page.contains("await init({ module_or_path: await unpack() });"));
        assert!(page.contains(SINGLE_PAGE_POLICY));
        assert!(page.contains(r#"<link rel="icon""#));
    }

    #[test]
    fn glue_that_cannot_stand_in_a_page_is_refused() {
        for glue in [
            "'</script>'",
            "import { x } from './snippets/x.js';",
            "let x;",
        ] {
            assert!(inline_glue(glue).is_err(), "{glue}");
        }
    }
}
