//! What a paragraph's own words open where no heading says it: this year's goals or tasks, a report of
//! what was.

use super::super::prose::{any_at, any_end, contains_any, ends, has};
use super::super::time::{Mode, Time};
use super::words::{TOLD, is_measured, sets_goals, sets_tasks, titled_year};
use super::{Paragraph, Scope, Scopes, Term, opens_plans};
use crate::plan::{Role, Year};

impl Scopes<'_> {
    /// Whether a paragraph is the first of this year's goals or tasks.
    pub(super) fn sets_this_year(&self, words: &[char], scope: &Scope) -> bool {
        if self.early {
            return false;
        }
        let review = scope.role == Role::Observed;
        let goals = (review || self.is_now(words)) && sets_goals(words);
        let turns = review && !self.headed && self.is_now(words);
        // `今年政府工作的总体思路是:…` below goals for later years.
        let later = self.calendar.report && scope.year.stated() > self.calendar.ahead();
        let turns = turns || later && opens_plans(words, self.calendar) == Some(Term::Year);
        goals || turns || sets_tasks(words) || self.frames(words, scope)
    }

    /// `今年…`, or the year of the report at the front; but `今年以来` looks back.
    fn is_now(&self, words: &[char]) -> bool {
        if has(words, 0, "今年") && !self.calendar.late {
            return any_at(words, 2, &["以来", "上半年", "前", "1", "一"]).is_none();
        }
        // `2023年1月` is a date.
        let year = self
            .calendar
            .ahead()
            .filter(|_| matches!(words.first(), Some('1' | '2')));
        let year = year.map(|year| format!("{year}年"));
        year.is_some_and(|year| has(words, 0, &year))
            && !words.get(5).is_some_and(char::is_ascii_digit)
    }

    /// `今年,我市将办好十件实事`, `…今年的报告提出:`: in a text without headings, this year's tasks stand
    /// behind it.
    fn frames(&self, words: &[char], scope: &Scope) -> bool {
        let open = scope.role == Role::Target && scope.year == Year::Unstated && !self.headed;
        if !open || self.calendar.plan.is_some() || self.calendar.now.is_none() {
            return false;
        }
        // The first words, or any that lead to a list.
        let near = match words.last() {
            Some(':') => words.len(),
            Some('。') if any_end(words, &["实事。", "实事项目。"]).is_some() => {
                words.len()
            }
            _ => words.len().min(4),
        };
        let until = |at: usize| any_end(&words[..at], &["截至", "到", "至"]).is_some();
        (0..near).any(|at| self.is_now(&words[at..]) && !until(at))
    }

    /// The year of a text that is no plan of some years, where a paragraph above its headings tells:
    /// `做好2022年工作,要…`, `《2019年实事计划》的主要内容是:`, `现将2016年生产计划通知如下:`.
    pub(super) fn names_its_year(&self, paragraph: &Paragraph) -> Option<u16> {
        // `2025年县政府工作报告任务清单`, also the title of an annex.
        let first = paragraph.line[paragraph.range.start];
        if first == '2'
            && any_end(paragraph.words(), &["任务清单", "任务分解", "任务分解表"]).is_some()
        {
            return paragraph
                .times()
                .first()
                .and_then(|time| time.year.stated());
        }
        if self.headed || self.calendar.plan.is_some() {
            return None;
        }
        let words = paragraph.words();
        let listed = words.last() == Some(&':');
        if !listed && !contains_any(words, &["做好", "抓好"]) {
            return None;
        }
        if listed && let Some(year) = titled_year(words) {
            return Some(year);
        }
        let line = paragraph.line;
        let times = paragraph.times();
        let mut named = times.iter().filter(|time| time.mode == Mode::In);
        let work = |time: &&Time| {
            let done = any_end(&line[..time.start], &["做好", "抓好"]).is_some();
            done && any_at(
                line,
                time.end,
                &["工作", "各项工作", "政府工作", "经济工作"],
            )
            .is_some()
        };
        let plan = |time: &&Time| {
            const LONGEST: usize = 60;
            let behind = &line[time.end..paragraph.range.end];
            behind.len() <= LONGEST
                && contains_any(behind, &["计划", "任务", "方案"])
                && ends(behind, "如下:")
        };
        let time = named.find(|time| work(time) || listed && plan(time))?;
        time.year.stated()
    }

    /// `2020年,全市生产总值达到…`: before its first heading, a plan of later years tells where things
    /// stand.
    pub(super) fn introduces(&self, paragraph: &Paragraph) -> bool {
        let Paragraph { line, range, .. } = paragraph;
        let first = self.calendar.plan.map(|plan| plan.0);
        let begins = line[range.start] == '2' && first.is_some();
        let opens = |time: &Time| {
            time.mode == Mode::In && time.start == range.start && time.year.stated() < first
        };
        begins && paragraph.times().first().is_some_and(opens)
    }

    /// `2025年,…`, `全年…增长9%`: tells of the year before the report's, and wills nothing; so do
    /// `…同比增长9%` and, where no heading says of what, `…。“十四五”时期…` in a text that is no plan of
    /// some years.
    pub(super) fn reports(&self, paragraph: &Paragraph) -> bool {
        #[rustfmt::skip] // a word list reads as a paragraph
        const WILLS: &[&str] = &[
            "力争", "确保", "目标是", "目标为", "目标:", "预期目标", "今年", "明年", "今后", "未来五年", "未来5年", "我们要", "我们将",
        ];
        let words = paragraph.words();
        let Some(ahead) = self.calendar.ahead() else {
            let told = self.calendar.plan.is_none()
                && words.iter().any(char::is_ascii_digit)
                && (TOLD.within(words) || is_measured(words));
            return told && !contains_any(words, WILLS);
        };
        let over = |time: &Time| {
            matches!(time.mode, Mode::In | Mode::Span) && time.year == Year::Stated(ahead - 1)
        };
        // Behind the sentence that says what the point is about.
        const LONGEST: usize = 40;
        let head = &words[..words.len().min(LONGEST)];
        let told = head.iter().position(|&c| c == '。');
        let behind = !self.headed
            && self.calendar.plan.is_none()
            && told.is_some_and(|stop| has(words, stop + 1, "全年"));
        // `预计,全年实现…`
        let first = any_at(
            words,
            0,
            &["预计,", "预计", "初步统计,", "初步核算,", "经初步核算,"],
        )
        .unwrap_or(0);
        let opens =
            behind || has(words, first, "全年") || has(words, 0, &format!("{}年", ahead - 1));
        let tells = || {
            TOLD.within(words)
                || is_measured(words)
                || !self.headed && paragraph.times().iter().any(over)
        };
        let coming = format!("{ahead}年");
        (opens || self.calendar.plan.is_none() && tells())
            && !contains_any(words, WILLS)
            && !contains_any(words, &[&coming])
    }
}
