//! What to take out of too much: the fewest units, of those choices the one that loses least, of
//! those the one with the highest codes (so that the lowest stay).

use crate::qualification::UnitCode;

/// How much is walked over: enough for a hundred units of a few credits each, and a moment.
const MOST_STEPS: usize = 400_000;
/// How many sums of as many units are remembered.
const MOST_SUMS: usize = 20_000;

/// The units, of those given with what the amount would lose by each, whose going lowers it by at
/// least `over`; none where `over` is 0.
///
/// Exact: the fewest units follow from the largest ones; which of the choices of that many loses
/// least is found by walking over all sums they can make. Where those are too many to walk over, the
/// largest units go: no more of them, though they may lose more than others would.
pub(super) fn take_out(units: &[(UnitCode, u32)], over: u32) -> Vec<UnitCode> {
    if over == 0 {
        return Vec::new();
    }
    let mut largest: Vec<u32> = units.iter().map(|(_, loss)| *loss).collect();
    largest.sort_unstable_by(|one, other| other.cmp(one));
    let mut sum = 0_u32;
    let fewest = 1 + largest
        .iter()
        .take_while(|amount| {
            sum = sum.saturating_add(**amount);
            sum < over
        })
        .count();

    // made[n]: each sum that n units can make, in order, with the last of those units and the sum
    // before it. Going from the highest code to the lowest and keeping the first way found leaves
    // the lowest codes in.
    let mut made: Vec<Vec<Step>> = vec![Vec::new(); fewest + 1];
    made[0].push(Step::default());
    let mut steps = 0;
    for (index, (_, loss)) in units.iter().enumerate().rev() {
        for count in (0..fewest).rev() {
            steps += 1 + made[count].len();
            if steps > MOST_STEPS || made[count].len() > MOST_SUMS {
                return largest_units(units, fewest);
            }
            for at in 0..made[count].len() {
                let before = made[count][at].sum;
                let sum = before.saturating_add(*loss);
                let longer = &mut made[count + 1];
                if let Err(place) = longer.binary_search_by_key(&sum, |step| step.sum) {
                    longer.insert(place, Step { sum, index, before });
                }
            }
        }
    }
    let enough = made[fewest].partition_point(|step| step.sum < over);
    let mut wanted = made[fewest].get(enough).map(|step| step.sum);
    let mut codes = Vec::with_capacity(fewest);
    for steps in made[1..].iter().rev() {
        let Some(step) = wanted.and_then(|sum| {
            let at = steps.binary_search_by_key(&sum, |step| step.sum).ok()?;
            steps.get(at)
        }) else {
            break;
        };
        codes.extend(units.get(step.index).map(|(code, _)| code.clone()));
        wanted = Some(step.before);
    }
    codes.sort();
    codes
}

/// The units that lose most, of equals those with the highest codes.
fn largest_units(units: &[(UnitCode, u32)], number: usize) -> Vec<UnitCode> {
    let mut units: Vec<&(UnitCode, u32)> = units.iter().collect();
    units.sort_by(|one, two| (two.1, &two.0).cmp(&(one.1, &one.0)));
    let largest = units.into_iter().take(number);
    let mut codes: Vec<UnitCode> = largest.map(|(code, _)| code.clone()).collect();
    codes.sort();
    codes
}

/// The last unit of a choice.
#[derive(Clone, Copy, Default)]
struct Step {
    /// What all units of the choice come to.
    sum: u32,
    /// The unit's place in the list.
    index: usize,
    /// What the units before it come to.
    before: u32,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(credits: &[u32], over: u32) -> Vec<String> {
        let units: Vec<(UnitCode, u32)> = credits
            .iter()
            .enumerate()
            .map(|(index, credits)| (UnitCode::new(&format!("U-{index:03}")).unwrap(), *credits))
            .collect();
        let codes = take_out(&units, over);
        codes.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn nothing_goes_where_nothing_is_over() {
        assert_eq!(check(&[5, 5], 0), [""; 0]);
    }

    #[test]
    fn one_unit_goes_rather_than_two_and_the_smallest_that_does() {
        assert_eq!(check(&[2, 8, 6, 3], 5), ["U-002"]);
    }

    #[test]
    fn sums_too_many_to_walk_over_are_not_walked_over_and_the_fewest_units_go_all_the_same() {
        // It went on for minutes and more: few choices of as many of these units lose the same.
        let credits: Vec<u32> = (0..99).map(|place| 99_991 - 7 * place * place).collect();
        let credits = credits.repeat(5);
        let codes = check(&credits, 3_000_000);
        let mut largest = credits.clone();
        largest.sort_unstable_by(|one, two| two.cmp(one));
        let all = largest.iter().scan(0, |sum, credits| {
            *sum += credits;
            Some(*sum)
        });
        let fewest = 1 + all.take_while(|sum| *sum < 3_000_000).count();
        assert_eq!(codes.len(), fewest);
        let lost = codes
            .iter()
            .map(|code| credits[code[2..].parse::<usize>().unwrap()]);
        assert!(lost.sum::<u32>() >= 3_000_000);
    }

    #[test]
    fn of_equal_units_the_last_goes() {
        assert_eq!(check(&[4, 4, 4], 3), ["U-002"]);
    }

    proptest! {
        #[test]
        fn it_loses_what_trying_every_set_loses(
            credits in prop::collection::vec(0_u32..9, 1..10),
            over in 1_u32..40,
        ) {
            let all: u32 = credits.iter().sum();
            prop_assume!(over <= all);
            let best = (1_u32..1 << credits.len())
                .map(|set| {
                    let chosen = credits.iter().enumerate().filter(|(i, _)| set >> i & 1 == 1);
                    (set.count_ones() as usize, chosen.map(|(_, credit)| *credit).sum::<u32>())
                })
                .filter(|(_, sum)| *sum >= over)
                .min()
                .unwrap();
            let codes = check(&credits, over);
            let sum: u32 = codes
                .iter()
                .map(|code| credits[code[2..].parse::<usize>().unwrap()])
                .sum();
            prop_assert_eq!((codes.len(), sum), best);
        }
    }
}
