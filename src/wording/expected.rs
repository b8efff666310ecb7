//! What belongs in a place of a text, and what does not go together, in words.

use crate::reading::{Clash, Expected, Misplaced, Thing};

/// A kind of value behind “this should be”.
pub(super) const fn kind(kind: Expected) -> &'static str {
    match kind {
        Expected::Object => "an object",
        Expected::List => "a list",
        Expected::Text => "a text",
        Expected::PlainText => "a text without control characters",
        Expected::TextWithLetters => "a text with a letter or a digit",
        Expected::WholeNumber => "a whole number",
        Expected::TrueOrFalse => "true or false",
        Expected::Name => "a name",
        Expected::NameOfSome => "a name of up to 64 letters, digits and marks such as - . / ( ) &",
        Expected::NameOfSharedGroup => "a name of a group of the suite",
        Expected::Day => "a day written YYYY-MM-DD",
        Expected::DayOrMonth => "a day written YYYY-MM-DD or month written YYYY-MM",
        Expected::Level => "a level",
        Expected::LevelOfSome => "a level: 1 to 8, “Entry 1” to “Entry 3” or “SCQF 1” to “SCQF 12”",
        Expected::Share => "a share such as 1/2",
        Expected::UnitCode => "a unit code",
        Expected::DraftName => "a plan’s name",
        Expected::WriterName => "a writer’s name",
        Expected::ListOfSaves => "a list of saves",
        Expected::WholeDraft => "a whole plan",
        Expected::DraftOfThisVersion => "a plan of this version: a newer one has written it",
        Expected::FileOfDrafts => "a plan file",
    }
}

/// What a thing is called, and where it is looked for.
pub(super) const fn thing(thing: Thing) -> [&'static str; 2] {
    match thing {
        Thing::Unit => ["unit", "in this catalogue"],
        Thing::Size => ["size", "in this catalogue"],
        Thing::Suite => ["suite", "in this catalogue"],
        Thing::QualificationOfSuite => ["qualification of suite", "in this catalogue"],
        Thing::Group => ["group", "in this qualification"],
        Thing::Pathway => ["pathway", "in this qualification"],
        Thing::Nation => ["nation", "in this qualification"],
        Thing::GroupOfSuite => ["group", "in the suite"],
        Thing::Subject => ["subject", "in any qualification or suite of this catalogue"],
        Thing::UnitOfGroup => ["unit", "in the group"],
    }
}

/// Why a key does not belong where it stands, and what to write instead.
pub(super) const fn misplaced(key: Misplaced) -> [&'static str; 2] {
    const SETS: &str = "List sets of units under options, [[\"…\"], [\"…\"]], or write a rule of kind \
                        amount.";
    const SHARED: &str = "Take it out. Write take for some of the units, leave_out for all but some, \
                          closed_units for those that are closed here.";
    match key {
        Misplaced::GroupOfChoice => ["a choice does not take a group by itself", SETS],
        Misplaced::UnitsOfChoice => ["a choice is of sets of units", SETS],
        Misplaced::NameOfSharedGroup => ["a group of the suite keeps its name", SHARED],
        Misplaced::TitleOfSharedGroup => ["a group of the suite keeps its title", SHARED],
        Misplaced::GroupsOfSharedGroup => {
            ["a group of the suite keeps the groups within it", SHARED]
        }
        Misplaced::UnitsOfSharedGroup => ["a group of the suite has its units there", SHARED],
        Misplaced::OwnOfQualification => [
            "a suite has none: each qualification has its own",
            "Write it in the qualifications.",
        ],
    }
}

/// Why parts do not agree with each other.
pub(super) const fn clash(clash: Clash) -> &'static str {
    match clash {
        Clash::TwoLowerBounds => "at_least and more_than do not stand together",
        Clash::TwoUpperBounds => "at_most and less_than do not stand together",
        Clash::BoundBesideExactly => "exactly stands alone, without at_least and at_most",
        Clash::LeastAboveMost => "at_least is above at_most",
        Clash::NothingBetween => "no amount keeps both bounds",
        Clash::EndBeforeBeginning => "it ends before it begins",
        Clash::NoDayOfRegistration => "registered_from is not before registered_before",
        Clash::LevelFromAboveTo => "level_from is above level_to",
        Clash::ClosedBeforeOpen => "open_from is not before closed_from",
        Clash::LevelBesideRange => "level stands alone, without level_from and level_to",
        Clash::TwoFrameworks => "level_from and level_to are levels of two frameworks",
        Clash::GroupBesideSelection => "group and of do not stand together",
        Clash::UnitsBesideGroup => "units and group do not stand together",
        Clash::SurplusWithoutLimit => "surplus needs at_most, in credits, hours, units or points",
        Clash::IfUsedWithoutLeast => "if_used needs at_least",
        Clash::EachSubjectOfCounted => "each_subject does not count groups or subjects",
        Clash::ShareOfCounted => "a share is of credits, hours, units or points",
        Clash::CountsNotAmong => "the unit that counts is not among the units",
        Clash::CountsBesideMost => {
            "counts names the only one that counts: it does not stand with at_most above 1"
        }
        Clash::BarsItself => "a unit does not bar itself",
        Clash::NeedsItself => "a unit does not need itself",
        Clash::TakesOwnPlace => "a unit cannot take its own place",
        Clash::AnyBesideAll => "any_of and all_of do not stand together",
        Clash::TooFewUnits => "a rule names at least one unit, a barring rule at least two",
        Clash::RegistrationForSome => "a rule on registration is for everybody: it takes no when",
        Clash::TakeBesideLeaveOut => "take and leave_out do not stand together",
        Clash::SuitesTooLong => {
            "what suites share comes to more than 4 MiB in all qualifications together"
        }
        Clash::ListsTooLong => {
            "the groups of a file stand for at most 100,000 units in place of lists"
        }
        Clash::TooManyGroups => {
            "a qualification has at most 64 groups, at most six within one another"
        }
        Clash::Checksum => "the checksum does not fit what is kept",
    }
}
