//! Citations: the view itself, then each plan whose words it shows, with its paragraphs.

use serde::Serialize;

use super::part::Content;
use super::{Links, Request};
use crate::address::Address;
use crate::plan::{Bundle, Issued, Plan, Source};

/// More paragraphs of a plan than these are not listed; the data file has each.
const PARAGRAPHS: usize = 8;

/// After GB/T 7714-2015, electronic resources: one entry a line.
///
/// ```text
/// 蓝图 Lantu. 常住人口城镇化率[EB/OL]. [2026-03-01]. https://….
/// 温州市人民政府, 丽水市人民政府. 温州都市区建设行动方案:温政发〔2019〕18号[EB/OL]. 2019:第7段(2019-12-12)[2026-03-01]. https://….
/// ```
pub fn gbt7714(bundle: &Bundle, address: &Address, content: &Content, request: &Request) -> String {
    let date = &request.date;
    let link = view_link(address, &request.site);
    let view = format!("蓝图 Lantu. {}[EB/OL]. [{date}]. {link}.\n", content.title);
    let sources = sources(bundle, content, request);
    let plans = sources.iter().map(|source| source.gbt7714(date));
    view + &plans.collect::<String>()
}

/// One `@misc` entry for the view and for each plan.
pub fn bibtex(bundle: &Bundle, address: &Address, content: &Content, request: &Request) -> String {
    let date = &request.date;
    let view = entry(
        &content.stem,
        &[
            ("author", "{Lantu}".into()),
            ("title", format!("{{{}}}", escaped(&content.title))),
            ("url", view_link(address, &request.site)),
            ("urldate", date.clone()),
            ("note", format!("Accessed {date}")),
        ],
    );
    let sources = sources(bundle, content, request);
    let plans = sources.iter().map(|source| source.bibtex(date));
    view + &plans.collect::<String>()
}

/// The page that shows what is cited, even where a frame shows its chart alone.
pub fn view_link(address: &Address, site: &str) -> String {
    let page = Address::new(address.page.clone(), address.language);
    Links::new(site).to(&page)
}

/// A Frictionless source.
#[derive(Serialize)]
pub struct Title {
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
}

/// The plans some words stand in, in the bundle's order.
pub fn plan_titles(bundle: &Bundle, places: &[(usize, u32)]) -> Vec<Title> {
    let plans = bundle.plans.iter().enumerate();
    let shown = plans.filter(|(index, _)| places.iter().any(|(plan, _)| plan == index));
    shown.map(|(_, plan)| Title::of(plan)).collect()
}

impl Title {
    pub fn of(plan: &Plan) -> Self {
        let entry = &plan.entry;
        let title = match entry.issuer.as_str() {
            "" => entry.title.clone(),
            issuer => format!("{issuer}：{}", entry.title),
        };
        Self { title, path: None }
    }

    pub fn of_source(source: &Source) -> Self {
        Self {
            title: format!("{}：{}", source.publisher, source.title),
            path: (!source.url.is_empty()).then(|| source.url.clone()),
        }
    }
}

/// A plan with the paragraphs shown of it.
struct Cited<'a> {
    plan: &'a Plan,
    /// From 1, in order; empty where there are too many to list.
    paragraphs: Vec<usize>,
    link: String,
}

fn sources<'a>(bundle: &'a Bundle, content: &Content, request: &Request) -> Vec<Cited<'a>> {
    let links = Links::new(&request.site);
    let mut sources = Vec::new();
    for (index, plan) in bundle.plans.iter().enumerate() {
        let places = content.places.iter().filter(|(of, _)| *of == index);
        let offsets: Vec<u32> = places.map(|(_, offset)| *offset).collect();
        let Some(first) = offsets.iter().min() else {
            continue;
        };
        let mut paragraphs: Vec<usize> = offsets
            .iter()
            .filter_map(|&at| plan.outline.paragraph_at(at))
            .map(|paragraph| paragraph + 1)
            .collect();
        paragraphs.sort_unstable();
        paragraphs.dedup();
        let is_short = paragraphs.len() <= PARAGRAPHS;
        let link = links.plan(&plan.entry.id, is_short.then_some(*first));
        sources.push(Cited {
            plan,
            paragraphs: if is_short { paragraphs } else { Vec::new() },
            link,
        });
    }
    sources
}

impl Cited<'_> {
    fn gbt7714(&self, date: &str) -> String {
        let entry = &self.plan.entry;
        // Without a known author the title comes first.
        let author = match entry.issuer.as_str() {
            "" => String::new(),
            issuer => format!("{}. ", issuer.replace('、', ", ")),
        };
        let number = match entry.document_number.as_str() {
            "" => String::new(),
            number => format!(":{number}"),
        };
        let year = entry.issued.and_then(|issued| issued.year);
        let paragraphs = match self.list("、") {
            list if list.is_empty() => String::new(),
            list => match year {
                Some(year) => format!("{year}:第{list}段"),
                None => format!("第{list}段"),
            },
        };
        let issued = entry.issued.and_then(day).map(|day| format!("({day})"));
        format!(
            "{author}{}{number}[EB/OL]. {paragraphs}{}[{date}]. {}.\n",
            entry.title,
            issued.unwrap_or_default(),
            self.link
        )
    }

    fn bibtex(&self, date: &str) -> String {
        let source = &self.plan.entry;
        let issuers: Vec<String> = source
            .issuer
            .split('、')
            .filter(|issuer| !issuer.is_empty())
            .map(|issuer| format!("{{{}}}", escaped(issuer)))
            .collect();
        let issued = source.issued.filter(|issued| issued.year.is_some());
        let part = |part: Option<String>| part.unwrap_or_default();
        let paragraphs = match self.paragraphs.len() {
            0 => String::new(),
            1 => format!("Paragraph {}. ", self.list(", ")),
            _ => format!("Paragraphs {}. ", self.list(", ")),
        };
        entry(
            &source.id,
            &[
                ("author", issuers.join(" and ")),
                ("title", format!("{{{}}}", escaped(&source.title))),
                ("number", escaped(&source.document_number)),
                (
                    "year",
                    part(issued.and_then(|i| i.year).map(|y| y.to_string())),
                ),
                (
                    "month",
                    part(issued.and_then(|i| i.month).map(|m| m.to_string())),
                ),
                (
                    "day",
                    part(issued.and_then(|i| i.day).map(|d| d.to_string())),
                ),
                ("url", self.link.clone()),
                ("urldate", date.into()),
                ("note", format!("{paragraphs}Accessed {date}")),
                ("language", "chinese".into()),
            ],
        )
    }

    fn list(&self, separator: &str) -> String {
        let numbers: Vec<String> = self.paragraphs.iter().map(usize::to_string).collect();
        numbers.join(separator)
    }
}

/// `2019-12-12`, `2019-12` or `2019`; nothing where the year is lost.
fn day(issued: Issued) -> Option<String> {
    let year = issued.year?;
    Some(match (issued.month, issued.day) {
        (Some(month), Some(day)) => format!("{year}-{month:02}-{day:02}"),
        (Some(month), None) => format!("{year}-{month:02}"),
        (None, _) => year.to_string(),
    })
}

/// A BibTeX entry; fields without a value are left out.
fn entry(key: &str, fields: &[(&str, String)]) -> String {
    let given = fields.iter().filter(|(_, value)| !value.is_empty());
    let lines = given.map(|(name, value)| format!("  {name} = {{{value}}},\n"));
    format!("@misc{{{key},\n{}}}\n", lines.collect::<String>())
}

/// With the characters that LaTeX would read as commands made plain.
fn escaped(words: &str) -> String {
    let mut out = String::new();
    for c in words.chars() {
        if matches!(c, '&' | '%' | '$' | '#' | '_' | '{' | '}') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
