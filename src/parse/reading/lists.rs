//! What the numbers of a list share: their names' ends, their verbs, their qualifiers.

use super::super::figures::Shape;
use super::super::names;
use super::super::phrase::Phrase;
use super::super::prose::find;
use super::super::units::Class;
use super::kinds;
use super::parts::Part;

/// What the numbers of a sentence have summed so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Sum {
    #[default]
    Nothing,
    /// `新增甲15个`
    Things,
    /// `累计接待游客800万人次`: what they bring is summed too.
    Visits,
    /// `累计完成投资80亿元`: and the amounts listed behind it.
    Money,
}

/// Gives every part what the list says once. `sum`: what the clause before summed.
pub(super) fn share(parts: &mut [Part], sum: &mut Sum) {
    if parts.len() > 1 {
        pair_rates(parts);
        share_numbers(parts);
        share_predicates(parts);
        share_qualifiers(parts);
        share_nouns(parts);
        share_changes(parts);
    }
    carry_verbs(parts, sum);
}

/// `高速公路里程`, `总库容`: how much there is, and not what came to it.
fn is_total(name: &Phrase) -> bool {
    names::is_indicator(name) || name.starts("总") || name.ends("数")
}

/// `城镇|新增就业`: says itself that it is new, and takes it from no other.
fn has_new(name: &Phrase) -> bool {
    find(name.chars(), "新增").is_some_and(|at| at > 0)
}

/// `续建项目`: works that are not new.
fn went_on(name: &Phrase) -> bool {
    name.starts("续建")
}

/// `新开工亿元以上项目`: what is part of it is new as well.
fn opens_new(name: &Phrase) -> bool {
    name.starts("新") && !name.ends("就业") && kinds::new_front(&name.text()).is_some()
}

/// `甲、乙收入增长7%和8%`: as many names as numbers, though no 分别 says so.
fn share_numbers(parts: &mut [Part]) {
    for index in 0..parts.len() {
        if parts[index].cues.each && parts[index].names.len() > 2 {
            let count = followers(&parts[index..]) + 1;
            let part = &mut parts[index];
            if let Some(subjects) = names::fewer_subjects(&part.before, &part.names, count) {
                part.names = subjects;
            }
        }
        // Asked first, so that a run of numbers without names is counted once.
        if parts[index].behind || parts[index].names.len() != 1 {
            continue;
        }
        let count = followers(&parts[index..]) + 1;
        // `存贷款余额突破9亿元、居第二`: a rank is of both.
        let values = parts[index..index + count].iter();
        let ranks = values.filter(|part| part.figure.shape == Shape::Rank);
        let ranks = ranks.count();
        if count < 2 || (1..count).contains(&ranks) {
            continue;
        }
        let part = &mut parts[index];
        if let Some(subjects) = names::counted_subjects(&part.names[0], count) {
            part.names = subjects;
            part.cues.each = true;
            continue;
        }
        let sides = names::two_sides(&part.names[0]).filter(|_| count == 2);
        let subjects = sides.unwrap_or_else(|| names::subjects(&part.names[0]));
        // `城乡低保标准分别提高4%和5%`
        let told = part.cues.each && names::two_sides(&part.names[0]).is_some();
        // `最低工资、最低生活保障标准提高至2000元、800元`
        let standards = subjects.iter().all(|subject| subject.ends("标准"));
        let whole = standards || subjects.iter().all(names::is_indicator);
        if subjects.len() == count && (told || whole) {
            part.names = subjects;
        }
    }
}

/// How many numbers behind the first have neither a name nor a verb of their own.
fn followers(parts: &[Part]) -> usize {
    let bare = |part: &&Part| {
        part.names.is_empty() && !part.cues.grow && !part.cues.reach && !part.cues.change
    };
    parts[1..].iter().take_while(bare).count()
}

/// `事故起数、死亡人数下降17%、8%`: as many rates as names, without a 分别.
fn pair_rates(parts: &mut [Part]) {
    for index in 0..parts.len() {
        let part = &parts[index];
        let moves = part.figure.class == Class::Share && (part.cues.grow || part.cues.change);
        let told = part.names.len() == 1 && !part.behind && !part.cues.each && !part.cues.all;
        if !moves || !told {
            continue;
        }
        let subjects = names::subjects(&part.before);
        if subjects.len() > 1 && subjects.len() == 1 + followers(&parts[index..]) {
            parts[index].names = subjects;
            parts[index].cues.each = true;
        }
    }
}

/// `压减会议30%、|文件20%`: the verb holds for every share of its list.
fn share_changes(parts: &mut [Part]) {
    for index in 1..parts.len() {
        let (before, rest) = parts.split_at_mut(index);
        let part = &mut rest[0];
        let cues = &mut part.cues;
        let told = cues.change || cues.grow || cues.reach || cues.from;
        if before[index - 1].changes && part.figure.class == Class::Share && !told {
            cues.change = true;
            part.changes = true;
        }
    }
}

/// How many parts from the first on share its list of names: `甲、乙分别达到3家、5家`.
pub(super) fn group(parts: &[Part]) -> usize {
    let follows = followers(parts);
    if let Some(own) = parts[0].names.len().checked_sub(1)
        && parts[0].cues.each
        && own > follows
        && moves(&parts[1..], own)
    {
        return own + 1;
    }
    let lists =
        parts[0].cues.each || parts[0].names.len() == follows + 1 || parts[0].names.is_empty();
    if lists { follows + 1 } else { 1 }
}

/// `甲、乙分别增长7%和下降8%`: whether the numbers of the other names are rates with verbs of their own.
fn moves(parts: &[Part], count: usize) -> bool {
    let moves = |part: &Part| {
        part.names.is_empty() && !part.cues.reach && part.figure.class == Class::Share
    };
    parts.iter().take_while(|part| moves(part)).count() == count
}

/// `16所高校、48个学科入选名单`: what the last does, all do.
fn share_predicates(parts: &mut [Part]) {
    let Some(last) = parts
        .last()
        .filter(|part| part.behind && part.names.len() == 1 && !part.cues.make)
    else {
        return;
    };
    let name = &last.names[0];
    let Some(at) = names::predicate(name.chars()) else {
        return;
    };
    let tail = name.slice(at, name.len());
    let count = parts.len();
    for part in &mut parts[..count - 1] {
        let bare = part.behind
            && part.names.len() == 1
            && names::predicate(part.names[0].chars()).is_none();
        if bare && !part.cues.make {
            part.names[0] = part.names[0].join(&tail);
        }
    }
}

/// `2个500亿级、3个百亿级产业集群`, `新建5所、改建8所中学`: the first has the second's noun.
fn share_nouns(parts: &mut [Part]) {
    for index in (1..parts.len()).rev() {
        let (before, after) = parts.split_at_mut(index);
        let alone = &mut before[index - 1];
        let makes =
            alone.names.is_empty() && (alone.cues.make || alone.cues.sum) && !alone.cues.reach;
        if makes
            && after[0].behind
            && after[0].cues.make
            && alone.figure.unit == after[0].figure.unit
        {
            (alone.names, alone.behind) = (after[0].names.clone(), true);
            continue;
        }
        let (Some(first), Some(second)) =
            (before[index - 1].names.first_mut(), after[0].names.first())
        else {
            continue;
        };
        // `3座大型、4座中型水库`
        let mark = first
            .chars()
            .last()
            .copied()
            .filter(|c| matches!(c, '级' | '型'));
        let grade = second.chars().iter().position(|&c| Some(c) == mark);
        if let Some(at) = grade.filter(|_| first.len() <= 6) {
            *first = first.join(&second.slice(at + 1, second.len()));
        }
    }
}

/// `养老示范街镇10个、示范社区30个`: the second has the first's qualifier too.
fn share_qualifiers(parts: &mut [Part]) {
    for index in 1..parts.len() {
        let (before, after) = parts.split_at_mut(index);
        let part = &mut after[0];
        let verb = part.opening.make || part.opening.sum || part.opening.done;
        let (Some(first), Some(second)) = (before[index - 1].names.first(), part.names.first_mut())
        else {
            continue;
        };
        if let Some(at) = qualifier(first, second, !part.behind, verb) {
            *second = first.slice(0, at).join(second);
        }
    }
}

/// Where in `first` the words end that are said of `second` too. `stands`: the second stands before
/// its number.
fn qualifier(first: &Phrase, second: &Phrase, stands: bool, verb: bool) -> Option<usize> {
    let own = second.chars();
    if names::is_side(own) {
        return names::side_end(first.chars());
    }
    if stands
        && !second.starts("每")
        && let Some(at) = names::per_head(first.chars())
    {
        return Some(at);
    }
    let plain = stands && !verb && (3..=6).contains(&own.len());
    (2..first.len().saturating_sub(1))
        .find(|&at| plain && first.chars()[at..].starts_with(&own[..2]))
}

/// A verb governs the whole list: `新增甲50家、乙150家`, and things counted in the next clause.
fn carry_verbs(parts: &mut [Part], carried: &mut Sum) {
    let (mut done, mut summed) = (false, false);
    for (index, part) in parts.iter_mut().enumerate() {
        // `是规划目标的1.4倍`, `增长7%`: of the sum just told.
        let rate = matches!(
            part.figure.class,
            Class::Times | Class::Share | Class::Points
        );
        if rate && part.names.is_empty() && !part.opening.sum && !part.cues.sum {
            continue;
        }
        let own = part.opening.make
            || part.opening.done
            || part.opening.already
            || part.cues.make
            || part.cues.reach && !part.opening.within
            || part.cues.grow
            || part.cues.change
            || part.cues.from
            || part.names.iter().any(has_new)
            || part.names.iter().any(went_on);
        let total =
            |name: &Phrase| name.chars().contains(&'累') && find(name.chars(), "累计").is_some();
        summed = part.names.iter().any(total) || summed && !own && index > 0;
        part.opening.sum |= summed;
        let sum = (part.opening.sum && !summed) || part.cues.sum;
        let sum = sum || part.names.iter().any(opens_new);
        // `交易额累计突破5亿元`, `新增3个、累计16个` is said of its own name.
        let total = part.names.is_empty() && index > 0;
        let own_sum = part.cues.sum && (part.cues.reach || total) && !part.opening.sum;
        let counted = match part.figure.class {
            Class::Count | Class::People => {
                let whole =
                    |name: &Phrase| name.starts("每") || name.ends("总数") || name.ends("总量");
                !part.names.iter().any(whole)
            }
            Class::Size => !part.names.iter().any(is_total),
            _ => false,
        };
        let whole = |name: &Phrase| name.starts("总") || name.starts("计划总");
        let costs = part.figure.class == Class::Money && part.names.iter().any(whole);
        let goes_on = match *carried {
            Sum::Nothing => false,
            Sum::Visits if part.figure.class == Class::Money => !part.cues.grow,
            Sum::Money if part.figure.class == Class::Money => {
                (!own || part.opening.done && !part.cues.grow) && !costs
            }
            // `累计完成投资80亿元,其中工业投资30亿元`
            Sum::Things if part.opening.within && part.figure.class == Class::Money => !own,
            // Nobody founds visits.
            Sum::Things if index == 0 && part.figure.unit == "人次" => false,
            Sum::Things | Sum::Visits | Sum::Money => !own && !costs && (index > 0 || counted),
        };
        *carried = match sum || goes_on {
            false => Sum::Nothing,
            true if goes_on && *carried == Sum::Visits || part.figure.unit == "人次" => {
                Sum::Visits
            }
            true if part.figure.class == Class::Money
                && (part.opening.total || *carried == Sum::Money) =>
            {
                Sum::Money
            }
            true => Sum::Things,
        };
        part.opening.sum |= *carried != Sum::Nothing;
        if own_sum {
            *carried = Sum::Nothing;
        }
        part.opening.done |= done && !own;
        done = part.opening.done;
    }
}
