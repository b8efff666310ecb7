//! Paths as they are written in the file: there groups stand within groups, and items that were
//! left out count too.

use crate::qualification::{Amount, Form, GroupId, Qualification, Rule, UnitCode};
use crate::wording;
use crate::wording::command::{join, lint as say};

/// A qualification, and where it stands in its file.
pub(super) struct Place<'a> {
    pub(super) qualification: &'a Qualification,
    /// The units of which the file says that they have no level.
    pub(super) levelless: &'a [UnitCode],
    path: String,
}

impl<'a> Place<'a> {
    pub(super) fn new(
        place: usize,
        qualification: &'a Qualification,
        levelless: &'a [UnitCode],
    ) -> Self {
        Self {
            qualification,
            levelless,
            path: format!("qualifications[{place}]"),
        }
    }

    /// The amount that a rule asks for, if it asks for one.
    pub(super) fn amount(&self, rule: usize) -> Option<&'a Amount> {
        self.qualification.rules.get(rule)?.form.amount()
    }

    /// The qualification itself.
    pub(super) fn here(&self) -> String {
        self.path.clone()
    }

    pub(super) fn key(&self, key: &str) -> String {
        format!("{}.{key}", self.path)
    }

    /// A rule, or a key of it.
    pub(super) fn rule(&self, rule: usize, key: &str) -> String {
        let dot = if key.is_empty() { "" } else { "." };
        self.key(&format!("rules[{rule}]{dot}{key}"))
    }

    /// A group within those that it stands in.
    pub(super) fn group(&self, group: usize) -> String {
        let groups = &self.qualification.groups;
        let mut path = String::new();
        let mut at = groups.get(group).map(|one| (group, one));
        // No chain of parents is longer than there are groups.
        for _ in 0..groups.len() {
            let Some((place, one)) = at else {
                break;
            };
            let before = groups.iter().take(place);
            let index = before.filter(|other| other.parent == one.parent).count();
            path = format!(".groups[{index}]{path}");
            let is_parent = |other: &GroupId| one.parent.as_ref() == Some(other);
            let parent = groups.iter().position(|other| is_parent(&other.id));
            at = parent.and_then(|place| groups.get(place).map(|one| (place, one)));
        }
        format!("{}{path}", self.path)
    }

    /// A unit in the first group that offers it.
    pub(super) fn unit(&self, code: &UnitCode) -> String {
        for (place, group) in self.qualification.groups.iter().enumerate() {
            if let Some(index) = group.units.iter().position(|unit| unit == code) {
                return format!("{}.units[{index}]", self.group(place));
            }
        }
        self.here()
    }

    /// Whether a rule asks for nothing, and only says which units are open or count side by side.
    pub(super) fn is_silent(&self, rule: usize) -> bool {
        let form = self.qualification.rules.get(rule).map(|rule| &rule.form);
        form.is_some_and(|form| {
            form.decides_what_counts() || matches!(form, Form::Registration { .. })
        })
    }

    /// Whether something is asked for by a rule, whatever else it says.
    pub(super) fn asks(&self, rule: usize) -> bool {
        let bounds = self.amount(rule).map(|amount| amount.bounds);
        !self.is_silent(rule) || bounds.is_some_and(|bounds| bounds.least().is_some())
    }

    /// Rules by name and in words: `“a” (At least 6 credits in all.) and “b” (…)`.
    pub(super) fn named(&self, rules: &[usize]) -> String {
        let rules = rules
            .iter()
            .filter_map(|rule| self.qualification.rules.get(*rule));
        join(&rules.map(|rule| self.named_one(rule)).collect::<Vec<_>>())
    }

    fn named_one(&self, rule: &Rule) -> String {
        let text = wording::rule(self.qualification, rule);
        say::rule(&rule.id, text.trim_end_matches('.'))
    }
}

/// Codes with words between.
pub(super) fn codes<'c>(units: impl IntoIterator<Item = &'c UnitCode>) -> String {
    join(
        &units
            .into_iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>(),
    )
}
