//! The units of plans: which words they are, and what base unit a value is kept in.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::lexicon::{self, Lexicon};
use super::prose::{among, any_at};

/// What a unit measures; rules that depend on the unit ask for this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Money,
    /// `%`, `‰`, fractions.
    Share,
    /// `个百分点`
    Points,
    People,
    /// 个, 家, 项 …: things that are counted.
    Count,
    /// Lengths, areas, volumes, weights, energy.
    Size,
    /// `岁`
    Age,
    /// `年`, `小时`: spans of time.
    Duration,
    /// `倍`
    Times,
    /// `1.61:1`
    Ratio,
    /// `千伏`, `分`: names a grade more often than a value.
    Grade,
    /// No unit at all.
    None,
}

struct Row {
    word: &'static str,
    base: &'static str,
    class: Class,
    /// Characters that, right behind, make it another word: 家 in 家庭.
    unless: &'static str,
}

const fn row(word: &'static str, base: &'static str, class: Class, unless: &'static str) -> Row {
    Row {
        word,
        base,
        class,
        unless,
    }
}

/// A longer word stands before its prefix.
const UNITS: &[Row] = &[
    row("个百分点", "百分点", Class::Points, ""),
    row("百分点", "百分点", Class::Points, ""),
    row("个千分点", "千分点", Class::Points, ""),
    row("千分点", "千分点", Class::Points, ""),
    row("%", "%", Class::Share, ""),
    row("/10万", "/10万", Class::Ratio, ""),
    row("/十万", "/10万", Class::Ratio, ""),
    row("‰", "‰", Class::Share, ""),
    row("美元", "美元", Class::Money, ""),
    row("欧元", "欧元", Class::Money, ""),
    row("港元", "港元", Class::Money, ""),
    row("元", "元", Class::Money, "素件宇"),
    row("人次", "人次", Class::People, ""),
    row("人年", "人年", Class::People, "均龄度"),
    row("人公里", "人公里", Class::Size, ""),
    row("人口", "人", Class::People, "大"),
    row("人", "人", Class::People, "均才大民工类士员力"),
    row("名", "人", Class::People, "录城镇村单义牌优"),
    row("平方公里", "平方公里", Class::Size, ""),
    row("平方千米", "平方公里", Class::Size, ""),
    row("平方米", "平方米", Class::Size, ""),
    row("平方", "平方米", Class::Size, "根公英"),
    row("平米", "平方米", Class::Size, ""),
    row("立方米", "立方米", Class::Size, ""),
    row("立方", "立方米", Class::Size, "体"),
    row("方", "方", Class::Size, "面案式位便法针向言略圆阵舱块百"),
    row("皮长公里", "皮长公里", Class::Size, ""),
    row("芯公里", "芯公里", Class::Size, ""),
    row("延米", "米", Class::Size, ""),
    row("载重吨", "载重吨", Class::Size, ""),
    row("马力", "马力", Class::Size, ""),
    row("℃", "℃", Class::Size, ""),
    row("公里", "公里", Class::Size, ""),
    row("千米", "公里", Class::Size, ""),
    row("海里", "海里", Class::Size, ""),
    row("公顷", "公顷", Class::Size, ""),
    row("公斤", "公斤", Class::Size, ""),
    row("千克", "公斤", Class::Size, ""),
    row("μg/m³", "微克/立方米", Class::Size, ""),
    row("µg/m³", "微克/立方米", Class::Size, ""),
    row("μg/m3", "微克/立方米", Class::Size, ""),
    row("ug/m3", "微克/立方米", Class::Size, ""),
    row("mg/m³", "毫克/立方米", Class::Size, ""),
    row("mg/m3", "毫克/立方米", Class::Size, ""),
    row("微克每立方米", "微克/立方米", Class::Size, ""),
    row("微克", "微克", Class::Size, ""),
    row("毫克", "毫克", Class::Size, ""),
    row("吨标准煤", "吨标准煤", Class::Size, ""),
    row("吨标煤", "吨标准煤", Class::Size, ""),
    row("吨公里", "吨公里", Class::Size, ""),
    row("吨海里", "吨海里", Class::Size, ""),
    row("吨", "吨", Class::Size, "级"),
    row("亩", "亩", Class::Size, "均产"),
    row("斤", "斤", Class::Size, ""),
    row("担", "担", Class::Size, "任保当心负子忧"),
    row("升", "升", Class::Size, "级至规"),
    row("千瓦时", "千瓦时", Class::Size, ""),
    row("千瓦小时", "千瓦时", Class::Size, ""),
    row("千瓦", "千瓦", Class::Size, ""),
    row("兆瓦时", "兆瓦时", Class::Size, ""),
    row("吉瓦时", "吉瓦时", Class::Size, ""),
    row("兆瓦", "兆瓦", Class::Size, ""),
    row("吉瓦", "吉瓦", Class::Size, ""),
    row("GWh", "吉瓦时", Class::Size, ""),
    row("MWh", "兆瓦时", Class::Size, ""),
    row("kWh", "千瓦时", Class::Size, ""),
    row("标台", "台", Class::Count, ""),
    row("千伏安", "千伏安", Class::Size, ""),
    row("千伏", "千伏", Class::Grade, ""),
    row("米²", "平方米", Class::Size, ""),
    row("米", "米", Class::Size, ""),
    row("TEU", "标箱", Class::Count, ""),
    row("teu", "标箱", Class::Count, ""),
    row("重量箱", "重量箱", Class::Size, ""),
    row("标准箱", "标箱", Class::Count, ""),
    row("标集装箱", "标箱", Class::Count, ""),
    row("标箱", "标箱", Class::Count, ""),
    row("乘次", "乘次", Class::People, ""),
    row("EFLOPS", "EFLOPS", Class::Size, ""),
    row("EFlops", "EFLOPS", Class::Size, ""),
    row("PFLOPS", "PFLOPS", Class::Size, ""),
    row("PFlops", "PFLOPS", Class::Size, ""),
    row("Tbps", "Tbps", Class::Size, ""),
    row("Gbps", "Gbps", Class::Size, ""),
    row("Mbps", "Mbps", Class::Size, ""),
    row("TB", "TB", Class::Size, ""),
    row("GB", "GB", Class::Size, ""),
    row("PB", "PB", Class::Size, ""),
    row("EB", "EB", Class::Size, ""),
    row("MW", "兆瓦", Class::Size, ""),
    row("GW", "吉瓦", Class::Size, ""),
    row("km2", "平方公里", Class::Size, ""),
    row("km²", "平方公里", Class::Size, ""),
    row("hm2", "公顷", Class::Size, ""),
    row("hm²", "公顷", Class::Size, ""),
    row("㎡", "平方米", Class::Size, ""),
    row("m2", "平方米", Class::Size, ""),
    row("m²", "平方米", Class::Size, ""),
    row("m3", "立方米", Class::Size, ""),
    row("m³", "立方米", Class::Size, ""),
    row("蒸吨", "蒸吨", Class::Size, ""),
    row("km", "公里", Class::Size, ""),
    row("T", "T", Class::Size, "ODC"),
    row("Eflops", "EFLOPS", Class::Size, ""),
    row("Pflops", "PFLOPS", Class::Size, ""),
    row("P", "P", Class::Size, "Mm"),
    row("场次", "场次", Class::Count, ""),
    row("剂次", "剂次", Class::Count, ""),
    row("户次", "户次", Class::Count, ""),
    row("件次", "件次", Class::Count, ""),
    row("家次", "家次", Class::Count, ""),
    row("架次", "架次", Class::Count, ""),
    row("车次", "车次", Class::Count, ""),
    row("批次", "批次", Class::Count, ""),
    row("台次", "台次", Class::Count, ""),
    row("艘次", "艘次", Class::Count, ""),
    row("项次", "项次", Class::Count, ""),
    row("标准间", "间", Class::Count, ""),
    row("个月", "个月", Class::Duration, ""),
    row("个工作日", "个工作日", Class::Duration, ""),
    row("个小时", "小时", Class::Duration, ""),
    row("个", "个", Class::Count, ""),
    row("家", "家", Class::Count, "庭园长居"),
    row("项", "项", Class::Count, "目"),
    row("条段", "条", Class::Count, ""),
    row("台套", "台", Class::Count, ""),
    row("台件", "台", Class::Count, ""),
    row("件套", "件", Class::Count, "餐"),
    row("头只", "头", Class::Count, ""),
    row("头匹", "头", Class::Count, ""),
    row("条", "条", Class::Count, "件款例块抓"),
    row("所", "所", Class::Count, "有在需属"),
    row("件", "件", Class::Count, "均"),
    row("张", "张", Class::Count, ""),
    row("套", "套", Class::Count, ""),
    row("种", "种", Class::Count, "植子业质养"),
    row("批", "批", Class::Count, "准发"),
    row("户", "户", Class::Count, "籍均用外口"),
    row("处", "处", Class::Count, "理置于在"),
    row("座", "座", Class::Count, "谈"),
    row("位", "人", Class::Count, "于置居列"),
    row("台", "台", Class::Count, "阶账湾风"),
    row("只", "只", Class::Count, "有能跑进"),
    row("支", "支", Class::Count, "持撑出付柱部"),
    row("部", "部", Class::Count, "门分署委队级"),
    row("门", "门", Class::Count, "类户槛"),
    row("场", "场", Class::Count, "景馆地所"),
    row("次", "次", Class::Count, "产全会党代"),
    row("款", "款", Class::Count, ""),
    row("辆次", "辆次", Class::Count, ""),
    row("辆", "辆", Class::Count, ""),
    row("艘", "艘", Class::Count, ""),
    row("架", "架", Class::Count, "构"),
    row("列", "列", Class::Count, "入车"),
    row("班", "班", Class::Count, "列次子"),
    row("间", "间", Class::Count, ""),
    row("株", "株", Class::Count, "洲"),
    row("册", "册", Class::Count, ""),
    row("份", "份", Class::Count, ""),
    row(
        "客",
        "客",
        Class::Count,
        "户运车流机房观厅人商体源货群货座场船站",
    ),
    row("起", "起", Class::Count, "来步点飞草码义重伏源于到航"),
    row("宗", "宗", Class::Count, "旨"),
    row("例", "例", Class::Count, ""),
    row("片", "片", Class::Count, "区"),
    row("组", "组", Class::Count, "织成建团"),
    row("类", "类", Class::Count, "型"),
    row("颗", "颗", Class::Count, ""),
    row("根", "根", Class::Count, "本据"),
    row("盏", "盏", Class::Count, ""),
    row("口", "口", Class::Count, "岸径"),
    row("棵", "棵", Class::Count, ""),
    row("枚", "枚", Class::Count, ""),
    row("篇", "篇", Class::Count, "章"),
    row("本", "本", Class::Count, "科地市省级土金"),
    row("集", "集", Class::Count, "群团聚中成装"),
    row("幅", "幅", Class::Count, "度"),
    row("羽", "羽", Class::Count, ""),
    row("箱", "箱", Class::Count, "梁涵体变式"),
    row("匹", "匹", Class::Count, "配"),
    row("块", "块", Class::Count, "状"),
    row("锭", "锭", Class::Count, ""),
    row("卷", "卷", Class::Count, "烟积入"),
    row("袋", "袋", Class::Count, ""),
    row("群", "群", Class::Count, "众体岛"),
    row("管", "管", Class::Count, "理网道线护控委辖材片径"),
    row("头", "头", Class::Count, "部"),
    row("栋", "栋", Class::Count, ""),
    row("路", "路", Class::Count, "径线段网由灯口面公"),
    row("对", "对", Class::Count, "外口接标比于"),
    row("眼", "眼", Class::Count, "科前"),
    row("笔", "笔", Class::Count, ""),
    row("尾", "尾", Class::Count, "矿气水"),
    row("枝", "枝", Class::Count, "叶条"),
    row("席", "席", Class::Count, "之位"),
    row("趟", "趟", Class::Count, ""),
    row("毫米", "毫米", Class::Size, ""),
    row("分贝", "分贝", Class::Size, ""),
    row("幢", "幢", Class::Count, ""),
    row("岁", "岁", Class::Age, ""),
    row("小时", "小时", Class::Duration, ""),
    row("分钟", "分钟", Class::Duration, ""),
    row("天", "天", Class::Duration, "然津"),
    row("年", "年", Class::Duration, "度均产级代"),
    row("倍", "倍", Class::Times, "增"),
    row("分", "分", Class::Grade, "别之类批层步级布支享工"),
];

/// A unit as read: where it ends, its base form, its class.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Unit {
    pub end: usize,
    pub base: Cow<'static, str>,
    pub class: Class,
}

/// Reads the unit at `at`, with a divisor where one follows: `微克/立方米`, `吨标准煤/万元`.
pub(super) fn read(chars: &[char], at: usize) -> Option<Unit> {
    let (row, end) = single(chars, at)?;
    let mut unit = Unit {
        end,
        base: Cow::Borrowed(row.base),
        class: row.class,
    };
    if matches!(chars.get(end), Some('/')) {
        let divisor = end + 1;
        let scale = any_at(chars, divisor, &["百万", "十万", "万", "亿", "千", "百"]).unwrap_or(0);
        let below = single(chars, divisor + scale).map(|(_, end)| end);
        let below =
            below.or_else(|| any_at(chars, divisor, &["日", "月", "秒"]).map(|n| divisor + n));
        if let Some(end) = below {
            let base = unit.base.to_mut();
            base.push('/');
            base.extend(&chars[divisor..end]);
            unit.end = end;
            if let Some(length) = any_at(chars, end, &["·日", "·年", "·月"]) {
                base.extend(&chars[end..end + length]);
                unit.end += length;
            }
            unit.class = Class::Size;
        }
    }
    Some(unit)
}

static BY_FIRST: LazyLock<Lexicon<&Row>> =
    LazyLock::new(|| lexicon::by_first(UNITS.iter().map(|row| (row.word, row))));

/// The characters that the words of units begin with.
pub(super) fn first_characters() -> impl Iterator<Item = char> {
    UNITS.iter().filter_map(|row| row.word.chars().next())
}

/// Whether the word of a unit stands at `at`, even where it begins another word.
pub(super) fn may_begin(chars: &[char], at: usize) -> bool {
    BY_FIRST.at(chars, at).is_some()
}

fn single(chars: &[char], at: usize) -> Option<(&'static Row, usize)> {
    let (length, &row) = BY_FIRST.at(chars, at)?;
    let end = at + length;
    let next = chars.get(end);
    // `4000名|城镇失业人员`, `4家|园区`
    let own_word = || any_at(chars, end, &["城镇", "城乡", "园区", "园林"]).is_some();
    let other_word = next.is_some_and(|&c| among(c, row.unless)) && !own_word();
    let latin =
        row.word.is_ascii() && row.word != "%" && next.is_some_and(char::is_ascii_alphanumeric);
    (!other_word && !latin).then_some((row, end))
}

/// Whether two base units may stand for the same indicator: all that is counted counts alike.
pub(super) fn agree(left: &str, right: &str) -> bool {
    left == right || unit_key(left).is_some_and(|key| unit_key(right) == Some(key))
}

/// The unit that stands for all that agree with it: `个` for things counted, since plans change
/// between their words freely (44家实验室, 44个实验室). None for a unit that is never read.
pub fn unit_key(unit: &str) -> Option<&str> {
    if matches!(unit, "" | ":1" | "比") {
        return Some("");
    }
    if let Some((above, below)) = unit.split_once('/') {
        let below = below.trim_start_matches(['百', '千', '万', '亿']);
        let known = unit_key(above).is_some() && (unit_key(below).is_some() || below == "日");
        return (known || is_base(unit)).then_some(unit);
    }
    key_of_word(unit)
}

/// A unit as tables print it, as the power of ten in it and its base unit: `亿元` is (8, `元`). None
/// for what is no unit.
pub fn scaled_unit(printed: &str) -> Option<(u32, String)> {
    let mut chars: Vec<char> = printed.chars().map(super::prose::plain).collect();
    let mut power = 0;
    loop {
        let all = read(&chars, 0).filter(|unit| unit.end == chars.len());
        if let Some(unit) = all {
            return Some((power, unit.base.into_owned()));
        }
        power += match chars.first() {
            Some('百') => 2,
            Some('千') => 3,
            Some('万') => 4,
            Some('亿') => 8,
            _ => break,
        };
        chars.remove(0);
    }
    (power == 0 && unit_key(printed) == Some("")).then(|| (0, String::new()))
}

fn is_base(unit: &str) -> bool {
    key_of_word(unit).is_some()
}

/// The key of a base unit without a divisor.
fn key_of_word(unit: &str) -> Option<&'static str> {
    let keys = &*KEYS;
    let index = keys.binary_search_by_key(&unit, |&(base, _)| base).ok()?;
    Some(keys[index].1)
}

/// All base units in order, each with its key.
static KEYS: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    let counts =
        |row: &Row| row.class == Class::Count && row.word == row.base && row.base != "标箱";
    let key = |row: &Row| (row.base, if counts(row) { "个" } else { row.base });
    let mut keys: Vec<(&str, &str)> = UNITS.iter().map(key).collect();
    // The key of things counted is the one to keep, where a base is in several rows.
    keys.sort_by_key(|&(base, key)| (base, base == key));
    keys.dedup_by_key(|&mut (base, _)| base);
    keys
});

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let chars: Vec<char> = text.chars().collect();
        let found = read(&chars, 0).map_or(Cow::Borrowed(""), |unit| unit.base);
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn one_unit_in_two_scripts() {
        check("GWh", "吉瓦时");
        check("立方,", "立方米");
    }

    #[test]
    fn a_longer_unit_stands_before_its_prefix_and_none_repeats() {
        for (index, row) in UNITS.iter().enumerate() {
            for later in &UNITS[index + 1..] {
                assert!(!later.word.starts_with(row.word), "{}", later.word);
            }
        }
    }

    #[test]
    fn a_unit_ends_where_another_word_begins() {
        check("家庭", "");
        check("家企业", "家");
        check("人次", "人次");
        check("人才", "");
        check("微克/立方米以下", "微克/立方米");
        check("个百分点", "百分点");
        check("TEU", "标箱");
        check("倍增", "");
    }

    #[test]
    fn things_counted_agree_with_each_other_only() {
        assert!(agree("家", "个"));
        assert!(!agree("家", "%"));
        assert!(agree("", ":1"));
        assert!(!agree("人", "个"));
    }

    #[test]
    fn the_model_knows_the_same_units_as_counted() {
        for left in UNITS {
            for right in UNITS {
                let (left, right) = (left.base, right.base);
                let same = crate::plan::same_unit(left, right);
                assert_eq!(same, agree(left, right), "{left}, {right}");
            }
        }
    }

    #[test]
    fn a_printed_unit_has_its_scale() {
        let cases = [
            ("亿元", Some((8, "元"))),
            ("万标箱", Some((4, "标箱"))),
            ("万亿元", Some((12, "元"))),
            ("千瓦", Some((0, "千瓦"))),
            ("百万千瓦", Some((6, "千瓦"))),
            ("公里/万平方公里", Some((0, "公里/万平方公里"))),
            ("μg/m³", Some((0, "微克/立方米"))),
            (":1", Some((0, ""))),
            ("亿", None),
            ("元左右", None),
        ];
        for (printed, expected) in cases {
            let found = scaled_unit(printed);
            let found = found.as_ref().map(|(power, base)| (*power, base.as_str()));
            assert_eq!(found, expected, "{printed}");
        }
    }

    #[test]
    fn only_units_that_are_read_have_a_key() {
        assert_eq!(unit_key("家"), Some("个"));
        assert_eq!(unit_key("微克/立方米"), Some("微克/立方米"));
        assert_eq!(unit_key("公里/万平方公里"), Some("公里/万平方公里"));
        assert_eq!(unit_key("亿元"), None);
    }
}
