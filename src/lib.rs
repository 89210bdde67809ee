//! Lantu 蓝图 reads Chinese city plans, finds every quantified statement in them, keeps the exact
//! words behind every number, and lets people chart and compare them.
//!
//! # The map
//! Data flows one way; a module knows those before it and none after it.
//!
//! | module | what it does | what it must not do |
//! |---|---|---|
//! | [`plan`] | the model: plans, outline, statements, gaps, and the packed bundle | know anybody |
//! | [`parse`] | text in; outline, statements and gaps out | drop a number in silence, or invent one |
//! | [`catalogue`] | reads and checks `seeds/`, assembles the bundle at build time | be in the page |
//! | [`insight`] | questions to the bundle: timelines, comparison, derived values, pace, outcome, revisions (pure functions) | know the browser |
//! | [`words`] | what the page says in Chinese and English; numbers and units | know the browser |
//! | [`chart`] | geometry and drawing on any plotters backend | know the browser |
//! | [`address`] | every choice a visitor can share, as a hash route | know the browser |
//! | [`page`] | what does not move while it is shown, as HTML | know the browser |
//! | [`export`] | what a visitor takes away: tables, pictures, citations, the data package | be in a first visit: it has a wasm of its own |
//! | `app` | the pages: leptos components, language and theme | hold domain rules |
//!
//! # Words
//! One English word for each Chinese term: 规划 plan, 陈述 statement, 指标 indicator, 依据 evidence,
//! 目标 target, 现状 observed, 推算 derived, 缺失 gap, 区域 area, 主题 theme, 实际 actual, 参照 reference.

pub mod address;
pub mod app;
#[cfg(not(target_arch = "wasm32"))]
pub mod catalogue;
pub mod chart;
pub mod export;
pub mod insight;
mod order;
pub mod page;
pub mod parse;
pub mod plan;
pub mod words;

/// The bundle made at build time from the seeds; in the page without the words of outside
/// publications, which export.wasm has.
pub fn bundle() -> plan::Bundle {
    let bundle = plan::Bundle::from_bytes(bundle_bytes());
    #[cfg(not(target_arch = "wasm32"))]
    let bundle = bundle.and_then(export::with_details);
    bundle.expect("the build script wrote it with the same types")
}

/// The same, packed.
pub fn bundle_bytes() -> &'static [u8] {
    include_bytes!(concat!(env!("OUT_DIR"), "/bundle.bin"))
}

/// The same with the outcomes and references of indicators that no plan states, which the page leaves
/// out: for data files.
#[cfg(not(target_arch = "wasm32"))]
pub fn whole_bundle() -> plan::Bundle {
    let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/whole.bin"));
    plan::Bundle::from_bytes(bytes).expect("the build script wrote it with the same types")
}

/// The vocabulary of `seeds/indicators.toml`, as checked at build time.
#[cfg(not(target_arch = "wasm32"))]
pub fn vocabulary() -> parse::Vocabulary {
    let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/vocabulary.bin"));
    let entries = catalogue::unpack(bytes).expect("the build script wrote it with the same types");
    parse::Vocabulary::new(entries)
}
