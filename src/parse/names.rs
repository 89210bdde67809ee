//! Makes indicator names: splits lists, shares a common tail, cuts the noun behind a number.

use std::sync::LazyLock;

use super::lexicon::{self, Lexicon};
use super::phrase::{self, Phrase};
use super::prose::{among, any_at, any_end, contains, find, is_han};

/// Words that end a name which stands by itself.
#[rustfmt::skip] // a word list reads as a paragraph
static HEADS: LazyLock<Lexicon<()>> = LazyLock::new(|| lexicon::by_last(lexicon::plain(&[
    "率", "额", "值", "量", "比重", "占比", "比例", "收入", "支出", "面积", "里程", "人口", "强度",
    "指数", "浓度", "寿命", "投资", "产值", "总数", "数量", "人数", "人次", "天数", "规模", "密度", "贡献", "消费", "总产", "能耗", "水耗",
])));

/// Endings that a list of subjects may share: `城镇和农村常住居民人均可支配收入`.
#[rustfmt::skip] // a word list reads as a paragraph
static SHARED_HEADS: LazyLock<Lexicon<()>> = LazyLock::new(|| lexicon::by_last(lexicon::plain(&[
    "种植面积", "播种面积", "灌溉面积", "建筑面积", "患者规范管理率", "规范管理率", "管理率", "签约率", "服务率",
    "常住居民人均可支配收入", "居民人均可支配收入", "人均可支配收入", "居民收入", "产业增加值", "增加值",
    "全产业链产值", "优良天数", "出栏量", "存栏量", "出栏", "存栏", "城镇化率", "综合机械化率", "机械化率", "优良天数比例", "优良天数比率",
    "产业产值", "产业营业收入", "产业营收", "营收", "进出口总额", "进出口额", "进出口", "出口额", "总产值", "产值", "主营业务收入", "营业收入", "销售收入", "收入",
    "覆盖率", "普及率", "合格率", "达标率", "利用率", "死亡率", "就业率", "增长率", "失业率",
    "保险参保人数", "参保人数", "重点工程减排量", "排放总量", "减排量", "参保率", "处理率", "回收率", "毛入学率", "入学率", "总量", "数量", "面积", "里程", "浓度", "强度",
    "吞吐量", "比重", "占比", "消费量", "排放量", "投资", "人数", "产业规模", "装机规模", "规模", "能耗", "发病率",
    "使用量", "施用量", "发电量", "保有量", "产量", "交易额", "成交额", "零售额", "销售额", "余额", "装机容量",
    "装机", "渗透率", "保护率", "治理率", "知晓率", "就诊率", "巩固率", "满意度",
])));

/// What is used for each unit of a product: `万元GDP能耗、水耗`.
pub(super) const USES: &[&str] = &["能耗", "水耗", "电耗", "煤耗", "物耗"];

/// What is told of a crop.
pub(super) const CROPS: &[&str] = &[
    "播种面积",
    "种植面积",
    "面积",
    "总产量",
    "总产",
    "产量",
    "单产",
];

/// The subjects of a list whose every item is an indicator of its own; else the phrase whole.
pub(super) fn whole_subjects<'a>(phrase: &Phrase<'a>) -> Vec<Phrase<'a>> {
    if !may_list(phrase) {
        return vec![phrase.clone()];
    }
    let listed = find(phrase.chars(), "等")
        .filter(|&at| contains(&phrase.chars()[at..], "指标") && phrase.len() - at <= 8);
    let items = split(&phrase.slice(0, listed.unwrap_or(phrase.len())));
    if all_whole(&items) {
        items
    } else {
        vec![phrase.clone()]
    }
}

/// The subjects of `甲、乙和丙`, each whole: a tail that only the last has is given to all.
pub(super) fn subjects<'a>(phrase: &Phrase<'a>) -> Vec<Phrase<'a>> {
    if let Some(industries) = three_industries(phrase) {
        return industries;
    }
    if listed_under_a_head(phrase) {
        return vec![phrase.clone()];
    }
    with_shared_tail(split(phrase))
}

/// The subjects of a list where there are fewer numbers than 、 and 和 set apart, and as many as 、
/// does: `甲、乙与丙、丁产值分别达到…`.
pub(super) fn fewer_subjects<'a>(
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
    for item in items.iter_mut().take(count - 1) {
        let at = side_tail(item, &last).or_else(|| cut_word(item, &last));
        if let Some(at) = at.or_else(|| shared_tail(item, &last)) {
            *item = item.join(&last.slice(at, last.len()));
        }
    }
    share_owner(&mut items);
    items
}

/// `万元GDP能耗、|水耗`: what is used is of the first's product.
fn share_owner(items: &mut [Phrase]) {
    let Some((first, rest)) = items.split_first_mut() else {
        return;
    };
    for words in [USES, CROPS] {
        let Some(length) = any_end(first.chars(), words) else {
            continue;
        };
        let owner = first.slice(0, first.len() - length);
        for item in rest.iter_mut() {
            if any_at(item.chars(), 0, words) == Some(item.len()) {
                *item = owner.join(item);
            }
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
pub(super) fn two_sides<'a>(name: &Phrase<'a>) -> Option<Vec<Phrase<'a>>> {
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
    "市区", "县城", "男性", "女性", "第一产业", "第二产业", "第三产业", "省级", "市级", "县级",
];

/// `小学、初中|本科以上教师比例`: where the tail of `last` begins that both sides share.
fn side_tail(item: &Phrase, last: &Phrase) -> Option<usize> {
    let whole = any_at(item.chars(), 0, SIDES) == Some(item.len());
    any_at(last.chars(), 0, SIDES).filter(|&at| whole && at < last.len())
}

/// Whether the words are one side of a pair alone: `初中`.
pub(super) fn is_side(chars: &[char]) -> bool {
    any_at(chars, 0, SIDES) == Some(chars.len())
}

/// Where the head count ends that begins a name: `每千常住人口|床位`.
pub(super) fn per_head(chars: &[char]) -> Option<usize> {
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
pub(super) fn ends_in_size(name: &str) -> bool {
    let sizes = ["面积", "里程", "全长", "长度", "库容", "设站"];
    sizes.iter().any(|size| name.ends_with(size))
}

/// Whether the words are a head count alone: `每千人`.
pub(super) fn is_per_head(chars: &[char]) -> bool {
    // Most names are told by their first character.
    chars.first() == Some(&'每') && per_head(&[chars, &['数']].concat()) == Some(chars.len())
}

/// `床位|的标准`: the words before 的.
pub(super) fn before_of<'a>(noun: &Phrase<'a>) -> Phrase<'a> {
    let of = find(noun.chars(), "的").filter(|&at| at > 0);
    noun.slice(0, of.unwrap_or(noun.len()))
}

/// `民营经济贡献了|70%以上的|税收`: the words on both sides of a share.
pub(super) fn around<'a>(before: &Phrase<'a>, after: &Phrase<'a>) -> Phrase<'a> {
    let (mut before, mut after) = (before.clone(), after.clone());
    before.take_back(&["了"]);
    after.take_front(&["的"]);
    before.join(&after)
}

/// Where the side that ends a longer name begins: `生均建筑面积|小学`.
pub(super) fn side_end(chars: &[char]) -> Option<usize> {
    any_end(chars, SIDES)
        .map(|length| chars.len() - length)
        .filter(|&at| at > 2)
}

/// `甲、乙两大产业增加值`: what follows names the items together.
fn listed_under_a_head(phrase: &Phrase) -> bool {
    let chars = phrase.chars();
    (1..chars.len()).any(|at| {
        chars[at] == '大'
            && among(chars[at - 1], "两二三四五六七八九十")
            && chars[..at].contains(&'、')
    })
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
    const BEGIN: &[&str] = &["及以上", "及其", "及相关", "与会", "和谐", "和美"];
    const END: &[&str] = &["以及", "参与", "涉及", "普及", "共和", "饱和", "温和"];
    at + 1 < chars.len()
        && any_at(chars, at, BEGIN).is_none()
        && any_at(chars, at.saturating_sub(1), END).is_none()
}

/// Where in `last` the tail begins that `item` lacks: `普通国道` and `省道|通车里程`.
fn shared_tail(item: &Phrase, last: &Phrase) -> Option<usize> {
    let (own, whole) = (item.chars(), last.chars());
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
    if headed {
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
    if !phrase.starts("一二三产") && !phrase.starts("一、二、三产") {
        return None;
    }
    let digits: Vec<usize> = (0..chars.len())
        .filter(|&i| "一二三".contains(chars[i]))
        .take(3)
        .collect();
    let tail = phrase.slice(digits[2] + 1, chars.len());
    Some(
        digits
            .iter()
            .map(|&digit| phrase.slice(digit, digit + 1).join(&tail))
            .collect(),
    )
}

/// Whether every item of a list is an indicator of its own: `甲总值、乙收入`.
fn all_whole(items: &[Phrase]) -> bool {
    items.len() > 1 && items.iter().all(is_indicator)
}

/// Whether the last subject of a list may be an indicator: what a list may drop behind it counts
/// for nothing.
pub(super) fn may_end_like_indicator(phrase: &Phrase) -> bool {
    let drops = |c: &char| matches!(c, '以' | '及' | '和' | '与') || phrase::is_mark(*c);
    let chars = phrase.chars();
    let end = chars.iter().rposition(|c| !drops(c));
    end.is_some_and(|last| HEADS.end(&chars[..=last]).is_some())
}

/// Whether the words end like an indicator: `粮食总产量`.
pub(super) fn is_indicator(phrase: &Phrase) -> bool {
    phrase.len() >= 3 && HEADS.end(phrase.chars()).is_some()
}

/// Verbs that begin what the counted things do.
#[rustfmt::skip] // a word list reads as a paragraph
static PREDICATES: LazyLock<Lexicon<()>> = LazyLock::new(|| lexicon::by_first(lexicon::plain(&[
    "全面建成", "进入", "落地见效", "落地", "投入使用", "建成投用", "建成", "开工", "投产", "竣工", "通车",
    "实现", "达到", "完成", "形成", "成为", "接入", "入选", "纳入", "清零", "“清零”", "创成",
    "通过", "开展", "全部", "上岗", "出列", "脱贫", "达标", "覆盖",
])));

/// Words behind a number that are no noun: `新台阶`, `的目标`.
#[rustfmt::skip] // a word list reads as a paragraph
static NO_NOUNS: LazyLock<Lexicon<()>> = LazyLock::new(|| lexicon::by_first(lexicon::plain(&[
    "的新台阶", "新台阶", "台阶", "的目标", "目标", "的水平", "水平", "大关", "关口", "任务", "的规模",
    "两个台阶", "三个台阶", "四个台阶", "五个台阶", "两大台阶", "三大台阶", "需求", "的需求", "的能力", "之间", "以来", "时", "的速度", "的基础", ")",
])));

/// The noun behind a number. `object`: a verb before the number makes it, so that its own verb is cut.
pub(super) fn noun_behind<'a>(phrase: &Phrase<'a>, object: bool) -> Phrase<'a> {
    if phrase.is_empty() {
        return Phrase::default();
    }
    let mut noun = phrase.clone();
    let listed = noun.starts("、");
    noun.trim_marks();
    // `2万平方公里、承载百万人口的|新城`: more attributes of the same noun. `90万吨、创新高` has none.
    if listed {
        match noun.chars().iter().rposition(|&c| c == '的') {
            Some(at) => noun = noun.slice(at + 1, noun.len()),
            None => return Phrase::default(),
        }
    }
    if NO_NOUNS.at(noun.chars(), 0).is_some() {
        return Phrase::default();
    }
    noun.take_front(&["的", "规模的"]);
    noun.trim_marks();
    if noun.starts("(") && find(noun.chars(), ")").is_some_and(|at| at + 1 == noun.len()) {
        return Phrase::default();
    }
    if let Some(at) = quoted_whole(noun.chars()) {
        noun = noun.slice(0, at);
    }
    if object && let Some(at) = predicate(noun.chars()) {
        noun = noun.slice(0, at);
    }
    if let Some(at) = long_attribute(noun.chars()) {
        noun = noun.slice(at, noun.len());
    }
    noun.take_back(&["等"]);
    if object && noun.len() > 6 {
        noun.take_back(&["力度"]);
        drop_building(&mut noun);
    }
    noun.trim_marks();
    noun
}

/// `特色农产品优势区|建设`: areas are counted, and not their building.
fn drop_building(noun: &mut Phrase) {
    let areas = ["区建设", "园建设", "带建设", "镇建设", "村建设", "基地建设"];
    if any_end(noun.chars(), &areas).is_some() {
        noun.take_back(&["建设"]);
    }
}

/// `“一小时圈”和…`: a quotation that is all of the name.
fn quoted_whole(chars: &[char]) -> Option<usize> {
    if chars.first() != Some(&'“') {
        return None;
    }
    let close = find(chars, "”")?;
    chars
        .get(close + 1)
        .is_some_and(|c| "和、及与".contains(*c))
        .then_some(close + 1)
}

/// Where the verb of the things counted begins.
pub(super) fn predicate(chars: &[char]) -> Option<usize> {
    let mut depth = 0usize;
    for at in 0..chars.len() {
        let verb = depth == 0 && at >= 2 && predicate_at(chars, at);
        if verb {
            return Some(at);
        }
        match chars[at] {
            '(' | '“' | '《' => depth += 1,
            ')' | '”' | '》' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}

/// Whether the words begin with what the things before them do: `上岗履职`.
pub(super) fn is_predicate(chars: &[char]) -> bool {
    predicate_at(chars, 0)
}

/// `建成`, but not `建成区`.
fn predicate_at(chars: &[char], at: usize) -> bool {
    PREDICATES
        .at(chars, at)
        .is_some_and(|(length, ())| chars.get(at + length).is_none_or(|&c| !among(c, "区率者")))
}

/// `产业特色鲜明、…、配套功能完善的|现代服务业创新发展区`: behind a long attribute.
fn long_attribute(chars: &[char]) -> Option<usize> {
    let at = chars.iter().rposition(|&c| c == '的')?;
    (at >= 12 && chars.len() - at > 3).then_some(at + 1)
}

/// Cuts what a name does not need: the list before 等, a verb inside, a long attribute.
pub(super) fn tidy(mut name: Phrase, behind: bool) -> Phrase {
    name.trim_marks();
    if let Some(at) = list_end(name.chars()) {
        name = name.slice(at, name.len());
        name.trim_marks();
    }
    let chars = name.chars();
    let inner = (2..chars.len()).find_map(|at| {
        let (length, ()) = REACHING.at(chars, at)?;
        let rest = &chars[at + length..];
        (rest.len() >= 2 && !matches!(rest[0], '率' | '度')).then_some((at, at + length))
    });
    if let Some((at, end)) = inner.filter(|_| !behind) {
        name = name.slice(0, at).join(&name.slice(end, name.len()));
    }
    if name.len() > 30
        && let Some(at) = long_attribute(name.chars())
    {
        name = name.slice(at, name.len());
    }
    // `收入增长与经济增长同步、|城乡居民收入比`
    if let Some(at) = find(name.chars(), "同步、") {
        name = name.slice(at + 3, name.len());
    }
    // `生产总值|连跨两个千亿台阶、年均`
    if name.ends("台阶")
        && let Some(at) = find(name.chars(), "连跨").or_else(|| find(name.chars(), "跨上"))
    {
        name = name.slice(0, at);
    }
    if let Some(open) = left_open(name.chars()) {
        let within = name.slice(open + 1, name.len());
        name = match within.len() <= 4 {
            true => name.slice(0, open).join(&within),
            false => within,
        };
    }
    name.drop_back(usize::from(name.chars().last() == Some(&'的')));
    name.trim_marks();
    unbalanced(&mut name);
    name
}

/// `某某工程|(总投资`: where a bracket opens inside a name and does not close.
fn left_open(chars: &[char]) -> Option<usize> {
    let open = chars.iter().rposition(|&c| c == '(')?;
    (open > 1 && open + 1 < chars.len() && !chars[open..].contains(&')')).then_some(open)
}

/// Names a share whose number stands where its noun would: `护理型床位占|55%`, `林地占全市面积的|60%`.
pub(super) fn name_share(name: &mut Phrase) {
    const NOUNS: &[&str] = &["比", "比重", "比例", "比率", "率", "份额", "度"];
    let chars = name.chars();
    let Some(at) = chars.iter().rposition(|&c| c == '占') else {
        return;
    };
    let alone = chars.len() == 1;
    let compares = !alone && any_at(chars, at, &["占地面积", "占用", "占道", "占补"]).is_none();
    if compares && any_end(chars, NOUNS).is_none() {
        let noun = if at + 1 == chars.len() {
            "比"
        } else {
            "比重"
        };
        *name = name.join(&Phrase::of(noun));
    }
}

/// Verbs inside a name that only say that it is reached.
#[rustfmt::skip] // a word list reads as a paragraph
static REACHING: LazyLock<Lexicon<()>> = LazyLock::new(|| lexicon::by_first(lexicon::plain(&[
    "累计实现", "预计实现", "力争实现", "实现", "累计完成",
])));

/// A bracket or quote without its other half is left over from a cut.
fn unbalanced(name: &mut Phrase) {
    for (open, close) in [('(', ')'), ('“', '”')] {
        let chars = name.chars();
        let (opens, closes) = (chars.first() == Some(&open), chars.last() == Some(&close));
        if !opens && !closes {
            continue;
        }
        let count = |mark| chars.iter().filter(|c| **c == mark).count();
        let (opened, closed) = (count(open), count(close));
        if opened > closed && opens {
            name.drop_front(1);
        }
        if closed > opened && closes {
            name.drop_back(1);
        }
    }
}

/// Behind the 等 of `甲、乙等|五大产业`; 高等 and 平等 are words.
fn list_end(chars: &[char]) -> Option<usize> {
    if !chars.contains(&'等') {
        return None;
    }
    let mut depth = 0usize;
    let mut last = None;
    for at in 0..chars.len() {
        match chars[at] {
            '(' | '“' | '《' => depth += 1,
            ')' | '”' | '》' => depth = depth.saturating_sub(1),
            '等' if depth == 0 && at > 0 && chars.len() - at > 3 => {
                let word = among(chars[at - 1], "高中初平同优均一二三何")
                    || among(chars[at + 1], "级教效值候待");
                if !word && is_han(chars[at + 1]) || chars[at + 1] == '“' {
                    last = Some(at + 1);
                }
            }
            _ => {}
        }
    }
    last
}
