//! The whole data set as a Frictionless data package: a descriptor and its tables.

use std::io::{Cursor, Write};

use serde::Serialize;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::cite::Title;
use super::table::{Field, Table};
use super::{CSV, File, Links, file, records};
use crate::plan::{Bundle, StatementId};

/// The package's files, the descriptor first.
pub const FILES: [&str; 6] = [
    "datapackage.json",
    "statements.csv",
    "indicators.csv",
    "plans.csv",
    "gaps.csv",
    "actuals.csv",
];

/// The files of [`FILES`]. `site`: where the explorer stands, for the links; may be empty.
pub fn files(bundle: &Bundle, site: &str) -> Vec<File> {
    let links = Links::new(site);
    let ids: Vec<StatementId> = bundle.statement_ids().collect();
    let tables = [
        records::statements(bundle, &ids, &links),
        records::indicators(bundle),
        records::plans(bundle, &links),
        records::gaps(&bundle.plans, &links),
        records::actuals(bundle),
    ];
    let contents: Vec<String> = tables.iter().map(Table::csv).collect();
    let sizes = contents.iter().map(String::len);
    let resources = RESOURCES.iter().zip(&tables).zip(sizes);
    let resources = resources.map(|((about, table), bytes)| resource(about, table, bytes));
    let package = Package {
        profile: "tabular-data-package",
        name: "lantu",
        title: "蓝图 Lantu: quantified promises of Chinese city plans",
        description: DESCRIPTION,
        homepage: (!site.is_empty()).then(|| site.into()),
        version: env!("CARGO_PKG_VERSION"),
        licenses: [LICENCE],
        sources: sources(bundle),
        resources: resources.collect(),
    };
    let descriptor = serde_json::to_string_pretty(&package).expect("plain data") + "\n";
    let mut files = vec![file(FILES[0].into(), "application/json", descriptor)];
    let tables = FILES[1..].iter().zip(contents);
    files.extend(tables.map(|(name, content)| file((*name).into(), CSV, content)));
    files
}

/// The plans, then the publications that the outcomes come from.
fn sources(bundle: &Bundle) -> Vec<Title> {
    let is_used = |index: usize| {
        bundle
            .actuals
            .iter()
            .any(|one| usize::from(one.source) == index)
    };
    let outside = bundle.sources.iter().enumerate();
    let outside = outside.filter(|(index, _)| is_used(*index));
    let outside = outside.map(|(_, source)| Title::of_source(source));
    bundle.plans.iter().map(Title::of).chain(outside).collect()
}

/// The package as one zip file.
pub fn zipped(bundle: &Bundle, site: &str) -> File {
    const IN_MEMORY: &str = "it is written to memory";
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for file in files(bundle, site) {
        archive.start_file(&file.name, options).expect(IN_MEMORY);
        archive.write_all(&file.bytes).expect(IN_MEMORY);
    }
    File {
        name: "lantu.zip".into(),
        media_type: "application/zip".into(),
        bytes: archive.finish().expect(IN_MEMORY).into_inner(),
    }
}

const DESCRIPTION: &str = "Every quantified statement found in the plans, with the exact words \
    behind each number; the indicators they state; the plans; the places where a copy of a plan lost \
    its digits; and outcomes from outside the plans, each with its own source. Titles of fields are Chinese, their descriptions English. Offsets count Unicode \
    scalar values of the plan's text as given. The plans are public documents of the governments \
    that issued them.";

const LICENCE: License = License {
    name: "MIT",
    title: "MIT License",
    path: "https://opensource.org/license/mit",
};

/// What is said of a table, and how it hangs together with the others.
struct About {
    name: &'static str,
    title: &'static str,
    key: &'static [&'static str],
    /// Column, other table, its column.
    references: &'static [(&'static str, &'static str, &'static str)],
}

const RESOURCES: [About; 5] = [
    About {
        name: "statements",
        title: "陈述 Statements",
        key: &[],
        references: &[
            ("plan", "plans", "id"),
            ("indicator_id", "indicators", "id"),
        ],
    },
    About {
        name: "indicators",
        title: "指标 Indicators",
        key: &["id"],
        references: &[],
    },
    About {
        name: "plans",
        title: "规划 Plans",
        key: &["id"],
        references: &[],
    },
    About {
        name: "gaps",
        title: "缺失 Gaps",
        key: &["plan", "start"],
        references: &[("plan", "plans", "id")],
    },
    About {
        name: "actuals",
        title: "实际 Actuals",
        key: &[],
        references: &[("indicator_id", "indicators", "id")],
    },
];

#[derive(Serialize)]
struct Package {
    profile: &'static str,
    name: &'static str,
    title: &'static str,
    description: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    homepage: Option<String>,
    version: &'static str,
    licenses: [License; 1],
    sources: Vec<Title>,
    resources: Vec<Resource>,
}

#[derive(Serialize)]
struct License {
    name: &'static str,
    title: &'static str,
    path: &'static str,
}

#[derive(Serialize)]
struct Resource {
    profile: &'static str,
    name: &'static str,
    title: &'static str,
    path: String,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    bytes: usize,
    schema: Schema,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Schema {
    fields: Vec<Field>,
    missing_values: [&'static str; 1],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    primary_key: &'static [&'static str],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    foreign_keys: Vec<ForeignKey>,
}

#[derive(Serialize)]
struct ForeignKey {
    fields: [&'static str; 1],
    reference: Reference,
}

#[derive(Serialize)]
struct Reference {
    resource: &'static str,
    fields: [&'static str; 1],
}

fn resource(about: &About, table: &Table, bytes: usize) -> Resource {
    let foreign_keys = about
        .references
        .iter()
        .map(|&(field, resource, to)| ForeignKey {
            fields: [field],
            reference: Reference {
                resource,
                fields: [to],
            },
        });
    Resource {
        profile: "tabular-data-resource",
        name: about.name,
        title: about.title,
        path: format!("{}.csv", about.name),
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        bytes,
        schema: Schema {
            fields: table.fields(),
            missing_values: [""],
            primary_key: about.key,
            foreign_keys: foreign_keys.collect(),
        },
    }
}
