//! What the totals of a qualification are in: credits with most awarding bodies, guided learning
//! hours, points or units with others.

use super::{Amount, Bounds, Form, Measure, Qualification, Rule, When};

/// What the whole of a qualification may be measured in. Where several fit, the first is its
/// measure.
const MEASURES: [Measure; 4] = [
    Measure::Credits,
    Measure::Hours,
    Measure::Points,
    Measure::Units,
];

impl Qualification {
    /// The measure of its totals: credits, hours, points or units.
    ///
    /// It is the one in which rules bound the whole; where that is at most a number of units, credits
    /// if there is a published credit value; where nothing bounds the whole, the one in which rules
    /// bound parts of it; and where none does, the one in which its units have figures.
    #[must_use]
    pub fn measure(&self) -> Measure {
        let first = |is_it: &dyn Fn(Measure) -> bool| MEASURES.into_iter().find(|one| is_it(*one));
        let mut amounts = self.rules.iter().filter_map(amount_of);
        let whole: Vec<Measure> = amounts
            .clone()
            .filter(|amount| self.is_whole(amount))
            .map(|amount| amount.measure)
            .collect();
        let parts: Vec<Measure> = amounts
            .by_ref()
            .map(|amount| amount.measure)
            .chain(self.rules.iter().filter_map(|rule| match &rule.form {
                Form::Share { measure, .. } => Some(*measure),
                _ => None,
            }))
            .collect();
        let whole = first(&|one| whole.contains(&one));
        let valued = self
            .credit_value
            .is_some_and(|value| value.last() > 0)
            .then_some(Measure::Credits);
        whole
            .filter(|one| *one != Measure::Units)
            .or(valued)
            .or(whole)
            .or_else(|| first(&|one| parts.contains(&one)))
            .or_else(|| first(&|one| self.gives(one)))
            .unwrap_or(Measure::Units)
    }

    /// True where a unit of it has a figure in this measure that is more than 0: a file in which every
    /// unit has 0 credits is of a qualification that knows none.
    #[must_use]
    pub fn gives(&self, measure: Measure) -> bool {
        self.units.iter().any(|unit| unit.amount(measure) > 0)
    }

    /// What is asked for in all in a measure, where anything is: by these rules of it, or else by the
    /// published credit value.
    #[must_use]
    pub fn asked_in_all<'a>(
        &self,
        rules: impl Iterator<Item = &'a Rule>,
        measure: Measure,
    ) -> Option<Bounds> {
        let whole = rules
            .filter_map(amount_of)
            .filter(|amount| self.is_whole(amount));
        together(whole, measure).or_else(|| {
            let value = self.credit_value.filter(|_| measure == Measure::Credits)?;
            // What is called 0 is a key that was filled in because it had to be there.
            (value.last() != 0).then_some(value)
        })
    }

    /// What else bounds the whole beside its own measure, each measure with its bounds.
    #[must_use]
    pub fn asked_beside<'a>(
        &self,
        rules: &(impl Iterator<Item = &'a Rule> + Clone),
    ) -> Vec<(Measure, Bounds)> {
        let own = self.measure();
        let others = MEASURES.into_iter().filter(|one| *one != own);
        others
            .filter_map(|one| Some((one, self.asked_in_all(rules.clone(), one)?)))
            .collect()
    }

    /// What these rules ask of all units of a group in a measure, if anything.
    #[must_use]
    pub fn asked_of_group<'a>(
        &self,
        rules: impl Iterator<Item = &'a Rule>,
        group: &super::GroupId,
        measure: Measure,
    ) -> Option<Bounds> {
        let of_group = rules
            .filter_map(amount_of)
            .filter(|amount| is_plain(amount) && amount.of.group() == Some(group));
        together(of_group, measure)
    }

    /// The rules that are for everybody.
    pub fn rules_for_all(&self) -> impl Iterator<Item = &Rule> + Clone {
        let for_all = When::default();
        self.rules.iter().filter(move |rule| rule.when == for_all)
    }

    /// True for an amount of everything, also where that is said by naming every group.
    #[must_use]
    pub fn is_whole(&self, amount: &Amount) -> bool {
        let named = &amount.of.groups;
        let only_groups = amount.of
            == super::Selection {
                groups: named.clone(),
                ..super::Selection::default()
            };
        let is_named = |group| named.iter().any(|outer| self.is_within(group, outer));
        is_plain(amount) && only_groups && (named.is_empty() || self.groups.iter().all(is_named))
    }
}

/// True where the bounds are of the sum, and asked of whoever the rule is for.
const fn is_plain(amount: &Amount) -> bool {
    !amount.each_subject && !amount.if_used
}

const fn amount_of(rule: &Rule) -> Option<&Amount> {
    rule.form.amount()
}

/// The bounds that all amounts in a measure leave together; those of the first where they leave none.
fn together<'a>(amounts: impl Iterator<Item = &'a Amount>, measure: Measure) -> Option<Bounds> {
    let mut all = amounts
        .filter(|amount| amount.measure == measure)
        .map(|amount| amount.bounds);
    let first = all.next()?;
    Some(all.fold(first, |known, other| {
        let least = known.least().max(other.least());
        let most = match (known.most(), other.most()) {
            (Some(one), Some(two)) => Some(one.min(two)),
            (one, two) => one.or(two),
        };
        Bounds::new(least, most).unwrap_or(known)
    }))
}
