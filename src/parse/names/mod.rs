//! Makes indicator names: cuts the noun behind a number, and what a name does not need.

use std::sync::LazyLock;

use super::lexicon::{self, Lexicon};
use super::phrase::Phrase;
use super::prose::{among, any_at, any_end, find, has, is_han};

mod subjects;

pub(super) use subjects::{
    CROPS, USES, counted_subjects, ends_in_size, fewer_subjects, is_indicator, is_per_head,
    is_side, may_end_like_indicator, per_head, side_end, subjects, things, two_sides,
    whole_subjects,
};

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

/// Verbs that begin what the counted things do.
#[rustfmt::skip] // a word list reads as a paragraph
static PREDICATES: LazyLock<Lexicon<()>> = LazyLock::new(|| lexicon::by_first(lexicon::plain(&[
    "全面建成", "进入", "落地见效", "落地", "投入使用", "建成投用", "建成", "开工", "投产", "竣工", "通车",
    "实现", "达到", "完成", "形成", "成为", "接入", "入选", "纳入", "清零", "“清零”", "创成",
    "有序推进", "稳步推进", "扎实推进", "加快推进", "顺利推进", "全力推进", "全面推进", "深入推进", "快速推进", "全面完成", "基本完成", "按时完成", "按期完成", "如期完成", "提前完成", "顺利完成",
    "圆满完成", "超额完成", "加快建设", "加快形成", "全面推开", "正式运营", "正式投产", "正式投用", "顺利投产", "集中开工", "全面启动", "正式启动",
    "通过", "开展", "全部", "全覆盖", "上岗", "出列", "脱贫", "达标", "覆盖", "年内", "年底",
])));

/// Words behind a number that are no noun: `新台阶`, `的目标`.
#[rustfmt::skip] // a word list reads as a paragraph
static NO_NOUNS: LazyLock<Lexicon<()>> = LazyLock::new(|| lexicon::by_first(lexicon::plain(&[
    "的新台阶", "新台阶", "台阶", "的目标", "目标", "的水平", "水平", "大关", "关口", "任务", "的规模",
    "并", "减至", "增至", "降至", "升至", "减少到", "减少至", "增加到", "增加至", "提高到", "提高至", "下降到", "下降至", "扩大到", "扩大至", "发展到",
    "两个台阶", "三个台阶", "四个台阶", "五个台阶", "两大台阶", "三大台阶", "需求", "的需求", "的能力", "之间", "以来", "时", "的速度", "的基础", ")",
])));

/// The noun behind a number. `object`: a verb before the number makes it, so that its own verb is cut.
pub(super) fn noun_behind<'a>(phrase: &Phrase<'a>, object: bool) -> Phrase<'a> {
    if phrase.is_empty() {
        return Phrase::default();
    }
    let mut noun = phrase.clone();
    without_notes(&mut noun);
    let listed = noun.starts("、");
    noun.trim_marks();
    // `2万平方公里、承载百万人口的|新城`: more attributes of the same noun. `90万吨、创新高` has none.
    if listed {
        match noun.chars().iter().rposition(|&c| c == '的') {
            Some(at) => noun = noun.slice(at + 1, noun.len()),
            None => return Phrase::default(),
        }
    }
    // `卷烟 3200万箱 1.9`: another number of a row.
    let letters = noun.chars().iter().any(|c| c.is_alphabetic());
    if !letters || NO_NOUNS.at(noun.chars(), 0).is_some() {
        return Phrase::default();
    }
    // `其中6家|在老城外`
    if noun.starts("在") && (noun.ends("外") || noun.ends("内")) {
        return Phrase::default();
    }
    noun.take_front(&["的", "规模的"]);
    noun.trim_marks();
    // `人才振兴|16条|和五大人才计划`
    const WORDS: &[&str] = &["和美", "和谐", "和平", "和田", "和合", "及时", "及早"];
    let joins = noun.starts("和") || noun.starts("及");
    if joins && any_at(noun.chars(), 0, WORDS).is_none() {
        return Phrase::default();
    }
    if noun.starts("(") && find(noun.chars(), ")").is_some_and(|at| at + 1 == noun.len()) {
        return Phrase::default();
    }
    if let Some(at) = quoted_whole(noun.chars()) {
        noun = noun.slice(0, at);
    }
    // `2.5万|贫困人口脱贫` are not how many are poor.
    let leaves = |at: &usize| any_at(noun.chars(), *at, &["脱贫", "出列"]).is_some();
    if object && let Some(at) = predicate(noun.chars()).filter(|at| !leaves(at)) {
        noun = noun.slice(0, at);
    }
    // `24支|充电枪|、灯光球场等一批实事完成`
    if let Some(at) = find(noun.chars(), "等一批").filter(|&at| at > 1) {
        let first = noun.chars()[..at].iter().position(|&c| c == '、');
        noun = noun.slice(0, first.filter(|&mark| mark > 1).unwrap_or(at));
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

/// `建成`, but not `建成区`, nor `达标|工程`, `开工|项目`.
fn predicate_at(chars: &[char], at: usize) -> bool {
    const WORKS: &[&str] = &[
        "建设", "工程", "治理", "改造", "整治", "创建", "行动", "项目", "学校",
    ];
    const DONE: &[&str] = &["开工项目", "投产项目", "竣工项目", "落地项目"];
    let works = has(chars, at, "达标") && any_at(chars, at + 2, WORKS).is_some();
    let works = works || any_at(chars, at, DONE).is_some();
    PREDICATES.at(chars, at).is_some_and(|(length, ())| {
        !works && chars.get(at + length).is_none_or(|&c| !among(c, "区率者"))
    })
}

/// `产业特色鲜明、…、配套功能完善的|现代服务业创新发展区`: behind a long attribute.
fn long_attribute(chars: &[char]) -> Option<usize> {
    let at = chars.iter().rposition(|&c| c == '的')?;
    (at >= 12 && chars.len() - at > 3).then_some(at + 1)
}

/// Cuts what a name does not need: the list before 等, a verb inside, a long attribute.
pub(super) fn tidy(mut name: Phrase, behind: bool) -> Phrase {
    name.trim_marks();
    // `在完成400万亩营造林|的基础上`; `电价|在去年降价的基础上再降10%`
    if name.take_back(&["的基础上", "基础上"])
        && let Some(at) = name
            .chars()
            .iter()
            .rposition(|&c| c == '在')
            .filter(|&at| at > 1)
    {
        name = name.slice(0, at);
    }
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
        name = name.without(at..end);
    }
    if name.len() > 30
        && let Some(at) = long_attribute(name.chars())
    {
        name = name.slice(at, name.len());
    }
    // `江滨省将保持|新兴产业营业收入`
    const NEAR: usize = 6;
    let will = |at: &usize| any_at(name.chars(), *at, &["将保持", "将实现", "将达到"]).is_some();
    if let Some(at) = (2..name.len().min(NEAR))
        .find(will)
        .filter(|at| at + 5 < name.len())
    {
        name = name.slice(at + 3, name.len());
    }
    // `预期性指标——|生产总值`
    if let Some(at) = find(name.chars(), "——") {
        name = name.slice(at + 2, name.len());
    }
    // `主要预期目标是|地区生产总值`
    if let Some(at) = find(name.chars(), "目标是").or_else(|| find(name.chars(), "目标为")) {
        name = name.slice(at + 3, name.len());
    }
    if let Some(at) = origin(name.chars()) {
        name = name.slice(0, at);
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
    // `参保率|持续|保持在96%以上`
    while name.len() > 3
        && name.take_back(&[
            "可以", "以", "统一", "继续", "持续", "始终", "依然", "仍然", "仍", "稳步", "有望",
            "分别", "将",
        ])
    {}
    // `30个|项目已|完成…`, `3家|企业收入均|超过…`
    if behind && !is_average(name.chars()) {
        name.take_back(&["已", "已经", "均", "预计"]);
    }
    without_notes(&mut name);
    name.trim_marks();
    unbalanced(&mut name);
    name
}

/// Where the words begin that say from where a change starts: `停电时间|从目前的32小时`,
/// `信用排名|从全国第223位`.
fn origin(chars: &[char]) -> Option<usize> {
    #[rustfmt::skip] // a word list reads as a paragraph
    const NOW: &[&str] = &[
        "从目前", "由目前", "从现在", "由现在", "从原来", "由原来", "从当前", "从年初", "由年初", "从上年", "由上年", "从的", "由的",
    ];
    let now = (2..chars.len()).find(|&at| any_at(chars, at, NOW).is_some());
    now.or_else(|| {
        any_end(chars, &["位", "名"])?;
        let at = chars.iter().rposition(|c| matches!(c, '从' | '由'))?;
        let ordinal = find(&chars[at..], "第")?;
        (at > 1 && ordinal < 6).then_some(at)
    })
}

/// Cuts what a rank is among: `信用指数|在被监测的261个地级市中`.
pub(super) fn drop_field(name: &mut Phrase) {
    let chars = name.chars();
    let among = chars.iter().position(|&c| c == '在');
    let told = |at: &usize| *at >= 4 && chars[at - 1] != '年';
    if !name.ends("中") {
        return;
    }
    // `在全省安全评估中居第2位`: what it is a place in.
    if among == Some(0) {
        let counted = chars
            .windows(2)
            .any(|pair| pair[0].is_ascii_digit() && pair[1] == '个');
        // `在全国168个重点城市|中`: among whom, and no name.
        let counted =
            counted && any_end(chars, &["市中", "县中", "区中", "州中", "旗中", "省中"]).is_some();
        name.drop_back(if counted { chars.len() } else { 1 });
    } else if let Some(at) = among.filter(told) {
        *name = name.slice(0, at);
    }
}

/// `地区生产总值|(预计,下同)`, `增长|(同口径)`: how the numbers are to be taken, these and those behind.
pub(super) fn without_remarks(name: &mut Phrase) {
    while let Some(end) = find(name.chars(), "下同)")
        && let Some(open) = name.chars()[..end].iter().rposition(|&c| c == '(')
    {
        *name = name.without(open..end + 3);
    }
    let chars = name.chars();
    let open = chars.iter().rposition(|&c| c == '(');
    let last = chars.last() == Some(&')');
    if let Some(open) = open.filter(|&open| last && any_end(&chars[..open], MOVES).is_some()) {
        *name = name.slice(0, open);
    }
}

/// Verbs that a remark stands behind.
const MOVES: &[&str] = &["增长", "下降"];

/// `众创空间|[55]`, `贫困地区|[45]|农村居民收入`: the numbers of notes.
pub(super) fn without_notes(name: &mut Phrase) {
    while let Some(open) = name.chars().iter().rposition(|&c| c == '[') {
        let behind = &name.chars()[open + 1..];
        let digits = behind.iter().take_while(|c| c.is_ascii_digit()).count();
        // `国发[2022]2号` has the year of a document.
        if !(1..=3).contains(&digits) || behind.get(digits) != Some(&']') {
            return;
        }
        *name = name.without(open..open + digits + 2);
    }
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
    "累计实现", "预计实现", "力争实现", "分别实现", "实现", "累计完成", "力争完成", "预计完成",
])));

/// `人均`, `平均`
fn is_average(chars: &[char]) -> bool {
    any_end(
        chars,
        &[
            "人均", "户均", "亩均", "生均", "日均", "月均", "年均", "平均",
        ],
    )
    .is_some()
}

/// A bracket or quote without its other half is left over from a cut.
fn unbalanced(name: &mut Phrase) {
    // `《…|意见》、战略合作协议`
    let close = name.chars().iter().position(|c| matches!(c, '《' | '》'));
    if let Some(at) = close.filter(|&at| name.chars()[at] == '》') {
        *name = name.slice(at + 1, name.len());
        name.trim_marks();
    }
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
