//! Small bundles for tests, said statement by statement.

use crate::parse::{self, Context};
use crate::plan::{
    Actual, Ambition, Area, Bound, Bundle, City, Direction, Grade, Indicator, Kind, Origin,
    Outline, Period, Plan, PlanEntry, Quantity, Reading, Role, Source, Span, Statement, Text,
    Theme, Year,
};

/// One statement of a sample bundle: a level, a target, for the whole city, unless said otherwise.
#[derive(Clone)]
pub struct Said {
    city: &'static str,
    indicator: &'static str,
    unit: &'static str,
    year: u16,
    value: f64,
    bound: Bound,
    role: Role,
    kind: Kind,
    area: Area,
}

impl Said {
    /// Year 0 stands for one the source lost.
    pub fn level(
        city: &'static str,
        indicator: &'static str,
        unit: &'static str,
        year: u16,
        value: f64,
    ) -> Self {
        let (bound, role, kind) = (Bound::Exactly, Role::Target, Kind::Level);
        Self {
            city,
            indicator,
            unit,
            year,
            value,
            bound,
            role,
            kind,
            area: Area::Whole,
        }
    }

    pub fn observed(mut self) -> Self {
        self.role = Role::Observed;
        self
    }

    pub fn kind(mut self, kind: Kind) -> Self {
        self.kind = kind;
        self
    }

    pub fn bound(mut self, bound: Bound) -> Self {
        self.bound = bound;
        self
    }

    pub fn area(mut self, area: &str) -> Self {
        self.area = Area::Part(area.into());
        self
    }
}

/// A bundle of 温州, 嘉兴 and 宁波 with one plan each; indicators in order of mention.
pub fn bundle(said: &[Said]) -> Bundle {
    let cities = [("wenzhou", "温州"), ("jiaxing", "嘉兴"), ("ningbo", "宁波")];
    let mut names: Vec<&str> = Vec::new();
    for one in said {
        if !names.contains(&one.indicator) {
            names.push(one.indicator);
        }
    }
    let unit_of = |name: &str| {
        said.iter()
            .find(|s| s.indicator == name)
            .map_or("", |s| s.unit)
    };
    Bundle {
        cities: cities
            .iter()
            .map(|(id, zh)| City {
                id: (*id).into(),
                zh: (*zh).into(),
                en: (*id).into(),
            })
            .collect(),
        indicators: names
            .iter()
            .map(|name| indicator(name, unit_of(name)))
            .collect(),
        plans: cities
            .iter()
            .map(|(id, zh)| plan(id, zh, said, &names))
            .collect(),
        ..Bundle::default()
    }
}

/// A bundle of 温州 with plans of 2021–2025 as read from `texts`.
pub fn read(texts: &[&str]) -> Bundle {
    let vocabulary = crate::vocabulary();
    let known = vocabulary.entries();
    let mut bundle = bundle(&[]);
    bundle.cities.truncate(1);
    bundle.indicators = known.iter().map(|entry| entry.indicator.clone()).collect();
    let context = Context {
        issued: None,
        years: Some((2021, 2025)),
    };
    let mut plans = Vec::new();
    for source in texts {
        let mut plan = bundle.plans[0].clone();
        plan.text = Text::new((*source).into());
        let mut read = parse::read(&plan.text, &context, &vocabulary);
        for statement in &mut read.statements {
            if let Some(own) = usize::from(statement.indicator).checked_sub(known.len()) {
                statement.indicator = (bundle.indicators.len() + own) as u16;
            }
        }
        bundle.indicators.append(&mut read.provisional);
        plan.statements = read.statements;
        plan.also = read.also;
        plans.push(plan);
    }
    bundle.plans = plans;
    bundle
}

/// The same with outcomes, each said like a statement; its indicator is one that the plans name.
pub fn bundle_with(said: &[Said], outcomes: &[Said]) -> Bundle {
    let mut bundle = bundle(said);
    let known = outcomes.iter().map(|one| Actual {
        city: bundle
            .cities
            .iter()
            .position(|city| city.zh == one.city)
            .unwrap() as u16,
        area: one.area.clone(),
        indicator: bundle.indicator_index(one.indicator).unwrap() as u16,
        year: one.year,
        quantity: Quantity {
            value: one.value,
            high: None,
            unit: one.unit.into(),
            bound: one.bound,
        },
        printed_unit: one.unit.into(),
        status: None,
        grade: Grade::A,
        source: 0,
        note: String::new(),
        quote: one.value.to_string(),
    });
    bundle.actuals = known.collect();
    bundle.sources = vec![Source {
        title: "公报".into(),
        publisher: "统计局".into(),
        published: String::new(),
        url: String::new(),
    }];
    bundle
}

fn indicator(name: &str, unit: &str) -> Indicator {
    Indicator {
        id: name.into(),
        zh: name.into(),
        en: name.into(),
        unit: unit.into(),
        theme: Theme::Economy,
        direction: Direction::Higher,
        provisional: false,
    }
}

fn plan(city: &str, zh: &str, said: &[Said], names: &[&str]) -> Plan {
    let statements = said.iter().filter(|one| one.city == zh).map(|one| {
        let quantity = Quantity {
            value: one.value,
            high: None,
            unit: one.unit.into(),
            bound: one.bound,
        };
        Statement {
            evidence: Span::new(0, 1),
            clause: Span::new(0, 1),
            name: one.indicator.into(),
            indicator: names
                .iter()
                .position(|name| *name == one.indicator)
                .unwrap() as u16,
            reading: Reading::Stated(quantity),
            role: one.role,
            kind: one.kind,
            period: Period {
                year: if one.year == 0 {
                    Year::Lost
                } else {
                    Year::Stated(one.year)
                },
                span: None,
                base: None,
                origin: Origin::Sentence,
            },
            area: one.area.clone(),
            ambition: Ambition::Plain,
        }
    });
    Plan {
        entry: PlanEntry {
            id: format!("{city}-plan"),
            city: city.into(),
            title: zh.into(),
            title_en: String::new(),
            short: zh.into(),
            short_en: String::new(),
            issuer: String::new(),
            document_number: String::new(),
            issued: None,
            years: None,
            horizons: Vec::new(),
            area: format!("{zh}市"),
            source: String::new(),
            note: String::new(),
            note_en: String::new(),
        },
        text: Text::new(zh.into()),
        outline: Outline::default(),
        statements: statements.collect(),
        also: Vec::new(),
        gaps: Vec::new(),
    }
}
