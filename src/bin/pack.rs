//! Finishes the page that Trunk has built; the hook in Trunk.toml runs it.
//!
//! 1. The glue: loses what is for readers only.
//! 1. `export.wasm`, which the Makefile has built: joins the others under a name of its content.
//! 1. `index.html`: its content security policy allows its inline scripts, by their hashes.
//! 2. `lantu.html`: the whole explorer in one file that also opens from `file://`, where browsers
//!    block modules and fetches: the glue stands in the page, both wasm as gzip in base64.

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

/// How `public/take.js` gets the export module.
const LOAD_EXPORT: &str = "fetch('./export.wasm').then((reply) => reply.arrayBuffer())";

/// Gives the bytes of a wasm in the page back.
const UNPACK: &str = "async function unpack(id) {
  const packed = atob(document.getElementById(id).textContent);
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
    let export = fs::read(env::var_os("EXPORT").ok_or("the Makefile sets EXPORT")?)?;
    let export = self_contained(&export)?;
    fs::write(
        folder.join("lantu.html"),
        single_page(&page, &names, &glue, &wasm, &export)?,
    )?;
    let export_name = format!(
        "export-{}.wasm",
        &format!("{:x}", Sha256::digest(&export))[..16]
    );
    fs::write(folder.join(&export_name), &export)?;
    let page = with_export(&page, &LOAD_EXPORT.replace("export.wasm", &export_name))?;
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

/// The page with another way to get the export module.
fn with_export(page: &str, load: &str) -> Result<String, String> {
    let place = between(page, "const code = () => ", ";\n")?;
    if &page[place.clone()] != LOAD_EXPORT {
        return Err(format!("public/take.js does not {LOAD_EXPORT}"));
    }
    let mut page = page.to_owned();
    page.replace_range(place, load);
    Ok(page)
}

/// A wasm without its custom sections, which are for tools.
///
/// # Errors
/// It imports something, and nobody would provide it.
fn self_contained(wasm: &[u8]) -> Result<Vec<u8>, &'static str> {
    const MAGIC: &[u8] = b"\0asm\x01\0\0\0";
    const CUSTOM: u8 = 0;
    const IMPORT: u8 = 2;
    const CUT: &str = "the wasm ends too early";
    let mut kept = MAGIC.to_vec();
    let mut rest = wasm.strip_prefix(MAGIC).ok_or("it is no wasm")?;
    while let Some((&section, after)) = rest.split_first() {
        // The section's length, seven bits a byte.
        let end = after.iter().position(|byte| byte & 0x80 == 0).ok_or(CUT)?;
        let bits = after[..=end].iter().rev();
        let length = bits.fold(0, |sum, byte| sum << 7 | usize::from(byte & 0x7f));
        let next = after.get(end + 1 + length..).ok_or(CUT)?;
        match section {
            CUSTOM => {}
            IMPORT => return Err("the wasm imports something"),
            _ => kept.extend(&rest[..rest.len() - next.len()]),
        }
        rest = next;
    }
    Ok(kept)
}

fn single_page(
    page: &str,
    names: &Names,
    glue: &str,
    wasm: &[u8],
    export: &[u8],
) -> Result<String, Box<dyn Error>> {
    let import = format!("import init from '{}';", names.glue);
    let mut page = with_export(page, &format!("unpack('export');\n{UNPACK}"))?
        .replace(&import, &inline_glue(glue)?)
        .replace(&format!("'{}'", names.wasm), "await unpack('wasm')");
    for rel in ["modulepreload", "preload", "manifest"] {
        while let Some(start) = page.find(&format!("<link rel=\"{rel}\"")) {
            let length = page[start..].find('>').ok_or("a link has no end")? + 1;
            page.replace_range(start..start + length, "");
        }
    }
    let policy = policy(&page)?;
    page.replace_range(policy, SINGLE_PAGE_POLICY);

    for (id, wasm) in [("wasm", wasm), ("export", export)] {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(wasm)?;
        let packed = BASE64.encode(gzip.finish()?);
        let body_end = page.rfind("</body>").ok_or("index.html has no </body>")?;
        let script = format!("<script id=\"{id}\" type=\"text/plain\">{packed}</script>\n");
        page.insert_str(body_end, &script);
    }
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

    const PAGE: &str = r#"<script>
const code = () => fetch('./export.wasm').then((reply) => reply.arrayBuffer());
</script><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; img-src data:">
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
        let page = single_page(PAGE, &names, glue, b"wasm", b"export").unwrap();
        assert!(page.contains("const code = () => unpack('export');"));
        assert!(!page.contains("fetch("), "{page}");
        assert!(!page.contains("web-1f"), "{page}");
        assert!(page.contains("const init = start;"));
        assert!(page.contains("await init({ module_or_path: await unpack('wasm') });"));
        assert!(page.contains(SINGLE_PAGE_POLICY));
        assert!(page.contains(r#"<link rel="icon""#));
    }

    #[test]
    fn a_wasm_without_imports_is_kept_without_what_is_for_tools() {
        let wasm = |sections: &[u8]| [b"\0asm\x01\0\0\0", sections].concat();
        // The types, a custom section of 128 bytes, the functions.
        let long = [&[1, 1, 0, 0, 0x80, 0x01][..], &[2; 128], &[3, 1, 0]].concat();
        assert_eq!(self_contained(&wasm(&long)), Ok(wasm(&[1, 1, 0, 3, 1, 0])));
    }

    #[test]
    fn a_wasm_with_imports_or_cut_short_is_refused() {
        let wasm = |sections: &[u8]| [b"\0asm\x01\0\0\0", sections].concat();
        let imports = self_contained(&wasm(&[1, 1, 0, 2, 1, 0]));
        assert_eq!(imports, Err("the wasm imports something"));
        assert!(self_contained(&wasm(&[1, 9, 0])).is_err());
        assert!(self_contained(b"<html>").is_err());
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
