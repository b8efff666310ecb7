//! What belongs in a place, and what does not go together, by names: the sentences are made in `wording`.

/// A kind of value that belongs in a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// An object with keys.
    Object,
    /// A list.
    List,
    /// A text.
    Text,
    /// A text without control characters.
    PlainText,
    /// A text with a letter or a digit in it.
    TextWithLetters,
    /// A number without a point.
    WholeNumber,
    /// One of the two words of JSON.
    TrueOrFalse,
    /// A name.
    Name,
    /// A name of at most 64 letters, digits and certain marks, of which the writer of a catalogue is told.
    NameOfSome,
    /// The name of a group that is one of the suite.
    NameOfSharedGroup,
    /// A day.
    Day,
    /// A day or a month.
    DayOrMonth,
    /// A level.
    Level,
    /// The same where its forms are told to the writer of a catalogue.
    LevelOfSome,
    /// A share of a whole.
    Share,
    /// The code of a unit.
    UnitCode,
    /// The name under which a draft is kept.
    DraftName,
    /// The name of what has written a draft.
    WriterName,
    /// Which saves of a draft were known.
    ListOfSaves,
    /// A draft that can be read.
    WholeDraft,
    /// A draft that no newer version has written.
    DraftOfThisVersion,
    /// A file with drafts.
    FileOfDrafts,
}

/// Something that is named in one place and described in another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    /// A unit of a catalogue.
    Unit,
    /// A group of a qualification.
    Group,
    /// A pathway of a qualification.
    Pathway,
    /// A nation of a qualification.
    Nation,
    /// The size of a qualification.
    Size,
    /// A suite of qualifications.
    Suite,
    /// A qualification that belongs to a suite.
    QualificationOfSuite,
    /// A group of a suite.
    GroupOfSuite,
    /// A unit of a group.
    UnitOfGroup,
    /// A subject of a qualification.
    Subject,
}

/// A key that means something elsewhere, but not where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misplaced {
    /// A group for a choice, which is of sets of units.
    GroupOfChoice,
    /// Units for a choice, without the sets that they are in.
    UnitsOfChoice,
    /// The name of a group that is one of the suite.
    NameOfSharedGroup,
    /// The title of such a group.
    TitleOfSharedGroup,
    /// The groups within such a group.
    GroupsOfSharedGroup,
    /// The units of such a group.
    UnitsOfSharedGroup,
    /// What each qualification of a suite has for itself.
    OwnOfQualification,
}

/// Parts that do not agree with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clash {
    /// Two lower bounds.
    TwoLowerBounds,
    /// Two upper bounds.
    TwoUpperBounds,
    /// A bound beside the exact number.
    BoundBesideExactly,
    /// The lower bound is above the upper one.
    LeastAboveMost,
    /// There is nothing between the bounds.
    NothingBetween,
    /// A stretch of days ends before it begins.
    EndBeforeBeginning,
    /// Days of registration of which none is meant.
    NoDayOfRegistration,
    /// The lower level is above the higher one.
    LevelFromAboveTo,
    /// A unit is closed before it is open.
    ClosedBeforeOpen,
    /// A level beside a range of levels.
    LevelBesideRange,
    /// A range of levels of two frameworks.
    TwoFrameworks,
    /// A group beside a selection.
    GroupBesideSelection,
    /// Units beside a group.
    UnitsBesideGroup,
    /// Surplus of an amount that has no limit, or is of groups or subjects.
    SurplusWithoutLimit,
    /// An amount that is asked for if used, and asks for nothing.
    IfUsedWithoutLeast,
    /// An amount of groups or subjects, for each subject.
    EachSubjectOfCounted,
    /// A share of groups or subjects.
    ShareOfCounted,
    /// The unit that counts is not among the units.
    CountsNotAmong,
    /// One unit counts, and several may.
    CountsBesideMost,
    /// A unit bars itself.
    BarsItself,
    /// A unit needs itself.
    NeedsItself,
    /// A unit takes its own place.
    TakesOwnPlace,
    /// Any of some and all of some are needed.
    AnyBesideAll,
    /// A rule is of fewer units than its form needs.
    TooFewUnits,
    /// A rule on registration is for some only.
    RegistrationForSome,
    /// Units are taken from a group and left out of it.
    TakeBesideLeaveOut,
    /// What suites share is too long.
    SuitesTooLong,
    /// The groups that stand in place of lists have too many units.
    ListsTooLong,
    /// A qualification has too many groups, or too deep.
    TooManyGroups,
    /// The checksum is another.
    Checksum,
}
