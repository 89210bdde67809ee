//! Word lists of the cues around numbers. A longer word stands before its own beginning or ending.

use std::sync::LazyLock;

use super::lexicon::{self, Lexicon};
use crate::plan::Bound;

type Words<T> = LazyLock<Lexicon<T>>;

/// What one such word tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cue {
    /// Nothing: `力争`, `将`.
    Plain,
    Bound(Bound),
    /// `达到`, `提高到`: the number is the value reached.
    Reach,
    /// `增长`: the number is a rate, if in percent.
    Grow,
    /// `提高`, `增加`: the number is a difference.
    Change,
    /// `新增`: the number is summed.
    Sum,
    /// `累计`: so are those listed behind it.
    Total,
    /// `建成`, `引进`: the thing counted stands behind the number.
    Make,
    /// `分别`
    Each,
    /// `均`
    All,
    /// `各`
    Every,
    /// `从`, `由`: the number is where a change starts.
    From,
    /// `完成`, `实施`: in a review, work done over its years.
    Done,
    /// `已`
    Already,
    /// `其中`
    Within,
}

/// Verbs of which 到, 至 or 为 makes the value reached: `由36个精简为32个`.
#[rustfmt::skip] // a word list reads as a paragraph
pub(super) const CHANGES: &[&str] = &[
    "提高", "提升", "增加", "增长", "上升", "跃升", "攀升", "回升", "扩大", "扩展", "扩充", "扩容", "扩增", "拓展", "拓宽", "壮大", "发展", "恢复", "延长", "放宽",
    "下降", "降低", "回落", "减少", "缩小", "缩短", "缩减", "压缩", "压减", "压降", "收窄", "削减", "精简", "精减", "核减", "调整", "修正", "重组", "合并", "归并", "裁并", "撤并",
    "激增", "猛增", "普涨", "倍增", "上调", "下调", "调增", "调减", "剧增", "增", "升", "降", "减", "缩", "下延", "前移", "移",
];

const GE: Cue = Cue::Bound(Bound::AtLeast);
const LE: Cue = Cue::Bound(Bound::AtMost);
const ABOUT: Cue = Cue::Bound(Bound::About);

/// Words that stand between a name and its number. A longer word stands before its own ending.
#[rustfmt::skip] // a word list reads as a paragraph
const BETWEEN: &[(&str, Cue)] = &[
    ("继续", Cue::Plain), ("负增长", Cue::Change), ("拟定为", Cue::Reach), ("从无到有", Cue::Plain), ("零的突破", Cue::Plain), ("零突破", Cue::Plain), ("确定为", Cue::Reach), ("设定为", Cue::Reach), ("定为", Cue::Reach), ("最高达", Cue::Reach), ("当年", Cue::Plain), ("往年", Cue::Plain), ("上半年", Cue::Plain), ("下半年", Cue::Plain),
    ("前进至", Cue::Reach), ("推进至", Cue::Reach), ("再进", Cue::Change), ("扩面", Cue::Change), ("提至", Cue::Reach), ("提到", Cue::Reach), ("进至", Cue::Reach), ("调至", Cue::Reach), ("调到", Cue::Reach), ("调为", Cue::Reach), ("改为", Cue::Reach),
    ("净增加", Cue::Sum), ("净减少", Cue::Change), ("净提高", Cue::Change), ("每人每年", Cue::Plain),
    ("仅需", Cue::Plain), ("只需", Cue::Plain), ("还需", Cue::Plain), ("需", Cue::Plain), ("拟", Cue::Plain),
    ("逼近", ABOUT), ("趋近", ABOUT), ("趋于", ABOUT), ("越过", GE), ("多达", Cue::Reach), ("还有", Cue::Make), ("甚至", Cue::Plain), ("乃至", Cue::Plain), ("正在", Cue::Plain), ("超额", Cue::Plain), ("严格", Cue::Plain), ("大幅度", Cue::Plain), ("大幅", Cue::Plain), ("快速", Cue::Plain), ("长期", Cue::Plain), ("直达", Cue::Make),
    ("折合约", ABOUT), ("折约", ABOUT), ("约合", ABOUT), ("变为", Cue::Reach), ("比年初", Cue::Plain), ("较年初", Cue::Plain), ("比前", Cue::Plain), ("比上个", Cue::Plain), ("较上个", Cue::Plain), ("较上一个", Cue::Plain), ("比上一个", Cue::Plain), ("较前", Cue::Plain), ("又", Cue::Plain), ("折", ABOUT), ("即", Cue::Plain),
    ("通达", Cue::Make), ("改造提升", Cue::Make), ("由负转正", Cue::Plain), ("止跌回升", Cue::Plain), ("稳中有升", Cue::Plain),
    ("仅为", Cue::Reach), ("仅有", Cue::Plain), ("仅", Cue::Plain), ("只有", Cue::Plain), ("不到", LE), ("高达", Cue::Reach), ("全年", Cue::Plain),
    ("大于等于", GE), ("大于或等于", GE), ("小于等于", LE), ("小于或等于", LE), ("不低于", GE), ("不少于", GE), ("不小于", GE), ("不高于", LE), ("不超过", LE), ("不大于", LE),
    ("不多于", LE), ("控制在", LE), ("控制到", LE), ("达到或超过", GE),
    ("突破", GE), ("首破", GE), ("首超", GE), ("连跨", GE), ("超过", GE), ("超出", GE), ("高于", GE), ("大于", GE), ("多于", GE),
    ("优于", GE), ("跨越", GE), ("跨过", GE), ("迈过", GE), ("至少", GE), ("逾", GE), ("破", GE), ("超", GE), ("过", GE), ("低于", LE), ("小于", LE), ("少于", LE),
    ("新增加", Cue::Sum), ("新扩增", Cue::Sum), ("扩增", Cue::Sum), ("不足", LE), ("接近", ABOUT), ("大约", ABOUT), ("约为", ABOUT), ("约", ABOUT), ("近", ABOUT),
    ("最高", Cue::Plain), ("稳定在", Cue::Reach), ("保持在", Cue::Reach),
    ("维持在", Cue::Reach), ("保持", Cue::Plain), ("稳定到", Cue::Reach), ("整合到", Cue::Reach), ("整合至", Cue::Reach), ("成为", Cue::Reach),
    ("达到", Cue::Reach), ("达", Cue::Reach), ("迈上", Cue::Reach), ("迈入", Cue::Reach),
    ("跨上", Cue::Reach), ("跃上", Cue::Reach), ("跨入", Cue::Reach), ("站上", Cue::Reach),
    ("进入", Cue::Reach), ("平均", Cue::Plain), ("为", Cue::Reach), ("是", Cue::Reach), ("至", Cue::Reach),
    ("到", Cue::Reach), ("在", Cue::Reach), ("双双", Cue::All), ("双", Cue::All), ("从零", Cue::Plain),
    ("每百平方公里", Cue::Plain), ("每立方米", Cue::Plain), ("每平方公里", Cue::Plain), ("同比", Cue::Plain), ("环比", Cue::Plain), ("始终", Cue::Plain), ("动态", Cue::Plain),
    ("巩固", Cue::Plain), ("恢复", Cue::Plain), ("同比增长", Cue::Grow), ("比增", Cue::Grow), ("增长率", Cue::Grow), ("增长目标", Cue::Grow),
    ("月人均调增", Cue::Grow), ("月均调增", Cue::Grow), ("人均月增", Cue::Grow), ("月人均增", Cue::Grow), ("人均年增", Cue::Grow), ("月增", Cue::Grow), ("日增", Cue::Grow), ("多增", Cue::Change), ("少增", Cue::Change), ("递增", Cue::Grow), ("增长", Cue::Grow), ("增速", Cue::Grow), ("增幅", Cue::Grow),
    ("上涨", Cue::Grow), ("下跌", Cue::Change), ("跃升", Cue::Change), ("止降回升", Cue::Change), ("调增", Cue::Change), ("调减", Cue::Change), ("调降", Cue::Change), ("清减", Cue::Change), ("裁减", Cue::Change), ("撤减", Cue::Change), ("消降", Cue::Change), ("净减", Cue::Change), ("微降", Cue::Change), ("微涨", Cue::Grow), ("普涨", Cue::Grow), ("实增", Cue::Change), ("纯增", Cue::Change), ("比降", Cue::Change), ("只增不减", Cue::Plain), ("只减不增", Cue::Plain), ("只升不降", Cue::Plain), ("只降不升", Cue::Plain), ("同比提高", Cue::Change), ("上调", Cue::Change), ("下调", Cue::Change), ("回升", Cue::Change), ("回落", Cue::Change), ("逆势", Cue::Plain), ("就", Cue::Plain), ("提高", Cue::Change), ("提升", Cue::Change),
    ("上升", Cue::Change), ("增加", Cue::Change), ("下降", Cue::Change), ("降低", Cue::Change),
    ("减少", Cue::Change), ("缩小", Cue::Change), ("缩短", Cue::Change), ("压缩", Cue::Change), ("压降", Cue::Change), ("消减", Cue::Change), ("扩大", Cue::Change), ("冲刺", Cue::Reach), ("折合", Cue::Plain),
    ("压减", Cue::Change), ("削减", Cue::Change), ("缩减", Cue::Change), ("精简", Cue::Change), ("精减", Cue::Change), ("延长", Cue::Change), ("新开工建设", Cue::Sum), ("净增", Cue::Sum),
    ("新增", Cue::Sum), ("累计", Cue::Sum), ("分别", Cue::Each),
    ("各", Cue::Every), ("全部", Cue::All), ("均", Cue::All), ("都", Cue::All), ("皆", Cue::All),
    ("从", Cue::From), ("由", Cue::From), ("力争", Cue::Plain), ("争取", Cue::Plain),
    ("确保", Cue::Plain), ("努力", Cue::Plain), ("有望", Cue::Plain), ("预计", Cue::Plain), ("预期", Cue::Plain),
    ("基本", Cue::Plain), ("总体", Cue::Plain), ("实际", Cue::Plain), ("名义", Cue::Plain),
    ("按可比价计算", Cue::Plain), ("按可比口径", Cue::Plain), ("按可比价格计算", Cue::Plain), ("可比", Cue::Plain), ("共计", Cue::Plain),
    ("合计", Cue::Plain), ("总计", Cue::Plain), ("共有", Cue::Plain), ("共", Cue::Plain),
    ("已经", Cue::Already), ("已", Cue::Already), ("将", Cue::Plain), ("再", Cue::Plain), ("可", Cue::Plain),
    ("进一步", Cue::Plain), ("稳步", Cue::Plain), ("逐步", Cue::Plain), ("逐年", Cue::Plain), ("连年", Cue::Plain), ("率先", Cue::Plain),
    ("提前实现", Cue::Plain), ("提前两年", Cue::Plain), ("提前一年", Cue::Plain),
    ("提前", Cue::Plain), ("连续多年", Cue::Plain), ("多年", Cue::Plain), ("年", Cue::Plain), ("全面", Cue::Plain), ("连续", Cue::Plain),
    ("的", Cue::Plain), ("目前", Cue::Plain), ("当前", Cue::Plain), ("每人每月", Cue::Plain),
    ("每人", Cue::Plain), ("每月", Cue::Plain), ("全国", Cue::Plain), ("首次", Cue::Plain), ("接连", Cue::Plain), ("相继", Cue::Plain), ("先后", Cue::Plain), ("每天", Cue::Plain), ("每日", Cue::Plain), ("上一个", Cue::Plain), ("按美元计算", Cue::Plain), ("历史性", Cue::Plain), ("再次", Cue::Plain),
    ("按同口径", Cue::Plain), ("同口径", Cue::Plain), ("可比口径", Cue::Plain), ("可比价格", Cue::Plain), ("可比价", Cue::Plain), ("改善", Cue::Change), ("增支", Cue::Change), ("减支", Cue::Change), ("增产", Cue::Change), ("减产", Cue::Change),
    ("增", Cue::Grow), ("涨", Cue::Grow), ("降", Cue::Change), ("减", Cue::Change),
    ("向", Cue::Reach), ("要", Cue::Plain), ("了", Cue::Plain), ("≥", GE), ("≤", LE), (">", GE), ("<", LE), ("数值", Cue::Plain),
];

/// Where a short cue ends a longer word it is no cue: `节约`, `公共`, `主要`, `常年`.
#[rustfmt::skip] // a word list reads as a paragraph
const NOT_BETWEEN: &[&str] = &[
    "节约", "公约", "签约", "续约", "履约", "预约", "契约", "条约", "合约", "制约", "公共", "主要", "需要", "重要", "现在", "存在", "所在", "作为", "行为", "青年",
    "常年", "少年", "老年", "日均", "月均", "人均", "户均", "亩均", "生均", "总投入", "总编制", "内需", "刚需", "供需", "急需", "军需", "必需", "所需", "虚拟", "模拟", "首都", "大都", "成都", "理由", "自由",
    "方向", "总部", "附近", "邻近", "占比", "之比", "入比", "对比", "评比",
    "立即", "骨折", "双向", "爆破", "打破", "侦破", "全破", "通过", "经过", "不过", "占全国", "占全省", "占全市", "占全球", "占世界", "自然增长率", "行政编制", "人员编制", "事业编制", "机构编制", "岗位编制", "教师编制", "学年", "财年", "可再", "不再", "许可", "认可", "投向", "面向",
    "稳增长", "定向培训", "利用好", "起降", "升降", "沉降", "核减", "节减", "审减", "总增", "倍增", "增减", "下达", "送达", "雷达", "收到", "做到", "得到", "送到", "遇到", "受到", "成就", "造就", "迁就", "意向", "去向", "定向", "东西向", "南北向", "走过",
];

/// Verbs behind which the thing counted follows: `建成20个集群`.
#[rustfmt::skip] // a word list reads as a paragraph
const MAKE_LIST: &[&str] = &[
    "用好用足", "用足用好", "管好用好", "用活用好", "充分用好", "用好", "用足", "新改扩建", "改扩建", "新组建", "新启动建设", "新启动", "新投产", "规划建设", "布局建设", "新建改造", "新改建", "开工建设", "培育建设", "培育形成", "培育壮大",
    "建成投用", "建成投运", "创建成为", "牵头建设", "联合建设", "改造提升", "提标改造", "培育发展", "引进培育",
    "引进建设", "落地建设", "申报创建", "滚动实施", "组织实施", "重点实施", "新开辟", "新开通", "新引进",
    "新引育", "新培育", "新认定", "新建成", "新建设", "新创建", "新设立", "新开工", "建成",
    "建设", "建立", "打造", "培育", "引进", "引育", "创建", "创成", "争创", "创办", "设立", "成立",
    "新建", "新开", "实施", "推进", "推动", "完成", "实现", "形成", "集聚", "聚集", "遴选", "组建",
    "开展", "开通", "开辟", "开行", "举办", "承办", "布局", "布设", "谋划", "获批", "获评", "获得",
    "荣获", "入选", "承担", "拥有", "吸引", "招引", "引入", "招商", "落户", "落地", "改造", "整治",
    "修复", "新增", "建有", "设有", "扶持", "孵化", "选树", "评选", "认定", "发放", "投放", "投入", "推出", "上线",
    "开放", "开设", "制定", "编制", "出台", "修订", "发布", "签约", "储备", "安排", "筹集", "筹建",
    "配建", "扩建", "改建", "续建", "开工", "投产", "达产", "竣工", "培训", "培养", "招聘", "选派", "资助",
    "支持", "构建", "提供", "保障", "建好", "办好", "做强", "发展", "生成", "引导",
    "突出抓好", "实施好", "落实好", "抓好", "做好", "带动", "解决", "帮扶", "帮助", "撬动", "落成", "新评定", "评定", "加快", "加大", "有", "共建", "优选", "推广", "盘活", "覆盖", "涵盖", "涉及", "包含", "落实",
    "辐射", "联动", "启动", "修建", "兴建", "铺设", "架设", "购置", "攻克", "转化", "处置", "消除", "治理", "整合", "提升",
];

pub(super) static MAKE: Words<()> = LazyLock::new(|| lexicon::by_last(lexicon::plain(MAKE_LIST)));

/// How the words before a number end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// In a longer word that ends like a cue.
    Name,
    Cue(Cue),
    Make,
}

/// All that may stand right before a number. What stands first in the list wins.
pub(super) static ENDINGS: Words<Ending> = LazyLock::new(|| {
    let word = |&word: &&str| word.to_string();
    let reach = |change: &&str| ["到", "至", "为"].map(|end| format!("{change}{end}"));
    let names = NOT_BETWEEN
        .iter()
        .map(word)
        .map(|word| (word, Ending::Name));
    let reached = CHANGES
        .iter()
        .flat_map(reach)
        .map(|word| (word, Ending::Cue(Cue::Reach)));
    let cues = BETWEEN
        .iter()
        .map(|&(word, cue)| (word.to_string(), Ending::Cue(cue)));
    let verbs = MAKE_LIST.iter().map(word).map(|word| (word, Ending::Make));
    lexicon::by_last(names.chain(reached).chain(cues).chain(verbs))
});

/// Words that may open a clause before its indicator, and mean nothing for its name.
#[rustfmt::skip] // a word list reads as a paragraph
const ADVERBS: &[&str] = &[
    "一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "其中", "并且", "同时", "以及", "此外", "力争", "争取", "确保", "保证", "努力", "着力", "加快推进",
    "加快推动", "加快", "全面", "深入", "积极", "重点", "大力", "持续", "进一步", "高质量",
    "高水平", "高标准", "高品质", "高起点", "扎实", "稳步", "有序", "逐步", "率先", "基本", "预计", "预期",
    "已经", "成功", "牵头", "集中力量", "集中精力", "集中", "统筹", "优先", "全年", "至少", "共计", "合计", "总计", "平均",
    "当年", "择优", "滚动", "接续", "精心", "匠心", "整体", "免费", "更大力度", "适度", "继续", "不断", "切实", "有效",
    "全力", "奋力", "主动", "提前一年", "提前两年", "提前", "再次", "聚焦", "围绕", "锚定", "将处于", "处于", "通过", "分批", "分类",
    "分期", "年内", "年底前", "上半年", "下半年", "前三季度", "一季度", "按照", "每年", "年均", "要", "将", "已", "并", "且", "共", "也", "再", "使", "让", "把", "对",
    "九是", "一要", "二要", "三要", "四要", "五要", "六要", "七要", "八要",
    "及时", "初步核算", "初步安排", "初步", "认真", "首次", "先后", "相继", "陆续", "目前", "现在", "当前", "特别是", "尤其是", "包括",
    "其", "了", "和", "与", "及", "或", "以", "在", "的", "等", "较", "从", "由", "向", "全国共有", "全国共", "但是", "但", "而且", "而", "则", "仅", "又",
];

pub(super) static ADVERB_ENDS: Words<()> =
    LazyLock::new(|| lexicon::by_last(lexicon::plain(ADVERBS)));

/// Verbs that may open a clause before its indicator.
#[rustfmt::skip] // a word list reads as a paragraph
const OPENING: &[(&str, Cue)] = &[
    ("其中", Cue::Within), ("五年累计", Cue::Total), ("三年累计", Cue::Total), ("累计实现", Cue::Total), ("累计完成", Cue::Total), ("累计引进", Cue::Total), ("累计", Cue::Total), ("新增加", Cue::Sum), ("新增", Cue::Sum),
    ("净增", Cue::Sum), ("新引育", Cue::Sum), ("新引进", Cue::Sum), ("新培育", Cue::Sum),
    ("新认定", Cue::Sum), ("新开辟", Cue::Sum), ("新开通", Cue::Sum), ("新设立", Cue::Sum),
    ("新建成", Cue::Sum), ("新创建", Cue::Sum), ("新评定", Cue::Sum), ("新组建", Cue::Sum),
    ("发行", Cue::Make), ("开工筹建", Cue::Done), ("突破", Cue::Make), ("转化", Cue::Make),
    ("建成通车", Cue::Make), ("建成投用", Cue::Make), ("建成投运", Cue::Make), ("建成投产", Cue::Make), ("给予", Cue::Plain), ("满足", Cue::Plain), ("具备", Cue::Make),
    ("新(改、扩)建", Cue::Sum), ("新(改扩)建", Cue::Sum), ("新(改)建", Cue::Sum), ("新(扩)建", Cue::Sum), ("新(迁)建", Cue::Sum), ("新、改、扩建", Cue::Sum), ("新、改扩建", Cue::Sum),
    ("新打造", Cue::Sum), ("新打通", Cue::Sum), ("新开办", Cue::Sum), ("新开行", Cue::Sum), ("新开放", Cue::Sum), ("新开设", Cue::Sum), ("新建立", Cue::Sum), ("计划新建成", Cue::Sum),
    ("新招引", Cue::Sum), ("新装", Cue::Sum), ("新辟", Cue::Sum), ("新购置", Cue::Sum), ("新购", Cue::Sum), ("新植", Cue::Sum), ("新修", Cue::Sum), ("新打", Cue::Sum), ("新开", Cue::Sum), ("计划实施", Cue::Done), ("计划新建", Cue::Sum), ("计划建设", Cue::Make), ("计划新增", Cue::Sum), ("规划新增", Cue::Sum), ("计划供应", Cue::Make),
    ("计划完成", Cue::Done), ("出让", Cue::Make), ("拆除", Cue::Done), ("新建改建", Cue::Sum),
    ("新建改扩建", Cue::Sum), ("新建、改扩建", Cue::Sum), ("新改扩建", Cue::Sum), ("新改建", Cue::Sum), ("新扩建", Cue::Sum), ("改扩建", Cue::Make), ("扩建", Cue::Make), ("改建", Cue::Make), ("迁建", Cue::Make), ("更新改造", Cue::Make), ("更新", Cue::Make),
    ("规划新建", Cue::Sum), ("共建共享", Cue::Make), ("共建", Cue::Make), ("组建", Cue::Make),
    ("撬动", Cue::Make), ("开行", Cue::Make), ("评定", Cue::Make), ("治理", Cue::Done),
    ("除险加固", Cue::Make), ("续建", Cue::Make), ("发展", Cue::Make), ("估算", Cue::Plain),
    ("消除", Cue::Done), ("实有", Cue::Already), ("共有", Cue::Plain), ("现有", Cue::Already),
    ("规划建设", Cue::Make), ("布局建设", Cue::Make),
    ("培育建设", Cue::Make), ("培育壮大", Cue::Make), ("培育形成", Cue::Make),
    ("落地建设", Cue::Make), ("组织实施", Cue::Make), ("改造提升", Cue::Make),
    ("提标改造", Cue::Make), ("建设提升", Cue::Make), ("可实现", Cue::Make), ("实现", Cue::Make), ("完成", Cue::Done),
    ("建成", Cue::Make), ("建设", Cue::Make), ("建立", Cue::Make), ("培育", Cue::Make),
    ("引进", Cue::Done), ("引育", Cue::Done), ("打造", Cue::Make), ("创建", Cue::Make),
    ("创成", Cue::Make), ("争创", Cue::Make), ("推动", Cue::Make), ("推进", Cue::Make),
    ("开展", Cue::Make), ("实施", Cue::Done), ("开通", Cue::Make), ("开辟", Cue::Make),
    ("遴选", Cue::Make), ("形成", Cue::Make), ("拥有", Cue::Make), ("组织", Cue::Make),
    ("举办", Cue::Make), ("吸引", Cue::Make), ("招引", Cue::Done), ("支持", Cue::Make),
    ("布局", Cue::Make), ("设立", Cue::Make), ("获批", Cue::Done), ("承担", Cue::Done),
    ("入选", Cue::Make), ("获得", Cue::Make), ("取得", Cue::Make), ("培养", Cue::Make),
    ("认定", Cue::Make), ("选树", Cue::Make), ("孵化", Cue::Make), ("扶持", Cue::Make),
    ("保持", Cue::Plain), ("构建", Cue::Make), ("提供", Cue::Make), ("筹集", Cue::Done),
    ("鼓励", Cue::Make), ("带动", Cue::Make), ("帮助", Cue::Make), ("促进", Cue::Make), ("减少", Cue::Change), ("压减", Cue::Change), ("精简", Cue::Change), ("精减", Cue::Change), ("推广", Cue::Make),
    ("集聚", Cue::Make), ("整治", Cue::Done), ("修复", Cue::Done), ("改善", Cue::Done),
    ("新启动建设", Cue::Sum), ("新启动", Cue::Sum), ("新投产", Cue::Sum), ("开工", Cue::Done), ("改造", Cue::Done), ("新建", Cue::Sum), ("做强", Cue::Make),
    ("谋划", Cue::Make), ("启动", Cue::Make), ("探索", Cue::Make), ("优化", Cue::Make),
    ("扩大", Cue::Make), ("增加", Cue::Make), ("提高", Cue::Make), ("提升", Cue::Make),
    ("达到", Cue::Make), ("稳定", Cue::Make), ("惠及", Cue::Make), ("力促", Cue::Make), ("确立", Cue::Make),
    ("制定", Cue::Make), ("打通", Cue::Done), ("落实", Cue::Make), ("安排", Cue::Done), ("盘活", Cue::Make),
    ("拿出", Cue::Done), ("发放", Cue::Done), ("选派", Cue::Make), ("建好", Cue::Make), ("办好", Cue::Make), ("配建", Cue::Make),
    ("修建", Cue::Make), ("兴建", Cue::Make), ("铺设", Cue::Make), ("架设", Cue::Make), ("购置", Cue::Make),
];

/// Nouns that begin like an opening verb: nothing is taken off them.
#[rustfmt::skip] // a word list reads as a paragraph
const NOUNS_LIKE_VERBS: &[&str] = &[
    "重点人群", "重点人口", "重点建设用地", "重点群体", "重点对象",
    "建设用地", "建成区", "实现率", "完成率", "改造率", "引进率", "培育率", "推广率", "稳定就业",
    "稳定率", "提升率", "提高率", "扩大率", "支持率", "组织率", "开通率", "打通率", "实施率",
    "增加值", "新建商品", "新增贷款", "保持率", "建立率", "建成率", "认定登记", "从业", "以旧换新", "与会",
    "新增城镇就业", "新增就业", "高标准农田", "对外", "对口", "和美", "在线", "在校", "在岗",
    "孵化载体", "孵化器", "孵化基地", "孵化平台", "在孵", "在研", "在编", "在训", "在职", "在读", "在学", "在库", "在运", "治理水土", "治理沙",
    "在轨", "首次公开", "首次分配", "初步设计", "目前为止", "先后顺序",
    "新开工", "新开业", "新开发", "预期寿命", "预期目标", "预期性", "约束性", "开工项目", "续建项目", "建成投产项目", "带动就业", "在建", "在园", "在册", "在营", "已建", "再生", "再制造", "共享", "共同", "共富", "等级",
    "并网", "并购", "并联", "并入", "并轨", "再造", "共性", "在外", "要件", "要求", "要点", "从事", "已售", "对上争", "对下", "组织化", "集中区", "突破性", "有效期", "成功率", "向家坝", "再就业", "再贷款", "以工代赈", "其他", "其它", "其余", "让利", "使用", "要素", "共有产权", "对接", "对内",
    "对俄", "对美", "对欧", "对日", "对韩", "对非", "对台", "对港", "对澳", "对东盟", "对中亚", "对中东", "对共建", "对“一带", "对RCEP", "对新兴",
    "对全国", "对全省", "对经济", "对地区", "对生产", "等效", "由国", "优化率", "达到或", "及时率", "及时性", "重点群体", "重点企业", "重点研发", "重点领域",
    "重点产业", "重点项目", "重点地区", "重点污染", "全面推行", "基本医", "基本养老", "基本公共",
    "基本农田", "基本社会", "平均受教育", "平均预期", "平均浓度", "平均寿命", "统筹区", "分类覆盖",
    "年均降水", "年均降雨", "年均浓度", "年均气温", "年均径流", "有效发明", "有效灌溉", "有效专利", "有效投资", "有效供给", "有效利用", "有效注册", "有效率", "向上", "较大", "保证金", "保证率", "保证保险", "转化率", "发行量", "新增劳动力", "治理率", "治理面积", "治理体系", "发展指数", "发展质量", "发展水平",
    "集中式", "集中供", "发展速度", "发展规模", "发展能力", "发展基金", "发展中", "发展型", "发展投资", "发展潜力",
];

/// How the words of a clause begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Beginning {
    /// With a noun that begins like a verb.
    Name,
    Verb(Cue),
    Adverb,
}

/// All that may open a clause, with its nouns. What stands first in the list wins.
pub(super) static BEGINNINGS: Words<Beginning> = LazyLock::new(|| {
    let nouns = NOUNS_LIKE_VERBS.iter().map(|&word| (word, Beginning::Name));
    lexicon::by_first(nouns.chain(openings()))
});

/// The same without the nouns.
pub(super) static OPENINGS: Words<Beginning> = LazyLock::new(|| lexicon::by_first(openings()));

fn openings() -> impl Iterator<Item = (&'static str, Beginning)> {
    let verbs = OPENING
        .iter()
        .map(|&(word, cue)| (word, Beginning::Verb(cue)));
    let adverbs = ADVERBS.iter().map(|&word| (word, Beginning::Adverb));
    verbs.chain(adverbs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_hidden_by_one_that_it_ends_or_begins_with() {
        let between: Vec<&str> = BETWEEN.iter().map(|word| word.0).collect();
        for words in [&between, NOT_BETWEEN, MAKE_LIST] {
            check(words, |word, before| word.ends_with(before));
        }
        let opening: Vec<&str> = OPENING.iter().map(|word| word.0).collect();
        for words in [&opening, ADVERBS] {
            check(words, |word, before| word.starts_with(before));
        }
    }

    fn check(words: &[&str], hidden: impl Fn(&str, &str) -> bool) {
        for (index, word) in words.iter().enumerate() {
            let by = words[..index].iter().find(|before| hidden(word, before));
            assert_eq!(by, None, "hides {word}");
        }
    }
}
