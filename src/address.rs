//! The address: every choice a visitor can share, as a hash route. Reading is total.
//!
//! | address | page |
//! |---|---|
//! | `#/` | overview |
//! | `#/indicators?q=…&theme=…&city=…&year=…&role=…&kind=…&sort=…` | list of indicators |
//! | `#/indicator/ID?index=1&log=1&split=1&off=CITY,…` | one indicator |
//! | `#/city/ID` | one city |
//! | `#/compare?cities=ID,…&open=INDICATOR&sort=difference&view=distance` | cities side by side |
//! | `#/scorecard?city=…&theme=…&score=…` | what became of the promises due |
//! | `#/plan/ID?at=OFFSET` | a plan's text, at a paragraph or statement |
//! | `#/about` | method and limits |
//! | `#/embed/indicator/ID?…` | an indicator's chart alone, for other sites |
//! | `#/embed/compare?open=INDICATOR…` | a comparison's pictures alone |
//!
//! Every page takes `lang=en`. A key that is absent or does not parse reads as its default, and a
//! default is not written.

use form_urlencoded::Serializer;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::insight::{self, Score};
use crate::plan::{Bundle, Kind, Role, Theme};
use crate::words::Language;

pub use crate::insight::{Selection as Filter, Sort};

/// Where the visitor is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Address {
    pub page: Page,
    pub language: Language,
    /// The chart alone, for a frame in somebody else's page.
    pub embed: bool,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub enum Page {
    #[default]
    Overview,
    Indicators(Filter),
    Indicator {
        id: String,
        view: ChartView,
    },
    City {
        id: String,
    },
    Compare(CompareView),
    Scorecard(ScoreView),
    Plan {
        id: String,
        /// Scalar offset of a paragraph's or a statement's first word.
        at: Option<u32>,
    },
    About,
    /// No page of ours; holds what was asked for.
    Unknown(String),
}

/// How the timeline chart is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChartView {
    pub index: bool,
    pub log: bool,
    /// Each city in a panel of its own.
    pub split: bool,
    /// Ids of the cities switched off.
    pub off: Vec<String>,
}

/// What is compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CompareView {
    /// City ids; empty means all.
    pub cities: Vec<String>,
    /// The indicator whose words are shown.
    pub open: Option<String>,
    /// The largest difference first, else the usual order.
    pub by_difference: bool,
    /// How far each target is from its city's own base, else the values.
    pub distance: bool,
}

/// Which promises the scorecard shows. Empty fields let everything through.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScoreView {
    /// City id.
    pub city: Option<String>,
    pub theme: Option<Theme>,
    pub score: Option<Score>,
}

impl Page {
    /// Whether a chart of the page can stand alone.
    pub fn has_chart(&self) -> bool {
        match self {
            Self::Indicator { .. } => true,
            Self::Compare(view) => view.open.is_some(),
            _ => false,
        }
    }
}

impl ChartView {
    /// The cities switched off, as indices into the bundle's.
    pub fn hidden(&self, bundle: &Bundle) -> Vec<usize> {
        let off = self.off.iter();
        off.filter_map(|id| bundle.city_index(id)).collect()
    }
}

impl ScoreView {
    /// What it lets through; an unknown city lets all through.
    pub fn filter(&self, bundle: &Bundle) -> insight::Filter {
        insight::Filter {
            city: self.city.as_ref().and_then(|id| bundle.city_index(id)),
            theme: self.theme,
            score: self.score,
        }
    }
}

impl CompareView {
    /// The chosen cities in the catalogue's order; all where none, or none known, is named.
    pub fn chosen(&self, bundle: &Bundle) -> Vec<usize> {
        let all = 0..bundle.cities.len();
        let is_named = |city: &usize| self.cities.contains(&bundle.cities[*city].id);
        let named: Vec<usize> = all.clone().filter(is_named).collect();
        if named.is_empty() {
            all.collect()
        } else {
            named
        }
    }
}

/// What a path segment leaves as it is, besides letters and digits of any script.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.');

impl Address {
    pub fn new(page: Page, language: Language) -> Self {
        Self {
            page,
            language,
            embed: false,
        }
    }

    /// The same page as a chart alone, where it has one.
    pub fn embedded(self) -> Option<Self> {
        let embed = self.page.has_chart();
        embed.then_some(Self { embed, ..self })
    }

    /// Reads a location's hash, with or without its `#`. Garbage reads as [`Page::Unknown`].
    pub fn parse(hash: &str) -> Self {
        let route = hash.strip_prefix('#').unwrap_or(hash);
        let (path, query) = route.split_once('?').unwrap_or((route, ""));
        let query = Query::parse(query);
        let language = query
            .get("lang")
            .and_then(Language::parse)
            .unwrap_or_default();
        let of = |path| Self::new(page(path, &query), language);
        path.strip_prefix("/embed/")
            .and_then(|path| of(path).embedded())
            .unwrap_or_else(|| of(path))
    }

    /// The address as a link: `#/indicator/gross-domestic-product?log=1`.
    pub fn href(&self) -> String {
        let mut query = Serializer::new(String::new());
        let mut put = |key: &str, value: &str| {
            if !value.is_empty() {
                query.append_pair(key, value);
            }
        };
        let path = match &self.page {
            Page::Overview => "/".to_string(),
            Page::About => "/about".to_string(),
            Page::Unknown(path) => format!("/{}", segment(path)),
            Page::City { id } => format!("/city/{}", segment(id)),
            Page::Indicators(filter) => {
                put_filter(filter, &mut put);
                "/indicators".to_string()
            }
            Page::Indicator { id, view } => {
                put("index", if view.index { "1" } else { "" });
                put("log", if view.log { "1" } else { "" });
                put("split", if view.split { "1" } else { "" });
                put("off", &view.off.join(","));
                format!("/indicator/{}", segment(id))
            }
            Page::Compare(view) => {
                put("cities", &view.cities.join(","));
                put("open", view.open.as_deref().unwrap_or_default());
                put("sort", if view.by_difference { "difference" } else { "" });
                put("view", if view.distance { "distance" } else { "" });
                "/compare".to_string()
            }
            Page::Scorecard(view) => {
                put("city", view.city.as_deref().unwrap_or_default());
                put("theme", view.theme.map_or("", Theme::as_str));
                put("score", view.score.map_or("", Score::as_str));
                "/scorecard".to_string()
            }
            Page::Plan { id, at } => {
                put("at", &at.map(|at| at.to_string()).unwrap_or_default());
                format!("/plan/{}", segment(id))
            }
        };
        if self.language != Language::default() {
            put("lang", self.language.as_str());
        }
        let embed = if self.embed { "/embed" } else { "" };
        match query.finish() {
            query if query.is_empty() => format!("#{embed}{path}"),
            query => format!("#{embed}{path}?{query}"),
        }
    }
}

fn page(path: &str, query: &Query) -> Page {
    let trimmed = path.trim_matches('/');
    let segments: Vec<&str> = if trimmed.is_empty() {
        Vec::new()
    } else {
        trimmed.split('/').collect()
    };
    match segments[..] {
        [] => Page::Overview,
        ["about"] => Page::About,
        ["indicators"] => Page::Indicators(filter(query)),
        ["compare"] => Page::Compare(CompareView {
            cities: query.list("cities"),
            open: query.get("open").map(String::from),
            by_difference: query.get("sort") == Some("difference"),
            distance: query.get("view") == Some("distance"),
        }),
        ["scorecard"] => Page::Scorecard(ScoreView {
            city: query.get("city").map(String::from),
            theme: query.get("theme").and_then(Theme::parse),
            score: query.get("score").and_then(Score::parse),
        }),
        ["indicator", id] => Page::Indicator {
            id: decode(id),
            view: ChartView {
                index: query.is_on("index"),
                log: query.is_on("log"),
                split: query.is_on("split"),
                off: query.list("off"),
            },
        },
        ["city", id] => Page::City { id: decode(id) },
        ["plan", id] => Page::Plan {
            id: decode(id),
            at: query.get("at").and_then(|at| at.parse().ok()),
        },
        _ => Page::Unknown(decode(trimmed)),
    }
}

fn filter(query: &Query) -> Filter {
    Filter {
        query: query.get("q").unwrap_or_default().to_string(),
        theme: query.get("theme").and_then(Theme::parse),
        city: query.get("city").map(String::from),
        year: query.get("year").and_then(|year| year.parse().ok()),
        role: query.get("role").and_then(Role::parse),
        kind: query.get("kind").and_then(Kind::parse),
        sort: query.get("sort").and_then(Sort::parse).unwrap_or_default(),
    }
}

fn put_filter(filter: &Filter, put: &mut impl FnMut(&str, &str)) {
    put("q", &filter.query);
    put("theme", filter.theme.map_or("", Theme::as_str));
    put("city", filter.city.as_deref().unwrap_or_default());
    put(
        "year",
        &filter.year.map(|year| year.to_string()).unwrap_or_default(),
    );
    put("role", filter.role.map_or("", Role::as_str));
    put("kind", filter.kind.map_or("", Kind::as_str));
    if filter.sort != Sort::default() {
        put("sort", filter.sort.as_str());
    }
}

fn segment(id: &str) -> String {
    utf8_percent_encode(id, SEGMENT).to_string()
}

fn decode(segment: &str) -> String {
    percent_decode_str(segment).decode_utf8_lossy().into_owned()
}

/// A query's pairs; of a key named twice the first counts.
struct Query(Vec<(String, String)>);

impl Query {
    fn parse(query: &str) -> Self {
        Self(
            form_urlencoded::parse(query.as_bytes())
                .into_owned()
                .collect(),
        )
    }

    fn get(&self, key: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(name, value)| name == key && !value.is_empty())
            .map(|(_, v)| v.as_str())
    }

    fn is_on(&self, key: &str) -> bool {
        self.get(key) == Some("1")
    }

    fn list(&self, key: &str) -> Vec<String> {
        let words = self
            .get(key)
            .unwrap_or_default()
            .split(',')
            .filter(|word| !word.is_empty());
        words.map(String::from).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages() -> Vec<Page> {
        let filter = Filter {
            query: "PM2.5 & 人均=100%".into(),
            theme: Some(Theme::Environment),
            city: Some("jiaxing".into()),
            year: Some(2025),
            role: Some(Role::Target),
            kind: Some(Kind::PerYear),
            sort: Sort::Statements,
        };
        let view = ChartView {
            index: true,
            log: true,
            split: true,
            off: vec!["wenzhou".into(), "ningbo".into()],
        };
        let compare = CompareView {
            cities: vec!["jiaxing".into()],
            open: Some("“高升规”".into()),
            by_difference: true,
            distance: true,
        };
        let score = ScoreView {
            city: Some("ningbo".into()),
            theme: Some(Theme::Transport),
            score: Some(Score::NotKnown),
        };
        vec![
            Page::Overview,
            Page::Indicators(Filter::default()),
            Page::Indicators(filter),
            Page::Indicator {
                id: "gross-domestic-product".into(),
                view: ChartView::default(),
            },
            Page::Indicator {
                id: "“品字标”企业/类?#".into(),
                view,
            },
            Page::City {
                id: "wenzhou".into(),
            },
            Page::Compare(CompareView::default()),
            Page::Compare(compare),
            Page::Scorecard(ScoreView::default()),
            Page::Scorecard(score),
            Page::Plan {
                id: "wenzhou-14fyp".into(),
                at: None,
            },
            Page::Plan {
                id: "wenzhou-14fyp".into(),
                at: Some(1234),
            },
            Page::About,
        ]
    }

    #[test]
    fn every_address_comes_back_as_it_went() {
        for page in pages() {
            for language in [Language::Chinese, Language::English] {
                let address = Address::new(page.clone(), language);
                assert_eq!(
                    Address::parse(&address.href()),
                    address,
                    "{}",
                    address.href()
                );
            }
        }
    }

    #[test]
    fn an_embedded_chart_keeps_its_choices() {
        let hash = "#/embed/indicator/urbanisation-rate?log=1&off=jiaxing&lang=en";
        let address = Address::parse(hash);
        assert!(address.embed);
        assert_eq!(address.href(), hash);
        let page = Address::new(address.page, address.language);
        assert_eq!(page.href(), hash.replace("/embed", ""));
    }

    #[test]
    fn only_charts_are_embedded() {
        for hash in [
            "#/embed/about",
            "#/embed",
            "#/embed/",
            "#/embed/embed/indicator/x",
        ] {
            let address = Address::parse(hash);
            assert!(!address.embed, "{hash}");
            assert!(matches!(address.page, Page::Unknown(_)), "{hash}");
        }
    }

    #[test]
    fn defaults_are_not_written() {
        let href = |page| Address::new(page, Language::Chinese).href();
        assert_eq!(href(Page::Overview), "#/");
        assert_eq!(href(Page::Indicators(Filter::default())), "#/indicators");
        assert_eq!(href(Page::Compare(CompareView::default())), "#/compare");
    }

    #[test]
    fn unknown_values_read_as_defaults() {
        let address = Address::parse(
            "#/indicators?theme=magic&year=99999999999&role=&kind=x&sort=y&lang=tlh&lang=en",
        );
        assert_eq!(address.page, Page::Indicators(Filter::default()));
        assert_eq!(address.language, Language::Chinese);
    }

    #[test]
    fn garbage_never_panics_and_is_shown_as_unknown() {
        for hash in [
            "#nonsense",
            "#/indicator",
            "#/indicator/a/b",
            "#//evil.example/x",
            "#/%FF%00",
            "#/💥?💥=%",
            "#/../../etc",
        ] {
            let address = Address::parse(hash);
            assert!(matches!(address.page, Page::Unknown(_)), "{hash}");
            Address::parse(&address.href());
        }
        for hash in ["", "#", "#/", "#?lang=en", "#/?"] {
            assert_eq!(Address::parse(hash).page, Page::Overview, "{hash}");
        }
        Address::parse(
            &"#/indicator/"
                .chars()
                .chain("%".repeat(20_000).chars())
                .collect::<String>(),
        );
    }
}
