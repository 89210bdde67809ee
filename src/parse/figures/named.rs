//! Tells the numbers that belong to names or to the text's structure, and state no value.

use std::sync::LazyLock;

use super::super::lexicon::{self, Lexicon};
use super::super::numerals::{self, Form};
use super::super::prose::{HanSet, any_at, any_end, contains_any, ends, has, is_han};
use super::super::ranks;
use super::super::units::Class;
use super::amounts::Number;
use super::{Figure, Scene, one_at};

/// Words right behind a counted thing that only structure the text: `八个方面`.
#[rustfmt::skip] // a word list reads as a paragraph
static STRUCTURE: LazyLock<Lexicon<()>> = LazyLock::new(|| lexicon::by_first(lexicon::plain(&[
    "方面", "领域", "维度", "阶段", "层面", "环节", "层次", "台阶", "关键词", "专班", "工作专班", "工作组", "专项组", "月",
    "季度", "主要指标", "具体指标", "约束性指标", "预期性指标", "总目标", "总体目标", "总抓手", "总要求", "主线", "抓手", "重点专栏", "专栏", "工作目标", "工作任务", "重要经济指标", "主要经济指标", "示意图", "“一”", "基本要求", "负面清单", "清单", "短板", "体系", "指标体系", "民生实事", "实事", "大事", "为民办实事",
])));

/// Things that a threshold picks out: `亿元以上企业`, `500人以上单位`.
#[rustfmt::skip] // a word list reads as a paragraph
const THINGS: &[&str] = &[
    "企业", "县(", "工业企业", "工业项目", "产业项目", "产业集群", "产业链", "集群", "重大项目", "项目", "单位", "机构", "用人单位", "乡镇", "社区",
    "行政村", "自然村", "村庄", "村", "城市", "家庭", "大户", "水库", "河流", "园区", "大班额", "排量", "锅炉", "燃煤锅炉", "船舶",
];

/// Places that the number of those who live there picks out: `5万人以上县`.
const PEOPLED: &[&str] = &["县", "城市", "建制镇"];
/// Those that begin other words, such as 村干部, and so do only behind 人口 or 的.
const SETTLED: &[&str] = &["乡", "镇", "中心镇", "村", "城镇"];

/// Words behind a distance that is no value: `500米覆盖率`.
const REACHES: &[&str] = &["覆盖", "半径", "范围", "服务圈", "见绿", "见园"];

/// Words behind a span of time that make it a name: `15分钟生活圈`.
const CIRCLES: &[&str] = &["圈", "过境", "可达", "直达", "通达", "到达"];

/// Words that a span of time follows as their value: `优良天数300天`, `缩短5天`.
#[rustfmt::skip] // a word list reads as a paragraph
const LASTING: &[&str] = &[
    "保持", "天数", "日数", "年限", "时长", "时间", "时限", "周期", "工期", "时数", "增加", "减少", "延长", "缩短", "压缩", "提高",
];

/// Words before so many that something is told for: `每|50公斤`, `每新增|1张床位`.
const FOR_EACH: &[&str] = &[
    "每",
    "每新增",
    "每新建",
    "每增加",
    "每增长",
    "每提高",
    "每下降",
    "每减少",
    "每吸纳",
    "每招用",
];

/// Why most Chinese digits state no value.
pub(super) const LONE_DIGIT: &str = "a Chinese digit alone";

/// Whether a number right behind `previous` belongs to a code or is an ordinal.
pub(super) fn joins(previous: char) -> bool {
    previous.is_ascii_alphanumeric() || matches!(previous, '+' | '第' | '#' | '¥' | '$' | '.' | '-')
}

impl Scene<'_> {
    /// The rule by which a number states no value; none where it states one.
    pub(super) fn why_no_value(
        &self,
        number: &Number,
        last: Option<&Figure>,
    ) -> Option<&'static str> {
        if self.is_joined(number) {
            Some("joined to a code, a version or an ordinal")
        } else if self.has_no_unit(number, last) {
            Some("no unit, and no verb before it")
        } else if number.class == Class::Count && self.counts_structure(number.end) {
            Some("counts the parts of the text")
        } else if self.is_strength(number) {
            Some("tells what kind of a thing is meant")
        } else if self.previous(number.at) == '这' {
            Some("counts what was told before")
        } else if number.class == Class::Count && self.is_announced(number.at) {
            Some("counts the parts of the text")
        } else if number.class == Class::Count && self.is_one_of(number) {
            Some("counts those that one belongs to")
        } else if any_end(self.before(number.at), FOR_EACH).is_some() {
            Some("what is counted is told for so many")
        } else if self.is_of_a_people(number) {
            Some("calls on all who live there")
        } else if number.class == Class::Size && self.sizes_a_project(number) {
            Some("a size in the name of a project")
        } else if self.is_routine(number) {
            Some("tells how often, or how many sorts")
        } else {
            self.describes(number, last)
                .then_some("tells which of the things counted before are meant")
                .or_else(|| self.form_names(number, last))
                .or_else(|| self.class_names(number, last))
        }
    }

    /// `硫酸(折|100%|)`, `22万|伏及以上变电设备`
    fn is_strength(&self, number: &Number) -> bool {
        let pure = number.class == Class::Share && ends(self.before(number.at), "(折");
        pure || self.next(number.end) == '伏' && number.class == Class::None
    }

    /// Whether a number without a unit states no value.
    fn has_no_unit(&self, number: &Number, last: Option<&Figure>) -> bool {
        number.class == Class::None
            && matches!(number.first.form, Form::Arabic | Form::Han)
            && !self.is_unitless_value(number, self.value_before(number.at), last)
    }

    /// `推进甲产业园、40万吨碳酸钙等项目建设`, but not `建成5万千瓦风电等项目`.
    fn sizes_a_project(&self, number: &Number) -> bool {
        const LONGEST: usize = 60;
        const NEAR: usize = 14;
        #[rustfmt::skip] // a word list reads as a paragraph
        const BUILT: &[&str] = &["建成", "新增", "投产", "并网", "达到", "完成", "形成", "新建", "改造", "实现", "竣工", "开工建设"];
        let stop = |c: &char| matches!(c, ',' | '。' | ';' | ':');
        let tail = &self.chars[number.end..self.range.end.min(number.end + LONGEST)];
        let tail = tail.split(stop).next().unwrap_or_default();
        let before = self.near(number.at, LONGEST);
        let lead = before.rsplit(stop).next().unwrap_or_default();
        let listed = tail.iter().position(|&c| c == '等').is_some_and(|at| {
            at > 0 && contains_any(&tail[at..tail.len().min(at + NEAR)], &["项目", "工程"])
        });
        // `新建甲、|20万吨乙等项目`; but `甲技术改造、|20万吨乙等项目`
        let built =
            |at| any_at(lead, at, BUILT).is_some_and(|length| lead.get(at + length) != Some(&'、'));
        listed && !(0..lead.len()).any(built)
    }

    /// `全市170万人民的奉献`, `500万江滨儿女`
    fn is_of_a_people(&self, number: &Number) -> bool {
        const LONGEST: usize = 6;
        if !number.first.scaled {
            return false;
        }
        let end = number.digits_end;
        let tail = &self.chars[end..self.range.end.min(end + LONGEST)];
        let words = tail.iter().take_while(|&&c| is_han(c) && c != '的');
        let words = &tail[..words.count()];
        contains_any(words, &["人民", "儿女", "父老", "干群"])
            && !contains_any(words, &["人民币", "人民群众", "人民防空"])
    }

    /// `重点抓好以下10项工作:`, but not `省标以下83万人脱贫`
    fn is_announced(&self, at: usize) -> bool {
        const ANNOUNCES: &[&str] = &[
            "好以下",
            "推进以下",
            "确定以下",
            "实施以下",
            "握以下",
            "成以下",
        ];
        let before = self.before(at);
        let opens = before.len() == 2 || matches!(before, [.., ',' | '、', _, _]);
        any_end(before, ANNOUNCES).is_some()
            || any_end(before, &["以下", "如下", "下列"]).is_some_and(|_| opens)
    }

    /// `八个方面`, `3个“1小时交通圈”`.
    fn counts_structure(&self, end: usize) -> bool {
        let tail = &self.chars[end..self.range.end.min(end + 14)];
        let circle = tail.first() == Some(&'“')
            && contains_any(tail, &["圈”"])
            && contains_any(tail, &["小时", "分钟"]);
        let near = self.near(end, 14);
        // `办好10件民生实事,17个养老中心建成`: what is counted next has a name of its own.
        let words = &tail[..tail.len().min(8)];
        let named = words.iter().take_while(|&&c| is_han(c)).count() > 4
            && !contains_any(words, &["候选", "票决", "正在", "完成"]);
        let clause = near.rsplit(|c| matches!(c, ',' | '。' | ';')).next();
        let near = clause.filter(|_| named).unwrap_or(near);
        let deeds = near.contains(&'实') && contains_any(near, &["民生实事", "办实事"]);
        static SCALE: HanSet = HanSet::new(&['十', '百', '千', '万', '亿', '元', '级']);
        let scale = tail.iter().take_while(|c| SCALE.has(**c)).count();
        let step = scale > 0 && one_at(self.chars, end + scale, &["台阶", "大关"]);
        let deeds = deeds || contains_any(&tail[..tail.len().min(8)], &["民生实事", "民心工程"]);
        // `十四次、十五次全会`, `十三篇六十九章`
        let parts = match self.chars[end - 1] {
            '次' => contains_any(&tail[..tail.len().min(8)], &["全会", "全体会议"]),
            '篇' => tail[..tail.len().min(6)].contains(&'章'),
            _ => false,
        };
        circle || deeds || step || parts || STRUCTURE.at(self.chars, end).is_some()
    }

    /// `5+5`, `第3`, `2.0版`, `4A`: a mark or letter joins the number to a code.
    fn is_joined(&self, number: &Number) -> bool {
        let (next, previous) = (self.next(number.end), self.previous(number.at));
        let titled = any_end(self.before(number.at), &["专栏", "附表", "附图"]).is_some()
            || matches!(self.before(number.at), ['表' | '图']);
        // `出台"20条"`: a policy, by the number of its points.
        let quoted = previous == '"' && next == '"';
        // `五台山`, `五倍子`, `送到千家万户`, `5万吨级泊位`
        let named = matches!(
            (self.chars[number.end - 1], next),
            ('台', '山') | ('倍', '子')
        ) || has(self.chars, number.at, "千家万户")
            || has(self.chars, number.end, "吨级");
        // `三二·六亿元`, `二五三万吨`: digits by their places, as they were once written, are not read.
        let digit = |c: Option<&char>| c.is_some_and(|&c| numerals::han_digit(c).is_some());
        let before = self.before(number.at);
        let placed =
            number.first.scaled && digit(before.last()) && digit(self.chars.get(number.at));
        let halved = placed
            || next == '·' && digit(self.chars.get(number.end + 1))
            || previous == '·' && digit(before.iter().nth_back(1))
            || self.chars[number.at..number.digits_end].contains(&'·') && digit(before.last());
        titled
            || quoted
            || named
            || halved
            || previous == '×'
            || joins(previous) && !number.negative
            || matches!(next, '+' | '×' | '$' | '级' | '版' | '号' | '后')
            || next.is_ascii_alphabetic() && number.class == Class::None
    }

    /// `每季度1次`, `连续6个季度`, `三类`.
    fn is_routine(&self, number: &Number) -> bool {
        const OFTEN: &[&str] = &["每季", "每月", "每周", "每半年", "每年至少"];
        let routine = match self.chars[number.end - 1] {
            '次' => contains_any(self.near(number.at, 12), OFTEN),
            '类' => number.first.form != Form::Arabic,
            _ => false,
        };
        if routine || number.class != Class::Count {
            return routine;
        }
        // `居15个城市第2位`
        let among = ["连续", "居全国", "列全国", "居全省", "列全省"];
        let before = self.before(number.at);
        let last = before.len().checked_sub(1);
        let placed = || last.is_some_and(|at| ranks::is_placed_among(before, at));
        if any_end(before, &among).is_some() || placed() {
            return true;
        }
        // `在全省91个县中排名第一`, `41座城市中居第10位`
        #[rustfmt::skip] // a word list reads as a paragraph
        const RANKED: &[&str] = &["排名", "排第", "排前", "位居", "位列", "进入", "跻身", "居第", "居前", "列第", "力争", "名列", "稳居"];
        let tail = &self.chars[number.end..self.range.end.min(number.end + 14)];
        let tail = tail.split(|&c| matches!(c, ',' | '、')).next();
        let tail = tail.unwrap_or_default();
        let among = || contains_any(self.near(number.at, 5), &["在全省", "在全国", "在全市"]);
        let ranked = (1..tail.len()).any(|at| {
            tail[at] == '中'
                && !matches!(tail[at - 1], '高' | '初')
                && any_at(tail, at + 1, RANKED).is_some()
        });
        ranked || tail.contains(&'中') && among() || self.counts_peers(number)
    }

    /// `10个产值超千亿元的|产业集群`: what is counted before is described.
    fn describes(&self, number: &Number, last: Option<&Figure>) -> bool {
        // `培育一个年产值过百亿元的|集群`: so few are no value.
        let few = ["一个", "两个", "1个", "2个"];
        if number.class == Class::Money
            && self.next(number.end) == '的'
            && any_end(self.before(number.at), &["过", "超", "上"]).is_some()
            && contains_any(self.near(number.at, 10), &few)
        {
            return true;
        }
        let counts = |last: &&Figure| last.class == Class::Count && number.at - last.after <= 10;
        // `35个|5万平方米以上|拆除区域`
        let sized = matches!(number.class, Class::Size | Class::Money | Class::People)
            && one_at(self.chars, number.end, &["以上", "及以上", "以下"])
            && last.is_some_and(|last| last.class == Class::Count && last.after == number.at);
        if sized || number.class != Class::Money {
            return sized;
        }
        // `302个|超10亿元|项目`, `3条年产值|超20亿元|产业链`, `5个|超亿元|农业产业化项目`
        let kind = self.chars[number.end..self.range.end.min(number.end + 12)]
            .split(|&c| !is_han(c))
            .next()
            .unwrap_or_default();
        let things = one_at(self.chars, number.end, THINGS)
            || kind.first() != Some(&'的') && any_end(kind, &["企业", "项目", "集群"]).is_some();
        #[rustfmt::skip] // a word list reads as a paragraph
        const EARNED: &[&str] = &["产值", "主营业务收入", "营业收入", "销售收入", "营收", "销售额", "税收", "纳税", "进出口", "进出口额", "出口额"];
        let earned = |words: &[char]| {
            let words = words.strip_prefix(&['年']).unwrap_or(words);
            words.is_empty() || any_end(words, EARNED) == Some(words.len())
        };
        (things || self.next(number.end) == '的')
            && last.filter(counts).is_some_and(|last| {
                let between = &self.chars[last.after..number.at];
                let bound = any_end(between, &["超过", "超", "突破", "过", "上"]);
                !between.contains(&'、')
                    && bound
                        .is_some_and(|length| !things || earned(&between[..between.len() - length]))
            })
    }

    /// `三`, `八个`, `千亿`: what a number in Chinese characters is more often than a value.
    fn form_names(&self, number: &Number, last: Option<&Figure>) -> Option<&'static str> {
        let share = matches!(number.class, Class::Points | Class::Times | Class::Share);
        // `新建四个机场`: few as they are, they are counted; `新建一批` says not how many.
        let new = ["新建", "新增", "新开工", "新开通", "新设立", "改扩建"];
        let counted = number.class == Class::Count
            && matches!(number.first.form, Form::HanDigit | Form::Han)
            && self.chars[number.end - 1] != '批'
            && any_end(self.before(number.at), &new).is_some();
        match number.first.form {
            _ if counted => None,
            Form::HanDigit if !share => Some(LONE_DIGIT),
            Form::Han if number.class == Class::Count && number.first.value <= 10.0 => {
                Some("a small Chinese count")
            }
            // `二十一项行动`
            Form::Han if one_at(self.chars, number.end, &["行动", "举措", "任务", "工程"]) => {
                Some("counts the parts of the text")
            }
            Form::Bare if !self.is_bare_value(number, last) && !self.is_lost(number) => {
                Some("a magnitude in a name")
            }
            Form::HanDigit | Form::Han | Form::Arabic | Form::Bare => None,
        }
    }

    fn class_names(&self, number: &Number, last: Option<&Figure>) -> Option<&'static str> {
        if number.first.form == Form::Bare {
            return None;
        }
        let (at, end) = (number.at, number.end);
        let value_before = self.value_before(at);
        if self.moves(number) {
            return Some("a move in an order");
        }
        if self.sets_a_class(number) {
            return Some("tells which things are meant, and no count follows");
        }
        match number.class {
            Class::Money if self.is_award(at) => Some("an award to one of many"),
            Class::Points if self.compares(at) => Some("compares with others"),
            // `高于年初预期12%的目标14.4个百分点`
            _ if one_at(self.chars, end, &["的目标", "的预期目标"]) && self.compares(at) => {
                Some("compares with others")
            }
            _ if self.is_ahead(at) => Some("compares with others"),
            _ if self.is_beside_plan(number) => Some("compares with a plan"),
            Class::None if one_at(self.chars, end, &["城市", "俱乐部", "大市", "强市", "强县"]) => {
                Some("a magnitude in a name")
            }
            Class::Size if ends(self.before(at), "时速") => Some("a grade"),
            // `20082012年` has lost its dash.
            Class::Duration if number.first.value >= 1000.0 => Some("a span of time in a name"),
            Class::Duration => {
                let tail = &self.chars[end..(end + 8).min(self.range.end)];
                let circle = contains_any(tail, CIRCLES)
                    || any_at(
                        tail,
                        0,
                        &[
                            "的努力",
                            "努力",
                            "左右的努力",
                            "的时间",
                            "时间",
                            "左右的时间",
                            "左右时间",
                        ],
                    )
                    .is_some();
                // `分别达到95%、98%和12年`
                let listed = last.is_some_and(|figure| {
                    (figure.class == Class::Duration || self.previous(at) == '和')
                        && at <= figure.after + 1
                });
                let states = value_before
                    || self.starts_change(number)
                    || any_end(self.before(at), LASTING).is_some()
                    // `从|90个、40个工作日压缩到…`
                    || number.unit == "个工作日" && any_end(self.before(at), &["从", "由"]).is_some()
                    || listed;
                // `为35年来首次`
                let highest = [
                    "新高", "最高", "最好", "最快", "最佳", "首次", "之最", "历史", "同期",
                ];
                let since = self.next(end) == '来'
                    || one_at(self.chars, end, &highest)
                    || any_end(self.before(at), &["经过", "通过"]).is_some();
                (circle || since || !states).then_some("a span of time in a name")
            }
            Class::Grade if !value_before => Some("a grade"),
            Class::Age
                if !value_before && !self.starts_change(number) && self.is_age_group(at, end) =>
            {
                Some("an age group")
            }
            Class::Size if one_at(self.chars, end, REACHES) => Some("a distance in a name"),
            _ => None,
        }
    }

    /// `年能耗5000吨以上企业全部达标`: a threshold, and the things above it.
    fn sets_a_class(&self, number: &Number) -> bool {
        let amount = matches!(
            number.class,
            Class::Money | Class::Size | Class::People | Class::Grade
        ) || number.class == Class::None && number.first.scaled
            || self.chars[number.end - 1] == '户';
        if !amount {
            return false;
        }
        let bounds = ["(含)以上", "及以上", "及以下", "以上", "以下", "以内"];
        let over = self.next(number.end) == '的'
            && any_end(
                self.before(number.at),
                &["超过", "超", "达到", "高于", "低于"],
            )
            .is_some();
        let bound = any_at(self.chars, number.end, &bounds).or(over.then_some(0));
        let Some(length) = bound else {
            return false;
        };
        let behind = number.end + length;
        let people = any_at(self.chars, behind, &["人口"]).unwrap_or(0);
        let behind = behind + people;
        let of = self.next(behind) == '的';
        let thing = behind + usize::from(of);
        // `覆盖20万人口以上的|县`
        let peopled = matches!(number.class, Class::People | Class::None);
        let settled = || (of || people > 0) && one_at(self.chars, thing, SETTLED);
        if peopled && (one_at(self.chars, thing, PEOPLED) || settled()) {
            return true;
        }
        // `高于10万元的|占80%`
        if of && self.next(thing) == '占' {
            return true;
        }
        // `超100亿元的|芯片企业`: with words of its own before it.
        let kind = self.chars[thing..self.range.end.min(thing + 12)]
            .split(|&c| !is_han(c))
            .next()
            .unwrap_or_default();
        one_at(self.chars, thing, THINGS)
            || over && any_end(kind, &["企业", "项目"]).is_some()
            || of && any_end(kind, THINGS).is_some()
    }

    /// `给予最高100万元奖励`
    fn is_award(&self, at: usize) -> bool {
        let near = self.near(at, 8);
        let clause = near.iter().rposition(|&c| c == ',').map_or(0, |at| at + 1);
        contains_any(&near[clause..], &["给予"]) || any_end(near, &["奖励", "奖励最高"]).is_some()
    }

    /// `65岁及以上老年人`; a life expectancy of `81岁以上` ends its clause.
    fn is_age_group(&self, at: usize, end: usize) -> bool {
        let from = matches!(self.previous(at), '由' | '从');
        let bound = any_at(
            self.chars,
            end,
            &["及以上", "及以下", "以上", "以下", "以内"],
        );
        !from && is_han(self.next(end + bound.unwrap_or(0))) && self.next(end) != '左'
    }
}
