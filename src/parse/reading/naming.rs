//! Which names a list of numbers has: its own, or those said before.

use std::ops::Range;
use std::sync::LazyLock;

use super::super::areas;
use super::super::cues;
use super::super::lexicon::{self, Lexicon};
use super::super::names;
use super::super::phrase::Phrase;
use super::super::prose::{any_end, contains_any, ends, has, is_han, trim};
use super::super::units::Class;
use super::completing::{
    DEEDS, OF_PLACES, complete, ending, front_deed, measure_alike, of_owner, tell_of_places,
    without_deed,
};
use super::kinds::RATES;
use super::parts::Part;
use super::{Carried, Named, REACH, Scene};
use crate::plan::Area;

impl Scene<'_> {
    /// The names of a group: its own, or those carried from before.
    pub(super) fn names(
        &self,
        members: &[Part],
        clause: &Range<usize>,
        carried: &Carried,
    ) -> Vec<Named> {
        let first = &members[0];
        if first.names.is_empty() {
            let deeds = members.iter().map_while(|part| self.deed(part, carried));
            let deeds: Vec<Named> = deeds.collect();
            if deeds.len() == members.len() {
                return deeds;
            }
            let alone = self.served(first, carried);
            return match alone.or_else(|| self.spending(first, carried)) {
                Some(named) => vec![named],
                None if self.is_of_others(members) => Vec::new(),
                None => carried_names(members, carried),
            };
        }
        let area = match (&first.area, &carried.place) {
            // `江北区:全区…`
            (Some(Area::Whole) | None, _) if carried.subject.is_some() => {
                carried.subject.clone().unwrap_or(Area::Whole)
            }
            (Some(area), _) => area.clone(),
            (None, Some(place)) => place.clone(),
            (None, None) => self.described_zone(first, clause),
        };
        let mut own = Vec::with_capacity(first.names.len());
        for phrase in &first.names {
            let named = named(phrase.clone(), first, &area, self.reader.home);
            if !is_no_name(&named.name) {
                own.push(named);
            }
        }
        share_at_end(&mut own, members);
        rate_at_end(&mut own);
        // `全年新引进135个、|新竣工100个`: what is left of a verb.
        #[rustfmt::skip] // a word list reads as a paragraph
        const RESTS: &[&str] = &["新", "建", "当", "就", "提", "净", "转", "乃", "于", "比", "但", "仍", "未", "兑", "后", "内", "只", "继", "今后", "可以", "特别", "统一"];
        let rest = |only: &Named| RESTS.contains(&only.name.as_str());
        if !own.is_empty() && own.iter().all(rest) {
            return carried_names(members, carried);
        }
        // `实施4个省级、9个市级项目,分别完成投资5亿元、7亿元`
        let of_each = |name: &str| name.starts_with('占') || ["投资", "总投资"].contains(&name);
        if let [share] = own.as_slice()
            && first.cues.each
            && of_each(&share.name)
        {
            let owners = carried_names(members, carried);
            let named: Vec<Named> = owners.iter().map(|owner| of_owner(share, owner)).collect();
            let told = named.iter().all(|named| named.name != share.name);
            if named.len() == members.len() && told {
                return named;
            }
        }
        // `规模以上工业增加值210亿元;|实现利税80亿元`
        let start = self.sentence.start;
        let goes_on =
            start > 0 && self.chars()[start - 1] == ';' && has(self.chars(), start, "实现");
        let placed = first.area.is_some() || own.iter().any(|own| own.area != Area::Whole);
        complete(&mut own, placed, carried, if goes_on { 0 } else { start });
        tell_of_places(&mut own, first, carried);
        if self.is_part(clause, &first.segment.range) {
            measure_alike(&mut own, carried);
        }
        own
    }

    /// `14个|开发区产值翻番`, `为3万名|农民办理…`: what stands behind is counted, and has a name of its
    /// own no more than what was told before.
    fn is_of_others(&self, members: &[Part]) -> bool {
        let counts = |part: &Part| {
            let behind = part.figure.after;
            let words = &self.chars()[..self.sentence.end];
            words.get(behind).is_some_and(|&c| is_han(c)) && GOES_ON.at(words, behind).is_none()
        };
        members.last().is_some_and(counts)
    }

    /// `完成投资90亿元,其中公路40亿元、|铁路30亿元`: whether a segment tells a part of what was told before.
    pub(super) fn is_part(&self, clause: &Range<usize>, segment: &Range<usize>) -> bool {
        let end = clause.end.min(segment.start + 2);
        let start = clause.start.max(segment.start.saturating_sub(2 * REACH));
        let next = self.among.partition_point(|&at| at < start);
        self.among.get(next).is_some_and(|at| at + 2 <= end)
    }

    /// The subjects of a clause without a number, for the next: `粮食总产再获丰收,达到96万吨`,
    /// `消费总额、进出口总额,分别增长9%、6%`, or `推进旧小区改造,完成45个`.
    pub(super) fn subjects(&self, clause: Range<usize>) -> Vec<Named> {
        const LONGEST: usize = 60;
        let start = clause.start.max(clause.end.saturating_sub(LONGEST));
        let mut phrase = self.phrase(start..clause.end);
        let chars = phrase.chars();
        let verb = (2..chars.len()).find(|&at| VERBS.at(chars, at).is_some());
        phrase = phrase.slice(0, verb.unwrap_or(chars.len()));
        phrase.take_back(&["增长"]);
        // `工业产值增速高于全省`: of the rate, the name tells first.
        let rate = phrase.take_back(&["增速"]);
        let works = verb.is_none() && any_end(phrase.chars(), WORKS).is_some();
        // `提高企业退休人员养老金,|月人均达2800元`; but `发放养老金`
        let raised = verb.is_some() || contains_any(phrase.chars(), &["提高", "增加", "上调"]);
        let alone = raised && any_end(phrase.chars(), ALONE).is_some();
        if !works && !alone && !names::may_end_like_indicator(&phrase) {
            return Vec::new();
        }
        let whole = phrase.len();
        phrase.take_front(&["加强", "加大", "抓好", "狠抓"]);
        cues::take_opening(&mut phrase);
        // `加快棚户区改造,|新开工3万套`
        if works {
            let told = (4..whole).contains(&phrase.len());
            let name = told.then(|| names::tidy(phrase, false).text());
            let named = name.filter(|name| !name.is_empty()).map(|name| Named {
                name,
                area: Area::Whole,
                start: clause.start,
                class: Class::None,
            });
            return named.into_iter().collect();
        }
        let area = areas::take_front(&mut phrase, false, self.reader.home).unwrap_or(Area::Whole);
        let subjects = match verb {
            Some(_) => vec![phrase],
            None => names::subjects(&phrase),
        };
        if !alone && !subjects.iter().all(names::is_indicator) {
            return Vec::new();
        }
        let named = |phrase| Named {
            name: names::tidy(phrase, false).text() + if rate { "增速" } else { "" },
            area: area.clone(),
            start: clause.start,
            class: Class::None,
        };
        subjects.into_iter().map(named).collect()
    }

    /// `实施农田改造30处,|惠及4万人`, `全年|培训2万人次`: people are not what was counted before them.
    fn served(&self, part: &Part, carried: &Carried) -> Option<Named> {
        const REACHES: &[&str] = &["惠及", "受益"];
        const SERVES: &[&str] = &["培训", "资助", "救助", "安置", "帮扶", "慰问", "接待"];
        const ACTS: &[&str] = &[
            "工程", "计划", "行动", "项目", "活动", "政策", "改造", "建设",
        ];
        let words = &self.chars()[part.segment.range.start..part.figure.start];
        let bound = any_end(words, &["近", "约", "超过", "超", "达到", "达"]).unwrap_or(0);
        let words = &words[..words.len() - bound];
        let find = |verbs: &'static [&str]| verbs.iter().find(|verb| ends(words, verb));
        let reaches = find(REACHES);
        let verb = reaches.or_else(|| find(SERVES))?;
        let served =
            part.figure.class == Class::People || reaches.is_some() && part.figure.unit == "户";
        if !served {
            return None;
        }
        let told = |named: &&Named| {
            let act = reaches.is_some() || ending(&named.name, ACTS).is_some();
            let same = self.sentence.contains(&named.start) && named.class != Class::People;
            same && act && !named.name.contains(verb)
        };
        let before = carried.names.last().filter(told);
        Some(Named {
            name: before.map_or("", |named| &named.name).to_owned() + verb,
            area: before.map_or(Area::Whole, |named| named.area.clone()),
            start: before.map_or(part.segment.range.start, |named| named.start),
            class: part.figure.class,
        })
    }

    /// `投入2亿元,实施…工程`: where its sentence has named nothing yet.
    fn spending(&self, part: &Part, carried: &Carried) -> Option<Named> {
        let words = &self.chars()[part.segment.range.start..part.figure.start];
        let spends = part.figure.class == Class::Money
            && any_end(words, &["投入", "投入超", "投入约", "投入近"]).is_some();
        (spends && !carried.own && carried.sentence.is_empty()).then(|| Named {
            name: "投入".into(),
            area: Area::Whole,
            start: part.segment.range.start,
            class: part.figure.class,
        })
    }

    /// `签约项目75个、|落地38个`: what was done with some of the things just counted.
    fn deed(&self, part: &Part, carried: &Carried) -> Option<Named> {
        let words = trim(self.chars(), part.segment.range.start..part.figure.start);
        let words = &self.chars()[words];
        let verb = DEEDS
            .iter()
            .find(|verb| words.iter().copied().eq(verb.chars()))?;
        let alike = |named: &&Named| named.class == part.figure.class;
        let last = carried.names.last();
        let counted = match last.filter(|named| named.class == Class::None) {
            Some(work) => Some(work),
            None => carried.recent().find(alike),
        }?;
        let thing = counted.name.as_str();
        let name = match front_deed(thing) {
            Some("") => return None,
            Some(thing) => format!("{verb}{thing}"),
            None => format!("{}{verb}", without_deed(thing)),
        };
        Some(Named {
            name,
            ..counted.clone()
        })
    }

    /// `建设某某新区,…建成产值超千亿的战略平台`: the numbers describe the zone just named.
    fn described_zone(&self, part: &Part, clause: &Range<usize>) -> Area {
        #[rustfmt::skip] // a word list reads as a paragraph
        const PLACES: &[&str] = &[
            "平台", "新区", "园区", "高地", "新城", "基地", "增长极", "片区",
        ];
        let chars = self.chars();
        let tail = &chars[part.figure.after..clause.end.min(part.figure.after + REACH)];
        let describes = !part.behind && tail.contains(&'的') && contains_any(tail, PLACES);
        if !describes {
            return Area::Whole;
        }
        let start = part.segment.range.start;
        let before = self.sentence.start.max(start.saturating_sub(2 * REACH))..start;
        areas::last_zone(&chars[before]).map_or(Area::Whole, Area::Part)
    }
}

/// Endings of what is measured where no other word tells how.
const ALONE: &[&str] = &["进出口", "养老金", "民生投入"];

/// Endings of what is worked at in a clause without a number.
const WORKS: &[&str] = &["改造", "建设", "工程", "整治", "修复"];

/// Verbs behind the subject of a clause without a number.
#[rustfmt::skip] // a word list reads as a paragraph
static VERBS: LazyLock<Lexicon<()>> = LazyLock::new(|| lexicon::by_first(lexicon::plain(&[
    "实现", "保持", "继续", "位居", "稳居", "只增不减", "只减不增", "只升不降", "始终", "稳步", "持续", "显著", "不断", "进一步", "再创", "再获", "再上", "再次", "首次", "由负", "由降", "止跌", "企稳", "回升", "较快", "转正", "连续", "快速",
    "增长强劲", "增长较快", "增长迅速", "增长平稳", "强劲", "迅猛", "大幅", "稳定", "平稳", "明显", "逐年", "接连", "逐步", "屡创", "节节", "稳中", "连跨", "跨越", "跃上", "跨上", "迈上", "高于", "快于", "与经济增长", "与经济发展",
])));

/// Words right behind a number that tell more of it, and no thing that is counted.
#[rustfmt::skip] // a word list reads as a paragraph
static GOES_ON: LazyLock<Lexicon<()>> = LazyLock::new(|| lexicon::by_first(lexicon::plain(&[
    "的", "以", "左右", "上下", "之", "和", "与", "及", "或", "至", "到", "同比", "同期", "比", "较", "并", "且", "而", "均", "分别", "其中", "为", "全部", "大关", "台阶", "规模", "水平", "目标", "关口", "任务",
    "标准", "区间", "计划", "人民币", "强", "余", "多", "内", "后", "前", "时", "次", "者", "等", "不", "未", "已", "仍", "约", "近", "超", "高于", "低于", "增", "减", "降", "提高", "提升", "上升", "下降", "升",
    "压", "缩", "扩", "跃", "居", "位", "排", "占", "是", "调", "整合", "拓展", "延伸", "达", "突破", "合计", "由", "从", "向", "在", "统一", "翻", "可", "能", "将", "会", "都", "也", "又", "再", "一", "两", "落", "恢复", "回升", "跨", "迈", "进军", "过渡", "冲刺", "点", "基点", "台阶", "大台阶", "新台阶", "新起点", "高速", "马力", "公尺", "平方公尺", "二个", "三个", "四个", "五个", "转", "完成", "建成", "竣工", "投产", "开工",
])));

/// What is left of words that name nothing: `远|低于55%`, `今年要办|12件`, `2、|3万人`.
fn is_no_name(name: &str) -> bool {
    const TIMES: &[&str] = &["现在", "到现在", "日均", "月均", "月人均", "一批"];
    if TIMES.contains(&name) {
        return true;
    }
    let mut chars = name.chars();
    match (chars.next(), chars.next()) {
        (None, _) => true,
        (Some(only), None) => {
            !is_han(only) || "远办通给让使要能可上下次排又还涉原现中含创每".contains(only)
        }
        _ => false,
    }
}

/// The names said last; all those of the sentence where 分别 pairs more numbers than the last had.
fn carried_names(members: &[Part], carried: &Carried) -> Vec<Named> {
    // `高铁6条,总投资90亿元,其中开工2条`: what is counted again was counted before.
    // But a multiple or a rate is still of the thing that is counted: `企业翻一番,达到300家`.
    let class = members[0].figure.class;
    let again = |named: &&Named| named.class == class;
    let moves = |named: &&Named| matches!(named.class, Class::Times | Class::Share);
    if class == Class::Count
        && !carried
            .names
            .iter()
            .any(|named| again(&named) || moves(&named))
        && let Some(counted) = carried.recent().find(again)
    {
        return vec![counted.clone()];
    }
    // `完成投资9亿元,占计划的80%,同比增长7%`: what grows is the investment, and not its share.
    let grows = |part: &Part| part.cues.grow && part.figure.class == Class::Share;
    if let ([part], [share]) = (members, carried.names.as_slice())
        && grows(part)
        && (share.class == Class::Share || share.name.ends_with("计划"))
        && let Some(owner) = carried
            .recent()
            .find(|named| is_share_of(&share.name, &named.name))
    {
        return vec![owner.clone()];
    }
    // `游客6亿人次,收入4亿元,年均增长22%和25%`
    let paired = members.len() > 1 && members.iter().all(grows) && carried.names.len() == 1;
    if paired && carried.said().count() == members.len() {
        return carried.said().cloned().collect();
    }
    // `浓度25微克/立方米,13个断面…`: no count of a concentration; but `大棚90亩、200座`.
    let start = members[0].segment.range.start;
    let measured = |named: &Named| match named.class {
        Class::Money => true,
        Class::Size => named.start < start.saturating_sub(REACH),
        _ => false,
    };
    if class == Class::Count && !carried.names.is_empty() && carried.names.iter().all(measured) {
        return Vec::new();
    }
    let short = members[0].cues.each && carried.names.len() != members.len();
    // `甲企业和乙企业实现倍增,分别达到4家、9家`
    if let ([only], true) = (carried.names.as_slice(), short) {
        let subjects = names::subjects(&Phrase::of(&only.name));
        if subjects.len() == members.len() {
            let named = |subject: Phrase| Named {
                name: subject.text(),
                ..only.clone()
            };
            return subjects.into_iter().map(named).collect();
        }
    }
    // `由300元、200元|分别提高到400元、300元`: of one name, whatever was said before it.
    let short = short && !(carried.names.len() == 1 && carried.starts == members.len());
    // `甲值达到3亿元,乙值达到4亿元;到2030年,分别达到5亿元、6亿元`
    let earlier = carried.before.len() + carried.names.len() == members.len();
    if short && earlier && carried.sentence.is_empty() && !carried.own {
        return [&carried.before[..], &carried.names].concat();
    }
    let all = carried.said().count();
    let names: Vec<Named> = match all.checked_sub(members.len()).filter(|_| short) {
        Some(before) => carried.said().skip(before).cloned().collect(),
        None => carried.names.clone(),
    };
    // `甲、乙分别增长3%、4%,|均居第二`: one number may be of all.
    let last = &members[members.len() - 1];
    let parts = members.iter().chain(std::iter::repeat(last));
    let told = |(part, named): (&Part, Named)| {
        let class = part.figure.class;
        match named.class == class {
            true => Some(named),
            false => of_class(named, class),
        }
    };
    let each = parts.zip(names).map(told);
    each.collect::<Option<_>>().unwrap_or_default()
}

/// A name said before, for a number of this class: none where what it ends in has no such unit,
/// and without the rate or the share that an amount is no value of.
fn of_class(named: Named, class: Class) -> Option<Named> {
    use Class::{Count, Duration, Money, People, Size};
    // `生产总值|增速快于全国,达到9亿元`
    let measured = matches!(class, Money | People | Count | Size);
    let moves = measured && !named.name.ends_with("自然增长率");
    let stems = RATES.iter().map(|rate| named.name.strip_suffix(rate));
    let amount = stems.flatten().next().filter(|_| moves);
    // `优良天数|占比77%,增加22天`, `支出|占财政支出比重79%,达到9亿元`
    let share = ending(&named.name, &["占比", "比重", "比例"]).and(named.name.split_once('占'));
    let share = share.map(|(whole, _)| whole).filter(|whole| match class {
        Duration => whole.ends_with("天数"),
        Money => ending(whole, AMOUNTS).is_some(),
        _ => false,
    });
    let name = amount.or(share).unwrap_or(&named.name).to_owned();
    // `增长速度2%,达到3亿元`: of what is not told.
    let told = !name.is_empty() && !measures_another(&name, class);
    told.then_some(Named { name, ..named })
}

/// `就业率达90%,|为3万人…`: whether what ends a name has no unit of this class.
fn measures_another(name: &str, class: Class) -> bool {
    use Class::{Age, Count, Duration, Money, People, Size};
    #[rustfmt::skip] // a table reads best in rows
    const HEADS: &[(&[&str], &[Class])] = &[
        (&["生产率", "汇率", "利率"], &[]),
        (&["率", "比重", "占比", "比例"], &[Money, People, Count, Size, Age, Duration]),
        (AMOUNTS, &[People, Count, Size, Age, Duration]),
        (&["面积", "里程"], &[Money, People, Count, Age, Duration]),
        (&["人口", "人数"], &[Money, Size]),
    ];
    let row = HEADS
        .iter()
        .find(|(heads, _)| ending(name, heads).is_some());
    row.is_some_and(|(_, others)| others.contains(&class))
}

/// What is told in money.
#[rustfmt::skip] // a word list reads as a paragraph
const AMOUNTS: &[&str] = &["产值", "收入", "投资", "余额", "总额", "增加值", "支出", "税收", "利润"];

/// `零售额总量和|增速`: the rate is of what the list begins with.
fn rate_at_end(own: &mut [Named]) {
    let [first, .., last] = own else {
        return;
    };
    if RATES.contains(&last.name.as_str()) && ending(&first.name, RATES).is_none() {
        let size = ending(&first.name, &["总量", "增量", "规模", "数量"]).unwrap_or_default();
        last.name = first.name[..first.name.len() - size.len()].to_owned() + &last.name;
    }
}

/// `完成税收、吸纳就业|占比`: no amount is a percentage, so that the word at the end of a list is of all.
fn share_at_end(own: &mut [Named], members: &[Part]) {
    #[rustfmt::skip] // a word list reads as a paragraph
    const SUMS: &[&str] = &["投资", "收入", "支出", "产值", "增加值", "税收", "利润", "营收", "总额", "贷款", "销售额", "容量", "电量", "产量"];
    let Some((last, others)) = own.split_last_mut() else {
        return;
    };
    let share = ending(&last.name, &["占比"]);
    let is_share = |part: &Part| match part.figure.class {
        Class::Share => !part.cues.grow && !part.cues.change,
        Class::Points => true,
        _ => false,
    };
    let share = share.filter(|_| members.last().is_some_and(is_share));
    for other in others {
        let amount = ending(&other.name, SUMS).is_some();
        other.name += share.filter(|_| amount).unwrap_or_default();
    }
}

/// `投资占计划比重` is of `投资`.
fn is_share_of(share: &str, whole: &str) -> bool {
    share
        .strip_prefix(whole)
        .is_some_and(|rest| rest.starts_with(['占', '完']))
}

fn named(mut phrase: Phrase, part: &Part, area: &Area, home: &[char]) -> Named {
    // `8个|连片示范区建设`: the zones are counted.
    let counted = part.behind && part.figure.class == Class::Count;
    let own = match counted && areas::begins_with_zone(&phrase) {
        true => None,
        false => areas::take_front(&mut phrase, false, home),
    };
    let mut phrase = names::tidy(phrase, part.behind);
    // `百强县占|15席`
    if part.figure.class == Class::Count {
        phrase.take_back(&["占"]);
    }
    if part.figure.class == Class::Share && !part.behind {
        names::name_share(&mut phrase);
    }
    // `入园率|城区`
    let side = any_end(phrase.chars(), OF_PLACES).map(|length| phrase.len() - length);
    let side = side.filter(|&at| at > 2 && names::is_indicator(&phrase.slice(0, at)));
    let own = own.or_else(|| side.map(|at| Area::Part(phrase.slice(at, phrase.len()).text())));
    if let Some(at) = side {
        phrase = phrase.slice(0, at);
    }
    Named {
        name: phrase.text(),
        area: own.unwrap_or_else(|| area.clone()),
        start: part.segment.range.start,
        class: part.figure.class,
    }
}
