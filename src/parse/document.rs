//! A document with all that is known of it before its lines are read, and the walk through them.

use std::ops::{ControlFlow, Range};

use memchr::memmem;

use super::outline::{self, Outliner, Title};
use super::prose::{self, Prose, any_end, plain};
use super::scope::{self, Scope, Scopes};
use super::time::{self, Calendar};
use super::transcript::{self, Transcript};
use super::{Context, areas, gaps, numerals, web_text};
use crate::plan::{Outline, Span, Text};

pub(super) struct Document<'a> {
    pub transcript: Transcript<'a>,
    /// The text without what the web page around it said: bytes of the transcript.
    plan: Range<usize>,
    /// How many characters stand before it.
    start: usize,
    web_text: Vec<Span>,
    title: Option<Title>,
    /// The title that the page around the plan has, where the plan has none.
    page_title: Option<Prose>,
    pub calendar: Calendar,
    /// Where a report turns to its plans.
    turns: Vec<scope::Turn>,
}

impl<'a> Document<'a> {
    pub fn new(text: &'a Text, context: &Context) -> Self {
        let transcript = transcript::of(text);
        let (web_text, plan) = web_text::read(&transcript.text);
        let words = &transcript.text[plan.clone()];
        let start = transcript.characters(plan.start);
        let span = |bytes: Range<usize>| {
            Span::new(
                transcript.characters(bytes.start),
                transcript.characters(bytes.end),
            )
        };
        let title = outline::title(words, start);
        let page_title = match title {
            Some(_) => None,
            None => outline::page_title(&transcript.text[..plan.start]),
        };
        let calendar = calendar(&transcript.text[..plan.start], words, context);
        Self {
            turns: scope::turns(words, start, &calendar),
            web_text: web_text.into_iter().map(span).collect(),
            title,
            page_title,
            calendar,
            transcript,
            plan,
            start,
        }
    }

    /// Reads the plan from front to back, and shows `see` each paragraph: its line, its place there,
    /// and what its place in the plan says of it. The outline, in characters of the transcript.
    pub fn walk(&self, mut see: impl FnMut(&Prose, Range<usize>, &Scope)) -> Outline {
        let mut outliner = Outliner::new(self.title.as_ref());
        let mut scopes = Scopes::new(&self.calendar, self.page_title.as_ref(), &self.turns);
        let plan = &self.transcript.text[self.plan.clone()];
        let _ = prose::lines(plan, self.start, |line| {
            outline::pieces(line, |piece| {
                let heading = outliner.add(line, &piece);
                let scope = scopes.next(line, &piece, heading);
                see(line, piece, &scope);
            });
            ControlFlow::Continue(())
        });
        Outline {
            web_text: self.web_text.clone(),
            ..outliner.outline
        }
    }

    /// The place that the title begins with; empty where there is no title.
    pub fn home(&self) -> &[char] {
        let title = self.title.as_ref().map(|title| &title.words);
        title
            .or(self.page_title.as_ref())
            .map_or(&[], |words| areas::home(words))
    }
}

/// The document's own time: the years the plan covers, and the year it was issued.
fn calendar(front: &str, plan: &str, context: &Context) -> Calendar {
    // Some more, for the words of a title that begins there.
    let end = plan
        .char_indices()
        .nth(HEAD + TITLE)
        .map_or(plan.len(), |(end, _)| end);
    let head = Prose::of(&plan[..end]);
    let given = context
        .issued
        .and_then(|issued| Some((issued.year?, issued.month)))
        .filter(|(year, _)| time::YEARS.contains(year));
    let interim = interim(&head);
    // The date may stand among the page's own words above.
    let near = front.ceil_char_boundary(front.len().saturating_sub(FRONT));
    let above = || held(&Prose::of(&front[near..]));
    let issued = given
        .or_else(|| held(&head))
        .or_else(above)
        .or_else(|| dated(&head))
        .or_else(|| reviewing(&head))
        .or_else(|| signed(&head))
        .or_else(|| titled(&head))
        .or(interim.map(|year| (year, None)));
    let report = interim.is_some()
        || prose::contains_any(&head, &["报告", "各位代表", "工作回顾", "本届政府"]);
    let issued = issued.or_else(|| planned(plan).filter(|_| report));
    let now = issued.map(|(year, _)| year);
    let late = report && issued.is_some_and(|(_, month)| month >= Some(LATE));
    let told = || plan_years(&head, plan).map(|years| coming(years, now));
    let ordered = |(first, last): &(u16, u16)| {
        first <= last && time::YEARS.contains(first) && time::YEARS.contains(last)
    };
    Calendar {
        plan: context.years.filter(ordered).or_else(told),
        now,
        late: late || interim.is_some() && interim == now,
        report,
        lossy: gaps::is_lossy(plan),
    }
}

/// As many lines as a report has above its first words.
const LINES: usize = 6;

/// The month from which a report looks back on its own year.
const LATE: u8 = 11;

/// `2018年12月22日在某某县第十八届人民代表大会第二次会议上`: the year and the month a report was given.
fn held(head: &[char]) -> Option<(u16, Option<u8>)> {
    const LONGEST: usize = 50;
    let mut years = (0..head.len()).filter(|&at| head[at] == '年');
    let at = years.find(|&at| {
        let rest = &head[at..head.len().min(at + LONGEST)];
        let mut held = ["日在", "日,在", "日 在"].iter();
        let held = held.find_map(|held| prose::find(rest, held));
        held.is_some_and(|at| at < 14 && prose::contains(&rest[at..], "会议"))
    })?;
    let (year, _) = time::year_digits(head, at.checked_sub(4)?)?;
    Some((year, number(&head[digits(head, at + 1)])))
}

/// `政府工作报告 某某市人民政府 2024年1月`: a date that ends a line below the title of a report.
fn dated(head: &[char]) -> Option<(u16, Option<u8>)> {
    const NEAR: usize = 100;
    let title = prose::find(head, "政府工作报告")?;
    let near = title..head.len().min(title + NEAR);
    near.filter(|&at| head[at] == '年').find_map(|at| {
        let (year, _) = time::year_digits(head, at.checked_sub(4)?)?;
        let month = digits(head, at + 1);
        let day = digits(head, month.end + 1);
        let end = day.end + usize::from(prose::has(head, day.end, "日"));
        let ends = matches!(head.get(end), None | Some('\n' | ')'));
        let written = head.get(month.end) == Some(&'月') && ends;
        written.then_some((year, number(&head[month])))
    })
}

/// `政府工作报告(2012年2月11日)`, `(二〇〇三年一月十日)`: a date in brackets, in one of the first lines.
fn signed(head: &[char]) -> Option<(u16, Option<u8>)> {
    let lines = head.split(|&c| c == '\n').filter(|line| !line.is_empty());
    lines.take(LINES).find_map(|line| {
        let open = line.iter().position(|&c| c == '(')?;
        let (year, end) = time::year_digits(line, open + 1)?;
        let dated = line.get(end) == Some(&'年') && !line[..open].contains(&'。');
        let month = numerals::read(line, end + 1).map(|month| month.value);
        let month = month.filter(|month| dated && (1.0..=12.0).contains(month))?;
        Some((year, Some(month as u8)))
    })
}

/// `某某市2010年政府工作报告`: the year that the title of a report names is the one ahead of it.
fn titled(head: &[char]) -> Option<(u16, Option<u8>)> {
    const LONGEST: usize = 40;
    let lines = head.split(|&c| c == '\n').take(LINES);
    let mut titles = lines.filter(|line| line.len() <= LONGEST);
    titles.find_map(|line| {
        let report = prose::find(line, "政府工作报告")?;
        let (before, behind) = (4..report, report + 7..line.len());
        let mut years = before.chain(behind).filter(|&at| line[at] == '年');
        let (year, _) = years.find_map(|at| time::year_digits(line, at - 4))?;
        Some((year, None))
    })
}

/// `2021年重点工作上半年完成情况的通报`: the year that a title looks back on before it is over.
fn interim(head: &[char]) -> Option<u16> {
    const PARTS: &[&str] = &["上半年", "一季度", "三季度", "半年工作"];
    const LONGEST: usize = 60;
    let mut lines = head.split(|&c| c == '\n').take(3);
    let title = lines.find(|line| {
        line.len() <= LONGEST
            && !line.contains(&'。')
            && prose::contains_any(line, PARTS)
            && prose::contains_any(line, &["情况", "报告", "总结"])
    })?;
    let years = (4..title.len()).filter(|&at| title[at] == '年');
    let mut years = years.filter_map(|at| time::year_digits(title, at - 4));
    years.next().map(|(year, _)| year)
}

/// The digits that stand at `at`.
fn digits(chars: &[char], at: usize) -> Range<usize> {
    let start = at.min(chars.len());
    let count = chars[start..].iter().take_while(|c| c.is_ascii_digit());
    start..start + count.count()
}

fn number(digits: &[char]) -> Option<u8> {
    digits.iter().collect::<String>().parse().ok()
}

/// `一、2019年工作回顾`: a report that reviews a year is given when it is over.
fn reviewing(head: &[char]) -> Option<(u16, Option<u8>)> {
    const LONGEST: usize = 24;
    let mut years = (4..head.len()).filter(|&at| head[at] == '年');
    years.find_map(|at| {
        let words = &head[at..head.len().min(at + LONGEST)];
        let words = words
            .split(|c| matches!(c, '\n' | ' ' | '。' | ','))
            .next()?;
        let reviews = prose::contains(words, "工作") && prose::contains(words, "回顾");
        let (year, _) = time::year_digits(head, at - 4).filter(|_| reviews)?;
        Some((year + 1, None))
    })
}

/// `二、2023年工作总体要求`: the year that a heading of a report plans for is the one ahead of it.
fn planned(plan: &str) -> Option<(u16, Option<u8>)> {
    const LONGEST: usize = 3 * 30;
    let lines = plan.lines().map(str::trim);
    let mut headings = lines.filter(|line| line.len() <= LONGEST && line.contains('年'));
    headings.find_map(|line| {
        let line = Prose::of(line);
        let title = outline::behind_marker(&line, &(0..line.len()));
        let (year, end) = time::year_digits(&line, title).filter(|_| title > 0)?;
        let words = &line[end..];
        let plans = prose::contains_any(words, &["工作", "任务"])
            && prose::contains_any(words, &["要求", "安排", "目标", "重点", "部署", "思路"])
            && !prose::contains_any(words, &["回顾", "总结", "情况", "完成"]);
        (prose::has(&line, end, "年") && plans).then_some((year, None))
    })
}

/// A text issued when five years were over speaks of them most, and plans the next five.
fn coming((first, last): (u16, u16), now: Option<u16>) -> (u16, u16) {
    let over = now.is_some_and(|now| last < now && now <= last + 5);
    if over && last - first == 4 {
        (first + 5, last + 5)
    } else {
        (first, last)
    }
}

/// The years beside the title, `规划(2021—2025年)`; else the five-year plan that the document
/// speaks of most, where it speaks of one at least twice.
fn plan_years(chars: &[char], plan: &str) -> Option<(u16, u16)> {
    let head = &chars[..chars.len().min(HEAD)];
    let beside = (0..head.len())
        .filter(|&at| head[at] == '(' && !names_another(&head[..at]))
        .find_map(|at| time::year_span(chars, at + 1));
    let named = || (0..head.len()).find_map(|at| titled_plan(head, at));
    beside.or_else(named).or_else(|| most_spoken_plan(plan))
}

/// Whether a title ends here that the text only follows: `以《某某产业规划|(2019—2028年)》为引领`.
fn names_another(words: &[char]) -> bool {
    const LONGEST: usize = 40;
    let near = &words[words.len().saturating_sub(LONGEST)..];
    let open = near.iter().rposition(|&c| matches!(c, '《' | '》' | '\n'));
    let followed = |at: usize| {
        any_end(
            &near[..at],
            &["以", "根据", "按照", "依据", "落实", "对接", "衔接", "实施"],
        )
    };
    open.is_some_and(|at| near[at] == '《' && followed(at).is_some())
}

/// `“十四五”…规划` in one line or broken behind the span, or within `《》`.
fn titled_plan(head: &[char], at: usize) -> Option<(u16, u16)> {
    let span = (head[at] == '十').then(|| time::five_year_plan(head, at))??;
    let mut lines = head[at..].split(|&c| c == '\n');
    let mut line = lines.next()?;
    // `“十二五”时期` may be the first of a title's two lines.
    if any_end(line, &["五”时期", "五时期", "五”"]).is_some() && line.len() <= 8 {
        let next = lines.next()?;
        line = &head[at..at + line.len() + 1 + next.len()];
    }
    let line = line.split(|&c| c == '》').next()?;
    let title = &line[..line.len().min(TITLE)];
    let named = prose::contains(title, "规划") && !title.iter().any(|c| "。,;".contains(*c));
    named.then_some(span)
}

/// As many bytes of the page's words above the plan as are asked for a date.
const FRONT: usize = 1_000;
/// How far into a document its title stands; a page's own words may come before it.
const HEAD: usize = 300;
/// The longest title that is looked for.
const TITLE: usize = 30;

fn most_spoken_plan(plan: &str) -> Option<(u16, u16)> {
    let mut counts: Vec<((u16, u16), usize)> = Vec::new();
    for five in memmem::find_iter(plan.as_bytes(), "五") {
        let Some(span) = plan_around(plan, five) else {
            continue;
        };
        match counts.iter_mut().find(|(known, _)| *known == span) {
            Some((_, count)) => *count += 1,
            None => counts.push((span, 1)),
        }
    }
    counts
        .into_iter()
        .filter(|&(_, count)| count >= 2)
        .max_by_key(|&(span, count)| (count, span))
        .map(|(span, _)| span)
}

/// The plan in whose name (`十四五`, `第十四个五年规划`) the 五 at byte `five` stands.
fn plan_around(text: &str, five: usize) -> Option<(u16, u16)> {
    const LONGEST: usize = 7;
    let mut before = text[..five].char_indices().rev().skip(1).take(2);
    let (begin, _) = before.find(|&(_, c)| c == '十')?;
    let name: Vec<char> = text[begin..].chars().take(LONGEST).map(plain).collect();
    time::five_year_plan(&name, 0)
}
