//! Names that are short for what was said before them: properties, classes, places, groups.

use super::super::areas;
use super::super::names;
use super::super::phrase::Phrase;
use super::super::units::Class;
use super::kinds;
use super::parts::Part;
use super::{Carried, Named};
use crate::plan::Area;

/// Names that say only which property of the thing before them is meant.
#[rustfmt::skip] // a word list reads as a paragraph
const PROPERTIES: &[&str] = &[
    "总量", "总数", "数量", "增量", "规模", "总规模", "占比", "比重", "总额", "增速", "增幅", "通车总里程", "通车里程",
    "总里程", "运营里程", "全长", "总长", "金额", "总金额", "货值", "总投资", "总投资额", "投资额", "计划投资", "年度投资", "年度计划投资", "里程", "强度",
];

/// What a thing that is counted holds, is worth or can do.
const HOLDINGS: &[&str] = &[
    "总库容",
    "兴利库容",
    "库容",
    "床位",
    "学位",
    "总市值",
    "总装机容量",
    "总装机",
    "装机",
];

/// Properties of a whole, and not of what came to it: `新登记企业8万户,总量达到70万户`.
#[rustfmt::skip] // a word list reads as a paragraph
const TOTALS: &[&str] = &[
    "总量", "总数", "总额", "总规模", "通车总里程", "通车里程", "总里程", "运营里程",
];

/// Properties that are said of one owner in turn: a firm's books, a crop, a herd.
#[rustfmt::skip] // a word list reads as a paragraph
const SIBLINGS: &[&[&str]] = &[
    &["增加值", "总产值", "资产总额", "总资产", "营业总收入", "营业收入", "主营业务收入", "利润总额", "净利润", "利税总额", "利税"],
    names::CROPS,
    &["出栏量", "出栏", "存栏量", "存栏"],
    names::USES,
];

/// Grades of what is counted, which another class of it need not have.
const GRADES: &[&str] = &["国家级", "省级", "市级", "县级"];

/// Words for where, which are no names of what is measured there.
#[rustfmt::skip] // a word list reads as a paragraph
pub(super) const OF_PLACES: &[&str] = &[
    "主要城市", "重点城市", "城市", "城镇", "农村", "乡村", "牧区", "山区", "市区", "城区", "县城",
];

/// What is done with works and projects, in turn.
#[rustfmt::skip] // a word list reads as a paragraph
pub(super) const DEEDS: &[&str] = &[
    "签约", "落地", "开工", "投产", "竣工", "入库", "投用", "达产", "复工", "完工", "建成投产", "竣工投产", "建成", "基本建成", "主体完工", "续建", "交付", "分配入住",
];

/// More of them, which stand before the works only.
const BEGUN: &[&str] = &[
    "新开工建设",
    "新开工",
    "开工建设",
    "动工建设",
    "计划开工",
    "新建",
    "在建",
];

/// Endings of those of whom a rate is told.
const GROUPS: &[&str] = &[
    "人群",
    "老年人",
    "老人",
    "儿童",
    "孕产妇",
    "残疾人",
    "学生",
    "患者",
];

/// Gives a name that is only a class, a share or a property the thing before it: `占GDP比重`,
/// `利润总额`, `50亿元以上3家`; and its area, unless `placed` by words of its own.
pub(super) fn complete(own: &mut [Named], placed: bool, carried: &Carried, sentence: usize) {
    let owner = carried.names.last().filter(|owner| owner.start >= sentence);
    let ([only], Some(owner)) = (own, owner) else {
        return;
    };
    let (name, whole) = (only.name.as_str(), owner.name.as_str());
    if name.starts_with("用于") && only.class != Class::Share {
        return;
    }
    // `某某新区完成投资80亿元` is not of the whole.
    if name == "投资" && only.area != owner.area {
        return;
    }
    // `城镇登记失业率4%,农村5%`
    if OF_PLACES.contains(&name) && only.class == owner.class {
        let side = OF_PLACES.iter().find_map(|side| whole.strip_prefix(side));
        match side {
            Some(rest) => only.name = format!("{name}{rest}"),
            None => {
                only.area = Area::Part(name.to_owned());
                only.name = whole.to_owned();
            }
        }
        return;
    }
    // `签约率45%,重点人群80%`
    let group = ending(name, GROUPS).is_some() && only.class == Class::Share;
    if group && owner.class == Class::Share && whole.ends_with('率') {
        only.name = format!("{name}{whole}");
        return;
    }
    let grown =
        || produce(name, whole).filter(|_| matches!(owner.class, Class::Size | Class::Count));
    if let Some(completed) = completed(name, whole).or_else(grown) {
        only.name = completed;
        if !placed {
            only.area = owner.area.clone();
        }
    }
}

/// The works that a name begins to tell a deed of: `新开工|保障性住房`.
pub(super) fn front_deed(name: &str) -> Option<&str> {
    let mut fronts = BEGUN.iter().chain(DEEDS);
    fronts.find_map(|front| name.strip_prefix(front))
}

/// The works that a name ends to tell a deed of: `保障性住房|竣工`; the whole name where it does not.
pub(super) fn without_deed(name: &str) -> &str {
    ending(name, DEEDS).map_or(name, |deed| &name[..name.len() - deed.len()])
}

/// `生猪出栏5.9万头,|产值9585万元`: what is grown or bred yields it.
fn produce(name: &str, whole: &str) -> Option<String> {
    const YIELDS: &[&str] = &["产值", "总产值", "产量", "总产量"];
    const AMOUNTS: &[&str] = &[
        "出栏量",
        "存栏量",
        "出栏",
        "存栏",
        "种植面积",
        "播种面积",
        "养殖面积",
        "面积",
        "总产量",
        "产量",
        "总产值",
        "产值",
    ];
    const VERBS: &[&str] = &["种植", "养殖", "发展", "栽植"];
    let amount = ending(whole, AMOUNTS).map_or(0, str::len);
    let thing = &whole[..whole.len() - amount];
    let thing = VERBS
        .iter()
        .find_map(|verb| thing.strip_prefix(verb))
        .unwrap_or(thing);
    let named = thing.chars().nth(1).is_some() && !thing.contains("计划") && !thing.ends_with('户');
    (YIELDS.contains(&name) && named).then(|| format!("{thing}{name}"))
}

/// The share, or another property, of `owner`.
pub(super) fn of_owner(property: &Named, owner: &Named) -> Named {
    let name = completed(&property.name, &owner.name);
    Named {
        name: name.unwrap_or_else(|| property.name.clone()),
        ..property.clone()
    }
}

/// `汽车产量90万辆,其中新能源汽车50万辆`: a part is measured as the whole is.
pub(super) fn measure_alike(own: &mut [Named], carried: &Carried) {
    #[rustfmt::skip] // a word list reads as a paragraph
    const MEASURES: &[&str] = &[
        "产量", "运营里程", "营业里程", "通车里程", "里程", "装机容量", "装机规模", "装机", "播种面积", "种植面积",
        "增加值", "吞吐量", "发电量", "保有量", "产值", "投资",
    ];
    let ([part], Some(whole)) = (own, carried.names.last()) else {
        return;
    };
    let measure = ending(&whole.name, MEASURES).filter(|_| part.class == whole.class);
    let whole = |measure: &&str| {
        !part.name.ends_with(measure) && !names::is_indicator(&Phrase::of(&part.name))
    };
    if let Some(measure) = measure.filter(whole) {
        part.name = joined(&part.name, measure);
    }
}

/// `江北区、海曙区|生产总值`, `生产总值900亿元,其中|江北区300亿元`: a place is no name, but has one told of it.
pub(super) fn tell_of_places(own: &mut [Named], part: &Part, carried: &Carried) {
    let measured = matches!(part.figure.class, Class::Money | Class::Share);
    let place = |name: &str| {
        let name: Vec<char> = name.chars().collect();
        areas::names_place(&name) || measured && areas::names_zone(&name)
    };
    if !own.iter().any(|one| place(&one.name)) {
        return;
    }
    let named = |named: &&Named| !place(&named.name);
    let alike = |named: &&Named| named.class == part.figure.class || part.cues.grow;
    let told = own.last().filter(named);
    let told = told.or(carried.names.last().filter(named).filter(alike));
    // `项目50个、投资90亿元,其中|句容市9个、投资7亿元`
    let earlier = || carried.recent().filter(alike).find(named);
    let told = told.or_else(|| earlier().filter(|_| !part.behind));
    let Some(told) = told.cloned() else {
        return;
    };
    for one in own.iter_mut() {
        if place(&one.name) {
            one.area = Area::Part(std::mem::replace(&mut one.name, told.name.clone()));
            one.start = one.start.min(told.start);
        }
    }
}

/// The name that `name` is short for, behind `whole`.
fn completed(name: &str, whole: &str) -> Option<String> {
    property(name, whole)
        .or_else(|| measure(name, whole))
        .or_else(|| class(name, whole))
}

/// A property of what `whole` names: `利润总额`, `占GDP比重`, `总库容`.
fn property(name: &str, whole: &str) -> Option<String> {
    let without = |words| ending(whole, words).map(|own| &whole[..whole.len() - own.len()]);
    let siblings = SIBLINGS.iter().find(|words| words.contains(&name));
    if let Some(thing) = siblings.and_then(|words| without(words)) {
        return Some(joined(thing, name));
    }
    if name.starts_with("用于") && !whole.contains("用于") {
        return Some(format!("{}{name}", without(PROPERTIES).unwrap_or(whole)));
    }
    if HOLDINGS.contains(&name) {
        return Some(joined(without(HOLDINGS).unwrap_or(whole), name));
    }
    // `产值9亿元,完成“十五”计划的|112%`
    if ["计划", "年计划"].contains(&name) && !whole.ends_with("计划") {
        return Some(format!("{whole}完成{name}"));
    }
    // `75家企业|年销售收入18亿元`
    const EARNED: &[&str] = &["产值", "利税", "年销售收入", "销售收入"];
    if EARNED.contains(&name) && whole.ends_with("企业") {
        return Some(format!("{whole}{name}"));
    }
    // `固定资产投资增长9%,五年累计完成投资80亿元`
    let planned = ending(whole, PROPERTIES).is_some();
    if name == "投资" && whole.ends_with(name) && !planned {
        return Some(whole.to_owned());
    }
    // `灌溉面积28万亩,总投资42亿元`: an area costs nothing.
    if name.ends_with("投资") && names::ends_in_size(whole) {
        return None;
    }
    if PROPERTIES.contains(&name) || name.starts_with('占') && !whole.contains('占') {
        let own = name.starts_with('占') && ending(whole, &["投资额", "金额", "货值"]).is_some();
        let thing = without(PROPERTIES).filter(|_| !own).unwrap_or(whole);
        let thing = match TOTALS.contains(&name) {
            true => thing.strip_suffix("数量").unwrap_or(thing),
            false => thing,
        };
        let new = kinds::new_front(thing).filter(|_| TOTALS.contains(&name));
        let name = if name == "占" { "占比" } else { name };
        return Some(joined(new.unwrap_or(thing), name));
    }
    // `工程20项,续建9项,完成投资80亿元`: what all of them cost.
    let thing = without_deed(without(PROPERTIES).unwrap_or(whole));
    let cost = name == "投资" && (thing.ends_with("项目") || thing.ends_with("工程"));
    cost.then(|| format!("{thing}{name}"))
}

/// A thing and its property, with the word once that both have: `风电装机`, `装机规模`.
fn joined(thing: &str, property: &str) -> String {
    let ends = property.char_indices().skip(2).map(|(end, _)| end);
    let shared = ends.filter(|&end| thing.ends_with(&property[..end])).last();
    thing.to_owned() + &property[shared.unwrap_or(0)..]
}

/// Sources of power, which are short for what is built to use them.
#[rustfmt::skip] // a word list reads as a paragraph
const POWER: &[&str] = &[
    "风电", "光伏", "光伏发电", "太阳能发电", "水电", "火电", "煤电", "气电", "核电", "海上风电", "生物质发电", "抽水蓄能", "新型储能", "新能源", "可再生能源",
];

/// What is measured of `whole` in words of its own: `每千人口2.6人`, `收入比`, `年度目标`, `在建`.
fn measure(name: &str, whole: &str) -> Option<String> {
    // Not twice, or the name of a list would grow with each item.
    let done = ["完工", "竣工", "交付", "基本建成", "并网"].contains(&name);
    if done && !whole.ends_with(name) {
        return Some(format!("{whole}{name}"));
    }
    let leads = name.starts_with('每')
        && !whole.starts_with('每')
        && names::is_per_head(&name.chars().collect::<Vec<char>>());
    if leads || name == "在建" && !whole.starts_with(name) {
        let held = ending(whole, HOLDINGS).map_or(0, |held| held.len());
        return Some(format!("{name}{}", &whole[..whole.len() - held]));
    }
    // `生产总值达到600亿元,人均突破15万元`
    if name == "人均" && whole.starts_with(name) {
        return Some(whole.to_owned());
    }
    if name == "人均" && (whole.ends_with("生产总值") || whole.ends_with("GDP")) {
        return Some(format!("{name}{whole}"));
    }
    // `电力装机1亿千瓦,其中风电3000万千瓦`
    if POWER.contains(&name) && whole.contains("装机") {
        return Some(format!("{name}装机"));
    }
    #[rustfmt::skip] // a word list reads as a paragraph
    const PLANNED: &[&str] = &[
        "年度目标", "年度计划", "年度任务", "年计划", "全年计划", "全年目标", "全年任务", "目标任务", "年度目标任务",
        "全年目标任务", "总量目标", "增速目标", "预期目标", "年初目标", "年目标", "年任务", "预算", "年初预算", "年度预算", "调整预算",
    ];
    let name = name.trim_start_matches('为');
    if PLANNED.contains(&name) {
        let told = whole
            .strip_suffix(name)
            .filter(|owner| owner.ends_with("完成"));
        let owner = told.map_or_else(|| format!("{whole}完成"), str::to_owned);
        return Some(owner + name);
    }
    let sides = ["城乡", "城镇", "农村"];
    let compared = name == "收入比" && sides.iter().any(|side| whole.starts_with(side));
    compared.then(|| format!("城乡居民{name}"))
}

/// A class of what `whole` names: `超10亿元4家`, `国家级12家`.
fn class(name: &str, whole: &str) -> Option<String> {
    // `新增学位5万个,其中小学3万个`
    if whole.ends_with("学位") && ["幼儿园", "小学", "初中", "高中", "公办", "民办"].contains(&name)
    {
        return Some(format!("{name}学位"));
    }
    // `幼儿园50所(其中民办20所)`
    const OWNED: &[&str] = &["公办", "民办", "公立", "私立", "公办性质"];
    if OWNED.contains(&name) && !OWNED.iter().any(|owned| whole.contains(owned)) {
        return Some(format!("{name}{whole}"));
    }
    let graded = name.ends_with('级') && name.chars().count() <= 3;
    if !(name.ends_with("以上") || name.ends_with("以下") || is_amount(name) || graded) {
        return None;
    }
    let accounts = ending(whole, SIBLINGS[0]).map_or("", |own| own);
    let thing = whole.strip_suffix(accounts).unwrap_or(whole);
    let grade = GRADES.iter().find_map(|grade| thing.strip_prefix(grade));
    let marks: &[&str] = if graded {
        &["以上", "级"]
    } else {
        &["以上", "亿元"]
    };
    let thing = marks.iter().fold(grade.unwrap_or(thing), |thing, mark| {
        thing.rsplit(mark).next().unwrap_or_default()
    });
    Some(format!("{name}{thing}"))
}

pub(super) fn ending<'a>(name: &str, words: &[&'a str]) -> Option<&'a str> {
    words.iter().copied().find(|word| name.ends_with(word))
}

/// `超10亿元`, `年销售收入超10亿元`
fn is_amount(name: &str) -> bool {
    name.ends_with('元') && name.contains(['超', '过'])
}
