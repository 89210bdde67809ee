//! The interface's words, one table per language; a word missing in one of them does not compile.

use super::Language;
use crate::insight::Relative;
use crate::plan::{Ambition, GapKind, Kind, Origin, Period, Role, Theme, Year};

/// The words of one language. Fields are grouped by the page that says them.
pub struct Text {
    pub name: &'static str,
    pub tagline: &'static str,
    pub skip: &'static str,
    pub pages: &'static str,
    pub overview: &'static str,
    pub indicators: &'static str,
    pub cities: &'static str,
    pub compare: &'static str,
    pub plans: &'static str,
    pub about: &'static str,
    pub other_language: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    pub footer: &'static str,

    pub search: &'static str,
    pub search_hint: &'static str,
    pub timelines: &'static str,
    pub side_by_side: &'static str,
    pub side_by_side_hint: &'static str,
    pub all_comparisons: &'static str,
    pub all_indicators: &'static str,
    pub five_plans: &'static str,
    pub read: &'static str,
    pub statements: &'static str,
    pub gaps: &'static str,
    pub characters: &'static str,
    pub issuer: &'static str,
    pub issued: &'static str,
    pub not_stated: &'static str,
    pub year_lost: &'static str,
    pub web_date: &'static str,

    pub indicator: &'static str,
    pub theme: &'static str,
    pub city: &'static str,
    pub year: &'static str,
    pub role: &'static str,
    pub kind: &'static str,
    pub sort: &'static str,
    pub any: &'static str,
    pub other: &'static str,
    pub sort_theme: &'static str,
    pub sort_name: &'static str,
    pub sort_statements: &'static str,
    pub clear: &'static str,
    pub nothing_found: &'static str,
    pub provisional: &'static str,

    pub value: &'static str,
    pub value_view: &'static str,
    pub index_view: &'static str,
    pub linear: &'static str,
    pub log: &'static str,
    pub scale: &'static str,
    pub area: &'static str,
    pub whole_city: &'static str,
    pub plan: &'static str,
    pub words: &'static str,
    pub chart_keys: &'static str,
    pub legend_observed: &'static str,
    pub legend_target: &'static str,
    pub legend_at_least: &'static str,
    pub legend_at_most: &'static str,
    pub legend_about: &'static str,
    pub legend_derived: &'static str,
    pub legend_path: &'static str,
    pub derived: &'static str,
    pub points: &'static str,
    pub aside: &'static str,
    pub aside_hint: &'static str,
    pub download_svg: &'static str,
    pub nothing_dated: &'static str,
    pub all_hidden: &'static str,
    pub read_in_plan: &'static str,
    pub higher_better: &'static str,
    pub lower_better: &'static str,

    pub promises: &'static str,
    pub baseline: &'static str,
    pub target: &'static str,
    pub tasks: &'static str,

    pub compare_hint: &'static str,
    pub comparable: &'static str,
    pub comparable_hint: &'static str,
    pub unlike: &'static str,
    pub unlike_hint: &'static str,
    pub alone: &'static str,
    pub alone_hint: &'static str,
    pub difference: &'static str,
    pub unlike_years: &'static str,
    pub unlike_areas: &'static str,
    pub unlike_kinds: &'static str,
    pub see_timeline: &'static str,
    pub show_words: &'static str,
    pub hide_words: &'static str,
    pub pick_cities: &'static str,
    pub too_few_cities: &'static str,

    pub permalink: &'static str,
    pub web_text: &'static str,
    pub contents: &'static str,
    pub chinese_only: &'static str,

    pub not_found: &'static str,
    pub not_found_hint: &'static str,
    pub go_home: &'static str,
}

/// The words of a language.
pub fn text(language: Language) -> &'static Text {
    match language {
        Language::Chinese => &CHINESE,
        Language::English => &ENGLISH,
    }
}

const CHINESE: Text = Text {
    name: "蓝图",
    tagline: "城市规划里写明了数字的承诺",
    skip: "跳到正文",
    pages: "页面",
    overview: "总览",
    indicators: "指标",
    cities: "城市",
    compare: "对比",
    plans: "文本",
    about: "关于",
    other_language: "English",
    theme_light: "换成浅色",
    theme_dark: "换成深色",
    footer: "每个数字都出自规划原文，点开即见。缺失的数字如实标出，不作猜测。",

    search: "搜索",
    search_hint: "搜索指标或原文，如“研发”",
    timelines: "从起点到目标",
    side_by_side: "放在一起看",
    side_by_side_hint: "同一年、同一口径、全市范围的目标。",
    all_comparisons: "全部对比",
    all_indicators: "全部指标",
    five_plans: "规划文本",
    read: "读原文",
    statements: "条陈述",
    gaps: "处缺失",
    characters: "字",
    issuer: "发布机关",
    issued: "日期",
    not_stated: "文中未载",
    year_lost: "年份缺失",
    web_date: "网页日期",

    indicator: "指标",
    theme: "主题",
    city: "城市",
    year: "年份",
    role: "性质",
    kind: "类型",
    sort: "排序",
    any: "全部",
    other: "其他",
    sort_theme: "按主题",
    sort_name: "按名称",
    sort_statements: "按陈述数",
    clear: "清除筛选",
    nothing_found: "没有符合条件的指标。换个词，或清除筛选。",
    provisional: "暂用原文用语",

    value: "数值",
    value_view: "数值",
    index_view: "指数（起点=100）",
    linear: "线性",
    log: "对数",
    scale: "刻度",
    area: "范围",
    whole_city: "全市",
    plan: "出处",
    words: "原文",
    chart_keys: "用左右方向键在各点之间移动，Esc 离开。",
    legend_observed: "规划写明的现状",
    legend_target: "规划目标",
    legend_at_least: "至少",
    legend_at_most: "至多",
    legend_about: "左右",
    legend_derived: "由原文推算",
    derived: "推算",
    legend_path: "两点之间所需路径",
    points: "图中各点",
    aside: "不在图上的陈述",
    aside_hint: "增速、未写明基数的变化量与倍数、未写年份或口径不同的数字，不与上图混画。",
    download_svg: "下载 SVG",
    nothing_dated: "各规划提到它时都没有同时写明年份与数值，所以没有图；原文在下面。",
    all_hidden: "所有城市都已隐藏。选一个城市，图就会出现。",
    read_in_plan: "在原文中阅读",
    higher_better: "越高越好",
    lower_better: "越低越好",

    promises: "目标",
    baseline: "现状",
    target: "目标",
    tasks: "任务大纲",

    compare_hint: "选两座以上的城市，看同一指标各自写了什么。点任一行看原文。",
    comparable: "可以比",
    comparable_hint: "两座以上城市对同一年、全市范围、同一口径写了数字。",
    unlike: "说法不同",
    unlike_hint: "都提到了，但年份、范围或口径不同，不能直接相比。",
    alone: "只有一座城市提出",
    alone_hint: "其余城市的规划没有写这一指标的数字。",
    difference: "差别",
    unlike_years: "年份不同",
    unlike_areas: "范围不同",
    unlike_kinds: "口径不同",
    see_timeline: "看时间线",
    show_words: "看原文",
    hide_words: "收起",
    pick_cities: "选择城市",
    too_few_cities: "至少选两座城市才能对比。",

    permalink: "本段链接",
    web_text: "字网页文字不属于规划，未列出",
    contents: "目录",
    chinese_only: "",

    not_found: "没有这一页",
    not_found_hint: "链接可能不完整，或者指向的内容已经改名。",
    go_home: "回到总览",
};

const ENGLISH: Text = Text {
    name: "Lantu",
    tagline: "What Chinese city plans promise, in numbers",
    skip: "Skip to content",
    pages: "Pages",
    overview: "Overview",
    indicators: "Indicators",
    cities: "Cities",
    compare: "Compare",
    plans: "Plans",
    about: "About",
    other_language: "中文",
    theme_light: "Switch to light",
    theme_dark: "Switch to dark",
    footer: "Every number comes from a plan's own words, one click away. Lost numbers are shown as lost, never guessed.",

    search: "Search",
    search_hint: "Search indicators or words, e.g. R&D",
    timelines: "From baseline to target",
    side_by_side: "Side by side",
    side_by_side_hint: "Targets for the same year, the same measure, the whole city.",
    all_comparisons: "All comparisons",
    all_indicators: "All indicators",
    five_plans: "The plans",
    read: "Read the plan",
    statements: "statements",
    gaps: "gaps",
    characters: "characters",
    issuer: "Issued by",
    issued: "Date",
    not_stated: "not stated in the text",
    year_lost: "year lost",
    web_date: "date of the web page",

    indicator: "Indicator",
    theme: "Theme",
    city: "City",
    year: "Year",
    role: "Role",
    kind: "Kind",
    sort: "Sort",
    any: "All",
    other: "Other",
    sort_theme: "By theme",
    sort_name: "By name",
    sort_statements: "By number of statements",
    clear: "Clear filters",
    nothing_found: "No indicator fits. Try another word, or clear the filters.",
    provisional: "in the plan's own words",

    value: "Value",
    value_view: "Value",
    index_view: "Index (first = 100)",
    linear: "Linear",
    log: "Log",
    scale: "Scale",
    area: "Area",
    whole_city: "Whole city",
    plan: "Plan",
    words: "The plan's words",
    chart_keys: "Left and right arrow keys move between points, Escape leaves.",
    legend_observed: "observed, as the plan states it",
    legend_target: "target",
    legend_at_least: "at least",
    legend_at_most: "at most",
    legend_about: "about",
    legend_derived: "derived from the words",
    derived: "derived",
    legend_path: "path needed between two points",
    points: "The points of the chart",
    aside: "Statements that are not on the chart",
    aside_hint: "Growth rates, changes and multiples of a base that is not stated, values without a year or of another measure are not drawn together with the values above.",
    download_svg: "Download SVG",
    nothing_dated: "No plan gives both a year and a value for it, so there is no chart; the words are below.",
    all_hidden: "Every city is switched off. Pick one and the chart returns.",
    read_in_plan: "Read it in the plan",
    higher_better: "higher is better",
    lower_better: "lower is better",

    promises: "Targets",
    baseline: "Baseline",
    target: "Target",
    tasks: "Outline of tasks",

    compare_hint: "Pick two or more cities and see what each states for the same indicator. Open any row for the words.",
    comparable: "Comparable",
    comparable_hint: "Two or more cities state a number for the same year, the whole city and the same measure.",
    unlike: "Stated differently",
    unlike_hint: "Several cities mention it, but year, area or measure differ: no direct comparison.",
    alone: "Stated by one city only",
    alone_hint: "The other cities' plans give no number for it.",
    difference: "Difference",
    unlike_years: "years differ",
    unlike_areas: "areas differ",
    unlike_kinds: "measures differ",
    see_timeline: "See the timeline",
    show_words: "Show the words",
    hide_words: "Hide",
    pick_cities: "Pick cities",
    too_few_cities: "Pick at least two cities to compare.",

    permalink: "Link to this paragraph",
    web_text: "characters of web-page text are left out: they are not the plan's",
    contents: "Contents",
    chinese_only: "Plan texts are in Chinese, as issued.",

    not_found: "No such page",
    not_found_hint: "The link may be incomplete, or what it led to has another name now.",
    go_home: "Go to the overview",
};

impl Text {
    pub fn gap_mark(&self, kind: GapKind) -> &'static str {
        let chinese = std::ptr::eq(self, &CHINESE);
        match (kind, chinese) {
            (GapKind::Year, true) => "〔年份缺失〕",
            (GapKind::Number, true) => "〔数字缺失〕",
            (GapKind::Name, true) => "〔名称缺失〕",
            (GapKind::Year, false) => "[year lost]",
            (GapKind::Number, false) => "[digits lost]",
            (GapKind::Name, false) => "[name lost]",
        }
    }
}

/// A theme's name.
pub fn theme_name(theme: Theme, language: Language) -> &'static str {
    let (chinese, english) = match theme {
        Theme::Economy => ("经济", "Economy"),
        Theme::Industry => ("产业", "Industry"),
        Theme::Innovation => ("科技创新", "Innovation"),
        Theme::Digital => ("数字", "Digital"),
        Theme::Trade => ("开放贸易", "Trade"),
        Theme::Transport => ("交通设施", "Transport"),
        Theme::Urban => ("城市建设", "Urban development"),
        Theme::Rural => ("农业农村", "Rural"),
        Theme::Environment => ("生态环境", "Environment"),
        Theme::Welfare => ("民生", "Welfare"),
        Theme::Culture => ("文化旅游", "Culture and tourism"),
        Theme::Governance => ("治理安全", "Governance and safety"),
        Theme::Other => ("其他", "Other"),
    };
    language.pick(chinese, english)
}

pub fn role_name(role: Role, language: Language) -> &'static str {
    match role {
        Role::Observed => language.pick("现状", "Observed"),
        Role::Target => language.pick("目标", "Target"),
    }
}

pub fn kind_name(kind: Kind, language: Language) -> &'static str {
    let (chinese, english) = match kind {
        Kind::Level => ("水平", "Level"),
        Kind::Growth => ("增速", "Growth"),
        Kind::Cumulative => ("累计", "Cumulative"),
        Kind::Change => ("变化量", "Change"),
        Kind::Multiple => ("倍数", "Multiple"),
        Kind::PerYear => ("每年", "Per year"),
        Kind::Rank => ("位次", "Rank"),
    };
    language.pick(chinese, english)
}

/// `力争`, `确保`; nothing where no such word stands.
pub fn ambition_name(ambition: Ambition, language: Language) -> Option<&'static str> {
    match ambition {
        Ambition::Plain => None,
        Ambition::Strive => Some(language.pick("力争", "strives for")),
        Ambition::Ensure => Some(language.pick("确保", "is to ensure")),
    }
}

/// Where a year was read that the sentence does not say.
pub fn origin_name(period: Period, language: Language) -> Option<&'static str> {
    match (period.year, period.origin) {
        (Year::Unstated, _) | (_, Origin::Sentence) => None,
        (_, Origin::Paragraph) => Some(language.pick("年份承前文", "year from the words before")),
        (_, Origin::Section) => Some(language.pick("年份据本节", "year from its section")),
    }
}

/// A year, or what is known of its absence.
pub fn year_text(year: Year, language: Language) -> String {
    match year {
        Year::Stated(year) => year.to_string(),
        Year::Lost => language.pick("年份缺失", "year lost").to_string(),
        Year::Unstated => language.pick("未写年份", "no year").to_string(),
    }
}

/// Why a statement stays relative.
pub fn relative_text(reason: Relative, language: Language) -> String {
    let (chinese, english) = match reason {
        Relative::BaseYearUnstated => ("没有写明从哪一年算起", "no year to count from"),
        Relative::BaseUnstated { .. } => (
            "该市规划没有写明{}年的数值",
            "its plans give no value for {}",
        ),
        Relative::BasesDiffer { .. } => ("该市规划写的{}年数值不一", "its plans differ on {}"),
        Relative::Unclear => (
            "单位或说法不足以推算",
            "words or units do not tell what to compute",
        ),
    };
    let words =
        language.pick("相对值：", "Stays relative: ").to_owned() + language.pick(chinese, english);
    match reason {
        Relative::BaseUnstated { year } | Relative::BasesDiffer { year } => {
            words.replace("{}", &year.to_string())
        }
        Relative::BaseYearUnstated | Relative::Unclear => words,
    }
}
