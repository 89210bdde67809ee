//! What readers rely on in the seeds as shipped: the cities, the plans with their own words, and a
//! vocabulary that keeps apart what only looks alike.

use std::collections::HashSet;

use lantu::insight::derive;
use lantu::parse::Entry;
use lantu::plan::{DateBasis, Indicator, Plan, Reading, Statement};
use lantu::words::{Language, arithmetic, quantity_text, year_text};

/// The cities in the order in which they are shown.
const CITIES: &[(&str, &str, &str)] = &[
    ("wenzhou", "温州", "Wenzhou"),
    ("jiaxing", "嘉兴", "Jiaxing"),
    ("ningbo", "宁波", "Ningbo"),
];

/// Each plan, its city, and words that its text holds.
const PLANS: &[(&str, &str, &str)] = &[
    (
        "wenzhou-14fyp",
        "wenzhou",
        "2020年全市实现地区生产总值6871亿元",
    ),
    ("wenzhou-metro", "wenzhou", "都市区经济总量达到8000亿元左右"),
    ("wenzhou-integration", "wenzhou", "城市化水平达到72%"),
    ("jiaxing-integration", "jiaxing", "高速公路里程数460公里"),
    ("ningbo-integration", "ningbo", "引进10家以上高端医疗机构"),
];

#[test]
fn the_cities_stand_in_their_order() {
    let cities = lantu::bundle().cities;
    let found: Vec<_> = cities
        .iter()
        .map(|city| (&city.id[..], &city.zh[..], &city.en[..]))
        .collect();
    assert_eq!(found, CITIES);
}

#[test]
fn every_plan_is_there_with_its_own_words() {
    let plans = lantu::bundle().plans;
    assert_eq!(plans.len(), PLANS.len());
    for (plan, &(id, city, words)) in plans.iter().zip(PLANS) {
        assert_eq!((&plan.entry.id[..], &plan.entry.city[..]), (id, city));
        assert!(plan.text.as_str().contains(words), "{id}: {words}");
        assert!(!plan.entry.source.is_empty(), "{id}");
    }
}

#[test]
fn a_name_without_its_currency_has_two_readings() {
    let bundle = lantu::bundle();
    let mut readings = Vec::new();
    for id in bundle.statement_ids() {
        for other in bundle.also(id) {
            readings.push((bundle.quote(id), &other.zh[..]));
        }
    }
    let [(quote, other)] = readings[..] else {
        panic!("one statement has two readings: {readings:?}");
    };
    assert!(quote.contains("人均生产总值"), "{quote}");
    assert!(quote.contains("翻一番"), "{quote}");
    assert_eq!(other, "人均地区生产总值(美元)");
}

#[test]
fn the_catalogue_says_what_the_texts_say() {
    for plan in lantu::bundle().plans {
        let entry = &plan.entry;
        let text = plan.text.as_str();
        // Long titles run over a line's end; Ningbo's copy has no title at all.
        let joined: String = text.split_whitespace().collect();
        let titled = joined.contains(&entry.title);
        assert_eq!(titled, entry.id != "ningbo-integration", "{}", entry.id);
        assert!(text.contains(&entry.document_number), "{}", entry.id);
        let issuers = entry.issuer.split('、').filter(|one| !one.is_empty());
        for issuer in issuers {
            assert!(text.contains(issuer), "{}: {issuer}", entry.id);
        }
        for year in &entry.horizons {
            assert!(text.contains(&year.to_string()), "{}: {year}", entry.id);
        }
    }
}

#[test]
fn a_date_goes_no_further_than_the_text() {
    let plans = lantu::bundle().plans;
    let issued = |id| find(&plans, id).entry.issued;
    let lost = issued("wenzhou-integration").expect("the day is there");
    assert_eq!((lost.year, lost.month, lost.day), (None, Some(9), Some(24)));
    assert!(issued("ningbo-integration").is_none());
    let web = issued("wenzhou-14fyp").expect("the page is dated");
    assert_eq!(web.basis, DateBasis::Web);
}

#[test]
fn plans_of_one_city_have_different_short_names() {
    let mut seen = HashSet::new();
    for plan in lantu::bundle().plans {
        let entry = plan.entry;
        assert!(seen.insert((entry.city.clone(), entry.short)));
        assert!(seen.insert((entry.city, entry.short_en)));
    }
}

#[test]
fn things_that_only_look_alike_stay_apart() {
    let vocabulary = lantu::vocabulary();
    let pairs = [
        ("普通国道通车里程", "省道通车里程"),
        ("城镇居民人均可支配收入", "农村居民人均可支配收入"),
        ("一般公共预算收入", "财政总收入"),
        ("国家重点实验室", "省级重点实验室"),
        ("每万人发明专利拥有量", "每万人高价值发明专利拥有量"),
        ("城镇调查失业率", "城镇登记失业率"),
        (
            "地表水省控及以上断面达到或好于Ⅲ类水体比例",
            "地表水市控及以上断面达到或优于Ⅲ类比例",
        ),
        ("海洋经济增加值", "海洋经济增加值占生产总值比重"),
    ];
    for (first, second) in pairs {
        let ids = [first, second].map(|name| {
            let found = named(vocabulary.entries(), name).next();
            found.map(|indicator| indicator.id.clone()).expect(name)
        });
        assert_ne!(ids[0], ids[1], "{first}, {second}");
    }
}

#[test]
fn the_bundle_has_what_plans_state_in_the_vocabularys_order() {
    let bundle = lantu::bundle();
    let vocabulary = lantu::vocabulary();
    let place = |id: &str| {
        vocabulary
            .entries()
            .iter()
            .position(|entry| entry.indicator.id == id)
    };
    let (known, own): (Vec<_>, Vec<_>) = bundle.indicators.iter().partition(|one| !one.provisional);
    let places: Vec<_> = known.iter().map(|indicator| place(&indicator.id)).collect();
    assert!(places.is_sorted() && places.iter().all(Option::is_some));
    assert_eq!(
        &bundle.indicators[known.len()..],
        own.into_iter().cloned().collect::<Vec<_>>()
    );
    for index in 0..bundle.indicators.len() {
        let states = |statement: &Statement| usize::from(statement.indicator) == index;
        let plans = &bundle.plans;
        assert!(
            plans.iter().any(|plan| plan.statements.iter().any(states)),
            "{index}"
        );
    }
}

#[test]
fn an_indicator_id_is_given_once() {
    let bundle = lantu::bundle();
    let mut seen = HashSet::new();
    for indicator in &bundle.indicators {
        assert!(seen.insert(&indicator.id), "{}", indicator.id);
    }
}

#[test]
fn no_provisional_indicator_shares_a_name_with_the_vocabulary() {
    let vocabulary = lantu::vocabulary();
    for indicator in lantu::bundle()
        .indicators
        .iter()
        .filter(|one| one.provisional)
    {
        let known = named(vocabulary.entries(), &indicator.zh).next();
        assert_eq!(known, None, "{}", indicator.zh);
    }
}

#[test]
fn every_statement_points_at_an_indicator() {
    let bundle = lantu::bundle();
    for statement in bundle.plans.iter().flat_map(|plan| &plan.statements) {
        assert!(usize::from(statement.indicator) < bundle.indicators.len());
    }
}

/// Checked by hand against the plans: 温州 alone states a base, and not for incomes.
#[test]
fn what_the_plans_promise_by_multiples_and_changes() {
    let bundle = lantu::bundle();
    let mut found: Vec<String> = Vec::new();
    for id in bundle.statement_ids() {
        let statement = bundle.statement(id);
        let result = match derive(&bundle, id) {
            None => continue,
            Some(Err(reason)) => format!("{reason:?}"),
            Some(Ok(derived)) => {
                let base = &bundle.statement(derived.base).reading;
                let steps = arithmetic(
                    derived.operation,
                    base,
                    &statement.reading,
                    Language::Chinese,
                );
                let value = Reading::Stated(derived.quantity);
                format!("{} = {steps}", quantity_text(&value, Language::Chinese))
            }
        };
        let city = &bundle.cities[bundle.city_of(id)].zh;
        let year = year_text(statement.period.year, Language::Chinese);
        let indicator = &bundle.indicators[usize::from(statement.indicator)].zh;
        found.push(format!("{city} {year} {indicator}: {result}"));
    }
    let expected = [
        "温州 2020 地区生产总值: BaseUnstated { year: 2010 }",
        "温州 2035 地区生产总值: ≥13742亿元 = 6871亿元 × 2",
        "温州 2035 人均地区生产总值: ≥14.6万元 = 7.3万元 × 2",
        "温州 2035 居民人均可支配收入: BaseUnstated { year: 2020 }",
        "温州 2025 “民参军”企业: BaseYearUnstated",
        "温州 2025 高峰时段行车速率: BaseYearUnstated",
        "温州 2025 公交分担率: BaseYearUnstated",
        "温州 2025 重点领域基础设施智能化水平: BaseYearUnstated",
        "温州 2025 农村居民人均可支配收入: BaseUnstated { year: 2020 }",
        "嘉兴 2025 高新技术产业和战略性新兴产业的增加值: BaseYearUnstated",
        "嘉兴 2025 地区生产总值: BaseUnstated { year: 2018 }",
    ];
    assert_eq!(found, expected);
}

fn find<'a>(plans: &'a [Plan], id: &str) -> &'a Plan {
    plans.iter().find(|plan| plan.entry.id == id).expect(id)
}

/// The indicators that `name` stands for, as the standard term or as an alias.
fn named<'a>(entries: &'a [Entry], name: &str) -> impl Iterator<Item = &'a Indicator> {
    entries
        .iter()
        .filter(move |entry| {
            entry.indicator.zh == name || entry.aliases.iter().any(|alias| alias == name)
        })
        .map(|entry| &entry.indicator)
}
