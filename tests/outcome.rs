//! What readers rely on where plans meet outcomes: figures with their source, like with like only.

use lantu::insight::{
    Filter, Origin, Rate, Reason, Relation, Score, Verdict, is_comparable, outcome, pace,
    references, revisions, scorecard,
};
use lantu::plan::{Bundle, StatementId, Status};
use lantu::words::{Language, pace_sentence};

/// The statement of a plan whose clause and number these words are.
fn statement(bundle: &Bundle, plan: &str, clause: &str, number: &str) -> StatementId {
    let wanted = |&id: &StatementId| {
        let of = bundle.plan_of(id);
        of.entry.id == plan
            && bundle.quote(id).contains(clause)
            && of.text.slice(bundle.statement(id).evidence) == number
    };
    let found: Vec<StatementId> = bundle.statement_ids().filter(wanted).collect();
    assert!(!found.is_empty(), "{plan}: {clause} {number}");
    found[0]
}

fn gdp_2025(bundle: &Bundle) -> StatementId {
    statement(
        bundle,
        "wenzhou-14fyp",
        "地区生产总值、人均生产总值",
        "1万亿元",
    )
}

#[test]
fn wenzhou_kept_its_trillion_and_the_figures_say_so() {
    let bundle = lantu::bundle();
    let found = outcome(&bundle, gdp_2025(&bundle), 2026);
    assert_eq!(found.verdict, Verdict::Met);
    let [judged] = found.judged[..] else {
        panic!("one source, found {:?}", found.judged);
    };
    let actual = &bundle.actuals[judged];
    assert_eq!(
        (actual.year, actual.quantity.value),
        (2025, 1_021_390_000_000.0)
    );
    assert_eq!(actual.printed_unit, "亿元");
    assert!(actual.quote.contains("10213.9亿元"));
    assert_eq!(actual.status, Some(Status::Preliminary));
    assert!(found.is_preliminary(&bundle));
    let source = &bundle.sources[usize::from(actual.source)];
    assert!(!source.title.is_empty() && !source.publisher.is_empty());
    assert_eq!(found.beside.len(), 4, "2020, 2022, 2023, 2024");
}

#[test]
fn wenzhous_trillion_asked_for_the_growth_that_the_plan_could_count_itself() {
    let bundle = lantu::bundle();
    let found = pace(&bundle, gdp_2025(&bundle)).expect("the plan states 2020");
    assert_eq!(
        (found.from.year, found.from.value),
        (2020, 687_100_000_000.0)
    );
    assert!(matches!(found.from.origin, Origin::Statement(_)));
    let Rate::Compound(rate) = found.rate else {
        panic!("money grows by a rate, found {:?}", found.rate);
    };
    assert_eq!((rate * 1000.0).round() / 10.0, 7.8);
    assert_eq!(
        pace_sentence(&found, "元", Language::Chinese),
        "要达到1万亿元，2020—2025年平均每年需增长7.8%"
    );
}

#[test]
fn a_share_gains_points_each_year() {
    let bundle = lantu::bundle();
    let target = statement(&bundle, "wenzhou-14fyp", "常住人口城镇化率达75%", "75%");
    let found = pace(&bundle, target).expect("the plan states 2020");
    assert_eq!(found.from.value, 71.0);
    assert!(matches!(found.rate, Rate::PointsPerYear(points) if (points - 0.8).abs() < 1e-9));
}

#[test]
fn what_has_no_like_actual_is_not_known_and_says_why() {
    let bundle = lantu::bundle();
    let cases = [
        (
            "wenzhou-metro",
            "都市区经济总量",
            "8000亿元",
            Reason::AreaDiffers,
        ),
        (
            "wenzhou-14fyp",
            "常住人口城镇化率达75%",
            "75%",
            Reason::YearMissing,
        ),
        ("wenzhou-14fyp", "城域出口带宽", "24T", Reason::NoActual),
        ("wenzhou-integration", "城市化水平", "72%", Reason::YearLost),
        (
            "jiaxing-integration",
            "地区生产总值在2018年基础上",
            "翻番",
            Reason::KindDiffers,
        ),
    ];
    for (plan, clause, number, reason) in cases {
        let target = statement(&bundle, plan, clause, number);
        let verdict = outcome(&bundle, target, 2026).verdict;
        assert_eq!(verdict, Verdict::NotKnown(reason), "{clause}");
    }
}

#[test]
fn the_scorecard_counts_each_promise_once_and_owns_what_is_not_known() {
    let bundle = lantu::bundle();
    let card = scorecard(&bundle, 2026, &Filter::default());
    let statements: usize = card
        .entries
        .iter()
        .map(|entry| entry.statements.len())
        .sum();
    assert!(
        statements > card.entries.len(),
        "Wenzhou says some things twice"
    );
    assert_eq!(card.entries.len(), card.total.count());
    assert!(card.total.met > 0 && card.total.missed > 0);
    let of_cities: usize = card.by_city.iter().map(|tally| tally.count()).sum();
    assert_eq!(of_cities, card.total.count());
    for entry in &card.entries {
        let judged = entry.outcome.judged.iter().map(|&at| &bundle.actuals[at]);
        let like = judged.clone().all(|actual| actual.year == entry.year);
        assert!(like, "{entry:?}");
        assert!(judged.count() > 0 || entry.score() == Score::NotKnown);
    }
}

/// The relation between two targets of one city, by their plans, words and numbers.
fn check_revision(
    indicator: &str,
    first: (&str, &str, &str),
    second: (&str, &str, &str),
    relation: Relation,
    is_ordered: bool,
) {
    let bundle = lantu::bundle();
    let [first, second] = [first, second].map(|(plan, clause, number)| {
        let id = statement(&bundle, plan, clause, number);
        (id.plan, id.index)
    });
    let indicator = bundle.indicator_index(indicator).expect(indicator);
    let city = bundle.city_index("wenzhou").expect("Wenzhou");
    let all = revisions(&bundle, city, indicator);
    let found = all.iter().find(|one| {
        let ids = [one.first, one.second].map(|id| (id.plan, id.index));
        ids == [first, second] || !one.is_ordered && ids == [second, first]
    });
    let found = found.unwrap_or_else(|| panic!("not among {all:?}"));
    assert_eq!((found.relation, found.is_ordered), (relation, is_ordered));
}

#[test]
fn the_metropolitan_area_is_not_the_city() {
    check_revision(
        "gross-domestic-product",
        ("wenzhou-metro", "都市区经济总量", "8000亿元"),
        ("wenzhou-14fyp", "地区生产总值、人均生产总值", "1万亿元"),
        Relation::OtherArea,
        true,
    );
}

#[test]
fn a_share_without_its_year_is_no_step() {
    check_revision(
        "urbanisation-rate",
        ("wenzhou-14fyp", "常住人口城镇化率达75%", "75%"),
        ("wenzhou-integration", "城市化水平", "72%"),
        Relation::LostYear,
        false,
    );
}

#[test]
fn bandwidth_and_green_space_are_paths() {
    check_revision(
        "outgoing-bandwidth",
        ("wenzhou-metro", "城域出口带宽", "15T"),
        ("wenzhou-14fyp", "城域出口带宽", "24T"),
        Relation::Path,
        true,
    );
    check_revision(
        "park-green-space-per-head",
        ("wenzhou-metro", "人均公共绿地面积", "13.5平方米"),
        ("wenzhou-14fyp", "人均公园绿地面积", "14.5平方米"),
        Relation::Path,
        true,
    );
}

#[test]
fn a_value_and_its_share_of_gdp_are_two_measures() {
    for indicator in ["digital-core-value-added", "digital-core-share-of-gdp"] {
        check_revision(
            indicator,
            ("wenzhou-metro", "数字经济核心产业增加值", "800亿元"),
            ("wenzhou-14fyp", "数字经济核心产业增加值占GDP比重", "10%"),
            Relation::OtherMeasure,
            true,
        );
    }
}

#[test]
fn the_regions_targets_stand_beside_the_cities() {
    let bundle = lantu::bundle();
    let indicator = bundle
        .indicator_index("urbanisation-rate")
        .expect("it is stated");
    let [at] = references(&bundle, indicator)[..] else {
        panic!("the outline states it once");
    };
    let reference = &bundle.references[at];
    assert_eq!((reference.year, reference.quantity.value), (2025, 70.0));
    let source = &bundle.sources[usize::from(reference.source)];
    assert!(source.title.contains("长江三角洲区域一体化发展规划纲要"));
    let beside = bundle
        .statement_ids()
        .filter(|&id| is_comparable(&bundle, reference, id))
        .count();
    assert_eq!(beside, 2, "Wenzhou's 75% and Jiaxing's 73%");
}

#[test]
fn data_files_have_every_outcome_and_the_page_those_of_stated_indicators() {
    let (page, whole) = (lantu::bundle(), lantu::whole_bundle());
    let lines = include_str!("../seeds/actuals.csv").lines().count();
    assert_eq!(whole.actuals.len(), lines - 1);
    let references = include_str!("../seeds/reference.csv").lines().count();
    assert_eq!(whole.references.len(), references - 1);
    assert!(page.actuals.len() < whole.actuals.len());
    for actual in &page.actuals {
        let of_actual = |id: &StatementId| page.statement(*id).indicator == actual.indicator;
        assert!(page.statement_ids().any(|id| of_actual(&id)));
    }
}
