//! What follows from several bounds together and from none of them alone.
//!
//! An item counts in one of its groups only. So of what is limited in all, each group that is used
//! takes what its own least comes to, and what it goes above that: of 80 credits, ten groups of 8 and
//! nothing above. And of what is asked for in all there is no more than limits on its parts let in.
//! Rows that say so spare the search a proof by cases.

use std::cmp::Reverse;

use super::asked::Asked;
use super::rows::Rows;
use super::shape::{Literal, not};

/// No table is made that takes longer.
const LARGEST: usize = 1 << 15;

/// So far above its least a part of a sum is followed, one by one.
const ABOVE: i64 = 4;

/// Where so many parts share in a sum, what each has above its least is followed.
const MANY: usize = 3;

/// Where the longest sum has fewer terms it is not looked at what others let in of it.
const SHORT: usize = 8;

/// Adds such a row for each most that some of the needs share in.
pub(super) fn cuts(made: &mut Asked) {
    tighten(made);
    for top in std::mem::take(&mut made.tops) {
        if let Some((row, sure)) = shares(made, &top.terms) {
            made.rows.ask(row, sure.saturating_sub(top.most));
        }
    }
}

/// Lowers what the longest sums come to at most: no more than others let in together that have all of
/// their terms. Of three subjects with 9 credits each come 27, though 28 are allowed in all.
fn tighten(made: &mut Asked) {
    let tops = made.tops.iter();
    let longest = tops.map(|top| top.terms.len()).max().unwrap_or(0);
    if longest < SHORT {
        return;
    }
    let is_longest = |terms: &[(i64, Literal)]| terms.len() >= longest;
    for at in 0..made.tops.len() {
        let top = &made.tops[at];
        let let_in = is_longest(&top.terms).then(|| let_in(made, &top.terms));
        if let Some(most) = let_in.filter(|most| *most < top.most) {
            let terms = top.terms.iter();
            let terms = terms.map(|(weight, literal)| (weight.saturating_neg(), *literal));
            made.rows.ask(terms, most.saturating_neg());
            made.tops[at].most = most;
        }
    }
    for need in &made.needs {
        if is_longest(&need.terms) && let_in(made, &need.terms) < need.least {
            match need.only_if {
                Some(literal) => made.rows.ask([(1, not(literal))], 1),
                None => made.rows.is_impossible = true,
            }
        }
    }
}

/// How much of a sum is let in at most by limits that share none of its terms with each other, those
/// first that have most of them. What none of them has is let in whole.
fn let_in(made: &Asked, terms: &[(i64, Literal)]) -> i64 {
    let mut left = vec![0_i64; made.rows.literals()];
    for (weight, literal) in terms {
        left[*literal] = *weight;
    }
    let mut limits = Vec::new();
    for top in made.tops.iter().filter(|top| top.terms.len() < terms.len()) {
        let own = |(weight, literal): &&(i64, Literal)| (1..=*weight).contains(&left[*literal]);
        let number = top.terms.iter().filter(own).count();
        limits.push((number, top));
    }
    limits.sort_by_key(|(number, top)| (Reverse(*number), top.most));
    let mut sum = 0_i64;
    for (number, top) in limits {
        // Those that another limit has are none of its own.
        let own = |(weight, literal): &&(i64, Literal)| (1..=*weight).contains(&left[*literal]);
        if number > 0 && top.terms.iter().filter(own).count() == number {
            sum = sum.saturating_add(top.most);
            for (weight, literal) in &top.terms {
                if left[*literal] <= *weight {
                    left[*literal] = 0;
                }
            }
        }
    }
    left.into_iter().fold(sum, i64::saturating_add)
}

/// What the needs take of a sum in any case, and with each literal what it takes where that is
/// true, below 0; `None` where they do not share in it.
pub(super) fn shares(
    made: &mut Asked,
    top: &[(i64, Literal)],
) -> Option<(Vec<(i64, Literal)>, i64)> {
    let parts = parts(made, top);
    if parts.len() < 2 {
        return None;
    }
    let (mut row, mut sure) = (Vec::new(), 0_i64);
    for part in &parts {
        match part.only_if {
            Some(literal) => row.push((part.least.saturating_neg(), literal)),
            None => sure = sure.saturating_add(part.least),
        }
        if parts.len() >= MANY {
            let above = part.above(&mut made.rows);
            row.extend(above.into_iter().map(|literal| (-1, literal)));
        }
    }
    Some((row, sure))
}

/// Some terms of a sum, and what they come to at least where the literal is true (or in any case).
struct Part {
    terms: Vec<(i64, Literal)>,
    least: i64,
    only_if: Option<Literal>,
}

impl Part {
    /// Literals that are true where it comes to 1, 2, and so on above its least.
    fn above(&self, rows: &mut Rows) -> Vec<Literal> {
        let weights = self.terms.iter().map(|(weight, _)| *weight);
        let high = weights.fold(0, i64::saturating_add);
        let mut above: Vec<Literal> = Vec::new();
        for step in 0..ABOVE {
            let most = self.least.saturating_add(step);
            if high <= most {
                break;
            }
            let literal = rows.variable();
            let terms = self.terms.iter();
            let terms = terms.map(|(weight, one)| (weight.saturating_neg(), *one));
            let over = (high.saturating_sub(most), literal);
            rows.ask(terms.chain([over]), most.saturating_neg());
            if let Some(last) = above.last() {
                rows.ask([(1, *last), (-1, literal)], 0);
            }
            above.push(literal);
        }
        above
    }
}

/// The parts that needs have in a sum, no item in two of them.
fn parts(made: &Asked, top: &[(i64, Literal)]) -> Vec<Part> {
    let mut ways: Vec<&[(usize, Literal)]> = vec![&[]; made.rows.literals()];
    for (taken, of) in made.taken.iter().zip(&made.ways) {
        if let Some(taken) = taken {
            ways[*taken] = of;
        }
    }
    // In literals of ways, of which each is in one group.
    let apart = |terms: &[(i64, Literal)]| -> Vec<(i64, Literal)> {
        let mut all = Vec::new();
        for (weight, literal) in terms {
            match ways[*literal] {
                [] => all.push((*weight, *literal)),
                of => all.extend(of.iter().map(|(_, way)| (*weight, *way))),
            }
        }
        all
    };
    let mut weights = vec![0_i64; ways.len()];
    for (weight, literal) in apart(top) {
        weights[literal] = weight;
    }
    // The smallest first; of several needs of the same items the one that takes most.
    let mut wanted = Vec::new();
    for need in &made.needs {
        let terms = apart(&need.terms);
        let weighed = |(change, literal): &(i64, Literal)| (*change, weights[*literal]);
        if terms.iter().all(|(_, literal)| weights[*literal] > 0)
            && let Some(least) = cheapest(terms.iter().map(weighed), need.least)
        {
            wanted.push((terms.len(), least.saturating_neg(), terms, need.only_if));
        }
    }
    wanted.sort_unstable();
    let mut parts: Vec<Part> = Vec::new();
    for (_, least, mut terms, only_if) in wanted {
        if terms.iter().any(|(_, literal)| weights[*literal] == 0) {
            continue;
        }
        for (weight, literal) in &mut terms {
            *weight = std::mem::take(&mut weights[*literal]);
        }
        let least = least.saturating_neg();
        parts.push(Part {
            terms,
            least,
            only_if,
        });
    }
    parts
}

/// The least that some of these can weigh which come to so much together, or something below it;
/// `None` where nothing is known. Of each, what it comes to and what it weighs.
pub(super) fn cheapest(
    mut terms: impl ExactSizeIterator<Item = (i64, i64)> + Clone,
    least: i64,
) -> Option<i64> {
    let wanted = usize::try_from(least).ok()?;
    let is_same = terms.clone().all(|(change, weight)| weight == change);
    if wanted.saturating_mul(terms.len()) > LARGEST {
        let is_enough = terms.all(|(change, weight)| weight >= change);
        return is_enough.then_some(least);
    }
    let mut best = vec![i64::MAX; wanted + 1];
    best[0] = 0;
    for (change, weight) in terms {
        let change = usize::try_from(change).unwrap_or(0);
        for at in (0..wanted).rev() {
            let next = at.saturating_add(change).min(wanted);
            best[next] = best[next].min(best[at].saturating_add(weight));
        }
        // What weighs as much as it comes to cannot weigh less.
        if is_same && best[wanted] == least {
            break;
        }
    }
    Some(best[wanted]).filter(|best| *best < i64::MAX)
}
