//! What holds for every text: reading never fails, and every span quotes the text.

use lantu::parse::{self, Vocabulary};
use lantu::plan::Text;
use proptest::prelude::*;

mod reading;

/// Pieces that plans are made of, so that random texts reach the rules.
#[rustfmt::skip] // a word list reads as a paragraph
const PIECES: &[&str] = &[
    "到", "2025", "年", "到2025年", "“十四五”期间", "十三五", "今年", "本届", "截至2020年底", "比", "较上年",
    "1", "2.5", "12,500", "３", "一百三十", "二十余", "两", "千", "万", "亿", "万亿", "零", "成", "百分之",
    "三分之二", "1/3", "1.6:1", "1∶2", "—", "-", "至", "%", "％", "‰", "个百分点", "元", "个", "家", "公里",
    "人次", "TEU", "微克/立方米", "倍", "翻一番", "翻两番", "倍增", "以上", "以内", "左右", "突破", "不低于",
    "控制在", "力争", "达到", "增长", "提高", "累计", "每年", "年均", "分别", "均", "从", "提高到",
    "地区生产总值", "人均可支配收入", "PM2.5", "高新技术企业", "5G基站", "市区", "各县(市)", "某某新区",
    "、", "和", ",", "，", "。", ";", ":", "\n", "\r\n", " ", "　", "(", ")", "“", "”", "《", "》", "&nbsp;",
    "&#50;", "第一章", "一、", "(二)", "1.", "目标:", "——", "第", "位", "前", "强", "到年", "(-年)", "G、G",
    "到 2025 年", "- 12 -", "萬億元", "\u{feff}", "\u{1f600}", "等", "的", "建成", "新增", "全市", "十", "点",
];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::collection::vec(prop::sample::select(PIECES), 0..60)
            .prop_map(|pieces| pieces.concat()),
        1 => ".{0,200}",
        1 => (prop::sample::select(PIECES), prop::sample::select(PIECES), 1usize..200)
            .prop_map(|(one, other, times)| [one, other].concat().repeat(times)),
    ]
}

fn check(source: &str) {
    let contexts = [
        (None, None),
        (Some(2026), None),
        (Some(2021), Some((2021, 2025))),
    ];
    for (issued, years) in contexts {
        let context = reading::context(issued, years);
        reading::check(source, &context, &Vocabulary::default());
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        // PROPTEST_CASES asks for more.
        cases: ProptestConfig::default().cases.max(1000),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_text_is_read_and_every_span_quotes_it(source in text()) {
        check(&source);
    }

    #[test]
    fn no_date_of_issue_and_no_years_are_too_odd(
        source in text(), issued in any::<Option<u16>>(), years in any::<Option<(u16, u16)>>(),
    ) {
        reading::check(&source, &reading::context(issued, years), &Vocabulary::default());
    }

    #[test]
    fn a_copy_with_other_line_ends_reads_the_same(pieces in prop::collection::vec(
        prop::sample::select(&["到2025年,人口达到3万人。", "一、目标", "新增甲5个、乙6个。"][..]), 1..9,
    )) {
        let values = |source: &str| -> Vec<(String, String)> {
            let text = Text::new(source.to_owned());
            let context = reading::context(Some(2026), None);
            let read = parse::read(&text, &context, &Vocabulary::default());
            let rows = read.statements.iter();
            rows.map(|one| (one.name.clone(), text.slice(one.evidence).to_owned())).collect()
        };
        let plain = pieces.join("\n");
        prop_assert_eq!(values(&plain), values(&pieces.join("\r\n")));
        prop_assert_eq!(values(&plain), values(&format!("\u{feff}{plain}")));
    }
}

/// Each once broke a rule that holds for every text.
#[test]
fn finds_of_the_fuzzer_stay_mended() {
    for source in ["", "&", "年", "\u{feff}", "(", "1—", "到2025年"] {
        check(source);
    }
    check(&"零万".repeat(78)); // a number beyond all numbers
    check(&format!("达到1{}元。", "万".repeat(90)));
    check(&format!("达到{}元。", "9".repeat(400)));
    // A page's number that ends like a line within a sentence.
    check("甲,4,,5\n-05,\n4,,02");
    // A rate that nothing is told of.
    check("增长速度2%0P\n");
}
