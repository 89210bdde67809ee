//! What a paragraph's place says of it: a review reports, a section of goals promises for a year.

use std::ops::Range;

use super::outline::{self, Rank};
use super::prose::{Prose, contains_any, ends, has};
use super::signs::sign;
use super::time::{self, Calendar, Mode, Time};
use crate::plan::{Role, Year};

mod named;
mod openings;
mod turn;
mod words;

use named::{of_goal, of_heading, of_past, of_review, of_year};
use turn::{Term, opens_plans};
pub(super) use turn::{Turn, turns};
pub(super) use words::sets_goals;
use words::{begins_a_point, is_first, leads_in, lists_a_heading, looks_back, reports_part};

/// Role and year that hold in a paragraph unless its own words say otherwise.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scope {
    pub role: Role,
    pub year: Year,
    /// The span of years a review or a goal is for.
    pub span: Option<(u16, u16)>,
    /// The year `今年` means here.
    pub now: Option<u16>,
}

impl Scope {
    /// Whether a report plans here for the year ahead of it alone.
    pub fn is_of_year_ahead(&self, calendar: &Calendar) -> bool {
        let year = self.year.stated();
        calendar.report && year.is_some() && year == calendar.ahead()
    }
}

/// Headings of sections that state goals.
const GOALS: &[&str] = &["目标"];

/// A paragraph whose scope is asked for.
struct Paragraph<'a> {
    line: &'a Prose,
    range: Range<usize>,
    /// With the year that `今年` means in it.
    calendar: Calendar,
    /// Of its heading, if it has one.
    rank: Option<Rank>,
    /// It is a heading and nothing else.
    is_heading: bool,
}

impl Paragraph<'_> {
    fn words(&self) -> &[char] {
        &self.line[self.range.clone()]
    }

    fn times(&self) -> Vec<Time> {
        time::read(self.line, self.range.clone(), &self.calendar)
    }

    /// The times that a review may be of.
    fn past_times(&self) -> Vec<Time> {
        let times = self.times();
        // `“十四五”以来,…截至2022年底,…` tells where things stand then.
        let later = |time: &Time| {
            let within = |other: &Time| {
                let year = other.year.stated();
                other.mode == Mode::In
                    && time
                        .span
                        .is_some_and(|(first, last)| (Some(first)..Some(last)).contains(&year))
            };
            time.mode == Mode::Span
                && ends(&self.line[..time.end], "以来")
                && times.iter().any(within)
        };
        let stays = |time: &&Time| !time.is_since(self.line) && !later(time);
        times.iter().filter(stays).cloned().collect()
    }
}

/// Tells the scope of one paragraph after the other.
pub(super) struct Scopes<'a> {
    calendar: &'a Calendar,
    /// What headings and lead-ins above say, each with the rank at which it ends.
    open: Vec<(Rank, Scope)>,
    /// Of the last heading that is no run-in or dash.
    rank: Rank,
    /// That heading is of a section of goals.
    goals: bool,
    /// A heading of a chapter has been passed.
    headed: bool,
    /// The last of a chapter was a line without a number.
    unmarked: bool,
    /// What the last paragraph says of the next, if that is an item below the heading.
    leads: Option<Scope>,
    /// The same, if that begins with a dash.
    leads_dashes: Option<Scope>,
    /// The last paragraph leads into a list of goals, or is an item of one: `一是…。`
    goal_list: bool,
    /// The year and the span that the items of a list have named, until it ends.
    listed: Option<(Year, Option<(u16, u16)>)>,
    /// Where a report turns to its plans; those ahead.
    turns: &'a [Turn],
    /// None of them is passed.
    early: bool,
}

impl<'a> Scopes<'a> {
    /// `page_title`: the title of the page around a plan that has none itself. `turns`: where a report
    /// turns to its plans.
    pub fn new(calendar: &'a Calendar, page_title: Option<&Prose>, turns: &'a [Turn]) -> Self {
        let mut scopes = Self {
            calendar,
            open: Vec::new(),
            rank: Rank::Han,
            goals: false,
            headed: false,
            unmarked: false,
            leads: None,
            leads_dashes: None,
            goal_list: false,
            listed: None,
            turns,
            early: !turns.is_empty(),
        };
        if let Some(title) = page_title {
            scopes.below(Rank::Title, title, 0..title.len());
        }
        scopes
    }

    /// The scope of the next paragraph, at `piece` of `line`; `heading` is its heading's, if it has
    /// one.
    pub fn next(
        &mut self,
        line: &Prose,
        piece: &Range<usize>,
        heading: Option<(Rank, &Prose, Range<usize>)>,
    ) -> Scope {
        let at = line.span(piece).start as usize;
        while let Some((turn, ahead)) = self.turns.split_first()
            && turn.at <= at
        {
            self.turns = ahead;
            self.turn_to_plans(turn);
        }
        if lists_a_heading(&line[piece.clone()]) {
            return self.current();
        }
        let scope = self.of_place(line, piece, heading);
        self.of_list(line, piece, scope)
    }

    /// A year named in an item that ends in a semicolon governs the items behind it.
    fn of_list(&mut self, line: &Prose, piece: &Range<usize>, scope: Scope) -> Scope {
        let above = self.listed.take();
        if scope.role == Role::Observed {
            return scope;
        }
        let words = &line[piece.clone()];
        // `目标为:`, and `一是…。` below it
        let ordinal = self.goal_list
            && matches!(words, [first, '是', ..] if "一二三四五六七八九十".contains(*first));
        self.goal_list = ordinal || leads_in(words);
        if words.last() == Some(&';') || ordinal {
            let lists = contains_any(words, &["指标为", "目标为", "任务为"]);
            let governs = |time: &&Time| match time.mode {
                Mode::Due | Mode::Span => true,
                Mode::In => lists,
                Mode::Base | Mode::Each | Mode::Name => false,
            };
            let times = time::read(line, piece.clone(), &self.calendar.at(scope.now));
            let named = times.iter().rev().find(governs);
            self.listed = named.map(|time| (time.year, time.span)).or(above);
        }
        let above = above.filter(|_| scope.year == Year::Unstated);
        let (year, span) = above.unwrap_or((scope.year, scope.span));
        // `从2011年的1家增加到2016年的3家;` in a report of 2017 was no goal.
        let over = above.is_some() && year.stated() < self.calendar.ahead();
        Scope {
            role: if over { Role::Observed } else { scope.role },
            year,
            span,
            ..scope
        }
    }

    /// What headings and paragraphs above say of a paragraph, and its own words.
    fn of_place(
        &mut self,
        line: &Prose,
        piece: &Range<usize>,
        heading: Option<(Rank, &Prose, Range<usize>)>,
    ) -> Scope {
        let item = heading.as_ref().is_some_and(|heading| {
            heading.0 > self.rank && (self.goals || heading.0 > Rank::HanBracket)
        });
        let dash = begins_a_point(&line[piece.clone()]);
        let leads = self.leads.take().filter(|_| item || dash);
        let leads = leads.or(self.leads_dashes.take().filter(|_| dash));
        if let Some(scope) = leads {
            self.lead(scope);
        }
        let own = heading.as_ref().map(|heading| heading.0);
        let is_heading = heading.as_ref().is_some_and(|heading| heading.2 == *piece);
        if let Some((rank, words, title)) = heading {
            self.below(rank, words, title);
        } else if let Some(point) = outline::point(&line[piece.clone()]) {
            self.open.retain(|&(above, _)| above < point);
        }
        self.leave_goals(&line[piece.clone()]);
        let scope = self.current();
        let paragraph = Paragraph {
            line,
            range: piece.clone(),
            calendar: self.calendar.at(scope.now),
            rank: own,
            is_heading,
        };
        if self.sets_this_year(paragraph.words(), &scope) {
            // What is to be done for the goals stands in points below.
            self.rank = self.rank.min(Rank::Han);
            self.lead(of_year(&paragraph.times(), &paragraph.calendar));
            return self.current();
        }
        match scope.role {
            Role::Observed => self.in_review(&paragraph, scope),
            Role::Target => self.among_goals(&paragraph, scope),
        }
    }

    /// The scope of a paragraph in a review.
    fn in_review(&mut self, paragraph: &Paragraph, scope: Scope) -> Scope {
        // `…制定了“十三五”主要目标。` ends a review that no heading ends.
        if !self.headed && leads_in(paragraph.words()) {
            self.lead(Scope {
                role: Role::Target,
                ..of_goal(paragraph.line, &paragraph.times(), scope, self.calendar)
            });
            return self.current();
        }
        let open = scope.year == Year::Unstated || scope.span.is_none();
        let open = open && !paragraph.is_heading;
        let review = open.then(|| of_review(&paragraph.past_times(), scope));
        if let Some(scope) = review.flatten()
            && let Some(last) = self.open.last_mut()
        {
            last.1 = scope;
        }
        self.current()
    }

    /// The scope of a paragraph that no heading says to report: its own words may.
    fn among_goals(&mut self, paragraph: &Paragraph, scope: Scope) -> Scope {
        let words = paragraph.words();
        if looks_back(words) {
            self.lead(of_past(&paragraph.past_times(), scope, &paragraph.calendar));
            return self.current();
        }
        let observed = Scope {
            role: Role::Observed,
            ..scope
        };
        if reports_part(words) {
            return observed;
        }
        if scope.year == Year::Unstated
            && let Some(year) = self.names_its_year(paragraph)
        {
            let year = Scope {
                year: Year::Stated(year),
                ..scope
            };
            self.open.retain(|&(above, _)| above > Rank::Title);
            self.open.insert(0, (Rank::Title, year));
            return self.current();
        }
        if !self.headed && self.introduces(paragraph) {
            self.rank = Rank::Han;
            self.lead(of_past(&paragraph.past_times(), scope, &paragraph.calendar));
            return self.current();
        }
        if scope.year == Year::Unstated && self.reports(paragraph) {
            let past = match self.calendar.now {
                Some(_) => of_past(&paragraph.past_times(), scope, &paragraph.calendar),
                // Whatever years it names, of none is told that it is the one reviewed.
                None => observed,
            };
            // Below a heading of a chapter, only this paragraph may tell where things stand.
            if !self.headed {
                self.rank = Rank::Han;
                self.lead(past);
            }
            return past;
        }
        self.lead_items(paragraph, scope);
        scope
    }

    /// Keeps what a paragraph says of the items behind it.
    fn lead_items(&mut self, paragraph: &Paragraph, scope: Scope) {
        let Paragraph { line, range, .. } = paragraph;
        let words = paragraph.words();
        let leads_in = leads_in(words);
        // `到2027年,力争…。` with points that say what else is due by then.
        let mut begins = line.signs().all(range.clone(), sign::TIME);
        if begins.any(|at| matches!(line[at], '到' | '至') && line.get(at + 1) == Some(&'2')) {
            let times = paragraph.times();
            let mut due = times.iter().filter(|time| time.mode == Mode::Due);
            let first = due.next();
            // `从2011年的1家增加到2016年的3家` was over when the report was given.
            let over = |due: &Time| {
                let ahead = self.calendar.ahead();
                due.year.stated().is_some() && due.year.stated() < ahead
            };
            let first = first.filter(|due| !over(due));
            self.leads_dashes = first
                .filter(|first| due.all(|next| next.year == first.year))
                .map(|due| of_goal(line, std::slice::from_ref(due), scope, self.calendar));
            // `1.建设强市。到2025年,…`: and what stands below the point, to the next.
            let point = paragraph.rank.filter(|&rank| rank == Rank::Digit);
            self.open.extend(point.zip(self.leads_dashes));
        }
        // `“十五五”时期,要实现以下跨越:`
        let opens = |time: &Time| time.start <= range.start + 1;
        let lists = || words.last() == Some(&':') && paragraph.times().iter().any(opens);
        let lists = lists();
        // `提出了发展目标:到2025年,…。` with points that have heads of their own.
        let told =
            self.leads_dashes.is_some() && contains_any(words, &["目标:", "目标是", "目标为"]);
        // `二、2022年目标任务`: what is said of later years below it is no goal for all of that.
        let goals = self.goals && !scope.is_of_year_ahead(self.calendar);
        if leads_in || goals || lists || told {
            let goal = of_goal(line, &paragraph.times(), scope, self.calendar);
            // Without headings, all that follows is of the list.
            match leads_in || lists && !self.headed {
                // `与到2020年的目标衔接,今后五年的主要目标是:`
                true => {
                    self.leads_dashes.take_if(|_| leads_in);
                    self.lead(goal);
                }
                false => self.leads = Some(goal),
            }
        }
    }

    /// `专栏3 重点项目`: a box of works below goals is due by no year of theirs.
    fn leave_goals(&mut self, words: &[char]) {
        if has(words, 0, "专栏") && !contains_any(words, &["指标", "目标", "五”"]) {
            let end = self.calendar.plan.map(|span| Year::Stated(span.1));
            let goal = |scope: &Scope| scope.role == Role::Target && Some(scope.year) == end;
            self.open.retain(|(_, scope)| !goal(scope));
            self.leads = None;
            self.goals = false;
        }
    }

    fn turn_to_plans(&mut self, turn: &Turn) {
        self.open.retain(|(_, scope)| scope.role == Role::Target);
        self.early = false;
        let (year, span) = match turn.term {
            Term::Year => (self.calendar.ahead(), None),
            Term::Years(years) => (years.map(|years| years.1), years),
        };
        if let Some(year) = year {
            // What is said of other years ends, whatever heading it stands below.
            self.open.clear();
            self.leads = None;
            self.leads_dashes = None;
            let scope = Scope {
                year: Year::Stated(year),
                span,
                ..self.current()
            };
            self.open.push((Rank::Title, scope));
        }
    }

    fn current(&self) -> Scope {
        let goals = Scope {
            role: Role::Target,
            year: Year::Unstated,
            span: None,
            now: self.calendar.now,
        };
        let last = self.open.last();
        // A report's title is of the year ahead of it.
        match (self.early, last) {
            (true, None | Some((Rank::Title, _))) => of_past(&[], goals, self.calendar),
            (_, last) => last.map_or(goals, |&(_, scope)| scope),
        }
    }

    /// Enters what stands below a heading.
    fn below(&mut self, rank: Rank, words: &Prose, title: Range<usize>) {
        // Where points begin at one, they are below this year's tasks and not behind them, or below a
        // chapter without a number.
        let first = rank == Rank::Han && is_first(words, title.start);
        if let Some((above, scope)) = self.open.last_mut()
            && first
            && *above == Rank::Han
        {
            let this_year = scope.role == Role::Target
                && self.calendar.ahead().map(Year::Stated) == Some(scope.year);
            if this_year || self.unmarked {
                *above = Rank::Section;
            }
        }
        if rank <= Rank::Han {
            self.unmarked = !outline::is_marked(&words[title.clone()]);
        }
        self.open.retain(|&(above, _)| above < rank);
        self.headed |= rank > Rank::Title && rank <= Rank::Han;
        if rank < Rank::Dash {
            self.rank = rank;
            self.goals = rank > Rank::Title && contains_any(&words[title.clone()], GOALS);
        }
        // `去年和今年前4个月工作`, before a report turns to its plans.
        let early = self.early && rank > Rank::Title && self.calendar.ahead().is_some();
        let scope = of_heading(words, title, rank, self.current(), self.calendar);
        if let Some(scope) = scope.filter(|scope| !early || scope.role == Role::Observed) {
            self.open.push((rank, scope));
        }
    }

    /// `scope` holds from the next paragraph on, to the next heading of the last one's rank.
    fn lead(&mut self, scope: Scope) {
        self.open.retain(|&(above, _)| above < self.rank);
        self.open.push((self.rank, scope));
    }
}
