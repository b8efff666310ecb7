//! A row as the search wants it: each variable once, with a weight above 0.

/// A variable, twice, and 1 more where it is meant to be false.
pub(super) type Literal = usize;

/// The literal of the same variable that says the opposite.
pub(super) const fn not(literal: Literal) -> Literal {
    literal ^ 1
}

/// The largest weight and the most terms of all rows together, so that no sum can get too long.
const HEAVIEST: i64 = 1 << 24;
pub(super) const LONGEST: usize = 1 << 16;

/// Numbers beyond this are not looked at: [`LONGEST`] of those that are can be added up.
const FURTHEST: i64 = 1 << 40;

/// What came of a row.
pub(super) enum Shape {
    /// It is kept in any case.
    Kept,
    /// It cannot be kept.
    Impossible,
    /// It cannot be reckoned with.
    TooLong,
    /// The true ones of its terms are to weigh this much together.
    Row(i64),
}

/// Brings a row into shape in which weights may be below 0 and literals may stand twice.
pub(super) fn shape(terms: &mut Vec<(i64, Literal)>, mut least: i64) -> Shape {
    let is_far = |number: i64| !(-FURTHEST..=FURTHEST).contains(&number);
    let mut weights = terms.iter().map(|(weight, _)| *weight);
    if terms.len() > LONGEST || is_far(least) || weights.any(is_far) {
        return Shape::TooLong;
    }
    // In literals that say something is true.
    for (weight, literal) in terms.iter_mut() {
        if *literal & 1 == 1 {
            least -= *weight;
            (*weight, *literal) = (-*weight, not(*literal));
        }
    }
    if !terms.is_sorted_by(|one, two| one.1 < two.1) {
        terms.sort_unstable_by_key(|(_, literal)| *literal);
        terms.dedup_by(|two, one| {
            let is_same = one.1 == two.1;
            if is_same {
                one.0 += two.0;
            }
            is_same
        });
    }
    for (weight, literal) in terms.iter_mut() {
        if *weight < 0 {
            least -= *weight;
            (*weight, *literal) = (-*weight, not(*literal));
        }
    }
    if least <= 0 {
        return Shape::Kept;
    }
    terms.retain(|(weight, _)| *weight > 0);
    let (mut sum, mut largest) = (0, 0);
    for (weight, _) in terms.iter_mut() {
        *weight = least.min(*weight);
        sum += *weight;
        largest = largest.max(*weight);
    }
    if sum < least {
        Shape::Impossible
    } else if largest > HEAVIEST || least > HEAVIEST << 16 {
        Shape::TooLong
    } else {
        Shape::Row(least)
    }
}

#[cfg(test)]
mod tests {
    use super::{FURTHEST, Shape, not, shape};

    #[test]
    fn a_row_has_each_variable_once_and_above_0() {
        // 3a - 2b + a + not a is at least 2: 3a + 2 not b is at least 3.
        let mut terms = vec![(3, 0), (-2, 2), (1, 0), (1, not(0)), (0, 4)];
        assert!(matches!(shape(&mut terms, 2), Shape::Row(3)));
        assert_eq!(terms, [(3, 0), (2, not(2))]);
    }

    #[test]
    fn what_is_always_never_or_not_to_be_kept_is_told() {
        let told = |terms: &[(i64, usize)], least| shape(&mut terms.to_vec(), least);
        assert!(matches!(told(&[(1, 0), (1, not(0))], 1), Shape::Kept));
        assert!(matches!(told(&[(1, 0), (1, 2)], 3), Shape::Impossible));
        assert!(matches!(told(&[(FURTHEST + 1, 0)], 1), Shape::TooLong));
        assert!(matches!(told(&[(1 << 30, 0)], 1 << 30), Shape::TooLong));
        assert!(matches!(told(&[(1 << 30, 0)], 1), Shape::Row(1)));
    }
}
