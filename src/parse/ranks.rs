//! Words around a place in an order: `综合实力稳居全国地级市第3位`.

use super::phrase::Phrase;
use super::prose::{among, any_at, any_end, contains_any, has};

/// Words right before a place in an order: verbs, and those among whom it is.
#[rustfmt::skip] // a word list reads as a paragraph
pub(super) const PLACED: &[&str] = &[
    "居", "列", "位", "国", "省", "入", "升至", "前", "排名", "全区", "全市", "全县", "全州", "全疆", "全球", "世界", "亚洲",
    "西部", "中部", "东部", "西北", "西南", "东北", "华东", "华南", "华北", "华中", "三角", "地级市",
];

/// Takes the words of a place in an order off the end of a name: `均居全国`, `在全省名列`.
pub(super) fn take_place(phrase: &mut Phrase) {
    #[rustfmt::skip] // a word list reads as a paragraph
    const PLACES: &[&str] = &[
        "全国百强城市", "全国城市", "全国", "全省", "全区", "全市", "全县", "全州", "全疆", "全球", "世界", "亚洲", "中国", "省内",
        "粤东西北地区", "粤东西北", "中西部地区", "中西部", "中部地区", "西部地区", "东部地区", "西北地区", "西南地区", "东北地区",
        "中部", "西部", "东部", "西北", "西南", "东北", "珠三角", "长三角",
        "跃居", "跃至", "跃升至", "跃升到", "并列", "前移至", "蝉联", "稳居", "位居", "居", "名列", "位列", "列",
        "排名", "位次", "保持", "进入", "迈入", "跻身", "入选", "入围", "在", "连续", "继续", "稳定", "排",
        "上升至", "上升到", "提升至", "提升到", "前进到", "前进至", "晋升至", "晋升到", "攀升至", "攀升到", "晋至", "升至",
    ];
    // `综合排名第88位`
    while !phrase.ends("综合排名") && phrase.take_back(PLACES) {}
    // `甲、乙|分居第一、第二`
    const POINTS: &[&str] = &["评分", "得分", "积分", "总分", "均分", "部分"];
    let points = any_end(phrase.chars(), POINTS).is_some();
    phrase.drop_back(usize::from(phrase.ends("分") && !points));
    take_peers(phrase);
    // `居40个大中|城市|第十位`
    if matches!(phrase.chars(), ['城', '市'] | ['市', '中']) {
        phrase.drop_back(2);
    }
}

/// Takes those among whom a place is: `综合实力|跃居国家级高新区`, `|均居省会城市`. A list that the
/// place is in is what it measures: `跃居|全国先进制造业百强市`.
fn take_peers(phrase: &mut Phrase) {
    #[rustfmt::skip] // a word list reads as a paragraph
    const AMONG: &[&str] = &[
        "跃居", "位居", "位列", "名列", "稳居", "跃升至", "上升至", "提升至", "居全国", "居全省", "列全国", "列全省", "在全国", "在全省", "在中部",
    ];
    #[rustfmt::skip] // a word list reads as a paragraph
    const MEASURES: &[&str] = &[
        "力", "量", "额", "值", "率", "度", "感", "指数", "收入", "投资", "规模", "水平", "质量", "环境", "排名", "产值", "总数", "人数", "增速", "增幅", "指标", "评价", "考核", "测评", "评估", "得分", "标准", "成绩",
    ];
    // `由第7位升至第5位`, `倒数第三`
    #[rustfmt::skip] // a word list reads as a paragraph
    const OTHERS: &[&str] = &["由", "从", "倒数", "考核", "测评", "评价", "评比"];
    #[rustfmt::skip] // a word list reads as a paragraph
    const LISTS: &[&str] = &[
        "考核", "测评", "评价", "评比", "评估", "监测", "榜", "排行", "”", "强", "示范", "力", "指数", "创新", "信用", "先进", "平安", "文明", "满意", "高质量",
    ];
    const ADVERBS: &[&str] = &[
        "均", "都", "仍", "也", "分别", "再次", "首次", "双双", "继续",
    ];
    let chars = phrase.chars();
    let all = years_at(chars).unwrap_or(0);
    let begins =
        |at: usize| at == all || ADVERBS.contains(&String::from_iter(&chars[..at]).as_str());
    let told = |&at: &usize| {
        let (before, field) = chars.split_at(at);
        let placed = any_at(field, 0, AMONG).is_some() || is_placed_among(chars, at);
        let measured = || at > 1 && any_end(before, MEASURES).is_some();
        let first = || begins(at) && !contains_any(field, LISTS);
        let other = || contains_any(field, OTHERS) || any_end(field, MEASURES).is_some();
        placed && (measured() || first()) && !other()
    };
    if let Some(at) = (all..chars.len()).rfind(told) {
        phrase.drop_back(chars.len() - at);
        return;
    }
    const VERBS: &[&str] = &["跃居", "位居", "位列", "名列", "稳居", "排名"];
    let verb = (all..chars.len().min(all + 3))
        .filter(|&at| begins(at))
        .find_map(|at| {
            let one = usize::from(is_placed_among(chars, at));
            let length = any_at(chars, at, VERBS).or((one > 0).then_some(one))?;
            contains_any(&chars[at + length..], LISTS).then_some(at + length)
        });
    phrase.drop_front(verb.unwrap_or(0));
}

/// `|居西部地区第1位`, `|排广西第3位`: whether a word at `at` says so; but `居民`, `排放`.
pub(super) fn is_placed_among(words: &[char], at: usize) -> bool {
    let next = words.get(at + 1).copied().unwrap_or('。');
    let before = at.checked_sub(1).map_or('。', |before| words[before]);
    match words[at] {
        '居' => !among(next, "民住家室所委") && !among(before, "村邻社移安宜定起群旧新聚"),
        '列' => !among(next, "入车为举席装支") && !among(before, "系序队行陈排罗并前班出下另"),
        '排' => !among(next, "放污水查头涝练除行位序") && !among(before, "安牵减"),
        _ => false,
    }
}

/// `连续四年|在全国`: how long, at the front of `chars`.
fn years_at(chars: &[char]) -> Option<usize> {
    const LONGEST: usize = 6;
    let years = chars.iter().take(LONGEST).position(|&c| c == '年')?;
    has(chars, 0, "连续").then_some(years + 1)
}
