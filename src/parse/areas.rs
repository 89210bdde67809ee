//! Reads which area a statement is for: `市区`, `主城区`, `各县(市)`, a named zone.

use std::sync::LazyLock;

use super::lexicon::{self, Lexicon};
use super::names;
use super::phrase::Phrase;
use super::prose::{HanSet, among, any_at, contains_any, has, is_han};
use crate::plan::Area;

/// Words for all that the plan covers.
#[rustfmt::skip] // a word list reads as a paragraph
static WHOLE: LazyLock<Lexicon<()>> = LazyLock::new(|| lexicon::by_first(lexicon::plain(&[
    "全市域", "全市", "全省", "全区域", "全域", "我市", "我省", "我区", "我县", "全县", "全区", "全州", "全盟", "全旗", "全疆", "我州", "我盟", "我旗",
    "市域", "本市", "全社会新增",
])));

/// Words for a part of it, as plans of any city use them.
#[rustfmt::skip] // a word list reads as a paragraph
static PARTS: LazyLock<Lexicon<()>> = LazyLock::new(|| lexicon::by_first(lexicon::plain(&[
    "各县(市、区)", "各县(市,区)", "各县(区、市)", "各县(市)", "各县(区)", "各县区", "各区县", "各区(县级市)", "各区、县级市", "各县城", "其他县(市、区)", "其他县(市)", "其余县(市)", "县市区", "县(市、区)", "县(市)", "设区市", "中心城区", "主城区", "老城区", "都市区", "都市圈", "市辖区", "地级及以上城市", "市区",
    "城区", "市本级", "县本级", "区本级", "省本级", "山区五县", "县城", "农村地区", "城镇地区",
])));

/// Endings of named zones: `某某东部新区`.
#[rustfmt::skip] // a word list reads as a paragraph
static ZONES: LazyLock<Lexicon<()>> = LazyLock::new(|| lexicon::by_last(lexicon::plain(&[
    "新区", "高新区", "经开区", "开发区", "示范区", "试验区", "集聚区", "自贸区", "保税区", "新城",
    "科技城", "经济圈", "城市群",
])));

/// Words before 区, 县 or 市 that name no place; a district's name is any other of two characters.
#[rustfmt::skip] // a word list reads as a paragraph
static NO_DISTRICT: LazyLock<Lexicon<()>> = LazyLock::new(|| lexicon::by_first(lexicon::plain(&[
    "旗", "州", "主城", "中城", "老城", "新城", "城市", "全市", "工业", "商务", "商业", "生态", "开发", "示范", "功能", "建成",
    "自贸", "试验", "先行", "集聚", "保护", "度假", "经开", "高新", "合作", "核心", "起步", "行政", "都市",
    "中心", "居住", "服务", "综保", "保税", "园区", "贫困", "革命", "牧业", "产业", "实验", "特色", "试点",
    "农业", "农牧", "受灾", "产粮", "脱贫", "边远", "沿海", "灾害", "风险", "重点", "禁养", "限养", "缓冲", "办公", "港口", "物流", "加工", "海域",
    "水源", "地质", "自治", "直辖", "各县", "县市", "部分", "其他", "湾区", "地区", "山区", "景区", "灌区", "社区",
    "小区", "校区", "库区", "林区", "矿区", "牧区", "老区", "街区", "片区", "厂区", "院区", "市辖", "农村",
    "乡村", "规划", "建设", "改造", "旅游", "风景", "名胜", "文化", "科技", "教育", "大学", "航空", "空港",
    "临港", "出口", "跨境", "优势", "主产", "种植", "养殖", "控制", "管控", "整治", "治理", "修复", "湿地",
    "森林", "国家", "世界", "全国", "全省", "联席", "民族", "边境", "特别", "经济", "金融", "创新", "创业",
    "设市", "本市", "本县", "所辖", "下辖", "试行", "覆盖", "污染", "平原", "丘陵", "沙漠", "高原",
    "棚户", "安置", "项目", "启动", "直管", "禁燃", "采沉", "沉陷", "塌陷", "淹没", "居民", "住宅", "生活", "旧城", "旧屋", "旧楼", "重灾",
    "黄灌", "种养", "涉农", "涉贫", "远郊", "浅山", "深山", "干旱", "所有", "国内", "兄弟", "路段", "年底", "互市", "边民", "地表", "千亿", "百亿",
    "提请", "提交", "办理", "办结", "办复", "回复", "承办", "配合", "利用", "用于", "出台", "抓好", "做好", "搞好", "抓实", "清理", "整改", "化解", "解决", "拆除", "消除",
    "精简", "精减", "核减", "压缩", "取消", "撤销", "疏浚", "轮浚", "复制", "补充", "增补", "储备", "入驻", "进驻", "引进", "引入", "引导", "列入",
    "投用", "落地", "运营", "执行", "实行", "推行", "推出", "发挥", "助力", "加强", "深化", "拓展", "整合", "统筹", "计划", "编制", "赋予", "符合",
    "下划", "下放", "下拨", "移交", "接收", "签订", "签署", "履约", "参加", "援助", "帮扶", "资助", "补助", "释放", "消化", "审计", "承载", "栽植",
    "培育", "候选", "摘帽", "处分", "处置", "安装", "必保", "困难", "人口", "宜居", "美丽", "先进", "健康", "标准",
])));

/// Characters before 市 or 县 that make no name of a place: `城市`, `全县`, `百强县`.
const NO_PLACE: &str = "城全整我各本设区级都上超股门强小个大中省辖座市县每农夜集入新老和与及的、到在达该某两一二三四五六七八九十几多数成创争建盯按经为从向被获报以立邻";

/// Cities and counties whose names have such a character all the same.
#[rustfmt::skip] // a word list reads as a paragraph
const PLACES: &[&str] = &[
    "上海", "上饶", "三亚", "三明", "三沙", "三门峡", "四平", "六安", "六盘水", "七台河", "九江", "十堰", "大连", "大同", "大庆", "大理",
    "大冶", "成都", "新乡", "新余", "新沂", "新泰", "新郑", "汉中", "晋中", "阆中", "中山", "中卫", "和田", "建德", "从化", "个旧", "邻水",
];

/// No area is without one of these among its first characters, and most names are.
static IN_AREAS: HanSet = HanSet::new(&[
    '市', '省', '县', '区', '州', '盟', '旗', '疆', '域', '城', '圈', '会',
]);

/// Behind how many characters of a name no area ends.
const FARTHEST: usize = 12;

/// Takes the area off the front of a name. None where the words name none. `alone`: the indicator
/// stands behind the number, so that the area may be all there is: `市区55%以上建成区`. `home`: the
/// plan's own city.
pub(super) fn take_front(phrase: &mut Phrase, alone: bool, home: &[char]) -> Option<Area> {
    if !phrase
        .chars()
        .iter()
        .take(FARTHEST)
        .any(|&c| IN_AREAS.has(c))
    {
        return None;
    }
    // `全市性会议`, `市域外转诊率`
    let other = |length: &usize| {
        let around = &phrase.chars()[length - 1..];
        matches!(around, [_, '性', ..] | ['域', '外', ..])
    };
    if let Some((length, ())) = WHOLE
        .at(phrase.chars(), 0)
        .filter(|(length, ())| !other(length))
    {
        phrase.drop_front(length);
        return Some(Area::Whole);
    }
    if let Some(area) = place_front(phrase, home) {
        return Some(area);
    }
    let chars = phrase.chars();
    for prefix in 0..=4.min(chars.len()) {
        if prefix > 0 && !is_han(chars[prefix - 1]) {
            break;
        }
        let Some((length, ())) = PARTS.at(chars, prefix) else {
            continue;
        };
        let end = prefix + length;
        // `柯城区`, but not `市城区`.
        if prefix == 1 && chars[..end].ends_with(&['城', '区']) && place_end(chars) == Some(end) {
            return None;
        }
        // `都市区|全面建成`: the area is what is counted. `市区、|县城供水率`: two are named.
        if end == chars.len() && !alone
            || chars
                .get(end)
                .is_some_and(|&c| among(c, "、和与及以域属外"))
            || chars[end - 1] == '城' && matches!(chars.get(end), Some('区' | '镇'))
            || names::is_predicate(&chars[end..])
            || contains_any(
                &chars[..prefix],
                &["建", "达", "个", "以", "新", "的", "及"],
            )
        {
            return None;
        }
        let part: String = phrase.slice(prefix, end).text();
        phrase.drop_front(end);
        return Some(Area::Part(part));
    }
    zone_front(phrase)
}

/// Whether a name begins with that of a zone, and is none of a district: `现代农业示范区|工程`.
pub(super) fn begins_with_zone(phrase: &Phrase) -> bool {
    let chars = phrase.chars();
    zone_end(chars).is_some() && place_end(chars).is_none()
}

/// Takes several places in one area off the front of a name: `江北区、鄞州区和奉化区|预算收入`.
pub(super) fn take_places(phrase: &mut Phrase) -> Option<Area> {
    let chars = phrase.chars();
    let mut end = place_end(chars)?;
    let first = end;
    while chars.get(end).is_some_and(|&c| among(c, "、和与及"))
        && let Some(next) = place_end(&chars[end + 1..])
    {
        end += 1 + next;
    }
    let behind = chars.get(end..end + 3)?;
    if end == first || !behind.iter().all(|&c| is_han(c)) {
        return None;
    }
    let places = phrase.slice(0, end).text();
    phrase.drop_front(end);
    Some(Area::Part(places))
}

/// `乐清市规上工业总产值`, `嘉善县常住人口`: a place with at least three characters behind it.
fn place_front(phrase: &mut Phrase, home: &[char]) -> Option<Area> {
    let chars = phrase.chars();
    let own = !home.is_empty() && chars.starts_with(home);
    let end = match own {
        true => home.len(),
        false => place_end(chars).or_else(|| several_end(chars))?,
    };
    let behind = chars.get(end..end + 3)?;
    // `温州市区` is the town of the city.
    if !behind.iter().all(|&c| is_han(c) || c.is_ascii_uppercase())
        || behind[0] == '区'
        || among(behind[0], "级域场民长政委块位间划")
    {
        return None;
    }
    let place = phrase.slice(0, end).text();
    phrase.drop_front(end);
    phrase.take_front(&["的", "全市", "全县"]);
    Some(if own { Area::Whole } else { Area::Part(place) })
}

/// Whether an area is a district, a county or a city: `江北区`, but not `主城区`.
pub(super) fn is_place(area: &Area) -> bool {
    let Area::Part(name) = area else {
        return false;
    };
    let name: Vec<char> = name.chars().collect();
    place_end(&name) == Some(name.len())
}

/// Whether a name is only that of a district, a county or a city, or a word for parts of the whole:
/// `江北区`, `各县(市)`.
pub(super) fn names_place(name: &[char]) -> bool {
    place_end(name) == Some(name.len())
        || PARTS
            .at(name, 0)
            .is_some_and(|(length, ())| length == name.len())
}

/// Whether a name is only that of a zone: `某某高新区`, but not `国家级高新区`.
pub(super) fn names_zone(name: &[char]) -> bool {
    zone_end(name) == Some(name.len()) && !is_sort_of_zone(name)
}

/// Where the name of a district, a county or a city that begins `chars` ends.
fn place_end(chars: &[char]) -> Option<usize> {
    if chars.get(2) == Some(&'区') {
        return is_district(&chars[..2]).then_some(3);
    }
    let county =
        |at: &usize| *at > 1 && chars.get(*at) == Some(&'市') || chars.get(*at) == Some(&'县');
    let end = (1..=3).find(county)? + 1;
    let name = &chars[..end - 1];
    let named = name.iter().all(|&c| is_han(c) && !among(c, NO_PLACE));
    let known = any_at(name, 0, PLACES) == Some(name.len());
    (known || named && NO_DISTRICT.at(name, 0).is_none()).then_some(end)
}

/// Where the name of several places that begins `chars` ends: `江北、海曙两区`, `沿海五市`.
fn several_end(chars: &[char]) -> Option<usize> {
    const LONGEST: usize = 14;
    let counted = |at: &usize| {
        let pair = (chars[*at], chars[*at + 1]);
        among(pair.0, "两三四五六七八九") && among(pair.1, "区县市州旗") && pair != ('九', '州')
    };
    let at = (2..LONGEST.min(chars.len().saturating_sub(1))).find(counted)?;
    let named = |&c: &char| c == '、' || is_han(c) && !among(c, "个的在到第每各全占达建");
    chars[..at].iter().all(named).then_some(at + 2)
}

/// `江北|区`, but not `示范|区`.
fn is_district(name: &[char]) -> bool {
    let named = name
        .iter()
        .all(|&c| is_han(c) && !among(c, "各全本该某两三四五六七八九十个的、和与及在到新占"));
    // `占地区生产总值`, `为社区卫生服务中心`
    named && !among(name[1], "地社小街校院景灾园牧") && NO_DISTRICT.at(name, 0).is_none()
}

/// The place a plan's title begins with: `某某市国民经济…` → 某某市.
pub(super) fn home(title: &[char]) -> &[char] {
    let end = (1..8.min(title.len())).find(|&at| matches!(title[at], '省' | '市' | '县' | '区'));
    end.map_or(&[], |end| &title[..=end])
}

/// `某某高新区排名`: a zone with a name of its own, and an indicator behind it.
fn zone_front(phrase: &mut Phrase) -> Option<Area> {
    let chars = phrase.chars();
    let end = zone_end(chars)?;
    let follows = chars.get(end).is_some_and(|&c| is_han(c));
    if !follows
        || chars.len() - end < 3
        || any_at(chars, end, &["全面建成", "基本建成", "初步建成"]).is_some()
        || is_sort_of_zone(&chars[..end])
    {
        return None;
    }
    let zone = phrase.slice(0, end).text();
    phrase.drop_front(end);
    phrase.take_front(&["的", "在"]);
    Some(Area::Part(zone))
}

/// `国家级|高新区`: zones that are counted, and none by its name.
fn is_sort_of_zone(name: &[char]) -> bool {
    #[rustfmt::skip] // a word list reads as a paragraph
    static SORTS: LazyLock<Lexicon<()>> = LazyLock::new(|| lexicon::by_first(lexicon::plain(&[
        "级", "国家", "省", "个", "类", "各", "全国", "禁止", "限制", "重点", "优化",
    ])));
    // `下放|自贸区…权限`, `复制推广|自贸试验区…经验`
    #[rustfmt::skip] // a word list reads as a paragraph
    static BEFORE: LazyLock<Lexicon<()>> = LazyLock::new(|| lexicon::by_first(lexicon::plain(&[
        "下放", "赋予", "复制", "推广", "出台", "明确", "支持", "壮大", "设立", "创新设立", "按期", "编制", "高起点", "高标准", "高水平", "高质量", "就", "共建", "落实", "启动", "完成", "企业", "加快",
        "推动", "推进", "实施", "建设", "打造", "创建", "促进", "围绕", "聚焦", "依托", "以", "按", "对接", "融入", "参与", "承接", "获批", "申报", "争创", "申建", "第",
    ])));
    SORTS.within(name) || BEFORE.at(name, 0).is_some()
}

/// Where a zone's name that begins `chars` ends.
fn zone_end(chars: &[char]) -> Option<usize> {
    let ends = |&at: &usize| ZONES.end(&chars[2..=at]).is_some();
    let end = (3..chars.len().min(10)).find(ends)? + 1;
    chars[..end].iter().all(|&c| is_han(c)).then_some(end)
}

/// The last named zone in `chars`: `高标准建设某某东部新区,…` → 某某东部新区.
pub(super) fn last_zone(chars: &[char]) -> Option<String> {
    let end = (1..=chars.len())
        .rev()
        .find(|&end| ZONES.end(&chars[..end]).is_some())?;
    let start = (0..end)
        .rev()
        .take(14)
        .find(|&at| !is_han(chars[at]))
        .map_or(end.saturating_sub(14), |at| at + 1);
    let words = &chars[start..end];
    let verb = (0..words.len()).rev().find_map(|at| {
        any_at(words, at, &["建设", "打造", "推进", "支持", "发展", "加快"]).map(|n| at + n)
    });
    let name = &words[verb.unwrap_or(0)..];
    (name.len() >= 4 && !has(name, 0, "国家")).then(|| name.iter().collect())
}
