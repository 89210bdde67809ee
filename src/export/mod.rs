//! What a visitor takes away: a chart or a table of any page as a file, its citation, or the whole
//! data set. Pure functions of the bundle and an address; nothing here reads a clock.
//!
//! A first visit does not carry this code: the page loads `export.wasm` ([`crate::export::answer`] behind
//! a C entry) when somebody asks for a file, or opens what became of the promises
//! ([`crate::page::html`]). `lantu package` uses the same functions.

use serde::{Deserialize, Serialize};

use crate::address::Address;
use crate::chart::{DARK, LIGHT};
use crate::page;
use crate::plan::{Bundle, BundleError};

mod cite;
mod package;
mod part;
mod picture;
mod records;
mod table;

pub use package::{FILES, files};

use part::Content;

/// What somebody asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// The hash route, which holds every choice: `#/indicator/gross-domestic-product?log=1`.
    pub address: String,
    pub part: Part,
    pub format: Format,
    /// The day of access: `2026-03-01`.
    pub date: String,
    /// Where the explorer stands, without the hash; empty where it is no public place, and links are
    /// then hash routes.
    pub site: String,
    /// Pictures in the colours of the dark theme.
    pub dark: bool,
}

impl Request {
    /// The year of access, which tells what has fallen due by then.
    fn year(&self) -> u16 {
        let year = self.date.get(..4).and_then(|year| year.parse().ok());
        year.unwrap_or(0)
    }
}

/// Which of a page's charts and tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// A timeline, as its switches are set.
    Chart,
    /// The page's table; of a plan's page its statements.
    Table,
    /// Statements that are not on the chart.
    Aside,
    /// The gaps of a plan.
    Gaps,
    /// An indicator's targets with their pace and outcome.
    Targets,
    /// The published outcomes of an indicator.
    Outcomes,
    /// The opened row of a comparison, from base to target.
    Slope,
    /// The same as distances from each city's own base.
    Distance,
}

impl Part {
    pub const ALL: [Self; 8] = [
        Self::Chart,
        Self::Table,
        Self::Aside,
        Self::Gaps,
        Self::Targets,
        Self::Outcomes,
        Self::Slope,
        Self::Distance,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Chart => "chart",
            Self::Table => "table",
            Self::Aside => "aside",
            Self::Gaps => "gaps",
            Self::Targets => "targets",
            Self::Outcomes => "outcomes",
            Self::Slope => "slope",
            Self::Distance => "distance",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.as_str() == word)
    }

    /// Whether it is drawn.
    pub fn is_chart(self) -> bool {
        matches!(self, Self::Chart | Self::Slope | Self::Distance)
    }
}

/// The form of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// On a ground of its own: white, or the dark theme's.
    Svg,
    /// On whatever it is put on.
    ClearSvg,
    Csv,
    /// A Frictionless data resource with its rows in it.
    Json,
    /// A citation after GB/T 7714-2015.
    Gbt7714,
    Bibtex,
    /// The whole data set as a zipped Frictionless data package; the part does not matter.
    Package,
}

impl Format {
    pub const ALL: [Self; 7] = [
        Self::Svg,
        Self::ClearSvg,
        Self::Csv,
        Self::Json,
        Self::Gbt7714,
        Self::Bibtex,
        Self::Package,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::ClearSvg => "clear-svg",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Gbt7714 => "gbt7714",
            Self::Bibtex => "bibtex",
            Self::Package => "package",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.as_str() == word)
    }
}

/// A file to save.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    pub name: String,
    /// `text/csv;charset=utf-8`
    pub media_type: String,
    pub bytes: Vec<u8>,
}

/// Why there is no file: what of it is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportError {
    /// The address leads to no page of the bundle.
    Page,
    /// The page has no such chart or table, or it is empty.
    Part,
    /// Nothing of it can stand on a chart, or every city is switched off.
    Chart,
}

impl std::fmt::Display for ExportError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Page => "the address leads to no page",
            Self::Part => "the page has no such chart or table",
            Self::Chart => "nothing of it can be drawn",
        })
    }
}

impl std::error::Error for ExportError {}

/// The file asked for.
///
/// # Errors
/// The bundle has no such page, the page no such part, or the part cannot be drawn.
pub fn export(bundle: &Bundle, request: &Request) -> Result<File, ExportError> {
    if request.format == Format::Package {
        return Ok(package::zipped(bundle, &request.site));
    }
    let address = Address::parse(&request.address);
    let links = Links::new(&request.site);
    let content = Content::of(bundle, &address, request, &links)?;
    let stem = &content.stem;
    Ok(match request.format {
        Format::Svg | Format::ClearSvg => {
            let text = picture::svg_file(bundle, &address, &content, request)?;
            file(format!("{stem}.svg"), "image/svg+xml", text)
        }
        Format::Csv => file(format!("{stem}.csv"), CSV, content.table.csv()),
        Format::Json => {
            let text = content.json(bundle, &address, request);
            file(format!("{stem}.json"), "application/json", text)
        }
        Format::Gbt7714 => {
            let text = cite::gbt7714(bundle, &address, &content, request);
            file(format!("{stem}.txt"), "text/plain;charset=utf-8", text)
        }
        Format::Bibtex => {
            let text = cite::bibtex(bundle, &address, &content, request);
            file(format!("{stem}.bib"), "text/plain;charset=utf-8", text)
        }
        Format::Package => unreachable!("answered above"),
    })
}

const CSV: &str = "text/csv;charset=utf-8";

fn file(name: String, media_type: &str, text: String) -> File {
    File {
        name,
        media_type: media_type.into(),
        bytes: text.into_bytes(),
    }
}

/// What the page asks of its second wasm.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Ask {
    File(Request),
    Html(Html),
}

/// A part of a page, written here because a first visit does without it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Html {
    /// The hash route.
    pub address: String,
    pub part: page::Part,
    /// The visitor's year.
    pub year: u16,
    /// Pictures in the colours of the dark theme.
    pub dark: bool,
    /// The room in CSS pixels.
    pub width: f64,
}

/// Answers between packed forms: a bundle's bytes and an [`Ask`]'s in, `Result<File, String>` out.
pub fn answer(bundle: &[u8], ask: &[u8]) -> Vec<u8> {
    let file = unpack(bundle, ask).and_then(|(bundle, ask)| match ask {
        Ask::File(request) => export(bundle, &request).map_err(|error| error.to_string()),
        Ask::Html(html) => Ok(html_file(bundle, &html)),
    });
    postcard::to_allocvec(&file).expect("plain data always encodes")
}

/// A bundle with the words of outside publications.
///
/// # Errors
/// None with the details that the build script wrote.
pub fn with_details(mut bundle: Bundle) -> Result<Bundle, BundleError> {
    bundle.add_details(include_bytes!(concat!(env!("OUT_DIR"), "/details.bin")))?;
    Ok(bundle)
}

/// An instance answers once, so its bundle lives as long as it does.
fn unpack(bundle: &[u8], ask: &[u8]) -> Result<(&'static Bundle, Ask), String> {
    let bundle = Bundle::from_bytes(bundle).and_then(with_details);
    let bundle = bundle.map_err(|error| error.to_string())?;
    let ask = postcard::from_bytes(ask).map_err(|error| error.to_string())?;
    Ok((Box::leak(Box::new(bundle)), ask))
}

fn html_file(bundle: &'static Bundle, asked: &Html) -> File {
    let address = Address::parse(&asked.address);
    let explorer = page::Explorer {
        bundle,
        language: address.language,
        year: asked.year,
    };
    let palette = if asked.dark { DARK } else { LIGHT };
    let html = page::html(explorer, &address, asked.part, &palette, asked.width);
    file(String::new(), "text/html", html.into_string())
}

/// Addresses as full links.
struct Links<'a> {
    site: &'a str,
}

impl<'a> Links<'a> {
    fn new(site: &'a str) -> Self {
        Self { site }
    }

    /// A place in a plan, or the plan.
    fn plan(&self, id: &str, at: Option<u32>) -> String {
        let page = crate::address::Page::Plan { id: id.into(), at };
        self.to(&Address::new(page, Default::default()))
    }

    fn to(&self, address: &Address) -> String {
        format!("{}{}", self.site, address.href())
    }
}

#[cfg(test)]
mod tests;
