//! What the row of a unit says: why it does not count, when it is planned, and what its figures are.

use super::list::join;
use super::not_counted::sizes_list;
use super::quantity::{noun, short_date};
use super::rule::surplus;
use super::{date, only_sizes, quantity};
use crate::assess::{NotCounted, UnitStatus};
use crate::qualification::{DayOrMonth, Form, Measure, Qualification, RuleId, Unit, UnitCode};

/// Of more units than this only the first are named, and the others counted.
const MOST_NAMED: usize = 4;

/// Says why a unit does not count, or would not if it were picked, or what picking it would do to another
/// that counts now; empty where there is nothing to say.
#[must_use]
pub fn row_note(of: &Qualification, unit: &Unit, status: &UnitStatus, is_picked: bool) -> String {
    let short = |code: &UnitCode| of.units.short_code(code).to_owned();
    let Some(why) = &status.not_counted else {
        return match (&status.displaces, &status.either) {
            (Some(other), _) => format!("Would count instead of {}", short(other)),
            (None, Some(other)) => format!("Only this or {} would count", short(other)),
            (None, None) => String::new(),
        };
    };
    let uncounted = if is_picked {
        "Not counted"
    } else {
        "Would not count"
    };
    let also = if is_picked {
        "you also chose"
    } else {
        "you chose"
    };
    let because = match why {
        NotCounted::Barred { by, .. } => {
            let replaced = if is_replaced(of, &unit.code, by) {
                ", which replaced it"
            } else {
                ""
            };
            format!("{also} {}{replaced}", short(by))
        }
        NotCounted::ClassFull { rule, most, by } => {
            let class = match of.rule(rule).map(|rule| &rule.form) {
                Some(Form::Barred { units, .. }) => some(of, units),
                _ => String::new(),
            };
            format!("only {most} of {class} count, and {also} {}", some(of, by))
        }
        NotCounted::SameContent { by, .. } => {
            format!("{also} {}, which has the same content", short(by))
        }
        NotCounted::Surplus { rule } => because_of_surplus(of, rule),
        closed => {
            let closed = closed_note(of, closed);
            return if is_picked {
                format!("{closed}. {uncounted}")
            } else {
                closed
            };
        }
    };
    format!("{uncounted}: {because}")
}

/// Why a picked unit does not count.
#[must_use]
pub fn uncounted(of: &Qualification, code: &UnitCode, why: &NotCounted) -> String {
    let status = UnitStatus {
        not_counted: Some(why.clone()),
        ..UnitStatus::default()
    };
    match of.unit(code) {
        Some(unit) => row_note(of, unit, &status, true),
        None => super::not_counted(of, why),
    }
}

/// The same behind the title of the unit, as it is read aloud.
#[must_use]
pub fn unit_uncounted(
    of: &Qualification,
    title: &str,
    code: &UnitCode,
    why: &NotCounted,
) -> String {
    let why = uncounted(of, code, why);
    format!("“{title}”: {}", why.trim_end_matches('.'))
}

/// Why a unit is closed whatever else is picked: “Replaced by 550 on 1 July 2020”, “Diploma only”.
fn closed_note(of: &Qualification, why: &NotCounted) -> String {
    let short = |code: &UnitCode| of.units.short_code(code).to_owned();
    match why {
        NotCounted::OtherSizes(sizes) => format!("{} only", sizes_list(sizes)),
        NotCounted::Registration {
            closed_from,
            instead,
            ..
        } => match instead {
            Some(other) => format!("Replaced by {} on {}", short(other), date(*closed_from)),
            None => format!("Closed to registrations from {}", date(*closed_from)),
        },
        NotCounted::NotYet {
            open_from, instead, ..
        } => {
            let from = date(*open_from);
            match instead {
                Some(other) => format!(
                    "For registrations from {from}, before that {}",
                    short(other)
                ),
                None => format!("For registrations from {from}"),
            }
        }
        _ => format!("Not in the {}", of.size.name()),
    }
}

/// True where a rule on registration says that `other` is taken instead of the unit.
fn is_replaced(of: &Qualification, unit: &UnitCode, other: &UnitCode) -> bool {
    let mut rules = of.rules.iter();
    rules.any(|rule| {
        matches!(
            &rule.form,
            Form::Registration { unit: closed, closed_from: Some(_), instead: Some(instead), .. }
                if closed == unit && instead == other
        )
    })
}

fn because_of_surplus(of: &Qualification, rule: &RuleId) -> String {
    of.rule(rule).map_or_else(
        || "it is more than counts".to_owned(),
        |rule| surplus(of, rule),
    )
}

/// Units by their short codes: “501, 502 and 503”, of many “501, 502, 503, 504 and 8 others”.
pub(super) fn some(of: &Qualification, codes: &[UnitCode]) -> String {
    let short = |code: &UnitCode| of.units.short_code(code).to_owned();
    let others = codes.len().saturating_sub(MOST_NAMED);
    // In place of a single other its code is as short.
    let named = if others > 1 { MOST_NAMED } else { codes.len() };
    let named = codes.iter().take(named).map(short);
    let others = (others > 1).then(|| format!("{others} others"));
    join(&named.chain(others).collect::<Vec<String>>())
}

/// When a unit is planned, where there is little room: “Mar 2027”.
#[must_use]
pub fn planned(on: Option<DayOrMonth>) -> String {
    on.map_or_else(String::new, |on| short_date(on.last_day()))
}

/// The same as it stands behind other figures: “by Mar 2027”.
#[must_use]
pub fn planned_by(on: Option<DayOrMonth>) -> String {
    match on {
        Some(_) => format!("by {}", planned(on)),
        None => String::new(),
    }
}

/// What stands over a column of figures: “Credits”, “Hours”.
#[must_use]
pub const fn column(measure: Measure) -> &'static str {
    match measure {
        Measure::Credits => "Credits",
        Measure::Hours => "Hours",
        Measure::Points => "Points",
        Measure::Units => "Units",
        Measure::Groups => "Groups",
        Measure::Subjects => "Subjects",
    }
}

/// The noun behind a figure, where there is no heading above it: “credits”, “hours”.
#[must_use]
pub const fn figure_noun(measure: Measure, number: u32) -> &'static str {
    match (measure, number) {
        (Measure::Hours, 1) => "hour",
        (Measure::Hours, _) => "hours",
        (other, number) => noun(number, other),
    }
}

/// A unit as it is read aloud behind its title: “8607-501, Level 5, 3 credits, 8 guided learning hours.”
#[must_use]
pub fn unit_read(unit: &Unit, level: Option<String>, figures: &[(Measure, u32)]) -> String {
    let first = [Some(unit.code.to_string()), level, only_sizes(unit)];
    let figures = figures.iter();
    let figures = figures.map(|(measure, number)| quantity(*number, *measure));
    let all: Vec<String> = first.into_iter().flatten().chain(figures).collect();
    format!("{}.", all.join(", "))
}

/// The line of the units of a group that are closed whatever is picked, so many of which another has replaced: “2 closed
/// units”, “1 replaced unit”, “3 closed or replaced units”.
#[must_use]
pub fn closed_units(number: usize, replaced: usize) -> String {
    let unit = match number {
        0 => return String::new(),
        1 => "unit",
        _ => "units",
    };
    let closed = match replaced {
        0 => "closed",
        all if all == number => "replaced",
        _ => "closed or replaced",
    };
    format!("{number} {closed} {unit}")
}

/// How many units a search found: “3 units”.
#[must_use]
pub fn found(number: usize) -> String {
    match u32::try_from(number) {
        Ok(0) => "No unit found".to_owned(),
        Ok(number) => quantity(number, Measure::Units),
        Err(_) => quantity(u32::MAX, Measure::Units),
    }
}

/// To whom a unit is still open that is closed from a day of registration on, and where that is said: “Registered before
/// 1 July 2020? …”. Nothing for other units.
#[must_use]
pub fn registered_before(of: &Qualification, unit: &UnitCode) -> Option<String> {
    let mut rules = of.rules.iter();
    rules.find_map(|rule| match &rule.form {
        Form::Registration {
            unit: closed,
            closed_from: Some(day),
            ..
        } if closed == unit => Some(format!(
            "Registered before {}? Open this unit and give your date.",
            date(*day)
        )),
        _ => None,
    })
}

/// Picks the unit that replaced another: “Choose 550”. The code stands apart, for it is not translated.
#[must_use]
pub fn choose(of: &Qualification, other: &UnitCode) -> [String; 2] {
    ["Choose ".to_owned(), of.units.short_code(other).to_owned()]
}

/// Says that a unit was achieved before it was closed: “I already have 530”. The code stands apart.
#[must_use]
pub fn already_have(of: &Qualification, unit: &UnitCode) -> [String; 2] {
    let code = of.units.short_code(unit);
    ["I already have ".to_owned(), code.to_owned()]
}

/// Takes a unit out that does not count: “Remove 531”. The code stands apart.
#[must_use]
pub fn remove_unit(of: &Qualification, unit: &UnitCode) -> [String; 2] {
    let code = of.units.short_code(unit);
    ["Remove ".to_owned(), code.to_owned()]
}

/// Takes the unit out that counts in place of another: “Keep this one, remove 550”. The code stands apart.
#[must_use]
pub fn keep_and_remove(of: &Qualification, other: &UnitCode) -> [String; 2] {
    let code = of.units.short_code(other);
    ["Keep this one, remove ".to_owned(), code.to_owned()]
}

/// The order of the list as the choice of orders has it: “Sort: title”.
pub mod sort {
    use crate::qualification::Measure;

    /// The order of the document.
    pub const AS_LISTED: &str = "Sort: as listed";
    /// By title.
    pub const TITLE: &str = "Sort: title";
    /// By code.
    pub const CODE: &str = "Sort: code";

    /// By a figure, the smallest first.
    #[must_use]
    pub const fn figure(measure: Measure) -> &'static str {
        match measure {
            Measure::Credits => "Sort: credits",
            Measure::Hours => "Sort: hours",
            Measure::Points => "Sort: points",
            Measure::Units | Measure::Groups | Measure::Subjects => AS_LISTED,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::qualification::Date;

    fn code(text: &str) -> UnitCode {
        UnitCode::new(text).unwrap()
    }

    fn note(why: NotCounted, is_picked: bool) -> String {
        let catalogue = Catalogue::shipped();
        let of = catalogue.named("8607-diploma").unwrap();
        let status = UnitStatus {
            not_counted: Some(why),
            ..UnitStatus::default()
        };
        row_note(of, of.unit(&code("8607-501")).unwrap(), &status, is_picked)
    }

    #[test]
    fn each_reason_says_first_that_the_unit_does_not_count_and_then_why() {
        let rule = RuleId::new("none").unwrap();
        let by = || code("8607-550");
        for (why, picked, unpicked) in [
            (
                NotCounted::Barred {
                    rule: rule.clone(),
                    by: by(),
                },
                "Not counted: you also chose 550",
                "Would not count: you chose 550",
            ),
            (
                NotCounted::SameContent {
                    rule: rule.clone(),
                    by: by(),
                },
                "Not counted: you also chose 550, which has the same content",
                "Would not count: you chose 550, which has the same content",
            ),
            (
                NotCounted::Surplus { rule: rule.clone() },
                "Not counted: it is more than counts",
                "Would not count: it is more than counts",
            ),
            (
                NotCounted::Registration {
                    rule,
                    closed_from: Date::parse("2020-07-01").unwrap(),
                    open_if_achieved: false,
                    instead: None,
                },
                "Closed to registrations from 1 July 2020. Not counted",
                "Closed to registrations from 1 July 2020",
            ),
        ] {
            assert_eq!(note(why.clone(), true), picked);
            assert_eq!(note(why, false), unpicked);
        }
    }

    #[test]
    fn of_many_units_the_first_are_named_and_the_others_counted() {
        let catalogue = Catalogue::shipped();
        let of = catalogue.named("8607-diploma").unwrap();
        let codes: Vec<UnitCode> = of.units.iter().map(|unit| unit.code.clone()).collect();
        for (number, words) in [
            (1, "501"),
            (2, "501 and 502"),
            (5, "501, 502, 503, 504 and 505"),
            (6, "501, 502, 503, 504 and 2 others"),
            (62, "501, 502, 503, 504 and 58 others"),
        ] {
            assert_eq!(some(of, &codes[..number]), words);
        }
    }

    #[test]
    fn a_number_of_units_found_is_a_sentence() {
        assert_eq!(found(0), "No unit found");
        assert_eq!(found(1), "1 unit");
        assert_eq!(found(3), "3 units");
    }

    #[test]
    fn what_is_folded_away_is_closed_or_replaced() {
        for (number, replaced, line) in [
            (0, 0, ""),
            (1, 0, "1 closed unit"),
            (2, 0, "2 closed units"),
            (1, 1, "1 replaced unit"),
            (2, 2, "2 replaced units"),
            (2, 1, "2 closed or replaced units"),
        ] {
            assert_eq!(closed_units(number, replaced), line);
        }
    }
}
