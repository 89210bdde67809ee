//! Finishes the page that Trunk has built: `pack [FOLDER]`, run by the hook in Trunk.toml.
//!
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
    let folder = env::args_os()
        .nth(1)
        .or_else(|| env::var_os("TRUNK_STAGING_DIR"))
        .map_or_else(|| PathBuf::from("dist"), PathBuf::from);
    if let Err(reason) = pack(&folder) {
        eprintln!("pack: {}: {reason}", folder.display());
        process::exit(1);
    }
}

fn pack(folder: &Path) -> Result<(), Box<dyn Error>> {
    let index = folder.join("index.html");
    let page = fs::read_to_string(&index)?;
    let names = Names::find(&page)?;
    let glue = fs::read_to_string(folder.join(names.glue))?;
    let wasm = fs::read(folder.join(names.wasm))?;
    fs::write(
        folder.join("lantu.html"),
        single_page(&page, &names, &glue, &wasm)?,
    )?;
    fs::write(index, allow_inline_scripts(&page)?)?;
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

fn allow_inline_scripts(page: &str) -> Result<String, String> {
    let mut hashes = String::new();
    let mut rest = page;
    // `trunk serve` adds a script that it still changes while it sends the page.
    if env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "debug") {
        hashes = " 'unsafe-inline'".into();
        rest = "";
    }
    while let Some(start) = rest.find("<script") {
        let content = start + rest[start..].find('>').ok_or("a script tag has no end")? + 1;
        let end = content
            + rest[content..]
                .find("</script>")
                .ok_or("a script has no end")?;
        if !rest[start..content].contains(" src=") {
            let hash = BASE64.encode(Sha256::digest(&rest[content..end]));
            hashes.push_str(&format!(" 'sha256-{hash}'"));
        }
        rest = &rest[end..];
    }
    let policy = policy(page)?;
    let scripts = between(&page[policy.clone()], "script-src ", ";")?;
    let mut allowed = page.to_owned();
    allowed.insert_str(policy.start + scripts.end, &hashes);
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
