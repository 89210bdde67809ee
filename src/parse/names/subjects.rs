//! Splits the words before a number into the subjects of a list, each a whole name.

use std::sync::LazyLock;

use super::super::areas;
use super::super::lexicon::{self, Lexicon};
use super::super::phrase::{self, Phrase};
use super::super::prose::{among, any_at, any_end, contains, contains_any, find, is_han};

/// Words that end a name which stands by itself.
#[rustfmt::skip] // a word list reads as a paragraph
static HEADS: LazyLock<Lexicon<()>> = LazyLock::new(|| lexicon::by_last(lexicon::plain(&[
    "率", "额", "值", "量", "比重", "占比", "比例", "收入", "支出", "面积", "里程", "人口", "强度",
    "指数", "浓度", "寿命", "投资", "产值", "总数", "数量", "人数", "起数", "户数", "件数", "发案数", "床位数", "人次", "天数", "规模", "密度", "贡献", "消费", "总产", "能耗", "水耗", "满意度", "利润", "利税", "税收", "营收", "外汇储备",
])));

/// Endings that a list of subjects may share: `城镇和农村常住居民人均可支配收入`.
#[rustfmt::skip] // a word list reads as a paragraph
static SHARED_HEADS: LazyLock<Lexicon<()>> = LazyLock::new(|| lexicon::by_last(lexicon::plain(&[
    "种植面积", "播种面积", "灌溉面积", "建筑面积", "患者规范管理率", "规范管理率", "管理率", "签约率", "服务率",
    "常住居民人均可支配收入", "居民人均可支配收入", "人均可支配收入", "居民收入", "产业增加值", "增加值",
    "全产业链产值", "优良天数", "出栏量", "存栏量", "出栏", "存栏", "城镇化率", "综合机械化率", "机械化率", "优良天数比例", "优良天数比率",
    "产业产值", "产业营业收入", "产业营收", "营收", "进出口总额", "进出口额", "进出口", "出口额", "出口", "总产值", "产值", "主营业务收入", "营业收入", "销售收入", "收入",
    "覆盖率", "普及率", "合格率", "达标率", "利用率", "死亡率", "就业率", "增长率", "失业率",
    "保险参保人数", "参保人数", "重点工程减排量", "排放总量", "减排量", "参保率", "处理率", "回收率", "毛入学率", "入学率", "总量", "数量", "面积", "里程", "浓度", "强度",
    "吞吐量", "所占比重", "所占的比重", "比重", "占比", "消费量", "排放量", "投资", "人数", "产业规模", "装机规模", "规模", "能耗", "发病率",
    "使用量", "施用量", "发电量", "保有量", "总产量", "产量", "总产", "亩产", "单产", "交易额", "成交额", "零售额", "销售额", "余额", "装机容量",
    "装机", "渗透率", "保护率", "治理率", "知晓率", "就诊率", "巩固率", "满意度", "标准", "保险", "类警情", "警情", "案件",
])));

/// What is used for each unit of a product: `万元GDP能耗、水耗`.
pub(in crate::parse) const USES: &[&str] = &["能耗", "水耗", "电耗", "煤耗", "物耗"];

/// What is told of a crop.
pub(in crate::parse) const CROPS: &[&str] = &[
    "播种面积",
    "种植面积",
    "面积",
    "总产量",
    "总产",
    "产量",
    "单产",
];

/// The subjects of a list whose every item is an indicator of its own; else the phrase whole.
pub(in crate::parse) fn whole_subjects<'a>(phrase: &Phrase<'a>) -> Vec<Phrase<'a>> {
    if !may_list(phrase) {
        return vec![phrase.clone()];
    }
    let listed = find(phrase.chars(), "等")
        .filter(|&at| contains(&phrase.chars()[at..], "指标") && phrase.len() - at <= 8);
    let mut items = split(&phrase.slice(0, listed.unwrap_or(phrase.len())));
    if all_whole(&items) {
        share_whole(&mut items);
        items
    } else {
        vec![phrase.clone()]
    }
}

/// The subjects of `甲、乙和丙`, each whole: a tail that only the last has is given to all.
pub(in crate::parse) fn subjects<'a>(phrase: &Phrase<'a>) -> Vec<Phrase<'a>> {
    let parts = three_industries(phrase).or_else(|| two_industries(phrase));
    if let Some(parts) = parts.or_else(|| foods(phrase)) {
        return parts;
    }
    if listed_under_a_head(phrase) {
        return vec![phrase.clone()];
    }
    let mut items = with_shared_tail(split(phrase));
    share_whole(&mut items);
    items
}

/// The things of a list of which there are so many each (`甲、乙|各5家`); the phrase whole where one of
/// them is no thing by itself: `国家、省级|实验室`, `新开工、投产|项目`.
pub(in crate::parse) fn things<'a>(phrase: &Phrase<'a>) -> Vec<Phrase<'a>> {
    const SHORTEST: usize = 3;
    #[rustfmt::skip] // a word list reads as a paragraph
    const PARTS: &[&str] = &["开工", "竣工", "签约", "投产", "落地", "立项", "备案", "上市", "改造", "级", "国家", "全国", "区", "县", "市", "州"];
    let items = subjects(phrase);
    let alone = |item: &Phrase| {
        item.len() >= SHORTEST
            && any_end(item.chars(), PARTS).is_none()
            && !contains(item.chars(), "每")
            && !areas::names_place(item.chars())
    };
    match items.len() > 1 && items.iter().all(alone) {
        true => items,
        false => whole_subjects(phrase),
    }
}

/// The subjects of a list where there are fewer numbers than 、 and 和 set apart, and as many as 、
/// does: `甲、乙与丙、丁产值分别达到…`.
pub(in crate::parse) fn fewer_subjects<'a>(
    phrase: &Phrase<'a>,
    subjects: &[Phrase<'a>],
    count: usize,
) -> Option<Vec<Phrase<'a>>> {
    let marks = || phrase.chars().iter().filter(|&&c| c == '、').count();
    if subjects.len() <= count || marks() + 1 != count {
        return None;
    }
    let mut start = 0;
    let ends = (0..=phrase.len()).filter(|&at| phrase.chars().get(at).is_none_or(|&c| c == '、'));
    let items = ends.map(|end| phrase.slice(std::mem::replace(&mut start, end + 1), end));
    Some(with_shared_tail(items.collect()))
}

/// Gives the items of a list the tail that only the last has.
fn with_shared_tail(mut items: Vec<Phrase>) -> Vec<Phrase> {
    let Some(last) = items.last().cloned() else {
        return items;
    };
    let count = items.len();
    // `城、乡|居民收入`
    if let [first, second] = items.as_mut_slice()
        && first.len() == 1
        && first.starts("城")
        && second.starts("乡居民")
    {
        let tail = second.slice(1, second.len());
        (*first, *second) = (
            Phrase::of("城镇").join(&tail),
            Phrase::of("农村").join(&tail),
        );
        return items;
    }
    for item in items.iter_mut().take(count - 1) {
        let side = side_tail(item, &last);
        // `江北区、海曙区|供水率`: a place has the whole name of the last.
        if side.is_none() && areas::names_place(item.chars()) {
            continue;
        }
        let at = side.or_else(|| cut_word(item, &last));
        if let Some(at) = at.or_else(|| shared_tail(item, &last)) {
            *item = item.join(&last.slice(at, last.len()));
        }
    }
    share_owner(&mut items);
    items
}

/// `总产值、税收|占全省比重`: each is a share of the last's whole.
fn share_whole(items: &mut [Phrase]) {
    let Some((last, others)) = items.split_last_mut() else {
        return;
    };
    let of = |item: &Phrase| item.chars().iter().position(|&c| c == '占');
    // `占地面积`, `人均占有量`, `所占份额`
    const OTHERS: &[&str] = &["占地面积", "占用", "占道", "占补", "占有"];
    let other =
        |at: usize| any_at(last.chars(), at, OTHERS).is_some() || last.chars()[at - 1] == '所';
    let share = |&at: &usize| at > 0 && (last.ends("比重") || !other(at));
    let whole = of(last).filter(share);
    // `城镇化率、服务业占比重`: a rate is of its own whole.
    let whole = whole.filter(|_| {
        others
            .iter()
            .all(|item| of(item).is_none() && !item.ends("率"))
    });
    if let Some(at) = whole {
        let tail = last.slice(at, last.len());
        others.iter_mut().for_each(|item| *item = item.join(&tail));
    }
}

/// `万元GDP能耗、|水耗`: what is used is of the first's product.
fn share_owner<'a>(items: &mut [Phrase<'a>]) {
    let Some((first, rest)) = items.split_first_mut() else {
        return;
    };
    let mut share = |owner: Phrase<'a>, words: &[&str]| {
        let lacks = |item: &&mut Phrase| any_at(item.chars(), 0, words) == Some(item.len());
        for item in rest.iter_mut().filter(lacks) {
            *item = owner.join(item);
        }
    };
    // `旅游接待人次和|收入`
    if let Some(at) = find(first.chars(), "旅游") {
        share(first.slice(at, at + 2), &["收入", "总收入", "综合收入"]);
    }
    for words in [USES, CROPS] {
        if let Some(length) = any_end(first.chars(), words) {
            share(first.slice(0, first.len() - length), words);
        }
    }
}

/// `存、贷|款余额`, `国家、省、市|级实验室`, `雏鹰、瞪羚|企业`: where in `last` the rest of a word begins that `item` lacks.
fn cut_word(item: &Phrase, last: &Phrase) -> Option<usize> {
    let deposits = item.ends("存") && last.starts("贷款");
    let lone = item.len() == 1 && last.len() > 3 && is_han(item.chars()[0]);
    let graded = any_end(item.chars(), &["国家"]) == Some(item.len())
        && last.chars()[1..].starts_with(&['级']);
    if deposits || lone || graded {
        return Some(1);
    }
    let firms = item.len() == 2 && last.len() > 2 && last.ends("企业");
    firms.then(|| last.len() - 2)
}

/// `城乡居民收入` of two numbers: one for each side.
pub(in crate::parse) fn two_sides<'a>(name: &Phrase<'a>) -> Option<Vec<Phrase<'a>>> {
    let both = find(name.chars(), "城乡").filter(|&at| at <= 2);
    let (at, sides) = match both {
        Some(at) => (at, ["城镇", "农村"]),
        None => (find(name.chars(), "存贷款")?, ["存", "贷"]),
    };
    let side = |word: &str| {
        name.slice(0, at)
            .join(&Phrase::of(word))
            .join(&name.slice(at + 2, name.len()))
    };
    Some(sides.map(side).into())
}

/// Groups that stand side by side; a name said of the last is meant of each.
#[rustfmt::skip] // a word list reads as a paragraph
const SIDES: &[&str] = &[
    "小学", "初中", "高中阶段教育", "高中阶段", "高中", "学前教育", "义务教育", "高等教育", "城镇", "城市", "农村", "乡村",
    "市区", "县城", "城区", "街道", "乡镇", "男性", "女性", "第一产业", "第二产业", "第三产业", "省级", "市级", "县级",
];

/// `小学、初中|本科以上教师比例`: where the tail of `last` begins that both sides share.
fn side_tail(item: &Phrase, last: &Phrase) -> Option<usize> {
    let whole = any_at(item.chars(), 0, SIDES) == Some(item.len());
    any_at(last.chars(), 0, SIDES).filter(|&at| whole && at < last.len())
}

/// Whether the words are one side of a pair alone: `初中`.
pub(in crate::parse) fn is_side(chars: &[char]) -> bool {
    any_at(chars, 0, SIDES) == Some(chars.len())
}

/// Where the head count ends that begins a name: `每千常住人口|床位`.
pub(in crate::parse) fn per_head(chars: &[char]) -> Option<usize> {
    #[rustfmt::skip] // a word list reads as a paragraph
    const HEADS: &[&str] = &[
        "常住人口", "老年人口", "人口", "老年人", "老人", "学生", "劳动者", "职工", "儿童", "人",
    ];
    if chars.first() != Some(&'每') {
        return None;
    }
    let scale = (1..chars.len()).find(|&at| !among(chars[at], "十百千万名个位"))?;
    let heads = any_at(chars, scale, HEADS).filter(|_| scale > 1)?;
    (scale + heads < chars.len()).then_some(scale + heads)
}

/// Whether a name ends in a size of something.
pub(in crate::parse) fn ends_in_size(name: &str) -> bool {
    let sizes = ["面积", "里程", "全长", "长度", "库容", "设站"];
    sizes.iter().any(|size| name.ends_with(size))
}

/// Whether the words are a head count alone: `每千人`.
pub(in crate::parse) fn is_per_head(chars: &[char]) -> bool {
    // Most names are told by their first character.
    chars.first() == Some(&'每') && per_head(&[chars, &['数']].concat()) == Some(chars.len())
}

/// Where the side that ends a longer name begins: `生均建筑面积|小学`.
pub(in crate::parse) fn side_end(chars: &[char]) -> Option<usize> {
    any_end(chars, SIDES)
        .map(|length| chars.len() - length)
        .filter(|&at| at > 2)
}

/// `甲、乙两大产业增加值`: what follows names the items together.
fn listed_under_a_head(phrase: &Phrase) -> bool {
    head(phrase).is_some()
}

/// Where the 大 stands behind which a word names the items of a list together.
fn head(phrase: &Phrase) -> Option<usize> {
    let chars = phrase.chars();
    (1..chars.len()).find(|&at| {
        chars[at] == '大'
            && among(chars[at - 1], "两二三四五六七八九十")
            && chars[..at].contains(&'、')
    })
}

/// Words for several things, with those things.
const KNOWN: &[(&str, &[&str])] = &[
    ("三次产业", &["第一产业", "第二产业", "第三产业"]),
    ("广播电视", &["广播", "电视"]),
];

/// The subjects of a list that has a word for all of them, or a verb for each, where there are as
/// many as numbers: `甲、乙两大|产业产值`, `甲和乙|分别|新增学位`.
pub(in crate::parse) fn counted_subjects<'a>(
    phrase: &Phrase<'a>,
    count: usize,
) -> Option<Vec<Phrase<'a>>> {
    let known = KNOWN
        .iter()
        .find(|(word, items)| phrase.starts(word) && items.len() == count);
    let measured = |word: &str| is_indicator(phrase) || phrase.len() == word.chars().count();
    if let Some((word, items)) = known.filter(|(word, _)| measured(word)) {
        let tail = phrase.slice(word.chars().count(), phrase.len());
        let name = |item: &&str| Phrase::of(item).join(&tail);
        return Some(items.iter().map(name).collect());
    }
    let headed = head(phrase).map(|at| {
        let tail = phrase.slice(at + 1, phrase.len());
        (split(&phrase.slice(0, at - 1)), tail)
    });
    let headed = headed.filter(|(_, tail)| !may_list(tail));
    let told = || {
        let at = find(phrase.chars(), "分别").filter(|&at| at > 1)?;
        let deed = phrase.slice(at + 2, phrase.len());
        // `甲、乙|分别|位居全省县区第一、第八`
        let ranks = any_at(deed.chars(), 0, &["居", "位居", "列", "排"]).is_some();
        let items = subjects(&phrase.slice(0, at));
        Some((items, if ranks { Phrase::default() } else { deed }))
    };
    let (items, tail) = headed.or_else(told)?;
    let whole = items.len() == count;
    whole.then(|| items.iter().map(|item| item.join(&tail)).collect())
}

/// Whether a mark or a word stands in the phrase at which a list is split.
fn may_list(phrase: &Phrase) -> bool {
    let splits = |c: &char| matches!(c, '、' | '和' | '与' | '及');
    phrase.chars().iter().any(splits)
}

/// Splits at 、 and at 和 与 及 outside brackets and quotes.
fn split<'a>(phrase: &Phrase<'a>) -> Vec<Phrase<'a>> {
    let chars = phrase.chars();
    let mut items = Vec::new();
    let (mut start, mut depth) = (0, 0usize);
    for at in 0..chars.len() {
        match chars[at] {
            '(' | '“' | '《' => depth += 1,
            ')' | '”' | '》' => depth = depth.saturating_sub(1),
            '、' if depth == 0 => {
                items.push(phrase.slice(start, at));
                start = at + 1;
            }
            '和' | '与' | '及' if depth == 0 && at > start + 1 && joins(chars, at) => {
                items.push(phrase.slice(start, at));
                start = at + 1;
            }
            _ => {}
        }
    }
    items.push(phrase.slice(start, chars.len()));
    for item in &mut items {
        item.trim_marks();
        item.take_front(&["以及"]);
        item.take_back(&["以"]);
    }
    items.retain(|item| !item.is_empty());
    items
}

/// Whether the 和, 与 or 及 at `at` joins two items, and is no part of a word.
fn joins(chars: &[char], at: usize) -> bool {
    const BEGIN: &[&str] = &["及以上", "及其", "及相关", "及时", "与会", "和谐", "和美"];
    const END: &[&str] = &["以及", "参与", "涉及", "普及", "共和", "饱和", "温和"];
    at + 1 < chars.len()
        && any_at(chars, at, BEGIN).is_none()
        && any_at(chars, at.saturating_sub(1), END).is_none()
}

/// Endings of what the police are called for, and of how often.
const CASES: &[&str] = &["案", "案件", "警情", "事件"];

/// Where in `last` the tail begins that `item` lacks: `普通国道` and `省道|通车里程`.
fn shared_tail(item: &Phrase, last: &Phrase) -> Option<usize> {
    let (own, whole) = (item.chars(), last.chars());
    // `命案、刑事|案件`
    let case = |words| any_end(words, CASES).is_some();
    if case(own) && case(whole) {
        return None;
    }
    // A measure of water that ends like an amount, and is none alone.
    let headed = HEADS.end(own).is_some() && !item.ends("需氧量") || item.ends("数");
    let last = own.last().filter(|last| whole.contains(last));
    let longest = last.map_or(0, |_| own.len().min(8));
    for length in (1..=longest).rev() {
        let ending = &own[own.len() - length..];
        let at = (1..whole.len())
            .rev()
            .find(|&at| whole[at..].starts_with(ending));
        // One character in common (`小学` and `高中入学率`) says little where it stands far back.
        let near = |at: usize| length > 1 || at + length <= own.len() + 1;
        if let Some(at) = at.filter(|&at| near(at) && at + length < whole.len()) {
            return (!headed).then_some(at + length);
        }
    }
    // `甲债券和乙申报|占全省比重`: each is a share, and no 比重 of its own.
    let of = whole.iter().position(|&c| c == '占');
    let share = of.is_some_and(|of| whole.get(of + 1).is_some_and(|&c| c != '比'))
        && whole.ends_with(&['比', '重'])
        && !own.contains(&'占');
    if headed || share {
        return None;
    }
    // `乡镇、建制村通畅率`: most rates have three characters.
    let rate = (whole.last() == Some(&'率')).then_some(3);
    let length = SHARED_HEADS
        .end(whole)
        .map(|(length, ())| length)
        .or(rate)?;
    let at = whole.len().checked_sub(length)?;
    if at == 0 || own.ends_with(&whole[at..]) {
        return None;
    }
    // `新医药、智能电网|产业产值`, but `制造业、数字经济核心产业|增加值`
    let named = ["核心产业", "新兴产业", "支柱产业", "主导产业", "未来产业"];
    let industry = any_end(&whole[..at], &["产业"]).is_some_and(|length| at > length + 1)
        && !own.ends_with(&['业'])
        && any_end(&whole[..at], &named).is_none();
    Some(at - if industry { 2 } else { 0 })
}

/// `一二三产增加值` are three things.
fn three_industries<'a>(phrase: &Phrase<'a>) -> Option<Vec<Phrase<'a>>> {
    let chars = phrase.chars();
    const NAMES: &[&str] = &[
        "一二三产",
        "一、二、三产",
        "第一、二、三产",
        "第一、第二、第三产",
    ];
    any_at(chars, 0, NAMES)?;
    let digits: Vec<usize> = (0..chars.len())
        .filter(|&i| "一二三".contains(chars[i]))
        .take(3)
        .collect();
    let tail = phrase.slice(digits[2] + 1, chars.len());
    // `一、二、三|产业增加值`: the first is 第一产业.
    let ordinal = if tail.starts("产业") { "第" } else { "" };
    let industry = |&digit: &usize| {
        let number = Phrase::of(ordinal).join(&phrase.slice(digit, digit + 1));
        number.join(&tail)
    };
    Some(digits.iter().map(industry).collect())
}

/// `肉蛋奶产量`, `猪牛羊饲养量`: a character for each, but one thing in `肉牛`, `牛羊肉`.
fn foods<'a>(phrase: &Phrase<'a>) -> Option<Vec<Phrase<'a>>> {
    const ANIMALS: &str = "猪牛羊禽";
    const PRODUCTS: &str = "粮油棉糖肉蛋奶鱼菜果茶药";
    const MEASURES: &[&str] = &[
        "产量", "总产", "饲养", "出栏", "存栏", "产值", "播种", "种植",
    ];
    let chars = phrase.chars();
    let listed = |foods| chars.iter().take_while(|&&c| among(c, foods)).count();
    let count = listed(ANIMALS).max(listed(PRODUCTS));
    any_at(chars, count, MEASURES).filter(|_| count > 1)?;
    // `油菜播种面积`
    if contains_any(&chars[..count], &["油菜", "茶油", "菜油"]) {
        return None;
    }
    let tail = phrase.slice(count, chars.len());
    Some(
        (0..count)
            .map(|at| phrase.slice(at, at + 1).join(&tail))
            .collect(),
    )
}

/// `第一、三产业|比重`: the word before the first belongs to both.
fn two_industries<'a>(phrase: &Phrase<'a>) -> Option<Vec<Phrase<'a>>> {
    let &['第', first, '、', second, '产', '业', ..] = phrase.chars() else {
        return None;
    };
    let numbers = [first, second].iter().all(|&c| "一二三".contains(c));
    let of = |at: usize| {
        let number = phrase.slice(0, 1).join(&phrase.slice(at, at + 1));
        number.join(&phrase.slice(4, phrase.len()))
    };
    numbers.then(|| vec![of(1), of(3)])
}

/// Whether every item of a list is an indicator of its own: `甲总值、乙收入`.
fn all_whole(items: &[Phrase]) -> bool {
    items.len() > 1 && items.iter().all(is_indicator)
}

/// Whether the last subject of a list may be an indicator: what a list may drop behind it counts
/// for nothing.
pub(in crate::parse) fn may_end_like_indicator(phrase: &Phrase) -> bool {
    let drops = |c: &char| matches!(c, '以' | '及' | '和' | '与') || phrase::is_mark(*c);
    let chars = phrase.chars();
    let end = chars.iter().rposition(|c| !drops(c));
    end.is_some_and(|last| HEADS.end(&chars[..=last]).is_some())
}

/// Whether the words end like an indicator: `粮食总产量`.
pub(in crate::parse) fn is_indicator(phrase: &Phrase) -> bool {
    phrase.len() >= 3 && HEADS.end(phrase.chars()).is_some()
}
