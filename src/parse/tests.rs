//! Text in, statements out: what each form of the language reads as.

use super::*;
use crate::plan::{Ambition, Bound, DateBasis, Kind, Role, Year};

/// Reads `text` as a plan for 2021 to 2025, issued in 2021.
pub(super) fn check(text: &str, expected: &[&str]) {
    assert_eq!(lines(text), expected, "{text}");
}

/// A line for each statement of `text`.
pub(super) fn lines(text: &str) -> Vec<String> {
    extraction(text).statements.iter().map(line).collect()
}

/// As [`lines`], of a report issued in 2023 that is no plan of some years.
pub(super) fn report_lines(text: &str) -> Vec<String> {
    let found = extraction_of(text, 2023, None);
    found.statements.iter().map(line).collect()
}

/// As [`lines`], of a text of which nothing is known but what it says.
pub(super) fn bare_lines(text: &str) -> Vec<String> {
    let found = read(
        &Text::new(text.into()),
        &Context::default(),
        &Vocabulary::default(),
    );
    found.statements.iter().map(line).collect()
}

/// `words kind` of each gap of `text`.
pub(super) fn gaps(text: &str) -> Vec<String> {
    let words = Text::new(text.into());
    let found = extraction(text).gaps.into_iter();
    found
        .map(|gap| format!("{} {:?}", words.slice(gap.span), gap.kind))
        .collect()
}

fn extraction(text: &str) -> Extraction {
    extraction_of(text, 2021, Some((2021, 2025)))
}

fn extraction_of(text: &str, issued: u16, years: Option<(u16, u16)>) -> Extraction {
    let context = Context {
        issued: Some(Issued {
            year: Some(issued),
            month: None,
            day: None,
            basis: DateBasis::Signed,
        }),
        years,
    };
    read(&Text::new(text.into()), &context, &Vocabulary::default())
}

/// `name ≥ value unit year from base over span kind role @area`; what is most common is left out.
fn line(statement: &Statement) -> String {
    let bound = match statement.reading.bound() {
        Bound::Exactly => "=",
        Bound::AtLeast => "≥",
        Bound::AtMost => "≤",
        Bound::About => "≈",
    };
    let value = match &statement.reading {
        Reading::Stated(quantity) => match quantity.high {
            Some(high) => format!("{}—{high}", quantity.value),
            None => format!("{}", quantity.value),
        },
        Reading::DigitsLost { .. } => "lost".into(),
    };
    let mut line = format!("{} {bound} {value}", statement.name);
    line += statement.reading.unit();
    match statement.period.year {
        Year::Stated(year) => line += &format!(" {year}"),
        Year::Lost => line += " ?",
        Year::Unstated => {}
    }
    if let Some(base) = statement.period.base {
        line += &format!(" from {base}");
    }
    if let Some((first, last)) = statement.period.span {
        line += &format!(" over {first}—{last}");
    }
    if statement.kind != Kind::Level {
        line += &format!(" {}", statement.kind.as_str());
    }
    if statement.role == Role::Observed {
        line += " observed";
    }
    if statement.ambition != Ambition::Plain {
        line += &format!(" {}", statement.ambition.as_str());
    }
    if !statement.area.as_str().is_empty() {
        line += &format!(" @{}", statement.area.as_str());
    }
    line
}

#[test]
fn a_date_of_issue_that_no_plan_has_is_none() {
    let text = "一、本届政府工作回顾\n过去四年,财政收入年均增长9%。全年产值3亿元。";
    for year in [0, 3, u16::MAX] {
        let statements = extraction_of(text, year, None).statements;
        let years: Vec<Year> = statements.iter().map(|one| one.period.year).collect();
        assert_eq!(years, [Year::Unstated; 2], "{year}");
    }
}

#[test]
fn a_verb_joins_a_name_and_its_number() {
    check("到2025年,研发投入强度达到3%。", &["研发投入强度 = 3% 2025"]);
    check("森林覆盖率提高到62.5%。", &["森林覆盖率 = 62.5%"]);
    check(
        "到2025年，人均住房面积达到４５平方米。",
        &["人均住房面积 = 45平方米 2025"],
    );
}

#[test]
fn bounds_stand_before_or_behind_and_the_one_behind_wins() {
    check("轨道交通里程突破200公里。", &["轨道交通里程 ≥ 200公里"]);
    check("失业率控制在4%以内。", &["失业率 ≤ 4%"]);
    check("失业率不高于4.5%。", &["失业率 ≤ 4.5%"]);
    check("常住人口约500万人。", &["常住人口 ≈ 5000000人"]);
    check("供水普及率超过90%左右。", &["供水普及率 ≈ 90%"]);
    check("失业率控制在5%左右。", &["失业率 ≤ 5%"]);
    check("湿地保护率不低于55%。", &["湿地保护率 ≥ 55%"]);
    check("力争全年引进人才3万余人。", &["人才 ≥ 30000人 strive"]);
}

#[test]
fn lists_pair_their_names_and_numbers() {
    check(
        "到2025年,港口吞吐量、机场旅客吞吐量分别突破3亿吨、900万人次。",
        &[
            "港口吞吐量 ≥ 300000000吨 2025",
            "机场旅客吞吐量 ≥ 9000000人次 2025",
        ],
    );
    check(
        "国道、省道通车里程分别达300公里、200公里以上。",
        &["国道通车里程 ≥ 300公里", "省道通车里程 ≥ 200公里"],
    );
    check(
        "城镇和农村居民人均可支配收入分别增长5%和7%。",
        &[
            "城镇居民人均可支配收入 = 5% growth",
            "农村居民人均可支配收入 = 7% growth",
        ],
    );
    check(
        "甲类死亡率、乙类死亡率分别控制在0.2、0.4以内。",
        &["甲类死亡率 ≤ 0.2", "乙类死亡率 ≤ 0.4"],
    );
    check(
        "污水处理率、垃圾处理率均达95%以上。",
        &["污水处理率 ≥ 95%", "垃圾处理率 ≥ 95%"],
    );
}

#[test]
fn a_verb_and_a_qualifier_hold_for_the_whole_list() {
    check(
        "到2025年新增规上企业50家、独角兽企业5家。",
        &[
            "规上企业 = 50家 2025 cumulative",
            "独角兽企业 = 5家 2025 cumulative",
        ],
    );
    check(
        "创建医养示范街道10个、示范社区30个。",
        &["医养示范街道 = 10个", "医养示范社区 = 30个"],
    );
    check(
        "12所中学、30所小学入选智慧校园名单。",
        &["中学入选智慧校园名单 = 12所", "小学入选智慧校园名单 = 30所"],
    );
}

#[test]
fn growth_belongs_to_the_indicator_before_it() {
    check(
        "到2025年网络零售额达500亿元,年均增长12%左右。",
        &[
            "网络零售额 = 50000000000元 2025",
            "网络零售额 ≈ 12% 2025 over 2021—2025 growth",
        ],
    );
    check(
        "接待游客300万人次,旅游收入40亿元,分别增长8%和9%。",
        &[
            "接待游客 = 3000000人次",
            "旅游收入 = 4000000000元",
            "接待游客 = 8% growth",
            "旅游收入 = 9% growth",
        ],
    );
}

#[test]
fn the_thing_counted_may_stand_behind_the_number() {
    check("建成8个数字产业园。", &["数字产业园 = 8个"]);
    check("引进5家以上高端医院。", &["高端医院 ≥ 5家"]);
    check(
        "打造15个左右特色鲜明、要素集聚、功能完善的产业创新区。",
        &["产业创新区 ≈ 15个"],
    );
    check("90%以上的事项接入统一平台。", &["事项接入统一平台 ≥ 90%"]);
    check("6个园区进入全省前列。", &["园区进入全省前列 = 6个"]);
    check(
        "实现涉密之外事项100%在网上办理。",
        &["涉密之外事项在网上办理 = 100%"],
    );
    check(
        "到2025年市区50%以上建成区、各县(市)20%以上建成区达到海绵城市要求。",
        &[
            "建成区达到海绵城市要求 ≥ 50% 2025 @市区",
            "建成区达到海绵城市要求 ≥ 20% 2025 @各县(市)",
        ],
    );
}

#[test]
fn chinese_numbers_fractions_and_tenths_are_values() {
    check("财政收入超一百三十亿。", &["财政收入 ≥ 13000000000元"]);
    check("货运量超万亿吨。", &["货运量 ≥ 1000000000000吨"]);
    check(
        "三分之二以上的村庄建成示范村。",
        &[&format!("村庄建成示范村 ≥ {}", 2.0 / 3.0)],
    );
    check("六成以上乡镇建成示范镇。", &["乡镇建成示范镇 ≥ 60%"]);
    check("城镇化率达到百分之七十五。", &["城镇化率 = 75%"]);
    check("打造二十余个特色街区。", &["特色街区 ≥ 20个"]);
}

#[test]
fn ratios_and_ranges() {
    check("城乡收入差距缩小到1.7:1。", &["城乡收入差距 = 1.7"]);
    check("引进3至5家研究院。", &["研究院 = 3—5家"]);
    check("产值增长4.5%—5%。", &["产值 = 4.5—5% growth"]);
    check("三次产业结构调整为3:42:55。", &[]);
}

#[test]
fn multiples_and_changes_keep_their_base() {
    check(
        "到2035年居民收入比2020年翻一番。",
        &["居民收入 = 2倍 2035 from 2020 multiple"],
    );
    check(
        "到2025年工业产值翻两番。",
        &["工业产值 = 4倍 2025 multiple"],
    );
    check(
        "新兴产业增加值实现倍增。",
        &["新兴产业增加值 = 2倍 multiple"],
    );
    check(
        "公交分担率提高2个百分点。",
        &["公交分担率 = 2百分点 change"],
    );
    check(
        "到2025年农民收入比2020年增加1.5万元以上。",
        &["农民收入 ≥ 15000元 2025 from 2020 change"],
    );
    check(
        "研发强度由2.1%提高到3%。",
        &["研发强度 = 2.1% observed", "研发强度 = 3%"],
    );
}

#[test]
fn a_year_governs_until_another_is_named() {
    check(
        "优化布局。新增学位5万个。到2022年新建学校20所。培训教师900人。到2025年入园率达到98%。",
        &[
            "新增学位 = 50000个 cumulative",
            "新建学校 = 20所 2022 cumulative",
            "培训教师 = 900人 2022",
            "入园率 = 98% 2025",
        ],
    );
    check("至2022创成示范村100个。", &["示范村 = 100个 2022"]);
    check(
        "“十四五”期间,每年新增就业6万人。",
        &["新增就业 = 60000人 2025 over 2021—2025 per-year"],
    );
    check(
        "五年累计完成投资900亿元。",
        &["投资 = 90000000000元 2025 over 2021—2025 cumulative"],
    );
    check("二〇三五年城镇化率达到80%。", &["城镇化率 = 80% 2035"]);
    check("到年,人才总量达到20万人。", &["人才总量 = 200000人 ?"]);
}

#[test]
fn each_number_of_a_list_may_have_its_own_year() {
    check(
        "2022年、2023年产值分别增长8%、9%。",
        &["产值 = 8% 2022 growth", "产值 = 9% 2023 growth"],
    );
    check(
        "到2025年医师数从2020年的3.1人增加到3.6人。",
        &["医师数 = 3.1人 2020 observed", "医师数 = 3.6人 2025"],
    );
}

#[test]
fn a_review_reports_and_goals_promise() {
    check(
        "第一节 发展回顾\n全市生产总值达到900亿元,“十三五”年均增长7%。\n第二节 发展目标\n具体目标是:\n——经济增强。全市生产总值突破1500亿元。",
        &[
            "生产总值 = 90000000000元 2020 observed",
            "生产总值 = 7% 2020 over 2016—2020 growth observed",
            "生产总值 ≥ 150000000000元 2025",
        ],
    );
}

#[test]
fn parts_of_the_city_are_named() {
    check(
        "到2025年主城区绿道达到90公里。",
        &["绿道 = 90公里 2025 @主城区"],
    );
    check(
        "高标准建设某某东部新区,努力建成产值超五百亿的战略平台。",
        &["产值 ≥ 50000000000元 strive @某某东部新区"],
    );
}

#[test]
fn a_qualifying_number_is_part_of_the_name() {
    check(
        "新增总投资超1亿美元外资项目15个以上。",
        &["总投资超1亿美元外资项目 ≥ 15个 cumulative"],
    );
    check(
        "每万名老人拥有护理员25人。",
        &["每万名老人拥有护理员 = 25人"],
    );
    check(
        "家庭年收入10—50万元群体比例达到70%。",
        &["家庭年收入10—50万元群体比例 = 70%"],
    );
    check("千人床位数达6张。", &["千人床位数 = 6张"]);
}

#[test]
fn names_slogans_and_codes_are_no_statements() {
    for text in [
        "深入实施“八八战略”,打造“5+5”产业体系。",
        "建成M1线,推进G60走廊和5G网络、IPv6部署。",
        "形成15分钟生活圈和1小时交通圈。",
        "创建5A级景区,完善500千伏主网。",
        "培育千亿级产业集群和“万亩千亿”平台。",
        "吸引世界500强落户,实施一号工程2.0版。",
        "根据某政发〔2019〕18号文件,于2019年12月12日印发。",
        "推进三大行动、五大工程、八个方面。",
        "细颗粒物(PM2.5)浓度持续下降。",
        "贯彻十二届十次、十一次全会精神。",
        "增速高于全省1.2个百分点。",
    ] {
        check(text, &[]);
    }
}

#[test]
fn lost_digits_are_statements_without_a_value() {
    let text = "行动方案(-年)\n一、目标\n到年,人才总量达到万人,吞吐量突破万TEU。";
    check(text, &["人才总量 = lost人 ?", "吞吐量 ≥ lost标箱 ?"]);
}

#[test]
fn a_whole_multiplier_is_a_value_where_no_digits_are_lost() {
    check(
        "新增减税超万亿元。",
        &["新增减税 ≥ 1000000000000元 cumulative"],
    );
}

#[test]
fn a_year_that_was_over_when_a_plan_was_issued_reports() {
    let found = extraction_of("2022年,绿道达到30公里。", 2023, Some((2021, 2025)));
    let lines: Vec<String> = found.statements.iter().map(line).collect();
    assert_eq!(lines, ["绿道 = 30公里 2022 observed"]);
}
